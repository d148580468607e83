"""Bands around shares, means and counts, against values computed by other means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dragoman.relations.intervals import (
    beta_binomial,
    count_chances,
    count_range,
    mean_interval,
    share_chances,
    share_interval,
    share_range,
)


@pytest.mark.parametrize(
    ("number", "total", "low", "high"),
    [
        # Brown, Cai and DasGupta (2001) describe the interval; the values are quantiles of Beta(k + 1/2, n - k + 1/2).
        pytest.param(5, 10, 0.2235, 0.7765, id="half of ten"),
        pytest.param(0, 10, 0.0, 0.2172, id="none of ten"),
        pytest.param(10, 10, 0.7828, 1.0, id="all of ten"),
        pytest.param(1, 5, 0.0227, 0.6286, id="one of five"),
    ],
)
def test_share_has_its_jeffreys_band(number, total, low, high):
    band = share_interval(number, total)
    assert (band.low, band.high) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize("total", range(5))
def test_under_five_stories_there_is_no_band(total):
    assert share_interval(0, total) is None
    assert mean_interval(total, 0.0, 0.0) is None


@given(total=st.integers(5, 5000), data=st.data())
def test_band_of_a_share_holds_the_share(total, data):
    number = data.draw(st.integers(0, total))
    band = share_interval(number, total)
    assert 0 <= band.low <= number / total <= band.high <= 1


def test_mean_has_its_band_by_students_t():
    # 2.5, 2.5, 5, -3, 10: mean 3.4, sample variance 22.175, t(4) at 97.5 % is 2.776.
    values = [2.5, 2.5, 5.0, -3.0, 10.0]
    band = mean_interval(5, sum(values), sum(value * value for value in values))
    reach = 2.776 * math.sqrt(22.175 / 5)
    assert (band.low, band.high) == pytest.approx((3.4 - reach, 3.4 + reach), abs=1e-2)


@pytest.mark.parametrize("mean", [0.05, 0.7, 3.0, 40.0])
@pytest.mark.parametrize("excess", [0.0, 0.3, 5.0])
def test_range_of_counts_is_that_of_the_negative_binomial(mean, excess):
    variance = mean + excess * mean**2
    known = stats.poisson(mean) if not excess else stats.nbinom(mean / (variance - mean) * mean, mean / variance)
    assert count_range(mean, variance) == (known.ppf(0.025), known.ppf(0.975))
    few, many = count_chances(3, mean, variance)
    assert (few, many) == pytest.approx((known.cdf(3), known.sf(2)))


def test_nothing_expected_means_that_one_is_too_many():
    assert count_range(0.0, 0.0) == (0, 0)
    assert count_chances(0, 0.0, 0.0) == (1.0, 1.0)
    assert count_chances(1, 0.0, 0.0) == (1.0, 0.0)


@pytest.mark.parametrize(("total", "first", "second"), [(5, 0.5, 0.5), (12, 3.0, 9.0), (30, 100.0, 1.5)])
def test_shares_to_expect_are_those_of_the_beta_binomial(total, first, second):
    known = stats.betabinom(total, first, second)
    assert beta_binomial(total, first, second) == pytest.approx([known.pmf(number) for number in range(total + 1)])
    assert share_range(total, first, second) == (known.ppf(0.025), known.ppf(0.975))
    assert share_chances(2, total, first, second) == pytest.approx((known.cdf(2), known.sf(1)))
