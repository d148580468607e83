"""Fields of two tellings speak for one happening or against it."""

import pytest

from dragoman.stories.kinds import RELATED, likeness_of_types
from dragoman.stories.likeness import compare_days, compare_objects, compare_places, compare_sizes
from dragoman.stories.sides import likeness_of_sides
from dragoman.stories.words import overlap_of, stem_of, weigh_words

FOR, OPEN, AGAINST = "for", "open", "against"


def verdict(points):
    return FOR if points > 0 else AGAINST if points < 0 else OPEN


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("2024-05-14", "2024-05-14", FOR, id="same day"),
        pytest.param("2024-05-14", "2024-05-15", AGAINST, id="next day"),
        pytest.param("2024-05-14", "2024-05-13/2024-05-19 week", FOR, id="a day of that week"),
        pytest.param("2024-05-20", "2024-05-13/2024-05-19 week", AGAINST, id="the day after that week"),
        pytest.param("2024-05-14", "2024-05-01/2024-05-31 month", OPEN, id="a day of that month"),
        pytest.param("2024-05-14", "2024-01-01/2024-12-31 year", AGAINST, id="a day of that year says nothing for it"),
        pytest.param("2024-05-14", None, AGAINST, id="no day"),
    ],
)
def test_days(telling, one, other, expected):
    assert verdict(compare_days(telling("x", day=one).event, telling("y", day=other).event)) == expected


def test_more_days_apart_speak_more_against(telling):
    first, *later = (telling("x", day=f"2024-05-{day}").event for day in (14, 15, 16, 17, 30))
    points = [compare_days(first, event) for event in later]
    assert points == sorted(points, reverse=True)


def test_day_of_publication_may_be_a_day_late(telling):
    told, late = telling("x", day="2024-05-14").event, telling("y", day="2024-05-15", basis="published").event
    assert compare_days(told, late) > 0


def test_shipment_is_told_when_it_leaves_and_when_it_arrives(telling):
    leaves, arrives = (telling("x", "AID", day=day).event for day in ("2024-05-14", "2024-05-18"))
    attacks = [telling("x", day=day).event for day in ("2024-05-14", "2024-05-18")]
    assert compare_days(leaves, arrives) > compare_days(*attacks)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Hamar, NOR", "Hamar, NOR", FOR),
        ("Tromsø, NOR", "Tromso, NOR", FOR),
        ("Grodno, BLR", "Grodno region, BLR", FOR),
        ("Hamar, NOR", "NOR", FOR),
        ("Hamar, NOR", "Narvik, NOR", AGAINST),
        ("Hamar, NOR", "Umea, SWE", AGAINST),
        ("Hamar, NOR", "SWE", AGAINST),
        ("Hamar, NOR", "Finnmark region, NOR", OPEN),
    ],
)
def test_places(telling, one, other, expected):
    places = [telling("x", place=told).event.event_loc for told in (one, other)]
    assert verdict(compare_places(*places)) == expected
    assert compare_places(places[0], None) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"dead": 4}, {"dead": 4}, FOR),
        ({"dead": 4}, {"dead": 6}, OPEN),
        ({"dead": 4}, {"dead": 60}, AGAINST),
        ({"dead": 4}, {"injured": 4}, OPEN),
        ({"arrested": 14}, {"arrested": 14}, FOR),
        ({}, {"dead": 4}, OPEN),
    ],
)
def test_numbers(telling, one, other, expected):
    assert verdict(compare_sizes(telling("x", **one).event, telling("y", **other).event)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a field hospital of 60 beds", "60-bed hospital", FOR),
        ("30,000 tonnes of diesel", "field hospital", AGAINST),
        ("30,000 tonnes of diesel", None, OPEN),
    ],
)
def test_goods(telling, one, other, expected):
    events = [telling("x", "AID", object=told).event for told in (one, other)]
    assert verdict(compare_objects(*events)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("NOR GOV -> SWE GOV", "NOR GOV -> SWE GOV", (FOR, FOR), id="the same"),
        pytest.param("NOR -> SWE", "NOR GOV -> SWE MIL", (FOR, FOR), id="a country and its organs"),
        pytest.param("NOR GOV -> SWE GOV", "SWE GOV -> NOR GOV", (AGAINST, AGAINST), id="the other way round"),
        pytest.param("NOR GOV <-> SWE GOV", "SWE GOV -> NOR GOV", (FOR, FOR), id="reciprocal, told as a visit"),
        pytest.param("? -> NOR CVL", "SWE REB -> NOR CVL", (OPEN, FOR), id="unknown doer"),
        pytest.param("NOR EDU -> NOR GOV", "NOR LAB -> NOR GOV", (AGAINST, FOR), id="students are no dockers"),
        pytest.param("NOR CVL -> NOR GOV", "NOR EDU -> NOR GOV", (FOR, FOR), id="people may be students"),
        pytest.param("NOR COP -> NOR OPP Ola Berg", "NOR COP -> NOR OPP Kari Dahl", (FOR, OPEN), id="other persons"),
        pytest.param("NOR COP -> NOR OPP Ola Berg", "NOR COP -> NOR Berg", (FOR, AGAINST), id="sector is no surname"),
        pytest.param("NOR GOV, SWE GOV -> DNK", "SWE GOV -> DNK", (FOR, FOR), id="one of two doers"),
    ],
)
def test_sides(telling, one, other, expected):
    likeness = likeness_of_sides(telling("x", "COERCE", one).event, telling("y", "COERCE", other).event)
    assert tuple(map(verdict, likeness)) == expected


def test_attack_that_each_side_claims_of_the_other_may_be_one(telling):
    ours = telling("x", "ASSAULT", "NOR MIL -> SWE MIL", speaker="a spokesman").event
    theirs = telling("y", "ASSAULT", "SWE MIL -> NOR MIL", speaker="a general").event
    told_as_fact = telling("z", "ASSAULT", "SWE MIL -> NOR MIL").event
    assert min(likeness_of_sides(ours, theirs)) > 0 > max(likeness_of_sides(ours, told_as_fact))


def test_same_type_goes_best_and_the_table_goes_both_ways():
    assert likeness_of_types("AID", "AID") == 1.0
    assert likeness_of_types("ASSAULT", "COERCE") == likeness_of_types("COERCE", "ASSAULT") > 0
    assert likeness_of_types("AID", "ASSAULT") == 0.0


def test_every_related_pair_is_given_once_with_types_of_plover():
    from dragoman.ontology import load_ontology

    pairs = [frozenset(types) for types, _, _ in RELATED]
    assert len(set(pairs)) == len(pairs)
    assert {name for pair in pairs for name in pair} <= set(load_ontology().event_types)


@pytest.mark.parametrize(
    ("one", "other"),
    [("shelled", "shelling"), ("factories", "factory"), ("released", "release"), ("attacks", "attack")],
)
def test_endings_fall_away(one, other):
    assert stem_of(one) == stem_of(other)


def test_names_and_numbers_weigh_more_than_what_every_report_says():
    weights = weigh_words("Officials said fourteen dockers of Hamar left")
    assert weights["14"] == weights["hamar"] > weights[stem_of("dockers")] > weights[stem_of("officials")]
    assert "said" not in weights


def test_words_compared_elsewhere_count_little():
    one, other = weigh_words("a bomb in Hamar"), weigh_words("a strike in Hamar")
    assert overlap_of(one, other, frozenset({"hamar"})) < overlap_of(one, other)
    assert overlap_of(one, {}) == 0.0
