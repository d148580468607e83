"""The long proofs' own parts: invented news, their report, and that each script is there."""

import json

import pytest

from proofs.newsroom import COPY_EVERY, article_lines, make_article
from prove import ROOT, SCRIPTS, Proof, render_figures


def test_articles_of_a_number_are_always_the_same():
    assert list(article_lines(20)) == list(article_lines(20))
    assert list(article_lines(5, first=10)) == list(article_lines(15))[10:]


def test_articles_are_of_some_150_words_and_each_of_its_own_id():
    articles = [json.loads(line) for line in article_lines(80)]
    assert len({article["id"] for article in articles}) == 80
    own = [
        len(article["text"].split()) for number, article in enumerate(articles) if number % COPY_EVERY != COPY_EVERY - 1
    ]
    assert min(own) >= 150
    assert max(own) < 190


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return set(zip(words, words[1:], words[2:], strict=False))


@pytest.mark.parametrize("number", range(COPY_EVERY - 1, 10 * COPY_EVERY, COPY_EVERY))
def test_every_eighth_article_is_a_copy_of_one_of_the_seven_before_and_of_no_other(number):
    copy = shingles(make_article(number)["text"])
    alike = {}
    for other in range(number - COPY_EVERY + 1, number):
        theirs = shingles(make_article(other)["text"])
        alike[other] = len(copy & theirs) / len(copy | theirs)
    assert sum(likeness > 0.5 for likeness in alike.values()) == 1
    assert sum(likeness < 0.2 for likeness in alike.values()) == COPY_EVERY - 2


def test_a_report_has_figures_result_commit_and_machine():
    proof = Proof("kills", "abc123", True, "2024-05-14", 61.7, "{}", 1)
    told = {"title": "SIGKILLs", "passed": False, "figures": {"kills on sqlite": 50}}
    report = render_figures("kills", told, proof, "x86_64, 2 cores")
    assert report.startswith("# SIGKILLs\n")
    for line in (
        "FAILED (exit status 1)",
        "| kills on sqlite | 50 |",
        "abc123, with changes",
        "2 cores",
        "prove.py kills",
    ):
        assert line in report


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_proof_has_its_script(name):
    assert (ROOT / "quality" / "proofs" / f"{name}.py").is_file()
