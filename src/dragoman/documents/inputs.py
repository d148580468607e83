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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.fetching import fetch_address
from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.reading import read_stream
from dragoman.documents.settings import DocumentSettings
from dragoman.errors import InputError
from dragoman.records import Rejection

STDIN = "-"

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


def open_documents(
    inputs: Sequence[str], settings: DocumentSettings, *, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """Yield every document behind the inputs, and a `Rejection` in place of each that cannot be had.

    InputError, before anything is read, where a named file or folder does not exist.  `stdin` stands
    in for the process's own standard input.
    """
    for name in inputs:
        if name != STDIN and not _ADDRESS.match(name):
            _check_path(name)
    return (outcome for name in inputs for outcome in _open_input(name, settings, stdin))


def _open_input(name: str, settings: DocumentSettings, stdin: BinaryIO | None) -> Iterator[Outcome]:
    if name == STDIN:
        yield from read_stream(stdin or _own_stdin(), Origin(name="stdin", via="stdin"), settings)
    elif _ADDRESS.match(name):
        yield from _read_address(name, settings)
    elif Path(name).is_dir():
        yield from _read_folder(Path(name), settings)
    else:
        path = Path(name)
        with _open_file(path) as stream:
            yield from _read_file(stream, printable(path.name), settings)


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


def _read_folder(folder: Path, settings: DocumentSettings) -> Iterator[Outcome]:
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
            yield from _read_file(stream, doc_id, settings)
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


def _read_file(stream: BinaryIO, doc_id: str, settings: DocumentSettings) -> Iterator[Outcome]:
    state = os.fstat(stream.fileno())
    size = state.st_size if stat.S_ISREG(state.st_mode) else None
    yield from read_stream(stream, Origin(name=doc_id, via="file", size=size), settings)
