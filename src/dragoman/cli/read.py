"""`dragoman read INPUT…`: the article and its events, for people or for programs."""

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.actors import ActorsOption, checked_lists
from dragoman.cli.options import DateOption, Effort, EffortOption, PrivateOption, SizeOption
from dragoman.cli.showing import show_article
from dragoman.cli.terminal import complain, open_console, write_line
from dragoman.errors import InputError
from dragoman.records import CodedArticle, Event, Rejection, json_from_record
from dragoman.runs.columns import csv_header, csv_row
from dragoman.runs.forms import Outcome, json_from_outcome, json_line, reason_of
from dragoman.runs.settings import Settings

HELP = """Read news pages and show each article with the events it reports.

INPUT is a file (a web page, a page saved as text, a feed, JSONL, WARC), a folder of files, an http(s)
address, or - for standard input.

\b
Examples:
  dragoman read page.html
  dragoman read https://example.org/news/1234 --format json
  dragoman read pages/ --date 2024-05-14 --format csv > events.csv
  curl -s https://example.org/feed.xml | dragoman read -

\b
Formats:
  table   article and events for people, each event with its sentence and the words that prove it
  json    one object a line per input: {"doc_id", "article", "events"} or {"doc_id", "rejection"}
  jsonl   events only, one PLOVER record a line
  csv     events only, flat columns

An input that cannot be coded is named on standard error with the reason. The exit status is 1 where
that befell every input, else 0.
"""


class Format(StrEnum):
    """How to write what was read."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def read(  # noqa: PLR0913 - typer reads the options from the parameters
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, addresses, or -")],
    output_format: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
    date: DateOption = None,
    effort: EffortOption = Effort.STANDARD,
    actors: ActorsOption = None,
    allow_private: PrivateOption = False,
    max_bytes: SizeOption = None,
) -> None:
    """Read inputs and write what they report."""
    settings = Settings(
        date=date,
        effort=effort.value,
        allow_private=allow_private,
        max_bytes=max_bytes,
        actors=checked_lists(actors),
    )
    write = _writer(output_format)
    read_well = 0
    for outcome in _outcomes(inputs, settings):
        write(outcome)
        if isinstance(outcome, Rejection):
            complain(f"{outcome.doc_id}: rejected: {reason_of(outcome)}")
        else:
            read_well += 1
    sys.stdout.flush()
    if not read_well:
        raise typer.Exit(1)


def _outcomes(inputs: list[str], settings: Settings) -> Iterator[Outcome]:
    """Yield the outcomes of all inputs; one that cannot be had is named, and the others go on."""
    from dragoman.runs.batch import code_documents
    from dragoman.runs.reading import open_inputs

    for named in inputs:
        found = 0
        try:
            for outcome in code_documents(open_inputs([named], settings), settings):
                found += 1
                yield outcome
        except InputError as problem:
            complain(str(problem))
        else:
            if not found:
                complain(f"{named}: there is nothing to read in it")


def _writer(output_format: Format) -> Callable[[Outcome], None]:
    if output_format is Format.TABLE:
        console = open_console()
        return lambda outcome: None if isinstance(outcome, Rejection) else show_article(console, outcome)
    if output_format is Format.JSON:
        return lambda outcome: write_line(json_line(json_from_outcome(outcome)))
    if output_format is Format.JSONL:
        return _events_writer(lambda event: json_line(json_from_record(event)))
    write_line(csv_header())
    return _events_writer(csv_row)


def _events_writer(line_of: Callable[[Event], str]) -> Callable[[Outcome], None]:
    def write(outcome: Outcome) -> None:
        for event in outcome.events if isinstance(outcome, CodedArticle) else ():
            write_line(line_of(event))

    return write
