"""The agency that an article credits is its reporter; a mention is no credit."""

import pytest

from dragoman.records import Article
from dragoman.stories.credits import find_credit, known_agency

MORE = "More was not known in the evening, and the harbour stayed closed."


def article(*paragraphs, author=None, outlet="Fjord Courier"):
    return Article("a", title="Harbour closed", author=author, outlet=outlet, paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("start", "agency"),
    [
        ("LIMA (Reuters) - The port", "Reuters"),
        ("LIMA, May 3 (Reuters) - The port", "Reuters"),
        ("(Reuters) - The port", "Reuters"),
        ("PORTLAND, Ore. (AP) — The port", "Associated Press"),
        ("May 3 (Reuters) - The port", "Reuters"),
        ("BAKU, Azerbaijan, May 3. /Trend/. The port", "Trend"),
        ("Moscow, May 3 - RIA Novosti. The port", "RIA Novosti"),
        ("BEIJING, May 3 (Xinhua) -- The port", "Xinhua"),
        ("PORT AVEN, May 3 (Lantern Press) — The port", "Lantern Press"),
        ("PORT AVEN, May 3 (Lantern) — The port", "Lantern"),
        ("PORT AVEN (Lantern Press) — The port", "Lantern Press"),
        ("PARIS (France) — The port", None),
        ("The European Union (EU) - a bloc of states", None),
        ("The army (AP reported) said", None),
        ("The port was closed, officials told Reuters.", None),
    ],
)
def test_agency_in_the_dateline_is_credited(start, agency):
    assert find_credit(article(f"{start} was closed.", MORE)) == agency


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("(AP)", "Associated Press"),
        ("He left at once, he said. (AFP)", "AFP"),
        ("© AFP", "AFP"),
        ("Copyright 2024 The Associated Press.", "Associated Press"),
        ("Source: Interfax", "Interfax"),
        ("— Reuters", "Reuters"),
        ("Reuters", "Reuters"),
        ("(Reporting by Ana Bello; Editing by Carl Dent)", "Reuters"),
        ("Reporting by Ana Bello; Reuters", "Reuters"),
        ("(Lantern News Agency)", "Lantern News Agency"),
        ("with agencies", None),
        ("It was signed with the Palestinian Authority (PA)", None),
        ("The ministry told Reuters.", None),
        ("He had worked for the agency (Reuters) once.", None),
    ],
)
def test_agency_in_the_last_line_is_credited(end, agency):
    assert find_credit(article("The port was closed on Friday.", end)) == agency


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("Reuters", "Reuters"),
        ("By Associated Press", "Associated Press"),
        ("Jane Doe, Associated Press", "Associated Press"),
        ("Jane Doe | AFP", "AFP"),
        ("Staff and agencies", None),
        ("Petra Novak", None),
        (None, None),
    ],
)
def test_agency_in_the_byline_is_credited(author, agency):
    assert find_credit(article("The port was closed on Friday.", MORE, author=author)) == agency


@pytest.mark.parametrize(
    ("outlet", "agency"), [("www.reuters.com", "Reuters"), ("AP", "Associated Press"), ("Fjord Courier", None)]
)
def test_agency_that_publishes_itself_is_credited(outlet, agency):
    assert find_credit(article("The port was closed on Friday.", outlet=outlet)) == agency


def test_article_without_a_body_credits_nobody():
    assert find_credit(article()) is None


def test_one_agency_has_one_name():
    assert {known_agency(name) for name in ("AP", "The Associated Press", "apnews.com", "https://apnews.com")} == {
        "Associated Press"
    }
