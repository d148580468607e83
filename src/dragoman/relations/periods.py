"""A span of days cut into days, ISO weeks, months or years, and days found in them.

Comes in: ISO days.  Goes out: `Period`s in order, without gaps, so that sums over days are sums over months.
To add a length of period, add its case to `_start_of` and `_next_start`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.errors import BadUse
from dragoman.relations.model import Period

LENGTHS = ("day", "week", "month", "year")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A span cut into periods, which finds a day's period."""

    periods: tuple[Period, ...]
    starts: tuple[str, ...]

    @property
    def since(self) -> str:
        """The first day."""
        return self.periods[0].first

    @property
    def until(self) -> str:
        """The last day."""
        return self.periods[-1].last

    def find(self, day: str) -> int | None:
        """Return the number of the period that a day lies in, None outside the span."""
        if not self.since <= day <= self.until:
            return None
        return bisect_right(self.starts, day) - 1

    def spread(self, days: Sequence[tuple[str, float]]) -> list[float]:
        """Return the sums of the values by period; days outside the span are left out."""
        sums = [0.0] * len(self.periods)
        for day, value in days:
            if (place := self.find(day)) is not None:
                sums[place] += value
        return sums


def cut_span(since: str, until: str, by: str) -> Calendar:
    """Return the span from `since` to `until`, both included, cut by "day", "week", "month" or "year"."""
    if by not in LENGTHS:
        raise BadUse(f"no period {by!r}; a span is cut by {', '.join(LENGTHS)}")
    first, last = read_day(since), read_day(until)
    if last < first:
        raise BadUse(f"the span ends on {until}, before it begins on {since}; turn the two days round")
    periods = []
    start = _start_of(first, by)
    while start <= last:
        following = _next_start(start, by)
        begins, ends = max(start, first), min(following - DAY, last) if following else last
        is_partial = begins > start or following is None or ends < following - DAY
        periods.append(Period(_label(start, by), begins.isoformat(), ends.isoformat(), is_partial))
        if following is None:
            break
        start = following
    return Calendar(tuple(periods), tuple(period.first for period in periods))


def read_day(text: str) -> date:
    """Return the day that a text names as YYYY-MM-DD; BadUse for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError as problem:
        raise BadUse(f"{text!r} is no day; write it as YYYY-MM-DD, 2024-05-16 say") from problem
    if day.isoformat() != text:
        raise BadUse(f"{text!r} is no day; write it as YYYY-MM-DD, {day.isoformat()} say")
    return day


def week_of(day: date) -> date:
    """Return the Monday of a day's ISO week."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def _start_of(day: date, by: str) -> date:
    if by == "day":
        return day
    if by == "week":
        return week_of(day)
    return day.replace(day=1) if by == "month" else day.replace(month=1, day=1)


def _next_start(start: date, by: str) -> date | None:
    """Return the first day of the next period; None where the calendar ends."""
    try:
        if by in ("day", "week"):
            return start + timedelta(days=1 if by == "day" else 7)
        if by == "month":
            return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
        return start.replace(year=start.year + 1)
    except (OverflowError, ValueError):
        return None


def _label(start: date, by: str) -> str:
    if by == "day":
        return start.isoformat()
    if by == "week":
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    return start.isoformat()[:7] if by == "month" else start.isoformat()[:4]
