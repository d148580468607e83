"""`dragoman code`: files, states, workers, running again."""

import json

import pytest


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_events_and_states_are_written_in_input_order(dragoman, texts, tmp_path):
    ran = dragoman("code", texts, "-o", tmp_path / "out.jsonl")
    assert (ran.status, ran.out) == (0, "")
    events = lines_of(tmp_path / "out.jsonl")
    assert [event["doc_id"] for event in events][:2] == ["praise", "attack"]
    states = lines_of(tmp_path / "out.articles.jsonl")
    assert [(line["doc_id"], line["state"]) for line in states] == [
        ("praise", "coded"),
        ("quiet", "coded with no events"),
        ("russian", "rejected"),
        ("attack", "coded"),
    ]
    assert states[2]["reason"] == "language not coded"
    assert sum(line["events"] for line in states) == len(events)


def test_summary_counts_states_and_reasons(dragoman, texts, tmp_path):
    summary = dragoman("code", texts, "-o", tmp_path / "out.jsonl").err
    assert len(summary.splitlines()) == 1
    assert "\x1b" not in summary
    assert summary.startswith("dragoman: 4 inputs: 2 coded (")
    assert "1 coded with no events, 1 rejected (language not coded 1)" in summary


def test_running_again_gives_the_same_files_and_leaves_no_others(dragoman, texts, tmp_path):
    out = tmp_path / "made" / "out.jsonl"
    out.parent.mkdir()
    dragoman("code", texts, "-o", out)
    first = {path.name: path.read_bytes() for path in out.parent.iterdir()}
    dragoman("code", texts, "-o", out)
    assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == first
    assert set(first) == {"out.jsonl", "out.articles.jsonl"}


def test_two_workers_give_what_one_gives(dragoman, texts, tmp_path):
    many = tmp_path / "many.jsonl"
    lines = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    many.write_text(
        "".join(json.dumps({**line, "id": f"{turn}-{line['id']}"}) + "\n" for turn in range(5) for line in lines),
        encoding="utf-8",
    )
    dragoman("code", many, "-o", tmp_path / "one.jsonl")
    ran = dragoman("code", many, "-o", tmp_path / "two.jsonl", "--workers", "2")
    assert ran.status == 0
    for ending in ("jsonl", "articles.jsonl"):
        assert (tmp_path / f"two.{ending}").read_bytes() == (tmp_path / f"one.{ending}").read_bytes()
    assert len(lines_of(tmp_path / "two.articles.jsonl")) == 20


def test_dash_writes_events_to_standard_output_and_no_states(dragoman, texts, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = dragoman("code", texts, "-o", "-")
    assert {event["doc_id"] for event in ran.json_lines} == {"praise", "attack"}
    assert [path.name for path in tmp_path.iterdir()] == ["texts.jsonl"]


def test_dash_writes_states_where_a_file_is_named(dragoman, texts, tmp_path):
    dragoman("code", texts, "-o", "-", "--articles", tmp_path / "states.jsonl")
    assert len(lines_of(tmp_path / "states.jsonl")) == 4


def test_folder_gives_ids_relative_to_it(dragoman, repo_root, tmp_path):
    dragoman("code", repo_root / "samples", "-o", tmp_path / "out.jsonl")
    ids = {line["doc_id"] for line in lines_of(tmp_path / "out.articles.jsonl")}
    assert {"page.html", "page.txt"} <= ids


def test_empty_file_gives_empty_files(dragoman, tmp_path):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    ran = dragoman("code", tmp_path / "empty.jsonl", "-o", tmp_path / "out.jsonl")
    assert ran.status == 0
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("output", "articles", "told"),
    [
        pytest.param("texts.jsonl", None, "what is read", id="output is the input"),
        pytest.param("out.jsonl", "texts.jsonl", "what is read", id="states over the input"),
        pytest.param("out.jsonl", "out.jsonl", "--articles", id="events and states in one file"),
        pytest.param("no/such/folder/out.jsonl", None, "no such folder", id="no folder"),
        pytest.param(".", None, "it is a folder", id="a folder"),
    ],
)
def test_unusable_outputs_are_refused_before_anything_is_read(dragoman, texts, monkeypatch, output, articles, told):
    monkeypatch.chdir(texts.parent)
    before = texts.read_bytes()
    named = ["--articles", articles] if articles else []
    ran = dragoman("code", "texts.jsonl", "-o", output, *named)
    assert ran.status == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert texts.read_bytes() == before


def test_output_inside_the_folder_that_is_read_is_refused(dragoman, texts):
    assert dragoman("code", texts.parent, "-o", texts.parent / "out.jsonl").status == 2


def test_missing_input_leaves_no_files(dragoman, tmp_path):
    ran = dragoman("code", tmp_path / "nothing.jsonl", "-o", tmp_path / "out.jsonl")
    assert ran.status == 1
    assert "nothing.jsonl" in ran.err
    assert list(tmp_path.iterdir()) == []
