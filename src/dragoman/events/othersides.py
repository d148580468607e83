"""Whom a reply is to, where its sentence does not say: the other side of what was told just before.

"Libya accused Tunis of … .  Tunis rejected the charge": the drafts of an article in order in, the same
with such recipients filled.  Only for acts between two sides, only where the act before (in the same
sentence, else in the one before) was between the doer's country and just one other.
"""

import dataclasses

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, code_of, is_known
from dragoman.records import Mention

ANSWERING = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN", "CONCEDE", "SANCTION", "AGREE"})
HOW = "the other side just before"


def fill_other_sides(drafted: list[tuple[Scene, Draft]]) -> list[tuple[Scene, Draft]]:
    """Return the drafts with the recipients of answers filled from the act before."""
    filled: list[tuple[Scene, Draft]] = []
    for scene, draft in drafted:
        other = _other_side(scene, draft, filled) if _is_open_answer(draft) else None
        if other is not None:
            filled.append((scene, dataclasses.replace(draft, recipients=_placed(draft.recipients, other))))
        elif not draft.is_open:
            filled.append((scene, _with_host(scene, draft, filled)))
    return filled


def _placed(people: tuple[Mention, ...], other: Mention) -> tuple[Mention, ...]:
    """Return the people whom a deed is done to as the other side's; the other side itself where nobody is told."""
    if not people:
        return (other,)
    code = code_of(other)
    return tuple(
        dataclasses.replace(
            mention,
            candidates=tuple(
                dataclasses.replace(reading, code=code, resolved_by=HOW) for reading in mention.candidates
            ),
        )
        for mention in people
    )


def _with_host(scene: Scene, draft: Draft, before: list[tuple[Scene, Draft]]) -> Draft:
    """Find who refused in "during the meeting of A and B, B was refused …": A, told beside B in the sentence."""
    is_open = draft.predication.voice == "passive" and not draft.actors and draft.event in ANSWERING
    own = _codes(draft.recipients)
    if not is_open or len(own) != 1:
        return draft
    for earlier, told in reversed(before):
        parties = (*told.actors, *told.recipients)
        others = _codes(parties) - own
        if earlier is not scene:
            break
        if own <= _codes(parties) and len(others) == 1:
            actor = _as_country(next(mention for mention in parties if code_of(mention) in others))
            return dataclasses.replace(draft, actors=(actor,))
    return draft


def _is_open_answer(draft: Draft) -> bool:
    is_open = not any(is_known(mention) or mention.kind == "agent" for mention in draft.recipients)
    if draft.is_open:
        return not any(is_known(mention) for mention in draft.recipients) and len(_codes(draft.actors)) == 1
    return is_open and draft.event in ANSWERING and not draft.is_mutual and len(_codes(draft.actors)) == 1


def _other_side(scene: Scene, draft: Draft, before: list[tuple[Scene, Draft]]) -> Mention | None:
    own = _codes(draft.actors)
    for earlier, told in reversed(before):
        distance = scene.sentence.number - earlier.sentence.number
        if distance > 1 or earlier.sentence.section != scene.sentence.section:
            return None
        parties = (*told.actors, *told.recipients)
        others = _codes(parties) - own
        if own <= _codes(parties) and len(others) == 1:
            return _as_country(next(mention for mention in parties if code_of(mention) in others))
        if distance == 1:
            return None  # the last act of the sentence before was not between these two
    return None


def _codes(mentions: tuple[Mention, ...]) -> set[str | None]:
    return {code_of(mention) for mention in mentions if is_known(mention)}


def _as_country(mention: Mention) -> Mention:
    readings = tuple(dataclasses.replace(reading, resolved_by=HOW) for reading in mention.candidates)
    return dataclasses.replace(mention, candidates=readings)
