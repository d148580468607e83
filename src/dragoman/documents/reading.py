"""A stream, read as what it holds.

Comes in: a binary stream with its `Origin`.  Goes out: documents and rejections.  To add a container
(a new archive, a new list of texts), tell it in sniffing.py, write its reader in a module of its own,
and put it into `_read_kind`.
"""

import gzip
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from dragoman.documents.feeds import read_feed
from dragoman.documents.fetching import fetch_address
from dragoman.documents.jsonl import read_jsonl
from dragoman.documents.origin import Origin, Outcome
from dragoman.documents.parquet import read_parquet
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.sitemaps import read_sitemap
from dragoman.documents.sniffing import HEAD_BYTES, Finding, Kind, sniff
from dragoman.documents.streams import peek_gzip, read_ahead, read_up_to
from dragoman.documents.tables import is_table, read_table
from dragoman.documents.warc import read_warc
from dragoman.records import Rejection

_TABLE_KINDS = (Kind.TEXT, Kind.HTML, Kind.JSONL, Kind.NOT_A_PAGE)  # what the cells of a table may make it look like


def read_stream(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    """Yield every document that the stream holds, and a rejection for all that cannot be read."""
    try:
        yield from _read_kind(stream, origin, settings, is_unpacked=False)
    except EOFError as problem:
        yield origin.reject("truncated", f"the compressed data breaks off: {problem}")
    except (OSError, zlib.error) as problem:
        yield origin.reject("unreadable", str(problem))


def read_body(body: bytes, origin: Origin) -> Iterator[Outcome]:
    """Yield what a single body holds: a page, or the items of a feed."""
    yield from _read_whole(body, sniff(body[:HEAD_BYTES], origin.suffix), origin)


def _read_kind(stream: BinaryIO, origin: Origin, settings: DocumentSettings, *, is_unpacked: bool) -> Iterator[Outcome]:
    start = stream.tell() if stream.seekable() else None
    file = stream
    head, stream = read_ahead(stream, HEAD_BYTES)
    finding = sniff(head, origin.suffix)
    if finding.kind is Kind.GZIP and not is_unpacked and not peek_gzip(head, HEAD_BYTES).startswith(b"WARC/"):
        yield from _read_gzip(stream, origin, settings)
    elif finding.kind in (Kind.WARC, Kind.GZIP) and not is_unpacked:
        yield from _read_archive(stream, origin, settings)  # fastwarc unpacks it, record by record
    elif settings.columns and finding.kind is Kind.PARQUET:
        if start is not None:
            file.seek(start)
        yield from read_parquet(file, origin, settings)
    elif settings.columns and finding.kind in _TABLE_KINDS and is_table(head, origin.suffix, settings.columns):
        yield from read_table(stream, origin, settings)
    elif finding.kind is Kind.JSONL:
        yield from read_jsonl(stream, origin, settings)
    else:
        yield from _read_bounded(stream, finding, origin, settings)


def _read_gzip(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    with gzip.GzipFile(fileobj=stream) as unpacked:
        yield from _read_kind(unpacked, origin.without_size(), settings, is_unpacked=True)  # type: ignore[arg-type]


def _read_archive(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    for found in read_warc(stream, origin, settings):
        if isinstance(found, Rejection):
            yield found
        else:
            yield from read_body(found.body, found.origin)


def _read_bounded(stream: BinaryIO, finding: Finding, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    body = read_up_to(stream, settings.max_bytes + 1)
    if len(body) > settings.max_bytes:
        yield origin.reject_size(settings.max_bytes, size=origin.size)
    elif finding.kind is Kind.SITEMAP and settings.follows_sitemaps:
        fetch = partial(fetch_address, settings=settings)
        yield from read_sitemap(body, origin, settings, fetch=fetch, read_body=read_body)
    else:
        yield from _read_whole(body, finding, origin)


def _read_whole(body: bytes, finding: Finding, origin: Origin) -> Iterator[Outcome]:
    if finding.kind is Kind.HTML:
        yield origin.document(body, "html")
    elif finding.kind is Kind.TEXT:
        yield origin.document(body, "page")
    elif finding.kind is Kind.FEED:
        yield from read_feed(body, origin)
    else:
        yield _reject_finding(finding, origin)


def _reject_finding(finding: Finding, origin: Origin) -> Rejection:
    if finding.kind is Kind.EMPTY:
        return origin.reject("empty", f"it holds {finding.looks_like}")
    if finding.kind in (Kind.BINARY, Kind.GZIP, Kind.PARQUET):
        return origin.reject("binary", f"it looks like {finding.looks_like or 'a gzip archive in another'}")
    return origin.reject("not a page", f"it looks like {finding.looks_like or finding.kind.value}")
