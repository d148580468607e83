"""The quality gate: scores the coder on every gold there is, and fails where a figure falls under its floor.

In: ../shared beside the checkout where it stands, our own gold under quality/gold, the casebook.
Out: tables of figures, conditions and floors on standard output; exit status 1 where a floor or a condition does not
hold or a measurement breaks off.  What is absent is skipped by name.  `--write` raises the floors in floors.toml, and
refuses to lower one; `--misses seen` tells what went wrong in the half of our own gold that may be read.
To add a corpus, write a `Corpus` and give it to `list_corpora`; to pin a metric of it, write that into floors.toml.

The scores are those of ../shared/score/score_events.py and, for our own gold, of scoring.py; neither shares code with
the coder.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "quality"), str(ROOT / "tests" / "casebook")]

from reading import find_differences, find_pages, read_page  # noqa: E402  (the folders must be on the path first)

from floors import (  # noqa: E402
    CHANGED,
    FAILURES,
    SKIPPED,
    Figures,
    Floor,
    LowerFloorError,
    Verdict,
    digest_files,
    judge_figures,
    load_floors,
    raise_floors,
    save_floors,
)
from owngold import (  # noqa: E402
    HALVES,
    REFUSAL,
    SEEN,
    GoldError,
    Half,
    is_failure,
    judge_gold,
    list_misses,
    measure_half,
    show_condition,
    show_halves,
)

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score_events.py"
FLOORS = ROOT / "quality" / "floors.toml"
CASEBOOK = ROOT / "tests" / "casebook"
DRAGOMAN = Path(sys.executable).parent / "dragoman"
LIMIT_S = 240


class MeasurementError(Exception):
    """A command of the measurement failed; the message holds the command's last words."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A gold file, the input it judges, the command that codes it, and the scorer's name for its kind."""

    name: str
    kind: str
    command: str
    source: Path
    gold: Path

    def find_absent(self) -> str | None:
        """Return why this corpus cannot be measured here, or None."""
        absent = [path for path in (SCORER, self.source, self.gold) if not path.exists()]
        return f"no ../{absent[0].relative_to(ROOT.parent)} beside the checkout" if absent else None

    def digest(self) -> str:
        """Return the digest of all that its figures hang on but the coder."""
        inputs = [path for path in self.source.rglob("*") if path.is_file()] if self.source.is_dir() else [self.source]
        return digest_files({*inputs, self.gold, SCORER})


def list_corpora() -> list[Corpus]:
    """Return all corpora that the gate knows, present or not."""
    seed, gold, pairs = SHARED / "seed" / "caliber_article.txt", SHARED / "gold", SHARED / "plv" / "pairs_dev.jsonl"
    return [
        Corpus("seed", "seed", "code", seed, gold / "seed_events.jsonl"),
        Corpus("pages", "pages", "code", gold / "pages", gold / "pages.jsonl"),
        Corpus("pairs", "pairs", "relate", pairs, pairs),
    ]


def measure_corpus(corpus: Corpus) -> Figures:
    """Code the corpus with the command line and score what came out."""
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        _run([DRAGOMAN, corpus.command, corpus.source, "-o", coded])
        printed = _run([sys.executable, SCORER, corpus.kind, corpus.gold, coded])
    return Figures(corpus.name, corpus.digest(), read_score(printed))


def read_score(printed: str) -> dict[str, float | None]:
    """Return the figures in the scorer's last line: plain numbers, and null where nothing was there to count."""
    score = json.loads(printed.strip().splitlines()[-1])
    return {name: value for name, value in score.items() if value is None or isinstance(value, int | float)}


def _run(command: Sequence[str | Path]) -> str:
    told = " ".join(Path(part).name if isinstance(part, Path) else part for part in command)
    try:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, timeout=LIMIT_S, check=True
        )
    except subprocess.CalledProcessError as problem:
        raise MeasurementError(
            f"`{told}` ended with {problem.returncode}: {problem.stderr.strip()[-400:]}"
        ) from problem
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise MeasurementError(f"`{told}`: {problem}") from problem
    return done.stdout


def measure_casebook() -> tuple[Figures, list[str]]:
    """Count the cases that are right, and say so page by page; a known gap is a case like any other here."""
    from dragoman import code_text

    right, total, lines = 0, 0, []
    for page in find_pages(CASEBOOK):
        cases = read_page(page)
        good = sum(not find_differences(case, case.code(code_text)) for case in cases)
        gaps = sum(case.is_known_gap for case in cases)
        lines.append(f"{page.stem} {good}/{len(cases)}" + (f" ({gaps} known gaps)" if gaps else ""))
        right, total = right + good, total + len(cases)
    return Figures("casebook", "", {"right": right, "cases": total}), lines


def show_verdict(verdict: Verdict) -> str:
    """Return a verdict as a line of the table."""
    figure = "-" if verdict.figure is None else f"{verdict.figure:g}"
    floor = verdict.floor
    return f"{floor.corpus:<12} {floor.metric:<24} {figure:>8} {floor.value:>8g}  {verdict.outcome}"


def measure_all() -> tuple[list[Figures], bool]:
    """Measure all that is there, telling what ran and what was skipped; and say whether nothing broke off."""
    measured, is_whole = [], True
    for corpus in list_corpora():
        absent = corpus.find_absent()
        if absent:
            print(f"skipped {corpus.name}: {absent}")
            continue
        began = time.monotonic()
        try:
            measured.append(measure_corpus(corpus))
        except MeasurementError as problem:
            print(f"BROKE   {corpus.name}: {problem}")
            is_whole = False
            continue
        print(f"ran     {corpus.name} in {time.monotonic() - began:.0f} s")
    figures, lines = measure_casebook()
    print(f"ran     casebook: {', '.join(lines) or 'no pages'}")
    return [*measured, figures], is_whole


def measure_gold() -> tuple[list[Half], bool]:
    """Measure the halves of our own gold that are there, and say whether nothing broke off."""
    halves, is_whole = [], True
    for name in HALVES:
        began = time.monotonic()
        try:
            half = measure_half(name)
        except GoldError as problem:
            print(f"BROKE   gold_{name}: {problem}")
            is_whole = False
            continue
        if half is None:
            print(f"skipped gold_{name}: no sheets in quality/gold/{name} yet")
            continue
        halves.append(half)
        print(f"ran     gold_{name} in {time.monotonic() - began:.0f} s")
    return halves, is_whole


def show_gold(halves: Sequence[Half]) -> bool:
    """Print the figures of our own gold and what is asked of it; say whether all that holds."""
    if not halves:
        return True
    conditions = judge_gold(halves)
    print("", *show_halves(halves), "", *map(show_condition, conditions), sep="\n")
    return not any(is_failure(condition) for condition in conditions)


def show_misses(name: str) -> int:
    """Print what went wrong in the seen half; return the exit status."""
    if name != SEEN:
        print(REFUSAL, file=sys.stderr)
        return 2
    try:
        half = measure_half(SEEN)
    except GoldError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(*(list_misses(half) if half else ["no sheets in quality/gold/seen yet"]), sep="\n")
    return 0


def write_floors(floors: Sequence[Floor], measured: Sequence[Figures]) -> bool:
    """Raise the floors in floors.toml; say whether they could be."""
    try:
        raised = raise_floors(floors, measured)
    except LowerFloorError as problem:
        print(f"floors.toml is left as it was: {problem}")
        return False
    save_floors(FLOORS, raised)
    print("floors.toml holds the figures above")
    return True


def judge_all(*, is_write: bool) -> bool:
    """Measure, compare, print; say whether the gate is passed."""
    measured, is_whole = measure_all()
    halves, is_gold_whole = measure_gold()
    is_good = show_gold(halves) and is_whole and is_gold_whole
    measured += [half.figures() for half in halves]
    floors = load_floors(FLOORS)
    verdicts = judge_figures(floors, measured)
    print(f"\n{'corpus':<12} {'metric':<24} {'figure':>8} {'floor':>8}")
    for verdict in verdicts:
        print(show_verdict(verdict))
    is_good = is_good and not any(verdict.outcome in FAILURES for verdict in verdicts)
    if is_write:
        is_good = is_whole and is_gold_whole and write_floors(floors, measured) and is_good
    open_floors = sum(verdict.outcome in (SKIPPED, CHANGED) for verdict in verdicts)
    aside = f", {open_floors} of {len(verdicts)} floors not compared" if open_floors else ""
    print(f"\nthe gate is passed{aside}" if is_good else "\nTHE GATE IS NOT PASSED")
    return is_good


def main() -> int:
    """Do what the command line asks; return the exit status."""
    parser = argparse.ArgumentParser(description="Score the coder against its pinned floors.")
    parser.add_argument("--write", action="store_true", help="raise the floors to the figures found")
    parser.add_argument(
        "--misses", choices=HALVES, help="list what went wrong in the seen half of our own gold, and stop"
    )
    given = parser.parse_args()
    if given.misses:
        return show_misses(given.misses)
    return 0 if judge_all(is_write=given.write) else 1


if __name__ == "__main__":
    sys.exit(main())
