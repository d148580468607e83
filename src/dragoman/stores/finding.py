"""Searches in articles, in sentences that carry events, and in entities met: newest first, with the words' places.

Comes in: what a user typed.  Goes out: `Found`.  The back end's index says which texts may be hits; the texts
themselves say where, and whether they are.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, Select, select

from dragoman.errors import BadUse
from dragoman.records import Article, Found
from dragoman.stores.access import Access, chunks
from dragoman.stores.articles import LIVE, searched_text
from dragoman.stores.asking import Asked, find_hits, read_search
from dragoman.stores.backend import ARTICLE_WORDS, ENTITY_WORDS, SENTENCE_WORDS
from dragoman.stores.packing import unpack_record
from dragoman.stores.schema import ARTICLES, ENTITIES, EVENTS, REVISIONS, SENTENCES

Finder = Callable[[Access, Asked], Iterator[Found]]


def search(access: Access, words: str, where: str, limit: int) -> tuple[Found, ...]:
    """Return hits, newest first; BadUse for what is no search."""
    if where not in _FINDERS:
        raise BadUse(f"nothing is searched in {where!r}; search in {', '.join(_FINDERS)}")
    return tuple(islice(_FINDERS[where](access, read_search(words)), limit))


def _find_articles(access: Access, asked: Asked) -> Iterator[Found]:
    query = (
        select(ARTICLES.c.key, ARTICLES.c.title, ARTICLES.c.outlet, ARTICLES.c.published, REVISIONS.c.record)
        .join(REVISIONS, (REVISIONS.c.article == ARTICLES.c.key) & (REVISIONS.c.revision == ARTICLES.c.revision))
        .where(ARTICLES.c.number.in_(access.backend.matching(ARTICLE_WORDS, asked)), ARTICLES.c.state == LIVE)
        .order_by(ARTICLES.c.published.is_(None), ARTICLES.c.published.desc(), ARTICLES.c.number.desc())
    )
    for row in access.stream(query):
        text = searched_text(unpack_record(Article, row.record))
        hits = find_hits(asked, text)
        if hits is not None:
            yield Found(row.key, row.title, row.outlet, row.published, text, hits)


def _find_sentences(access: Access, asked: Asked) -> Iterator[Found]:
    seen = select(EVENTS.c.sentence).where(EVENTS.c.state == LIVE).distinct().subquery()
    query = (
        select(SENTENCES.c.number, SENTENCES.c.text, ARTICLES.c.key, ARTICLES.c.title, ARTICLES.c.outlet)
        .add_columns(ARTICLES.c.published)
        .join(ARTICLES, ARTICLES.c.key == SENTENCES.c.article)
        .where(SENTENCES.c.number.in_(access.backend.matching(SENTENCE_WORDS, asked)))
        .where(SENTENCES.c.number.in_(select(seen.c.sentence)))
        .order_by(ARTICLES.c.published.is_(None), ARTICLES.c.published.desc(), SENTENCES.c.number.desc())
    )
    for rows in chunks(access.stream(query)):
        keys = _events_in(access, [row.number for row in rows])
        for row in rows:
            hits = find_hits(asked, row.text)
            if hits is not None:
                yield Found(row.key, row.title, row.outlet, row.published, row.text, hits, keys[row.number])


def _find_entities(access: Access, asked: Asked) -> Iterator[Found]:
    query: Select[Any] = (
        select(ENTITIES)
        .where(ENTITIES.c.number.in_(access.backend.matching(ENTITY_WORDS, asked)), ENTITIES.c.events > 0)
        .order_by(ENTITIES.c.last_day.is_(None), ENTITIES.c.last_day.desc(), ENTITIES.c.number.desc())
    )
    for row in access.stream(query):
        hits = find_hits(asked, row.name)
        if hits is not None:
            yield Found(row.article, _described(row), None, row.last_day, row.name, hits)


def _described(row: Row[Any]) -> str:
    """Return an entity's own id, code and sector, as the line under its name."""
    return " ".join(part for part in (row.entity, row.code, row.sector) if part)


def _events_in(access: Access, sentences: list[int]) -> dict[int, tuple[str, ...]]:
    """Return the keys of the live events in each of these sentences."""
    query = select(EVENTS.c.sentence, EVENTS.c.key).where(EVENTS.c.sentence.in_(sentences), EVENTS.c.state == LIVE)
    keys: dict[int, tuple[str, ...]] = dict.fromkeys(sentences, ())
    for row in access.rows(query.order_by(EVENTS.c.number)):
        keys[row.sentence] = (*keys[row.sentence], row.key)
    return keys


_FINDERS: Mapping[str, Finder] = MappingProxyType(
    {"articles": _find_articles, "sentences": _find_sentences, "entities": _find_entities}
)
