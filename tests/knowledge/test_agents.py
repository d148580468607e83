"""Agent nouns: what a phrase's words say of who it is."""

import pytest

from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.agents import AgentTable
from dragoman.ontology import load_ontology


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


PHRASES = [
    ("president", "GOV", "office"),
    ("Prime Minister", "GOV", "office"),
    ("premier", "GOV", "office"),
    ("king", "GOV", "office"),
    ("deputy foreign ministers", "GOV", "office"),
    ("Defence Minister", "GOV", "office"),
    ("Minister of Defence of Finland", "GOV", "office"),
    ("minister for foreign affairs", "GOV", "office"),
    ("tourism minister", "GOV", "office"),
    ("Secretary of State", "GOV", "office"),
    ("counterpart", "GOV", "office"),
    ("spokeswoman", "GOV", "office"),
    ("opposition leader", "OPP", "office"),
    ("president of the republic", "GOV", "office"),
    ("officials", "GOV", "people"),
    ("senior diplomats", "GOV", "people"),
    ("foreign ministry", "GOV", "body"),
    ("embassies", "GOV", "body"),
    ("regime", "GOV", "body"),
    ("lawmakers", "LEG", "people"),
    ("MPs", "LEG", "people"),
    ("lower house", "LEG", "body"),
    ("supreme court", "JUD", "body"),
    ("prosecutors", "JUD", "people"),
    ("police", "COP", "body"),
    ("policemen", "COP", "people"),
    ("border guards", "COP", "people"),
    ("coast guard", "COP", "body"),
    ("security forces", "COP", "people"),
    ("armed forces", "MIL", "body"),
    ("troops", "MIL", "people"),
    ("chiefs of staff", "MIL", "office"),
    ("Colonel General", "MIL", "office"),
    ("peacekeepers", "MIL", "people"),
    ("fighter jets", "MIL", "body"),
    ("intelligence services", "SPY", "body"),
    ("spies", "SPY", "people"),
    ("rebels", "REB", "people"),
    ("militants", "REB", "people"),
    ("terrorist groups", "REB", "body"),
    ("gunmen", "UAF", "people"),
    ("unknown forces", "UAF", "people"),
    ("suicide bomber", "UAF", "people"),
    ("militia", "PRM", "body"),
    ("opposition", "OPP", "body"),
    ("political party", "PTY", "body"),
    ("ruling party", "GOV", "body"),
    ("protesters", "CVL", "people"),
    ("thousands of protesters", "CVL", "people"),
    ("women", "CVL", "people"),
    ("students", "EDU", "people"),
    ("university", "EDU", "body"),
    ("several Korean shipyards", "BUS", "body"),
    ("oil majors", "BUS", "body"),
    ("businessmen", "BUS", "people"),
    ("trade unions", "LAB", "body"),
    ("farmers", "AGR", "people"),
    ("reporters", "JRN", "people"),
    ("news agency", "JRN", "body"),
    ("hospital", "MED", "body"),
    ("asylum-seekers", "REF", "people"),
    ("patriarch", "REL", "office"),
    ("churches", "REL", "body"),
    ("human rights groups", "SOC", "body"),
    ("smugglers", "CRM", "people"),
    ("cartel", "CRM", "body"),
    ("countries", "", "body"),
    ("former president", "ELI", "office"),
    ("ex-defence minister", "ELI", "office"),
    ("ex - president", "ELI", "office"),
    ("retired generals", "ELI", "office"),
    ("former officials", "ELI", "people"),
    ("former rebels", "REB", "people"),
]


@pytest.mark.parametrize(("phrase", "sector", "kind"), PHRASES, ids=[phrase for phrase, _, _ in PHRASES])
def test_a_phrase_tells_its_sector(knowledge: Knowledge, phrase: str, sector: str, kind: str) -> None:
    agent = knowledge.find_agent(phrase.split())
    assert agent is not None
    assert (agent.sector, agent.kind) == (sector, kind)


@pytest.mark.parametrize(
    ("phrase", "lemma"),
    [
        pytest.param("Deputy Foreign Ministers", "deputy foreign minister", id="the longest noun wins"),
        pytest.param("policewomen", "policewoman", id="an irregular plural"),
        pytest.param("ministries", "ministry", id="a plural in -ies"),
        pytest.param("border guards'", "border guard", id="a possessive plural"),
        pytest.param("Vice-President", "vice president", id="a hyphen is a space"),
    ],
)
def test_the_lemma_is_the_noun_in_the_singular(knowledge: Knowledge, phrase: str, lemma: str) -> None:
    agent = knowledge.find_agent(phrase.split())
    assert agent is not None
    assert agent.lemma == lemma


@pytest.mark.parametrize("phrase", ["table", "the", "", "ministerial", "forces majeures", "of"])
def test_a_noun_that_is_no_party_is_none(knowledge: Knowledge, phrase: str) -> None:
    assert knowledge.find_agent(phrase.split()) is None


def test_a_former_office_keeps_its_sector_beside(knowledge: Knowledge) -> None:
    agent = knowledge.find_agent(["former", "defence", "minister"])
    assert agent is not None
    assert agent.other_sectors == ("GOV", "MIL")


def test_every_agent_has_a_kind_and_sectors_that_exist() -> None:
    ontology = load_ontology()
    for agent in AgentTable.load().agents.values():
        assert agent.kind in ("office", "body", "people"), agent
        assert all(ontology.is_sector(sector) for sector in (agent.sector, *agent.other_sectors) if sector), agent
