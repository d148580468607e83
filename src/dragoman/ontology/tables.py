"""Reads the tab-separated tables of `data/`: comments out, cells named by the header line.

In comes a file's name and its columns, out come its rows.  A line that does not fit is a `DataError` with file and
line.  To add a table, write it with a comment that explains its columns, and a loader beside this file.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from dragoman.errors import DataError


def read_table(name: str, columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    """Yield the rows of `data/<name>`; DataError where it is missing or a line does not fit its columns."""
    try:
        text = (files("dragoman.ontology") / "data" / name).read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"ontology/data/{name} cannot be read: {problem}; reinstall the package") from problem
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != columns:
        raise DataError(f"ontology/data/{name}: the header line must read {', '.join(columns)}")
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(f"ontology/data/{name}, line {number}: {len(cells)} cells where {len(columns)} belong")
        yield dict(zip(columns, cells, strict=True))
