"""CSV, TSV and Parquet as lists of texts."""

import datetime
import gzip
import io
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from dragoman.documents import Columns, DocumentSettings, open_documents
from dragoman.errors import BadUse
from dragoman.records import Rejection, SourceDocument

PLAIN = "id,date,title,text\na1,2024-05-14,Ferry,The ferry sails.\na2,2024-05-15,Train,The train waits.\n"


def read(path: Path | str, columns: Columns | None = None, **limits: int) -> list[SourceDocument | Rejection]:
    settings = DocumentSettings(columns=columns or Columns(), **limits)
    stdin = io.BytesIO(path.encode()) if isinstance(path, str) else None
    return list(open_documents(["-" if stdin else str(path)], settings, stdin=stdin))


def shown(outcome: SourceDocument | Rejection) -> tuple[str, str]:
    if isinstance(outcome, Rejection):
        return outcome.doc_id, outcome.reason
    return outcome.doc_id, outcome.body.decode()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        pytest.param("t.csv", PLAIN.encode(), id="csv"),
        pytest.param("t.csv", b"\xef\xbb\xbf" + PLAIN.encode(), id="with a byte order mark"),
        pytest.param("t.csv", PLAIN.replace("\n", "\r\n").encode("utf-16"), id="utf-16, windows line ends"),
        pytest.param("t.csv", PLAIN.replace(",", ";").encode(), id="semicolons"),
        pytest.param("t.tsv", PLAIN.replace(",", "\t").encode(), id="tsv"),
        pytest.param("t.csv.gz", gzip.compress(PLAIN.encode()), id="compressed"),
    ],
)
def test_each_row_is_a_document(tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    first, second = read(tmp_path / name)
    assert (shown(first), shown(second)) == (("a1", "The ferry sails."), ("a2", "The train waits."))
    assert isinstance(first, SourceDocument)
    assert (first.given.title, first.given.published) == ("Ferry", "2024-05-14")
    assert (first.form, first.via) == ("prose", "table")


def test_columns_are_those_that_were_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        'story;day;paper;head;no\n"He said: ""Stop;\ngo.""";2024-05-14 09:30;Harbour Post;Ferry;7\n',
        encoding="utf-8",
    )
    named = Columns(text="story", date="day", title="head", id="no", outlet="paper")
    (document,) = read(tmp_path / "t.csv", named)
    assert shown(document) == ("7", 'He said: "Stop;\ngo."')
    assert isinstance(document, SourceDocument)
    assert document.given.published == "2024-05-14T09:30"
    assert document.given.outlet == "Harbour Post"


def test_rows_without_an_id_are_numbered(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text\nOne.\n\nTwo.\n", encoding="utf-8")
    assert [shown(one) for one in read(tmp_path / "t.csv")] == [("t.csv:1", "One."), ("t.csv:3", "Two.")]


@pytest.mark.parametrize(
    ("row", "reason", "told"),
    [
        pytest.param("a1,2024-05-14,T,Once more.", "duplicate id", "row 1", id="id used twice"),
        pytest.param(",2024-05-14,T,Words.", "no id", "row 2", id="no id"),
        pytest.param("b,14/05/24?,T,Words.", "bad date", "14/05/24?", id="no date"),
        pytest.param("b,2024-05-14,,", "empty", "no title", id="nothing to read"),
        pytest.param("b,2024-05-14,T", "bad row", "3 cells where the header has 4", id="too few cells"),
        pytest.param("b,2024-05-14,T,Words,more", "bad row", "5 cells", id="too many cells"),
        pytest.param("b,2024-05-14,T," + "long " * 500, "bad row", "limit", id="too long"),
    ],
)
def test_a_bad_row_is_rejected_by_its_number_and_the_next_is_read(
    tmp_path: Path, row: str, reason: str, told: str
) -> None:
    lines = ["id,date,title,text", "a1,2024-05-14,Ferry,The ferry sails.", row, "z,2024-05-16,End,The end."]
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    first, bad, last = read(tmp_path / "t.csv", max_bytes=1000)
    assert (shown(first)[0], shown(last)[0]) == ("a1", "z")
    assert isinstance(bad, Rejection)
    assert (bad.doc_id, bad.reason) == ("t.csv:2", reason)
    assert told in bad.detail


def test_spreadsheets_of_old_encodings_are_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("text\nThe café in Åland – open.\n".encode("cp1252"))
    assert shown(read(tmp_path / "t.csv")[0])[1] == "The café in Åland – open."


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        pytest.param(Columns(), "no column 'text'", id="no text column by default"),
        pytest.param(Columns(text="body"), "no column 'body'", id="named and not there"),
        pytest.param(Columns(text="words", outlet="paper"), "no column 'paper'", id="another named one"),
    ],
)
def test_a_missing_column_is_bad_use_that_lists_the_columns(tmp_path: Path, columns: Columns, told: str) -> None:
    (tmp_path / "t.csv").write_text("no,words\n1,Words.\n", encoding="utf-8")
    with pytest.raises(BadUse, match=told) as refused:
        read(tmp_path / "t.csv", columns)
    assert "'no', 'words'" in str(refused.value)
    parquet.write_table(pa.table({"no": [1], "words": ["Words."]}), tmp_path / "t.parquet")
    with pytest.raises(BadUse, match=told):
        read(tmp_path / "t.parquet", columns)


def test_in_a_folder_a_table_without_the_column_is_one_bad_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("no,words\n1,Words.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text\nWords.\n", encoding="utf-8")
    assert [shown(one) for one in read(tmp_path)] == [("a.csv", "no such column"), ("b.csv:1", "Words.")]


def test_a_table_on_standard_input_is_known_by_the_column_that_was_named() -> None:
    assert shown(read("no,body\n1,Words.\n", Columns(text="body"))[0]) == ("stdin:1", "Words.")
    assert read("no,body\n1,Words.\n")[0].form == "page"


def test_without_columns_a_table_is_what_it_was_before(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(PLAIN, encoding="utf-8")
    parquet.write_table(pa.table({"text": ["Words."]}), tmp_path / "t.parquet")
    opened = list(open_documents([str(tmp_path)], DocumentSettings()))
    assert [one.reason if isinstance(one, Rejection) else one.form for one in opened] == ["page", "binary"]


def test_parquet_gives_a_document_a_row_with_numbers_and_times_as_text(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [1, 2, 3],
            "date": [datetime.datetime(2024, 5, 14, 9, 30), datetime.datetime(2024, 5, 15), None],
            "text": ["The ferry sails.", None, "The train waits."],
            "unread": [[1], [2], [3]],
        }
    )
    parquet.write_table(table, tmp_path / "t.parquet")
    first, second, third = read(tmp_path / "t.parquet")
    assert isinstance(first, SourceDocument)
    assert (shown(first), first.given.published) == (("1", "The ferry sails."), "2024-05-14T09:30:00")
    assert shown(second) == ("t.parquet:2", "empty")
    assert shown(third) == ("3", "The train waits.")


def test_parquet_is_read_from_standard_input_where_that_is_a_file(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": ["Words."]}), tmp_path / "t.parquet")
    with (tmp_path / "t.parquet").open("rb") as stdin:
        opened = list(open_documents(["-"], DocumentSettings(columns=Columns()), stdin=stdin))
    assert [shown(one) for one in opened] == [("stdin:1", "Words.")]


@pytest.mark.parametrize("keep", [4, 60, 200])
def test_broken_parquet_is_rejected_by_name(tmp_path: Path, keep: int) -> None:
    parquet.write_table(pa.table({"text": ["Words."]}), tmp_path / "t.parquet")
    whole = (tmp_path / "t.parquet").read_bytes()
    (tmp_path / "t.parquet").write_bytes(whole[:keep])
    (outcome,) = read(tmp_path / "t.parquet")
    assert shown(outcome) == ("t.parquet", "unreadable")


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_bytes_break_the_reading(lines: list[bytes]) -> None:
    stdin = io.BytesIO(b"\n".join([b"no,body", *lines]))
    settings = DocumentSettings(columns=Columns(text="body"), max_bytes=500)
    for outcome in open_documents(["-"], settings, stdin=stdin):
        assert outcome.doc_id
