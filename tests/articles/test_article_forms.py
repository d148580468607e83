import pytest

from dragoman.articles import ArticleLimits, read_article
from dragoman.records import Article, Given, Rejection, SourceDocument

STORY = "The foreign minister of Ghana met the ambassador of Togo in Accra on Monday. They spoke about the border."
HEAD = "<html><head><title>Ministers meet in Accra</title></head>"
PAGE = HEAD + "<body><h1>Ministers meet in Accra</h1>{}</body></html>"


def read(body: str, form: str, given: Given | None = None, limits: ArticleLimits | None = None) -> Article | Rejection:
    document = SourceDocument("d", body.encode(), form, "text", given=given or Given())
    return read_article(document, limits) if limits else read_article(document)


def test_prose_keeps_every_line_and_parts_at_blank_lines() -> None:
    article = read(
        f"Read more:\n\n{STORY}\nSame paragraph.\r\n \r\nLast one.",
        "prose",
        Given(title=" A  title ", published="2024-05-01"),
    )
    assert isinstance(article, Article)
    assert article.paragraphs == ("Read more:", f"{STORY} Same paragraph.", "Last one.")
    assert (article.title, article.published, article.language) == ("A title", "2024-05-01", "en")


def test_a_short_prose_is_read() -> None:
    assert isinstance(read("Ghana recalls envoy.", "prose"), Article)


def test_an_item_without_summary_is_its_headline() -> None:
    article = read("", "item", Given(title="Ghana recalls envoy from Togo"))
    assert isinstance(article, Article)
    assert article.paragraphs == ()


def test_an_item_loses_markup_and_calls_to_read_on() -> None:
    summary = f"<p>{STORY}</p><p>More talks &amp; visits follow.<br/></p><a href='x'>Continue reading...</a><img src=x>"
    article = read(summary, "item", Given(title="Ministers meet"))
    assert isinstance(article, Article)
    assert article.paragraphs == (STORY, "More talks & visits follow.")


@pytest.mark.parametrize("form", ["prose", "item"])
def test_an_empty_text_is_too_short(form: str) -> None:
    answer = read(" \n ", form)
    assert isinstance(answer, Rejection)
    assert answer.reason == "too short"


@pytest.mark.parametrize(
    ("body", "form", "reason"),
    [
        ("", "html", "no article"),
        ("", "page", "no article"),
        (PAGE.format(""), "html", "no article"),
        (
            PAGE.format("<p>They met in Accra on Monday and spoke about fish, trade and the border.</p>"),
            "html",
            "too short",
        ),
        ("Ministers meet\n\nThey met in Accra on Monday.", "page", "too short"),
        ("<html><head><title>Ministers meet in Accra</title><script>var a = 1;", "html", "truncated"),
        (f"<html><body><script>var text = '{STORY}", "html", "truncated"),
        (f"<p>{STORY}</p>" + "<div>" * 5000, "html", "unreadable"),
        ("<p>x" * 150_000, "html", "too large"),
        (STORY, "letter", "unreadable"),
    ],
    ids=[
        "empty html",
        "empty page",
        "title only",
        "short html",
        "short page",
        "head",
        "script",
        "deep",
        "tags",
        "form",
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(body: str, form: str, reason: str) -> None:
    answer = read(body, form)
    assert isinstance(answer, Rejection)
    assert (answer.stage, answer.reason) == ("articles", reason)
    assert answer.detail


def test_a_page_that_calls_itself_an_article_may_be_a_flash() -> None:
    head = '<html><head><meta property="og:type" content="article"></head>'
    text = "The foreign ministers of Ghana and Togo met in Accra on Monday."
    assert isinstance(read(f"{head}<body><h1>Ministers meet</h1><p>{text}</p></body></html>", "html"), Article)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (ArticleLimits(max_characters=50), "too large"),
        (ArticleLimits(max_page_bytes=50), "too large"),
        (ArticleLimits(languages=("fr",)), "language not coded"),
    ],
)
def test_limits_hold(limits: ArticleLimits, reason: str) -> None:
    answer = read(STORY, "prose", limits=limits)
    assert isinstance(answer, Rejection)
    assert answer.reason == reason


def test_a_foreign_text_is_read_and_kept_in_its_rejection() -> None:
    text = "Der Außenminister traf am Montag in Berlin seinen Kollegen aus Polen, um über die Grenze zu sprechen."
    answer = read(text, "prose", Given(language="en"))
    assert isinstance(answer, Rejection)
    assert answer.reason == "language not coded"
    assert "German (de)" in answer.detail
    assert answer.article is not None
    assert answer.article.paragraphs == (text,)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Ghana recalls envoy from Togo", None, "en"),
        ("Ghana ruft Botschafter zurück", "de-DE", "de"),
        ("Министр уходит в отставку", None, "ru"),
        ("Министр уходит в отставку", "en", "ru"),
    ],
)
def test_short_texts_are_taken_at_their_word_unless_the_script_says_no(
    text: str, declared: str | None, language: str
) -> None:
    answer = read(text, "prose", Given(language=declared))
    article = answer.article if isinstance(answer, Rejection) else answer
    assert article is not None
    assert article.language == language
