"""Who a noun phrase may be: mentions and their candidates."""

from dataclasses import dataclass

from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a mention: who it may be, and the days on which that holds (None: no bound).

    `code` is a country or special code of ontology/, None where it cannot be told.  `sector` is the
    primary PLOVER sector, "" for the country as a whole.  `resolved_by` names the way in a few words
    a reader understands: "name", "adjective", "capital", "office in text", "agent noun", "surname seen before".
    """

    code: str | None
    sector: str
    name: str
    entity_id: str | None = None
    other_sectors: tuple[str, ...] = ()
    office: str | None = None
    since: str | None = None
    until: str | None = None
    resolved_by: str = "name"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be a party to an event.

    `head` is the token index of the phrase's head in its sentence; `span` the whole phrase in the
    canonical text; `identifier` the name alone.  `kind` is state, organisation, group, person, agent
    (a common noun: "protesters", "unknown forces") or pronoun.  Candidates stand best first; none
    means that the phrase is a party that nobody can be named for.
    """

    sentence: int
    head: int
    span: Span
    identifier: Span
    kind: str
    candidates: tuple[Candidate, ...] = ()
