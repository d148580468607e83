"""How well days, places, numbers and objects of two tellings go together.

In come two events, out go points: above 0 where they speak for one happening, below where they speak against, 0 where
one of them leaves the field open.  A point is a natural logarithm of odds, so that points of fields add up.
The numbers were set by hand in steps of a half and kept or moved by what half A of quality/stories said; run
quality/measure_stories.py before touching one.
"""

import datetime
import re
from dataclasses import dataclass
from math import cos, hypot, radians

from dragoman.knowledge.folding import fold_text
from dragoman.records import Event, Location
from dragoman.stories.words import overlap_of, weigh_words

# Days: both told to the day and the same; both told to the day, so many days apart; a longer stretch that holds the
# other, by its days; stretches that do not touch.
SAME_DAY = 2.0
DAYS_APART = {1: -5.0, 2: -7.0, 3: -8.0}
FAR_APART = -9.0
HELD_IN = {"week": 0.5, "range": 0.5, "month": 0.0, "year": -0.5}
NO_DAY = -0.5
# A day that is only the day of publication may be a day or two late.
LATE_DAY = {0: 1.0, 1: 0.5, 2: -0.5, 3: -2.0}
LONG_LATE = -5.0
# Goods are told when they leave and when they arrive: days apart speak against one shipment half as much.
UNDER_WAY = frozenset({"AID"})
LONGEST_WAY_DAYS = 10

SAME_PLACE = 1.5
PLACE_WITHIN = 0.3  # a country and its town
OTHER_TOWN = -4.0  # two towns of one country
OTHER_COUNTRY = -3.5
NEAR_KM = 25.0  # two names for one place, or a town and its suburb
KM_PER_DEGREE = 111.2

SAME_NUMBER = 1.5
GROWN_NUMBER = 0.0  # a toll grows as bodies are found …
FAR_NUMBER = -0.7  # … but not by more than so much
GROWTH = 3.0
LEAST_NUMBERS, MOST_NUMBERS = -1.0, 2.0  # what dead, injured and arrested say together

SAME_OBJECT = 2.0
SAME_AMOUNT = 1.0  # "2,400 tonnes": a figure of so many digits is not met by chance
ROUND_DIGITS = 3
OTHER_OBJECT = -1.0
OTHER_GOODS = -2.0  # of gifts, what is given tells them apart
GOODS = frozenset({"AID"})


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a happening, as one report tells them, and how: precision and whether published."""

    first: datetime.date
    last: datetime.date
    precision: str
    is_published: bool


def days_of(event: Event) -> Days | None:
    """Return the days that an event tells, or None."""
    if not event.date:
        return None
    first = datetime.date.fromisoformat(event.date[:10])
    last = datetime.date.fromisoformat((event.enddate or event.date)[:10])
    return Days(first, max(first, last), event.date_precision or "range", event.date_basis == "published")


def compare_days(one: Event, other: Event) -> float:
    """Return how well the days of two events go together."""
    ours, theirs = days_of(one), days_of(other)
    if ours is None or theirs is None:
        return NO_DAY
    gap = max(0, (max(ours.first, theirs.first) - min(ours.last, theirs.last)).days)
    if ours.is_published or theirs.is_published:
        return LATE_DAY.get(gap, LONG_LATE)
    if gap:
        is_under_way = {one.event[0], other.event[0]} <= UNDER_WAY and gap <= LONGEST_WAY_DAYS
        return DAYS_APART.get(gap, FAR_APART) / (2 if is_under_way else 1)
    if ours.precision == theirs.precision == "day":
        return SAME_DAY
    longer = max(ours, theirs, key=lambda days: days.last - days.first)
    is_same = (ours.first, ours.last) == (theirs.first, theirs.last)
    return HELD_IN.get(longer.precision, 0.0) + (1.0 if is_same else 0.0)


def compare_places(one: Location | None, other: Location | None) -> float:
    """Return how well two places go together."""
    if one is None or other is None:
        return 0.0
    if is_one_place(one, other):
        return SAME_PLACE if "country" not in (one.resolution, other.resolution) else PLACE_WITHIN
    if one.country and other.country and one.country != other.country:
        return OTHER_COUNTRY
    if {one.resolution, other.resolution} & {"country", "region", "sea"}:
        return PLACE_WITHIN if "country" in (one.resolution, other.resolution) else 0.0
    return OTHER_TOWN if one.country and other.country else 0.0


def is_one_place(one: Location, other: Location) -> bool:
    """Say whether two places are one: by name ("Grodno", "Grodno region"), or by where they lie."""
    ours, theirs = _name_words(one.name), _name_words(other.name)
    if ours and theirs and (ours <= theirs or theirs <= ours):
        return one.country == other.country or None in (one.country, other.country)
    return distance_km(one, other) <= NEAR_KM and one.resolution == other.resolution == "city"


def distance_km(one: Location, other: Location) -> float:
    """Return how far apart two places lie, on a flat map that is right enough near by; infinite where not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(north, east) * KM_PER_DEGREE


def _name_words(name: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", fold_text(name).casefold())
    return frozenset(words) - {"region", "province", "district", "city", "oblast", "near", "the", "of", "governorate"}


def compare_sizes(one: Event, other: Event) -> float:
    """Return how well the numbers of two events go together, the later report's second."""
    if one.size is None or other.size is None:
        return 0.0
    pairs = (
        (one.size.dead, other.size.dead),
        (one.size.injured, other.size.injured),
        (one.size.arrested, other.size.arrested),
    )
    points = [_compare_numbers(*pair) for pair in pairs if None not in pair]
    return max(LEAST_NUMBERS, min(sum(points), MOST_NUMBERS))


def _compare_numbers(one: int | None, other: int | None) -> float:
    if one is None or other is None:
        return 0.0
    if one == other:
        return SAME_NUMBER if one > 1 else SAME_NUMBER / 2
    few, many = sorted((one, other))
    return GROWN_NUMBER if many <= max(few * GROWTH, few + 3) else FAR_NUMBER


def compare_objects(one: Event, other: Event) -> float:
    """Return how well what is given, taken or spoken of goes together."""
    if not one.object or not other.object:
        return 0.0
    ours, theirs = weigh_words(one.object.casefold()), weigh_words(other.object.casefold())
    overlap = overlap_of(ours, theirs)
    if overlap > 0.0:
        amounts = {word for word in ours.keys() & theirs.keys() if word[0].isdigit() and len(word) >= ROUND_DIGITS}
        return SAME_OBJECT * min(1.0, overlap * 1.5) + (SAME_AMOUNT if amounts else 0.0)
    return OTHER_GOODS if {one.event[0], other.event[0]} <= GOODS else OTHER_OBJECT
