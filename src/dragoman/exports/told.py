"""What an export writes: one event with what is known of its reports, and how much of the article's words goes along.

In come events as a store keeps them, bare events of a file, or stories; out go `Told`s.  A story is told as one event:
the fields are the story's, the sentence and the article those of its most telling event; it is a claim where every
report tells it as one.
"""

import dataclasses
from dataclasses import dataclass

from dragoman.records import CLAIM, CiteInfo, Coder, Event, KeptEvent, Story, TextInfo

TEXTS = ("none", "span", "sentence")
STORY_RULE = "stories"  # what stands as rule where a story's most telling event is not to be had


@dataclass(frozen=True, slots=True)
class Told:
    """An event, or a story told as one, with what is known of its reports.

    `reports` counts articles, `reporters` the independent ones among them; both are 1 for a single report.
    `article` is the article's key where it is known; `first_seen` and `last_seen` are days of publication.
    """

    event: Event
    article: str | None = None
    story: str | None = None
    reporter: str | None = None
    reports: int = 1
    reporters: int = 1
    first_seen: str | None = None
    last_seen: str | None = None
    is_story: bool = False
    is_corrected: bool = False
    is_confirmed: bool = False


def told_from_event(event: Event) -> Told:
    """Return a bare event, as `dragoman code` writes it, as something to tell."""
    day = _day(event)
    return Told(event, first_seen=day, last_seen=day)


def told_from_kept(kept: KeptEvent) -> Told:
    """Return an event as a store has it, corrections applied, as something to tell."""
    day = _day(kept.event)
    return Told(
        kept.event,
        article=kept.article,
        story=kept.story,
        reporter=kept.reporter,
        first_seen=day,
        last_seen=day,
        is_corrected=kept.is_corrected,
        is_confirmed=kept.is_confirmed,
    )


def told_from_story(story: Story, best: KeptEvent | None) -> Told:
    """Return a story told as one event; `best` is its most telling one, where it is to be had."""
    fields = {
        "id": story.key,
        "key": story.key,
        "date": story.date,
        "enddate": story.enddate,
        "date_precision": story.date_precision,
        "event": (story.event,),
        "mode": (story.mode,) if story.mode else (),
        "context": story.context,
        "quad_code": story.quad_code,
        "event_scale": story.score,
        "status": story.status,
        "reciprocal": story.reciprocal,
        "actor": story.actor,
        "recipient": story.recipient,
        "attribution": best.event.attribution if best and story.face & CLAIM else None,
        "object": story.object,
        "size": story.size,
        "event_loc": story.place,
        "text": story.line,
        "link": None,
    }
    return Told(
        dataclasses.replace(best.event if best else _bare_event(story), **fields),  # type: ignore[arg-type]
        article=best.article if best else None,
        story=story.key,
        reporter=best.reporter if best else None,
        reports=story.reports,
        reporters=len(story.reporters),
        first_seen=story.first_seen,
        last_seen=story.last_seen,
        is_story=True,
        is_corrected=bool(best and best.is_corrected),
        is_confirmed=bool(best and best.is_confirmed),
    )


def with_text(told: Told, text: str) -> Told:
    """Return it with the whole sentence, with the words of the trigger alone ("span"), or with none of its words."""
    if text == "sentence":
        return told
    words = _trigger_words(told.event) if text == "span" else ""
    return dataclasses.replace(told, event=dataclasses.replace(told.event, text=words))


def _trigger_words(event: Event) -> str:
    """Return the words that prove the type, parted by an ellipsis where they stand apart."""
    start = event.text_info.start
    marked = [piece for piece in event.text_info.evidence if piece.field == "event"]
    spans = [event.text[max(0, piece.start - start) : max(0, piece.end - start)] for piece in marked]
    return " … ".join(span for span in spans if span)


def _day(event: Event) -> str | None:
    return event.cite_info.published[:10] if event.cite_info.published else None


def _bare_event(story: Story) -> Event:
    """Return an event that holds what a story has no field for."""
    return Event(
        id=story.key,
        key=story.key,
        doc_id="",
        date=None,
        enddate=None,
        date_precision=None,
        date_basis=None,
        planned_date=None,
        planned_enddate=None,
        event=(story.event,),
        mode=(),
        context=(),
        quad_code=story.quad_code,
        event_scale=story.score,
        status=story.status,
        reciprocal=story.reciprocal,
        actor=(),
        recipient=(),
        object=None,
        size=None,
        event_loc=None,
        attribution=None,
        confidence=0.0,
        text="",
        text_info=TextInfo(1, 0, 0),
        cite_info=CiteInfo(published=story.first_seen),
        coder=Coder("dragoman", "", STORY_RULE),
    )
