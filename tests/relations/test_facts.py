"""Standing facts: each row of the table finds its example and leaves its counter-example; first and last evidence."""

import pytest

from dragoman.records import HISTORICAL
from dragoman.relations.fact_table import ENDED, FACTS, STANDS
from dragoman.relations.facts import LONGEST, find_facts, tells

ROWS = [pytest.param(row, id=f"{row.name}, {row.state}, {number}") for number, row in enumerate(FACTS)]
SUPPLIED = {"event": "AID", "context": ("military",), "object": "missiles"}


@pytest.fixture
def tell(make_story):
    """A story that has a row's type, mode and context, and this sentence."""

    def build(row, sentence):
        mode = row.modes[0] if row.modes else None
        return make_story("s", event=row.types[0], mode=mode, context=row.contexts[:1], line=sentence)

    return build


@pytest.mark.parametrize("row", ROWS)
def test_row_finds_its_example(tell, row):
    assert tells(tell(row, row.example), row)


@pytest.mark.parametrize("row", ROWS)
def test_row_leaves_its_counter_example(tell, row):
    assert not tells(tell(row, row.counter), row)


@pytest.mark.parametrize("row", ROWS)
def test_row_has_its_reason_and_speaks_of_known_types(ontology, row):
    assert len(row.reason) > 20
    assert row.state in (STANDS, ENDED)
    assert all(mode in ontology.modes(event) for event in row.types[:1] for mode in row.modes)
    assert set(row.contexts) <= set(ontology.contexts)
    assert set(row.types) <= set(ontology.event_types)


@pytest.mark.parametrize("row", ROWS)
def test_story_of_another_type_is_no_evidence(make_story, row):
    other = next(event for event in ("CONSULT", "REQUEST") if event not in row.types)
    assert not tells(make_story("s", event=other, context=row.contexts, line=row.example), row)


def test_fact_has_its_first_and_its_last_evidence(make_story):
    stories = [
        make_story("new", date="2024-03-01", line="Norway sent missiles to Chile.", **SUPPLIED),
        make_story("old", date="2016-05-01", line="Norway supplied Chile with missiles.", **SUPPLIED, face=HISTORICAL),
        make_story("mid", date="2020-01-01", line="Norway gave Chile missiles.", reporters=("a", "b"), **SUPPLIED),
    ]
    (fact,) = find_facts(stories, ("CHL", "NOR"))
    assert (fact.name, fact.state, fact.actor, fact.recipient, fact.is_mutual) == (
        "arms supply",
        "stands",
        "NOR",
        "CHL",
        False,
    )
    assert (fact.first.key, fact.last.key) == ("old", "new")
    assert fact.first.marks == ("background",)
    assert (fact.stories, fact.reports, fact.background) == (3, 4, 1)


def test_evidence_without_a_day_counts_from_its_first_report(make_story):
    stories = [
        make_story("told", date=None, first_seen="2023-01-01", line="Norway armed Chile.", **SUPPLIED),
        make_story("dated", date="2024-01-01", line="Norway sent missiles.", **SUPPLIED),
    ]
    (fact,) = find_facts(stories, ("CHL", "NOR"))
    assert (fact.first.key, fact.first.date, fact.first.told) == ("told", None, "2023-01-01")


def test_buyer_gets_and_the_other_side_supplies(make_story):
    bought = make_story(
        "s", "CHL>NOR", "COOPERATE", context=("military",), object="missiles", line="Chile bought missiles from Norway."
    )
    (fact,) = find_facts([bought], ("CHL", "NOR"))
    assert (fact.actor, fact.recipient) == ("NOR", "CHL")


def test_each_way_of_a_fact_is_its_own(make_story):
    opened = [
        make_story("there", "NOR>CHL", "SUPPORT", line="Norway opened an embassy in Chile."),
        make_story("back", "CHL>NOR", "SUPPORT", line="Chile opened its embassy in Norway."),
    ]
    assert {(fact.actor, fact.recipient) for fact in find_facts(opened, ("CHL", "NOR"))} == {
        ("NOR", "CHL"),
        ("CHL", "NOR"),
    }


def test_end_of_a_fact_stands_beside_it_the_newest_first(make_story):
    stories = [
        make_story("open", "NOR>PER", "SUPPORT", date="2020-01-01", line="Norway opened its embassy in Peru."),
        make_story("shut", "NOR>PER", "COERCE", date="2024-01-01", line="Norway closed its embassy in Peru."),
    ]
    assert [(fact.name, fact.state) for fact in find_facts(stories, ("NOR", "PER"))] == [
        ("embassy", "ended"),
        ("embassy", "stands"),
    ]


def test_mutual_fact_is_one_whoever_is_told_first(make_story):
    stories = [
        make_story("one", "NOR>CHL", "SUPPORT", line="Norway ratified the alliance treaty with Chile."),
        make_story("two", "CHL=NOR", "SUPPORT", line="Norway and Chile signed a defence pact."),
    ]
    (fact,) = find_facts(stories, ("NOR", "CHL"))
    assert (fact.actor, fact.recipient, fact.is_mutual, fact.stories) == ("CHL", "NOR", True, 2)


def test_endless_sentence_is_looked_at_as_far_as_it_goes(make_story):
    story = make_story("s", event="SUPPORT", line="Norway opened " * LONGEST + "its embassy in Chile.")
    assert find_facts([story], ("CHL", "NOR")) == ()
