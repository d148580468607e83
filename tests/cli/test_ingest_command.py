"""`dragoman ingest`: inputs into a store, once and once only, whatever stops it."""

import gzip
import io
import json
import os
import signal
import sys
import threading

import pyarrow as pa
import pytest
from pyarrow import parquet

from dragoman.cli.main import main
from dragoman.records import EventFilter
from dragoman.runs.runbook import PROCESS
from dragoman.stores import open_store

ALL = EventFilter()


@pytest.fixture
def address(tmp_path, monkeypatch):
    """A store that is not there yet, and that every command takes."""
    address = f"sqlite:///{tmp_path}/news.db"
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    return address


@pytest.fixture
def store(address):
    store = open_store(address)
    yield store
    store.close()


def counted(store):
    return {count.name: count.number for count in store.runs()[0].counts}


def event_ids(store):
    return sorted(kept.event.doc_id for kept in store.events(ALL))


def test_articles_events_and_rejections_are_kept_and_summed_up(dragoman, texts, store):
    ran = dragoman("ingest", texts)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("dragoman: 4 inputs: 2 coded (")
    assert "1 coded with no events, 1 rejected (language not coded 1)" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert {kept.article.doc_id for kept in store.articles()} >= {"praise", "quiet", "attack"}
    assert set(event_ids(store)) == {"praise", "attack"}
    assert [(one.doc_id, one.reason) for one in store.rejections()] == [("russian", "language not coded")]


def test_the_same_again_reads_nothing_anew(dragoman, texts, store):
    dragoman("ingest", texts)
    before = event_ids(store)
    ran = dragoman("ingest", texts)
    assert ran.err.startswith(
        "dragoman: 0 inputs: 0 coded (0 events), 0 coded with no events, 0 rejected; 4 already known"
    )
    assert event_ids(store) == before
    assert len(list(store.rejections())) == 1


def test_a_document_that_comes_twice_in_one_run_is_kept_once(dragoman, texts, store):
    ran = dragoman("ingest", texts, texts)
    assert "4 already known" in ran.err
    assert counted(store)["already known"] == 4
    assert len(event_ids(store)) == len({kept.event.key for kept in store.events(ALL)})


def test_two_processes_keep_what_one_keeps(dragoman, texts, tmp_path, monkeypatch):
    kept = []
    for workers in (1, 2):
        monkeypatch.setenv("DRAGOMAN_STORE", f"sqlite:///{tmp_path}/{workers}.db")
        assert dragoman("ingest", texts, "--workers", workers).status == 0
        store = open_store(f"sqlite:///{tmp_path}/{workers}.db")
        kept.append([(one.event, one.story) for one in store.events(ALL)])
        store.close()
    assert kept[0] == kept[1]
    assert kept[0]


def test_the_run_says_what_coded_and_how_it_ended(dragoman, texts, store):
    dragoman("ingest", texts, "--date", "2024-05-17")
    (run,) = store.runs()
    assert (run.kind, run.state) == ("ingest", "finished")
    assert run.ended
    assert len(run.parser) == len(run.knowledge) == 16
    settings = {setting.field: setting.value for setting in run.settings}
    assert settings["date"] == "2024-05-17"
    assert settings["inputs"].endswith("texts.jsonl")
    assert counted(store)["rejected: language not coded"] == 1


def test_a_run_that_was_killed_is_noted_by_the_next(dragoman, texts, store):
    from dragoman.runs.runbook import begin_run

    number = begin_run(store, "ingest", ())
    (run,) = store.runs()
    mark = next(setting.value for setting in run.settings if setting.field == PROCESS)
    assert mark.split()[1] == str(os.getpid())
    dragoman("ingest", texts)
    states = {one.number: one.state for one in store.runs()}
    assert states[number] == "running"  # this process is alive
    assert sorted(states.values()) == ["finished", "running"]


def test_every_kind_of_table_is_read_by_named_columns(dragoman, tmp_path, store):
    rows = {"nr": ["a", "b"], "body": ["Norway praised Chile on Tuesday.", ""], "day": ["2024-05-16", "2024-05-16"]}
    parquet.write_table(pa.table(rows), tmp_path / "t.parquet")
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(b"nr,body,day\nc,Peru condemned Bolivia on Monday.,2024-05-16\n"))
    named = ("--text-column", "body", "--date-column", "day", "--id-column", "nr")
    ran = dragoman("ingest", tmp_path / "t.parquet", tmp_path / "t.csv.gz", *named)
    assert ran.status == 0
    assert event_ids(store) == ["a", "c"]
    assert [(one.doc_id, one.reason) for one in store.rejections()] == [("t.parquet:2", "empty")]


def test_a_column_that_is_not_there_is_bad_use_and_the_run_has_failed(dragoman, tmp_path, store):
    (tmp_path / "t.csv").write_text("nr,words\n1,Words.\n", encoding="utf-8")
    ran = dragoman("ingest", tmp_path / "t.csv", "--text-column", "body")
    assert ran.status == 2
    assert "'nr', 'words'" in ran.err
    assert store.runs()[0].state == "failed"


def test_one_bad_item_of_a_feed_or_archive_is_rejected_by_name(dragoman, tmp_path, store):
    (tmp_path / "feed.xml").write_text(
        "<rss><channel><title>Harbour Post</title>"
        "<item><title>Norway praises Chile</title><link>https://harbour.example/1</link>"
        "<description>Norway praised Chile on Tuesday.</description></item><item></item></channel></rss>",
        encoding="utf-8",
    )
    body = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNo."
    (tmp_path / "a.warc").write_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/2\r\n"
        b"WARC-Date: 2024-05-16T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    )
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"words " * 100)[:-9])
    ran = dragoman("ingest", tmp_path / "feed.xml", tmp_path / "a.warc", tmp_path / "cut.gz", "--date", "2024-05-16")
    assert ran.status == 0
    assert {(one.doc_id, one.reason) for one in store.rejections()} == {
        ("feed.xml#2", "empty"),
        ("https://harbour.example/2", "http status 404"),
        ("cut.gz", "truncated"),
    }


@pytest.mark.parametrize(
    ("limit", "status", "told"),
    [
        pytest.param("1", 0, "2 coded", id="as many as allowed"),
        pytest.param("0", 1, "1 of 3 documents were rejected (language not coded 1)", id="a number"),
        pytest.param("20%", 1, "more than --max-rejected 20%", id="a share, at the end"),
        pytest.param("0.25", 0, "2 coded", id="the share itself"),
        pytest.param("few", 2, "--max-rejected is a number", id="no limit"),
    ],
)
def test_too_many_rejected_stop_the_run_and_keep_what_was_read(dragoman, texts, store, limit, status, told):
    ran = dragoman("ingest", texts, "--max-rejected", limit)
    assert ran.status == status
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    if status == 1:
        assert store.runs()[0].state == "failed"
        assert "praise" in event_ids(store)


def test_after_too_many_the_same_command_goes_on(dragoman, texts, store):
    dragoman("ingest", texts, "--max-rejected", "0")
    ran = dragoman("ingest", texts, "--max-rejected", "0")
    assert ran.status == 0
    assert "attack" in event_ids(store)


@pytest.mark.parametrize("told", ["0", "-3", "soon"])
@pytest.mark.usefixtures("address")
def test_days_for_raw_pages_are_a_number_or_forever(dragoman, texts, told):
    assert dragoman("ingest", texts, "--keep-raw", told).status == 2


@pytest.mark.parametrize("told", [None, "1", "forever"])
def test_raw_pages_are_kept_only_when_asked_for(dragoman, tmp_path, store, told):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Norway praised Chile on Tuesday."}', encoding="utf-8")
    dragoman("ingest", tmp_path / "a.jsonl", *(["--keep-raw", told] if told else []))
    (article,) = store.articles()
    assert store.raw_page(article.key) == (None if told is None else b"Norway praised Chile on Tuesday.")


def test_a_missing_input_leaves_no_store(dragoman, tmp_path):
    ran = dragoman("ingest", tmp_path / "nothing", "--store", f"sqlite:///{tmp_path}/new.db")
    assert ran.status == 1
    assert "nothing" in ran.err
    assert list(tmp_path.iterdir()) == []


class Interrupting(io.RawIOBase):
    """Standard input that has some lines, and then sends a signal instead of more."""

    def __init__(self, lines: bytes, number: int) -> None:
        super().__init__()
        self._lines = io.BytesIO(lines)
        self._number = number

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        size = self._lines.readinto(buffer)
        if not size:
            os.kill(os.getpid(), self._number)
        return size


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_cleanly_and_says_how_to_go_on(store, monkeypatch, capsys, number, status):
    line = json.dumps({"id": "a", "text": "Norway praised Chile on Tuesday.", "date": "2024-05-16"}).encode() + b"\n"
    stdin = io.TextIOWrapper(io.BufferedReader(Interrupting(line * 1 + b" " * 70_000, number)), "utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(SystemExit) as ended:
        main(["ingest", "-"])
    assert ended.value.code == status
    told = capsys.readouterr().err
    assert "the same command again goes on" in told
    assert len(told.splitlines()) == 1
    assert store.runs()[0].state == "broken off"


def test_two_ingests_at_once_lose_nothing_and_readers_see_whole_states(tmp_path, store):
    """Both write through stores of their own, in one process, so that the parser is loaded once; a reader asks on."""
    from dragoman.runs.ingesting import Ingest, ingest
    from dragoman.runs.settings import Settings

    paths = []
    for part in range(2):
        path = tmp_path / f"part{part}.jsonl"
        lines = [
            {
                "id": f"{number}",
                "text": f"Norway praised Chile on Tuesday. It was the {number}. time.",
                "date": "2024-05-16",
            }
            for number in range(part * 20, part * 20 + 40)  # the middle twenty come in both
        ]
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        paths.append(str(path))
    problems, seen, done = [], [], threading.Event()

    def write(path: str) -> None:
        own = open_store(store.address)
        try:
            ingest(own, [path], Ingest(Settings()))
        except Exception as problem:
            problems.append(problem)
        finally:
            own.close()

    def read() -> None:
        own = open_store(store.address)
        try:
            while not done.is_set():
                kept = list(own.events(ALL))
                seen.append(len(kept))
                if any(own.article(one.article) is None for one in kept[:5]):
                    problems.append("an event without its article")
        except Exception as problem:
            problems.append(problem)
        finally:
            own.close()

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(path,)) for path in paths]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert problems == []
    assert len({kept.article.doc_id for kept in store.articles()}) == 60
    assert seen == sorted(seen)
    assert {run.state for run in store.runs()} == {"finished"}
