"""Corrections by hand: what `dragoman correct` and `dragoman withdraw` do to a store.

Comes in: an event's key and what a person says of it.  Goes out: an entry in the log that stands on top of the events,
and the event's stories told anew.  The coder's own versions are never touched: an undo brings them back.  Which fields
can be corrected, and to what, is the store's to say (stores/correcting.py).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dragoman.errors import BadUse
from dragoman.records import Change, Correction, Count, Event
from dragoman.runs.runbook import FINISHED, note_run, now_utc
from dragoman.runs.storytelling import assign_stories
from dragoman.stores.contract import Reading, Store
from dragoman.stores.correcting import FIELDS
from dragoman.stores.log import UNDO

ALSO_CALLED = MappingProxyType({"type": "event"})
SETTABLE = tuple(field for field in FIELDS if field not in ALSO_CALLED.values())


def correct(store: Store, correction: Correction) -> int:
    """Add an entry to the log, tell the event's story anew, and return the entry's number; BadUse for no such event."""
    with store.writing() as writer:
        find_event(writer, correction.key)
        number = writer.correct(correction)
        assign_stories(writer, [correction.key])
    return number


def find_event(reader: Reading, key: str) -> Event:
    """Return an event as it stands; BadUse where there is none of that key."""
    kept = reader.event(key)
    if kept is None:
        raise BadUse(f"the store has no event {key!r}; exports and `dragoman review` show the keys of those it has")
    return kept.event


def entry(
    key: str, action: str, *, who: str, why: str, changes: Sequence[Change] = (), undoes: int | None = None
) -> Correction:
    """Return an entry that is made now; its number is the store's to give."""
    return Correction(0, key, action, who, why, now_utc(), tuple(changes), undoes)


def entry_that_undoes(reader: Reading, number: int, *, who: str, why: str) -> Correction:
    """Return the entry that takes back another; BadUse where there is none, or it is taken back already."""
    log = reader.corrections()
    wanted = next((entry for entry in log if entry.number == number), None)
    if wanted is None:
        raise BadUse(f"the log has no entry {number}; `dragoman correct --log` shows those it has")
    if number in numbers_taken_back(log):
        raise BadUse(f"entry {number} is taken back already; `dragoman correct --log` shows by which")
    return entry(wanted.key, UNDO, who=who, why=why, undoes=number)


def numbers_taken_back(log: Sequence[Correction]) -> Mapping[int, int]:
    """Return the numbers of entries that were taken back, each with the entry that did; undoings among them."""
    by: dict[int, int] = {}
    for one in reversed(log):
        if one.action == UNDO and one.undoes is not None and one.number not in by:
            by[one.undoes] = one.number
    return by


def changes_from_texts(texts: Sequence[str]) -> tuple[Change, ...]:
    """Return what `type=AID`, `actor=NOR GOV; SWE` … set; BadUse where a field is none or given twice.

    Whether a value can stand in its field is for the store to say, which knows the event as it then stands.
    """
    changes: dict[str, Change] = {}
    for text in texts:
        name, sign, value = (part.strip() for part in text.partition("="))
        field = ALSO_CALLED.get(name, name)
        if not sign or field not in FIELDS:
            raise BadUse(f"{text!r} is not FIELD=VALUE with a field of {', '.join(SETTABLE)}")
        if field in changes:
            raise BadUse(f"{field} is set twice; give each field once")
        changes[field] = Change(field, " ".join(value.split()))
    return tuple(changes.values())


def withdraw_article(store: Store, named: str, *, why: str) -> tuple[str, int]:
    """Withdraw an article, named by its key or address, with its events, stories and roll-ups.

    Returns its key and the number of events that were retracted; BadUse where the store has no such live article.
    """
    key = find_article(store, named)
    with store.writing() as writer:
        number = note_run(writer, "correct", (Change("withdrawn", key), Change("why", why)))
        keys = writer.withdraw(key, reason=why, run=number)
        assign_stories(writer, keys)
        writer.end_run(number, state=FINISHED, counts=(Count("retracted", len(keys)),))
    return key, len(keys)


def find_article(reader: Reading, named: str) -> str:
    """Return the key of the live article that a key or an address names; BadUse where there is none."""
    kept = reader.article(named)
    if kept is not None:
        if kept.state != "live":
            raise BadUse(f"the article {named!r} is withdrawn already: {kept.reason}")
        return kept.key
    if "://" in named:
        for one in reader.articles():
            if named in (one.article.address, one.article.doc_id):
                return one.key
    raise BadUse(f"the store has no live article {named!r}; give its key, or its address as the store has it")
