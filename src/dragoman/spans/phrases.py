"""A sentence's text and the place of a cue in, the speaker's noun phrase out, without a parse.

What is read here is judged narrowly: a phrase with a finite verb in it, or one that begins with a preposition, is no
speaker.  To teach it another thing that stands between a speaker and the cue, add it to FILLER.
"""

import re
from itertools import pairwise

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
WHEN = (
    rf"(?:(?:late|early|earlier|later)\s+)?(?:on\s+)?(?:(?:late|early)\s+)?(?:{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}|yesterday|today|tonight|(?:last|this)\s+(?:week|month|year))"
)
# Words that may stand between a speaker and the verb of speaking.
FILLER = re.compile(
    rf"(?:^|\s)(?:has|have|had|also|then|later|earlier|further|again|once|now|still|first|soon|even|thus|so|meanwhile"
    rf"|in turn|in response|for (?:his|her|its|their) part|{WHEN}"
    r"|(?!(?:family|assembly|ally|daily|weekly|monthly|supply|rally)\b)[a-z]{2,15}ly)\s*$"
)
# Words before the verb that make it no statement at all: "declined to say", "was announced", "did not say".
UNSAID = re.compile(
    r"(?:^|[\s’'])(?:to|not|n['’]t|never|will|would|could|should|can|cannot|may|might|must|shall|if|is|are|was|were|be"
    r"|been|being|did|does|do|of|the|an?)\s*$",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|says?|said|told|went|came"
    r"|made|took|gave|began|became|held|met|left|won|lost|killed|attacked)\b"
)
BOUNDARY = re.compile(
    r"[;:—–!?]|\.{3}|…|\s--?\s|\x00|\b(?:but|while|whereas|because|although|though|that|when|where|since|until|unless"
    r"|whether|if|yet)\b|\b(?:and|as|after|before)\s+(?=(?:he|she|they|it)\b)"
)
OUTSIDE = re.compile(
    r"(?:on|in|at|by|after|before|during|since|for|from|to|with|without|under|over|about|amid|amidst|despite|following|until"
    r"|as|of|through|against|among|between|however|meanwhile|still|also|then|earlier|later|first|instead|moreover|further"
    r"|furthermore|nevertheless|indeed|thus|therefore|finally|separately|asked|when|while|if|although|though|because|"
    r"not|only|or|and|who|which|whose|what|where|why|how|there|here|this|these|those|such|so)\b"
    r"|(?!(?:king|beijing|boeing|nanjing|chongqing|viking|wing|ring)\b)[a-z]+ing\b|(?!italy\b|family\b)[a-z]+ly\b|"
    + WHEN
    + r"\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:[A-Z]\w+['’]s\s[a-z]+|an?|the|one of|his|her|its|their|who|which|whose|now|then|both|also)\b", re.IGNORECASE
)
NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|of|the|bin|al-[A-Z]\w+|van|von|de|der|del|di|el|da)(?:\s+(?:[A-Z][\w.’'-]*|of|bin|al-[A-Z]\w+|van|von|de|der|del|di|el|da)){0,7}"
)
STOP_AFTER = re.compile(
    r"\s*(?:[,;:—–!?()\x00]|\s--?\s|…|$)|\.(?=\s*$)|\s+(?:in|on|at|during|after|before|as|when|while|who|which|using"
    r"|adding|citing|to|by|via|through|from|late|early|earlier|later|and (?:he|she|they|it)|yesterday|today|tonight"
    rf"|that|but|last|this|{WEEKDAY})\b"
)
MOST_WORDS = 22  # a noun phrase longer than this was misread

Place = tuple[int, int]


def is_unsaid(text: str, verb: int) -> bool:
    """Say whether the words before the verb at `verb` make it no statement ("declined to", "was", "would")."""
    return UNSAID.search(text, max(0, verb - 30), _skip_filler(text, max(0, verb - 60), verb)) is not None


def _skip_filler(text: str, start: int, end: int) -> int:
    """Return where the words end that stand before adverbs, auxiliaries and times behind which the verb comes."""
    for _ in range(6):
        match = FILLER.search(text, max(start, end - 40), end)
        if match is None:
            break
        end = match.start()
    return end


def speaker_before(text: str, verb: int) -> Place | None:
    """Return the speaker's place in `text` where it stands before the verb that begins at `verb`."""
    start = max((match.end() for match in BOUNDARY.finditer(text, 0, verb)), default=0)
    end = _skip_filler(text, start, verb)
    region = text[start:end].rstrip()
    if region.endswith((" who", ", who")):
        region = region[: -len("who")].rstrip().rstrip(",")
    if region.endswith(","):
        return _behind_insertion(text, start, start + len(region) - 1)
    comma = region.rfind(",") + 1
    before = region[: comma - 1].rpartition(",")[2].strip() if comma else ""
    if comma and ABOUT.match(before) and not FINITE.search(before) and not OUTSIDE.match(before):
        named = region[comma:].strip()
        if NAME.fullmatch(named):  # "the head of the agency, General Ana Ruiz"
            return _checked(text, start + comma - 1 - len(before), start + len(region))
    return _checked(text, start + comma, start + len(region))


def _behind_insertion(text: str, start: int, end: int) -> Place | None:
    """Read "Ana Ruiz, head of the agency, …" and "the head of the agency, Ana Ruiz, …" that end before the verb."""
    edges = [start, *(match.end() for match in re.finditer(r",(?=\s)", text[:end]) if match.end() > start), end + 1]
    parts = [(left, right - 1) for left, right in pairwise(edges)]
    if len(parts) == 1:  # "The talks failed, said …": what stands before the comma is the claim
        return None
    fitting = [part for part in parts if _checked(text, *part)]
    if not fitting:
        return None
    named = [part for part in fitting if not ABOUT.match(text[slice(*part)].strip())]
    last = text[slice(*parts[-1])].strip()
    if len(parts) > 1 and parts[-1] in named and NAME.fullmatch(last) and ABOUT.match(text[slice(*parts[-2])].strip()):
        return _checked(text, parts[-2][0], parts[-1][1])
    if named:
        earlier = [part for part in named if part != parts[-1]] or named
        return _checked(text, *earlier[-1])
    return _checked(text, *fitting[0])


def speaker_after(text: str, verb_end: int) -> Place | None:
    """Return the speaker's place in `text` where it stands behind a verb that ends at `verb_end`."""
    stop = STOP_AFTER.search(text, verb_end + 1)
    end = stop.start() if stop else len(text)
    place = _checked(text, verb_end, end)
    following = re.compile(r",\s+").match(text, end)
    if place and following and ABOUT.match(text[slice(*place)]):
        name = re.compile(NAME.pattern + r"(?=\s*[,.]?\s*$|,)").match(text, following.end())
        if name and len(name.group().split()) > 1:  # "said the head of the agency, Ana Ruiz"
            return place[0], len(text[: name.end()].rstrip("."))
    return place


def _checked(text: str, start: int, end: int) -> Place | None:
    """Trim a place and return it if a speaker can stand there."""
    words = text[start:end]
    lead = re.match(
        rf"[\s,\"'“”‘’(]*(?:(?:and|but|so|or|yet|meanwhile|however)\b[\s,]*)?(?:(?:on\s+)?{WHEN}\s+)?",
        words,
        re.IGNORECASE,
    )
    start += lead.end() if lead else 0
    words = text[start:end].rstrip(" ,\"'“”‘’)\n")
    if not words or len(words.split()) > MOST_WORDS or not re.match(r"[\w“\"'‘\x00]", words):
        return None
    if OUTSIDE.match(words) or FINITE.search(re.split(r"\b(?:who|which)\b", words)[0]) or words[0].isdigit():
        return None
    clause = re.search(r"\s(?:who|which)\b|\s(?:published|released|issued|posted|obtained|seen)$", words)
    return start, start + (clause.start() if clause else len(words))
