"""Which language a text is in, judged by its words, with the page's own claim as a tie-breaker.

In: text and the declared language.  Out: an ISO 639-1 code, or None where nothing can be said.  To give one
more language a name in messages, add it to `NAMES`; which languages are coded is `ArticleLimits`' business.
"""

import re

import py3langid

from dragoman.articles.canonical import count_words

# Under this many words the detector guesses: headlines full of foreign names come out as Welsh or Maltese.
ENOUGH_WORDS = 12
# How far, in natural logarithms, another language must score above the declared one (or English) to be believed.
# On 1,047 English sentences of 12 to 40 words the detector errs three times, by at most 15; German, Spanish,
# Bosnian, Portuguese and Italian sentences of that length score more than 115 above English.
CLEAR_LEAD = 40.0
SAMPLE_CHARACTERS = 5_000
CODE = re.compile(r"\s*([A-Za-z]{2})(?:[-_].*)?\s*")
SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0530-\u058f]"), "hy"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0900-\u097f]"), "hi"),
    (re.compile("[\u10a0-\u10ff]"), "ka"),
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
)
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def judge_language(text: str, declared: str | None) -> str | None:
    """Return the language of `text`; short texts are taken at their declared word, or for English by script."""
    claimed = code_from_declaration(declared)
    words = count_words(text)
    if not words:
        return claimed
    if words < ENOUGH_WORDS:
        return _language_by_script(text, claimed)
    scores: dict[str, float] = dict(py3langid.rank(text[:SAMPLE_CHARACTERS]))
    detected = max(scores, key=scores.__getitem__)
    prior = claimed or "en"
    if prior in scores and scores[detected] - scores[prior] < CLEAR_LEAD:
        return prior
    return detected if len(detected) == 2 else None  # "zxx": no language at all


def code_from_declaration(declared: str | None) -> str | None:
    """Return the ISO 639-1 code in "en", "en-GB" or "de_DE"; None for anything else."""
    match = CODE.fullmatch(declared or "")
    return match[1].lower() if match else None


def name_language(code: str) -> str:
    """Return the language's English name with its code, for messages."""
    return f"{NAMES[code]} ({code})" if code in NAMES else f'the language with code "{code}"'


def _language_by_script(text: str, claimed: str | None) -> str:
    """Return the claimed language, or English, unless most letters are of another script."""
    letters = sum(1 for character in text if character.isalpha())
    for script, language in SCRIPTS:
        if len(script.findall(text)) * 2 > letters:
            return claimed if claimed and claimed not in LATIN else language
    return claimed or "en"


LATIN = frozenset(("en", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr"))
