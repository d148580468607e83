"""Lists of other headlines on an HTML page, and everything else of it that points away from the article.

In: the tree.  Out: the related and the latest headlines; what held them is taken out of the tree, so that no
teaser is read as the article's own text.  A list is believed where a heading names it ("Read also", "Most read")
and links follow in the same box.  To know one more heading, add it to `furniture.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from lxml.html import HtmlElement

from dragoman.articles.canonical import bare, count_words
from dragoman.articles.dates import find_moment, iso_from_text
from dragoman.articles.furniture import SENTENCE_END, is_furniture, list_opened_by
from dragoman.articles.markup import HEADINGS, lines_of, text_of
from dragoman.records import ListedHeadline

HEADLINE_WORDS = (5, 40)  # fewest and most words of a link that is a headline
CLIMB = 5  # how many levels above its heading a list's box may begin
PROSE_WORDS = 25  # a paragraph of so many words outside links is the article's, not a list's
MAX_ITEMS = 100
MAX_LISTS = 100  # headings looked at; real pages have under twenty
MAX_BOX = 2_000  # elements; a larger box is a page, not a list
RANK = re.compile(r"^\d{1,2}[.)]?\s+(?=\S)")
# Embedded posts, captions, and boxes for readers: never the outlet's own sentences.
FOREIGN = re.compile(
    r"(^|\s)(twitter-(tweet|video)|instagram-media|fb-post|tiktok-embed|telegram-post|(wp-|img_?-?|image-?_?|photo-?_?|media-?_?)?(caption|cptn)(-?_?text)?"
    r"|[\w-]*__caption|newsletter[\w-]*|social-?share[\w-]*|share-?(bar|buttons|tools)[\w-]*|cookie[\w-]*|comments?(-area|-section|-list)?)(\s|$)",
    re.IGNORECASE,
)
LINK_BOXES = frozenset(("p", "li", "div", "strong", "em", "b", "i", "span", "h2", "h3", "h4", "h5", "h6", "blockquote"))


@dataclass(frozen=True, slots=True)
class Listed:
    """The headlines that a page lists beside its article."""

    related: tuple[ListedHeadline, ...] = ()
    latest: tuple[ListedHeadline, ...] = ()


def take_lists(root: HtmlElement, title: str | None, address: str | None) -> Listed:
    """Take the headline lists out of the tree and return them."""
    found: dict[str, dict[str, ListedHeadline]] = {"related": {}, "latest": {}}
    for leaf, kind in list(islice(_headings(root), MAX_LISTS)):
        box = _box_of(leaf, bare(title or ""))
        if box is None:
            continue
        for item in _items(box, address):
            if bare(item.title) != bare(title or "") and len(found[kind]) < MAX_ITEMS:
                found[kind].setdefault(bare(item.title), item)
        _remove(box)
    return Listed(tuple(found["related"].values()), tuple(found["latest"].values()))


def drop_foreign(root: HtmlElement) -> None:
    """Take embedded posts, captions, and blocks that are nothing but one link out of the tree."""
    paragraphs = sum(1 for _ in root.iter("p"))
    for element in list(root.iter("figcaption", "nav", "div", "p", "span", "blockquote", "section", "aside", "cite")):
        is_foreign = element.tag in ("figcaption", "nav") or FOREIGN.search(element.get("class") or "")
        if is_foreign and not _holds_article(element, paragraphs):
            _remove(element)
    for link in list(root.iter("a")):
        box = _block_of_link(link)
        if box is not None:
            _remove(box)


def count_headline_links(root: HtmlElement) -> int:
    """Return how many headings of the page are links to a story: a section front has many."""
    return sum(
        1 for element in root.iter("h1", "h2", "h3", "h4") if _is_headline(text_of(element)) and _has_link(element)
    )


def _headings(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and 3 < len(element.text) < 80:
            kind = list_opened_by(" ".join(element.text.split()))
            if kind and element.tag not in ("title", "script", "style", "option"):
                yield element, kind


def _box_of(leaf: HtmlElement, title: str) -> HtmlElement | None:
    """Return the smallest box around a heading that holds headline links and none of the article."""
    box = leaf
    for _ in range(CLIMB):
        box = box.getparent()
        if box is None or box.tag in ("body", "html", "main", "article") or _is_large(box):
            return None
        if any(bare(text_of(heading)) == title for heading in box.iter("h1")) or _has_prose_outside_links(box):
            return None
        if any(_is_headline(_title_of_link(link)) for link in box.iter("a")):
            return box
    return None


def _is_large(box: HtmlElement) -> bool:
    return next(islice(box.iter(), MAX_BOX, None), None) is not None


def _has_prose_outside_links(box: HtmlElement) -> bool:
    lines = (line for line in lines_of(box) if line.link_share < 0.5 and count_words(line.text) >= PROSE_WORDS)
    return any(SENTENCE_END.search(line.text) for line in lines)


def _items(box: HtmlElement, address: str | None) -> Iterator[ListedHeadline]:
    links = [(link, title) for link in box.iter("a") if _is_headline(title := _title_of_link(link))]
    is_ranked = len(links) > 2 and all(RANK.match(title) for _, title in links)
    for link, title in links:
        item = next((ancestor for ancestor in link.iterancestors("li", "article", "div")), link)
        shown, closing = _without_closing_time(RANK.sub("", title, count=1) if is_ranked else title)
        if _is_headline(shown):
            yield ListedHeadline(shown, published=_time_of(item) or closing, address=_join(address, link.get("href")))


def _title_of_link(link: HtmlElement) -> str:
    """Return the headline in a link: its heading, or the longest of its lines, without a time behind it."""
    heading = next((element for element in link.iter() if element.tag in HEADINGS), link)
    title = max((line.text for line in lines_of(heading)), key=len, default="")
    for time in heading.iter("time"):
        title = title.removesuffix(text_of(time)).strip()
    return title


def _without_closing_time(title: str) -> tuple[str, str | None]:
    """Return a headline without the date that is printed behind it, and that date."""
    moment = find_moment(title)
    if (
        moment
        and moment.start > 0
        and moment.end == len(title)
        and not title[: moment.start].rstrip().endswith((" of", " on", " since", " in"))
    ):
        return title[: moment.start].rstrip(" |-–—,·"), moment.iso
    return title, None


def _time_of(item: HtmlElement) -> str | None:
    times = [time.get("datetime") or text_of(time) for time in item.iter("time")]
    moments = [moment for moment in map(iso_from_text, times) if moment]
    return moments[0] if len(moments) == 1 else None


def _is_headline(text: str) -> bool:
    return HEADLINE_WORDS[0] <= count_words(text) <= HEADLINE_WORDS[1] and not is_furniture(text)


def _has_link(element: HtmlElement) -> bool:
    return element.find(".//a") is not None or next(element.iterancestors("a"), None) is not None


def _join(address: str | None, target: str | None) -> str | None:
    try:
        joined = urljoin(address or "", (target or "").strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None


def _block_of_link(link: HtmlElement) -> HtmlElement | None:
    """Return the block that says nothing but this link's headline, if there is one."""
    text = text_of(link)
    if not _is_headline(text) or SENTENCE_END.search(text):
        return None
    box = link
    while (
        (parent := box.getparent()) is not None
        and parent.tag in LINK_BOXES
        and len(parent) <= 3
        and text_of(parent) == text
    ):
        box = parent
    return box if box.tag in ("p", "li", "h2", "h3", "h4", "h5", "h6", "div", "blockquote") else None


def _holds_article(element: HtmlElement, paragraphs: int) -> bool:
    """Say whether removing `element` would take the main heading or most of the page's paragraphs."""
    if next(element.iter("h1"), None) is not None:
        return True
    inside = sum(1 for _ in element.iter("p"))
    return inside > 3 and inside * 2 > paragraphs


def _remove(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
