"""An ingest whose store gives way: a full disk, a lost connection, a page that cannot be kept; then it goes on."""

import json
import os

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from dragoman.errors import StoreError
from dragoman.runs.ingesting import Ingest, Watch, ingest
from dragoman.runs.settings import Settings
from dragoman.stores import StoreSettings, open_store
from proofs.storedump import dump_store

ARTICLES = 70  # three batches


@pytest.fixture
def source(tmp_path):
    """Short invented articles, each of another day, so that coding them takes next to no time."""
    lines = [
        {
            "id": f"{number}",
            "title": f"Report {number}",
            "outlet": "Harbour Post",
            "text": f"Norway praised Chile for its work on Tuesday. It was the {number}. time.",
            "date": f"2024-{1 + number // 28:02}-{1 + number % 28:02}",
        }
        for number in range(ARTICLES)
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return str(path)


def dump_of(address):
    store = open_store(address)
    try:
        return dump_store(store), [run.state for run in store.runs()]
    finally:
        store.close()


def read_into(address, source, settings=None, watch=None):
    store = open_store(address, settings=settings or StoreSettings())
    try:
        return ingest(store, [source], Ingest(Settings()), watch=watch)
    finally:
        store.close()


@pytest.fixture
def undisturbed(tmp_path, source):
    """The dump of a store that nothing befell."""
    read_into(f"sqlite:///{tmp_path}/undisturbed.db", source)
    return dump_of(f"sqlite:///{tmp_path}/undisturbed.db")[0]


def test_a_full_disk_ends_the_run_with_a_line_and_the_same_again_goes_on(tmp_path, source, undisturbed):
    address = f"sqlite:///{tmp_path}/full.db"
    open_store(address).close()
    sizes = [(tmp_path / f"{name}.db").stat().st_size for name in ("full", "undisturbed")]
    with pytest.raises(StoreError) as full:
        read_into(address, source, StoreSettings(max_bytes=sum(sizes) // 2))
    assert "\n" not in str(full.value)
    kept, states = dump_of(address)
    assert 0 < len(kept) < len(undisturbed)
    assert states[0] in ("running", "failed")  # a disk that is full may have no room to note it
    assert read_into(address, source).known > 0
    assert dump_of(address)[0] == undisturbed


def test_a_page_that_cannot_be_kept_is_rejected_and_all_others_are_kept(tmp_path, source):
    def choke(_connection, _cursor, _statement, parameters, *_) -> None:
        if "Report 40" in str(parameters):
            raise OverflowError("the driver cannot take this value")

    address = f"sqlite:///{tmp_path}/choking.db"
    event.listen(Engine, "before_cursor_execute", choke)
    try:
        tally = read_into(address, source)
    finally:
        event.remove(Engine, "before_cursor_execute", choke)
    assert (tally.inputs, tally.coded) == (ARTICLES, ARTICLES - 1)
    store = open_store(address)
    (rejection,) = store.rejections()
    assert (rejection.doc_id, rejection.stage, rejection.reason) == ("40", "stores", "internal error")
    assert len(list(store.articles())) == ARTICLES - 1
    store.close()


@pytest.fixture(scope="module")
def server():
    """A real PostgreSQL."""
    import sys
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "contracts"))
    from servers import running_server

    with running_server() as running:
        yield running


class Losing:
    """Takes the connection away in the middle of a transaction, once: before this many statements behind a batch."""

    def __init__(self, server, statements: int) -> None:
        self.server = server
        self.left = statements
        self.batches = 0

    def count_batch(self, tally) -> None:
        self.batches += tally.inputs > 0

    def lose(self, *_) -> None:
        self.left -= self.batches > 0
        if self.left == 0:
            self.server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - the number is ours
                f"WHERE datname LIKE 'dragoman_test_{os.getpid()}_%' AND pid <> pg_backend_pid()"
            )


def test_a_lost_connection_ends_the_run_with_a_line_and_the_same_again_goes_on(server, source, undisturbed):
    losing = Losing(server, statements=60)
    with server.database() as address:
        event.listen(Engine, "before_cursor_execute", losing.lose)
        try:
            with pytest.raises(StoreError) as lost:
                read_into(address, source, watch=Watch(on_count=losing.count_batch))
        finally:
            event.remove(Engine, "before_cursor_execute", losing.lose)
        assert "\n" not in str(lost.value)
        kept, states = dump_of(address)
        assert 0 < len(kept) < len(undisturbed)
        assert states[0] == "failed"
        assert read_into(address, source).known >= 32
        assert dump_of(address)[0] == undisturbed


def test_connections_lost_between_two_batches_are_made_anew(server, source, undisturbed):
    with server.database() as address:
        losing = Losing(server, statements=1)

        def lose_between(tally) -> None:
            losing.count_batch(tally)
            losing.lose()

        assert read_into(address, source, watch=Watch(on_count=lose_between)).inputs == ARTICLES
        assert losing.left <= 0
        assert dump_of(address)[0] == undisturbed
