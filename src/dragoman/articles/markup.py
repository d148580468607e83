"""HTML to a tree, and a tree to lines: the two steps that every HTML reader shares.

In: markup as text.  Out: one lxml tree, or None where nothing can be parsed; and the lines of an element, broken
where a browser breaks them, with the share of each line that is link.  To treat one more element as a block of
its own, add it to `BLOCKS`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from dragoman.articles.canonical import fold
from dragoman.articles.furniture import SENTENCE_END

HTML_BLOCKS = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead title
    tr ul
"""
EXTRACTED_BLOCKS = "ab cell code fw head item list quote row"  # what trafilatura makes of them
BLOCKS = frozenset(f"{HTML_BLOCKS} {EXTRACTED_BLOCKS}".split())
SILENT_TAGS = "script style noscript template svg iframe object select textarea button input math audio video"
SILENT = frozenset(SILENT_TAGS.split())
BREAKS = frozenset(("br", "lb"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
# What lxml, trafilatura and htmldate were seen to raise on hostile or broken trees.
FOREIGN_FAILURES = (
    etree.LxmlError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
MAX_TAGS = 50_000  # a page with more is no news page: of 23 measured the largest has 2,000
# libxml2 cuts trees at 256 levels only where it is not told otherwise; recursive code behind us needs that bound.
MAX_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, the innermost block it stands in, and the share of it that is link text."""

    text: str
    block: HtmlElement
    link_share: float

    @property
    def is_heading(self) -> bool:
        """Whether the line's block is a heading."""
        return self.block.tag in HEADINGS


def parse_markup(text: str) -> HtmlElement | None:
    """Return the tree of a page, or None where there is nothing to parse."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    markup = text.encode("utf-8", "replace")
    if not markup.strip():
        return None
    try:
        root = lxml.html.document_fromstring(markup, parser=parser)
    except FOREIGN_FAILURES:
        return None
    return root


def is_too_deep(root: HtmlElement) -> bool:
    """Say whether elements are nested deeper than any real page nests them."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def text_of(element: HtmlElement) -> str:
    """Return the folded text of an element."""
    return fold(" ".join(element.itertext()) if element.tag in ("ul", "ol") else "".join(element.itertext()))


def lines_of(root: HtmlElement) -> tuple[Line, ...]:
    """Return the lines of an element in order, as a browser would break them; empty ones are left out."""
    return tuple(_LineBuilder().walk(root))


def text_from_fragment(markup: str) -> str:
    """Return the text of a metadata value that may hold tags ("<p>Two killed</p>")."""
    if "<" not in markup:
        return fold(markup)
    root = parse_markup(f"<div>{markup}</div>")
    return " ".join(line.text for line in lines_of(root)) if root is not None else fold(re.sub("<[^>]*>", " ", markup))


class _LineBuilder:
    """Gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []
        self._blocks: list[HtmlElement] = []
        self._links = 0
        self._silent = 0

    def walk(self, root: HtmlElement) -> Iterator[Line]:
        self._blocks.append(root)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                yield from self._open(element)
            else:
                yield from self._close(element, element is root)
        yield from self._flush()

    def _open(self, element: HtmlElement) -> Iterator[Line]:
        tag = element.tag
        if tag in SILENT:
            self._silent += 1
        if tag in BLOCKS:
            yield from self._flush()
            self._blocks.append(element)
        if tag in BREAKS:
            if SENTENCE_END.search("".join(text for text, _ in self._pieces)):
                yield from self._flush()
            self._add("\n")
        self._links += tag in ("a", "ref")
        self._add(element.text)

    def _close(self, element: HtmlElement, is_root: bool) -> Iterator[Line]:
        if element.tag in SILENT:
            self._silent -= 1
        self._links -= element.tag in ("a", "ref")
        if element.tag in BLOCKS:
            yield from self._flush()
            self._blocks.pop()
        if not is_root:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and not self._silent:
            self._pieces.append((text, self._links > 0))

    def _flush(self) -> Iterator[Line]:
        text = fold("".join(piece for piece, _ in self._pieces))
        if text:
            linked = sum(len(piece.strip()) for piece, is_link in self._pieces if is_link)
            yield Line(text, self._blocks[-1], min(1.0, linked / len(text)))
        self._pieces = []
