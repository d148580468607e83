"""Days told by a named war or crisis: "during the Falklands war", "since the Six-Day War".

A sentence and the table of wars in, the places of such phrases with their days out.  Words that only speak of a war
("veterans of the Gulf War", "after the Korean War") give no days.  To add a lead-in, add it to LEADS.
"""

import re
from collections.abc import Iterator
from datetime import date

from dragoman.knowledge.wars import War, WarTable
from dragoman.spans import days as calendar
from dragoman.spans.days import Days

LEADS = {
    "during": "whole",
    "throughout": "whole",
    "amid": "whole",
    "in": "whole",
    "in the midst of": "whole",
    "in the course of": "whole",
    "at the height of": "whole",
    "at the start of": "first",
    "at the beginning of": "first",
    "at the outbreak of": "first",
    "at the end of": "last",
    "since the start of": "first",
    "since the outbreak of": "first",
    "since the end of": "last",
    "since": "since",
}
_LEADS = "|".join(re.escape(lead).replace(r"\ ", r"\s+") for lead in sorted(LEADS, key=len, reverse=True))
LEAD = re.compile(
    rf"(?<![\w-])(?P<lead>{_LEADS})\s+(?:(?:the|its|their|his|her)\s+)?(?P<word>[a-z]+\s+)?", re.IGNORECASE
)


def find_wars(text: str, wars: WarTable, published: date | None) -> Iterator[tuple[int, int, Days]]:
    """Yield start, end and days of each phrase that puts something into a war's days, in order."""
    for match in LEAD.finditer(text):
        starts = (match.start("word"), match.end()) if match["word"] else (match.end(),)
        for start in starts:
            found = wars.war_at(text, start)
            days = _days_of(found[0], LEADS[re.sub(r"\s+", " ", match["lead"].lower())], published) if found else None
            if found and days:
                yield start, found[1], days
                break


def _days_of(war: War, which: str, published: date | None) -> Days | None:
    """Return the days meant; None where the war began after the report, or still goes on and tells no day."""
    first = date.fromisoformat(war.first_day)
    last = date.fromisoformat(war.last_day) if war.last_day else None
    if published is not None and published < first:
        return None
    if last is None or (published is not None and published <= last):
        return calendar.one_day(first) if which in ("first", "since") and war.precision == "day" else None
    if which == "whole":
        return _stretch(first, last)
    day = first if which == "first" else last
    if war.precision == "day":
        return calendar.one_day(day)
    return calendar.whole_month(day.year, day.month) if war.precision == "month" else calendar.whole_year(day.year)


def _stretch(first: date, last: date) -> Days:
    if first == last:
        return calendar.one_day(first)
    month, year = calendar.whole_month(first.year, first.month), calendar.whole_year(first.year)
    for period in (month, year):
        if (period.first, period.last) == (first, last):
            return period
    return Days(first, last, "range")
