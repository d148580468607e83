"""Every state is found by its name, its adjective and its capital, in small letters and in capitals."""

import pytest

from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.ontology import load_ontology

ADJECTIVES = """
AFG Afghan; AGO Angolan; ALB Albanian; AND Andorran; ARE Emirati; ARG Argentine; ARM Armenian;
ATG Antiguan; AUS Australian; AUT Austrian; AZE Azerbaijani; BDI Burundian; BEL Belgian; BEN Beninese;
BFA Burkinabe; BGD Bangladeshi; BGR Bulgarian; BHR Bahraini; BHS Bahamian; BIH Bosnian; BLR Belarusian;
BLZ Belizean; BOL Bolivian; BRA Brazilian; BRB Barbadian; BRN Bruneian; BTN Bhutanese; BWA Motswana;
CAF Central African; CAN Canadian; CHE Swiss; CHL Chilean; CHN Chinese; CIV Ivorian; CMR Cameroonian;
COD Congolese; COG Congolese; COL Colombian; COM Comoran; CPV Cabo Verdean; CRI Costa Rican; CUB Cuban;
CYP Cypriot; CZE Czech; DEU German; DJI Djiboutian; DMA Dominican; DNK Danish; DOM Dominican;
DZA Algerian; ECU Ecuadorian; EGY Egyptian; ERI Eritrean; ESP Spanish; EST Estonian; ETH Ethiopian;
FIN Finnish; FJI Fijian; FRA French; FSM Micronesian; GAB Gabonese; GBR British; GEO Georgian;
GHA Ghanaian; GIN Guinean; GMB Gambian; GNB Bissau-Guinean; GNQ Equatorial Guinean; GRC Greek;
GRD Grenadian; GTM Guatemalan; GUY Guyanese; HKG Hong Konger; HND Honduran; HRV Croatian; HTI Haitian;
HUN Hungarian; IDN Indonesian; IND Indian; IRL Irish; IRN Iranian; IRQ Iraqi; ISL Icelandic; ISR Israeli;
ITA Italian; JAM Jamaican; JOR Jordanian; JPN Japanese; KAZ Kazakh; KEN Kenyan; KGZ Kyrgyz; KHM Cambodian;
KIR I-Kiribati; KNA Kittitian; KOR South Korean; KOS Kosovan; KWT Kuwaiti; LAO Lao; LBN Lebanese;
LBR Liberian; LBY Libyan; LCA Saint Lucian; LIE Liechtensteiner; LKA Sri Lankan; LSO Basotho;
LTU Lithuanian; LUX Luxembourgish; LVA Latvian; MAR Moroccan; MCO Monegasque; MDA Moldovan; MDG Malagasy;
MDV Maldivian; MEX Mexican; MHL Marshallese; MKD Macedonian; MLI Malian; MLT Maltese; MMR Burmese;
MNE Montenegrin; MNG Mongolian; MOZ Mozambican; MRT Mauritanian; MUS Mauritian; MWI Malawian;
MYS Malaysian; NAM Namibian; NER Nigerien; NGA Nigerian; NIC Nicaraguan; NLD Dutch; NOR Norwegian;
NPL Nepali; NRU Nauruan; NZL New Zealander; OMN Omani; PAK Pakistani; PAN Panamanian; PER Peruvian;
PHL Philippine; PLW Palauan; PNG Papua New Guinean; POL Polish; PRK North Korean; PRT Portuguese;
PRY Paraguayan; PSE Palestinian; QAT Qatari; ROU Romanian; RUS Russian; RWA Rwandan; SAU Saudi;
SDN Sudanese; SEN Senegalese; SGP Singaporean; SLB Solomon Islander; SLE Sierra Leonean; SLV Salvadoran;
SMR Sammarinese; SOM Somali; SRB Serbian; SSD South Sudanese; STP Santomean; SUR Surinamese; SVK Slovak;
SVN Slovenian; SWE Swedish; SWZ Swazi; SYC Seychellois; SYR Syrian; TCD Chadian; TGO Togolese; THA Thai;
TJK Tajik; TKM Turkmen; TLS Timorese; TON Tongan; TTO Trinidadian; TUN Tunisian; TUR Turkish;
TUV Tuvaluan; TWN Taiwanese; TZA Tanzanian; UGA Ugandan; UKR Ukrainian; URY Uruguayan; USA American;
UZB Uzbek; VCT Saint Vincentian; VEN Venezuelan; VNM Vietnamese; VUT Ni-Vanuatu; WSM Samoan; YEM Yemeni;
ZAF South African; ZMB Zambian; ZWE Zimbabwean
"""
NO_CAPITAL_OF_ITS_OWN = {"SGP", "HKG", "VAT"}
PAIRS = [tuple(entry.split(maxsplit=1)) for entry in " ".join(ADJECTIVES.split()).split("; ")]
STATES = [country for country in load_ontology().countries.values() if country.part_of is None]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def codes_of(knowledge: Knowledge, words: str, kind: str) -> set[str | None]:
    """Return the codes that a phrase is known by, where one hit covers all of it."""
    hits = knowledge.find_names(words)
    whole = [hit for hit in hits if hit.span.start == 0 and hit.span.end == len(words)]
    return {name.code for hit in whole for name in hit.names if name.kind == kind}


@pytest.mark.parametrize("country", STATES, ids=lambda country: country.alpha3)
def test_each_state_is_found_by_name_in_any_case_and_in_the_possessive(knowledge: Knowledge, country) -> None:
    assert country.alpha3 in codes_of(knowledge, country.name, "state")
    assert country.alpha3 in codes_of(knowledge, country.name.upper(), "state")
    hit = knowledge.find_names(f"against {country.name}’s will")[0]
    assert (hit.span.start, hit.span.end) == (8, 8 + len(country.name))


@pytest.mark.parametrize(("code", "adjective"), PAIRS, ids=[code for code, _ in PAIRS])
def test_each_state_is_found_by_its_adjective(knowledge: Knowledge, code: str, adjective: str) -> None:
    assert code in codes_of(knowledge, adjective, "adjective")
    assert code in codes_of(knowledge, adjective.upper(), "adjective")


def test_the_table_of_adjectives_leaves_out_no_state_but_the_holy_see() -> None:
    assert {country.alpha3 for country in STATES} - {code for code, _ in PAIRS} == {"VAT"}


def test_each_state_has_a_capital_that_stands_for_its_government(knowledge: Knowledge) -> None:
    names = [name for each in knowledge.names.spellings for spelling in each for name in spelling.names]
    capitals = {name.code for name in names if name.kind == "capital"}
    assert {country.alpha3 for country in STATES} - capitals == NO_CAPITAL_OF_ITS_OWN
