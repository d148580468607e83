import pytest

from dragoman.articles import read_article
from dragoman.articles.canonical import fold
from dragoman.articles.charset import decode_document
from dragoman.records import Rejection, SourceDocument

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
    return f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'.encode(charset)


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
        (page_in("cp1252", declared="no-such-charset"), "neither"),
        (page_in("cp1250", declared="utf-8"), "windows-1250"),
        (page_in("utf-8", declared="utf-8")[:-18] + b"\x93cut", None),
    ],
    ids=["plain", "latin", "bom", "utf16", "bare16", "called-utf8", "latin-is-1252", "unknown", "transport", "spoilt"],
)
def test_a_page_is_decoded_whatever_it_claims(body: bytes, transport: str | None) -> None:
    text = decode_document(SourceDocument("d", body, "html", "file", charset=transport))
    assert isinstance(text, str)
    assert SENTENCE in text


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize("is_declared", [True, False], ids=["declared", "called latin"])
def test_cyrillic_is_read_under_a_latin_declaration(charset: str, is_declared: bool) -> None:
    body = page_in(charset, declared=charset if is_declared else "iso-8859-1", text=" ".join([CYRILLIC] * 4))
    text = decode_document(SourceDocument("d", body, "html", "file"))
    assert isinstance(text, str)
    assert CYRILLIC in text


@pytest.mark.parametrize(
    "body",
    [b"%PDF-1.7 ...", b"PK\x03\x04rest", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", bytes(range(32)) * 20],
    ids=["pdf", "zip", "png", "jpeg", "controls"],
)
@pytest.mark.parametrize("form", ["html", "page", "prose", "item"])
def test_binary_files_are_rejected(body: bytes, form: str) -> None:
    answer = read_article(SourceDocument("d", body, form, "file"))
    assert isinstance(answer, Rejection)
    assert (answer.stage, answer.reason) == ("articles", "binary")
