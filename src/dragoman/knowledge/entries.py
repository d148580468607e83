"""What users' own lists of actors hold: names with dated codes, agent nouns, and lines that could not be read.

Comes in: nothing.  Goes out: the records that the readers of the formats fill and `merging` puts to use.
"""

from dataclasses import dataclass

from dragoman.knowledge.nouns import Agent


@dataclass(frozen=True, slots=True)
class ActorCode:
    """Whom a code stands for, and the days on which that holds.

    `code` is a country or special code of ontology/, None where the list tells none.
    """

    code: str | None
    sector: str = ""
    other_sectors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    precision: str = "day"
    office: str | None = None

    @property
    def is_dated(self) -> bool:
        """Say whether it holds for some days only."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class UserEntry:
    """One actor of a list: spellings with their marks, codes in the order in which they are tried, where it stands.

    Without codes the spellings name nobody, and are read past.  `kind` and `entity_id` are "" where the list
    does not tell them.
    """

    spellings: tuple[str, ...]
    codes: tuple[ActorCode, ...]
    file: str
    line: int
    kind: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class UserNoun:
    """One agent noun of a list: its forms in the singular, those in the plural that no rule gives, what it says.

    `agent.kind` is "" where the list does not tell it.
    """

    singulars: tuple[str, ...]
    plurals: tuple[str, ...]
    agent: Agent


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A line that could not be read, or only in part: where it stands, what is wrong and what to do."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Return it as one line for people."""
        return f"{self.file}, line {self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class UserList:
    """One list as it was read."""

    entries: tuple[UserEntry, ...] = ()
    nouns: tuple[UserNoun, ...] = ()
    problems: tuple[ListProblem, ...] = ()
