"""Articles that copy others: MinHash signatures, the bands that find them, and who answers for a copied text.

Comes in: a signature with its bands.  Goes out: articles that share a band.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select, update

from dragoman.errors import BadUse
from dragoman.records import reporter_of
from dragoman.stores.access import Access, Pen, chunks
from dragoman.stores.articles import row_of
from dragoman.stores.packing import plain
from dragoman.stores.schema import ARTICLES, BANDS, SIGNATURES


def near_copies(access: Access, bands: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """Return key and signature of the articles that share any of these bands, in the order of their keys."""
    found: dict[str, bytes] = {}
    for chunk in chunks(dict.fromkeys(bands)):
        sharing = select(BANDS.c.article).where(BANDS.c.band.in_(chunk))
        for row in access.rows(select(SIGNATURES).where(SIGNATURES.c.article.in_(sharing))):
            found[row.article] = bytes(row.signature)
    return tuple((key, found[key]) for key in sorted(found))


def save_copy(pen: Pen, article: str, bands: Sequence[str], signature: bytes, copy_of: str | None) -> None:
    """Keep an article's signature with its bands, and the article that it copies; BadUse for an unknown one."""
    access = pen.access
    row = row_of(access, article)
    first = row_of(access, copy_of) if copy_of is not None else None
    if row is None or (copy_of is not None and first is None):
        raise BadUse(f"the store has no article {article if row is None else copy_of!r}; save it first")
    access.change(delete(SIGNATURES).where(SIGNATURES.c.article == article))
    access.change(delete(BANDS).where(BANDS.c.article == article))
    access.insert(SIGNATURES, [{"article": article, "signature": signature}])
    access.insert(BANDS, [{"band": band, "article": article} for band in dict.fromkeys(bands)])
    reporter = plain(reporter_of(row.credit, row.outlet, article))
    if first is not None and not row.credit:
        reporter = first.reporter
    changed = {"copy_of": copy_of, "reporter": reporter}
    access.change(update(ARTICLES).where(ARTICLES.c.key == article).values(changed))
    copies = (ARTICLES.c.copy_of == article) & ARTICLES.c.credit.is_(None)
    access.change(update(ARTICLES).where(copies).values(reporter=reporter))
