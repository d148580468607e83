"""The inputs that a user names: files, folders, addresses, and `-` for standard input.

Comes in: names as they were typed.  Goes out: documents and rejections, in the order of the names; in
a folder by name, hidden files left out.  An input that is not there is an InputError before anything
is read.  To add a kind of input, tell it from the others in `_open_input`.
"""

import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.fetching import fetch_address
from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.reading import read_stream
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.streams import READ_BYTES, Watched
from dragoman.errors import BadUse, InputError
from dragoman.records import Rejection

STDIN = "-"

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class _Opening:
    """How all inputs are opened; `on_read` is told how many bytes are read from files."""

    settings: DocumentSettings
    stdin: BinaryIO | None
    on_read: Callable[[int], None] | None


def open_documents(
    inputs: Sequence[str],
    settings: DocumentSettings,
    *,
    stdin: BinaryIO | None = None,
    on_read: Callable[[int], None] | None = None,
) -> Iterator[Outcome]:
    """Yield every document behind the inputs, and a `Rejection` in place of each that cannot be had.

    InputError, before anything is read, where a named file or folder does not exist.  `stdin` stands
    in for the process's own standard input.  `on_read` is called with the number of bytes, whenever some
    are read from a file, so that the caller can tell how far the reading has come (see `measure_inputs`).
    """
    for name in inputs:
        if name != STDIN and not _ADDRESS.match(name):
            _check_path(name)
    opening = _Opening(settings, stdin, on_read)
    return (outcome for name in inputs for outcome in _open_input(name, opening))


def measure_inputs(inputs: Sequence[str]) -> int | None:
    """Return how many bytes the named files and folders hold as they stand; None where nobody can know beforehand."""
    total = 0
    for name in inputs:
        path = Path(name)
        if name == STDIN or _ADDRESS.match(name) or not (path.is_dir() or path.is_file()):
            return None
        files = _walk(path) if path.is_dir() else (path,)
        total += sum(_size_of(file) for file in files)
    return total


def _size_of(path: Path) -> int:
    try:
        state = path.stat()
    except OSError:
        return 0
    return state.st_size if stat.S_ISREG(state.st_mode) else 0


def _open_input(name: str, opening: _Opening) -> Iterator[Outcome]:
    if name == STDIN:
        yield from read_stream(opening.stdin or _own_stdin(), Origin(name="stdin", via="stdin"), opening.settings)
    elif _ADDRESS.match(name):
        yield from _read_address(name, opening.settings)
    elif Path(name).is_dir():
        # Nobody named the sitemap that stands among a folder's pages, so its addresses are not fetched.
        settings = replace(opening.settings, follows_sitemaps=False)
        yield from _read_folder(Path(name), replace(opening, settings=settings))
    else:
        path = Path(name)
        with _open_file(path) as stream:
            yield from _read_file(stream, printable(path.name), opening)


def _check_path(name: str) -> None:
    if not name or not Path(name).exists():
        raise InputError(f"there is no file or folder {name!r}; give a path, an http(s) address, or - for stdin")
    if not os.access(name, os.R_OK):
        raise InputError(f"the file or folder {name!r} may not be read; ask for leave to read it, or give another")


def _own_stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed; give a file, a folder or an address in place of -")
    return sys.stdin.buffer


def _read_address(address: str, settings: DocumentSettings) -> Iterator[Outcome]:
    fetched = fetch_address(address, settings)
    if isinstance(fetched, Rejection):
        yield fetched
    else:
        yield from read_stream(io.BytesIO(fetched.body), fetched.origin, settings)


def _read_folder(folder: Path, opening: _Opening) -> Iterator[Outcome]:
    is_empty = True
    for path in _walk(folder):
        is_empty = False
        doc_id = printable(path.relative_to(folder).as_posix())
        try:
            stream = _open_file(path, is_regular=True)
        except InputError as problem:
            yield Origin(name=doc_id, via="file").reject("unreadable", str(problem))
            continue
        with stream:
            yield from _read_one_of_many(stream, doc_id, opening)
    if is_empty:
        raise InputError(f"the folder {str(folder)!r} holds no files (hidden ones are not read)")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what stands below `folder`, by name; a folder that cannot be listed stands for what it holds."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        else:
            yield folder / entry.name


def _open_file(path: Path, *, is_regular: bool = False) -> BinaryIO:
    """Open a file; `is_regular` refuses what a folder may hold besides: pipes never end, linked folders may loop."""
    try:
        if is_regular and not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{str(path)!r} is no file: links to folders, closed folders, pipes, devices are not read")
        return path.open("rb")
    except (OSError, ValueError) as problem:
        told = getattr(problem, "strerror", None) or problem
        raise InputError(f"the file {str(path)!r} cannot be opened: {told}") from problem


def _read_one_of_many(stream: BinaryIO, doc_id: str, opening: _Opening) -> Iterator[Outcome]:
    """Read a file of a folder; a table among them without the columns that were named is but one bad file."""
    try:
        yield from _read_file(stream, doc_id, opening)
    except BadUse as problem:
        yield Origin(name=doc_id, via="file").reject("no such column", str(problem))


def _read_file(stream: BinaryIO, doc_id: str, opening: _Opening) -> Iterator[Outcome]:
    state = os.fstat(stream.fileno())
    size = state.st_size if stat.S_ISREG(state.st_mode) else None
    if opening.on_read is not None:
        stream = io.BufferedReader(Watched(stream, opening.on_read), READ_BYTES)
    yield from read_stream(stream, Origin(name=doc_id, via="file", size=size), opening.settings)
