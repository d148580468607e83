"""Days counted from other days: "a week later", "the previous month", "that October", "the following Friday".

A base's days and what the phrase asks for in, the days meant out; None where the base is too coarse to count from
(two days after "in 2003") .  No text is read here.
"""

from datetime import date

from dragoman.spans import days as calendar
from dragoman.spans.days import Days

# The longest base, in days, from which a unit can be counted.
LONGEST = {"hour": 1, "day": 31, "week": 31, "month": 92, "year": 3700, "decade": 3700}
VAGUE = {"day": (2, 9), "week": (2, 6), "month": (2, 9), "year": (2, 9), "hour": (0, 0)}  # "weeks later": by judgement


def length_of(days: Days) -> int:
    """Return how many days a stretch has."""
    return (days.last - days.first).days + 1


def shift(base: Days, count: int, unit: str) -> Days | None:
    """Return the days that lie `count` units from the base, as fine as base and unit allow."""
    if length_of(base) > LONGEST[unit]:
        return None
    if unit == "hour":
        return base
    if unit in ("day", "week"):
        first, last = calendar.moved(base.first, count, unit), calendar.moved(base.last, count, unit)
        return Days(first, last, "day" if first == last else "range")
    first, last = calendar.moved(base.first, count, unit), calendar.moved(base.last, count, unit)
    if unit == "month":
        start, end = calendar.whole_month(first.year, first.month), calendar.whole_month(last.year, last.month)
        return start if start == end else Days(start.first, end.last, "range")
    if unit == "decade":  # told in round figures: a year more or less
        first, last = calendar.moved(first, -1, "year"), calendar.moved(last, 1, "year")
    whole = Days(calendar.whole_year(first.year).first, calendar.whole_year(last.year).last, "range")
    return calendar.whole_year(first.year) if first.year == last.year else whole


def shift_vaguely(base: Days, unit: str, *, is_later: bool) -> Days | None:
    """Return the days of "weeks later": between the fewest and the most that such words are used for."""
    if length_of(base) > LONGEST[unit]:
        return None
    if unit == "hour":
        return base
    fewest, most = VAGUE[unit]
    if is_later:
        return Days(calendar.moved(base.last, fewest, unit), calendar.moved(base.first, most, unit), "range")
    return Days(calendar.moved(base.last, -most, unit), calendar.moved(base.first, -fewest, unit), "range")


def same(base: Days, unit: str) -> Days | None:
    """Return the day, week, month or year that holds the base: "that week"."""
    if unit == "day":
        return base if length_of(base) <= 3 else None
    whole = {"week": calendar.whole_week, "month": _month_of, "year": _year_of}[unit](base.first)
    return whole if base.last <= whole.last else None


def neighbour(base: Days, unit: str, step: int) -> Days | None:
    """Return the day, week, month or year before or after the base: "the following week"."""
    if unit == "day":
        return shift(base, step, "day") if length_of(base) <= 3 else None
    held = same(base, unit)
    if held is None:
        return None
    day = calendar.moved(held.first, step, unit)
    return {"week": calendar.whole_week, "month": _month_of, "year": _year_of}[unit](day)


def weekday_beside(base: Days, weekday: int, step: int) -> Days | None:
    """Return that weekday in the base's week (`step` 0), or the next one behind or ahead of the base's day."""
    if length_of(base) > 7:
        return None
    if step == 0:
        return calendar.one_day(calendar.weekday_in_week(base.first, weekday, 0))
    start = calendar.moved(base.last if step > 0 else base.first, step, "day")
    return calendar.one_day(calendar.weekday_near(start, weekday, is_coming=step > 0))


def month_beside(base: Days, month: int, step: int) -> Days | None:
    """Return that month in the base's year (`step` 0), or the next one behind or ahead of the base."""
    if length_of(base) > 366:
        return None
    if step == 0 or base.precision == "year":
        return calendar.whole_month(base.first.year + step, month)
    if step > 0:
        return calendar.whole_month(base.last.year + (month <= base.last.month), month)
    return calendar.whole_month(base.first.year - (month >= base.first.month), month)


def season_beside(base: Days, name: str, step: int) -> Days | None:
    """Return that season of the base's year, or the next one behind or ahead."""
    if length_of(base) > 366:
        return None
    seasons = [calendar.season_of(name, base.first.year + shift_by) for shift_by in (-1, 0, 1)]
    if step > 0:
        return next((season for season in seasons if season.first > base.first), None)
    if step < 0:
        return next((season for season in reversed(seasons) if season.last < base.last), None)
    return seasons[0] if name == "winter" and base.last.month <= 2 else seasons[1]


def _month_of(day: date) -> Days:
    return calendar.whole_month(day.year, day.month)


def _year_of(day: date) -> Days:
    return calendar.whole_year(day.year)
