"""Pronouns, bare surnames and definite phrases: who they take up, and when they are left alone.

A row is (paragraphs, sentence, word, parties); an empty list says that the mention names nobody.
"""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]
VARGAS = ("PER", "GOV", "person:ana-vargas")
SOTO = ("CHL", "GOV", "person:luis-soto")

SURNAMES = [
    (["Peruvian President Ana Vargas arrived.", "Vargas left at noon."], 1, "Vargas", [VARGAS]),
    (["Peruvian President Ana Vargas arrived.", "Mrs. Vargas left at noon."], 1, "Vargas", [VARGAS]),
    (["Ana Vargas, the president of Peru, arrived.", "Ana Vargas left at noon."], 1, "Vargas", [VARGAS]),
    (["The speech by Vargas was short.", "Peruvian President Ana Vargas arrived."], 0, "Vargas", [VARGAS]),
    (["Chinese premier Lin Hao arrived.", "Lin left at noon."], 1, "Lin", [("CHN", "GOV", "person:lin-hao")]),
    (
        ["Peruvian President Ana Vargas met Chilean minister Luis Vargas.", "Vargas left at noon."],
        1,
        "Vargas",
        [],
    ),
    (
        ["The Sudanese president, Omar al-Hadi, arrived.", "Mr. Hadi left."],
        1,
        "Hadi",
        [("SDN", "GOV", "person:omar-al-hadi")],
    ),
]

PRONOUNS = [
    (["Peru said that it would sign."], 0, "it", [("PER", "", "state:PER")]),
    (["Chile recalled its envoy."], 0, "its", [("CHL", "", "state:CHL")]),
    (["Chile recalled its envoy."], 0, "envoy", [("CHL", "GOV", "agent")]),
    (["Chile closed the border.", "It also recalled an envoy."], 1, "It", [("CHL", "", "state:CHL")]),
    (["It is clear that Chile closed the border."], 0, "It", []),
    (["The collision hurt Chile.", "It took place at night."], 1, "It", []),
    (["President Ana Vargas of Peru arrived.", "She met bankers."], 1, "She", [VARGAS]),
    (["Peruvian President Ana Vargas met Chilean President Luis Soto.", "He left at noon."], 1, "He", [VARGAS]),
    (["Peruvian President Ana Vargas, who visited Fiji, left."], 0, "who", [VARGAS]),
    (["Kenyan protesters said they would return."], 0, "they", [("KEN", "CVL", "agent")]),
    (["Peru's Ana Vargas spoke.", "“We will win,” she said."], 1, "We", []),
    (["Peruvian President Ana Vargas met her Chilean counterparts."], 0, "counterparts", [("CHL", "GOV", "agent")]),
    (
        ["Peruvian President Ana Vargas sacked Luis Paz, her prime minister."],
        0,
        "Paz",
        [("PER", "GOV", "person:luis-paz")],
    ),
]

PAIR = ["The foreign minister of Peru, Ana Vargas, met the foreign minister of Chile, Luis Soto."]
DEFINITES = [
    ([*PAIR, "The two sides condemned the raid."], 1, "sides", [VARGAS, SOTO]),
    ([*PAIR, "The two ministers condemned the raid."], 1, "ministers", [VARGAS, SOTO]),
    ([*PAIR, "Both countries condemned it."], 1, "countries", [("PER", "", "state:PER"), ("CHL", "", "state:CHL")]),
    (["Talks between Oman and Qatar failed.", "The two sides parted."], 1, "sides",
     [("OMN", "", "state:OMN"), ("QAT", "", "state:QAT")]),
    (["Oman, Qatar and Iraq agreed.", "The two countries rejoiced."], 1, "countries", []),
    (["Oman closed its border.", "The country also recalled an envoy."], 1, "country", [("OMN", "", "state:OMN")]),
    (["Oman met Qatar.", "The country also recalled an envoy."], 1, "country", []),
    (["Oman's interior ministry spoke.", "The ministry denied it."], 1, "ministry", [("OMN", "COP", "agent")]),
    (["Oman's ministry met Qatar's ministry.", "The ministry denied it."], 1, "ministry", [(None, "GOV", "agent")]),
    (["Peruvian President Ana Vargas spoke.", "The president then left."], 1, "president", [VARGAS]),
    (["The Minister of Defence of Peru, Ana Vargas, spoke.", "The Peruvian defense minister left."], 1, "minister",
     [VARGAS]),
    (["North Korea fired a missile.", "The North denied it."], 1, "North", [("PRK", "", "state:PRK")]),
    (["Fiji's official newspaper attacked Samoa.", "The paper blamed it."], 1, "paper", [("FJI", "JRN", "agent")]),
    (["Kenyan soldiers and diplomats left."], 0, "diplomats", [("KEN", "GOV", "agent")]),
    (["Kenyan soldiers and protesters clashed."], 0, "protesters", [(None, "CVL", "agent")]),
]  # fmt: skip


def name_row(row: tuple[Any, ...]) -> str:
    return f"{row[2]} in {row[0][row[1]][:40]}"


@pytest.mark.parametrize("row", [*SURNAMES, *PRONOUNS, *DEFINITES], ids=name_row)
def test_reference_takes_up_what_is_certain(read: Read, row: tuple[list[str], int, str, list[Any]]) -> None:
    paragraphs, sentence, word, expected = row
    assert read(*paragraphs).parties(word, sentence=sentence) == expected


def test_headline_surname_finds_the_office_that_the_body_tells(read: Read) -> None:
    found = read("Peruvian President Ana Vargas arrived on Monday.", title="Vargas rejects border plan")
    assert found.parties("Vargas") == [VARGAS]
    assert found.at("Vargas")[0].candidates[0].resolved_by == "surname seen before"


def test_pronoun_says_how_it_was_resolved(read: Read) -> None:
    found = read("Peru said that it would sign.")
    assert found.at("it")[0].candidates[0].resolved_by == "pronoun: last subject"


def test_unresolved_pronoun_is_a_mention_of_nobody(read: Read) -> None:
    mention = read("We will win.").at("We")[0]
    assert (mention.kind, mention.candidates) == ("pronoun", ())


def test_domestic_article_lends_its_country_to_offices_and_crowds(read: Read) -> None:
    found = read(
        "NAIROBI (Wire) — Protesters marched through Nairobi as President Daniel Kipto spoke.",
        "Police fired tear gas.",
        "Kenya has seen such marches before.",
    )
    assert found.parties("Protesters") == [("KEN", "CVL", "agent")]
    assert found.parties("Kipto") == [("KEN", "GOV", "person:daniel-kipto")]
    assert found.parties("Police", sentence=1) == [("KEN", "COP", "agent")]


def test_article_on_another_country_lends_nothing(read: Read) -> None:
    found = read("LONDON (Wire) — President Daniel Kipto spoke.", "Kenya has seen such marches before.")
    assert found.parties("Kipto") == [(None, "GOV", "person:daniel-kipto")]


def test_known_person_keeps_his_country_in_a_text_from_elsewhere(read: Read) -> None:
    lead = "TBILISI - Georgia held its breath while Georgia and Georgia alone waited for a word."
    found = read(f"{lead} Georgia knew it.", "President Emmanuel Macron said nothing at all.")
    assert {party[0] for party in found.parties("Macron", sentence=2)} == {"FRA"}
