"""Which names are places where something is, and how finely they tell it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.records import Sentence
from dragoman.spans import find_places

KNOWLEDGE = load_knowledge()


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return KNOWLEDGE


def read(text: str, knowledge: Knowledge) -> list[tuple[str, str | None, str]]:
    sentence = Sentence(0, "body", 1, 50, 50 + len(text), text)
    places = find_places(sentence, knowledge)
    assert all(place.latitude is not None and place.longitude is not None for place in places)
    return [(text[place.span.start - 50 : place.span.end - 50], place.country, place.resolution) for place in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers blocked roads in Peru.", [("Peru", "PER", "country")]),
        ("Farmers blocked roads in Lima.", [("Lima", "PER", "city")]),
        ("Farmers blocked roads in northern Peru on Monday.", [("Peru", "PER", "country")]),
        ("A tanker burned off the coast of Oman.", [("Oman", "OMN", "country")]),
        ("The envoys met near Helsinki Monday.", [("Helsinki", "FIN", "city")]),
        ("Two frigates drilled in the South China Sea.", [("South China Sea", None, "sea")]),
        ("A quake struck in East Azerbaijan.", [("East Azerbaijan", "IRN", "region")]),
        ("Rallies were held in Lima and Quito.", [("Lima", "PER", "city"), ("Quito", "ECU", "city")]),
        ("Talks opened in Lima, Peru.", [("Lima", "PER", "city")]),
        ("Envoys flew from Lima to Quito.", [("Lima", "PER", "city"), ("Quito", "ECU", "city")]),
        ("In Finland the law is stricter.", [("Finland", "FIN", "country")]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_name_behind_a_preposition_of_place_is_a_place(
    text: str, expected: list[tuple[str, str | None, str]], knowledge: Knowledge
) -> None:
    assert read(text, knowledge) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru accused Chile of spying.",
        "They believe in Peru's promise.",
        "The shop stands in Peru Street.",
        "Shares fell in Lima-based firms.",
        "He was born in 1962.",
        "A strike at Radio Finland ended.",
    ],
)
def test_other_names_are_no_places(text: str, knowledge: Knowledge) -> None:
    assert read(text, knowledge) == []


PIECES = st.sampled_from(
    [
        "in ",
        "from ",
        "to ",
        "near the ",
        "Lima",
        "Peru",
        "'s ",
        ", ",
        "Syrian ",
        "city of ",
        "Aleppo",
        "(",
        ":",
        " and ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join)))
def test_places_quote_the_text_in_order_and_do_not_overlap(text: str) -> None:
    sentence = Sentence(0, "body", 1, 7, 7 + len(text), text)
    spans = [place.span for place in find_places(sentence, KNOWLEDGE, ("SYR",))]
    assert all(sentence.span.covers(span) and span.quote(" " * 7 + text).strip() for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
