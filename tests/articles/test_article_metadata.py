import pytest

from dragoman.articles.byline import clean_author, looks_like_name
from dragoman.articles.genre import judge_genre
from dragoman.articles.html_page import parse_markup
from dragoman.articles.metadata import PageFacts, read_facts
from dragoman.articles.titles import cut_outlet


def facts_of(head: str, body: str = "", address: str | None = None) -> PageFacts:
    root = parse_markup(f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return read_facts(root, address)


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


ARTICLE = '"@type": "NewsArticle", "headline": "Mali frees captives", "datePublished": "2020-02-03T10:00Z"'


@pytest.mark.parametrize(
    "json",
    [
        f"{{{ARTICLE}}}",
        f"[{{{ARTICLE}}}]",
        f'{{"@graph": [{{"@type": "WebSite"}}, {{{ARTICLE}}}]}}',
        f'{{"@type": "WebPage", "mainEntity": {{{ARTICLE}}}}}',
        f"<!-- {{{ARTICLE}}} -->",
        f"//<![CDATA[\n{{{ARTICLE}}}\n//]]>",
        f"{{{ARTICLE},}}",
        f'{{{ARTICLE}, "description": "He said "no" twice"}}',
        f'{{{ARTICLE}, "description": "two\nlines"}}',
        f"{{{ARTICLE}}}".replace('"', "&#34;"),
    ],
    ids=["plain", "list", "graph", "main-entity", "comment", "cdata", "comma", "quotes", "newline", "entities"],
)
def test_linked_data_is_read_in_every_wrapping(json: str) -> None:
    facts = facts_of(linked(json))
    assert (facts.title, facts.published) == ("Mali frees captives", "2020-02-03T10:00+00:00")
    assert facts.is_article


def test_of_several_articles_the_one_at_the_pages_address_counts() -> None:
    other = '{"@type": "NewsArticle", "headline": "Something else", "url": "https://a.example/other"}'
    mine = '{"@type": "NewsArticle", "headline": "The story itself", "url": "https://a.example/story"}'
    assert facts_of(linked(f"[{other}, {mine}]"), address="https://a.example/story").title == "The story itself"


@pytest.mark.parametrize("json", ["", "null", "[[[[", '"text"', "{", "[" * 5000], ids=str)
def test_linked_data_of_any_shape_does_no_harm(json: str) -> None:
    assert facts_of(linked(json) + "<title>Two ministers meet</title>").title == "Two ministers meet"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-05-06T07:08:09+02:00">', "2021-05-06T07:08:09+02:00"),
        (
            '<meta name="date" content="2021-05-06"><meta name="pubdate" content="2021-05-06T07:08:00Z">',
            "2021-05-06T07:08+00:00",
        ),
        (
            '<meta property="article:modified_time" content="2022-01-01"><meta name="date" content="2021-05-06">',
            "2021-05-06",
        ),
        ('<meta property="og:title" content="Ministers meet in Accra | Post | 06.05.2021">', "2021-05-06"),
        ("<title>No date at all</title>", None),
    ],
)
def test_the_time_of_publication_is_found(head: str, published: str | None) -> None:
    assert facts_of(head).published == published


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Ministers meet</h1><time datetime='2021-05-06T07:08:00Z'>today</time>",
        "<h1>Ministers meet</h1><span class='post-date'>May 6, 2021 07:08 GMT</span>",
        "<h1>Ministers meet</h1><p>Published 6 May 2021 at 07:08 UTC</p>",
        "<i itemprop='datePublished' content='2021-05-06T07:08Z'></i>",
    ],
)
def test_a_shown_time_is_found_without_metadata(body: str) -> None:
    assert facts_of("", body).published == "2021-05-06T07:08+00:00"


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Two killed in Kivu | Lake News", "Two killed in Kivu"),
        ("Two killed in Kivu - Lake News", "Two killed in Kivu"),
        ("Two killed in Kivu * Lake News * by Ann Smith", "Two killed in Kivu"),
        ("Two killed in Kivu | Lake | 28.04.2023", "Two killed in Kivu"),
        ("Iran - Iraq talks resume", "Iran - Iraq talks resume"),
        ("Lake News: a history", "Lake News: a history"),
    ],
)
def test_the_outlets_name_is_cut_from_a_title(title: str, cut: str) -> None:
    assert cut_outlet(title, ["lake news"]) == cut


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By JANE DOE and JOHN ROE", "Jane Doe and John Roe"),
        ("Author: Ana María López | Updated 3 May 2020", "Ana María López"),
        ("Reuters", "Reuters"),
        ("https://www.facebook.com/post", None),
        ("admin", None),
        ("", None),
    ],
)
def test_authors_are_cleaned(byline: str, author: str | None) -> None:
    assert clean_author(byline) == author


@pytest.mark.parametrize(
    ("line", "expected"), [("Ana de la Cruz", True), ("Talks fail", False), ("World", False), ("A. B. Smith", True)]
)
def test_names_are_told_from_labels(line: str, expected: bool) -> None:
    assert looks_like_name(line) is expected


@pytest.mark.parametrize(
    ("kinds", "section", "address", "title", "genre"),
    [
        (("NewsArticle",), "World", None, None, "news"),
        (("NewsArticle",), "Opinion", None, None, "opinion"),
        ((), None, "https://a.example/analysis/x", None, "analysis"),
        (("OpinionNewsArticle",), None, None, None, "opinion"),
        ((), "Press releases", None, None, "press release"),
        ((), None, None, "Interview: the minister on trade", "interview"),
        ((), "ANALYTICS", None, None, "analysis"),
        ((), "World", "https://a.example/world/x", "Talks fail", None),
    ],
)
def test_the_genre_is_told_where_the_page_tells_it(
    kinds: tuple[str, ...], section: str | None, address: str | None, title: str | None, genre: str | None
) -> None:
    assert judge_genre(kinds, section, address, title) == genre
