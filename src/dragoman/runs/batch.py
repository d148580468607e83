"""Many documents, in this process or in several: the only room where one document's failure is caught whole.

Comes in: documents in order, or articles that were read before.  Goes out: a `CodedArticle` or `Rejection` for each,
in the same order.
To run somewhere else (a cluster), map `code_document` over the documents there.
"""

import functools
import itertools
import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from dragoman.errors import BadUse, DragomanError
from dragoman.records import Article, CodedArticle, Rejection, SourceDocument
from dragoman.runs.coding import Stages, code_article, load_stages
from dragoman.runs.forms import Outcome
from dragoman.runs.reading import read_document
from dragoman.runs.settings import Settings

CHUNK = 8  # documents handed to a worker at once: enough to hide the hand-over, few enough to keep all busy
CHUNKS_AHEAD = 2  # chunks waiting per worker; with CHUNK it bounds how many documents are held in memory

Result = TypeVar("Result")
Opened = SourceDocument | Article | Rejection
logger = logging.getLogger(__name__)


def shared_stages(actors: tuple[str, ...] = ()) -> Stages:
    """Return this process's stages with these lists of actors, loaded on the first call."""
    return _loaded_stages(actors)


@functools.cache
def _loaded_stages(actors: tuple[str, ...]) -> Stages:
    return load_stages([Path(path) for path in actors])


def code_documents(documents: Iterable[Opened], settings: Settings, *, workers: int = 1) -> Iterator[Outcome]:
    """Yield each document's outcome in the order of the documents, coded by this many processes."""
    if workers < 1:
        raise BadUse(f"--workers is a number of processes of at least 1, not {workers}")
    if workers == 1:
        return (code_document(document, shared_stages(settings.actors), settings) for document in documents)
    return _code_in_pool(documents, settings, workers)


def code_document(document: Opened, stages: Stages, settings: Settings) -> Outcome:
    """Return what became of one document; whatever goes wrong in it ends as its `Rejection`."""
    if isinstance(document, Rejection):
        return document
    if isinstance(document, Article):
        return code_safely(document, stages)
    read = _guarded("articles", document.doc_id, lambda: read_document(document, settings))
    return read if isinstance(read, Rejection) else code_safely(read, stages)


def code_safely(article: Article, stages: Stages) -> Outcome:
    """Return the coded article, or a `Rejection` where the coder itself failed on it."""
    return _guarded("events", article.doc_id, lambda: code_article(article, stages))


def _guarded(stage: str, doc_id: str, work: Callable[[], Result]) -> Result | Rejection:
    try:
        return work()
    except DragomanError:
        raise
    except Exception as problem:  # one hostile page must not end a run of a million
        logger.debug("%s failed in %s", doc_id, stage, exc_info=True)
        return Rejection(doc_id, stage, "internal error", f"{type(problem).__name__}: {problem}"[:300])


def _code_in_pool(documents: Iterable[Opened], settings: Settings, workers: int) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")  # forking a process that has threads can hang
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker)
    try:
        for future in _in_order(pool, _chunks(documents), settings, ahead=workers * CHUNKS_AHEAD):
            yield from future.result()
    except BrokenProcessPool as problem:
        advice = "it may have run out of memory; try fewer --workers"
        raise DragomanError(f"a worker process ended before its work was done: {advice}") from problem
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterable[tuple[Opened, ...]], settings: Settings, *, ahead: int
) -> Iterator[Future[list[Outcome]]]:
    waiting: deque[Future[list[Outcome]]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(_code_chunk, chunk, settings))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


def _chunks(documents: Iterable[Opened]) -> Iterator[tuple[Opened, ...]]:
    left = iter(documents)
    while chunk := tuple(itertools.islice(left, CHUNK)):
        yield chunk


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the door answers Ctrl-C for all its workers


def _code_chunk(chunk: tuple[Opened, ...], settings: Settings) -> list[Outcome]:
    return [_slim(code_document(document, shared_stages(settings.actors), settings)) for document in chunk]


def _slim(outcome: Outcome) -> Outcome:
    """Drop the steps, which no batch writes and which cost more to send than the events."""
    return CodedArticle(outcome.article, outcome.events) if isinstance(outcome, CodedArticle) else outcome
