"""What the coder knows of the world before it reads: one frozen object, built once at the door and handed in.

Out go names found in a text and the agent noun behind a phrase's words.  To teach it something, add a row to
a table of `data/`; `names` and `agents` say which.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge.agents import AgentTable
from dragoman.knowledge.matcher import NameMatcher
from dragoman.knowledge.nouns import Agent, NameHit


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Names and agent nouns."""

    names: NameMatcher
    agents: AgentTable

    def find_names(self, text: str, offset: int = 0) -> tuple[NameHit, ...]:
        """Return the names in `text` in order, longest first at each place; spans are shifted by `offset`.

        A hit leaves the possessive outside ("Turkey" of "Turkey's"), and a compound gives one hit for each of
        its names ("Azerbaijani-Israeli").  Several names in one hit are readings, the likeliest first.
        """
        return self.names.find(text, offset)

    def find_agent(self, words: Sequence[str]) -> Agent | None:
        """Return the agent noun that heads a phrase, the longest that is known; None where there is none.

        `words` are the phrase's words in any case and number, with or without what follows the head ("Minister
        of Defence").  Behind "former" or "ex-" an office has the sector ELI, and its own beside it.
        """
        return self.agents.find(words)


def load_knowledge() -> Knowledge:
    """Return all that the package ships; DataError where a table is missing or broken."""
    return Knowledge(NameMatcher.load(), AgentTable.load())
