"""The room's door: a document of any form to an article or the reason why there is none.

In: a `SourceDocument` and `ArticleLimits`.  Out: an `Article` in a coded language, or a `Rejection`; never an
exception.  To read one more form, write a reader file for it and name it in `_read_form`.
"""

import dataclasses

from dragoman.articles.charset import decode_document
from dragoman.articles.html_page import read_html_page
from dragoman.articles.language import judge_language, name_language
from dragoman.articles.limits import DEFAULT_LIMITS, ArticleLimits
from dragoman.articles.plain_page import read_plain_page
from dragoman.articles.prose import read_item, read_prose
from dragoman.records import Article, Rejection, SourceDocument


def read_article(document: SourceDocument, limits: ArticleLimits = DEFAULT_LIMITS) -> Article | Rejection:
    """Return the article in `document`, or a rejection that says at which value it failed.

    A text in a language that is not coded is read all the same: its rejection holds the article.
    """
    size = len(document.body)
    if size > limits.max_page_bytes:
        return _reject(
            document,
            "too large",
            f"the document has {size} bytes; at most {limits.max_page_bytes} are read (max_page_bytes)",
        )
    text = decode_document(document)
    if isinstance(text, Rejection):
        return text
    if document.form in ("page", "prose") and len(text) > limits.max_characters:
        return _reject_long(document, len(text), limits)
    article = _read_form(document, text, limits)
    return article if isinstance(article, Rejection) else _judge(document, article, limits)


def _read_form(document: SourceDocument, text: str, limits: ArticleLimits) -> Article | Rejection:
    if document.form == "html":
        return read_html_page(document, text, limits)
    if document.form == "page":
        return read_plain_page(document, text, limits)
    if document.form == "prose":
        return read_prose(document, text)
    if document.form == "item":
        return read_item(document, text)
    return _reject(
        document, "unreadable", f"no reader for the form {document.form!r}; the forms are html, page, prose and item"
    )


def _judge(document: SourceDocument, article: Article, limits: ArticleLimits) -> Article | Rejection:
    if len(article.text) > limits.max_characters:
        return _reject_long(document, len(article.text), limits)
    sample = "\n".join(part for part in (article.title, article.deck, *article.paragraphs) if part)
    language = judge_language(sample, article.language)
    article = dataclasses.replace(article, language=language)
    if language not in limits.languages:
        named = name_language(language) if language else "a language that cannot be told"
        detail = f"the text is in {named}; coded are: {', '.join(limits.languages)}"
        return Rejection(document.doc_id, "articles", "language not coded", detail, article)
    return article


def _reject(document: SourceDocument, reason: str, detail: str) -> Rejection:
    return Rejection(document.doc_id, "articles", reason, detail)


def _reject_long(document: SourceDocument, characters: int, limits: ArticleLimits) -> Rejection:
    detail = f"the text has {characters} characters; at most {limits.max_characters} are read (max_characters)"
    return _reject(document, "too large", detail)
