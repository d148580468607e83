"""A store behind SQLAlchemy Core: connections for reading, one transaction for writing, plain words for trouble.

Comes in: an engine and its back end.  Goes out: the contract's `Store`.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from dragoman.errors import StoreError
from dragoman.stores.access import Access, Pen
from dragoman.stores.backend import Backend
from dragoman.stores.contract import Writing
from dragoman.stores.reader import Reader
from dragoman.stores.settings import StoreSettings
from dragoman.stores.writer import Writer


@contextmanager
def telling_trouble(address: str, backend: Backend) -> Iterator[None]:
    """Turn what the driver raises into one clear line."""
    try:
        yield
    except SQLAlchemyError as problem:
        raise StoreError(f"the store {address}: {backend.explain(problem)}") from problem
    except StoreError as problem:
        told = str(problem)
        if told.startswith("the store"):
            raise
        raise StoreError(f"the store {address}: {told}") from problem


class SqlStore(Reader):
    """A store, open for reading; `writing` opens it for changes."""

    def __init__(self, engine: Engine, backend: Backend, settings: StoreSettings, *, address: str) -> None:
        super().__init__()
        self._engine = engine
        self._backend = backend
        self._settings = settings
        self._address = address

    @property
    def address(self) -> str:
        """Where it is, without any password."""
        return self._address

    def writing(self) -> AbstractContextManager[Writing]:
        """Open the one transaction in which things change."""
        return self._write()

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    @contextmanager
    def _write(self) -> Iterator[Writing]:
        with (
            telling_trouble(self._address, self._backend),
            self._backend.write(self._engine) as connection,
            connection.begin(),
        ):
            self._backend.take_turn(connection, self._settings)
            yield Writer(Pen(Access(connection, self._backend)))

    @contextmanager
    def _open(self) -> Iterator[Access]:
        with (
            telling_trouble(self._address, self._backend),
            self._backend.read(self._engine) as connection,
            connection.begin(),
        ):
            yield Access(connection, self._backend)
