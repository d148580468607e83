"""Sitemaps: the list of its pages that a site publishes, and lists of such lists.

Comes in: the bytes of one sitemap (urlset, sitemapindex; news sitemaps say title, day and outlet of a page too) and
what fetches an address.  Goes out: what each listed address gives, in order, or its rejection; then one rejection for
what was left out because a limit was reached.  The XML is read without document types, so that no entity is ever
unfolded.  To take over a further field of an entry, add it to `_FIELDS` and to `Entry`.
"""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from xml.parsers import expat

from dragoman.documents.fetching import Fetched
from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.streams import GZIP_MAGIC, read_up_to
from dragoman.documents.times import iso_from_iso
from dragoman.errors import InputError
from dragoman.records import Given, Rejection, SourceDocument

Fetch = Callable[[str], Fetched | Rejection]
ReadBody = Callable[[bytes, Origin], Iterator[Outcome]]

MAX_DEPTH = 3  # an index of indexes of sitemaps; the protocol itself allows one level
MAX_FIELD = 4_096  # characters of one field; the protocol allows addresses of 2,048

# Where a field stands under <urlset> or <sitemapindex>, by local names; <image:loc> and its like stand elsewhere.
_FIELDS = MappingProxyType(
    {
        ("url", "loc"): "address",
        ("sitemap", "loc"): "address",
        ("url", "news", "title"): "title",
        ("url", "news", "publication_date"): "published",
        ("url", "news", "publication", "name"): "outlet",
        ("url", "news", "publication", "language"): "language",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a sitemap; `is_sitemap` where it leads to a sitemap and not to a page."""

    address: str
    is_sitemap: bool
    given: Given


@dataclass(slots=True)
class _Budget:
    """What may still be fetched, and which addresses were met."""

    addresses: int
    sitemaps: int
    left_out: int = 0
    met: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Walk:
    """What stays the same while one sitemap and all under it are read."""

    settings: DocumentSettings
    fetch: Fetch
    read_body: ReadBody
    budget: _Budget


def read_sitemap(
    body: bytes, origin: Origin, settings: DocumentSettings, *, fetch: Fetch, read_body: ReadBody
) -> Iterator[Outcome]:
    """Yield what the addresses of a sitemap give; each address is asked once, one after the other."""
    budget = _Budget(settings.max_addresses, settings.max_sitemaps)
    yield from _read_entries(body, origin, _Walk(settings, fetch, read_body, budget), depth=1)
    if budget.left_out:
        limits = f"{settings.max_addresses} addresses or {settings.max_sitemaps} sitemaps"
        yield origin.reject("too many addresses", f"{budget.left_out} entries were left out above {limits}")


def entries_from_sitemap(body: bytes) -> tuple[Entry, ...]:
    """Return the entries of a sitemap in order; InputError where it is broken or declares a document type."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reading.open_element
    parser.EndElementHandler = reading.close_element
    parser.CharacterDataHandler = reading.add_text
    try:
        parser.Parse(body, True)
    except expat.ExpatError as problem:
        raise InputError(f"the sitemap is broken after {len(reading.entries)} entries: {problem}") from problem
    return tuple(reading.entries)


def _refuse_doctype(*_: object) -> None:
    raise InputError("the sitemap declares a document type, which none needs; its entities are not read")


@dataclass(slots=True)
class _Reading:
    """What has been read of a sitemap so far: the names of the open elements, and the fields of the open entry."""

    entries: list[Entry] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def open_element(self, name: str, _: dict[str, str]) -> None:
        self.path.append(name.rpartition(" ")[2].lower())
        if len(self.path) == 2:
            self.fields = {}

    def add_text(self, text: str) -> None:
        name = _FIELDS.get(tuple(self.path[1:]))
        if name is not None and len(self.fields.get(name, "")) < MAX_FIELD:
            self.fields[name] = self.fields.get(name, "") + text

    def close_element(self, _: str) -> None:
        if len(self.path) == 2:
            self._keep_entry(is_sitemap=self.path[1] == "sitemap")
        self.path.pop()

    def _keep_entry(self, *, is_sitemap: bool) -> None:
        told = {name: printable(" ".join(text.split())) for name, text in self.fields.items()}
        address = told.pop("address", "")
        if address:
            published = iso_from_iso(told.pop("published", ""))
            self.entries.append(Entry(address, is_sitemap, Given(published=published, **told)))


def _read_entries(body: bytes, origin: Origin, walk: _Walk, *, depth: int) -> Iterator[Outcome]:
    try:
        entries = entries_from_sitemap(body)
    except InputError as problem:
        yield origin.reject("unreadable", str(problem))
        return
    if not entries:
        yield origin.reject("no item", "the sitemap lists no address")
    for entry in entries:
        if _may_ask(entry, walk.budget):
            yield from _read_entry(entry, walk, depth=depth)


def _may_ask(entry: Entry, budget: _Budget) -> bool:
    """Say whether an entry is to be fetched, and count it."""
    if entry.address in budget.met:
        return False
    if (budget.sitemaps if entry.is_sitemap else budget.addresses) < 1:
        budget.left_out += 1
        return False
    budget.met.add(entry.address)
    if entry.is_sitemap:
        budget.sitemaps -= 1
    else:
        budget.addresses -= 1
    return True


def _read_entry(entry: Entry, walk: _Walk, *, depth: int) -> Iterator[Outcome]:
    fetched = walk.fetch(entry.address)
    if isinstance(fetched, Rejection):
        yield fetched
    elif not entry.is_sitemap:
        for outcome in walk.read_body(fetched.body, fetched.origin):
            yield _with_given(outcome, entry.given)
    elif depth >= MAX_DEPTH:
        yield fetched.origin.reject("too many addresses", f"sitemaps are nested more than {MAX_DEPTH} deep")
    else:
        yield from _read_inner(fetched, walk, depth=depth + 1)


def _read_inner(fetched: Fetched, walk: _Walk, *, depth: int) -> Iterator[Outcome]:
    max_bytes = walk.settings.max_bytes
    try:
        body = _unpacked(fetched.body, max_bytes)
    except (OSError, EOFError, zlib.error) as problem:
        yield fetched.origin.reject("truncated", f"the compressed sitemap breaks off: {problem}")
        return
    if len(body) > max_bytes:
        yield fetched.origin.reject_size(max_bytes)
    else:
        yield from _read_entries(body, fetched.origin, walk, depth=depth)


def _unpacked(body: bytes, max_bytes: int) -> bytes:
    """Return a sitemap out of its gzip file, if it is in one, and one byte more than allowed at most."""
    if not body.startswith(GZIP_MAGIC):
        return body
    with gzip.GzipFile(fileobj=io.BytesIO(body)) as unpacked:
        return read_up_to(unpacked, max_bytes + 1)  # type: ignore[arg-type]


def _with_given(outcome: Outcome, given: Given) -> Outcome:
    """Return the page with what the sitemap says of it, which counts where the page itself says nothing."""
    if not isinstance(outcome, SourceDocument) or outcome.given != Given():
        return outcome
    return replace(outcome, given=given)
