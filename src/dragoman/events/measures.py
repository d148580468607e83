"""How much and of what: the people killed, hurt or arrested by an act, and the goods or money that it is about.

A draft in, a Measured out, with the words that prove it.  Only figures that the words give to this act count: those
of its own verb, and of the killing, hurting and leaving for dead that hangs together with it ("attacked a post,
killing 11 and wounding 20").  Conjoined victims add up.  To add a word of harm, see `VERBS`, `STATES` and `NOUNS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.events.drafts import Draft
from dragoman.events.figures import Figure, figure_at, figure_before
from dragoman.events.goods import words_of_thing
from dragoman.events.scene import Scene, is_same_party
from dragoman.records import Predication, Size, Span

DEAD = frozenset("kill murder massacre slay slaughter execute behead assassinate lynch".split())
INJURED = frozenset("wound injure hurt maim".split())
ARRESTED = frozenset("arrest detain jail imprison apprehend".split())
VERBS = {**dict.fromkeys(DEAD, "dead"), **dict.fromkeys(INJURED, "injured"), **dict.fromkeys(ARRESTED, "arrested")}
DYING = frozenset("die perish".split())
# Behind a number these words tell what became of people, whatever the parser makes of them: "nine dead, 20 injured".
STATES = {"dead": "dead", "killed": "dead", "wounded": "injured", "injured": "injured", "hurt": "injured"}
STATES |= {"arrested": "arrested", "detained": "arrested"}
NOUNS = {"death": "dead", "fatality": "dead", "killing": "dead", "execution": "dead", "murder": "dead"}
NOUNS |= {"injury": "injured", "arrest": "arrested", "detention": "arrested"}
TAKING = frozenset("claim take cost".split())  # with "lives" as their object
# Verbs that may stand between an act and its toll: "an attack that left four dead".
BETWEEN = frozenset(
    "leave shoot gun beat stab burn hack claim take cost cause result lead happen occur explode erupt".split()
)
FIELDS = {"ASSAULT": frozenset({"dead", "injured"}), "PROTEST": frozenset({"dead", "injured", "arrested"})}
PEOPLE = frozenset({"people", "person", "other", "more"})


@dataclass(frozen=True, slots=True)
class Measured:
    """The size of an act and its goods; `counted` and `thing` are the words that prove them."""

    size: Size | None = None
    counted: tuple[Span, ...] = ()
    thing: Span | None = None


@dataclass(frozen=True, slots=True)
class _Toll:
    """A word of harm at a token, the field it fills, and the figures beside it (None: a number is not told)."""

    index: int
    field: str
    figures: tuple[Figure | None, ...]


def measure(scene: Scene, draft: Draft) -> Measured:
    """Return how many people a draft's act killed, hurt or arrested, and what it gives, withholds or backs."""
    size, counted = _size(scene, draft)
    return Measured(size, counted, words_of_thing(scene, draft))


def _size(scene: Scene, draft: Draft) -> tuple[Size | None, tuple[Span, ...]]:
    """Return the size told, and the words of its figures; nobody is counted for an act that has not been."""
    fields = frozenset({"arrested"}) if draft.mode == "arrest" else FIELDS.get(draft.event, frozenset())
    if draft.status not in ("actual", "historical") or draft.event not in (*FIELDS, "COERCE"):
        return None, ()
    own = draft.predication.predicate
    counts: dict[str, int] = {}
    spans: list[Span] = []
    for toll in sorted(_tolls(scene), key=lambda item: (item.index != own, item.index)):
        if toll.field not in fields or toll.field in counts or not _is_of(scene, draft, toll.index):
            continue
        figures = [figure for figure in toll.figures if figure is not None]
        if figures and len(figures) == len(toll.figures):
            counts[toll.field] = _sum(scene, figures)
            spans += [scene.sentence.span_of(figure.first, figure.last) for figure in figures]
    return (Size(**counts), tuple(spans)) if counts else (None, ())


def _sum(scene: Scene, figures: list[Figure]) -> int:
    """Add up figures, but for those that tell the first again in parts: "three people, a guard and two nurses"."""
    first, rest = figures[0].value, sum(figure.value for figure in figures[1:])
    after = scene.sentence.tokens[figures[0].last + 1 : figures[0].last + 2]
    if rest == first and after and after[0].lemma.lower() in PEOPLE:
        return first
    return first + rest


def _tolls(scene: Scene) -> Iterator[_Toll]:
    """Yield every word of harm in a sentence with its figures."""
    told: set[int] = set()
    for predication in scene.predications():
        if predication.is_negated or predication.modal is not None:
            told.add(predication.predicate)
            continue
        field, heads = _harm_of(scene, predication)
        if field is not None and heads:
            told.add(predication.predicate)
            everyone = [*heads, *_beside_names(scene, predication, heads)]
            yield _Toll(predication.predicate, field, tuple(_figure(scene, head) for head in everyone))
    for token in scene.sentence.tokens:
        field = STATES.get(token.text.lower())
        if field is not None and token.index not in told:
            figure = figure_before(scene.sentence, token.index)
            if figure is not None:
                yield _Toll(token.index, field, (figure,))


def _harm_of(scene: Scene, predication: Predication) -> tuple[str | None, tuple[int, ...]]:
    """Return the field that a predication fills and the heads of those whom it counts."""
    if predication.kind == "noun":
        heads = predication.heads_after("of") or (predication.predicate,)
        return NOUNS.get(predication.lemma), heads
    if predication.lemma in DYING:
        return "dead", predication.subjects
    if predication.lemma in TAKING:
        return _lives(scene, predication)
    if predication.lemma in ("shoot", "gun") and _has_beside(scene, predication, {"dead", "down"}):
        return "dead", predication.objects
    if predication.lemma in ("beat", "stab", "burn", "hack", "burn") and _has_beside(scene, predication, {"death"}):
        return "dead", predication.objects
    if predication.lemma == "round" and predication.particle == "up":
        return "arrested", predication.objects
    return VERBS.get(predication.lemma), predication.objects


def _lives(scene: Scene, predication: Predication) -> tuple[str | None, tuple[int, ...]]:
    """ "claimed 12 lives", "cost the lives of two guards"."""
    if not all(scene.lemma(head) in ("life", "live") for head in predication.objects):
        return None, ()
    nouns = [scene.noun_at(head) for head in predication.objects]
    owners = [noun.heads_after("of") if noun is not None else () for noun in nouns]
    heads = [of or (head,) for head, of in zip(predication.objects, owners, strict=True)]
    return "dead", tuple(index for group in heads for index in group)


def _beside_names(scene: Scene, predication: Predication, heads: tuple[int, ...]) -> list[int]:
    """ "the colonel Jean Mbuyu and two guards": the parser hangs who comes behind a name from the name or the verb."""
    names = [part.index for head in heads for part in scene.sentence.children(head) if part.relation == "appos"]
    above = [*names, predication.predicate] if names and predication.kind == "verb" else names
    rows = [part for index in above for part in scene.sentence.children(index) if part.relation == "conj"]
    return [part.index for part in rows if part.pos in ("NOUN", "PROPN", "NUM") and part.index not in heads]


def _has_beside(scene: Scene, predication: Predication, words: set[str]) -> bool:
    """Say whether one of the words stands within three tokens behind the verb, or closes its phrase."""
    after = scene.sentence.tokens[predication.predicate + 1 : predication.predicate + 4]
    return any(token.text.lower() in words for token in after)


def _figure(scene: Scene, head: int) -> Figure | None:
    """Return how many stand at a head: the number told, or one for a person who is named."""
    figure = figure_at(scene.sentence, head)
    if figure is None and any(mention.kind == "person" for mention in scene.mentions(head)):
        return Figure(1, head, head)
    return figure


def _is_of(scene: Scene, draft: Draft, index: int) -> bool:
    """Say whether the harm told at a token was done by the draft's act."""
    if index in draft.trigger:
        return True
    harm = next((item for item in scene.predications() if item.predicate == index), None)
    if harm is not None and (_has_other_doer(scene, draft, harm) or _is_deed_of_its_own(scene, draft, harm)):
        return False
    return any(_hang_together(scene, index, anchor) for anchor in draft.trigger)


def _has_other_doer(scene: Scene, draft: Draft, harm: Predication) -> bool:
    """Say whether somebody else did the harm: "A attacked B, and C killed five"."""
    if harm.is_shared_subject or harm.lemma in DYING or harm.kind == "noun":
        return False
    doers = [mention for head in harm.subjects if head not in draft.trigger for mention in scene.known(head)]
    return bool(draft.actors) and any(not any(is_same_party(one, actor) for actor in draft.actors) for one in doers)


def _is_deed_of_its_own(scene: Scene, draft: Draft, harm: Predication) -> bool:
    """Say whether both the draft and the harm tell their own victims: "killed three soldiers and wounded two nuns"."""
    own = scene.known_at(draft.predication.objects) if draft.predication.lemma in VERBS else ()
    theirs = scene.known_at(harm.objects)
    return bool(own and theirs) and not any(is_same_party(one, other) for one in own for other in theirs)


def _hang_together(scene: Scene, one: int, other: int) -> bool:
    """Say whether no foreign deed stands between two tokens in the parse, nor a clause about somebody else."""
    up, down = _path_up(scene, one), _path_up(scene, other)
    common = next((index for index in up if index in down), None)
    if common is None:
        return scene.sentence.is_headline
    way = [*up[: up.index(common) + 1], *down[: down.index(common)]]
    verbs = {item.predicate: item for item in scene.predications() if item.kind == "verb"}
    if any(_is_about_a_thing(scene, index, other) for index in up[: up.index(common)]):
        return False
    return all(index not in verbs or _may_stand_between(verbs[index]) for index in way if index not in (one, other))


def _is_about_a_thing(scene: Scene, index: int, anchor: int) -> bool:
    """ "a town where ten died in 1990", "families of 12 people killed": a clause that only says which one is meant."""
    token = scene.token(index)
    if any(child.text.lower() == "where" for child in scene.sentence.children(index)):
        return True
    is_naming = token.relation == "relcl" or (token.relation == "acl" and token.tag == "VBN")
    return is_naming and token.head != anchor and scene.token(token.head).lemma.lower() not in _deeds(scene)


def _deeds(scene: Scene) -> frozenset[str]:
    return scene.lexicon.words["violence"]


def _may_stand_between(predication: Predication) -> bool:
    return predication.lemma in VERBS or predication.lemma in BETWEEN or predication.lemma in DYING


def _path_up(scene: Scene, index: int) -> list[int]:
    path = [index]
    while scene.token(path[-1]).head not in path:
        path.append(scene.token(path[-1]).head)
    return path
