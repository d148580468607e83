"""Sitemaps: what they list, and what is fetched of it."""

import gzip
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import DocumentSettings, open_documents
from dragoman.documents.fetching import Fetched
from dragoman.documents.origin import Origin
from dragoman.documents.reading import read_body
from dragoman.documents.sitemaps import entries_from_sitemap, read_sitemap
from dragoman.errors import InputError
from dragoman.records import Rejection, SourceDocument

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
HOST = "https://harbour.example"
SETTINGS = DocumentSettings(follows_sitemaps=True)


def urlset(*paths: str) -> bytes:
    entries = "".join(f"<url><loc>{HOST}{path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset {NAMESPACE}>{entries}</urlset>'.encode()


def index(*paths: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{HOST}{path}</loc></sitemap>" for path in paths)
    return f"<sitemapindex {NAMESPACE}>{entries}</sitemapindex>".encode()


NEWS = f"""<urlset {NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url>
  <loc> {HOST}/a?x=1&amp;y=2 </loc>
  <image:image><image:loc>{HOST}/picture.jpg</image:loc></image:image>
  <news:news>
   <news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
   <news:publication_date>2024-05-14T09:30:00+02:00</news:publication_date>
   <news:title>Ferry talks resume</news:title>
  </news:news>
 </url>
</urlset>""".encode()


class Site:
    """Addresses with what they answer; keeps what it was asked, in order."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def fetch(self, address: str) -> Fetched | Rejection:
        path = address.removeprefix(HOST)
        self.asked.append(path)
        origin = Origin(name=address, via="address", address=address)
        return Fetched(self.answers[path], origin) if path in self.answers else origin.reject("http status 404", path)


def walk(body: bytes, site: Site, settings: DocumentSettings = SETTINGS) -> list[tuple[str, str]]:
    origin = Origin(name="sitemap.xml", via="file")
    outcomes = read_sitemap(body, origin, settings, fetch=site.fetch, read_body=read_body)
    return [(one.doc_id.removeprefix(HOST), one.reason if isinstance(one, Rejection) else one.form) for one in outcomes]


PAGE = b"<html><body><p>The ferry sails again.</p></body></html>"


def test_entries_of_a_news_sitemap_say_what_the_page_is() -> None:
    (entry,) = entries_from_sitemap(NEWS)
    assert entry.address == f"{HOST}/a?x=1&y=2"
    assert not entry.is_sitemap
    told = entry.given
    assert (told.title, told.outlet, told.language) == ("Ferry talks resume", "Harbour Post", "en")
    assert told.published == "2024-05-14T09:30:00+02:00"


def test_pages_are_fetched_in_order_and_carry_what_the_sitemap_says() -> None:
    outcomes = list(
        read_sitemap(
            NEWS,
            Origin(name="news.xml", via="file"),
            SETTINGS,
            fetch=Site({"/a?x=1&y=2": PAGE}).fetch,
            read_body=read_body,
        )
    )
    (page,) = outcomes
    assert isinstance(page, SourceDocument)
    assert page.body == PAGE
    assert page.given.outlet == "Harbour Post"


def test_a_page_that_is_gone_is_rejected_and_the_next_is_read() -> None:
    site = Site({"/b": PAGE})
    assert walk(urlset("/a", "/b"), site) == [("/a", "http status 404"), ("/b", "html")]


def test_an_index_leads_to_its_sitemaps_and_they_to_their_pages() -> None:
    site = Site({"/1.xml": urlset("/a"), "/2.xml.gz": gzip.compress(urlset("/b")), "/a": PAGE, "/b": PAGE})
    assert walk(index("/1.xml", "/2.xml.gz"), site) == [("/a", "html"), ("/b", "html")]
    assert site.asked == ["/1.xml", "/a", "/2.xml.gz", "/b"]


def test_each_address_is_asked_once_even_where_sitemaps_lead_in_a_circle() -> None:
    site = Site({"/1.xml": index("/2.xml", "/1.xml"), "/2.xml": urlset("/a", "/a"), "/a": PAGE})
    assert walk(index("/1.xml"), site) == [("/a", "html")]
    assert site.asked == ["/1.xml", "/2.xml", "/a"]


@pytest.mark.parametrize(
    ("limits", "body", "asked", "left_out"),
    [
        pytest.param({"max_addresses": 1}, urlset("/a", "/b", "/c"), ["/a"], "2 entries", id="addresses"),
        pytest.param({"max_sitemaps": 1}, index("/1.xml", "/2.xml"), ["/1.xml", "/a"], "1 entries", id="sitemaps"),
    ],
)
def test_what_is_above_a_limit_is_left_out_and_said(
    limits: dict[str, int], body: bytes, asked: list[str], left_out: str
) -> None:
    site = Site({"/1.xml": urlset("/a"), "/2.xml": urlset("/b"), "/a": PAGE, "/b": PAGE})
    origin = Origin(name="sitemap.xml", via="file")
    settings = replace(SETTINGS, **limits)
    last = list(read_sitemap(body, origin, settings, fetch=site.fetch, read_body=read_body))[-1]
    assert isinstance(last, Rejection)
    assert last.reason == "too many addresses"
    assert left_out in last.detail
    assert site.asked == asked


def test_indexes_nested_too_deep_are_not_followed() -> None:
    site = Site({f"/{depth}.xml": index(f"/{depth + 1}.xml") for depth in range(9)})
    (outcome,) = walk(index("/0.xml"), site)
    assert outcome == ("/2.xml", "too many addresses")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'<!DOCTYPE urlset [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>', id="entity"),
        pytest.param(b"<urlset><url><loc>https://a.example/</loc></url>", id="breaks off"),
        pytest.param(b"<urlset><url></urlset>", id="badly nested"),
    ],
)
def test_a_broken_or_hostile_sitemap_is_refused_whole(body: bytes) -> None:
    with pytest.raises(InputError):
        entries_from_sitemap(body)
    assert walk(body, Site({})) == [("sitemap.xml", "unreadable")]


def test_a_sitemap_without_addresses_is_rejected() -> None:
    assert walk(urlset(), Site({})) == [("sitemap.xml", "no item")]


def test_a_sitemap_that_unpacks_to_more_than_the_limit_is_rejected() -> None:
    site = Site({"/1.xml": gzip.compress(urlset("/a") + b" " * 100_000)})
    small = replace(SETTINGS, max_bytes=10_000)
    assert walk(index("/1.xml"), site, small) == [("/1.xml", "too large")]


@pytest.mark.parametrize("follows", [True, False])
def test_only_a_sitemap_that_was_named_is_followed(tmp_path, follows: bool) -> None:
    (tmp_path / "sitemap.xml").write_bytes(b"<urlset><url><loc>http://10.0.0.1/private</loc></url></urlset>")

    def reasons(name: str) -> list[str]:
        opened = open_documents([name], DocumentSettings(follows_sitemaps=follows))
        return [one.reason for one in opened if isinstance(one, Rejection)]

    assert reasons(str(tmp_path / "sitemap.xml")) == (["refused address"] if follows else ["not a page"])
    assert reasons(str(tmp_path)) == ["not a page"]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    read: Callable[[bytes], object] = entries_from_sitemap
    try:
        read(b"<urlset>" + body)
    except InputError:
        return
