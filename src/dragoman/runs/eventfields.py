"""An event's fields as short texts, as people compare, correct and agree on them.

Comes in: an `Event`.  Goes out: text by field; parties as `NOR GOV; SWE`, an unknown one as `?`.  The same texts are
what `dragoman correct --set` takes and what a `Change` holds.  To add a field, add it to `_TEXTS`.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from dragoman.records import Entity, Event

UNKNOWN = "?"


def text_of_field(event: Event, field: str) -> str:
    """Return one of `FIELDS` as text, "" where it is empty."""
    return _TEXTS[field](event)


def differing_fields(before: Event, after: Event) -> tuple[tuple[str, str, str], ...]:
    """Return the fields in which two versions differ, each with the old and the new text."""
    pairs = ((field, text_of_field(before, field), text_of_field(after, field)) for field in FIELDS)
    return tuple((field, old, new) for field, old, new in pairs if old != new)


def text_of_parties(parties: Sequence[Entity]) -> str:
    """Return the parties as `NOR GOV; SWE; ? REF`."""
    return "; ".join(_text_of_party(party) for party in parties)


def _text_of_party(party: Entity) -> str:
    sector = "" if party.code is None and party.sector == "UNK" else party.sector
    return " ".join(part for part in (party.code or UNKNOWN, sector) if part)


def _text_of_place(event: Event) -> str:
    place = event.event_loc
    return f"{place.name} ({place.country or 'no country'}, {place.resolution})" if place else ""


def _text_of_size(event: Event) -> str:
    if event.size is None:
        return ""
    counts = (("dead", event.size.dead), ("injured", event.size.injured), ("arrested", event.size.arrested))
    return ", ".join(f"{number} {name}" for name, number in counts if number is not None)


_TEXTS: Mapping[str, Callable[[Event], str]] = MappingProxyType(
    {
        "event": lambda event: " ".join(event.event),
        "mode": lambda event: " ".join(event.mode),
        "context": lambda event: " ".join(event.context),
        "status": lambda event: event.status,
        "actor": lambda event: text_of_parties(event.actor),
        "recipient": lambda event: text_of_parties(event.recipient),
        "reciprocal": lambda event: "yes" if event.reciprocal else "no",
        "date": lambda event: event.date or "",
        "enddate": lambda event: event.enddate or "",
        "planned_date": lambda event: event.planned_date or "",
        "planned_enddate": lambda event: event.planned_enddate or "",
        "place": _text_of_place,
        "object": lambda event: event.object or "",
        "size": _text_of_size,
        "attribution": lambda event: event.attribution.speaker if event.attribution else "",
        "link": lambda event: event.link or "",
        "confidence": lambda event: f"{event.confidence:.2f}",
        "text": lambda event: event.text,
    }
)
FIELDS = tuple(_TEXTS)
