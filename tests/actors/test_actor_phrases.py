"""Noun phrases in a sentence of their own: who each head stands for.

A row is (sentence, head, parties); a party is (code, sector, entity or else kind).
"""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]

NAMES = [
    ("Azerbaijan condemned the raid.", "Azerbaijan", [("AZE", "", "state:AZE")]),
    ("The raid was condemned by the United States.", "States", [("USA", "", "state:USA")]),
    ("Lima condemned the raid.", "Lima", [("PER", "GOV", "state:PER")]),
    ("The Kremlin rejected the offer.", "Kremlin", [("RUS", "GOV", "house:kremlin")]),
    ("The Pentagon confirmed the strike.", "Pentagon", [("USA", "MIL", "house:pentagon")]),
    ("The UN urged restraint.", "UN", [("UNO", "", "organisation:un")]),
    ("Hamas freed two men.", "Hamas", [("PSE", "REB", "group:hamas")]),
    ("Armenians fled the valley.", "Armenians", [("ARM", "CVL", "agent")]),
    ("The French dislike the plan.", "French", [("FRA", "CVL", "agent")]),
    ("Police detained three Serbs.", "Serbs", [("SRB", "CVL", "agent")]),
    ("Washington and Tehran traded accusations.", "Tehran", [("IRN", "GOV", "state:IRN")]),
]

ADJECTIVES = [
    ("Peruvian armed forces crossed the river.", "forces", [("PER", "MIL", "agent")]),
    ("Talks were held with several Chilean shipyards.", "shipyards", [("CHL", "BUS", "agent")]),
    ("American counterparts listened.", "counterparts", [("USA", "GOV", "agent")]),
    ("The Russian military denied it.", "military", [("RUS", "MIL", "agent")]),
    ("Kenyan protesters blocked a road.", "protesters", [("KEN", "CVL", "agent")]),
    ("The Polish parliament condemned Belarus.", "parliament", [("POL", "LEG", "agent")]),
    ("Tajik border guards shot a shepherd.", "guards", [("TJK", "COP", "agent")]),
    ("Hungarian police detained a reporter.", "police", [("HUN", "COP", "agent")]),
    ("US-backed Syrian rebels took the town.", "rebels", [("SYR", "REB", "agent")]),
    ("A China-based company denied it.", "company", [("CHN", "BUS", "agent")]),
    ("Anti-Israeli protesters marched.", "protesters", [(None, "CVL", "agent")]),
    ("Pro-Russian separatists shelled the bridge.", "separatists", [(None, "REB", "agent")]),
    ("The Ukrainian side walked out.", "side", [("UKR", "", "state:UKR")]),
    ("A former Bolivian minister was arrested.", "minister", [("BOL", "ELI", "agent")]),
    ("Nepalese workers in Qatar protested.", "workers", [("NPL", "LAB", "agent")]),
    ("Hamas militants fired rockets.", "militants", [("PSE", "REB", "group:hamas")]),
    ("NATO troops left the valley.", "troops", [("IGO", "MIL", "organisation:nato")]),
    ("East Azerbaijan officials resigned.", "officials", [("IRN", "GOV", "agent")]),
]

OFFICES = [
    ("The president of Peru flew to Chile.", "president", [("PER", "GOV", "agent")]),
    ("The head of the Kenyan government resigned.", "head", [("KEN", "GOV", "agent")]),
    ("They met the head of Ghana's border service.", "head", [("GHA", "COP", "agent")]),
    ("Representatives of Oman signed the text.", "Representatives", [("OMN", "GOV", "agent")]),
    ("The Danish ambassador to Kenya was summoned.", "ambassador", [("DNK", "GOV", "agent")]),
    ("The ambassador of Peru in Ghana was summoned.", "ambassador", [("PER", "GOV", "agent")]),
    ("The Ministry of Foreign Affairs of Kazakhstan protested.", "Ministry", [("KAZ", "GOV", "agent")]),
    ("The ex-minister of Ghana fled.", "minister", [("GHA", "ELI", "agent")]),
    ("The Dutch prime minister's office denied it.", "office", [("NLD", "GOV", "agent")]),
    ("Pakistan's parliamentary committee met.", "committee", [("PAK", "LEG", "agent")]),
    ("Members of the Philippine coast guard boarded it.", "Members", [("PHL", "COP", "agent")]),
    ("A spokesman for the UN mission in Mali spoke.", "spokesman", [("UNO", "", "organisation:un")]),
    ("Swedish intelligence officials warned of it.", "officials", [("SWE", "SPY", "agent")]),
    ("The government in Lima denied it.", "government", [("PER", "GOV", "agent")]),
]

PERSONS = [
    ("Finnish Defence Minister Aino Lehto arrived.", "Lehto", [("FIN", "GOV", "person:aino-lehto")]),
    (
        "The Defence Minister of Norway, Admiral Kari Solberg, left.",
        "Minister",
        [("NOR", "GOV", "person:kari-solberg")],
    ),
    ("The Defence Minister of Norway, Admiral Kari Solberg, left.", "Solberg", [("NOR", "GOV", "person:kari-solberg")]),
    ("Ana Quispe, the head of Peru's border service, left.", "Quispe", [("PER", "COP", "person:ana-quispe")]),
    ("Ana Quispe, the head of Peru's border service, left.", "head", [("PER", "COP", "person:ana-quispe")]),
    ("US Secretary of State Laura Kent arrived in Riyadh.", "Kent", [("USA", "GOV", "person:laura-kent")]),
    ("The president of Chile Luis Soto arrived.", "president", [("CHL", "GOV", "person:luis-soto")]),
    ("Turkey's Demirkan told reporters so.", "Demirkan", [("TUR", "", "person:demirkan")]),
    ("Israeli analyst Dov Peretz disagreed.", "Peretz", [("ISR", "CVL", "person:dov-peretz")]),
    ("Venezuelan opposition leader Rosa Marín spoke.", "Marín", [("VEN", "OPP", "person:rosa-marin")]),
    ("Former Chadian president Idris Moustapha fled.", "Moustapha", [("TCD", "ELI", "person:idris-moustapha")]),
    ("Kremlin spokesman Boris Lugovoy spoke.", "Lugovoy", [("RUS", "GOV", "person:boris-lugovoy")]),
    ("Chinese foreign ministry spokesperson Lin Hao spoke.", "Hao", [("CHN", "GOV", "person:lin-hao")]),
    ("Kenyan exercise director Colonel Paul Otieno spoke.", "Otieno", [("KEN", "MIL", "person:paul-otieno")]),
    ("The leader of Hamas, Samir Haddad, visited Doha.", "leader", [("PSE", "REB", "person:samir-haddad")]),
    ("The head of the IAEA, Rafael Ortiz, visited Oman.", "head", [("IGO", "", "organisation:iaea")]),
    ("Foreign Minister Chad Miller of Canada spoke.", "Miller", [("CAN", "GOV", "person:chad-miller")]),
    ("Ana Vargas, a leading Peruvian voice, agreed.", "Vargas", [("PER", "CVL", "person:ana-vargas")]),
    ("The Swiss bank Helvia froze the account.", "Helvia", [("CHE", "BUS", "organisation:helvia")]),
]

COUNTRYLESS = [
    ("Unknown forces attacked the depot.", "forces", [(None, "UAF", "agent")]),
    ("Gunmen burned the bridge.", "Gunmen", [(None, "UAF", "agent")]),
    ("Protesters burned the bridge.", "Protesters", [(None, "CVL", "agent")]),
    ("The government denied it.", "government", [(None, "GOV", "agent")]),
    ("Protesters in Nairobi burned tyres.", "Protesters", [("KEN", "CVL", "agent")]),
    ("Protesters in Kashmir burned tyres.", "Protesters", [(None, "CVL", "agent")]),
    ("Three killed in Afghanistan", "Three", [("AFG", "CVL", "agent")]),
    ("Diplomats in Vienna were silent.", "Diplomats", [(None, "GOV", "agent")]),
]

PROPERTY = [
    ("They struck Iranian targets.", "targets", [("IRN", "", "property")]),
    ("They struck Iranian military facilities.", "facilities", [("IRN", "MIL", "property")]),
    ("A Chinese vessel sank.", "vessel", [("CHN", "", "property")]),
    ("They struck American bases in Iraq.", "bases", [("USA", "MIL", "property")]),
    ("They bombed a factory in Khartoum.", "factory", [("SDN", "", "property")]),
    ("The Venezuelan embassy in Lima was attacked.", "embassy", [("VEN", "GOV", "agent")]),
    ("They struck Hamas positions.", "positions", [("PSE", "REB", "group:hamas")]),
]

SEVERAL = [
    ("The Russian and Syrian defence ministries agreed.", "ministries", ["RUS", "SYR"]),
    ("The US and Israeli militaries agreed.", "militaries", ["USA", "ISR"]),
    ("The leaders of France and Germany agreed.", "leaders", ["FRA", "DEU"]),
    ("Thousands of Kenyan and Ugandan troops marched.", "Thousands", ["KEN", "UGA"]),
    ("Australian, Japanese and South Korean forces marched.", "forces", ["AUS", "JPN", "KOR"]),
]

NOBODY = [
    ("The weapons agreement was signed.", "agreement"),
    ("A statement by the Omani ministry was read.", "statement"),
    ("Israeli-made weapons were sold.", "weapons"),
    ("The talks in Vienna failed.", "talks"),
    ("Fighting spread in the South China Sea.", "Sea"),
    ("Its position on the dispute changed.", "position"),
    ("They ruled out force.", "force"),
    ("US-backed rebels advanced.", "US"),
    ("Anti-Israeli protesters marched.", "Israeli"),
]

MODIFIERS = [
    ("Israel's attack failed.", "Israel", ("ISR", "", "state:ISR")),
    ("The Israeli attack failed.", "Israeli", ("ISR", "", "state:ISR")),
    ("US strikes failed.", "US", ("USA", "", "state:USA")),
    ("The Taliban attack failed.", "Taliban", ("AFG", "GOV", "group:taliban")),
    ("A police raid failed.", "police", (None, "COP", "agent")),
    ("American-Sudanese relations soured.", "Sudanese", ("SDN", "", "state:SDN")),
]


def name_row(row: tuple[Any, ...]) -> str:
    return f"{row[1]} in {row[0][:40]}"


@pytest.mark.parametrize("row", [*NAMES, *ADJECTIVES, *OFFICES, *PERSONS, *COUNTRYLESS, *PROPERTY], ids=name_row)
def test_head_stands_for_its_party(read: Read, row: tuple[str, str, list[Any]]) -> None:
    sentence, head, expected = row
    assert read(sentence).parties(head) == expected


@pytest.mark.parametrize("row", SEVERAL, ids=name_row)
def test_one_head_with_several_owners_gives_several_mentions(read: Read, row: tuple[str, str, list[str]]) -> None:
    sentence, head, codes = row
    assert [party[0] for party in read(sentence).parties(head)] == codes


@pytest.mark.parametrize("row", NOBODY, ids=name_row)
def test_things_and_places_are_no_parties(read: Read, row: tuple[str, str]) -> None:
    sentence, head = row
    assert read(sentence).at(head) == ()


@pytest.mark.parametrize("row", MODIFIERS, ids=name_row)
def test_modifier_stands_for_the_whole(read: Read, row: tuple[str, str, Any]) -> None:
    sentence, word, expected = row
    assert read(sentence).parties(word) == [expected]


HEADLINES = [
    ("Peruvian, Chilean diplomats discuss border", "diplomats", [("PER", "GOV", "agent"), ("CHL", "GOV", "agent")]),
    ("Australian company to build radar for Pentagon", "company", [("AUS", "BUS", "agent")]),
    ("Pentagon: New radar passes first test", "Pentagon", [("USA", "MIL", "house:pentagon")]),
    ("Kenya's Odhiambo meets Ugandan president", "Odhiambo", [("KEN", "", "person:odhiambo")]),
    ("Ex-Polish minister arrested", "minister", [("POL", "ELI", "agent")]),
    ("Two Nigerian soldiers killed in Boko Haram attack", "soldiers", [("NGA", "MIL", "agent")]),
]


@pytest.mark.parametrize("row", HEADLINES, ids=name_row)
def test_headline_phrase_stands_for_its_party(read: Read, row: tuple[str, str, list[Any]]) -> None:
    title, head, expected = row
    assert read("Nothing else was said.", title=title).parties(head) == expected


SPANS = [
    ("The Defence Minister of Norway, Admiral Kari Solberg, left.", "Minister",
     "The Defence Minister of Norway, Admiral Kari Solberg", "Kari Solberg", "Defence Minister"),
    ("Ana Quispe, the head of Peru's border service, left.", "Quispe",
     "Ana Quispe, the head of Peru's border service", "Ana Quispe", "head of Peru's border service"),
    ("The prime minister of Fiji, who was ill, left.", "minister",
     "The prime minister of Fiji", "The prime minister of Fiji", "prime minister"),
    ("US Secretary of State Laura Kent left.", "Kent",
     "US Secretary of State Laura Kent", "Laura Kent", "Secretary of State"),
]  # fmt: skip


@pytest.mark.parametrize("row", SPANS, ids=name_row)
def test_mention_quotes_phrase_name_and_office(read: Read, row: tuple[str, str, str, str, str]) -> None:
    sentence, head, phrase, name, office = row
    found = read(sentence)
    mention = found.at(head)[0]
    assert mention.span.quote(found.text) == phrase
    assert mention.identifier.quote(found.text) == name
    assert mention.candidates[0].office == office
    assert mention.candidates[0].resolved_by == "office in text"


def test_dated_name_gives_a_candidate_for_each_time(read: Read) -> None:
    candidates = read("The Taliban closed the school.").at("Taliban")[0].candidates
    assert {candidate.sector for candidate in candidates} == {"GOV", "REB"}
    assert any(candidate.until for candidate in candidates)


def test_ambiguous_adjective_keeps_both_states(read: Read) -> None:
    candidates = read("Several Korean shipyards closed.").at("shipyards")[0].candidates
    assert [candidate.code for candidate in candidates] == ["KOR", "PRK"]
