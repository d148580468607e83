"""A news page in HTML to an Article.

In: markup, the document it came from, the limits.  Out: an `Article` without its language, or a `Rejection`.
Metadata is read first; headline lists are then taken out of the tree; what is left is searched for the main text.
"""

import re

from lxml.html import HtmlElement

from dragoman.articles.body import find_body
from dragoman.articles.canonical import bare, count_words, fold_or_none
from dragoman.articles.furniture import SENTENCE_END, is_furniture, is_prose
from dragoman.articles.limits import ArticleLimits
from dragoman.articles.listed import count_headline_links, drop_foreign, take_lists
from dragoman.articles.markup import MAX_TAGS, is_too_deep, lines_of, parse_markup, text_of
from dragoman.articles.metadata import PageFacts, read_facts
from dragoman.records import Article, Rejection, SourceDocument

DECK_CLASS = re.compile(
    r"(^|[\s_-])(deck|dek|stand-?first|sub-?title|sub-?head(line|ing)?|strap-?line|summary|excerpt|intro|lead-?text|article-?lead|lede)([\s_-]|$)",
    re.IGNORECASE,
)
DECK_WORDS = (3, 70)
# A page that calls itself an article may be this much shorter: news flashes are two sentences long.
DECLARED_SHARE = 3
# A front page shows so many headlines as links, and more of them than paragraphs of running text.
FRONT_HEADLINES = 10


def read_html_page(document: SourceDocument, markup: str, limits: ArticleLimits) -> Article | Rejection:
    """Return the article on an HTML page, or why there is none."""
    root = parse_markup(markup) if markup.count("<") <= 2 * MAX_TAGS else None
    if root is None or is_too_deep(root):
        return _reject_markup(document, markup, is_parsed=root is not None)
    facts = read_facts(root, document.address)
    headlines = count_headline_links(root)
    article = _assemble(document, root, facts)
    words = sum(map(count_words, article.paragraphs))
    fewest = limits.min_words // DECLARED_SHARE if facts.is_article else limits.min_words
    if not words:
        broken = _break_of(markup)
        return _reject(document, "truncated" if broken else "no article", broken or "the page shows no running text")
    if not facts.is_article and headlines >= FRONT_HEADLINES and headlines > sum(map(is_prose, article.paragraphs)):
        detail = f"the page is a list of {headlines} linked headlines; give the address of one story"
        return _reject(document, "no article", detail)
    if words < fewest:
        return _reject(
            document, "too short", f"the text has {words} words; at least {fewest} are asked for (min_words)"
        )
    return article


def _reject_markup(document: SourceDocument, markup: str, *, is_parsed: bool) -> Rejection:
    if is_parsed:
        return _reject(document, "unreadable", "elements are nested deeper than any browser shows them")
    if markup.count("<") > 2 * MAX_TAGS:
        return _reject(document, "too large", f"the page has more than {MAX_TAGS} elements; no article needs as many")
    return _reject(document, "no article", "the page is empty")


def _reject(document: SourceDocument, reason: str, detail: str) -> Rejection:
    return Rejection(document.doc_id, "articles", reason, detail)


def _assemble(document: SourceDocument, root: HtmlElement, facts: PageFacts) -> Article:
    given = document.given
    title = facts.title or fold_or_none(given.title)
    shown_deck = _shown_deck(root, title)
    above = [title or "", facts.section or "", *(text_of(heading) for heading in root.iter("h1"))]
    lists = take_lists(root, title, facts.address)
    drop_foreign(root)
    paragraphs = find_body(root, above, facts.article_body)
    deck, paragraphs = _part_deck(shown_deck, facts.descriptions, paragraphs)
    return Article(
        doc_id=document.doc_id,
        title=title,
        deck=deck or fold_or_none(given.deck),
        section=facts.section or fold_or_none(given.section),
        genre=facts.genre,
        author=facts.author or fold_or_none(given.author),
        published=facts.published or given.published,
        language=facts.language or given.language,
        outlet=facts.outlet or fold_or_none(given.outlet),
        address=facts.address,
        paragraphs=paragraphs,
        related=lists.related,
        latest=lists.latest,
    )


def _shown_deck(root: HtmlElement, title: str | None) -> str | None:
    """Return the deck that stands under the main heading, where its class or a second heading names it."""
    start = next(
        (heading for heading in root.iter("h1") if bare(text_of(heading)) == bare(title or "")),
        next(root.iter("h1"), None),
    )
    if start is None:
        return None
    is_behind, seen = False, 0
    for element in root.iter("h1", "h2", "h3", "p", "div", "span", "li"):
        if element is start:
            is_behind = True
            continue
        if not is_behind:
            continue
        seen += 1
        if seen > 40:
            return None
        lines = lines_of(element) if len(element) <= 4 else ()
        text = lines[0].text if len(lines) == 1 and lines[0].link_share < 0.3 else ""
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if ((element.tag == "h2" and seen <= 12) or DECK_CLASS.search(names)) and _is_deck(text, title):
            return text
    return None


def _is_deck(text: str, title: str | None) -> bool:
    return (
        DECK_WORDS[0] < count_words(text) <= DECK_WORDS[1]
        and not is_furniture(text)
        and bare(text) != bare(title or "")
    )


def _part_deck(
    shown: str | None, descriptions: tuple[str, ...], paragraphs: tuple[str, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """Tell the deck from the body: a deck never opens a longer paragraph, and never stands in the body twice."""
    body = {bare(paragraph) for paragraph in paragraphs}
    deck = shown
    if deck is None and paragraphs and len(paragraphs) > 2:
        first = paragraphs[0]
        # A description that stands alone as first line without a sentence's end is a deck that the page shows.
        deck = next((one for one in descriptions if bare(one) == bare(first) and not SENTENCE_END.search(first)), None)
    if deck is None:
        return None, paragraphs
    said = bare(deck)
    if any(said != other and said in other for other in body):
        return None, paragraphs
    rest = tuple(paragraph for paragraph in paragraphs if bare(paragraph) != said)
    return (deck, rest) if rest else (None, paragraphs)


def _break_of(markup: str) -> str | None:
    """Return how the page breaks off before its text, or None where it is whole."""
    lower = markup.lower()
    if "<body" not in lower and ("<head" in lower or "<script" in lower or "<meta" in lower) and "</html" not in lower:
        return "the page breaks off inside its head; fetch it again"
    tail = lower[-200_000:]
    opened = tail.rfind("<script")
    if "</html" not in lower and opened >= 0 and "</script" not in tail[opened:]:
        return "the page breaks off inside a script; fetch it again"
    return None
