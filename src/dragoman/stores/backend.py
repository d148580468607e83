"""Where SQLite and PostgreSQL differ, as one small interface; all else of this room is the same for both.

Comes in: a connection.  Goes out: an engine, the one writer's turn, upserts, the index of words, plain lines for the
driver's errors.  To add a back end that SQLAlchemy knows, fulfil `Backend` and name it in opening.py.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlalchemy import URL, ColumnElement, Connection, Engine, Select, Table
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.exc import SQLAlchemyError

from dragoman.stores.asking import Asked
from dragoman.stores.settings import StoreSettings

Row = Mapping[str, object]
Upsert = SqliteInsert | PostgresqlInsert

# Indexes of words, by the number of the row that holds the text.
ARTICLE_WORDS, SENTENCE_WORDS, ENTITY_WORDS = WORD_INDEXES = ("article_words", "sentence_words", "entity_words")


class Backend(Protocol):
    """One kind of database."""

    def make_engine(self, url: URL, settings: StoreSettings) -> Engine:
        """Return an engine whose connections are set up; nothing is opened yet."""

    def read(self, engine: Engine) -> Connection:
        """Return a connection on which all statements see one state."""

    def write(self, engine: Engine) -> Connection:
        """Return a connection whose transaction will be the only one that writes."""

    def take_turn(self, connection: Connection, settings: StoreSettings) -> None:
        """Wait, first thing in the transaction, until no other writer is at work."""

    def prepare_file(self, engine: Engine) -> None:
        """Do once, before the tables are made, what cannot be done inside a transaction."""

    def create_word_indexes(self, connection: Connection) -> None:
        """Make the indexes of words."""

    def index_words(self, connection: Connection, index: str, texts: Sequence[tuple[int, str]]) -> None:
        """Put folded texts into an index of words, each by its number."""

    def drop_words(self, connection: Connection, index: str, number: int, text: str) -> None:
        """Take out the folded text that stands there under this number."""

    def matching(self, index: str, asked: Asked) -> Select[tuple[int]]:
        """Return a query for the numbers of the texts that a search finds."""

    def upsert(self, table: Table) -> Upsert:
        """Return an INSERT of this table that takes `on_conflict_…`."""

    def load(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many new rows as fast as can be."""

    def least(self, one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[str]:
        """Return an expression for the smaller of two values."""

    def explain(self, problem: SQLAlchemyError) -> str:
        """Return in plain words what went wrong and what to do."""
