"""Tellings and reports for the tests of stories/: what a test does not name is left open."""

import pytest

from dragoman.ontology import load_ontology
from dragoman.records import (
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Location,
    Report,
    Size,
    Telling,
    TextInfo,
    digest,
)

ONTOLOGY = load_ontology()


def party(told):
    """Read "NOR GOV", "NOR", "? CVL", "?" or "NOR GOV Anna Berg" as an entity."""
    code, sector, name = (*told.split(" ", 2), "", "")[:3]
    entity_id = f"person:{name.casefold().replace(' ', '-')}" if name else None
    is_unknown = code == "?"
    return Entity(
        entity_id, None if is_unknown else code, sector or ("UNK" if is_unknown else ""), (), name or None, name
    )


def place(told):
    """Read "Oslo, NOR", "Finnmark region, NOR" or "NOR" as a location."""
    name, _, country = told.partition(", ")
    resolution = "country" if not country else "region" if "region" in name else "city"
    return Location(name, country or name, resolution)


def build_telling(text, kind="ASSAULT", sides="? UNK -> NOR CVL", day="2024-05-14", **given):
    """Build a telling; `sides` reads "A, B -> C" or "A <-> B", `day` a day or "first/last precision"."""
    doers, _, others = sides.partition("<->" if "<->" in sides else "->")
    parties = [tuple(party(one.strip()) for one in side.split(",") if one.strip()) for side in (doers, others)]
    is_reciprocal = "<->" in sides
    days, _, precision = (day or "").partition(" ")
    first, _, last = days.partition("/")
    article, published = given.get("article", digest(text)), given.get("published", f"{first or '2024-05-20'}T10:00Z")
    outlet, speaker = given.get("outlet", "Fjord Courier"), given.get("speaker")
    size = Size(given.get("dead"), given.get("injured"), given.get("arrested"))
    event = Event(
        id="",
        key=given.get("key", digest("event", article, text, kind)),
        doc_id=article,
        date=first or None,
        enddate=(last or first) or None,
        date_precision=(precision or "day") if first else None,
        date_basis=given.get("basis", "text") if first else None,
        planned_date=None,
        planned_enddate=None,
        event=(kind,),
        mode=(),
        context=(),
        quad_code=ONTOLOGY.quad(kind),
        event_scale=ONTOLOGY.score(kind),
        status=given.get("status", "actual"),
        reciprocal=is_reciprocal,
        actor=(*parties[0], *parties[1]) if is_reciprocal else parties[0],
        recipient=() if is_reciprocal else parties[1],
        object=given.get("object"),
        size=None if size == Size() else size,
        event_loc=place(given["place"]) if "place" in given else None,
        attribution=Attribution(speaker, None, None, "UNK", "reported") if speaker else None,
        confidence=0.9,
        text=text,
        text_info=TextInfo(1, 0, len(text)),
        cite_info=CiteInfo(title=given.get("title"), published=published, section=given.get("section", "body")),
        coder=Coder("test", "1", "rule"),
        link=given.get("link"),
    )
    reporter = given.get("reporter", outlet)
    return Telling(event, Report(article, outlet, reporter, published, copy_of=given.get("copy_of")))


@pytest.fixture
def telling():
    """The builder of tellings."""
    return build_telling
