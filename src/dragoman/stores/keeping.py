"""What the coder gave of an article → events by key, with versions, sides, sentences and entities.

Comes in: the events of an article and the keys that are looked at.  Goes out: the keys of those that are new, changed
or gone.  An event is told from another by key, what it says by its version: the same version is confirmed without a
trace, a changed one closes the old version, one that is no longer told is retracted, and may come back.
"""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, select, update

from dragoman.records import Correction, Event
from dragoman.stores.access import Access, Pen, chunks
from dragoman.stores.backend import SENTENCE_WORDS
from dragoman.stores.entities import SideRow, count_entities, sides_of
from dragoman.stores.folding import fold_text
from dragoman.stores.log import LIVE, Standing, in_force, stand
from dragoman.stores.packing import pack_record, plain, plain_or_none, text_from_record, unpack_record
from dragoman.stores.schema import EVENT_SIDES, EVENT_VERSIONS, EVENTS, SENTENCES

CHANGED = "changed"
_SEEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where events were read: the article, which run, and the listed headline of each that stands in one, by key."""

    article: str
    run: int
    sightings: Mapping[str, str]


def events_where(access: Access, condition: ColumnElement[bool]) -> list[Row[Any]]:
    """Return the rows of events, as `settle` and `retract` take them."""
    return list(access.rows(select(EVENTS).where(condition)))


def settle(pen: Pen, place: Place, events: Sequence[Event], before: Sequence[Row[Any]], gone: str) -> list[str]:
    """Set the events `before` to those that are told now; return the keys of all that is new, changed or gone.

    `gone` is why those that are no longer told are retracted.
    """
    told = {event.key: event for event in reversed(events)}
    known = {row.key: row for row in before}
    strange = _elsewhere(pen.access, [key for key in told if key not in known])
    new = [event for key, event in reversed(told.items()) if key not in known and key not in strange]
    again = [(row, told[row.key]) for row in before if row.key in told]
    changed = [(row, event) for row, event in again if row.gone is not None or row.version != event.id]
    missing = [row for row in before if row.gone is None and row.key not in told]
    _add(pen, place, new)
    _move(pen, [(row, event) for row, event in again if row.gone is None and row.version == event.id])
    _change(pen, place, changed)
    retract(pen, missing, reason=gone, run=place.run)
    return [*(event.key for event in new), *(row.key for row, _ in changed), *(row.key for row in missing)]


def retract(pen: Pen, rows: Sequence[Row[Any]], *, reason: str, run: int) -> list[str]:
    """Retract events that are still told; return their keys."""
    told = [row for row in rows if row.gone is None]
    _close_versions(pen.access, told, end=reason, run=run)
    live = [row.number for row in told if row.state == LIVE]
    count_entities(pen, _sides_in_store(pen.access, live), by=-1)
    changes = [{"row": row.number, "gone": reason, "state": "retracted", "reason": reason} for row in told]
    pen.access.change(update(EVENTS).where(EVENTS.c.number == bindparam("row")), changes)
    return [row.key for row in told]


def refresh(pen: Pen, key: str) -> None:
    """Put the corrections that are in force now on an event."""
    row = pen.access.first(select(EVENTS).where(EVENTS.c.key == key))
    if row is not None:
        entries = in_force(pen.access, [key])
        standing = stand(coded_event(pen.access, row), row.gone, entries.get(key, ()), pen.ontology)
        _rewrite(pen, row, standing, {})


def coded_event(access: Access, row: Row[Any]) -> Event:
    """Return an event as the coder gave it last."""
    newest = select(EVENT_VERSIONS.c.record).where(
        EVENT_VERSIONS.c.event == row.key, EVENT_VERSIONS.c.number == row.versions
    )
    return unpack_record(Event, access.rows(newest)[0].record)


def seen_of(event: Event) -> str:
    """Return when an event was published, to the minute as told and without the zone; "" where nobody knows."""
    match = _SEEN.match(event.cite_info.published or "")
    return match.group().replace(" ", "T") if match else ""


def _elsewhere(access: Access, keys: Sequence[str]) -> set[str]:
    """Return the keys that stand in the store already; those of new events do only where another article told them."""
    found: set[str] = set()
    for chunk in chunks(keys):
        found.update(row.key for row in access.rows(select(EVENTS.c.key).where(EVENTS.c.key.in_(chunk))))
    return found


def _add(pen: Pen, place: Place, events: Sequence[Event]) -> None:
    if not events:
        return
    sentences = _sentence_numbers(pen, place.article, [event.text for event in events])
    entries = in_force(pen.access, [event.key for event in events])
    rows = []
    sides: list[SideRow] = []
    live: list[SideRow] = []
    for event in events:
        standing = _stand(pen, event, entries)
        number = pen.number(EVENTS)
        row = {"number": number, "key": event.key, "article": place.article, "versions": 1, "version": event.id}
        rows.append(
            row
            | {"sighting": place.sightings.get(event.key), "sentence": sentences[plain(event.text)], "gone": None}
            | _columns(standing)
        )
        found = sides_of(number, standing.event, place.article)
        sides += found
        live += found if standing.state == LIVE else []
    pen.access.insert(EVENTS, rows)
    pen.access.insert(EVENT_VERSIONS, [_version(event, 1, place.run) for event in events])
    pen.access.insert(EVENT_SIDES, [side.row for side in sides])
    count_entities(pen, live, by=1)


def _move(pen: Pen, confirmed: Sequence[tuple[Row[Any], Event]]) -> None:
    """Note where the same version stands now: what stands before it in the article may have grown or shrunk."""
    newest = select(EVENT_VERSIONS.c.event, EVENT_VERSIONS.c.number, EVENT_VERSIONS.c.record)
    told = {row.key: (row, event) for row, event in confirmed}
    for chunk in chunks(told):
        for version in pen.access.rows(newest.where(EVENT_VERSIONS.c.event.in_(chunk))):
            row, event = told[version.event]
            if version.number != row.versions or version.record == pack_record(event):
                continue
            before = unpack_record(Event, version.record)
            if before.text_info != event.text_info:
                moved = dataclasses.replace(before, text_info=event.text_info)
                is_it = (EVENT_VERSIONS.c.event == row.key) & (EVENT_VERSIONS.c.number == row.versions)
                pen.access.change(update(EVENT_VERSIONS).where(is_it).values(record=pack_record(moved)))
                refresh(pen, row.key)


def _change(pen: Pen, place: Place, changed: Sequence[tuple[Row[Any], Event]]) -> None:
    if not changed:
        return
    access = pen.access
    _close_versions(access, [row for row, _ in changed if row.gone is None], end=CHANGED, run=place.run)
    access.insert(EVENT_VERSIONS, [_version(event, row.versions + 1, place.run) for row, event in changed])
    entries = in_force(access, [row.key for row, _ in changed])
    for row, event in changed:
        sentence = _sentence_numbers(pen, row.article, [event.text])[plain(event.text)]
        told = {"version": event.id, "versions": row.versions + 1, "gone": None, "sentence": sentence}
        _rewrite(pen, row, _stand(pen, event, entries), told)


def _stand(pen: Pen, event: Event, entries: Mapping[str, list[Correction]]) -> Standing:
    if event.key not in entries:
        return Standing(event, LIVE, None, is_corrected=False, is_confirmed=False)
    return stand(event, None, entries[event.key], pen.ontology)


def _rewrite(pen: Pen, row: Row[Any], standing: Standing, told: Mapping[str, object]) -> None:
    """Write a known event's row and sides anew."""
    access = pen.access
    if row.state == LIVE:
        count_entities(pen, _sides_in_store(access, [row.number]), by=-1)
    sides = sides_of(row.number, standing.event, row.article)
    access.change(update(EVENTS).where(EVENTS.c.number == row.number).values({**_columns(standing), **told}))
    access.change(delete(EVENT_SIDES).where(EVENT_SIDES.c.owner == row.number))
    access.insert(EVENT_SIDES, [side.row for side in sides])
    if standing.state == LIVE:
        count_entities(pen, sides, by=1)


def _columns(standing: Standing) -> dict[str, object]:
    event = standing.event
    return {
        "state": standing.state,
        "reason": plain_or_none(standing.reason),
        "corrected": standing.is_corrected,
        "confirmed": standing.is_confirmed,
        "event": plain(event.event[0]) if event.event else "",
        "quad": event.quad_code,
        "status": plain(event.status),
        "section": plain(event.cite_info.section),
        "genre": plain_or_none(event.cite_info.genre),
        "outlet": plain_or_none(event.cite_info.publication),
        "country": plain_or_none(event.event_loc.country) if event.event_loc else None,
        "claim": event.attribution is not None,
        "confidence": event.confidence,
        "date": plain_or_none(event.date),
        "enddate": plain_or_none(event.enddate),
        "seen": seen_of(event),
        "record": text_from_record(event),
    }


def _version(event: Event, number: int, run: int) -> dict[str, object]:
    return {
        "event": event.key,
        "number": number,
        "version": event.id,
        "since_run": run,
        "until_run": None,
        "end": None,
        "record": pack_record(event),
    }


def _close_versions(access: Access, rows: Sequence[Row[Any]], *, end: str, run: int) -> None:
    statement = update(EVENT_VERSIONS).where(
        EVENT_VERSIONS.c.event == bindparam("of_event"), EVENT_VERSIONS.c.number == bindparam("of_number")
    )
    closed = [{"of_event": row.key, "of_number": row.versions, "until_run": run, "end": plain(end)} for row in rows]
    access.change(statement, closed)


def _sentence_numbers(pen: Pen, article: str, texts: Sequence[str]) -> dict[str, int]:
    """Return the numbers of an article's sentences, and keep those that are new."""
    rows = pen.access.rows(select(SENTENCES.c.number, SENTENCES.c.text).where(SENTENCES.c.article == article))
    numbers: dict[str, int] = {row.text: row.number for row in rows}
    new = []
    for text in dict.fromkeys(map(plain, texts)):
        if text not in numbers:
            numbers[text] = pen.number(SENTENCES)
            new.append({"number": numbers[text], "article": article, "text": text})
    pen.access.insert(SENTENCES, new)
    words = [(numbers[str(row["text"])], fold_text(str(row["text"]))) for row in new]
    pen.access.backend.index_words(pen.access.connection, SENTENCE_WORDS, words)
    return numbers


def _sides_in_store(access: Access, numbers: Sequence[int]) -> list[SideRow]:
    """Return the sides of these events as they were counted."""
    sides = []
    query = select(EVENT_SIDES, EVENTS.c.article, EVENTS.c.seen, EVENTS.c.date).join(
        EVENTS, EVENTS.c.number == EVENT_SIDES.c.owner
    )
    for chunk in chunks(numbers):
        for row in access.rows(query.where(EVENT_SIDES.c.owner.in_(chunk), EVENT_SIDES.c.entity.is_not(None))):
            values = {name: getattr(row, name) for name in EVENT_SIDES.columns.keys()}  # noqa: SIM118
            sides.append(SideRow(values, row.article, row.seen[:10] or row.date))
    return sides
