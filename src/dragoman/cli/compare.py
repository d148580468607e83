"""`dragoman compare CODER [A B]`: our stories beside the events of an imported coder, per dyad and month."""

import sys
from typing import Annotated

import typer

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.relations import Format, FormatOption, SinceOption, UntilOption
from dragoman.cli.terminal import open_console, write_line
from dragoman.records import json_from_record
from dragoman.runs.forms import json_line

HELP = """Set our stories beside the events of an imported coder, per dyad and month.

CODER is the name that its events were imported under (dragoman import). Two STATEs compare their dyad, one
STATE its dyads, none the dyads that take the largest part of both.

\b
Examples:
  dragoman compare gdelt Norway Chile
  dragoman compare icews NOR --since 2023-01-01 --until 2023-12-31
  dragoman compare polecat --most 20 --format csv > compared.csv

Ours count stories, theirs events; so look at agreement over months, not at levels. Every figure is explained
in docs/relations.md.
"""


def compare(  # noqa: PLR0913 - typer reads the options from the parameters
    coder: Annotated[str, typer.Argument(metavar="CODER", help="Whose events to set ours beside.")],
    states: Annotated[
        list[str] | None, typer.Argument(metavar="STATE", help="No state, one or two, by name or code.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many dyads at most.")] = 10,
    output_format: FormatOption = Format.TABLE,
    store: StoreOption = None,
) -> None:
    """Compare with a coder."""
    from dragoman.cli.comparison_table import show_comparison
    from dragoman.runs.relation_rows import comparison_lines
    from dragoman.runs.relations import compare_coders
    from dragoman.stores import open_store

    opened = open_store(store_address(store))
    try:
        comparison = compare_coders(opened, coder, states or (), since=since, until=until, most=most)
    finally:
        opened.close()
    if output_format is Format.JSON:
        write_line(json_line(json_from_record(comparison)))
    elif output_format is Format.CSV:
        for line in comparison_lines(comparison):
            write_line(line)
    else:
        show_comparison(open_console(), comparison)
    sys.stdout.flush()
