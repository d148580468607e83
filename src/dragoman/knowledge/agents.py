"""From the words of a noun phrase to the agent noun they end in: "deputy foreign ministers" is an office, GOV.

In come words, out goes an `Agent` or None.  To add a noun, add it to `data/agents.tsv`; plurals that follow
the rules of English need no entry.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.knowledge.entries import UserNoun
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.nouns import Agent
from dragoman.knowledge.tables import read_table, split_cell

COLUMNS = ("lemma", "kind", "sector", "other_sectors", "forms")
PREPOSITIONS = ("of", "for", "to", "in", "at", "from", "with", "on")
FORMER = frozenset({"former", "ex", "erstwhile", "ousted", "deposed", "retired", "onetime"})
OFFICE_SECTORS = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP"})
OFFICIAL_PEOPLE = frozenset({"official", "diplomat", "politician", "lawmaker", "senator", "judge", "prosecutor", "mp"})


@dataclass(frozen=True, slots=True)
class AgentTable:
    """Agent nouns by their words in small letters, singular and plural, hyphens as spaces."""

    agents: Mapping[str, Agent]

    @classmethod
    def load(cls) -> "AgentTable":
        """Read the package's table; DataError where a noun stands in it twice."""
        singulars: dict[str, Agent] = {}
        for row in read_table("agents.tsv", COLUMNS):
            for noun in (row["lemma"], *split_cell(row["forms"])):
                key = _key(noun.split())
                if key in singulars:
                    raise DataError(f"knowledge/data/agents.tsv: {noun!r} stands there twice; keep one")
                singulars[key] = Agent(noun, row["sector"], tuple(row["other_sectors"].split()), row["kind"])
        plurals = {_pluralise(noun): agent for noun, agent in singulars.items()}
        return cls(MappingProxyType({**singulars, **plurals}))

    def with_nouns(self, nouns: Iterable[tuple[UserNoun, str]]) -> "AgentTable":
        """Return a table in which these nouns, each with its kind, stand in the place of those that share a form."""
        added: dict[str, Agent] = {}
        for noun, kind in nouns:
            for singular in noun.singulars:
                agent = replace(noun.agent, lemma=singular, kind=kind)
                added.update({_pluralise(_key(singular.split())): agent, _key(singular.split()): agent})
            added.update((_key(plural.split()), replace(noun.agent, kind=kind)) for plural in noun.plurals)
        return AgentTable(MappingProxyType({**self.agents, **added}))

    def find(self, words: Sequence[str]) -> Agent | None:
        """Return the longest noun that holds the phrase's head; where that is none, what its of-phrase ends in.

        The head is the word before the first preposition ("president of the republic", "members of the army").
        """
        plain = _key(words).split()
        head = next((place for place, word in enumerate(plain) if place and word in PREPOSITIONS), len(plain))
        spans = [(start, end) for end in range(len(plain), head - 1, -1) for start in range(head)]
        spans += [(start, len(plain)) for start in range(head + 1, len(plain))]
        for start, end in spans:
            agent = self.agents.get(" ".join(plain[start:end]))
            if agent is not None:
                return _retire(agent) if FORMER.intersection(plain[:start]) else agent
        return None


def _key(words: Sequence[str]) -> str:
    """Return the words as the table has them: small letters, hyphens as spaces, no possessive at the end."""
    joined = " ".join(fold_text(" ".join(words)).lower().replace("-", " ").replace(" '", "'").split())
    return joined.removesuffix("'s").removesuffix("'")


def _retire(agent: Agent) -> Agent:
    """Return the agent as PLOVER sees those who held an office: ELI, with what they were beside it."""
    was_in_office = agent.kind == "office" or agent.lemma in OFFICIAL_PEOPLE
    if not was_in_office or agent.sector not in OFFICE_SECTORS:
        return agent
    return replace(agent, sector="ELI", other_sectors=(agent.sector, *agent.other_sectors))


def _pluralise(noun: str) -> str:
    words = noun.split()
    head = next((place for place, word in enumerate(words) if word in PREPOSITIONS and place), len(words)) - 1
    words[head] = _plural(words[head])
    return " ".join(words)


def _plural(word: str) -> str:
    if word.endswith(("man", "men")):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"
