"""A dyad's norm: shrunk to the world, measured against publication, silent without history."""

import numpy as np
import pytest
from scipy import stats

from dragoman.records import OutletCount
from dragoman.relations import assume_even, cut_span, fit_prior, measure_publication
from dragoman.relations.model import Period, Prior
from dragoman.relations.norms import Week, count_weeks, expect_stories, find_norm, level_of
from dragoman.relations.turning import find_turning_points

WORLD = Prior(dyads=100, shape=1.0, weeks=10.0, conflict=1.0, cooperation=3.0)
NOTHING_KNOWN = Prior(dyads=0, shape=0.5, weeks=0.0, conflict=0.5, cooperation=0.5)


def weeks_of(stories, conflict=None, published=None):
    """Weeks with these stories; without more said none is conflict, and each is a usual week."""
    periods = cut_span("2020-01-06", "2030-01-06", "week").periods
    conflict = conflict or [0] * len(stories)
    published = published or [1.0] * len(stories)
    return [Week(*told) for told in zip(periods, stories, conflict, published, strict=False)]


@pytest.mark.parametrize("number", [0, 1, 11, 12])
def test_under_twelve_weeks_of_history_there_is_no_norm(number):
    norm = find_norm(weeks_of([3] * number), WORLD)
    assert norm.note == "not enough history"
    assert (norm.rate, norm.week, norm.changes) == (None, None, ())
    assert norm.weeks == max(0, number - 1)


def test_twelve_weeks_before_the_newest_are_enough():
    norm = find_norm(weeks_of([3] * 13), WORLD)
    assert (norm.note, norm.weeks) == (None, 12)


def test_rate_is_drawn_to_the_worlds():
    # Gamma(1, 10) is the world's, 0.1 a week; 36 stories in 12 weeks make Gamma(37, 22).
    norm = find_norm(weeks_of([3] * 13), WORLD)
    assert norm.rate == pytest.approx(37 / 22)
    assert norm.own_rate == pytest.approx(3.0)
    assert norm.week.expected == pytest.approx(37 / 22)


def test_week_with_half_the_publication_may_bring_half_the_stories():
    weeks = weeks_of([4] * 20, published=[1.0] * 19 + [0.5])
    norm = find_norm(weeks, NOTHING_KNOWN)
    assert norm.week.expected == pytest.approx(0.5 * 76.5 / 19)


def test_range_is_that_of_a_gamma_poisson():
    # Gamma(36.5, 12) for the rate makes a negative binomial of size 36.5 for the week, where weeks do not burst.
    level = level_of(weeks_of([3] * 12), NOTHING_KNOWN)
    expected = expect_stories(Period("W", "2024-01-01", "2024-01-07"), 9, 1.0, level)
    known = stats.nbinom(36.5, 12 / 13)
    assert level.burstiness == 0.0
    assert (expected.low, expected.high) == (known.ppf(0.025), known.ppf(0.975))
    assert expected.position == "above"
    assert expected.surprise == pytest.approx((9 - known.mean()) / known.std())


def test_bursting_weeks_widen_the_range_and_one_outbreak_does_not():
    calm = find_norm(weeks_of([4] * 30), NOTHING_KNOWN)
    bursting = find_norm(weeks_of([0, 8] * 15), NOTHING_KNOWN)
    outbreak = find_norm(weeks_of([4] * 15 + [40] + [4] * 14), NOTHING_KNOWN)
    assert bursting.week.high > calm.week.high
    assert bursting.burstiness > 0.5
    assert outbreak.burstiness == 0.0


def test_change_is_told_against_four_and_fifty_two_weeks():
    norm = find_norm(weeks_of([2] * 56 + [6] * 4 + [6]), NOTHING_KNOWN)
    short, year = norm.changes
    assert (short.weeks, year.weeks) == (4, 52)
    assert short.ratio == pytest.approx(6 / ((24 + 0.5) / 4))
    assert year.ratio == pytest.approx(6 / ((48 * 2 + 24 + 0.5) / 52))


def test_share_of_the_newest_week_is_set_against_the_usual_share():
    calm = find_norm(weeks_of([8] * 30, conflict=[1] * 29 + [7]), WORLD)
    assert (calm.share.position, calm.share.observed) == ("above", 7 / 8)
    assert calm.share.expected == pytest.approx((1 + 29) / (4 + 29 * 8))


def test_newest_week_with_too_few_stories_has_no_share():
    assert find_norm(weeks_of([8] * 29 + [4], conflict=[0] * 29 + [4]), WORLD).share is None


def test_newest_period_is_expected_from_the_weeks_before_it():
    weeks = weeks_of([3] * 30)
    month = Period("four weeks", weeks[26].period.first, weeks[29].period.last)
    norm = find_norm(weeks, NOTHING_KNOWN, (month, 24, 4.0))
    assert norm.period.expected == pytest.approx(4 * (78 + 0.5) / 26)
    assert (norm.period.observed, norm.period.position) == (24, "above")


def test_period_that_has_no_history_before_it_has_no_expectation():
    weeks = weeks_of([3] * 30)
    whole = Period("all", weeks[0].period.first, weeks[-1].period.last)
    assert find_norm(weeks, WORLD, (whole, 90, 30.0)).period is None


def outlet_counts(*told):
    return [OutletCount("Fjord Post", day, stories, stories) for day, stories in told]


def test_publication_is_weighed_in_usual_weeks():
    # Three whole weeks of 10, 20 and 30 stories, then a Monday with 5: a usual week has 20.
    told = outlet_counts(
        ("2024-01-01", 4), ("2024-01-07", 6), ("2024-01-10", 20), ("2024-01-21", 30), ("2024-01-22", 5)
    )
    publication = measure_publication(told)
    assert publication.usual == 20
    assert publication.weigh("2024-01-15", "2024-01-21") == 1.5
    assert publication.weigh("2024-01-22", "2024-01-22") == 0.25
    assert publication.weigh("2025-01-01", "2025-12-31") == 0.0


def test_publication_without_outlets_is_unknown_and_may_be_taken_as_even():
    assert measure_publication([]) is None
    assert assume_even("2024-01-01", "2024-03-31").weigh("2024-02-05", "2024-02-11") == pytest.approx(1.0)


def test_weeks_without_publication_are_no_history(make_cell, ontology):
    publication = measure_publication(outlet_counts(("2024-01-01", 5), ("2024-01-20", 5), ("2024-01-29", 5)))
    cells = [make_cell("NOR>CHL", "2024-01-02", stories=2), make_cell("NOR>CHL", "2024-01-09", stories=7)]
    weeks = count_weeks(cells, publication, "2024-01-31", ontology)
    assert [(week.period.label, week.stories) for week in weeks] == [("2024-W01", 2), ("2024-W03", 0), ("2024-W05", 0)]


def test_weeks_before_the_first_report_are_no_history(make_cell, ontology):
    publication = measure_publication(outlet_counts(("2024-03-04", 5)))
    weeks = count_weeks([make_cell("NOR>CHL", "2024-01-02")], publication, "2024-03-10", ontology)
    assert [week.stories for week in weeks] == [0]
    assert count_weeks([], publication, "2024-01-31", ontology) == ()


def test_worlds_rate_and_share_are_found_again(make_cell, ontology):
    # 400 dyads whose weekly rate is gamma with shape 2 around 0.5 and whose conflict share is Beta(2, 6).
    generator = np.random.default_rng(7)
    world = []
    for number in range(400):
        stories = generator.poisson(generator.gamma(2.0, 0.25) * 104)
        conflict = generator.binomial(stories, generator.beta(2.0, 6.0))
        name = f"A{number:03}>B{number:03}"
        world.append(make_cell(name, "2024-01-01", "CONSULT", stories=int(stories - conflict)))
        world.append(make_cell(name, "2024-02-01", "ASSAULT", stories=int(conflict)))
    prior = fit_prior(world, 104.0, ontology)
    assert prior.dyads == pytest.approx(400, abs=2)
    assert prior.shape == pytest.approx(2.0, rel=0.25)
    assert prior.shape / prior.weeks == pytest.approx(0.5, rel=0.1)
    assert prior.conflict / (prior.conflict + prior.cooperation) == pytest.approx(0.25, abs=0.03)
    assert prior.conflict + prior.cooperation == pytest.approx(8.0, rel=0.3)


def test_both_directions_of_a_dyad_are_one_in_the_world_and_domestic_is_none(make_cell, ontology):
    world = [make_cell(f"A{number}>B{number}", "2024-01-01") for number in range(10)]
    more = [make_cell("B1>A1", "2024-01-01"), make_cell("A1=B1", "2024-01-01"), make_cell("A1>A1", "2024-01-01")]
    assert fit_prior([*world, *more], 52.0, ontology).dyads == 10


def test_world_of_few_dyads_tells_nothing_beforehand(make_cell, ontology):
    prior = fit_prior([make_cell("NOR>CHL", "2024-01-01")], 52.0, ontology)
    assert prior == Prior(1, 0.5, 0.0, 0.5, 0.5)


def points_of(stories, **given):
    return [
        (point.what, point.direction, point.first.period.label, point.weeks, point.is_open)
        for point in find_turning_points(weeks_of(stories, **given), NOTHING_KNOWN)
    ]


@pytest.mark.parametrize(
    ("stories", "points"),
    [
        pytest.param([3] * 60, [], id="steady"),
        pytest.param([3] * 20 + [30] + [3] * 20, [], id="one week is no turn"),
        pytest.param([3] * 20 + [30] * 2 + [3] * 20, [("stories", "up", "2020-W22", 2, False)], id="two weeks are"),
        pytest.param([3] * 20 + [30] * 3, [("stories", "up", "2020-W22", 3, True)], id="still going"),
        pytest.param([20] * 20 + [0] * 5 + [20] * 9, [("stories", "down", "2020-W22", 5, False)], id="down"),
        pytest.param([3] * 20 + [30] * 40, [("stories", "up", "2020-W22", 12, False)], id="stays, and is the new norm"),
        pytest.param([30] * 10 + [3] * 2, [], id="no turn without twelve weeks before"),
    ],
)
def test_stories_turn_where_they_stay_outside_for_two_weeks(stories, points):
    assert points_of(stories) == points


def test_new_norm_has_turns_of_its_own():
    found = points_of([3] * 20 + [30] * 20 + [3] * 6)
    assert [(direction, label) for _, direction, label, _, _ in found] == [("up", "2020-W22"), ("down", "2020-W42")]


def test_conflict_share_turns_while_stories_do_not():
    found = points_of([10] * 40, conflict=[1] * 30 + [9] * 4 + [1] * 6)
    assert found == [("conflict share", "up", "2020-W32", 4, False)]


def test_weeks_with_too_few_stories_turn_no_share():
    assert points_of([4] * 40, conflict=[0] * 30 + [4] * 10) == []


def test_twice_the_publication_makes_no_turn():
    stories = [6] * 30 + [12] * 10
    assert points_of(stories, published=[1.0] * 30 + [2.0] * 10) == []
    assert points_of(stories) != []


def test_weeks_of_chance_seldom_fall_outside():
    generator = np.random.default_rng(3)
    outside = turns = 0
    for _ in range(40):
        rates = generator.gamma(2.0, 4.0, size=80)
        weeks = weeks_of([int(count) for count in generator.poisson(rates)])
        outside += find_norm(weeks, WORLD).week.position != "within"
        turns += len(find_turning_points(weeks, WORLD))
    assert outside <= 5  # of 40, where one in twenty is expected
    assert turns <= 20  # in 52 dyad-years
