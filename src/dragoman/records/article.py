"""An article as it was read, its one canonical text, and what stands in its place when there is none."""

from collections.abc import Iterator
from dataclasses import dataclass

GAP = "\n\n"  # what stands between two blocks of the canonical text


@dataclass(frozen=True, slots=True)
class ListedHeadline:
    """A headline that a page lists beside its article ("read also", "latest news")."""

    title: str
    deck: str | None = None
    published: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the canonical text.

    `section` is title, deck, body, related or latest.  `sequence` counts from 1: paragraphs within the
    body, items within a list.  `start` is the block's offset in the canonical text; `published` is the
    block's own time where it has one (a listed headline), else the article's.
    """

    section: str
    sequence: int
    start: int
    text: str
    published: str | None

    @property
    def end(self) -> int:
        """The offset behind the block's last character."""
        return self.start + len(self.text)

    @property
    def is_headline(self) -> bool:
        """Whether the block is written in headline grammar."""
        return self.section in ("title", "related", "latest")


@dataclass(frozen=True, slots=True)
class Article:
    """A news article.

    `published` is ISO 8601 as far as it is told ("2023-02-02", "2023-02-02T13:55", "…+04:00").
    `genre` is news, analysis, opinion, interview or press release where it can be told.
    `language` is an ISO 639-1 code.  `address` is the canonical address.
    """

    doc_id: str
    title: str | None = None
    deck: str | None = None
    section: str | None = None
    genre: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    outlet: str | None = None
    address: str | None = None
    paragraphs: tuple[str, ...] = ()
    related: tuple[ListedHeadline, ...] = ()
    latest: tuple[ListedHeadline, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the canonical text in order: title, deck, paragraphs, then listed headlines."""
        return tuple(self._walk_blocks())

    @property
    def text(self) -> str:
        """The canonical text that every offset points into."""
        return GAP.join(text for _, _, text, _ in self._pieces())

    @property
    def day(self) -> str | None:
        """The day of publication, or None."""
        return self.published[:10] if self.published else None

    def _walk_blocks(self) -> Iterator[Block]:
        offset = 0
        for section, sequence, text, published in self._pieces():
            yield Block(section, sequence, offset, text, published)
            offset += len(text) + len(GAP)

    def _pieces(self) -> Iterator[tuple[str, int, str, str | None]]:
        if self.title:
            yield "title", 1, self.title, self.published
        if self.deck:
            yield "deck", 1, self.deck, self.published
        for number, paragraph in enumerate(self.paragraphs, start=1):
            yield "body", number, paragraph, self.published
        for section, listed in (("related", self.related), ("latest", self.latest)):
            for number, item in enumerate(listed, start=1):
                published = item.published or self.published
                yield section, number, item.title, published
                if item.deck:
                    yield section, number, item.deck, published


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that could not become a coded article: at which stage, why, and the particulars.

    `reason` is one of a few fixed phrases ("no article", "too short", "too large", "binary", "truncated",
    "language not coded", "unreadable", "not found" …); `detail` says with which value.  `article` is kept
    where the text was read but cannot be coded.
    """

    doc_id: str
    stage: str  # the room that gave up: "documents", "articles", "sentences", "events" …
    reason: str
    detail: str
    article: Article | None = None
