"""The casebook's own reader: its form is kept, and a wrong coding never passes."""

from dataclasses import replace

import pytest
from reading import CasebookError, find_differences, read_page

from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    CodedArticle,
    Coder,
    Entity,
    Event,
    Rejection,
    TextInfo,
)

PAGE = """# CONSULT

What belongs here.

## A minister telephones another
> Norway's foreign minister spoke by telephone
> with her Chilean counterpart on Monday.
>
> They agreed on nothing.

published 2024-05-14

| event | mode | actor | recipient | reciprocal | status | date | attribution |
| --- | --- | --- | --- | --- | --- | --- | --- |
| CONSULT | phone | NOR GOV; CHL GOV | | yes | actual | 2024-05-13 | |

## A telephone is sold (known gap)
> Oslo shop sells telephone

published 2024-05-14, headline

No event.
"""

CALL = Event(
    id="1",
    key="2",
    doc_id="text",
    date="2024-05-13",
    enddate="2024-05-13",
    date_precision="day",
    date_basis="text",
    planned_date=None,
    planned_enddate=None,
    event=("CONSULT",),
    mode=("phone",),
    context=(),
    quad_code=1,
    event_scale=1.5,
    status="actual",
    reciprocal=True,
    actor=(Entity(None, "CHL", "GOV"), Entity(None, "NOR", "GOV")),
    recipient=(),
    object=None,
    size=None,
    event_loc=None,
    attribution=None,
    confidence=0.9,
    text="",
    text_info=TextInfo(1, 0, 0),
    cite_info=CiteInfo(),
    coder=Coder("dragoman", "0", "by hand"),
)


@pytest.fixture
def write_page(tmp_path):
    def write(text: str):
        path = tmp_path / "consult.md"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def coded(*events: Event) -> CodedArticle:
    return CodedArticle(Article("text"), events)


def test_page_becomes_its_cases(write_page):
    call, sale = read_page(write_page(PAGE))
    assert call.text == (
        "Norway's foreign minister spoke by telephone with her Chilean counterpart on Monday."
        "\n\nThey agreed on nothing."
    )
    assert (call.published, call.is_headline, call.is_known_gap, len(call.rows)) == ("2024-05-14", False, False, 1)
    assert (sale.name, sale.is_headline, sale.is_known_gap, sale.rows) == ("A telephone is sold", True, True, ())


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("# CONSULT", "# PHONE", id="heading of another type"),
        pytest.param("published 2024-05-14\n", "published in May\n", id="no day"),
        pytest.param("| attribution |", "| speaker |", id="unknown column"),
        pytest.param("NOR GOV; CHL GOV", "Norway; Chile", id="names for codes"),
        pytest.param("| yes |", "| both |", id="neither yes nor no"),
        pytest.param("| 2024-05-13 |", "| Monday |", id="a weekday for a date"),
        pytest.param("No event.", "Nothing.", id="neither table nor No event."),
        pytest.param("> Oslo shop sells telephone", "", id="no text"),
        pytest.param(" | actual | ", " | ", id="a cell too few"),
    ],
)
def test_page_that_breaks_the_form_is_refused(write_page, right, wrong):
    assert right in PAGE
    with pytest.raises(CasebookError, match=r"consult\.md:\d+: "):
        read_page(write_page(PAGE.replace(right, wrong)))


def test_coding_as_expected_has_no_differences(write_page):
    call, sale = read_page(write_page(PAGE))
    assert find_differences(call, coded(CALL)) == []
    assert find_differences(sale, coded()) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"event": ("AGREE",)}, id="type"),
        pytest.param({"mode": ()}, id="mode"),
        pytest.param({"status": "future"}, id="status"),
        pytest.param({"reciprocal": False}, id="reciprocal"),
        pytest.param({"date": "2024-05-12"}, id="first day"),
        pytest.param({"actor": CALL.actor[:1]}, id="an actor lost"),
        pytest.param({"actor": (*CALL.actor, Entity(None, "PER", "GOV"))}, id="an actor more"),
        pytest.param({"actor": (CALL.actor[0], Entity(None, "NOR", "MIL"))}, id="sector"),
        pytest.param({"recipient": (Entity(None, "CHL", ""),)}, id="a recipient more"),
    ],
)
def test_coding_that_differs_is_told(write_page, change):
    call = read_page(write_page(PAGE))[0]
    assert len(find_differences(call, coded(replace(CALL, **change)))) == 2


def test_event_left_over_is_told_and_so_is_an_event_missed(write_page):
    call, sale = read_page(write_page(PAGE))
    assert len(find_differences(call, coded(CALL, CALL))) == 1
    assert len(find_differences(call, coded())) == 1
    assert len(find_differences(sale, coded(CALL))) == 1


def test_rejected_text_is_never_right(write_page):
    sale = read_page(write_page(PAGE))[1]
    assert find_differences(sale, Rejection("text", "articles", "too short", "4 words")) != []


@pytest.mark.parametrize(
    ("cell", "speaker", "is_right"),
    [
        pytest.param("", None, True, id="not compared, none"),
        pytest.param("", "Ana Solberg", True, id="not compared, one"),
        pytest.param("Solberg", "Ana Solberg", True, id="part of the name"),
        pytest.param("Solberg", "Per Lind", False, id="another speaker"),
        pytest.param("Solberg", None, False, id="lost"),
        pytest.param("none", None, True, id="none wanted, none there"),
        pytest.param("none", "Ana Solberg", False, id="invented"),
    ],
)
def test_attribution_is_compared_where_the_cell_says_something(write_page, cell, speaker, is_right):
    page = PAGE.replace("| 2024-05-13 | |", f"| 2024-05-13 | {cell} |")
    said = Attribution(speaker, None, None, "GOV", "reported") if speaker else None
    assert (find_differences(read_page(write_page(page))[0], coded(replace(CALL, attribution=said))) == []) is is_right


def test_bare_code_leaves_the_sector_open_and_does_not_take_the_wrong_entity(write_page):
    page = PAGE.replace("NOR GOV; CHL GOV", "NOR; NOR GOV")
    two = (Entity(None, "NOR", "GOV"), Entity(None, "NOR", "MIL"))
    assert find_differences(read_page(write_page(page))[0], coded(replace(CALL, actor=two))) == []


@pytest.mark.parametrize(
    ("recipient", "is_right"),
    [
        pytest.param((), True, id="nobody"),
        pytest.param((Entity(None, None, "UNK"),), True, id="an unknown party"),
        pytest.param((Entity(None, "CHL", "GOV"),), False, id="a state"),
    ],
)
def test_empty_recipient_cell_is_nobody_or_an_unknown_party(write_page, recipient, is_right):
    call = read_page(write_page(PAGE))[0]
    assert (find_differences(call, coded(replace(CALL, recipient=recipient))) == []) is is_right


def test_two_days_with_dots_are_the_first_and_the_last(write_page):
    call = read_page(write_page(PAGE.replace("| 2024-05-13 |", "| 2024-05-13..2024-05-19 |")))[0]
    assert find_differences(call, coded(replace(CALL, enddate="2024-05-19"))) == []
    assert find_differences(call, coded(CALL)) != []


def test_planned_date_is_the_coming_acts(write_page):
    call = read_page(write_page(PAGE.replace("| 2024-05-13 |", "| planned 2024-06-03 |")))[0]
    assert find_differences(call, coded(replace(CALL, planned_date="2024-06-03"))) == []
    assert find_differences(call, coded(CALL)) != []
