"""Events as they stand: asked for by key, by filter, by version and by run.

Comes in: an `Access` and what is asked.  Goes out: `KeptEvent`, `EventVersion`, `Event`.  A row holds the event with
corrections applied; its versions hold what the coder gave.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select, tuple_

from dragoman.records import Event, EventFilter, EventPage, EventVersion, KeptEvent, Place, reporter_of
from dragoman.stores.access import Access, place_after
from dragoman.stores.filters import event_conditions
from dragoman.stores.packing import record_from_text, unpack_record
from dragoman.stores.schema import ARTICLES, EVENT_VERSIONS, EVENTS, STORY_TELLINGS


def event(access: Access, key: str) -> KeptEvent | None:
    """Return an event as it stands, corrections applied; a retracted one too."""
    row = access.first(_query().where(EVENTS.c.key == key))
    return _kept(row) if row else None


def events(access: Access, wanted: EventFilter, after: str | None, limit: int | None) -> Iterator[KeptEvent]:
    """Yield events, newest publication first."""
    query = _query().where(*event_conditions(wanted, access.backend))
    query = query.order_by(EVENTS.c.seen.desc(), EVENTS.c.number.desc())
    if after is not None:
        place = place_after(access, EVENTS, after, "seen", "event")
        query = query.where(tuple_(EVENTS.c.seen, EVENTS.c.number) < tuple_(*place))
    if limit is not None:
        query = query.limit(limit)
    yield from map(_kept, access.stream(query))


def event_page(access: Access, wanted: EventFilter, after: Place | None, limit: int) -> EventPage:
    """Return some events, newest publication first, and where the rest begins."""
    query = _query().add_columns(EVENTS.c.seen, EVENTS.c.number)
    query = query.where(*event_conditions(wanted, access.backend))
    if after is not None:
        query = query.where(tuple_(EVENTS.c.seen, EVENTS.c.number) < tuple_(after.when, after.number))
    query = query.order_by(EVENTS.c.seen.desc(), EVENTS.c.number.desc()).limit(limit + 1)
    rows = access.rows(query)
    last = rows[limit - 1] if len(rows) > limit else None
    return EventPage(tuple(map(_kept, rows[:limit])), Place(last.seen, last.number) if last else None)


def count_events(access: Access, wanted: EventFilter) -> int:
    """Return how many events the filter takes."""
    query = select(func.count()).select_from(EVENTS).where(*event_conditions(wanted, access.backend))
    return int(access.rows(query)[0][0])


def versions(access: Access, key: str) -> tuple[EventVersion, ...]:
    """Return all versions of an event, oldest first."""
    query = select(EVENT_VERSIONS).where(EVENT_VERSIONS.c.event == key).order_by(EVENT_VERSIONS.c.number)
    return tuple(
        EventVersion(
            key=row.event,
            version=row.version,
            event=unpack_record(Event, row.record),
            since_run=row.since_run,
            until_run=row.until_run,
            end=row.end,
        )
        for row in access.rows(query)
    )


def events_at(access: Access, run: int) -> Iterator[Event]:
    """Yield the events as they stood when a run had ended, as coded, by key."""
    stood = and_(
        EVENT_VERSIONS.c.since_run <= run,
        or_(EVENT_VERSIONS.c.until_run.is_(None), EVENT_VERSIONS.c.until_run > run),
    )
    query = select(EVENT_VERSIONS.c.record).where(stood).order_by(EVENT_VERSIONS.c.event, EVENT_VERSIONS.c.number)
    for row in access.stream(query):
        yield unpack_record(Event, row.record)


def reporter_in(row: Row[Any]) -> str:
    """Return who answers for an event's words: for a listed headline its outlet, not the page that lists it."""
    return row.reporter if row.sighting is None else reporter_of(None, row.outlet, row.article)


def _query() -> Select[Any]:
    return (
        select(
            EVENTS.c.record,
            EVENTS.c.article,
            STORY_TELLINGS.c.story,
            EVENTS.c.state,
            EVENTS.c.reason,
            EVENTS.c.corrected,
            EVENTS.c.confirmed,
            EVENTS.c.versions,
            EVENTS.c.sighting,
            EVENTS.c.outlet,
            ARTICLES.c.reporter,
        )
        .join(ARTICLES, ARTICLES.c.key == EVENTS.c.article)
        .outerjoin(STORY_TELLINGS, STORY_TELLINGS.c.event == EVENTS.c.key)
    )


def _kept(row: Row[Any]) -> KeptEvent:
    return KeptEvent(
        event=record_from_text(Event, row.record),
        article=row.article,
        story=row.story,
        state=row.state,
        reason=row.reason,
        is_corrected=row.corrected,
        is_confirmed=row.confirmed,
        versions=row.versions,
        reporter=reporter_in(row),
    )
