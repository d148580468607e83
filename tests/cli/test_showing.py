"""How an event reads in one line, and how its sentence is marked."""

import dataclasses
import io
import re

import pytest
from rich.console import Console

from dragoman.cli.showing import event_line, marked_sentence, show_article, sides_of, when
from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    CodedArticle,
    Coder,
    Entity,
    Event,
    Evidence,
    Location,
    TextInfo,
)

NORWAY = Entity("state:nor", "NOR", "GOV", entity_text="Norway", identifier_text="Norway")
CHILE = Entity("state:chl", "CHL", "")
UNKNOWN = Entity(None, None, "UNK")
NATO = Entity("igo:nato", "IGO", "", entity_text="the alliance", identifier_text="NATO")
SENTENCE = "Norway praised Chile on Tuesday."


def evidence_of(field, words):
    start = 100 + SENTENCE.index(words)
    return Evidence(field, start, start + len(words))


EVENT = Event(
    id="0" * 16,
    key="1" * 16,
    doc_id="page.html",
    date="2024-05-14",
    enddate="2024-05-14",
    date_precision="day",
    date_basis="text",
    planned_date=None,
    planned_enddate=None,
    event=("SUPPORT",),
    mode=(),
    context=("diplomatic",),
    quad_code=1,
    event_scale=5.0,
    status="actual",
    reciprocal=False,
    actor=(NORWAY,),
    recipient=(CHILE,),
    object=None,
    size=None,
    event_loc=None,
    attribution=None,
    confidence=0.85,
    text=SENTENCE,
    text_info=TextInfo(1, 100, 100 + len(SENTENCE), (evidence_of("event", "praised"), evidence_of("actor", "Norway"))),
    cite_info=CiteInfo(language="en"),
    coder=Coder("dragoman", "0.1.0", "support.praise.v1"),
)


def changed(**fields):
    return dataclasses.replace(EVENT, **fields)


@pytest.mark.parametrize(
    ("event", "sides"),
    [
        pytest.param(EVENT, "NOR GOV → CHL", id="one on another"),
        pytest.param(
            changed(actor=(NORWAY, CHILE), recipient=(), reciprocal=True), "NOR GOV ⇄ CHL", id="on each other"
        ),
        pytest.param(changed(actor=(NORWAY, CHILE), recipient=(UNKNOWN,)), "NOR GOV, CHL → unknown", id="jointly"),
        pytest.param(changed(recipient=()), "NOR GOV", id="nobody receives"),
        pytest.param(changed(actor=(NATO,)), "NATO (IGO) → CHL", id="one of many with that code"),
    ],
)
def test_sides_are_told_by_their_codes(event, sides):
    assert sides_of(event) == sides


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({}, "2024-05-14", id="a day"),
        pytest.param({"date_basis": "published"}, "2024-05-14 (day of publication)", id="assumed"),
        pytest.param({"enddate": "2024-05-16", "date_precision": "range"}, "2024-05-14 to 2024-05-16", id="a range"),
        pytest.param({"date": "2024-05-01", "enddate": "2024-05-31", "date_precision": "month"}, "2024-05", id="month"),
        pytest.param({"date": "2024-01-01", "enddate": "2024-12-31", "date_precision": "year"}, "2024", id="year"),
        pytest.param({"date": None, "enddate": None}, "date not told", id="not told"),
        pytest.param(
            {"planned_date": "2024-06-01", "planned_enddate": "2024-06-01"},
            "2024-05-14, planned for 2024-06-01",
            id="planned",
        ),
    ],
)
def test_days_are_told_as_finely_as_they_are_known(fields, told):
    assert when(changed(**fields)) == told


def test_line_tells_type_mode_place_day_status_and_speaker():
    event = changed(
        event=("CONSULT",),
        mode=("phone",),
        event_loc=Location("Oslo", "NOR", "city"),
        attribution=Attribution("Ana Ruiz", None, "CHL", "GOV", "quoted"),
    )
    assert event_line(event).plain == "NOR GOV → CHL  CONSULT phone · in Oslo · 2024-05-14 · actual · says Ana Ruiz"


def test_evidence_is_marked_by_signs_where_there_are_no_styles():
    assert marked_sentence(EVENT, has_styles=False).plain == "_Norway_ *praised* Chile on Tuesday."


def test_evidence_is_marked_by_styles_where_they_are_seen():
    sentence = marked_sentence(EVENT, has_styles=True)
    assert sentence.plain == SENTENCE
    assert [(sentence.plain[span.start : span.end], span.style) for span in sentence.spans] == [
        ("Norway", "underline"),
        ("praised", "bold"),
    ]


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param((Evidence("event", 90, 107), Evidence("actor", 100, 9999)), id="outside the sentence"),
        pytest.param((Evidence("event", 110, 110),), id="empty"),
    ],
)
def test_evidence_that_is_not_in_the_sentence_is_not_marked(evidence):
    event = changed(text_info=TextInfo(1, 100, 100 + len(SENTENCE), evidence))
    assert marked_sentence(event, has_styles=False).plain == SENTENCE


def test_trigger_is_marked_where_evidence_overlaps():
    spans = (Evidence("object", 100, 120), evidence_of("event", "praised"))
    event = changed(text_info=TextInfo(1, 100, 100 + len(SENTENCE), spans))
    assert marked_sentence(event, has_styles=False).plain == "Norway *praised* Chile on Tuesday."


def test_act_told_again_is_shown_once_with_all_its_evidence():
    told_again = "On Tuesday Oslo lauded Chile."
    evidence = (Evidence("event", 211 + len("Oslo "), 211 + len("Oslo lauded")),)
    again = changed(
        key="2" * 16,
        link=EVENT.key,
        text=told_again,
        text_info=TextInfo(3, 200, 200 + len(told_again), evidence),
        attribution=Attribution("Ana Ruiz", None, "CHL", "GOV", "quoted"),
    )
    other = changed(key="3" * 16)
    written = io.StringIO()
    show_article(Console(file=written, width=100), CodedArticle(Article("page.html"), (EVENT, again, other)))
    shown = written.getvalue()
    assert "told again (paragraph 3, says Ana Ruiz): On Tuesday Oslo *lauded* Chile." in shown
    assert "3 events that tell 2 acts" in shown
    assert [line[:5] for line in shown.splitlines() if "NOR GOV → CHL" in line] == ["  1  ", "  2  "]


def test_nothing_but_styles_reaches_a_terminal():
    evil = "\x1b[2J\x9b31m\x1b]0;t\x07\u202e[red]evil[/red]"
    entity = Entity(None, None, "REB", entity_text=evil, identifier_text=evil)
    speaker = Attribution(evil, None, None, "UNK", "quoted")
    event = changed(text=evil, text_info=TextInfo(1, 0, len(evil)), actor=(entity,), attribution=speaker, object=evil)
    article = Article(evil, title=evil, deck=evil, author=evil, outlet=evil, published=evil)
    written = io.StringIO()
    show_article(Console(file=written, force_terminal=True, width=200), CodedArticle(article, (event,)))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", written.getvalue())
    assert "[red]evil[/red]" in bare
    assert not set(bare) & set("\x1b\x9b\x07\u202e")
    assert "\x1b[31m" not in written.getvalue()
