"""What all readers of time phrases share: the pieces their patterns are built from, and where a match stands.

A pattern's pieces in, nothing read here.  `Setting` is what a reader is handed beside its match; a new kind of
month, weekday or count word goes into the pieces below and into `days`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.records import Sentence
from dragoman.spans.days import Days
from dragoman.spans.tenses import tense_at

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]|20|21)\d\d"
COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|\d{1,3})"
)
HALF = r"(?:morning|afternoon|evening|night)"
UNIT = r"(?:day|week|month|year|decade)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
START = r"(?<![\w-])"
DASH = r"\s?[-–—]\s?"
OPTIONAL_YEAR = rf"(?:,?\s+(?P<year>{YEAR}))?"


def behind(*words: str) -> str:
    """Return the pattern of a place right behind one of these words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words) + ")"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a match stands: its sentence and the day of publication, None where it is not told."""

    sentence: Sentence
    published: date | None


Match = re.Match[str]
Reader = Callable[[Match, Setting], Days | None]
Patterns = tuple[tuple["re.Pattern[str]", Reader], ...]


def tense_of(match: Match, setting: Setting) -> str:
    """Return the tense of what happens at a match: "future", "past" or ""."""
    return tense_at(setting.sentence, match.start(), match.end())


def digits_of(text: str) -> int:
    """Return the number that the digits in `text` make up ("9th": 9)."""
    return int(re.sub(r"\D", "", text))


def told(match: Match, group: str) -> str:
    """Return what a group of a match holds in small letters, "" where the pattern has no such group or it is empty."""
    return (match.groupdict().get(group) or "").lower().strip(" -")
