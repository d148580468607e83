"""All that can be asked of a store, each question passed on to the module that knows.

Comes in: questions of the contract.  Goes out: records.  Every call reads one state of the store; what it yields is
read while it is asked for, so let no such iterator lie half read.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from dragoman.ontology import load_ontology
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
from dragoman.stores import articles, book, copies, events, finding, foreign, log, rollups, sightings, stories, tokens
from dragoman.stores.access import Access


class Reader(ABC):
    """What can be asked of a store; the contract says what each question means."""

    @abstractmethod
    def _open(self) -> AbstractContextManager[Access]:
        """Open a connection that sees one state of the store."""

    def known_documents(self, keys: Sequence[str]) -> frozenset[str]:
        """Return which of these document keys were read before."""
        with self._open() as access:
            return book.known_documents(access, keys)

    def runs(self) -> tuple[Run, ...]:
        """Return all runs, newest first."""
        with self._open() as access:
            return book.runs(access)

    def article(self, key: str, *, revision: int | None = None) -> KeptArticle | None:
        """Return an article, its newest body or the given revision."""
        with self._open() as access:
            return articles.article(access, key, revision)

    def articles(self, *, since: str | None = None, until: str | None = None) -> Iterator[KeptArticle]:
        """Yield live articles by day of publication, then key; those without a day last."""
        with self._open() as access:
            yield from articles.articles(access, since, until)

    def event(self, key: str) -> KeptEvent | None:
        """Return an event as it stands, corrections applied; a retracted one too."""
        with self._open() as access:
            return events.event(access, key)

    def events(self, wanted: EventFilter, *, after: str | None = None, limit: int | None = None) -> Iterator[KeptEvent]:
        """Yield events, newest publication first, streamed."""
        with self._open() as access:
            yield from events.events(access, wanted, after, limit)

    def event_page(self, wanted: EventFilter, *, after: Place | None = None, limit: int) -> EventPage:
        """Return at most `limit` events, and where the rest begins."""
        with self._open() as access:
            return events.event_page(access, wanted, after, limit)

    def versions(self, key: str) -> tuple[EventVersion, ...]:
        """Return all versions of an event, oldest first."""
        with self._open() as access:
            return events.versions(access, key)

    def events_at(self, run: int) -> Iterator[Event]:
        """Yield the events as they stood when a run had ended, as coded."""
        with self._open() as access:
            yield from events.events_at(access, run)

    def count_events(self, wanted: EventFilter) -> int:
        """Return how many events `events` would yield."""
        with self._open() as access:
            return events.count_events(access, wanted)

    def search(self, words: str, *, where: str = "articles", limit: int = 50) -> tuple[Found, ...]:
        """Return hits in "articles", "sentences" or "entities", newest first."""
        with self._open() as access:
            return finding.search(access, words, where, limit)

    def story(self, key: str) -> Story | None:
        """Return a story."""
        with self._open() as access:
            return stories.story(access, key)

    def stories(self, wanted: EventFilter, *, after: str | None = None, limit: int | None = None) -> Iterator[Story]:
        """Yield stories, last seen first."""
        with self._open() as access:
            yield from stories.stories(access, wanted, after, limit)

    def story_page(self, wanted: EventFilter, *, after: Place | None = None, limit: int) -> StoryPage:
        """Return at most `limit` stories, and where the rest begins."""
        with self._open() as access:
            return stories.story_page(access, wanted, after, limit)

    def story_of(self, event_key: str) -> str | None:
        """Return the key of the story that an event is told in."""
        with self._open() as access:
            return stories.story_of(access, event_key)

    def tellings(self, story: str) -> tuple[Telling, ...]:
        """Return a story's live tellings, earliest report first."""
        with self._open() as access:
            return stories.tellings(access, story)

    def marks(self, keys: Sequence[str]) -> tuple[StoryMark, ...]:
        """Return the decisions by hand in force that name any of these event keys."""
        with self._open() as access:
            return stories.marks(access, keys)

    def near_stories(
        self, *, codes: Sequence[str], since: str, until: str, article: str | None = None
    ) -> tuple[Story, ...]:
        """Return stories that a telling may belong to."""
        with self._open() as access:
            return stories.near_stories(access, codes, since, until, article)

    def near_copies(self, bands: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
        """Return (article key, signature) of articles that share any of these bands."""
        with self._open() as access:
            return copies.near_copies(access, bands)

    def dyad_counts(
        self, codes: Sequence[str], *, since: str | None = None, until: str | None = None, faces: int = 0
    ) -> Iterator[DyadCount]:
        """Yield the cells between these codes."""
        with self._open() as access:
            yield from rollups.dyad_counts(access, codes, since, until, faces)

    def world_counts(self, *, since: str | None = None, until: str | None = None) -> Iterator[DyadCount]:
        """Yield, by dyad and month, the stories of face 0 of all dyads of two states."""
        with self._open() as access:
            yield from rollups.world_counts(access, since, until, load_ontology())

    def outlet_counts(self, *, since: str | None = None, until: str | None = None) -> Iterator[OutletCount]:
        """Yield the stories and reports of each outlet by day of publication."""
        with self._open() as access:
            yield from rollups.outlet_counts(access, since, until)

    def dyad_outlet_counts(
        self, first: str, second: str, *, since: str | None = None, until: str | None = None
    ) -> Iterator[OutletCount]:
        """Yield the same for the stories of face 0 between two codes."""
        with self._open() as access:
            yield from rollups.dyad_outlet_counts(access, (first, second), since, until)

    def corrections(self, *, key: str | None = None) -> tuple[Correction, ...]:
        """Return the log of corrections, oldest first, orphans marked."""
        with self._open() as access:
            return log.corrections(access, key)

    def rejections(self, *, run: int | None = None) -> Iterator[KeptRejection]:
        """Yield rejections, newest run first."""
        with self._open() as access:
            yield from book.rejections(access, run)

    def sightings(self, *, since: str | None = None) -> Iterator[Sighting]:
        """Yield listed headlines, newest first."""
        with self._open() as access:
            yield from sightings.sightings(access, since)

    def foreign_events(self, coder: str, *, since: str | None = None, until: str | None = None) -> Iterator[Event]:
        """Yield the imported events of another coder, by date."""
        with self._open() as access:
            yield from foreign.foreign_events(access, coder, since, until)

    def counts(self) -> tuple[Count, ...]:
        """Return how much the store holds of each kind of thing."""
        with self._open() as access:
            return book.counts(access)

    def raw_page(self, article: str) -> bytes | None:
        """Return the page an article was read from, where it was kept."""
        with self._open() as access:
            return book.raw_page(access, article)

    def tokens(self) -> tuple[AccessToken, ...]:
        """Return all tokens, oldest first, revoked ones too."""
        with self._open() as access:
            return tokens.tokens(access)

    def token(self, digest: str) -> AccessToken | None:
        """Return the token of this digest that is in force."""
        with self._open() as access:
            return tokens.token(access, digest)
