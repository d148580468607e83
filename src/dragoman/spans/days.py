"""The calendar behind time expressions: names and numbers in, first and last days out.  No text is read here."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
TENS = {"thirty": 30, "forty": 40, "fifty": 50}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
# A day and month without a year is the nearest one behind; one this near ahead is the coming one.  News that names a
# bare day means one within weeks; set by judgement, not measured.
NEAR_AHEAD_DAYS = 45


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a phrase stands for, both included, and how finely it tells them."""

    first: date
    last: date
    precision: str


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its short form ("Sept.")."""
    short = name.lower().rstrip(".")[:3]
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(short))


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name."""
    return WEEKDAYS.index(name.lower())


def count_from(word: str) -> int | None:
    """Return the number that a word or digits stand for, None for any other word."""
    lowered = word.lower()
    if lowered in ("a", "an"):
        return 1
    if re.fullmatch(r"[0-9]{1,3}", lowered):
        return int(lowered)
    return NUMBERS.index(lowered) if lowered in NUMBERS else TENS.get(lowered)


def one_day(day: date) -> Days:
    """Return a single day."""
    return Days(day, day, "day")


def valid_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def whole_month(year: int, month: int) -> Days:
    """Return a month from its first to its last day; `month` may run over into the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def whole_year(year: int) -> Days:
    """Return a year from its first to its last day."""
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def whole_week(day: date) -> Days:
    """Return the week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a stretch, as a range of days; a week is late from its Thursday on."""
    length = (days.last - days.first).days + 1
    third = length // 3
    if part == "late" and days.precision == "week":
        return Days(days.first + timedelta(days=3), days.last, "range")
    if part == "early":
        return Days(days.first, days.first + timedelta(days=third - 1), "range")
    if part == "mid":
        return Days(days.first + timedelta(days=third), days.last - timedelta(days=third), "range")
    return Days(days.last - timedelta(days=third - 1), days.last, "range")


def share_of(days: Days, number: int, shares: int) -> Days:
    """Return the `number`-th of equal shares: a half or quarter of a year is made of months, others of days."""
    if days.precision == "year":
        months = 12 // shares
        first = whole_month(days.first.year, (number - 1) * months + 1)
        return Days(first.first, whole_month(days.first.year, number * months).last, "range")
    length = ((days.last - days.first).days + 1) // shares
    first_day = days.first + timedelta(days=(number - 1) * length)
    return Days(first_day, days.last if number == shares else first_day + timedelta(days=length - 1), "range")


def season_of(name: str, year: int) -> Days:
    """Return a northern season's months as a range; winter begins in December of `year`."""
    if name == "winter":
        return Days(date(year, 12, 1), whole_month(year + 1, 2).last, "range")
    first, last = SEASONS[name]
    return Days(date(year, first, 1), whole_month(year, last).last, "range")


def season_near(name: str, which: str, published: date) -> Days:
    """Return the northern season that "last", "this" or "next" means: the latest that is over, or the nearest ahead."""
    around = [season_of(name, published.year + shift) for shift in (-2, -1, 0, 1)]
    if which == "last":
        return [season for season in around if season.last < published][-1]
    if which == "next":
        return next(season for season in around if season.first > published)
    # "this": the one that goes on, else that of the year of publication
    going_on = next((season for season in around if season.first <= published <= season.last), None)
    return going_on or season_of(name, published.year)


def weekday_near(published: date, weekday: int, *, is_coming: bool) -> date:
    """Return that weekday on or before publication, or on or after it."""
    if is_coming:
        return published + timedelta(days=(weekday - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def weekday_in_week(published: date, weekday: int, weeks: int) -> date:
    """Return that weekday in the week that lies `weeks` from the week of publication."""
    return whole_week(published).first + timedelta(days=weekday + 7 * weeks)


def year_of_day(published: date, month: int, day: int, tense: str) -> int | None:
    """Return the year that a bare day and month mean: `tense` is "future", "past" or "" where nothing tells."""
    found = [valid_day(published.year + shift, month, day) for shift in (-1, 0, 1)]
    fitting = [candidate for candidate in found if candidate is not None]
    ahead = [candidate for candidate in fitting if candidate >= published]
    behind = [candidate for candidate in fitting if candidate <= published]
    if ahead and (tense == "future" or not behind):
        return ahead[0].year
    if ahead and tense != "past" and (ahead[0] - published).days <= NEAR_AHEAD_DAYS < (published - behind[-1]).days:
        return ahead[0].year
    return behind[-1].year if behind else None


def year_of_month(published: date, month: int, tense: str) -> int:
    """Return the year that a bare month means: the latest one begun, or the coming one."""
    if tense == "future":
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def moved(day: date, count: int, unit: str) -> date:
    """Return the day that lies `count` units ahead of another, or behind it where `count` is below zero.

    A month's last days stay within the month reached; days outside the calendar's reach end at its bounds.
    """
    if unit in ("day", "week"):
        reach = count * (7 if unit == "week" else 1)
        return date.fromordinal(min(max(day.toordinal() + reach, 1), date.max.toordinal()))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    total = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def step_forward(start: date, count: int, unit: str) -> Days:
    """Return the days that "in `count` units" stands for: as fine as the unit."""
    day = moved(start, count, unit)
    if unit == "day":
        return one_day(day)
    if unit == "week":
        return whole_week(day)
    return whole_month(day.year, day.month) if unit == "month" else whole_year(day.year)


def step_back(published: date, count: int, unit: str) -> Days | None:
    """Return the days that "`count` units ago" stands for: as fine as the unit."""
    if unit == "day":
        return one_day(published - timedelta(days=count))
    if unit == "week":
        return whole_week(published - timedelta(weeks=count))
    if unit == "month":
        return whole_month(published.year, published.month - count)
    if unit == "decade":  # told in round figures: a year more or less
        middle = moved(published, -count, unit).year
        return Days(whole_year(max(middle - 1, 1)).first, whole_year(middle + 1).last, "range")
    return whole_year(published.year - count) if published.year > count else None
