"""A dyad put together: what counts, what stands apart, and what explains what."""

import pytest

from dragoman.records import CLAIM, HISTORICAL, NOT_STATE, OutletCount, json_from_record, record_from_json
from dragoman.relations import (
    Material,
    Relation,
    Wanted,
    World,
    assemble,
    cut_span,
    find_state,
    measure_publication,
)
from dragoman.relations.model import Prior

HALF_YEAR = cut_span("2024-01-01", "2024-06-30", "month")
MONDAYS = [period.first for period in cut_span("2024-01-01", "2024-06-30", "week").periods]
OUTLETS = [OutletCount("Fjord Post", day, 50, 60) for day in MONDAYS]


@pytest.fixture
def tell(ontology):
    def build(cells=(), stories=(), third=None, **given):
        world = World(measure_publication(OUTLETS), Prior(0, 0.5, 0.0, 0.5, 0.5), ontology)
        third_state = find_state(third, ontology) if third else None
        material = Material(cells, given.pop("dyad_outlets", ()), OUTLETS, stories, third_state)
        first, second = find_state("NOR", ontology), find_state("CHL", ontology)
        return assemble(material, Wanted(first, second, HALF_YEAR, "month", **given), world)

    return build


def test_only_plain_stories_count_until_a_switch_is_on(make_cell, tell):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", stories=1),
        make_cell("NOR>CHL", "2024-01-01", stories=10, face=CLAIM),
        make_cell("NOR>CHL", "2024-01-01", stories=100, face=CLAIM | HISTORICAL),
    ]
    assert tell(cells).series[-1].whole.stories == 1
    assert tell(cells, switches=("claims",), flags=CLAIM).series[-1].whole.stories == 11
    assert tell(cells, flags=CLAIM | HISTORICAL).series[-1].whole.stories == 111


def test_sides_that_are_no_states_stand_apart(make_cell, tell):
    cells = [make_cell("NOR>CHL", "2024-01-01"), make_cell("NOR>CHL", "2024-01-01", stories=7, face=NOT_STATE)]
    relation = tell(cells)
    assert (relation.series[-1].whole.stories, relation.non_state.stories) == (1, 7)


def test_stories_of_the_lists_are_those_of_the_span_that_count(make_story, tell):
    stories = [
        make_story("in", event="THREATEN", date="2024-02-01"),
        make_story("before", event="THREATEN", date="2023-12-31"),
        make_story("claimed", event="THREATEN", date="2024-02-01", face=CLAIM),
        make_story("others", "NOR>PER", event="THREATEN", date="2024-02-01"),
    ]
    assert [story.key for story in tell(stories=stories).lists.threats.stories] == ["in"]
    with_claims = tell(stories=stories, flags=CLAIM).lists.threats
    assert {story.key for story in with_claims.stories} == {"in", "claimed"}


def test_facts_rest_on_background_and_on_what_was_before_the_span_but_not_on_claims(make_story, tell):
    arms = {"event": "AID", "context": ("military",), "object": "missiles"}
    stories = [
        make_story("background", date="2016-01-01", face=HISTORICAL, **arms),
        make_story("earlier", date="2023-01-01", **arms),
        make_story("claimed", date="2024-02-01", face=CLAIM, **arms),
    ]
    (fact,) = tell(stories=stories).facts
    assert (fact.first.key, fact.last.key) == ("background", "earlier")


def test_turning_point_comes_with_the_stories_that_tell_most_of_it(make_cell, make_story, tell):
    cells = [make_cell("NOR>CHL", day, stories=10) for day in MONDAYS]
    cells += [make_cell("NOR>CHL", day, "ASSAULT", stories=8) for day in MONDAYS[16:19]]
    stories = [
        make_story("told by many", event="ASSAULT", date=MONDAYS[17], reporters=("a", "b", "c")),
        make_story("told by two", event="THREATEN", date=MONDAYS[16], reporters=("a", "b")),
        make_story("friendly", event="AID", date=MONDAYS[16], reporters=("a", "b", "c", "d")),
        make_story("later", event="ASSAULT", date=MONDAYS[20], reporters=("a", "b", "c", "d")),
    ]
    points = {point.what: point for point in tell(cells, stories).turning_points}
    share = points["conflict share"]
    assert (share.direction, share.weeks, share.first.period.first) == ("up", 3, MONDAYS[16])
    assert [story.key for story in share.stories] == ["told by many", "told by two"]


def test_norm_counts_plain_stories_in_the_newest_week_and_month(make_cell, tell):
    cells = [make_cell("NOR>CHL", day, stories=2) for day in MONDAYS]
    cells += [make_cell("NOR>CHL", day, stories=9, face=CLAIM) for day in MONDAYS]
    norm = tell(cells, flags=CLAIM).norm
    assert (norm.week.observed, norm.period.period.label, norm.period.observed) == (2, "2024-06", 8)
    assert norm.period.position == "within"


def test_third_state_has_its_series_with_both_and_the_stories_of_all_three(make_cell, make_story, tell):
    cells = [
        make_cell("NOR>CHL", "2024-01-01"),
        make_cell("PER>NOR", "2024-01-01", stories=2),
        make_cell("CHL>PER", "2024-01-01", stories=3),
    ]
    stories = [
        make_story("joint", "NOR,CHL>PER", "ACCUSE", date="2024-01-01"),
        make_story("two", "NOR>PER", "ACCUSE", date="2024-01-01"),
    ]
    third = tell(cells, stories, third="PER").third
    assert (third.state.name, third.to_first.whole.stories, third.to_second.whole.stories) == ("Peru", 2, 3)
    assert [story.key for story in third.joint.stories] == ["joint"]


def test_bootstrap_is_given_where_it_is_asked_for_each_way(make_story, tell):
    stories = [make_story(f"there {number}", "NOR>CHL", date="2024-01-01") for number in range(6)]
    stories += [make_story(f"back {number}", "CHL>NOR", "ACCUSE", date="2024-02-01") for number in range(3)]
    stories += [make_story("both", "CHL=NOR", date="2024-02-01")]
    assert tell(stories=stories).series[0].whole.bootstrap is None
    there, back, together = tell(stories=stories, has_bootstrap=True).series
    assert [way.whole.bootstrap.stories for way in (there, back, together)] == [7, 4, 10]
    assert back.whole.bootstrap.conflict_share is None
    assert [period.figures.bootstrap is not None for period in together.periods] == [True, True] + [False] * 4


def test_relation_goes_through_json_unchanged(make_cell, make_story, tell):
    cells = [make_cell("NOR>CHL", day, stories=2) for day in MONDAYS]
    stories = [make_story(event, event=event, date="2024-02-01", object="grain") for event in ("AID", "CONSULT")]
    relation = tell(cells, stories, third="PER", has_bootstrap=True)
    assert record_from_json(Relation, json_from_record(relation)) == relation
