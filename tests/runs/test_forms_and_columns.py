"""JSON lines and CSV rows that programs, terminals and spreadsheets can take."""

import csv
import dataclasses
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.records import Attribution, Event
from dragoman.runs.columns import COLUMNS, csv_header, csv_row
from dragoman.runs.forms import RISKY, json_line


@pytest.fixture(scope="module")
def event() -> Event:
    return dragoman.code_text("Peru condemned Bolivia.", date="2024-05-16").events[0]


def cells_of(event):
    (row,) = csv.DictReader(io.StringIO(f"{csv_header()}\n{csv_row(event)}\n"))
    return row


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"], ids=repr)
def test_text_that_a_spreadsheet_would_run_is_defused(event, start):
    risky = dataclasses.replace(event, object=start, doc_id=start)
    assert cells_of(risky)["object"].startswith("'")
    assert cells_of(risky)["doc_id"].startswith("'")


def test_negative_scores_stay_numbers(event):
    assert event.event_scale < 0
    assert float(cells_of(event)["event_scale"]) == event.event_scale


def test_commas_quotes_and_line_ends_stay_in_their_cell(event):
    cells = cells_of(dataclasses.replace(event, object='a, "b"\nc'))
    assert cells["object"] == 'a, "b" c'


def test_speaker_has_columns(event):
    speaker = Attribution("Ana Ruiz", "person:ana-ruiz", "PER", "GOV", "quoted")
    cells = cells_of(dataclasses.replace(event, attribution=speaker))
    assert (cells["speaker"], cells["speaker_code"], cells["manner"]) == ("Ana Ruiz", "PER", "quoted")


def test_no_two_columns_have_one_name():
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


@given(
    st.recursive(
        st.none() | st.text(st.characters()), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_line_is_one_harmless_line_that_reads_back(value):
    line = json_line(value)
    assert not RISKY.search(line)
    assert len(line.splitlines()) == 1
    assert json.loads(line) == value
    assert line.encode("utf-8")
