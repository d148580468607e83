"""Countries by number, year and name, as the formats write them."""

import itertools

import pytest

from dragoman.ontology import load_ontology, load_states
from dragoman.ontology.states import STYLES

STATES = load_states()
CODES = sorted(load_ontology().countries)


@pytest.mark.parametrize(
    ("code", "year", "number"),
    [
        pytest.param("DEU", 1938, 255, id="Germany before the war"),
        pytest.param("DEU", 1950, None, id="no Germany in the list"),
        pytest.param("DEU", 1970, 260, id="the Federal Republic"),
        pytest.param("DEU", 1990, 255, id="the year of unity"),
        pytest.param("DEU", 2024, 255, id="Germany now"),
        pytest.param("YEM", 1989, 678, id="the Yemen Arab Republic"),
        pytest.param("YEM", 1990, 679, id="Yemen"),
        pytest.param("VNM", 1953, None, id="before there was a Viet Nam"),
        pytest.param("VNM", 1960, 816, id="the north, which the country's code goes on with"),
        pytest.param("SRB", 1942, None, id="Yugoslavia occupied"),
        pytest.param("SRB", 1985, 345, id="Yugoslavia, which Serbia's number goes on with"),
        pytest.param("CZE", 1992, 315, id="Czechoslovakia"),
        pytest.param("CZE", 1993, 316, id="the Czech Republic"),
        pytest.param("AZE", 1990, None, id="a state before its years"),
        pytest.param("AZE", 1991, 373, id="its first year"),
        pytest.param("SSD", 2010, None, id="South Sudan before its independence"),
        pytest.param("PSE", 2024, None, id="never a member"),
        pytest.param("IGO", 2024, None, id="no country at all"),
    ],
)
def test_number_of_the_correlates_of_war_is_that_of_the_year(code, year, number):
    assert STATES.cow(code, year) == number


def test_spells_of_a_state_do_not_overlap():
    assert len(STATES.memberships) >= 190
    for spells in STATES.memberships.values():
        assert all(earlier.last < later.first for earlier, later in itertools.pairwise(spells))
        assert all(spell.last is None or spell.first <= spell.last for spell in spells)


def test_number_of_today_is_the_ontologys():
    today = {code: STATES.cow(code, 2024) for code, country in STATES.ontology.countries.items() if country.cow}
    told = {code: STATES.ontology.countries[code].cow for code in today}
    assert {code for code in today if today[code] != told[code]} <= {"YEM", "VNM"}


def test_every_country_has_a_style():
    assert sorted(STATES.styles) == CODES
    for style in STATES.styles.values():
        assert style.region
        assert len(style.cameo) == 3
        assert style.number is None or (len(style.number) == 3 and style.number.isdecimal())


def test_only_kosovo_has_no_iso_number():
    assert [code for code in CODES if STATES.number(code) is None] == ["KOS"]


def test_numbers_and_cameo_codes_are_nobodys_twice():
    for told in ([STATES.number(code) for code in CODES], [STATES.cameo(code) for code in CODES]):
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("style", STYLES)
def test_name_in_any_format_leads_back_to_the_country(style):
    assert [code for code in CODES if STATES.code_of_name(STATES.name(code, style)) != code] == []


@pytest.mark.parametrize(
    ("longitude", "fips"), [(34.4, "GZ"), (35.2, "WE"), (None, "WE")], ids=["Gaza", "West Bank", "not told"]
)
def test_palestine_has_two_codes_of_fips(longitude, fips):
    assert STATES.fips("PSE", longitude) == fips
    assert STATES.code_of_fips(fips) == "PSE"


def test_fips_leads_back():
    told = {code: STATES.fips(code) for code in CODES if STATES.fips(code)}
    assert {code for code, fips in told.items() if STATES.code_of_fips(fips) != code} == set()
