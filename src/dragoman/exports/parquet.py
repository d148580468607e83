"""The flat table as Parquet, written in groups of rows; needs pyarrow.

In come rows, one at a time; out goes a file.  Lists stay lists and days are days.
"""

import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from dragoman.errors import MissingPart
from dragoman.exports.cells import Cell
from dragoman.exports.columns import Column
from dragoman.exports.parties import Row

GROUP_ROWS = 20_000  # about 20 MB of events; a reader that needs one column of one group reads no more


def write_parquet(rows: Iterable[Row], columns: Sequence[Column], file: BinaryIO) -> None:
    """Write rows as Parquet; MissingPart where pyarrow is not installed."""
    arrow, parquet = _load_pyarrow()
    schema = arrow.schema([(column.name, _type_of(column, arrow)) for column in columns])
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _batched(rows):
            arrays = [
                arrow.array([_value(column.cell_of(row), column.kind) for row in group], schema.field(column.name).type)
                for column in columns
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def check_parquet() -> None:
    """Refuse where pyarrow is not installed, before anything is read."""
    _load_pyarrow()


def _batched(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    remaining = iter(rows)
    while group := tuple(itertools.islice(remaining, GROUP_ROWS)):
        yield group


def _load_pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as problem:
        raise MissingPart("Parquet needs pyarrow; install it with: pip install 'dragoman[parquet]'") from problem
    return pyarrow, pyarrow.parquet


def _type_of(column: Column, arrow: Any) -> Any:
    kinds = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "yes-no": arrow.bool_(),
        "day": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }
    return kinds[column.kind]


def _value(cell: Cell, kind: str) -> object:
    if kind == "day":
        return datetime.date.fromisoformat(str(cell)) if cell else None
    if isinstance(cell, tuple):
        return [_clean(item) for item in cell]
    return _clean(cell) if isinstance(cell, str) else cell


def _clean(text: str) -> str:
    """Return text that can be written as UTF-8: lone surrogates cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")
