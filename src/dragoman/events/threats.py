"""Threats without the word: who says that he will do harm if he does not get his way threatens it now.

A draft or a predication in, a THREATEN draft out: "if the gate stays shut, Chad will halt the trade, its
minister said".  The harm must be the speaker's own to do, and stand under a condition.  To let another verb
tell harm, add it to HARMING.
"""

import dataclasses

from dragoman.events.drafts import Draft
from dragoman.events.modes import find_harm_mode
from dragoman.events.scene import Scene, code_of, is_known
from dragoman.events.sides import without_same
from dragoman.events.status import is_conditional
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Mention, Predication

ROW = LexiconRow("threaten.condition.v1", "THREATEN", "claim")
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "ACCUSE"})
HARMING = frozenset(
    """close shut shut_down halt stop cut cut_off burn sue retaliate respond punish attack strike occupy block expel
    destroy withdraw suspend complain walk_out hit storm leave boycott sever ban""".split()
)
OWN_WILL = frozenset({"will", "shall", "would"})


def as_threat(scene: Scene, draft: Draft) -> Draft:
    """Return a coming harm under a condition as the threat that it is; any other draft unchanged."""
    told = draft.predication
    if draft.event not in HARMFUL or draft.status not in ("future", "hypothetical") or told.modal not in OWN_WILL:
        return draft
    if not _is_conditional_here(scene, told) or not _is_speakers(scene, told, draft.actors):
        return draft
    recipients = draft.recipients or _recipients(scene, told, draft.actors)
    mode = find_harm_mode(draft)
    return dataclasses.replace(
        draft, event="THREATEN", mode=mode, recipients=recipients, status="actual", is_ahead=False
    )


def find_threat(scene: Scene, predication: Predication) -> Draft | None:
    """Return the threat that a clause tells whose verb the lexicon knows no harm by; None where it tells none."""
    name = f"{predication.lemma}_{predication.particle}" if predication.particle else predication.lemma
    if name not in HARMING or predication.modal not in OWN_WILL or predication.is_negated:
        return None
    actors = scene.known_at(predication.subjects)
    if not _is_conditional_here(scene, predication) or not _is_speakers(scene, predication, actors):
        return None
    recipients = _recipients(scene, predication, actors)
    if not recipients:
        return None
    return Draft(
        row=ROW,
        predication=predication,
        event="THREATEN",
        trigger=(predication.predicate,),
        actors=actors,
        recipients=recipients,
    )


def _conditions(scene: Scene, predication: Predication) -> list[Predication]:
    """Return the clauses under if or unless that hang from a clause or from the verb of saying above it."""
    above = scene.parent(predication)
    holders = [predication]
    if above is not None and above.lemma in scene.lexicon.words["speech"]:
        holders.append(above)
    return [part for holder in holders for part in scene.embedded(holder) if is_conditional(scene, part)]


def _is_conditional_here(scene: Scene, predication: Predication) -> bool:
    words = {child.text.lower() for child in scene.sentence.children(predication.predicate)}
    return "otherwise" in words or bool(_conditions(scene, predication))


def _is_speakers(scene: Scene, predication: Predication, actors: tuple[Mention, ...]) -> bool:
    """Say whether those who will act are of the side that says so."""
    quotation = scene.quotation_over(predication.predicate)
    speaker = scene.cast.mention_over(quotation.speaker) if quotation is not None and quotation.speaker else None
    above = scene.parent(predication)
    speakers = (speaker,) if speaker is not None else scene.known_at(above.subjects) if above is not None else ()
    codes = {code_of(mention) for mention in actors if is_known(mention)}
    return bool(codes) and bool(codes & {code_of(mention) for mention in speakers if is_known(mention)})


def _recipients(scene: Scene, predication: Predication, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return whom the harm would hit: who is told in it, else who is to give way."""
    heads = (*predication.objects, *predication.heads_after("with", "against", "to", "on", "at", "from"))
    told = scene.known_at(heads) or tuple(owner for head in predication.objects for owner in scene.owners(head))
    if not told:
        told = scene.known_at([head for part in _conditions(scene, predication) for head in part.subjects])
    codes = {code_of(mention) for mention in actors}
    return tuple(mention for mention in without_same(told, actors) if code_of(mention) not in codes)
