"""Stored articles → coded again: what `dragoman recode` does.

Comes in: a store, days, and how many processes.  Goes out: a `Recoded` with counts of what changed and, one by one,
the events that did.  Articles are coded outside any transaction and kept in batches of one transaction each; coding
again gives the same keys and versions, so that a run that was killed is simply run again.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice

from dragoman.errors import StoreError
from dragoman.records import (
    Article,
    Change,
    Count,
    Event,
    EventFilter,
    KeptArticle,
    RecodeReport,
    Rejection,
)
from dragoman.runs.batch import code_documents
from dragoman.runs.eventfields import differing_fields
from dragoman.runs.forms import Outcome
from dragoman.runs.runbook import BROKEN_OFF, FAILED, FINISHED, begin_run, end_run
from dragoman.runs.settings import Settings
from dragoman.runs.stopping import Stopping
from dragoman.runs.storytelling import assign_stories
from dragoman.stores.contract import Reading, Store, Writing

BATCH_ARTICLES = 32  # as many as `ingest` keeps in one transaction


@dataclass(frozen=True, slots=True)
class Recode:
    """Which articles to code again, by day of publication, and how."""

    settings: Settings = field(default_factory=Settings)
    since: str | None = None
    until: str | None = None
    workers: int = 1


@dataclass(frozen=True, slots=True)
class ChangedEvent:
    """An event that is not as it was: `what` is new, changed or retracted; `fields` what differs, old and new."""

    key: str
    what: str
    article: str
    before: Event | None
    after: Event | None
    fields: tuple[tuple[str, str, str], ...] = ()
    orphans: int = 0


@dataclass(slots=True)
class Recoded:
    """The count of a run of recoding, while it goes on."""

    articles: int = 0
    confirmed: int = 0
    new: int = 0
    changed: int = 0
    retracted: int = 0
    orphaned: int = 0
    failed: list[Rejection] = field(default_factory=list)

    def count(self, changes: Sequence[ChangedEvent], confirmed: int) -> None:
        """Count one article."""
        self.articles += 1
        self.confirmed += confirmed
        for change in changes:
            setattr(self, change.what, getattr(self, change.what) + 1)
            self.orphaned += change.orphans

    def report(self) -> RecodeReport:
        """Return the counts as a record."""
        return RecodeReport(self.confirmed, self.new, self.changed, self.retracted, self.orphaned)


def recode(
    store: Store,
    order: Recode,
    *,
    stopping: Stopping | None = None,
    on_change: Callable[[ChangedEvent], None] | None = None,
    on_count: Callable[[Recoded], None] | None = None,
) -> Recoded:
    """Code stored articles again, tell each event that changed, and return the count.

    An article that the coder fails on is left as it is and named in `failed`.
    """
    told = {"since": order.since, "until": order.until, "actors": " ".join(order.settings.actors)}
    settings = tuple(Change(name, value) for name, value in told.items() if value)
    run = begin_run(store, "recode", settings, actors=order.settings.actors)
    done = Recoded()
    stopping = stopping or Stopping()
    try:
        with closing(_coded(store, order)) as coded:
            while batch := list(islice(coded, BATCH_ARTICLES)):
                with stopping.held():
                    for change in _keep(store, batch, run, done):
                        if on_change is not None:
                            on_change(change)
                if on_count is not None:
                    on_count(done)
    except BaseException as problem:
        _end_early(store, run, done, problem)
        raise
    end_run(store, run, state=FINISHED, counts=counts_of(done))
    return done


def counts_of(done: Recoded) -> tuple[Count, ...]:
    """Return the count as a run records it."""
    return (
        Count("articles", done.articles),
        Count("confirmed", done.confirmed),
        Count("new", done.new),
        Count("changed", done.changed),
        Count("retracted", done.retracted),
        Count("orphaned corrections", done.orphaned),
        Count("failed", len(done.failed)),
    )


def events_as_coded(reader: Reading, article: str) -> dict[str, Event]:
    """Return an article's events by key, as the coder gives them now, whatever corrections say."""
    coded: dict[str, Event] = {}
    for kept in reader.events(EventFilter(article=article, with_retracted=True)):
        event = event_as_coded(reader, kept.event.key)
        if event is not None:
            coded[kept.event.key] = event
    return coded


def event_as_coded(reader: Reading, key: str) -> Event | None:
    """Return an event as the coder gave it last, None where it no longer gives it."""
    versions = reader.versions(key)
    return versions[-1].event if versions and versions[-1].end is None else None


def _coded(store: Store, order: Recode) -> Generator[tuple[KeptArticle, Outcome], None, None]:
    waiting: deque[KeptArticle] = deque()

    def pass_on() -> Iterator[Article]:
        for kept in store.articles(since=order.since, until=order.until):
            waiting.append(kept)
            yield kept.article

    for outcome in code_documents(pass_on(), order.settings, workers=order.workers):
        yield waiting.popleft(), outcome


def _keep(store: Store, batch: Sequence[tuple[KeptArticle, Outcome]], run: int, done: Recoded) -> list[ChangedEvent]:
    """Keep a batch in one transaction and count it once that is done; return what changed."""
    counted: list[tuple[list[ChangedEvent], int]] = []
    with store.writing() as writer:
        for kept, outcome in batch:
            if not isinstance(outcome, Rejection):
                counted.append(_keep_article(writer, kept.key, outcome.events, run))
    done.failed += [outcome for _, outcome in batch if isinstance(outcome, Rejection)]
    for changes, confirmed in counted:
        done.count(changes, confirmed)
    return [change for changes, _ in counted for change in changes]


def _keep_article(writer: Writing, article: str, events: Sequence[Event], run: int) -> tuple[list[ChangedEvent], int]:
    """Set an article's events to what was coded; return what changed, and how many are as they were."""
    before = events_as_coded(writer, article)
    assign_stories(writer, writer.save_recoded(article, events, run=run))
    after = events_as_coded(writer, article)
    changes = [_changed(writer, article, key, before.get(key), after.get(key)) for key in {**before, **after}]
    kept = [change for change in changes if change is not None]
    return kept, len(changes) - len(kept)


def _changed(reader: Reading, article: str, key: str, before: Event | None, after: Event | None) -> ChangedEvent | None:
    if after is None:
        orphans = sum(entry.is_orphan for entry in reader.corrections(key=key))
        return ChangedEvent(key, "retracted", article, before, None, orphans=orphans)
    if before is None:
        return ChangedEvent(key, "new", article, None, after)
    if before.id == after.id:
        return None
    return ChangedEvent(key, "changed", article, before, after, differing_fields(before, after))


def _end_early(store: Store, run: int, done: Recoded, problem: BaseException) -> None:
    state = FAILED if isinstance(problem, Exception) else BROKEN_OFF
    try:
        end_run(store, run, state=state, counts=counts_of(done))
    except StoreError as trouble:
        problem.add_note(f"nor could the store note that the run ended: {trouble}")
