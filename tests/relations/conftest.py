"""Builders of what the room takes in, with everything plain that a test does not care about."""

from collections.abc import Callable

import pytest

from dragoman.ontology import Ontology, load_ontology
from dragoman.records import Dyad, DyadCount, Entity, Location, Story, StoryTelling, dyads_of

SCORES = {"CONSULT": 2.5, "SUPPORT": 5.0, "AID": 10.0, "COOPERATE": 9.5, "ACCUSE": -3.0, "THREATEN": -3.5}


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def make_cell() -> Callable[..., DyadCount]:
    """Build a cell: `dyad` as "NOR>CHL", or "CHL=NOR" for a reciprocal one."""

    def build(dyad, day, event="CONSULT", stories=1, reports=None, face=0, score=None):
        is_reciprocal = "=" in dyad
        actor, recipient = dyad.split("=" if is_reciprocal else ">")
        value = SCORES.get(event, -9.0) if score is None else score
        return DyadCount(
            dyad=Dyad(actor, recipient, is_reciprocal),
            day=day,
            event=event,
            face=face,
            stories=stories,
            reports=stories if reports is None else reports,
            score_sum=stories * value,
            square_sum=stories * value * value,
        )

    return build


@pytest.fixture(scope="session")
def make_story(ontology) -> Callable[..., Story]:
    """Build a story: `sides` as "NOR>CHL", or "CHL=NOR" for a reciprocal one, with any number of codes."""

    def side(codes):
        return tuple(code if isinstance(code, Entity) else Entity(None, code, "GOV") for code in codes)

    def build(key, sides="NOR>CHL", event="CONSULT", **given):
        is_reciprocal = "=" in sides
        parts = sides.split("=") if is_reciprocal else sides.split(">")
        actor = given.pop("actor", side(parts if is_reciprocal else parts[0].split(",")))
        recipient = given.pop("recipient", () if is_reciprocal else side(parts[1].split(",")))
        reporters = tuple(given.pop("reporters", ("Fjord Post",)))
        date = given.pop("date", "2024-05-14")
        place = given.pop("place", None)
        fields = {
            "key": key,
            "event": event,
            "mode": None,
            "context": (),
            "quad_code": ontology.quad(event),
            "score": ontology.score(event),
            "status": "actual",
            "reciprocal": is_reciprocal,
            "actor": actor,
            "recipient": recipient,
            "dyads": dyads_of(actor, recipient, is_reciprocal=is_reciprocal),
            "date": date,
            "enddate": date,
            "date_precision": "day",
            "place": Location(place, None, "city") if place else None,
            "object": None,
            "size": None,
            "face": 0,
            "first_seen": date,
            "last_seen": date,
            "reports": len(reporters),
            "reporters": reporters,
            "best": f"event of {key}",
            "line": f"The sentence of {key}.",
            "differences": (),
            "tellings": (StoryTelling(f"event of {key}", f"article of {key}", reporters[0], "founding"),),
        }
        return Story(**{**fields, **given})

    return build
