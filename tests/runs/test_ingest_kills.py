"""SIGKILL at five moments of a real ingest, then the same command again: nothing is lost, nothing doubled."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.stores import open_store
from proofs.newsroom import article_lines
from proofs.storedump import dump_store

KILLABLE = Path(__file__).resolve().parents[2] / "quality" / "proofs" / "killable.py"
KILLS = 5
ARTICLES = 40  # two batches


def ingest(folder: Path, name: str, kill_at: int = 0) -> int:
    """Run a real ingest that kills itself before this statement or commit (0: never); return its exit status."""
    command = [sys.executable, str(KILLABLE), str(kill_at), str(folder / "ticks"), "ingest", str(folder / "in.jsonl")]
    return subprocess.run([*command, "--store", f"sqlite:///{folder}/{name}.db"], capture_output=True).returncode


def dump(folder: Path, name: str) -> list[str]:
    store = open_store(f"sqlite:///{folder}/{name}.db")
    try:
        return dump_store(store)
    finally:
        store.close()


@pytest.fixture(scope="module")
def killed(tmp_path_factory) -> Path:
    """A folder with the store of an undisturbed run, and that of one which was killed five times."""
    folder = tmp_path_factory.mktemp("killed")
    (folder / "in.jsonl").write_text("".join(article_lines(ARTICLES)), encoding="utf-8")
    assert ingest(folder, "undisturbed") == 0
    ticks = int((folder / "ticks").read_text(encoding="utf-8"))
    lot = random.Random(5)  # noqa: S311 - lots for moments, not for secrets
    for kill in range(KILLS):
        # The first falls anywhere up to the middle of the second batch, so that later runs have a batch left to do.
        kill_at = lot.randrange(1, ticks // 4 if kill else ticks * 3 // 4)
        assert ingest(folder, "killed", kill_at) == -signal.SIGKILL
    return folder


def test_five_kills_and_going_on_give_the_store_of_an_undisturbed_run(killed):
    assert ingest(killed, "killed") == 0
    assert dump(killed, "killed") == dump(killed, "undisturbed")
    store = open_store(f"sqlite:///{killed}/killed.db")
    states = [run.state for run in store.runs()]
    store.close()
    assert states[0] == "finished"
    assert set(states[1:]) <= {"broken off"}
