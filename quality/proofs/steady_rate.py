"""A large ingest stays as fast as it began: 50,000 generated articles of 150 words into SQLite.

In: how many articles (see --help).  Out: the rate of every tenth on standard output, its last line a JSON object with
title, result and figures; exit status 1 where the last tenth is slower than 0.9 of the first, or the process has taken
more than 1 GB of memory.  A tenth's rate is articles by processor time and wall time both; the machine may have other
work, so that the share is judged by processor time.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from dragoman.runs.batch import shared_stages  # noqa: E402
from dragoman.runs.ingesting import Ingest, Watch, ingest  # noqa: E402
from dragoman.runs.settings import Settings  # noqa: E402
from dragoman.runs.tally import Tally  # noqa: E402
from dragoman.stores import open_store  # noqa: E402
from proofs.newsroom import article_lines  # noqa: E402  (the folder must be on the path first)

TITLE = "Steady rate of a large ingest"
LEAST_SHARE = 0.9
MOST_BYTES = 1_000_000_000


@dataclass(slots=True)
class Timing:
    """When each tenth was reached: wall time and processor time."""

    step: int
    reached: list[tuple[int, float, float]] = field(default_factory=list)

    def tell(self, tally: Tally) -> None:
        """Note the moment when another tenth is through."""
        if tally.inputs >= (len(self.reached)) * self.step:
            self.reached.append((tally.inputs, time.monotonic(), time.process_time()))
            print(f"{tally.inputs} articles, {peak_bytes() / 1e6:.0f} MB at most", flush=True)

    def rates(self) -> list[tuple[float, float]]:
        """Return articles a second of each tenth, by wall time and by processor time."""
        pairs = zip(self.reached, self.reached[1:], strict=False)
        return [((b[0] - a[0]) / (b[1] - a[1]), (b[0] - a[0]) / (b[2] - a[2])) for a, b in pairs]


def peak_bytes() -> int:
    """Return the most memory that this process has taken; Linux tells it in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> int:
    """Ingest, and judge the rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=50_000)
    asked = parser.parse_args()
    shared_stages()  # loading the parser is no part of the rate
    timing = Timing(asked.articles // 10)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(article_lines(asked.articles))
        store = open_store(f"sqlite:///{folder}/steady.db")
        tally = ingest(store, [str(source)], Ingest(Settings()), watch=Watch(on_count=timing.tell))
        size = (Path(folder) / "steady.db").stat().st_size
        store.close()
    return judge(timing, tally, size)


def judge(timing: Timing, tally: Tally, size: int) -> int:
    """Print the figures and return the exit status."""
    rates = timing.rates()
    for number, (wall, processor) in enumerate(rates, start=1):
        print(f"tenth {number:>2}: {wall:6.1f} articles/s by the clock, {processor:6.1f} by processor time")
    share = rates[-1][1] / rates[0][1]
    passed = share >= LEAST_SHARE and peak_bytes() <= MOST_BYTES
    figures = {
        "articles": tally.inputs,
        "events": tally.events,
        "articles/s, first tenth": round(rates[0][0], 1),
        "articles/s, last tenth": round(rates[-1][0], 1),
        "last tenth to first, by processor time": round(share, 3),
        "last tenth to first, by the clock": round(rates[-1][0] / rates[0][0], 3),
        "most memory, MB": round(peak_bytes() / 1e6),
        "store, MB": round(size / 1e6),
    }
    print(json.dumps({"title": TITLE, "passed": passed, "figures": figures}))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
