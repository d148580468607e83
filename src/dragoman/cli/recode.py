"""`dragoman recode`: code stored articles again, and say what changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.actors import ActorsOption, checked_lists
from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.terminal import clean, complain, open_measured_progress, write_line
from dragoman.records import json_from_record
from dragoman.runs.forms import json_line, reason_of
from dragoman.runs.settings import Settings, check_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.runs.recoding import ChangedEvent, Recode, Recoded

HELP = """Code the articles of a store again, after the coder or its knowledge has changed.

\b
Examples:
  dragoman recode --store sqlite:///news.db
  dragoman recode --since 2024-01-01 --until 2024-03-31 --workers 4 --list
  dragoman recode --list --format json > changes.jsonl

An event that comes out as before is confirmed; one that differs gets a new version, one that is no longer
found is retracted as vanished, and all stay in the store. Corrections stay on their events; one whose event
is gone is orphaned, and shown so by `dragoman correct --log`. --list names every event that changed with its
old and new values. Stopped at any moment, the same command again comes to the same end.
"""


class Format(StrEnum):
    """How to write the report."""

    TABLE = "table"
    JSON = "json"


def recode(  # noqa: PLR0913 - typer reads the options from the parameters
    store: StoreOption = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help="Published on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="… on this day or before.")] = None,
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Number of processes.")] = 1,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.TABLE,
    is_listed: Annotated[bool, typer.Option("--list", help="Name every event that changed.")] = False,
    actors: ActorsOption = None,
) -> None:
    """Code stored articles again."""
    from dragoman.runs.recoding import Recode

    for day in (since, until):
        if day is not None:
            check_day(day)
    order = Recode(Settings(actors=checked_lists(actors)), since, until, workers)
    show = (_show_change if output_format is Format.TABLE else _write_change) if is_listed else None
    done = _run(store_address(store), order, show)
    for rejection in done.failed:
        complain(f"{rejection.doc_id}: left as it is: {reason_of(rejection)}")
    _report(done, output_format)


def _run(address: str, order: "Recode", show: "Callable[[ChangedEvent], None] | None") -> "Recoded":
    from dragoman.runs.recoding import recode as recode_articles
    from dragoman.runs.stopping import Interrupted, Stopping
    from dragoman.stores import open_store

    store = open_store(address, create=False)
    try:
        with Stopping() as stopping, _shown() as on_count:
            return recode_articles(store, order, stopping=stopping, on_change=show, on_count=on_count)
    except Interrupted as stop:
        complain("broken off; what was coded again is kept, and the same command again comes to the same end")
        raise typer.Exit(stop.status) from stop
    finally:
        store.close()


@contextmanager
def _shown() -> "Iterator[Callable[[Recoded], None]]":
    with open_measured_progress() as progress:
        task = progress.add_task("starting", total=None)
        yield lambda done: progress.update(
            task, description=f"{done.articles} articles, {done.changed} changed, {done.retracted} retracted"
        )


def _show_change(change: "ChangedEvent") -> None:
    event = change.after or change.before
    told = clean(event.text) if event else ""
    write_line(f"{change.what:<9} {change.key}  {told}")
    for field, old, new in change.fields:
        write_line(f"{'':<9} {field}: {clean(old) or '(none)'} -> {clean(new) or '(none)'}")
    if change.orphans:
        write_line(f"{'':<9} corrections orphaned: {change.orphans}")


def _write_change(change: "ChangedEvent") -> None:
    value = json_from_record(change)
    value["fields"] = [{"field": field, "old": old, "new": new} for field, old, new in change.fields]
    write_line(json_line(value))


def _report(done: "Recoded", output_format: Format) -> None:
    report = done.report()
    if output_format is Format.JSON:
        counts = {"articles": done.articles, **json_from_record(report), "failed": len(done.failed)}
        write_line(json_line(counts))
        return
    write_line(
        f"{done.articles} articles coded again: {report.confirmed} events confirmed, {report.new} new, "
        f"{report.changed} changed, {report.retracted} retracted; {report.orphaned} corrections orphaned"
        f"{f'; {len(done.failed)} articles left as they are' if done.failed else ''}"
    )
