"""CAMEO and PLOVER in each other's codes: every code known, types kept, nothing told that did not happen."""

import pytest

from dragoman.errors import BadUse
from dragoman.ontology import load_cameo, load_ontology

CAMEO = load_cameo()
ONTOLOGY = load_ontology()
TYPE_AND_MODE = [(name, mode) for name in ONTOLOGY.event_types for mode in (None, *ONTOLOGY.modes(name))]
# CAMEO has one code for yielding in words and in deeds, which PLOVER tells apart.
OTHER_TYPE = {("RETREAT", None): "CONCEDE"}


def test_all_roots_bases_and_details_are_there():
    assert {code[:2] for code in CAMEO.codes} == {f"{root:02}" for root in range(1, 21)}
    assert len(CAMEO.codes) >= 310
    assert {code[:3] for code in CAMEO.codes if len(code) == 4} <= set(CAMEO.codes)


def test_codes_are_text_of_two_to_four_digits():
    assert all(code.isdecimal() and 2 <= len(code) <= 4 for code in CAMEO.codes)
    assert CAMEO.codes["010"].name != CAMEO.codes["10"].name
    assert CAMEO.get("1") is None


def test_codes_map_to_what_plover_has():
    for event in CAMEO.codes.values():
        assert -10 <= event.goldstein <= 10
        assert event.event is None or event.event in ONTOLOGY.event_types
        assert event.mode is None or event.mode in ONTOLOGY.modes(event.event)
        assert set(event.context) <= set(ONTOLOGY.contexts)


def test_only_statements_are_no_event():
    assert {event.root for event in CAMEO.codes.values() if event.event is None} == {"01"}


@pytest.mark.parametrize(("name", "mode"), TYPE_AND_MODE)
def test_every_type_and_mode_has_a_code_that_leads_back_to_the_type(name, mode):
    best = CAMEO.best(name, mode)
    assert len(best.code) >= 3
    assert best.event == OTHER_TYPE.get((name, mode), name)


@pytest.mark.parametrize("name", sorted(set(ONTOLOGY.event_types) - {"RETREAT"}))
def test_no_context_changes_the_type(name):
    best = {context: CAMEO.best(name, None, context=(context,)) for context in ONTOLOGY.contexts}
    assert {context for context, code in best.items() if code.event != name} == set()


@pytest.mark.parametrize(
    ("name", "mode", "context", "code"),
    [
        pytest.param("CONSULT", "phone", (), "041", id="telephone"),
        pytest.param("CONSULT", "visit", (), "042", id="visit"),
        pytest.param("AID", None, ("military",), "072", id="military aid"),
        pytest.param("AID", None, ("military", "economic"), "072", id="the first context decides"),
        pytest.param("AID", None, ("economic", "military"), "071", id="in either order"),
        pytest.param("AID", None, ("cyber", "asylum"), "075", id="a context without a rule is passed over"),
        pytest.param("REQUEST", "assist", ("economic",), "0231", id="asking for money"),
        pytest.param("SANCTION", None, (), "160", id="reduced relations"),
        pytest.param("THREATEN", "violence", ("cbrn",), "1385", id="threatening with the worst"),
        pytest.param("ASSAULT", "drone", (), "1952", id="drones"),
        pytest.param("RETREAT", "resign", (), "0831", id="a resignation"),
    ],
)
def test_best_code_says_as_much_as_is_told(name, mode, context, code):
    assert CAMEO.best(name, mode, context=context).code == code


@pytest.mark.parametrize(
    ("sector", "code"),
    [("MIL", "190"), ("", "190"), ("CVL", "180"), ("COP", "175")],
    ids=["army", "state", "crowd", "police"],
)
def test_plain_violence_is_told_by_who_does_it(sector, code):
    assert CAMEO.best("ASSAULT", None, sector=sector).code == code


@pytest.mark.parametrize("status", ["negation", "hypothetical"])
def test_what_did_not_happen_has_no_code(status):
    assert all(CAMEO.best(name, mode, status=status) is None for name, mode in TYPE_AND_MODE)


def test_cooperation_to_come_is_an_intent_and_conflict_to_come_nothing():
    assert CAMEO.best("CONSULT", "visit", status="future").code == "036"
    assert CAMEO.best("AID", None, context=("military",), status="future").code == "0332"
    assert CAMEO.best("ASSAULT", None, status="future") is None


def test_classes_differ_by_who_counts():
    assert [CAMEO.quad("1412", mapping) for mapping in ("gdelt", "phoenix")] == [3, 4]
    assert [CAMEO.quad("163", mapping) for mapping in ("gdelt", "phoenix")] == [4, 3]
    assert [CAMEO.quad("0231", mapping) for mapping in ("gdelt", "phoenix")] == [1, 0]
    with pytest.raises(BadUse, match="goldstein"):
        CAMEO.quad("163", "goldstein")
