"""What `import dragoman` offers: a text, a page or an iterable of texts in, records out.

Comes in: plain Python values.  Goes out: `CodedArticle`, or `Rejection` with its reason.  The stages
are loaded on the first call and kept.  To add a function, write it here and name it in
`dragoman/__init__.py`.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dragoman.errors import BadUse, InputError
from dragoman.records import Article, Given, Rejection, SourceDocument
from dragoman.runs.batch import code_document, code_safely, shared_stages
from dragoman.runs.forms import Outcome
from dragoman.runs.reading import open_inputs
from dragoman.runs.settings import Settings

Page = str | os.PathLike[str] | bytes
Text = str | Mapping[str, object] | Article
TEXT_FIELDS = ("id", "text", "date", "title")


def code_text(text: str, *, date: str | None = None, title: str | None = None) -> Outcome:
    """Code one English text; see `dragoman.code_text`."""
    return _code_given(document_from_text("text", text, title=title, date=date))


def code_texts(texts: Iterable[Text]) -> Iterator[Outcome]:
    """Code texts as they come; see `dragoman.code_texts`."""
    for number, text in enumerate(texts, start=1):
        if isinstance(text, Article):
            yield code_safely(text, shared_stages())
        else:
            yield _code_given(_document_from_item(text, number))


def read_page(source: Page, *, date: str | None = None) -> Outcome:
    """Read and code one page; see `dragoman.read_page`."""
    settings = Settings(date=date)
    return code_document(_page_from_source(source, settings), shared_stages(), settings)


def _code_given(document: SourceDocument) -> Outcome:
    return code_document(document, shared_stages(), Settings(date=document.given.published))


def document_from_text(doc_id: str, text: str, *, title: str | None, date: str | None) -> SourceDocument:
    """Return a text as a document that holds nothing else; BadUse where `date` is no day."""
    Settings(date=date)  # says so where the day is none
    given = Given(title=title, published=date, language="en")  # the caller says so; short texts mislead a detector
    return SourceDocument(doc_id, text.encode("utf-8", "replace"), "prose", "text", charset="utf-8", given=given)


def _document_from_item(item: str | Mapping[str, object], number: int) -> SourceDocument:
    if isinstance(item, str):
        return document_from_text(str(number), item, title=None, date=None)
    if not isinstance(item, Mapping):
        raise BadUse(f"item {number} is a text, a mapping or an Article, not {type(item).__name__}")
    strange = sorted(set(item) - set(TEXT_FIELDS))
    if strange:
        raise BadUse(f"item {number} has a field {strange[0]!r}; a text's fields are {', '.join(TEXT_FIELDS)}")
    text, title, date = (_field(item, name, number) for name in ("text", "title", "date"))
    return document_from_text(str(item.get("id", number)), text or "", title=title, date=date)


def _field(item: Mapping[str, object], name: str, number: int) -> str | None:
    value = item.get(name)
    if value is not None and not isinstance(value, str):
        raise BadUse(f"field {name!r} of item {number} is a string, not {value!r:.60}")
    return value


def _page_from_source(source: Page, settings: Settings) -> SourceDocument | Rejection:
    if isinstance(source, bytes):
        return SourceDocument("page", source, "html", "text")
    named = os.fspath(source)
    if not named.startswith(("http://", "https://")) and Path(named).is_dir():
        raise BadUse(f"{named!r} is a folder; read_page reads one page, so give it one file of the folder")
    opened = list(open_inputs([named], settings))
    if not opened:
        raise InputError(f"there is no page in {named!r}")
    if len(opened) > 1:
        raise BadUse(f"{named!r} holds {len(opened)} documents; read_page reads one page, `dragoman code` reads many")
    return opened[0]
