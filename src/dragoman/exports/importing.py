"""Other coders' files as events: opened whatever their packing, told apart by their first line, read line by line.

In come a path and perhaps a format; out go events, and for each line that is none a `BadRow` with its number.  Files
may be gzip or zip; lines and unpacked sizes are bounded.  To add a format, write a `from_….py` that turns a line into
an event, and add it to READERS.
"""

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol

from dragoman.errors import BadUse, InputError
from dragoman.exports.codes import load_codes
from dragoman.exports.foreign import BadLine, Cells, NotAnEvent, Reader
from dragoman.exports.from_gdelt import event_from_gdelt
from dragoman.exports.from_icews import event_from_icews
from dragoman.exports.from_plover import event_from_plover
from dragoman.exports.from_polecat import event_from_polecat
from dragoman.exports.gdelt import GDELT_COLUMNS
from dragoman.exports.icews import ICEWS_COLUMNS
from dragoman.exports.polecat import POLECAT_COLUMNS
from dragoman.knowledge.cameo import CameoCodes
from dragoman.records import Event

LONGEST_LINE = 4_000_000  # bytes: a PLOVER line with a long sentence has some thousands
GROWTH = 200  # how many times its size a packed file may hold; GDELT's zip files hold about 6 times theirs
SMALL = 100_000_000  # bytes that a packed file may hold whatever its size
GZIP_START, ZIP_START = b"\x1f\x8b", b"PK\x03\x04"


class Readable(Protocol):
    """A file of bytes that can be read line by line."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or as much of it as `size` bytes."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that is no event: its file, its number from 1, and why.

    `is_whole` says that the line is well, and tells what PLOVER has no event for.
    """

    file: str
    number: int
    problem: str
    is_whole: bool = False


HEADERS = MappingProxyType(
    {
        "icews": tuple(column.name for column in ICEWS_COLUMNS),
        "polecat": tuple(column.name for column in POLECAT_COLUMNS),
    }
)
READERS: MappingProxyType[str, Callable[[Cells, Reader], Event]] = MappingProxyType(
    {"icews": event_from_icews, "polecat": event_from_polecat}
)
IMPORT_FORMATS = ("gdelt", "icews", "polecat", "plover")


def read_events(path: Path, *, coder: str, layout: str | None = None) -> Iterator[Event | BadRow]:
    """Yield a file's events and bad lines in order; InputError where it cannot be had, BadUse where nobody knows it."""
    if layout is not None and layout not in IMPORT_FORMATS:
        raise BadUse(f"there is no import format {layout!r}; there are {', '.join(IMPORT_FORMATS)}")
    reader = Reader(coder, load_codes(), CameoCodes.load())
    with _opened(path) as parts:
        for name, lines in parts:
            yield from _read_part(name, lines, reader, layout)


def _read_part(name: str, lines: Iterator[bytes], reader: Reader, layout: str | None) -> Iterator[Event | BadRow]:
    known, header = layout, None
    for number, raw in enumerate(lines, start=1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace").rstrip("\r\n")
        if not line.strip():
            continue
        known = known or _layout_of(line, name)
        if known in HEADERS and header is None:
            header = _checked_header(line, known, name)
            continue
        try:
            if len(raw) >= LONGEST_LINE:
                raise BadLine(f"longer than {LONGEST_LINE} bytes")
            yield _event_of(line, known, header, reader)
        except BadLine as problem:
            yield BadRow(name, number, str(problem), isinstance(problem, NotAnEvent))


def _event_of(line: str, layout: str, header: Sequence[str] | None, reader: Reader) -> Event:
    if layout == "plover":
        return event_from_plover(line, reader)
    cells = line.split("\t")
    if layout == "gdelt":
        return event_from_gdelt(cells, reader)
    if header is None or len(cells) != len(header):
        raise BadLine(f"{len(cells)} columns where the header has {len(header or ())}")
    return READERS[layout](dict(zip(header, cells, strict=True)), reader)


def _layout_of(line: str, name: str) -> str:
    """Tell a format by a file's first line."""
    if line.lstrip().startswith("{"):
        return "plover"
    cells = tuple(cell.strip().strip('"') for cell in line.split("\t"))
    for layout, columns in HEADERS.items():
        if set(columns) <= set(cells):
            return layout
    if len(cells) == len(GDELT_COLUMNS) and cells[0].isdecimal():
        return "gdelt"
    raise BadUse(f"{name} is none of {', '.join(IMPORT_FORMATS)} by its first line; name it with --format")


def _checked_header(line: str, layout: str, name: str) -> tuple[str, ...]:
    cells = tuple(cell.strip().strip('"') for cell in line.split("\t"))
    lacking = [column for column in HEADERS[layout] if column not in cells]
    if lacking:
        raise InputError(f"{name} lacks the column {lacking[0]!r}, which {layout} files have")
    return cells


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[tuple[str, Iterator[bytes]]]]:
    """Open a file, or the files of a zip, as lines."""
    with ExitStack() as open_files:
        try:
            file = open_files.enter_context(path.open("rb"))
            start = file.read(len(ZIP_START))
            file.seek(0)
        except OSError as problem:
            raise InputError(f"{path} cannot be read: {problem.strerror}") from problem
        allowed = max(SMALL, GROWTH * path.stat().st_size)
        if start == ZIP_START:
            yield _zip_parts(path, file, allowed)
        elif start[:2] == GZIP_START:
            yield iter([(path.name, _lines(gzip.GzipFile(fileobj=file), path.name, allowed))])
        else:
            yield iter([(path.name, _lines(file, path.name, None))])


def _zip_parts(path: Path, file: BinaryIO, allowed: int) -> Iterator[tuple[str, Iterator[bytes]]]:
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as problem:
        raise InputError(f"{path.name} is a broken zip file: {problem}") from problem
    with archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            if member.flag_bits & 1:
                raise InputError(f"{path.name} is locked with a password; unpack it first")
            with archive.open(member) as packed:
                yield member.filename, _lines(packed, member.filename, allowed)


def _lines(file: Readable, name: str, allowed: int | None) -> Iterator[bytes]:
    """Yield lines, cut at LONGEST_LINE; InputError where a file is broken or unpacks to more than is allowed."""
    total = 0
    while True:
        try:
            line: bytes = file.readline(LONGEST_LINE)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as problem:
            raise InputError(f"{name} is broken behind {total} bytes: {problem}; fetch it again") from problem
        if not line:
            return
        total += len(line)
        if allowed is not None and total > allowed:
            raise InputError(f"{name} unpacks to more than {allowed} bytes, which no file of events does")
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
            total += len(line)
