"""Exports put together: from a store or a file of events to an export with its codebook and data package.

In come an `Order` and a store or a path; out goes what was written.  All files of an export take their names together,
when all are whole.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman import __version__
from dragoman.errors import BadUse, DataError, InputError
from dragoman.exports.choosing import check_filter, is_wanted
from dragoman.exports.codebook import Made, codebook_text, datapackage_text
from dragoman.exports.codes import load_codes
from dragoman.exports.formats import Format
from dragoman.exports.options import ExportOptions, Written
from dragoman.exports.parquet import check_parquet
from dragoman.exports.told import Told, told_from_event, told_from_kept, told_from_story
from dragoman.exports.writing import lines_of_export, write_binary_export, write_text_export
from dragoman.records import Event, record_from_json
from dragoman.runs.outputs import open_binary_output, open_output
from dragoman.stores.contract import Reading

CHUNK = 1 << 20  # bytes read at a time for a digest


@dataclass(frozen=True, slots=True)
class Order:
    """What to write and where.

    `output` None is the text stream that is handed in.  `source` says where events come from.
    """

    layout: Format
    options: ExportOptions
    output: Path | None
    source: str
    with_extras: bool = True


def export(tellings: Iterable[Told], order: Order, *, stream: TextIO | None = None) -> Written:
    """Write an export and, beside it, its codebook and data package; BadUse for what cannot be asked for."""
    codes = load_codes()
    check_filter(order.options.wanted, codes.ontology)
    layout, options = order.layout, order.options
    if not layout.is_text:
        check_parquet()
    if order.output is None:
        if stream is None or not layout.is_text:
            raise BadUse(f"{layout.name} is no text and cannot go to standard output; name a file with -o")
        return write_text_export(tellings, layout, options, codes=codes, file=stream)
    with ExitStack() as files:
        if layout.is_text:
            text = files.enter_context(open_output(order.output))
            written = write_text_export(tellings, layout, options, codes=codes, file=text)
            text.flush()
            part = Path(text.name)
        else:
            binary = files.enter_context(open_binary_output(order.output))
            written = write_binary_export(tellings, layout, options, codes=codes, file=binary)
            binary.flush()
            part = Path(binary.name)
        if order.with_extras and part.is_file():
            made = _made(order, written, part)
            for path, content in zip(
                extra_paths(order.output), (codebook_text(made), datapackage_text(made)), strict=True
            ):
                files.enter_context(open_output(path)).write(content)
    return written


def tell_store(store: Reading, options: ExportOptions, *, coder: str | None = None) -> Iterator[Told]:
    """Yield what a store holds of what is asked for: events, stories, or another coder's imported events."""
    if coder is not None:
        if options.stories:
            raise BadUse("another coder's events stand in no stories; leave --stories or --coder out")
        since, until = options.wanted.since, options.wanted.until
        yield from _told(store.foreign_events(coder, since=since, until=until), options)
    elif options.stories:
        for story in store.stories(options.wanted):
            yield told_from_story(story, store.event(story.best))
    else:
        yield from map(told_from_kept, store.events(options.wanted))


def lines_of_store(store: Reading, layout: Format, options: ExportOptions) -> Iterator[str]:
    """Yield the lines of an export of a store while they are made, to be sent on at once; no codebook beside it."""
    return lines_of_export(tell_store(store, options), layout, options, codes=load_codes())


def tell_file(path: Path, options: ExportOptions) -> Iterator[Told]:
    """Yield the events of a file that `dragoman code` wrote; InputError names the line that is no event."""
    if options.stories:
        raise BadUse("a file of events holds no stories; read them from a store")
    return _told(_events_of(path), options)


def _told(events: Iterable[Event], options: ExportOptions) -> Iterator[Told]:
    return (told_from_event(event) for event in events if is_wanted(event, options.wanted))


def extra_paths(output: Path) -> tuple[Path, Path]:
    """Return where codebook and data package go: `OUT.codebook.md` and `OUT.datapackage.json`."""
    return (
        output.with_name(f"{output.name}.codebook.md"),
        output.with_name(f"{output.name}.datapackage.json"),
    )


def _events_of(path: Path) -> Iterator[Event]:
    try:
        file = path.open(encoding="utf-8")
    except OSError as problem:
        raise InputError(f"{path} cannot be read: {problem.strerror}") from problem
    with file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _event_of(line, f"{path}, line {number}")


def _event_of(line: str, where: str) -> Event:
    try:
        value = json.loads(line)
        if isinstance(value, dict):
            value.pop("story", None)
        event = record_from_json(Event, value)
    except (ValueError, RecursionError, DataError) as problem:
        raise InputError(f"{where} is no event: {problem}; give a file that `dragoman code` wrote") from problem
    if len(event.event) != 1:
        raise InputError(f"{where} is no event: it has {len(event.event)} types, not one")
    return event


def _made(order: Order, written: Written, part: Path) -> Made:
    output = order.output or part
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Made(
        name=output.name,
        size=part.stat().st_size,
        digest=digest,
        created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        layout=order.layout,
        options=order.options,
        written=written,
        source=order.source,
        version=__version__,
    )
