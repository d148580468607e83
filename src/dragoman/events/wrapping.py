"""Acts inside acts: refusing, promising, denying, demanding, threatening to do something.

A wrapper row and the clause or noun inside it in, one draft out: the wrapper's type, with the mode that
the act inside calls for, and the sides of both.  What stands inside is consumed: a refused delivery is
no delivery.
"""

import dataclasses

from dragoman.events.drafts import Draft, Drop
from dragoman.events.matching import is_each_other, match_predication, name_of, trigger_of
from dragoman.events.modes import find_mode
from dragoman.events.needs import unmet_need
from dragoman.events.scene import Scene, code_of, is_known, sector_of
from dragoman.events.sides import find_actors, find_recipients, settle_at_home, without_same
from dragoman.events.status import Standing, is_conditional, standing_of
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Mention, Predication

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
GIVING = frozenset({"AID", "COOPERATE", "SUPPORT"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
STRONG = frozenset("agree promise pledge vow offer commit undertake consent".split())
FREEING = frozenset("release return freedom liberation repatriation extradition".split())
REVENGEFUL = frozenset("vow promise pledge swear".split())
REVENGE = frozenset("retaliate avenge punish crush annihilate destroy eliminate retaliation revenge vengeance".split())
THREATENING = frozenset("vow threaten prepare plan promise pledge".split())
INNER_LINKS = frozenset(
    "xcomp ccomp acl pcomp object of from for on to against into relcl oprd dobj pobj in advcl about with".split()
)
# These ask for something only with a clause: "pressed him to go", but "pressed charges".
CLAUSAL = frozenset("press pressure ask order require instruct insist expect want tell".split())
WISHES = frozenset({"want", "expect"})
DEPTH = 3  # how many layers inside a wrapper are looked through: "refused a request to send aid" has two
SILENT = frozenset("comment say answer respond give name identify elaborate confirm disclose speculate discuss".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Wrapping:
    """What came of a wrapper: the draft or the reason against it, and which predications it consumed.

    `is_final` is false where the word may still be coded in another sense.
    """

    outcome: Draft | Drop
    consumed: frozenset[int]
    is_final: bool = True


def match_wrapper(scene: Scene, predication: Predication) -> Wrapping | None:
    """Return what comes of a predication as a wrapper; None where the lexicon knows it as none."""
    rows = scene.lexicon.rows_for("wrapper", name_of(predication))
    rows = tuple(row for row in rows if _is_of_kind(row, predication))
    rows = tuple(sorted((row for row in rows if _holds_noun(scene, row, predication)), key=lambda row: not row.nouns))
    if not rows:
        return None
    inside = inner_predications(scene, predication)
    inner = next((draft for part in inside if (draft := _inner_draft(scene, part)) is not None), None)
    row = rows[0]
    if inner is None and not _stands_alone(scene, row, predication, inside):
        return None
    outcome = _wrap(scene, row, predication, inner=inner, inside=inside)
    if inner is None and isinstance(outcome, Drop):  # the word may still mean something else
        return Wrapping(outcome, frozenset(), is_final=False)
    return Wrapping(outcome, frozenset(part.predicate for part in inside))


def _is_of_kind(row: LexiconRow, predication: Predication) -> bool:
    words = {"verb": row.verbs, "noun": row.nouns, "adjective": row.adjectives}[predication.kind]
    return name_of(predication) in words


def _holds_noun(scene: Scene, row: LexiconRow, predication: Predication) -> bool:
    """A verb's row that names nouns wants one of them inside: "called for the destruction of"."""
    if "command" in row.needs:
        return any(part.kind == "verb" and part.tense == "infinitive" for part in scene.embedded(predication))
    if predication.kind != "verb" or not row.nouns:
        return True
    return any(scene.lemma(head) in row.nouns for head in (*predication.objects, *predication.heads_after("for")))


def inner_predications(scene: Scene, predication: Predication, depth: int = DEPTH) -> list[Predication]:
    """Return what stands inside a wrapper, nearest first: its clause, its object noun, and what those hold."""
    found: list[Predication] = []
    for part in scene.embedded(predication):
        if part.link not in INNER_LINKS or (part.link == "advcl" and part.tense != "infinitive"):
            continue
        if part.link == "relcl" and part.tense != "infinitive":
            continue
        found.append(part)
    deeper = [inner for part in found if depth > 1 for inner in inner_predications(scene, part, depth - 1)]
    conjoined = [
        other for part in found for other in scene.embedded(part) if other.link == "conj" and other.kind == part.kind
    ]
    return list(dict.fromkeys([*found, *deeper, *conjoined]))


def _inner_draft(scene: Scene, part: Predication) -> Draft | None:
    wrapping = match_wrapper(scene, part)
    if wrapping is not None and isinstance(wrapping.outcome, Draft):
        return wrapping.outcome
    draft, _ = match_predication(scene, part, Standing())
    return draft


def _stands_alone(scene: Scene, row: LexiconRow, predication: Predication, inside: list[Predication]) -> bool:
    """Say whether a wrapper counts around an act that the lexicon does not know."""
    clauses = [part for part in inside if part.kind == "verb"]
    if _is_no_act(scene, row, predication, clauses):
        return False
    if is_vow_of_revenge(predication, inside):
        return True
    if "denial" in row.needs:
        return bool(predication.objects) or bool(inside)
    if predication.lemma == "call":  # "called on the governor" is a visit; "called on him to go" is not
        return bool(clauses) or bool(predication.heads_after("for"))
    if row.event in ("REQUEST", "THREATEN"):
        is_for = predication.lemma == "ask" and bool(predication.heads_after("for"))
        return bool(clauses) or is_for or (bool(inside) and predication.lemma not in CLAUSAL)
    if not clauses or any(part.is_negated for part in clauses):
        return False
    if row.event == "REJECT":
        return True
    return predication.lemma in STRONG and clauses[0].lemma not in scene.lexicon.words["hostile"]


def _is_no_act(scene: Scene, row: LexiconRow, predication: Predication, clauses: list[Predication]) -> bool:
    """Say whether a clause asks, refuses or promises nothing: "declined to say", "asked whether", "wants to run"."""
    clause = clauses[0] if clauses else None
    if clause is not None and clause.lemma in SILENT and row.event != "THREATEN":
        return not (row.event == "REQUEST" and clause.lemma == "give")
    if predication.lemma in WISHES:  # "wants to run the country" asks nobody
        told = clause.subjects if clause is not None and clause.link == "ccomp" else ()
        return not scene.known_at(predication.objects or told)
    is_finite = clause is not None and clause.link == "ccomp" and clause.tense != "infinitive"
    return predication.lemma == "ask" and is_finite  # a question is no request


def is_vow_of_revenge(predication: Predication, inside: list[Predication]) -> bool:
    """Say whether somebody vows or promises to pay another back."""
    if predication.lemma not in REVENGEFUL or not inside:
        return False
    is_paid_back = inside[0].lemma == "make" and any(part.lemma in ("pay", "regret", "suffer") for part in inside)
    return is_paid_back or inside[0].lemma in REVENGE


def _is_agreement_of_many(draft: Draft) -> bool:
    """Several parties who agree to something bind themselves to each other, whatever it is."""
    return draft.predication.lemma == "agree" and len([actor for actor in draft.actors if is_known(actor)]) > 1


def _wrap(
    scene: Scene, row: LexiconRow, predication: Predication, *, inner: Draft | None, inside: list[Predication]
) -> Draft | Drop:
    standing = standing_of(scene, predication)
    if standing.why is not None:
        return Drop(row, predication, standing.why)
    event = "THREATEN" if is_vow_of_revenge(predication, inside) else _wrapped_type(row, predication, inner)
    if event is None:
        return Drop(row, predication, f"{predication.lemma!r} around {inner.event if inner else 'nothing'} is no event")
    if standing.status == "negation":
        if row.event not in ("AGREE", "REQUEST", "THREATEN"):
            return Drop(row, predication, f"{predication.lemma!r} is denied")
        if row.event == "AGREE":
            event, standing = "REJECT", Standing()
    actors = find_actors(scene, row, predication, None)
    recipients = _recipients(scene, row, predication, inner=inner, inside=inside)
    actors, recipients = settle_at_home(scene, actors, recipients)
    draft = Draft(
        row=row,
        predication=predication,
        event=event,
        trigger=trigger_of(scene, row, predication, None),
        actors=actors,
        recipients=without_same(recipients, actors),
        mode=row.mode or find_mode(scene, event, predication, inner),
        status=standing.status,
        is_ahead=event in ("AGREE", "CONCEDE") and standing.status == "actual",
        thing=inner.thing if inner is not None else None,
        wrapped=inner,
    )
    is_mutual = _is_mutual(draft) or is_with(scene, draft) or is_each_other(scene, predication)
    draft = dataclasses.replace(draft, is_mutual=is_mutual)
    if draft.event == "REQUEST" and any(scene.lemma(m.head) in scene.lexicon.words["marchers"] for m in actors):
        draft = dataclasses.replace(draft, event="PROTEST", mode="demo")  # a crowd demands in the street
    why = unmet_need(draft, scene)
    if why is None and inner is None and _wants_other_side(draft, row):
        draft = dataclasses.replace(draft, is_open=True)
    return draft if why is None else Drop(row, predication, why)


def _wants_other_side(draft: Draft, row: LexiconRow) -> bool:
    """Say whether nothing but the other side could still make an event of it: no act stands inside."""
    if draft.event == "REQUEST":
        return not _asks_someone(draft) and draft.mode not in ("yield", "meet")
    is_enough = _knows_other(draft) or _is_agreement_of_many(draft) or "denial" in row.needs
    return row.event in ("AGREE", "REJECT") and not is_enough


def _asks_someone(draft: Draft) -> bool:
    return _knows_other(draft) or any(mention.kind in ("agent", "person") for mention in draft.recipients)


def _knows_other(draft: Draft) -> bool:
    return any(is_known(mention) for mention in draft.recipients)


def _is_mutual(draft: Draft) -> bool:
    known = [mention for mention in draft.actors if is_known(mention)]
    return draft.event == "AGREE" and len(known) > 1 and not draft.recipients


def is_with(scene: Scene, draft: Draft) -> bool:
    """Whoever agrees *with* another is agreed with."""
    if draft.predication.lemma != "agree" or draft.event != "AGREE":
        return False
    return bool(scene.known_at(draft.predication.heads_after("with")))


def is_done_by_order(predication: Predication, inner: Draft) -> bool:
    """Say whether the deed is done with the word: a government that decides to close a border closes it."""
    if inner.event not in HOSTILE:
        return False
    return predication.lemma == "decide" or (predication.lemma == "order" and inner.predication.kind == "noun")


def is_yielding_ordered(predication: Predication, inner: Draft) -> bool:
    """Say whether one's own yielding is ordered: a court that orders a release, a president who orders a withdrawal."""
    return predication.lemma == "order" and inner.event in YIELDING and inner.predication.kind == "noun"


def _type_of_stopping(inner: Draft | None) -> str | None:
    """Ending one's own violence yields; ending one's own help to a state takes something from it."""
    if inner is None:
        return None
    if inner.event in HOSTILE or any(sector_of(mention) == "REB" for mention in inner.recipients):
        return "RETREAT"
    return "SANCTION" if inner.event in GIVING else None


def _wrapped_type(row: LexiconRow, predication: Predication, inner: Draft | None) -> str | None:
    if row.event == "RETREAT":
        return _type_of_stopping(inner)
    if inner is not None and is_done_by_order(predication, inner):
        return inner.event
    if inner is not None and is_yielding_ordered(predication, inner):
        return "CONCEDE"
    if row.event != "AGREE" or inner is None:
        return row.event
    if inner.event in COOPERATIVE:
        return "AGREE"
    if inner.event in YIELDING:
        return "CONCEDE"
    if inner.event in HOSTILE:
        return "THREATEN" if predication.lemma in THREATENING else None
    return inner.event if inner.event == "REJECT" else None


def _recipients(
    scene: Scene, row: LexiconRow, predication: Predication, *, inner: Draft | None, inside: list[Predication]
) -> tuple[Mention, ...]:
    own = _own_recipients(scene, row, predication)
    if any(is_known(mention) for mention in own) or (own and row.event in ("REQUEST", "THREATEN")):
        return own
    if "denial" in row.needs and any(part.link == "ccomp" for part in inside):
        return ()  # who denies that he has done it turns nobody down
    doers = scene.known_at(predication.subjects)
    known = _sides_of_inner(row, inner, doers) if inner is not None else ()
    if known or (inner is not None and inner.event == "REQUEST"):
        return known
    addressed = scene.known_at((*predication.objects, *predication.indirect_objects))
    if addressed:
        return addressed  # "promised Burundi to withdraw"
    if row.event in ("REQUEST", "THREATEN"):
        return _asked_or_hit(scene, row, inside, doers) or own
    return _parties_inside(scene, inside) or own


def _own_recipients(scene: Scene, row: LexiconRow, predication: Predication) -> tuple[Mention, ...]:
    """Return who stands in the row's places; whose release is demanded is not the one who is asked for it."""
    if row.event != "REQUEST" or not any(scene.lemma(head) in FREEING for head in predication.objects):
        return find_recipients(scene, row, predication, None)
    held = [noun for head in predication.objects if (noun := scene.noun_at(head)) is not None]
    return scene.known_at([head for part in (predication, *held) for head in part.heads_after("from", "by")])


def _sides_of_inner(row: LexiconRow, inner: Draft, doers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    sides = (*inner.actors, *inner.recipients) if inner.event == "REQUEST" else (*inner.recipients, *inner.actors)
    if row.event == "REQUEST" and inner.mode == "release":
        sides = inner.actors  # who holds them is asked to let them go
    known = without_same(tuple(mention for mention in sides if is_known(mention)), doers)
    return known[:1] if inner.event == "REQUEST" else known


def _asked_or_hit(
    scene: Scene, row: LexiconRow, inside: list[Predication], doers: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return who is to act in a request ("that Chad open the road"), or whom a threat would hit."""
    hit = _parties_below(scene, inside[0], doers) if row.event == "THREATEN" and inside else ()
    subjects = scene.known_at([head for part in inside if part.link == "ccomp" for head in part.subjects])
    if hit or subjects:
        return hit or subjects
    if row.event == "REQUEST" and any(part.link == "ccomp" and part.voice == "passive" for part in inside):
        return ()  # "demanded that they be handed over to Chad" does not say of whom
    return _parties_inside(scene, inside)


def _parties_below(scene: Scene, part: Predication, doers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the one other country that is told in what is threatened, its conditions left out."""
    conditions = [other for other in scene.embedded(part) if is_conditional(scene, other)]
    outside = {index for other in conditions for index in scene.sentence.subtree(other.predicate)}
    inside = [index for index in scene.sentence.subtree(part.predicate) if index not in outside]
    told = without_same(scene.known_at(inside), doers)
    codes = {code_of(mention) for mention in told} - {code_of(mention) for mention in doers}
    return tuple(m for m in told if code_of(m) in codes)[:1] if len(codes) == 1 else ()


def _parties_inside(scene: Scene, inside: list[Predication]) -> tuple[Mention, ...]:
    """Return the first party that the clause inside names: "pledged to work with Chile"."""
    for part in inside:
        heads = (*part.objects, *part.indirect_objects, *part.heads_after("with", "to", "for", "against", "from"))
        heads += part.heads_after("on") if part.kind == "noun" else ()
        known = scene.known_at(heads) or tuple(owner for head in part.objects for owner in scene.owners(head))
        if known:
            return known
        nouns = [noun for head in part.objects if (noun := scene.noun_at(head)) is not None]
        nouns += [
            inner for noun in nouns for head in noun.heads_after("of") if (inner := scene.noun_at(head)) is not None
        ]
        told = scene.known_at([head for noun in nouns for head in noun.heads_after("with", "to")])
        if told:
            return told[:1]
        ends = part.heads_after("to", "from", "against", "on")
        whose = tuple(owner for head in ends for owner in scene.owners(head))
        if whose and part.kind == "verb":
            return whose
    return ()
