"""Parquet: tables of texts in the columns' own format, read by the optional library pyarrow.

Comes in: a file that can be sought in, and `Columns`.  Goes out: a document a row, or rejections, as from tables.py;
MissingPart without pyarrow.  Only the columns that are needed are read, a few rows at a time.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.documents.origin import Origin, Outcome
from dragoman.documents.settings import Columns, DocumentSettings
from dragoman.documents.tables import RowReader, find_columns
from dragoman.errors import MissingPart

ROWS_AT_ONCE = 64


def read_parquet(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    """Yield a document or a rejection for each row; one rejection where the file breaks off."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as problem:
        raise MissingPart(
            f"{origin.name} is a Parquet table, which needs pyarrow: pip install 'dragoman[parquet]'"
        ) from problem
    if not stream.seekable():
        yield origin.reject("unreadable", "a Parquet table is read from a file, not from a pipe; save it first")
        return
    number = 0
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False)
        places = find_columns(table.schema_arrow.names, settings.columns or Columns(), origin.name)
        read = RowReader(origin, places, settings.max_bytes)
        for row in _rows(table, sorted(set(places.values()))):
            number += 1
            yield read.read_row(row, number)
    except (ArrowException, OSError, ValueError) as problem:
        yield origin.reject("unreadable", f"the table breaks off after {number} rows: {problem}")


def _rows(table: Any, columns: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, columns=columns):
        yield from batch.to_pylist()
