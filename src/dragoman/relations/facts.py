"""Standing facts of a dyad, with the first and the last story that tells each.

Comes in: stories of the dyad, background ones too, since that is how standing facts are mostly told.  Goes out:
`Fact`s, those told last first.  What is looked for stands in `fact_table`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.records import HISTORICAL, Story
from dragoman.relations.fact_table import FACTS, FactRow
from dragoman.relations.lines import line_of
from dragoman.relations.lists import way_of
from dragoman.relations.model import Fact

LONGEST = 2000  # characters of a sentence that are looked at: patterns stay quick whatever a page holds

Way = tuple[str, str, bool]  # doer, other side, whether it holds both ways


def find_facts(stories: Iterable[Story], codes: tuple[str, str], rows: Sequence[FactRow] = FACTS) -> tuple[Fact, ...]:
    """Return the standing facts that these stories of a dyad tell; each fact, way and state once."""
    found: dict[tuple[str, str, Way], tuple[FactRow, list[Story]]] = {}
    for story in stories:
        for row in {(row.name, row.state): row for row in rows if tells(story, row)}.values():
            key = (row.name, row.state, _way(story, row, codes))
            found.setdefault(key, (row, []))[1].append(story)
    facts = (_fact(row, way, told) for (_, _, way), (row, told) in found.items())
    return tuple(sorted(facts, key=lambda fact: (_last_day(fact), fact.name, fact.state), reverse=True))


def tells(story: Story, row: FactRow) -> bool:
    """Say whether a story is evidence of a row's fact."""
    if story.event not in row.types or (row.modes and story.mode not in row.modes):
        return False
    if row.contexts and not set(row.contexts) & set(story.context):
        return False
    told = f"{story.line[:LONGEST]} {(story.object or '')[:LONGEST]}"
    return bool(_pattern(row.words).search(told)) and not (row.unless and _pattern(row.unless).search(told))


def _way(story: Story, row: FactRow, codes: tuple[str, str]) -> Way:
    actor, recipient, is_mutual = way_of(story, codes)
    if row.is_mutual or is_mutual:
        return min(codes), max(codes), True
    return (recipient, actor, False) if row.is_turned else (actor, recipient, False)


def _fact(row: FactRow, way: Way, stories: list[Story]) -> Fact:
    ordered = sorted(
        stories, key=lambda story: (story.date or story.first_seen or "", story.first_seen or "", story.key)
    )
    return Fact(
        name=row.name,
        label=row.label,
        state=row.state,
        is_mutual=way[2],
        actor=way[0],
        recipient=way[1],
        stories=len(ordered),
        reports=sum(story.reports for story in ordered),
        background=sum(1 for story in ordered if story.face & HISTORICAL),
        first=line_of(ordered[0]),
        last=line_of(ordered[-1]),
    )


def _last_day(fact: Fact) -> str:
    return fact.last.date or fact.last.told or ""


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
