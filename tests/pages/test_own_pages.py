"""Small pages of our own, each with a flaw that real pages have: what is expected stands beside each in JSON."""

import json
from pathlib import Path

import pytest

from dragoman.articles import read_article
from dragoman.records import SourceDocument, json_from_record

OWN = Path(__file__).parent / "own"
FORMS = {".html": "html", ".txt": "page"}
PAGES = sorted(path for path in OWN.iterdir() if path.suffix in FORMS)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_is_read_as_expected(page: Path) -> None:
    document = SourceDocument(page.name, page.read_bytes(), FORMS[page.suffix], "file")
    expected = json.loads((OWN / f"{page.name}.json").read_text(encoding="utf-8"))
    assert json_from_record(read_article(document)) == expected
