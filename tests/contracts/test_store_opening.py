"""Every store: made on first use, upgraded whole, refused with one clear line."""

import sys

import pytest
import sqlalchemy
from alembic.script import ScriptDirectory
from invented import count_of, make_article, make_event, make_outcome, save

from dragoman.errors import BadUse, MissingPart, StoreError
from dragoman.stores import StoreSettings, open_store
from dragoman.stores.migrating import SCRIPTS, bring_up_to_date
from dragoman.stores.opening import read_address
from dragoman.stores.postgresql import Postgresql
from dragoman.stores.sqlite import Sqlite

ARTICLE = make_article()
NEWEST = ScriptDirectory(str(SCRIPTS)).get_current_head()

NEXT = '''"""Add a column."""

import sqlalchemy
from alembic import op

revision = "9001"
down_revision = "{newest}"


def upgrade():
    op.add_column("articles", sqlalchemy.Column("mood", sqlalchemy.Text))
    op.execute("UPDATE articles SET mood = 'calm'")
    {then}
'''


@pytest.fixture
def scripts(tmp_path):
    """The scripts of a program that is one revision further; what it does last can be chosen."""

    def write(then="pass"):
        versions = tmp_path / "scripts" / "versions"
        versions.mkdir(parents=True, exist_ok=True)
        for script in (SCRIPTS / "versions").glob("r*.py"):
            (versions / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
        (versions / "r9001_next.py").write_text(NEXT.format(then=then, newest=NEWEST), encoding="utf-8")
        return versions.parent

    return write


@pytest.fixture
def engine_of():
    """Engines to look at a store's database beside the store."""
    made = []

    def make(address):
        backend = Sqlite() if address.startswith("sqlite") else Postgresql()
        made.append(backend.make_engine(sqlalchemy.make_url(address), StoreSettings()))
        return made[-1], backend

    yield make
    for engine in made:
        engine.dispose()


def run_sql(engine, statement):
    with engine.connect() as connection, connection.begin():
        result = connection.execute(sqlalchemy.text(statement))
        return result.all() if result.returns_rows else []


def test_a_store_is_made_on_first_use_and_found_again(address):
    first = open_store(address)
    save(first, make_outcome(ARTICLE, make_event(ARTICLE)))
    first.close()
    second = open_store(address, create=False)
    assert count_of(second, "events") == 1
    second.close()


def test_an_empty_server_database_becomes_a_store(server):
    with server.database(is_empty=True) as address:
        store = open_store(address)
        assert save(store, make_outcome(ARTICLE, make_event(ARTICLE)))
        store.close()


def test_an_older_store_is_carried_over_and_keeps_what_it_has(store, address, engine_of, scripts):
    save(store, make_outcome(ARTICLE))
    engine, backend = engine_of(address)
    bring_up_to_date(engine, backend, StoreSettings(), scripts())
    assert run_sql(engine, "SELECT mood FROM articles") == [("calm",)]
    assert run_sql(engine, "SELECT version_num FROM alembic_version") == [("9001",)]


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(store, address, engine_of, scripts):
    save(store, make_outcome(ARTICLE))
    engine, backend = engine_of(address)
    with pytest.raises(sqlalchemy.exc.SQLAlchemyError):
        bring_up_to_date(engine, backend, StoreSettings(), scripts("op.execute('SELECT * FROM nowhere')"))
    assert run_sql(engine, "SELECT version_num FROM alembic_version") == [(NEWEST,)]
    assert "mood" not in [column["name"] for column in sqlalchemy.inspect(engine).get_columns("articles")]
    assert count_of(store, "articles") == 1


def test_a_store_of_a_newer_program_is_refused(address, engine_of):
    open_store(address).close()
    engine, _ = engine_of(address)
    run_sql(engine, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"made by a newer Dragoman.*'9999'.*pip install -U dragoman") as told:
        open_store(address)
    assert "\n" not in str(told.value)


def test_a_store_without_its_mark_is_refused(address, engine_of):
    open_store(address).close()
    engine, _ = engine_of(address)
    run_sql(engine, "DELETE FROM alembic_version")
    with pytest.raises(StoreError, match="lost the mark"):
        open_store(address)


def test_somebody_elses_database_is_refused_and_left_alone(address, engine_of, request):
    with request.getfixturevalue("server").database(is_empty=True) as empty:
        other = address if address.startswith("sqlite") else empty
        engine, _ = engine_of(other)
        run_sql(engine, "CREATE TABLE wages (name text)")
        with pytest.raises(StoreError, match=r"not Dragoman's \(wages"):
            open_store(other)
        assert sqlalchemy.inspect(engine).get_table_names() == ["wages"]


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "news.db"
    path.write_bytes(b"not a database at all, but a text of some length" * 100)
    with pytest.raises(StoreError, match=r"news\.db: the file is no SQLite database"):
        open_store(str(path))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"nowhere.news\.db: the file cannot be opened; see that its folder is there"):
        open_store(f"sqlite:///{tmp_path}/nowhere/news.db")


def test_a_store_that_is_to_be_there_is_not_made(tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        open_store(str(tmp_path / "news.db"), create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "driver", "database"),
    [
        ("news.db", "sqlite", "news.db"),
        ("/srv/x/news.sqlite", "sqlite", "/srv/x/news.sqlite"),
        ("sqlite:///news.db", "sqlite", "news.db"),
        ("sqlite:////srv/news.db", "sqlite", "/srv/news.db"),
        ("postgresql://ada@db.example/news", "postgresql", "news"),
        ("postgres://ada@db.example/news", "postgres", "news"),
    ],
)
def test_addresses(url, driver, database):
    assert (read_address(url).drivername, read_address(url).database) == (driver, database)


@pytest.mark.parametrize(
    "url", ["", "news", "news.txt", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql://host", "://"]
)
def test_what_is_no_address_is_bad_use(url):
    with pytest.raises(BadUse, match=r"a store is sqlite:///FILE\.db"):
        open_store(url)


def test_a_server_that_is_not_there_is_one_line_without_the_password():
    with pytest.raises(StoreError, match="no server answers there") as told:
        open_store("postgresql://ada:secret@127.0.0.1:1/news", settings=StoreSettings(wait_s=2))
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_the_address_of_a_store_shows_no_password(server):
    with server.database() as address:
        store = open_store(address.replace("postgres:@", "postgres:secret@"))
        assert "secret" not in store.address
        store.close()


def test_without_psycopg_the_install_line_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingPart, match=r"pip install 'dragoman\[postgresql\]'"):
        open_store("postgresql://ada@db.example/news")
