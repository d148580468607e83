"""Runs, documents, rejections and raw pages: what came in, when and by what.

Comes in: records, an `Access` or a `Pen`.  Goes out: records.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import delete, func, select, update

from dragoman.errors import BadUse
from dragoman.records import Count, KeptDocument, KeptRejection, Rejection, Run
from dragoman.stores.access import Access, Pen, chunks
from dragoman.stores.packing import (
    changes_from_text,
    counts_from_text,
    pack_bytes,
    plain,
    plain_or_none,
    text_from_changes,
    text_from_counts,
    unpack_bytes,
)
from dragoman.stores.schema import (
    ARTICLES,
    CORRECTIONS,
    DOCUMENTS,
    ENTITIES,
    EVENT_VERSIONS,
    EVENTS,
    FOREIGN_EVENTS,
    RAW_PAGES,
    REJECTIONS,
    REVISIONS,
    RUNS,
    SENTENCES,
    SIGHTINGS,
    STORIES,
)

_COUNTED = {
    "documents": DOCUMENTS,
    "articles": ARTICLES,
    "revisions": REVISIONS,
    "sentences with events": SENTENCES,
    "events": EVENTS,
    "event versions": EVENT_VERSIONS,
    "entities": ENTITIES,
    "stories": STORIES,
    "listed headlines": SIGHTINGS,
    "rejections": REJECTIONS,
    "corrections": CORRECTIONS,
    "raw pages": RAW_PAGES,
    "runs": RUNS,
    "events of other coders": FOREIGN_EVENTS,
}


def known_documents(access: Access, keys: Sequence[str]) -> frozenset[str]:
    """Return which of these document keys were read before."""
    known: set[str] = set()
    for chunk in chunks(dict.fromkeys(keys)):
        known.update(row.key for row in access.rows(select(DOCUMENTS.c.key).where(DOCUMENTS.c.key.in_(chunk))))
    return frozenset(known)


def is_known(access: Access, key: str) -> bool:
    """Say whether a document was read before."""
    return access.first(select(DOCUMENTS.c.key).where(DOCUMENTS.c.key == key)) is not None


def save_document(access: Access, document: KeptDocument, article: str | None, *, run: int) -> None:
    """Note a document that was not known, and the article that was read in it."""
    row = {
        "key": document.key,
        "doc_id": plain(document.doc_id),
        "digest": document.digest,
        "via": document.via,
        "address": plain_or_none(document.address),
        "fetched": document.fetched,
        "article": article,
        "run": run,
    }
    access.insert(DOCUMENTS, [row])


def save_raw(access: Access, document: str, raw: bytes, until: str | None) -> None:
    """Keep the page itself, compressed."""
    access.insert(RAW_PAGES, [{"document": document, "until": until, "page": pack_bytes(raw)}])


def raw_page(access: Access, article: str) -> bytes | None:
    """Return the newest page that an article was read from, where one was kept."""
    query = (
        select(RAW_PAGES.c.page)
        .join(DOCUMENTS, DOCUMENTS.c.key == RAW_PAGES.c.document)
        .where(DOCUMENTS.c.article == article)
        .order_by(DOCUMENTS.c.run.desc(), DOCUMENTS.c.fetched.desc(), DOCUMENTS.c.key)
        .limit(1)
    )
    row = access.first(query)
    return unpack_bytes(row.page) if row else None


def drop_raw(access: Access, today: str) -> int:
    """Forget raw pages whose day is over."""
    return access.change(delete(RAW_PAGES).where(RAW_PAGES.c.until < today))


def save_rejection(pen: Pen, document: KeptDocument, rejection: Rejection, *, run: int) -> None:
    """Note that a document was rejected."""
    row = {
        "number": pen.number(REJECTIONS),
        "document": document.key,
        "doc_id": plain(rejection.doc_id),
        "stage": rejection.stage,
        "reason": plain(rejection.reason),
        "detail": plain(rejection.detail),
        "run": run,
        "address": plain_or_none(document.address),
    }
    pen.access.insert(REJECTIONS, [row])


def rejections(access: Access, run: int | None) -> Iterator[KeptRejection]:
    """Yield rejections, newest run first, each run's in the order in which they came."""
    query = select(REJECTIONS).order_by(REJECTIONS.c.run.desc(), REJECTIONS.c.number)
    if run is not None:
        query = query.where(REJECTIONS.c.run == run)
    for row in access.stream(query):
        yield KeptRejection(row.doc_id, row.stage, row.reason, row.detail, row.run, row.address)


def runs(access: Access) -> tuple[Run, ...]:
    """Return all runs, newest first."""
    return tuple(
        Run(
            number=row.number,
            kind=row.kind,
            started=row.started,
            ended=row.ended,
            state=row.state,
            coder=row.coder,
            parser=row.parser,
            knowledge=row.knowledge,
            settings=changes_from_text(row.settings),
            counts=counts_from_text(row.counts),
        )
        for row in access.rows(select(RUNS).order_by(RUNS.c.number.desc()))
    )


def begin_run(pen: Pen, run: Run) -> int:
    """Note that a run begins, and return its number."""
    number = pen.number(RUNS)
    row = {
        "number": number,
        "kind": run.kind,
        "started": run.started,
        "ended": run.ended,
        "state": run.state,
        "coder": run.coder,
        "parser": run.parser,
        "knowledge": run.knowledge,
        "settings": text_from_changes(run.settings),
        "counts": text_from_counts(run.counts),
    }
    pen.access.insert(RUNS, [row])
    return number


def end_run(access: Access, number: int, *, state: str, ended: str, counts: Sequence[Count]) -> None:
    """Note how a run ended, and when; BadUse where there is no such run."""
    row = {"state": state, "ended": ended, "counts": text_from_counts(counts)}
    if not access.change(update(RUNS).where(RUNS.c.number == number).values(row)):
        raise BadUse(f"there is no run {number} to end")


def counts(access: Access) -> tuple[Count, ...]:
    """Return how much the store holds of each kind of thing."""
    told = [Count(name, access.rows(select(func.count()).select_from(table))[0][0]) for name, table in _COUNTED.items()]
    retracted = select(func.count()).select_from(EVENTS).where(EVENTS.c.state != "live")
    withdrawn = select(func.count()).select_from(ARTICLES).where(ARTICLES.c.state != "live")
    told.append(Count("retracted events", access.rows(retracted)[0][0]))
    told.append(Count("withdrawn articles", access.rows(withdrawn)[0][0]))
    return tuple(told)
