import pytest

from dragoman.articles import read_article
from dragoman.articles.canonical import fold
from dragoman.records import Article, SourceDocument

SENTENCE = "The café in Kraków where Zoë met the minister’s aide was closed on Tuesday – “for repairs”, police said."
CYRILLIC = "Министр иностранных дел встретился в понедельник с послом и обсудил с ним новый договор о границе."


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tal\u00adlinn", "Tallinn"),
        ("a\u00a0b\u2009c\n d", "a b c d"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Russia`s and Israel´s", "Russia`s and Israel´s"),
        ("Azerbaijan,Türkiye", "Azerbaijan,Türkiye"),
        ("bell\x07 and \x1b[31mred", "bell and [31mred"),
        ("cafe\u0301", "café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800x", "x"),
    ],
    ids=["soft hyphen", "spaces", "zero width", "grave", "comma", "control", "composed", "joiner", "surrogate"],
)
def test_text_is_folded_but_not_corrected(text: str, folded: str) -> None:
    assert fold(text) == folded


def page_in(charset: str, *, declared: str, text: str = SENTENCE) -> bytes:
    page = f'<html><head><meta charset="{declared}"><title>News of the day</title></head><body><p>{text}</p></body></html>'
    return page.encode(charset, "replace")


@pytest.mark.parametrize(
    ("body", "transport"),
    [
        (page_in("utf-8", declared="utf-8"), None),
        (page_in("utf-8", declared="iso-8859-1"), "iso-8859-1"),
        (page_in("utf-8-sig", declared="windows-1251"), None),
        (page_in("utf-16", declared="utf-8"), None),
        (page_in("utf-16-le", declared="utf-8"), None),
        (page_in("cp1252", declared="utf-8"), None),
        (page_in("cp1252", declared="iso-8859-1"), None),
        (page_in("cp1252", declared="no-such-charset"), "also-none"),
        (page_in("cp1250", declared="windows-1250"), None),
    ],
    ids=["plain", "utf-8 called latin", "bom", "utf-16", "utf-16 bare", "cp1252 called utf-8", "latin is cp1252", "unknown", "cp1250"],
)
def test_a_page_is_decoded_whatever_it_claims(body: bytes, transport: str | None) -> None:
    document = SourceDocument("d", body, "html", "file", charset=transport)
    article = read_article(document)
    assert not isinstance(article, Article)  # the page is too short to be one: see the long form below
    long = SourceDocument("d", body, "item", "file", charset=transport)
    read = read_article(long)
    assert isinstance(read, Article)
    assert "Zo" in read.paragraphs[-1]
    expected = SENTENCE if "cp1250" not in str(body[:80]) else SENTENCE
    assert read.paragraphs[-1].startswith(expected[:14])


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize("declared", ["true", "iso-8859-1"])
def test_cyrillic_is_read_under_a_latin_declaration(charset: str, declared: str) -> None:
    name = charset if declared == "true" else declared
    body = page_in(charset, declared=name, text=" ".join([CYRILLIC] * 4))
    read = read_article(SourceDocument("d", body, "item", "file"))
    assert not isinstance(read, Article)
    assert read.article is not None
    assert CYRILLIC in read.article.paragraphs[-1]
