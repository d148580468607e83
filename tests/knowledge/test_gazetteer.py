"""The gazetteer: what it holds, how large it is, and which places bear a name."""

import gzip
from importlib.resources import files

import pytest

from dragoman.knowledge.gazetteer import PLACE_COLUMNS, RESOLUTIONS, Gazetteer, key_of, load_gazetteer
from dragoman.knowledge.names import NAME_COLUMNS
from dragoman.knowledge.tables import read_table, split_cell
from dragoman.ontology import load_ontology

MOST_BYTES = 8_000_000
PACKED = files("dragoman.knowledge") / "data" / "gazetteer.tsv.gz"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "resolution", "latitude", "longitude"),
    [
        ("Lima", "PER", "city", -12.0, -77.0),
        ("Medellín", "COL", "city", 6.2, -75.6),
        ("MEDELLIN", "COL", "city", 6.2, -75.6),
        ("Kharkov", "UKR", "city", 50.0, 36.2),
        ("Helmand", "AFG", "region", 31.4, 64.2),
        ("Sagaing Region", "MMR", "region", 23.0, 95.5),
        ("Sagaing", "MMR", "region", 23.0, 95.5),
        ("Bashi Channel", None, "sea", 20.5, 121.2),
        ("Golan Heights", None, "region", 33.0, 35.8),
        ("Ain al-Asad", "IRQ", "city", 33.8, 42.4),
    ],
)
def test_name_in_any_spelling_gives_its_place(name, country, resolution, latitude, longitude, gazetteer):
    places = gazetteer.candidates(name)
    found = [place for place in places if (place.country, place.resolution) == (country, resolution)]
    assert found, places
    assert (found[0].latitude, found[0].longitude) == pytest.approx((latitude, longitude), abs=2.5)


def test_most_peopled_namesake_comes_first(gazetteer):
    people = [place.people for place in gazetteer.candidates("Springfield") if place.is_own_name]
    assert people == sorted(people, reverse=True)
    assert len(people) > 3


def test_place_by_hand_comes_before_all_namesakes(gazetteer):
    first, *others = gazetteer.candidates("Palma")
    assert (first.country, first.is_by_hand) == ("MOZ", True)
    assert any(place.country == "ESP" for place in others)


def test_unknown_name_has_no_place(gazetteer):
    assert gazetteer.candidates("Xyzzyville") == ()
    assert not gazetteer.has_name(key_of("Xyzzyville"))


def test_word_that_is_a_town_too_is_no_place(gazetteer):
    assert gazetteer.is_no_place(key_of("Reading"))
    assert not gazetteer.is_no_place(key_of("Reykjavik"))


def test_every_country_that_events_carry_has_its_middle(gazetteer):
    ontology = load_ontology()
    assert [code for code in ontology.countries if ontology.is_code(code) and gazetteer.country(code) is None] == []


def test_every_country_of_a_place_is_a_code_that_events_carry():
    ontology = load_ontology()
    lines = gzip.decompress(PACKED.read_bytes()).decode().splitlines()
    codes = {line.split("\t")[2] for line in lines if not line.startswith("country\t")}
    codes |= {row["code"] for row in read_table("places.tsv", PLACE_COLUMNS) if row["code"]}
    assert {code for code in codes if not ontology.is_code(code)} == set()


def test_neighbours_border_on_each_other(gazetteer):
    assert "ECU" in gazetteer.neighbours("PER")
    assert "PER" in gazetteer.neighbours("ECU")
    assert "AUS" not in gazetteer.neighbours("PER")


@pytest.mark.parametrize("sort", ["sea", "continent"])
def test_every_sea_and_part_of_the_world_has_coordinates(sort, gazetteer):
    rows = [row for row in read_table("regions.tsv", NAME_COLUMNS) if row["id"].startswith(f"{sort}:")]
    names = {row["id"]: split_cell(row["names"])[0] for row in rows}
    adrift = [entity for entity, name in names.items() if not gazetteer.candidates(name)]
    # These are sets of states and not stretches of land.
    sets = {"continent:gulf-states", "continent:nordic-countries", "continent:east-indies", "continent:greater-china"}
    assert set(adrift) - sets == set()


def test_places_by_hand_stand_on_the_globe_and_name_their_source():
    for row in read_table("places.tsv", PLACE_COLUMNS):
        assert row["resolution"] in RESOLUTIONS
        assert -90 <= float(row["latitude"]) <= 90, row["names"]
        assert -180 <= float(row["longitude"]) <= 180, row["names"]
        assert row["source"], row["names"]


def test_file_is_small_and_tells_no_time():
    packed = PACKED.read_bytes()
    assert len(packed) <= MOST_BYTES
    assert packed[4:8] == bytes(4), "gzip's time is set: the same input would give other bytes"


def test_lines_are_sorted_and_none_stands_twice():
    lines = gzip.decompress(PACKED.read_bytes()).decode().splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert {line.count("\t") for line in lines} == {7}
