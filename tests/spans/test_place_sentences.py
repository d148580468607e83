"""Sentences of our own, with the places that a careful reader would write down: at least 95 in 100 must be right.

A sentence is right where every place told is found and nothing else is: the words, the country, the claimed precision,
and coordinates no further off than that precision allows.  The table is place_sentences.tsv; the misses are printed.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.knowledge import Knowledge, Place, load_knowledge
from dragoman.records import PlaceMention, Sentence
from dragoman.spans import find_places

TABLE = Path(__file__).with_name("place_sentences.tsv")
FLOOR = 0.95
# How far off the middle may lie: a town is a point, a province or a sea is wide, a country wider.
FARTHEST_KM = {"city": 60.0, "region": 400.0, "sea": 1000.0, "country": 1000.0}


@dataclass(frozen=True)
class Case:
    text: str
    context: tuple[str, ...]
    expected: tuple[str, ...]


def read_cases() -> list[Case]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [
        Case(text, tuple(context.split()), () if expected == "-" else tuple(expected.split(" | ")))
        for text, context, expected in rows
    ]


CASES = read_cases()


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def find(case: Case, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    sentence = Sentence(0, "body", 1, 30, 30 + len(case.text), case.text)
    return find_places(sentence, knowledge, case.context)


def is_right(place: PlaceMention, expected: str, text: str) -> bool:
    words, _, told = expected.partition("=")
    sort, _, point = told.partition("@")
    code, _, resolution = sort.partition("/")
    quoted = text[place.span.start - 30 : place.span.end - 30]
    if words not in quoted or (place.country or "None", place.resolution) != (code, resolution):
        return False
    if place.latitude is None or place.longitude is None:
        return False
    if not point:
        return True
    latitude, longitude = (float(number) for number in point.split(","))
    here = Place("", None, resolution, place.latitude, place.longitude)
    return here.distance_km(Place("", None, resolution, latitude, longitude)) <= FARTHEST_KM[resolution]


def show(case: Case, found: tuple[PlaceMention, ...]) -> str:
    told = [
        f"{case.text[place.span.start - 30 : place.span.end - 30]}={place.country}/{place.resolution}"
        f"@{place.latitude},{place.longitude}"
        for place in found
    ]
    return f"{case.text}\n    expected {' | '.join(case.expected) or '-'}\n    found    {' | '.join(told) or '-'}"


def test_sentences_are_resolved_right_at_the_claimed_precision(knowledge: Knowledge) -> None:
    misses, right_places, all_places = [], 0, 0
    for case in CASES:
        found = find(case, knowledge)
        right = [
            place for place, expected in zip(found, case.expected, strict=False) if is_right(place, expected, case.text)
        ]
        right_places += len(right)
        all_places += len(found)
        if not len(found) == len(case.expected) == len(right):
            misses.append(show(case, found))
    told = f"{len(CASES) - len(misses)} of {len(CASES)} sentences, {right_places} of {all_places} places right"
    print("\n".join((told, *misses)))  # noqa: T201 - the misses are read with `pytest -s`, above the floor too
    assert len(CASES) - len(misses) >= FLOOR * len(CASES), "\n".join(misses)
    assert right_places >= FLOOR * all_places


def test_table_is_large_and_mixed() -> None:
    sorts = Counter(expected.partition("/")[2].partition("@")[0] for case in CASES for expected in case.expected)
    assert len({case.text for case in CASES}) == len(CASES) >= 150
    assert all(sorts[resolution] >= 5 for resolution in FARTHEST_KM), sorts
    assert sum(not case.expected for case in CASES) >= 20
