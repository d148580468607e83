"""Whether an act is told as done, as coming, as possible, as not done, or not as a fact at all.

A predication in its sentence in, a Standing out.  Old background becomes `historical` when it is dated
(`dating.py`), not here.
"""

from dataclasses import dataclass

from dragoman.events.scene import Scene
from dragoman.records import Predication

AHEAD_MODALS = frozenset({"will", "shall", "to"})
POSSIBLE_MODALS = frozenset({"may", "might", "could", "can", "would"})
DUTY_MODALS = frozenset({"should", "must", "ought"})
AHEAD_ADJECTIVES = frozenset({"due", "set", "scheduled", "slated", "poised", "expected"})
AHEAD_VERBS = frozenset({"expect", "schedule", "set", "slate", "go", "due", "be", "have"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until", "till"})
NOTIONS = frozenset(
    "idea notion fear possibility hope prospect theory rumour rumor speculation myth suggestion".split()
)
THINKING = frozenset("hope fear wish want doubt wonder imagine speculate pray dream pretend".split())
CLAUSE_LINKS = frozenset({"xcomp", "advcl", "acl", "pcomp", "relcl"})
NEVER_DONE = frozenset(
    {"stop", "cease", "avoid", "refrain", "consider", "mull", "rule", "oppose", "propose", "practise", "practice"}
)
# What is to end or to go on is already there: "will wrap up their exercise on Friday".
GOING_ON = frozenset("wrap finish complete end conclude continue keep remain".split())
SCHEDULING = frozenset({"expect", "schedule", "plan", "set", "slate"})
STEPS = 6  # how far up the clauses are followed; news sentences seldom embed deeper


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act is told: `status` as in PLOVER, `is_ahead` where it is still to come; `why` where it is no fact."""

    status: str = "actual"
    is_ahead: bool = False
    why: str | None = None


def standing_of(scene: Scene, predication: Predication) -> Standing:
    """Return how the act of a predication is told in its sentence."""
    if predication.kind == "noun":
        return _standing_of_noun(scene, predication)
    if is_conditional(scene, predication):
        return Standing(why="it is told as a condition")
    if predication.modal in POSSIBLE_MODALS | DUTY_MODALS and _has_perfect(scene, predication):
        return Standing(why="it is told as what did not come to be")
    if _is_only_thought(scene, predication):
        return Standing(why="it stands under words of hoping, fearing or fancying")
    if predication.modal in DUTY_MODALS:
        return Standing(why="it is told as a duty, not as done")
    if predication.modal in AHEAD_MODALS or (predication.modal == "would" and _is_reported(scene, predication)):
        return Standing("negation" if predication.is_negated else "future", is_ahead=True)
    if predication.modal in POSSIBLE_MODALS:
        return Standing("hypothetical")
    outer = _standing_from_above(scene, predication)
    if outer.why or outer.status != "actual":
        return outer
    return Standing("negation") if predication.is_negated else outer


def _has_perfect(scene: Scene, predication: Predication) -> bool:
    """ "might have agreed": a modal with "have" tells what was not, or is not known to have been."""
    return any(
        child.relation == "aux" and child.lemma == "have" for child in scene.sentence.children(predication.predicate)
    )


def _is_only_thought(scene: Scene, predication: Predication) -> bool:
    """Say whether a clause is what somebody hopes or fears, or the content of an idea or a rumour."""
    above = scene.parent(predication)
    is_open = predication.tense in ("infinitive", "gerund") and predication.link == "xcomp"
    if above is None or is_open:
        return False
    if above.kind == "noun":
        return predication.link in ("acl", "ccomp") and above.lemma in NOTIONS and _has_that(scene, predication)
    return predication.link == "ccomp" and above.lemma in THINKING


def _has_that(scene: Scene, predication: Predication) -> bool:
    return any(
        child.relation == "mark" and child.text.lower() == "that"
        for child in scene.sentence.children(predication.predicate)
    )


def is_conditional(scene: Scene, predication: Predication) -> bool:
    """Say whether the predication, or a clause around it, stands under if, unless or whether."""
    return any(
        child.relation == "mark" and child.text.lower() in CONDITIONS
        for child in scene.sentence.children(predication.predicate)
    )


def is_unreal(scene: Scene, noun: Predication) -> bool:
    """Say whether an event noun stands under words that do not tell it as a fact."""
    return _standing_of_noun(scene, noun).why is not None


def _standing_of_noun(scene: Scene, noun: Predication) -> Standing:
    if noun.is_negated:
        return Standing("negation")
    words = {scene.lemma(head) for head in noun.heads_after("modifier")}
    words |= {child.lemma.lower() for child in scene.sentence.children(noun.predicate) if child.relation == "det"}
    is_scheduled = noun.link in ("ahead", "ahead of", "before", "until") or _is_scheduled(scene, noun)
    if is_scheduled or words & scene.lexicon.words["coming"]:
        return Standing("future", is_ahead=True)
    if words & scene.lexicon.words["possible"]:
        return Standing(why="it is told as possible only")
    governor = scene.parent(noun)
    if governor is None:
        return Standing()
    return _standing_under(scene, noun, governor)


def _standing_under(scene: Scene, noun: Predication, governor: Predication) -> Standing:
    """Return what the word that governs an event noun makes of it."""
    words = scene.lexicon.words
    if governor.kind == "noun":
        return _standing_under_noun(scene, noun, governor)
    if noun.link == "object" and governor.lemma not in words["unreal"]:
        is_carried = governor.lemma not in GOING_ON and _carries(scene, governor)
        return standing_of(scene, governor) if is_carried else Standing()
    if noun.link == "subject" and governor.lemma in words["occur"]:
        return standing_of(scene, governor)
    if governor.lemma in words["unreal"] and noun.link in ("object", "for", "on", "against", "to", "of"):
        return Standing(why=f"it stands under {governor.lemma!r}, so it is not told as done")
    return Standing()


def _is_scheduled(scene: Scene, noun: Predication) -> bool:
    """ "the visit, planned for May": a clause about the noun puts it ahead."""
    heads = {noun.predicate, *noun.heads_after("to", "in", "with")}
    return any(
        part.lemma in SCHEDULING and part.voice == "passive" and scene.token(part.predicate).head in heads
        for part in scene.predications()
        if part.link in ("relcl", "acl", "to", "in", "with")
    )


def _standing_under_noun(scene: Scene, noun: Predication, governor: Predication) -> Standing:
    """ "plans for talks", "the threat of an attack" are not told as done; "a series of attacks" is."""
    if noun.link in ("for", "of", "on", "against", "to") and governor.lemma in scene.lexicon.words["unreal"]:
        return Standing(why=f"it stands under {governor.lemma!r}, so it is not told as done")
    return Standing()


def _carries(scene: Scene, verb: Predication) -> bool:
    name = f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma
    return name in scene.lexicon.words["light"] or verb.lemma in scene.lexicon.words["occur"]


def _is_reported(scene: Scene, predication: Predication) -> bool:
    """Say whether the clause is what somebody said: "said it would send aid"."""
    if scene.quotation_over(predication.predicate) is not None:
        return True
    above = scene.parent(predication)
    return above is not None and above.lemma in scene.lexicon.words["speech"]


def _standing_from_above(scene: Scene, predication: Predication) -> Standing:
    """What the clauses around an infinitive or gerund make of it."""
    current = predication
    for _ in range(STEPS):
        above = scene.parent(current)
        if above is not None and current.tense == "gerund":
            standing = _standing_of_gerund(current, above)
            if standing is not None:
                return standing
        is_small_clause = current.tense == "infinitive" and current.link == "ccomp"  # "got them to stop firing"
        if above is None or (current.link not in CLAUSE_LINKS and not is_small_clause):
            return _standing_of_conjunct(scene, current)
        if current.link == "xcomp" and above.lemma in scene.lexicon.words["aspect"]:
            return standing_of(scene, above)
        if current.tense != "infinitive":
            return Standing("hypothetical") if is_conditional(scene, above) else Standing()
        standing = _standing_of_infinitive(scene, above)
        if standing is not None:
            return standing
        current = above
    return Standing()


def _standing_of_gerund(gerund: Predication, above: Predication) -> Standing | None:
    """Return what a governing word makes of a gerund: "the idea of invading", "stopped bombing"."""
    if above.kind == "noun" and gerund.link in ("of", "for", "in", "about", "against"):
        return Standing(why=f"it is what {above.lemma!r} is about, not told as done")
    if above.lemma in NEVER_DONE:
        return Standing(why=f"it stands under {above.lemma!r}, so it is not told as done")
    return None


def _standing_of_conjunct(scene: Scene, predication: Predication) -> Standing:
    above = scene.parent(predication)
    if above is None or predication.link != "conj" or predication.tense != "infinitive":
        return Standing()
    return standing_of(scene, above)


def _standing_of_infinitive(scene: Scene, above: Predication) -> Standing | None:
    """Return what a governing word makes of an infinitive; None where it is transparent."""
    words = scene.lexicon.words
    if above.kind == "adjective":
        if above.lemma in AHEAD_ADJECTIVES:
            return Standing("future", is_ahead=True)
        return Standing(why=f"it stands under {above.lemma!r}, so it is not told as done")
    if above.lemma in AHEAD_VERBS and above.kind == "verb":
        return Standing("future", is_ahead=True)
    if above.lemma in words["aspect"]:
        return standing_of(scene, above)
    if above.lemma in words["motion"] and above.kind == "verb":
        return standing_of(scene, above)
    return Standing(why=f"it is told as an aim under {above.lemma!r}, not as done")
