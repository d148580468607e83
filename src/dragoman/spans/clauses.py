"""A cue in, the words it gives to its speaker out, where no quotation marks bound them.

Three shapes: behind the verb ("X said that …"), before it ("…, X said."), on both sides ("…, X said, …").  The parse
tells where a joined main clause leaves the saying again; without it the words run to the sentence's end.
"""

import re

from dragoman.records import Span
from dragoman.spans import phrases, speech, subjects
from dragoman.spans.cues import DATELINE, MASK, Cue

# What a speaker does besides saying begins a new act: "said the talks had failed, accusing …".
NEW_ACT = re.compile(
    r",\s+(?:and\s+)?(?:accusing|adding|calling|condemning|demanding|denouncing|describing|pledging|promising|threatening|"
    r"urging|vowing|warning|saying|citing|using)\b"
)
NEW_MAIN = re.compile(
    r";\s|,\s+(?:but|while|whereas)\s+(?!that\b)|,\s+and\s+(?!that\b)(?=[^,;]{1,60}?\s(?:said|says|told|added)\b)"
)
CLAUSE_JOINT = re.compile(r"[;:]\s|\s[—–]\s|\s--\s|,\s+(?:and|but|while)\s+")
# Between a verb and its "that" stand a time, a place, an occasion, or nothing; with a hearer, anything but a verb.
_NO_CLAUSE = rf"(?:(?!{phrases.FINITE.pattern}|,\s+[a-z]+ing\b)[^;:\x00]){{0,100}}?\s"
TO_THAT = re.compile(
    r"\s+(?:(?:on|in|at|during|for|to|after|before|by|via|through|late|early|again|yesterday|today|last|earlier|"
    rf"{phrases.WEEKDAY})\b{_NO_CLAUSE})?(?:the\s+fact\s+)?(that)\s+"
)
TOLD_THAT = re.compile(rf"\s+{_NO_CLAUSE}(that)\s+")
HEARER = re.compile(
    r"\s+(?:the\s+)?(?:\w+\s+)?(?:reporters|journalists|lawmakers|parliament|state (?:television|media)|newspaper"
    r"|television|radio|agency|council|(?:news|press) conference|meeting|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})\b"
    r"(?:\s+(?:in|at|on|during|after)\s[^,;:]{1,40}?(?=\s(?:that|the)\b))?"
)
MOST_ADJUNCT_WORDS = 14  # "in a statement on the ministry's site late on Tuesday": longer tails hold a clause


def reported_spans(cue: Cue, masked: str) -> tuple[Span, ...]:
    """Return the stretches that `cue` reports without quotation marks; none where it reports nothing."""
    if cue.base in speech.WITH_MARKS:
        return ()
    if cue.base == "according to":
        return _claimed_according_to(cue, masked)
    front, tail = _around(cue, masked)
    if _is_fronted(cue, front, tail):
        return _shift(cue, (_front_start(masked), len(front)))
    if tail.startswith(",") and front.rstrip().endswith(",") and _has_words(front, 1):
        return _shift(cue, (_front_start(masked), len(front)), (len(masked) - len(tail) + 1, len(masked)))
    return _claimed_behind(cue, masked)


def _around(cue: Cue, masked: str) -> tuple[str, str]:
    start, end = cue.extent.start - cue.sentence.start, cue.extent.end - cue.sentence.start
    return masked[:start], masked[end:]


def _front_start(masked: str) -> int:
    dateline = DATELINE.match(masked)
    return dateline.end() if dateline else 0


def _has_words(text: str, least: int) -> bool:
    return len(re.findall(rf"\w+|{MASK}+", text)) >= least


def _is_fronted(cue: Cue, front: str, tail: str) -> bool:
    said = front[_front_start(front) :].rstrip()
    if not said.endswith((",", "—", "–", "?", MASK)) or not _has_words(said, 3):
        return False
    is_inverted = cue.speaker is not None and cue.speaker.start > cue.words.start
    return is_inverted or is_adjunct(cue, tail)


def is_adjunct(cue: Cue, tail: str) -> bool:
    """Say whether what follows a cue only tells when, where or to whom it was said."""
    words = re.split(r"[,;]", tail)[0].strip().rstrip(".")
    if not words:
        return re.match(r"\s*(?:\.\s*)?$|\s*,\s+[a-z]+ing\b|\s*;", tail) is not None
    opening = re.match(rf"(?:in|on|at|during|after|before|to|via|through|late|early|{phrases.WHEN})\b", words)
    has_clause = re.search(r"\bthat\b", words) or phrases.FINITE.search(words) or MASK in words
    has_hearer = cue.base in speech.TO_HEARER and not re.search(r"\bto\b", words)
    return bool(opening or has_hearer) and not has_clause and len(words.split()) <= MOST_ADJUNCT_WORDS


def _claimed_behind(cue: Cue, masked: str) -> tuple[Span, ...]:
    start = _claim_start(cue, masked)
    if start is None:
        return ()
    end = _claim_end(cue, masked, start)
    return _shift(cue, (start, end)) if _has_words(masked[start:end], 2) else ()


def _claim_start(cue: Cue, masked: str) -> int | None:
    """Return where the words behind the verb begin, None where the verb reports nothing."""
    past = cue.words.end - cue.sentence.start
    if cue.speaker is not None and cue.speaker.start > cue.words.start:
        return None
    colon = re.compile(r"[^,;:]{0,60}:\s+").match(masked, past)
    if colon:
        return colon.end()
    verb = subjects.verb_at(cue.sentence, cue.words.start)
    if verb is not None:
        start = subjects.start_of_said(cue.sentence, verb)
        if start is not None:
            return start - cue.sentence.start
    that = (TOLD_THAT if cue.base in speech.TO_HEARER else TO_THAT).match(masked, past)
    if that and (verb is None or subjects.is_conjunction(cue.sentence, that.end(1))):
        return that.end()
    return None if verb is not None and cue.base == "tell" else _bare_start(cue, masked, past)


def _bare_start(cue: Cue, masked: str, past: int) -> int | None:
    """Read "said the talks had begun" and "told reporters the talks had begun" by the words alone."""
    if cue.base not in speech.PLAIN or re.match(r"\s+to\b|\s*$|\s*[.,;]", masked[past:]):
        return None
    if cue.base == "tell":
        hearer = HEARER.match(masked, past)
        if hearer is None or re.match(r"\s+to\s", masked[hearer.end() :]):
            return None
        past = hearer.end()
    when = re.compile(rf"\s+{phrases.WHEN}\b").match(masked, past)
    start = when.end() if when else past
    return start if phrases.FINITE.search(masked, start) or re.search(r"\s\w+ed\s", masked[start:]) else None


def _claim_end(cue: Cue, masked: str, start: int) -> int:
    verb = subjects.verb_at(cue.sentence, cue.words.start)
    ends = [match.start() for match in (NEW_ACT.search(masked, start),) if match]
    if verb is not None:
        parsed = subjects.end_of_saying(cue.sentence, verb, cue.sentence.start + start)
        ends += [parsed - cue.sentence.start] if parsed is not None else []
    else:
        ends += [match.start() for match in (NEW_MAIN.search(masked, start),) if match]
    return min([end for end in ends if end > start], default=len(masked))


def _claimed_according_to(cue: Cue, masked: str) -> tuple[Span, ...]:
    start, end = (edge - cue.sentence.start for edge in (cue.extent.start, cue.extent.end))
    first = _front_start(masked)
    if not _has_words(masked[first:start], 2):
        comma = masked.find(",", end)
        return _shift(cue, (comma + 1, len(masked))) if comma >= 0 else ()
    if not _has_words(masked[end:], 1):
        return _shift(cue, (first, start))
    joints = [match.end() for match in CLAUSE_JOINT.finditer(masked, first, start)]
    front = (joints[-1] if joints else first, start)
    return _shift(cue, front, (end + 1, len(masked))) if masked[end] == "," else _shift(cue, front)


def _shift(cue: Cue, *places: tuple[int, int]) -> tuple[Span, ...]:
    """Trim places of the sentence and return them as canonical spans, empty ones left out."""
    spans = []
    for start, end in places:
        words = cue.sentence.text[start:end]
        left = len(words) - len(words.lstrip(" ,—–-"))
        right = len(words.rstrip(" ,.;—–-\n"))
        if right > left:
            spans.append(Span(cue.sentence.start + start + left, cue.sentence.start + start + right))
    return tuple(spans)
