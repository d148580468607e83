"""What is usual in a dyad, and how the newest week and period stand to it.

Comes in: plain cells of a dyad, both ways, the publication they are measured against, and the world's prior.
Goes out: `Norm`.  A week's stories are gamma-Poisson: the dyad's rate is gamma, shrunk to the world's, weeks burst
beyond chance as the dyad's own weeks did, and a week in which twice as much was published may bring twice as many.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.ontology import Ontology
from dragoman.records import DyadCount
from dragoman.relations.intervals import TAIL, count_chances, count_range, share_chances, share_range
from dragoman.relations.model import (
    CONFLICT,
    LEAST_STORIES,
    SHORT_HISTORY,
    Change,
    Expected,
    Norm,
    Period,
    Prior,
)
from dragoman.relations.periods import cut_span
from dragoman.relations.publication import Publication

LEAST_WEEKS = 12  # weeks of publication under which nothing is called usual, as DESIGN.md has it
YEAR_WEEKS = 52
SHORT_WEEKS = 4
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a dyad: its stories, those of conflict, and how much was published, in usual weeks."""

    period: Period
    stories: int
    conflict: int
    published: float


@dataclass(frozen=True, slots=True)
class Level:
    """The level of some weeks: rate with its variance and burstiness, share's beta and its own burstiness."""

    rate: float
    own_rate: float
    variance: float
    burstiness: float
    conflict: float
    cooperation: float
    share_burstiness: float


def count_weeks(
    cells: Iterable[DyadCount], publication: Publication, until: str, ontology: Ontology
) -> tuple[Week, ...]:
    """Return the dyad's ISO weeks in which anything was published, up to `until`; the newest may be cut short."""
    if until < publication.first:
        return ()
    days = cut_span(publication.first, until, "week")
    stories, conflict = [0] * len(days.periods), [0] * len(days.periods)
    for cell in cells:
        place = days.find(cell.day)
        if place is not None:
            stories[place] += cell.stories
            conflict[place] += cell.stories if ontology.quad(cell.event) in CONFLICT else 0
    weeks = (
        Week(period, stories[place], conflict[place], publication.weigh(period.first, period.last))
        for place, period in enumerate(days.periods)
    )
    return tuple(week for week in weeks if week.published > 0)


def find_norm(weeks: Sequence[Week], prior: Prior, current: tuple[Period, int, float] | None = None) -> Norm:
    """Return the norm of a dyad from its weeks, the newest of which is set against those before.

    `current` is the newest period of the span with its stories and how much was published in it: its norm rests on
    the weeks that ended before it began.
    """
    if not weeks or len(weeks) <= LEAST_WEEKS:
        return Norm(max(0, len(weeks) - 1), prior=prior, note=SHORT_HISTORY)
    history, newest = weeks[:-1][-YEAR_WEEKS:], weeks[-1]
    level = level_of(history, prior)
    return Norm(
        weeks=len(history),
        rate=level.rate,
        own_rate=level.own_rate,
        burstiness=level.burstiness,
        week=expect_stories(newest.period, newest.stories, newest.published, level),
        period=_expect_period(weeks, prior, current) if current else None,
        share=expect_share(newest, level),
        changes=tuple(_change(history[-number:], newest, prior, level) for number in (SHORT_WEEKS, YEAR_WEEKS)),
        prior=prior,
    )


def level_of(weeks: Sequence[Week], prior: Prior) -> Level:
    """Return the level of these weeks, shrunk to the world's."""
    stories, published = sum(week.stories for week in weeks), sum(week.published for week in weeks)
    against = sum(week.conflict for week in weeks)
    shape, length = prior.shape + stories, prior.weeks + published
    rate = shape / length
    conflict, cooperation = prior.conflict + against, prior.cooperation + stories - against
    return Level(
        rate=rate,
        own_rate=stories / published,
        variance=rate / length,
        burstiness=_burstiness(weeks, rate),
        conflict=conflict,
        cooperation=cooperation,
        share_burstiness=_share_burstiness(weeks, conflict / (conflict + cooperation)),
    )


def expect_stories(period: Period, stories: int, published: float, level: Level, *, weeks: float = 1.0) -> Expected:
    """Return a period's stories against a level; `weeks` is how many weeks' bursts even out in it."""
    mean = level.rate * published
    variance = mean + level.variance * published**2 + level.burstiness * mean**2 / max(1.0, weeks)
    low, high = count_range(mean, variance)
    few, many = count_chances(stories, mean, variance)
    surprise = (stories - mean) / math.sqrt(variance) if variance > 0 else 0.0
    return Expected(period, stories, mean, low, high, _position(few, many), surprise)


def expect_share(week: Week, level: Level) -> Expected | None:
    """Return a week's conflict share against a level; None under five stories."""
    if week.stories < LEAST_STORIES:
        return None
    known = level.conflict + level.cooperation
    share = level.conflict / known
    # Two causes draw a week's share apart from its level: the level is not known exactly, and weeks differ.
    spread = min(0.999, 1 / (known + 1) + level.share_burstiness)
    first, second = share * (1 / spread - 1), (1 - share) * (1 / spread - 1)
    low, high = share_range(week.stories, first, second)
    few, many = share_chances(week.conflict, week.stories, first, second)
    deviation = math.sqrt(share * (1 - share) * (1 + (week.stories - 1) * spread) / week.stories)
    observed = week.conflict / week.stories
    surprise = (observed - share) / deviation
    return Expected(
        week.period, observed, share, low / week.stories, high / week.stories, _position(few, many), surprise
    )


def _position(few: float, many: float) -> str:
    if few < TAIL:
        return "below"
    return "above" if many < TAIL else "within"


def _expect_period(weeks: Sequence[Week], prior: Prior, current: tuple[Period, int, float]) -> Expected | None:
    period, stories, published = current
    before = [week for week in weeks if week.period.last < period.first][-YEAR_WEEKS:]
    if len(before) < LEAST_WEEKS:
        return None
    length = sum(1 for week in weeks if week.period.last >= period.first and week.period.first <= period.last)
    return expect_stories(period, stories, published, level_of(before, prior), weeks=length)


def _change(before: Sequence[Week], newest: Week, prior: Prior, year: Level) -> Change:
    """Return the newest week against some weeks before it; how much weeks burst is taken from the whole year."""
    level = level_of(before, prior)
    bursting = Level(
        level.rate,
        level.own_rate,
        level.variance,
        year.burstiness,
        level.conflict,
        level.cooperation,
        year.share_burstiness,
    )
    against = expect_stories(newest.period, newest.stories, newest.published, bursting)
    return Change(len(before), against.observed / against.expected, against)


def _burstiness(weeks: Sequence[Week], rate: float) -> float:
    """Return how much weeks differ beyond chance, by moments: variance is mean + burstiness * mean squared.

    They are measured from the rate after shrinkage, so that a dyad far from the world's rate gets a wider range, not a
    narrow one in the wrong place.  The week that is farthest off is left out, so that one outbreak does not make every
    later week look usual.
    """
    told = [((week.stories - rate * week.published) ** 2 - rate * week.published, week.published) for week in weeks]
    told.remove(max(told))
    squares = sum((rate * published) ** 2 for _, published in told)
    return max(0.0, sum(excess for excess, _ in told) / squares) if squares > 0 else 0.0


def _share_burstiness(weeks: Sequence[Week], share: float) -> float:
    """Return how much weeks' conflict shares differ beyond chance, as the correlation of stories within a week."""
    scale = share * (1 - share)
    excess = sum(((week.conflict - week.stories * share) ** 2 - week.stories * scale) for week in weeks if week.stories)
    pairs = sum(week.stories * (week.stories - 1) for week in weeks)
    return min(0.9, max(0.0, excess / (pairs * scale))) if pairs and scale > 0 else 0.0
