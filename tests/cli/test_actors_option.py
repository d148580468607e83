"""`--actors FILE`: users' own lists at the command line."""

import json
from pathlib import Path

import pytest

TEXT = "The Blork Front attacked Bolivia on Monday."


@pytest.fixture
def actors(tmp_path) -> Path:
    """A list with one actor and one bad line."""
    path = tmp_path / "actors.txt"
    path.write_text("BLORK_FRONT_ [PERREB]\nBROKEN_ [PER\n", encoding="utf-8")
    return path


def test_explain_names_the_actor_of_a_list(dragoman, actors):
    ran = dragoman("explain", TEXT, "--date", "2024-05-16", "--actors", actors)
    assert ran.status == 0
    assert "PER REB (Blork Front)" in ran.out


def test_read_names_a_bad_line_and_goes_on(dragoman, actors, tmp_path):
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"id": "1", "text": TEXT, "date": "2024-05-16"}), encoding="utf-8")
    ran = dragoman("read", page, "--actors", actors, "--format", "jsonl")
    assert ran.status == 0
    assert ran.err.splitlines() == [
        f"dragoman: {actors}, line 2: 'BROKEN_ [PER' is no entry; write PHRASE_ [CODE], and close every bracket"
    ]
    assert [event["actor"][0]["entity_id"] for event in ran.json_lines] == ["group:blork-front"]


def test_every_process_of_code_has_the_lists_and_a_bad_line_is_told_once(dragoman, actors, tmp_path):
    texts = tmp_path / "texts.jsonl"
    lines = [json.dumps({"id": str(number), "text": TEXT, "date": "2024-05-16"}) for number in range(20)]
    texts.write_text("\n".join(lines), encoding="utf-8")
    ran = dragoman("code", texts, "-o", "-", "--workers", "2", "--actors", actors)
    assert ran.status == 0
    assert {event["actor"][0]["code"] for event in ran.json_lines} == {"PER"}
    assert len(ran.json_lines) == 20
    assert ran.err.count("line 2") == 1


def test_lists_may_be_given_again_and_the_last_wins(dragoman, actors, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("name\tcode\tsector\nBlork Front\tECU\tCRM\n", encoding="utf-8")
    ran = dragoman("explain", TEXT, "--date", "2024-05-16", "--actors", actors, "--actors", other)
    assert "ECU CRM (Blork Front)" in ran.out


@pytest.mark.parametrize("command", [["read", "-"], ["code", "-", "-o", "-"], ["explain", TEXT]], ids=lambda c: c[0])
def test_a_list_that_cannot_be_read_is_bad_use(dragoman, command, tmp_path):
    ran = dragoman(*command, "--actors", tmp_path / "gone.txt")
    assert ran.status == 2
    assert (
        ran.err == f"dragoman: the list of actors {tmp_path / 'gone.txt'} cannot be read: No such file or directory\n"
    )
