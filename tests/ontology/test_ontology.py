"""The ontology says what PLOVER 2.0 says, and its country codes are the world's."""

import csv
from pathlib import Path

import pytest

from dragoman.errors import BadUse
from dragoman.ontology import Ontology, load_ontology

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "country_codes.tsv"
KNOWN_GAPS = {
    ("NAM", "iso2"): "the reference reads Namibia's NA as nothing",
    ("SSD", "fips"): "the reference was made before South Sudan had one",
    ("SRB", "cow_number"): "the reference leaves Serbia out",
    ("VAT", "cow_number"): "the papal states of the nineteenth century are not today's Holy See",
    ("VAT", "gw_number"): "as above",
    ("VNM", "gw_number"): "the reference gives the number of old Annam",
    ("YEM", "gw_number"): "the reference leaves Yemen out",
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def test_there_are_fifteen_or_more_types_each_with_its_class_and_score(ontology: Ontology) -> None:
    assert len(ontology.event_types) == 16
    assert {kind.quad for kind in ontology.event_types.values()} == {1, 2, 3, 4}
    scores = [s for kind in ontology.event_types.values() for s in (kind.score, *kind.modes.values())]
    assert all(-10 <= score <= 10 for score in scores)


@pytest.mark.parametrize(
    ("event_type", "mode", "quad", "score"),
    [
        pytest.param("CONSULT", "phone", 1, 1.5, id="a telephone call"),
        pytest.param("CONSULT", None, 1, 2.5, id="a talk of no known sort"),
        pytest.param("ACCUSE", None, 3, -3.0, id="accuse is negative, whatever the specification prints"),
        pytest.param("AID", None, 2, 10.0, id="aid has no modes"),
        pytest.param("PROTEST", "riot", 4, -7.0, id="protest is material conflict"),
        pytest.param("ASSAULT", "drone", 4, -9.5, id="a mode with a hyphen-free name"),
    ],
)
def test_scores_follow_the_mode_where_there_is_one(
    ontology: Ontology, event_type: str, mode: str | None, quad: int, score: float
) -> None:
    assert ontology.quad(event_type) == quad
    assert ontology.score(event_type, mode) == score


def test_a_type_or_mode_that_plover_lacks_is_refused_by_name(ontology: Ontology) -> None:
    with pytest.raises(BadUse, match="no event type 'FIGHT'"):
        ontology.score("FIGHT")
    with pytest.raises(BadUse, match="AID has no mode 'money'"):
        ontology.score("AID", "money")
    with pytest.raises(BadUse, match="'XXX'"):
        ontology.name_of("XXX")


@pytest.mark.parametrize(
    ("code", "is_code", "folded"),
    [
        pytest.param("KOS", True, "KOS", id="Kosovo"),
        pytest.param("TWN", True, "TWN", id="Taiwan"),
        pytest.param("PSE", True, "PSE", id="Palestine"),
        pytest.param("HKG", True, "HKG", id="Hong Kong keeps its own"),
        pytest.param("VAT", True, "VAT", id="Holy See"),
        pytest.param("EUR", True, "EUR", id="European Union"),
        pytest.param("IMG", True, "IMG", id="armed groups across borders"),
        pytest.param("GRL", False, "DNK", id="Greenland folds into Denmark"),
        pytest.param("MAC", False, "CHN", id="Macau folds into China"),
        pytest.param("ESH", False, "MAR", id="Western Sahara, as the ontology says"),
        pytest.param("XYZ", False, "XYZ", id="no code at all"),
    ],
)
def test_events_carry_states_and_special_codes_only(ontology: Ontology, code: str, is_code: bool, folded: str) -> None:
    assert ontology.is_code(code) is is_code
    assert ontology.fold(code) == folded


def test_there_are_193_members_two_observers_and_three_more(ontology: Ontology) -> None:
    own = [code for code in ontology.countries if ontology.is_code(code)]
    assert len(own) == 193 + 2 + 3
    assert {"VAT", "PSE", "KOS", "TWN", "HKG"} < set(own)


def test_dependencies_fold_into_states_that_events_carry(ontology: Ontology) -> None:
    states = {country.part_of for country in ontology.countries.values() if country.part_of}
    assert all(ontology.is_code(state) for state in states)


def test_sectors_statuses_and_contexts_are_plovers(ontology: Ontology) -> None:
    assert set(ontology.statuses) == {"actual", "historical", "future", "hypothetical", "negation"}
    assert len(ontology.contexts) == 37
    assert len(ontology.sectors) == 25
    assert ontology.is_sector("JRN")
    assert not ontology.is_sector("")


def test_no_two_countries_share_a_code(ontology: Ontology) -> None:
    for column in ("alpha2", "name", "fips", "cow", "gw"):
        values = [getattr(country, column) for country in ontology.countries.values()]
        given = [value for value in values if value is not None]
        assert len(given) == len(set(given)), column


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference figures are not beside this checkout")
def test_country_codes_agree_with_the_reference_figures(ontology: Ontology) -> None:
    columns = {"iso2": "alpha2", "fips": "fips", "cow_number": "cow", "gw_number": "gw"}
    with REFERENCE.open(encoding="utf-8") as lines:
        reference = {row["iso3"]: row for row in csv.DictReader(lines, delimiter="\t")}
    differing = {
        (code, theirs)
        for code, country in ontology.countries.items()
        if code in reference
        for theirs, ours in columns.items()
        if country.part_of is None and str(getattr(country, ours) or "") != reference[code][theirs]
    }
    assert differing == set(KNOWN_GAPS)
    assert set(ontology.countries) - set(reference) == {"KOS"}
