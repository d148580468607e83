"""The title of a page, without the name of its outlet.

In: the tree, its meta values, the JSON-LD headline and what the outlet may be called.  Out: the title.  To know
one more mark that stands between a title and an outlet's name, add it to `SEPARATOR`.
"""

import html
import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from dragoman.articles.canonical import bare, count_words, fold
from dragoman.articles.dates import find_moment
from dragoman.articles.markup import text_of

META_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "title")
SEPARATOR = re.compile(r"\s+(?:[|*•·«»–—]|--?|::?)\s+|\s*\|\s*")
ENTITY = re.compile(r"&(#\d{2,5}|#x[0-9a-fA-F]{2,4}|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip);")


def choose_title(
    root: HtmlElement, meta: dict[str, str], headline: str | None, *, outlets: Iterable[str | None]
) -> str | None:
    """Return the title meant for sharing, else the headline, the main heading or the window's title."""
    headings = [text for text in (text_of(element) for element in list(root.iter("h1"))[:10]) if text]
    shared = [meta.get(key) for key in META_KEYS[:1]]
    others = [headline, *(meta.get(key) for key in META_KEYS[1:])]
    window = [text_of(element) for element in list(root.iter("title"))[:1]]
    known = [bare(name) for name in outlets if name]
    for candidate in (*shared, *others[:1], *headings[:1], *others[1:], *window):
        title = cut_outlet(_decode(candidate or ""), known, headings)
        if count_words(title) >= 2 or (title and bare(title) in {bare(heading) for heading in headings}):
            return _complete(title, headings)
    return None


def cut_outlet(title: str, outlets: list[str], headings: Iterable[str] = ()) -> str:
    """Return `title` without what stands behind a separator and names the outlet.

    It is cut where a heading of the page ends, where an outlet's known name begins, and before a bare date.
    """
    for heading in headings:
        rest = title[len(heading) :]
        if count_words(heading) >= 3 and title.startswith(heading) and SEPARATOR.match(rest):
            return heading
    for separator in SEPARATOR.finditer(title):
        rest = bare(title[separator.end() :])
        piece = bare(SEPARATOR.split(title[separator.end() :], maxsplit=1)[0])
        if separator.start() and (_is_outlet(piece, outlets) or _is_outlet(rest, outlets)):
            return title[: separator.start()]
        moment = find_moment(title[separator.end() :])
        if separator.start() and moment and count_words(rest) <= 4:
            return title[: separator.start()]
    return title


def outlet_in_title(root: HtmlElement, meta: dict[str, str], host: str | None) -> str | None:
    """Return the last piece of a window's title that names the outlet.

    It does where the shared title is all that stands before it, or where it spells the page's host.
    """
    window = next((text_of(element) for element in root.iter("title")), "")
    shared = fold(meta.get("og:title", "")) or next((text_of(element) for element in root.iter("h1")), "")
    tail = window[len(shared) :]
    if shared and window.startswith(shared) and SEPARATOR.match(tail) and 1 <= count_words(tail) <= 6:
        return SEPARATOR.split(tail)[-1]
    label = re.sub(r"\W", "", (host or "").rsplit(".", 1)[0])
    for title in (window, shared):
        last = SEPARATOR.split(title)[-1]
        squashed = re.sub(r"\W", "", last.casefold())
        if last != title and squashed and label and (squashed in label or label in squashed) and count_words(last) <= 6:
            return last
    return None


def _decode(text: str) -> str:
    """Return the folded text with entities decoded that an outlet had escaped twice."""
    return fold(html.unescape(text) if ENTITY.search(text) else text)


def _is_outlet(piece: str, outlets: list[str]) -> bool:
    if not piece:
        return False
    squashed = piece.replace(" ", "")
    for outlet in outlets:
        name = outlet.replace(" ", "")
        if squashed == name or (
            len(squashed) >= 3 and len(name) >= 3 and (name.startswith(squashed) or squashed.startswith(name))
        ):
            return True
    return False


def _complete(title: str, headings: list[str]) -> str:
    """Return the whole heading where the shared title is a cut form of it ("… warns of")."""
    stem = title.rstrip(" .…")
    is_cut = title.endswith(("…", "..."))
    return next((one for one in headings if is_cut and len(one) > len(title) and one.startswith(stem)), title)
