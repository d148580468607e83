"""What a door may set: one frozen `Settings`, built once and handed in.

Comes in: option values as the user wrote them.  Goes out: `Settings`, or BadUse with the value that
is off.  To add an option, add a field here, check it in `__post_init__`, and use it where it counts.
"""

import datetime
import re
from dataclasses import dataclass

from dragoman.errors import BadUse

EFFORTS = ("fast", "standard", "accurate")
BUILT_EFFORTS = ("standard",)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?")  # fromisoformat alone takes 20240514 and 2024-W20-2 too


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read and code; `date` is the day of publication for inputs that carry none.

    `max_bytes` is the size above which a document is rejected, None for the reader's own limit.
    `actors` are paths of users' own lists of actors; where two name the same, the last wins.
    """

    date: str | None = None
    effort: str = "standard"
    allow_private: bool = False
    max_bytes: int | None = None
    actors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_effort(self.effort)
        if self.date is not None:
            check_day(self.date)
        if self.max_bytes is not None and self.max_bytes < 1:
            raise BadUse(f"--max-bytes is a number of bytes of at least 1, not {self.max_bytes}")


def check_effort(effort: str) -> None:
    """Refuse an effort that does not exist, or that this version does not have; BadUse says which are there."""
    if effort not in EFFORTS:
        raise BadUse(f"there is no effort {effort!r}; the efforts are {', '.join(EFFORTS)}")
    if effort not in BUILT_EFFORTS:
        raise BadUse(f"effort {effort!r} is not part of this version; use {' or '.join(BUILT_EFFORTS)}")


def check_day(day: str) -> None:
    """Refuse what is no day of the calendar as YYYY-MM-DD, with or without a time behind it (T10:30+02:00)."""
    told = f"a date is written as YYYY-MM-DD, for example 2024-05-14, not {day!r}"
    if not DAY.fullmatch(day):
        raise BadUse(told)
    try:
        datetime.datetime.fromisoformat(day)
    except ValueError as problem:
        raise BadUse(told) from problem
