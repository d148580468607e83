"""Figures as people read them: shares, bands, sparklines and aligned columns."""

import pytest

from dragoman.cli import figures as told
from dragoman.relations import Figures, Interval

BLANK = {"reports": 0, "classes": (), "types": (), "score_sum": 0.0}


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "none"), (0.0, "0%"), (0.004, "0.4%"), (0.094, "9.4%"), (0.1, "10%"), (0.666, "67%"), (1.0, "100%")],
)
def test_small_shares_keep_a_digit_more(value, words):
    assert told.share(value) == words


@pytest.mark.parametrize(
    ("values", "top", "line"),
    [
        pytest.param([0, 1, 2, 3, 4, 5, 6, 7, 8], None, "·▁▂▃▄▅▆▇█", id="each block once"),
        pytest.param([8, None, 0], None, "█ ·", id="a blank for what is not known"),
        pytest.param([1.0, 0.5], 2.0, "▄▂", id="up to a given top"),
        pytest.param([0, 0], None, "··", id="nothing at all"),
        pytest.param([], None, "", id="no periods"),
    ],
)
def test_sparkline_has_a_sign_for_each_value(values, top, line):
    assert told.sparkline(values, top=top) == line


def test_columns_are_aligned_numbers_to_the_right():
    assert told.rows([("", "stories"), ("there", "7"), ("back", "1,200")]) == [
        "       stories",
        "there        7",
        "back     1,200",
    ]


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "story", "1 story"), (0, "story", "0 stories"), (1200, "report", "1,200 reports"), (2, "outlet", "2 outlets")],
)
def test_counts_say_what_they_count(number, noun, words):
    assert told.counted(number, noun) == words


def test_band_is_shown_or_why_there_is_none():
    sure = Figures(9, conflict_share=1 / 3, share_interval=Interval(0.1, 0.65), score_mean=-1.0,
                   mean_interval=Interval(-3.0, 1.0), note=None, **BLANK)  # fmt: skip
    few = Figures(
        3, conflict_share=1 / 3, share_interval=None, score_mean=2.5, mean_interval=None, note="too few", **BLANK
    )
    none = Figures(
        0, conflict_share=None, share_interval=None, score_mean=None, mean_interval=None, note="no stories", **BLANK
    )
    assert [told.share_band(figures) for figures in (sure, few, none)] == [
        "33% (10–65%)",
        "33% (too few)",
        "no stories",
    ]
    assert [told.mean_band(figures) for figures in (sure, few, none)] == [
        "-1.0 (-3.0 to +1.0)",
        "+2.5 (too few)",
        "no stories",
    ]


def test_long_lists_are_cut_and_say_so():
    assert told.some(["a", "b", "c"], most=2) == "a, b and 1 more"
    assert told.some([]) == "none"
