"""How often an event of a rule's tier is right: what `CONFIDENCE` in events/settling.py stands on.

In: our own gold, both halves; figures alone are shown.  Out: a line per tier, with all sides known and with one left
open: events coded, those that count as wrong, the share that is right, and what to put down: that share shrunk to the
one of all tiers by `PRIOR` events, because some tiers code few.  Run it when rules or gold have changed, and
carry the last column over.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "quality")]

from dragoman import CodedArticle, Event, code_texts  # noqa: E402  (the folder must be on the path first)
from dragoman.events.settling import is_open  # noqa: E402
from dragoman.knowledge.lexicon import load_lexicon  # noqa: E402
from dragoman.ontology import load_ontology  # noqa: E402
from goldsheets import Sheet, article_from_sheet, find_sheets, read_sheets  # noqa: E402
from owngold import GOLD, HALVES  # noqa: E402
from scoring import score_article, tell_coded  # noqa: E402

PRIOR = 10  # events; a tier of fewer says little of its own
SIDES = {False: "all sides known", True: "a side left open"}
Tier = tuple[str, bool]


def read_coded() -> Iterator[tuple[Sheet, tuple[Event, ...]]]:
    """Yield every sheet of our gold with the events coded in it."""
    for half in HALVES:
        sheets = read_sheets(find_sheets(GOLD / half), load_ontology())
        outcomes = code_texts([article_from_sheet(sheet) for sheet in sheets])
        for sheet, outcome in zip(sheets, outcomes, strict=True):
            yield sheet, outcome.events if isinstance(outcome, CodedArticle) else ()


def count_tiers() -> tuple[Counter[Tier], Counter[Tier]]:
    """Return how many events each tier coded in our gold, and how many of them are wrong."""
    kinds = {row.rule: row.kind for row in load_lexicon().rows}
    coded, wrong = Counter[Tier](), Counter[Tier]()
    for sheet, events in read_coded():
        tiers = [(kinds.get(event.coder.rule, "claim"), is_open(event.actor, event.recipient)) for event in events]
        coded.update(tiers)
        told = [f"{tell_coded(event)} :: {event.text}" for event in events]
        for line in score_article(sheet, events).lines:
            if line.startswith("EXTRA"):
                wrong[next(tier for tier, words in zip(tiers, told, strict=True) if line.endswith(words))] += 1
    return coded, wrong


def main() -> None:
    """Print the table."""
    coded, wrong = count_tiers()
    for is_one_open, sides in SIDES.items():
        here = [tier for tier in sorted(coded) if tier[1] == is_one_open]
        base = 1 - sum(wrong[tier] for tier in here) / sum(coded[tier] for tier in here)
        print(f"{sides}: {sum(coded[tier] for tier in here)} events, {base:.3f} right")
        for tier in here:
            right = coded[tier] - wrong[tier]
            shrunk = (right + PRIOR * base) / (coded[tier] + PRIOR)
            print(f"  {tier[0]:9} coded {coded[tier]:4}  wrong {wrong[tier]:4}  put {shrunk:.2f}")


if __name__ == "__main__":
    main()
