"""The day of the story: what an act without a day of its own happened on, told by the report around it.

A scene in, the time expression that the report's other sentences gave out.  News tells the day once, in its opening
or at the head of a paragraph, and lets the sentences that follow lean on it.  Only days shortly before publication
count: a day long past is background, not the story's.
"""

import datetime

from dragoman.events.scene import Scene
from dragoman.records import TimeExpression

FRESH_DAYS = 3  # before publication; a paper's day and a weekend
OPENING = 3  # blocks of the canonical text in which a report tells its day: the title and two more
GAP = "\n\n"  # what parts two blocks
LISTS = ("related", "latest")


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
