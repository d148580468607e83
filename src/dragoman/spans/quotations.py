"""Blocks and sentences in, quotations with their speakers out: `mark_quotations`.

Three steps: stretches between marks, cues in the text around them, then each stretch takes the cue that touches it
and each cue left over reports what stands beside it.  A speaker is carried on only where the text leaves no choice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge import Knowledge
from dragoman.records import Block, Quotation, Sentence, Span
from dragoman.spans import phrases
from dragoman.spans.clauses import is_adjunct, reported_spans
from dragoman.spans.cues import MASK, Cue, find_cues, mask_quoted
from dragoman.spans.headlines import headline_claims
from dragoman.spans.marks import Stretch, find_stretches
from dragoman.spans.speakers import Speakers

FEWEST_WORDS = 4  # fewer words in marks, with nobody speaking, are a nickname or a doubt, not a quotation
TITLE_SHARE = 0.6  # stretches with more capitalised words than this are names of works and operations


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its quoted words masked, and what is said in it."""

    sentence: Sentence
    masked: str
    sayings: tuple["Saying", ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue that gives words to somebody: the stretches between marks that touch it, else the words it reports."""

    cue: Cue
    speaker: Span | None
    quoted: tuple[Stretch, ...]
    reported: tuple[Span, ...]


def mark_quotations(
    blocks: Sequence[Block], sentences: Sequence[Sentence], knowledge: Knowledge | None = None
) -> tuple[Quotation, ...]:
    """Return the quotations of an article in order: quoted, reported, and claims of headlines.

    `sentences` may be parsed or not; a parse makes reported speech exact.  `knowledge` tells a headline's
    speaker from its topic ("Kremlin: …", "Syria: …"); without it only offices and persons of the article count there.
    """
    stretches = find_stretches(blocks)
    passages = _read_passages(sentences, stretches)
    found = [
        Quotation(span, saying.speaker, saying.cue.words, "reported")
        for passage in passages
        for saying in passage.sayings
        for span in saying.reported
    ]
    for block in blocks:
        if block.is_headline:
            found += headline_claims(block, sentences, knowledge)
    found += _quoted(stretches, passages, found)
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _read_passages(sentences: Sequence[Sentence], stretches: Sequence[Stretch]) -> tuple[Passage, ...]:
    speakers = Speakers()
    passages = []
    for sentence in sentences:
        if sentence.is_headline:
            continue
        near = [stretch for stretch in stretches if stretch.outer.meets(_reach(sentence))]
        passage = Passage(sentence, mask_quoted(sentence, [stretch.outer for stretch in near]))
        sayings = []
        for cue in find_cues(sentence, passage.masked):
            quoted = _touching(cue, passage, near)
            reported = () if quoted else reported_spans(cue, passage.masked)
            if quoted or reported:
                sayings.append(Saying(cue, speakers.hear(cue), quoted, reported))
        speakers.pass_by(sentence, passage.masked)
        passages.append(Passage(sentence, passage.masked, tuple(sayings)))
    return tuple(passages)


def _touching(cue: Cue, passage: Passage, near: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches that stand against a cue: just before it, or just behind what it says."""
    if cue.base == "according to":
        return ()
    before = [stretch for stretch in near if _is_just_before(stretch, cue, passage)]
    after = [stretch for stretch in near if _is_just_behind(stretch, cue, passage)]
    if before and _word_count(before[-1], passage) < FEWEST_WORDS and not _opens_sentence(before[-1], passage):
        before = []  # "the 'ghost fleet', officials said": the marks are not the words that were said
    return (*before[-1:], *after[:1])


def _reach(sentence: Sentence) -> Span:
    return Span(max(0, sentence.start - 2), sentence.end)


def _text_between(passage: Passage, start: int, end: int) -> str:
    offset = passage.sentence.start
    return passage.masked[max(0, start - offset) : max(0, end - offset)]


def _is_just_before(stretch: Stretch, cue: Cue, passage: Passage) -> bool:
    edge = cue.extent.start
    if stretch.outer.end > edge:
        return False
    if stretch.outer.end <= passage.sentence.start and not passage.sentence.text[:1].islower():
        return False  # the marks closed an earlier sentence, and this one begins anew
    gap = _text_between(passage, stretch.outer.end, edge)
    tail = _text_between(passage, cue.extent.end, passage.sentence.end)
    is_inverted = cue.speaker is not None and cue.speaker.start > cue.words.start
    if re.fullmatch(r"[\s,—–-]*(?:(?:and|but|as)\s+)?(?:[a-z]+ly\s+)?", gap) is None:
        return False
    return is_inverted or is_adjunct(cue, tail) or tail.lstrip()[:1] in ("", *",:;.–—-", MASK)


def _is_just_behind(stretch: Stretch, cue: Cue, passage: Passage) -> bool:
    if stretch.outer.start < cue.extent.end:
        return False
    gap = _text_between(passage, cue.extent.end, stretch.outer.start)
    if MASK in gap:
        return False
    if re.search(r"[:,]\s*$", gap):
        is_clause = phrases.FINITE.search(gap) or re.search(r"\bthat\b", gap)
        is_open = gap.rstrip().endswith(":") or is_adjunct(cue, gap.rstrip(" ,:") + ".")
        return is_open and not is_clause and len(gap.split()) <= phrases.MOST_WORDS
    is_whole = re.fullmatch(r"\s*(?:(?:that|how)\s+)?", gap) is not None
    return (
        is_whole
        and re.match(r"[\s.,;]*$|[\s,]*\x00?", _text_between(passage, stretch.outer.end, passage.sentence.end))
        is not None
    )


def _word_count(stretch: Stretch, passage: Passage) -> int:
    offset = passage.sentence.start
    if stretch.span.start < offset:
        return FEWEST_WORDS  # it runs over several sentences
    return len(passage.sentence.text[stretch.span.start - offset : stretch.span.end - offset].split())


def _opens_sentence(stretch: Stretch, passage: Passage) -> bool:
    return stretch.outer.start <= passage.sentence.start


def _quoted(
    stretches: Sequence[Stretch], passages: Sequence[Passage], reported: Sequence[Quotation]
) -> list[Quotation]:
    cued: dict[Stretch, Saying] = {}
    for passage in passages:
        for saying in passage.sayings:
            for stretch in saying.quoted:
                cued.setdefault(stretch, saying)
    found: list[Quotation] = []
    for stretch in stretches:
        saying_here = cued.get(stretch)
        if saying_here is not None:
            found.append(Quotation(stretch.span, saying_here.speaker, saying_here.cue.words, "quoted"))
        elif not any(quotation.span.covers(stretch.span) for quotation in reported):
            inside = [number for number, passage in enumerate(passages) if passage.sentence.span.meets(stretch.span)]
            if inside and _is_quotation(stretch, [passages[number] for number in inside]):
                found.append(Quotation(stretch.span, _carried(stretch, passages, inside, found), None, "quoted"))
    return found


def _is_quotation(stretch: Stretch, inside: Sequence[Passage]) -> bool:
    """Say whether marks without a cue hold words that somebody spoke, not a nickname, a doubt, or a title."""
    if len(inside) > 1:
        return True
    sentence = inside[0].sentence
    words = sentence.text[stretch.span.start - sentence.start : stretch.span.end - sentence.start].split()
    capitalised = sum(word[:1].isupper() for word in words)
    return len(words) >= FEWEST_WORDS and capitalised <= TITLE_SHARE * len(words)


def _carried(
    stretch: Stretch, passages: Sequence[Passage], inside: Sequence[int], found: Sequence[Quotation]
) -> Span | None:
    """Return the speaker of what stands just before a quotation that has no cue of its own.

    Only a quotation that stands alone, from the start of a sentence to the end of one, goes on for somebody.
    """
    if not _is_whole(stretch, passages, inside):
        return None
    before = passages[inside[0] - 1]
    here, there = passages[inside[0]].sentence, before.sentence
    if (here.section, there.section) != ("body", "body") or here.sequence - there.sequence > 1:
        return None
    speakers = {saying.speaker for saying in before.sayings}
    if len(speakers) == 1:
        return next(iter(speakers))
    if not speakers and found and there.start < found[-1].span.end and found[-1].span.end >= there.end - 2:
        return found[-1].speaker  # the sentence before is the end of a quotation
    return None


def _is_whole(stretch: Stretch, passages: Sequence[Passage], inside: Sequence[int]) -> bool:
    """Say whether a stretch runs from the start of a sentence to the end of one, with another before it."""
    first, last = passages[inside[0]], passages[inside[-1]]
    if inside[0] == 0 or stretch.outer.start > first.sentence.start:
        return False
    opening = first.sentence.text[stretch.span.start - first.sentence.start :]
    closing = last.sentence.text[: stretch.span.end - last.sentence.start]
    rest = _text_between(last, stretch.outer.end, last.sentence.end)
    is_sentence = re.match(r"[^a-z…]", opening) and re.search(r"[.?!…,]$", closing.rstrip())
    return is_sentence is not None and re.fullmatch(r"[\s.,;!?)]*", rest) is not None
