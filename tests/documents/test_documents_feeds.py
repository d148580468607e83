"""Feeds of every family, well-formed or not."""

import io
from pathlib import Path

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Given, Rejection, SourceDocument

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Fjord Post – World</title><link>http://fjord.example/</link><language>en-gb</language>
<item><title>Québec &amp; Oslo sign a fishing pact</title><link>http://fjord.example/pact</link>
<description>&lt;p&gt;The pact was &lt;b&gt;signed&lt;/b&gt; on Monday.&lt;/p&gt;</description>
<pubDate>Tue, 14 May 2024 01:30:00 +0400</pubDate><dc:creator>Eva Lund</dc:creator>
<category>Sea</category><category>Trade</category></item>
<item><title>Short</title><guid isPermaLink="false">tag-2</guid><description>A teaser.</description>
<content:encoded><![CDATA[<p>A whole text that is much longer than the teaser.</p>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><link>http://fjord.example/void</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Delta Wire</title>
<entry><title type="html">Talks &amp;lt;b&amp;gt;resume&amp;lt;/b&amp;gt;</title><id>urn:1</id><link href="http://delta.example/1"/>
<updated>2024-05-14T10:00:00Z</updated><author><name>Ali Rahman</name></author>
<content type="text">Five &lt; six, and the talks resume.</content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://r.example/"><title>Ridge News</title></channel>
<item rdf:about="http://r.example/1"><title>Pass reopened</title><link>http://r.example/1</link>
<dc:date>2024-05-14T10:00:00+05:30</dc:date></item></rdf:RDF>"""


def read_feed(body: bytes | str) -> list[SourceDocument | Rejection]:
    raw = body.encode() if isinstance(body, str) else body
    return list(open_documents(["-"], DocumentSettings(), stdin=io.BytesIO(raw)))


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_an_item_is_a_document_with_what_the_feed_says(encoding: str) -> None:
    text = RSS.format(encoding=encoding).replace("–", "-")
    first = read_feed(text.encode(encoding))[0]
    assert isinstance(first, SourceDocument)
    assert (first.doc_id, first.address) == ("http://fjord.example/pact", "http://fjord.example/pact")
    assert (first.form, first.via, first.charset) == ("item", "feed", "utf-8")
    assert first.body == b"<p>The pact was <b>signed</b> on Monday.</p>"
    assert first.given == Given(
        title="Québec & Oslo sign a fishing pact",
        published="2024-05-14T01:30:00+04:00",
        author="Eva Lund",
        section="Sea",
        outlet="Fjord Post - World",
        language="en-gb",
    )


def test_items_without_link_go_by_guid_or_number() -> None:
    outcomes = read_feed(RSS.format(encoding="utf-8"))
    assert [outcome.doc_id for outcome in outcomes] == ["http://fjord.example/pact", "tag-2", "stdin#3", "stdin#4"]
    assert isinstance(outcomes[3], Rejection)
    assert outcomes[3].reason == "empty"


def test_the_longest_text_of_an_item_is_its_body() -> None:
    second = read_feed(RSS.format(encoding="utf-8"))[1]
    assert isinstance(second, SourceDocument)
    assert b"much longer" in second.body


def test_atom_text_that_is_no_html_is_escaped() -> None:
    (document,) = read_feed(ATOM)
    assert isinstance(document, SourceDocument)
    assert document.body == b"Five &lt; six, and the talks resume."
    assert document.given == Given(
        title="Talks resume", published="2024-05-14T10:00:00+00:00", author="Ali Rahman", outlet="Delta Wire"
    )


def test_rdf_is_a_feed_too() -> None:
    (document,) = read_feed(RDF)
    assert isinstance(document, SourceDocument)
    assert document.given == Given(title="Pass reopened", published="2024-05-14T10:00:00+05:30", outlet="Ridge News")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("</channel></rss>", ""),
        lambda text: text.replace("&amp;", "&"),
        lambda text: "Warning: cache is off\n" + text,
        lambda text: text.replace('version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
    ],
    ids=["cut", "bare ampersand", "words before", "undeclared prefix"],
)
def test_a_feed_that_is_not_well_formed_is_read(spoil: object) -> None:
    assert callable(spoil)
    first = read_feed(spoil(RSS.format(encoding="utf-8")))[0]
    assert isinstance(first, SourceDocument)
    assert first.given.title == "Québec & Oslo sign a fishing pact"


def test_a_wrongly_declared_encoding_is_seen_through() -> None:
    first = read_feed(RSS.format(encoding="utf-8").replace("–", "-").encode("latin-1"))[0]
    assert isinstance(first, SourceDocument)
    assert first.given.title == "Québec & Oslo sign a fishing pact"


def test_a_feed_without_items_is_rejected() -> None:
    (rejection,) = read_feed("<rss><channel><title>Quiet</title></channel></rss>")
    assert isinstance(rejection, Rejection)
    assert (rejection.doc_id, rejection.stage, rejection.reason) == ("stdin", "documents", "no item")


def test_an_entity_cannot_open_a_file_or_grow(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "boom"}">' for n in range(9))
    feed = (
        f'<!DOCTYPE rss [<!ENTITY leak SYSTEM "{secret.as_uri()}">{grown}]>'
        "<rss><channel><item><title>A &leak; B &a8;</title></item></channel></rss>"
    )
    for outcome in read_feed(feed):
        assert isinstance(outcome, SourceDocument)
        assert "hidden" not in (outcome.given.title or "")
        assert len(outcome.given.title or "") < 1000
