"""Days and times as the field's formats write them.

In come ISO days and times as an event has them; out go numbers and strings.  A time without a zone is taken for UTC.
"""

import datetime

DAYS_OF_GDELT_YEAR = 365  # GDELT's own formula, which knows no leap years
DAYS_OF_GDELT_MONTH = 30
LAST_FRACTION = 0.9999
WEEK = 7  # days


def year_of(day: str | None) -> int | None:
    """Return the year of an ISO day."""
    return int(day[:4]) if day else None


def month_of(day: str | None) -> int | None:
    """Return the month of an ISO day, 1 to 12."""
    return int(day[5:7]) if day else None


def day_of_month(day: str | None) -> int | None:
    """Return the day of the month of an ISO day."""
    return int(day[8:10]) if day else None


def compact_day(day: str | None) -> int | None:
    """Return an ISO day as the number yyyymmdd."""
    return int(day[:10].replace("-", "")) if day else None


def year_fraction(day: str | None) -> float | None:
    """Return a day as GDELT's FractionDate: the year, and (30 times the month plus the day) / 365 behind the point."""
    if not day:
        return None
    part = (int(day[5:7]) * DAYS_OF_GDELT_MONTH + int(day[8:10])) / DAYS_OF_GDELT_YEAR
    return round(int(day[:4]) + min(part, LAST_FRACTION), 4)


def utc_stamp(told: str | None) -> int | None:
    """Return an ISO time as the number yyyymmddhhmmss in UTC; a day alone is its first second."""
    moment = moment_of(told)
    return int(moment.strftime("%Y%m%d%H%M%S")) if moment else None


def unix_time(told: str | None) -> int | None:
    """Return an ISO time as seconds since 1970 in UTC."""
    moment = moment_of(told)
    return int(moment.timestamp()) if moment else None


def moment_of(told: str | None) -> datetime.datetime | None:
    """Return an ISO time as a moment in UTC; None for what is no time."""
    try:
        moment = datetime.datetime.fromisoformat(told or "")
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=datetime.UTC)
    try:
        return moment.astimezone(datetime.UTC)
    except OverflowError:
        return None


def days_between(first: str | None, last: str | None) -> int:
    """Return how many days lie from the first to the last, both included; 1 where either is not told."""
    if not first or not last:
        return 1
    return (datetime.date.fromisoformat(last[:10]) - datetime.date.fromisoformat(first[:10])).days + 1


def is_week_or_finer(first: str | None, last: str | None) -> bool:
    """Say whether a stretch of days is fine enough to stand at its first day."""
    return days_between(first, last) <= WEEK
