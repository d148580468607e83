"""What the world's dyads tell of a dyad before it is looked at: the prior of norms, fitted by empirical Bayes.

Comes in: `DyadCount`s of all dyads of two states.  Goes out: `Prior`: a gamma for the stories of a week and a beta
for the conflict share, each by greatest likelihood over a grid, so that the same counts give the same prior.
Only dyads with a story are known, so the world's rate is that of dyads that are heard of at all.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy import special

from dragoman.ontology import Ontology
from dragoman.records import DyadCount
from dragoman.relations.model import CONFLICT, Prior

LEAST_DYADS = 10  # dyads under which no spread between them can be told
GRID = np.geomspace(0.02, 2000.0, 240)  # candidates for shape and for stories of prior; steps of five per cent
NO_PRIOR = (0.5, 0.0, 0.5, 0.5)  # Jeffreys' for a rate and for a share: nearly nothing known

Numbers = NDArray[np.float64]


def fit_prior(world: Iterable[DyadCount], weeks: float, ontology: Ontology) -> Prior:
    """Return the prior that the world's dyads give over `weeks` usual weeks of publication."""
    stories: Counter[tuple[str, str]] = Counter()
    conflict: Counter[tuple[str, str]] = Counter()
    for cell in world:
        pair = (min(cell.dyad.actor, cell.dyad.recipient), max(cell.dyad.actor, cell.dyad.recipient))
        if pair[0] != pair[1] and cell.stories:
            stories[pair] += cell.stories
            conflict[pair] += cell.stories if ontology.quad(cell.event) in CONFLICT else 0
    if len(stories) < LEAST_DYADS or weeks <= 0:
        return Prior(len(stories), *NO_PRIOR)
    totals = np.array([stories[pair] for pair in sorted(stories)], dtype=np.float64)
    conflicts = np.array([conflict[pair] for pair in sorted(stories)], dtype=np.float64)
    shape = fit_gamma(totals)
    against, working = fit_beta(conflicts, totals)
    return Prior(len(stories), shape, shape * weeks / float(totals.mean()), against, working)


def fit_gamma(totals: Numbers) -> float:
    """Return the likeliest shape of the gamma behind Poisson totals of equal length, its mean that of the totals."""
    counts, repeats = np.unique(totals, return_counts=True)
    mean = float(totals.mean())
    shapes = GRID[:, np.newaxis]
    terms = (
        special.gammaln(counts + shapes)
        - special.gammaln(shapes)
        + shapes * np.log(shapes / (shapes + mean))
        + counts * np.log(mean / (shapes + mean))
    )
    return float(GRID[int(np.argmax((terms * repeats).sum(axis=1)))])


def fit_beta(numbers: Numbers, totals: Numbers) -> tuple[float, float]:
    """Return the likeliest beta behind shares of these totals, its mean the share of the mean dyad."""
    # Each dyad's share is drawn towards a half by one story, so that a lone story does not make a share of 0 or 1.
    mean = float(((numbers + 0.5) / (totals + 1.0)).mean())
    first, second = GRID[:, np.newaxis] * mean, GRID[:, np.newaxis] * (1 - mean)
    terms = special.betaln(numbers + first, totals - numbers + second) - special.betaln(first, second)
    best = float(GRID[int(np.argmax(terms.sum(axis=1)))])
    return best * mean, best * (1 - mean)
