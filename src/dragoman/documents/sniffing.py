"""What a stream holds, judged by its first bytes, and by its suffix where they leave it open.

Comes in: the first `HEAD_BYTES` of a stream and its suffix.  Goes out: one `Finding`.  To tell a new
kind, write a function from `Head` to `Finding | None` and put it into `_SNIFFERS` at the place where
it may speak: the first that answers is believed.
"""

import codecs
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dragoman.documents.streams import GZIP_MAGIC

HEAD_BYTES = 64 * 1024

# Share of control characters above which text is taken for binary data.  Bytes at random without a NUL
# have 0.10, news pages of any encoding under 0.001; so the value is not a delicate one.
MAX_CONTROL_SHARE = 0.05

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"RIFF", "RIFF sound, film or image"),
    (b"OggS", "Ogg sound or film"),
    (b"ID3\x02", "MP3 sound"),
    (b"ID3\x03", "MP3 sound"),
    (b"ID3\x04", "MP3 sound"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"PK\x03\x04", "ZIP archive (or an office document)"),
    (b"PK\x05\x06", "empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"\xfd7zXZ\x00", "XZ archive"),
    (b"BZh91AY&SY", "BZip2 archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
)
_NOT_PAGE_MAGIC = (("{\\rtf", "an RTF document"), ("%!PS", "a PostScript document"))
_NOT_PAGE_SUFFIXES = MappingProxyType(
    {".css": "a style sheet", ".js": "a script", ".mjs": "a script", ".map": "a source map"}
)
_JSONL_SUFFIXES = (".jsonl", ".ndjson")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_UTF16_STARTS = ((b"<\x00", "utf-16-le"), (b"{\x00", "utf-16-le"), (b"\x00<", "utf-16-be"), (b"\x00{", "utf-16-be"))
_CONTROL = frozenset(map(chr, [*range(9), 11, *range(14, 27), *range(28, 32), 127]))  # ESC opens ISO-2022 text

# What may stand before the first element: comments, declarations, instructions.
_PROLOGUE = re.compile(r"\s*(?:<!--.*?-->|<\?[^>]*>|<![a-z][^>\[]*(?:\[[^\]]*\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"\s*<([a-z][\w.-]*:)?([a-z][\w.-]*)", re.IGNORECASE)
_DOCTYPE_HTML = re.compile(r"\s*<!doctype\s+html\b", re.IGNORECASE)
_FEED_ROOTS = ("rss", "feed", "rdf")
_SITEMAP_ROOTS = ("urlset", "sitemapindex")
_FEED_START = re.compile(r"<(?:rss|rdf:rdf|(?:\w+:)?feed\s+xmlns)[\s>=]", re.IGNORECASE)
_HTML_NAMES = (
    "html head body title meta link style script base main article section header footer nav aside div span p a b i "
    "u em strong br hr img h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody blockquote pre figure form "
    "center font noscript iframe"
)
_HTML_ELEMENTS = frozenset(_HTML_NAMES.split())
_HTML_FRAME = re.compile(r"<(?:html|head|body|!doctype html)[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(rf"</?(?:{_HTML_NAMES.replace(' ', '|')})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MIN_HTML_TAGS = 5  # a text may speak of a tag or two
_MHTML = re.compile(r"^mime-version:.*^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_JSON_START = re.compile(r'(?:\{\s*"[^"]*"\s*:|\[\s*\{)')


class Kind(StrEnum):
    """What a stream may hold."""

    EMPTY = "empty"
    HTML = "html"
    TEXT = "text"
    FEED = "feed"
    JSONL = "jsonl"
    WARC = "warc"
    SITEMAP = "sitemap"
    PARQUET = "parquet"
    GZIP = "gzip"
    BINARY = "binary"
    NOT_A_PAGE = "not a page"


@dataclass(frozen=True, slots=True)
class Finding:
    """The kind, and for what cannot be read, what it looks like."""

    kind: Kind
    looks_like: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The first bytes, the same as text (one character a byte unless UTF-16), and the suffix."""

    raw: bytes
    text: str
    suffix: str
    is_whole: bool


def sniff(raw: bytes, suffix: str) -> Finding:
    """Say what a stream that begins with `raw` holds; never fails."""
    head = Head(raw, _text_from_head(raw), suffix, len(raw) < HEAD_BYTES)
    for sniffer in _SNIFFERS:
        finding = sniffer(head)
        if finding is not None:
            return finding
    return Finding(Kind.TEXT)


def has_utf16_mark(raw: bytes) -> bool:
    """Say whether `raw` begins with a byte order mark of UTF-16."""
    return raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _text_from_head(raw: bytes) -> str:
    if has_utf16_mark(raw):
        return raw.decode("utf-16", "replace").removesuffix("\ufffd")
    for start, encoding in _UTF16_STARTS:
        if raw.startswith(start):
            return raw.decode(encoding, "replace").removesuffix("\ufffd")
    return raw.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _sniff_empty(head: Head) -> Finding | None:
    if head.text.strip() or not head.is_whole:
        return None
    return Finding(Kind.EMPTY, "nothing" if not head.raw else "nothing but white space")


def _sniff_magic(head: Head) -> Finding | None:
    if head.raw.startswith(b"WARC/"):
        return Finding(Kind.WARC)
    if head.raw.startswith(GZIP_MAGIC):
        return Finding(Kind.GZIP)
    if head.raw.startswith(b"PAR1"):
        return Finding(Kind.PARQUET, "a Parquet table; `dragoman ingest` reads the texts in it")
    for start, name in _MAGIC:
        if head.raw.startswith(start):
            return Finding(Kind.BINARY, name)
    for mark, name in _NOT_PAGE_MAGIC:
        if head.text.startswith(mark):
            return Finding(Kind.NOT_A_PAGE, name)
    return None


def _sniff_json(head: Head) -> Finding | None:
    text = head.text.lstrip()
    if not text.startswith(("{", "[")):
        return None
    if head.suffix in _JSONL_SUFFIXES or (text.startswith("{") and _has_json_line(head, keys=())):
        return Finding(Kind.JSONL)
    if not _JSON_START.match(text):
        return None
    if text.startswith("{") and not head.is_whole and "\n" not in text:
        return Finding(Kind.JSONL)  # one line longer than the head
    return Finding(Kind.NOT_A_PAGE, "JSON that is not one object a line (JSONL)")


def _sniff_root(head: Head) -> Finding | None:
    position = 0
    while found := _PROLOGUE.match(head.text, position):
        if _DOCTYPE_HTML.match(found[0]):
            return Finding(Kind.HTML)
        position = found.end()
    root = _ROOT.match(head.text, position)
    if root is None:
        return None
    name = root[2].lower()
    if name in _FEED_ROOTS:
        return Finding(Kind.FEED)
    if name in _SITEMAP_ROOTS:
        return Finding(Kind.SITEMAP, "a sitemap; `dragoman ingest` reads what it lists, where it is named as an input")
    if name in _HTML_ELEMENTS:
        return Finding(Kind.HTML)
    if name == "svg" or head.text.lstrip().startswith("<?xml"):
        return Finding(Kind.NOT_A_PAGE, f"XML whose first element is <{root[1] or ''}{root[2]}>")
    return None


def _sniff_control(head: Head) -> Finding | None:
    if "\x00" in head.text:
        return Finding(Kind.BINARY, "data with NUL bytes")
    controls = sum(head.text.count(character) for character in _CONTROL)
    if controls > MAX_CONTROL_SHARE * len(head.text):
        return Finding(Kind.BINARY, f"data with {controls} control characters in {len(head.text)}")
    return None


def _sniff_markup(head: Head) -> Finding | None:
    if _MHTML.search(head.text[:4096]):
        return Finding(Kind.NOT_A_PAGE, "a page saved as MHTML; save it as HTML or as text")
    frame, feed = _HTML_FRAME.search(head.text), _FEED_START.search(head.text)
    if feed and (frame is None or feed.start() < frame.start()):
        return Finding(Kind.FEED)
    tags = _MIN_HTML_TAGS if head.suffix not in _HTML_SUFFIXES else 1
    if frame or sum(1 for _ in _HTML_TAG.finditer(head.text)) >= tags:
        return Finding(Kind.HTML)
    return None


def _sniff_lines(head: Head) -> Finding | None:
    if head.suffix in _JSONL_SUFFIXES or _has_json_line(head, keys=("id", "text")):
        return Finding(Kind.JSONL)
    return None


def _sniff_suffix(head: Head) -> Finding | None:
    name = _NOT_PAGE_SUFFIXES.get(head.suffix)
    return Finding(Kind.NOT_A_PAGE, name) if name else None


def _has_json_line(head: Head, *, keys: tuple[str, ...]) -> bool:
    """Say whether a whole line of the head is a JSON object that has all of `keys`."""
    lines = head.text.split("\n")
    if not head.is_whole:
        lines.pop()
    for line in lines:
        if not line.lstrip().startswith("{"):
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and all(key in value for key in keys):
            return True
    return False


_SNIFFERS: tuple[Callable[[Head], Finding | None], ...] = (
    _sniff_empty,
    _sniff_magic,
    _sniff_json,
    _sniff_root,
    _sniff_control,
    _sniff_markup,
    _sniff_lines,
    _sniff_suffix,
)
