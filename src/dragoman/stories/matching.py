"""One more telling of a happening that is known, or a new one: weighs which, field by field.

In come a telling and the stories that it may belong to, each with its tellings; out goes a `Placement`: the story it
joins and why, or none.  The telling is weighed against each telling of a story, field by field (`weigh_tellings`); a
field's points speak for one happening (above 0) or against it, a point being a natural logarithm of odds, so that they
add up to the odds that the two are one.  Decisions by hand come before all points.  To weigh a further field, add it to
`weigh_tellings`, and run quality/measure_stories.py.
"""

import dataclasses
import datetime
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Event, Story, StoryMark, Telling
from dragoman.stories.copies import words_of
from dragoman.stories.kinds import likeness_of_types
from dragoman.stories.likeness import (
    LONGEST_WAY_DAYS,
    NO_DAY,
    UNDER_WAY,
    compare_days,
    compare_objects,
    compare_places,
    compare_sizes,
    days_of,
)
from dragoman.stories.sides import likeness_of_sides
from dragoman.stories.words import overlap_of, stem_of, weigh_words

# Points, set by hand in half steps and moved by what half A of quality/stories said (docs/stories.md tells how the
# figures move with them).  START: that of two tellings with a code in common and days near each other most are
# two happenings.  JOIN: the fewest points with which a telling joins, 0 being even odds.
START = -1.75
JOIN = 0.0
SAME_TYPE = 1.0
OTHER_TYPE = -6.0  # types that no outlet takes for each other
RELATED_TYPE = -2.5  # types that are hardly related; from here up to SAME_TYPE for those that are more
DOERS = 1.5  # times the likeness of the doers, and of those that it is done to
OTHERS = 1.0
ONE_SIDE_OPEN = -0.7  # where a side is not known, the other alone says less
WORDS = 4.0  # times the overlap above what two reports on unlike happenings between the same sides have
WORDS_BY_CHANCE = 0.10
NO_COMMON_WORD = -1.0
SAME_SENTENCE = 3.0  # of two copies
COPY_SENTENCE = 0.45  # words that a sentence shares with its copy that has a fifth of its words changed
SAME_ARTICLE = -4.0  # an article tells a happening once, save where its tellings are linked
LINKED = 4.0
CLOSEST = 6  # how many of a story's tellings speak for it: those closest to the new one
MAX_POINTS = 12.0
# Where many stories have the same sides, type and days, having them says less: the odds are shared among them.
# Times the logarithm of how many; only stories with at least CROWD_POINTS in outline count, only OUTLINES are weighed.
CROWD = 0.7
CROWD_POINTS = -1.0
OUTLINE_POINTS = -6.0
OUTLINES = 12
# How many days before and after its own a telling looks for its story: farther away, days speak against it more than
# all other fields can speak for it.  Goods under way are told for longer; an undated telling has the month before it
# was published.
NEAR_DAYS = 3
UNDER_WAY_DAYS = LONGEST_WAY_DAYS
UNDATED_DAYS = 30
LAST_DAY = "9999-12-31"
_DATELINE = re.compile(
    r"^[^()\n]{0,60}\([^()\n]{2,40}\)\s*[-–—]+\s"
)  # an agency's dateline is no word of the happening


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that a telling may belong to, with its tellings."""

    story: Story
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a telling goes: its story's key, None for a new story; `how` is founding, copy, rule or hand."""

    story: str | None
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the stories lie that a telling may belong to: codes on a side, and days from `since` to `until`."""

    codes: tuple[str, ...]
    since: str
    until: str


def reach_of(telling: Telling) -> Reach:
    """Return where to look for a telling's story: its sides' codes or its place's, its days and a few around them."""
    event, report = telling.event, telling.report
    codes = {party.code for party in (*event.actor, *event.recipient) if party.code}
    if not codes and event.event_loc and event.event_loc.country:
        codes = {event.event_loc.country}
    days = days_of(event)
    around = UNDER_WAY_DAYS if event.event[0] in UNDER_WAY else NEAR_DAYS
    if days is None:
        last = datetime.date.fromisoformat((report.published or LAST_DAY)[:10])
        first, around = last - datetime.timedelta(UNDATED_DAYS), 0
    else:
        first, last = days.first, days.last
    return Reach(tuple(sorted(codes)), _shift(first, -around), _shift(last, around))


def _shift(day: datetime.date, days: int) -> str:
    try:
        return (day + datetime.timedelta(days)).isoformat()
    except OverflowError:  # the calendar's first and last days
        return day.isoformat()


@dataclass(frozen=True, slots=True)
class Choice:
    """The stories that are worth weighing telling by telling, and how many of all are alike in outline."""

    keys: tuple[str, ...]
    crowd: int


def choose_stories(telling: Telling, stories: Iterable[Story]) -> Choice:
    """Return the stories that come closest to a telling in outline, closest first: few, however many are near."""
    outlined = sorted((-_weigh_outline(telling.event, story), story.key) for story in stories)
    near = [(-negative, key) for negative, key in outlined if -negative >= OUTLINE_POINTS]
    return Choice(tuple(key for _, key in near[:OUTLINES]), sum(points >= CROWD_POINTS for points, _ in near))


def _weigh_outline(event: Event, story: Story) -> float:
    """Return the points of a telling with what a story says in sum."""
    outline = dataclasses.replace(
        event,
        key=story.best,
        event=(story.event,),
        reciprocal=story.reciprocal,
        actor=story.actor,
        recipient=story.recipient,
        date=story.date,
        enddate=story.enddate,
        date_precision=story.date_precision,
        date_basis="text",
        event_loc=story.place,
        object=story.object,
        size=story.size,
        text=story.line,
        link=None,
    )
    return _weigh_events(event, outline)


def place_telling(
    telling: Telling, candidates: Sequence[Candidate], marks: Sequence[StoryMark] = (), *, crowd: int = 1
) -> Placement:
    """Return the story that this telling joins: by hand where it is marked, else the likeliest, else none.

    `crowd` is how many stories are alike in outline, as `choose_stories` counts them.
    """
    decided = _verdicts(telling.key, marks)
    for candidate in candidates:
        if any(decided.get(known.key) == "same" for known in candidate.tellings):
            return Placement(candidate.story.key, "hand", 1.0)
    best, best_points, how = None, JOIN + CROWD * math.log(max(crowd, 1)), "founding"
    for candidate in sorted(candidates, key=lambda candidate: candidate.story.key):
        if any(decided.get(known.key) == "apart" for known in candidate.tellings):
            continue
        points = weigh_story(telling, candidate.tellings)
        if points > best_points:
            best, best_points = candidate.story.key, points
            how = "copy" if any(_is_copied(telling, known) for known in candidate.tellings) else "rule"
    return Placement(best, how, round(_probability(best_points), 3) if best else 1.0)


def find_second_half(joined: Candidate, others: Sequence[Candidate], marks: Sequence[StoryMark]) -> str | None:
    """Return the story that turns out to be told in two, now that `joined` has one more telling; None where none is.

    Only a story that a single reporter tells moves, or is moved to: what several reporters tell apart stays apart.
    `marks` are those on all tellings of `joined`.
    """
    best, best_points = None, JOIN
    for other in sorted(others, key=lambda candidate: candidate.story.key):
        few, many = sorted((joined, other), key=lambda candidate: len(candidate.story.reporters))
        if len(few.story.reporters) > 1 or _are_apart(joined.tellings, other.tellings, marks):
            continue
        points = sum(weigh_story(telling, many.tellings) for telling in few.tellings) / len(few.tellings)
        if points > best_points:
            best, best_points = other.story.key, points
    return best


def _are_apart(ours: Sequence[Telling], theirs: Sequence[Telling], marks: Sequence[StoryMark]) -> bool:
    keys = [{telling.key for telling in told} for told in (ours, theirs)]
    return any(
        mark.verdict == "apart" and any(mark.first in one and mark.second in other for one, other in (keys, keys[::-1]))
        for mark in marks
    )


def _verdicts(key: str, marks: Sequence[StoryMark]) -> dict[str, str]:
    pairs = [(mark, mark.second if mark.first == key else mark.first) for mark in marks]
    return {other: mark.verdict for mark, other in pairs if key in (mark.first, mark.second)}


def _probability(points: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-MAX_POINTS, min(points, MAX_POINTS))))


def weigh_story(telling: Telling, known: Sequence[Telling]) -> float:
    """Return the points with which a telling belongs to a story: the mean of those with its closest tellings."""
    points = sorted((weigh_tellings(telling, other) for other in known), reverse=True)
    if any(_is_rival(telling, other) for other in known):
        points = [point + SAME_ARTICLE for point in points]
    closest = points[:CLOSEST]
    return sum(closest) / len(closest)


def _is_rival(one: Telling, other: Telling) -> bool:
    """Say whether two tellings of one article stand apart in it."""
    return one.report.article == other.report.article and not _is_linked(one.event, other.event)


def _is_linked(one: Event, other: Event) -> bool:
    return (
        other.key in (one.link, other.link)
        or one.key == other.link
        or (one.link is not None and one.link == other.link)
    )


def weigh_tellings(one: Telling, other: Telling) -> float:
    """Return the points with which two tellings are of one happening."""
    points = _weigh_events(one.event, other.event)
    if one.report.article == other.report.article:
        return points + (LINKED if _is_linked(one.event, other.event) else 0.0)
    # What an office writes anew each day in the same words is no copy of yesterday's.
    is_of_one_day = compare_days(one.event, other.event) >= NO_DAY
    return points + (SAME_SENTENCE if is_of_one_day and _is_copied(one, other) else 0.0)


def _weigh_events(one: Event, other: Event) -> float:
    points = START + _weigh_types(one, other) + _weigh_sides(one, other) + _weigh_words(one, other)
    points += compare_days(one, other) + compare_places(one.event_loc, other.event_loc)
    return points + compare_sizes(one, other) + compare_objects(one, other)


def _weigh_types(one: Event, other: Event) -> float:
    likeness = likeness_of_types(one.event[0], other.event[0])
    return RELATED_TYPE + (SAME_TYPE - RELATED_TYPE) * likeness if likeness else OTHER_TYPE


def _weigh_sides(one: Event, other: Event) -> float:
    doers, others = likeness_of_sides(one, other)
    points = DOERS * doers + OTHERS * others
    is_half_open = 0.0 in (doers, others) and one.recipient and other.recipient
    return points + (ONE_SIDE_OPEN if is_half_open else 0.0)


def _weigh_words(one: Event, other: Event) -> float:
    aside = _compared_elsewhere(one) | _compared_elsewhere(other)
    overlap = overlap_of(_words_of(one), _words_of(other), aside)
    return WORDS * (overlap - WORDS_BY_CHANCE) if overlap else NO_COMMON_WORD


def _words_of(event: Event) -> dict[str, float]:
    words = dict(weigh_words(_DATELINE.sub("", event.text)))
    for word, weight in weigh_words((event.cite_info.title or "").casefold()).items():
        words.setdefault(word, weight / 2)
    return words


def _compared_elsewhere(event: Event) -> frozenset[str]:
    """Return the words of places, which are compared as places."""
    place = event.event_loc.name if event.event_loc else ""
    return frozenset(stem_of(word) for word in words_of(place))


def _is_copied(one: Telling, other: Telling) -> bool:
    """Say whether two tellings are one sentence of one text that was copied."""
    ours, theirs = ({report.article, report.copy_of} - {None} for report in (one.report, other.report))
    if not ours & theirs or one.report.article == other.report.article:
        return False
    words = [set(words_of(event.text)) for event in (one.event, other.event)]
    return len(words[0] & words[1]) >= COPY_SENTENCE * max(min(map(len, words)), 1)
