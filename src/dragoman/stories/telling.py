"""From tellings to the story that they tell together.

In come the tellings of one happening with their places, out goes a `Story`, made anew each time: what most reporters
say, told by the most complete of them, and beside it what they say differently.  Reporters count, not reports: a text
that forty papers print says a thing once.  To give a story a further field, choose it in a function of its own here.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.records import (
    Entity,
    Event,
    Location,
    Size,
    Story,
    StoryTelling,
    Telling,
    digest,
    dyads_of,
    face_of,
)
from dragoman.stories.differences import find_differences

STATUSES = ("actual", "historical", "future", "hypothetical", "negation")  # the first that any telling has
PRECISIONS = ("day", "range", "week", "month", "year")
RESOLUTIONS = ("city", "sea", "region", "country")  # from near to far
TOLD_FIRST_HAND = ("body", "title", "deck")
Value = TypeVar("Value", bound=Hashable)


def story_key(founding: str) -> str:
    """Return the key of the story that this event founds."""
    return digest("story", founding)


def tell_story(tellings: Sequence[Telling], places: Mapping[str, StoryTelling], *, key: str | None = None) -> Story:
    """Return the story that these tellings make, at least one of them.

    `places` are those that tellings have already; one without founds the story, whose `key` stays though it goes.
    """
    told = sorted(tellings, key=_by_report)
    best = min(told, key=_rank_telling)
    kind = _choose(told, lambda event: (event.event[0], event.quad_code))
    sides = _choose_sides(told)
    mode = _choose([telling for telling in told if telling.event.event[0] == kind[0]], _mode_and_score)
    dated = _choose_dated(told)
    days = sorted(telling.report.published[:10] for telling in told if telling.report.published)
    return Story(
        key=key or story_key(_founder(told, places)),
        event=kind[0],
        mode=mode[0],
        context=tuple(dict.fromkeys(name for telling in told for name in telling.event.context)),
        quad_code=kind[1],
        score=mode[1],
        status=next(status for status in (*STATUSES, told[0].event.status) if _has_status(told, status)),
        reciprocal=sides.reciprocal,
        actor=_join_kinds(sides.actor),
        recipient=_join_kinds(sides.recipient),
        dyads=dyads_of(sides.actor, sides.recipient, is_reciprocal=sides.reciprocal),
        date=dated.date if dated else None,
        enddate=dated.enddate if dated else None,
        date_precision=dated.date_precision if dated else None,
        place=_choose_place(told),
        object=_choose_object(told, best),
        size=_latest_size(told),
        face=face_of([telling.event for telling in told]),
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        reports=len({telling.report.article for telling in told}),
        reporters=tuple(dict.fromkeys(telling.report.reporter for telling in told)),
        best=best.key,
        line=best.event.text,
        differences=find_differences(told),
        tellings=tuple(_place_of(telling, places) for telling in told),
    )


def _by_report(telling: Telling) -> tuple[str, str, int, str]:
    report = telling.report
    return (report.published or "9999", report.article, telling.event.text_info.start, telling.key)


def _founder(told: Sequence[Telling], places: Mapping[str, StoryTelling]) -> str:
    founding = [telling.key for telling in told if telling.key not in places or places[telling.key].how == "founding"]
    return (founding or [told[0].key])[0]


def _place_of(telling: Telling, places: Mapping[str, StoryTelling]) -> StoryTelling:
    report, place = telling.report, places.get(telling.key)
    how, score = (place.how, place.score) if place else ("founding", 1.0)
    return StoryTelling(telling.key, report.article, report.reporter, how, score)


def _has_status(told: Sequence[Telling], status: str) -> bool:
    return any(telling.event.status == status for telling in told)


def _choose(told: Iterable[Telling], value_of: Callable[[Event], Value]) -> Value:
    """Return the value that most reporters give, of equals the one told first."""
    reporters: dict[Value, set[str]] = {}
    for telling in told:
        reporters.setdefault(value_of(telling.event), set()).add(telling.report.reporter)
    return max(reporters, key=lambda value: len(reporters[value]))


def _mode_and_score(event: Event) -> tuple[str | None, float]:
    return (event.mode[0] if event.mode else None, event.event_scale)


def _rank_telling(telling: Telling) -> tuple[bool, bool, bool, int, str, str, int]:
    """Return a sort key: what happened before what may, first-hand before listed, facts before claims, complete."""
    event, report = telling.event, telling.report
    return (
        event.status != "actual",
        event.cite_info.section not in TOLD_FIRST_HAND,
        event.attribution is not None,
        -_completeness(event),
        report.published or "9999",
        report.article,
        event.text_info.start,
    )


def _completeness(event: Event) -> int:
    """Return how many of who, whom, when, where, how many and what an event tells."""
    sides = [any(entity.code for entity in side) for side in (event.actor, event.recipient)]
    told = (event.date_basis == "text", event.event_loc, event.size, event.object, event.mode)
    return 2 * sum(sides) + sum(1 for field in told if field)


def _choose_sides(told: Sequence[Telling]) -> Event:
    """Return the most telling event that has the sides which most reporters give, the better known of them first."""

    def known(event: Event) -> int:
        sides = (event.actor, event.actor if event.reciprocal else event.recipient)
        return sum(any(entity.code for entity in side) for side in sides)

    most = max(known(telling.event) for telling in told)
    full = [telling for telling in told if known(telling.event) == most]
    chosen = _choose(full, _sides_key)
    alike = [telling for telling in full if _sides_key(telling.event) == chosen]
    return max(alike, key=lambda telling: _named(telling.event)).event


def _sides_key(event: Event) -> tuple[bool, frozenset[str | None], frozenset[str | None]]:
    return (
        event.reciprocal,
        frozenset(entity.code for entity in event.actor),
        frozenset(entity.code for entity in event.recipient),
    )


def _named(event: Event) -> int:
    return sum(1 for entity in (*event.actor, *event.recipient) if entity.entity_id)


def _join_kinds(side: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(side))


def _choose_dated(told: Sequence[Telling]) -> Event | None:
    """Return an event with the days of the story: told in a text, most precise, then by most reporters."""
    dated = [telling for telling in told if telling.event.date]
    if not dated:
        return None

    def rank(telling: Telling) -> tuple[bool, int]:
        event = telling.event
        precision = event.date_precision or "year"
        return (event.date_basis == "published", PRECISIONS.index(precision) if precision in PRECISIONS else 9)

    best = min(map(rank, dated))
    first = [telling for telling in dated if rank(telling) == best]
    chosen = _choose(first, lambda event: (event.date, event.enddate))
    return next(telling.event for telling in first if (telling.event.date, telling.event.enddate) == chosen)


def _choose_place(told: Sequence[Telling]) -> Location | None:
    """Return the nearest place that is told, of several the one that most reporters name."""
    placed = [telling for telling in told if telling.event.event_loc]
    for resolution in RESOLUTIONS:
        here = [telling for telling in placed if _resolution(telling.event) == resolution]
        if here:
            return _choose(here, lambda event: event.event_loc)
    return placed[0].event.event_loc if placed else None


def _resolution(event: Event) -> str:
    return event.event_loc.resolution if event.event_loc else ""


def _choose_object(told: Sequence[Telling], best: Telling) -> str | None:
    if best.event.object:
        return best.event.object
    having = [telling for telling in told if telling.event.object]
    return _choose(having, lambda event: event.object) if having else None


def _latest_size(told: Sequence[Telling]) -> Size | None:
    """Return the numbers of the latest report that gives each: tolls grow, and are corrected."""
    sizes = [telling.event.size for telling in told if telling.event.size]
    if not sizes:
        return None

    def latest(values: Iterable[int | None]) -> int | None:
        given = [value for value in values if value is not None]
        return given[-1] if given else None

    return Size(
        dead=latest(size.dead for size in sizes),
        injured=latest(size.injured for size in sizes),
        arrested=latest(size.arrested for size in sizes),
    )
