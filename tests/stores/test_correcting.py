"""What a correction may say, and what it makes of an event."""

import dataclasses

import pytest

from dragoman.errors import BadUse
from dragoman.ontology import load_ontology
from dragoman.records import Change, CiteInfo, Coder, Entity, Event, Location, Size, TextInfo, event_version
from dragoman.stores.correcting import FIELDS, apply_changes

PLOVER = load_ontology()
OLA = Entity("person:ola", "NOR", "GOV", entity_text="Minister Ola", identifier_text="Ola", resolved_by="office")
CHILE = Entity(None, "CHL", "", entity_text="Chile")
BARE = Event(
    id="",
    key="key",
    doc_id="page.html",
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
    reciprocal=False,
    actor=(OLA,),
    recipient=(CHILE,),
    object=None,
    size=None,
    event_loc=None,
    attribution=None,
    confidence=0.9,
    text="Minister Ola rang Chile.",
    text_info=TextInfo(1, 0, 24),
    cite_info=CiteInfo(),
    coder=Coder("dragoman", "1", "rule"),
)
EVENT = dataclasses.replace(BARE, id=event_version(BARE))


def corrected(told=EVENT, /, **changes):
    made = tuple(Change(field, value) for field, value in changes.items())
    return apply_changes(told, made, PLOVER, is_strict=True)


def sides(entities):
    return [(side.code, side.sector) for side in entities]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"event": "AID"}, {"event": ("AID",), "mode": (), "quad_code": 2, "event_scale": 10.0}),
        ({"type": "CONSULT"}, {}),
        ({"mode": "visit"}, {"mode": ("visit",), "event_scale": 4.0}),
        ({"mode": ""}, {"mode": (), "event_scale": 2.5}),
        (
            {"mode": "demo", "type": "PROTEST"},
            {"event": ("PROTEST",), "mode": ("demo",), "quad_code": 4, "event_scale": -5.0},
        ),
        ({"context": "military; economic"}, {"context": ("military", "economic")}),
        ({"context": "none"}, {"context": ()}),
        ({"status": "future"}, {"status": "future"}),
        ({"date": "2024-02"}, {"date": "2024-02-01", "enddate": "2024-02-29", "date_precision": "month"}),
        ({"date": "2023"}, {"date": "2023-01-01", "enddate": "2023-12-31", "date_precision": "year"}),
        (
            {"date": "2024-05-01/2024-05-03"},
            {"date": "2024-05-01", "enddate": "2024-05-03", "date_precision": "range"},
        ),
        ({"date": ""}, {"date": None, "enddate": None, "date_precision": None, "date_basis": None}),
        ({"enddate": "2024-05-15"}, {"enddate": "2024-05-15", "date_precision": "range"}),
        (
            {"enddate": "2024-06-03", "date": "2024-06-01"},
            {"date": "2024-06-01", "enddate": "2024-06-03", "date_precision": "range"},
        ),
        ({"date_precision": "week"}, {"date_precision": "week"}),
        ({"object": "grain"}, {"object": "grain"}),
        ({"place": "NOR"}, {"event_loc": Location("Norway", "NOR", "country")}),
        ({"place": "Bergen; NOR; city"}, {"event_loc": Location("Bergen", "NOR", "city")}),
        ({"place": "North Sea;; sea"}, {"event_loc": Location("North Sea", None, "sea")}),
        ({"dead": "3"}, {"size": Size(dead=3)}),
        ({"attribution": "none"}, {}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_correction_changes_what_it_says_and_what_follows(changes, expected):
    made = corrected(**changes)
    wanted = dataclasses.replace(EVENT, **expected)
    assert made == (wanted if not expected else dataclasses.replace(wanted, id=event_version(wanted)))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("SWE MIL", [("SWE", "MIL")]),
        ("NOR GOV; SWE", [("NOR", "GOV"), ("SWE", "")]),
        ("? REB", [(None, "REB")]),
        ("?", [(None, "UNK")]),
        ("UNK", [(None, "UNK")]),
        ("UNO", [("UNO", "")]),
    ],
)
def test_sides_are_written_as_codes_and_sectors(value, expected):
    assert sides(corrected(actor=value).actor) == expected


def test_a_party_that_is_named_already_keeps_its_name():
    (kept, new) = corrected(actor="NOR MIL; CHL").actor
    assert kept == dataclasses.replace(OLA, sector="MIL", resolved_by="correction")
    assert new == CHILE


def test_a_party_can_be_given_a_name():
    (side,) = corrected(recipient='SWE GOV "Kari"').recipient
    assert (side.code, side.identifier_text) == ("SWE", "Kari")


def test_an_act_may_have_no_recipient():
    assert corrected(recipient="none").recipient == corrected(recipient="").recipient == ()


def test_parties_of_a_reciprocal_act_are_all_actors():
    made = corrected(reciprocal="yes")
    assert (made.actor, made.recipient) == ((OLA, CHILE), ())
    back = corrected(made, reciprocal="no", actor="CHL", recipient="NOR GOV")
    assert (back.actor, back.recipient) == ((CHILE,), (OLA,))


def test_a_speaker_can_be_given():
    said = corrected(attribution="Kari; SWE GOV").attribution
    assert (said.speaker, said.code, said.sector, said.manner) == ("Kari", "SWE", "GOV", "reported")


def test_numbers_can_be_taken_away():
    made = corrected(dataclasses.replace(EVENT, size=Size(dead=3)), dead="none")
    assert made.size is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"event": "PICNIC"}, "no event type 'PICNIC'"),
        ({"mode": "demo"}, "CONSULT has no mode 'demo'"),
        ({"context": "weather"}, "no context 'weather'"),
        ({"status": "maybe"}, "no status 'maybe'"),
        ({"date": "13.5.2024"}, "no date '13.5.2024'"),
        ({"date": "2024-02-30"}, "no date '2024-02-30'"),
        ({"date": "20240513"}, "no date '20240513'"),
        ({"date": "2024-13"}, "no date '2024-13'"),
        ({"date": "2024-05-03/2024-05-01"}, "lies before the first"),
        ({"enddate": "2024-05-12"}, "lies before the first"),
        ({"date_precision": "hour"}, "no date_precision 'hour'"),
        ({"actor": ""}, "an event has an actor"),
        ({"actor": "Norway"}, "no side 'Norway'"),
        ({"actor": "XXX"}, "no code 'XXX'"),
        ({"actor": "PRI GOV"}, "events carry USA for it"),
        ({"recipient": "NOR XYZ"}, "no sector 'XYZ'"),
        ({"reciprocal": "perhaps"}, "reciprocal is yes or no"),
        ({"place": "Bergen"}, "no place 'Bergen'"),
        ({"place": "Bergen; XYZ; city"}, "no place"),
        ({"dead": "many"}, "dead is a number of people"),
        ({"attribution": "; NOR"}, "no speaker"),
        ({"mood": "calm"}, "no field 'mood'"),
    ],
    ids=lambda value: " ".join(f"{name}={said}" for name, said in value.items()) if isinstance(value, dict) else "",
)
def test_what_cannot_be_set_is_bad_use(changes, says):
    with pytest.raises(BadUse, match=says):
        corrected(**changes)


def test_an_act_that_is_no_longer_reciprocal_needs_its_sides():
    both = corrected(reciprocal="yes")
    with pytest.raises(BadUse, match="set actor and recipient too"):
        corrected(both, reciprocal="no")


def test_what_no_longer_fits_is_left_out_where_nobody_can_be_asked():
    changes = (Change("mode", "visit"), Change("status", "future"), Change("actor", "XXX"))
    aid = corrected(event="AID")
    made = apply_changes(aid, changes, PLOVER, is_strict=False)
    assert (made.mode, made.status, made.actor, made.event_scale) == ((), "future", (OLA,), 10.0)


def test_fields_that_documents_name_can_be_corrected():
    assert {"event", "mode", "context", "status", "actor", "recipient", "reciprocal", "date", "enddate"} <= set(FIELDS)
