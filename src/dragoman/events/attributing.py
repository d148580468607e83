"""Whose claim an event is: the quotation or reported speech that its words stand in.

A draft and the marked quotations in, an Attribution or None out: None where the outlet speaks itself.  Charges and
threats hold a word about another side that is their actor's alone, so he stands as the speaker although the outlet
tells them ("Oslo condemned the raid"); other verbal acts of the speaker's own, told by the outlet, have none.
"""

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene
from dragoman.records import Attribution, Mention, Span

WORDS_ON_OTHERS = frozenset({"ACCUSE", "THREATEN"})
VERBAL = frozenset({"ACCUSE", "REJECT", "AGREE", "SUPPORT", "REQUEST", "THREATEN", "CONCEDE"})


def attribute(scene: Scene, draft: Draft) -> tuple[Attribution | None, Span | None]:
    """Return whose claim the draft is, and the words that name the speaker."""
    quotation = scene.quotation_over(draft.predication.predicate)
    if quotation is None or quotation.speaker is None:
        return _in_own_word(scene, draft)
    words = _words_at(scene, quotation.speaker)
    speaker = scene.cast.mention_over(quotation.speaker)
    if speaker is None or not speaker.candidates:
        return Attribution(words, None, None, "UNK", quotation.manner), quotation.speaker
    is_told = quotation.manner != "quoted"  # in his own words it is he who says so, not the outlet
    if is_told and draft.event in VERBAL and any(_is_himself(actor, speaker) for actor in draft.actors):
        return _in_own_word(scene, draft)
    best = speaker.candidates[0]
    return Attribution(
        _named(speaker, words), best.entity_id, best.code, best.sector, quotation.manner
    ), quotation.speaker


def _in_own_word(scene: Scene, draft: Draft) -> tuple[Attribution | None, Span | None]:
    """Return the one who charges or threatens as the speaker, where a verb tells that he did so in words."""
    is_said = draft.predication.kind == "verb" and draft.predication.voice == "active" and draft.mode != "investigate"
    if draft.event not in WORDS_ON_OTHERS or not is_said or draft.status in ("future", "hypothetical", "negation"):
        return None, None
    actor = next((actor for actor in draft.actors if actor.candidates and scene.token(actor.head).pos != "PRON"), None)
    if actor is None:
        return None, None
    best = actor.candidates[0]
    words = _named(actor, actor.span.quote(scene.marks.text))
    return Attribution(words, best.entity_id, best.code, best.sector, "reported"), actor.span


def _named(speaker: Mention, words: str) -> str:
    """Return the name of a person or organisation whom the words only point at: "the paper", "the president"."""
    name = speaker.candidates[0].name
    is_pointed_at = speaker.kind in ("person", "organisation") and name[:1].isupper()
    return name if is_pointed_at and not set(name.split()) & set(words.split()) and words[:1].islower() else words


def _words_at(scene: Scene, span: Span) -> str:
    """Return the speaker's words, which may stand in another sentence than the event's."""
    return scene.marks.text[span.start : span.end]


def _is_himself(actor: Mention, speaker: Mention) -> bool:
    """Say whether an actor is the speaker in person: a spokesman speaks for his government, but is not it."""
    if actor.span.meets(speaker.span):
        return True
    ids = [mention.candidates[0].entity_id for mention in (actor, speaker) if mention.candidates]
    return len(ids) > 1 and ids[0] is not None and ids[0] == ids[1]
