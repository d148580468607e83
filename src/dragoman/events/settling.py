"""Drafts in, Events out: the record filled field by field, keys and versions given.

The event's date picks which reading of each party held on that day; readings of no fixed date stand for
all days.
"""

import dataclasses
from collections import Counter

from dragoman.events.attributing import attribute
from dragoman.events.contexts import find_contexts
from dragoman.events.dating import Timing, date_draft, is_old
from dragoman.events.drafts import Draft
from dragoman.events.linking import link_tellings, telling_of
from dragoman.events.measures import Measured, measure
from dragoman.events.scene import Scene
from dragoman.ontology import Ontology
from dragoman.records import (
    Article,
    Candidate,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Evidence,
    Location,
    Mention,
    PlaceMention,
    Sentence,
    Span,
    TextInfo,
    article_key,
    event_key,
    event_version,
    normalise,
    sighting_key,
)

# How often an event of a tier is right (type and sides), with all sides known and with one left open: shares measured
# on our own gold by quality/measure_confidence.py, to be run again before touching them.  Adjectives code nothing
# there and have the share of all tiers.
CONFIDENCE = {
    False: {"wrapper": 0.80, "frame": 0.95, "verb": 0.91, "noun": 0.87, "adjective": 0.89, "claim": 0.81},
    True: {"wrapper": 0.52, "frame": 0.70, "verb": 0.31, "noun": 0.50, "adjective": 0.50, "claim": 0.54},
}
NEAR_STEPS = 3  # "in" + place, and one word between: "attacked a camp in Idlib"
ARMED_TYPES = frozenset({"ASSAULT", "MOBILIZE"})
UNKNOWN = Entity(None, None, "UNK")


@dataclasses.dataclass(frozen=True, slots=True)
class Settling:
    """What settling needs beside the drafts: the article, the ontology, and who codes."""

    article: Article
    ontology: Ontology
    coder_name: str
    coder_version: str


def settle_events(settling: Settling, drafted: list[tuple[Scene, Draft]]) -> tuple[Event, ...]:
    """Return the events of an article, in the order of their words, with keys that coding again repeats."""
    repeats = _repeats([scene.sentence for scene, _ in drafted])
    ordinals: Counter[tuple[int, str]] = Counter()
    tellings = []
    for scene, draft in drafted:
        trigger = " ".join(scene.token(index).text for index in draft.trigger)
        number = scene.sentence.number
        place = (ordinals[number, normalise(trigger)], repeats[number])
        ordinals[number, normalise(trigger)] += 1
        told_in = _telling_key(settling.article, scene.sentence)
        event = _event(settling, scene, draft, key=event_key(told_in, scene.sentence.text, trigger, place))
        tellings.append(telling_of(scene, draft, event))
    return tuple(dataclasses.replace(event, id=event_version(event)) for event in link_tellings(tellings))


def _telling_key(article: Article, sentence: Sentence) -> str:
    """Return the key of what tells the sentence: the article, or the headline that its page lists beside it."""
    if sentence.section not in ("related", "latest"):
        return article_key(article)
    item = getattr(article, sentence.section)[sentence.sequence - 1]
    return sighting_key(article.outlet, item.title, item.published)


def _repeats(sentences: list[Sentence]) -> dict[int, int]:
    """Return for each sentence number how many earlier sentences of the list have the same words."""
    seen: Counter[str] = Counter()
    repeats: dict[int, int] = {}
    for sentence in sentences:
        if sentence.number not in repeats:
            repeats[sentence.number] = seen[normalise(sentence.text)]
            seen[normalise(sentence.text)] += 1
    return repeats


def _event(settling: Settling, scene: Scene, draft: Draft, *, key: str) -> Event:
    timing = date_draft(scene, draft)
    status = draft.status
    if status == "actual" and is_old(timing, scene.sentence.published):
        status = "historical"
    attribution, speaker = attribute(scene, draft)
    actors, recipients = _sides(scene, draft, timing)
    measured = measure(scene, draft)
    return Event(
        id="",
        key=key,
        doc_id=settling.article.doc_id,
        date=timing.first_day,
        enddate=timing.last_day,
        date_precision=timing.precision,
        date_basis=timing.basis,
        planned_date=timing.planned_first,
        planned_enddate=timing.planned_last,
        event=(draft.event,),
        mode=(draft.mode,) if draft.mode else (),
        context=find_contexts(scene, draft, (*actors, *recipients)),
        quad_code=settling.ontology.quad(draft.event),
        event_scale=settling.ontology.score(draft.event, draft.mode),
        status=status,
        reciprocal=draft.is_mutual,
        actor=actors,
        recipient=recipients,
        object=measured.thing.quote(scene.marks.text) if measured.thing else None,
        size=measured.size,
        event_loc=_location(scene, draft),
        attribution=attribution,
        confidence=CONFIDENCE[is_open(actors, recipients)][draft.row.kind],
        text=scene.sentence.text,
        text_info=_text_info(scene, draft, measured, timing=timing, speaker=speaker if attribution else None),
        cite_info=_cite(settling.article, scene.sentence),
        coder=Coder(settling.coder_name, settling.coder_version, draft.row.rule),
    )


def _sides(scene: Scene, draft: Draft, timing: Timing) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    actors = tuple(_acting(_entity(scene, mention, timing.first_day), mention, draft) for mention in draft.actors)
    recipients = tuple(_entity(scene, mention, timing.first_day) for mention in draft.recipients)
    if draft.is_mutual:
        others = tuple(
            _acting(entity, mention, draft) for entity, mention in zip(recipients, draft.recipients, strict=True)
        )
        return tuple(dict.fromkeys((*actors, *others))), ()
    return actors or (UNKNOWN,), recipients or (UNKNOWN,)


def is_open(actors: tuple[Entity, ...], recipients: tuple[Entity, ...]) -> bool:
    """Say whether a side that the act has is told without anybody's code."""
    return any(side and all(entity.code is None for entity in side) for side in (actors, recipients))


def _acting(entity: Entity, mention: Mention, draft: Draft) -> Entity:
    """A state named as the doer acts through its government, or its armed forces where the act is theirs."""
    if mention.kind != "state" or entity.sector or entity.code is None:
        return entity
    is_armed = draft.event in ARMED_TYPES or "drill" in draft.row.rule
    return dataclasses.replace(entity, sector="MIL" if is_armed else "GOV")


def _entity(scene: Scene, mention: Mention, day: str | None) -> Entity:
    words = mention.span.quote(scene.marks.text)
    name = mention.identifier.quote(scene.marks.text)
    reading = _reading_on(mention.candidates, day)
    if reading is None:
        return Entity(None, None, "UNK", entity_text=words, identifier_text=name)
    return Entity(
        entity_id=reading.entity_id,
        code=reading.code,
        sector=reading.sector,
        other_sectors=reading.other_sectors,
        entity_text=words,
        identifier_text=name,
        office=reading.office,
        resolved_by=reading.resolved_by,
    )


def _reading_on(candidates: tuple[Candidate, ...], day: str | None) -> Candidate | None:
    """Return the first reading that held on a day; without a day the first."""
    for candidate in candidates:
        begins, ends = candidate.since or "", candidate.until or "9999"
        if day is None or begins <= day <= ends:
            return candidate
    return None


def _location(scene: Scene, draft: Draft) -> Location | None:
    """Return the place told with the event's words, or the only one in its sentence; datelines do not count."""
    if draft.status == "future" or not scene.sentence.tokens:
        return None
    first = scene.sentence.tokens[0].start
    here = [p for p in scene.marks.places if scene.sentence.span.covers(p.span) and p.span.start >= first]
    near = [place for place in here if _hangs_near(scene, place, draft)]
    for places in (near, here):
        if len({place.name for place in places}) == 1:
            place = places[0]
            return Location(place.name, place.country, place.resolution, place.latitude, place.longitude)
    return None


def _hangs_near(scene: Scene, place: PlaceMention, draft: Draft) -> bool:
    """Say whether a place hangs from the event's words, or from what they govern directly."""
    token = next((t for t in scene.sentence.tokens if place.span.start <= t.start < place.span.end), None)
    for _ in range(NEAR_STEPS):
        if token is None or token.head == token.index:
            return False
        token = scene.token(token.head)
        if token.index in draft.trigger:
            return True
    return False


def _text_info(scene: Scene, draft: Draft, measured: Measured, *, timing: Timing, speaker: Span | None) -> TextInfo:
    sentence = scene.sentence
    evidence = _evidence(scene, draft, timing=timing, speaker=speaker)
    evidence += tuple(Evidence("size", span.start, span.end) for span in measured.counted)
    if measured.thing is not None:
        evidence += (Evidence("object", measured.thing.start, measured.thing.end),)
    return TextInfo(sentence.sequence, sentence.start, sentence.end, evidence)


def _evidence(scene: Scene, draft: Draft, *, timing: Timing, speaker: Span | None) -> tuple[Evidence, ...]:
    found = [Evidence("event", span.start, span.end) for span in _runs(scene, draft.trigger)]
    for field, mentions in (("actor", draft.actors), ("recipient", draft.recipients)):
        found += [Evidence(field, mention.span.start, mention.span.end) for mention in mentions]
    if timing.phrase is not None:
        found.append(Evidence("date", timing.phrase.span.start, timing.phrase.span.end))
    if speaker is not None:
        found.append(Evidence("attribution", speaker.start, speaker.end))
    return tuple(found)


def _runs(scene: Scene, indices: tuple[int, ...]) -> list[Span]:
    """Return the spans of a set of tokens, neighbours joined."""
    spans: list[Span] = []
    for position, index in enumerate(indices):
        token = scene.token(index)
        if position and indices[position - 1] == index - 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
    return spans


def _cite(article: Article, sentence: Sentence) -> CiteInfo:
    return CiteInfo(
        url=article.address,
        title=article.title,
        publication=article.outlet,
        language=article.language,
        published=sentence.published,
        section=sentence.section,
        page_section=article.section,
        genre=article.genre,
    )
