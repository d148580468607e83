"""`dragoman explain` and `dragoman doctor`."""

import json


def test_explain_shows_every_step(dragoman):
    ran = dragoman("explain", "Norway praised Chile on Tuesday.", "--date", "2024-05-16")
    assert ran.status == 0
    for heading in ("tokens", "mentions", "predications", "rules", "times", "events: 1"):
        assert heading in ran.out
    assert "2024-05-14" in ran.out
    assert "NOR GOV → CHL  SUPPORT" in ran.out


def test_explain_says_where_nothing_was_found(dragoman):
    ran = dragoman("explain", "The lake was calm.")
    assert ran.status == 0
    assert "events: none" in ran.out


def test_explain_reads_standard_input(dragoman):
    assert "SUPPORT" in dragoman("explain", "-", stdin="Norway praised Chile.").out


def test_explain_refuses_an_empty_text_in_one_line(dragoman):
    ran = dragoman("explain", " ")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1


def test_explain_writes_no_escapes(dragoman):
    assert "\x1b" not in dragoman("explain", "Norway praised \x1b[31mChile\x1b[0m.").out


def test_doctor_finds_this_installation_in_order(dragoman):
    ran = dragoman("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert "the known one" in ran.out


def test_doctor_writes_json(dragoman):
    ran = dragoman("doctor", "--format", "json")
    checks = {check["name"]: check for check in map(json.loads, ran.out.splitlines())}
    assert {"dragoman", "Python", "spacy", "parser", "data files", "store"} <= set(checks)
    assert checks["parser"]["state"] == "ok"
    assert checks["store"]["state"] == "not in this version"
    assert checks["store"]["advice"]
