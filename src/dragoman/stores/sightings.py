"""Headlines that pages list beside their articles: each counted once, and yielding to the article itself.

Comes in: an article with its lists.  Goes out: `Sighting`s, and which of the events in lists are to be kept: those of a
headline's first telling, as long as the article behind it is not in the store.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from dragoman.records import Article, Event, ListedHeadline, Sighting, sighting_key
from dragoman.stores.access import Access, Pen, chunks
from dragoman.stores.articles import heading_of
from dragoman.stores.keeping import events_where, retract
from dragoman.stores.packing import plain, plain_or_none
from dragoman.stores.schema import ARTICLES, EVENTS, SIGHTINGS

LISTS = ("related", "latest")
READ = "read as an article"


@dataclass(frozen=True, slots=True)
class Listing:
    """The headlines that one page lists: `keys` by section and number, of each headline the first place alone."""

    items: Mapping[str, ListedHeadline]
    keys: Mapping[tuple[str, int], str]

    def keys_of_events(self, events: Sequence[Event], wanted: frozenset[str]) -> dict[str, str]:
        """Return, by event, the listed headline that it was read in, for those in `wanted`."""
        places = ((event.key, self.keys.get(_place_of(event))) for event in events if is_listed(event))
        return {event: key for event, key in places if key in wanted}


def is_listed(event: Event) -> bool:
    """Say whether an event was read in a listed headline."""
    return event.cite_info.section in LISTS


def listing_of(article: Article) -> Listing:
    """Return the headlines that an article's page lists."""
    items: dict[str, ListedHeadline] = {}
    keys: dict[tuple[str, int], str] = {}
    for section, listed in zip(LISTS, (article.related, article.latest), strict=True):
        for number, item in enumerate(listed, start=1):
            key = sighting_key(article.outlet, item.title, item.published)
            if key not in items and heading_of(article.outlet, item.title) is not None:
                items[key] = item
                keys[section, number] = key
    return Listing(items, keys)


def see(pen: Pen, page: str, article: Article, listing: Listing, *, seen: str) -> frozenset[str]:
    """Count the headlines that a page lists; return those that are new and not read as articles themselves."""
    access = pen.access
    known: set[str] = set()
    for chunk in chunks(listing.items):
        known.update(row.key for row in access.rows(select(SIGHTINGS.c.key).where(SIGHTINGS.c.key.in_(chunk))))
    again = [{"sighting": key} for key in listing.items if key in known]
    counted = update(SIGHTINGS).where(SIGHTINGS.c.key == bindparam("sighting")).values(seen=SIGHTINGS.c.seen + 1)
    access.change(counted, again)
    new = {key: item for key, item in listing.items.items() if key not in known}
    headings = {key: str(heading_of(article.outlet, item.title)) for key, item in new.items()}
    read = _articles_under(access, list(headings.values()))
    access.insert(
        SIGHTINGS,
        [
            {
                "key": key,
                "heading": headings[key],
                "outlet": plain_or_none(article.outlet),
                "title": plain(item.title),
                "published": plain_or_none(item.published),
                "first_seen": seen,
                "seen": 1,
                "page": page,
                "article": read.get(headings[key]),
            }
            for key, item in new.items()
        ],
    )
    return frozenset(key for key in new if headings[key] not in read)


def own_sightings(access: Access, page: str, listing: Listing) -> frozenset[str]:
    """Return the listed headlines that this page told first and that are not read as articles themselves."""
    found: set[str] = set()
    for chunk in chunks(listing.items):
        query = select(SIGHTINGS.c.key).where(
            SIGHTINGS.c.key.in_(chunk), SIGHTINGS.c.page == page, SIGHTINGS.c.article.is_(None)
        )
        found.update(row.key for row in access.rows(query))
    return frozenset(found)


def yield_to_article(pen: Pen, article: str, heading: str | None, *, run: int) -> list[str]:
    """Give the listed headlines of an article that is kept now to it, and retract the events read in them."""
    if heading is None:
        return []
    listed = (SIGHTINGS.c.heading == heading) & SIGHTINGS.c.article.is_(None)
    keys = [row.key for row in pen.access.rows(select(SIGHTINGS.c.key).where(listed))]
    if not keys:
        return []
    pen.access.change(update(SIGHTINGS).where(listed).values(article=article))
    told = []
    for chunk in chunks(keys):
        told += events_where(pen.access, EVENTS.c.sighting.in_(chunk))
    return retract(pen, told, reason=READ, run=run)


def sightings(access: Access, since: str | None) -> Iterator[Sighting]:
    """Yield listed headlines, newest first."""
    query = select(SIGHTINGS).order_by(SIGHTINGS.c.first_seen.desc(), SIGHTINGS.c.key)
    if since is not None:
        query = query.where(SIGHTINGS.c.first_seen >= since)
    for row in access.stream(query):
        yield Sighting(row.key, row.outlet, row.title, row.published, row.first_seen, row.seen, row.article)


def _place_of(event: Event) -> tuple[str, int]:
    return event.cite_info.section, event.text_info.sequence


def _articles_under(access: Access, headings: Sequence[str]) -> dict[str, str]:
    """Return the first article kept under each of these headings."""
    found: dict[str, str] = {}
    for chunk in chunks(dict.fromkeys(headings)):
        query = select(ARTICLES.c.heading, ARTICLES.c.key).where(ARTICLES.c.heading.in_(chunk))
        for row in access.rows(query.order_by(ARTICLES.c.number)):
            found.setdefault(row.heading, row.key)
    return found
