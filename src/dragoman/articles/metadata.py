"""What a page says of itself: title, section, author, time, language, outlet, address.

In: the parsed page and its address.  Out: `PageFacts`.  Every fact has a list of places it may stand in, best
first: the page's metadata, then what a reader sees.  The title is the one meant for sharing (og:title), since
outlets keep it clean, with the outlet's own name cut off.  To read one more kind of metadata, add its key to the
list of its fact.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dragoman.articles.byline import clean_author, looks_like_name
from dragoman.articles.canonical import bare, fold_or_none
from dragoman.articles.genre import judge_genre
from dragoman.articles.linked_data import LinkedData, read_linked_data
from dragoman.articles.markup import lines_of, text_from_fragment, text_of
from dragoman.articles.published import find_published
from dragoman.articles.titles import choose_title, outlet_in_title

AUTHOR_KEYS = (
    "author",
    "article:author",
    "byl",
    "byline",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc.creator.name",
    "citation_author",
)
SECTION_KEYS = (
    "article:section",
    "section",
    "articlesection",
    "parsely-section",
    "sailthru.section",
    "category",
    "prism.section",
)
LANGUAGE_KEYS = ("content-language", "inlanguage", "language", "dc.language", "dcterms.language", "og:locale")
OUTLET_KEYS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
DESCRIPTION_KEYS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
AGENCY_NAMES = "AFP|ANI|AP|Associated Press|Bloomberg|DPA|IANS|PTI|Reuters|TASS|TNN|UPI|Xinhua"
AGENCIES = frozenset(AGENCY_NAMES.split("|"))
SECTION_NAMES = """
    africa americas analysis asia business climate culture defence defense diplomacy economy energy europe health
    interview interviews international middle-east middleeast national opinion opinions politics region science
    security society sport sports tech technology uk us world
"""
PLAIN_SECTIONS = frozenset(SECTION_NAMES.split())

Meta = dict[str, str]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page, None where it does not tell them; `descriptions` are candidates for the deck."""

    title: str | None
    descriptions: tuple[str, ...]
    section: str | None
    genre: str | None
    author: str | None
    published: str | None
    language: str | None
    outlet: str | None
    address: str | None
    article_body: str | None
    is_article: bool


def read_facts(root: HtmlElement, address: str | None) -> PageFacts:
    """Return what the page says of itself."""
    meta = _read_meta(root)
    canonical = _canonical_address(root, meta, address)
    data = read_linked_data(root, tuple(one for one in (canonical, address) if one))
    outlet_hint = _first(meta, OUTLET_KEYS)
    names = tuple(one for one in (outlet_hint, *data.names("publisher")) if one)
    title = choose_title(root, meta, data.text("headline"), outlets=(*names, _host(canonical)))
    outlet = outlet_hint or outlet_in_title(root, meta, _host(canonical)) or next(iter(names), None) or _host(canonical)
    section = _section(data, meta, canonical)
    return PageFacts(
        title=title,
        descriptions=_descriptions(data, meta),
        section=section,
        genre=judge_genre(data.kinds, section, canonical, title),
        author=_author(root, data, meta, {bare(name) for name in names}),
        published=find_published(root, data, meta, canonical),
        language=data.text("inLanguage") or root.get("lang") or root.get("xml:lang") or _first(meta, LANGUAGE_KEYS),
        outlet=fold_or_none(outlet),
        address=canonical,
        article_body=data.text("articleBody"),
        is_article=data.is_article or meta.get("og:type", "").lower() in ("article", "news", "newsarticle"),
    )


def _read_meta(root: HtmlElement) -> Meta:
    """Return the first non-empty value of every meta key, keys in lower case."""
    found: Meta = {}
    for element in root.iter("meta"):
        content = fold_or_none(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _first(meta: Meta, keys: Iterable[str]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _descriptions(data: LinkedData, meta: Meta) -> tuple[str, ...]:
    values = [data.text("alternativeHeadline"), data.text("description"), *(meta.get(key) for key in DESCRIPTION_KEYS)]
    texts = [text_from_fragment(value) for value in values if value]
    return tuple(dict.fromkeys(text for text in texts if text))


def _section(data: LinkedData, meta: Meta, address: str | None) -> str | None:
    told = data.text("articleSection") or _first(meta, SECTION_KEYS)
    if told and 2 <= len(told) <= 60 and bare(told) not in ("uncategorized", "home", "article", "story"):
        last = told.strip("/").split("/")[-1] if " " not in told else told
        return fold_or_none(" ".join(dict.fromkeys(last.replace("_", " ").split())) if "_" in last else last)
    parts = urlsplit(address or "").path.lower().strip("/").split("/")
    return next((part for part in parts[:-1] if part in PLAIN_SECTIONS), None)


def _author(root: HtmlElement, data: LinkedData, meta: Meta, outlets: set[str]) -> str | None:
    candidates: list[str] = [", ".join(data.names("author", "creator"))]
    candidates += [meta.get(key, "") for key in AUTHOR_KEYS]
    candidates += list(_visible_authors(root))
    cleaned = [author for author in map(clean_author, candidates) if author]
    return next((author for author in cleaned if bare(author) not in outlets), None)


def _visible_authors(root: HtmlElement) -> Iterator[str]:
    for element in root.xpath('//*[@rel="author" or @itemprop="author"]')[:5]:
        yield _first_line(element)
    byline = re.compile(r"(^|[\s_-])(byline|author(-?name)?|writer)([\s_-]|$)", re.IGNORECASE)
    for element in root.iter("span", "p", "div", "a", "address"):
        if byline.search(element.get("class") or "") and len(text_of(element)) < 160:
            names = clean_author(_first_line(element)) or ""
            if all(looks_like_name(name) or name in AGENCIES for name in re.split(r",\s*|\s+(?:and|&)\s+", names)):
                yield names


def _first_line(element: HtmlElement) -> str:
    """Return the names at the start of a byline: its first line, the second where the first says "By" alone."""
    lines = [line.text for line in lines_of(element)]
    return next((line for line in lines if bare(line) not in ("by", "author", "written by")), "")


def _canonical_address(root: HtmlElement, meta: Meta, address: str | None) -> str | None:
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for candidate in (*links, meta.get("og:url")):
        try:
            joined: str = urljoin(address or "", (candidate or "").strip())
            parts = urlsplit(joined)
        except ValueError:
            continue
        # A canonical address that is the front page is a template's slip, never an article's address.
        if candidate and parts.scheme in ("http", "https") and parts.netloc and parts.path.strip("/"):
            return joined
    return address


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return str(re.sub(r"^(www\d?|m|amp|mobile)\.", "", host)) if host else None
