"""What must be there before a rule may fire: a draft in, None or the reason why not out.

Each need of a lexicon row ("needs") is one small function in `needs_of_sides` or `needs_of_deeds`, which say
how to add one.  Here stands what holds for whole types, whatever their rows ask.
"""

from dragoman.events.drafts import Draft
from dragoman.events.needs_of_deeds import COMPUTERS, NEEDS_OF_DEEDS
from dragoman.events.needs_of_sides import CROWDS, NEEDS_OF_SIDES, POWERS, has_recipient, is_search
from dragoman.events.scene import Scene, sector_of
from dragoman.records import Mention

PUBLIC = frozenset("GOV MIL LEG JUD COP SPY REB PTY ELI OPP".split()) | {""}
HELD = frozenset({"COERCE", "SANCTION", "MOBILIZE"})  # types that take an office, arms or a state
PLAYED = frozenset({"ASSAULT", "CONSULT", "THREATEN", "RETREAT"})
FORCES_OF = frozenset("army legion brigade battalion squad squadron regiment horde".split())


def unmet_need(draft: Draft, scene: Scene) -> str | None:
    """Return the first need of the draft's row that is not met, in words, or None."""
    other = _other_meaning(draft, scene) or _wrong_sides(draft, scene)
    if other is not None:
        return other
    for need in draft.row.needs:
        is_met, why = NEEDS_OF_SIDES.get(need) or NEEDS_OF_DEEDS[need]
        if not is_met(draft, scene):
            return why
    return None


def is_told_of(scene: Scene, topic: str) -> bool:
    """Say whether the sentence has a word of sport or the arts, where states meet and attack each other in play."""
    words = scene.lexicon.words[topic]
    return any(token.pos == "NOUN" and scene.lemma(token.index) in words for token in scene.sentence.tokens)


def _other_meaning(draft: Draft, scene: Scene) -> str | None:
    """Return what else the words tell: sport, a work of art, a search, a figure of speech."""
    words = scene.words_below(draft.predication.predicate) if draft.row.not_with else frozenset()
    stop = words.intersection(draft.row.not_with)
    if stop:
        return f"the word {min(stop)!r} tells another meaning"
    if draft.event == "ASSAULT" and any(scene.lemma(i) == "raid" for i in draft.trigger) and is_search(draft, scene):
        return "officials who raid a house search it"
    if draft.event == "ASSAULT" and {scene.lemma(head) for head in draft.predication.objects} & COMPUTERS:
        return "computers are attacked by wire"
    if any(_is_figure(mention, scene) for mention in draft.actors):
        return "the force that acts is a figure of speech"
    if draft.event in PLAYED and is_told_of(scene, "art"):
        return "the sentence tells of a work of art"
    is_unplaced = draft.event == "PROTEST" and not has_recipient(draft, scene)
    if is_told_of(scene, "contest") and (is_unplaced or not any(sector_of(mention) for mention in draft.actors)):
        return "the sentence tells of sport"
    return None


def _wrong_sides(draft: Draft, scene: Scene) -> str | None:
    """Return why those who are told cannot be the sides of such an act."""
    actors = {sector_of(mention) for mention in draft.actors}
    sides = actors | {sector_of(mention) for mention in draft.recipients}
    if draft.event == "SUPPORT" and sides and not sides & PUBLIC:
        return "neither side holds an office"
    readings = {reading.sector for mention in draft.actors for reading in mention.candidates}  # the day picks one later
    if draft.event in HELD and draft.mode != "cyber" and actors and not (actors | readings) & POWERS:
        return "those who act hold no such power"
    if draft.event == "PROTEST" and actors and not actors & (CROWDS | {""}):
        return "those who act are no civilians"
    return None


def _is_figure(mention: Mention, scene: Scene) -> bool:
    """ "An army of ants" is no army."""
    noun = scene.noun_at(mention.head)
    if noun is None or noun.lemma not in FORCES_OF:
        return False
    heads = noun.heads_after("of")
    return bool(heads) and all(scene.token(h).pos == "NOUN" and not scene.mentions(h) for h in heads)
