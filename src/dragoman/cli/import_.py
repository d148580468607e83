"""`dragoman import FILE… --coder NAME`: other coders' files into a store, as events of theirs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.terminal import complain
from dragoman.errors import BadUse

if TYPE_CHECKING:
    from dragoman.exports.importing import BadRow

HELP = """Read another coder's files into the store, as events of that coder.

FILE is GDELT 2.0's event export, ICEWS, POLECAT or PLOVER JSON lines, plain or packed with gzip or zip.
The format is told by the first line; --format names it where that fails.

\b
Examples:
  dragoman import 20240514120000.export.CSV.zip --coder gdelt
  dragoman import events.2014.tab --coder icews --store sqlite:///news.db
  dragoman import theirs.jsonl --coder other --format plover

They stay apart from our own events: `dragoman compare` sets them beside ours, `dragoman export --coder NAME`
takes them out again. A line that cannot be read is named on standard error with file and number, and the
rest is kept; lines that tell no event in PLOVER (CAMEO's statements, root 01) are counted. The exit status is
1, and nothing is kept, where no line could be read.
"""
SHOWN = 100  # bad lines that are named one by one; a wrong file would fill the screen


def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Files of events, plain, .gz or .zip.")],
    coder: Annotated[str, typer.Option("--coder", metavar="NAME", help="What the other coder is called.")],
    layout: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="gdelt, icews, polecat or plover.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Read other coders' files into the store."""
    from dragoman.runs.importing import import_files
    from dragoman.stores import open_store

    name = coder.strip()
    if not name or name == "dragoman" or not name.isprintable():
        raise BadUse(f"--coder names the other coder in printable characters, and not dragoman, not {coder!r}")
    named = _Named()
    opened = open_store(store_address(store))
    try:
        done = import_files(opened, [Path(path) for path in files], coder=name, layout=layout, on_bad=named.name)
    finally:
        opened.close()
        named.finish()
    complain(done.summary())


class _Named:
    """Names bad lines, the first of them one by one."""

    def __init__(self) -> None:
        self._number = 0

    def name(self, bad: "BadRow") -> None:
        """Name a bad line."""
        self._number += 1
        if self._number <= SHOWN:
            complain(f"{bad.file}, line {bad.number}: {bad.problem}")

    def finish(self) -> None:
        """Say how many more there were."""
        if self._number > SHOWN:
            complain(f"{self._number - SHOWN} further bad lines are not named")
