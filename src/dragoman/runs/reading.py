"""Inputs → documents → articles.

Comes in: what a user names (files, folders, addresses, `-`) and `Settings`.  Goes out: documents in
order, and each as an `Article` or a `Rejection`.  A new kind of input is added in documents/, not here.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from dragoman.articles import ArticleLimits, read_article
from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Article, Rejection, SourceDocument
from dragoman.runs.settings import Settings


def open_inputs(inputs: Sequence[str], settings: Settings) -> Iterator[SourceDocument | Rejection]:
    """Yield the documents behind these inputs, in order; InputError where an input as a whole cannot be had."""
    return open_documents(inputs, document_settings(settings))


def document_settings(settings: Settings) -> DocumentSettings:
    """Return what of `Settings` concerns the opening of documents."""
    chosen = DocumentSettings(allow_private=settings.allow_private)
    return chosen if settings.max_bytes is None else dataclasses.replace(chosen, max_bytes=settings.max_bytes)


def read_document(document: SourceDocument, settings: Settings) -> Article | Rejection:
    """Return the document's article; one that carries no day of publication takes the day of `settings`."""
    read = read_article(document, _article_limits(settings))
    if isinstance(read, Article):
        return _dated(read, settings.date)
    if read.article is None:
        return read
    return dataclasses.replace(read, article=_dated(read.article, settings.date))


def _article_limits(settings: Settings) -> ArticleLimits:
    return ArticleLimits() if settings.max_bytes is None else ArticleLimits(max_page_bytes=settings.max_bytes)


def _dated(article: Article, day: str | None) -> Article:
    return article if article.published or not day else dataclasses.replace(article, published=day)
