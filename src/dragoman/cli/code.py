"""`dragoman code INPUT -o OUT.jsonl`: many inputs, events as PLOVER JSON lines in the order of the inputs."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dragoman.cli.actors import ActorsOption, checked_lists
from dragoman.cli.options import DateOption, Effort, EffortOption, PrivateOption, SizeOption
from dragoman.cli.terminal import complain, open_progress, standard_output
from dragoman.errors import BadUse
from dragoman.records import CodedArticle, json_from_record
from dragoman.runs.forms import Outcome, json_from_state, json_line
from dragoman.runs.outputs import articles_path, open_output
from dragoman.runs.settings import Settings
from dragoman.runs.tally import Tally

HELP = """Code many articles and write their events, one PLOVER JSON object a line.

INPUT is JSONL with "id", "text" and perhaps "date" and "title" in each line, a page, a folder of pages,
a feed, WARC, an http(s) address, or - for standard input.

\b
Examples:
  dragoman code texts.jsonl -o events.jsonl
  dragoman code pages/ -o events.jsonl --workers 4
  dragoman code archive.warc.gz -o - | head

Beside OUT.jsonl stands OUT.articles.jsonl, with one line per input: its id, its state (coded, coded with
no events, rejected), the reason, and the number of events. With -o - it is written only where --articles
names a file. A summary goes to standard error. Both files take their names when all is done; running
again gives the same files.
"""


def code(  # noqa: PLR0913 - typer reads the options from the parameters
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="JSONL, pages, folders, addresses, or -")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="Where events go; - is stdout.")],
    articles: Annotated[
        str | None, typer.Option("--articles", metavar="FILE", help="Where the state of each input goes.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Number of processes.")] = 1,
    date: DateOption = None,
    effort: EffortOption = Effort.STANDARD,
    actors: ActorsOption = None,
    allow_private: PrivateOption = False,
    max_bytes: SizeOption = None,
) -> None:
    """Code inputs in bulk."""
    settings = Settings(
        date=date,
        effort=effort.value,
        allow_private=allow_private,
        max_bytes=max_bytes,
        actors=checked_lists(actors),
    )
    states = _states_path(output, articles)
    _check_paths(inputs, output, states)
    tally = Tally()
    with ExitStack() as files:
        events_file = standard_output() if output == "-" else files.enter_context(open_output(Path(output)))
        states_file = files.enter_context(open_output(states)) if states else None
        for outcome in _counted(_outcomes(inputs, settings, workers), tally):
            _write(outcome, events_file, states_file)
    sys.stdout.flush()
    complain(tally.summary())


def _states_path(output: str, articles: str | None) -> Path | None:
    if articles == "-":
        raise BadUse("--articles names a file; standard output is for events (-o -)")
    if articles is not None:
        return Path(articles)
    return None if output == "-" else articles_path(Path(output))


def _check_paths(inputs: list[str], output: str, states: Path | None) -> None:
    targets = [path for path in (None if output == "-" else Path(output), states) if path is not None]
    if len({path.resolve() for path in targets}) < len(targets):
        raise BadUse(f"events and the states of inputs cannot both go to {output}; give --articles another file")
    for path in targets:
        if path.is_dir() or not path.parent.is_dir():
            raise BadUse(f"{path} cannot be written: {'it is a folder' if path.is_dir() else 'no such folder'}")
        places = (path.resolve(), *path.resolve().parents)
        if any(named != "-" and Path(named).resolve() in places for named in inputs):
            raise BadUse(f"{path} is, or lies in, what is read; name an output elsewhere")


def _outcomes(inputs: list[str], settings: Settings, workers: int) -> Iterator[Outcome]:
    from dragoman.runs.batch import code_documents
    from dragoman.runs.reading import open_inputs

    return code_documents(open_inputs(inputs, settings), settings, workers=workers)


def _counted(outcomes: Iterable[Outcome], tally: Tally) -> Iterator[Outcome]:
    """Count outcomes as they pass, and show the count where somebody watches."""
    with open_progress() as progress:
        task = progress.add_task("coding", total=None)
        for outcome in outcomes:
            tally.count(outcome)
            progress.update(task, completed=tally.inputs, description=f"coding, {tally.events} events")
            yield outcome


def _write(outcome: Outcome, events_file: TextIO, states_file: TextIO | None) -> None:
    for event in outcome.events if isinstance(outcome, CodedArticle) else ():
        events_file.write(f"{json_line(json_from_record(event))}\n")
    if states_file:
        states_file.write(f"{json_line(json_from_state(outcome))}\n")
