"""Feeds: RSS, Atom and RDF, well-formed or not.

Comes in: the bytes of one feed.  Goes out: a document an item in form "item" — the longest text the
item carries, as HTML, and what the feed says of it — or rejections.  feedparser is given bytes only
(it would open a string as a file or an address), and drops document types with entities of their own.
To take over a further field of an item, add it in `_give_item`.
"""

import calendar
import datetime
import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.times import iso_from_iso, iso_from_mail
from dragoman.errors import InputError
from dragoman.records import Given

Parsed = Mapping[str, Any]  # feedparser's dictionaries

_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_DECLARED_ENCODING = re.compile(rb"^[^<]{0,10}<\?xml[^>]{0,200}encoding\s*=", re.IGNORECASE)


def read_feed(body: bytes, origin: Origin) -> Iterator[Outcome]:
    """Yield a document for each item that has a title or a text, a rejection for each that has neither."""
    try:
        feed = _parse_feed(body, origin)
    except InputError as problem:
        yield origin.reject("unreadable", str(problem))
        return
    items = feed.get("entries") or []
    if not items:
        broken = f": {feed.get('bozo_exception')}" if feed.get("bozo") else ""
        yield origin.reject("no item", f"the feed has no item that can be read{broken}")
    for number, item in enumerate(items, start=1):
        yield _read_item(item, feed.get("feed") or {}, origin, number=number)


def _parse_feed(body: bytes, origin: Origin) -> Parsed:
    headers = {"content-location": origin.address or ""}
    # An encoding that the file itself declares is right more often than the server's.
    if origin.charset and not _DECLARED_ENCODING.match(body):
        headers["content-type"] = f"application/xml; charset={origin.charset}"
    try:
        parsed: Parsed = feedparser.parse(io.BytesIO(body), response_headers=headers)
    except Exception as problem:  # feedparser lets through whatever its parsers raise on hostile input
        raise InputError(f"the feed cannot be parsed: {type(problem).__name__}: {problem}") from problem
    return parsed


def _read_item(item: Parsed, feed: Parsed, origin: Origin, *, number: int) -> Outcome:
    within = f"#{number}"
    given = _give_item(item, feed)
    body = _find_body(item)
    if not given.title and not body.strip():
        return origin.reject("empty", f"item {number} of the feed has neither title nor text", within=within)
    link = _find_link(item)
    doc_id = link or str(item.get("id") or "").strip() or origin.name + within
    return origin.inner_document(doc_id, body, form="item", address=link, given=given)


def _give_item(item: Parsed, feed: Parsed) -> Given:
    source = item.get("source") or {}
    tags = item.get("tags") or [{}]
    author = item.get("author_detail") or {}
    return Given(
        title=_plain(item.get("title")),
        published=_find_time(item),
        author=_plain(author.get("name") or item.get("author")),
        section=_plain(tags[0].get("label") or tags[0].get("term")),
        outlet=_plain(source.get("title") or feed.get("title")),
        language=_plain(feed.get("language")),
    )


def _find_body(item: Parsed) -> str:
    """Return the longest text that the item carries, as HTML."""
    summary = {"value": item.get("summary"), "type": (item.get("summary_detail") or {}).get("type")}
    return max((_html_from_detail(detail) for detail in [*(item.get("content") or []), summary]), key=len)


def _html_from_detail(detail: Parsed) -> str:
    value = str(detail.get("value") or "")
    return html.escape(value, quote=False) if detail.get("type") == "text/plain" else value


def _find_link(item: Parsed) -> str | None:
    link = str(item.get("link") or "").strip()
    return link if link.lower().startswith(("http://", "https://")) else None


def _find_time(item: Parsed) -> str | None:
    name = "published" if item.get("published") else "updated"
    text = str(item.get(name) or "").strip()
    if not text:
        return None
    return iso_from_iso(text) or iso_from_mail(text) or _iso_from_parsed(item.get(f"{name}_parsed"))


def _iso_from_parsed(parsed: Any) -> str | None:
    """Return what feedparser made of a rarer way to write dates; it gives UTC."""
    if not parsed:
        return None
    try:
        moment = datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.isoformat(timespec="seconds")


def _plain(text: object) -> str | None:
    """Return a title or name without markup; feeds escape these once, twice or not at all."""
    if not isinstance(text, str):
        return None
    words = _TAG.sub("", html.unescape(_TAG.sub("", text))).split()
    return printable(" ".join(words)) or None
