"""What a dyad's stories tell one by one: meetings, supplies, threats, clashes, and the most telling ones.

Comes in: the stories of a dyad that count.  Goes out: `Lists`, newest first, each with how many there are in all.
To add a list, name its types here and give `Lists` a field.
"""

import re
from collections.abc import Sequence

from dragoman.records import Entity, Story, normalise
from dragoman.relations.fact_table import BUYING
from dragoman.relations.lines import day_of, line_of, newest_first, rank_telling
from dragoman.relations.model import Attendee, Listing, Lists, Meeting, Supply

MEETINGS = frozenset({"CONSULT"})
SUPPLIES = frozenset({"AID", "COOPERATE"})  # help that one side gives, and trade or work that both have of
THREATS = frozenset({"THREATEN", "MOBILIZE"})  # in words, and by shows of force
BOUGHT = re.compile(BUYING, re.IGNORECASE)
CLASHES = frozenset({"ASSAULT", "COERCE"})  # violence, and force short of it


def list_stories(stories: Sequence[Story], codes: tuple[str, str], most: int) -> Lists:
    """Return what the stories of a dyad tell, at most `most` of each kind."""
    meetings = _of_types(stories, MEETINGS)
    supplies = _supplies(stories, codes)
    return Lists(
        meetings_total=len(meetings),
        meetings=tuple(Meeting(line_of(story), attendees_of(story, codes)) for story in meetings[:most]),
        supplies_total=len(supplies),
        supplies=tuple(supplies[:most]),
        threats=_listing(_of_types(stories, THREATS), most),
        clashes=_listing(_of_types(stories, CLASHES), most),
        telling=_listing(rank_telling(stories), most),
    )


def list_joint(stories: Sequence[Story], most: int) -> Listing:
    """Return the most telling of these stories."""
    return _listing(rank_telling(stories), most)


def attendees_of(story: Story, codes: tuple[str, str]) -> tuple[Attendee, ...]:
    """Return who of the dyad took part by name, or by office where no name is told."""
    found: dict[tuple[str, str], Attendee] = {}
    for entity in (*story.actor, *story.recipient):
        name = _name_of(entity)
        if entity.code in codes and name:
            found.setdefault((entity.code, name), Attendee(entity.code, name, entity.office))
    return tuple(found.values())


def way_of(story: Story, codes: tuple[str, str]) -> tuple[str, str, bool]:
    """Return who does it to whom, and whether it goes both ways (codes in order of the alphabet then)."""
    between = [dyad for dyad in story.dyads if {dyad.actor, dyad.recipient} == set(codes)]
    ways = {(dyad.actor, dyad.recipient) for dyad in between}
    if len(ways) != 1 or any(dyad.is_reciprocal for dyad in between):
        return min(codes), max(codes), True
    return between[0].actor, between[0].recipient, False


def _name_of(entity: Entity) -> str | None:
    is_person = bool(entity.entity_id and entity.entity_id.startswith("person:"))
    return entity.identifier_text if is_person and entity.identifier_text else entity.office


def _of_types(stories: Sequence[Story], types: frozenset[str]) -> list[Story]:
    return newest_first([story for story in stories if story.event in types])


def _listing(stories: Sequence[Story], most: int) -> Listing:
    return Listing(len(stories), tuple(line_of(story) for story in stories[:most]))


def _supplies(stories: Sequence[Story], codes: tuple[str, str]) -> list[Supply]:
    """Return what was supplied, one line for each thing and way, the newest first."""
    groups: dict[tuple[str, tuple[str, str, bool]], list[Story]] = {}
    for story in _of_types(stories, SUPPLIES):
        if story.object and normalise(story.object):
            groups.setdefault((normalise(story.object), _supply_way(story, codes)), []).append(story)
    return [_supply(group, way) for (_, way), group in groups.items()]


def _supply_way(story: Story, codes: tuple[str, str]) -> tuple[str, str, bool]:
    """Return who supplies whom: the doer the other, save where the doer buys."""
    actor, recipient, is_mutual = way_of(story, codes)
    is_bought = story.event == "COOPERATE" and not is_mutual and BOUGHT.search(story.line) is not None
    return (recipient, actor, is_mutual) if is_bought else (actor, recipient, is_mutual)


def _supply(stories: Sequence[Story], way: tuple[str, str, bool]) -> Supply:
    best = rank_telling(stories)[0]
    days = sorted(day for story in stories if (day := day_of(story)))
    return Supply(
        what=best.object or "",
        actor=way[0],
        recipient=way[1],
        is_mutual=way[2],
        stories=len(stories),
        reports=sum(story.reports for story in stories),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        story=line_of(best),
    )
