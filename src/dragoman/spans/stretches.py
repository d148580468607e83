"""Stretches of days: parts of years and months, seasons, "the past two weeks", "from March to June".

In come the patterns' matches, out go first and last days.  To add a phrase, write its pattern and reader and put
the pair into PATTERNS at its place; the first that matches wins.
"""

import re
from datetime import date

from dragoman.spans import days as calendar
from dragoman.spans.days import Days
from dragoman.spans.timewords import (
    COUNT,
    DASH,
    MONTH,
    SEASON,
    START,
    UNIT,
    WEEKDAY,
    YEAR,
    Match,
    Patterns,
    Setting,
    tense_of,
    told,
)

SHIFTS = {"last": -1, "next": 1}
SOME = {
    "few": (7, 2),
    "several": (8, 3),
    "some": (8, 2),
}  # "a few weeks ago": from the most to the fewest; by judgement
# How far "recent" and "coming" reach where no number is told; by judgement, not measured.
REACH = {"day": (7, "day"), "week": (6, "week"), "month": (6, "month"), "year": (5, "year"), "decade": (2, "decade")}
PARTS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "close": "late"}
CENTURIES = range(16, 22)


def _period(match: Match, setting: Setting) -> Days | None:
    """Return the year, month or week that a phrase is a part of: the group `period`."""
    words = match["period"]
    year, month = re.search(YEAR, words), re.match(MONTH, words)
    if month:
        return _month(match, setting, month=month.group(), year=int(year.group()) if year else None)
    if year:
        return calendar.whole_year(int(year.group()))
    if setting.published is None:
        return None
    which, unit = words.lower().split()
    shift = SHIFTS.get(which, 0)
    if unit == "week":
        return calendar.whole_week(calendar.moved(setting.published, shift, "week"))
    if unit == "month":
        return calendar.whole_month(setting.published.year, setting.published.month + shift)
    return calendar.whole_year(setting.published.year + shift)


def _month(match: Match, setting: Setting, *, month: str, year: int | None) -> Days | None:
    number = calendar.month_number(month)
    if year is not None:
        return calendar.whole_month(year, number)
    if setting.published is None:
        return None
    return calendar.whole_month(calendar.year_of_month(setting.published, number, tense_of(match, setting)), number)


def _read_month_of_year(match: Match, setting: Setting) -> Days | None:
    """Read "March last year"."""
    if setting.published is None:
        return None
    year = setting.published.year + SHIFTS.get(told(match, "which"), 0)
    days = calendar.whole_month(year, calendar.month_number(match["month"]))
    return calendar.part_of(days, told(match, "part")) if told(match, "part") else days


def _read_part(match: Match, setting: Setting) -> Days | None:
    days, part = _period(match, setting), told(match, "part")
    if days is None or not part:
        return days
    return calendar.part_of(days, PARTS.get(part, part))


def _read_share(match: Match, setting: Setting) -> Days | None:
    days, shares = _period(match, setting), 2 if told(match, "share") == "half" else 4
    word = told(match, "number")
    number = shares if word in ("last", "final") else calendar.ORDINALS.index(word) + 1
    return calendar.share_of(days, number, shares) if days is not None and number <= shares else None


def _read_first_units(match: Match, setting: Setting) -> Days | None:
    days, count = _period(match, setting), calendar.count_from(match["count"])
    if days is None or not count:
        return None
    end = calendar.moved(days.first, count, told(match, "piece"))
    return Days(days.first, min(calendar.moved(end, -1, "day"), days.last), "range")


def _read_season(match: Match, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    days = calendar.season_near(told(match, "season"), told(match, "which").split()[0], setting.published)
    return calendar.part_of(days, told(match, "part")) if told(match, "part") else days


def _read_around(match: Match, setting: Setting) -> Days | None:
    """Read "the past two weeks" back from publication, and "the coming days" ahead from it."""
    if setting.published is None:
        return None
    unit = told(match, "unit")
    count: int | None = 1
    if told(match, "some") or told(match, "which") in ("recent", "coming"):
        count, unit = REACH[unit]
    elif told(match, "count"):
        count = 2 if "couple" in told(match, "count") else calendar.count_from(match["count"])
    if not count:
        return None
    if told(match, "which") in ("next", "coming"):
        return Days(setting.published, calendar.moved(setting.published, count, unit), "range")
    return Days(calendar.moved(setting.published, -count, unit), setting.published, "range")


def _read_ahead(match: Match, setting: Setting) -> Days | None:
    """Read "in two weeks", where what is told lies ahead; "killed 40 in two weeks" tells how long it took."""
    count = calendar.count_from(match["count"])
    is_sure = bool(told(match, "sure"))
    if setting.published is None or not count or not (is_sure or tense_of(match, setting) == "future"):
        return None
    if told(match, "lead") == "within":
        return Days(setting.published, calendar.moved(setting.published, count, told(match, "unit")), "range")
    return calendar.step_forward(setting.published, count, told(match, "unit"))


def _read_ago(match: Match, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    unit = told(match, "unit")
    if unit in ("hour", "minute"):
        return calendar.one_day(setting.published)
    if "couple" in told(match, "some"):
        return calendar.step_back(setting.published, 2, unit)
    most, fewest = SOME[told(match, "some").split()[-1]]
    first, last = (calendar.moved(setting.published, -count, unit) for count in (most, fewest))
    return Days(first, last, "range")


def _read_week_before(match: Match, setting: Setting) -> Days | None:
    count = 2 if "before" in match.group().lower() else -2
    return calendar.whole_week(calendar.moved(setting.published, -count, "week")) if setting.published else None


def _read_weekdays(match: Match, setting: Setting) -> Days | None:
    if setting.published is None:
        return None
    first, last = (calendar.weekday_number(match[name]) for name in ("first", "last"))
    if tense_of(match, setting) == "future":
        start = calendar.weekday_near(setting.published, first, is_coming=True)
        return Days(start, calendar.weekday_near(start, last, is_coming=True), "range")
    end = calendar.weekday_near(setting.published, last, is_coming=False)
    return Days(calendar.weekday_near(end, first, is_coming=False), end, "range")


def _read_months(match: Match, setting: Setting) -> Days | None:
    first, last = (calendar.month_number(match[name]) for name in ("first", "month"))
    ending = _month(match, setting, month=match["month"], year=int(match["year"]) if match["year"] else None)
    if ending is None:
        return None
    year = int(match["year1"]) if match["year1"] else ending.first.year - (first > last)
    start = date(year, first, 1)
    return Days(start, ending.last, "range") if start < ending.first else None


def _read_ordinal_day(match: Match, setting: Setting) -> Days | None:
    number, day = calendar.month_number(match["month"]), calendar.ORDINALS.index(told(match, "number")) + 1
    if told(match, "year"):
        return calendar.one_day(date(int(match["year"]), number, day))
    if setting.published is None:
        return None
    year = calendar.year_of_day(setting.published, number, day, tense_of(match, setting))
    return calendar.one_day(date(year, number, day)) if year else None


def _read_century(match: Match, _setting: Setting) -> Days | None:
    number = int(match["number"])
    if number not in CENTURIES:
        return None
    return Days(date((number - 1) * 100 + 1, 1, 1), date(number * 100, 12, 31), "range")


def _read_overnight(_match: Match, setting: Setting) -> Days | None:
    """Read "overnight" as the day of the report, on whose morning the night ended."""
    return calendar.one_day(setting.published) if setting.published else None


def _read_slashed(match: Match, _setting: Setting) -> Days | None:
    """Read "13/02/2020" and "02/13/2020"; where both may be the month, nobody can tell and nothing is read."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {calendar.valid_day(year, second, first), calendar.valid_day(year, first, second)} - {None}
    day = readings.pop() if len(readings) == 1 else None
    return calendar.one_day(day) if day else None


def _read_numbers(match: Match, _setting: Setting) -> Days | None:
    day = calendar.valid_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return calendar.one_day(day) if day else None


_IN = r"(?:over|in|during|for|within|through|throughout)"
_PERIOD = (
    rf"(?P<period>{MONTH}(?!\w)(?:(?:,|\s+of)?\s+{YEAR}(?!\d))?|{YEAR}(?!\d)"
    r"|(?:this|last|next|the)\s+(?:week|month|year)\b(?!-))"
)
_ORDINAL = "|".join(calendar.ORDINALS)

PATTERNS: Patterns = (
    (re.compile(rf"{START}(?P<year>{YEAR})/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\d/])"), _read_numbers),
    (re.compile(rf"{START}(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>{YEAR})(?!\d)"), _read_slashed),
    (
        re.compile(
            rf"{START}(?:the\s+)?(?P<number>{_ORDINAL})\s+(?:day\s+)?of\s+(?P<month>{MONTH})(?!\w)(?:,?\s+(?P<year>{YEAR}))?(?!\d)",
            re.IGNORECASE,
        ),
        _read_ordinal_day,
    ),
    (
        re.compile(
            rf"{START}(?:the\s+)?(?:very\s+)?(?P<part>start|beginning|middle|end|close)\s+of\s+(?:the\s+month\s+of\s+)?{_PERIOD}",
            re.IGNORECASE,
        ),
        _read_part,
    ),
    (
        re.compile(
            rf"{START}(?:the\s+)?(?P<number>first|second|third|fourth|last|final)\s+(?P<share>half|quarter)\s+of\s+{_PERIOD}",
            re.IGNORECASE,
        ),
        _read_share,
    ),
    (
        re.compile(
            rf"{START}(?:the\s+)?first\s+(?P<count>{COUNT})\s+(?P<piece>day|week|month)s\s+of\s+{_PERIOD}",
            re.IGNORECASE,
        ),
        _read_first_units,
    ),
    (
        re.compile(
            rf"{START}(?P<part>early|mid|late)(?:\s+|-)(?P<period>(?:this|last|next)\s+(?:week|month|year))\b",
            re.IGNORECASE,
        ),
        _read_part,
    ),
    (
        re.compile(rf"{START}(?:earlier|early|later|late)\s+in\s+(?P<period>the\s+(?:week|month|year))\b(?!-)"),
        _read_part,
    ),
    (
        re.compile(
            rf"{START}(?:(?P<part>early|mid|late)(?:\s+|-)(?:in\s+)?)?(?P<month>{MONTH})(?!\w),?\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b",
            re.IGNORECASE,
        ),
        _read_month_of_year,
    ),
    (
        re.compile(
            rf"{START}(?:(?P<part>early|mid|late)\s+)?(?P<which>last|this(?:\s+past)?|next)\s+(?P<season>{SEASON})\b(?![-'’])",
            re.IGNORECASE,
        ),
        _read_season,
    ),
    (
        re.compile(
            rf"{START}(?:[Bb]etween|[Ff]rom)\s+(?P<first>{MONTH})(?:,?\s+(?P<year1>{YEAR}))?\s+(?:and|to|until|through)\s+"
            rf"(?P<month>{MONTH})(?!\w|\s+\d\d?\b)(?:,?\s+(?P<year>{YEAR}))?(?!\d)"
        ),
        _read_months,
    ),
    (
        re.compile(
            rf"{START}(?P<first>{MONTH})(?P<year1>)(?:{DASH}|\s+(?:to|through)\s+)(?P<month>{MONTH}),?\s+(?P<year>{YEAR})(?!\d)"
        ),
        _read_months,
    ),
    (
        re.compile(
            rf"{START}(?:(?:[Bb]etween|[Ff]rom)\s+(?P<first>{WEEKDAY})\s+(?:and|to|until|through)\s+"
            rf"(?P<last>{WEEKDAY}))\b(?!['’])"
        ),
        _read_weekdays,
    ),
    (
        re.compile(
            rf"{START}{_IN}\s+(?:the\s+)?(?P<which>recent|coming)\s+(?P<unit>day|week|month|year|decade)s\b",
            re.IGNORECASE,
        ),
        _read_around,
    ),
    (
        re.compile(
            rf"{START}{_IN}\s+the\s+(?P<which>past|last|next|coming)\s+"
            rf"(?:(?:(?P<some>few|several)|(?P<count>{COUNT}|couple\s+of))\s+)?(?P<unit>{UNIT})s?\b(?!\s+of\b|-|['’])",
            re.IGNORECASE,
        ),
        _read_around,
    ),
    (
        re.compile(
            rf"{START}(?P<lead>in|within)\s+(?:about\s+|just\s+)?(?:the\s+next\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?['’]?"
            rf"(?P<sure>\s+time)?\b(?!\s+(?:ago|of|earlier|later|before|after)\b|-)",
            re.IGNORECASE,
        ),
        _read_ahead,
    ),
    (
        re.compile(
            rf"{START}(?P<lead>)(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?(?P<sure>\s+from\s+(?:now|today))\b", re.I
        ),
        _read_ahead,
    ),
    (
        re.compile(
            rf"{START}(?P<some>(?:just\s+)?a\s+few|several|some|a\s+couple\s+of)\s+(?P<unit>{UNIT})s\s+ago\b",
            re.IGNORECASE,
        ),
        _read_ago,
    ),
    (
        re.compile(
            rf"{START}(?:(?:{COUNT}|a\s+few|several|just)\s+)?(?P<unit>hour|minute)s?(?P<some>)\s+(?:ago|earlier\s+today)\b",
            re.I,
        ),
        _read_ago,
    ),
    (re.compile(rf"{START}the\s+week\s+(?:before\s+last|after\s+next)\b", re.IGNORECASE), _read_week_before),
    (re.compile(r"(?<=\bthe\s)(?P<number>\d\d)(?:th|st)[ -]century\b", re.IGNORECASE), _read_century),
    (
        re.compile(
            rf"{START}(?<!day\s)(?:overnight|during\s+the\s+night)\b(?!\s+(?:on|from|between|into|to)\b|\s+(?:{WEEKDAY}|stay))",
            re.IGNORECASE,
        ),
        _read_overnight,
    ),
)
