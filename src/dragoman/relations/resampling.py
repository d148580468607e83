"""Bands by bootstrap over stories within outlets.

Comes in: stories.  Goes out: `Resampled`.  Each draw takes as many outlets as there are, with replacement, then of each
outlet drawn as many of its stories as it has, with replacement; a story belongs to the outlet that told it first.
So a band is as wide as outlets differ, where a band in closed form takes all stories for independent.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Story
from dragoman.relations.intervals import TAIL
from dragoman.relations.model import CONFLICT, LEAST_STORIES, Interval, Resampled

RESAMPLES = 2000  # draws; the ends of a band then wobble by about a twentieth of its width
SEED = 20  # any number: named, so that the same stories give the same band

Numbers = NDArray[np.float64]


def resample(stories: Sequence[Story], *, resamples: int = RESAMPLES, seed: int = SEED) -> Resampled:
    """Return the 95 % bands of conflict share and score mean; empty ones under five stories."""
    outlets: dict[str, list[Story]] = {}
    for story in sorted(stories, key=lambda story: story.key):
        outlets.setdefault(first_outlet(story), []).append(story)
    if len(stories) < LEAST_STORIES:
        return Resampled(None, None, len(stories), len(outlets), resamples, seed)
    shares, means = _draw([outlets[name] for name in sorted(outlets)], resamples, seed)
    return Resampled(_band(shares), _band(means), len(stories), len(outlets), resamples, seed)


def first_outlet(story: Story) -> str:
    """Return who told a story first: the reporter of its founding telling."""
    founding = (telling.reporter for telling in story.tellings if telling.how == "founding")
    return next(founding, story.reporters[0] if story.reporters else "")


def _draw(groups: Sequence[Sequence[Story]], resamples: int, seed: int) -> tuple[Numbers, Numbers]:
    """Return the conflict share and the score mean of each draw.

    Only sums are wanted, so how often each kind of story is drawn from an outlet comes from one multinomial draw.
    """
    generator = np.random.default_rng(seed)
    times = generator.multinomial(len(groups), [1 / len(groups)] * len(groups), size=resamples)
    totals = np.zeros((resamples, 3))
    for group, drawn in zip(groups, times.T, strict=True):
        kinds = Counter((1.0, 1.0 if story.quad_code in CONFLICT else 0.0, story.score) for story in group)
        parts = [number / len(group) for number in kinds.values()]
        totals += generator.multinomial(drawn * len(group), parts) @ np.array(list(kinds))
    return totals[:, 1] / totals[:, 0], totals[:, 2] / totals[:, 0]


def _band(values: Numbers) -> Interval:
    low, high = np.quantile(values, (TAIL, 1 - TAIL))
    return Interval(float(low), float(high))
