"""Volume on a fixed panel: which outlets are in it, what is divided by what, and where it changes."""

import pytest

from dragoman.errors import BadUse
from dragoman.records import OutletCount
from dragoman.relations import cut_span
from dragoman.relations.panel import ASKED, EVERY, MOST, NO_PANEL, NO_REPORTS, measure_volume

QUARTER = cut_span("2024-01-01", "2024-03-31", "month")


def told(outlet, *counts, reports=None):
    """An outlet's stories on the tenth of each month from January on."""
    return [
        OutletCount(outlet, f"2024-{month:02}-10", stories, stories if reports is None else reports)
        for month, stories in enumerate(counts, start=1)
        if stories
    ]


def test_panel_is_what_reports_in_every_period():
    everything = [*told("Fjord Post", 10, 20, 30), *told("Andes Daily", 10, 0, 10), *told("Late Star", 0, 0, 500)]
    volume = measure_volume(told("Fjord Post", 1, 5, 3), everything, QUARTER)
    assert (volume.panel, volume.rule, volume.left_out) == (("Fjord Post",), EVERY, ("Andes Daily", "Late Star"))
    assert [period.share for period in volume.periods] == pytest.approx([0.1, 0.25, 0.1])
    assert [period.outlets for period in volume.periods] == [2, 1, 3]


def test_outlet_that_comes_later_makes_no_jump():
    steady = [*told("Fjord Post", 100, 100, 100)]
    late = told("Late Star", 0, 0, 900)
    dyad = [*told("Fjord Post", 10, 10, 10), *told("Late Star", 0, 0, 400)]
    volume = measure_volume(dyad, [*steady, *late], QUARTER)
    assert [period.share for period in volume.periods] == pytest.approx([0.1, 0.1, 0.1])


def test_reports_count_nowhere():
    few = measure_volume(told("Fjord Post", 1, 1, 1), told("Fjord Post", 4, 4, 4), QUARTER)
    many = measure_volume(told("Fjord Post", 1, 1, 1, reports=90), told("Fjord Post", 4, 4, 4, reports=900), QUARTER)
    assert few == many


def test_asked_panel_wins_and_marks_where_an_outlet_is_silent():
    everything = [*told("Fjord Post", 10, 20, 30), *told("Andes Daily", 10, 0, 10)]
    volume = measure_volume(told("Andes Daily", 5, 0, 0), everything, QUARTER, asked=("Andes Daily", "Fjord Post"))
    assert (volume.rule, volume.panel) == (ASKED, ("Andes Daily", "Fjord Post"))
    assert [(period.outlet_stories, period.all_outlet_stories) for period in volume.periods] == [
        (5, 20),
        (0, 20),
        (0, 40),
    ]
    assert [period.missing for period in volume.periods] == [(), ("Andes Daily",), ()]


def test_asked_outlet_that_never_reports_is_refused_with_those_that_do():
    with pytest.raises(BadUse, match=r"'Nowhere News'.*Fjord Post"):
        measure_volume([], told("Fjord Post", 1, 1, 1), QUARTER, asked=("Nowhere News",))


def test_where_none_reports_always_nine_in_ten_will_do():
    days = cut_span("2024-01-01", "2024-12-31", "month")
    everything = [*told("Fjord Post", *([5] * 11), 0), *told("Andes Daily", 0, *([5] * 11)), *told("Rare", 1)]
    volume = measure_volume([], everything, days)
    assert (volume.panel, volume.rule) == (("Andes Daily", "Fjord Post"), MOST)
    assert [period.missing for period in volume.periods] == [("Andes Daily",), *[()] * 10, ("Fjord Post",)]


def test_month_that_the_span_cuts_short_does_not_decide_who_is_in_the_panel():
    days = cut_span("2024-01-01", "2024-03-12", "month")
    everything = [*told("Fjord Post", 5, 5, 5), *told("Andes Daily", 5, 5, 0)]
    volume = measure_volume([], everything, days)
    assert volume.panel == ("Andes Daily", "Fjord Post")
    assert volume.periods[-1].missing == ("Andes Daily",)


def test_periods_before_the_first_report_have_no_volume():
    volume = measure_volume([], told("Fjord Post", 0, 5, 5), QUARTER)
    assert [period.period.label for period in volume.periods] == ["2024-02", "2024-03"]


def test_no_reports_and_no_panel_are_said():
    assert measure_volume([], [], QUARTER).note == NO_REPORTS
    scattered = [*told("Fjord Post", 5), *told("Andes Daily", 0, 5), *told("Late Star", 0, 0, 5)]
    assert measure_volume([], scattered, QUARTER).note == NO_PANEL
