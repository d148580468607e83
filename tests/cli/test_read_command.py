"""`dragoman read`: formats, rejections, what reaches the terminal."""

import csv
import io
import json

import pytest

from dragoman.runs.columns import COLUMNS

ARTICLE_FIELDS = ["title", "deck", "section", "author", "published", "language", "outlet"]
ARTICLE_FIELDS += ["paragraphs", "related", "latest"]


def test_table_shows_title_state_sides_and_marked_trigger(dragoman, texts):
    ran = dragoman("read", texts)
    assert ran.status == 0
    assert "A day in Oslo\n2024-05-16\npraise · coded · 1 event\n" in ran.out
    assert "NOR GOV → CHL  SUPPORT" in ran.out
    assert "*praised*" in ran.out
    assert "quiet · coded with no events" in ran.out


def test_table_without_a_terminal_has_no_escapes_and_no_trailing_blanks(dragoman, texts):
    ran = dragoman("read", texts)
    assert "\x1b" not in ran.out
    assert [line for line in ran.out.splitlines() if line != line.rstrip()] == []


def test_json_gives_an_object_a_line_per_input(dragoman, texts):
    first, second, third, _ = dragoman("read", texts, "--format", "json").json_lines
    assert list(first) == ["doc_id", "article", "events"]
    assert list(first["article"]) == ARTICLE_FIELDS
    assert [event["event"] for event in first["events"]] == [["SUPPORT"]]
    assert second["events"] == []
    assert third["doc_id"] == "russian"
    assert list(third["rejection"]) == ["stage", "reason", "detail"]
    assert third["rejection"]["reason"] == "language not coded"


def test_jsonl_gives_events_only(dragoman, texts):
    ran = dragoman("read", texts, "--format", "jsonl")
    assert {event["doc_id"] for event in ran.json_lines} == {"praise", "attack"}
    assert all(event["coder"]["name"] == "dragoman" for event in ran.json_lines)


def test_csv_gives_flat_columns(dragoman, texts):
    rows = list(csv.DictReader(io.StringIO(dragoman("read", texts, "--format", "csv").out)))
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert (rows[0]["doc_id"], rows[0]["event"]) == ("praise", "SUPPORT")
    assert (rows[0]["actor_code"], rows[0]["recipient_code"]) == ("NOR", "CHL")


def test_rejection_is_one_line_on_standard_error(dragoman, texts):
    lines = dragoman("read", texts).err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("dragoman: russian: rejected: articles: language not coded (")


def test_given_date_serves_inputs_that_carry_none(dragoman, texts):
    lines = dragoman("read", texts, "--format", "json", "--date", "2024-06-01").json_lines
    published = [line["article"]["published"] for line in lines if "article" in line]
    assert published == ["2024-05-16", "2024-06-01", "2024-06-01"]


def test_standard_input_is_read(dragoman):
    ran = dragoman("read", "-", "--format", "json", stdin='{"id": "in", "text": "Norway praised Chile."}\n')
    assert [line["doc_id"] for line in ran.json_lines] == ["in"]


def test_status_is_1_where_every_input_was_rejected(dragoman):
    ran = dragoman("read", "-", "--format", "json", stdin='{"id": "in", "text": "..."}\n')
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1


def test_missing_file_is_named_and_the_others_are_read(dragoman, texts, tmp_path):
    ran = dragoman("read", tmp_path / "no-such-page.html", texts, "--format", "jsonl")
    assert ran.status == 0
    assert "no-such-page.html" in ran.err
    assert ran.json_lines


def test_missing_file_alone_is_status_1(dragoman, tmp_path):
    ran = dragoman("read", tmp_path / "no-such-page.html")
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


def test_size_limit_rejects_what_is_larger(dragoman, texts):
    ran = dragoman("read", texts, "--format", "json", "--max-bytes", "60")
    assert {line["rejection"]["reason"] for line in ran.json_lines} == {"too large"}


def test_listed_headlines_stand_in_groups_of_their_own(dragoman, repo_root):
    ran = dragoman("read", repo_root / "samples" / "page.txt")
    assert "\nlatest headlines\n" in ran.out
    assert ran.out.index("Peru and Ecuador") < ran.out.index("\nlatest headlines\n")


HOSTILE = "Norway praised Chile \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202edesrever\u2069 on Tuesday."


@pytest.mark.parametrize("output_format", ["table", "json", "jsonl", "csv"])
def test_control_characters_of_articles_never_reach_the_terminal(dragoman, output_format):
    line = json.dumps({"id": "evil \x1b[2J", "text": HOSTILE, "title": "[bold red]\x1b[5mnews[/]"})
    ran = dragoman("read", "-", "--format", output_format, stdin=f"{line}\n")
    assert ran.status == 0
    assert "praised" in ran.out
    for character in "\x1b\x07\x9b\u202e\u2069":
        assert character not in ran.out + ran.err


def test_markup_of_titles_is_shown_not_obeyed(dragoman):
    line = json.dumps({"id": "m", "text": "Norway praised Chile.", "title": "[bold]Bold[/bold] words"})
    assert dragoman("read", "-", stdin=f"{line}\n").out.startswith("[bold]Bold[/bold] words\n")
