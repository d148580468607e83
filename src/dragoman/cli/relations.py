"""`dragoman relations STATE…`: how states stand to each other over time, from the stories of a store."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.terminal import open_console, write_line
from dragoman.records import json_from_record
from dragoman.runs.forms import json_line

if TYPE_CHECKING:
    from dragoman.relations import Partners, Relation

HELP = """Show how states stand to each other over time, from the stories that a store holds.

One STATE ranks its partners; two show their relation, both ways and together; a third shows how it stands to
both. A STATE is a name or a three-letter code.

\b
Examples:
  dragoman relations Norway Chile
  dragoman relations NOR CHL --by week --since 2024-01-01 --until 2024-06-30
  dragoman relations NOR --sort change
  dragoman relations NOR CHL PER --with claims,historical --format json
  dragoman relations NOR CHL --panel "Fjord Post,Andes Daily" --format csv > nor-chl.csv

Counted are stories, never reports, and only what states do, as actual and in the outlet's own words; --with
turns more on: claims, historical, not-actual, analysis, headlines, non-state.

\b
Formats:
  table   for people, with sparklines
  json    one object with all figures, facts and lists
  csv     a line for each way and period, or for each partner

Every figure is explained in docs/relations.md.
"""


class By(StrEnum):
    """How a span is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Order(StrEnum):
    """How partners are ranked."""

    VOLUME = "volume"
    CONFLICT = "conflict"
    CHANGE = "change"


class Format(StrEnum):
    """How to write what is told."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write it.")]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="The first day; else the first story's.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="The last day; else the last one with a report.")
]


def relations(  # noqa: PLR0913 - typer reads the options from the parameters
    states: Annotated[list[str], typer.Argument(metavar="STATE", help="One, two or three, by name or code.")],
    since: SinceOption = None,
    until: UntilOption = None,
    by: Annotated[By, typer.Option("--by", help="How the span is cut.")] = By.MONTH,
    switches: Annotated[
        str | None, typer.Option("--with", metavar="SWITCH,…", help="What counts besides plain stories of states.")
    ] = None,
    panel: Annotated[
        str | None, typer.Option("--panel", metavar="OUTLET,…", help="The outlets that volume is measured on.")
    ] = None,
    bootstrap: Annotated[bool, typer.Option("--bootstrap", help="Bands by bootstrap too; slower.")] = False,
    sort: Annotated[Order, typer.Option("--sort", help="How partners of one state are ranked.")] = Order.VOLUME,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="Lines in each list.")] = 10,
    output_format: FormatOption = Format.TABLE,
    store: StoreOption = None,
) -> None:
    """Tell relations."""
    from dragoman.runs.relations import Request, tell_partners, tell_relation
    from dragoman.stores import open_store

    request = Request(
        states=tuple(states),
        since=since,
        until=until,
        by=by.value,
        switches=split_names(switches),
        panel=split_names(panel),
        most=most,
        order=sort.value,
        has_bootstrap=bootstrap,
    )
    opened = open_store(store_address(store))
    try:
        told = tell_partners(opened, request) if len(states) == 1 else tell_relation(opened, request)
    finally:
        opened.close()
    _write(told, output_format)
    sys.stdout.flush()


def split_names(given: str | None) -> tuple[str, ...]:
    """Return the names of an option that takes several, parted by commas."""
    return tuple(name for part in (given or "").split(",") if (name := part.strip()))


def _write(told: "Partners | Relation", output_format: Format) -> None:
    from dragoman.cli.relation_tables import show_partners, show_relation
    from dragoman.relations import Relation
    from dragoman.runs.relation_rows import partner_lines, relation_lines

    if output_format is Format.JSON:
        write_line(json_line(json_from_record(told)))
    elif output_format is Format.CSV:
        for line in relation_lines(told) if isinstance(told, Relation) else partner_lines(told):
            write_line(line)
    elif isinstance(told, Relation):
        show_relation(open_console(), told)
    else:
        show_partners(open_console(), told)
