"""What comes in from the world, before anybody has read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What the container says of a document: a feed of its item, a JSONL line of its text.

    `published` is an ISO 8601 day or time, with a zone where the container gave one.
    """

    title: str | None = None
    deck: str | None = None
    published: str | None = None
    author: str | None = None
    section: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """Bytes with their address: when and how they were fetched, and what their container says of them.

    `form` says how to read `body`: "html" (a web page), "page" (a page saved as plain text, menus and
    lists included), "prose" (nothing but the text itself, blank lines between paragraphs) or "item"
    (a feed's item: `given.title` and perhaps a summary or text, as HTML, in `body`).
    `charset` is what the transport declared; it may be wrong.  `fetched` is an ISO time in UTC.
    """

    doc_id: str
    body: bytes
    form: str
    via: str  # "file", "stdin", "address", "warc", "feed", "jsonl", "text"
    address: str | None = None
    fetched: str | None = None
    charset: str | None = None
    redirects: tuple[str, ...] = ()
    given: Given = Given()
