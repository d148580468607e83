"""The log of corrections, and what of it is in force.

Comes in: `Correction`s.  Goes out: the log, and `Standing`, an event with all that is in force put on it.  Nothing in
the log is ever changed: an entry is taken back by a later one, which may itself be taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select

from dragoman.errors import BadUse
from dragoman.ontology import Ontology
from dragoman.records import Correction, Event
from dragoman.stores.access import Access, Pen, chunks
from dragoman.stores.correcting import apply_changes
from dragoman.stores.packing import changes_from_text, plain, text_from_changes
from dragoman.stores.schema import CORRECTIONS, EVENTS

SET, RETRACT, CONFIRM, UNDO = ACTIONS = ("set", "retract", "confirm", "undo")
LIVE, RETRACTED = "live", "retracted"


@dataclass(frozen=True, slots=True)
class Standing:
    """An event as it stands once corrections are put on what the coder gave."""

    event: Event
    state: str
    reason: str | None
    is_corrected: bool
    is_confirmed: bool


def stand(event: Event, gone: str | None, entries: Sequence[Correction], ontology: Ontology) -> Standing:
    """Return how an event stands; `gone` says why the coder or its article took it back, None while it is told."""
    for entry in entries:
        if entry.action == SET:
            event = apply_changes(event, entry.changes, ontology, is_strict=False)
    retractions = [entry for entry in entries if entry.action == RETRACT]
    reason = gone
    if reason is None and retractions:
        reason = f"correction: {retractions[-1].why}"
    return Standing(
        event=event,
        state=LIVE if reason is None else RETRACTED,
        reason=reason,
        is_corrected=any(entry.action in (SET, RETRACT) for entry in entries),
        is_confirmed=any(entry.action == CONFIRM for entry in entries),
    )


def entries_in_force(entries: Sequence[Correction]) -> list[Correction]:
    """Return the entries that hold, oldest first; undoing entries are none of them."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.action == UNDO and entry.undoes is not None and entry.number not in undone:
            undone.add(entry.undoes)
    return [entry for entry in entries if entry.action != UNDO and entry.number not in undone]


def in_force(access: Access, keys: Sequence[str]) -> Mapping[str, list[Correction]]:
    """Return the entries that hold for each of these events that has any."""
    logged: dict[str, list[Correction]] = {}
    for chunk in chunks(keys):
        for row in access.rows(_log().where(CORRECTIONS.c.key.in_(chunk))):
            logged.setdefault(row.key, []).append(_entry(row))
    return {key: entries_in_force(entries) for key, entries in logged.items()}


def corrections(access: Access, key: str | None) -> tuple[Correction, ...]:
    """Return the log, oldest first, orphans marked."""
    query = _log() if key is None else _log().where(CORRECTIONS.c.key == key)
    return tuple(map(_entry, access.rows(query)))


def add_entry(pen: Pen, correction: Correction, event: Event) -> int:
    """Add an entry to the log; BadUse where it cannot be."""
    if correction.action not in ACTIONS:
        raise BadUse(f"no action {correction.action!r}; a correction is one of {', '.join(ACTIONS)}")
    if not correction.who.strip():
        raise BadUse("a correction says who makes it; give a name")
    entries = corrections(pen.access, correction.key)
    if correction.action == UNDO:
        _check_undo(correction, entries)
    if correction.action == SET:
        _check_set(correction, entries, event, pen.ontology)
    number = pen.number(CORRECTIONS)
    row = {
        "number": number,
        "key": correction.key,
        "action": correction.action,
        "who": plain(correction.who),
        "why": plain(correction.why),
        "at": correction.at,
        "changes": text_from_changes(correction.changes),
        "undoes": correction.undoes,
    }
    pen.access.insert(CORRECTIONS, [row])
    return number


def _check_undo(correction: Correction, entries: Sequence[Correction]) -> None:
    if correction.undoes not in [entry.number for entry in entries]:
        numbers = ", ".join(str(entry.number) for entry in entries) or "none"
        raise BadUse(f"event {correction.key} has no entry {correction.undoes} to undo; its entries are {numbers}")


def _check_set(correction: Correction, entries: Sequence[Correction], event: Event, ontology: Ontology) -> None:
    if not correction.changes:
        raise BadUse("a correction that sets something says what: field and value")
    standing = stand(event, None, entries_in_force(entries), ontology)
    apply_changes(standing.event, correction.changes, ontology, is_strict=True)


def _log() -> Select[Any]:
    # Entries on events that are gone are shown as orphans; those of an event that came back stand on it again.
    return (
        select(CORRECTIONS, EVENTS.c.key.label("event_key"), EVENTS.c.gone)
        .outerjoin(EVENTS, EVENTS.c.key == CORRECTIONS.c.key)
        .order_by(CORRECTIONS.c.number)
    )


def _entry(row: Row[Any]) -> Correction:
    return Correction(
        number=row.number,
        key=row.key,
        action=row.action,
        who=row.who,
        why=row.why,
        at=row.at,
        changes=changes_from_text(row.changes),
        undoes=row.undoes,
        is_orphan=row.event_key is None or row.gone is not None,
    )
