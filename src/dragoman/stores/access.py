"""What every module of this room works on: one open connection, the back end behind it, and small helpers.

Comes in: statements of SQLAlchemy Core.  Goes out: rows.  To keep a new kind of thing, write a module of functions
whose first parameter is an `Access`, and let `Reader` or `Writer` call them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Result, Table, func, insert, select
from sqlalchemy import Row as Line
from sqlalchemy.sql.dml import Delete, Update

from dragoman.errors import BadUse
from dragoman.ontology import Ontology, load_ontology
from dragoman.stores.backend import Backend, Row

Item = TypeVar("Item")

CHUNK = 500  # values in one IN (…): under SQLite's oldest bound of 999 in one statement
STREAMED = 500  # rows that are fetched at once where there may be millions


@dataclass(frozen=True, slots=True)
class Access:
    """An open connection and its back end."""

    connection: Connection
    backend: Backend

    def rows(self, statement: Executable) -> Sequence[Line[Any]]:
        """Return all rows of a query."""
        return self.connection.execute(statement).all()

    def first(self, statement: Executable) -> Line[Any] | None:
        """Return the first row of a query, None where there is none."""
        return self.connection.execute(statement).first()

    def stream(self, statement: Executable) -> Iterator[Line[Any]]:
        """Yield the rows of a query that may have millions, a few hundred in memory at a time."""
        result: Result[Any] = self.connection.execute(statement, execution_options={"yield_per": STREAMED})
        try:
            yield from result
        finally:
            result.close()

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows, which all name the same columns."""
        if rows:
            self.connection.execute(insert(table), list(rows))

    def change(self, statement: Update | Delete, rows: Sequence[Row] | None = None) -> int:
        """Update or delete, once or for each of `rows`; return how many rows that touched."""
        if rows is None:
            return self.connection.execute(statement).rowcount
        return self.connection.execute(statement, list(rows)).rowcount if rows else 0


@dataclass(slots=True)
class Pen:
    """What a writer has in hand beside its access: each table's next number, and the ontology once it is needed."""

    access: Access
    _next: dict[str, int] = field(default_factory=dict)
    _ontology: Ontology | None = None

    def number(self, table: Table) -> int:
        """Return the next number of a table; there is one writer, so that nobody else gives it out."""
        if table.name not in self._next:
            highest = self.access.first(select(func.max(table.c.number)))
            self._next[table.name] = (highest[0] if highest and highest[0] else 0) + 1
        number = self._next[table.name]
        self._next[table.name] = number + 1
        return number

    @property
    def ontology(self) -> Ontology:
        """PLOVER, which corrections are checked against."""
        if self._ontology is None:
            self._ontology = load_ontology()
        return self._ontology


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """Yield the items in lists that fit into one statement."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def place_after(access: Access, table: Table, key: str, order: str, what: str) -> tuple[object, int]:
    """Return the order value and the number of the row that was had last; BadUse where there is none."""
    row = access.first(select(table.c[order], table.c.number).where(table.c.key == key))
    if row is None:
        raise BadUse(f"no {what} {key!r} to go on after; begin again without it")
    return row[0], row.number
