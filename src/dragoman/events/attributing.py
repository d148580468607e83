"""Whose claim an event is: the quotation or reported speech that its words stand in.

A draft and the marked quotations in, an Attribution or None out: None where the outlet speaks itself, and
where the outlet tells a verbal act of the speaker's own.
"""

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene
from dragoman.records import Attribution, Mention, Span

VERBAL = frozenset({"ACCUSE", "REJECT", "AGREE", "SUPPORT", "REQUEST", "THREATEN", "CONCEDE"})


def attribute(scene: Scene, draft: Draft) -> tuple[Attribution | None, Span | None]:
    """Return whose claim the draft is, and the words that name the speaker."""
    quotation = scene.quotation_over(draft.predication.predicate)
    if quotation is None or quotation.speaker is None:
        return None, None
    words = _words_at(scene, quotation.speaker)
    speaker = scene.cast.mention_over(quotation.speaker)
    if speaker is None or not speaker.candidates:
        return Attribution(words, None, None, "UNK", quotation.manner), quotation.speaker
    is_told = quotation.manner != "quoted"  # in his own words it is he who says so, not the outlet
    if is_told and draft.event in VERBAL and any(_is_himself(actor, speaker) for actor in draft.actors):
        return None, None
    best = speaker.candidates[0]
    return Attribution(words, best.entity_id, best.code, best.sector, quotation.manner), quotation.speaker


def _words_at(scene: Scene, span: Span) -> str:
    """Return the speaker's words, which may stand in another sentence than the event's."""
    return scene.marks.text[span.start : span.end]


def _is_himself(actor: Mention, speaker: Mention) -> bool:
    """Say whether an actor is the speaker in person: a spokesman speaks for his government, but is not it."""
    if actor.span.meets(speaker.span):
        return True
    ids = [mention.candidates[0].entity_id for mention in (actor, speaker) if mention.candidates]
    return len(ids) > 1 and ids[0] is not None and ids[0] == ids[1]
