"""Phrases that count from another time expression: "a day later", "that October", "during the meeting".

A match and where it stands in, the days meant out; None where nothing before it is fine enough to count from.  To
add a phrase, write its pattern and reader and put the pair into LINKS at its place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.records import Sentence, TimeExpression
from dragoman.spans import days as calendar
from dragoman.spans import shifting
from dragoman.spans.days import Days
from dragoman.spans.timewords import COUNT, HALF, MONTH, SEASON, START, UNIT, WEEKDAY, Match, told

# Words for one kind of doing: "During the talks" leans on the sentence that told when they "met".
DOINGS = (
    "meeting meetings met meet meets talks negotiations negotiated conversation discussion discussions consultations"
    " summit session",
    "call conversation phoned telephoned telephone spoke called phone",
    "visit visited trip travelled traveled arrived tour",
    "attack attacks attacked raid raided strike strikes struck shelling shelled bombing bombed blast explosion ambush"
    " ambushed assault fire fired",
    "march rally protest protests demonstration gathering marched protested rallied demonstrated gathered",
    "drill drills exercise exercises manoeuvres maneuvers",
    "speech address addressed spoke interview",
    "vote ballot election poll voted",
    "hearing trial court",
    "ceremony inauguration signing signed",
    "clash clashes clashed fighting fought skirmish",
    "conference briefing",
    "operation operations",
    "debate debated session sitting",
)
_DOING = "|".join(
    sorted({word for family in DOINGS for word in family.split() if not word.endswith("ed")}, key=len, reverse=True)
)
HALVES = ("morning", "afternoon", "evening", "night")
NEAR = 45  # characters between "two days before" and the time that it counts from


@dataclass(frozen=True, slots=True)
class Told:
    """A time expression that was told, and the sentence that told it."""

    time: TimeExpression
    sentence: Sentence
    is_aside: bool = False  # told in a clause beside the story: "who had fled in 1998"

    @property
    def days(self) -> Days:
        """The days it stands for."""
        first, last = date.fromisoformat(self.time.first_day), date.fromisoformat(self.time.last_day)
        return Days(first, last, self.time.precision)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a leaning phrase stands: its sentence, the times told before it, nearest first, and those behind it."""

    sentence: Sentence
    published: date | None
    before: tuple[Told, ...]
    behind: tuple[Told, ...]

    def base(self, unit: str) -> Days | None:
        """Return the nearest expression before the phrase that `unit` can be counted from."""
        fitting = [one for one in self.before if shifting.length_of(one.days) <= shifting.LONGEST[unit]]
        told_of_story = [one for one in fitting if not one.is_aside]
        return next((one.days for one in told_of_story or fitting), None)

    def has_day(self) -> bool:
        """Say whether the sentence itself tells a day."""
        return any(
            shifting.length_of(told_time.days) == 1 and told_time.sentence is self.sentence
            for told_time in (*self.before, *self.behind)
        )


LinkReader = Callable[[Match, Standing], Days | None]


def _read_later(match: Match, standing: Standing) -> Days | None:
    """Read "a day later", "two weeks earlier", "hours later", "weeks before"."""
    unit = told(match, "unit") or told(match, "units")
    unit = "hour" if unit == "minute" else unit
    base = standing.base(unit)
    is_later = bool(re.match(r"later|after|there", told(match, "way")))
    if base is None:
        return None
    count = _count_in(match)
    if count is None:
        return shifting.shift_vaguely(base, unit, is_later=is_later)
    return shifting.shift(base, count if is_later else -count, unit)


def _count_in(match: Match) -> int | None:
    words = told(match, "count")
    if words == "the" or "couple" in words:
        return 1 if words == "the" else 2
    return calendar.count_from(words) if words else None


def _read_neighbour(match: Match, standing: Standing) -> Days | None:
    """Read "the next day", "the following week", "the previous October", "the following Friday"."""
    step = 1 if told(match, "way") in ("next", "following") else -1
    return _read_beside(match, standing, step)


def _read_that(match: Match, standing: Standing) -> Days | None:
    """Read "the same day", "that week", "that October"."""
    return _read_beside(match, standing, 0)


def _read_beside(match: Match, standing: Standing, step: int) -> Days | None:
    what = told(match, "what")
    unit = "day" if what in HALVES else what
    if unit in ("day", "week", "month", "year"):
        base = standing.base("decade" if unit == "year" else "month" if unit == "month" else "day")
        if base is None:
            return None
        return shifting.neighbour(base, unit, step) if step else shifting.same(base, unit)
    base = standing.base("decade")
    if base is None:
        return None
    if re.fullmatch(WEEKDAY, what.capitalize()):
        near = standing.base("day")
        return shifting.weekday_beside(near, calendar.weekday_number(what), step) if near else None
    if re.fullmatch(SEASON, what):
        return shifting.season_beside(base, what, step)
    return shifting.month_beside(base, calendar.month_number(what), step)


def _read_in_the_day(match: Match, standing: Standing) -> Days | None:
    """Read "later in the day", and "in the evening" where the sentence tells no day itself."""
    if standing.has_day():
        return None
    base = standing.base("hour")
    if base is not None:
        return base
    is_of_report = told(match, "part") == "day" and standing.published is not None
    return calendar.one_day(standing.published) if is_of_report and standing.published else None


def _read_month_that_year(match: Match, standing: Standing) -> Days | None:
    base = standing.base("decade")
    held = shifting.same(base, "year") if base else None
    if held is None:
        return None
    month = calendar.month_number(match["month"])
    number = match["day"] or match["day2"]
    if number:
        day = calendar.valid_day(held.first.year, month, int(number))
        return calendar.one_day(day) if day else None
    return calendar.whole_month(held.first.year, month)


def _read_before_what(match: Match, standing: Standing) -> Days | None:
    """Read "a week after …" by what stands behind it: a time ("Monday's vote"), or an act told before ("the raid").

    Before a clause ("a week after bombs had killed six") the phrase is the clause's own, and counts the other way
    from the time told before it.
    """
    unit, is_later = told(match, "unit") or told(match, "unit2"), told(match, "way") in ("after", "following")
    unit = {"night": "day", "eve": "day"}.get(unit, unit)
    count = _count_in(match) if told(match, "count") else 1
    if not count:
        return None
    if _governs_clause(match, standing.sentence):
        base = standing.base(unit)
        if base is None or (unit in ("day", "week") and shifting.length_of(base) > 1):
            return None
        return shifting.shift(base, -count if is_later else count, unit)
    base = _time_behind(match, standing) or _doing_behind(match, standing)
    if base is None or shifting.length_of(base) > shifting.LONGEST[unit]:
        return None
    return shifting.shift(base, count if is_later else -count, unit)


def _governs_clause(match: Match, sentence: Sentence) -> bool:
    """Say whether "after" or "before" opens a clause."""
    place = sentence.start + match.start("way")
    return any(token.start == place and token.relation == "mark" for token in sentence.tokens)


def _time_behind(match: Match, standing: Standing) -> Days | None:
    for later in standing.behind:
        gap = standing.sentence.text[match.end() : later.time.span.start - standing.sentence.start]
        if len(gap) <= NEAR and not re.search(r"[,;:.]", gap):
            return later.days
    return None


def _doing_behind(match: Match, standing: Standing) -> Days | None:
    named = re.match(
        rf"\s+(?:the|that|this|his|her|its|their)\s+(?:[\w-]+\s+)?({_DOING})\b", standing.sentence.text[match.end() :]
    )
    return _days_of_doing(named[1], standing) if named else None


def _days_of_doing(noun: str, standing: Standing) -> Days | None:
    """Return when the act was that a noun takes up: the time of the nearest sentence before that tells of its kind."""
    families = [set(family.split()) for family in DOINGS if noun.lower() in family.split()]
    for earlier in standing.before:
        if earlier.sentence is standing.sentence or shifting.length_of(earlier.days) > 3:
            continue
        words = set(re.findall(r"[a-z]+", earlier.sentence.text.lower()))
        if any(words & family for family in families):
            return earlier.days
    return None


def _read_doing(match: Match, standing: Standing) -> Days | None:
    """Read "During the meeting", where an earlier sentence told when it was and this one tells no day."""
    return None if standing.has_day() else _days_of_doing(told(match, "noun"), standing)


def read_since_then(_match: Match, standing: Standing) -> Days | None:
    """Read "since then" and "has since": the time told before it is where it began."""
    return standing.base("decade")


_END = r"(?=\s*(?:[,.;:)\]–—-]|$|and\b|but\b|that\b|when\b|in\b|at\b|by\b))"
_WHAT = rf"(?P<what>day|{HALF}|week|month|year|{WEEKDAY}|{SEASON}|{MONTH})"

LINKS: tuple[tuple["re.Pattern[str]", LinkReader], ...] = (
    (
        re.compile(
            rf"{START}(?:(?P<count>the|a\s+couple\s+of|{COUNT})\s+(?P<unit>{UNIT}|hour|minute)s?"
            rf"|(?:(?:a\s+few|several|some|many)\s+)?(?P<units>{UNIT}|hour|minute)s)\s+(?P<way>later|afterwards?|thereafter|earlier"
            rf"|beforehand|previously|(?:before|after){_END})\b(?!\s+than\b|\s+this\b|\s+(?:on\s+)?{WEEKDAY})",
            re.IGNORECASE,
        ),
        _read_later,
    ),
    (
        re.compile(rf"{START}(?:the|a)\s+(?P<way>next)\s+(?P<what>day|{HALF})\b(?!['’]|\s+of\b)", re.IGNORECASE),
        _read_neighbour,
    ),
    (
        re.compile(rf"{START}the\s+(?P<way>following|previous|preceding)\s+{_WHAT}(?!\w|['’])", re.IGNORECASE),
        _read_neighbour,
    ),
    (
        re.compile(
            rf"(?:(?<=\bon\s)|(?<=\bOn\s)|{START})(?:(?P<day2>\d\d?)\s+)?(?P<month>{MONTH})(?:\s+(?P<day>\d\d?))?,?\s+"
            r"(?:of\s+)?(?:that|the\s+same)\s+(?:\w+\s+)?year\b(?!['’])"
        ),
        _read_month_that_year,
    ),
    (re.compile(rf"{START}(?:later|earlier)\s+(?:that|the\s+same)\s+{_WHAT}(?!\w|['’-])", re.IGNORECASE), _read_that),
    (
        re.compile(rf"{START}(?:the\s+(?:very\s+)?same|that\s+(?:same|very))\s+{_WHAT}(?!\w|['’-])", re.IGNORECASE),
        _read_that,
    ),
    (
        re.compile(
            rf"(?:^|(?<=\b[Ii]n\s)|(?<=\b[Oo]n\s)|(?<=\b[Bb]y\s)|(?<=\bsince\s)|(?<=,\s))that\s+{_WHAT}(?!\w|['’-])",
            re.I,
        ),
        _read_that,
    ),
    (
        re.compile(
            rf"(?<=[a-z]\s)that\s+(?P<what>day|{HALF}|week|month|year|{SEASON})(?=\s*[,.;:]|\s+(?:to|and|by|in|at|as|when)\b)"
        ),
        _read_that,
    ),
    (re.compile(rf"{START}(?:later|earlier|late|early)\s+in\s+the\s+(?P<part>day)\b", re.IGNORECASE), _read_in_the_day),
    (
        re.compile(
            rf"{START}(?:(?:late|early)\s+)?(?:in\s+the\s+(?P<part>morning|afternoon|evening)|at\s+(?:dawn|dusk|midnight|noon|nightfall)"
            r"|by\s+(?:dusk|nightfall|evening|dawn))\b",
            re.IGNORECASE,
        ),
        _read_in_the_day,
    ),
    (
        re.compile(
            rf"{START}(?:the\s+(?P<unit>day|night|week|month|year)|(?:(?P<count>a\s+couple\s+of|{COUNT})\s+)(?P<unit2>{UNIT}|hour)s?)\s+"
            rf"(?P<way>before|after|ahead\s+of|following|prior\s+to)\b",
            re.IGNORECASE,
        ),
        _read_before_what,
    ),
    (re.compile(rf"{START}on\s+the\s+(?P<unit>eve)\s+(?P<way>of)\b", re.IGNORECASE), _read_before_what),
    (
        re.compile(
            rf"{START}(?:during|at|in|after|following|throughout)\s+(?:the|that|this|these|those|their|his|her|its)\s+"
            rf"(?:same\s+)?(?:[a-z-]+\s+)?(?P<noun>{_DOING})\b(?!\s+(?:of|on|in|against|with|between|that|which)\b|['’-])",
            re.IGNORECASE,
        ),
        _read_doing,
    ),
    (re.compile(r"\b(?:since\s+then|(?:has|have)\s+(?:ever\s+)?since(?!\s+\d))\b", re.IGNORECASE), read_since_then),
)
