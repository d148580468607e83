"""The event record: one PLOVER JSON object a line, ours added beside.  Field order is the file's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A party to an event.  `code` None with sector UNK is an unknown party; sector "" the country as a whole."""

    entity_id: str | None
    code: str | None
    sector: str
    other_sectors: tuple[str, ...] = ()
    entity_text: str | None = None
    identifier_text: str | None = None
    office: str | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose claim the event is, where the outlet does not speak itself."""

    speaker: str
    entity_id: str | None
    code: str | None
    sector: str
    manner: str  # "quoted", "reported" or "headline"


@dataclass(frozen=True, slots=True)
class Location:
    """Where it happened, never finer than told: `resolution` is country, region, city or sea."""

    name: str
    country: str | None
    resolution: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of people, None where not told."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a field: its name and a span of the canonical text."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextInfo:
    """Where the sentence stands: its block's sequence, its span, and the evidence."""

    sequence: int
    start: int
    end: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CiteInfo:
    """The article the event was read in, and the part of it that the sentence stands in (`section`)."""

    url: str | None = None
    title: str | None = None
    publication: str | None = None
    language: str | None = None
    published: str | None = None
    section: str = "body"
    page_section: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True)
class Coder:
    """What coded it."""

    name: str
    version: str
    rule: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One report's account of a happening, as DESIGN's event record lays it out.

    `date` and `enddate` are ISO days, both included; both None for undated `historical`.
    """

    id: str
    key: str
    doc_id: str
    date: str | None
    enddate: str | None
    date_precision: str | None
    date_basis: str | None
    planned_date: str | None
    planned_enddate: str | None
    event: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    status: str
    reciprocal: bool
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    object: str | None
    size: Size | None
    event_loc: Location | None
    attribution: Attribution | None
    confidence: float
    text: str
    text_info: TextInfo
    cite_info: CiteInfo
    coder: Coder
    link: str | None = None
