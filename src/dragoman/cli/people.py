"""`--who` and `--why`: who changes a store by hand, and why, as options of the commands that do.

Comes in: what the user typed, else the system's name for them.  Goes out: both, or BadUse where nobody says.
"""

import os
from typing import Annotated

import typer

from dragoman.errors import BadUse

WhoOption = Annotated[
    str | None, typer.Option("--who", metavar="NAME", help="Who says so; else the name of the system's user.")
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why, for those who read the log.")]


def name_of_person(who: str | None) -> str:
    """Return who acts: as told, else as the environment's USER or USERNAME says; BadUse where neither does."""
    name = " ".join((who or os.environ.get("USER") or os.environ.get("USERNAME") or "").split())
    if not name:
        raise BadUse("nobody is named as the one who says so: give --who NAME")
    return name


def reason_told(why: str | None) -> str:
    """Return the reason; BadUse where there is none."""
    reason = " ".join((why or "").split())
    if not reason:
        raise BadUse("no reason is given: add --why TEXT, so that others can follow it")
    return reason
