"""A story says what most reporters say, and beside it where they differ."""

import pytest

from dragoman.records import Difference, Dyad, Location, Size, StoryTelling
from dragoman.stories.telling import story_key, tell_story

BOMB = "A bomb exploded at the tram depot of Hamar on Tuesday."


def tell(*tellings, places=None, key=None):
    return tell_story(tellings, places or {}, key=key)


def difference(story, field):
    return next((found for found in story.differences if found.field == field), None)


def test_story_of_one_telling_says_what_it_says(telling):
    only = telling(BOMB, sides="SWE REB -> NOR CVL", dead=4, place="Hamar, NOR", key="first", object="a depot")
    story = tell(only)
    assert (story.key, story.best, story.line) == (story_key("first"), "first", BOMB)
    assert (story.event, story.quad_code, story.status) == ("ASSAULT", 4, "actual")
    assert (story.date, story.enddate, story.date_precision) == ("2024-05-14", "2024-05-14", "day")
    assert (story.place, story.size, story.object) == (Location("Hamar", "NOR", "city"), Size(4), "a depot")
    assert story.dyads == (Dyad("SWE", "NOR"),)
    assert story.tellings == (StoryTelling("first", only.report.article, "Fjord Courier", "founding", 1.0),)
    assert story.differences == ()


def test_type_is_the_one_that_most_reporters_tell_not_most_reports(telling):
    wire, late = {"reporter": "Lantern Press", "published": "2024-05-14T08:00Z"}, {"published": "2024-05-14T09:00Z"}
    copies = [telling(BOMB, key=f"c{number}", article=f"c{number}", **wire) for number in range(5)]
    others = [telling(BOMB, "COERCE", key=name, article=name, reporter=name, **late) for name in ("Gazette", "Tide")]
    story = tell(*copies, *others)
    assert story.event == "COERCE"
    assert (story.reports, story.reporters) == (7, ("Lantern Press", "Gazette", "Tide"))


def test_known_doer_is_told_rather_than_an_unknown_one(telling):
    unknown = [telling(BOMB, key=str(number), reporter=str(number)) for number in range(3)]
    named = telling("Northern Dawn placed it.", sides="NOR REB -> NOR CVL", key="named", speaker="Northern Dawn")
    assert tell(*unknown, named).actor[0].sector == "REB"


def test_numbers_are_those_of_the_latest_report_that_gives_them(telling):
    first = telling(BOMB, key="1", dead=4, injured=9, published="2024-05-14T10:00Z")
    later = telling("Two more died.", key="2", dead=6, published="2024-05-16T10:00Z")
    story = tell(later, first)
    assert story.size == Size(6, 9)
    assert (story.first_seen, story.last_seen) == ("2024-05-14", "2024-05-16")
    assert difference(story, "dead").values == ("4", "6")


def test_days_and_place_are_the_most_precise_ones(telling):
    week = telling("This week a bomb went off.", key="1", day="2024-05-13/2024-05-19 week", place="NOR")
    exact = telling(BOMB, key="2", place="Hamar, NOR")
    story = tell(week, exact)
    assert (story.date, story.place.name) == ("2024-05-14", "Hamar")
    assert difference(story, "date") is None
    assert difference(story, "place") is None


def test_day_told_in_a_text_comes_before_a_day_of_publication(telling):
    late = [telling(BOMB, key=str(n), day="2024-05-15", basis="published", reporter=str(n)) for n in range(3)]
    assert tell(*late, telling(BOMB, key="told")).date == "2024-05-14"


def test_story_that_any_report_tells_as_done_is_actual(telling):
    background = [telling("It recalled the bomb.", key=str(n), status="historical") for n in range(3)]
    assert tell(*background, telling(BOMB, key="now")).status == "actual"


def test_line_is_a_fact_of_the_article_itself_and_the_most_complete(telling):
    listed = telling("Bomb in Hamar", key="1", section="related", place="Hamar, NOR", dead=4)
    claimed = telling("A bomb, he said.", key="2", speaker="a driver", place="Hamar, NOR", dead=4)
    bare = telling("A bomb went off.", key="3")
    full = telling(BOMB, key="4", place="Hamar, NOR", dead=4)
    assert tell(listed, claimed, bare, full).line == BOMB


def test_story_tells_who_claims_what_of_whom(telling):
    ours = telling("x", sides="NOR MIL -> SWE MIL", key="1", reporter="Tide", speaker="Oslo")
    theirs = telling("y", sides="SWE MIL -> NOR MIL", key="2", reporter="Gazette", speaker="Stockholm")
    story = tell(ours, theirs)
    assert difference(story, "actor") == Difference("actor", ("NOR", "SWE"), (("Tide",), ("Gazette",)))
    assert difference(story, "claims").values == (
        "Oslo says: NOR MIL ASSAULT SWE MIL",
        "Stockholm says: SWE MIL ASSAULT NOR MIL",
    )


def test_story_tells_who_denies(telling):
    claim = telling("x", sides="NOR MIL -> SWE MIL", key="1", speaker="Stockholm")
    denial = telling("y", sides="NOR MIL -> SWE MIL", key="2", speaker="Oslo", status="negation")
    story = tell(claim, denial)
    assert difference(story, "status").values == ("actual", "negation")
    assert difference(story, "claims").values[1] == "Oslo denies: NOR MIL ASSAULT SWE MIL"


def test_key_and_places_stay_when_the_founding_telling_is_gone(telling):
    places = {"1": StoryTelling("1", "a", "Tide", "rule", 0.8)}
    story = tell(telling(BOMB, key="1"), places=places, key="story of old")
    assert story.key == "story of old"
    assert (story.tellings[0].how, story.tellings[0].score) == ("rule", 0.8)


def test_story_does_not_hang_on_the_order_of_its_tellings(telling):
    tellings = [
        telling(BOMB, key="1", dead=4, reporter="Tide", published="2024-05-14T09:00Z"),
        telling("Two more died.", key="2", dead=6, reporter="Gazette", published="2024-05-16T10:00Z"),
        telling("Raid in Hamar", "COERCE", key="3", reporter="Post", published="2024-05-15T10:00Z"),
    ]
    places = {str(number): StoryTelling(str(number), "a", "b", "rule") for number in (2, 3)}
    assert tell_story(tellings, places) == tell_story(tellings[::-1], places)


@pytest.mark.parametrize("count", [1, 40])
def test_undated_story_without_place_or_number_can_be_told(telling, count):
    story = tell(*(telling("x", day=None, key=str(number), published=None) for number in range(count)))
    assert (story.date, story.place, story.size, story.first_seen) == (None, None, None, None)
