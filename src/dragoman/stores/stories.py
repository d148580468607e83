"""Stories: kept whole, found by sides and days, with the places of their tellings and their share in the roll-ups.

Comes in: a `Story`, made anew whenever its tellings change.  Goes out: stories, tellings, and those near a new telling.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, or_, select, tuple_, update

from dragoman.errors import BadUse
from dragoman.records import Event, EventFilter, Place, Report, Story, StoryMark, StoryPage, Telling
from dragoman.stores.access import Access, Pen, chunks, place_after
from dragoman.stores.entities import side_rows
from dragoman.stores.events import reporter_in
from dragoman.stores.filters import story_conditions
from dragoman.stores.packing import plain, plain_or_none, record_from_text, text_from_record
from dragoman.stores.rollups import (
    DyadShare,
    OutletShare,
    Share,
    add_shares,
    day_of_story,
    dyad_shares,
    outlet_shares,
)
from dragoman.stores.schema import (
    ARTICLES,
    EVENTS,
    STORIES,
    STORY_DAYS,
    STORY_DYADS,
    STORY_MARKS,
    STORY_OUTLETS,
    STORY_SIDES,
    STORY_TELLINGS,
)

NO_CODE = ""
WIDTHS = 9  # powers of four days: 1, 4, 16 … 65,536, which is 179 years; whatever is longer counts as the last
_PARTS = ((STORY_SIDES, "owner"), (STORY_DAYS, "story"), (STORY_DYADS, "story"), (STORY_OUTLETS, "story"))


def story(access: Access, key: str) -> Story | None:
    """Return a story."""
    row = access.first(select(STORIES.c.record).where(STORIES.c.key == key))
    return record_from_text(Story, row.record) if row else None


def stories(access: Access, wanted: EventFilter, after: str | None, limit: int | None) -> Iterator[Story]:
    """Yield stories, last seen first."""
    query = select(STORIES.c.record).where(*story_conditions(wanted, access.backend))
    query = query.order_by(STORIES.c.last_seen.desc(), STORIES.c.number.desc())
    if after is not None:
        place = place_after(access, STORIES, after, "last_seen", "story")
        query = query.where(tuple_(STORIES.c.last_seen, STORIES.c.number) < tuple_(*place))
    if limit is not None:
        query = query.limit(limit)
    for row in access.stream(query):
        yield record_from_text(Story, row.record)


def story_page(access: Access, wanted: EventFilter, after: Place | None, limit: int) -> StoryPage:
    """Return some stories, last seen first, and where the rest begins."""
    query = select(STORIES.c.record, STORIES.c.last_seen, STORIES.c.number)
    query = query.where(*story_conditions(wanted, access.backend))
    if after is not None:
        query = query.where(tuple_(STORIES.c.last_seen, STORIES.c.number) < tuple_(after.when, after.number))
    query = query.order_by(STORIES.c.last_seen.desc(), STORIES.c.number.desc()).limit(limit + 1)
    rows = access.rows(query)
    last = rows[limit - 1] if len(rows) > limit else None
    told = tuple(record_from_text(Story, row.record) for row in rows[:limit])
    return StoryPage(told, Place(last.last_seen, last.number) if last else None)


def story_of(access: Access, event: str) -> str | None:
    """Return the key of the story that an event is told in."""
    row = access.first(select(STORY_TELLINGS.c.story).where(STORY_TELLINGS.c.event == event))
    return row.story if row else None


def tellings(access: Access, key: str) -> tuple[Telling, ...]:
    """Return the live tellings of a story, earliest report first, those without a time last."""
    query = (
        select(
            EVENTS.c.record,
            EVENTS.c.article,
            EVENTS.c.sighting,
            EVENTS.c.outlet,
            ARTICLES.c.reporter,
            ARTICLES.c.outlet.label("article_outlet"),
            ARTICLES.c.published,
            ARTICLES.c.title,
            ARTICLES.c.genre,
            ARTICLES.c.copy_of,
        )
        .join(STORY_TELLINGS, STORY_TELLINGS.c.event == EVENTS.c.key)
        .join(ARTICLES, ARTICLES.c.key == EVENTS.c.article)
        .where(STORY_TELLINGS.c.story == key, EVENTS.c.state == "live")
        .order_by(EVENTS.c.seen == "", EVENTS.c.seen, EVENTS.c.number)
    )
    return tuple(_telling(row) for row in access.rows(query))


def near_stories(
    access: Access, codes: Sequence[str], since: str, until: str, article: str | None
) -> tuple[Story, ...]:
    """Return the stories with any of these codes whose days reach into a span, and those told in an article."""
    numbers: set[int] = set()
    for chunk in chunks(list(dict.fromkeys(codes)) or [NO_CODE]):
        query = select(STORY_DAYS.c.story).where(STORY_DAYS.c.code.in_(chunk), STORY_DAYS.c.last_day >= since)
        query = query.where(or_(*(_reaches(width, since, until) for width in range(WIDTHS))))
        numbers.update(row.story for row in access.rows(query))
    if article is not None:
        told = select(STORIES.c.number).join(STORY_TELLINGS, STORY_TELLINGS.c.story == STORIES.c.key)
        numbers.update(row.number for row in access.rows(told.where(STORY_TELLINGS.c.article == article)))
    found = []
    for chunk_of_numbers in chunks(sorted(numbers)):
        query = select(STORIES.c.record).where(STORIES.c.number.in_(chunk_of_numbers)).order_by(STORIES.c.number)
        found += [record_from_text(Story, row.record) for row in access.rows(query)]
    return tuple(found)


def save_story(pen: Pen, told: Story) -> None:
    """Keep a story in place of the one of its key."""
    access = pen.access
    row = access.first(select(STORIES.c.number, STORIES.c.record).where(STORIES.c.key == told.key))
    columns = _columns(told)
    if row is not None and row.record == columns["record"] and _has_its_tellings(access, told):
        return
    number = pen.number(STORIES) if row is None else row.number
    before = Share() if row is None else _clear(access, told.key, number)
    if row is None:
        access.insert(STORIES, [{"number": number, "key": told.key, **columns}])
    else:
        access.change(update(STORIES).where(STORIES.c.number == number).values(columns))
    sides = side_rows(number, told.actor, told.recipient, is_reciprocal=told.reciprocal)
    access.insert(STORY_SIDES, sides)
    access.insert(STORY_DAYS, _days_of(number, told))
    _save_tellings(access, told)
    now = Share(dyad_shares(told), outlet_shares(_reports(access, told.key)))
    _save_share(access, number, now)
    if now != before:
        add_shares(access, [now], [before])


def drop_story(pen: Pen, key: str) -> None:
    """Forget a story and take it out of the roll-ups; BadUse where there is none."""
    access = pen.access
    row = access.first(select(STORIES.c.number).where(STORIES.c.key == key))
    if row is None:
        raise BadUse(f"the store has no story {key!r} to drop")
    add_shares(access, [], [_clear(access, key, row.number)])
    access.change(delete(STORIES).where(STORIES.c.number == row.number))


def marks(access: Access, keys: Sequence[str]) -> tuple[StoryMark, ...]:
    """Return the decisions by hand that name any of these event keys."""
    found: dict[tuple[str, str], StoryMark] = {}
    for chunk in chunks(dict.fromkeys(keys)):
        named = or_(STORY_MARKS.c.first.in_(chunk), STORY_MARKS.c.second.in_(chunk))
        for row in access.rows(select(STORY_MARKS).where(named)):
            found[row.first, row.second] = StoryMark(row.first, row.second, row.verdict, row.who, row.why, row.at)
    return tuple(found[pair] for pair in sorted(found))


def save_mark(pen: Pen, mark: StoryMark) -> None:
    """Keep a decision by hand on two events in place of an earlier one on the same two."""
    if mark.verdict not in ("same", "apart"):
        raise BadUse(f"no verdict {mark.verdict!r}; two events are the same story or apart")
    pair = or_(
        and_(STORY_MARKS.c.first == mark.first, STORY_MARKS.c.second == mark.second),
        and_(STORY_MARKS.c.first == mark.second, STORY_MARKS.c.second == mark.first),
    )
    pen.access.change(delete(STORY_MARKS).where(pair))
    told = {"verdict": mark.verdict, "who": plain(mark.who), "why": plain(mark.why), "at": mark.at}
    pen.access.insert(STORY_MARKS, [{"first": mark.first, "second": mark.second, **told}])


def _telling(row: Row[Any]) -> Telling:
    event = record_from_text(Event, row.record)
    if row.sighting is not None:
        # Of the article behind a listed headline nothing is known but the headline itself.
        cited = event.cite_info
        report = Report(row.article, cited.publication, reporter_in(row), cited.published, cited.title, cited.genre)
    else:
        article = (row.published, row.title, row.genre, row.copy_of)
        report = Report(row.article, row.article_outlet, row.reporter, *article)
    return Telling(event, report)


def _columns(told: Story) -> dict[str, object]:
    return {
        "event": plain(told.event),
        "quad": told.quad_code,
        "status": plain(told.status),
        "country": plain_or_none(told.place.country) if told.place else None,
        "face": told.face,
        "day": plain_or_none(day_of_story(told)),
        "first_seen": plain_or_none(told.first_seen),
        "last_seen": plain(told.last_seen or ""),
        "record": text_from_record(told),
    }


def _has_its_tellings(access: Access, told: Story) -> bool:
    """Say whether all tellings of a story still have their place in it, so that there is nothing to write."""
    query = select(func.count()).select_from(STORY_TELLINGS).where(STORY_TELLINGS.c.story == told.key)
    return bool(access.rows(query)[0][0] == len(told.tellings))


def _clear(access: Access, key: str, number: int) -> Share:
    """Take away all that stands beside a story's row; return what it has put into the roll-ups."""
    dyads = select(STORY_DYADS).where(STORY_DYADS.c.story == number)
    outlets = select(STORY_OUTLETS).where(STORY_OUTLETS.c.story == number)
    share = Share(
        tuple(
            DyadShare(row.low, row.high, row.way, row.day, row.event, row.face, row.reports, row.score)
            for row in access.rows(dyads)
        ),
        tuple(OutletShare(row.outlet, row.day, row.stories, row.reports) for row in access.rows(outlets)),
    )
    for table, column in _PARTS:
        access.change(delete(table).where(table.c[column] == number))
    access.change(delete(STORY_TELLINGS).where(STORY_TELLINGS.c.story == key))
    return share


def _save_tellings(access: Access, told: Story) -> None:
    for chunk in chunks([telling.key for telling in told.tellings]):
        access.change(delete(STORY_TELLINGS).where(STORY_TELLINGS.c.event.in_(chunk)))
    rows = [
        {
            "event": telling.key,
            "story": told.key,
            "article": telling.article,
            "reporter": plain(telling.reporter),
            "how": telling.how,
            "score": telling.score,
        }
        for telling in told.tellings
    ]
    access.insert(STORY_TELLINGS, rows)


def _save_share(access: Access, number: int, share: Share) -> None:
    dyads = [
        {
            "story": number,
            "low": dyad.low,
            "high": dyad.high,
            "way": dyad.way,
            "day": dyad.day,
            "event": dyad.event,
            "face": dyad.face,
            "reports": dyad.reports,
            "score": dyad.score,
        }
        for dyad in share.dyads
    ]
    outlets = [
        {"story": number, "outlet": one.outlet, "day": one.day, "stories": one.stories, "reports": one.reports}
        for one in share.outlets
    ]
    access.insert(STORY_DYADS, dyads)
    access.insert(STORY_OUTLETS, outlets)


def _reports(access: Access, key: str) -> list[tuple[str | None, str, str]]:
    """Return outlet, day of publication and article of a story's tellings."""
    query = (
        select(EVENTS.c.outlet, EVENTS.c.seen, EVENTS.c.article)
        .join(STORY_TELLINGS, STORY_TELLINGS.c.event == EVENTS.c.key)
        .where(STORY_TELLINGS.c.story == key)
    )
    return [(row.outlet, row.seen[:10], row.article) for row in access.rows(query)]


def _days_of(number: int, told: Story) -> list[dict[str, object]]:
    """Return where a story is found by its days: the power of four that they fit in, and the first of them."""
    days = [day[:10] for day in (told.date, told.enddate, told.first_seen, told.last_seen) if day]
    if not days:
        return []
    first, last = plain(min(days)), plain(max(days))
    codes = {entity.code for entity in (*told.actor, *told.recipient) if entity.code} or {NO_CODE}
    width = _width(first, last)
    return [
        {"code": plain(code), "width": width, "first_day": first, "story": number, "last_day": last}
        for code in sorted(codes)
    ]


def _width(first: str, last: str) -> int:
    begins, ends = _date(first), _date(last)
    if begins is None or ends is None:
        return WIDTHS - 1
    days = (ends - begins).days
    return next((width for width in range(WIDTHS) if days <= 4**width), WIDTHS - 1)


def _reaches(width: int, since: str, until: str) -> ColumnElement[bool]:
    """Return the condition that a story so wide may reach into a span: it begins neither behind nor too far before."""
    condition = (STORY_DAYS.c.width == width) & (STORY_DAYS.c.first_day <= until)
    begins = _date(since)
    if begins is None or width == WIDTHS - 1 or begins.toordinal() <= 4**width:
        return condition
    earliest = begins - datetime.timedelta(days=4**width)
    return condition & (STORY_DAYS.c.first_day >= earliest.isoformat())


def _date(day: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(day[:10])
    except ValueError:
        return None
