"""Articles and their revisions.

Comes in: an `Article` with its key.  Goes out: `KeptArticle`.  The newest body stands in the index of words; every
body stays whole, compressed, under its revision.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row, Select, select, update

from dragoman.records import GAP, Article, KeptArticle, KeptDocument, digest, normalise, reporter_of
from dragoman.stores.access import Access, Pen
from dragoman.stores.backend import ARTICLE_WORDS
from dragoman.stores.folding import fold_text
from dragoman.stores.packing import pack_record, plain, plain_or_none, unpack_record
from dragoman.stores.schema import ARTICLES, REVISIONS

LIVE, WITHDRAWN = "live", "withdrawn"


def heading_of(outlet: str | None, title: str | None) -> str | None:
    """Return under what a listed headline and the article behind it meet: outlet and normalised title."""
    words = normalise(title or "")
    return digest("heading", normalise(outlet or ""), words) if words else None


def body_of(article: Article) -> str:
    """Return what tells one body of an article from another; listed headlines change and are none of it."""
    return digest("revision", article.title or "", article.deck or "", *article.paragraphs)


def searched_text(article: Article) -> str:
    """Return the text that is searched: title, deck and paragraphs, as the canonical text begins."""
    return GAP.join(part for part in (article.title, article.deck, *article.paragraphs) if part)


def row_of(access: Access, key: str) -> Row[Any] | None:
    """Return an article's row."""
    return access.first(select(ARTICLES).where(ARTICLES.c.key == key))


def article(access: Access, key: str, revision: int | None) -> KeptArticle | None:
    """Return an article, its newest body or the given revision."""
    query = _query().where(ARTICLES.c.key == key)
    if revision is None:
        query = query.where(REVISIONS.c.revision == ARTICLES.c.revision)
    else:
        query = query.where(REVISIONS.c.revision == revision)
    row = access.first(query)
    return _kept(row) if row else None


def articles(access: Access, since: str | None, until: str | None) -> Iterator[KeptArticle]:
    """Yield live articles by day of publication, then key; those without a day last."""
    newest = _query().where(REVISIONS.c.revision == ARTICLES.c.revision, ARTICLES.c.state == LIVE)
    dated = newest.where(ARTICLES.c.day.is_not(None)).order_by(ARTICLES.c.day, ARTICLES.c.key)
    if since is not None:
        dated = dated.where(ARTICLES.c.day >= since)
    if until is not None:
        dated = dated.where(ARTICLES.c.day <= until)
    yield from map(_kept, access.stream(dated))
    if since is None and until is None:
        yield from map(_kept, access.stream(newest.where(ARTICLES.c.day.is_(None)).order_by(ARTICLES.c.key)))


def add_article(pen: Pen, key: str, article: Article, document: KeptDocument, *, run: int, credit: str | None) -> None:
    """Keep an article that was not known, without its body."""
    number = pen.number(ARTICLES)
    row = {
        "number": number,
        "key": key,
        **_columns(article, document, credit=credit),
        "state": LIVE,
        "reason": None,
        "revision": 1,
        "reporter": plain(reporter_of(credit, article.outlet, key)),
        "copy_of": None,
        "first_run": run,
    }
    pen.access.insert(ARTICLES, [row])
    pen.access.backend.index_words(pen.access.connection, ARTICLE_WORDS, [(number, fold_text(searched_text(article)))])


def change_article(access: Access, row: Row[Any], article: Article, document: KeptDocument, credit: str | None) -> None:
    """Give a known article the fields and words of a new revision, without its body."""
    changed = {**_columns(article, document, credit=credit), "revision": row.revision + 1}
    if row.copy_of is None or credit:
        changed["reporter"] = plain(reporter_of(credit, article.outlet, row.key))
    before = body(access, row.key, row.revision)
    connection, backend = access.connection, access.backend
    if before is not None:
        backend.drop_words(connection, ARTICLE_WORDS, row.number, fold_text(searched_text(before)))
    access.change(update(ARTICLES).where(ARTICLES.c.number == row.number).values(changed))
    backend.index_words(connection, ARTICLE_WORDS, [(row.number, fold_text(searched_text(article)))])


def add_revision(access: Access, key: str, article: Article, document: str, *, revision: int, run: int) -> None:
    """Keep a body of an article."""
    row = {
        "article": key,
        "revision": revision,
        "body": body_of(article),
        "document": document,
        "run": run,
        "record": pack_record(article),
    }
    access.insert(REVISIONS, [row])


def has_body(access: Access, key: str, article: Article) -> bool:
    """Say whether an article was met with this body before."""
    query = select(REVISIONS.c.revision).where(REVISIONS.c.article == key, REVISIONS.c.body == body_of(article))
    return access.first(query) is not None


def body(access: Access, key: str, revision: int) -> Article | None:
    """Return one body of an article."""
    query = select(REVISIONS.c.record).where(REVISIONS.c.article == key, REVISIONS.c.revision == revision)
    row = access.first(query)
    return unpack_record(Article, row.record) if row else None


def _query() -> Select[Any]:
    return select(ARTICLES, REVISIONS.c.revision.label("this_revision"), REVISIONS.c.record).join(
        REVISIONS, REVISIONS.c.article == ARTICLES.c.key
    )


def _kept(row: Row[Any]) -> KeptArticle:
    return KeptArticle(
        key=row.key,
        article=unpack_record(Article, row.record),
        revision=row.this_revision,
        revisions=row.revision,
        state=row.state,
        reason=row.reason,
        reporter=row.reporter,
        copy_of=row.copy_of,
        first_run=row.first_run,
        fetched=row.fetched,
    )


def _columns(article: Article, document: KeptDocument, *, credit: str | None) -> Mapping[str, object]:
    return {
        "heading": heading_of(article.outlet, article.title),
        "outlet": plain_or_none(article.outlet),
        "title": plain_or_none(article.title),
        "published": plain_or_none(article.published),
        "day": plain_or_none(article.day),
        "language": plain_or_none(article.language),
        "genre": plain_or_none(article.genre),
        "section": plain_or_none(article.section),
        "author": plain_or_none(article.author),
        "address": plain_or_none(article.address),
        "credit": plain_or_none(credit),
        "fetched": document.fetched,
    }
