"""Inputs → a store: what `dragoman ingest` does, in steps that are kept whole or not at all.

Comes in: names of inputs, a store, and an `Ingest` of choices.  Goes out: a `Tally`; the store then holds every
document's outcome with its stories.  A document is known by its id and its bytes: known ones are passed over before
they are coded, new ones are coded outside any transaction and kept in batches of one transaction each.  So a run
that was killed loses only what it had not kept, and the same command again does the rest.
"""

import hashlib
import json
import logging
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from dragoman.documents import Columns, DocumentSettings, measure_inputs, open_documents
from dragoman.errors import DragomanError, StoreError
from dragoman.records import (
    Change,
    CodedArticle,
    Count,
    KeptDocument,
    KeptOutcome,
    Rejection,
    SourceDocument,
    digest,
    json_from_record,
)
from dragoman.runs.batch import code_documents
from dragoman.runs.forms import Outcome
from dragoman.runs.limits import RejectionLimit, TooManyRejected
from dragoman.runs.reading import document_settings
from dragoman.runs.runbook import BROKEN_OFF, FAILED, FINISHED, end_run, note_run
from dragoman.runs.settings import Settings
from dragoman.runs.stopping import Stopping
from dragoman.runs.storytelling import assign_stories
from dragoman.runs.tally import Tally
from dragoman.stores.contract import Store
from dragoman.stories.credits import find_credit

# A batch is kept when it has so many documents, or when its first has waited so long: large enough that the cost of a
# transaction (2-10 ms) is lost in that of coding (30-100 ms a document), small enough that a kill costs seconds.
BATCH_DOCUMENTS = 32
BATCH_S = 5.0
ASKED_BYTES = 8_000_000  # documents asked about at once are not more than this, or their memory would add up
ASKED_S = 1.0

Opened = SourceDocument | Rejection
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ingest:
    """How to ingest: `keep_raw_days` keeps pages so long (0: for good, None: not at all)."""

    settings: Settings
    columns: Columns = field(default_factory=Columns)
    workers: int = 1
    keep_raw_days: int | None = None
    max_rejected: RejectionLimit | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document on its way: what is kept of it, and the page itself where that is kept too."""

    document: KeptDocument
    raw: bytes | None


@dataclass(frozen=True, slots=True)
class Watch:
    """What is told while a run goes on: bytes read from files, and the count whenever it changed."""

    on_read: Callable[[int], None] | None = None
    on_count: Callable[[Tally], None] | None = None


def ingest(
    store: Store,
    inputs: list[str],
    order: Ingest,
    *,
    stopping: Stopping | None = None,
    watch: Watch | None = None,
) -> Tally:
    """Read inputs into the store and return the count.

    InputError, before the store is touched, where an input is not there.  Whatever ends the run early, what was
    coded until then is kept, and the run is noted as failed or broken off.  `TooManyRejected` says that
    `order.max_rejected` was passed.
    """
    watch = watch or Watch()
    opened = open_documents(inputs, _opening(order), on_read=watch.on_read)
    with store.writing() as writer:
        number = note_run(writer, "ingest", _told(inputs, order), actors=order.settings.actors)
        writer.drop_raw(_today())
    keeping = _Keeping(store, order, number, stopping or Stopping(), watch)
    try:
        with closing(_coded(keeping.pass_known(opened), order)) as coded:
            for incoming, outcome in coded:
                keeping.take(incoming, outcome)
        keeping.finish()
    except BaseException as problem:
        keeping.break_off(problem)
        raise
    return keeping.tally


def check_inputs(inputs: list[str], order: Ingest) -> None:
    """Say, before a store is opened or made, where an input is not there: InputError."""
    open_documents(inputs, _opening(order))


def measure(inputs: list[str]) -> int | None:
    """Return how many bytes there are to read, None where nobody knows."""
    return measure_inputs(inputs)


def document_of(opened: Opened) -> KeptDocument:
    """Return what is kept of a document; one that could not be had is known by its id and why."""
    if isinstance(opened, Rejection):
        content = digest("rejection", opened.stage, opened.reason, opened.detail)
        address = opened.doc_id if opened.doc_id.startswith(("http://", "https://")) else None
        return KeptDocument(digest(opened.doc_id, content), opened.doc_id, content, "rejected", address)
    given = json.dumps(json_from_record(opened.given), sort_keys=True)
    content = digest("document", opened.form, given, hashlib.sha256(opened.body).hexdigest())
    return KeptDocument(
        key=digest(opened.doc_id, content),
        doc_id=opened.doc_id,
        digest=content,
        via=opened.via,
        address=opened.address,
        fetched=opened.fetched,
    )


class _Keeping:
    """One run: what was asked, what waits to be kept, and the count."""

    def __init__(self, store: Store, order: Ingest, run: int, stopping: Stopping, watch: Watch) -> None:
        self.tally = Tally()
        self._store = store
        self._order = order
        self._run = run
        self._stopping = stopping
        self._watch = watch
        self._waiting: list[tuple[Incoming, Outcome]] = []
        self._waiting_since = 0.0
        self._on_the_way: set[str] = set()
        self._is_whole = True  # False from the beginning of a batch's saving to its end

    def pass_known(self, opened: Iterable[Opened]) -> Iterator[tuple[Incoming, Opened]]:
        """Yield what the store does not have and what is not on its way there already."""
        for group in _asked_at_once(opened):
            documents = [document_of(one) for one in group]
            known = self._store.known_documents([document.key for document in documents])
            for document, one in zip(documents, group, strict=True):
                if document.key in known or document.key in self._on_the_way:
                    self.tally.known += 1
                    continue
                self._on_the_way.add(document.key)
                yield Incoming(document, self._raw_of(one)), one
            self._tell()

    def take(self, incoming: Incoming, outcome: Outcome) -> None:
        """Keep an outcome with the others of its batch; TooManyRejected once there are."""
        if not self._waiting:
            self._waiting_since = time.monotonic()
        self._waiting.append((incoming, outcome))
        is_old = time.monotonic() - self._waiting_since >= BATCH_S
        if is_old or len(self._waiting) >= BATCH_DOCUMENTS or self._is_passed(is_end=False):
            self.keep()
            self._check_rejected(is_end=False)

    def finish(self) -> None:
        """Keep the last batch and note that the run is finished; TooManyRejected where the share is too high."""
        self.keep()
        self._check_rejected(is_end=True)
        end_run(self._store, self._run, state=FINISHED, counts=counts_of(self.tally))

    def break_off(self, problem: BaseException) -> None:
        """Keep what is coded, where the store still can, and note how the run ended."""
        state = FAILED if isinstance(problem, Exception) else BROKEN_OFF
        try:
            with self._stopping.held():
                if self._is_whole:
                    self.keep()
                end_run(self._store, self._run, state=state, counts=counts_of(self.tally))
        except StoreError as trouble:
            problem.add_note(f"nor could the store note that the run ended: {trouble}")

    def keep(self) -> None:
        """Keep what waits, in one transaction, each document with its stories; then count it."""
        if not self._waiting:
            return
        with self._stopping.held():
            self._is_whole = False
            kept = self._save_all()
            self.tally.known += len(self._waiting) - len(kept)
            for _, outcome in kept:
                self.tally.count(outcome)
            self._on_the_way.difference_update(incoming.document.key for incoming, _ in self._waiting)
            self._waiting = []
            self._is_whole = True
        self._tell()

    def _save_all(self) -> list[tuple[Incoming, Outcome]]:
        """Save the batch at once; where one of it cannot be saved, each by itself, and that one as a rejection."""
        try:
            return self._save(self._waiting)
        except DragomanError:
            raise
        except Exception:  # one odd page must not end a run of a million, here neither
            logger.debug("a batch could not be saved whole", exc_info=True)
        return [saved for one in self._waiting for saved in self._save_singly(*one)]

    def _save_singly(self, incoming: Incoming, outcome: Outcome) -> list[tuple[Incoming, Outcome]]:
        try:
            return self._save([(incoming, outcome)])
        except DragomanError:
            raise
        except Exception as problem:
            told = f"{type(problem).__name__}: {problem}"[:300]
            rejection = Rejection(incoming.document.doc_id, "stores", "internal error", told)
            return self._save([(incoming, rejection)])

    def _save(self, batch: list[tuple[Incoming, Outcome]]) -> list[tuple[Incoming, Outcome]]:
        """Save outcomes in one transaction; return those that no other run has saved in the meantime."""
        raw_until = _day_after(self._order.keep_raw_days)
        with self._store.writing() as writer:
            known = writer.known_documents([incoming.document.key for incoming, _ in batch])
            new = [(incoming, outcome) for incoming, outcome in batch if incoming.document.key not in known]
            for incoming, outcome in new:
                kept = kept_outcome(incoming.document, outcome)
                changed = writer.save(kept, run=self._run, raw=incoming.raw, raw_until=raw_until)
                # Stories are told document by document, so that they hang on the order of the documents alone and
                # not on where a batch happened to end.
                assign_stories(writer, changed)
        return new

    def _raw_of(self, opened: Opened) -> bytes | None:
        wants_raw = self._order.keep_raw_days is not None and isinstance(opened, SourceDocument)
        return opened.body if wants_raw and isinstance(opened, SourceDocument) else None

    def _is_passed(self, *, is_end: bool) -> bool:
        limit = self._order.max_rejected
        waiting = sum(isinstance(outcome, Rejection) for _, outcome in self._waiting)
        rejected, read = self.tally.rejected.total() + waiting, self.tally.inputs + len(self._waiting)
        return limit is not None and limit.is_passed(rejected, read, is_end=is_end)

    def _check_rejected(self, *, is_end: bool) -> None:
        limit = self._order.max_rejected
        if limit is not None and self._is_passed(is_end=is_end):
            raise TooManyRejected(limit, self.tally)

    def _tell(self) -> None:
        if self._watch.on_count is not None:
            self._watch.on_count(self.tally)


def kept_outcome(document: KeptDocument, outcome: Outcome) -> KeptOutcome:
    """Return a coded article or a rejection as a store keeps it."""
    if isinstance(outcome, CodedArticle):
        return KeptOutcome(document, outcome.article, outcome.events, None, find_credit(outcome.article))
    return KeptOutcome(document, outcome.article, (), replace(outcome, article=None))


def counts_of(tally: Tally) -> tuple[Count, ...]:
    """Return the count as a run records it."""
    reasons = sorted(tally.rejected.items())
    return (
        Count("coded", tally.coded),
        Count("coded with no events", tally.without_events),
        Count("events", tally.events),
        Count("rejected", tally.rejected.total()),
        *(Count(f"rejected: {reason}", number) for reason, number in reasons),
        Count("already known", tally.known),
    )


def _coded(
    incoming: Iterator[tuple[Incoming, Opened]], order: Ingest
) -> Generator[tuple[Incoming, Outcome], None, None]:
    """Code what comes and put each outcome beside its document; both come in the same order."""
    waiting: deque[Incoming] = deque()

    def pass_on() -> Iterator[Opened]:
        for document, opened in incoming:
            waiting.append(document)
            yield opened

    for outcome in code_documents(pass_on(), order.settings, workers=order.workers):
        yield waiting.popleft(), outcome


def _asked_at_once(opened: Iterable[Opened]) -> Iterator[list[Opened]]:
    """Put documents into groups for the question whether they are known, none of which waits long or weighs much."""
    group: list[Opened] = []
    size, since = 0, time.monotonic()
    for one in opened:
        group.append(one)
        size += len(one.body) if isinstance(one, SourceDocument) else 0
        if len(group) >= BATCH_DOCUMENTS or size >= ASKED_BYTES or time.monotonic() - since >= ASKED_S:
            yield group
            group, size, since = [], 0, time.monotonic()
    if group:
        yield group


def _opening(order: Ingest) -> DocumentSettings:
    return replace(document_settings(order.settings), columns=order.columns, follows_sitemaps=True)


def _told(inputs: list[str], order: Ingest) -> tuple[Change, ...]:
    """Return what a run records of its settings."""
    settings = order.settings
    told = {
        "inputs": " ".join(inputs),
        "date": settings.date,
        "effort": settings.effort,
        "actors": " ".join(settings.actors),
        "max_rejected": order.max_rejected.told if order.max_rejected else None,
        "keep_raw_days": None if order.keep_raw_days is None else str(order.keep_raw_days),
    }
    return tuple(Change(name, value) for name, value in told.items() if value)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _day_after(days: int | None) -> str | None:
    """Return the last day on which a page is kept, None where it is kept for good or not at all."""
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat() if days else None
