"""Days as tables write them: "1998-09-07", or "1998-09" and "1998" where no more is known.

In comes a cell, out go its first and last day and how precise it is.  What is no day of the calendar is a
ValueError, whose message the caller puts a file and a line to.
"""

import calendar
import datetime
import re

SHAPE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
PRECISION_BY_LENGTH = {len("1998-09-07"): "day", len("1998-09"): "month", len("1998"): "year"}


def bounds_of(written: str) -> tuple[str, str]:
    """Return the first and the last ISO day of what is written."""
    found = SHAPE.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no day; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known")
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    if year is None or not datetime.MINYEAR <= year:
        raise ValueError(f"{written!r} is no year of the calendar")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{written!r} has no month of the calendar")
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    try:
        first, last = datetime.date(year, month or 1, day or 1), datetime.date(year, last_month, last_day)
    except ValueError as problem:
        raise ValueError(f"{written!r} is no day of the calendar") from problem
    return first.isoformat(), last.isoformat()


def period_of(since: str, until: str) -> tuple[str | None, str | None, str]:
    """Return the first and last day of a period, None where the cell is empty, and the coarser precision."""
    first = bounds_of(since)[0] if since else None
    last = bounds_of(until)[1] if until else None
    if first and last and last < first:
        raise ValueError(f"{since!r} is later than {until!r}; since comes first")
    lengths = [len(cell) for cell in (since, until) if cell]
    return first, last, PRECISION_BY_LENGTH[min(lengths, default=len("1998-09-07"))]


def day_before(day: str) -> str:
    """Return the day before an ISO day."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """Return the day after an ISO day."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
