"""A sentence in, its time expressions with their days out: `find_times`.

Each pattern below has a reader that turns its match into days; earlier patterns win where two meet.  To add an
expression, write a pattern and its reader and put the pair into PATTERNS at its place.  Vague ones ("recently",
"in recent weeks") and those that another sentence must settle ("the same day") are left alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.records import Sentence, Span, TimeExpression
from dragoman.spans import days as calendar
from dragoman.spans.cues import DATELINE
from dragoman.spans.days import Days
from dragoman.spans.tenses import tense_at

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20|21)\d\d"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_HALF = r"(?:morning|afternoon|evening|night)"
_START = r"(?<![\w-])"
_DASH = r"\s?[-–—]\s?"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a match stands: its sentence and the day of publication, None where it is not told."""

    sentence: Sentence
    published: date | None


Reader = Callable[["re.Match[str]", Setting], Days | None]


def find_times(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence in order, relative ones counted from its `published`.

    Without a day of publication only phrases that name a year are read.  The dateline's day is left out.
    """
    setting = Setting(sentence, _published_day(sentence))
    dateline = DATELINE.match(sentence.text)
    taken = [(0, dateline.end())] if dateline else []
    found = []
    for pattern, reader in PATTERNS:
        for match in pattern.finditer(sentence.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())  # also what is no day ("31 February 2020"), so that no piece of it is read
            days = reader(match, setting)
            if days is not None:
                found.append(_expression(match, days, sentence))
    return tuple(sorted(found, key=lambda expression: expression.span.start))


def _published_day(sentence: Sentence) -> date | None:
    try:
        return date.fromisoformat((sentence.published or "")[:10])
    except ValueError:
        return None  # "2016" or "2016-12": no day to count from


def _expression(match: "re.Match[str]", days: Days, sentence: Sentence) -> TimeExpression:
    before = sentence.text[max(0, match.start() - 16) : match.start()]
    is_since = re.search(r"\bsince\s+(?:the\s+|late\s+|early\s+)?$", before, re.IGNORECASE) is not None
    return TimeExpression(
        Span(sentence.start + match.start(), sentence.start + match.end()),
        days.first.isoformat(),
        days.last.isoformat(),
        days.precision,
        "text",
        is_since,
    )


def _tense(match: "re.Match[str]", setting: Setting) -> str:
    return tense_at(setting.sentence, match.start(), match.end())


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _read_numeric(match: "re.Match[str]", _setting: Setting) -> Days | None:
    day = calendar.valid_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return calendar.one_day(day) if day else None


def _dated(match: "re.Match[str]", setting: Setting, day: str, month: str) -> date | None:
    """Return the day of a match whose year may be missing."""
    number = calendar.month_number(month)
    if match["year"]:
        return calendar.valid_day(int(match["year"]), number, _number(day))
    if setting.published is None:
        return None
    year = calendar.year_of_day(setting.published, number, _number(day), _tense(match, setting))
    return calendar.valid_day(year, number, _number(day)) if year else None


def _read_day(match: "re.Match[str]", setting: Setting) -> Days | None:
    day = _dated(match, setting, match["day"], match["month"])
    return calendar.one_day(day) if day else None


def _read_day_range(match: "re.Match[str]", setting: Setting) -> Days | None:
    groups = match.groupdict()
    last = _dated(match, setting, match["last"], groups.get("month2") or match["month"])
    if last is None:
        return None
    month = calendar.month_number(groups.get("month") or match["month2"])
    first = calendar.valid_day(last.year, month, _number(match["first"]))
    if first is not None and first > last:
        first = calendar.valid_day(last.year - 1, month, _number(match["first"]))
    return Days(first, last, "range") if first else None


def _read_year_range(match: "re.Match[str]", _setting: Setting) -> Days | None:
    first, last = int(match["first"]), int(match["last"])
    return Days(date(first, 1, 1), date(last, 12, 31), "range") if first < last else None


def _read_month(match: "re.Match[str]", setting: Setting) -> Days | None:
    groups = match.groupdict()
    number = calendar.month_number(match["month"])
    which = (groups.get("which") or "").lower()
    if groups.get("year"):
        days = calendar.whole_month(int(match["year"]), number)
    elif setting.published is None:
        return None
    else:
        days = calendar.whole_month(_year_of_month(number, which, _tense(match, setting), setting.published), number)
    part = (groups.get("part") or "").lower().strip(" -")
    return calendar.part_of(days, part) if part else days


def _year_of_month(number: int, which: str, tense: str, published: date) -> int:
    if which == "last":  # the latest one that is over
        return published.year - (number >= published.month)
    if which == "next":
        return published.year + (number <= published.month)
    if which == "this":
        return published.year
    return calendar.year_of_month(published, number, tense)


def _read_year(match: "re.Match[str]", _setting: Setting) -> Days | None:
    days = calendar.whole_year(int(match["year"]))
    part = (match.groupdict().get("part") or "").lower().strip(" -")
    return calendar.part_of(days, part) if part else days


def _read_decade(match: "re.Match[str]", _setting: Setting) -> Days | None:
    first = int(match["year"])
    days = Days(date(first, 1, 1), date(first + 9, 12, 31), "range")
    part = (match["part"] or "").lower().strip(" -")
    return calendar.part_of(days, part) if part else days


def _read_season(match: "re.Match[str]", _setting: Setting) -> Days | None:
    return calendar.season_of(match["season"].lower(), int(match["year"]))


def _read_near_day(match: "re.Match[str]", setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    words = match.group().lower()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words.split()[0], 0)
    if words.startswith("the day"):
        shift = -2 if "before" in words else 2
    return calendar.one_day(setting.published + timedelta(days=shift))


def _read_weekday(match: "re.Match[str]", setting: Setting) -> Days | None:
    published, weekday = setting.published, calendar.weekday_number(match["weekday"])
    if published is None:
        return None
    which = (match["which"] or "").lower()
    week = re.sub(r"\s+week$", "", (match["week"] or "").lower())
    if week or which == "this":
        return calendar.one_day(calendar.weekday_in_week(published, weekday, {"last": -1, "next": 1}.get(week, 0)))
    if which in ("last", "past"):
        return calendar.one_day(calendar.weekday_near(published - timedelta(days=1), weekday, is_coming=False))
    if which in ("next", "coming"):
        day = calendar.weekday_near(published + timedelta(days=1), weekday, is_coming=True)
        # One or two days ahead, "next Tuesday" is no longer the nearest Tuesday.
        is_too_near = which == "next" and (day - published).days <= 2
        return calendar.one_day(day + timedelta(days=7 * is_too_near))
    is_coming = _tense(match, setting) == "future"
    return calendar.one_day(calendar.weekday_near(published, weekday, is_coming=is_coming))


def _read_weekend(match: "re.Match[str]", setting: Setting) -> Days | None:
    published, which = setting.published, match["which"].lower()
    if published is None:
        return None
    is_coming = which in ("next", "coming") or (which in ("this", "the") and _tense(match, setting) == "future")
    if which == "this" and published.weekday() >= 5:
        is_coming = False
    start = published - timedelta(days=2) if which == "last" and published.weekday() >= 5 else published
    saturday = calendar.weekday_near(start, 5, is_coming=is_coming)
    return Days(saturday, saturday + timedelta(days=1), "range")


def _read_period(match: "re.Match[str]", setting: Setting) -> Days | None:
    published, unit = setting.published, match["unit"].lower()
    if published is None:
        return None
    shift = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    if unit == "week":
        return calendar.whole_week(published + timedelta(weeks=shift))
    if unit == "month":
        return calendar.whole_month(published.year, published.month + shift)
    return calendar.whole_year(published.year + shift)


def _read_ago(match: "re.Match[str]", setting: Setting) -> Days | None:
    count = calendar.count_from(match["count"])
    if setting.published is None or count is None:
        return None
    return calendar.step_back(setting.published, count, match["unit"].lower())


_OPTIONAL_YEAR = rf"(?:,?\s+(?P<year>{_YEAR}))?"
_NAMED_WEEKDAY = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_PART = r"(?:(?P<part>early|mid|late)(?:\s+|-))?"
# A month's name alone is a month only behind a preposition; "May" is a surname and a verb as well.
_ALONE = rf"(?P<month>{_MONTH})(?!\w|['’]|\s+\d)(?<!May(?=\s[A-Z]))"

PATTERNS: tuple[tuple["re.Pattern[str]", Reader], ...] = (
    (re.compile(rf"{_START}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"), _read_numeric),
    (re.compile(rf"{_START}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{_YEAR})(?!\d)"), _read_numeric),
    (
        re.compile(
            rf"{_START}(?:[Bb]etween|[Ff]rom)\s+(?P<month>{_MONTH})\s+(?P<first>{_DAY})\s+(?:and|to|until|through)\s+"
            rf"(?P<month2>{_MONTH})\s+(?P<last>{_DAY}){_OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_START}(?:[Bb]etween|[Ff]rom)\s+(?P<first>{_DAY})\s+(?P<month>{_MONTH})\s+(?:and|to|until|through)\s+"
            rf"(?P<last>{_DAY})\s+(?P<month2>{_MONTH}){_OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_START}(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<month>{_MONTH})\s+(?P<first>{_DAY})"
            rf"(?:{_DASH}|\s+(?:and|to|until|through)\s+)(?P<last>{_DAY}){_OPTIONAL_YEAR}(?!\d)(?!\s+(?:{_MONTH}|[a-z]+s\b))"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_START}(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<first>{_DAY})(?:{_DASH}|\s+(?:and|to|until|through)\s+)"
            rf"(?P<last>{_DAY})\s+(?P<month>{_MONTH})\b{_OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_START}{_NAMED_WEEKDAY}(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w){_OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day,
    ),
    (
        re.compile(
            rf"{_START}{_NAMED_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?![\w%]|[.,:]\d){_OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day,
    ),
    (
        re.compile(rf"{_START}{_PART}(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\d)", re.IGNORECASE),
        _read_month,
    ),
    (
        re.compile(
            rf"{_START}(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
        ),
        _read_season,
    ),
    (re.compile(rf"{_START}(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<month>{_MONTH})(?!\w)"), _read_month),
    (re.compile(rf"{_START}(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:\s+|-)(?P<month>{_MONTH})(?!\w)"), _read_month),
    (re.compile(rf"(?<=\b[Ii]n\s){_ALONE}"), _read_month),
    (re.compile(rf"(?<=\b[Ss]ince\s){_ALONE}"), _read_month),
    (re.compile(rf"(?<=\b(?:[Dd]uring|before)\s)(?!May\b){_ALONE}"), _read_month),
    (re.compile(rf"(?<=\b[Uu]ntil\s){_ALONE}"), _read_month),
    (
        re.compile(
            rf"{_START}(?:from|between)\s+(?P<first>{_YEAR})\s+(?:to|and|until)\s+(?P<last>{_YEAR})(?!\d)",
            re.IGNORECASE,
        ),
        _read_year_range,
    ),
    (
        re.compile(
            rf"{_START}(?P<part>early-|mid-|late-|early\s|mid\s|late\s)?(?P<year>(?:1[89]|20)\d0)[’']?s\b",
            re.IGNORECASE,
        ),
        _read_decade,
    ),
    (
        re.compile(rf"{_START}(?P<part>early|mid|late)(?:\s+|-)(?P<year>{_YEAR})(?![\d%]|[.,]\d)", re.IGNORECASE),
        _read_year,
    ),
    (
        re.compile(
            rf"(?<=\b(?:in|by|of)\s)(?P<year>{_YEAR})(?![\d%-]|[.,]\d|\s+(?:people|men|women|troops|soldiers|\w+s\b))",
            re.IGNORECASE,
        ),
        _read_year,
    ),
    (re.compile(rf"(?<=\b(?:since|until|after)\s)(?P<year>{_YEAR})(?![\d%-]|[.,]\d)", re.IGNORECASE), _read_year),
    (re.compile(rf"(?<=\bduring\s)(?P<year>{_YEAR})(?![\d%-]|[.,]\d)", re.IGNORECASE), _read_year),
    (re.compile(rf"{_START}the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b", re.IGNORECASE), _read_near_day),
    (
        re.compile(
            rf"{_START}(?:yesterday|tomorrow|tonight|today(?!['’]s\s+(?:world|society|era|youth|realit|standards|generation))"
            rf"|this\s+(?:morning|afternoon|evening)|last\s+night)\b(?:\s+{_HALF}\b)?",
            re.IGNORECASE,
        ),
        _read_near_day,
    ),
    (
        re.compile(
            rf"{_START}(?:(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?(?:[Ll]ate\s+|[Ee]arly\s+)?"
            rf"(?P<weekday>{_WEEKDAY})\b(?!-)"
            rf"(?:\s+{_HALF}\b)?(?:\s+(?:of\s+)?(?P<week>(?:last|next|this)\s+week)\b)?"
        ),
        _read_weekday,
    ),
    (re.compile(rf"{_START}(?P<which>the|this|last|next|coming)\s+weekend\b", re.IGNORECASE), _read_weekend),
    (
        re.compile(
            rf"(?<!the\s){_START}(?:(?:earlier|later|early|late)\s+)?(?P<which>last|this|next)\s+(?P<unit>week|month|year)\b",
            re.IGNORECASE,
        ),
        _read_period,
    ),
    (re.compile(rf"{_START}(?P<count>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago\b", re.IGNORECASE), _read_ago),
)
