"""Output files that are whole or not there: written beside their place, moved into it at the end.

Comes in: a path.  Goes out: an open file, renamed when its work is done.  What a broken-off run
wrote stays in the `.part` file; running again starts it afresh.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from dragoman.errors import BadUse


@contextmanager
def open_output(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes its name only when the block ends well; BadUse where it cannot be written."""
    with _part_of(path) as part:
        try:
            file = part.open("w", encoding="utf-8", newline="\n")
        except OSError as problem:
            raise BadUse(f"{path} cannot be written: {problem.strerror}") from problem
        with file:
            yield file


@contextmanager
def open_binary_output(path: Path) -> Iterator[BinaryIO]:
    """Open a file of bytes that takes its name only when the block ends well; BadUse where it cannot be written."""
    with _part_of(path) as part:
        try:
            file = part.open("wb")
        except OSError as problem:
            raise BadUse(f"{path} cannot be written: {problem.strerror}") from problem
        with file:
            yield file


def articles_path(output: Path) -> Path:
    """Return where the states of the inputs go: `OUT.articles.jsonl` beside `OUT.jsonl`."""
    return output.parent / f"{output.stem}.articles.jsonl"


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """Give the path to write to, and move it to its name when the block ends well."""
    part = path if _is_device(path) else path.with_name(f"{path.name}.part")
    try:
        yield part
    except BaseException:
        _drop_empty(part)
        raise
    if part != path:
        part.replace(path)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _drop_empty(part: Path) -> None:
    if part.is_file() and not part.stat().st_size:
        part.unlink()
