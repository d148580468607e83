"""The main text of an HTML page, in paragraphs.

In: the tree, after its lists were taken out, and its title.  Out: lines, first as trafilatura finds them; where its
answer is mostly menus or nothing, the densest box of the page; where both have little, the JSON-LD article body.
Lines that are furniture, that repeat the title or that repeat another line are dropped.
"""

import re
from collections.abc import Iterable

import trafilatura
from lxml.html import HtmlElement

from dragoman.articles.canonical import bare, count_words, fold
from dragoman.articles.densest import find_densest
from dragoman.articles.furniture import SENTENCE_END, is_furniture, is_prose, without_glued_credit
from dragoman.articles.markup import FOREIGN_FAILURES, lines_of

# Share of the words that stand in running text, under which trafilatura's answer counts as a dump of the page.
# Measured on 23 news pages: 22 articles have 0.93 or more, the one dump 0.55.
MIN_PROSE_SHARE = 0.75
# JSON-LD's article body is taken where the page itself shows under half of it.
BODY_SHARE = 0.5
LABEL_WORDS = 3
QUOTED_WORDS = 8  # a shorter line may stand inside a longer one by chance
MAX_COMPARED = 500  # lines; each is compared with each
LONGER_LINE = 1.1  # folding leaves a line a little longer or shorter than the page has it
DATELINE_GLUED = re.compile(r"^([^().]{2,40}\([A-Z][^()]{1,30}\))(?=[A-Z][a-z’']*\s|A\s)")
BULLET = re.compile(r"^[•·▪■●*]\s+")


def find_body(root: HtmlElement, titles: Iterable[str], article_body: str | None) -> tuple[str, ...]:
    """Return the paragraphs of the page's main text; empty where there is none.

    `titles` are lines that stand above the text and are told elsewhere: title, section.
    """
    said = frozenset(map(bare, titles))
    longest = max((len(line.text) for line in lines_of(root)), default=0)
    # A line longer than any of the page runs across its blocks: trafilatura's last resort, menus and all.
    found = clean_lines((line for line in _by_trafilatura(root) if len(line) <= longest * LONGER_LINE), said)
    if _prose_share(found) < MIN_PROSE_SHARE or _prose_words(found) < 60:
        dense = clean_lines([line.text for line in find_densest(root)], said)
        if _is_better(dense, found):
            found = dense
    if article_body and _prose_words(found) < BODY_SHARE * count_words(article_body):
        told = clean_lines(re.split(r"\s*\n\s*|(?:<br\s*/?>|</?p>)\s*", article_body), said)
        found = told if _prose_words(told) > _prose_words(found) else found
    return _without_loose_ends(found)


def clean_lines(lines: Iterable[str], said: frozenset[str]) -> tuple[str, ...]:
    """Return folded lines without furniture, without what was said above, without what another line repeats."""
    kept: list[str] = []
    for raw in lines:
        line = DATELINE_GLUED.sub(r"\1 ", without_glued_credit(BULLET.sub("", fold(raw))))
        if line and not is_furniture(line) and bare(line) not in said:
            kept.append(line)
    return tuple(_without_repeats(kept))


def _by_trafilatura(root: HtmlElement) -> list[str]:
    """Return the lines trafilatura finds; its own warnings are about pages, not about us, and are not passed on."""
    try:
        found = trafilatura.bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except FOREIGN_FAILURES:
        return []
    body = getattr(found, "body", None)
    return [] if body is None else [line.text for line in lines_of(body)]


def _without_repeats(lines: list[str]) -> Iterable[str]:
    """Yield the lines without repeats: equal ones, and those that a longer line holds whole (pull quotes)."""
    everything = [f" {bare(line)} " for line in lines]
    seen: set[str] = set()
    for line, said in zip(lines, everything, strict=True):
        may_be_quoted = len(lines) <= MAX_COMPARED and count_words(line) >= QUOTED_WORDS
        is_quoted = may_be_quoted and any(said in other and said != other for other in everything)
        if said not in seen and not is_quoted:
            yield line
        seen.add(said)


def _prose_words(lines: tuple[str, ...]) -> int:
    return sum(count_words(line) for line in lines if is_prose(line))


def _prose_share(lines: tuple[str, ...]) -> float:
    words = sum(count_words(line) for line in lines)
    return _prose_words(lines) / words if words else 0.0


def _is_better(dense: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return _prose_words(dense) >= 0.5 * _prose_words(found) and _prose_share(dense) > _prose_share(found)


def _without_loose_ends(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Drop labels before the first running text, and all that follows the last: boxes' headings, names of tags."""
    prose = [number for number, line in enumerate(lines) if is_prose(line)]
    if not prose:
        return lines
    opening = tuple(line for line in lines[: prose[0]] if count_words(line) > LABEL_WORDS or SENTENCE_END.search(line))
    return opening + lines[prose[0] : prose[-1] + 1]
