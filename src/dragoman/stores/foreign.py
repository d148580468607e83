"""Events of other coders: kept beside ours, never among them.

Comes in: their events in our record.  Goes out: the same, by date.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from dragoman.records import Event
from dragoman.stores.access import Access, chunks
from dragoman.stores.packing import plain, plain_or_none, record_from_text, text_from_record
from dragoman.stores.schema import FOREIGN_EVENTS

BATCH = 5_000  # events written at once: some 10 MB


def save_foreign(access: Access, coder: str, events: Iterable[Event]) -> int:
    """Keep another coder's events, each id once; return how many were new."""
    new = 0
    for batch in chunks(events, BATCH):
        told = {plain(event.id): event for event in reversed(batch)}
        known = _known(access, coder, list(told))
        rows = [
            {
                "coder": plain(coder),
                "id": key,
                "date": plain_or_none(event.date),
                "record": text_from_record(event),
            }
            for key, event in reversed(told.items())
            if key not in known
        ]
        access.backend.load(access.connection, FOREIGN_EVENTS, rows)
        new += len(rows)
    return new


def foreign_events(access: Access, coder: str, since: str | None, until: str | None) -> Iterator[Event]:
    """Yield the imported events of another coder, by date, those without one last."""
    query = select(FOREIGN_EVENTS.c.record).where(FOREIGN_EVENTS.c.coder == plain(coder))
    dated = query.where(FOREIGN_EVENTS.c.date.is_not(None)).order_by(FOREIGN_EVENTS.c.date, FOREIGN_EVENTS.c.id)
    if since is not None:
        dated = dated.where(FOREIGN_EVENTS.c.date >= since)
    if until is not None:
        dated = dated.where(FOREIGN_EVENTS.c.date <= until)
    queries = [dated]
    if since is None and until is None:
        queries.append(query.where(FOREIGN_EVENTS.c.date.is_(None)).order_by(FOREIGN_EVENTS.c.id))
    for one in queries:
        for row in access.stream(one):
            yield record_from_text(Event, row.record)


def _known(access: Access, coder: str, keys: list[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(keys):
        query = select(FOREIGN_EVENTS.c.id).where(
            FOREIGN_EVENTS.c.coder == plain(coder), FOREIGN_EVENTS.c.id.in_(chunk)
        )
        found.update(row.id for row in access.rows(query))
    return found
