"""Cells summed into figures: classes, shares, scores; there, back and together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Dyad, DyadCount
from dragoman.relations import cut_span, sum_figures
from dragoman.relations.figures import build_series, build_ways

YEAR = cut_span("2024-01-01", "2024-12-31", "month")
DAYS = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 7, 15, 28)]
EVENTS = ["CONSULT", "SUPPORT", "AID", "ACCUSE", "ASSAULT"]


def test_figures_count_stories_and_reports_by_class_and_type(make_cell, ontology):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", "CONSULT", stories=3, reports=9),
        make_cell("NOR>CHL", "2024-01-02", "AID", stories=1, reports=1),
        make_cell("CHL>NOR", "2024-01-02", "ACCUSE", stories=2, reports=5),
        make_cell("CHL>NOR", "2024-01-03", "CONSULT", stories=1, reports=2),
    ]
    told = sum_figures(cells, ontology)
    assert (told.stories, told.reports) == (7, 17)
    assert [(count.quad_code, count.stories, count.reports) for count in told.classes] == [
        (1, 4, 11),
        (2, 1, 1),
        (3, 2, 5),
        (4, 0, 0),
    ]
    assert [(count.event, count.stories) for count in told.types] == [("CONSULT", 4), ("ACCUSE", 2), ("AID", 1)]
    assert told.conflict_share == pytest.approx(2 / 7)
    # CONSULT 2.5 four times, AID 10 once, ACCUSE -3 twice.
    assert told.score_sum == pytest.approx(14.0)
    assert told.score_mean == pytest.approx(2.0)
    assert told.note is None


def test_under_five_stories_is_too_few_and_has_no_band(make_cell, ontology):
    told = sum_figures([make_cell("NOR>CHL", "2024-01-01", stories=4, reports=40)], ontology)
    assert (told.note, told.share_interval, told.mean_interval) == ("too few", None, None)
    assert (told.conflict_share, told.score_mean) == (0.0, 2.5)


def test_no_stories_have_neither_share_nor_mean(ontology):
    told = sum_figures([], ontology)
    assert (told.note, told.conflict_share, told.score_mean, told.score_sum) == ("no stories", None, None, 0.0)


def test_reciprocal_story_counts_there_and_back_and_once_together(make_cell, ontology):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", stories=2),
        make_cell("CHL>NOR", "2024-01-01", stories=3),
        make_cell("CHL=NOR", "2024-01-01", stories=5),
    ]
    there, back, together = build_ways(cells, ("NOR", "CHL"), YEAR, ontology)
    assert [(way.way, way.actor, way.whole.stories) for way in (there, back, together)] == [
        ("there", "NOR", 7),
        ("back", "CHL", 8),
        ("together", "NOR", 10),
    ]


def test_cells_of_other_dyads_and_days_outside_are_left_out(make_cell, ontology):
    cells = [
        make_cell("NOR>CHL", "2024-03-01"),
        make_cell("NOR>PER", "2024-03-01"),
        make_cell("NOR>NOR", "2024-03-01"),
        make_cell("NOR>CHL", "2023-12-31"),
    ]
    together = build_series(cells, ("CHL", "NOR"), YEAR, ontology)
    assert together.whole.stories == 1
    assert [period.figures.stories for period in together.periods] == [0, 0, 1] + [0] * 9


def test_code_with_itself_is_domestic_and_has_one_series(make_cell, ontology):
    cells = [make_cell("NOR>NOR", "2024-03-01"), make_cell("NOR>CHL", "2024-03-01")]
    (series,) = build_ways(cells, ("NOR", "NOR"), YEAR, ontology)
    assert (series.way, series.whole.stories) == ("domestic", 1)


CELLS = st.lists(
    st.builds(
        lambda sides, day, event, stories, more: DyadCount(
            Dyad(*sides), day, event, 0, stories, stories + more, stories * 2.0, stories * 4.0
        ),
        st.sampled_from([("NOR", "CHL"), ("CHL", "NOR"), ("CHL", "NOR", True)]),
        st.sampled_from(DAYS),
        st.sampled_from(EVENTS),
        st.integers(0, 9),
        st.integers(0, 20),
    ),
    max_size=40,
)


@given(cells=CELLS)
def test_together_is_there_and_back_less_what_counts_in_both(ontology, cells):
    there, back, together = (way.whole for way in build_ways(cells, ("NOR", "CHL"), YEAR, ontology))
    both = sum_figures((cell for cell in cells if cell.dyad.is_reciprocal), ontology)
    assert together.stories == there.stories + back.stories - both.stories
    assert together.reports == there.reports + back.reports - both.reports
    for ours, one, other, shared in zip(together.classes, there.classes, back.classes, both.classes, strict=True):
        assert ours.stories == one.stories + other.stories - shared.stories


@given(cells=CELLS, by=st.sampled_from(["day", "week", "month", "year"]))
def test_sums_over_periods_of_any_length_are_the_whole(ontology, cells, by):
    series = build_series(cells, ("NOR", "CHL"), cut_span("2024-01-01", "2024-12-31", by), ontology)
    assert series.whole == build_series(cells, ("NOR", "CHL"), YEAR, ontology).whole
    assert sum(period.figures.stories for period in series.periods) == series.whole.stories
    assert sum(period.figures.reports for period in series.periods) == series.whole.reports
    assert sum(period.figures.score_sum for period in series.periods) == pytest.approx(series.whole.score_sum)


@given(cells=CELLS)
def test_bands_are_shown_from_five_stories_on_and_hold_their_values(ontology, cells):
    for period in build_series(cells, ("NOR", "CHL"), YEAR, ontology).periods:
        told = period.figures
        assert (told.share_interval is None) == (told.mean_interval is None) == (told.stories < 5)
        assert (told.note is None) == (told.stories >= 5)
        if told.share_interval and told.mean_interval:
            assert told.share_interval.low <= told.conflict_share <= told.share_interval.high
            assert told.mean_interval.low - 1e-9 <= told.score_mean <= told.mean_interval.high + 1e-9
