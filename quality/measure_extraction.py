"""Measures how well news pages are read: main text, title and day of publication.

In: the stored pages and their gold in `../shared/corpus`, beside the repository.  Out: a line per page and the means,
on standard output.  The body is measured without its deck (`body`) and with it (`with deck`), since gold holds decks
on some pages and not on others; the targets stand on the first.  Run: `python quality/measure_extraction.py`.
"""

import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles import read_article
from dragoman.records import Article, Rejection, SourceDocument

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Measure:
    """What was found on one page, against its gold."""

    file: str
    body: float
    with_deck: float
    is_title_right: bool
    is_day_right: bool
    seconds: float
    note: str


def measure_pages(corpus: Path) -> list[Measure]:
    """Return the measures of all pages that gold names."""
    lines = (corpus / "extraction_gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [_measure(corpus / "html", json.loads(line)) for line in lines]


def word_f1(found: str, gold: str) -> float:
    """Return the F1 of two bags of lower-cased words."""
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def is_same_title(found: str | None, gold: str, outlet: str | None) -> bool:
    """Compare titles without case, punctuation, and what stands behind a separator with the outlet's name."""
    if outlet:
        gold = re.split(rf"\s[|*–—-]\s(?={re.escape(outlet)}\b)", gold, flags=re.IGNORECASE)[0]
    ours, theirs = (re.findall(r"\w+", text.casefold()) for text in (found or "", gold))
    return ours == theirs


def _measure(folder: Path, gold: dict[str, str]) -> Measure:
    document = SourceDocument(gold["file"], (folder / gold["file"]).read_bytes(), "html", "file")
    start = time.perf_counter()
    answer = read_article(document)
    seconds = time.perf_counter() - start
    article = (answer.article if isinstance(answer, Rejection) else answer) or Article(gold["file"])
    body = "\n".join(article.paragraphs)
    return Measure(
        file=gold["file"],
        body=word_f1(body, gold["body"]),
        with_deck=word_f1(f"{article.deck or ''}\n{body}", gold["body"]),
        is_title_right=is_same_title(article.title, gold["title"], article.outlet),
        is_day_right=article.day == gold["published"],
        seconds=seconds,
        note=answer.reason if isinstance(answer, Rejection) else "",
    )


def main() -> int:
    """Print the measures; a message and status 0 where the pages are not there."""
    if not CORPUS.is_dir():
        print(f"no stored pages at {CORPUS}: nothing measured")
        return 0
    measures = measure_pages(CORPUS)
    print(f"{'page':42} body   +deck  title day   ms")
    for one in measures:
        title, day = ("ok" if right else "NO" for right in (one.is_title_right, one.is_day_right))
        scores = f"{one.body:.3f}  {one.with_deck:.3f}  {title:5} {day:4} {one.seconds * 1000:5.0f}"
        print(f"{one.file:42} {scores}  {one.note}")
    bodies = [one.body for one in measures]
    print(f"{len(measures)} pages; mean body F1 {sum(bodies) / len(bodies):.4f}, lowest {min(bodies):.4f}")
    print(f"mean with deck {sum(one.with_deck for one in measures) / len(measures):.4f}")
    titles, days = sum(one.is_title_right for one in measures), sum(one.is_day_right for one in measures)
    print(f"titles right {titles}, days right {days}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
