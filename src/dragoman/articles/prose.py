"""Texts that come without furniture: a JSONL line's text, a feed's item.

In: the text (HTML where a feed gave it) and what its container said.  Out: an `Article`, or a `Rejection` where no
word is left.  Neither is ever too short: a headline alone is worth coding.
"""

import re

from dragoman.articles.byline import clean_author
from dragoman.articles.canonical import bare, count_words, fold, fold_or_none
from dragoman.articles.furniture import is_furniture
from dragoman.articles.genre import judge_genre
from dragoman.articles.markup import MAX_TAGS, is_too_deep, lines_of, parse_markup
from dragoman.records import Article, Rejection, SourceDocument

PARAGRAPH = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*|[\u2029\f]\s*")


def read_prose(document: SourceDocument, text: str) -> Article | Rejection:
    """Return the article of a plain text: paragraphs part at blank lines, nothing is dropped."""
    return _article(document, tuple(part for part in map(fold, PARAGRAPH.split(text)) if part))


def read_item(document: SourceDocument, text: str) -> Article | Rejection:
    """Return the article of a feed's item: its summary's paragraphs without calls to read on or the title again."""
    if text.count("<") > 2 * MAX_TAGS:
        detail = f"the item has more than {MAX_TAGS} elements; no summary needs as many"
        return Rejection(document.doc_id, "articles", "too large", detail)
    root = parse_markup(text)
    if root is not None and is_too_deep(root):
        return Rejection(
            document.doc_id, "articles", "unreadable", "elements are nested deeper than any browser shows them"
        )
    lines = [line.text for line in lines_of(root)] if root is not None else []
    title = bare(document.given.title or "")
    return _article(document, tuple(line for line in lines if not is_furniture(line) and bare(line) != title))


def _article(document: SourceDocument, paragraphs: tuple[str, ...]) -> Article | Rejection:
    given = document.given
    title = fold_or_none(given.title)
    if not any(map(count_words, (title or "", *paragraphs))):
        return Rejection(document.doc_id, "articles", "too short", "there is no word in it")
    return Article(
        doc_id=document.doc_id,
        title=title,
        deck=fold_or_none(given.deck),
        section=fold_or_none(given.section),
        genre=judge_genre((), given.section, document.address, title),
        author=clean_author(given.author) if given.author else None,
        published=given.published,
        language=given.language,
        outlet=fold_or_none(given.outlet),
        address=document.address,
        paragraphs=paragraphs,
    )
