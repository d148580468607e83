"""Times of publication as pages print them, to ISO 8601.

In: a line of a page or a metadata value.  Out: a `Moment`: the ISO form as far as it is told, and where it
stands in the line.  Two numbers with a stroke between them are day first, unless that cannot be or the time
is told with am or pm, which only month-first countries print beside numeric dates.  To read one more layout,
add a pattern with the groups year, month and day to `DATES`, and a row to the table in the tests.
"""

import datetime
import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)"
WEEKDAY = r"(?:\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b[,.]?\s+)?"
DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){YEAR}[-./](?P<month>[01]?\d)[-./]{DAY}(?!\d)",
        rf"(?<!\d){YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"{WEEKDAY}(?<!\d){DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR}(?!\d)",
        rf"{WEEKDAY}\b{MONTH}\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}(?!\d)",
        rf"{WEEKDAY}(?<![\d.])(?P<day>[0-3]?\d)[./-](?P<month>[0-3]?\d)[./-]{YEAR}(?!\d)",
    )
)
CLOCK = (
    r"(?P<hour>[012]?\d)(?:[:h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?|[.](?P<dotted>[0-5]\d)(?=\s*[apAP]\.?[mM]))?"
    r"(?:\s*(?P<half>[apAP]\.?[mM]\b\.?))?"
)
ZONE = r"(?:\s*\(?(?P<zone>(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d\d)?|Z|[A-Z]{2,4})\b\)?)?"
AFTER = re.compile(rf"(?:T|[\s,|·•–—/-]+(?:at\s+)?|\s*\()\s*{CLOCK}{ZONE}")
BEFORE = re.compile(rf"(?<![\d:]){CLOCK}{ZONE}[\s,|·•–—-]+(?:on\s+)?$")
ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "HKT": 480, "SGT": 480, "JST": 540, "KST": 540,
}  # fmt: skip  # minutes east of Greenwich; IST, CST and AST mean several zones each, so they are left out
FIRST_YEAR, LAST_YEAR = 1950, 2100


@dataclass(frozen=True, slots=True)
class Moment:
    """A time found in a line: ISO 8601 as far as told, and its place in the line."""

    iso: str
    start: int
    end: int

    @property
    def has_time(self) -> bool:
        """Whether an hour was told, and not the day alone."""
        return "T" in self.iso


def find_moment(line: str) -> Moment | None:
    """Return the first date in `line` with its time of day, if one stands beside it."""
    found = [match for match in (pattern.search(line) for pattern in DATES) if match and _day_of(match)]
    if not found:
        return None
    match = min(found, key=lambda one: (one.start(), -one.end()))
    after = AFTER.match(line, match.end())
    if after and _clock_of(after):
        return Moment(_iso(match, after), match.start(), after.end())
    before = BEFORE.search(line, max(0, match.start() - 40), match.start())
    if before and _clock_of(before):
        return Moment(_iso(match, before), before.start(), match.end())
    return Moment(_iso(match, None), match.start(), match.end())


def iso_from_text(text: str | None) -> str | None:
    """Return the ISO form of the first date in a metadata value, or None."""
    moment = find_moment(text) if text else None
    return moment.iso if moment else None


def _iso(date: re.Match[str], clock: re.Match[str] | None) -> str:
    day = _day_of(date, is_month_first=bool(clock and clock["half"]))
    return f"{day}{_clock_of(clock) if clock else ''}"


def _day_of(match: re.Match[str], *, is_month_first: bool = False) -> str | None:
    name, day = match["month"].lower(), int(match["day"])
    if not name.isdigit():
        month = MONTHS.index(name[:3]) + 1
    else:
        month = int(name)
        is_stroked = match.string[match.end("day")] == "/" if match.end("day") < len(match.string) else False
        if month > 12 or (is_month_first and is_stroked and day <= 12):
            month, day = day, month
    try:
        found = datetime.date(int(match["year"]), month, day)
    except ValueError:
        return None
    return found.isoformat() if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _clock_of(match: re.Match[str]) -> str:
    """Return "THH:MM", with seconds and zone where told; "" where the numbers are no time of day."""
    minute, half = match["minute"] or match["dotted"], (match["half"] or "").lower()
    if not minute and not half:
        return ""
    hour = int(match["hour"])
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0) if hour <= 12 else hour
    if hour > 23:
        return ""
    second = f":{match['second']}" if match["second"] not in (None, "00") else ""
    return f"T{hour:02}:{minute or '00'}{second}{_zone_of(match['zone'])}"


def _zone_of(label: str | None) -> str:
    """Return "+HH:MM" for a zone that means one thing only, else ""."""
    if not label:
        return ""
    numeric = re.fullmatch(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?", label)
    if numeric:
        hours, minutes = int(numeric[2]), numeric[3] or "00"
        return f"{numeric[1]}{hours:02}:{minutes}" if hours <= 14 else ""
    if label not in ZONES:
        return ""
    sign = "-" if ZONES[label] < 0 else "+"
    hours, minutes_east = divmod(abs(ZONES[label]), 60)
    return f"{sign}{hours:02}:{minutes_east:02}"
