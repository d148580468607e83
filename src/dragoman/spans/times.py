"""A sentence in, its time expressions with their days out: `find_times`.

Each pattern below has a reader that turns its match into days; earlier patterns win where two meet.  To add an
expression, write a pattern and its reader and put the pair into PATTERNS at its place: here what names a day, month
or year, in `stretches` what names a part or a run of them, in `feasts` what has a name.  Vague ones ("recently") are
left alone; those that another expression must settle ("the same day") are read in `later`.
"""

import re
from datetime import date, timedelta

from dragoman.knowledge import Knowledge
from dragoman.records import Sentence, Span, TimeExpression
from dragoman.spans import days as calendar
from dragoman.spans import feasts, stretches
from dragoman.spans.cues import MOST_LETTERS
from dragoman.spans.datelines import dateline_of, published_day
from dragoman.spans.days import Days
from dragoman.spans.timewords import (
    COUNT,
    DASH,
    DAY,
    HALF,
    MONTH,
    OPTIONAL_YEAR,
    START,
    WEEKDAY,
    YEAR,
    Match,
    Patterns,
    Setting,
    behind,
    digits_of,
    tense_of,
)
from dragoman.spans.wartimes import find_wars


def find_times(sentence: Sentence, knowledge: Knowledge | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence in order, relative ones counted from its `published`.

    Without a day of publication only phrases that name a year are read, and named wars where `knowledge` is given.
    The dateline's day is left out.
    """
    if len(sentence.text) > MOST_LETTERS:
        return ()  # no sentence of a news article: a table or a menu run together
    setting = Setting(sentence, published_day(sentence))
    dateline = dateline_of(sentence.text)
    taken = [(0, dateline.end)] if dateline else []
    found = []
    for start, end, days in find_wars(sentence.text, knowledge.wars, setting.published) if knowledge else ():
        taken.append((start, end))
        found.append(expression_at(sentence, start, end, days))
    for pattern, reader in PATTERNS:
        for match in pattern.finditer(sentence.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            days_read = reader(match, setting)
            taken.append(match.span())  # also what is no day ("31 February 2020"), so that no piece of it is read
            if days_read is not None:
                found.append(expression_at(sentence, match.start(), match.end(), days_read))
    return tuple(sorted(found, key=lambda expression: expression.span.start))


SINCE = re.compile(
    r"\bsince\s+(?:(?:at\s+least|about|around|the|its|late|early|(?:the\s+)?(?:start|outbreak|end)\s+of(?:\s+the)?)\s+)?$",
    re.IGNORECASE,
)


def expression_at(sentence: Sentence, start: int, end: int, days: Days, *, basis: str = "text") -> TimeExpression:
    """Return the time expression between two offsets of a sentence; `is_since` where "since" stands before it."""
    return TimeExpression(
        Span(sentence.start + start, sentence.start + end),
        days.first.isoformat(),
        days.last.isoformat(),
        days.precision,
        basis,
        SINCE.search(sentence.text, max(0, start - 32), start) is not None,
    )


def _read_numeric(match: Match, _setting: Setting) -> Days | None:
    day = calendar.valid_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return calendar.one_day(day) if day else None


def _dated(match: Match, setting: Setting, day: str, month: str) -> date | None:
    """Return the day of a match whose year may be missing."""
    number = calendar.month_number(month)
    if match["year"]:
        return calendar.valid_day(int(match["year"]), number, digits_of(day))
    if setting.published is None:
        return None
    year = calendar.year_of_day(setting.published, number, digits_of(day), tense_of(match, setting))
    return calendar.valid_day(year, number, digits_of(day)) if year else None


def _read_day(match: Match, setting: Setting) -> Days | None:
    day = _dated(match, setting, match["day"], match["month"])
    return calendar.one_day(day) if day else None


def _read_day_range(match: Match, setting: Setting) -> Days | None:
    groups = match.groupdict()
    last = _dated(match, setting, match["last"], groups.get("month2") or match["month"])
    if last is None:
        return None
    month = calendar.month_number(groups.get("month") or match["month2"])
    first = calendar.valid_day(last.year, month, digits_of(match["first"]))
    if first is not None and first > last:
        first = calendar.valid_day(last.year - 1, month, digits_of(match["first"]))
    return Days(first, last, "range") if first else None


def _read_year_range(match: Match, _setting: Setting) -> Days | None:
    first, last = int(match["first"]), int(match["last"])
    return Days(date(first, 1, 1), date(last, 12, 31), "range") if first < last else None


def _read_month(match: Match, setting: Setting) -> Days | None:
    groups = match.groupdict()
    number = calendar.month_number(match["month"])
    which = (groups.get("which") or "").lower()
    if groups.get("year"):
        days = calendar.whole_month(int(match["year"]), number)
    elif setting.published is None:
        return None
    else:
        days = calendar.whole_month(_year_of_month(number, which, tense_of(match, setting), setting.published), number)
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


def _read_year(match: Match, _setting: Setting) -> Days | None:
    days = calendar.whole_year(int(match["year"]))
    part = (match.groupdict().get("part") or "").lower().strip(" -")
    return calendar.part_of(days, part) if part else days


def _read_decade(match: Match, _setting: Setting) -> Days | None:
    first = int(match["year"])
    days = Days(date(first, 1, 1), date(first + 9, 12, 31), "range")
    part = (match["part"] or "").lower().strip(" -")
    return calendar.part_of(days, part) if part else days


def _read_season(match: Match, _setting: Setting) -> Days | None:
    return calendar.season_of(match["season"].lower(), int(match["year"]))


def _read_near_day(match: Match, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    words = match.group().lower()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words.split()[0], 0)
    if words.startswith("the day"):
        shift = -2 if "before" in words else 2
    return calendar.one_day(setting.published + timedelta(days=shift))


def _read_weekday(match: Match, setting: Setting) -> Days | None:
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
    is_coming = tense_of(match, setting) == "future"
    return calendar.one_day(calendar.weekday_near(published, weekday, is_coming=is_coming))


def _read_weekend(match: Match, setting: Setting) -> Days | None:
    published, which = setting.published, match["which"].lower()
    if published is None:
        return None
    is_coming = which in ("next", "coming") or (which in ("this", "the") and tense_of(match, setting) == "future")
    if which == "this" and published.weekday() >= 5:
        is_coming = False
    start = published - timedelta(days=2) if which == "last" and published.weekday() >= 5 else published
    saturday = calendar.weekday_near(start, 5, is_coming=is_coming)
    return Days(saturday, saturday + timedelta(days=1), "range")


def _read_period(match: Match, setting: Setting) -> Days | None:
    published, unit = setting.published, match["unit"].lower()
    if published is None:
        return None
    shift = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    if unit == "week":
        return calendar.whole_week(published + timedelta(weeks=shift))
    if unit == "month":
        return calendar.whole_month(published.year, published.month + shift)
    return calendar.whole_year(published.year + shift)


def _read_ago(match: Match, setting: Setting) -> Days | None:
    count = calendar.count_from(match["count"])
    if setting.published is None or count is None:
        return None
    return calendar.step_back(setting.published, count, match["unit"].lower())


# "the 2015 accord": a year before these words is when it was.
EVENTS = (
    r"(?:wars?|conflict|crisis|coup|revolution|uprising|genocide|accords?|agreement|deal|treaty|pact|summit|referendum"
    r"|invasion|elections?|vote|attacks?|bombings?|raids?|ceasefire|cease-fire|truce|talks|protests?|riots?|massacre"
    r"|annexation|intervention|offensive|clashes|sanctions|embargo|resolution|declaration|memorandum|strikes?|mutiny"
    r"|rebellion|putsch|operation|visit|meeting|assassination|killings?|murder|withdrawal|takeover|crackdown)"
)
_NAMED_WEEKDAY = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_PART = r"(?:(?P<part>early|mid|late)(?:\s+|-))?"
# A month's name alone is a month only behind a preposition; "May" is a surname and a verb as well.
_ALONE = rf"(?P<month>{MONTH})(?!\w|['’]|\s+\d)(?<!May(?=\s[A-Z]))"

PATTERNS: Patterns = (
    *stretches.PATTERNS,
    *feasts.PATTERNS,
    (re.compile(rf"{START}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"), _read_numeric),
    (re.compile(rf"{START}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{YEAR})(?!\d)"), _read_numeric),
    (
        re.compile(
            rf"{START}(?:[Bb]etween|[Ff]rom)\s+(?P<month>{MONTH})\s+(?P<first>{DAY})\s+(?:and|to|until|through)\s+"
            rf"(?P<month2>{MONTH})\s+(?P<last>{DAY}){OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{START}(?:[Bb]etween|[Ff]rom)\s+(?P<first>{DAY})\s+(?P<month>{MONTH})\s+(?:and|to|until|through)\s+"
            rf"(?P<last>{DAY})\s+(?P<month2>{MONTH}){OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{START}(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY})"
            rf"(?:{DASH}|\s+(?:and|to|until|through)\s+)(?P<last>{DAY}){OPTIONAL_YEAR}(?!\d)(?!\s+(?:{MONTH}|[a-z]+s\b))"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{START}(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<first>{DAY})(?:{DASH}|\s+(?:and|to|until|through)\s+)"
            rf"(?P<last>{DAY})\s+(?P<month>{MONTH})\b{OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(rf"{START}{_NAMED_WEEKDAY}(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})(?!\w){OPTIONAL_YEAR}(?!\d)"),
        _read_day,
    ),
    (
        re.compile(
            rf"{START}{_NAMED_WEEKDAY}(?P<month>{MONTH})\s+(?P<day>{DAY})(?![\w%]|[.,:]\d){OPTIONAL_YEAR}(?!\d)"
        ),
        _read_day,
    ),
    (
        re.compile(rf"{START}{_PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})(?!\d)", re.IGNORECASE),
        _read_month,
    ),
    (
        re.compile(
            rf"{START}(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{YEAR})(?!\d)", re.IGNORECASE
        ),
        _read_season,
    ),
    (re.compile(rf"{START}(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<month>{MONTH})(?!\w)"), _read_month),
    (
        re.compile(rf"{START}(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:\s+in\s+|\s+|-)(?P<month>{MONTH})(?!\w|\s+\d)"),
        _read_month,
    ),
    (re.compile(rf"(?<=\b[Ii]n\s){_ALONE}"), _read_month),
    (re.compile(rf"(?<=\b[Ss]ince\s){_ALONE}"), _read_month),
    (re.compile(rf"(?<=\b(?:[Dd]uring|before)\s)(?!May\b){_ALONE}"), _read_month),
    (
        re.compile(
            rf"{behind('[Uu]ntil', '[Aa]fter', 'early as', 'late as', '[Bb]y', '[Ff]rom', '[Tt]hrough')}"
            rf"(?!May\b){_ALONE}"
        ),
        _read_month,
    ),
    (
        re.compile(
            rf"{START}(?:from|between)\s+(?P<first>{YEAR})\s+(?:to|and|until)\s+(?P<last>{YEAR})(?!\d)",
            re.IGNORECASE,
        ),
        _read_year_range,
    ),
    (
        re.compile(
            rf"{START}(?P<part>early-|mid-|late-|early\s|mid\s|late\s)?(?P<year>(?:1[89]|20)\d0)[’']?s\b",
            re.IGNORECASE,
        ),
        _read_decade,
    ),
    (
        re.compile(rf"{START}(?P<part>early|mid|late)(?:\s+|-)(?P<year>{YEAR})(?![\d%]|[.,]\d)", re.IGNORECASE),
        _read_year,
    ),
    (
        re.compile(
            rf"(?<=\b(?:in|by|of)\s)(?P<year>{YEAR})(?![\d%-]|[.,]\d|\s+(?:people|men|women|troops|soldiers|\w+s\b))",
            re.IGNORECASE,
        ),
        _read_year,
    ),
    (
        re.compile(
            rf"{behind('since', 'until', 'after', 'since at least', 'since about', 'since around')}"
            rf"(?P<year>{YEAR})(?![\d%-]|[.,]\d)",
            re.IGNORECASE,
        ),
        _read_year,
    ),
    (
        re.compile(
            rf"{behind('the', 'its', 'their', 'his', 'her', 'our', 'a')}(?P<year>{YEAR})"
            rf"(?=\s+(?:[\w-]+\s+){{0,2}}{EVENTS}\b)"
        ),
        _read_year,
    ),
    (re.compile(rf"(?<=\bduring\s)(?P<year>{YEAR})(?![\d%-]|[.,]\d)", re.IGNORECASE), _read_year),
    (re.compile(rf"{START}the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b", re.IGNORECASE), _read_near_day),
    (
        re.compile(
            rf"{START}(?:yesterday|tomorrow|tonight|today(?!['’]s\s+(?:world|society|era|youth|realit|standards|generation))"
            rf"|this\s+(?:morning|afternoon|evening)|last\s+night)\b(?:\s+{HALF}\b)?",
            re.IGNORECASE,
        ),
        _read_near_day,
    ),
    (
        re.compile(
            rf"{START}(?:(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?(?:[Ll]ate\s+|[Ee]arly\s+)?"
            rf"(?P<weekday>{WEEKDAY})\b(?!-)"
            rf"(?:\s+{HALF}\b)?(?:\s+(?:of\s+)?(?P<week>(?:last|next|this)\s+week)\b)?"
        ),
        _read_weekday,
    ),
    (re.compile(rf"{START}(?P<which>the|this|last|next|coming)\s+weekend\b", re.IGNORECASE), _read_weekend),
    (
        re.compile(
            rf"(?<!the\s){START}(?:(?:earlier|later|early|late)\s+)?(?P<which>last|this|next)\s+(?P<unit>week|month|year)\b",
            re.IGNORECASE,
        ),
        _read_period,
    ),
    (
        re.compile(rf"{START}(?P<count>{COUNT})\s+(?P<unit>day|week|month|year|decade)s?\s+ago\b", re.IGNORECASE),
        _read_ago,
    ),
)
