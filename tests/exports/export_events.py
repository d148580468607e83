"""Invented events for the tests of exports: one small maker, and a handful that cover what formats stumble over."""

import dataclasses

from dragoman.records import (
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Evidence,
    Location,
    Size,
    Story,
    StoryTelling,
    TextInfo,
    digest,
)

SENTENCE = "Troops of Ruritania shelled the harbour of Borduria's second city on Monday."
NOBODY = Entity(None, None, "UNK")


def side(code=None, sector="", name=None, *others, entity_id=None, office=None):
    return Entity(entity_id, code, sector, tuple(others), name, name, office, "name")


def make_event(kind="ASSAULT", *, key="a", **fields):
    """An event of AZE's army on ISR's government, or what the fields say instead."""
    event = Event(
        id=digest("id", key),
        key=digest("key", key),
        doc_id="page-1",
        date="2024-05-13",
        enddate="2024-05-13",
        date_precision="day",
        date_basis="text",
        planned_date=None,
        planned_enddate=None,
        event=(kind,),
        mode=(),
        context=(),
        quad_code=4,
        event_scale=-9.0,
        status="actual",
        reciprocal=False,
        actor=(side("AZE", "MIL", "Azerbaijan's army"),),
        recipient=(side("ISR", "GOV", "Israel's government"),),
        object=None,
        size=None,
        event_loc=None,
        attribution=None,
        confidence=0.9,
        text=SENTENCE,
        text_info=TextInfo(1, 100, 100 + len(SENTENCE), (Evidence("event", 120, 127),)),
        cite_info=CiteInfo(
            url="https://news.example/1",
            title="A title",
            publication="The Example",
            language="en",
            published="2024-05-14T10:30+04:00",
            genre="news",
        ),
        coder=Coder("dragoman", "0.1.0", "assault.test.v1"),
    )
    return dataclasses.replace(event, **fields)


BAKU = Location("Baku", "AZE", "city", 40.4093, 49.8671)
EVENTS = (
    make_event(mode=("heavy-weapons",), event_loc=BAKU, size=Size(dead=3), key="shelling"),
    make_event(
        "CONSULT",
        key="meeting",
        mode=("phone",),
        quad_code=1,
        event_scale=1.5,
        reciprocal=True,
        actor=(side("NOR", "GOV", "Ana Berg", office="Foreign Minister"), side("CHL", "GOV", "Luis Rojas")),
        recipient=(),
    ),
    make_event(
        "AID",
        key="relief",
        quad_code=2,
        event_scale=10.0,
        context=("human_security",),
        actor=(side("UNO", "", "UNHCR", "REF", entity_id="organisation:unhcr"), side("DEU", "GOV", "Berlin")),
        recipient=(side("YEM", "REF", "refugees"), side("SDN", "", "Sudan")),
        object='"tents", blankets\tand more',
    ),
    make_event(
        "PROTEST",
        key="protest",
        mode=("demo",),
        event_scale=-5.0,
        actor=(side("PER", "CVL", "teachers"),),
        recipient=(),
        event_loc=Location("Peru", "PER", "country", -9.2, -75.0),
    ),
    make_event(
        "ACCUSE",
        key="claim",
        mode=("allege",),
        quad_code=3,
        event_scale=-3.5,
        attribution=Attribution("Eva Holm", None, "NOR", "GOV", "quoted"),
        text='=HYPERLINK("http://evil.example")',
    ),
    make_event("AID", key="denied", quad_code=2, event_scale=10.0, status="negation"),
    make_event(
        "RETREAT",
        key="undated",
        quad_code=2,
        event_scale=6.5,
        status="historical",
        date=None,
        enddate=None,
        date_precision=None,
        date_basis=None,
    ),
    make_event(
        "COERCE",
        key="year",
        mode=("arrest",),
        event_scale=-7.0,
        date="2023-01-01",
        enddate="2023-12-31",
        date_precision="year",
        actor=(NOBODY,),
    ),
)


def make_story(**fields):
    """A story of the shelling, told by three articles of two reporters."""
    event = EVENTS[0]
    story = Story(
        key=digest("story", "1"),
        event="ASSAULT",
        mode="heavy-weapons",
        context=("military",),
        quad_code=4,
        score=-9.5,
        status="actual",
        reciprocal=False,
        actor=event.actor,
        recipient=event.recipient,
        dyads=(),
        date="2024-05-13",
        enddate="2024-05-13",
        date_precision="day",
        place=BAKU,
        object=None,
        size=Size(dead=4),
        face=0,
        first_seen="2024-05-14",
        last_seen="2024-05-16",
        reports=3,
        reporters=("The Example", "The Other"),
        best=event.key,
        line=SENTENCE,
        differences=(),
        tellings=(StoryTelling(event.key, "article", "The Example", "founding"),),
    )
    return dataclasses.replace(story, **fields)
