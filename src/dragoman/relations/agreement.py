"""Our stories beside another coder's events: per dyad and month, who sees what, and how far both agree.

Comes in: `DyadCount`s of ours, by month or day, and the other's `Event`s.  Goes out: `Comparison`.  Ours are plain
stories of states, theirs the events that would count alike (`face_of`), whatever number of reports stands behind
them: so levels differ by nature, and agreement is about which months are high and which class leads.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dragoman.ontology import Ontology
from dragoman.records import DyadCount, Event, dyads_of, face_of
from dragoman.relations.model import CLASSES, CONFLICT, State
from dragoman.relations.naming import state_of
from dragoman.relations.periods import Calendar

LEAST_MONTHS = 6  # months under which neither correlation nor kappa is told
SHORT_SPAN = "too few months"
EVEN, NOTHING, COOPERATION, CONFLICTS = "even", "nothing", "cooperation", "conflict"

Pair = tuple[str, str]
Cell = tuple[Pair, str, int, str]  # dyad in order of the alphabet, month, class, type
Counts = Counter[Cell]


@dataclass(frozen=True, slots=True)
class ClassPair:
    """Our stories and their events of one class."""

    quad_code: int
    name: str
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True)
class MonthPair:
    """A month of a dyad as both see it; what leads is "cooperation", "conflict", "even" or "nothing"."""

    month: str
    ours: int
    theirs: int
    classes: tuple[ClassPair, ...]
    ours_lead: str
    theirs_lead: str


@dataclass(frozen=True, slots=True)
class DyadAgreement:
    """How far both agree on a dyad, over the months that both cover.

    Correlations are Pearson's, of monthly counts; None where a side never changes.  `both_conflict` is the share of
    the months in which either sees conflict that both see it in, `both_cooperation` likewise, None where neither
    sees any.  `kappa` is Cohen's, on what leads in each month.  `only_ours` and `only_theirs` name months and
    types that only one has.  `note` says why figures are missing.
    """

    first: State
    second: State
    ours: int
    theirs: int
    classes: tuple[ClassPair, ...]
    correlation: float | None
    conflict_correlation: float | None
    cooperation_correlation: float | None
    both_conflict: float | None
    both_cooperation: float | None
    kappa: float | None
    only_ours_months: tuple[str, ...]
    only_theirs_months: tuple[str, ...]
    only_ours_types: tuple[str, ...]
    only_theirs_types: tuple[str, ...]
    months: tuple[MonthPair, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our series beside a coder's, dyad by dyad, over the months that both cover."""

    coder: str
    since: str
    until: str
    dyads: tuple[DyadAgreement, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Foreign:
    """Another coder's events counted by dyad, month, class and type, with the days that they cover."""

    counts: Counts = field(default_factory=Counter)
    events: int = 0
    first: str | None = None
    last: str | None = None


def count_foreign(events: Iterable[Event]) -> Foreign:
    """Return the counts of another coder's events; those that would not count as plain stories of states are out."""
    told = Foreign()
    for event in events:
        day = event.date
        if day is None:
            continue
        told.events += 1
        told.first, told.last = min(told.first or day, day), max(told.last or day, day)
        if face_of((event,)):
            continue
        dyads = dyads_of(event.actor, event.recipient, is_reciprocal=event.reciprocal)
        for pair in {_pair(dyad.actor, dyad.recipient) for dyad in dyads if dyad.actor != dyad.recipient}:
            told.counts[pair, day[:7], event.quad_code, event.event[0]] += 1
    return told


def count_own(cells: Iterable[DyadCount], ontology: Ontology) -> Counts:
    """Return our plain stories by dyad, month, class and type."""
    counts: Counts = Counter()
    for cell in cells:
        if not cell.face and cell.dyad.actor != cell.dyad.recipient:
            key = (_pair(cell.dyad.actor, cell.dyad.recipient), cell.day[:7], ontology.quad(cell.event), cell.event)
            counts[key] += cell.stories
    return counts


def find_top(ours: Counts, theirs: Counts, most: int, codes: Sequence[str] = ()) -> list[Pair]:
    """Return the dyads that take the largest part of both, the part of each coder's whole weighing alike."""
    weights: dict[Pair, float] = {}
    for counts in (ours, theirs):
        whole = sum(counts.values()) or 1
        for (pair, *_), number in counts.items():
            if set(codes) <= set(pair):
                weights[pair] = weights.get(pair, 0.0) + number / whole
    return [pair for pair, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]]


def compare_dyads(
    pairs: Sequence[Pair], ours: Counts, theirs: Counts, months: Calendar, ontology: Ontology
) -> tuple[DyadAgreement, ...]:
    """Return how far both agree on each of these dyads."""
    wanted = {period.label for period in months.periods}
    mine, other = _by_pair(ours, wanted), _by_pair(theirs, wanted)
    return tuple(
        _agreement(pair, mine.get(pair, Counter()), other.get(pair, Counter()), months, ontology) for pair in pairs
    )


def cohen_kappa(first: Sequence[str], second: Sequence[str]) -> float | None:
    """Return Cohen's kappa of two ratings of the same months; None where chance alone would agree always."""
    total = len(first)
    if not total:
        return None
    agreed = sum(1 for one, other in zip(first, second, strict=True) if one == other) / total
    ones, others = Counter(first), Counter(second)
    chance = sum(ones[rating] * others[rating] for rating in ones) / total**2
    return None if chance == 1 else (agreed - chance) / (1 - chance)


def correlate(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Return Pearson's correlation; None where a side never changes."""
    if len(set(first)) < 2 or len(set(second)) < 2:
        return None
    return float(np.corrcoef(first, second)[0, 1])


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _by_pair(counts: Counts, months: set[str]) -> Mapping[Pair, Counter[tuple[str, int, str]]]:
    pairs: dict[Pair, Counter[tuple[str, int, str]]] = {}
    for (pair, month, quad, event), number in counts.items():
        if month in months:
            pairs.setdefault(pair, Counter())[month, quad, event] += number
    return pairs


def _agreement(
    pair: Pair,
    ours: Counter[tuple[str, int, str]],
    theirs: Counter[tuple[str, int, str]],
    months: Calendar,
    ontology: Ontology,
) -> DyadAgreement:
    rows = tuple(_month(period.label, ours, theirs) for period in months.periods)
    types = {event for _, _, event in ours}, {event for _, _, event in theirs}
    is_short = len(rows) < LEAST_MONTHS
    leads = [row.ours_lead for row in rows], [row.theirs_lead for row in rows]
    return DyadAgreement(
        first=state_of(pair[0], ontology),
        second=state_of(pair[1], ontology),
        ours=sum(row.ours for row in rows),
        theirs=sum(row.theirs for row in rows),
        classes=_classes(ours, theirs),
        correlation=None if is_short else correlate([row.ours for row in rows], [row.theirs for row in rows]),
        conflict_correlation=None if is_short else _correlate_part(rows, is_conflict=True),
        cooperation_correlation=None if is_short else _correlate_part(rows, is_conflict=False),
        both_conflict=_share_both(rows, is_conflict=True),
        both_cooperation=_share_both(rows, is_conflict=False),
        kappa=None if is_short else cohen_kappa(*leads),
        only_ours_months=tuple(row.month for row in rows if row.ours and not row.theirs),
        only_theirs_months=tuple(row.month for row in rows if row.theirs and not row.ours),
        only_ours_types=tuple(sorted(types[0] - types[1])),
        only_theirs_types=tuple(sorted(types[1] - types[0])),
        months=rows,
        note=SHORT_SPAN if is_short else None,
    )


def _month(label: str, ours: Counter[tuple[str, int, str]], theirs: Counter[tuple[str, int, str]]) -> MonthPair:
    classes = _classes(
        Counter({key: number for key, number in ours.items() if key[0] == label}),
        Counter({key: number for key, number in theirs.items() if key[0] == label}),
    )
    return MonthPair(
        month=label,
        ours=sum(pair.ours for pair in classes),
        theirs=sum(pair.theirs for pair in classes),
        classes=classes,
        ours_lead=_lead({pair.quad_code: pair.ours for pair in classes}),
        theirs_lead=_lead({pair.quad_code: pair.theirs for pair in classes}),
    )


def _classes(ours: Counter[tuple[str, int, str]], theirs: Counter[tuple[str, int, str]]) -> tuple[ClassPair, ...]:
    mine, other = _by_class(ours), _by_class(theirs)
    return tuple(ClassPair(quad, name, mine[quad], other[quad]) for quad, name in CLASSES.items())


def _by_class(counts: Counter[tuple[str, int, str]]) -> Counter[int]:
    sums: Counter[int] = Counter()
    for (_, quad, _), number in counts.items():
        sums[quad] += number
    return sums


def _lead(classes: Mapping[int, int]) -> str:
    conflict = sum(number for quad, number in classes.items() if quad in CONFLICT)
    cooperation = sum(classes.values()) - conflict
    if conflict == cooperation:
        return EVEN if conflict else NOTHING
    return CONFLICTS if conflict > cooperation else COOPERATION


def _parts(row: MonthPair, *, is_conflict: bool) -> tuple[int, int]:
    pairs = [pair for pair in row.classes if (pair.quad_code in CONFLICT) == is_conflict]
    return sum(pair.ours for pair in pairs), sum(pair.theirs for pair in pairs)


def _correlate_part(rows: Sequence[MonthPair], *, is_conflict: bool) -> float | None:
    told = [_parts(row, is_conflict=is_conflict) for row in rows]
    return correlate([ours for ours, _ in told], [theirs for _, theirs in told])


def _share_both(rows: Sequence[MonthPair], *, is_conflict: bool) -> float | None:
    told = [_parts(row, is_conflict=is_conflict) for row in rows]
    either = [both for both in told if any(both)]
    return sum(1 for both in either if all(both)) / len(either) if either else None
