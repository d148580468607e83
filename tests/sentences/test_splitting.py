"""Blocks into sentences: what ends one and what does not."""

import pytest

from dragoman.records import Article, ListedHeadline
from dragoman.sentences import split_article

CASES = [
    pytest.param("Peru signed. Chile did not.", ["Peru signed.", "Chile did not."], id="two plain sentences"),
    pytest.param("Mr. Ortega met Gen. Silva in Lima.", ["Mr. Ortega met Gen. Silva in Lima."], id="titles"),
    pytest.param(
        "He left the U.S. Navy in May.", ["He left the U.S. Navy in May."], id="abbreviated state as modifier"
    ),
    pytest.param(
        "She flew to the U.S. The talks failed.", ["She flew to the U.S.", "The talks failed."], id="abbreviation ends"
    ),
    pytest.param(
        "Growth was 3.5 percent. Exports fell.", ["Growth was 3.5 percent.", "Exports fell."], id="decimal point"
    ),
    pytest.param('"We agree." The envoy smiled.', ['"We agree."', "The envoy smiled."], id="closing quote belongs"),
    pytest.param("“Will they come?” asked Lima. No.", ["“Will they come?” asked Lima.", "No."], id="question inside"),
    pytest.param("J. K. Mwangi, envoy of Kenya, left.", ["J. K. Mwangi, envoy of Kenya, left."], id="initials"),
    pytest.param(
        "It rained on Feb. 3 in Quito. Roads closed.", ["It rained on Feb. 3 in Quito.", "Roads closed."], id="month"
    ),
    pytest.param("Talks went on... and on.", ["Talks went on... and on."], id="dots inside"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_paragraph_splits_into_sentences(text: str, expected: list[str]) -> None:
    sentences = split_article(Article("a", paragraphs=(text,)))
    assert [sentence.text for sentence in sentences] == expected


def test_sentences_quote_the_canonical_text_and_know_their_block() -> None:
    article = Article(
        "a",
        title="Peru, Chile sign accord. At last",
        published="2024-05-14",
        paragraphs=("One thing. Another thing.", "A third."),
        latest=(ListedHeadline("Oslo greets envoy", "A warm day", "2024-05-13T10:00"),),
    )
    sentences = split_article(article)
    assert all(article.text[s.start : s.end] == s.text for s in sentences)
    assert [s.number for s in sentences] == list(range(len(sentences)))
    assert [(s.section, s.sequence) for s in sentences] == [
        ("title", 1), ("body", 1), ("body", 1), ("body", 2), ("latest", 1), ("latest", 1),
    ]  # fmt: skip
    assert sentences[0].is_headline
    assert sentences[-1].published == "2024-05-13T10:00"
