"""Web archives: WARC and WARC.gz.

Comes in: the stream of one archive.  Goes out: the payload of every `response` and `resource` record
that may be a page or a feed, with its address and time; a rejection for each that is not, and one for
the archive where it breaks off.  Records of other types, and lookups of names, are no documents.
To let further media types through, add them to `_READABLE`.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from dragoman.documents.origin import Origin, printable
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.streams import find_charset, join_chunks, read_up_to, unpack_content
from dragoman.records import Rejection

Record = Any  # fastwarc's WarcRecord

_READABLE = frozenset(
    {
        "",
        "text/html",
        "text/plain",
        "text/xml",
        "application/xhtml+xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
    }
)
_HTTP_OK = 200


@dataclass(frozen=True, slots=True)
class Payload:
    """What one record archived, all its wrappings undone."""

    body: bytes
    origin: Origin


class _TruncatedError(Exception):
    """The archive ends inside a record; it never leaves this module."""


def read_warc(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Payload | Rejection]:
    """Yield payloads and rejections in the archive's order; where it breaks off, all before that comes out."""
    kinds = WarcRecordType.response | WarcRecordType.resource
    number = yielded = 0
    try:
        # fastwarc ends the whole archive at one record with a false Content-Encoding, so it decodes nothing here.
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="none"):
            number += 1
            found = _read_record(record, origin, settings, number=number)
            if found is not None:
                yielded += 1
                yield found
    except _TruncatedError as problem:
        yield origin.reject("truncated", f"the archive ends inside {problem}")
    except (OSError, ValueError, EOFError) as problem:
        yield origin.reject("unreadable", f"the archive breaks off after {yielded} records: {problem}")
    else:
        if not yielded:
            yield origin.reject("no item", "the archive has no response or resource record of a page")


def _read_record(
    record: Record, archive: Origin, settings: DocumentSettings, *, number: int
) -> Payload | Rejection | None:
    target = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if target.lower().startswith("dns:"):
        return None
    if record.headers.get("Content-Length") is None:
        raise _TruncatedError(f"the header of record {number} ({target or 'no address'})")
    content_type = _find_header(record, "Content-Type")
    origin = _origin_of_record(record, target, content_type, archive_name=f"{archive.name}#{number}")
    media = content_type.split(";")[0].strip().lower()
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status is not None and status != _HTTP_OK:
        return origin.reject(f"http status {status}", "the archived answer is no page")
    cut = record.headers.get("WARC-Truncated")
    if cut:
        return origin.reject("truncated", f"the archive kept only a part of the answer ({cut})")
    if media not in _READABLE:
        return origin.reject("not a page", f"the media type is {media}")
    return _read_payload(record, origin, settings.max_bytes)


def _origin_of_record(record: Record, target: str, content_type: str, *, archive_name: str) -> Origin:
    address = printable(target) or None
    moment = record.record_date
    return Origin(
        name=address or archive_name,
        via="warc",
        address=address,
        fetched=moment.isoformat(timespec="seconds") if moment else None,
        charset=find_charset(content_type),
    )


def _read_payload(record: Record, origin: Origin, max_bytes: int) -> Payload | Rejection:
    expected = record.content_length
    body = read_up_to(record.reader, max_bytes + 1)
    if len(body) > max_bytes:
        return origin.reject_size(max_bytes, size=expected)
    if len(body) < expected:
        raise _TruncatedError(f"{origin.name}: {len(body)} of {expected} bytes")
    if "chunked" in _find_header(record, "Transfer-Encoding").lower():
        body = join_chunks(body)
    try:
        unpacked = unpack_content(body, _find_header(record, "Content-Encoding"), max_bytes)
    except (EOFError, zlib.error):
        return origin.reject("truncated", "the archived answer ends inside its compression")
    return origin.reject_size(max_bytes) if unpacked is None else Payload(unpacked, origin)


def _find_header(record: Record, name: str) -> str:
    headers = record.http_headers if record.is_http_parsed else record.headers
    return (headers.get(name) if headers else None) or ""
