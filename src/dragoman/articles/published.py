"""When a page was published: the metadata's word, else what a reader sees, else the address.

In: the tree, its JSON-LD, its meta values, its address.  Out: ISO 8601 as far as told, or None.  Dates of creation
and change come last: a page is often changed years after it was published.  To read one more key, add it to
`META_KEYS`.
"""

import re
from collections.abc import Iterator

from htmldate import find_date
from lxml.html import HtmlElement

from dragoman.articles.dates import find_moment, iso_from_text
from dragoman.articles.furniture import is_time_line
from dragoman.articles.linked_data import LinkedData
from dragoman.articles.markup import FOREIGN_FAILURES, lines_of, text_of

PUBLISHED_KEYS = """
    article:published_time article:published og:article:published_time og:published_time datepublished og:pubdate
    pubdate publishdate publish_date publish-date publication_date published_time date.available dc.date.issued
    dcterms.issued dcterms.date dc.date parsely-pub-date sailthru.date content:publishdate
    cxenseparse:recs:publishtime dcsext.articlefirstpublished article.published citation_publication_date date pdate
    release_date displaydate
"""
META_KEYS = tuple(PUBLISHED_KEYS.split())
LATE_KEYS = ("datecreated", "date.created", "article:modified_time", "datemodified", "og:updated_time", "last-modified")
DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|stamp|pub", re.IGNORECASE)
ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)/([01]\d)/([0-3]\d)(?:/|\b)")
LINES_BELOW = 12  # lines below the main heading
NEAR_LINES = 150  # characters: a line that tells when is short


def find_published(root: HtmlElement, data: LinkedData, meta: dict[str, str], address: str | None) -> str | None:
    """Return the time of publication; of two that tell the same day, the one that tells the hour."""
    best: str | None = None
    for number, found in enumerate(_candidates(root, data, meta, address)):
        best = found if best is None or _tells_more(found, best) else best
        if number > 6 or (len(best) > 16 and best[-6:-5] in "+-"):
            break
    return best or _guess(root, address)


def _tells_more(found: str, best: str) -> bool:
    """Say whether `found` is the same time told more finely: the hour beside the day, the zone beside the hour."""
    return len(found) > len(best) and found.startswith(best)


def _candidates(root: HtmlElement, data: LinkedData, meta: dict[str, str], address: str | None) -> Iterator[str]:
    texts: list[str | None] = [data.text("datePublished"), *(meta.get(key) for key in META_KEYS)]
    yield from _isos(texts)
    yield from _isos(
        element.get("datetime") or element.get("content") or text_of(element)
        for element in root.xpath('//*[@itemprop="datePublished"]')
    )
    yield from _isos([data.text("dateCreated")])
    yield from _dates_behind_titles(root, meta)
    yield from _visible_times(root)
    yield from _lines_of_dates(root)
    match = ADDRESS_DAY.search(address or "")
    yield from _isos([f"{match[1]}-{match[2]}-{match[3]}" if match else None])
    yield from _isos([*(meta.get(key) for key in LATE_KEYS), data.text("dateModified")])


def _isos(texts: "list[str | None] | Iterator[str]") -> Iterator[str]:
    for text in texts:
        found = iso_from_text((text or "")[:200])
        if found:
            yield found


def _dates_behind_titles(root: HtmlElement, meta: dict[str, str]) -> Iterator[str]:
    """Yield a date that closes a title ("… | Outlet | 28.04.2023")."""
    for title in (meta.get("og:title", ""), *(text_of(element) for element in list(root.iter("title"))[:1])):
        moment = find_moment(title)
        if (
            moment
            and moment.end >= len(title) - 1
            and moment.start > 10
            and re.search(r"[|–—-]\s*$", title[: moment.start])
        ):
            yield moment.iso


def _visible_times(root: HtmlElement) -> Iterator[str]:
    """Yield the times shown behind the main heading, or anywhere where there is none: <time>, then lines of dates."""
    start = next((element for element in root.iter("h1")), None)
    is_behind = start is None
    for element in root.iter("h1", "time", "span", "p", "div", "li", "small", "em", "b", "td"):
        is_behind = is_behind or element is start
        if not is_behind or len(element) > 5:
            continue
        is_time = element.tag == "time"
        if is_time or DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            text = element.get("datetime") if is_time else None
            shown = text_of(element)
            found = iso_from_text(text) or (iso_from_text(shown) if len(shown) < NEAR_LINES else None)
            if found:
                yield found


def _lines_of_dates(root: HtmlElement) -> Iterator[str]:
    """Yield the times of lines below the main heading that tell a time and nothing else."""
    lines = lines_of(root)
    start = next((number for number, line in enumerate(lines) if line.block.tag == "h1"), 0)
    for line in lines[start : start + LINES_BELOW]:
        moment = find_moment(line.text) if is_time_line(line.text) else None
        if moment:
            yield moment.iso


def _guess(root: HtmlElement, address: str | None) -> str | None:
    """Ask htmldate, which searches the whole page; its answer is a day at best."""
    try:
        found = find_date(root, url=address, extensive_search=True, original_date=True)
    except FOREIGN_FAILURES:
        return None
    return iso_from_text(found)
