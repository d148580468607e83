"""Stories as lines, and which stories count: what lists, facts and turning points are made of.

Comes in: `Story` records.  Goes out: `StoryLine`s, most telling first where asked.
"""

from collections.abc import Iterable, Sequence

from dragoman.errors import BadUse
from dragoman.records import CLAIM, FACES, HISTORICAL, NOT_ACTUAL, NOT_STATE, Entity, Story
from dragoman.records.story import ANALYSIS, HEADLINE
from dragoman.relations.model import StoryLine

PRECISE = frozenset({"day", "week", "month", "range"})  # what dates a story closely enough to count on its own day
LENGTHS = {"year": 4, "month": 7}  # characters of an ISO day that a precision vouches for
MARKS = {
    CLAIM: "claim",
    HISTORICAL: "background",
    NOT_ACTUAL: "not actual",
    ANALYSIS: "analysis only",
    HEADLINE: "headline only",
    NOT_STATE: "not only states",
}


def sum_switches(switches: Iterable[str]) -> int:
    """Return the flags that these switches turn on; BadUse for one that there is not."""
    flags = 0
    for name in switches:
        if name not in FACES:
            raise BadUse(f"no switch {name!r}; there are {', '.join(FACES)}")
        flags |= FACES[name]
    return flags


def is_counted(story: Story, flags: int) -> bool:
    """Say whether a story counts with these flags on."""
    return not story.face & ~flags


def day_of(story: Story) -> str | None:
    """Return the day that a story counts on, as the roll-up has it: its own, else that of its first report.

    Its own is taken where it is told to the month at least: a story of "2016" counts on no day of that year.
    """
    is_near = story.date is not None and story.date_precision in PRECISE
    day = story.date if is_near else story.first_seen
    return day[:10] if day else None


def date_of(story: Story) -> str | None:
    """Return the date of a story as far as it is told: a day, "2016-05" or "2016"; None where none is."""
    if story.date is None:
        return None
    return story.date[: LENGTHS.get(story.date_precision or "", 10)]


def line_of(story: Story) -> StoryLine:
    """Return a story as a line."""
    return StoryLine(
        key=story.key,
        date=date_of(story),
        told=story.first_seen,
        sides=sides_of(story),
        event=story.event,
        mode=story.mode,
        score=story.score,
        place=story.place.name if story.place else None,
        outlets=len(story.reporters),
        reports=story.reports,
        marks=tuple(mark for flag, mark in MARKS.items() if story.face & flag),
        sentence=story.line,
    )


def sides_of(story: Story) -> str:
    """Return who stands to whom: "NOR → CHL", "CHL ⇄ NOR" where all act on each other, "NOR" without a recipient."""
    actors = list(dict.fromkeys(_party(entity) for entity in story.actor))
    if story.reciprocal:
        return " ⇄ ".join(actors)
    recipients = list(dict.fromkeys(_party(entity) for entity in story.recipient))
    return f"{', '.join(actors)} → {', '.join(recipients)}" if recipients else ", ".join(actors)


def rank_telling(stories: Iterable[Story]) -> list[Story]:
    """Return stories, the most telling first: most independent outlets, then most extreme score, then newest."""
    newest = sorted(stories, key=lambda story: (day_of(story) or "", story.key), reverse=True)
    return sorted(newest, key=lambda story: (-len(story.reporters), -abs(story.score)))


def newest_first(stories: Sequence[Story]) -> list[Story]:
    """Return stories by day, the newest first, those without any last."""
    return sorted(stories, key=lambda story: (day_of(story) or "", story.key), reverse=True)


def goes_between(story: Story, first: str, second: str) -> bool:
    """Say whether a story has a dyad of these two codes, whichever way."""
    return any({dyad.actor, dyad.recipient} == {first, second} for dyad in story.dyads)


def codes_of(story: Story) -> frozenset[str]:
    """Return the codes of all sides."""
    return frozenset(entity.code for entity in (*story.actor, *story.recipient) if entity.code)


def _party(entity: Entity) -> str:
    return " ".join(part for part in (entity.code or "unknown", entity.sector) if part and part != "UNK")
