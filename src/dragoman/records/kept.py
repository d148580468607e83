"""What a store keeps beside events: runs, documents, articles and their revisions, corrections, and how to ask.

Times are ISO 8601 in UTC with seconds; days are ISO days.  A `run` is the number of a run.
"""

from dataclasses import dataclass

from dragoman.records.article import Article, Rejection
from dragoman.records.event import Event
from dragoman.records.story import Dyad, Story


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """A field and what it is set to, as text."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over inputs or over the store: what did it, with which knowledge, and how it ended.

    `kind` is ingest, recode, import or correct.  `state` is running, finished, failed or broken off.
    `coder`, `parser` and `knowledge` are versions; `counts` what the summary says.
    """

    number: int
    kind: str
    started: str
    ended: str | None
    state: str
    coder: str
    parser: str
    knowledge: str
    settings: tuple[Change, ...] = ()
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that came in: `key` digests its id and its bytes, so that the same one is never read twice."""

    key: str
    doc_id: str
    digest: str
    via: str
    address: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class KeptOutcome:
    """What became of one document: its article and events, or its rejection.

    `credit` is the agency that the article names as its reporter.  Listed headlines stand in the article; an event
    read in one tells by its section and sequence in which.
    """

    document: KeptDocument
    article: Article | None
    events: tuple[Event, ...]
    rejection: Rejection | None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as the store has it: `revision` counts its different bodies from 1; `state` is live or withdrawn."""

    key: str
    article: Article
    revision: int
    revisions: int
    state: str
    reason: str | None
    reporter: str
    copy_of: str | None
    first_run: int
    fetched: str | None


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as it stands now, corrections applied.

    `state` is live or retracted, `reason` why it was retracted.  `is_corrected` and `is_confirmed` tell of
    corrections in force; `story` is its story's key.  `versions` counts its versions from 1.
    """

    event: Event
    article: str
    story: str | None
    state: str = "live"
    reason: str | None = None
    is_corrected: bool = False
    is_confirmed: bool = False
    versions: int = 1
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class EventVersion:
    """One version of an event: as the coder gave it, in the runs from `since_run` to `until_run` (None: still)."""

    key: str
    version: str
    event: Event
    since_run: int
    until_run: int | None
    end: str | None  # why it ended: "changed", "vanished", "article withdrawn: …", "article corrected"


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the log on top of the events.

    `action` is set, retract, confirm or undo; `changes` what set gives ("event": "AID",
    "actor": "NOR GOV; SWE GOV"); `undoes` the number of the entry that an undo takes back.
    `is_orphan` says that the event it stands on is gone.
    """

    number: int
    key: str
    action: str
    who: str
    why: str
    at: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None
    is_orphan: bool = False


@dataclass(frozen=True, slots=True)
class KeptRejection:
    """A document that was rejected, and by which run."""

    doc_id: str
    stage: str
    reason: str
    detail: str
    run: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A listed headline met on pages, counted once however often seen; `article` is its own once that is read."""

    key: str
    outlet: str | None
    title: str
    published: str | None
    first_seen: str
    seen: int
    article: str | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events or stories; an empty tuple and None ask nothing.

    `actor` and `recipient` are codes; with `either_way` they stand for both directions.  `since` and `until` are
    days of the happening, both included; `seen_since` and `seen_until` days of publication.  `claims` None takes
    both, False leaves claims out, True takes only them.  `sectors` must be those of every known side.
    `words` is a search (words, "phrase", -not, prefix*).
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    either_way: bool = False
    since: str | None = None
    until: str | None = None
    seen_since: str | None = None
    seen_until: str | None = None
    types: tuple[str, ...] = ()
    classes: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    claims: bool | None = None
    min_confidence: float | None = None
    with_retracted: bool = False
    article: str | None = None
    story: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading goes on: behind the row of this number that was seen `when`, though it has moved or gone since."""

    when: str
    number: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events in their order, and where the rest begins; `rest` None where there is none."""

    events: tuple[KeptEvent, ...]
    rest: Place | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Some stories in their order, and where the rest begins; `rest` None where there is none."""

    stories: tuple[Story, ...]
    rest: Place | None


@dataclass(frozen=True, slots=True)
class AccessToken:
    """Who may write through the web: a name, and the digest of a secret that only its bearer has.

    `made` and `revoked` are times; a revoked token opens nothing.
    """

    name: str
    digest: str
    made: str
    revoked: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A hit of a search: the sentence or article, with the spans of the words that were asked for."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str
    hits: tuple[tuple[int, int], ...]
    event_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DyadCount:
    """A cell of the roll-up: stories of one type and face between two codes on one day.

    `stories` counts stories, `reports` their reports, `score_sum` the sum of their scores, `square_sum` of its squares.
    """

    dyad: Dyad
    day: str
    event: str
    face: int
    stories: int
    reports: int
    score_sum: float
    square_sum: float


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How many stories an outlet told first-hand or in copies, on a day of publication, and in how many reports."""

    outlet: str
    day: str
    stories: int
    reports: int


@dataclass(frozen=True, slots=True)
class RecodeReport:
    """What coding the stored articles again changed."""

    confirmed: int
    new: int
    changed: int
    retracted: int
    orphaned: int
