"""A span cut into days, ISO weeks, months and years: no day is lost, none counts twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadUse
from dragoman.relations import cut_span, read_day

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
LENGTHS = st.sampled_from(["day", "week", "month", "year"])


@pytest.mark.parametrize(
    ("since", "until", "by", "labels"),
    [
        pytest.param("2024-02-28", "2024-03-01", "day", ["2024-02-28", "2024-02-29", "2024-03-01"], id="leap day"),
        pytest.param("2023-12-31", "2024-01-08", "week", ["2023-W52", "2024-W01", "2024-W02"], id="turn of the year"),
        pytest.param("2020-12-31", "2021-01-04", "week", ["2020-W53", "2021-W01"], id="a 53rd week"),
        pytest.param("2024-01-31", "2024-02-01", "month", ["2024-01", "2024-02"], id="two months in two days"),
        pytest.param("2023-12-31", "2024-01-01", "year", ["2023", "2024"], id="two years in two days"),
        pytest.param("9999-12-31", "9999-12-31", "week", ["9999-W52"], id="the end of the calendar"),
    ],
)
def test_span_is_cut_into_named_periods(since, until, by, labels):
    assert [period.label for period in cut_span(since, until, by).periods] == labels


def test_period_that_the_span_cuts_is_partial():
    periods = cut_span("2024-01-15", "2024-03-31", "month").periods
    assert [(period.first, period.last, period.is_partial) for period in periods] == [
        ("2024-01-15", "2024-01-31", True),
        ("2024-02-01", "2024-02-29", False),
        ("2024-03-01", "2024-03-31", False),
    ]


@given(start=DAYS, length=st.integers(0, 800), by=LENGTHS)
def test_every_day_of_a_span_lies_in_one_period_and_no_other_day_in_any(start, length, by):
    days = cut_span(start.isoformat(), (start + timedelta(days=length)).isoformat(), by)
    told = [(start + timedelta(days=number)).isoformat() for number in range(length + 1)]
    found = [days.find(day) for day in told]
    assert None not in found
    for day, place in zip(told, found, strict=True):
        assert days.periods[place].first <= day <= days.periods[place].last
    assert sorted(set(found)) == list(range(len(days.periods)))
    assert days.find((start - timedelta(days=1)).isoformat()) is None
    assert days.find((start + timedelta(days=length + 1)).isoformat()) is None


@pytest.mark.parametrize("text", ["2024", "2024-13-01", "20240516", "2024-W20-4", "16 May 2024", ""])
def test_what_is_no_day_is_refused_with_the_way_to_write_one(text):
    with pytest.raises(BadUse, match="YYYY-MM-DD"):
        read_day(text)


def test_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadUse, match="turn the two days round"):
        cut_span("2024-05-02", "2024-05-01", "day")


def test_unknown_length_is_refused_with_the_known_ones():
    with pytest.raises(BadUse, match="day, week, month, year"):
        cut_span("2024-05-01", "2024-05-02", "decade")
