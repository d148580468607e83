"""The JSON Schema of the event record says what the record is, and coded events keep to it."""

import dataclasses
import json
import typing

import jsonschema
import pytest

import dragoman
from dragoman.ontology import load_ontology
from dragoman.records import Attribution, Entity, Event, Evidence, Location, Size, json_from_record
from dragoman.records.event import CiteInfo, Coder, TextInfo

SCHEMA = dragoman.event_schema()
RECORDS = {
    "entity": Entity,
    "size": Size,
    "location": Location,
    "attribution": Attribution,
    "evidence": Evidence,
    "text_info": TextInfo,
    "cite_info": CiteInfo,
    "coder": Coder,
}


@pytest.fixture(scope="module")
def validator():
    return jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def coded_event():
    (event,) = dragoman.code_text("Norway praised Chile on Tuesday.", date="2024-05-16").events
    return json_from_record(event)


def test_schema_is_a_schema_of_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_its_properties_are_the_fields_of_the_record():
    assert list(SCHEMA["properties"]) == [field.name for field in dataclasses.fields(Event)]
    assert SCHEMA["required"] == list(SCHEMA["properties"])


@pytest.mark.parametrize("name", RECORDS)
def test_its_parts_have_the_fields_of_their_records(name):
    part = SCHEMA["$defs"][name]
    assert list(part["properties"]) == [field.name for field in dataclasses.fields(RECORDS[name])]
    assert part["required"] == list(part["properties"])
    assert part["additionalProperties"] is False


@pytest.mark.parametrize("record", [Event, *RECORDS.values()], ids=lambda record: record.__name__)
def test_null_is_allowed_where_the_record_allows_none(record):
    part = SCHEMA if record is Event else SCHEMA["$defs"][next(name for name in RECORDS if RECORDS[name] is record)]
    hints = typing.get_type_hints(record)
    resolved = {name: {**part["properties"][name], "$defs": SCHEMA["$defs"]} for name in part["properties"]}
    allowed = {name: jsonschema.Draft202012Validator(schema).is_valid(None) for name, schema in resolved.items()}
    assert allowed == {name: type(None) in typing.get_args(hint) for name, hint in hints.items()}


def test_its_enumerations_are_those_of_the_ontology():
    ontology = load_ontology()
    assert SCHEMA["properties"]["event"]["items"]["enum"] == list(ontology.event_types)
    assert SCHEMA["properties"]["context"]["items"]["enum"] == list(ontology.contexts)
    assert set(SCHEMA["properties"]["status"]["enum"]) == set(ontology.statuses)
    assert set(SCHEMA["$defs"]["sector"]["enum"]) == {"", *ontology.sectors}


@pytest.mark.parametrize("sample", ["page.html", "page.txt"])
def test_events_of_the_samples_keep_to_it(validator, repo_root, sample):
    coded = dragoman.read_page(repo_root / "samples" / sample)
    assert coded.events
    for event in coded.events:
        validator.validate(json.loads(json.dumps(json_from_record(event))))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"colour": "red"}, id="unknown field"),
        pytest.param({"event": ["CONSULT", "AID"]}, id="two types"),
        pytest.param({"event": ["GREET"]}, id="unknown type"),
        pytest.param({"status": "maybe"}, id="unknown status"),
        pytest.param({"date": "yesterday"}, id="date that is none"),
        pytest.param({"date_precision": "hour"}, id="unknown precision"),
        pytest.param({"date_basis": "guess"}, id="unknown basis"),
        pytest.param({"confidence": 1.2}, id="more than sure"),
        pytest.param({"quad_code": 5}, id="a fifth class"),
        pytest.param({"reciprocal": True}, id="reciprocal with a recipient"),
    ],
)
def test_what_is_no_event_does_not_keep_to_it(validator, coded_event, change):
    assert validator.is_valid(coded_event)
    assert not validator.is_valid({**coded_event, **change})


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Event)])
def test_no_field_may_be_left_out(validator, coded_event, field):
    assert not validator.is_valid({name: value for name, value in coded_event.items() if name != field})
