"""Acts of those who are on the street: whatever protesters do together there, they do by protesting.

A predication in, a PROTEST draft out, for verbs that the lexicon knows no protest by: protesters who try to
force a gate, block a bridge, chant a name; a minister "targeted by" demonstrators.
"""

import dataclasses

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, code_of, is_known, sector_of
from dragoman.events.sides import without_same
from dragoman.events.status import standing_of
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Candidate, Mention, Predication

MARCH = LexiconRow("protest.marchers.v1", "PROTEST", "claim", mode="demo")
BLOCKADE = LexiconRow("protest.blockade.v1", "PROTEST", "claim", mode="obstruct")
BLOCKING = frozenset("block blockade obstruct occupy invade storm barricade picket".split())
CROWDS = frozenset({"CVL", "LAB", "AGR", "EDU", "MED", "SOC", "REL"})
ATTEMPTS = frozenset({"try", "attempt", "seek", "begin", "start", "continue"})
TARGETS = ("against", "at", "over", "outside", "to", "with")


def find_march(scene: Scene, predication: Predication) -> Draft | None:
    """Return the protest that a predication of protesters tells; None where it tells none."""
    if predication.kind != "verb" or predication.is_negated or predication.lemma in scene.lexicon.words["speech"]:
        return None
    row = _row_for(scene, predication)
    if row is None or predication.lemma in ATTEMPTS:
        return None
    standing = standing_of(scene, predication)
    if standing.why is not None and not _is_attempt(scene, predication):
        return None
    actors = tuple(mention for head in predication.subjects for mention in scene.mentions(head))
    recipients = without_same(_targets(scene, predication), actors)
    if not any(is_known(mention) for mention in (*actors, *recipients)):
        return None
    return Draft(
        row=row,
        predication=predication,
        event="PROTEST",
        trigger=(predication.predicate,),
        actors=actors,
        recipients=recipients,
        mode=row.mode,
        status=standing.status,
    )


def with_crowd(scene: Scene, draft: Draft) -> Draft:
    """Give a protest against a known government the crowd that nobody names: its own people."""
    codes = {code_of(mention) for mention in draft.recipients if is_known(mention)}
    if draft.event != "PROTEST" or draft.actors or len(codes) != 1:
        return draft
    span = scene.sentence.span_of(draft.trigger[0], draft.trigger[-1])
    reading = Candidate(codes.pop(), "CVL", "protesters", resolved_by="the country protested against")
    crowd = Mention(scene.sentence.number, draft.trigger[-1], span, span, "agent", (reading,))
    return dataclasses.replace(draft, actors=(crowd,))


def is_blockade(scene: Scene, predication: Predication) -> bool:
    """Say whether a crowd blocks or storms something: that is protest before it is assault."""
    return predication.kind == "verb" and predication.lemma in BLOCKING and _row_for(scene, predication) is not None


def _row_for(scene: Scene, predication: Predication) -> LexiconRow | None:
    subjects = predication.subjects
    if any(scene.lemma(head) in scene.lexicon.words["marchers"] for head in subjects):
        return BLOCKADE if predication.lemma in BLOCKING else MARCH
    crowds = [mention for head in subjects for mention in scene.mentions(head) if sector_of(mention) in CROWDS]
    if predication.lemma in BLOCKING and crowds and any(mention.kind == "agent" for mention in crowds):
        return BLOCKADE
    return None


def _is_attempt(scene: Scene, predication: Predication) -> bool:
    above = scene.parent(predication)
    return above is not None and above.lemma in ATTEMPTS


def _targets(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return whom it is against: the object, whose thing it is, or what the protesters are opposed to."""
    heads = [*predication.objects, *predication.heads_after(*TARGETS)]
    for clause in scene.sentence.predications:
        governor = scene.token(clause.predicate).head
        if clause.link in ("acl", "relcl") and governor in predication.subjects:
            heads += clause.heads_after(*TARGETS)
    found = scene.known_at(heads)
    return found or tuple(dict.fromkeys(owner for head in heads for owner in scene.owners(head)))
