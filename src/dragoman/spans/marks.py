"""Blocks in, stretches between quotation marks out, however the marks are written and wherever they close.

Marks are told by their neighbours more than by their shape, since pages mix straight and curly ones, and
apostrophes look like single marks.  Only the outermost pair is kept.  To add a style, add its marks to a family.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Block, Span

OPENERS = "“„«‟"
CLOSERS = "”»"
STRAIGHT = '"＂'
DOUBLE = OPENERS + CLOSERS + STRAIGHT
SINGLE = "'‘’"
BEFORE_OPENING = "([{—–-/…" + DOUBLE + "‘'"
AFTER_CLOSING = ".,;:!?)]}—–-/…" + DOUBLE + "’'"
FARTHEST = 8  # paragraphs behind an opening mark in which its closing one is sought
# Clipped words that begin with an apostrophe: "the '90s", "'em", "'til".
CLIPPED = re.compile(r"['’](?:\d0s\b|em\b|til\b|tis\b|cause\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between quotation marks: `span` is the words, `outer` takes the marks in."""

    span: Span
    outer: Span


def find_stretches(blocks: Sequence[Block]) -> tuple[Stretch, ...]:
    """Return the outermost quoted stretches in order, those that run over several paragraphs as one."""
    found: list[Stretch] = []
    opened: int | None = None
    for number, block in enumerate(blocks):
        pairs, rest = _pair_marks(block, opened)
        doubles = [_stretch(start, end) for start, end in pairs]
        opened = rest if rest is not None and _goes_on(blocks, number) else None
        found += doubles + [_stretch(*pair) for pair in _pair_single_marks(block, doubles, rest)]
    return _keep_outermost(found)


def _stretch(start: int, end: int) -> Stretch:
    return Stretch(Span(start + 1, end - 1), Span(start, end))


def _keep_outermost(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    ordered = sorted(found, key=lambda stretch: (stretch.outer.start, -stretch.outer.end))
    kept: list[Stretch] = []
    for stretch in ordered:
        if not kept or stretch.outer.start >= kept[-1].outer.end:
            kept.append(stretch)
    return tuple(kept)


def _goes_on(blocks: Sequence[Block], number: int) -> bool:
    """Say whether a quotation left open in a block is taken up behind it.

    Either a mark heads the next paragraph, or the next mark of all, a few paragraphs on at most, closes.
    """
    if blocks[number].section != "body":
        return False
    for block in blocks[number + 1 : number + 1 + FARTHEST]:
        if block.section != "body":
            return False
        position = next((place for place, mark in enumerate(block.text) if mark in DOUBLE), None)
        if position == 0:
            return block is blocks[number + 1] and block.text[0] in OPENERS + STRAIGHT
        if position is not None:
            return _can_close(block.text, position) and not _can_open(block.text, position)
    return False


def _pair_marks(block: Block, opened: int | None) -> tuple[list[tuple[int, int]], int | None]:
    """Pair the double marks of a block; `opened` is where a quotation of an earlier block began.

    Returns the pairs as canonical offsets and where a quotation that is still open began.
    """
    pairs: list[tuple[int, int]] = []
    start = opened
    for position, mark in enumerate(block.text):
        if mark not in DOUBLE or (position == 0 and opened is not None):
            continue
        can_open, can_close = _can_open(block.text, position), _can_close(block.text, position)
        if start is not None and _is_closing(mark, can_open=can_open, can_close=can_close):
            pairs.append((start, block.start + position + 1))
            start = None
        elif _is_opening(mark, can_open=can_open, can_close=can_close):
            # A second opening mark means that the close of the first was lost: start afresh.
            start = block.start + position
    return pairs, start


def _can_open(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if not after or after.isspace():
        return False
    return not before or before.isspace() or before in BEFORE_OPENING or (before in ",:;" and after.isalnum())


def _can_close(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in AFTER_CLOSING)


def _is_closing(mark: str, *, can_open: bool, can_close: bool) -> bool:
    if mark in CLOSERS:
        return True
    if mark in STRAIGHT:
        return can_close or not can_open
    return can_close and not can_open


def _is_opening(mark: str, *, can_open: bool, can_close: bool) -> bool:
    if mark in OPENERS:
        return True
    return can_open and not can_close


def _pair_single_marks(block: Block, doubles: Sequence[Stretch], rest: int | None) -> Iterator[tuple[int, int]]:
    """Pair the single marks outside the double ones; a mark without its fellow is an apostrophe."""
    limit = len(block.text) if rest is None else max(0, rest - block.start)
    start: int | None = None
    for position, mark in enumerate(block.text[:limit]):
        if mark not in SINGLE or any(double.outer.covers(_point(block, position)) for double in doubles):
            continue
        if mark != "’" and _can_open(block.text, position) and not CLIPPED.match(block.text, position):
            start = position
        elif start is not None and mark != "‘" and _ends_single(block.text, position):
            yield block.start + start, block.start + position + 1
            start = None


def _point(block: Block, position: int) -> Span:
    return Span(block.start + position, block.start + position + 1)


def _ends_single(text: str, position: int) -> bool:
    """Say whether a single mark closes: "the states' rights" has no closing mark while another one follows."""
    if not _can_close(text, position):
        return False
    is_possessive = text[position - 1] == "s" and re.match(r" [a-z]", text[position + 1 : position + 3]) is not None
    return not (is_possessive and re.search(r"\S['’](?:[\s.,;:!?)]|$)", text[position + 1 :]))
