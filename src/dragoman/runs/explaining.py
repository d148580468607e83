"""Every step of one text, sentence by sentence, for people who want to know why.

Comes in: a text and its day.  Goes out: an `Explanation` of records that the rooms made on the way,
or the text's `Rejection`.  To show one more kind of mark, add it to `SentenceAccount`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dragoman.records import (
    Article,
    Event,
    Mention,
    PlaceMention,
    Quotation,
    Rejection,
    Sentence,
    Span,
    Step,
    TimeExpression,
)
from dragoman.runs.coding import Stages, code_article, prepare_article
from dragoman.runs.python import document_from_text
from dragoman.runs.reading import read_document
from dragoman.runs.settings import Settings


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Marked = TypeVar("Marked", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """A sentence and all that was found in it."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    steps: tuple[Step, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The article that the text became, and its sentences in order."""

    article: Article
    sentences: tuple[SentenceAccount, ...]


def explain_text(text: str, date: str | None, stages: Stages) -> Explanation | Rejection:
    """Return every step of the coding of `text`, published on `date`."""
    article = read_document(document_from_text("text", text, title=None, date=date), Settings(date=date))
    if isinstance(article, Rejection):
        return article
    prepared = prepare_article(article, stages)
    coded = code_article(article, stages)
    if isinstance(coded, Rejection):
        return coded
    return Explanation(
        article,
        tuple(
            SentenceAccount(
                sentence,
                prepared.cast.mentions(sentence.number),
                _within(prepared.quotations, sentence),
                _within(prepared.times, sentence),
                _within(prepared.places, sentence),
                tuple(step for step in coded.steps if step.sentence == sentence.number),
                tuple(event for event in coded.events if event.text_info.start == sentence.start),
            )
            for sentence in prepared.sentences
        ),
    )


def _within(marks: Iterable[Marked], sentence: Sentence) -> tuple[Marked, ...]:
    return tuple(mark for mark in marks if mark.span.meets(sentence.span))
