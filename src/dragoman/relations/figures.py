"""Cells of the roll-up summed into figures, and one way of a dyad over time.

Comes in: `DyadCount`s of a dyad, both directions.  Goes out: `Figures` and `Series`.  Reciprocal cells count there
and back, and once together; a dyad of a code with itself is domestic.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.ontology import Ontology
from dragoman.records import DyadCount
from dragoman.relations.intervals import mean_interval, share_interval
from dragoman.relations.model import (
    CLASSES,
    CONFLICT,
    LEAST_STORIES,
    NO_STORIES,
    TOO_FEW,
    ClassCount,
    Figures,
    PeriodFigures,
    Series,
    TypeCount,
)
from dragoman.relations.periods import Calendar

WAYS = ("there", "back", "together")


@dataclass(slots=True)
class Sum:
    """Cells added up: stories and reports by type, and the sums that scores need."""

    stories: dict[str, int] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)
    score_sum: float = 0.0
    square_sum: float = 0.0

    def add(self, cell: DyadCount) -> None:
        """Add a cell."""
        self.stories[cell.event] = self.stories.get(cell.event, 0) + cell.stories
        self.reports[cell.event] = self.reports.get(cell.event, 0) + cell.reports
        self.score_sum += cell.score_sum
        self.square_sum += cell.square_sum


def sum_figures(cells: Iterable[DyadCount], ontology: Ontology) -> Figures:
    """Return the figures of these cells, each counted once."""
    total = Sum()
    for cell in cells:
        total.add(cell)
    return figures_of(total, ontology)


def figures_of(total: Sum, ontology: Ontology) -> Figures:
    """Return the figures of a sum: counts, conflict share, scores, and bands from five stories on."""
    classes = _count_classes(total, ontology)
    stories = sum(count.stories for count in classes)
    conflict = sum(count.stories for count in classes if count.quad_code in CONFLICT)
    return Figures(
        stories=stories,
        reports=sum(count.reports for count in classes),
        classes=classes,
        types=tuple(
            TypeCount(event, number, total.reports[event])
            for event, number in sorted(total.stories.items(), key=lambda item: (-item[1], item[0]))
            if number
        ),
        conflict_share=conflict / stories if stories else None,
        share_interval=share_interval(conflict, stories),
        score_sum=total.score_sum,
        score_mean=total.score_sum / stories if stories else None,
        mean_interval=mean_interval(stories, total.score_sum, total.square_sum),
        note=_note(stories),
    )


def build_series(cells: Sequence[DyadCount], codes: tuple[str, str], days: Calendar, ontology: Ontology) -> Series:
    """Return the dyad of these codes over time, both ways together; a code with itself is its domestic series."""
    way = "domestic" if codes[0] == codes[1] else "together"
    return _series(way, [cell for cell in cells if _is_between(cell, codes)], codes, days, ontology)


def build_ways(
    cells: Sequence[DyadCount], codes: tuple[str, str], days: Calendar, ontology: Ontology
) -> tuple[Series, ...]:
    """Return the dyad of these codes there, back and together; a code with itself has its domestic series alone."""
    together = build_series(cells, codes, days, ontology)
    if codes[0] == codes[1]:
        return (together,)
    ways = [_series("there", [cell for cell in cells if goes(cell, *codes)], codes, days, ontology)]
    back = (codes[1], codes[0])
    ways.append(_series("back", [cell for cell in cells if goes(cell, *back)], back, days, ontology))
    return (*ways, together)


def goes(cell: DyadCount, actor: str, recipient: str) -> bool:
    """Say whether a cell's stories go this way; reciprocal ones go both."""
    sides = (cell.dyad.actor, cell.dyad.recipient)
    return sides == (actor, recipient) or (cell.dyad.is_reciprocal and sides == (recipient, actor))


def _is_between(cell: DyadCount, codes: tuple[str, str]) -> bool:
    sides = (cell.dyad.actor, cell.dyad.recipient)
    return sides in (codes, (codes[1], codes[0]))


def _series(way: str, cells: list[DyadCount], codes: tuple[str, str], days: Calendar, ontology: Ontology) -> Series:
    sums: dict[int, Sum] = {}
    whole = Sum()
    places: dict[str, int | None] = {}
    for cell in cells:
        if cell.day not in places:
            places[cell.day] = days.find(cell.day)
        place = places[cell.day]
        if place is not None:
            sums.setdefault(place, Sum()).add(cell)
            whole.add(cell)
    empty = figures_of(Sum(), ontology)
    figures = (figures_of(sums[place], ontology) if place in sums else empty for place in range(len(days.periods)))
    periods = tuple(PeriodFigures(period, told) for period, told in zip(days.periods, figures, strict=True))
    return Series(way, codes[0], codes[1], figures_of(whole, ontology), periods)


def _count_classes(total: Sum, ontology: Ontology) -> tuple[ClassCount, ...]:
    stories, reports = _by_class(total.stories, ontology), _by_class(total.reports, ontology)
    return tuple(ClassCount(quad, name, stories[quad], reports[quad]) for quad, name in CLASSES.items())


def _by_class(counts: Mapping[str, int], ontology: Ontology) -> dict[int, int]:
    sums = dict.fromkeys(CLASSES, 0)
    for event, number in counts.items():
        sums[ontology.quad(event)] += number
    return sums


def _note(stories: int) -> str | None:
    if not stories:
        return NO_STORIES
    return TOO_FEW if stories < LEAST_STORIES else None
