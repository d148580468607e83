"""`dragoman export --format FORMAT -o OUT`: events or stories in the field's formats."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.filters import (
    Asked,
    ClaimsOption,
    ClassOption,
    ConfidenceOption,
    DyadOption,
    GenreOption,
    OtherArgument,
    OutletOption,
    SectionOption,
    SectorOption,
    SinceOption,
    StatusOption,
    TypeOption,
    UntilOption,
)
from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.terminal import complain, standard_output
from dragoman.errors import BadUse
from dragoman.exports.options import ExportOptions

if TYPE_CHECKING:
    from dragoman.exports.options import Written
    from dragoman.exports.told import Told

HELP = """Write events, or stories, in a format of the field.

\b
Formats:
  plover    PLOVER JSON lines, all that is known    csv       all fields as a flat table
  polecat   POLECAT, 40 columns                     parquet   the same for pandas, DuckDB, R
  gdelt     GDELT 2.0 event export, 61 columns      graphml   who does how much of what to whom
  icews     ICEWS, 20 columns                       gexf      the same by month, for Gephi
  acled     ACLED, 31 columns                       phoenix   Phoenix, 26 columns

\b
Examples:
  dragoman export --format csv -o events.csv
  dragoman export --format gdelt --dyad AZE ISR --since 2024-01-01 -o aze-isr.CSV
  dragoman export --format polecat --type ASSAULT,PROTEST --stories -o violence.tsv
  dragoman export --format plover --from events.jsonl --text none -o -
  dragoman export --format icews --coder gdelt -o theirs.tsv

Events come from the store, or with --from from a file that `dragoman code` wrote. Beside OUT stand its
OUT.codebook.md (every column) and OUT.datapackage.json (schema, licence, counts, how to cite), unless
--no-extras is given. All files take their names when all are whole.

A format that cannot tell whether something happened, or who claims it, gets what is told as done by the
outlet itself: --status and --claims take more. What is left out is counted on standard error.
"""
FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help="One of the formats above.")]
OutputOption = Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="Where it goes; - is stdout.")]
SourceOption = Annotated[
    str | None, typer.Option("--from", metavar="EVENTS.jsonl", help="Events of this file instead of a store.")
]
CoderOption = Annotated[
    str | None, typer.Option("--coder", metavar="NAME", help="Imported events of this other coder.")
]
StoriesOption = Annotated[
    bool, typer.Option("--stories/--reports", help="One row a story, or one for each report's event.")
]
TextOption = Annotated[str, typer.Option("--text", help="Words of the article: none, span, sentence.")]
OneADayOption = Annotated[bool, typer.Option("--one-a-day", help="One event of each date, actor, recipient and code.")]
BothWaysOption = Annotated[
    bool, typer.Option("--both-ways", help="Acts on each other in both directions, as ICEWS has them.")
]
CoarseOption = Annotated[bool, typer.Option("--coarse-dates", help="Also months and years, at their first day.")]
MappingOption = Annotated[str | None, typer.Option("--class-mapping", metavar="NAME", help="plover, gdelt or phoenix.")]
ExtrasOption = Annotated[bool, typer.Option("--extras/--no-extras", help="Codebook and data package too.")]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where events come from and go to."""

    source: str | None
    store: str | None
    coder: str | None
    output: str
    extras: bool


def export(  # noqa: PLR0913 - typer reads the options from the parameters
    output_format: FormatOption,
    output: OutputOption,
    other: OtherArgument = None,
    source: SourceOption = None,
    store: StoreOption = None,
    coder: CoderOption = None,
    stories: StoriesOption = False,
    dyad: DyadOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypeOption = None,
    classes: ClassOption = None,
    statuses: StatusOption = None,
    outlets: OutletOption = None,
    sections: SectionOption = None,
    genres: GenreOption = None,
    sectors: SectorOption = None,
    claims: ClaimsOption = None,
    min_confidence: ConfidenceOption = None,
    text: TextOption = "sentence",
    one_a_day: OneADayOption = False,
    both_ways: BothWaysOption = False,
    coarse_dates: CoarseOption = False,
    class_mapping: MappingOption = None,
    extras: ExtrasOption = True,
) -> None:
    """Export events."""
    asked = Asked(
        dyad, other, since, until, types, classes, statuses, outlets, sections, genres, sectors, claims, min_confidence
    )
    takes_claims = claims is True
    options = ExportOptions(
        asked.wanted(), text, stories, one_a_day, both_ways, coarse_dates, takes_claims, class_mapping
    )
    _run(output_format, options, _Ends(source, store, coder, output, extras))


def _run(output_format: str, options: ExportOptions, ends: _Ends) -> None:
    from dragoman.exports.formats import format_named
    from dragoman.runs.exporting import Order, export

    layout, path = format_named(output_format), _path(ends.output, ends.source)
    with _tellings(ends, options) as (tellings, called):
        order = Order(layout, options, path, called, ends.extras)
        written = export(tellings, order, stream=standard_output() if path is None else None)
    sys.stdout.flush()
    _tell(written, "stories" if options.stories else "events")


@contextmanager
def _tellings(ends: _Ends, options: ExportOptions) -> Iterator[tuple[Iterator["Told"], str]]:
    """Open where events come from, and say what it is called."""
    from dragoman.runs.exporting import tell_file, tell_store

    if ends.source is not None:
        if ends.store is not None or ends.coder is not None:
            raise BadUse("--from reads a file; leave --store and --coder out")
        yield tell_file(Path(ends.source), options), Path(ends.source).name
        return
    from dragoman.stores import open_store

    opened = open_store(store_address(ends.store), create=False)
    try:
        yield tell_store(opened, options, coder=ends.coder), opened.address
    finally:
        opened.close()


def _path(output: str, source: str | None) -> Path | None:
    if output == "-":
        return None
    path = Path(output)
    if path.is_dir() or not path.parent.is_dir():
        raise BadUse(f"{output} cannot be written: {'it is a folder' if path.is_dir() else 'no such folder'}")
    if source is not None and Path(source).resolve() == path.resolve():
        raise BadUse(f"{output} is the input too, and would be overwritten; name another output")
    return path


def _tell(written: "Written", what: str) -> None:
    """Say what was written and what was left out."""
    complain(f"{written.rows} rows from {written.events} {what}")
    for left in written.left_out:
        complain(f"left out: {left.number} {left.name}")
