"""A sentence in, its cues out: each word of speaking with who stands as its speaker.

Quoted words are masked first, so that a verb inside a quotation is no cue of the sentence's own.  The parse, where
there is one, says whether a cue is a verb and who its subject is; the text says so where there is none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.records import Sentence, Span
from dragoman.spans import phrases, speech, subjects

MASK = "\x00"  # stands for each quoted character, so that offsets stay
MOST_LETTERS = 4000
MOST_GAP_WORDS = 8  # between a speaker and a verb of its own
PRONOUNS = frozenset({"he", "she", "they", "it"})
# Subjects that name nobody: what "some" or "we" say is put down to no speaker.
NOBODY = re.compile(
    r"i|we|you|one|some|many|most|few|others|all|nobody|everyone|anyone|someone|no one|who|which|that|this|what|there"
)
DATELINE = re.compile(
    r"^[A-Z][A-Z.'’]+[A-Z .,/'’-]*(?:,\s+(?:[A-Z][a-z]+\.?,?\s*)?(?:\d{1,2}(?:,\s\d{4})?)?)?"
    r"\s*(?:\([^)]{1,30}\))?\s*(?:--|[—–:-])\s"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speaking at its place: who speaks, and how the words are joined to it.

    `base` is the verb's base form, "according to" for the preposition.  `pronoun` is set where the speaker is one.
    """

    sentence: Sentence
    base: str
    words: Span
    speaker: Span | None
    pronoun: str | None = None

    @property
    def extent(self) -> Span:
        """The stretch from the speaker to the verb, whichever comes first."""
        places = [self.words] if self.speaker is None else [self.words, self.speaker]
        return Span(min(place.start for place in places), max(place.end for place in places))

    @property
    def form(self) -> str:
        """The cue as written, in lower case."""
        return self.words_in(self.words).lower()

    def words_in(self, span: Span) -> str:
        """Return the sentence's words under a canonical span."""
        return self.sentence.text[span.start - self.sentence.start : span.end - self.sentence.start]


def mask_quoted(sentence: Sentence, quoted: Iterable[Span]) -> str:
    """Return the sentence's text with every quoted character masked."""
    letters = list(sentence.text)
    for span in quoted:
        for position in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            letters[position - sentence.start] = MASK
    return "".join(letters)


def find_cues(sentence: Sentence, masked: str) -> tuple[Cue, ...]:
    """Return the cues of a sentence in order; those whose speaker cannot be told are left out."""
    if len(sentence.text) > MOST_LETTERS:
        return ()  # no sentence of a news article: a table or a menu run together
    found = sorted([*_verb_cues(sentence, masked), *_according_cues(sentence, masked)], key=lambda cue: cue.words.start)
    told: list[Cue] = []
    for cue in found:
        is_added = _is_participle(cue.form) and told and (cue.speaker is None or cue.speaker.start > told[-1].words.end)
        if is_added:  # "said …, adding that …": the first one goes on, whatever subject the parse found on the way
            told.append(Cue(sentence, cue.base, cue.words, told[-1].speaker, told[-1].pronoun))
        elif cue.speaker is not None and not (told and _is_borrowed(cue, told[-1])):
            told.append(cue)
    return tuple(told)


def _is_borrowed(cue: Cue, earlier: Cue) -> bool:
    """Say whether a cue borrows its subject from within what an earlier one says: "said Peru had won, and added"."""
    if cue.speaker is None or cue.speaker.start < earlier.words.end or cue.speaker.start > cue.words.start:
        return False
    gap = cue.sentence.text[cue.speaker.end - cue.sentence.start : cue.words.start - cue.sentence.start]
    return phrases.FINITE.search(gap) is not None or len(gap.split()) > MOST_GAP_WORDS


def _verb_cues(sentence: Sentence, masked: str) -> Iterator[Cue]:
    for match in speech.CUE.finditer(masked):
        base = speech.base_of(match.group())
        if base is None or (phrases.is_unsaid(masked, match.start()) and base != "quote as saying"):
            continue
        words = Span(sentence.start + match.start(), sentence.start + match.end())
        verb = subjects.verb_at(sentence, words.start)
        if verb is not None and base != "quote as saying" and not subjects.is_saying(verb):
            continue
        if verb is None and match.group().lower() in speech.DOUBTFUL and not _is_surely_verb(masked, match):
            continue
        speaker = _find_speaker(sentence, masked, match)
        yield _cue(sentence, base, words, speaker)


def _is_surely_verb(masked: str, match: re.Match[str]) -> bool:
    """Say whether a form that may be a noun stands where only a verb can ("…, state radio reports")."""
    is_last = re.match(r"\s*[.,]?\s*$", masked[match.end() :]) is not None
    return is_last or (match.group().endswith("ed") and masked.startswith(" that ", match.end()))


def _is_participle(form: str) -> bool:
    return form.split()[0].endswith("ing")


def _find_speaker(sentence: Sentence, masked: str, match: re.Match[str]) -> Span | None:
    verb = subjects.verb_at(sentence, sentence.start + match.start())
    is_next_to_marks = re.search(rf"{MASK}[\s,]*$", masked[: match.start()]) is not None
    place = phrases.speaker_after(masked, match.end()) if is_next_to_marks else None
    parsed = subjects.subject_of(sentence, verb) if verb is not None and place is None else None
    if parsed is not None and _can_speak(sentence, parsed, masked):
        return parsed
    if place is None and not _is_participle(match.group()):
        place = phrases.speaker_before(masked, match.start())
        if place is None and masked[: match.start()].rstrip().endswith(","):  # "The talks failed, said …"
            place = phrases.speaker_after(masked, match.end())
    return Span(sentence.start + place[0], sentence.start + place[1]) if place else None


def _can_speak(sentence: Sentence, span: Span, masked: str) -> bool:
    start = span.start - sentence.start
    words = masked[start : span.end - sentence.start]
    if re.search(r"[\w.-]$", masked[:start]):
        return False  # a piece of a longer word: "Herald.Az", "70-page"
    return bool(words.strip(MASK + " ")) and len(words.split()) <= phrases.MOST_WORDS


def _according_cues(sentence: Sentence, masked: str) -> Iterator[Cue]:
    for match in speech.ACCORDING.finditer(masked):
        place = phrases.speaker_after(masked, match.end() - 1)
        if place is None:
            continue
        words = masked[slice(*place)]
        core = re.split(r"\s(?:of|for|by|with|between|and)\s", words)[0]
        if not core or speech.NO_SPEAKER.fullmatch(core.split()[-1].lower()) or re.match(r"Article\b", core):
            continue
        said = Span(sentence.start + match.start(), sentence.start + len(masked[: match.end()].rstrip()))
        yield _cue(sentence, "according to", said, Span(sentence.start + place[0], sentence.start + place[1]))


def _cue(sentence: Sentence, base: str, words: Span, speaker: Span | None) -> Cue:
    if speaker is None:
        return Cue(sentence, base, words, None)
    name = sentence.text[speaker.start - sentence.start : speaker.end - sentence.start].lower()
    if NOBODY.fullmatch(name):
        return Cue(sentence, base, words, None)
    return Cue(sentence, base, words, speaker, name if name in PRONOUNS else None)
