"""Whatever bytes come in, documents and rejections come out."""

import gzip
import io

from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Rejection, json_from_record

STARTS = [
    b"",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 50\r\n\r\nHTTP/1.1 200\r\n",
    b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: ",
    b"\x1f\x8b\x08\x00",
    b"<?xml version='1.0'?><rss><channel><item><title>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='http://[",
    b"<rss><channel><item><pubDate>Tue, 14 May 99999 ",
    b'{"id": 1, "text": "',
    b'{"id": 1, "text": "a", "date": "2024-',
    b"\xff\xfe<\x00",
    b"\xef\xbb\xbf{",
    b"<!DOCTYPE [",
    b"<!--",
]


@given(start=st.sampled_from(STARTS), body=st.binary(max_size=400), is_packed=st.booleans())
@example(start=STARTS[1], body=b"Transfer-Encoding: chunked\r\n\r\nffffffff\r\na", is_packed=True)
def test_any_bytes_end_as_documents_or_rejections(start: bytes, body: bytes, is_packed: bool) -> None:
    raw = gzip.compress(start + body) if is_packed else start + body
    outcomes = list(open_documents(["-"], DocumentSettings(max_bytes=300), stdin=io.BytesIO(raw)))
    assert outcomes
    for outcome in outcomes:
        assert outcome.doc_id
        outcome.doc_id.encode("utf-8")
        if isinstance(outcome, Rejection):
            assert outcome.stage == "documents"
            assert outcome.reason
            assert outcome.detail
            json_from_record(outcome)
        else:
            assert outcome.form in ("html", "page", "prose", "item")


@given(text=st.text(max_size=200))
def test_any_address_is_refused_or_not_had(text: str) -> None:
    (outcome,) = open_documents(["ftp://" + text], DocumentSettings())
    assert isinstance(outcome, Rejection)
    assert outcome.reason in ("refused address", "not fetched")
