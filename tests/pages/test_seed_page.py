"""The founding page, saved as plain text, must come out exactly as its gold says."""

import json
from pathlib import Path

import pytest

from dragoman.articles import read_article
from dragoman.records import Article, SourceDocument, json_from_record

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAGE, GOLD = SHARED / "seed" / "caliber_article.txt", SHARED / "gold" / "seed_page.json"


@pytest.mark.skipif(not (PAGE.is_file() and GOLD.is_file()), reason=f"no founding page at {PAGE}")
def test_the_founding_page_comes_out_as_gold() -> None:
    article = read_article(SourceDocument(PAGE.name, PAGE.read_bytes(), "page", "file"))
    assert isinstance(article, Article)
    found, gold = json_from_record(article), json.loads(GOLD.read_text(encoding="utf-8"))
    for name in ("related", "latest"):
        found[name] = [{field: item[field] for field in ("title", "deck", "published")} for item in found[name]]
    assert {name: found[name] for name in gold} == gold
