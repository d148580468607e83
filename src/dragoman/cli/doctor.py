"""`dragoman doctor`: what is installed, whether it is what this version knows, and what to do."""

from enum import StrEnum
from typing import Annotated

import typer
from rich.text import Text

from dragoman.cli.terminal import clean, complain, open_console, write_line
from dragoman.records import json_from_record
from dragoman.runs.forms import json_line
from dragoman.runs.health import Check, check_health

HELP = """Check this installation: versions, the parser and its digest, data files, store, optional parts.

\b
Examples:
  dragoman doctor
  dragoman doctor --format json

The exit status is 0 where all that is required is in order, else 1.
"""
STYLES = {"ok": "#1b7f79", "broken": "bold #c2571a", "missing": "#c2571a"}


class Format(StrEnum):
    """How to write the checks."""

    TABLE = "table"
    JSON = "json"


def doctor(
    output_format: Annotated[
        Format, typer.Option("--format", help="table for people; json: one object a line per part.")
    ] = Format.TABLE,
) -> None:
    """Check the installation."""
    console = open_console()
    fatal: list[str] = []
    for check in check_health():
        if output_format is Format.JSON:
            write_line(json_line(json_from_record(check)))
        else:
            console.print(_line(check), soft_wrap=True)
        if check.is_fatal:
            fatal.append(check.name)
    if fatal:
        complain(f"not in order: {', '.join(fatal)}; do what is said beside it and run dragoman doctor again")
        raise typer.Exit(1)


def _line(check: Check) -> Text:
    line = Text.assemble(f"{clean(check.name):<24}", (f"{check.state:<20}", STYLES.get(check.state, "dim")))
    line.append(clean(check.found))
    if check.advice:
        line.append(f"  → {clean(check.advice)}", style="italic")
    return line
