"""A set of keys that lives on disk, so that a file of any length can be read without holding its keys in memory.

In come keys one by one; out goes whether each is new.  The database is a private temporary file of SQLite's own, gone
when the set is closed.
"""

import sqlite3
from types import TracebackType

CACHE_KIB = 32_000  # how much of the set SQLite keeps in memory; the rest goes to the temporary file


class SeenKeys:
    """A set to which keys are added; use it as a context."""

    def __init__(self) -> None:
        # An empty name: a database of its own in a temporary file, which SQLite writes only when the cache is full.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._database.execute("CREATE TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID")
        self._database.execute("BEGIN")

    def add(self, key: str) -> bool:
        """Add a key; say whether it was not there before."""
        as_bytes = key.encode("utf-8", "surrogatepass")
        return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (as_bytes,)).rowcount == 1

    def __enter__(self) -> "SeenKeys":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
