"""What a person may set on an event, and how two people's answers compare."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadUse
from dragoman.records import (
    CiteInfo,
    Coder,
    Correction,
    Entity,
    Event,
    TextInfo,
)
from dragoman.runs.correcting import changes_from_texts, numbers_taken_back
from dragoman.runs.eventfields import FIELDS, differing_fields, text_of_field
from dragoman.runs.reviewing import agreement_on

NORWAY, CHILE = Entity("state:NOR", "NOR", "GOV"), Entity("state:CHL", "CHL", "")
EVENT = Event(
    id="v1", key="k1", doc_id="a", date="2024-05-14", enddate="2024-05-14", date_precision="day", date_basis="text",
    planned_date=None, planned_enddate=None, event=("AID",), mode=("food",), context=("economic",), quad_code=2,
    event_scale=5.0, status="actual", reciprocal=False, actor=(NORWAY,), recipient=(CHILE,), object=None, size=None,
    event_loc=None, attribution=None, confidence=0.8, text="Norway sent food to Chile.", text_info=TextInfo(1, 0, 26),
    cite_info=CiteInfo(), coder=Coder("dragoman", "1", "aid.send.v1"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["type=CONSULT"], [("event", "CONSULT")], id="a type"),
        pytest.param([" actor = NOR GOV ;  SWE"], [("actor", "NOR GOV ; SWE")], id="white space"),
        pytest.param(["recipient="], [("recipient", "")], id="nothing"),
        pytest.param(["object=a=b", "dead=3"], [("object", "a=b"), ("dead", "3")], id="two, one with the sign in it"),
    ],
)
def test_what_is_set_is_field_and_value(texts, expected):
    assert [(change.field, change.value) for change in changes_from_texts(texts)] == expected


@pytest.mark.parametrize("text", ["type", "colour=red", "confidence=1", "=AID", ""])
def test_what_is_no_field_and_value_is_refused(text):
    with pytest.raises(BadUse, match="not FIELD=VALUE with a field of type, mode"):
        changes_from_texts([text])


def test_a_field_is_set_once():
    with pytest.raises(BadUse, match="set twice"):
        changes_from_texts(["type=AID", "event=CONSULT"])


def test_an_undoing_can_be_taken_back():
    log = [
        Correction(1, "k", "retract", "ada", "w", "t"),
        Correction(2, "k", "undo", "ada", "w", "t", undoes=1),
        Correction(3, "k", "undo", "ada", "w", "t", undoes=2),
    ]
    assert numbers_taken_back(log[:2]) == {1: 2}
    assert numbers_taken_back(log) == {2: 3}


def test_differing_fields_give_old_and_new_text():
    after = dataclasses.replace(
        EVENT, event=("CONSULT",), mode=(), actor=(NORWAY, CHILE), recipient=(), reciprocal=True
    )
    assert differing_fields(EVENT, after) == (
        ("event", "AID", "CONSULT"),
        ("mode", "food", ""),
        ("actor", "NOR GOV", "NOR GOV; CHL"),
        ("recipient", "CHL", ""),
        ("reciprocal", "no", "yes"),
    )


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_an_event_without_more_has_a_text(field):
    assert isinstance(text_of_field(EVENT, field), str)


@pytest.mark.parametrize(
    ("answers", "share", "kappa"),
    [
        pytest.param([("a", "a"), ("b", "b")], 1.0, 1.0, id="always the same"),
        pytest.param([("a", "b"), ("b", "a")], 0.0, -1.0, id="never"),
        pytest.param([("a", "a")], 1.0, None, id="one answer throughout"),
        # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: the textbook's 0.4
        pytest.param(
            [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.7, 0.4, id="kappa"
        ),
    ],
)
def test_agreement_is_share_and_kappa(answers, share, kappa):
    found = agreement_on("verdict", answers)
    assert found.share == pytest.approx(share)
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=12))
def test_kappa_is_the_same_from_either_side_and_at_most_one(answers):
    found = agreement_on("x", answers)
    turned = agreement_on("x", [(other, one) for one, other in answers])
    assert (found.share, found.kappa) == (turned.share, turned.kappa)
    assert found.kappa is None or -1 - 1e-9 <= found.kappa <= 1 + 1e-9
