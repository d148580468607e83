"""Real feeds and archives, where they stand beside the repository."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.records import Rejection

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not beside the repository")


def count_outcomes(path: Path) -> dict[str, int]:
    outcomes = open_documents([str(path)], DocumentSettings())
    return dict(Counter(outcome.reason if isinstance(outcome, Rejection) else outcome.form for outcome in outcomes))


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("bbc_urdu_2018_miniflux.xml", 26),
        ("bbc_world_2017_3items.xml", 3),
        ("guardian_2018_rss-parser.rss", 55),
        ("huffpost_canada_feedjira.xml", 2),
        ("jornal_de_noticias_2018_rss-parser_latin1.rss", 40),
        ("uol_noticias_2018_rss-parser.rss", 15),
    ],
)
def test_every_item_of_a_real_feed_is_read(name: str, items: int) -> None:
    assert count_outcomes(CORPUS / "feeds" / name) == {"item": items}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chatnoir_clipped_houstonpress.warc.gz", {"truncated": 1}),
        ("chatnoir_clueweb22_50recs.warc.gz", {"html": 16}),
        ("example-wrong-chunks.warc.gz", {"html": 1}),
        ("warcio_example-bad.warc.gz.bad", {"html": 1, "http status 302": 1}),
        ("warcio_example.warc.gz", {"html": 1}),
        ("whirlwind_commoncrawl_wikipedia.warc.gz", {"html": 1}),
    ],
)
def test_every_page_of_a_real_archive_is_read(name: str, expected: dict[str, int]) -> None:
    assert count_outcomes(CORPUS / "warc" / name) == expected


def test_real_pages_are_told_to_be_pages() -> None:
    assert count_outcomes(CORPUS / "html") == {"html": 17}
