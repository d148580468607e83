"""Entities met: persons and groups that stand on a side of an event, by their own id and each name they go by.

Comes in: the sides of events, with a count of 1 or -1.  Goes out: rows of ENTITIES and their index of words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from dragoman.records import Entity, Event
from dragoman.stores.access import Pen, chunks
from dragoman.stores.backend import ENTITY_WORDS, Row
from dragoman.stores.folding import fold_text
from dragoman.stores.packing import plain, plain_or_none
from dragoman.stores.schema import ACTOR, BOTH, ENTITIES, RECIPIENT


@dataclass(frozen=True, slots=True)
class SideRow:
    """A row of EVENT_SIDES, the article that tells it, and the day on which it was met."""

    row: Row
    article: str
    day: str | None

    @property
    def entity(self) -> tuple[str, str] | None:
        """The party's own id and name, None where it has no id."""
        entity = self.row["entity"]
        return None if entity is None else (str(entity), str(self.row["name"] or entity))


@dataclass(slots=True)
class _Met:
    """How often a name was met more, or less, and between which days."""

    code: str | None
    sector: str
    article: str
    events: int = 0
    first_day: str | None = None
    last_day: str | None = None

    def count(self, side: SideRow, by: int) -> None:
        self.events += by
        if side.day:
            self.first_day = min(self.first_day or side.day, side.day)
            self.last_day = max(self.last_day or side.day, side.day)


def sides_of(number: int, event: Event, article: str) -> list[SideRow]:
    """Return the rows of an event's sides; parties to a reciprocal act stand on both."""
    day = (event.cite_info.published or "")[:10] or event.date
    rows = side_rows(number, event.actor, event.recipient, is_reciprocal=event.reciprocal)
    names = [plain_or_none(entity.identifier_text or entity.entity_text) for entity in (*event.actor, *event.recipient)]
    return [SideRow({**row, "name": name}, article, day) for row, name in zip(rows, names, strict=True)]


def side_rows(
    owner: int, actor: Sequence[Entity], recipient: Sequence[Entity], *, is_reciprocal: bool
) -> list[dict[str, object]]:
    """Return the columns that the sides of events and of stories share."""
    doers = [(BOTH if is_reciprocal else ACTOR, entity) for entity in actor]
    others = [(RECIPIENT, entity) for entity in recipient]
    return [
        {
            "owner": owner,
            "position": position,
            "side": side,
            "code": plain_or_none(entity.code),
            "sector": plain(entity.sector),
            "entity": plain_or_none(entity.entity_id),
        }
        for position, (side, entity) in enumerate((*doers, *others))
    ]


def count_entities(pen: Pen, sides: Sequence[SideRow], *, by: int) -> None:
    """Count the entities on these sides once more, or once less."""
    met: dict[tuple[str, str], _Met] = {}
    for side in sides:
        if side.entity is not None:
            code = side.row["code"]
            told = met.setdefault(
                side.entity, _Met(None if code is None else str(code), str(side.row["sector"]), side.article)
            )
            told.count(side, by)
    if met:
        _save(pen, met)


def _save(pen: Pen, met: dict[tuple[str, str], _Met]) -> None:
    known = {}
    for chunk in chunks(dict.fromkeys(entity for entity, _ in met)):
        rows = pen.access.rows(select(ENTITIES).where(ENTITIES.c.entity.in_(chunk)))
        known.update({(row.entity, row.name): row for row in rows})
    new, changed = [], []
    for (entity, name), told in met.items():
        row = known.get((entity, name))
        values = {"code": told.code, "sector": told.sector, "article": told.article}
        if row is None:
            days = {"first_day": told.first_day, "last_day": told.last_day}
            new.append(
                {"number": pen.number(ENTITIES), "entity": entity, "name": name, "events": told.events} | values | days
            )
        else:
            first = min(filter(None, (row.first_day, told.first_day)), default=None)
            last = max(filter(None, (row.last_day, told.last_day)), default=None)
            counted = {"row": row.number, "events": row.events + told.events, "first_day": first, "last_day": last}
            changed.append(counted | values)
    pen.access.insert(ENTITIES, new)
    pen.access.change(update(ENTITIES).where(ENTITIES.c.number == bindparam("row")), changed)
    words = [(int(str(row["number"])), fold_text(str(row["name"]))) for row in new]
    pen.access.backend.index_words(pen.access.connection, ENTITY_WORDS, words)
