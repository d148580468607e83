"""Datelines: where the line that opens a report ends, and the day it tells.

A sentence in, a Dateline out; an article's sentences in, the same sentences counted from the dateline's day out: a
report of 14 November that a paper prints on the 15th says "today" and means the 14th.  To add a form, write its
pattern into FORMS.
"""

import dataclasses
import re
from collections.abc import Sequence
from datetime import date

from dragoman.records import Sentence
from dragoman.spans import days as calendar
from dragoman.spans.cues import DATELINE
from dragoman.spans.timewords import DAY, MONTH, WEEKDAY, YEAR, digits_of

OLDEST = 7  # days from the dateline to publication; an older day is no dateline of this report
LISTS = ("related", "latest")
_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}(?:,\s+[A-Z][\w.'’ -]{2,30}?)?"
_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:(?P<month>{MONTH})\s+(?P<day>{DAY})|(?P<day2>{DAY})\s+(?P<month2>{MONTH}))"
    rf"(?:,?\s+(?P<year>{YEAR}))?"
)
_AGENCY = r"(?:\([^)]{1,40}\)|/[^/]{2,30}/|[A-Z]{3,12}\b)"
FORMS = (
    re.compile(rf"^(?:{_PLACE}),?\s+{_DATE}[.,]?\s*(?:{_AGENCY}\.?\s*)?(?:--|[—–:-])\s"),
    re.compile(rf"^(?:{_PLACE}),?\s+{_DATE}[.,]?\s*/[^/]{{2,30}}/[.:]?\s"),
    re.compile(rf"^\({_PLACE},?\s+{_DATE}\)\s*(?:--|[—–:-])?\s"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Dateline:
    """Where a sentence's dateline ends, and its day where it tells one; `year` is None where that is left out."""

    end: int
    month: int | None = None
    day: int | None = None
    year: int | None = None


def dateline_of(text: str) -> Dateline | None:
    """Return the dateline that a sentence's text begins with, None where it has none."""
    for form in FORMS:
        match = form.match(text)
        if match:
            month, day = match["month"] or match["month2"], match["day"] or match["day2"]
            year = int(match["year"]) if match["year"] else None
            return Dateline(match.end(), calendar.month_number(month), digits_of(day), year)
    plain = DATELINE.match(text)
    return Dateline(plain.end()) if plain else None


def count_from_dateline(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with `published` set to the day of the dateline above them, where one tells its day.

    Title and deck count from the first dateline; headlines that the page lists keep their own days.
    """
    days = [None if sentence.section in LISTS else _dateline_day(sentence) for sentence in sentences]
    current = next((day for day in days if day), None)
    if current is None:
        return tuple(sentences)
    counted = []
    for sentence, day in zip(sentences, days, strict=True):
        current = day or current
        is_same = sentence.section in LISTS or (sentence.published or "").startswith(current)
        counted.append(sentence if is_same else dataclasses.replace(sentence, published=current))
    return tuple(counted)


def _dateline_day(sentence: Sentence) -> str | None:
    dateline = dateline_of(sentence.text) if sentence.section == "body" else None
    if dateline is None or dateline.month is None or dateline.day is None:
        return None
    published = published_day(sentence)
    year = dateline.year
    if year is None and published is not None:
        year = calendar.year_of_day(published, dateline.month, dateline.day, "past")
    day = calendar.valid_day(year, dateline.month, dateline.day) if year else None
    if day is None or (published is not None and not 0 <= (published - day).days <= OLDEST):
        return None
    is_in_reach = published is not None or day.isoformat().startswith((sentence.published or "")[:7])
    return day.isoformat() if is_in_reach else None


def published_day(sentence: Sentence) -> date | None:
    """Return the day that a sentence's relative dates count from: the local one, as the page writes it."""
    try:
        return date.fromisoformat((sentence.published or "")[:10])
    except ValueError:
        return None  # "2016" or "2016-12": no day to count from
