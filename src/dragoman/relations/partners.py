"""The partners of a state, ranked by volume, by conflict share and by change.

Comes in: the cells between a state and all others.  Goes out: `Partner`s with their ranks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.errors import BadUse
from dragoman.ontology import Ontology
from dragoman.records import DyadCount
from dragoman.relations.figures import build_series
from dragoman.relations.model import Norm, Partner, Prior
from dragoman.relations.naming import state_of
from dragoman.relations.norms import count_weeks, find_norm
from dragoman.relations.periods import Calendar
from dragoman.relations.publication import Publication

ORDERS = ("volume", "conflict", "change")

Measure = Callable[[Partner], float | None]


@dataclass(frozen=True, slots=True)
class World:
    """What every dyad is measured against: publication, the world's prior, and the ontology's classes."""

    publication: Publication
    prior: Prior
    ontology: Ontology


def rank_partners(
    code: str, cells: Sequence[DyadCount], plain: Sequence[DyadCount], days: Calendar, world: World
) -> tuple[Partner, ...]:
    """Return the partners of `code` with a story in the span, by volume.

    `cells` are those that count, `plain` those of face 0 up to the end of the span, which norms are made of.
    """
    ours, usual = _by_partner(code, cells), _by_partner(code, plain)
    partners = [_partner(code, partner, (told, usual.get(partner, [])), days, world) for partner, told in ours.items()]
    heard = [partner for partner in partners if partner.figures.stories]
    return tuple(_ranked(sorted(heard, key=lambda partner: (-partner.figures.stories, partner.state.code))))


def sort_partners(partners: Sequence[Partner], order: str) -> tuple[Partner, ...]:
    """Return partners in the order of "volume", "conflict" or "change", those that have no such rank last."""
    if order not in ORDERS:
        raise BadUse(f"no order {order!r}; partners are ranked by {', '.join(ORDERS)}")
    ranks: dict[str, Callable[[Partner], int | None]] = {
        "volume": lambda partner: partner.rank_by_volume,
        "conflict": lambda partner: partner.rank_by_conflict,
        "change": lambda partner: partner.rank_by_change,
    }
    return tuple(sorted(partners, key=lambda partner: ranks[order](partner) or len(partners) + 1))


def change_of(norm: Norm) -> float | None:
    """Return how far the newest week is from the 52-week norm, in standard deviations; None without a norm."""
    return norm.week.surprise if norm.week else None


def _by_partner(code: str, cells: Sequence[DyadCount]) -> Mapping[str, list[DyadCount]]:
    partners: dict[str, list[DyadCount]] = {}
    for cell in cells:
        sides = {cell.dyad.actor, cell.dyad.recipient}
        if code in sides and len(sides) == 2:
            partners.setdefault(next(iter(sides - {code})), []).append(cell)
    return partners


def _partner(
    code: str, partner: str, cells: tuple[list[DyadCount], list[DyadCount]], days: Calendar, world: World
) -> Partner:
    told, usual = cells
    series = build_series(told, (code, partner), days, world.ontology)
    weeks = count_weeks(usual, world.publication, days.until, world.ontology)
    return Partner(
        state=state_of(partner, world.ontology),
        figures=series.whole,
        norm=find_norm(weeks, world.prior),
        stories=tuple(period.figures.stories for period in series.periods),
        rank_by_volume=0,
        rank_by_conflict=None,
        rank_by_change=None,
    )


def _ranked(partners: Sequence[Partner]) -> list[Partner]:
    conflict = _ranks(partners, lambda partner: None if partner.figures.note else partner.figures.conflict_share)
    change = _ranks(partners, lambda partner: _size_of(change_of(partner.norm)))
    return [
        replace(
            partner,
            rank_by_volume=place,
            rank_by_conflict=conflict.get(partner.state.code),
            rank_by_change=change.get(partner.state.code),
        )
        for place, partner in enumerate(partners, start=1)
    ]


def _ranks(partners: Sequence[Partner], measure: Measure) -> dict[str, int]:
    measured = [(value, partner.state.code) for partner in partners if (value := measure(partner)) is not None]
    # `sorted` keeps the order of volume among equals.
    ordered = sorted(measured, key=lambda item: -item[0])
    return {code: place for place, (_, code) in enumerate(ordered, start=1)}


def _size_of(change: float | None) -> float | None:
    return None if change is None else abs(change)
