"""PostgreSQL through psycopg 3: advisory lock, tsvector, COPY.

Comes in: a URL.  Goes out: what `Backend` asks for.  Readers see one state for each question (REPEATABLE READ); writers
stand in line at one advisory lock, which goes with the transaction, however it ends.  Words come folded and are
written into tsvector and tsquery as they stand, so that no dictionary of the server has a say.
"""

from collections.abc import Sequence
from importlib.util import find_spec

from sqlalchemy import (
    URL,
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    cast,
    column,
    create_engine,
    delete,
    func,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dragoman.errors import MissingPart
from dragoman.stores.asking import Asked, Term
from dragoman.stores.backend import ARTICLE_WORDS, WORD_INDEXES, Row, Upsert
from dragoman.stores.settings import StoreSettings

TURN = 7_233_626_626  # the advisory lock that a writer holds: any number, as long as no other program takes it
LAST_POSITION = 16_383  # PostgreSQL counts a text's words no further

_EXPLAINED = {
    "lock timeout": "another writer did not end in time; try again, or stop the program that writes",
    "No space left": "the server's disk is full; make room and do it again",
    "could not extend file": "the server's disk is full; make room and do it again",
    "read-only transaction": "the server takes no changes; it may be a stand-by, name the main one",
    "permission denied": "the user has no right to that; grant it in the database",
    "password authentication failed": "the server does not take the user or the password",
    "does not exist": "the server does not have what is asked for; create the database first (createdb)",
    "Connection refused": "no server answers there; start it, or mend the address",
    "could not translate host name": "there is no such host; mend the address",
    "Name or service not known": "there is no such host; mend the address",
}


class Postgresql:
    """The back end of a server."""

    def make_engine(self, url: URL, settings: StoreSettings) -> Engine:
        """Return an engine whose connections are set up; nothing is opened yet."""
        if find_spec("psycopg") is None:
            raise MissingPart("PostgreSQL needs psycopg; install it with: pip install 'dragoman[postgresql]'")
        wait = max(1, round(settings.wait_s))
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": wait, "application_name": "dragoman"},
            pool_pre_ping=True,
            max_overflow=50,
        )

    def read(self, engine: Engine) -> Connection:
        """Return a connection on which all statements see one state."""
        return engine.connect().execution_options(isolation_level="REPEATABLE READ")

    def write(self, engine: Engine) -> Connection:
        """Return a connection whose transaction will be the only one that writes.

        READ COMMITTED: what it reads behind the lock must hold what the writer before it has kept.
        """
        return engine.connect().execution_options(isolation_level="READ COMMITTED")

    def take_turn(self, connection: Connection, settings: StoreSettings) -> None:
        """Wait, first thing in the transaction, until no other writer is at work."""
        wait_ms = str(max(1, round(settings.wait_s * 1000)))
        connection.execute(select(func.set_config("lock_timeout", wait_ms, True)))
        connection.execute(select(func.pg_advisory_xact_lock(TURN)))

    def prepare_file(self, engine: Engine) -> None:
        """Nothing is to be done: the server does it all inside the transaction."""

    def create_word_indexes(self, connection: Connection) -> None:
        """Make the indexes of words."""
        for index in WORD_INDEXES:
            connection.execute(text(f"CREATE TABLE {index} (number bigint PRIMARY KEY, words tsvector NOT NULL)"))
            connection.execute(text(f"CREATE INDEX ix_{index} ON {index} USING gin (words)"))

    def index_words(self, connection: Connection, index: str, texts: Sequence[tuple[int, str]]) -> None:
        """Put folded texts into an index of words, each by its number."""
        if texts:
            target = table(index, column("number", BigInteger), column("words", TSVECTOR))
            rows = [{"number": number, "words": _vector_of(words)} for number, words in texts]
            connection.execute(postgresql_insert(target), rows)

    def drop_words(self, connection: Connection, index: str, number: int, text: str) -> None:  # noqa: ARG002
        """Take out the text that stands there under this number."""
        target = table(index, column("number", BigInteger))
        connection.execute(delete(target).where(target.c.number == number))

    def matching(self, index: str, asked: Asked) -> Select[tuple[int]]:
        """Return a query for the numbers of the texts that a search finds.

        In articles phrases are asked for as words alone, as the server forgets places far back in long texts; who
        shows the hits looks for the phrases itself.
        """
        found = table(index, column("number", BigInteger), column("words", TSVECTOR))
        query = literal(_query_of(asked, has_phrases=index != ARTICLE_WORDS))
        return select(found.c.number).where(found.c.words.op("@@")(cast(query, TSQUERY)))

    def upsert(self, table: Table) -> Upsert:
        """Return an INSERT of this table that takes `on_conflict_…`."""
        return postgresql_insert(table)

    def load(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many new rows as fast as can be: by COPY, whose columns are the table's own."""
        if not rows:
            return
        names = [name for name in table.columns.keys() if name in rows[0]]  # noqa: SIM118
        line = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
        cursor = connection.connection.cursor()
        try:
            with cursor.copy(line) as copy:
                for row in rows:
                    copy.write_row([row[name] for name in names])
        except Exception as problem:
            raise DBAPIError.instance(  # so that the driver's error goes the way of all others
                line, None, problem, connection.dialect.loaded_dbapi.Error, dialect=connection.dialect
            ) from problem
        finally:
            cursor.close()

    def least(self, one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[str]:
        """Return an expression for the smaller of two values."""
        return func.least(one, other)

    def explain(self, problem: SQLAlchemyError) -> str:
        """Return in plain words what went wrong and what to do."""
        told = str(getattr(problem, "orig", None) or problem).strip()
        for sign, words in _EXPLAINED.items():
            if sign in told:
                return words
        if isinstance(problem, DBAPIError) and problem.connection_invalidated:
            return "the connection to the server was lost; nothing of this step was kept, do it again"
        return told.splitlines()[0] if told else "the server gave no reason"


def _vector_of(words: str) -> str:
    """Return a tsvector as PostgreSQL writes it; folded words hold letters and digits alone."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words.split(), start=1):
        places.setdefault(word, []).append(min(place, LAST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, dict.fromkeys(found)))}" for word, found in places.items())


def _query_of(asked: Asked, *, has_phrases: bool) -> str:
    wanted = [_phrase_of(term, has_phrases=has_phrases) for term in asked.wanted]
    # A phrase that must not be there cannot be asked for as words: they may stand apart.
    unwanted = [term for term in asked.unwanted if has_phrases or not term.is_phrase]
    return " & ".join((*wanted, *(f"!({_phrase_of(term, has_phrases=True)})" for term in unwanted)))


def _phrase_of(term: Term, *, has_phrases: bool) -> str:
    words = [f"'{word}'" for word in term.words]
    if term.is_prefix:
        words[-1] += ":*"
    return "(" + (" <-> " if has_phrases else " & ").join(words) + ")"
