"""What ingesting is made of: limits, signals, versions, marks of processes, keys of documents."""

import dataclasses
import os
import signal
import subprocess
import sys

import pytest

from dragoman.errors import BadUse
from dragoman.records import Change, Given, Rejection, Run, SourceDocument
from dragoman.runs.ingesting import document_of
from dragoman.runs.limits import limit_from_text
from dragoman.runs.runbook import PROCESS, dead_runs, mark_of_process
from dragoman.runs.stopping import Interrupted, Stopping
from dragoman.runs.versions import find_versions


@pytest.mark.parametrize(
    ("told", "rejected", "read", "is_end", "is_passed"),
    [
        pytest.param("3", 3, 3, False, False, id="as many as allowed"),
        pytest.param("3", 4, 900, False, True, id="one more"),
        pytest.param("0", 1, 1, False, True, id="none allowed"),
        pytest.param("10%", 5, 49, False, False, id="a share is not judged by the first few"),
        pytest.param("10%", 6, 50, False, True, id="nor later than that"),
        pytest.param("0.1", 5, 50, False, False, id="the share itself"),
        pytest.param(".5", 2, 3, True, True, id="few, at the end"),
        pytest.param("0%", 1, 3, True, True, id="share of nothing"),
        pytest.param("100%", 3, 3, True, False, id="all may be bad"),
    ],
)
def test_limit_says_when_too_many_are_rejected(told, rejected, read, is_end, is_passed):
    assert limit_from_text(told).is_passed(rejected, read, is_end=is_end) is is_passed


@pytest.mark.parametrize("told", ["", "-1", "many", "101%", "1.5", "5 of 10", "nan%"])
def test_what_is_no_limit_is_bad_use(told):
    with pytest.raises(BadUse, match="--max-rejected"):
        limit_from_text(told)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_work_at_once_outside_a_held_block(number):
    with Stopping(), pytest.raises(Interrupted) as stopped:
        os.kill(os.getpid(), number)
    assert stopped.value.status == 128 + number


def work_through(stopping: Stopping, done: list[str]) -> None:
    with stopping.held():
        with stopping.held():
            os.kill(os.getpid(), signal.SIGTERM)
            done.append("inner")
        done.append("outer")
    done.append("after")


def test_a_signal_waits_for_the_end_of_the_outermost_held_block():
    done = []
    with Stopping() as stopping, pytest.raises(Interrupted):
        work_through(stopping, done)
    assert done == ["inner", "outer"]


def be_asked_twice(stopping: Stopping, done: list[str]) -> None:
    with stopping.held():
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("first")
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("second")


def test_a_second_signal_does_not_wait():
    done = []
    with Stopping() as stopping, pytest.raises(Interrupted):
        be_asked_twice(stopping, done)
    assert done == ["first"]


def test_signals_are_given_back():
    before = signal.getsignal(signal.SIGTERM)
    with Stopping():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_knowledge_has_another_version_with_a_list_of_ones_own(tmp_path):
    listed = tmp_path / "own.tsv"
    listed.write_text("a\n", encoding="utf-8")
    plain, own = find_versions(), find_versions([str(listed)])
    assert plain == find_versions()
    assert (plain.coder, plain.parser) == (own.coder, own.parser)
    assert plain.knowledge != own.knowledge


class Book:
    """A book of runs, as a store gives it."""

    def __init__(self, *runs: Run) -> None:
        self._runs = runs

    def runs(self) -> tuple[Run, ...]:
        return self._runs


def run_of(mark: str, state: str = "running") -> Run:
    return Run(1, "ingest", "2024-05-14T00:00:00+00:00", None, state, "1", "2", "3", (Change(PROCESS, mark),))


@pytest.fixture
def gone() -> str:
    """The mark of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        mark = mark_of_process(process.pid)
        process.communicate(b"\n")
    return mark


@pytest.mark.parametrize(
    ("state", "machine", "is_dead"),
    [
        pytest.param("running", "here", True, id="killed on this machine"),
        pytest.param("finished", "here", False, id="ended by itself"),
        pytest.param("running", "elsewhere", False, id="of another machine nobody knows"),
    ],
)
def test_a_run_is_dead_where_its_process_is_gone(gone, state, machine, is_dead):
    mark = gone if machine == "here" else "0123456789abcdef " + gone.split(" ", 1)[1]
    assert bool(dead_runs(Book(run_of(mark, state)))) is is_dead


def test_a_living_run_is_not_dead():
    assert dead_runs(Book(run_of(mark_of_process(os.getpid())))) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells when a process began")
def test_a_process_that_has_another_ones_number_does_not_keep_its_run_alive():
    mark = mark_of_process(os.getpid()) + "0"
    assert dead_runs(Book(run_of(mark)))


PAGE = SourceDocument("a.html", b"<p>Words.</p>", "html", "file")


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        pytest.param(dataclasses.replace(PAGE, fetched="2024-05-14T00:00:00+00:00"), True, id="fetched again"),
        pytest.param(dataclasses.replace(PAGE, body=b"<p>Other words.</p>"), False, id="other bytes"),
        pytest.param(dataclasses.replace(PAGE, doc_id="b.html"), False, id="another id"),
        pytest.param(dataclasses.replace(PAGE, given=Given(title="Mended")), False, id="another title given"),
        pytest.param(Rejection("a.html", "documents", "empty", ""), False, id="could not be had"),
    ],
)
def test_a_document_is_known_by_its_id_and_content(other, is_same):
    assert (document_of(other).key == document_of(PAGE).key) is is_same


def test_a_rejection_is_known_by_its_reason():
    slow = Rejection("https://harbour.example/a", "documents", "too slow", "no whole answer within 20 s")
    gone = dataclasses.replace(slow, reason="http status 404")
    assert document_of(slow) == document_of(slow)
    assert document_of(slow).key != document_of(gone).key
    assert document_of(slow).address == "https://harbour.example/a"
