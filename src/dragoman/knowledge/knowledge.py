"""What the coder knows of the world before it reads: one frozen object, built once at the door and handed in.

Out go names found in a text, persons found in it, and the agent noun behind a phrase's words.  To teach it
something, add a row to a table of `data/`; `names`, `offices` and `agents` say which.  Users' own lists of actors
come in on top: where they name what the tables name, they win.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.knowledge.agents import AgentTable
from dragoman.knowledge.gazetteer import Gazetteer, load_gazetteer
from dragoman.knowledge.matcher import NameMatcher
from dragoman.knowledge.merging import put_lists_over, put_nouns_over
from dragoman.knowledge.names import read_patterns
from dragoman.knowledge.neighbours import Neighbours
from dragoman.knowledge.nouns import Agent, NameHit
from dragoman.knowledge.userlists import read_user_list
from dragoman.knowledge.wars import WarTable

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Names, persons and agent nouns, and named wars with their days."""

    names: NameMatcher
    agents: AgentTable
    wars: WarTable
    gazetteer: Gazetteer = field(default_factory=load_gazetteer)

    def find_names(self, text: str, offset: int = 0) -> tuple[NameHit, ...]:
        """Return the names in `text` in order, longest first at each place; spans are shifted by `offset`.

        A hit leaves the possessive outside ("Turkey" of "Turkey's"), and a compound gives one hit for each of
        its names ("Azerbaijani-Israeli").  Several names in one hit are readings, the likeliest first.
        Persons are left out: `find_persons` gives them.
        """
        return _kept(self.names.find(text, offset), is_person=False)

    def find_persons(self, text: str, offset: int = 0) -> tuple[NameHit, ...]:
        """Return the persons whom `text` names in full or by a surname that is theirs alone, in order.

        A hit's readings say who the person was, period by period, the latest first; on any day one holds, and
        several persons of one surname give those in office first.  Titles are outside the hit.
        """
        return _kept(self.names.find(text, offset), is_person=True)

    def find_agent(self, words: Sequence[str]) -> Agent | None:
        """Return the agent noun that heads a phrase, the longest that is known; None where there is none.

        `words` are the phrase's words in any case and number, with or without what follows the head ("Minister
        of Defence").  Behind "former" or "ex-" an office has the sector ELI, and its own beside it.
        """
        return self.agents.find(words)


def load_knowledge(user_lists: Sequence[Path] = ()) -> Knowledge:
    """Return all that the package ships, and users' own lists of actors over it.

    DataError where a table of the package is missing or broken, BadUse where a list cannot be read.  Lines of
    lists that are off are left out; `read_user_list` tells which.
    """
    told = [read_user_list(path) for path in user_lists]
    agents = put_nouns_over(AgentTable.load(), [noun for each in told for noun in each.nouns])
    patterns = put_lists_over(read_patterns(), told)
    return Knowledge(NameMatcher.build(patterns, Neighbours.load(agents.agents)), agents, WarTable.load())


def _kept(hits: tuple[NameHit, ...], *, is_person: bool) -> tuple[NameHit, ...]:
    told = ((hit, tuple(name for name in hit.names if (name.kind == PERSON) == is_person)) for hit in hits)
    return tuple(hit if names == hit.names else NameHit(hit.span, names) for hit, names in told if names)
