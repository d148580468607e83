"""Files, folders and standard input."""

import gzip
import io
import os
from pathlib import Path

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.errors import BadUse, InputError
from dragoman.records import Rejection, SourceDocument, json_from_record

PAGE = b"<html><body><p>The ferry sails again.</p></body></html>"
NOTE = b"The ferry sails again.\n"


def read(*names: str | Path, settings: DocumentSettings | None = None, stdin: bytes = b"") -> list[tuple[str, str]]:
    outcomes = open_documents([str(name) for name in names], settings or DocumentSettings(), stdin=io.BytesIO(stdin))
    return [
        (outcome.doc_id, outcome.reason if isinstance(outcome, Rejection) else outcome.form) for outcome in outcomes
    ]


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.html", PAGE, ("a.html", "html")),
        ("a.txt", NOTE, ("a.txt", "page")),
        ("a.txt", PAGE, ("a.txt", "html")),
        ("a", NOTE, ("a", "page")),
        ("a.html.gz", gzip.compress(PAGE), ("a.html.gz", "html")),
        ("a.html", gzip.compress(PAGE), ("a.html", "html")),
        ("a.jsonl.gz", gzip.compress(b'{"id": "x", "text": "A."}'), ("x", "prose")),
        ("a.jsonl.gz", gzip.compress(b"oops"), ("a.jsonl.gz:1", "not JSON")),
        ("a.gz", gzip.compress(PAGE)[:-9], ("a.gz", "truncated")),
        ("a.gz", b"\x1f\x8b\x08garbage", ("a.gz", "truncated")),
        ("a.gz", b"\x1f\x8b\x00\x00" + b"garbage" * 9, ("a.gz", "unreadable")),
        ("a.gz", gzip.compress(gzip.compress(PAGE)), ("a.gz", "binary")),
        ("a.gz", gzip.compress(b""), ("a.gz", "empty")),
        ("a.html", b"", ("a.html", "empty")),
        ("a.pdf", b"%PDF-1.7", ("a.pdf", "binary")),
    ],
)
def test_a_file_goes_by_its_name(tmp_path: Path, name: str, body: bytes, expected: tuple[str, str]) -> None:
    fill(tmp_path, {name: body})
    assert read(tmp_path / name) == [expected]


def test_a_file_keeps_its_bytes(tmp_path: Path) -> None:
    fill(tmp_path, {"a.html": PAGE + b"\xff\x00" + bytes(200_000)})
    (document,) = open_documents([str(tmp_path / "a.html")], DocumentSettings())
    assert isinstance(document, SourceDocument)
    assert document.body == PAGE + b"\xff\x00" + bytes(200_000)
    assert document.via == "file"


def test_a_folder_is_read_through_by_name_without_hidden_files(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "b.html": PAGE,
            "a/z.txt": NOTE,
            "a/deep/er/c.html": PAGE,
            "a/.hidden.html": PAGE,
            ".git/x.html": PAGE,
            "c.jsonl": b'{"id": "x", "text": "A."}\noops',
            "d.png": b"\x89PNG\r\n\x1a\n",
        },
    )
    assert read(tmp_path) == [
        ("a/deep/er/c.html", "html"),
        ("a/z.txt", "page"),
        ("b.html", "html"),
        ("x", "prose"),
        ("c.jsonl:2", "not JSON"),
        ("d.png", "binary"),
    ]


def test_a_folder_survives_what_is_no_file(tmp_path: Path) -> None:
    fill(tmp_path, {"b.txt": NOTE})
    (tmp_path / "a-link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert read(tmp_path) == [
        ("a-link", "unreadable"),
        ("b.txt", "page"),
        ("loop", "unreadable"),
        ("pipe", "unreadable"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_survives_what_may_not_be_read(tmp_path: Path) -> None:
    fill(tmp_path, {"a/closed.txt": NOTE, "b.txt": NOTE, "c.txt": NOTE})
    (tmp_path / "a").chmod(0)
    (tmp_path / "b.txt").chmod(0)
    outcomes = read(tmp_path)
    (tmp_path / "a").chmod(0o700)
    assert outcomes == [("a", "unreadable"), ("b.txt", "unreadable"), ("c.txt", "page")]


def test_a_file_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/Qu\xe9bec.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(NOTE)
    ((doc_id, form),) = read(tmp_path)
    assert (doc_id.encode("utf-8"), form) == (b"Qu?bec.txt", "page")


@pytest.mark.parametrize("name", ["no-such-file.html", "no/such/folder", "a\0b"])
def test_a_missing_input_is_one_clear_line_before_anything_is_read(tmp_path: Path, name: str) -> None:
    fill(tmp_path, {"a.txt": NOTE})
    missing = str(tmp_path / name)
    with pytest.raises(InputError) as caught:
        open_documents([str(tmp_path / "a.txt"), missing], DocumentSettings())
    assert "\n" not in str(caught.value)
    assert repr(missing) in str(caught.value)


def test_an_empty_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no files"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PAGE, [("stdin", "html")]),
        (NOTE, [("stdin", "page")]),
        (b"", [("stdin", "empty")]),
        (b'{"id": 1, "text": "A."}\n{}\n', [("1", "prose"), ("stdin:2", "no id")]),
        (b"<rss><channel><item><title>A</title></item></channel></rss>", [("stdin#1", "item")]),
    ],
)
def test_standard_input_is_read_as_what_it_holds(body: bytes, expected: list[tuple[str, str]]) -> None:
    assert read("-", stdin=body) == expected


def test_inputs_come_in_the_order_given(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": NOTE, "b.txt": NOTE})
    assert [doc_id for doc_id, _ in read(tmp_path / "b.txt", "-", tmp_path / "a.txt", stdin=NOTE)] == [
        "b.txt",
        "stdin",
        "a.txt",
    ]


@pytest.mark.parametrize(("size", "form"), [(1000, "page"), (1001, "too large")])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_the_limit_holds_after_decompression(tmp_path: Path, size: int, form: str, pack: object) -> None:
    assert callable(pack)
    fill(tmp_path, {"a.txt": pack(b"a" * size)})
    assert read(tmp_path / "a.txt", settings=DocumentSettings(max_bytes=1000)) == [("a.txt", form)]


def test_too_large_names_both_numbers_and_the_way_out(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"a" * 5000})
    (rejection,) = open_documents([str(tmp_path / "a.txt")], DocumentSettings(max_bytes=1000))
    assert isinstance(rejection, Rejection)
    assert rejection.stage == "documents"
    assert rejection.detail == "5000 bytes are more than the limit of 1000; --max-bytes raises it"


def test_documents_are_plain_records(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b""})
    (rejection,) = open_documents([str(tmp_path / "a.txt")], DocumentSettings())
    assert json_from_record(rejection)["reason"] == "empty"


@pytest.mark.parametrize("name", ["max_bytes", "timeout_s", "connect_timeout_s", "max_redirects"])
def test_impossible_settings_are_refused(name: str) -> None:
    with pytest.raises(BadUse, match="-1"):
        DocumentSettings(**{name: -1})  # type: ignore[arg-type]
