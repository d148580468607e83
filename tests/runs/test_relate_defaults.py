"""The table that `relate` falls back on: read and checked; how types compose; what bare words tell."""

import pytest

from dragoman.errors import DataError
from dragoman.ontology import load_ontology
from dragoman.records import Predication
from dragoman.runs.composing import Telling, fold, fold_status, wrap
from dragoman.runs.defaults import AROUND, LISTS, defaults_from_table, load_defaults
from dragoman.runs.wording import find_word

TABLE = {
    "verbs": {"AID": "help hand_over", "REJECT": "snub"},
    "nouns": {"PROTEST": "strike hunger_strike", "ASSAULT": "air_strike"},
    "adjectives": {"ACCUSE": "critical"},
    "around": {key: f"word-{key}" for key in AROUND},
    "lists": {key: f"word-{key}" for key in LISTS},
    "frame": [
        {"event": "ASSAULT", "verbs": "launch", "nouns": "strike"},
        {"event": "PROTEST", "verbs": "launch call_off", "nouns": "hunger_strike march"},
    ],
}


def test_every_type_has_words():
    defaults = load_defaults()
    told = {*defaults.verbs.values(), *defaults.nouns.values()}
    assert told == set(load_ontology().event_types)


def test_every_frame_has_a_type_of_the_ontology():
    frames = [frame for here in load_defaults().frames.values() for frame in here]
    assert {frame.event for frame in frames} <= set(load_ontology().event_types)
    assert all(frame.verbs and frame.nouns for frame in frames)


def test_an_underscore_joins_the_words_of_an_entry():
    assert defaults_from_table(TABLE, "t.toml").verbs["hand over"] == "AID"


@pytest.mark.parametrize(
    ("verbs", "nouns", "event"),
    [
        pytest.param(["launch"], ["air strike", "strike"], "ASSAULT", id="the bare noun"),
        pytest.param(["launch"], ["hunger strike", "strike"], "PROTEST", id="the fullest name of the noun wins"),
        pytest.param(["call off", "call"], ["march"], "PROTEST", id="the verb with its particle"),
        pytest.param(["call"], ["march"], None, id="the verb without it"),
        pytest.param(["launch"], ["boat"], None, id="another noun"),
    ],
)
def test_frame_wants_its_verb_and_its_noun(verbs, nouns, event):
    assert defaults_from_table(TABLE, "t.toml").framed(verbs, nouns) == event


@pytest.mark.parametrize(
    ("table", "told"),
    [
        pytest.param({**TABLE, "verbs": {"AID": "help", "REJECT": "help"}}, "'help' stands under AID", id="two types"),
        pytest.param({**TABLE, "nouns": {"AID": "tent tent"}}, "'tent' stands under AID", id="twice in one"),
        pytest.param({key: part for key, part in TABLE.items() if key != "nouns"}, "[nouns] is missing", id="no part"),
        pytest.param({**TABLE, "lists": {}}, "is missing or too much", id="no lists"),
        pytest.param(
            {**TABLE, "around": {**TABLE["around"], "odd": "x"}}, "'odd' is missing or too much", id="odd class"
        ),
    ],
)
def test_a_table_that_is_off_is_named_with_what_is_off(table, told):
    with pytest.raises(DataError) as caught:
        defaults_from_table(table, "t.toml")
    assert "t.toml" in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "inner", "event"),
    [
        pytest.param("intending", "AID", "AGREE", id="to plan help"),
        pytest.param("intending", "RETREAT", "CONCEDE", id="to plan a withdrawal"),
        pytest.param("intending", "SANCTION", "THREATEN", id="to plan sanctions"),
        pytest.param("willing", "MOBILIZE", "AGREE", id="to offer troops"),
        pytest.param("refusing", "CONSULT", "REJECT", id="to refuse talks"),
        pytest.param("demanding", "RETREAT", "REQUEST", id="to demand a release"),
        pytest.param("threatening", "COERCE", "THREATEN", id="to threaten arrests"),
        pytest.param("failing", "CONSULT", "REJECT", id="to fail to meet"),
        pytest.param("failing", "ASSAULT", None, id="to fail to hit"),
        pytest.param("ending", "ASSAULT", "RETREAT", id="to stop shelling"),
        pytest.param("ending", "AID", "SANCTION", id="to stop help"),
        pytest.param("going_on", "PROTEST", "PROTEST", id="to keep striking"),
        pytest.param("saying", "ASSAULT", "ACCUSE", id="to say that they attacked"),
        pytest.param("saying", "SUPPORT", "SUPPORT", id="to say that they helped"),
    ],
)
def test_a_word_around_an_act_makes_its_type(kind, inner, event):
    told = wrap(kind, inner)
    assert (told and told.event) == event


@pytest.mark.parametrize(
    ("event", "how", "folded"),
    [
        pytest.param("AID", {"modal": "will"}, "AGREE", id="help to come"),
        pytest.param("AID", {"is_negated": True}, "REJECT", id="no help"),
        pytest.param("RETREAT", {"modal": "will"}, "CONCEDE", id="withdrawal to come"),
        pytest.param("ASSAULT", {"modal": "could"}, "THREATEN", id="possible attack"),
        pytest.param("ASSAULT", {"modal": "may", "tense": "past"}, "ASSAULT", id="attack that may have been"),
        pytest.param("ASSAULT", {"modal": "will", "is_negated": True}, "AGREE", id="attack that will not be"),
        pytest.param("ASSAULT", {"is_negated": True}, "REJECT", id="attack denied"),
        pytest.param("REQUEST", {"modal": "will"}, "REQUEST", id="request to come"),
        pytest.param("REJECT", {"modal": "will", "is_negated": True}, "AGREE", id="refusal that will not be"),
    ],
)
def test_modality_and_negation_fold_the_type(event, how, folded):
    assert fold(Telling(event, "verb"), Predication(0, "do", "verb", **how)).event == folded


@pytest.mark.parametrize(
    ("event", "status", "folded"),
    [
        pytest.param("RETREAT", "negation", "REJECT", id="no release"),
        pytest.param("ASSAULT", "negation", "ASSAULT", id="no attack"),
        pytest.param("SANCTION", "future", "THREATEN", id="sanctions to come"),
        pytest.param("CONSULT", "actual", "CONSULT", id="a meeting held"),
        pytest.param("CONSULT", "historical", "CONSULT", id="a meeting of old"),
    ],
)
def test_status_of_a_draft_folds_its_type(event, status, folded):
    assert fold_status(event, status) == folded


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("GHANA LAUDS TOGO", "SUPPORT", id="capitals and an ending"),
        pytest.param("Denied, denied, denied", "REJECT", id="y becomes i"),
        pytest.param("calls for tents", "REQUEST", id="two words together"),
        pytest.param("of blockades and kites", "COERCE", id="a noun"),
        pytest.param("summit, then barrage", "CONSULT", id="the first of two nouns"),
    ],
)
def test_bare_words_tell(text, first):
    assert next(find_word(text, load_defaults())) == first


@pytest.mark.parametrize("text", ["", "12 %", "the of and", "kites"])
def test_other_words_tell_nothing(text):
    assert list(find_word(text, load_defaults())) == []
