"""A page saved as plain text, menus and lists included, to an Article.

In: the text, the document it came from, the limits.  Out: an `Article` without its language, or a `Rejection`.
`plain_lines` cuts the page into the article's own lines and the lists of headlines, `plain_head` reads what stands
above the body; running text and the subheadings inside it are the body; what follows its last line is dropped.
"""

from dragoman.articles.canonical import bare, count_words, fold_or_none
from dragoman.articles.furniture import is_furniture, is_prose
from dragoman.articles.genre import judge_genre
from dragoman.articles.limits import ArticleLimits
from dragoman.articles.plain_head import Head, part_head, without_menus
from dragoman.articles.plain_lines import cut_stretches
from dragoman.articles.plain_lists import read_headlines
from dragoman.records import Article, ListedHeadline, Rejection, SourceDocument

Lists = dict[str, tuple[ListedHeadline, ...]]


def read_plain_page(document: SourceDocument, text: str, limits: ArticleLimits) -> Article | Rejection:
    """Return the article on a page saved as plain text, or why there is none."""
    own, *lists = cut_stretches(text)
    head, rest = part_head(own.lines)
    paragraphs = _read_body([line.text for line in rest], head)
    words = sum(map(count_words, paragraphs))
    if not words:
        return Rejection(document.doc_id, "articles", "no article", "the page shows no running text")
    if words < limits.min_words:
        detail = f"the text has {words} words; at least {limits.min_words} are asked for (min_words)"
        return Rejection(document.doc_id, "articles", "too short", detail)
    found: Lists = {"related": (), "latest": ()}
    for stretch in lists:
        found[stretch.kind] += read_headlines(stretch.lines)
    return _article(document, head, paragraphs, found)


def _read_body(texts: list[str], head: Head) -> tuple[str, ...]:
    said = {bare(line) for line in (head.title, head.deck) if line}
    lines = [line for line in without_menus(texts) if not is_furniture(line) and bare(line) not in said]
    last = max((number for number, line in enumerate(lines) if is_prose(line)), default=-1)
    return tuple(lines[: last + 1])


def _article(document: SourceDocument, head: Head, paragraphs: tuple[str, ...], lists: Lists) -> Article:
    given = document.given
    title, section = head.title or fold_or_none(given.title), head.section or fold_or_none(given.section)
    return Article(
        doc_id=document.doc_id,
        title=title,
        deck=head.deck or fold_or_none(given.deck),
        section=section,
        genre=judge_genre((), section, document.address, title),
        author=head.author or fold_or_none(given.author),
        published=head.published or given.published,
        language=given.language,
        outlet=head.outlet or fold_or_none(given.outlet),
        address=document.address,
        paragraphs=paragraphs,
        related=lists["related"],
        latest=lists["latest"],
    )
