"""Which mode an act of words calls for: what is asked, refused or held out as a threat.

A predication of asking, refusing or threatening and the act inside it in, PLOVER's mode out; None where the
words leave it open.  The words of each mode stand in the lexicon's shared lists ("mode_assist" …).  To teach
it a word, add it there.
"""

from collections.abc import Iterator

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, sector_of
from dragoman.records import Mention, Predication

WANTED = ("yield", "meet", "assist", "change")
HELD_OUT = ("violence", "territory", "arrest", "expel", "relations", "restrict")
WANTED_ACTS = {"AID": "assist", "CONSULT": "meet", "RETREAT": "yield"}
THREATENED_MODES = {
    "arrest": "arrest",
    "convict": "arrest",
    "deport": "expel",
    "expel": "expel",
    "withdraw": "relations",
    "discontinue": "relations",
    "censor": "restrict",
    "curfew": "restrict",
}
MODES_OF_FORCES = {"PRM": "militia", "COP": "police", "MIL": "troops"}
INSIDE = frozenset("xcomp ccomp acl pcomp object of from for to with on against into oprd dobj pobj relcl".split())
STOPPING = frozenset("stop cease halt end refrain avoid desist abstain drop review reconsider".split())
BEGGING = frozenset("ask appeal beg plead request plea petition".split())
ASKED_OF = frozenset("request demand appeal plea call proposal offer invitation".split())
DEPTH = 3  # "stop all deliveries of gas": verb, object, what the object is of


def find_mode(scene: Scene, event: str, predication: Predication, inner: Draft | None = None) -> str | None:
    """Return the mode of a REQUEST, REJECT or THREATEN; None for other types and where the words leave it open."""
    if event == "THREATEN":
        told = _first_listed(scene, _words_inside(scene, predication, is_whole=True), HELD_OUT)
        return told or (find_harm_mode(inner) if inner is not None else None)
    if inner is not None and inner.event == event and event != "REJECT":
        return inner.mode
    if event == "SANCTION" and inner is not None:
        return "discontinue"
    if event not in ("REQUEST", "REJECT"):
        return None
    told = _first_listed(scene, _words_inside(scene, predication, is_whole=False), WANTED)
    if told is not None:
        return told
    if inner is not None:
        return inner.mode if inner.event == "REQUEST" else WANTED_ACTS.get(inner.event, "change")
    return _mode_of_plain_request(scene, predication) if event == "REQUEST" else None


def find_noun_mode(scene: Scene, event: str, noun: Predication) -> str | None:
    """Return the mode that an object noun itself tells: "sought help from", "rejected talks with"."""
    if event not in ("REQUEST", "REJECT"):
        return None
    return _first_listed(scene, iter((noun.lemma,)), WANTED)


def find_force_mode(event: str, actors: tuple[Mention, ...]) -> str | None:
    """Return the mode that the force itself tells: loyal militias and police who make ready."""
    sectors = {sector_of(mention) for mention in actors}
    if event != "MOBILIZE" or len(sectors) != 1:
        return None
    return MODES_OF_FORCES.get(sectors.pop())


def _first_listed(scene: Scene, lemmas: Iterator[str], modes: tuple[str, ...]) -> str | None:
    for lemma in lemmas:
        for mode in modes:
            if lemma in scene.lexicon.words[f"mode_{mode}"]:
                return mode
    return None


def _words_inside(scene: Scene, predication: Predication, *, is_whole: bool, depth: int = DEPTH) -> Iterator[str]:
    """Yield the words of what is asked or threatened, nearest first.

    With `is_whole` the objects of any verb count ("to stop deliveries"); without, only those of verbs that carry
    their object: who is urged to review its aid is not asked for aid.
    """
    for part in scene.embedded(predication):
        is_clause = part.kind == "verb"
        if not (_is_inside(part) or (is_whole and part.link == "in")):
            continue
        yield f"{part.lemma} {part.particle}" if part.particle else part.lemma
        carries = part.lemma in scene.lexicon.words["light"] and part.lemma not in STOPPING and not part.is_negated
        is_open = carries if is_clause else part.lemma in ASKED_OF or predication.kind == "verb"
        if depth > 1 and (is_whole or is_open):
            yield from _words_inside(scene, part, is_whole=is_whole, depth=depth - 1)


def _is_inside(part: Predication) -> bool:
    """Say whether a part is what is asked, refused or threatened, and no circumstance of it."""
    return part.link in INSIDE or (part.link == "advcl" and part.tense == "infinitive")


def find_harm_mode(harm: Draft) -> str | None:
    """Return the mode of a threat of this harm."""
    return "violence" if harm.event == "ASSAULT" else THREATENED_MODES.get(harm.mode or "")


def _mode_of_plain_request(scene: Scene, predication: Predication) -> str | None:
    """Who begs for things wants help; who wants a deed that no list names wants another policy."""
    parts = [part for part in scene.embedded(predication) if _is_inside(part)]
    if any(part.kind == "verb" for part in parts):
        return "change"
    if predication.lemma in BEGGING and any(part.link == "for" for part in parts):
        return "assist"
    return "change" if parts else None
