"""A dyad's timeline over ten million events: how long a store takes to answer for the busiest dyad.

In: how many events, and in a folder of the machine's disk room for some 2 GB.  Out: a report on standard output; exit
status
1 where SQLite takes 100 ms or more.

    .venv/bin/python quality/proofs/dyad_timeline.py [--events 10000000] [--folder DIR]

Stories are drawn at random: three reports each, twenty-five years, states by Zipf's law (so that the busiest dyad
has some three in a hundred of all), sixteen types.  They are put into the roll-ups by the code that keeps them up
with every
story, in large batches; no events, stories or articles stand behind them.
"""

import argparse
import datetime
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from pathlib import Path

from dragoman.ontology import load_ontology
from dragoman.records import CLAIM, FACES, HISTORICAL, NOT_STATE
from dragoman.stores import open_store
from dragoman.stores.rollups import DyadShare, OutletShare, Share, add_shares

REPORTS = 3
BATCH = 200_000
FIRST_DAY = datetime.date(2000, 1, 1)
DAYS = 25 * 365
LIMIT_MS = 100
REPEATS = 9
FACE_WEIGHTS = {0: 60, CLAIM: 15, HISTORICAL: 10, NOT_STATE: 10, CLAIM | HISTORICAL: 5}
OUTLETS = [f"Outlet {number}" for number in range(200)]


def draw_shares(stories: int, seed: int) -> Iterator[Share]:
    """Yield what so many stories put into the roll-ups."""
    rng = random.Random(seed)  # noqa: S311
    ontology = load_ontology()
    states = sorted(code for code, country in ontology.countries.items() if country.part_of is None)
    rng.shuffle(states)
    weights = list(accumulate(1 / rank for rank in range(1, len(states) + 1)))
    types = [(name, kind.score) for name, kind in ontology.event_types.items()]
    faces = list(accumulate(FACE_WEIGHTS.values()))
    days = [(FIRST_DAY + datetime.timedelta(days=number)).isoformat() for number in range(DAYS)]
    for _ in range(stories):
        low, high = sorted(rng.choices(states, cum_weights=weights, k=2))
        name, score = rng.choice(types)
        (face,) = rng.choices(list(FACE_WEIGHTS), cum_weights=faces)
        day = rng.choice(days)
        outlets = tuple(OutletShare(outlet, day, 1, 1) for outlet in rng.sample(OUTLETS, REPORTS))
        yield Share((DyadShare(low, high, rng.randrange(3), day, name, face, REPORTS, score),), outlets)


def fill(address: str, stories: int, seed: int) -> float:
    """Put the stories into the roll-ups of a new store; return the seconds that took."""
    began = time.perf_counter()
    store = open_store(address)
    shares = draw_shares(stories, seed)
    while batch := list(islice(shares, BATCH)):
        with store.writing() as writer:
            add_shares(writer._pen.access, batch)
    store.close()
    return time.perf_counter() - began


def forget(path: Path) -> None:
    """Let the system forget what it holds of a file in memory."""
    for part in path.parent.glob(f"{path.name}*"):
        descriptor = os.open(part, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def measure(ask: Callable[[], int], path: Path | None) -> tuple[int, float]:
    """Return how many rows a question gives and its median time in ms, from a cold file where one is given."""
    times = []
    rows = 0
    for _ in range(REPEATS):
        if path is not None:
            forget(path)
        began = time.perf_counter()
        rows = ask()
        times.append((time.perf_counter() - began) * 1000)
    return rows, statistics.median(times)


def main() -> int:
    """Fill a store and ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=20240514)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        path = Path(folder) / "news.db"
        took = fill(f"sqlite:///{path}", asked.events // REPORTS, asked.seed)
        size = sum(part.stat().st_size for part in path.parent.iterdir()) / 1e6
        print(f"{asked.events:,} events in {asked.events // REPORTS:,} stories: {took:.0f} s, {size:,.0f} MB")
        return report(path)


def report(path: Path) -> int:
    """Time the questions that relations ask of the busiest dyad; return 1 where its timeline takes too long."""
    store = open_store(str(path))
    stories: dict[tuple[str, str], int] = {}
    for cell in store.world_counts():
        first, second = sorted((cell.dyad.actor, cell.dyad.recipient))
        stories[first, second] = stories.get((first, second), 0) + cell.stories
    (first, second), number = max(stories.items(), key=lambda item: item[1])
    print(f"the busiest of {len(stories):,} dyads: {first}-{second}, {number:,} plain stories of two states")
    every = sum(FACES.values())
    questions: dict[str, Callable[[], int]] = {
        "its timeline, by day and type": lambda: len(list(store.dyad_counts([first, second]))),
        "its last year": lambda: len(list(store.dyad_counts([first, second], since="2024-01-01"))),
        "its timeline, every face": lambda: len(list(store.dyad_counts([first, second], faces=every))),
        "its outlets": lambda: len(list(store.dyad_outlet_counts(first, second))),
        "all partners of one state": lambda: len(list(store.dyad_counts([first]))),
        "the world by month": lambda: len(list(store.world_counts())),
    }
    slow = False
    for name, ask in questions.items():
        rows, cold = measure(ask, path)
        _, warm = measure(ask, None)
        print(f"{name:32} {rows:>9,} rows  {cold:8.1f} ms cold  {warm:8.1f} ms warm")
        slow = slow or (name == "its timeline, by day and type" and max(cold, warm) >= LIMIT_MS)
    store.close()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
