"""Reports and stories: who reports what, and the one happening that many reports tell.

A report is an article as stories see it; a telling is one event with the report it was read in.  A story is
what all tellings of a happening say together; it is made anew from its tellings whenever they change.
"""

from dataclasses import dataclass

from dragoman.records.event import Entity, Event, Location, Size

# What a story needs switched on before it counts: a sum of these flags, 0 for a plain happening.
CLAIM = 1  # every telling is somebody's claim
HISTORICAL = 2  # told as background only
NOT_ACTUAL = 4  # future, hypothetical or denied
ANALYSIS = 8  # told only in analysis, opinion or interviews
HEADLINE = 16  # told only in listed headlines and titles
NOT_STATE = 32  # no side of it acts for a state
FACES = {
    "claims": CLAIM,
    "historical": HISTORICAL,
    "not-actual": NOT_ACTUAL,
    "analysis": ANALYSIS,
    "headlines": HEADLINE,
    "non-state": NOT_STATE,
}


@dataclass(frozen=True, slots=True)
class Report:
    """An article as stories see it.

    `reporter` is who answers for the words: the credited agency, else the outlet, else the article's own key;
    copies of one text share the reporter of the earliest.  `copy_of` is the key of the earliest article that this
    one copies, None for a text of its own.  `published` is ISO 8601 as far as it is told.
    """

    article: str
    outlet: str | None
    reporter: str
    published: str | None
    title: str | None = None
    genre: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One event with the report that tells it."""

    event: Event
    report: Report

    @property
    def key(self) -> str:
        """The event's key."""
        return self.event.key


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two codes and the way between them; a reciprocal dyad stands once, its codes in order of the alphabet.

    `actor` and `recipient` are country or organisation codes; the same twice is a domestic event.
    """

    actor: str
    recipient: str
    is_reciprocal: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which tellings say different things: each value, with the reporters that give it."""

    field: str
    values: tuple[str, ...]
    reporters: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StoryTelling:
    """A telling's place in its story: `how` is founding, copy, rule or hand; `score` how sure the joining was, 0-1."""

    key: str
    article: str
    reporter: str
    how: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """One happening and all that reports say of it.

    `key` is made from its founding telling and stays while tellings come and go.  `best` is the key of the most
    telling event, whose sentence is `line`.  `first_seen` and `last_seen` are days of publication.
    `reports` counts articles, `reporters` the independent ones (copies and credited agencies joined).
    `face` is a sum of the flags above.  `score` is the PLOVER scale's value of the type and mode most told.
    """

    key: str
    event: str
    mode: str | None
    context: tuple[str, ...]
    quad_code: int
    score: float
    status: str
    reciprocal: bool
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    dyads: tuple[Dyad, ...]
    date: str | None
    enddate: str | None
    date_precision: str | None
    place: Location | None
    object: str | None
    size: Size | None
    face: int
    first_seen: str | None
    last_seen: str | None
    reports: int
    reporters: tuple[str, ...]
    best: str
    line: str
    differences: tuple[Difference, ...]
    tellings: tuple[StoryTelling, ...]


@dataclass(frozen=True, slots=True)
class StoryMark:
    """A decision by hand: two events belong to one story ("same") or never do ("apart")."""

    first: str
    second: str
    verdict: str  # "same" or "apart"
    who: str
    why: str
    at: str
