"""Relations, partners and comparisons as rows of flat tables, for spreadsheets.

Comes in: `Relation`, `Partners`, `Comparison`.  Goes out: lines of CSV, the header first, without line ends.  A band
that is not shown is an empty cell, and `note` says why.  To add a column, add a line to its table.
"""

from collections.abc import Callable, Iterator

from dragoman.exports.cells import Cell, csv_line
from dragoman.relations import (
    Comparison,
    DyadAgreement,
    Figures,
    Interval,
    MonthPair,
    Norm,
    Partner,
    Partners,
    PeriodFigures,
    Relation,
    Series,
)

CLASS_COLUMNS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
FIGURES: tuple[tuple[str, Callable[[Figures], Cell]], ...] = (
    ("stories", lambda told: told.stories),
    ("reports", lambda told: told.reports),
    ("verbal_cooperation_stories", lambda told: told.classes[0].stories),
    ("verbal_cooperation_reports", lambda told: told.classes[0].reports),
    ("material_cooperation_stories", lambda told: told.classes[1].stories),
    ("material_cooperation_reports", lambda told: told.classes[1].reports),
    ("verbal_conflict_stories", lambda told: told.classes[2].stories),
    ("verbal_conflict_reports", lambda told: told.classes[2].reports),
    ("material_conflict_stories", lambda told: told.classes[3].stories),
    ("material_conflict_reports", lambda told: told.classes[3].reports),
    ("conflict_share", lambda told: told.conflict_share),
    ("conflict_share_low", lambda told: _low(told.share_interval)),
    ("conflict_share_high", lambda told: _high(told.share_interval)),
    ("score_sum", lambda told: told.score_sum),
    ("score_mean", lambda told: told.score_mean),
    ("score_mean_low", lambda told: _low(told.mean_interval)),
    ("score_mean_high", lambda told: _high(told.mean_interval)),
    ("types", lambda told: tuple(f"{count.event} {count.stories}" for count in told.types)),
    ("note", lambda told: told.note),
)
BOOTSTRAP: tuple[tuple[str, Callable[[Figures], Cell]], ...] = (
    ("conflict_share_bootstrap_low", lambda told: _low(told.bootstrap.conflict_share if told.bootstrap else None)),
    ("conflict_share_bootstrap_high", lambda told: _high(told.bootstrap.conflict_share if told.bootstrap else None)),
    ("score_mean_bootstrap_low", lambda told: _low(told.bootstrap.score_mean if told.bootstrap else None)),
    ("score_mean_bootstrap_high", lambda told: _high(told.bootstrap.score_mean if told.bootstrap else None)),
)
PLACE = ("way", "actor", "recipient", "period", "first_day", "last_day", "is_partial")
VOLUME = ("panel_outlet_stories", "panel_all_outlet_stories", "panel_share", "panel_missing")
NORM: tuple[tuple[str, Callable[[Norm], Cell]], ...] = (
    ("history_weeks", lambda norm: norm.weeks),
    ("newest_week", lambda norm: norm.week.period.label if norm.week else None),
    ("newest_week_stories", lambda norm: int(norm.week.observed) if norm.week else None),
    ("expected", lambda norm: norm.week.expected if norm.week else None),
    ("expected_low", lambda norm: norm.week.low if norm.week else None),
    ("expected_high", lambda norm: norm.week.high if norm.week else None),
    ("position", lambda norm: norm.week.position if norm.week else None),
    ("change_4_weeks", lambda norm: norm.changes[0].ratio if norm.changes else None),
    ("change_52_weeks", lambda norm: norm.changes[-1].ratio if norm.changes else None),
    ("norm_note", lambda norm: norm.note),
)


def relation_lines(relation: Relation) -> Iterator[str]:
    """Yield a line for each way and period; volume stands with "together", being of both ways."""
    yield csv_line((*PLACE, *(name for name, _ in (*FIGURES, *BOOTSTRAP)), *VOLUME))
    volumes = {told.period.label: told for told in relation.volume.periods}
    for series in _all_series(relation):
        for told in series.periods:
            volume = volumes.get(told.period.label) if series is relation.series[-1] else None
            measured: tuple[Cell, ...] = (None,) * len(VOLUME)
            if volume:
                measured = (volume.outlet_stories, volume.all_outlet_stories, volume.share, volume.missing)
            yield csv_line((*_place(series, told), *_figures(told.figures), *measured))


def partner_lines(partners: Partners) -> Iterator[str]:
    """Yield a line for each partner."""
    names = [name for name, _ in (*FIGURES, *NORM)]
    yield csv_line(("code", "name", "rank_by_volume", "rank_by_conflict", "rank_by_change", *names))
    for partner in partners.partners:
        ranks = (partner.rank_by_volume, partner.rank_by_conflict, partner.rank_by_change)
        yield csv_line((partner.state.code, partner.state.name, *ranks, *_partner(partner)))


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Yield a line for each dyad and month."""
    classes = [f"{side}_{name}" for name in CLASS_COLUMNS for side in ("ours", "theirs")]
    yield csv_line(
        ("coder", "first", "second", "month", "ours_stories", "theirs_events", *classes, "ours_lead", "theirs_lead")
    )
    for dyad in comparison.dyads:
        for month in dyad.months:
            yield csv_line((comparison.coder, *_month(dyad, month)))


def _all_series(relation: Relation) -> Iterator[Series]:
    yield from relation.series
    if relation.third:
        yield from (relation.third.to_first, relation.third.to_second)


def _place(series: Series, told: PeriodFigures) -> tuple[Cell, ...]:
    period = told.period
    return (series.way, series.actor, series.recipient, period.label, period.first, period.last, period.is_partial)


def _figures(told: Figures) -> tuple[Cell, ...]:
    return tuple(cell_of(told) for _, cell_of in (*FIGURES, *BOOTSTRAP))


def _partner(partner: Partner) -> tuple[Cell, ...]:
    figures = tuple(cell_of(partner.figures) for _, cell_of in FIGURES)
    return figures + tuple(cell_of(partner.norm) for _, cell_of in NORM)


def _month(dyad: DyadAgreement, month: MonthPair) -> tuple[Cell, ...]:
    counts = tuple(number for pair in month.classes for number in (pair.ours, pair.theirs))
    sides = (dyad.first.code, dyad.second.code)
    return (*sides, month.month, month.ours, month.theirs, *counts, month.ours_lead, month.theirs_lead)


def _low(band: Interval | None) -> float | None:
    return band.low if band else None


def _high(band: Interval | None) -> float | None:
    return band.high if band else None
