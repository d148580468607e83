"""Every store: several programs at once, programs that are killed, disks that fill up and servers that go."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from invented import RUN, count_of, keys, make_article, make_event, make_outcome, save

from dragoman.errors import StoreError
from dragoman.records import EventFilter
from dragoman.stores import StoreSettings, open_store

PROGRAM = Path(__file__).parent / "writing_process.py"
ARTICLE = make_article()
AID = make_event(ARTICLE)


@contextmanager
def running(what, address, name="x", number=0):
    """Another program at work on the store."""
    arguments = [sys.executable, PROGRAM, what, address, name, str(number)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(arguments, text=True, **pipes) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process):
    """What a program that has come to its end said, and how."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def address_of(store):
    return store.address.replace("***", "")


def test_two_writers_and_a_reader_at_once_lose_nothing(address):
    """They make the store, too, all at the same time."""
    with (
        running("write", address, "one", 12) as one,
        running("write", address, "two", 12) as two,
        running("read", address, number=24) as reader,
    ):
        assert [ended(process) for process in (one, two, reader)] == [(0, "", "")] * 3
    store = open_store(address)
    assert len(keys(store.events(EventFilter()))) == 24
    assert [cell.stories for cell in store.dyad_counts(["NOR", "CHL"])] == [24]
    assert len({run.number for run in store.runs()}) == count_of(store, "runs") == 12
    store.close()


def test_a_killed_writer_leaves_nothing_and_the_next_gets_its_turn(store, address):
    with running("hold", address, "half") as other:
        assert other.stdout.readline() == "held\n"
        assert keys(store.events(EventFilter())) == []
        other.kill()
        other.wait()
        assert save(store, make_outcome(ARTICLE, AID)) == [AID.key]
    assert keys(store.events(EventFilter())) == [AID.key]


def test_readers_go_on_while_another_program_writes(store, address):
    save(store, make_outcome(ARTICLE, AID))
    with running("hold", address, "half") as other:
        other.stdout.readline()
        assert keys(store.events(EventFilter())) == [AID.key]
        assert len(store.search("hospital")) == 1


def test_a_writer_that_waits_too_long_says_so(address):
    hasty = open_store(address, settings=StoreSettings(wait_s=0.2))
    with running("hold", address) as other:
        other.stdout.readline()
        with pytest.raises(StoreError, match="another writer did not end in time"):
            save(hasty, make_outcome(ARTICLE, AID))
    assert save(hasty, make_outcome(ARTICLE, AID)) == [AID.key]
    hasty.close()


def test_a_full_disk_ends_with_one_line_and_a_whole_store(tmp_path):
    """The bound on the file's size gives the very error of SQLite that a full disk gives."""
    path = tmp_path / "news.db"
    open_store(str(path)).close()
    small = open_store(str(path), settings=StoreSettings(max_bytes=path.stat().st_size + 200_000))
    kept = []

    def fill():
        for number in range(1_000):
            article = make_article(f"Article {number}", paragraphs=("Norway sent tents to Chile. " * 20,))
            save(small, make_outcome(article, make_event(article)))
            kept.append(make_event(article).key)

    with pytest.raises(StoreError, match=r"news\.db: the disk.* is full.*make room") as told:
        fill()
    assert "\n" not in str(told.value)
    assert kept
    assert keys(small.events(EventFilter())) == kept[::-1]
    small.close()
    store = open_store(str(path))
    assert keys(store.events(EventFilter())) == kept[::-1]
    assert len(store.search("tents", limit=5_000)) == len(kept)
    assert save(store, make_outcome(ARTICLE, AID)) == [AID.key]
    store.close()


@pytest.fixture
def remote(server):
    with server.database() as address:
        store = open_store(address)
        yield store
        store.close()


def cut_off(server):
    """End every connection to the server's databases but the one that says so."""
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    )


def test_a_connection_lost_while_writing_ends_with_one_line_and_nothing_kept(server, remote):
    def lose():
        with remote.writing() as writer:
            writer.save(make_outcome(ARTICLE, AID), run=writer.begin_run(RUN))
            cut_off(server)
            writer.event(AID.key)

    with pytest.raises(StoreError, match="connection to the server was lost; nothing of this step was kept") as told:
        lose()
    assert "\n" not in str(told.value)
    assert keys(remote.events(EventFilter())) == []
    assert save(remote, make_outcome(ARTICLE, AID)) == [AID.key]


def test_a_connection_lost_at_the_last_moment_keeps_nothing(server, remote):
    def lose():
        with remote.writing() as writer:
            writer.save(make_outcome(ARTICLE, AID), run=writer.begin_run(RUN))
            cut_off(server)

    with pytest.raises(StoreError, match="connection to the server was lost"):
        lose()
    assert keys(remote.events(EventFilter())) == []


def test_a_connection_lost_while_reading_ends_with_one_line(server, remote):
    article = make_article(paragraphs=tuple(f"Norway sent tent {number} to Chile." for number in range(1_100)))
    save(remote, make_outcome(article, *(make_event(article, text) for text in article.paragraphs)))
    events = remote.events(EventFilter())
    next(events)
    cut_off(server)
    with pytest.raises(StoreError, match="connection to the server was lost"):
        list(events)
    assert len(list(remote.events(EventFilter()))) == 1_100


def test_an_idle_connection_that_was_lost_is_not_noticed(server, remote):
    save(remote, make_outcome(ARTICLE, AID))
    cut_off(server)
    assert keys(remote.events(EventFilter())) == [AID.key]
