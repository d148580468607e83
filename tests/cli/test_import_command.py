"""`dragoman import` as its users meet it: others' files kept apart, bad lines named, nothing kept of nothing."""

import pytest
from export_events import EVENTS

from dragoman.exports.jsonlines import json_line
from dragoman.records import json_from_record
from dragoman.stores import open_store


@pytest.fixture
def store(tmp_path):
    return f"sqlite:///{tmp_path / 'news.db'}"


@pytest.fixture
def plover_file(tmp_path):
    path = tmp_path / "theirs.jsonl"
    dated = [event for event in EVENTS if event.date]
    path.write_text("".join(f"{json_line(json_from_record(event))}\n" for event in dated), encoding="utf-8")
    return path


def foreign_of(store, coder):
    opened = open_store(store)
    try:
        return list(opened.foreign_events(coder))
    finally:
        opened.close()


def test_events_are_kept_as_the_other_coders_once(dragoman, store, plover_file):
    first = dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    assert (first.status, first.err) == (0, "dragoman: 7 events read, 7 of them new\n")
    again = dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    assert again.err == "dragoman: 7 events read, 0 of them new\n"
    assert len(foreign_of(store, "theirs")) == 7
    assert foreign_of(store, "others") == []


@pytest.mark.parametrize("name", ["gdelt", "icews", "polecat"])
def test_each_format_is_told_by_its_first_line(dragoman, store, plover_file, tmp_path, name):
    out = tmp_path / f"out.{name}"
    dragoman("export", "--format", name, "--from", plover_file, "-o", out)
    ran = dragoman("import", out, "--coder", "theirs", "--store", store)
    assert (ran.status, ran.err) == (0, "dragoman: 7 events read, 7 of them new\n")
    assert {event.coder.name for event in foreign_of(store, "theirs")} == {"theirs"}


def test_plover_out_in_and_out_is_the_same_bytes(dragoman, store, plover_file):
    dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    once = dragoman("export", "--format", "plover", "--coder", "theirs", "--store", store, "-o", "-").out
    assert sorted(once.splitlines()) == sorted(plover_file.read_text(encoding="utf-8").splitlines())
    plover_file.write_text(once, encoding="utf-8")
    again = dragoman("import", plover_file, "--coder", "again", "--store", store)
    assert again.status == 0
    assert dragoman("export", "--format", "plover", "--coder", "again", "--store", store, "-o", "-").out == once


def test_filters_hold_for_another_coders_events(dragoman, store, plover_file):
    dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    ran = dragoman(
        "export", "--format", "plover", "--coder", "theirs", "--type", "PROTEST", "--store", store, "-o", "-"
    )
    assert [line["event"] for line in ran.json_lines] == [["PROTEST"]]


def test_bad_lines_are_named_and_the_rest_kept(dragoman, store, plover_file):
    text = plover_file.read_text(encoding="utf-8")
    plover_file.write_text(f'{text}{{"event": ["FIGHT"], "actor": []}}\nno json\n', encoding="utf-8")
    ran = dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    assert ran.status == 0
    lines = ran.err.splitlines()
    assert lines[0].startswith("dragoman: theirs.jsonl, line 8: ")
    assert lines[1].startswith("dragoman: theirs.jsonl, line 9: no JSON")
    assert lines[2] == "dragoman: 7 events read, 7 of them new; 2 bad lines"


def test_many_bad_lines_do_not_fill_the_screen(dragoman, store, plover_file):
    text = plover_file.read_text(encoding="utf-8")
    plover_file.write_text(text + "bad\n" * 150, encoding="utf-8")
    ran = dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    assert len(ran.err.splitlines()) == 102
    assert "50 further bad lines" in ran.err


def test_file_without_one_event_keeps_nothing(dragoman, store, tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    ran = dragoman("import", path, "--coder", "theirs", "--store", store)
    assert (ran.status, "no line of it is an event" in ran.err) == (1, True)
    opened = open_store(store)
    assert opened.runs() == ()
    opened.close()


def test_broken_second_file_keeps_nothing_of_the_first(dragoman, store, plover_file, tmp_path):
    ran = dragoman("import", plover_file, tmp_path / "none.jsonl", "--coder", "theirs", "--store", store)
    assert (ran.status, "none.jsonl cannot be read" in ran.err) == (1, True)
    assert foreign_of(store, "theirs") == []


def test_import_is_noted_as_a_run(dragoman, store, plover_file):
    dragoman("import", plover_file, "--coder", "theirs", "--store", store)
    opened = open_store(store)
    (run,) = opened.runs()
    opened.close()
    assert (run.kind, run.state) == ("import", "finished")
    assert {count.name: count.number for count in run.counts}["events"] == 7


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--coder", "dragoman"], "and not dragoman", id="our own name"),
        pytest.param(["--coder", " "], "printable", id="no name"),
        pytest.param(["--coder", "x", "--format", "acled"], "no import format 'acled'", id="a format that is not read"),
    ],
)
def test_bad_use_is_one_clear_line(dragoman, store, plover_file, arguments, told):
    ran = dragoman("import", plover_file, "--store", store, *arguments)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert told in ran.err
