"""From an address to a store: the door of this room.

Comes in: `sqlite:///news.db`, a path that ends in .db, or `postgresql://user@host/name`.  Goes out: a `Store`, made on
first use and brought up to date.  To add a back end, fulfil `Backend` and name it in `_BACKENDS`.
"""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import BadUse, StoreError
from dragoman.stores.backend import Backend
from dragoman.stores.contract import Store
from dragoman.stores.migrating import bring_up_to_date
from dragoman.stores.postgresql import Postgresql
from dragoman.stores.settings import StoreSettings
from dragoman.stores.sql_store import SqlStore, telling_trouble
from dragoman.stores.sqlite import Sqlite

HINT = "a store is sqlite:///FILE.db, a path that ends in .db, or postgresql://USER@HOST/NAME"
_BACKENDS: dict[str, type[Sqlite] | type[Postgresql]] = {
    "sqlite": Sqlite,
    "postgresql": Postgresql,
    "postgres": Postgresql,
    "postgresql+psycopg": Postgresql,
}
_ENDINGS = (".db", ".sqlite", ".sqlite3")


def open_store(url: str, *, settings: StoreSettings | None = None, create: bool = True) -> Store:
    """Open the store at an address, make it on first use and bring it up to date.

    BadUse for what is no address, MissingPart without psycopg, StoreError where the store cannot be had: out of
    reach, locked, read-only, full, newer than this program, or, with `create` False, not there.
    """
    settings = settings or StoreSettings()
    address = read_address(url)
    backend: Backend = _BACKENDS[address.drivername]()
    told = address.render_as_string(hide_password=True)
    if address.drivername == "sqlite" and not create and not Path(address.database or "").is_file():
        raise StoreError(f"there is no store at {told}; make one with: dragoman ingest INPUT --store {told}")
    engine = backend.make_engine(address, settings)
    try:
        with telling_trouble(told, backend):
            bring_up_to_date(engine, backend, settings)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, backend, settings, address=told)


def read_address(url: str) -> URL:
    """Return the parts of an address; BadUse for what is none."""
    if "://" not in url:
        if not url.lower().endswith(_ENDINGS):
            raise BadUse(f"{url!r} is no address of a store; {HINT}")
        return URL.create("sqlite", database=url)
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as problem:
        raise BadUse(f"the address of the store cannot be read ({problem}); {HINT}") from problem
    if address.drivername not in _BACKENDS:
        raise BadUse(f"there is no kind of store {address.drivername!r}; {HINT}")
    if not address.database or (address.drivername == "sqlite" and address.database == ":memory:"):
        raise BadUse(f"the address of the store names no {'file' if 'sqlite' in url else 'database'}; {HINT}")
    return address
