"""The reports of quality/stories as articles and events: what the test set holds, in the records of the product.

In: reports-a*.jsonl and reports-b*.jsonl, whose format quality/stories/README.md tells.  Out: `ReadReport`s in the
order of their publication, each with its article, its hand-coded events, and the happening that each of them tells.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.ontology import Ontology, load_ontology
from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Location,
    Size,
    TextInfo,
    article_key,
    event_key,
    normalise,
)

STORIES = Path(__file__).resolve().parent / "stories"
HALVES = ("a", "b")
BODIES = re.compile(
    r"\b(?:Army|Bank|Company|Front|Group|Guards?|Ministry|Movement|Party|Terminals|Union)\b|^[A-Z]{2,}$"
)
REGION = re.compile(r"\b(?:region|province|district|oblast|governorate|county|valley)\b", re.IGNORECASE)
SEA = re.compile(r"\b(?:sea|strait|gulf|shoal|bay|channel|ocean)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """One report: its id, kind and the id of the report whose text it copies, its article, and its tellings."""

    id: str
    kind: str
    copy_of: str | None
    credit: str | None
    article: Article
    events: tuple[Event, ...]
    happenings: tuple[str, ...]


def find_files(half: str) -> list[Path]:
    """Return the files of a half."""
    return sorted(STORIES.glob(f"reports-{half}*.jsonl"))


def read_reports(half: str) -> list[ReadReport]:
    """Return the reports of a half in the order in which they were published."""
    ontology = load_ontology()
    lines = [
        line for path in find_files(half) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    given = sorted(map(json.loads, lines), key=lambda report: (report["published"], report["id"]))
    return [_report_from_json(report, ontology) for report in given]


def _report_from_json(given: Mapping[str, Any], ontology: Ontology) -> ReadReport:
    article = Article(
        doc_id=given["id"],
        title=given["title"],
        published=given["published"],
        language="en",
        outlet=given["outlet"],
        paragraphs=tuple(given["text"].split("\n\n")),
    )
    tellings = given["tellings"]
    events = tuple(_event_from_json(telling, article, number, ontology) for number, telling in enumerate(tellings))
    happenings = tuple(telling["happening"] for telling in tellings)
    return ReadReport(given["id"], given["kind"], given["copy_of"], given["credit"], article, events, happenings)


def _event_from_json(given: Mapping[str, Any], article: Article, number: int, ontology: Ontology) -> Event:
    kind, sentence = given["event"], given["sentence"]
    start = max(article.text.find(sentence), 0)
    key = event_key(article_key(article), sentence, "by hand", (number, 0))
    return Event(
        id=key,
        key=key,
        doc_id=article.doc_id,
        date=given["date"],
        enddate=given["enddate"],
        date_precision=given["precision"] if given["date"] else None,
        date_basis="text" if given["date"] else None,
        planned_date=None,
        planned_enddate=None,
        event=(kind,),
        mode=(),
        context=(),
        quad_code=ontology.quad(kind),
        event_scale=ontology.score(kind),
        status=given["status"],
        reciprocal=given["reciprocal"],
        actor=tuple(map(_entity_from_json, given["actor"])),
        recipient=tuple(map(_entity_from_json, given["recipient"])),
        object=given["object"],
        size=_size_from_json(given),
        event_loc=_place_from_json(given),
        attribution=Attribution(given["speaker"], None, None, "UNK", "reported") if given["speaker"] else None,
        confidence=1.0,
        text=sentence,
        text_info=TextInfo(1, start, start + len(sentence)),
        cite_info=CiteInfo(
            title=article.title,
            publication=article.outlet,
            published=article.published,
            section="title" if sentence == article.title else "body",
        ),
        coder=Coder("hand", "1", "hand"),
    )


def _entity_from_json(given: Mapping[str, Any]) -> Entity:
    name = given["name"]
    sort = "organisation" if name and BODIES.search(name) else "person"
    slug = f"{sort}:{normalise(name).replace(' ', '-')}" if name else None
    return Entity(slug, given["code"], given["sector"], entity_text=name, identifier_text=name)


def _size_from_json(given: Mapping[str, Any]) -> Size | None:
    numbers = [given[name] for name in ("dead", "injured", "arrested")]
    return None if numbers == [None, None, None] else Size(*numbers)


def _place_from_json(given: Mapping[str, Any]) -> Location | None:
    place, country = given["place"], given["country"]
    if not place:
        return Location(country, country, "country") if country else None
    resolution = "region" if REGION.search(place) else "sea" if SEA.search(place) else "city"
    return Location(place, country, resolution)
