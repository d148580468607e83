"""Stories kept up to date: events that are new, changed or gone find their place in a store's stories.

Comes in: a store's open transaction and the keys of the events that it saved.  Goes out: nothing; the stories in the
store are right again when `assign_stories` returns.  It is the one place where `stories/` and a store meet.

Each telling is placed by itself, among what is there already, in the order of the keys: so it does not matter where one
transaction ends and the next begins, and a run that was killed and started again leaves the same stories as one that
was not.  Only the stories near a changed event are read, and only those that gain or lose a telling are written.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.errors import BadUse
from dragoman.records import (
    EventFilter,
    KeptArticle,
    KeptEvent,
    Report,
    Story,
    StoryMark,
    StoryTelling,
    Telling,
)
from dragoman.stores.contract import Writing
from dragoman.stories.copies import Sketch, are_copies, compare_signatures, sketch_text
from dragoman.stories.matching import Candidate, Placement, choose_stories, find_second_half, place_telling, reach_of
from dragoman.stories.telling import story_key, tell_story

NO_DAY = "9999"
# How many of the texts that are copies of one are asked for the earliest of all: they name the same one, and a
# text that a thousand papers print must not cost a thousand reads a paper.
ASKED_COPIES = 8


@dataclass(slots=True)
class _Desk:
    """One writer at work: the store, and the reports of the articles that were looked at."""

    writer: Writing
    reports: dict[str, Report] = field(default_factory=dict)


def assign_stories(writer: Writing, keys: Iterable[str]) -> None:
    """Bring the stories up to date for these events, new, changed or retracted, in the order of their saving."""
    desk = _Desk(writer)
    for key in dict.fromkeys(keys):
        kept = writer.event(key)
        if kept is None:
            continue
        if kept.state == "live" and kept.article not in desk.reports:
            _look_at_article(desk, kept.article)
        _take_out(writer, key)
        if kept.state == "live":
            _place(desk, kept)


def merge_stories(writer: Writing, first: str, second: str, *, who: str, why: str, at: str | None = None) -> Story:
    """Make two stories one by hand, under the key of the first, and keep that decision; BadUse for an unknown story."""
    kept, gone = _story(writer, first), _story(writer, second)
    if first == second:
        raise BadUse(f"story {first} cannot be merged with itself; name two stories")
    moment = at or _now()
    for one in kept.tellings:
        for other in gone.tellings:
            is_first = (one, other) == (kept.tellings[0], gone.tellings[0])
            if is_first or _is_apart(writer, one.key, other.key):
                writer.mark(StoryMark(one.key, other.key, "same", who, why, moment))
    told = (*writer.tellings(first), *writer.tellings(second))
    moved = {place.key: _by_hand(place) for place in gone.tellings}
    writer.drop_story(second)
    story = tell_story(told, {**_places(kept), **moved}, key=first)
    writer.save_story(story)
    return story


def split_story(writer: Writing, event_keys: Sequence[str], *, who: str, why: str, at: str | None = None) -> Story:
    """Take these events out of their story into one of their own by hand, keep that decision, and return the new story.

    BadUse where they are not told in one story, or are all that it has.
    """
    taken = tuple(dict.fromkeys(event_keys))
    homes = {writer.story_of(key) for key in taken}
    if len(homes) != 1 or None in homes:
        raise BadUse(f"events {', '.join(taken) or '(none)'} are not told in one story; name events of a single story")
    old = _story(writer, str(homes.pop()))
    left = [place.key for place in old.tellings if place.key not in taken]
    if not left:
        raise BadUse(f"these are all events of story {old.key}; leave at least one in it")
    moment = at or _now()
    for key in taken:
        for other in left:
            writer.mark(StoryMark(key, other, "apart", who, why, moment))
    for other in taken[1:]:
        writer.mark(StoryMark(taken[0], other, "same", who, why, moment))
    told = writer.tellings(old.key)
    writer.save_story(tell_story([one for one in told if one.key in left], _places(old), key=old.key))
    places = {place.key: _by_hand(place) for place in old.tellings}
    story = tell_story([one for one in told if one.key in taken], places, key=_new_key(writer, taken[0]))
    writer.save_story(story)
    return story


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _story(writer: Writing, key: str) -> Story:
    story = writer.story(key)
    if story is None:
        raise BadUse(f"no story {key!r} in this store; `dragoman relations` names the keys of stories")
    return story


def _is_apart(writer: Writing, one: str, other: str) -> bool:
    return any({mark.first, mark.second} == {one, other} and mark.verdict == "apart" for mark in writer.marks([one]))


def _by_hand(place: StoryTelling) -> StoryTelling:
    return StoryTelling(place.key, place.article, place.reporter, "hand", 1.0)


def _places(story: Story) -> dict[str, StoryTelling]:
    return {place.key: place for place in story.tellings}


def _new_key(writer: Writing, founding: str) -> str:
    """Return a key for a story that this event founds; an older story may still bear the one it founded first."""
    key = story_key(founding)
    while writer.story(key) is not None:
        key = story_key(key)
    return key


# ---- events in and out of stories


def _take_out(writer: Writing, key: str) -> None:
    """Take an event out of the story it is told in, if any; a story without tellings goes."""
    home = writer.story_of(key)
    if home is None:
        return
    story, left = _story(writer, home), [telling for telling in writer.tellings(home) if telling.key != key]
    if left:
        writer.save_story(tell_story(left, _places(story), key=home))
    else:
        writer.drop_story(home)


def _place(desk: _Desk, kept: KeptEvent) -> None:
    """Put a live event into the story that it tells, or found one on it."""
    writer, telling = desk.writer, Telling(kept.event, desk.reports[kept.article])
    marks = writer.marks([telling.key])
    placement, candidates = _find_story(writer, telling, marks)
    if placement.story is None:
        writer.save_story(tell_story([telling], {}, key=_new_key(writer, telling.key)))
        return
    joined = next(candidate for candidate in candidates if candidate.story.key == placement.story)
    report = telling.report
    place = StoryTelling(telling.key, report.article, report.reporter, placement.how, placement.score)
    told = (*joined.tellings, telling)
    story = tell_story(told, {**_places(joined.story), telling.key: place}, key=joined.story.key)
    _save_joined(writer, Candidate(story, told), [other for other in candidates if other is not joined])


def _save_joined(writer: Writing, joined: Candidate, others: Sequence[Candidate]) -> None:
    """Save a story that has gained a telling, and take in the one that turns out to be its second half."""
    marks = writer.marks([telling.key for telling in joined.tellings])
    second = find_second_half(joined, others, marks)
    if second is None:
        writer.save_story(joined.story)
        return
    other = next(candidate for candidate in others if candidate.story.key == second)
    kept, gone = sorted((joined, other), key=lambda one: (-len(one.story.reporters), one.story.key != joined.story.key))
    moved = {place.key: dataclasses.replace(place, how=_moved(place.how)) for place in gone.story.tellings}
    writer.drop_story(gone.story.key)
    told = (*kept.tellings, *gone.tellings)
    writer.save_story(tell_story(told, {**_places(kept.story), **moved}, key=kept.story.key))


def _moved(how: str) -> str:
    return "rule" if how == "founding" else how


def _find_story(
    writer: Writing, telling: Telling, marks: Sequence[StoryMark]
) -> tuple[Placement, tuple[Candidate, ...]]:
    """Return where a telling goes, and the stories that it was weighed against."""
    reach = reach_of(telling)
    near = {
        story.key: story
        for story in writer.near_stories(
            codes=reach.codes, since=reach.since, until=reach.until, article=telling.report.copy_of
        )
    }
    choice = choose_stories(telling, near.values())
    partners = [mark.second if mark.first == telling.key else mark.first for mark in marks if mark.verdict == "same"]
    marked = [home for partner in partners if (home := writer.story_of(partner)) is not None]
    keys = dict.fromkeys((*marked, *choice.keys))
    candidates = tuple(Candidate(near.get(key) or _story(writer, key), writer.tellings(key)) for key in keys)
    return place_telling(telling, candidates, marks, crowd=choice.crowd), candidates


# ---- articles and their copies


def _look_at_article(desk: _Desk, key: str) -> None:
    """Sketch an article, find the earliest text that it copies, and note who reports it."""
    writer, kept = desk.writer, desk.writer.article(key)
    if kept is None:
        raise BadUse(f"article {key!r} is not in this store though its events are; run the ingest again")
    sketch = _sketch(kept)
    first = _find_first(writer, kept, _alike(writer, key, sketch))
    if first is not None and _age(kept) < _age(first):
        _put_first(desk, kept, first)
        first = None
    copy_of = first.key if first else None
    if copy_of != kept.copy_of or first is None:
        writer.save_copy(key, bands=sketch.bands, signature=sketch.signature, copy_of=copy_of)
    desk.reports[key] = _report(writer.article(key) or kept)


def _sketch(kept: KeptArticle) -> Sketch:
    return sketch_text("\n\n".join(kept.article.paragraphs))


def _alike(writer: Writing, key: str, sketch: Sketch) -> list[str]:
    """Return the articles whose text is a copy of this one, the most alike first."""
    found = [(name, other) for name, other in writer.near_copies(sketch.bands) if name != key]
    alike = [(name, other) for name, other in found if are_copies(sketch.signature, other)]
    ranked = sorted((-compare_signatures(sketch.signature, other)[0], name) for name, other in alike)
    return [name for _, name in ranked]


def _find_first(writer: Writing, kept: KeptArticle, alike: Sequence[str]) -> KeptArticle | None:
    """Return the earliest of the texts that these articles are, or copy; None where there are none."""
    heads = (_head(writer, name) for name in alike[:ASKED_COPIES])
    others = {head.key: head for head in heads if head is not None and head.key != kept.key and head.state == "live"}
    return min(others.values(), key=_age, default=None)


def _head(writer: Writing, key: str) -> KeptArticle | None:
    """Return the article at the head of a line of copies; a line that leads back to itself ends there."""
    seen, kept = {key}, writer.article(key)
    while kept is not None and kept.copy_of is not None and kept.copy_of not in seen:
        seen.add(kept.copy_of)
        kept = writer.article(kept.copy_of)
    return kept


def _age(kept: KeptArticle) -> tuple[str, str]:
    return (kept.article.published or NO_DAY, kept.key)


def _put_first(desk: _Desk, kept: KeptArticle, second: KeptArticle) -> None:
    """Make an article the head of the copies of one that was published later but read before it."""
    writer, sketch = desk.writer, _sketch(second)
    writer.save_copy(second.key, bands=sketch.bands, signature=sketch.signature, copy_of=kept.key)
    desk.reports.pop(second.key, None)
    told = {writer.story_of(event.event.key) for event in writer.events(EventFilter(article=second.key))}
    for home in sorted(key for key in told if key is not None):
        writer.save_story(tell_story(writer.tellings(home), _places(_story(writer, home)), key=home))


def _report(kept: KeptArticle) -> Report:
    article = kept.article
    return Report(
        article=kept.key,
        outlet=article.outlet,
        reporter=kept.reporter,
        published=article.published,
        title=article.title,
        genre=article.genre,
        copy_of=kept.copy_of,
    )
