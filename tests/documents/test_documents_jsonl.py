"""JSON lines."""

import gzip
import io
import json

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Given, Rejection, SourceDocument

GOOD = '{"id": "n1", "text": "Norway and Chile signed a treaty.", "date": "2024-05-14", "title": "Treaty signed"}'


def read_lines(raw: bytes | str, settings: DocumentSettings | None = None) -> list[SourceDocument | Rejection]:
    body = raw.encode() if isinstance(raw, str) else raw
    return list(open_documents(["-"], settings or DocumentSettings(), stdin=io.BytesIO(body)))


def test_a_line_is_a_document_with_what_it_gives() -> None:
    (document,) = read_lines(GOOD)
    assert document == SourceDocument(
        doc_id="n1",
        body=b"Norway and Chile signed a treaty.",
        form="prose",
        via="jsonl",
        charset="utf-8",
        given=Given(title="Treaty signed", published="2024-05-14"),
    )


def test_further_fields_are_taken_over() -> None:
    line = {"id": 7, "text": "a", "published": "2024-05-14T10:00Z", "outlet": "Fjord Post", "language": "en"}
    (document,) = read_lines(json.dumps(line | {"author": "Eva Lund", "section": "World", "url": "http://f.example/7"}))
    assert isinstance(document, SourceDocument)
    assert document.doc_id == "7"
    assert document.address == "http://f.example/7"
    assert document.given == Given(
        published="2024-05-14T10:00+00:00", author="Eva Lund", section="World", outlet="Fjord Post", language="en"
    )


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ("not json", "not JSON", "not json"),
        ('{"id": "x", "text": "cut', "not JSON", "cut"),
        ('["n1", "text"]', "not an object", "n1"),
        ("17", "not an object", "17"),
        ('{"id": "x"}', "no text", "text"),
        ('{"id": "x", "text": 5}', "no text", "5"),
        ('{"id": "x", "text": "  "}', "empty", "text"),
        ('{"text": "a"}', "no id", "id"),
        ('{"id": "", "text": "a"}', "no id", "id"),
        ('{"id": true, "text": "a"}', "bad id", "True"),
        ('{"id": ["x"], "text": "a"}', "bad id", "x"),
        ('{"id": "x", "text": "a", "date": "14 May"}', "bad date", "14 May"),
        ('{"id": "x", "text": "a", "date": 20240514}', "bad date", "20240514"),
        ('{"id": "x", "text": "a", "title": 5}', "bad field", "title"),
        ('{"id": "n1", "text": "a"}', "duplicate id", "line 1"),
        ("[" * 100_000, "not JSON", "deep"),
    ],
)
def test_a_bad_line_is_rejected_by_its_number_and_the_rest_goes_on(line: str, reason: str, words: str) -> None:
    outcomes = read_lines(f'{GOOD}\n\n{line}\n{{"id": 2, "text": "The last line."}}\n')
    assert [outcome.doc_id for outcome in outcomes] == ["n1", "stdin:3", "2"]
    bad = outcomes[1]
    assert isinstance(bad, Rejection)
    assert (bad.stage, bad.reason) == ("documents", reason)
    assert words in bad.detail


def test_a_line_that_is_not_utf8_is_rejected() -> None:
    outcomes = read_lines(GOOD.encode() + b'\n{"id": 2, "text": "Qu\xe9bec"}\n')
    assert [getattr(outcome, "reason", None) for outcome in outcomes] == [None, "not JSON"]


def test_a_line_above_the_limit_costs_only_itself() -> None:
    long = json.dumps({"id": "long", "text": "word " * 100})
    outcomes = read_lines(f'{GOOD}\n{long}\n{{"id": 3, "text": "a"}}', DocumentSettings(max_bytes=200))
    assert [outcome.doc_id for outcome in outcomes] == ["n1", "stdin:2", "3"]
    assert isinstance(outcomes[1], Rejection)
    assert outcomes[1].reason == "too large"
    assert "--max-bytes" in outcomes[1].detail


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(encoding: str) -> None:
    (document,) = read_lines('{"id": "ü", "text": "Zürich"}\n'.encode(encoding))
    assert isinstance(document, SourceDocument)
    assert (document.doc_id, document.body.decode()) == ("ü", "Zürich")


def test_half_a_character_pair_does_not_reach_the_text() -> None:
    (document,) = read_lines(r'{"id": "a\ud800", "text": "b\udfff"}')
    assert isinstance(document, SourceDocument)
    assert (document.doc_id, document.body) == ("a?", b"b?")


def test_lines_before_the_end_of_a_cut_gzip_come_out() -> None:
    lines = "".join(json.dumps({"id": number, "text": f"Text {number * 7919 % 1009}"}) + "\n" for number in range(5000))
    outcomes = read_lines(gzip.compress(lines.encode())[:-2000])
    assert len(outcomes) > 1000
    assert all(isinstance(outcome, SourceDocument) for outcome in outcomes[:-1])
    assert isinstance(outcomes[-1], Rejection)
    assert outcomes[-1].reason == "truncated"


def test_lines_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        served = 0
        left = b""

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            while len(self.left) < size:
                self.served += 1
                self.left += f'{{"id": {self.served}, "text": "{"a" * 1000}"}}\n'.encode()
            piece, self.left = self.left[:size], self.left[size:]
            return piece

    stream = Endless()
    outcomes = open_documents(["-"], DocumentSettings(), stdin=stream)  # type: ignore[arg-type]
    assert [next(outcomes).doc_id for _ in range(3)] == ["1", "2", "3"]
    assert stream.served < 1000
