"""How much was published, day by day: what a week's stories are measured against.

Comes in: `OutletCount`s of everything.  Goes out: `Publication`, which weighs any span of days in usual weeks.
A story counts once for each outlet that told it.  A usual week is the mean of the whole ISO weeks with any report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

from dragoman.records import OutletCount
from dragoman.relations.periods import cut_span, read_day


@dataclass(frozen=True, slots=True)
class Publication:
    """The days with any report, in order, and the sums of outlet-stories before each; `usual` is a usual week's."""

    days: tuple[str, ...]
    sums: tuple[float, ...]
    usual: float

    @property
    def first(self) -> str:
        """The first day with a report."""
        return self.days[0]

    @property
    def last(self) -> str:
        """The last day with a report."""
        return self.days[-1]

    def weigh(self, first: str, last: str) -> float:
        """Return how much was published from `first` to `last`, both included, in usual weeks."""
        return (self.sums[bisect_right(self.days, last)] - self.sums[bisect_left(self.days, first)]) / self.usual


def measure_publication(everything: Iterable[OutletCount], *, until: str | None = None) -> Publication | None:
    """Return how much was published up to `until`; None where nothing was, or no outlet is named."""
    counts: dict[str, float] = {}
    for count in everything:
        if count.stories and (until is None or count.day <= until):
            counts[count.day] = counts.get(count.day, 0.0) + count.stories
    return _publication(counts) if counts else None


def assume_even(first: str, last: str) -> Publication:
    """Return even publication from `first` to `last`, for stores whose reports name no outlet."""
    begins = read_day(first)
    number = (read_day(last) - begins).days + 1
    return _publication({(begins + timedelta(days=place)).isoformat(): 1.0 for place in range(number)})


def _publication(counts: dict[str, float]) -> Publication:
    days = tuple(sorted(counts))
    sums = tuple(accumulate((counts[day] for day in days), initial=0.0))
    bare = Publication(days, sums, 1.0)
    weeks = cut_span(days[0], days[-1], "week").periods
    told = [(bare.weigh(week.first, week.last), week.is_partial) for week in weeks]
    whole = [number for number, is_partial in told if number and not is_partial]
    some = whole or [number for number, _ in told if number]
    return Publication(days, sums, sum(some) / len(some))
