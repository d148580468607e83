"""One actor and one recipient a row: who stands together, who apart, and in which letters."""

import pytest
from export_events import EVENTS, NOBODY, make_event, side

from dragoman.exports.cameo_actors import cameo_actor
from dragoman.exports.codes import load_codes
from dragoman.exports.parties import Party, rows_of
from dragoman.exports.told import told_from_event
from dragoman.records import dyads_of

CODES = load_codes()
NATO = side("IGO", "", "NATO", entity_id="organisation:nato")
COURT = side("IGO", "JUD", "the court", entity_id="organisation:icc")


def dyads(event, **options):
    rows = rows_of(told_from_event(event), CODES, **options)
    return [
        tuple(f"{party.code} {party.sector}".strip() if party else None for party in (row.actor, row.recipient))
        for row in rows
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [("AZE MIL", "ISR GOV")], id="one on one"),
        pytest.param({"recipient": ()}, [("AZE MIL", None)], id="an act without a recipient"),
        pytest.param({"recipient": (NOBODY,)}, [("AZE MIL", None)], id="an unknown recipient"),
        pytest.param({"actor": (NOBODY, NOBODY)}, [(None, "ISR GOV")], id="two unknown actors are one"),
        pytest.param(
            {"actor": (side("AZE", "GOV", "the minister"), side("AZE", "GOV", "his deputy"))},
            [("AZE GOV", "ISR GOV")],
            id="two ministers of one state are one party",
        ),
        pytest.param(
            {"actor": (side("AZE", "GOV"), side("AZE", "MIL")), "recipient": (side("ISR"), side("IRN"))},
            [("AZE GOV", "ISR"), ("AZE GOV", "IRN"), ("AZE MIL", "ISR"), ("AZE MIL", "IRN")],
            id="several on several",
        ),
        pytest.param(
            {"actor": (NATO, COURT)}, [("IGO", "ISR GOV"), ("IGO JUD", "ISR GOV")], id="two organisations of one code"
        ),
        pytest.param(
            {
                "actor": (
                    side("PSE", "REB", "Hamas", entity_id="group:hamas"),
                    side("PSE", "REB", "PIJ", entity_id="group:pij"),
                ),
                "recipient": (),
            },
            [("PSE REB", None), ("PSE REB", None)],
            id="two armed groups of one country",
        ),
        pytest.param(
            {"actor": (side("NOR"), side("CHL"), side("PER")), "recipient": (), "reciprocal": True},
            [("CHL", "NOR"), ("CHL", "PER"), ("NOR", "PER")],
            id="three who act on each other",
        ),
        pytest.param(
            {"actor": (side("NOR", "GOV"), side("NOR", "REB", "rebels")), "recipient": (), "reciprocal": True},
            [("NOR GOV", "NOR REB")],
            id="two parties at home",
        ),
        pytest.param(
            {"actor": (side("NOR", "GOV"), NOBODY), "recipient": (), "reciprocal": True},
            [("NOR GOV", None)],
            id="one with somebody unknown",
        ),
    ],
)
def test_each_dyad_has_one_row(fields, expected):
    assert dyads(make_event(**fields)) == expected


def test_both_ways_writes_a_reciprocal_act_twice_and_a_directed_one_once():
    mutual = make_event(actor=(side("NOR"), side("CHL")), recipient=(), reciprocal=True)
    assert dyads(mutual, both_ways=True) == [("CHL", "NOR"), ("NOR", "CHL")]
    assert len(dyads(make_event(), both_ways=True)) == 1


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.event[0])
def test_rows_hold_all_dyads_that_the_record_derives(event):
    told = {
        (row.actor and row.actor.code, row.recipient and row.recipient.code)
        for row in rows_of(told_from_event(event), CODES)
    }
    derived = dyads_of(event.actor, event.recipient, is_reciprocal=event.reciprocal)
    assert {(dyad.actor, dyad.recipient) for dyad in derived} <= told


def test_numbers_of_rows_are_unique_stable_and_fit_64_bits():
    rows = [row for event in EVENTS for row in rows_of(told_from_event(event), CODES, both_ways=True)]
    numbers = [row.row_number for row in rows]
    assert len(set(numbers)) == len({row.row_id for row in rows}) == len(rows)
    assert all(0 <= number < 2**63 for number in numbers)
    assert numbers == [
        row.row_number for event in EVENTS for row in rows_of(told_from_event(event), CODES, both_ways=True)
    ]


@pytest.mark.parametrize(
    ("entity", "code", "country", "group"),
    [
        pytest.param(side("AZE", "MIL"), "AZEMIL", "AZE", "", id="an army"),
        pytest.param(side("ISR", "GOV", "x", "LEG"), "ISRGOVLEG", "ISR", "", id="two sectors"),
        pytest.param(side("ROU"), "ROM", "ROM", "", id="a country whose letters are CAMEO's own"),
        pytest.param(side("PER", "JRN"), "PERMED", "PER", "", id="PLOVER's media are CAMEO's MED"),
        pytest.param(side("PER", "MED"), "PERHLH", "PER", "", id="PLOVER's health workers are HLH"),
        pytest.param(side("PER", "SOC"), "PERNGO", "PER", "", id="civil society"),
        pytest.param(side(None, "CVL", "fishermen"), "CVL", "", "", id="people of no country"),
        pytest.param(side("UNO"), "IGOUNO", "", "UNO", id="the United Nations"),
        pytest.param(
            side("UNO", "", "UNHCR", "REF", entity_id="organisation:unhcr"),
            "IGOUNOREFHCR",
            "",
            "HCR",
            id="an agency of theirs",
        ),
        pytest.param(side("EUR"), "IGOEEC", "", "EEC", id="the European Union"),
        pytest.param(NATO, "IGONAT", "", "NAT", id="an alliance"),
        pytest.param(side("IMG", "REB", "a group"), "IMG", "", "", id="its kind says that it is armed"),
        pytest.param(
            side("PSE", "REB", "Hamas", entity_id="group:hamas"), "PSEREBHMS", "PSE", "HMS", id="an armed group"
        ),
    ],
)
def test_actor_is_written_in_cameos_letters(entity, code, country, group):
    actor = cameo_actor(Party((entity,)), CODES)
    assert (actor.code, actor.country, actor.group) == (code, country, group)
