"""Whose claim an event is: the quotation or reported speech that its words stand in.

A draft and the marked quotations in, an Attribution or None out: None where the outlet speaks itself, and
where a verbal act's own actor is the speaker.
"""

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, is_same_party
from dragoman.records import Attribution, Span

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
    if draft.event in VERBAL and any(is_same_party(actor, speaker) for actor in draft.actors):
        return None, None
    best = speaker.candidates[0]
    return Attribution(words, best.entity_id, best.code, best.sector, quotation.manner), quotation.speaker


def _words_at(scene: Scene, span: Span) -> str:
    """Return the speaker's words, which may stand in another sentence than the event's."""
    return scene.marks.text[span.start : span.end]
