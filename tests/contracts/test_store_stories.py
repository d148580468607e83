"""Every store: stories, their tellings, and the roll-ups that stand on them."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import (
    change_event,
    entity,
    keys,
    make_article,
    make_event,
    make_outcome,
    make_story,
    recode,
    save,
    save_stories,
    way,
)

from dragoman.errors import BadUse
from dragoman.records import (
    CLAIM,
    HISTORICAL,
    NOT_STATE,
    Attribution,
    DyadCount,
    EventFilter,
    OutletCount,
    Report,
    StoryMark,
    Telling,
    article_key,
)

# One happening told by three outlets on three days.
ARTICLES = [
    make_article("Aid for Chile", "2024-05-14"),
    make_article("Tents for Chile", "2024-05-15", "Harbour Wire"),
    make_article("Chile thanks Norway", "2024-05-16", "Harbour Wire"),
]
KEYS = [article_key(article) for article in ARTICLES]
EVENTS = [make_event(article, date="2024-05-13", enddate="2024-05-13") for article in ARTICLES]
STORY = make_story(*EVENTS, articles=KEYS)
TO_CHILE = way("NOR", "CHL")


@pytest.fixture
def told(store):
    save(store, *map(make_outcome, ARTICLES, EVENTS))
    return store


def cells(store, *codes, **asked):
    return [(cell.dyad, cell.day, cell.event, cell.face, cell.stories) for cell in store.dyad_counts(codes, **asked)]


def first_telling_story(**fields):
    return make_story(EVENTS[0], articles=KEYS[:1], **fields)


def test_story_comes_back_as_it_was(told):
    save_stories(told, STORY)
    assert told.story(STORY.key) == STORY
    assert told.story("unknown") is None
    assert list(told.stories(EventFilter())) == [STORY]
    assert {told.story_of(event.key) for event in EVENTS} == {STORY.key}
    assert told.event(EVENTS[1].key).story == STORY.key


def test_tellings_come_earliest_report_first_with_their_reports(told):
    save_stories(told, make_story(*reversed(EVENTS), articles=KEYS[::-1]))
    tellings = told.tellings(STORY.key) or told.tellings(told.story_of(EVENTS[0].key))
    report = Report(KEYS[0], "Fjord Courier", "Fjord Courier", "2024-05-14", "Aid for Chile", None, None)
    assert tellings[0] == Telling(EVENTS[0], report)
    assert [telling.event for telling in tellings] == EVENTS


def test_retracted_tellings_are_left_out(told):
    save_stories(told, STORY)
    recode(told, ARTICLES[0])
    assert [telling.key for telling in told.tellings(STORY.key)] == [event.key for event in EVENTS[1:]]


def test_a_telling_has_one_place_and_moves_whole(told):
    save_stories(told, STORY)
    shorter = make_story(*EVENTS[:2], articles=KEYS[:2])
    other = make_story(EVENTS[2], articles=KEYS[2:], key="other")
    save_stories(told, shorter, other)
    assert told.story_of(EVENTS[2].key) == "other"
    assert len(told.tellings(STORY.key)) == 2
    assert {story.key for story in told.stories(EventFilter())} == {STORY.key, "other"}


def test_a_dropped_story_is_gone_with_its_counts(told):
    save_stories(told, STORY)
    with told.writing() as writer:
        writer.drop_story(STORY.key)
    assert told.story(STORY.key) is None
    assert told.story_of(EVENTS[0].key) is None
    assert cells(told, "NOR") == []
    assert list(told.outlet_counts()) == list(told.dyad_outlet_counts("NOR", "CHL")) == list(told.world_counts()) == []
    with pytest.raises(BadUse, match="no story"), told.writing() as writer:
        writer.drop_story(STORY.key)


def test_stories_are_paged_last_seen_first(told):
    made = [make_story(event, articles=[key]) for event, key in zip(EVENTS, KEYS, strict=True)]
    save_stories(told, *made)
    assert keys(told.stories(EventFilter(), limit=2)) == [made[2].key, made[1].key]
    assert keys(told.stories(EventFilter(), after=made[1].key)) == [made[0].key]
    with pytest.raises(BadUse, match="unknown"):
        list(told.stories(EventFilter(), after="unknown"))


@pytest.mark.parametrize(
    ("wanted", "is_found"),
    [
        ({"actor": ("NOR",), "recipient": ("CHL",)}, True),
        ({"actor": ("CHL",), "recipient": ("NOR",)}, False),
        ({"actor": ("CHL",), "recipient": ("NOR",), "either_way": True}, True),
        ({"since": "2024-05-14"}, False),
        ({"since": "2024-05-13", "until": "2024-05-13"}, True),
        ({"seen_since": "2024-05-16"}, True),
        ({"seen_until": "2024-05-13"}, False),
        ({"types": ("AID",), "classes": (2,), "statuses": ("actual",)}, True),
        ({"types": ("ASSAULT",)}, False),
        ({"outlets": ("Harbour Wire",)}, True),
        ({"outlets": ("Elsewhere",)}, False),
        ({"article": KEYS[1]}, True),
        ({"claims": True}, False),
        ({"claims": False}, True),
        ({"words": "hospital"}, True),
        ({"words": "hospital -norway"}, False),
        ({"sectors": ("GOV",)}, False),
        ({"sectors": ("GOV", "")}, True),
        ({"story": STORY.key}, True),
        ({"story": "another"}, False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_filter_of_stories(one_story, wanted, is_found):
    assert bool(keys(one_story.stories(EventFilter(**wanted)))) is is_found


@pytest.fixture(scope="module")
def one_story(shared_store):
    save(shared_store, *map(make_outcome, ARTICLES, EVENTS))
    save_stories(shared_store, STORY)
    return shared_store


def test_events_of_a_story(one_story):
    assert set(keys(one_story.events(EventFilter(story=STORY.key)))) == {event.key for event in EVENTS}


# ---- near stories


@pytest.mark.parametrize(
    ("codes", "since", "until", "is_near"),
    [
        (("NOR",), "2024-05-13", "2024-05-13", True),
        (("CHL", "PER"), "2024-05-10", "2024-05-13", True),
        (("NOR",), "2024-05-16", "2024-05-20", True),
        (("NOR",), "2024-05-17", "2024-05-20", False),
        (("NOR",), "2024-05-01", "2024-05-12", False),
        (("PER",), "2024-05-13", "2024-05-13", False),
        ((), "2024-05-13", "2024-05-13", False),
    ],
    ids=["its day", "first day", "last sight", "later", "earlier", "other code", "no code"],
)
def test_near_stories_share_a_code_and_days(one_story, codes, since, until, is_near):
    assert bool(one_story.near_stories(codes=codes, since=since, until=until)) is is_near


def test_stories_told_in_an_article_are_near_whatever_their_days(one_story):
    near = one_story.near_stories(codes=("PER",), since="1999-01-01", until="1999-01-02", article=KEYS[2])
    assert near == (STORY,)


def test_stories_without_codes_are_near_each_other(told):
    bare = first_telling_story(actor=(entity("? UNK"),), recipient=(), dyads=())
    save_stories(told, bare)
    assert told.near_stories(codes=(), since="2024-05-13", until="2024-05-13") == (bare,)
    assert told.near_stories(codes=("NOR",), since="2024-05-13", until="2024-05-13") == ()


@pytest.mark.parametrize("days", [0, 1, 3, 4, 5, 15, 40, 90, 365, 400, 4_000, 20_000])
def test_long_stories_are_near_to_their_last_day(told, days):
    begins = dataclasses.replace(STORY, first_seen="1990-01-01", last_seen="1990-01-01", date="1990-01-01")
    import datetime

    last = datetime.date(1990, 1, 1) + datetime.timedelta(days=days)
    behind = last + datetime.timedelta(days=1)
    save_stories(told, dataclasses.replace(begins, enddate=last.isoformat()))
    assert told.near_stories(codes=("NOR",), since=last.isoformat(), until="2099-01-01")
    assert not told.near_stories(codes=("NOR",), since=behind.isoformat(), until="2099-01-01")


# ---- marks


def test_a_mark_replaces_the_earlier_one_on_the_same_two(store):
    apart = StoryMark("a", "b", "apart", "ada", "two days", "2024-05-14T00:00:00Z")
    same = StoryMark("b", "a", "same", "bob", "one day", "2024-05-15T00:00:00Z")
    other = StoryMark("a", "c", "same", "bob", "one", "2024-05-15T00:00:00Z")
    with store.writing() as writer:
        for mark in (apart, same, other):
            writer.mark(mark)
    assert set(store.marks(["a"])) == {same, other}
    assert store.marks(["b", "x"]) == (same,)
    assert store.marks([]) == ()


# ---- roll-ups


def test_a_story_counts_once_on_its_own_day(told):
    save_stories(told, STORY)
    (cell,) = told.dyad_counts(["NOR", "CHL"])
    assert cell == DyadCount(TO_CHILE, "2024-05-13", "AID", 0, 1, 3, 10.0, 100.0)
    assert list(told.dyad_counts(["CHL", "NOR"])) == [cell]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "2024-05-13"),
        ({"date": "2024-05-01", "enddate": "2024-05-31", "date_precision": "month"}, "2024-05-01"),
        ({"date": "2024-01-01", "enddate": "2024-12-31", "date_precision": "year"}, "2024-05-14"),
        ({"date": None, "enddate": None, "date_precision": None}, "2024-05-14"),
        ({"date": None, "enddate": None, "date_precision": None, "first_seen": None}, None),
    ],
    ids=["day", "month", "year", "undated", "never"],
)
def test_the_day_that_a_story_counts_on(told, fields, day):
    save_stories(told, first_telling_story(**fields))
    assert [cell.day for cell in told.dyad_counts(["NOR", "CHL"])] == [day] * (day is not None)


def test_a_story_told_anew_takes_its_old_counts_along(told):
    save_stories(told, STORY)
    moved = dataclasses.replace(STORY, event="AGREE", score=2.5, date="2024-04-30", enddate="2024-04-30", reports=2)
    save_stories(told, moved)
    assert list(told.dyad_counts(["NOR"])) == [DyadCount(TO_CHILE, "2024-04-30", "AGREE", 0, 1, 2, 2.5, 6.25)]
    assert [(cell.day, cell.stories) for cell in told.world_counts()] == [("2024-04-01", 1)]


def test_ways_of_a_dyad_stay_apart(told):
    dyads = (TO_CHILE, way("CHL", "NOR"), way("CHL", "NOR", is_reciprocal=True))
    save_stories(told, dataclasses.replace(STORY, dyads=dyads))
    assert {cell.dyad for cell in told.dyad_counts(["NOR", "CHL"])} == set(dyads)


def test_codes_choose_their_cells(told):
    dyads = (
        way("NOR", "CHL"),
        way("CHL", "CHL", is_reciprocal=True),
        way("NOR", "PER"),
        way("PER", "CHL"),
        way("NOR", "NGO"),
    )
    save_stories(told, dataclasses.replace(STORY, dyads=dyads))

    def pairs(*codes):
        return {(cell.dyad.actor, cell.dyad.recipient) for cell in told.dyad_counts(codes)}

    assert pairs("NOR", "CHL") == {("NOR", "CHL")}
    assert pairs("NOR", "CHL", "PER") == {("NOR", "CHL"), ("NOR", "PER"), ("PER", "CHL")}
    assert pairs("CHL") == {("NOR", "CHL"), ("CHL", "CHL"), ("PER", "CHL")}
    assert pairs("CHL", "CHL") == {("CHL", "CHL")}
    assert pairs("SWE") == pairs() == set()
    world = {(cell.dyad.actor, cell.dyad.recipient) for cell in told.world_counts()}
    assert world == {("NOR", "CHL"), ("NOR", "PER"), ("PER", "CHL")}


def test_faces_and_days_choose_their_cells(told):
    made = [
        make_story(event, articles=[key], face=face, date=f"2024-05-{day}", enddate=f"2024-05-{day}")
        for event, key, face, day in zip(EVENTS, KEYS, (0, CLAIM, CLAIM | NOT_STATE), (11, 12, 13), strict=True)
    ]
    save_stories(told, *made)

    def days(**asked):
        return [cell.day[-2:] for cell in told.dyad_counts(["NOR", "CHL"], **asked)]

    assert days() == ["11"]
    assert days(faces=HISTORICAL) == ["11"]
    assert days(faces=CLAIM) == ["11", "12"]
    assert days(faces=CLAIM | NOT_STATE | HISTORICAL) == ["11", "12", "13"]
    assert days(faces=63, since="2024-05-12", until="2024-05-12") == ["12"]
    assert [(cell.day, cell.stories) for cell in told.world_counts()] == [("2024-05-01", 1)]


def test_world_is_counted_by_month(told):
    made = [
        make_story(event, articles=[key], date=day, enddate=day)
        for event, key, day in zip(EVENTS, KEYS, ("2024-04-30", "2024-05-01", "2024-05-31"), strict=True)
    ]
    save_stories(told, *made)
    assert [(cell.day, cell.stories) for cell in told.world_counts()] == [("2024-04-01", 1), ("2024-05-01", 2)]
    assert [cell.day for cell in told.world_counts(since="2024-05-01")] == ["2024-05-01"]


def test_an_outlet_tells_a_story_once_and_reports_it_day_by_day(told):
    save_stories(told, STORY)
    expected = [
        OutletCount("Fjord Courier", "2024-05-14", 1, 1),
        OutletCount("Harbour Wire", "2024-05-15", 1, 1),
        OutletCount("Harbour Wire", "2024-05-16", 0, 1),
    ]
    assert list(told.outlet_counts()) == expected
    assert list(told.outlet_counts(since="2024-05-15", until="2024-05-15")) == expected[1:2]
    assert list(told.dyad_outlet_counts("CHL", "NOR")) == expected
    assert list(told.dyad_outlet_counts("CHL", "PER")) == []


def test_only_plain_stories_count_for_the_outlets_of_a_dyad(told):
    save_stories(told, dataclasses.replace(STORY, face=CLAIM))
    assert list(told.dyad_outlet_counts("NOR", "CHL")) == []
    assert len(list(told.outlet_counts())) == 3


CHOICES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["AID", "AGREE", "ASSAULT"]),
        st.sampled_from([2.5, -10.0, 1.5]),
        st.sampled_from(["2024-05-13", "2024-05-14", "2024-06-01"]),
        st.sampled_from([0, CLAIM]),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=settings.default.max_examples // 5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=CHOICES)
def test_roll_ups_are_those_of_the_stories_that_are_left(told, steps):
    """However stories came, changed and went, the cells are what counting the stories afresh gives."""
    left = {}
    with told.writing() as writer:
        for story in list(writer.stories(EventFilter())):
            writer.drop_story(story.key)
        for place, kind, score, day, face, is_dropped in steps:
            story = make_story(
                EVENTS[place], articles=[KEYS[place]], event=kind, score=score, date=day, enddate=day, face=face
            )
            if is_dropped and story.key in left:
                writer.drop_story(story.key)
                del left[story.key]
            else:
                writer.save_story(story)
                left[story.key] = story
    counted = {}
    for story in left.values():
        cell = counted.setdefault((story.date, story.event, story.face), [0, 0, 0.0, 0.0])
        for position, value in enumerate((1, 1, story.score, story.score**2)):
            cell[position] += value
    kept = {
        (cell.day, cell.event, cell.face): [cell.stories, cell.reports, cell.score_sum, cell.square_sum]
        for cell in told.dyad_counts(["NOR", "CHL"], faces=63)
    }
    assert kept == counted
    assert sum(cell.stories for cell in told.outlet_counts()) == len(left)
    assert sum(cell.stories for cell in told.world_counts()) == sum(1 for story in left.values() if not story.face)


def test_a_changed_event_keeps_its_place_until_the_story_is_told_anew(told):
    save_stories(told, STORY)
    claim = change_event(EVENTS[0], attribution=Attribution("a minister", None, "NOR", "GOV", "quoted"))
    assert recode(told, ARTICLES[0], claim) == (claim.key,)
    assert told.story_of(claim.key) == STORY.key
    assert told.tellings(STORY.key)[0].event == claim
