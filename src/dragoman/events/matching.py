"""A predication in, the draft that the lexicon makes of it out.

Precedence is fixed: wrappers, then verb+noun frames, nouns, bare verbs.  Each row that meets its words
and does not fire leaves a Drop behind, for `explain`.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dragoman.events.drafts import Draft, Drop
from dragoman.events.modes import find_force_mode, find_mode, find_noun_mode
from dragoman.events.needs import unmet_need
from dragoman.events.scene import Scene, is_known, sector_of
from dragoman.events.sides import (
    find_actors,
    find_recipients,
    light_verb,
    settle_at_home,
    settle_seized,
    settle_where,
    without_guessed_seamen,
    without_same,
)
from dragoman.events.status import Standing, standing_of
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Mention, Predication

# Acts that a state's organs and people do to each other at home unless another country is told.
AT_HOME = frozenset({"ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
SUFFERED = frozenset({"ASSAULT", "COERCE"})  # what is done to people where they live, if nobody foreign does it
SEIZED = frozenset({"seize", "arrest", "release"})
SEIZING = frozenset({"", "GOV", "MIL", "COP"})
# Verbs that take their telling noun behind a preposition: "went on strike", "withdrew from the treaty".
LED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "involve": ("in",),
        "participate": ("in",),
        "engage": ("in",),
        "go": ("on",),
        "be": ("on",),
        "remain": ("on",),
        "stay": ("on",),
        "agree": ("to", "on"),
        "consent": ("to",),
        "withdraw": ("from",),
        "pull": ("from",),
        "take": ("to", "into"),
        "put": ("under", "on", "in"),
        "place": ("under",),
        "hold": ("in",),
        "keep": ("in",),
        "pour": ("into", "onto"),
        "walk": ("off",),
    }
)


def match_predication(
    scene: Scene, predication: Predication, standing: Standing | None = None
) -> tuple[Draft | None, list[Drop]]:
    """Return the first draft that fits a predication, wrappers apart, and what was dropped before it.

    `standing` is given for an act inside a wrapper, which decides in its place how the act is told.
    """
    drops: list[Drop] = []
    told = standing or standing_of(scene, predication)
    for row, noun in _rows_at(scene, predication):
        if told.why is not None:
            drops.append(Drop(row, predication, told.why))
            continue
        outcome = _draft(scene, row, predication, noun=noun, standing=told)
        if isinstance(outcome, Draft):
            return outcome, drops
        drops.append(outcome)
    return None, drops


def name_of(predication: Predication) -> str:
    """Return a predicate's lemma with its particle."""
    return f"{predication.lemma} {predication.particle}" if predication.particle else predication.lemma


def trigger_of(scene: Scene, row: LexiconRow, predication: Predication, noun: Predication | None) -> tuple[int, ...]:
    """Return the tokens that tell the event: verb and particle, verb and noun, noun and its telling modifier."""
    found = [predication.predicate]
    if predication.particle:
        found += [part.index for part in scene.sentence.children(predication.predicate) if part.relation == "prt"]
    if noun is not None:
        found.append(noun.predicate)
    for holder in (predication, noun):
        if holder is not None and holder.kind == "noun":
            found += [head for head in holder.heads_after("modifier") if scene.lemma(head) in row.modifiers]
    return tuple(sorted(set(found)))


def _rows_at(scene: Scene, predication: Predication) -> Iterator[tuple[LexiconRow, Predication | None]]:
    name = name_of(predication)
    if predication.kind == "verb":
        for row in scene.lexicon.rows_for("frame", name):
            for noun in frame_nouns(scene, predication):
                if names_of_noun(scene, noun) & set(row.nouns) and _has_modifier(scene, row, noun):
                    yield row, noun
        for row in scene.lexicon.rows_for("verb", name):
            yield row, None
    elif predication.kind == "noun":
        rows = [
            row for known in sorted(names_of_noun(scene, predication)) for row in scene.lexicon.rows_for("noun", known)
        ]
        for row in sorted(rows, key=lambda item: not item.modifiers):
            if _has_modifier(scene, row, predication):
                yield row, None


def names_of_noun(scene: Scene, noun: Predication) -> frozenset[str]:
    """Return a noun's lemma and, where a hyphen joins it to the word before, both together: "sit-in"."""
    names = {noun.lemma}
    first = noun.predicate - 2
    if first >= 0 and scene.token(first + 1).text == "-" and scene.token(first).end == scene.token(first + 1).start:
        names.add(f"{scene.lemma(first)}-{noun.lemma}")
    return frozenset(names)


def _has_modifier(scene: Scene, row: LexiconRow, noun: Predication) -> bool:
    """Say whether a word that the row wants before its noun stands there."""
    return not row.modifiers or bool({scene.lemma(head) for head in noun.heads_after("modifier")} & set(row.modifiers))


def frame_nouns(scene: Scene, verb: Predication) -> list[Predication]:
    """Return the nouns that a verb's object is about: the object, and what an "of" hangs from it."""
    found: list[Predication] = []
    for head in (*verb.objects, *verb.heads_after("with", "for", *LED_BY.get(verb.lemma, ()))):
        noun = scene.noun_at(head) or _counted_noun(scene, head)
        if noun is not None:
            found.append(noun)
            found += [inner for part in noun.heads_after("of", "in") if (inner := scene.noun_at(part)) is not None]
    return found


def _counted_noun(scene: Scene, head: int) -> Predication | None:
    """Return the noun of which a part is told: "the last of its soldiers", "most of the troops"."""
    nouns = [
        scene.noun_at(part.index)
        for preposition in scene.sentence.children(head)
        if preposition.text.lower() == "of"
        for part in scene.sentence.children(preposition.index)
    ]
    return next((noun for noun in nouns if noun is not None), None)


def _draft(
    scene: Scene, row: LexiconRow, predication: Predication, *, noun: Predication | None, standing: Standing
) -> Draft | Drop:
    actors = find_actors(scene, row, predication, noun)
    recipients = without_same(find_recipients(scene, row, predication, noun), actors)
    if not recipients and row.kind == "frame" and predication.link == "conj":
        recipients = without_same(shared_target(scene, predication), actors)
    if row.event in AT_HOME:
        actors = settle_where(scene, (predication,) if noun is None else (predication, noun), actors)
        actors = settle_seized(scene, predication, actors)
        actors, homed = settle_at_home(scene, actors, recipients)
        recipients = recipients if row.mode == "deport" else homed  # who is sent away has his home elsewhere
        if row.event in SUFFERED and not any(is_known(mention) for mention in actors):
            hit = [noun for mention in recipients if (noun := scene.noun_at(mention.head)) is not None]
            recipients = settle_where(scene, (predication, *hit), recipients)
        if row.mode in SEIZED and any(sector_of(mention) in SEIZING for mention in actors):
            recipients = without_guessed_seamen(scene, recipients)
    is_mutual = row.is_mutual or is_each_other(scene, predication)
    mode = row.mode or _phone_mode(scene, row, predication) or find_mode(scene, row.event, predication)
    mode = mode if noun is None else find_noun_mode(scene, row.event, noun) or mode
    mode = mode or find_force_mode(row.event, actors)
    draft = Draft(
        row=row,
        predication=predication,
        event=row.event,
        trigger=trigger_of(scene, row, predication, noun),
        actors=actors,
        recipients=recipients,
        mode=mode,
        is_mutual=is_mutual,
        status=standing.status,
        is_ahead=standing.is_ahead,
        thing=_thing_of(scene, row, predication, noun=noun, recipients=recipients),
        is_open="answer" in row.needs and not is_mutual and not any(is_known(mention) for mention in recipients),
    )
    if is_mutual and not row.is_mutual and row.recipient:
        draft = dataclasses.replace(draft, recipients=())
    why = unmet_need(draft, scene)
    return draft if why is None else Drop(row, predication, why)


def shared_target(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """ "cut its ties with Peru and closed the border": two coordinated deeds share whom they are done to."""
    other = scene.parent(predication)
    if other is None:
        return ()
    nouns = [noun for head in other.objects if (noun := scene.noun_at(head)) is not None]
    return scene.known_at([head for noun in nouns for head in noun.heads_after("on", "with", "to", "against", "from")])


def is_each_other(scene: Scene, predication: Predication) -> bool:
    """Say whether the object is "each other" or "each other's", so that the doers do it to themselves."""
    heads = (*predication.objects, *predication.heads_after("with", "at", "on", "against"))
    nouns = [noun for head in predication.objects if (noun := scene.noun_at(head)) is not None]
    heads += tuple(head for noun in nouns for head in noun.heads_after("poss"))
    return any(
        scene.token(head).text.lower() in ("other", "another")
        and any(part.text.lower() in ("each", "one") for part in scene.sentence.children(head))
        for head in heads
    )


def _phone_mode(scene: Scene, row: LexiconRow, predication: Predication) -> str | None:
    if row.event != "CONSULT":
        return None
    verb = light_verb(scene, predication) if predication.kind == "noun" else predication
    heads = () if verb is None else verb.heads_after("by", "over", "on", "via")
    return "phone" if any(scene.lemma(head) in ("phone", "telephone") for head in heads) else None


def _thing_of(
    scene: Scene,
    row: LexiconRow,
    predication: Predication,
    *,
    noun: Predication | None,
    recipients: tuple[Mention, ...],
) -> int | None:
    """Return the head of what is given, withheld or backed."""
    if row.event not in ("AID", "AGREE", "SUPPORT", "REJECT"):
        return None
    taken = {mention.head for mention in recipients}
    if noun is not None and row.kind == "frame" and row.event in ("AID", "AGREE"):
        return noun.predicate
    with_heads = predication.heads_after("with") if row.event == "AID" else ()
    for head in (*with_heads, *predication.objects):
        if head not in taken and scene.token(head).pos in ("NOUN", "PROPN"):
            return head
    return None
