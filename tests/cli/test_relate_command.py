"""`dragoman relate`: an answer for each question, in order; bad lines are named."""

import json

import pytest

PRAISE = {"id": "p", "text": "Norway praised Chile.", "actor": [[0, 6]], "recipient": [[15, 20]]}
UNNAMED = {"id": 7, "text": "Somebody did something.", "actor": [], "recipient": []}


def stdin_of(*questions):
    return "".join(f"{question if isinstance(question, str) else json.dumps(question)}\n" for question in questions)


def test_every_question_gets_an_answer_in_order(dragoman):
    ran = dragoman("relate", "-", "-o", "-", stdin=stdin_of(PRAISE, UNNAMED))
    assert ran.status == 0
    assert [answer["id"] for answer in ran.json_lines] == ["p", 7]
    for answer in ran.json_lines:
        assert list(answer) == ["id", "event", "confidence", "scores", "rule"]
        assert len(answer["event"]) == 1
    assert ran.json_lines[0]["event"] == ["SUPPORT"]


def test_answers_go_to_the_named_file(dragoman, tmp_path):
    questions = tmp_path / "in.jsonl"
    questions.write_text(stdin_of(PRAISE), encoding="utf-8")
    ran = dragoman("relate", questions, "-o", tmp_path / "out.jsonl")
    assert (ran.status, ran.out) == (0, "")
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["id"] == "p"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{broken", "is no JSON", id="no JSON"),
        pytest.param("[1, 2]", "is a JSON object with", id="no object"),
        pytest.param({"id": "x", "text": "Words.", "actor": []}, "lacks the field 'recipient'", id="no recipient"),
        pytest.param({**PRAISE, "actor": [[0, 99]]}, "[0, 99] in 'actor'", id="span outside the text"),
        pytest.param({**PRAISE, "actor": [[6, 0]]}, "[6, 0] in 'actor'", id="span backwards"),
        pytest.param({**PRAISE, "recipient": [["0", 6]]}, "in 'recipient'", id="offset that is no number"),
        pytest.param({**PRAISE, "recipient": "Chile"}, "'recipient' as a list", id="side that is no list"),
        pytest.param({**PRAISE, "text": 5}, "strings", id="text that is no string"),
    ],
)
def test_bad_line_is_named_and_the_rest_is_answered(dragoman, line, told):
    ran = dragoman("relate", "-", "-o", "-", stdin=stdin_of(PRAISE, line, UNNAMED))
    assert ran.status == 1
    assert ran.err.startswith("dragoman: line 2 of - ")
    assert told in ran.err
    assert [answer["id"] for answer in ran.json_lines] == ["p", 7]


def test_missing_file_is_status_1(dragoman, tmp_path):
    ran = dragoman("relate", tmp_path / "none.jsonl", "-o", "-")
    assert ran.status == 1
    assert "none.jsonl cannot be read" in ran.err


def test_output_over_the_input_is_refused(dragoman, tmp_path):
    questions = tmp_path / "in.jsonl"
    questions.write_text(stdin_of(PRAISE), encoding="utf-8")
    assert dragoman("relate", questions, "-o", questions).status == 2
    assert questions.read_text(encoding="utf-8") == stdin_of(PRAISE)
