"""Figures against their pinned floors.

In: what a measurement found (`Figures`) and what floors.toml pins (`Floor`).  Out: per floor a `Verdict`, and the
floors to pin next.  A floor holds for the corpus it was measured on: its digest is kept beside it, and where the
corpus has changed the figures are shown and not compared.  Pure functions but for `load_floors` and `save_floors`.
To pin a further metric, write it into floors.toml; higher is better for every one.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

HELD, UNDER, MISSING, CHANGED, SKIPPED = (
    "held",
    "UNDER THE FLOOR",
    "NO FIGURE",
    "corpus changed, not compared",
    "skipped",
)
FAILURES = (UNDER, MISSING)
HEADER = """\
# What the coder must not fall below, per corpus: quality/gate.py compares, and with --write raises.
# `digest` is that of the gold, the input and the scorer that the floors were measured with; the casebook has none,
# because it grows: there the number of cases that are right is pinned.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a measurement found: metrics by name, and the digest of its corpus ("" where none is kept)."""

    corpus: str
    digest: str
    metrics: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Floor:
    """One pinned metric."""

    corpus: str
    metric: str
    value: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A floor with the figure found, None where there is none, and what became of it."""

    floor: Floor
    figure: float | None
    outcome: str


class LowerFloorError(Exception):
    """Floors were to be pinned while a figure stands under its own."""


def digest_files(paths: Iterable[Path]) -> str:
    """Return one digest of these files' contents, whatever folder they stand in."""
    total = hashlib.sha256()
    for name, content in sorted((path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths):
        total.update(f"{name} {content}\n".encode())
    return total.hexdigest()


def judge_figures(floors: Sequence[Floor], measured: Sequence[Figures]) -> list[Verdict]:
    """Return what became of each floor; the floors of a corpus that was not measured are skipped."""
    found = {figures.corpus: figures for figures in measured}
    return [_judge(floor, found.get(floor.corpus)) for floor in floors]


def _judge(floor: Floor, figures: Figures | None) -> Verdict:
    if figures is None:
        return Verdict(floor, None, SKIPPED)
    figure = figures.metrics.get(floor.metric)
    if figures.digest != floor.digest:
        return Verdict(floor, figure, CHANGED)
    if figure is None:
        return Verdict(floor, None, MISSING)
    return Verdict(floor, figure, HELD if figure >= floor.value else UNDER)


def raise_floors(floors: Sequence[Floor], measured: Sequence[Figures]) -> list[Floor]:
    """Return the floors raised to the figures found.

    A changed corpus is pinned anew, at its own figures; LowerFloorError where a figure stands under its floor.
    """
    verdicts = judge_figures(floors, measured)
    under = [verdict for verdict in verdicts if verdict.outcome in FAILURES]
    if under:
        floor = under[0].floor
        raise LowerFloorError(f"{floor.corpus} {floor.metric} is {under[0].figure}, under its floor {floor.value}")
    digests = {figures.corpus: figures.digest for figures in measured}
    return [_raise(verdict, digests.get(verdict.floor.corpus, verdict.floor.digest)) for verdict in verdicts]


def _raise(verdict: Verdict, digest: str) -> Floor:
    if verdict.outcome == SKIPPED or verdict.figure is None:
        return verdict.floor
    return replace(verdict.floor, value=verdict.figure, digest=digest)


def load_floors(path: Path) -> list[Floor]:
    """Return the floors that a file pins."""
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Floor(corpus, metric, value, table.get("digest", ""))
        for corpus, table in pinned.items()
        for metric, value in table["floors"].items()
    ]


def save_floors(path: Path, floors: Sequence[Floor]) -> None:
    """Write the floors, one table per corpus."""
    lines = [HEADER]
    for corpus in dict.fromkeys(floor.corpus for floor in floors):
        here = [floor for floor in floors if floor.corpus == corpus]
        digest = f'digest = "{here[0].digest}"\n' if here[0].digest else ""
        pinned = "\n".join(f"{floor.metric} = {floor.value}" for floor in here)
        lines.append(f"[{corpus}]\n{digest}[{corpus}.floors]\n{pinned}\n")
    path.write_text("\n".join(lines), encoding="utf-8")
