"""The day of the story: what an act without a day of its own happened on, told by the report around it.

A scene in, the time expression that the report's other sentences gave out.  News tells the day once, in its opening
or at the head of a paragraph, and lets the sentences that follow lean on it.  Only days shortly before publication
count: a day long past is background, not the story's.
"""

import datetime
import re

from dragoman.events.scene import Scene
from dragoman.records import TimeExpression

FRESH_DAYS = 3  # before publication; a paper's day and a weekend
OPENING = 3  # blocks of the canonical text in which a report tells its day: the title and two more
GAP = "\n\n"  # what parts two blocks
LISTS = ("related", "latest")
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|[.!?][\"”’']?\s*$")


def story_day(scene: Scene) -> TimeExpression | None:
    """Return the day told last before the sentence in its paragraph, else the first day of the report's opening."""
    published = (scene.sentence.published or "")[:10]
    if scene.sentence.section in LISTS or len(published) < len("2016-12-01"):
        return None
    fresh = [time for time in scene.marks.times if _is_fresh(time, published) and not _is_owner(scene, time)]
    if scene.sentence.section == "body":
        start = scene.marks.text.rfind(GAP, 0, scene.sentence.start) + 1
        above = [time for time in fresh if start <= time.span.start < scene.sentence.start]
        if above:
            return above[-1]
    return next((time for time in fresh if time.span.start < _end_of_opening(scene)), None)


def background_time(scene: Scene, old_days: int) -> TimeExpression | None:
    """Return the time long past that the sentence right before told, where the sentence goes on with it.

    A report's opening tells news, whatever it looks back to.
    """
    published = (scene.sentence.published or "")[:10]
    is_opening = scene.sentence.start <= _end_of_opening(scene)
    if scene.sentence.section != "body" or is_opening or len(published) < len("2016-12-01"):
        return None
    start = scene.marks.text.rfind(GAP, 0, scene.sentence.start) + 1
    told = [time for time in scene.marks.times if start <= time.span.start < scene.sentence.end]
    if not told or any(_age(time, published) <= old_days for time in told):
        return None
    between = scene.marks.text[told[-1].span.end : scene.sentence.start]
    is_next = told[-1].span.end <= scene.sentence.start and len(SENTENCE_END.findall(between)) == 1
    return told[-1] if is_next and not told[-1].is_since else None


def _age(time: TimeExpression, published: str) -> int:
    return (datetime.date.fromisoformat(published) - datetime.date.fromisoformat(time.last_day)).days


def _is_fresh(time: TimeExpression, published: str) -> bool:
    if time.precision != "day" or time.is_since or time.first_day > published:
        return False
    age = datetime.date.fromisoformat(published) - datetime.date.fromisoformat(time.first_day)
    return age.days <= FRESH_DAYS


def _is_owner(scene: Scene, time: TimeExpression) -> bool:
    """Say whether a day owns another act, as in "Monday's vote": it is that act's, not the story's."""
    return scene.marks.text.startswith(("'s", "’s"), time.span.end)


def _end_of_opening(scene: Scene) -> int:
    blocks = scene.marks.text.split(GAP, OPENING)[:OPENING]
    return len(GAP.join(blocks))
