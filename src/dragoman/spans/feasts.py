"""Days that are named and not counted: feasts with a fixed day, and days that became names ("9/11").

In come the patterns' matches, out go days.  To add a feast, add its name, month and day to FEASTS; one whose day
moves from year to year (Easter, Ramadan) has no place here.
"""

import re
from datetime import date

from dragoman.spans import days as calendar
from dragoman.spans.days import Days
from dragoman.spans.timewords import OPTIONAL_YEAR, START, Match, Patterns, Setting, behind, tense_of, told

FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "human rights day": (12, 10),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
SEPTEMBER_11 = date(2001, 9, 11)
_NAMES = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(FEASTS, key=len, reverse=True))


def _read_feast(match: Match, setting: Setting) -> Days | None:
    month, day = FEASTS[re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))]
    which = told(match, "which")
    if match["year"]:
        return calendar.one_day(date(int(match["year"]), month, day))
    if setting.published is None:
        return None
    tense = {"last": "past", "next": "future"}.get(which, tense_of(match, setting))
    year = calendar.year_of_day(setting.published, month, day, tense)
    return calendar.one_day(date(year, month, day)) if year else None


def _read_september_11(_match: Match, _setting: Setting) -> Days | None:
    return calendar.one_day(SEPTEMBER_11)


# Feasts are places and goods as well ("Christmas Island", "May Day calls"): only behind a preposition are they days.
_BEHIND = behind("on", "On", "by", "By", "over", "Over", "at", "At", "since", "Since", "until", "before", "around")

PATTERNS: Patterns = (
    (
        re.compile(
            rf"(?:{START}(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+|{_BEHIND}(?:the\s+)?)"
            rf"(?P<feast>(?i:{_NAMES}))(?![\w-]|['’]|\s+(?:Island|tree|market|card|gift)){OPTIONAL_YEAR}(?!\d)"
        ),
        _read_feast,
    ),
    (re.compile(rf"{START}9/11(?![\w/])"), _read_september_11),
)
