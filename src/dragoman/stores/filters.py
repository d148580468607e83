"""`EventFilter` → conditions on events and on stories, with the same words meaning the same for both.

Comes in: a filter.  Goes out: conditions of SQLAlchemy.  To add a field to the filter, add its line in
`event_conditions`, and in `story_conditions` where a story has it itself.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Table, and_, exists, false, func, not_, or_, select

from dragoman.records import CLAIM, EventFilter
from dragoman.stores.asking import read_search
from dragoman.stores.backend import SENTENCE_WORDS, Backend
from dragoman.stores.schema import (
    ACTOR,
    BOTH,
    EVENT_SIDES,
    EVENTS,
    RECIPIENT,
    STORIES,
    STORY_SIDES,
    STORY_TELLINGS,
)

Condition = ColumnElement[bool]
_BEHIND = "~"  # sorts behind every sign of a day or a time, so that a bound by day takes the whole of that day in


def event_conditions(wanted: EventFilter, backend: Backend) -> list[Condition]:
    """Return what a row of EVENTS has to fulfil."""
    found = [*_shared(wanted, EVENTS, EVENT_SIDES), *_of_one_telling(wanted, backend)]
    if not wanted.with_retracted:
        found.append(EVENTS.c.state == "live")
    if wanted.since is not None:
        found.append(func.coalesce(EVENTS.c.enddate, EVENTS.c.date) >= wanted.since)
    if wanted.until is not None:
        found.append(EVENTS.c.date <= wanted.until)
    if wanted.seen_since is not None:
        found.append(EVENTS.c.seen >= wanted.seen_since)
    if wanted.seen_until is not None:
        found.append(and_(EVENTS.c.seen != "", EVENTS.c.seen <= wanted.seen_until + _BEHIND))
    if wanted.claims is not None:
        found.append(EVENTS.c.claim.is_(wanted.claims))
    if wanted.story is not None:
        told = select(STORY_TELLINGS.c.event).where(STORY_TELLINGS.c.story == wanted.story)
        found.append(EVENTS.c.key.in_(told))
    return found


def story_conditions(wanted: EventFilter, backend: Backend) -> list[Condition]:
    """Return what a row of STORIES has to fulfil; sections, genres, outlets … those of one live telling together."""
    found = _shared(wanted, STORIES, STORY_SIDES)
    if wanted.since is not None:
        found.append(STORIES.c.day >= wanted.since)
    if wanted.until is not None:
        found.append(STORIES.c.day <= wanted.until)
    if wanted.seen_since is not None:
        found.append(STORIES.c.last_seen >= wanted.seen_since)
    if wanted.seen_until is not None:
        found.append(and_(STORIES.c.first_seen.is_not(None), STORIES.c.first_seen <= wanted.seen_until + _BEHIND))
    if wanted.claims is not None:
        is_claim = STORIES.c.face.op("&")(CLAIM) != 0
        found.append(is_claim if wanted.claims else not_(is_claim))
    if wanted.story is not None:
        found.append(STORIES.c.key == wanted.story)
    of_telling = list(_of_one_telling(wanted, backend))
    if of_telling:
        told = select(STORY_TELLINGS.c.story).join(EVENTS, EVENTS.c.key == STORY_TELLINGS.c.event)
        found.append(STORIES.c.key.in_(told.where(EVENTS.c.state == "live", *of_telling)))
    return found


def _shared(wanted: EventFilter, table: Table, sides: Table) -> list[Condition]:
    """Return what events and stories have alike: type, class, status, place and sides."""
    found: list[Condition] = [
        column.in_(values)
        for column, values in (
            (table.c.event, wanted.types),
            (table.c.quad, wanted.classes),
            (table.c.status, wanted.statuses),
            (table.c.country, wanted.countries),
        )
        if values
    ]
    if wanted.actor or wanted.recipient:
        ways = [(wanted.actor, wanted.recipient)]
        if wanted.either_way:
            ways.append((wanted.recipient, wanted.actor))
        found.append(or_(*(_goes(table, sides, doers, others) for doers, others in ways)))
    if wanted.entities:
        met = select(sides.c.owner).where(sides.c.entity.in_(wanted.entities))
        found.append(table.c.number.in_(met))
    if wanted.sectors:
        other = sides.c.code.is_not(None) & sides.c.sector.not_in(wanted.sectors)
        found.append(not_(exists().where(sides.c.owner == table.c.number, other)))
    return found


def _of_one_telling(wanted: EventFilter, backend: Backend) -> Iterator[Condition]:
    """Yield what only a report's own account has."""
    for column, values in (
        (EVENTS.c.section, wanted.sections),
        (EVENTS.c.genre, wanted.genres),
        (EVENTS.c.outlet, wanted.outlets),
    ):
        if values:
            yield column.in_(values)
    if wanted.min_confidence is not None:
        yield EVENTS.c.confidence >= wanted.min_confidence
    if wanted.article is not None:
        yield EVENTS.c.article == wanted.article
    if wanted.words is not None:
        yield EVENTS.c.sentence.in_(backend.matching(SENTENCE_WORDS, read_search(wanted.words)))


def _goes(table: Table, sides: Table, doers: Sequence[str], others: Sequence[str]) -> Condition:
    """Return the condition that one of `doers` acts on one of `others`; no codes on a side ask nothing of it."""
    doer, other = sides.alias("doer"), sides.alias("other")
    if doers and others:
        both = (
            select(doer.c.owner)
            .join(other, and_(other.c.owner == doer.c.owner, other.c.position != doer.c.position))
            .where(doer.c.code.in_(doers), doer.c.side.in_((ACTOR, BOTH)))
            .where(other.c.code.in_(others), other.c.side.in_((RECIPIENT, BOTH)))
        )
        return table.c.number.in_(both)
    if doers:
        acting = select(doer.c.owner).where(doer.c.code.in_(doers), doer.c.side.in_((ACTOR, BOTH)))
        return table.c.number.in_(acting)
    if others:
        concerned = select(other.c.owner).where(other.c.code.in_(others), other.c.side.in_((RECIPIENT, BOTH)))
        return table.c.number.in_(concerned)
    return false()
