"""From no store, or an older one, to today's: on first use, in one transaction, or not at all.

Comes in: an engine.  Goes out: nothing; the store then is as schema.py says.  An empty store is made from schema.py
and marked with the newest revision; an older one is carried over by the scripts in migrations/versions/, one a
change.  To add one, copy the newest, name it `rNNNN_what.py`, and point its `down_revision` at the one before it.
"""

from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect

from dragoman.errors import StoreError
from dragoman.stores.backend import Backend
from dragoman.stores.schema import METADATA
from dragoman.stores.settings import StoreSettings

SCRIPTS = Path(__file__).parent / "migrations"
MARK = "alembic_version"  # the table that holds the store's revision


def bring_up_to_date(engine: Engine, backend: Backend, settings: StoreSettings, scripts: Path = SCRIPTS) -> None:
    """Make or upgrade a store where it has to be; StoreError for one that is newer, or is none."""
    known = ScriptDirectory(str(scripts))
    head = known.get_current_head()
    with backend.read(engine) as connection:
        if _revision_of(connection, known) == head:
            return
    backend.prepare_file(engine)
    with backend.write(engine) as connection, connection.begin():
        backend.take_turn(connection, settings)
        # Another program may have done it while this one waited.
        revision = _revision_of(connection, known)
        if revision is None:
            METADATA.create_all(connection)
            backend.create_word_indexes(connection)
            MigrationContext.configure(connection).stamp(known, head or "head")
        elif revision != head:
            _upgrade(connection, known)


def _revision_of(connection: Connection, known: ScriptDirectory) -> str | None:
    """Return the store's revision, None for an empty database; StoreError for what this program cannot use."""
    tables = inspect(connection).get_table_names()
    if MARK not in tables:
        if tables:
            raise StoreError(
                f"the database holds tables that are not Dragoman's ({sorted(tables)[0]} …); name an empty one"
            )
        return None
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        raise StoreError("the store has lost the mark of its revision; restore it from a back-up")
    try:
        found = known.get_revision(revision)
    except CommandError:
        found = None
    if not isinstance(found, Script):
        raise StoreError(
            f"the store was made by a newer Dragoman (its revision is {revision!r}, "
            f"this program knows up to {known.get_current_head()!r}); upgrade with: pip install -U dragoman"
        )
    return revision


def _upgrade(connection: Connection, known: ScriptDirectory) -> None:
    def steps(revision: Any, _context: MigrationContext) -> Any:
        return known._upgrade_revs("head", revision)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()
