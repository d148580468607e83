"""All that can be changed in a store, inside one open transaction.

Comes in: records.  Goes out: numbers and keys.  It reads, too, and sees its own changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import select

from dragoman.errors import BadUse
from dragoman.records import AccessToken, Correction, Count, Event, KeptOutcome, Run, Story, StoryMark
from dragoman.stores import book, copies, foreign, keeping, log, saving, stories, tokens
from dragoman.stores.access import Access, Pen
from dragoman.stores.reader import Reader
from dragoman.stores.schema import EVENTS


class Writer(Reader):
    """One transaction's changes; the contract says what each means."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen

    @contextmanager
    def _open(self) -> Iterator[Access]:
        yield self._pen.access

    def begin_run(self, run: Run) -> int:
        """Note that a run begins, and return its number."""
        return book.begin_run(self._pen, run)

    def end_run(self, number: int, *, state: str, counts: Sequence[Count]) -> None:
        """Note how a run ended, and that it did so now."""
        ended = datetime.now(UTC).isoformat(timespec="seconds")
        book.end_run(self._pen.access, number, state=state, ended=ended, counts=counts)

    def save(
        self, outcome: KeptOutcome, *, run: int, raw: bytes | None = None, raw_until: str | None = None
    ) -> tuple[str, ...]:
        """Keep one document's outcome; return the keys of events whose stories must be looked at anew."""
        return tuple(saving.save_outcome(self._pen, outcome, run=run, raw=raw, raw_until=raw_until))

    def save_recoded(self, article: str, events: Sequence[Event], *, run: int) -> tuple[str, ...]:
        """Set an article's events to what coding it again gave; return keys as `save` does."""
        return tuple(saving.save_recoded(self._pen, article, events, run=run))

    def withdraw(self, article: str, *, reason: str, run: int) -> tuple[str, ...]:
        """Withdraw an article and retract its events for this reason; return their keys."""
        return tuple(saving.withdraw(self._pen, article, reason=reason, run=run))

    def save_story(self, story: Story) -> None:
        """Keep a story in place of the one of its key, its tellings' places and all roll-ups with it."""
        stories.save_story(self._pen, story)

    def drop_story(self, key: str) -> None:
        """Forget a story and take it out of the roll-ups."""
        stories.drop_story(self._pen, key)

    def save_copy(self, article: str, *, bands: Sequence[str], signature: bytes, copy_of: str | None) -> None:
        """Keep an article's MinHash signature with its bands, and the earliest article that it copies."""
        copies.save_copy(self._pen, article, bands, signature, copy_of)

    def mark(self, mark: StoryMark) -> None:
        """Keep a decision by hand on two events; it replaces an earlier one on the same two."""
        stories.save_mark(self._pen, mark)

    def correct(self, correction: Correction) -> int:
        """Add an entry to the log, apply it, and return its number."""
        row = self._pen.access.first(select(EVENTS).where(EVENTS.c.key == correction.key))
        if row is None:
            raise BadUse(f"the store has no event {correction.key!r} to correct")
        number = log.add_entry(self._pen, correction, keeping.coded_event(self._pen.access, row))
        keeping.refresh(self._pen, correction.key)
        return number

    def save_foreign(self, coder: str, events: Iterable[Event]) -> int:
        """Keep another coder's events, each id once; return how many were new."""
        return foreign.save_foreign(self._pen.access, coder, events)

    def drop_raw(self, today: str) -> int:
        """Forget raw pages whose day is over; return how many."""
        return book.drop_raw(self._pen.access, today)

    def save_token(self, token: AccessToken) -> None:
        """Keep a new token; BadUse where one in force has its name."""
        tokens.save_token(self._pen, token)

    def revoke_token(self, name: str, *, at: str) -> None:
        """Revoke the token of this name that is in force; BadUse where there is none."""
        tokens.revoke_token(self._pen.access, name, at=at)
