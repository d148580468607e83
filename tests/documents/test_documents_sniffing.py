"""What a stream holds, by its first bytes."""

import gzip

import pytest

from dragoman.documents.sniffing import HEAD_BYTES, Kind, sniff

NOTE = "The harbour of Split reopened on Monday after two days of storm.\n\nFerries sail again.\n"

CASES = [
    ("page", "<!DOCTYPE html>\n<html><body><p>Talks</p></body></html>", ".txt", Kind.HTML),
    ("page in capitals", "<HTML><HEAD></HEAD></HTML>", "", Kind.HTML),
    ("xhtml", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="x"></html>', "", Kind.HTML),
    ("page behind a comment", "<!-- saved from a site --> <!--[if IE]> x <![endif]-->\n<html lang=en>", "", Kind.HTML),
    ("page behind stray words", "Notice: undefined index\n<html><body>x</body></html>", "", Kind.HTML),
    ("fragment", "<div class=a><p>Talks</p></div>", "", Kind.HTML),
    ("fragment that begins with words", "Talks <br> went <b>well</b> and <i>long</i>", ".html", Kind.HTML),
    ("text", NOTE, ".txt", Kind.TEXT),
    ("text with a web suffix", NOTE, ".html", Kind.TEXT),
    ("text that speaks of a tag", "Put <b> before the word and </b> behind it.", "", Kind.TEXT),
    ("text that begins with a bracket", "[Photo: the port] The ferries sail again.", "", Kind.TEXT),
    ("text of one word", "x", "", Kind.TEXT),
    ("rss", '<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', ".html", Kind.FEED),
    ("rss with a style sheet", '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><rss></rss>', "", Kind.FEED),
    ("rss with a document type", '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rss></rss>', "", Kind.FEED),
    ("rss behind stray words", "Warning: cache\n<?xml version='1.0'?><rss version='2.0'>", "", Kind.FEED),
    ("atom", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "", Kind.FEED),
    ("rdf", '<rdf:RDF xmlns:rdf="x" xmlns="y"></rdf:RDF>', "", Kind.FEED),
    ("other xml", '<?xml version="1.0"?><catalog><url/></catalog>', ".xml", Kind.NOT_A_PAGE),
    ("sitemap", '<?xml version="1.0"?><urlset><url/></urlset>', ".xml", Kind.SITEMAP),
    ("drawing", '<svg xmlns="http://www.w3.org/2000/svg"></svg>', "", Kind.NOT_A_PAGE),
    ("lines of json", '{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', "", Kind.JSONL),
    ("one long line of json", '{"id": 1, "text": "' + "long " * HEAD_BYTES, "", Kind.JSONL),
    ("lines of json, the first broken", 'oops\n{"id": 2, "text": "b"}\n', "", Kind.JSONL),
    ("broken lines with their suffix", "oops\noops\n", ".jsonl", Kind.JSONL),
    ("json over many lines", '{\n  "id": 1,\n  "text": "a"\n}\n', ".json", Kind.NOT_A_PAGE),
    ("a json list", '[{"id": 1, "text": "a"}]', "", Kind.NOT_A_PAGE),
    ("a page that holds a line of json", '<html>\n{"id": 1, "text": "a"}\n</html>', "", Kind.HTML),
    ("rtf", r"{\rtf1\ansi Talks}", "", Kind.NOT_A_PAGE),
    ("mhtml", "From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>", "", Kind.NOT_A_PAGE),
    ("style sheet", "p { color: red }", ".css", Kind.NOT_A_PAGE),
    ("warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "", Kind.WARC),
    ("nothing", "", ".html", Kind.EMPTY),
    ("white space", " \n\t\r\n", "", Kind.EMPTY),
]


@pytest.mark.parametrize(("text", "suffix", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text_is_known_by_its_beginning(text: str, suffix: str, kind: Kind) -> None:
    assert sniff(text.encode()[:HEAD_BYTES], suffix).kind is kind


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1251"])
@pytest.mark.parametrize("text", ["<html><p>Talks</p></html>", '{"id": 1, "text": "a"}\n'])
def test_the_encoding_does_not_hide_the_kind(encoding: str, text: str) -> None:
    assert sniff(text.encode(encoding), "").kind in (Kind.HTML, Kind.JSONL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1", "cp1252", "iso2022_jp"])
def test_text_of_any_encoding_is_no_binary_data(encoding: str) -> None:
    text = "会談は東京で行われた。" * 20 if encoding == "iso2022_jp" else "Le président a reçu l'émissaire à Québec."
    assert sniff(text.encode(encoding), "").kind is Kind.TEXT


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"some text with a \x00 in it", "NUL"),
        (b"a\x01\x02\x03b\x04\x05", "control characters"),
    ],
    ids=["pdf", "png", "jpeg", "zip", "nul", "controls"],
)
def test_binary_data_is_told_with_what_it_looks_like(raw: bytes, words: str) -> None:
    finding = sniff(raw, ".html")
    assert finding.kind is Kind.BINARY
    assert words in finding.looks_like


def test_gzip_is_told_by_its_magic_number() -> None:
    assert sniff(gzip.compress(b"<html>"), ".html").kind is Kind.GZIP
