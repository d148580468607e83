from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles import read_article
from dragoman.records import Article, Given, Rejection, SourceDocument, json_from_record, record_from_json

FORMS = st.sampled_from(["html", "page", "prose", "item"])
PIECES = st.sampled_from(
    [
        "<html>",
        "<head>",
        "<body>",
        "</body>",
        "<h1>",
        "</h1>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<a href='/x'>",
        "</a>",
        "<br>",
        "<script type='application/ld+json'>",
        "</script>",
        '{"@type": "NewsArticle", "headline": ["a"], "author": {"name": 3}}',
        '<meta property="og:title" content="',
        '">',
        "<time datetime='",
        "Read also\n",
        "Latest news\n",
        "22 March 2023 - 15:44\n",
        "\n\n",
        "By Ann Smith\n",
        "The two ministers signed a treaty on water in the capital on Monday, officials said. ",
        "&nbsp;",
        "&#0;",
        "\x00",
    ]
)
MARKUP = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join)


def check(document: SourceDocument) -> None:
    answer = read_article(document)
    assert isinstance(answer, Article | Rejection)
    article = answer.article if isinstance(answer, Rejection) else answer
    if article is None:
        return
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        assert block.text == " ".join(block.text.split())
    assert record_from_json(Article, json_from_record(article)) == article


@settings(deadline=None)
@given(st.binary(max_size=400), FORMS, st.sampled_from([None, "utf-8", "utf-7", "hex", "cp1251", "\x00", "idna"]))
def test_any_bytes_end_as_article_or_rejection(body: bytes, form: str, charset: str | None) -> None:
    check(SourceDocument("d", body, form, "file", charset=charset))


@settings(deadline=None)
@given(MARKUP, FORMS, st.text(max_size=30))
def test_any_markup_ends_as_article_or_rejection(body: str, form: str, words: str) -> None:
    given_words = Given(title=words, author=words, language=words, section=words)
    document = SourceDocument("d", body.encode("utf-8", "replace"), form, "feed", address=words, given=given_words)
    check(document)
