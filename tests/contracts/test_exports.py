"""What every export does: pandas and DuckDB open it, ids are unique, nothing in it runs in a spreadsheet."""

import dataclasses
import io
import sys
import tracemalloc
from xml.etree import ElementTree

import duckdb
import pandas
import pyarrow.parquet
import pytest
from export_events import EVENTS, make_event, side

from dragoman.errors import MissingPart
from dragoman.exports.codes import load_codes
from dragoman.exports.formats import FORMATS
from dragoman.exports.options import ExportOptions
from dragoman.exports.parquet import GROUP_ROWS
from dragoman.exports.told import told_from_event
from dragoman.exports.writing import write_binary_export, write_text_export

CODES = load_codes()
TABLES = [name for name, known in FORMATS.items() if known.columns]
TEXT_TABLES = [name for name in TABLES if FORMATS[name].is_text]
IDS = {
    "gdelt": "GLOBALEVENTID",
    "icews": "Event ID",
    "polecat": "Event ID",
    "acled": "event_id_cnty",
    "phoenix": "EventID",
    "csv": "key",
    "parquet": "key",
}
CODE_COLUMNS = {"gdelt": "EventCode", "icews": "CAMEO Code", "phoenix": "EventCode"}
HOSTILE = (
    '=cmd|" /C calc"!A1',
    "+1",
    "-1",
    "@x",
    "\t=1",
    "a\nb\r\nc",
    'quo"ted, and\ttabbed',
    "\u202egnp.exe",
    "\x00\x1b[2J",
    "\ud800",
)


def told(events):
    return [told_from_event(event) for event in events]


def text_of(name, events, **options):
    file = io.StringIO()
    written = write_text_export(told(events), FORMATS[name], ExportOptions(**options), codes=CODES, file=file)
    return file.getvalue(), written


def write_file(folder, name, events, **options):
    """Write an export as its users get it, and say how many rows it should have."""
    path = folder / f"out.{name}"
    if FORMATS[name].is_text:
        text, written = text_of(name, events, **options)
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        with path.open("wb") as file:
            written = write_binary_export(told(events), FORMATS[name], ExportOptions(**options), codes=CODES, file=file)
    return path, written.rows


def columns_of(name):
    return [column.name for column in FORMATS[name].columns]


def read_with_pandas(path, name):
    if name == "parquet":
        return pandas.read_parquet(path)
    separator = "," if FORMATS[name].layout == "csv" else "\t"
    names = {"header": None, "names": columns_of(name)} if FORMATS[name].layout == "bare tab" else {}
    return pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False, **names)


def read_with_duckdb(path, name):
    if name == "parquet":
        return duckdb.read_parquet(str(path))
    separator = "," if FORMATS[name].layout == "csv" else "\t"
    return duckdb.read_csv(str(path), sep=separator, header=FORMATS[name].layout != "bare tab", all_varchar=True)


def hostile_events():
    return [
        make_event(
            key=str(number),
            actor=(side("AZE", "MIL", text, office=text),),
            doc_id=text,
            object=text,
            text=text,
            cite_info=dataclasses.replace(EVENTS[0].cite_info, publication=text, title=text, url=text),
        )
        for number, text in enumerate(HOSTILE)
    ]


@pytest.mark.parametrize("name", TABLES)
def test_pandas_opens_it_with_the_right_columns_and_rows(name, tmp_path):
    path, rows = write_file(tmp_path, name, EVENTS)
    frame = read_with_pandas(path, name)
    assert list(frame.columns) == columns_of(name)
    assert len(frame) == rows > 0


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_opens_it_with_the_right_columns_and_rows(name, tmp_path):
    path, rows = write_file(tmp_path, name, EVENTS)
    relation = read_with_duckdb(path, name)
    if FORMATS[name].layout != "bare tab":
        assert relation.columns == columns_of(name)
    assert len(relation.columns) == len(columns_of(name))
    assert len(relation.fetchall()) == rows


@pytest.mark.parametrize("name", TABLES)
def test_hostile_text_breaks_no_row_and_no_reader(name, tmp_path):
    path, rows = write_file(tmp_path, name, hostile_events())
    frame = read_with_pandas(path, name)
    assert len(frame) == rows == len(HOSTILE)
    assert len(read_with_duckdb(path, name).fetchall()) == rows


@pytest.mark.parametrize("name", TEXT_TABLES)
def test_no_cell_of_text_is_a_formula(name, tmp_path):
    path, _ = write_file(tmp_path, name, hostile_events())
    frame = read_with_pandas(path, name)
    of_text = [column.name for column in FORMATS[name].columns if column.kind in ("text", "list")]
    cells = [cell for column in of_text for cell in frame[column] if cell]
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@")) or not cell.isprintable()] == []


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].is_text])
def test_text_formats_can_be_written_as_utf_8(name):
    text, _ = text_of(name, hostile_events())
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_ids_are_unique(name, tmp_path):
    path, rows = write_file(tmp_path, name, EVENTS, both_ways=True)
    assert read_with_pandas(path, name)[IDS[name]].nunique() == rows


@pytest.mark.parametrize("name", FORMATS)
def test_same_events_give_the_same_bytes(name, tmp_path):
    first, _ = write_file(tmp_path, name, EVENTS)
    content = first.read_bytes()
    again, _ = write_file(tmp_path, name, EVENTS)
    assert again.read_bytes() == content


@pytest.mark.parametrize("name", TABLES)
def test_no_events_give_a_file_without_rows(name, tmp_path):
    path, rows = write_file(tmp_path, name, [])
    assert rows == 0
    if FORMATS[name].layout != "bare tab":
        assert list(read_with_pandas(path, name).columns) == columns_of(name)


@pytest.mark.parametrize("name", CODE_COLUMNS)
def test_cameo_codes_stay_text(name, tmp_path):
    path, _ = write_file(tmp_path, name, EVENTS)
    assert "073" in set(read_with_pandas(path, name)[CODE_COLUMNS[name]])


@pytest.mark.parametrize("name", TABLES)
def test_kinds_of_columns_are_what_the_cells_are(name, tmp_path):
    path, _ = write_file(tmp_path, name, EVENTS)
    frame = read_with_pandas(path, name)
    for column in FORMATS[name].columns:
        cells = [cell for cell in frame[column.name] if isinstance(cell, str) and cell]
        if column.kind == "whole":
            assert all(cell.isdecimal() for cell in cells), column.name
        elif column.kind == "number":
            assert all(-1000 < float(cell) < 3000 for cell in cells), column.name
        elif column.kind == "day" and name != "parquet":
            assert all(pandas.Timestamp(cell) for cell in cells), column.name


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_graphs_are_xml(name):
    text, _ = text_of(name, hostile_events())
    assert len(ElementTree.fromstring(text)) > 0  # noqa: S314 - our own file


def test_parquet_keeps_lists_days_and_numbers(tmp_path):
    path, _ = write_file(tmp_path, "parquet", EVENTS)
    row = pyarrow.parquet.read_table(path).to_pylist()[2]
    assert row["actor_code"] == ["UNO", "DEU"]
    assert row["date"].isoformat() == "2024-05-13"
    assert (row["quad_code"], row["reciprocal"], row["dead"]) == (2, False, None)


def test_parquet_is_written_in_groups_of_rows(tmp_path):
    number = GROUP_ROWS + 1
    path = tmp_path / "many.parquet"
    with path.open("wb") as file:
        many = (told_from_event(dataclasses.replace(EVENTS[0], key=str(key))) for key in range(number))
        write_binary_export(many, FORMATS["parquet"], ExportOptions(), codes=CODES, file=file)
    metadata = pyarrow.parquet.ParquetFile(path).metadata
    assert (metadata.num_rows, metadata.num_row_groups) == (number, 2)


class Nowhere(io.TextIOBase):
    """A text file that keeps nothing."""

    def write(self, text):
        return len(text)


@pytest.mark.parametrize("name", ["plover", "gdelt", "graphml"])
def test_memory_does_not_grow_with_the_events(name):
    number = 4_000
    many = (told_from_event(dataclasses.replace(EVENTS[0], key=f"{key:016x}")) for key in range(number))
    write_text_export(told(EVENTS), FORMATS[name], ExportOptions(), codes=CODES, file=Nowhere())
    tracemalloc.start()
    written = write_text_export(many, FORMATS[name], ExportOptions(), codes=CODES, file=Nowhere())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert written.rows == number
    assert peak < 250 * number  # bytes; one event's record alone is ten times that


def test_parquet_without_pyarrow_names_the_line_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPart, match=r"pip install 'dragoman\[parquet\]'"):
        write_file(tmp_path, "parquet", EVENTS)
