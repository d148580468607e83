"""Stories one by one: lines, meetings with names, supplies, threats, clashes and the most telling ones."""

import pytest

from dragoman.errors import BadUse
from dragoman.records import ANALYSIS, CLAIM, HISTORICAL, NOT_STATE, Entity
from dragoman.relations import day_of, goes_between, sum_switches
from dragoman.relations.lines import is_counted, line_of, rank_telling
from dragoman.relations.lists import list_stories

CODES = ("NOR", "CHL")


def person(code, name, office):
    return Entity(f"person:{name.lower()}", code, "GOV", identifier_text=name, office=office)


def test_line_tells_who_what_where_when_and_how_many(make_story):
    story = make_story(
        "s",
        "CHL=NOR",
        "CONSULT",
        mode="visit",
        place="Oslo",
        reporters=("Fjord Post", "Andes Daily"),
        reports=5,
        face=CLAIM | HISTORICAL,
    )
    line = line_of(story)
    assert (line.sides, line.event, line.mode, line.place) == ("CHL GOV ⇄ NOR GOV", "CONSULT", "visit", "Oslo")
    assert (line.outlets, line.reports, line.marks) == (2, 5, ("claim", "background"))
    assert (line.date, line.told) == ("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("sides", "given", "words"),
    [
        pytest.param("NOR,CHL>PER", {}, "NOR GOV, CHL GOV → PER GOV", id="a joint act"),
        pytest.param("NOR>CHL", {"recipient": ()}, "NOR GOV", id="no recipient"),
        pytest.param(
            "NOR>CHL", {"recipient": (Entity(None, None, "UNK"),)}, "NOR GOV → unknown", id="unknown recipient"
        ),
        pytest.param("NOR>CHL", {"actor": (Entity(None, "NOR", ""),)}, "NOR → CHL GOV", id="a country as a whole"),
    ],
)
def test_sides_read_from_doer_to_recipient(make_story, sides, given, words):
    assert line_of(make_story("s", sides, **given)).sides == words


@pytest.mark.parametrize(
    ("date", "precision", "shown", "day"),
    [
        ("2024-05-14", "day", "2024-05-14", "2024-05-14"),
        ("2024-05-01", "month", "2024-05", "2024-05-01"),
        ("2016-01-01", "year", "2016", "2024-05-20"),
        (None, None, None, "2024-05-20"),
    ],
)
def test_date_is_shown_as_far_as_it_is_told_and_a_bare_year_is_no_day(make_story, date, precision, shown, day):
    story = make_story("s", date=date, date_precision=precision, first_seen="2024-05-20T08:00")
    assert (line_of(story).date, day_of(story)) == (shown, day)


def test_most_telling_is_what_most_outlets_tell_then_the_most_extreme_then_the_newest(make_story):
    stories = [
        make_story("mild", event="CONSULT", reporters=("a", "b")),
        make_story("extreme", event="ASSAULT", reporters=("a", "b")),
        make_story("old", event="AID", date="2020-01-01"),
        make_story("new", event="AID", date="2024-01-01"),
        make_story("wide", event="REQUEST", reporters=("a", "b", "c")),
    ]
    assert [story.key for story in rank_telling(stories)] == ["wide", "extreme", "mild", "new", "old"]


def test_meeting_has_the_names_of_both_sides_and_no_others(make_story):
    story = make_story(
        "s",
        actor=(person("NOR", "Kari Dahl", "Minister of Fisheries"), person("PER", "Ana Paz", "Envoy")),
        recipient=(person("CHL", "Juan Soto", None), Entity("state:CHL", "CHL", "GOV", identifier_text="Chile")),
    )
    (meeting,) = list_stories([story], CODES, 10).meetings
    assert [(who.code, who.name, who.office) for who in meeting.attendees] == [
        ("NOR", "Kari Dahl", "Minister of Fisheries"),
        ("CHL", "Juan Soto", None),
    ]


def test_office_without_a_name_still_attends(make_story):
    story = make_story(
        "s", actor=(Entity("office:x", "NOR", "GOV", identifier_text="minister", office="Minister of Fisheries"),)
    )
    assert list_stories([story], CODES, 10).meetings[0].attendees[0].name == "Minister of Fisheries"


def test_supplies_of_one_thing_are_one_line(make_story):
    stories = [
        make_story("old", event="AID", object="Wheat", date="2024-01-01"),
        make_story("new", event="AID", object="wheat", date="2024-02-01", reporters=("a", "b")),
        make_story("other", event="AID", object="$30 million", date="2024-03-01"),
        make_story("nothing", event="AID", object=None),
        make_story("talk", event="CONSULT", object="wheat"),
    ]
    lists = list_stories(stories, CODES, 10)
    assert [(supply.what, supply.stories, supply.reports, supply.first, supply.last) for supply in lists.supplies] == [
        ("$30 million", 1, 1, "2024-03-01", "2024-03-01"),
        ("wheat", 2, 3, "2024-01-01", "2024-02-01"),
    ]


def test_what_is_bought_is_supplied_by_the_other_side(make_story):
    bought = make_story("s", "NOR>CHL", "COOPERATE", object="copper", line="Norway bought copper from Chile.")
    sold = make_story("t", "NOR>CHL", "COOPERATE", object="salmon", line="Norway delivers salmon to Chile.")
    supplies = {
        supply.what: (supply.actor, supply.recipient) for supply in list_stories([bought, sold], CODES, 9).supplies
    }
    assert supplies == {"copper": ("CHL", "NOR"), "salmon": ("NOR", "CHL")}


def test_lists_are_cut_and_say_from_how_many(make_story):
    stories = [make_story(f"s{day}", event="THREATEN", date=f"2024-01-0{day}") for day in range(1, 10)]
    stories += [make_story("a", event="ASSAULT"), make_story("c", event="COERCE"), make_story("m", event="MOBILIZE")]
    lists = list_stories(stories, CODES, 3)
    assert (lists.threats.total, [story.key for story in lists.threats.stories]) == (10, ["m", "s9", "s8"])
    assert (lists.clashes.total, lists.telling.total, len(lists.telling.stories)) == (2, 12, 3)
    assert (lists.meetings_total, lists.meetings) == (0, ())


def test_switches_become_flags_and_unknown_ones_are_refused():
    assert sum_switches(("claims", "analysis")) == CLAIM | ANALYSIS
    with pytest.raises(BadUse, match=r"'rumours'.*claims, historical"):
        sum_switches(("rumours",))


@pytest.mark.parametrize(
    ("face", "flags", "is_told"),
    [(0, 0, True), (CLAIM, 0, False), (CLAIM, CLAIM, True), (CLAIM | NOT_STATE, CLAIM, False)],
)
def test_story_counts_where_all_it_needs_is_on(make_story, face, flags, is_told):
    assert is_counted(make_story("s", face=face), flags) is is_told


def test_story_goes_between_two_only_by_a_dyad_of_theirs(make_story):
    joint = make_story("s", "NOR,CHL>PER")
    assert goes_between(joint, "PER", "CHL")
    assert not goes_between(joint, "NOR", "CHL")
