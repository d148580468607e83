"""Days as tables write them: "1998-09-07", or "1998-09" and "1998" where no more is known.

In come cells, out go first and last days and how precise they are.  What is no day of the calendar is a
ValueError, to whose message the caller puts file and line.
"""

import calendar
import datetime
import re

SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
PRECISION_BY_LENGTH = {len("1998-09-07"): "day", len("1998-09"): "month", len("1998"): "year"}


def period_of(since: str, until: str) -> tuple[str | None, str | None, str]:
    """Return a period's first and last ISO day, None where the cell is empty, and the coarser precision."""
    first = bounds_of(since)[0] if since else None
    last = bounds_of(until)[1] if until else None
    if first and last and last < first:
        raise ValueError(f"{since} comes after {until}; the first day stands first")
    lengths = [len(cell) for cell in (since, until) if cell]
    return first, last, PRECISION_BY_LENGTH[min(lengths, default=len("1998-09-07"))]


def bounds_of(written: str) -> tuple[str, str]:
    """Return the first and the last ISO day of what is written."""
    found = SHAPE.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no day; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        first = datetime.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as problem:
        raise ValueError(f"{written!r} is no day of the calendar") from problem
    if day is not None:
        return written, written
    last_month = month or 12
    return first.isoformat(), f"{first.year:04}-{last_month:02}-{calendar.monthrange(first.year, last_month)[1]:02}"


def day_before(day: str) -> str:
    """Return the day before an ISO day."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """Return the day after an ISO day."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
