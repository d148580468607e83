"""One document's outcome → the store: the way of an article in, out, and in again.

Comes in: a `KeptOutcome`, the events of a recoding, or a withdrawal.  Goes out: the keys of events whose stories
must be looked at anew.  This is the tour of the room's writing: book.py notes the document, articles.py keeps the body,
sightings.py the listed headlines, keeping.py the events.
"""

from collections.abc import Sequence

from sqlalchemy import update

from dragoman.errors import BadUse
from dragoman.records import Article, Event, KeptOutcome, article_key
from dragoman.stores import articles, book, keeping, sightings
from dragoman.stores.access import Pen, chunks
from dragoman.stores.keeping import Place
from dragoman.stores.packing import plain
from dragoman.stores.schema import ARTICLES, EVENTS

CORRECTED, VANISHED = "article corrected", "vanished"


def save_outcome(pen: Pen, outcome: KeptOutcome, *, run: int, raw: bytes | None, raw_until: str | None) -> list[str]:
    """Keep one document's outcome."""
    access, document = pen.access, outcome.document
    if book.is_known(access, document.key):
        return []
    if outcome.rejection is not None or outcome.article is None:
        book.save_document(access, document, None, run=run)
        if outcome.rejection is not None:
            book.save_rejection(pen, document, outcome.rejection, run=run)
        changed: list[str] = []
    else:
        changed = _save_article(pen, outcome, outcome.article, run=run)
    if raw is not None:
        book.save_raw(access, document.key, raw, raw_until)
    return changed


def save_recoded(pen: Pen, key: str, events: Sequence[Event], *, run: int) -> list[str]:
    """Set an article's events to what coding its newest body again gave."""
    access = pen.access
    row = articles.row_of(access, key)
    article = articles.body(access, key, row.revision) if row else None
    if row is None or article is None:
        raise BadUse(f"the store has no article {key!r} whose events could be set")
    if row.state != articles.LIVE:
        return []
    listing = sightings.listing_of(article)
    own = sightings.own_sightings(access, key, listing)
    listed = listing.keys_of_events(events, own)
    before = keeping.events_where(access, (EVENTS.c.article == key) & EVENTS.c.sighting.is_(None))
    for chunk in chunks(own):
        before += keeping.events_where(access, EVENTS.c.sighting.in_(chunk))
    told = [event for event in events if not sightings.is_listed(event) or event.key in listed]
    return keeping.settle(pen, Place(key, run, listed), told, before, VANISHED)


def withdraw(pen: Pen, key: str, *, reason: str, run: int) -> list[str]:
    """Withdraw an article and retract its events; those of the headlines that it lists are not its own and stay."""
    row = articles.row_of(pen.access, key)
    if row is None:
        raise BadUse(f"the store has no article {key!r} to withdraw")
    changed = {"state": articles.WITHDRAWN, "reason": plain(reason)}
    pen.access.change(update(ARTICLES).where(ARTICLES.c.key == key).values(changed))
    told = keeping.events_where(pen.access, (EVENTS.c.article == key) & EVENTS.c.sighting.is_(None))
    return keeping.retract(pen, told, reason=f"article withdrawn: {reason}", run=run)


def _save_article(pen: Pen, outcome: KeptOutcome, article: Article, *, run: int) -> list[str]:
    access, document = pen.access, outcome.document
    key = article_key(article)
    row = articles.row_of(access, key)
    is_new_body = row is None or not articles.has_body(access, key, article)
    if row is None:
        articles.add_article(pen, key, article, document, run=run, credit=outcome.credit)
    elif is_new_body:
        articles.change_article(access, row, article, document, outcome.credit)
    book.save_document(access, document, key, run=run)
    changed: list[str] = []
    if is_new_body:
        revision = 1 if row is None else row.revision + 1
        articles.add_revision(access, key, article, document.key, revision=revision, run=run)
        if row is None:
            heading = articles.heading_of(article.outlet, article.title)
            changed += sightings.yield_to_article(pen, key, heading, run=run)
        if row is None or row.state == articles.LIVE:
            body = [event for event in outcome.events if not sightings.is_listed(event)]
            told = keeping.events_where(access, (EVENTS.c.article == key) & EVENTS.c.sighting.is_(None))
            changed += keeping.settle(pen, Place(key, run, {}), body, told, CORRECTED)
    return [*changed, *_save_listed(pen, key, article, outcome, run=run)]


def _save_listed(pen: Pen, key: str, article: Article, outcome: KeptOutcome, *, run: int) -> list[str]:
    """Count the listed headlines, and keep the events of those that are met for the first time."""
    listing = sightings.listing_of(article)
    if not listing.items:
        return []
    seen = outcome.document.fetched or article.published or ""
    new = sightings.see(pen, key, article, listing, seen=seen)
    listed = listing.keys_of_events(outcome.events, new)
    told = [event for event in outcome.events if event.key in listed]
    return keeping.settle(pen, Place(key, run, listed), told, (), VANISHED)
