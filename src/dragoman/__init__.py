"""Dragoman reads news and writes down who did what to whom, when, where, and according to whom.

    import dragoman

    coded = dragoman.code_text("The foreign ministers of Norway and Chile met in Oslo on Tuesday.", date="2024-05-16")
    for event in coded.events:
        print(event.event, event.date, [actor.code for actor in event.actor])

Every function returns a `CodedArticle` (its `events` may be empty, which is a result too) or a
`Rejection` with stage, reason and detail.  Libraries are loaded on the first call, not on import.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.errors import BadUse, DragomanError, InputError
from dragoman.records import Article, CodedArticle, Event, Rejection, json_from_record, record_from_json

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BadUse",
    "CodedArticle",
    "DragomanError",
    "Event",
    "InputError",
    "Rejection",
    "code_text",
    "code_texts",
    "event_schema",
    "json_from_record",
    "read_page",
    "record_from_json",
]


def code_text(text: str, *, date: str | None = None, title: str | None = None) -> CodedArticle | Rejection:
    """Code one English text.

    Blank lines part paragraphs.  `date` is its day of publication (YYYY-MM-DD), from which "on Tuesday"
    is counted; `title` is coded as a headline, with an empty `text` too.
    """
    from dragoman.runs import python

    return python.code_text(text, date=date, title=title)


def code_texts(texts: Iterable[str | Mapping[str, object] | Article]) -> Iterator[CodedArticle | Rejection]:
    """Code texts as they come, one result for each, in order.

    An item is a text, a mapping with "text" and perhaps "id", "date" and "title", or an `Article`.
    """
    from dragoman.runs import python

    return python.code_texts(texts)


def read_page(source: str | os.PathLike[str] | bytes, *, date: str | None = None) -> CodedArticle | Rejection:
    """Read and code one news page: a file's path, an http(s) address, or the bytes of an HTML page.

    `date` is the day of publication where the page carries none.  InputError where there is no such page.
    """
    from dragoman.runs import python

    return python.read_page(source, date=date)


def event_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the event record, as `dragoman code` writes it."""
    from dragoman.runs import schema

    return schema.event_schema()
