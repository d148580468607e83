"""Tables of texts: CSV and TSV, one text with its facts in each row.

Comes in: the stream of a table and `Columns` that say which column holds what.  Goes out: a document a row in form
"prose", or a rejection that names the row; a bad row costs nothing but itself.  A table without the columns that were
named is BadUse, which lists those that it has.  Parquet is read in parquet.py and shares `RowReader`; to read a
further field of a row, add it to `_EXTRAS`.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.settings import Columns, DocumentSettings
from dragoman.documents.sniffing import HEAD_BYTES, has_utf16_mark
from dragoman.documents.streams import read_ahead
from dragoman.documents.times import iso_from_iso, iso_from_mail
from dragoman.errors import BadUse
from dragoman.records import Given

TABLE_SUFFIXES = (".csv", ".tsv", ".tab")
FIELDS = ("text", "date", "title", "id", "outlet")
_EXTRAS = ("author", "section", "language", "url")
_DELIMITERS = (",", ";", "\t", "|")


class _BadRowError(Exception):
    """A row that is no document: a fixed reason, and the particulars; it never leaves this module."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def is_table(head: bytes, suffix: str, columns: Columns) -> bool:
    """Say whether a stream of text is a table: by its suffix, or by a first line with the column that was named."""
    if suffix in TABLE_SUFFIXES:
        return True
    if columns.text is None:
        return False
    first = _decode_head(head).split("\n", 1)[0]
    return any(columns.text in _split_header(first, delimiter) for delimiter in _DELIMITERS)


def read_table(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    """Yield a document or a rejection for each row that is not blank, holding one row at a time."""
    head, stream = read_ahead(stream, HEAD_BYTES)
    lines = _Lines(io.TextIOWrapper(stream, *_find_encoding(head), newline=""), settings.max_bytes)
    columns = settings.columns or Columns()
    rows = csv.reader(lines, delimiter=_find_delimiter(head, origin.suffix, columns))
    csv.field_size_limit(settings.max_bytes)  # the library's own limit is too small for a long text
    header = [name.strip() for name in next(rows, [])]
    read = RowReader(origin, find_columns(header, columns, origin.name), settings.max_bytes)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield origin.reject("bad row", f"row {number}, line {rows.line_num}: {problem}", within=f":{number}")
            continue
        if any(cell.strip() for cell in row):
            yield _read_cells(row, header, read, number)


def _read_cells(row: Sequence[str], header: Sequence[str], read: "RowReader", number: int) -> Outcome:
    if len(row) != len(header):
        told = f"row {number} has {len(row)} cells where the header has {len(header)}"
        return read.origin.reject("bad row", told, within=f":{number}")
    return read.read_row(dict(zip(header, row, strict=True)), number)


def find_columns(header: Sequence[str], columns: Columns, name: str) -> dict[str, str]:
    """Return which column holds which field; BadUse, with the columns there are, where a named one is missing."""
    found: dict[str, str] = {}
    for field in FIELDS:
        named = getattr(columns, field)
        wanted = named or field
        if wanted in header:
            found[field] = wanted
        elif named is not None or field == "text":
            there = ", ".join(repr(column) for column in header[:40]) or "none"
            advice = f"the columns there are: {there}; name the right one by --{field}-column"
            raise BadUse(f"the table {name} has no column {wanted!r}; {advice}")
    return found | {extra: extra for extra in _EXTRAS if extra in header}


class RowReader:
    """Turns rows into documents, and knows which ids it has met."""

    def __init__(self, origin: Origin, places: Mapping[str, str], max_bytes: int) -> None:
        self.origin = origin
        self._places = places
        self._max_bytes = max_bytes
        self._first_rows: dict[str, int] = {}

    def read_row(self, row: Mapping[str, object], number: int) -> Outcome:
        """Return the document of a row, or the rejection that says what is wrong with it; rows count from 1."""
        within = f":{number}"
        try:
            cells = {field: _text_from_cell(row.get(column), field) for field, column in self._places.items()}
            doc_id = self._find_id(cells, number)
            published = _find_time(cells.get("date"))
            text = _find_text(cells)
        except _BadRowError as bad:
            return self.origin.reject(bad.reason, f"row {number}: {bad.detail}", within=within)
        if len(text) > self._max_bytes:
            return self.origin.reject_size(self._max_bytes, size=len(text), within=within)
        self._first_rows[doc_id] = number
        told = {field: cells.get(field) for field in ("title", "author", "section", "outlet", "language")}
        given = Given(published=published, **told)
        address = cells.get("url")
        return self.origin.inner_document(doc_id, text, form="prose", address=address, given=given, via="table")

    def _find_id(self, cells: Mapping[str, str | None], number: int) -> str:
        if "id" not in cells:
            return f"{self.origin.name}:{number}"
        found = cells["id"]
        if not found:
            raise _BadRowError("no id", "the id is empty")
        if found in self._first_rows:
            raise _BadRowError("duplicate id", f"id {found!r} was used in row {self._first_rows[found]} already")
        return found


def _text_from_cell(value: object, field: str) -> str | None:
    """Return a cell as text, None where it is empty; numbers and times are written as themselves."""
    if value is None:
        return None
    if isinstance(value, bytes | list | dict | bool):
        raise _BadRowError("bad field", f"{field} is text, a number or a time, not {value!r:.60}")
    text = str(value)
    if field != "text":
        text = " ".join(text.split())
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _BadRowError("bad field", f"{field} is not UTF-8: {printable(text)!r:.60}")
    return text if text.strip() else None


def _find_text(cells: Mapping[str, str | None]) -> str:
    text = cells.get("text")
    if text is None and not cells.get("title"):
        raise _BadRowError("empty", "text is empty, and there is no title")
    return text or ""


def _find_time(told: str | None) -> str | None:
    if told is None:
        return None
    time = iso_from_iso(told) or iso_from_mail(told)
    if time is None:
        raise _BadRowError("bad date", f"date is an ISO day or time such as 2024-05-14, not {told!r:.60}")
    return time


# --- how the file is written ---------------------------------------------------------------------


class _Lines:
    """The lines of a file for the csv reader; one that is too long is an error of its own, and the next goes on."""

    def __init__(self, file: io.TextIOWrapper, max_bytes: int) -> None:
        self._file = file
        self._max = max_bytes

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._max + 1)
        if not line:
            raise StopIteration
        if len(line) <= self._max:
            return line
        while line and not line.endswith("\n"):
            line = self._file.readline(self._max + 1)
        raise csv.Error(f"a line is longer than the limit of {self._max} characters; --max-bytes raises it")


def _find_encoding(head: bytes) -> tuple[str, str]:
    """Return the encoding and what to do with errors: UTF-8, UTF-16 with its mark, else what spreadsheets write."""
    if has_utf16_mark(head):
        return "utf-16", "replace"
    return ("utf-8-sig", "surrogateescape") if _is_utf8(head) else ("cp1252", "replace")


def _is_utf8(head: bytes) -> bool:
    whole = head[:-4] if len(head) >= HEAD_BYTES else head  # the last character may be cut
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError as problem:
        return problem.start >= len(whole) - 4 and len(head) >= HEAD_BYTES
    return True


def _decode_head(head: bytes) -> str:
    encoding, _ = _find_encoding(head)
    return head.decode(encoding, "replace")


def _find_delimiter(head: bytes, suffix: str, columns: Columns) -> str:
    """Return the sign between cells: the first by which the header has the text's column."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    first = _decode_head(head).split("\n", 1)[0]
    wanted = columns.text or "text"
    fitting = [sign for sign in _DELIMITERS if wanted in _split_header(first, sign)]
    # A table of one column has no sign, and any fits; one that lacks the column is told by its commonest sign.
    return fitting[0] if fitting else max(_DELIMITERS, key=first.count)


def _split_header(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []
