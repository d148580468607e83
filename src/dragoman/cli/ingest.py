"""`dragoman ingest INPUT…`: many inputs into a store, to be stopped and gone on with at any time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.actors import ActorsOption, checked_lists
from dragoman.cli.options import (
    DateOption,
    Effort,
    EffortOption,
    PrivateOption,
    SizeOption,
    StoreOption,
    store_address,
)
from dragoman.cli.terminal import complain, open_measured_progress
from dragoman.errors import BadUse
from dragoman.runs.settings import Settings

if TYPE_CHECKING:
    from dragoman.runs.ingesting import Ingest, Watch
    from dragoman.runs.tally import Tally

HELP = """Read many inputs, code them, and keep articles, events and stories in a store.

INPUT is a page, a folder of pages, a feed, a sitemap, WARC or WARC.gz, JSONL with "id" and "text", a table
of texts (CSV, TSV, Parquet), an http(s) address of any of these, or - for standard input.

\b
Examples:
  dragoman ingest pages/ --store sqlite:///news.db
  dragoman ingest archive.warc.gz --workers 4
  dragoman ingest https://example.org/news-sitemap.xml --keep-raw 90
  dragoman ingest texts.csv --text-column body --date-column day --id-column nr
  dragoman ingest https://example.org/feed.xml --max-rejected 20%

Without --store it is DRAGOMAN_STORE, else dragoman.db in this folder; a new store is made on first use.

What the store has already is passed over, so the same command again does what is left: after new pages
came, after Ctrl-C, after a crash. A document that cannot be read or coded is kept as rejected, with the
reason, and never ends a run; more of them than --max-rejected allows does (exit status 1), and what was
read until then is kept. A summary goes to standard error.
"""

FOREVER = "forever"


KeepRawOption = Annotated[
    str | None,
    typer.Option("--keep-raw", metavar="DAYS|forever", help="Keep the pages themselves too, for so many days."),
]
MaxRejectedOption = Annotated[
    str | None,
    typer.Option(
        "--max-rejected", metavar="NUMBER|SHARE", help="Stop where more are rejected: 20, 5% or 0.05. No limit else."
    ),
]
TextColumn = Annotated[
    str | None, typer.Option("--text-column", metavar="NAME", help="The column of a table that has the text.")
]
DateColumn = Annotated[str | None, typer.Option("--date-column", metavar="NAME", help="… the day.")]
TitleColumn = Annotated[str | None, typer.Option("--title-column", metavar="NAME", help="… the title.")]
IdColumn = Annotated[str | None, typer.Option("--id-column", metavar="NAME", help="… the id.")]
OutletColumn = Annotated[str | None, typer.Option("--outlet-column", metavar="NAME", help="… the outlet.")]


def ingest(  # noqa: PLR0913 - typer reads the options from the parameters
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Pages, folders, tables, addresses, or -")],
    store: StoreOption = None,
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Number of processes.")] = 1,
    keep_raw: KeepRawOption = None,
    max_rejected: MaxRejectedOption = None,
    text_column: TextColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    id_column: IdColumn = None,
    outlet_column: OutletColumn = None,
    date: DateOption = None,
    effort: EffortOption = Effort.STANDARD,
    actors: ActorsOption = None,
    allow_private: PrivateOption = False,
    max_bytes: SizeOption = None,
) -> None:
    """Read inputs into a store."""
    from dragoman.documents import Columns
    from dragoman.runs.ingesting import Ingest
    from dragoman.runs.limits import limit_from_text

    settings = Settings(
        date=date,
        effort=effort.value,
        allow_private=allow_private,
        max_bytes=max_bytes,
        actors=checked_lists(actors),
    )
    order = Ingest(
        settings,
        columns=Columns(text_column, date_column, title_column, id_column, outlet_column),
        workers=workers,
        keep_raw_days=_days_from_text(keep_raw),
        max_rejected=limit_from_text(max_rejected) if max_rejected is not None else None,
    )
    complain(_run(store_address(store), inputs, order).summary())


def _days_from_text(told: str | None) -> int | None:
    """Return for how many days pages are kept, 0 for good, None not at all."""
    if told is None:
        return None
    if told == FOREVER:
        return 0
    if not told.isdecimal() or not 1 <= int(told) <= 100_000:
        raise BadUse(f"--keep-raw is a number of days of at least 1, or {FOREVER!r}, not {told!r}")
    return int(told)


def _run(address: str, inputs: list[str], order: "Ingest") -> "Tally":
    from dragoman.runs import ingesting
    from dragoman.runs.stopping import Interrupted, Stopping
    from dragoman.stores import open_store

    ingesting.check_inputs(inputs, order)
    store = open_store(address)
    try:
        with Stopping() as stopping, _shown(ingesting.measure(inputs)) as watch:
            return ingesting.ingest(store, inputs, order, stopping=stopping, watch=watch)
    except Interrupted as stop:
        complain("broken off; what was read is kept, and the same command again goes on where this one ended")
        raise typer.Exit(stop.status) from stop
    finally:
        store.close()


@contextmanager
def _shown(total_bytes: int | None) -> Iterator["Watch"]:
    """Show how far the run is, where somebody watches: documents, their rate, and the time left where it is known."""
    from dragoman.runs.ingesting import Watch

    with open_measured_progress() as progress:
        task = progress.add_task("starting", total=total_bytes)
        yield Watch(
            on_read=lambda number: progress.advance(task, number),
            on_count=_describe(lambda told: progress.update(task, description=told)),
        )


def _describe(show: Callable[[str], None]) -> Callable[["Tally"], None]:
    def describe(tally: "Tally") -> None:
        rejected = f", {tally.rejected.total()} rejected" if tally.rejected else ""
        known = f", {tally.known} known" if tally.known else ""
        show(f"{tally.inputs} read ({tally.rate:.1f}/s), {tally.events} events{rejected}{known}")

    return describe
