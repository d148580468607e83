"""Parties that stand at no head of their own: who speaks, who lives there, whose border it is, a bare number.

A scene and a predication (with a frame's noun) in, mentions out.  Each place of this kind is one function in
NAMED; to add one, add a function and name it there and in `knowledge/lexicon.py`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.events.scene import Scene, code_of, is_known
from dragoman.events.status import is_conditional
from dragoman.records import Candidate, Mention, Predication

WHERE = ("in", "through", "at", "across", "outside", "around", "throughout", "near")
CROWDS = frozenset({"thousand", "hundred", "dozen", "crowd"})
AIMS = frozenset("watch monitor shadow deter counter repel intercept confront warn fight track".split())
BORDERS = frozenset("border frontier boundary line coast shore coastline water airspace".split())
BORDERLESS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})


def country_at(scene: Scene, head: int) -> str | None:
    """Return the country of the place that stands at a token."""
    token = scene.token(head)
    told = [place.country for place in scene.marks.places if place.span.start <= token.start < place.span.end]
    named = [code_of(mention) for mention in scene.known(head) if mention.kind == "state"]
    return next(iter((*told, *named)), None)


def _equated(scene: Scene, noun: Predication) -> tuple[Mention, ...]:
    """Return what a noun is said of: "Italy is one of the largest donors"."""
    token = scene.token(noun.predicate)
    for _ in range(4):
        governor = scene.token(token.head)
        if token.relation == "attr" and governor.lemma in ("be", "remain", "become"):
            heads = [child.index for child in scene.sentence.children(governor.index) if child.relation == "nsubj"]
            return scene.known_at(heads)
        if token.relation not in ("pobj", "prep", "attr"):
            return ()
        token = governor
    return ()


def _speaker(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return who says the clause: "the minister said that Peru would pay a price"."""
    quotation = scene.quotation_over(predication.predicate)
    speaker = scene.cast.mention_over(quotation.speaker) if quotation is not None and quotation.speaker else None
    if speaker is not None:
        return (speaker,) if is_known(speaker) else ()
    above = scene.parent(predication)
    is_said = above is not None and predication.link == "ccomp" and above.lemma in scene.lexicon.words["speech"]
    return scene.known_at(above.subjects) if above is not None and is_said else ()


def _crowd(scene: Scene, heads: tuple[int, ...]) -> tuple[Mention, ...]:
    """Return the people that a bare number is: "Thousands rallied"."""
    people = Candidate(None, "CVL", "people", resolved_by="number of people")
    return tuple(
        Mention(scene.sentence.number, head, span, span, "agent", (people,))
        for head in heads
        if (scene.lemma(head) in CROWDS or scene.token(head).pos == "NUM")
        and not any(c.text.lower() == "of" for c in scene.sentence.children(head))
        for span in (scene.sentence.span_of(head, head),)
    )


def _dwellers(scene: Scene, noun: Predication) -> tuple[Mention, ...]:
    """Return the people of the place where something is: "protests in Lima" are of Peruvians."""
    heads = (*noun.heads_after(*WHERE), *noun.heads_after("modifier", "poss"))
    codes = {code for head in heads if (code := country_at(scene, head)) is not None} - BORDERLESS
    if len(codes) != 1:
        return ()
    span = scene.sentence.span_of(heads[0], heads[0])
    people = Candidate(min(codes), "CVL", span.quote(scene.marks.text), resolved_by="place in text")
    return (Mention(scene.sentence.number, heads[0], span, span, "agent", (people,)),)


def _state_there(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return the state in which a town is: "recalled its consul from Lyon"."""
    heads = predication.heads_after("from", "in", "to")
    span = scene.sentence.span_of(heads[0], heads[0]) if heads else None
    code = country_at(scene, heads[0]) if heads else None
    if span is None or code is None:
        return ()
    state = Candidate(code, "", span.quote(scene.marks.text), f"state:{code}", resolved_by="place in text")
    return (Mention(scene.sentence.number, heads[0], span, span, "state", (state,)),)


def _aimed_at(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return against whom troops are moved: "to deter Chad", "to watch over Chadian boats"."""
    for part in scene.embedded(predication):
        if part.lemma in AIMS and part.tense == "infinitive":
            found = scene.known_at((*part.objects, *part.heads_after("over", "against")))
            if found:
                return found
    return ()


def _bidden(scene: Scene, noun: Predication) -> tuple[Mention, ...]:
    """Return who is to do what a noun asks: "the demand that Chad free the crew"."""
    clauses = [part for part in scene.embedded(noun) if part.link in ("acl", "ccomp", "relcl") and not part.modal]
    return tuple(mention for part in clauses for mention in scene.known_at(_asked_in(scene, part)))


def _asked_in(scene: Scene, clause: Predication) -> tuple[int, ...]:
    """Return the subject of a clause in the base form ("that Chad free", "that he be tried"), else nobody."""
    verb = scene.token(clause.predicate)
    if clause.voice == "passive":
        is_base = any(child.text.lower() == "be" for child in scene.sentence.children(verb.index))
        return clause.objects if is_base else ()
    return clause.subjects if verb.text == clause.lemma.split()[0] else ()


def _conditioned(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return on whom it depends: "warned that it would leave unless Chad paid".

    What would come has to be the speaker's own to do or to withhold: floods and prices come by themselves.
    """
    own = {code_of(mention) for mention in scene.known_at(predication.subjects)}
    warned = [
        part
        for part in scene.embedded(predication)
        if part.is_negated or own & {code_of(mention) for mention in scene.known_at(part.subjects)}
    ]
    clauses = [part for holder in warned for part in scene.embedded(holder) if is_conditional(scene, part)]
    return tuple(mention for part in clauses for mention in scene.known_at(part.subjects))


def _own_state(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return the government of those who act: rebels rise up against their own."""
    doers = [mention for mention in scene.known_at(predication.subjects) if mention.kind != "state"]
    codes = {code_of(mention) for mention in doers} - BORDERLESS
    code = min((code for code in codes if code is not None), default=None)
    if len(codes) != 1 or code is None:
        return ()
    state = Candidate(code, "GOV", code, f"state:{code}", resolved_by="the rebels' own state")
    return (Mention(scene.sentence.number, doers[0].head, doers[0].span, doers[0].identifier, "state", (state,)),)


def _parties_within(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return the one other country that is told somewhere in the object: "lorries with Chadian grain"."""
    inside = [index for head in predication.objects for index in scene.sentence.subtree(head)]
    own = {code_of(mention) for mention in scene.known_at(predication.subjects)}
    told = [mention for mention in scene.known_at(inside) if code_of(mention) not in own]
    return tuple(told[-1:]) if len({code_of(mention) for mention in told}) == 1 else ()


def _behind_border(scene: Scene, predication: Predication, noun: Predication | None) -> tuple[Mention, ...]:
    """Return whose border troops go to: "to its border with Chad", "along the Chadian border"."""
    for holder in (predication, noun):
        heads = holder.heads_after("to", "at", "on", "along", "near", "towards", "toward", "off") if holder else ()
        for border in (scene.noun_at(head) for head in heads):
            if border is not None and border.lemma in BORDERS:
                found = scene.known_at(border.heads_after("with")) or scene.known_at(
                    border.heads_after("modifier", "of")
                )
                if found:
                    return found
    return ()


NAMED: Mapping[str, Callable[[Scene, Predication, Predication | None], tuple[Mention, ...]]] = MappingProxyType(
    {
        "is": lambda scene, told, _: _equated(scene, told),
        "speaker": lambda scene, told, _: _speaker(scene, told),
        "crowd": lambda scene, told, _: _crowd(scene, told.subjects),
        "number": lambda scene, told, _: _crowd(scene, told.objects),
        "there": lambda scene, told, _: _state_there(scene, told),
        "dwellers": lambda scene, told, _: _dwellers(scene, told),
        "aim": lambda scene, told, _: _aimed_at(scene, told),
        "border": _behind_border,
        "bidden": lambda scene, told, _: _bidden(scene, told),
        "condition": lambda scene, told, _: _conditioned(scene, told),
        "own-state": lambda scene, told, _: _own_state(scene, told),
        "within": lambda scene, told, _: _parties_within(scene, told),
    }
)
