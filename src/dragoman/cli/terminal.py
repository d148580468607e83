"""What may reach a terminal: articles are hostile, so their control characters never do.

Comes in: any text.  Goes out: the same words, harmless; consoles that know whether anybody watches.
"""

import io
import os
import re
import sys
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

WIDTH = 100  # columns: the longest line that reads well; also the width where no terminal tells its own

# A whole escape sequence goes, not its first character alone: CSI, then OSC and its kin up to their end, then the rest.
ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
SPACES = "\t\n\r\v\f\x85\u2028\u2029"


def clean(text: str) -> str:
    """Return `text` as one line without escapes, control characters and changes of reading direction."""
    return CONTROLS.sub(lambda match: " " if match[0] in SPACES else "", ESCAPES.sub("", text))


def complain(message: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    sys.stderr.write(f"dragoman: {clean(message)}\n")
    sys.stderr.flush()


def open_console() -> Console:
    """Return a console on standard output; without a terminal it writes no colour and no styles."""
    _write_utf8()
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDTH
    console.width = min(console.width, WIDTH)
    return console


def open_progress() -> Progress:
    """Return a count with its rate on standard error, which stays silent where that is no terminal."""
    console = Console(stderr=True, highlight=False, emoji=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def open_measured_progress() -> Progress:
    """Return a bar with the time gone and the time left on standard error; silent where that is no terminal.

    Where nobody knows the total, the bar only moves and the time left stays open.
    """
    console = Console(stderr=True, highlight=False, emoji=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    left = (TextColumn("left"), TimeRemainingColumn())
    # The rate of the last ten minutes: coding is slow, and files are read in large pieces.
    return Progress(
        *columns, *left, console=console, transient=True, disable=not console.is_terminal, speed_estimate_period=600
    )


def standard_output() -> TextIO:
    """Return standard output, writing UTF-8 whatever the locale says."""
    _write_utf8()
    return sys.stdout


def write_line(line: str) -> None:
    """Write one line of a machine's format to standard output, at once and in UTF-8."""
    standard_output().write(f"{line}\n")


def _write_utf8() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper) and (sys.stdout.encoding or "").lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8")
