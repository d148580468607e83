"""What readers of other coders' files have in common: one line in, one event of another coder out.

In come a line's cells, already parted and named; out goes an `Event` whose coder is the other one.  What such files do
not tell is left as nothing: no evidence, no sentence, confidence 0.
"""

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.exports.codes import Codes
from dragoman.knowledge.cameo import CameoCodes
from dragoman.records import CiteInfo, Coder, Entity, Event, Location, TextInfo, digest

Cells = Mapping[str, str]
UNKNOWN_SIDE = Entity(None, None, "UNK")
SHORTEST_CODE = 3  # digits: two are a root, or what is left of 010 where a program took it for a number


class BadLine(InputError):
    """A line that cannot be read as an event; the message says why, and is shown with file and number."""


class NotAnEvent(BadLine):
    """A line that is whole, but tells what is no event in PLOVER: a mere statement."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What turning a line into an event takes: the other coder's name, and the code lists."""

    coder: str
    codes: Codes
    actors: CameoCodes


def foreign_event(
    reader: Reader, told: "Happening", *, sides: Sequence[Entity | None], cite: CiteInfo, sequence: int = 1
) -> Event:
    """Return an event of another coder; `sides` are its actor and its recipient, None for one that is not told."""
    ontology = reader.codes.ontology
    actor, recipient = sides
    mode = told.mode if told.mode in ontology.modes(told.event) else None
    key = digest("foreign", reader.coder, told.number, *(_side_text(side) for side in sides))
    return Event(
        id=key,
        key=key,
        doc_id=told.number,
        date=told.day,
        enddate=told.day,
        date_precision="day",
        date_basis=None,
        planned_date=None,
        planned_enddate=None,
        event=(told.event,),
        mode=(mode,) if mode else (),
        context=tuple(context for context in told.context if context in ontology.contexts),
        quad_code=ontology.quad(told.event),
        event_scale=ontology.score(told.event, mode),
        status="actual",
        reciprocal=False,
        actor=(actor or UNKNOWN_SIDE,),
        recipient=(recipient,) if recipient else (),
        object=None,
        size=None,
        event_loc=told.place,
        attribution=None,
        confidence=0.0,
        text="",
        text_info=TextInfo(sequence, 0, 0),
        cite_info=cite,
        coder=Coder(reader.coder, told.version, told.rule),
    )


@dataclass(frozen=True, slots=True)
class Happening:
    """What one line says happened: its number in the file's own count, day, PLOVER type and the rest."""

    number: str
    day: str
    event: str
    mode: str | None
    context: tuple[str, ...]
    place: Location | None
    rule: str
    version: str = ""


def happening_of_cameo(reader: Reader, code: str, *, number: str, day: str, place: Location | None) -> Happening:
    """Return what a CAMEO code says happened; BadLine where there is no such code."""
    cameo = reader.codes.cameo.get(code)
    if cameo is None or len(code) < SHORTEST_CODE:
        raise BadLine(f"{code!r:.40} is no CAMEO code; codes are text of three or four digits, 010 and not 10")
    if cameo.event is None:
        raise NotAnEvent(f"CAMEO {cameo.code} ({cameo.name.lower()}) is no event in PLOVER")
    return Happening(number, day, cameo.event, cameo.mode, cameo.context, place, f"cameo:{cameo.code}")


def day_of(text: str) -> str:
    """Return yyyymmdd or an ISO day, with or without a time behind it, as an ISO day; BadLine for what is none."""
    told = text.strip()
    compact = f"{told[:4]}-{told[4:6]}-{told[6:8]}" if told[:8].isdecimal() and len(told) in (8, 14) else told[:10]
    try:
        return datetime.date.fromisoformat(compact).isoformat()
    except ValueError as problem:
        raise BadLine(f"{text!r:.40} is no day") from problem


def number_of(text: str, least: float, most: float) -> float | None:
    """Return a number, None for an empty cell; BadLine for what is none, or lies outside."""
    if not text.strip():
        return None
    try:
        value = float(text)
    except ValueError as problem:
        raise BadLine(f"{text!r:.40} is no number") from problem
    if not math.isfinite(value) or not least <= value <= most:
        raise BadLine(f"{text!r:.40} does not lie between {least:g} and {most:g}")
    return value


def place_of(name: str, country: str | None, resolution: str, *, latitude: str, longitude: str) -> Location | None:
    """Return a place; None where neither name nor country is told."""
    if not name and not country:
        return None
    return Location(
        name or country or "", country, resolution, number_of(latitude, -90, 90), number_of(longitude, -180, 180)
    )


def entity_of(
    code: str | None, sectors: Sequence[str], name: str, *, office: str = "", phrase: str = ""
) -> Entity | None:
    """Return a side; None where nothing is told of it."""
    if not code and not sectors and not name:
        return None
    kept = tuple(dict.fromkeys(sectors))
    return Entity(
        None,
        code or None,
        kept[0] if kept else "",
        kept[1:],
        phrase or name or None,
        name or None,
        office or None,
        None,
    )


def _side_text(side: Entity | None) -> str:
    return f"{side.code}|{side.sector}|{side.identifier_text}" if side else ""
