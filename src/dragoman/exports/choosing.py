"""Which events are exported, where no store does the choosing: a filter held against one event.

In come an `EventFilter` and an event; out goes whether it is asked for.  A store asks the same of its own tables.
"""

from collections.abc import Sequence

from dragoman.errors import BadUse
from dragoman.ontology import Ontology
from dragoman.records import Dyad, Entity, Event, EventFilter

SECTIONS = ("title", "deck", "body", "related", "latest")
GENRES = ("news", "analysis", "opinion", "interview", "press release")
CLASSES = (1, 2, 3, 4)


def check_filter(wanted: EventFilter, ontology: Ontology) -> None:
    """Refuse values that no event can have; BadUse names them and says which there are."""
    _check("event type", wanted.types, tuple(ontology.event_types))
    _check("class", wanted.classes, CLASSES)
    _check("status", wanted.statuses, tuple(ontology.statuses))
    _check("section", wanted.sections, SECTIONS)
    _check("genre", wanted.genres, GENRES)
    _check("sector", wanted.sectors, (*ontology.sectors, ""))
    for code in (*wanted.actor, *wanted.recipient):
        if not ontology.is_code(code):
            folded = ontology.fold(code)
            hint = f"its events carry {folded}" if folded != code else "codes are ISO 3166 alpha-3, as AZE"
            raise BadUse(f"no events carry the code {code!r}; {hint}")


def is_wanted(event: Event, wanted: EventFilter) -> bool:
    """Say whether an event passes the filter."""
    cited = event.cite_info
    return (
        _passes(event.event[0], wanted.types)
        and _passes(event.quad_code, wanted.classes)
        and _passes(event.status, wanted.statuses)
        and _passes(cited.section, wanted.sections)
        and _passes(cited.genre, wanted.genres)
        and _passes(cited.publication, wanted.outlets)
        and (wanted.claims is None or wanted.claims is (event.attribution is not None))
        and (wanted.min_confidence is None or event.confidence >= wanted.min_confidence)
        and _happens_within(event, wanted)
        and _is_seen_within(cited.published, wanted)
        and _has_sides(event, wanted)
    )


def is_dyad_wanted(dyad: Dyad, wanted: EventFilter) -> bool:
    """Say whether a dyad is between the parties asked for; a reciprocal one stands for both ways."""
    ways = [(dyad.actor, dyad.recipient)]
    if dyad.is_reciprocal or wanted.either_way:
        ways.append((dyad.recipient, dyad.actor))
    return any(_passes(actor, wanted.actor) and _passes(recipient, wanted.recipient) for actor, recipient in ways)


def _check(name: str, given: Sequence[object], known: Sequence[object]) -> None:
    strange = [value for value in given if value not in known]
    if strange:
        listed = ", ".join(str(value) for value in known if value != "")
        raise BadUse(f"there is no {name} {strange[0]!r}; there are {listed}")


def _passes(value: object, asked: Sequence[object]) -> bool:
    return not asked or value in asked


def _happens_within(event: Event, wanted: EventFilter) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    if event.date is None:
        return False
    last = event.enddate or event.date
    return (wanted.since is None or last >= wanted.since) and (wanted.until is None or event.date <= wanted.until)


def _is_seen_within(published: str | None, wanted: EventFilter) -> bool:
    if wanted.seen_since is None and wanted.seen_until is None:
        return True
    day = (published or "")[:10]
    return bool(day) and (wanted.seen_since or day) <= day <= (wanted.seen_until or day)


def _has_sides(event: Event, wanted: EventFilter) -> bool:
    entities = (*event.actor, *event.recipient)
    if wanted.sectors and not _are_of_sectors(entities, wanted.sectors):
        return False
    if wanted.entities and not any(entity.entity_id in wanted.entities for entity in entities):
        return False
    if wanted.countries and not (event.event_loc and event.event_loc.country in wanted.countries):
        return False
    if not wanted.actor and not wanted.recipient:
        return True
    ways = [(wanted.actor, wanted.recipient)]
    if wanted.either_way:
        ways.append((wanted.recipient, wanted.actor))
    return any(_goes(event, doers, others) for doers, others in ways)


def _goes(event: Event, doers: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether one of `doers` acts on one of `others`; no codes on a side ask nothing of it."""
    concerned = event.actor if event.reciprocal else event.recipient
    acting = [entity for entity in event.actor if _passes(entity.code, doers)]
    if not others:
        return bool(acting)
    meant = [entity for entity in concerned if entity.code in others]
    return any(doer is not other for doer in acting for other in meant) if doers else bool(meant)


def _are_of_sectors(entities: Sequence[Entity], sectors: Sequence[str]) -> bool:
    return all(entity.sector in sectors for entity in entities if entity.code is not None)
