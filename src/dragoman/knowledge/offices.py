"""Persons and the offices they held, day by day: who "Erdogan" was in 1995, is now, and whose minister.

In comes `data/offices.tsv`, out go `Person`s: their names, the bare surnames that may stand for them, and
readings that cover all days without a gap.  To add a person, add rows; the table's head explains the columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from dragoman.errors import DataError
from dragoman.knowledge.agents import OFFICE_SECTORS
from dragoman.knowledge.days import day_after, day_before, period_of
from dragoman.knowledge.nouns import KnownName
from dragoman.knowledge.tables import read_table, split_cell

TABLE = "offices.tsv"
COLUMNS = ("id", "names", "alone", "code", "sector", "other_sectors", "office", "since", "until", "source")
UNTOLD = "UNK"  # the sector of the days before the first known office: a person's state does not tell a sector


@dataclass(frozen=True, slots=True)
class Person:
    """One person: full names, and bare surnames that may stand for them.

    `rows` are the table's, in order; they are read when a text names the person, since most never are.
    """

    entity_id: str
    names: tuple[str, ...]
    alone: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def readings(self) -> tuple[KnownName, ...]:
        """Return who the person was, period by period, the latest first; DataError where the rows do not fit."""
        try:
            return cover_all_days([_read_row(row, self.names[0]) for row in self.rows])
        except ValueError as problem:
            raise DataError(f"knowledge/data/{TABLE}: {self.entity_id}: {problem}") from problem


def read_persons() -> Iterator[Person]:
    """Yield the persons of the package's table; DataError where a person's rows do not stand together."""
    seen: set[str] = set()
    for entity_id, group in groupby(read_table(TABLE, COLUMNS), key=itemgetter("id")):
        rows = tuple(group)
        if entity_id in seen or not rows[0]["names"] or any(row["names"] for row in rows[1:]):
            raise DataError(f"knowledge/data/{TABLE}: the rows of {entity_id} stand together, names in the first only")
        seen.add(entity_id)
        yield Person(entity_id, split_cell(rows[0]["names"]), split_cell(rows[0]["alone"]), rows)


def _read_row(row: Mapping[str, str], shown: str) -> KnownName:
    told = row["sector"] or row["office"] or row["since"] or row["until"]
    if told and not row["source"]:
        raise ValueError("a row without a source may give a person's state, but no sector, office or day")
    since, until, precision = period_of(row["since"], row["until"])
    return KnownName(
        entity_id=row["id"],
        name=shown,
        kind="person",
        code=row["code"] or None,
        sector=row["sector"] or UNTOLD,
        other_sectors=tuple(row["other_sectors"].split()),
        since=since,
        until=until,
        source=row["source"],
        office=row["office"] or None,
        precision=precision,
    )


def cover_all_days(held: Sequence[KnownName]) -> tuple[KnownName, ...]:
    """Return a person's offices, in the order of their days, and what they were before, between and after.

    After an office of state a person is ELI with the office's sectors beside; after another the sector stays;
    before the first only the state is told.  Out they come with the latest first.
    """
    covered: list[KnownName] = []
    if held[0].since:
        first = held[0]
        unknown = replace(first, sector=UNTOLD, other_sectors=(), office=None, since=None)
        covered.append(replace(unknown, until=day_before(held[0].since)))
    for place, reading in enumerate(held):
        following = held[place + 1] if place + 1 < len(held) else None
        covered.append(reading)
        if reading.until is None:
            if following:
                raise ValueError("a row without `until` is the last one")
            break
        covered += _after(reading, following)
    return tuple(reversed(covered))


def _after(reading: KnownName, following: KnownName | None) -> Iterator[KnownName]:
    """Yield what the person was from the end of an office to the next, where days lie between."""
    if following and (following.since is None or following.since < (reading.since or "")):
        raise ValueError("rows stand in the order of their days")
    start = day_after(reading.until) if reading.until else None
    end = day_before(following.since) if following and following.since else None
    if start is None or (end is not None and end < start):
        return
    later = replace(reading, office=None, since=start, until=end)
    if reading.sector in OFFICE_SECTORS:
        yield replace(later, sector="ELI", other_sectors=(reading.sector, *reading.other_sectors))
    else:
        yield later
