"""Web archives, whole and broken."""

import gzip
import io
import os
import zlib

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Rejection, SourceDocument

PAGE = b"<html><body><p>" + b"The bridge over the strait was opened. " * 40 + b"</p></body></html>"


def write_record(
    payload: bytes,
    *,
    kind: str = "response",
    address: str = "http://a.example/1",
    status: str = "200 OK",
    headers: str = "Content-Type: text/html; charset=UTF-8",
    extra: str = "",
) -> bytes:
    is_http = kind in ("response", "request")
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + payload if is_http else payload
    media = f"application/http; msgtype={kind}" if is_http else headers.removeprefix("Content-Type: ")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-14T10:11:12Z\r\n{extra}"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read_archive(raw: bytes, settings: DocumentSettings | None = None) -> list[SourceDocument | Rejection]:
    return list(open_documents(["-"], settings or DocumentSettings(), stdin=io.BytesIO(raw)))


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_response_is_a_document_by_its_address(pack: object) -> None:
    assert callable(pack)
    (document,) = read_archive(pack(write_record(PAGE)))
    assert document == SourceDocument(
        doc_id="http://a.example/1",
        body=PAGE,
        form="html",
        via="warc",
        address="http://a.example/1",
        fetched="2024-05-14T10:11:12+00:00",
        charset="utf-8",
    )


def test_every_record_of_a_gzip_of_many_members_is_read() -> None:
    raw = b"".join(gzip.compress(write_record(PAGE, address=f"http://a.example/{n}")) for n in range(3))
    assert [outcome.doc_id for outcome in read_archive(raw)] == [f"http://a.example/{n}" for n in range(3)]


def test_records_that_are_no_pages_are_passed_over() -> None:
    raw = (
        write_record(b"software: x", kind="warcinfo", headers="Content-Type: application/warc-fields")
        + write_record(b"", kind="request")
        + write_record(b"20240514 1.2.3.4", kind="resource", address="dns:a.example", headers="Content-Type: text/dns")
        + write_record(PAGE)
        + write_record(b"k: v", kind="metadata", headers="Content-Type: application/warc-fields")
    )
    assert [outcome.doc_id for outcome in read_archive(raw)] == ["http://a.example/1"]


@pytest.mark.parametrize(
    ("record", "form"),
    [
        (write_record(PAGE, kind="resource", headers="Content-Type: text/html"), "html"),
        (write_record(b"Plain words of a page.", headers="Content-Type: text/plain"), "page"),
        (write_record(PAGE, headers="X-Nothing: 1"), "html"),
        (write_record(PAGE, headers="Content-Type: text/plain"), "html"),
        (
            write_record(
                b"<rss><channel><item><title>A</title></item></channel></rss>", headers="Content-Type: text/xml"
            ),
            "item",
        ),
    ],
    ids=["resource", "text", "no media type", "wrong media type", "feed"],
)
def test_pages_texts_and_feeds_are_read(record: bytes, form: str) -> None:
    (document,) = read_archive(record)
    assert isinstance(document, SourceDocument)
    assert document.form == form


def chunk(body: bytes) -> bytes:
    return b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 500]), body[at : at + 500]) for at in range(0, len(body), 500)
    )


def deflate_bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("payload", "headers"),
    [
        (chunk(PAGE) + b"0\r\n\r\n", "Transfer-Encoding: chunked"),
        (chunk(PAGE), "Transfer-Encoding: chunked"),
        (PAGE, "Transfer-Encoding: chunked"),
        (chunk(PAGE[:500]) + PAGE[500:], "Transfer-Encoding: chunked"),
        (gzip.compress(PAGE), "Content-Encoding: gzip"),
        (chunk(gzip.compress(PAGE)) + b"0\r\n\r\n", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked"),
        (zlib.compress(PAGE), "Content-Encoding: deflate"),
        (deflate_bare(PAGE), "Content-Encoding: deflate"),
        (gzip.compress(zlib.compress(PAGE)), "Content-Encoding: deflate, gzip"),
        (PAGE, "Content-Encoding: gzip"),
        (PAGE, "Content-Encoding: deflate"),
        (PAGE, "Content-Encoding: br"),
        (PAGE, "Content-Encoding: odd"),
    ],
    ids=[
        "chunks",
        "chunks without end",
        "chunks undone before",
        "chunks that stop",
        "gzip",
        "gzip in chunks",
        "deflate",
        "bare deflate",
        "twice",
        "gzip undone before",
        "deflate undone before",
        "brotli undone before",
        "unknown",
    ],
)
def test_wrappings_are_undone_as_far_as_they_hold(payload: bytes, headers: str) -> None:
    outcomes = read_archive(write_record(payload, headers=f"Content-Type: text/html\r\n{headers}") + write_record(PAGE))
    assert [outcome.body for outcome in outcomes if isinstance(outcome, SourceDocument)] == [PAGE, PAGE]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (write_record(b"Gone", status="404 Not Found"), "http status 404"),
        (write_record(b"", status="301 Moved"), "http status 301"),
        (write_record(b"\x89PNG", headers="Content-Type: image/png"), "not a page"),
        (write_record(b"%PDF-1.4", headers="Content-Type: text/html"), "binary"),
        (write_record(b"  ", headers="Content-Type: text/html"), "empty"),
        (write_record(PAGE * 10), "too large"),
        (
            write_record(gzip.compress(PAGE * 100), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
            "too large",
        ),
        (
            write_record(
                gzip.compress(os.urandom(900))[:-99], headers="Content-Type: text/html\r\nContent-Encoding: gzip"
            ),
            "truncated",
        ),
        (write_record(PAGE, extra="WARC-Truncated: length\r\n"), "truncated"),
    ],
    ids=["404", "301", "image", "false page", "empty", "large", "large within", "cut within", "cut by the crawler"],
)
def test_a_record_that_is_no_page_is_rejected_by_its_address(record: bytes, reason: str) -> None:
    bad = record.replace(b"http://a.example/1", b"http://b.example/2")
    outcomes = read_archive(bad + write_record(PAGE), DocumentSettings(max_bytes=4000))
    rejection, document = outcomes
    assert isinstance(rejection, Rejection)
    assert (rejection.doc_id, rejection.stage, rejection.reason) == ("http://b.example/2", "documents", reason)
    assert document.doc_id == "http://a.example/1"


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        (write_record(PAGE)[:-600], "truncated"),
        (write_record(PAGE)[:120], "truncated"),
        (b"words that are no record at all\r\n" * 9, "unreadable"),
    ],
    ids=["inside a page", "inside a header", "garbage"],
)
def test_what_stands_before_a_break_comes_out(tail: bytes, reason: str) -> None:
    document, rejection = read_archive(write_record(PAGE) + tail)
    assert isinstance(document, SourceDocument)
    assert isinstance(rejection, Rejection)
    assert (rejection.doc_id, rejection.reason) == ("stdin", reason)


def test_a_cut_gzip_gives_the_records_before_the_cut() -> None:
    raw = gzip.compress(write_record(PAGE)) + gzip.compress(write_record(os.urandom(3000)))[:-1000]
    document, rejection = read_archive(raw)
    assert isinstance(document, SourceDocument)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "truncated"


def test_an_archive_without_pages_says_so() -> None:
    (rejection,) = read_archive(write_record(b"", kind="request"))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "no item"
