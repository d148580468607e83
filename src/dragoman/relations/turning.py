"""Turning points: weeks from which a dyad's stories or its conflict share stay outside the norm.

Comes in: a dyad's weeks and the world's prior.  Goes out: `TurningPoint`s without their stories, in order of time.
"""

from collections.abc import Callable, Sequence

from dragoman.relations.model import Expected, Prior, TurningPoint
from dragoman.relations.norms import LEAST_WEEKS, YEAR_WEEKS, Level, Week, expect_share, expect_stories, level_of

LEAST_RUN = 2  # weeks outside that make a turning point, as DESIGN.md has it

Measure = Callable[[Week, Level], Expected | None]


def find_turning_points(weeks: Sequence[Week], prior: Prior) -> tuple[TurningPoint, ...]:
    """Return the turning points of stories and of conflict share, by their first week.

    Each week is set against the norm of up to 52 weeks before it.  Once it is outside, that norm holds for the weeks
    after it until one is within, on the other side, or has too few stories.  A level that has stayed for 12
    weeks is the new norm: the history begins anew with it.
    """
    found = [
        *_walk("stories", weeks, prior, _measure_stories),
        *_walk("conflict share", weeks, prior, expect_share),
    ]
    return tuple(sorted(found, key=lambda point: (point.first.period.first, point.what)))


def _measure_stories(week: Week, level: Level) -> Expected:
    return expect_stories(week.period, week.stories, week.published, level)


def _walk(what: str, weeks: Sequence[Week], prior: Prior, measure: Measure) -> list[TurningPoint]:
    found = []
    begin, place = 0, LEAST_WEEKS
    while place < len(weeks):
        level = level_of(weeks[max(begin, place - YEAR_WEEKS) : place], prior)
        first = measure(weeks[place], level)
        end = place + 1
        if first is not None and first.position != "within":
            end = _end_of_run(weeks, place, level, measure)
            if end - place >= LEAST_RUN:
                direction = "up" if first.position == "above" else "down"
                found.append(TurningPoint(what, direction, end - place, end == len(weeks), first))
            if end - place >= LEAST_WEEKS:
                begin = place
        place = end
    return found


def _end_of_run(weeks: Sequence[Week], start: int, level: Level, measure: Measure) -> int:
    """Return the number of the first week behind the run of weeks outside on one side; the run ends as a new norm."""
    side = measure(weeks[start], level)
    end = start + 1
    while end < min(len(weeks), start + LEAST_WEEKS):
        told = measure(weeks[end], level)
        if told is None or side is None or told.position != side.position:
            break
        end += 1
    return end
