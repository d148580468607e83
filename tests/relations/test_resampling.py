"""Bands by bootstrap over stories within outlets: the same each time, wider where outlets differ."""

import pytest

from dragoman.records import StoryTelling
from dragoman.relations.intervals import share_interval
from dragoman.relations.resampling import first_outlet, resample


@pytest.fixture
def stories_of(make_story):
    """Stories by outlet: how many of conflict, and how many not."""

    def build(**outlets):
        return [
            make_story(f"{outlet} {event} {number}", event=event, reporters=(outlet,))
            for outlet, counts in outlets.items()
            for event, many in zip(("ACCUSE", "CONSULT"), counts, strict=True)
            for number in range(many)
        ]

    return build


def width(band):
    return band.high - band.low


def test_same_stories_give_the_same_bands_in_any_order(stories_of):
    stories = stories_of(a=(10, 10), b=(3, 17))
    assert resample(stories) == resample(stories[::-1])


def test_one_outlet_gives_the_band_of_plain_resampling(stories_of):
    told = resample(stories_of(a=(30, 70)))
    known = share_interval(30, 100)
    assert (told.conflict_share.low, told.conflict_share.high) == pytest.approx((known.low, known.high), abs=0.02)
    assert (told.stories, told.outlets, told.resamples) == (100, 1, 2000)


def test_outlets_that_differ_widen_the_band(stories_of):
    alike = resample(stories_of(a=(10, 10), b=(10, 10), c=(10, 10)))
    apart = resample(stories_of(a=(20, 0), b=(0, 20), c=(10, 10)))
    assert width(apart.conflict_share) > 1.5 * width(alike.conflict_share)


def test_band_of_the_mean_holds_the_mean(stories_of):
    told = resample(stories_of(a=(10, 10), b=(10, 10)))
    assert told.score_mean.low < (-3.0 + 2.5) / 2 < told.score_mean.high


def test_stories_that_are_all_alike_have_no_width(stories_of):
    told = resample(stories_of(a=(6, 0), b=(1, 0)))
    assert (told.conflict_share.low, told.conflict_share.high) == (1.0, 1.0)


def test_under_five_stories_there_is_no_band(stories_of):
    told = resample(stories_of(a=(2, 2)))
    assert (told.conflict_share, told.score_mean, told.stories) == (None, None, 4)


def test_story_belongs_to_who_told_it_first(make_story):
    tellings = (StoryTelling("e1", "a1", "Copycat", "copy"), StoryTelling("e2", "a2", "Fjord Post", "founding"))
    assert first_outlet(make_story("s", reporters=("Copycat", "Fjord Post"), tellings=tellings)) == "Fjord Post"
