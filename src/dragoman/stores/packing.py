"""Records ↔ what stands in a column: JSON text for what is asked for often, compressed JSON for what is kept behind.

Comes in: a record, or a column's value.  Goes out: the other.  A round trip is the identity, whatever text the record
holds; columns that only serve to find rows by are made fit for every back end by `plain`.
"""

import json
import re
import zlib
from collections.abc import Iterable
from typing import TypeVar

from dragoman.errors import StoreError
from dragoman.records import Change, Count, json_from_record, record_from_json

Record = TypeVar("Record")

_UNFIT = re.compile("[\x00\ud800-\udfff]")  # no column of PostgreSQL takes a NUL, none at all a lone surrogate
_LEVEL = 6


def text_from_record(record: object) -> str:
    """Return a record as JSON text that every back end takes."""
    fields = json_from_record(record)
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(fields, separators=(",", ":")) if _UNFIT.search(text) else text


def record_from_text(kind: type[Record], text: str) -> Record:
    """Return the record that `text_from_record` wrote."""
    return record_from_json(kind, json.loads(text))


def pack_record(record: object) -> bytes:
    """Return a record as compressed JSON."""
    return zlib.compress(text_from_record(record).encode(), _LEVEL)


def unpack_record(kind: type[Record], packed: bytes) -> Record:
    """Return the record that `pack_record` wrote."""
    return record_from_text(kind, unpack_bytes(packed).decode())


def pack_bytes(raw: bytes) -> bytes:
    """Return bytes compressed."""
    return zlib.compress(raw, _LEVEL)


def unpack_bytes(packed: bytes) -> bytes:
    """Return the bytes that were compressed."""
    try:
        return zlib.decompress(packed)
    except zlib.error as problem:
        raise StoreError(f"a compressed value in the store is broken: {problem}; restore the back-up") from problem


def text_from_changes(changes: Iterable[Change]) -> str:
    """Return fields and values as JSON text."""
    return json.dumps([[change.field, change.value] for change in changes])


def changes_from_text(text: str) -> tuple[Change, ...]:
    """Return what `text_from_changes` wrote."""
    return tuple(Change(field, value) for field, value in json.loads(text))


def text_from_counts(counts: Iterable[Count]) -> str:
    """Return counts as JSON text."""
    return json.dumps([[count.name, count.number] for count in counts])


def counts_from_text(text: str) -> tuple[Count, ...]:
    """Return what `text_from_counts` wrote."""
    return tuple(Count(name, number) for name, number in json.loads(text))


def plain(text: str) -> str:
    """Return text without what no column takes."""
    return _UNFIT.sub("\ufffd", text) if _UNFIT.search(text) else text


def plain_or_none(text: str | None) -> str | None:
    """Return text without what no column takes, None for None."""
    return None if text is None else plain(text)
