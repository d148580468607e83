"""Records to JSON and back: the identity for every record, and nothing that does not fit passes."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import RECORDS, strategy_of

from dragoman.errors import DataError
from dragoman.records import (
    Article,
    Entity,
    Location,
    SourceDocument,
    Span,
    TextInfo,
    json_from_record,
    record_from_json,
)

WRITTEN = tuple(kind for kind in RECORDS if kind is not SourceDocument)  # its body is bytes: it is never written


def name_of(kind: type) -> str:
    return kind.__name__


@pytest.mark.parametrize("kind", WRITTEN, ids=name_of)
@given(data=st.data())
def test_record_comes_back_from_json_as_it_was(kind, data):
    record = data.draw(strategy_of(kind))
    assert record_from_json(kind, json.loads(json.dumps(json_from_record(record)))) == record


@pytest.mark.parametrize("kind", RECORDS, ids=name_of)
def test_record_is_frozen_and_slotted(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    assert "__dict__" not in dir(kind)


@pytest.mark.parametrize("kind", RECORDS, ids=name_of)
@settings(max_examples=settings.default.max_examples // 5)
@given(data=st.data())
def test_record_can_stand_in_a_set(kind, data):
    record = data.draw(strategy_of(kind))
    assert len({record, dataclasses.replace(record)}) == 1


def test_fields_keep_their_order():
    entity = Entity(None, "NOR", "GOV")
    assert list(json_from_record(entity)) == [field.name for field in dataclasses.fields(Entity)]


def test_missing_field_takes_its_default():
    assert record_from_json(Entity, {"entity_id": None, "code": "NOR", "sector": "GOV"}) == Entity(None, "NOR", "GOV")


def test_whole_number_will_do_for_a_fraction():
    assert record_from_json(Location, {"name": "Oslo", "country": "NOR", "resolution": "city", "latitude": 60}) == (
        Location("Oslo", "NOR", "city", latitude=60.0)
    )


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        pytest.param(Span, {"start": 0, "end": 1, "stop": 1}, "has no field 'stop'", id="unknown field"),
        pytest.param(Span, {"start": 0}, "lacks a field", id="missing field"),
        pytest.param(Span, {"start": 0, "end": "1"}, "'end' is of type int", id="text for a number"),
        pytest.param(Span, {"start": 0, "end": True}, "'end' is of type int", id="truth value for a number"),
        pytest.param(Span, {"start": 0, "end": 1.5}, "'end' is of type int", id="fraction for a whole number"),
        pytest.param(Span, {"start": 0, "end": None}, "'end' is of type int", id="null where a value has to be"),
        pytest.param(Span, [0, 1], "is a JSON object", id="list for an object"),
        pytest.param(Article, {"doc_id": "a", "title": 5}, "'title' is of type str", id="number for an optional text"),
        pytest.param(Article, {"doc_id": "a", "paragraphs": "one"}, "'paragraphs' is a list", id="text for a list"),
        pytest.param(Article, {"doc_id": "a", "related": [{"deck": "x"}]}, "lacks a field", id="broken inside a list"),
        pytest.param(
            TextInfo,
            {"sequence": 1, "start": 0, "end": 1, "evidence": [{"field": "event", "start": 0, "end": 1, "why": ""}]},
            "has no field 'why'",
            id="unknown field inside a list",
        ),
    ],
)
def test_value_that_does_not_fit_is_refused(kind, value, told):
    with pytest.raises(DataError, match=told):
        record_from_json(kind, value)
