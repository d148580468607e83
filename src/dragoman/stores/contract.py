"""What every store can do: the one contract that the back ends fulfil and the rooms above them rely on.

Comes in: records.  Goes out: records.  Reading methods may be called at any time and see the last whole state.
All changes happen inside `writing()`, one transaction by one writer: it is kept whole or not at all.
To add a back end, fulfil `Store` and name it in `open_store`; tests/contracts/ runs the same suite over it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from dragoman.records import (
    AccessToken,
    Correction,
    Count,
    DyadCount,
    Event,
    EventFilter,
    EventPage,
    EventVersion,
    Found,
    KeptArticle,
    KeptEvent,
    KeptOutcome,
    KeptRejection,
    OutletCount,
    Place,
    Run,
    Sighting,
    Story,
    StoryMark,
    StoryPage,
    Telling,
)


class Reading(Protocol):
    """What can be asked of a store."""

    def known_documents(self, keys: Sequence[str]) -> frozenset[str]:
        """Return which of these document keys were read before."""

    def runs(self) -> tuple[Run, ...]:
        """Return all runs, newest first."""

    def article(self, key: str, *, revision: int | None = None) -> KeptArticle | None:
        """Return an article, its newest body or the given revision."""

    def articles(self, *, since: str | None = None, until: str | None = None) -> Iterator[KeptArticle]:
        """Yield live articles by day of publication, then key; those without a day last."""

    def event(self, key: str) -> KeptEvent | None:
        """Return an event as it stands, corrections applied; a retracted one too."""

    def events(self, wanted: EventFilter, *, after: str | None = None, limit: int | None = None) -> Iterator[KeptEvent]:
        """Yield events, newest publication first, streamed; `after` is the key of the last one already had."""

    def event_page(self, wanted: EventFilter, *, after: Place | None = None, limit: int) -> EventPage:
        """Return at most `limit` events in the order of `events`, and where the rest begins."""

    def versions(self, key: str) -> tuple[EventVersion, ...]:
        """Return all versions of an event, oldest first."""

    def events_at(self, run: int) -> Iterator[Event]:
        """Yield the events as they stood when a run had ended, as coded; this may be slow."""

    def count_events(self, wanted: EventFilter) -> int:
        """Return how many events `events` would yield."""

    def search(self, words: str, *, where: str = "articles", limit: int = 50) -> tuple[Found, ...]:
        """Return hits in "articles", "sentences" or "entities", newest first; BadUse for what is no search."""

    def story(self, key: str) -> Story | None:
        """Return a story."""

    def stories(self, wanted: EventFilter, *, after: str | None = None, limit: int | None = None) -> Iterator[Story]:
        """Yield stories, last seen first; `after` is the key of the last one already had."""

    def story_page(self, wanted: EventFilter, *, after: Place | None = None, limit: int) -> StoryPage:
        """Return at most `limit` stories in the order of `stories`, and where the rest begins."""

    def story_of(self, event_key: str) -> str | None:
        """Return the key of the story that an event is told in."""

    def tellings(self, story: str) -> tuple[Telling, ...]:
        """Return a story's tellings, earliest report first."""

    def marks(self, keys: Sequence[str]) -> tuple[StoryMark, ...]:
        """Return the decisions by hand in force that name any of these event keys."""

    def near_stories(
        self, *, codes: Sequence[str], since: str, until: str, article: str | None = None
    ) -> tuple[Story, ...]:
        """Return stories that a telling may belong to.

        Those with any of these codes on a side (or, with none given, no coded side) whose days, widened by their
        first and last sight, meet `since`-`until`; and all that have a telling of `article`, where it is given.
        """

    def near_copies(self, bands: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
        """Return (article key, signature) of articles that share any of these bands."""

    def dyad_counts(
        self, codes: Sequence[str], *, since: str | None = None, until: str | None = None, faces: int = 0
    ) -> Iterator[DyadCount]:
        """Yield the cells between these codes in both directions; with one code, those between it and all others.

        Cells whose face has a flag that is not in `faces` are left out.
        """

    def world_counts(self, *, since: str | None = None, until: str | None = None) -> Iterator[DyadCount]:
        """Yield, by dyad and month (`day` is its first), the stories of face 0 of all dyads of two states."""

    def outlet_counts(self, *, since: str | None = None, until: str | None = None) -> Iterator[OutletCount]:
        """Yield the stories and reports of each outlet by day of publication."""

    def dyad_outlet_counts(
        self, first: str, second: str, *, since: str | None = None, until: str | None = None
    ) -> Iterator[OutletCount]:
        """Yield the same for the stories of face 0 between two codes, both directions together."""

    def corrections(self, *, key: str | None = None) -> tuple[Correction, ...]:
        """Return the log of corrections, oldest first, orphans marked."""

    def rejections(self, *, run: int | None = None) -> Iterator[KeptRejection]:
        """Yield rejections, newest run first."""

    def sightings(self, *, since: str | None = None) -> Iterator[Sighting]:
        """Yield listed headlines, newest first."""

    def foreign_events(self, coder: str, *, since: str | None = None, until: str | None = None) -> Iterator[Event]:
        """Yield the imported events of another coder, by date."""

    def counts(self) -> tuple[Count, ...]:
        """Return how much the store holds of documents, articles, events, stories, rejections and the rest."""

    def raw_page(self, article: str) -> bytes | None:
        """Return the page an article was read from, where it was kept."""

    def tokens(self) -> tuple[AccessToken, ...]:
        """Return all tokens, oldest first, revoked ones too."""

    def token(self, digest: str) -> AccessToken | None:
        """Return the token of this digest that is in force, None where there is none."""


class Writing(Reading, Protocol):
    """What can be changed inside one transaction; reading sees the changes already."""

    def begin_run(self, run: Run) -> int:
        """Note that a run begins, and return its number (the record's own is not looked at)."""

    def end_run(self, number: int, *, state: str, counts: Sequence[Count]) -> None:
        """Note how a run ended."""

    def save(
        self, outcome: KeptOutcome, *, run: int, raw: bytes | None = None, raw_until: str | None = None
    ) -> tuple[str, ...]:
        """Keep one document's outcome; return the keys of events whose stories must be looked at anew.

        `raw` is the page itself, kept compressed until the day `raw_until` (None: for good) only where it is given.
        Nothing happens for a document that is known.  A new body of a known article is a revision; events
        that it no longer tells are retracted as "article corrected".
        """

    def save_recoded(self, article: str, events: Sequence[Event], *, run: int) -> tuple[str, ...]:
        """Set an article's events to what coding it again gave; return keys as `save` does."""

    def withdraw(self, article: str, *, reason: str, run: int) -> tuple[str, ...]:
        """Withdraw an article and retract its events for this reason; return their keys."""

    def save_story(self, story: Story) -> None:
        """Keep a story in place of the one of its key, its tellings' places and all roll-ups with it."""

    def drop_story(self, key: str) -> None:
        """Forget a story that has no tellings left, and take it out of the roll-ups."""

    def save_copy(self, article: str, *, bands: Sequence[str], signature: bytes, copy_of: str | None) -> None:
        """Keep an article's MinHash signature with its bands, and the earliest article that it copies.

        They take the place of earlier ones.  The article's reporter is `records.reporter_of` its credit and outlet;
        of a copy without a credit it is the reporter of the article that it copies.
        """

    def mark(self, mark: StoryMark) -> None:
        """Keep a decision by hand on two events; it replaces an earlier one on the same two."""

    def correct(self, correction: Correction) -> int:
        """Add an entry to the log, apply it, and return its number (the record's own is not looked at)."""

    def save_foreign(self, coder: str, events: Iterable[Event]) -> int:
        """Keep another coder's events, each id once; return how many were new."""

    def drop_raw(self, today: str) -> int:
        """Forget raw pages whose day is over; return how many."""

    def save_token(self, token: AccessToken) -> None:
        """Keep a new token; BadUse where one in force has its name."""

    def revoke_token(self, name: str, *, at: str) -> None:
        """Revoke the token of this name that is in force; BadUse where there is none."""


class Store(Reading, Protocol):
    """A store, open for reading; `writing` opens it for changes."""

    @property
    def address(self) -> str:
        """Where it is, without any password."""

    def writing(self) -> AbstractContextManager[Writing]:
        """Open the one transaction in which things change; waits its turn politely.

        StoreError where the disk is full, the connection is lost or another writer never ends; nothing is kept then.
        """

    def close(self) -> None:
        """Let go of files and connections."""
