"""Names that are easily misread: a row each, with what must be found."""

from itertools import pairwise

import pytest

from dragoman.knowledge import Knowledge, KnownName, load_knowledge
from dragoman.ontology import load_ontology


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(knowledge: Knowledge, text: str) -> list[tuple[str, str, str | None, str]]:
    """Return each hit's words with kind, code and sector of its first reading."""
    hits = knowledge.find_names(text)
    return [(hit.span.quote(text), hit.names[0].kind, hit.names[0].code, hit.names[0].sector) for hit in hits]


def state(words: str, code: str) -> tuple[str, str, str, str]:
    return (words, "state", code, "")


def adjective(words: str, code: str) -> tuple[str, str, str, str]:
    return (words, "adjective", code, "")


TRICKY = {
    "two names in a compound": (
        "Azerbaijani-Israeli trade",
        [adjective("Azerbaijani", "AZE"), adjective("Israeli", "ISR")],
    ),
    "a prefix": ("Anti-Azerbaijani slogans", [adjective("Azerbaijani", "AZE")]),
    "a suffix": ("US-led raids", [state("US", "USA")]),
    "a pact of two": ("the China-Pakistan corridor", [state("China", "CHN"), state("Pakistan", "PAK")]),
    "the pronoun": ("Tell us, said Us Weekly", []),
    "the pronoun in capitals": ("PLEASE TELL US MORE", []),
    "the state first in a line of capitals": ("US SENDS SHIPS", [state("US", "USA")]),
    "the state behind a comma in capitals": ("CHINA, US SIGN", [state("CHINA", "CHN"), state("US", "USA")]),
    "a question in capitals": ("AND WHO PAYS", []),
    "the health organisation": ("the WHO said", [("WHO", "organisation", "UNO", "")]),
    "the bird": ("a turkey and fine china", []),
    "dots": ("in the U.S. today", [state("U.S.", "USA")]),
    "dots before a hyphen": ("a U.S.-backed plan", [state("U.S.", "USA")]),
    "short for north": ("N. Korea and S. Korea met", [state("N. Korea", "PRK"), state("S. Korea", "KOR")]),
    "a currency": ("US$30 million", []),
    "a longer country": ("Papua New Guinea", [state("Papua New Guinea", "PNG")]),
    "a hyphen in a name": ("Guinea-Bissau", [state("Guinea-Bissau", "GNB")]),
    "equatorial": ("Equatorial Guinea", [state("Equatorial Guinea", "GNQ")]),
    "South Sudan is not Sudan": ("South Sudanese envoys", [adjective("South Sudanese", "SSD")]),
    "Niger is not Nigeria": ("Nigerien and Nigerian", [adjective("Nigerien", "NER"), adjective("Nigerian", "NGA")]),
    "a province of Iran": ("in East Azerbaijan", [("East Azerbaijan", "region", "IRN", "")]),
    "a state of the USA": ("New Mexico", [("New Mexico", "region", "USA", "")]),
    "a sea": ("the South China Sea", [("South China Sea", "region", None, "")]),
    "a sea in capitals": ("SOUTH CHINA SEA ROW", [("SOUTH CHINA SEA", "region", None, "")]),
    "a gulf": ("the Gulf of Mexico", [("Gulf of Mexico", "region", None, "")]),
    "a river": ("the Jordan River", [("Jordan River", "region", None, "")]),
    "a lake": ("around Lake Chad", [("Lake Chad", "region", None, "")]),
    "a canal": ("the Panama Canal", [("Panama Canal", "region", None, "")]),
    "half a continent": ("Latin American leaders", [("Latin American", "region", None, "")]),
    "half an island": ("Northern Ireland", [("Northern Ireland", "region", "GBR", "")]),
    "a town in Georgia": ("Atlanta, Georgia", [("Atlanta, Georgia", "region", "USA", "")]),
    "the other Georgia": ("Armenia, Georgia", [state("Armenia", "ARM"), state("Georgia", "GEO")]),
    "a namesake town": ("in Cairo, Illinois", [("Cairo, Illinois", "region", "USA", "")]),
    "a namesake by the rule": ("in Lisbon, Ohio", [("Lisbon, Ohio", "region", "USA", "")]),
    "the occupied territory": ("the Gaza Strip", [("Gaza Strip", "region", "PSE", "")]),
    "a contested place": ("Crimea", [("Crimea", "region", "UKR", "")]),
    "nobody's alone": ("Kashmir", [("Kashmir", "region", None, "")]),
    "a peninsula": ("the Korean Peninsula", [("Korean Peninsula", "region", None, "")]),
    "inside a word": ("Chinatown, Iranamadu, Omani", [adjective("Omani", "OMN")]),
    "a long name that ends in a word": ("Dominican Republicans", [adjective("Dominican", "DOM")]),
    "a curly apostrophe": ("Côte d’Ivoire", [state("Côte d’Ivoire", "CIV")]),
    "no accents": ("Cote d'Ivoire", [state("Cote d'Ivoire", "CIV")]),
    "a grave accent for an apostrophe": ("Turkey`s offer", [state("Turkey", "TUR")]),
    "accents and capitals": ("TÜRKİYE", [state("TÜRKİYE", "TUR")]),
    "an accent that counts": ("Male voters in Malé", [("Malé", "capital", "MDV", "GOV")]),
    "across a line's end": ("United\nKingdom", [state("United\nKingdom", "GBR")]),
    "a capital": ("Baku denied it", [("Baku", "capital", "AZE", "GOV")]),
    "an old spelling": ("Kiev", [("Kiev", "capital", "UKR", "GOV")]),
    "a hyphened capital": ("Tel-Aviv", [("Tel-Aviv", "capital", "ISR", "GOV")]),
    "the capital, not the state": ("Washington, D.C.", [("Washington, D.C.", "capital", "USA", "GOV")]),
    "the state, not the capital": ("Washington state", [("Washington state", "region", "USA", "")]),
    "the man, not the capital": ("George Washington", []),
    "the newspaper": ("the Washington Post", [("Washington Post", "outlet", "USA", "JRN")]),
    "a newspaper named after a state": ("China Daily", [("China Daily", "outlet", "CHN", "JRN")]),
    "an outlet with a domain": ("told Caliber.Az", [("Caliber.Az", "outlet", "AZE", "JRN")]),
    "an address": ("see Armenia.example", []),
    "a player": ("Michael Jordan", []),
    "a minister": ("Israel Katz flew to Jordan", [state("Jordan", "JOR")]),
    "a university": ("Tehran University", []),
    "a university of": ("the University of Warsaw", []),
    "a language": ("Russian-language schools", []),
    "a denial": ("non-Russian troops", []),
    "a house": ("the Kremlin", [("Kremlin", "house", "RUS", "GOV")]),
    "a house of soldiers": ("the Pentagon", [("Pentagon", "house", "USA", "MIL")]),
    "a house with accents": ("the Élysée", [("Élysée", "house", "FRA", "GOV")]),
    "a treaty": ("the Paris Agreement", []),
    "no seat of government": ("The Hague", [("The Hague", "region", "NLD", "")]),
    "a firm": ("Israel Aerospace Industries", [("Israel Aerospace Industries", "organisation", "ISR", "BUS")]),
    "spies": ("Mossad", [("Mossad", "organisation", "ISR", "SPY")]),
    "soldiers": ("the IDF", [("IDF", "organisation", "ISR", "MIL")]),
    "Europe's union": ("the EU", [("EU", "organisation", "EUR", "")]),
    "an armed group at home": ("Hezbollah", [("Hezbollah", "group", "LBN", "REB")]),
    "an armed group across borders": ("al-Qaeda", [("al-Qaeda", "group", "IMG", "REB")]),
    "the verb in capitals": ("THE WAR IS OVER", []),
    "a partially recognised entity": ("Abkhazia", [("Abkhazia", "state", "GEO", "PRE")]),
    "the divided island": ("Turkish Cypriots", [("Turkish Cypriots", "adjective", "CYP", "PRE")]),
    "a dependency": ("Greenland", [state("Greenland", "DNK")]),
    "a people without a state": ("Uyghurs", [("Uyghurs", "adjective", "CHN", "CVL")]),
    "Americans of a sort": ("African American voters", [adjective("African American", "USA")]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), TRICKY.values(), ids=TRICKY.keys())
def test_a_tricky_name_is_read_as_a_careful_reader_would(
    knowledge: Knowledge, text: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert read(knowledge, text) == expected


def test_spans_are_shifted_by_the_offset(knowledge: Knowledge) -> None:
    hit = knowledge.find_names("to Iran", offset=100)[0]
    assert (hit.span.start, hit.span.end) == (103, 107)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("Congo", ["state:COD", "state:COG"], id="the larger Congo first"),
        pytest.param("Brussels", ["organisation:eu", "state:BEL"], id="the Union's seat and Belgium's"),
        pytest.param("Korean", ["state:KOR", "state:PRK"], id="the South first"),
    ],
)
def test_a_name_with_two_meanings_gives_both_the_likelier_first(
    knowledge: Knowledge, text: str, ids: list[str]
) -> None:
    assert [name.entity_id for name in knowledge.find_names(text)[0].names] == ids


@pytest.mark.parametrize(
    ("text", "day", "sectors"),
    [
        pytest.param("Taliban", "1999-05-01", ["GOV"], id="in power, the first time"),
        pytest.param("Taliban", "2010-05-01", ["REB"], id="in the hills"),
        pytest.param("Taliban", "2021-08-15", ["GOV"], id="the day Kabul fell"),
        pytest.param("Nagorno-Karabakh", "2020-10-01", ["PRE", ""], id="the entity and the place"),
        pytest.param("Nagorno-Karabakh", "2024-10-01", [""], id="only the place is left"),
    ],
)
def test_what_a_name_stands_for_depends_on_the_day(
    knowledge: Knowledge, text: str, day: str, sectors: list[str]
) -> None:
    names = knowledge.find_names(text)[0].names
    assert [name.sector for name in names if name.holds_on(day)] == sectors


def all_names(knowledge: Knowledge) -> list[KnownName]:
    return [name for each in knowledge.names.spellings for item in each for name in item.readings()]


def test_every_name_has_a_code_and_sectors_that_the_ontology_knows(knowledge: Knowledge) -> None:
    ontology = load_ontology()
    for name in all_names(knowledge):
        assert name.code is None or ontology.is_code(name.code), name
        assert all(ontology.is_sector(sector) for sector in (*name.other_sectors, name.sector) if sector), name


def test_only_places_and_peoples_go_without_a_code(knowledge: Knowledge) -> None:
    assert {name.kind for name in all_names(knowledge) if name.code is None} == {"region", "adjective"}


def test_one_id_is_one_thing(knowledge: Knowledge) -> None:
    kinds: dict[str, set[str]] = {}
    for name in all_names(knowledge):
        kinds.setdefault(name.entity_id, set()).add(name.kind)
    mixed = {
        entity for entity, found in kinds.items() if len(found) > 1 and not found <= {"state", "adjective", "capital"}
    }
    assert not mixed


def test_readings_of_one_thing_never_hold_on_the_same_day(knowledge: Knowledge) -> None:
    for each in knowledge.names.spellings:
        periods: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for name in (name for item in each for name in item.names):
            periods.setdefault((name.entity_id, name.kind), []).append((name.since or "0", name.until or "9"))
        for found in periods.values():
            found.sort()
            assert all(first[1] < second[0] for first, second in pairwise(found)), each
