"""SQLite: one file, write-ahead log, FTS5.

Comes in: the path in a URL.  Goes out: what `Backend` asks for.  Readers never wait: each sees the file as it was when
it began.  A writer begins with the write lock in hand (BEGIN IMMEDIATE) and waits for it as long as is set.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    URL,
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    column,
    create_engine,
    event,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import SQLAlchemyError

from dragoman.stores.asking import Asked, Term
from dragoman.stores.backend import WORD_INDEXES, Row, Upsert
from dragoman.stores.settings import StoreSettings

CACHE_KIB = 32_768  # the pages of the indexes that an ingest touches all the time; the default of 2 MiB thrashes
_BEGIN = "dragoman_begin"  # the execution option that says how a transaction begins

_EXPLAINED = {
    "database is locked": "another writer did not end in time; try again, or stop the program that writes",
    "disk is full": "the disk, or the bound set for the file, is full; make room and do it again",
    "readonly database": "the file or its folder may not be written; change their rights, or copy the file",
    "unable to open database file": "the file cannot be opened; see that its folder is there and may be written",
    "not a database": "the file is no SQLite database; name another file",
    "malformed": "the file is damaged; restore it from a back-up",
    "disk I/O error": "the disk does not read or write; see to it, then restore a back-up where the file is damaged",
}


class Sqlite:
    """The back end of one file."""

    def make_engine(self, url: URL, settings: StoreSettings) -> Engine:
        """Return an engine whose connections are set up; nothing is opened yet."""
        engine = create_engine(url, connect_args={"timeout": settings.wait_s}, pool_size=5, max_overflow=50)

        @event.listens_for(engine, "connect")
        def set_up(connection: Any, _record: object) -> None:
            # The driver begins transactions late and with the wrong lock unless it is told to leave that to us.
            connection.isolation_level = None
            cursor = connection.cursor()
            for pragma in _pragmas(settings):
                cursor.execute(pragma)
            cursor.close()

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

        return engine

    def read(self, engine: Engine) -> Connection:
        """Return a connection on which all statements see one state."""
        return engine.connect()

    def write(self, engine: Engine) -> Connection:
        """Return a connection whose transaction will be the only one that writes."""
        return engine.connect().execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    def take_turn(self, connection: Connection, settings: StoreSettings) -> None:
        """Nothing is left to do: BEGIN IMMEDIATE has waited."""

    def prepare_file(self, engine: Engine) -> None:
        """Set the write-ahead log, which the file remembers."""
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()

    def create_word_indexes(self, connection: Connection) -> None:
        """Make the indexes of words.

        They are without the texts themselves.  The texts come folded, so that the tokenizer has nothing to decide:
        "ascii" parts them at blanks alone.
        """
        for index in WORD_INDEXES:
            connection.execute(text(f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='', tokenize='ascii')"))

    def index_words(self, connection: Connection, index: str, texts: Sequence[tuple[int, str]]) -> None:
        """Put folded texts into an index of words, each by its number."""
        if texts:
            target = table(index, column("rowid"), column("words"))
            connection.execute(insert(target), [{"rowid": number, "words": words} for number, words in texts])

    def drop_words(self, connection: Connection, index: str, number: int, text: str) -> None:
        """Take out the folded text that stands there under this number; an index without texts has to be told it."""
        target = table(index, column(index), column("rowid"), column("words"))
        connection.execute(insert(target), [{index: "delete", "rowid": number, "words": text}])

    def matching(self, index: str, asked: Asked) -> Select[tuple[int]]:
        """Return a query for the numbers of the texts that a search finds."""
        found = table(index, column("rowid", BigInteger), column(index))
        return select(found.c.rowid).where(found.c[index].op("MATCH")(_query_of(asked)))

    def upsert(self, table: Table) -> Upsert:
        """Return an INSERT of this table that takes `on_conflict_…`."""
        return sqlite_insert(table)

    def load(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many new rows as fast as can be."""
        if rows:
            connection.execute(insert(table), list(rows))

    def least(self, one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[str]:
        """Return an expression for the smaller of two values."""
        return func.min(one, other)

    def explain(self, problem: SQLAlchemyError) -> str:
        """Return in plain words what went wrong and what to do."""
        told = str(getattr(problem, "orig", None) or problem)
        return next((words for sign, words in _EXPLAINED.items() if sign in told), told)


def _pragmas(settings: StoreSettings) -> list[str]:
    pragmas = [
        "PRAGMA foreign_keys = ON",
        # The log is written through at each checkpoint: a killed program loses nothing, a power cut at most
        # the last transactions, and the file stays whole either way.
        "PRAGMA synchronous = NORMAL",
        f"PRAGMA cache_size = -{CACHE_KIB}",
    ]
    if settings.max_bytes is not None:
        pragmas.append(f"PRAGMA max_page_count = {max(1, settings.max_bytes // 4096)}")
    return pragmas


def _query_of(asked: Asked) -> str:
    """Return an FTS5 query.  Folded words hold letters and digits alone, so that nothing in them needs an escape."""
    query = "(" + " AND ".join(_phrase_of(term) for term in asked.wanted) + ")"
    for term in asked.unwanted:
        query = f"({query} NOT {_phrase_of(term)})"
    return query


def _phrase_of(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.is_prefix else "")
