"""A telling joins the story of its happening, and no other."""

import dataclasses

import pytest

from dragoman.records import StoryMark
from dragoman.stories.matching import Candidate, choose_stories, place_telling, reach_of
from dragoman.stories.telling import tell_story

BOMB = "A bomb in a rubbish bin exploded at the tram depot of Hamar on Tuesday, killing four people, police said."
MARCH = "About two thousand nurses marched through Bergen on Tuesday to demand higher pay from the health ministry."
VISIT = "The foreign ministers of Norway and Sweden met in Karlstad on Tuesday to discuss reindeer grazing rights."


def stories_of(*groups):
    return [Candidate(tell_story(group, {}), tuple(group)) for group in groups]


def bomb(telling, text=BOMB, **given):
    return telling(text, **{"dead": 4, "place": "Hamar, NOR", "key": "bomb", **given})


def march(telling, text=MARCH, **given):
    sides = given.pop("sides", "NOR LAB -> NOR GOV")
    return telling(text, "PROTEST", sides, **{"place": "Bergen, NOR", "key": "march", **given})


def visit(telling, text=VISIT, **given):
    sides = given.pop("sides", "NOR GOV <-> SWE GOV")
    return telling(text, "CONSULT", sides, **{"place": "Karlstad, SWE", "key": "visit", **given})


@pytest.mark.parametrize(
    ("told", "given"),
    [
        pytest.param("Explosion kills four in Norwegian town", {}, id="headline of another outlet"),
        pytest.param(
            "The dead of the blast at the depot in Hamar number six, the hospital said.",
            {"dead": 6, "published": "2024-05-16T08:00Z"},
            id="follow-up with a higher toll",
        ),
        pytest.param(
            "The Northern Dawn said that its fighters placed the bomb at the depot.",
            {"sides": "NOR REB -> NOR CVL", "dead": None, "place": "NOR", "speaker": "Northern Dawn"},
            id="claim of responsibility",
        ),
        pytest.param(
            "It is the worst attack in the town since this week's bombing of a tram depot.",
            {"day": "2024-05-13/2024-05-19 week", "dead": None},
            id="a week in place of a day",
        ),
        pytest.param("Four died when a bin blew up among trams.", {"place": "NOR"}, id="country in place of the town"),
    ],
)
def test_another_telling_of_an_attack_joins_it(telling, told, given):
    known = stories_of([bomb(telling)])
    placement = place_telling(bomb(telling, told, key="other", **given), known)
    assert placement.story == known[0].story.key
    assert (placement.how, placement.score > 0.5) == ("rule", True)


@pytest.mark.parametrize(
    ("told", "given"),
    [
        pytest.param(
            "A bomb in a car killed two people in Hamar on Friday.", {"day": "2024-05-17", "dead": 2}, id="days"
        ),
        pytest.param("A bomb killed nine people in Narvik on Tuesday.", {"place": "Narvik, NOR", "dead": 9}, id="town"),
        pytest.param("Gunmen shot a mayor in Hamar.", {"kind": "THREATEN", "dead": None}, id="type"),
        pytest.param("A bomb killed four people.", {"sides": "? UNK -> SWE CVL", "place": "SWE"}, id="country"),
    ],
)
def test_attack_that_differs_is_a_story_of_its_own(telling, told, given):
    placement = place_telling(bomb(telling, told, key="other", **given), stories_of([bomb(telling)]))
    assert (placement.story, placement.how) == (None, "founding")


def test_two_protests_of_one_day_in_one_country_stay_apart(telling):
    dockers = "Dockers at Bergen stopped work on Tuesday over the sale of a pier."
    for given in ({"place": "Oslo, NOR"}, {"sides": "NOR EDU -> NOR GOV", "place": "Oslo, NOR"}):
        assert place_telling(march(telling, dockers, key="other", **given), stories_of([march(telling)])).story is None


def test_same_ministers_twice_in_a_week_are_two_meetings(telling):
    again = "Foreign ministers Berg and Lind met again on Friday in Oslo."
    later = visit(telling, again, key="other", day="2024-05-17", place="Oslo, NOR")
    assert place_telling(later, stories_of([visit(telling)])).story is None


def test_visit_told_with_guest_and_host_is_the_meeting(telling):
    told = "Norway's foreign minister was received by his Swedish colleague in Karlstad on Tuesday."
    guest = visit(telling, told, key="other", sides="NOR GOV -> SWE GOV")
    assert place_telling(guest, stories_of([visit(telling)])).story


def test_telling_joins_the_closest_of_several_stories(telling):
    known = stories_of([bomb(telling)], [bomb(telling, "A mine killed a ranger near Hamar.", key="mine", dead=1)])
    told = bomb(telling, "Four people were killed by the bomb at the tram depot.", key="other")
    assert place_telling(told, known).story == known[0].story.key
    assert place_telling(told, known[::-1]).story == known[0].story.key


def test_copied_sentence_joins_as_a_copy(telling):
    original = bomb(telling)
    copied = bomb(telling, key="other", article="copy", copy_of=original.report.article)
    placement = place_telling(copied, stories_of([original]))
    assert placement.how == "copy"
    assert placement.score > place_telling(bomb(telling, key="own"), stories_of([original])).score


def test_two_acts_of_one_article_stay_apart_unless_it_links_them(telling):
    first = bomb(telling, article="a")
    second = bomb(telling, "Another blast in Hamar hurt a guard.", key="second", article="a", dead=None)
    linked = dataclasses.replace(second, event=dataclasses.replace(second.event, link=first.key))
    assert place_telling(second, stories_of([first])).story is None
    assert place_telling(linked, stories_of([first])).story


def test_decision_by_hand_comes_before_all_likeness(telling):
    known = stories_of([bomb(telling)])
    alike, unlike = bomb(telling, key="alike"), march(telling, key="unlike")
    apart = StoryMark("bomb", "alike", "apart", "editor", "another bomb", "2024-05-20T00:00:00Z")
    same = StoryMark("unlike", "bomb", "same", "editor", "one attack", "2024-05-20T00:00:00Z")
    assert place_telling(alike, known, [apart]).story is None
    placement = place_telling(unlike, known, [same])
    assert (placement.story, placement.how, placement.score) == (known[0].story.key, "hand", 1.0)


def test_the_more_stories_are_alike_the_more_it_takes_to_join_one(telling):
    known = stories_of([bomb(telling)])
    vague = telling("People were attacked.", key="other", place="NOR")
    assert place_telling(vague, known, crowd=1).story
    assert place_telling(vague, known, crowd=500).story is None


def test_only_the_closest_stories_are_weighed_however_many_are_near(telling):
    near = stories_of(*([bomb(telling, f"Bomb {number} hit Hamar.", key=f"b{number}")] for number in range(40)))
    far = stories_of([march(telling)], [visit(telling)])
    choice = choose_stories(bomb(telling, key="other"), [candidate.story for candidate in (*near, *far)])
    assert len(choice.keys) == 12
    assert choice.crowd == 40


def test_telling_looks_for_stories_of_its_sides_around_its_days(telling):
    reach = reach_of(visit(telling))
    assert (reach.codes, reach.since, reach.until) == (("NOR", "SWE"), "2024-05-11", "2024-05-17")


def test_telling_without_known_sides_looks_where_it_happened(telling):
    assert reach_of(telling("x", sides="? -> ? CVL", place="Hamar, NOR")).codes == ("NOR",)
    assert reach_of(telling("x", sides="? -> ? CVL")).codes == ()


def test_undated_telling_looks_in_the_month_before_it_was_published(telling):
    reach = reach_of(telling("x", day=None, published="2024-05-31T08:00Z"))
    assert (reach.since, reach.until) == ("2024-05-01", "2024-05-31")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_of_the_calendar_are_no_obstacle(telling, day):
    assert reach_of(telling("x", day=day)).since <= day
