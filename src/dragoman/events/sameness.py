"""May two events of an article be one act?  Compares type, sides, status, days, mode, figures, goods and place.

Two events in, an answer out; nothing here looks at their words (`linking` does).  What one of them leaves open never
speaks against it; codes that many bear (IGO, NGO …) are told apart by name.
"""

import datetime
from collections.abc import Sequence

from dragoman.events.figures import numbers_in
from dragoman.records import Entity, Event, Size

MANY_BEAR = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
ORGANS = frozenset({"", "GOV", "MIL", "LEG", "COP", "SPY", "JUD", "PRM", "JRN"})
AGAINST = frozenset({"REB", "OPP", "UAF", "CRM", "UNK"})  # whom the name of a country does not stand for
ARMED_MEN = frozenset({"REB", "UAF", "CRM", "UNK"})  # "gunmen", "militants", "bandits" of one deed
ALIKE_MODES = (
    frozenset({"aerial", "drone", "heavy-weapons", "explosives"}),
    frozenset({"explosives", "suicide-attack"}),
    frozenset({"demo", "obstruct", "riot"}),
)
LATE_DAYS = 7  # a title or lead without a day tells what its body dates within the week before
COMING = frozenset({"AGREE", "CONSULT"})
Days = tuple[datetime.date, datetime.date]


def are_facts_compatible(one: Event, other: Event) -> bool:
    """Say whether nothing that two events tell differs, their sides apart."""
    return (
        _is_one_type(one, other)
        and one.status == other.status
        and _are_days_compatible(one, other)
        and _are_modes_compatible(one.mode, other.mode)
        and _are_sizes_compatible(one, other)
        and _are_goods_compatible(one.object, other.object)
        and _are_places_compatible(one, other)
    )


def sides_meet(one: Event, other: Event) -> str | None:
    """Return "known" where all sides of two events are the same, "open" where one leaves a side out, else None."""
    sides: tuple[str | None, ...] = (_meet(one.actor, other.actor), _meet(one.recipient, other.recipient))
    if one.reciprocal or other.reciprocal:
        sides = (_meet((*one.actor, *one.recipient), (*other.actor, *other.recipient)),)
    if None in sides or not {"known", "alike"} & set(sides):
        return None
    return "known" if set(sides) <= {"known", "blank"} else "open"


def _meet(ours: Sequence[Entity], theirs: Sequence[Entity]) -> str | None:
    """Compare one side of two events: "known" the same, "alike" in kind, left out once ("open") or by both ("blank").

    Of two lists the shorter may name only some of the longer's parties.  None where a party differs.
    """
    named, others = [e for e in ours if e.code], [e for e in theirs if e.code]
    if named and others:
        few, many = sorted((named, others), key=len)
        return "known" if all(any(_is_one_party(one, other) for other in many) for one in few) else None
    kinds = [{e.sector for e in side} - {"UNK"} for side in (ours, theirs)]
    if not kinds[0] and not kinds[1]:
        return "blank"
    return "alike" if kinds[0] & kinds[1] else "open"


def _is_one_party(one: Entity, other: Entity) -> bool:
    if one.code != other.code:
        return False
    ids = (one.entity_id or "", other.entity_id or "")
    if all(ids) and ids[0] != ids[1] and (one.code in MANY_BEAR or all(name.startswith("person:") for name in ids)):
        return False
    if one.sector == other.sector or {one.sector, other.sector} <= ARMED_MEN:
        return not (
            one.office and other.office and one.office.casefold() != other.office.casefold() and ids[0] != ids[1]
        )
    for whole, part in ((one, other), (other, one)):
        if part.sector in ORGANS and (not whole.sector or (whole.entity_id or "").startswith("state:")):
            return True
        if not whole.sector and part.sector not in AGAINST:  # "sanctions on Chad", "a Chadian bank"
            return True
    return False


def _is_one_type(one: Event, other: Event) -> bool:
    """Say whether two events are of one type, or a meeting told as the plan of it and as the meeting."""
    types = {*one.event, *other.event}
    if len(types) == 1:
        return True
    plan = one if one.event == ("AGREE",) else other
    meeting = other if plan is one else one
    return types == COMING and plan.planned_date is not None and meeting.date_basis != "published"


def _days(event: Event) -> Days | None:
    """Return the days of an event's act, those of the plan where it is one."""
    first, last = event.planned_date or event.date, event.planned_enddate or event.enddate
    if first is None or last is None:
        return None
    return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)


def _are_days_compatible(one: Event, other: Event) -> bool:
    ours, theirs = _days(one), _days(other)
    if ours is None or theirs is None:
        return ours == theirs
    if ours[0] <= theirs[1] and theirs[0] <= ours[1]:
        return True
    if (one.planned_date is None) != (other.planned_date is None):
        return one.event == other.event == ("AGREE",)
    assumed = [days for event, days in ((one, ours), (other, theirs)) if event.date_basis == "published"]
    if not assumed or one.planned_date is not None:
        return False
    told = theirs if assumed[0] is ours else ours
    return 0 <= (assumed[0][0] - told[1]).days <= LATE_DAYS


def _are_modes_compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    modes = {*one, *other}
    return not one or not other or len(modes) == 1 or any(modes <= alike for alike in ALIKE_MODES)


def _are_sizes_compatible(one: Event, other: Event) -> bool:
    """Say whether no figure differs; a part of the other's ("14 soldiers" of "14 soldiers and two others") does not."""
    ours, theirs = one.size or Size(), other.size or Size()
    for field in ("dead", "injured", "arrested"):
        figures = (getattr(ours, field), getattr(theirs, field))
        if None in figures or figures[0] == figures[1]:
            continue
        fuller = one if figures[0] > figures[1] else other
        if min(figures) not in numbers_in(fuller.text):
            return False
    return True


def _are_goods_compatible(one: str | None, other: str | None) -> bool:
    """Say whether two objects share a word of weight, where both are told."""
    if not one or not other:
        return True
    words = [{word for word in text.casefold().split() if len(word) > len("the")} for text in (one, other)]
    return bool(words[0] & words[1])


def _are_places_compatible(one: Event, other: Event) -> bool:
    """Say whether no place differs; a sea or a country beside a town in it is only told more roughly."""
    if one.event_loc is None or other.event_loc is None:
        return True
    if one.event_loc.resolution == other.event_loc.resolution:
        return one.event_loc.name == other.event_loc.name
    return None in (one.event_loc.country, other.event_loc.country) or one.event_loc.country == other.event_loc.country
