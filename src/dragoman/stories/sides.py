"""How well the sides of two tellings go together: who did it, and to whom.

In come two events, out goes how well their sides go together: 1 the same parties in the same roles, 0 nothing
known either way, below 0 parties that differ.  An unknown party goes with every other, weakly.
"""

from collections.abc import Sequence

from dragoman.records import Entity, Event
from dragoman.stories.words import words_of_name

# How well two parties of one code go together, set by hand: an outlet calls a ministry "the country"
# and a crowd "people"; it does not take soldiers for students.
SAME_SECTOR = 1.0
WHOLE_AND_PART = 0.9
BOTH_STATE = 0.8
ANYONE = 0.5  # one of the two is "people" or not told what it is
OTHER_SECTOR = -0.3
OTHER_CODE = -3.0
UNKNOWN_SIDE = 0.0
OTHER_PERSON = -1.0
SAME_PERSON = 1.3
OTHER_BODY = -0.7  # two parties, firms or armed groups of one country

STATE_IDS = "state:"
PERSON_IDS = "person:"
STATE = frozenset({"", "GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
ANY_SECTOR = frozenset({"CVL", "UNK"})
UNLIKE_STATE = frozenset({"REB", "OPP", "UAF", "CRM"})
MANY_BEAR = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})  # codes that are told apart by name


def likeness_of_sides(one: Event, other: Event) -> tuple[float, float]:
    """Return how well (the doers, those it is done to) of two events go together, each from -3 to 1.3.

    Two reciprocal events, or one of them, compare all parties with all.  Swapped sides count as the same where one of
    the two is only claimed: each side says of such a happening that the other did it.
    """
    if one.reciprocal or other.reciprocal:
        everyone = _compare_sides((*one.actor, *one.recipient), (*other.actor, *other.recipient))
        return everyone, everyone
    straight = (_compare_sides(one.actor, other.actor), _compare_sides(one.recipient, other.recipient))
    if _may_be_swapped(one, other):
        crossed = (_compare_sides(one.actor, other.recipient), _compare_sides(one.recipient, other.actor))
        return max(straight, (crossed[0] - 0.3, crossed[1] - 0.3), key=sum)
    return straight


def _may_be_swapped(one: Event, other: Event) -> bool:
    kind = one.event[0]
    if kind == "CONSULT" and other.event[0] == "CONSULT":
        return True
    return kind in ("ASSAULT", "COERCE") and one.attribution is not None and other.attribution is not None


def _compare_sides(ours: Sequence[Entity], theirs: Sequence[Entity]) -> float:
    """Return how well two sides go together: the mean over the shorter one's parties, each with its best match."""
    few, many = sorted((_known(ours), _known(theirs)), key=len)
    if not few:
        return UNKNOWN_SIDE
    return sum(max(_compare_parties(party, other) for other in many) for party in few) / len(few)


def _known(side: Sequence[Entity]) -> list[Entity]:
    return [party for party in side if party.code is not None or party.sector not in ("", "UNK")]


def _compare_parties(one: Entity, other: Entity) -> float:
    if one.code is None or other.code is None:
        return 0.3 if one.sector == other.sector else 0.0 if _may_be_one_sector(one.sector, other.sector) else -0.5
    if one.code != other.code or _is_other_body(one, other):
        return OTHER_CODE
    likeness = _compare_sectors(one.sector, other.sector)
    return likeness + _compare_names(one, other)


def _is_other_body(one: Entity, other: Entity) -> bool:
    ids = (one.entity_id, other.entity_id)
    return one.code in MANY_BEAR and None not in ids and ids[0] != ids[1]


def _compare_sectors(one: str, other: str) -> float:
    if one == other:
        return SAME_SECTOR
    if "" in (one, other):
        return OTHER_SECTOR if {one, other} & UNLIKE_STATE else WHOLE_AND_PART
    if {one, other} <= STATE:
        return BOTH_STATE
    return ANYONE if {one, other} & ANY_SECTOR else OTHER_SECTOR


def _may_be_one_sector(one: str, other: str) -> bool:
    return _compare_sectors(one, other) > 0


def _compare_names(one: Entity, other: Entity) -> float:
    if one.entity_id is None or other.entity_id is None or STATE_IDS in (one.entity_id[:6], other.entity_id[:6]):
        return 0.0
    if one.entity_id == other.entity_id:
        return SAME_PERSON - SAME_SECTOR
    is_person = [entity.entity_id.startswith(PERSON_IDS) for entity in (one, other) if entity.entity_id]
    if not any(is_person):
        return 0.0 if one.sector in STATE else OTHER_BODY
    ours, theirs = (words_of_name(entity.identifier_text or "") for entity in (one, other))
    if not ours or not theirs or not all(is_person):
        return 0.0
    return SAME_PERSON - SAME_SECTOR if ours & theirs else OTHER_PERSON
