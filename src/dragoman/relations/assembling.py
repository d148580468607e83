"""One dyad put together from cells, counts of outlets and stories: the tour of this room.

Comes in: `Material`, all that a store tells of the dyad.  Goes out: `Relation`.  Nothing is read here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.ontology import Ontology
from dragoman.records import HISTORICAL, NOT_STATE, DyadCount, OutletCount, Story
from dragoman.relations.facts import find_facts
from dragoman.relations.figures import build_series, build_ways, sum_figures
from dragoman.relations.lines import day_of, goes_between, is_counted, line_of, rank_telling
from dragoman.relations.lists import list_joint, list_stories, way_of
from dragoman.relations.model import (
    CONFLICT,
    Figures,
    Norm,
    Relation,
    Series,
    State,
    ThirdState,
    TurningPoint,
)
from dragoman.relations.norms import Week, count_weeks, find_norm
from dragoman.relations.panel import measure_volume
from dragoman.relations.partners import World
from dragoman.relations.periods import Calendar, cut_span
from dragoman.relations.resampling import resample
from dragoman.relations.turning import find_turning_points

POINT_STORIES = 2  # stories that explain a turning point


@dataclass(frozen=True, slots=True)
class Material:
    """All that a store tells of a dyad.

    `cells` are those between all codes asked for, of every face that is on and of non-states, also of weeks before
    the span, which the norm rests on; `stories` all that have any two of these codes as a dyad, up to the span's end.
    `dyad_outlets` and `outlets` are counts by outlet, of the dyad and of everything.
    """

    cells: Sequence[DyadCount]
    dyad_outlets: Sequence[OutletCount]
    outlets: Sequence[OutletCount]
    stories: Sequence[Story]
    third: State | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a dyad: both states, the flags that are on, how to cut and how many lines to list."""

    first: State
    second: State
    days: Calendar
    by: str
    switches: tuple[str, ...] = ()
    flags: int = 0
    panel: tuple[str, ...] = ()
    most: int = 10
    has_bootstrap: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def codes(self) -> tuple[str, str]:
        """Both codes."""
        return self.first.code, self.second.code


def assemble(material: Material, wanted: Wanted, world: World) -> Relation:
    """Return all that is told of a dyad."""
    days, ontology = wanted.days, world.ontology
    counted = [cell for cell in material.cells if not cell.face & ~wanted.flags]
    stories = [story for story in material.stories if is_counted(story, wanted.flags) and _is_in(story, days)]
    between = [story for story in stories if goes_between(story, *wanted.codes)]
    series = build_ways(counted, wanted.codes, days, ontology)
    if wanted.has_bootstrap:
        series = tuple(_with_bootstrap(way, between, wanted.codes, days) for way in series)
    plain = [cell for cell in _between(material.cells, wanted) if not cell.face]
    weeks = count_weeks(plain, world.publication, days.until, ontology)
    points = find_turning_points(weeks, world.prior)
    return Relation(
        first=wanted.first,
        second=wanted.second,
        since=days.since,
        until=days.until,
        by=wanted.by,
        switches=wanted.switches,
        series=series,
        non_state=_non_state(material.cells, wanted, ontology),
        volume=measure_volume(material.dyad_outlets, material.outlets, days, asked=wanted.panel),
        norm=_norm(weeks, plain, wanted, world),
        turning_points=tuple(_explain(point, material.stories, wanted) for point in points if _in_span(point, days)),
        facts=find_facts(_evidence(material.stories, wanted), wanted.codes),
        lists=list_stories(between, wanted.codes, wanted.most),
        third=_third(material, counted, stories, wanted, ontology) if material.third else None,
        notes=wanted.notes,
    )


def _between(cells: Sequence[DyadCount], wanted: Wanted) -> list[DyadCount]:
    pair = sorted(wanted.codes)
    return [cell for cell in cells if sorted((cell.dyad.actor, cell.dyad.recipient)) == pair]


def _is_in(story: Story, days: Calendar) -> bool:
    day = day_of(story)
    return day is not None and days.since <= day <= days.until


def _in_span(point: TurningPoint, days: Calendar) -> bool:
    return point.first.period.last >= days.since


def _non_state(cells: Sequence[DyadCount], wanted: Wanted, ontology: Ontology) -> Figures:
    apart = (cell for cell in _between(cells, wanted) if cell.face & NOT_STATE)
    asked = (cell for cell in apart if not cell.face & ~(wanted.flags | NOT_STATE))
    return sum_figures((cell for cell in asked if wanted.days.find(cell.day) is not None), ontology)


def _norm(weeks: Sequence[Week], plain: Sequence[DyadCount], wanted: Wanted, world: World) -> Norm:
    """Return the dyad's norm, its newest period counted in plain stories as its weeks are."""
    period = wanted.days.periods[-1]
    stories = sum(cell.stories for cell in plain if period.first <= cell.day <= period.last)
    published = world.publication.weigh(period.first, period.last)
    return find_norm(weeks, world.prior, (period, stories, published) if published > 0 else None)


def _evidence(stories: Sequence[Story], wanted: Wanted) -> list[Story]:
    """Return the stories that may prove a standing fact: those that count, and background, whenever it was told."""
    flags = wanted.flags | HISTORICAL
    return [story for story in stories if is_counted(story, flags) and goes_between(story, *wanted.codes)]


def _explain(point: TurningPoint, stories: Sequence[Story], wanted: Wanted) -> TurningPoint:
    """Return a turning point with the plain stories that tell most of its weeks, on the side that it turned to."""
    weeks = cut_span(point.first.period.first, wanted.days.until, "week").periods[: point.weeks]
    first, last = weeks[0].first, weeks[-1].last
    told = [
        story
        for story in stories
        if is_counted(story, 0) and goes_between(story, *wanted.codes) and first <= (day_of(story) or "") <= last
    ]
    if point.what != "stories":
        is_conflict = point.direction == "up"
        told = [story for story in told if (story.quad_code in CONFLICT) == is_conflict] or told
    return replace(point, stories=tuple(line_of(story) for story in rank_telling(told)[:POINT_STORIES]))


def _with_bootstrap(series: Series, stories: Sequence[Story], codes: tuple[str, str], days: Calendar) -> Series:
    """Return a series with its bands by bootstrap, as a whole and in each period."""
    told = [story for story in stories if series.way in ("together", "domestic") or _goes(story, series, codes)]
    places: dict[int | None, list[Story]] = {}
    for story in told:
        places.setdefault(days.find(day_of(story) or ""), []).append(story)
    periods = tuple(
        replace(period, figures=replace(period.figures, bootstrap=resample(places[place])))
        if place in places
        else period
        for place, period in enumerate(series.periods)
    )
    return replace(series, whole=replace(series.whole, bootstrap=resample(told)), periods=periods)


def _goes(story: Story, series: Series, codes: tuple[str, str]) -> bool:
    actor, recipient, is_mutual = way_of(story, codes)
    return is_mutual or (actor, recipient) == (series.actor, series.recipient)


def _third(
    material: Material, cells: Sequence[DyadCount], stories: Sequence[Story], wanted: Wanted, ontology: Ontology
) -> ThirdState | None:
    third = material.third
    if third is None:
        return None
    first, second = wanted.codes
    return ThirdState(
        state=third,
        to_first=build_series(cells, (third.code, first), wanted.days, ontology),
        to_second=build_series(cells, (third.code, second), wanted.days, ontology),
        joint=list_joint([story for story in stories if _names_all(story, (first, second, third.code))], wanted.most),
    )


def _names_all(story: Story, codes: tuple[str, str, str]) -> bool:
    named = {code for dyad in story.dyads for code in (dyad.actor, dyad.recipient)}
    return set(codes) <= named
