"""Bands around shares, means and counts, in closed form.

Comes in: counts and sums.  Goes out: `Interval`s that hold 95 %.  scipy.special alone is used: its functions are
plain ufuncs, quick for one value, and loading scipy.stats would double the start of the command.
"""

import math

from scipy import special

from dragoman.relations.model import LEAST_STORIES, Interval

TAIL = 0.025  # left outside on either side of a 95 % band
LARGEST_COUNT = 2**53  # beyond this a float no longer counts in ones


def share_interval(number: int, total: int) -> Interval | None:
    """Return the 95 % band of a share: equal tails of the beta posterior under Jeffreys' prior, Beta(1/2, 1/2).

    As usual for it, the band reaches to 0 where nothing was seen and to 1 where everything was.  None under five.
    """
    if total < LEAST_STORIES:
        return None
    seen, unseen = number + 0.5, total - number + 0.5
    low = 0.0 if number == 0 else float(special.betaincinv(seen, unseen, TAIL))
    high = 1.0 if number == total else float(special.betaincinv(seen, unseen, 1 - TAIL))
    return Interval(low, high)


def mean_interval(number: int, total: float, squares: float) -> Interval | None:
    """Return the 95 % band of a mean by Student's t, from the sum and the sum of squares; None under five."""
    if number < LEAST_STORIES:
        return None
    mean = total / number
    variance = max(0.0, squares - number * mean * mean) / (number - 1)
    reach = float(special.stdtrit(number - 1, 1 - TAIL)) * math.sqrt(variance / number)
    return Interval(mean - reach, mean + reach)


def count_chances(count: int, mean: float, variance: float) -> tuple[float, float]:
    """Return how likely a count this low or lower is, and one this high or higher.

    The count is gamma-Poisson (negative binomial) with this mean and variance, Poisson where they are equal.
    """
    if mean <= 0:
        return 1.0, (1.0 if count <= 0 else 0.0)
    low = _chance_up_to(count, mean, variance)
    return low, 1.0 - (_chance_up_to(count - 1, mean, variance) if count > 0 else 0.0)


def count_range(mean: float, variance: float) -> tuple[int, int]:
    """Return the least and the greatest count within the 95 % range of a gamma-Poisson of this mean and variance."""
    return _quantile(TAIL, mean, variance), _quantile(1 - TAIL, mean, variance)


def share_chances(number: int, total: int, first: float, second: float) -> tuple[float, float]:
    """Return how likely so few or fewer of `total` are, and so many or more, under a beta-binomial."""
    chances = beta_binomial(total, first, second)
    return math.fsum(chances[: number + 1]), math.fsum(chances[number:])


def share_range(total: int, first: float, second: float) -> tuple[int, int]:
    """Return the least and the greatest number of `total` within the 95 % range of a beta-binomial."""
    reached, low, high = 0.0, -1, total
    for number, chance in enumerate(beta_binomial(total, first, second)):
        reached += chance
        if low < 0 and reached >= TAIL:
            low = number
        if reached >= 1 - TAIL:
            high = number
            break
    return max(low, 0), high


def beta_binomial(total: int, first: float, second: float) -> list[float]:
    """Return how likely 0, 1 … `total` of `total` are, where the share itself is Beta(first, second)."""
    base = float(special.betaln(first, second)) + math.log(total + 1)
    return [
        math.exp(
            float(special.betaln(number + first, total - number + second))
            - float(special.betaln(number + 1, total - number + 1))
            - base
        )
        for number in range(total + 1)
    ]


def _chance_up_to(count: int, mean: float, variance: float) -> float:
    if count < 0:
        return 0.0
    if variance <= mean * (1 + 1e-9):
        return float(special.pdtr(count, mean))
    size = mean * mean / (variance - mean)
    return float(special.betainc(size, count + 1.0, size / (size + mean)))


def _quantile(chance: float, mean: float, variance: float) -> int:
    """Return the least count whose chance of it or less reaches `chance`, found by halving."""
    if mean <= 0:
        return 0
    high = 1
    while _chance_up_to(high, mean, variance) < chance and high < LARGEST_COUNT:
        high *= 2
    low = -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _chance_up_to(middle, mean, variance) < chance else (low, middle)
    return high
