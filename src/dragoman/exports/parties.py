"""An event's sides as the field's dyadic formats want them: one actor and one recipient a row.

In comes a `Told`; out go `Row`s, one for each dyad of the event.  Entities of one code and one sector on one side are
one party, so that two ministers of a state do not double its acts.  A reciprocal act gives a row for every two
parties, in order of their codes, and with `both_ways` a second one in the other direction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.exports.codes import Codes
from dragoman.exports.told import Told
from dragoman.ontology import CameoEvent
from dragoman.records import Entity, Event, Location, digest

NUMBER_DIGITS = 15  # hexadecimal digits: 60 bits, so that an id is a positive 64-bit integer everywhere
NOBODY = ("", "UNK", "")
NO_PLACE = Location(name="", country=None, resolution="")


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a dyad: entities of one code and sector, the first of which speaks for them."""

    entities: tuple[Entity, ...]

    @property
    def code(self) -> str | None:
        """The country or special code."""
        return self.entities[0].code

    @property
    def sector(self) -> str:
        """The primary sector; "" for the country as a whole or an unknown one."""
        sector = self.entities[0].sector
        return "" if sector == "UNK" else sector

    @property
    def sectors(self) -> tuple[str, ...]:
        """All sectors, the primary one first."""
        told = [sector for entity in self.entities for sector in (entity.sector, *entity.other_sectors)]
        return tuple(dict.fromkeys(sector for sector in told if sector not in ("", "UNK")))

    @property
    def names(self) -> tuple[str, ...]:
        """The names as the text gives them, each once."""
        told = [entity.identifier_text or entity.entity_text for entity in self.entities]
        return tuple(dict.fromkeys(name for name in told if name))

    @property
    def phrases(self) -> tuple[str, ...]:
        """The whole phrases of the text, each once."""
        return tuple(dict.fromkeys(entity.entity_text for entity in self.entities if entity.entity_text))

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices held, each once."""
        return tuple(dict.fromkeys(entity.office for entity in self.entities if entity.office))


@dataclass(frozen=True, slots=True)
class Row:
    """One actor and one recipient of an event; None for a side that is unknown or not there.

    `number` counts the rows of one event from 1.  `mapping` names the class mapping in use; `cameo` is the best
    CAMEO code, None where CAMEO has none.
    """

    told: Told
    actor: Party | None
    recipient: Party | None
    number: int
    codes: Codes
    mapping: str = "plover"
    cameo: CameoEvent | None = None

    @property
    def event(self) -> Event:
        """The event."""
        return self.told.event

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.event.event[0]

    @property
    def mode(self) -> str | None:
        """The first PLOVER mode."""
        return self.event.mode[0] if self.event.mode else None

    @property
    def place(self) -> Location:
        """Where it happened; a place without a name where nothing is told."""
        return self.event.event_loc or NO_PLACE

    @property
    def quad(self) -> int:
        """The class of the event by the mapping in use."""
        if self.mapping == "plover" or self.cameo is None:
            return self.event.quad_code
        return self.codes.cameo.quad(self.cameo.code, self.mapping)

    @property
    def row_id(self) -> str:
        """What tells this row from all others: the event's key, then the row's number."""
        return f"{self.event.key}-{self.number}"

    @property
    def row_number(self) -> int:
        """A number that stands for the key and the two parties, the same in every export."""
        sides = ("|".join(_identity(party)) for party in (self.actor, self.recipient))
        return int(digest("row", self.event.key, *sides)[:NUMBER_DIGITS], 16)


def rows_of(told: Told, codes: Codes, *, both_ways: bool = False, mapping: str = "plover") -> Iterator[Row]:
    """Yield an event's rows, one a dyad; an act without a recipient has a row for each actor."""
    for number, (actor, recipient) in enumerate(_dyads(told.event, codes, both_ways=both_ways), start=1):
        yield Row(told, actor, recipient, number, codes, mapping, _cameo_of(told.event, actor, codes))


def whole_row(told: Told, codes: Codes) -> Row:
    """Return the one row of a format that keeps all parties of an event together."""
    return Row(told, None, None, 1, codes)


def _cameo_of(event: Event, actor: Party | None, codes: Codes) -> CameoEvent | None:
    mode = event.mode[0] if event.mode else None
    sector = actor.sector if actor else ""
    return codes.cameo.best(event.event[0], mode, context=event.context, status=event.status, sector=sector)


def _dyads(event: Event, codes: Codes, *, both_ways: bool) -> Iterator[tuple[Party | None, Party | None]]:
    actors = _parties(event.actor, codes)
    if not event.reciprocal:
        recipients = _parties(event.recipient, codes) or [None]
        yield from ((actor, recipient) for actor in actors or [None] for recipient in recipients)
        return
    known = sorted((party for party in actors if party), key=_identity)
    if len(known) < 2:  # one state with itself, or with somebody unknown
        yield known[0] if known else None, known[0] if known and len(event.actor) > 1 and None not in actors else None
        return
    for first, second in combinations(known, 2):
        yield first, second
        if both_ways:
            yield second, first


def _parties(entities: Sequence[Entity], codes: Codes) -> list[Party | None]:
    """Return the parties of a side, those that nobody knows as one None."""
    grouped: dict[tuple[str, str, str], list[Entity]] = {}
    for entity in entities:
        grouped.setdefault(_party_key(entity, codes), []).append(entity)
    return [None if key == NOBODY else Party(tuple(members)) for key, members in grouped.items()]


def _party_key(entity: Entity, codes: Codes) -> tuple[str, str, str]:
    if codes.states.is_country(entity.code) and not _is_named_group(entity):
        return entity.code or "", entity.sector, ""
    name = entity.entity_id or entity.identifier_text or ""
    if entity.code is None and entity.sector in ("", "UNK") and not name:
        return NOBODY
    return entity.code or "", entity.sector, name


def _is_named_group(entity: Entity) -> bool:
    """Say whether it acts for itself and not for its country: two armed groups of one country are two parties."""
    return entity.sector in ("REB", "PRM", "UAF") and entity.entity_id is not None


def _identity(party: Party | None) -> tuple[str, str, str]:
    if party is None:
        return NOBODY
    first = party.entities[0]
    return party.code or "", party.sector, first.entity_id or first.identifier_text or ""
