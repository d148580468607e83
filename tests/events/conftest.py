"""Sentences coded the whole way, as tests of this room want them: a function from a text to its events."""

from collections.abc import Callable

import pytest

from dragoman import code_text
from dragoman.records import CodedArticle, Event

DAY = "2024-05-14"  # a Tuesday


@pytest.fixture(scope="session")
def events_of() -> Callable[..., tuple[Event, ...]]:
    """Return a function that codes a text, or paragraphs below a title, of 14 May 2024."""

    def code(text: str, *, title: str | None = None) -> tuple[Event, ...]:
        coded = code_text(text, date=DAY, title=title)
        assert isinstance(coded, CodedArticle), f"{text!r} is rejected: {coded}"
        return coded.events

    return code
