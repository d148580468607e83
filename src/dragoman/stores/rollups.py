"""The roll-ups: sums of stories by dyad and day, by outlet and day, kept up with every story.

Comes in: what stories put in or take out, as `Share`s.  Goes out: changed cells, and the counts that relations read.
Taking out exactly what was put in leaves no rest: scores of the PLOVER scale are halves, which add up without error.
To count in another way, add a table to schema.py, its cells to `_cells_of`, and a way to read them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Select, Table, and_, delete, or_, select, tuple_

from dragoman.ontology import Ontology
from dragoman.records import FACES, Dyad, DyadCount, OutletCount, Story
from dragoman.stores.access import Access, chunks
from dragoman.stores.packing import plain
from dragoman.stores.schema import (
    BACK,
    DYAD_DAYS,
    DYAD_MONTHS,
    DYAD_OUTLET_DAYS,
    DYADS,
    FORTH,
    MUTUAL,
    OUTLET_DAYS,
)

PRECISE = frozenset({"day", "week", "month", "range"})
_PAIRS_AT_ONCE = 100

Cell = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class DyadShare:
    """What a story puts into the cell of one dyad."""

    low: str
    high: str
    way: int
    day: str
    event: str
    face: int
    reports: int
    score: float


@dataclass(frozen=True, slots=True)
class OutletShare:
    """What a story puts into the cell of one outlet and day; it is counted on the outlet's first day of it alone."""

    outlet: str
    day: str
    stories: int
    reports: int


@dataclass(frozen=True, slots=True)
class Share:
    """All that one story puts into the roll-ups."""

    dyads: tuple[DyadShare, ...] = ()
    outlets: tuple[OutletShare, ...] = ()


def day_of_story(story: Story) -> str | None:
    """Return the day on which a story counts: its own, told to the month at least, else that of its first report."""
    if story.date is not None and story.date_precision in PRECISE:
        return story.date[:10]
    return story.first_seen[:10] if story.first_seen else None


def dyad_shares(story: Story) -> tuple[DyadShare, ...]:
    """Return what a story puts into the cells of its dyads; nothing where it has no day."""
    day = day_of_story(story)
    if day is None:
        return ()
    shares = {}
    for dyad in story.dyads:
        low, high = sorted((plain(dyad.actor), plain(dyad.recipient)))
        way = MUTUAL if dyad.is_reciprocal else FORTH if plain(dyad.actor) == low else BACK
        shares[low, high, way] = DyadShare(
            low, high, way, plain(day), plain(story.event), story.face, story.reports, story.score
        )
    return tuple(shares.values())


def outlet_shares(reports: Iterable[tuple[str | None, str, str]]) -> tuple[OutletShare, ...]:
    """Return what a story puts into the cells of its outlets, from (outlet, day, article) of its tellings."""
    told: dict[str, dict[str, set[str]]] = {}
    for outlet, day, article in reports:
        if outlet and day:
            told.setdefault(outlet, {}).setdefault(day, set()).add(article)
    return tuple(
        OutletShare(outlet, day, 1 if day == min(days) else 0, len(articles))
        for outlet, days in told.items()
        for day, articles in days.items()
    )


def add_shares(access: Access, shares: Iterable[Share], taken: Iterable[Share] = ()) -> None:
    """Put the shares of stories into the roll-ups, and take those of `taken` out."""
    sums: dict[str, dict[Cell, list[float]]] = {}
    pairs: set[tuple[str, str]] = set()
    for sign, group in ((1, shares), (-1, taken)):
        for share in group:
            if sign > 0:
                pairs.update((dyad.low, dyad.high) for dyad in share.dyads)
            for table, cell, values in _cells_of(share):
                held = sums.setdefault(table, {}).setdefault(cell, [0] * len(values))
                for place, value in enumerate(values):
                    held[place] += sign * value
    for table, cells in sums.items():
        _add_to_cells(access, _TABLES[table], cells)
    if pairs:
        known = access.backend.upsert(DYADS).on_conflict_do_nothing()
        access.connection.execute(known, [{"low": low, "high": high} for low, high in sorted(pairs)])


def dyad_counts(
    access: Access, codes: Sequence[str], since: str | None, until: str | None, faces: int
) -> Iterator[DyadCount]:
    """Yield the cells between these codes, by pair, face, day, type and way."""
    taken = [face for face in range(sum(FACES.values()) + 1) if not face & ~faces]
    for some in chunks(_pairs(access, codes), _PAIRS_AT_ONCE):
        query = select(DYAD_DAYS).where(tuple_(DYAD_DAYS.c.low, DYAD_DAYS.c.high).in_(some))
        if len(some) == 1:
            query = select(DYAD_DAYS).where(DYAD_DAYS.c.low == some[0][0], DYAD_DAYS.c.high == some[0][1])
        query = query.where(DYAD_DAYS.c.face.in_(taken) if len(taken) > 1 else DYAD_DAYS.c.face == taken[0])
        query = _between(query, DYAD_DAYS, since, until).order_by(
            *(DYAD_DAYS.c[name] for name in ("low", "high", "face", "day", "event", "way"))
        )
        dyads: dict[tuple[str, str, int], Dyad] = {}
        cells: Iterator[Sequence[Any]] = access.stream(query)
        for low, high, face, day, event, way, *sums in cells:
            dyad = dyads.get((low, high, way)) or dyads.setdefault((low, high, way), _dyad(low, high, way))
            yield DyadCount(dyad, day, event, face, *sums)


def world_counts(access: Access, since: str | None, until: str | None, ontology: Ontology) -> Iterator[DyadCount]:
    """Yield the months of all dyads of two different states, face 0, by pair."""
    query = _between(select(DYAD_MONTHS).where(DYAD_MONTHS.c.low != DYAD_MONTHS.c.high), DYAD_MONTHS, since, until)
    states = {code for code, country in ontology.countries.items() if country.part_of is None}
    names = ("low", "high", "day", "event", "way")
    cells: Iterator[Sequence[Any]] = access.stream(query.order_by(*(DYAD_MONTHS.c[name] for name in names)))
    for low, high, day, event, way, *sums in cells:
        if low in states and high in states:
            yield DyadCount(_dyad(low, high, way), day, event, 0, *sums)


def outlet_counts(access: Access, since: str | None, until: str | None) -> Iterator[OutletCount]:
    """Yield what each outlet told, by outlet and day."""
    query = _between(select(OUTLET_DAYS), OUTLET_DAYS, since, until)
    for row in access.stream(query.order_by(OUTLET_DAYS.c.outlet, OUTLET_DAYS.c.day)):
        yield OutletCount(row.outlet, row.day, row.stories, row.reports)


def dyad_outlet_counts(
    access: Access, pair: tuple[str, str], since: str | None, until: str | None
) -> Iterator[OutletCount]:
    """Yield what each outlet told of two codes, face 0, by outlet and day."""
    table = DYAD_OUTLET_DAYS
    low, high = sorted(pair)
    query = _between(select(table).where(table.c.low == low, table.c.high == high), table, since, until)
    for row in access.stream(query.order_by(table.c.outlet, table.c.day)):
        yield OutletCount(row.outlet, row.day, row.stories, row.reports)


_TABLES: Mapping[str, Table] = {table.name: table for table in (DYAD_DAYS, DYAD_MONTHS, OUTLET_DAYS, DYAD_OUTLET_DAYS)}


def _cells_of(share: Share) -> Iterator[tuple[str, Cell, tuple[float, ...]]]:
    """Yield every cell that a share goes into: the table, the cell's key, and what is added."""
    for dyad in share.dyads:
        values = (1, dyad.reports, dyad.score, dyad.score * dyad.score)
        yield DYAD_DAYS.name, (dyad.low, dyad.high, dyad.face, dyad.day, dyad.event, dyad.way), values
        if not dyad.face:
            yield DYAD_MONTHS.name, (dyad.low, dyad.high, f"{dyad.day[:7]}-01", dyad.event, dyad.way), values
    for outlet in share.outlets:
        yield OUTLET_DAYS.name, (outlet.outlet, outlet.day), (outlet.stories, outlet.reports)
    for low, high in dict.fromkeys((dyad.low, dyad.high) for dyad in share.dyads if not dyad.face):
        for outlet in share.outlets:
            cell = (low, high, outlet.outlet, outlet.day)
            yield DYAD_OUTLET_DAYS.name, cell, (outlet.stories, outlet.reports)


def _add_to_cells(access: Access, table: Table, cells: Mapping[Cell, Sequence[float]]) -> None:
    keys = [column.name for column in table.primary_key.columns]
    sums = [column.name for column in table.columns if not column.primary_key]
    changed = {cell: values for cell, values in cells.items() if any(values)}
    rows = [
        {**dict(zip(keys, cell, strict=True)), **dict(zip(sums, values, strict=True))}
        for cell, values in changed.items()
    ]
    if not rows:
        return
    entry = access.backend.upsert(table)
    added = {name: table.c[name] + entry.excluded[name] for name in sums}
    access.connection.execute(entry.on_conflict_do_update(index_elements=keys, set_=added), rows)
    _drop_empty(access, table, keys, [cell for cell, values in changed.items() if min(values) < 0])


def _drop_empty(access: Access, table: Table, keys: Sequence[str], cells: Sequence[Cell]) -> None:
    """Forget the cells among these that hold nothing any more."""
    is_empty = and_(table.c.stories == 0, table.c.reports == 0)
    for some in chunks(cells, _PAIRS_AT_ONCE):
        there = or_(*(and_(*(table.c[name] == value for name, value in zip(keys, cell, strict=True))) for cell in some))
        access.change(delete(table).where(there, is_empty))


def _pairs(access: Access, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs between codes, in order: of one code with every other and itself, or of all with each other."""
    if len(codes) == 1:
        query = select(DYADS).where(or_(DYADS.c.low == codes[0], DYADS.c.high == codes[0]))
        return [(row.low, row.high) for row in access.rows(query.order_by(DYADS.c.low, DYADS.c.high))]
    return sorted({(min(pair), max(pair)) for pair in combinations(codes, 2)})


def _between(query: Select[Any], table: Table, since: str | None, until: str | None) -> Select[Any]:
    if since is not None:
        query = query.where(table.c.day >= since)
    return query if until is None else query.where(table.c.day <= until)


def _dyad(low: str, high: str, way: int) -> Dyad:
    return Dyad(high, low) if way == BACK else Dyad(low, high, way == MUTUAL)
