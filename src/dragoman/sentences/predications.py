"""Tokens of a parsed English sentence in, predications out.

A verb, an event-like noun or a predicative adjective becomes a Predication with its arguments by role,
whatever the construction: active, passive, relative, reduced, infinitive, gerund, coordinated.  To add
a construction, extend the function that fills its role; each has a table of sentences in the tests.
"""

import dataclasses
from collections.abc import Iterable, Sequence

from dragoman.records import Oblique, Predication, Token

CLAUSES = ("xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "conj", "parataxis", "csubj", "dep")
COPULAS = ("be", "become", "remain", "stay", "seem", "appear", "stand", "look", "feel", "get")
# Verbs whose bare infinitive or gerund complement is done by their subject though an object stands between.
SUBJECT_CONTROL = frozenset("promise vow threaten pledge".split())
# After these prepositions a gerund is done by the verb's object: "accused X of shelling".
OBJECT_GERUNDS = frozenset("of for from over about into".split())
FUTURE_SHAPES = frozenset("due set expected scheduled likely slated poised".split())
AMOUNTS = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj")  # "$5 million" is given like any other thing
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year today yesterday weekend morning evening
    afternoon night""".split()
)
PARTICLES = frozenset("back down up aside".split())
RELATIVE_WORDS = frozenset("which who that whom".split())


class Parse:
    """The tokens of one sentence with their children at hand."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._children: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self._children[token.head].append(token)

    def children(self, index: int, *relations: str) -> list[Token]:
        """Return the children of a token, of these relations alone where any are given."""
        return [child for child in self._children[index] if not relations or child.relation in relations]

    def conjoined(self, index: int) -> list[int]:
        """Return a nominal head and all the nominal heads coordinated with it, in order."""
        heads, waiting = [], [index]
        while waiting:
            head = waiting.pop(0)
            heads.append(head)
            waiting += [child.index for child in self.children(head, "conj") if _is_nominal(child)]
        return sorted(heads)

    def heads(self, index: int, *relations: str) -> tuple[int, ...]:
        """Return the heads that fill these relations of a token, coordinated ones included."""
        return tuple(head for child in self.children(index, *relations) for head in self.conjoined(child.index))

    def obliques(self, index: int) -> list[Oblique]:
        """Return the prepositional arguments that hang from a token."""
        found = []
        for child in self.children(index, "prep", "dative", "agent", "prt"):
            if child.pos not in ("ADP", "SCONJ", "VERB", "PART", "ADV"):
                continue
            inner = [part for part in self.children(child.index, "prep") if not self.children(child.index, "pobj")]
            holder = inner[0] if inner else child
            heads = self.heads(holder.index, "pobj")
            if heads:
                name = child.text.lower() if holder is child else f"{child.text.lower()} {holder.text.lower()}"
                found.append(Oblique(name, self._with_second(heads) if name == "between" else heads))
                found += [part for head in heads if self._is_time(head) for part in self.obliques(head)]
        return found

    def _is_time(self, index: int) -> bool:
        """A day or month in between must not keep what follows it: "the talks on May 3 between A and B"."""
        return self.tokens[index].text.lower() in TIMES or self.tokens[index].pos == "NUM"

    def _hangs_from(self, token: Token, index: int) -> bool:
        while token.head != token.index:
            if token.head == index:
                return True
            token = self.tokens[token.head]
        return False

    def _with_second(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Between takes two: where long appositions hid the second from the parser, it is the next "and" away."""
        if len(heads) > 1:
            return heads
        for token in self.tokens[heads[0] + 1 :]:
            if token.pos == "VERB" and token.tag != "VBG":
                break
            if token.lemma == "and":
                later = self.tokens[token.index + 1 :]
                second = [part for part in later if part.relation == "conj" and _is_nominal(part)]
                return (*heads, second[0].index) if second and not self._hangs_from(second[0], heads[0]) else heads
        return heads


def find_predications(tokens: Sequence[Token]) -> tuple[Predication, ...]:
    """Return the predications of a parsed sentence, in the order of their predicates."""
    parse = Parse(tokens)
    found: dict[int, Predication] = {}
    for token in tokens:
        predication = _predication_at(parse, token)
        if predication is not None:
            found[token.index] = predication
    order = sorted(found)
    placed = [_with_parent(parse, found[index], order) for index in order]
    return tuple(_with_shared_parts(parse, placed))


def _is_nominal(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")


def _predication_at(parse: Parse, token: Token) -> Predication | None:
    if token.pos == "VERB" and token.tag.startswith("VB"):
        if token.relation in ("amod", "compound", "case", "prep", "aux", "auxpass"):
            return None
        if token.lemma in COPULAS and _predicate_adjective(parse, token) is not None:
            return None
        return _verb(parse, token)
    if token.pos == "NOUN" or (token.pos == "NUM" and token.relation in AMOUNTS):
        return _noun(parse, token)
    if token.pos == "ADJ" and token.relation in ("acomp", "attr", "oprd", "conj"):
        copula = parse.tokens[token.head]
        if token.relation == "conj" and copula.pos == "ADJ":
            copula = parse.tokens[copula.head]
        return _adjective(parse, token, copula) if copula.lemma in COPULAS else None
    return None


def _predicate_adjective(parse: Parse, copula: Token) -> Token | None:
    adjectives = [child for child in parse.children(copula.index, "acomp", "oprd") if child.pos == "ADJ"]
    return adjectives[0] if adjectives else None


def _verb(parse: Parse, token: Token) -> Predication:
    index = token.index
    is_passive = _is_passive(parse, token)
    doers = parse.heads(index, "nsubj", "csubj") or _mistagged_subject(parse, index)
    objects = parse.heads(index, "dobj", "obj") or _shared_object(parse, token)
    if is_passive:
        objects = parse.heads(index, "nsubjpass", "csubjpass") + objects
        doers = tuple(h for agent in parse.children(index, "agent") for h in parse.heads(agent.index, "pobj"))
    indirect = tuple(
        head
        for child in parse.children(index, "dative")
        if child.pos not in ("ADP", "SCONJ", "PART")
        for head in parse.conjoined(child.index)
    )
    particles = [part for part in parse.children(index, "prt") if not parse.children(part.index, "pobj")]
    particles = particles or _adverbs_for_particles(parse, index)
    return Predication(
        predicate=index,
        lemma=token.lemma,
        kind="verb",
        particle=particles[0].text.lower() if particles else None,
        voice="passive" if is_passive else "active",
        is_negated=_is_negated(parse, index),
        modal=_modal(parse, index),
        tense=_tense(parse, token),
        subjects=doers,
        objects=objects,
        indirect_objects=indirect,
        obliques=(*parse.obliques(index), *(part for word in particles for part in parse.obliques(word.index))),
    )


def _adverbs_for_particles(parse: Parse, index: int) -> list[Token]:
    """ "pulled back", "stepped down": particles that the parser takes for adverbs or for prepositions of nothing."""
    found = []
    for child in parse.children(index, "advmod", "prep", "oprd", "ccomp"):
        is_bare = child.relation != "prep" or not parse.children(child.index, "pobj", "pcomp")
        if child.text.lower() in PARTICLES and is_bare and child.index > index:
            found.append(child)
    following = parse.tokens[index + 1 : index + 2]
    found += [part for part in following if part.relation == "ROOT" and part.text.lower() in PARTICLES]  # in headlines
    if parse.tokens[index].lemma in ("set", "let"):  # "set free three shepherds"
        objects = parse.children(index, "dobj", "nsubjpass")
        free = [*parse.children(index, "oprd", "acomp"), *(p for o in objects for p in parse.children(o.index, "amod"))]
        found += [part for part in free if part.text.lower() == "free"]
    return found[:1]


def _mistagged_subject(parse: Parse, index: int) -> tuple[int, ...]:
    """A name that the tagger does not know and takes for an exclamation: "Windhoek denounced …"."""
    return tuple(
        child.index for child in parse.children(index, "intj") if child.index == 0 and child.text[:1].isupper()
    )


def _shared_object(parse: Parse, token: Token) -> tuple[int, ...]:
    """ "shot and wounded two men": the first verb's object stands behind the second."""
    for other in parse.children(token.index, "conj"):
        is_next = other.index - token.index == 2 and other.tag == token.tag
        if is_next and not parse.children(other.index, "nsubj", "aux", "auxpass"):
            return parse.heads(other.index, "dobj", "obj")
    return ()


def _is_passive(parse: Parse, token: Token) -> bool:
    if parse.children(token.index, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if token.tag != "VBN" or _whom(parse, token) is not None:
        return False
    if token.relation == "acl" or (token.relation == "advcl" and not parse.children(token.index, "nsubj", "aux")):
        return True
    if parse.children(token.index, "agent"):
        return True
    governor = parse.tokens[token.head]
    return (
        token.relation == "conj"
        and governor.tag == "VBN"
        and not parse.children(token.index, "aux", "nsubj")
        and bool(parse.children(governor.index, "auxpass"))
    )


def _is_negated(parse: Parse, index: int) -> bool:
    for child in parse.children(index):
        if child.relation == "neg" or child.text.lower() in ("never", "nor"):
            return True
        if child.relation in ("dobj", "nsubj", "nsubjpass", "attr") and any(
            part.text.lower() in ("no", "neither") for part in parse.children(child.index, "det", "neg")
        ):
            return True
    return False


def _modal(parse: Parse, index: int) -> str | None:
    for child in parse.children(index, "aux"):
        if child.tag == "MD":
            return {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}.get(
                child.text.lower(), child.text.lower()
            )
    return None


def _tense(parse: Parse, token: Token) -> str | None:
    auxiliaries = parse.children(token.index, "aux", "auxpass")
    if any(child.tag == "TO" for child in auxiliaries):
        return "infinitive"
    if any(child.tag == "VBD" for child in auxiliaries) or token.tag == "VBD":
        return "past"
    if any(child.lemma == "have" for child in auxiliaries):
        return "past"
    if any(child.tag in ("VBZ", "VBP") for child in auxiliaries) or token.tag in ("VBZ", "VBP"):
        return "present"
    return {"VBG": "gerund", "VBN": "past", "VB": "infinitive"}.get(token.tag)


def _noun(parse: Parse, token: Token) -> Predication:
    index = token.index
    modifiers = tuple(
        head
        for child in parse.children(index, "amod", "compound", "nmod")
        for head in [child.index, *(part.index for part in parse.children(child.index, "conj", "amod", "compound"))]
    )
    possessors = parse.heads(index, "poss")
    obliques = parse.obliques(index)
    if possessors:
        obliques.append(Oblique("poss", possessors))
    if modifiers:
        obliques.append(Oblique("modifier", modifiers))
    is_negated = any(child.text.lower() in ("no", "neither") for child in parse.children(index, "det", "neg"))
    return Predication(index, token.lemma, "noun", obliques=tuple(obliques), is_negated=is_negated)


def _adjective(parse: Parse, token: Token, copula: Token) -> Predication:
    return Predication(
        predicate=token.index,
        lemma=token.lemma,
        kind="adjective",
        is_negated=_is_negated(parse, copula.index) or _is_negated(parse, token.index),
        modal=_modal(parse, copula.index),
        tense=_tense(parse, copula),
        subjects=parse.heads(copula.index, "nsubj"),
        obliques=tuple(parse.obliques(token.index) + parse.obliques(copula.index)),
    )


def _with_parent(parse: Parse, predication: Predication, order: list[int]) -> Predication:
    """Find the predication that this one is embedded in, and the relation it is embedded by."""
    token = parse.tokens[predication.predicate]
    if predication.kind == "adjective" and parse.tokens[token.head].lemma in COPULAS:
        token = parse.tokens[token.head]
    link: str | None = None
    while token.head != token.index:
        governor = _true_governor(parse, token)
        link = link or _link_name(token)
        if token.relation in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ", "PART", "VERB"):
            link = token.text.lower()
        target = governor.index
        if target not in order and governor.lemma in COPULAS:
            adjective = _predicate_adjective(parse, governor)
            target = adjective.index if adjective is not None else target
        if target in order and target != predication.predicate:
            return dataclasses.replace(predication, parent=order.index(target), link=link)
        token = governor
    return predication


def _true_governor(parse: Parse, token: Token) -> Token:
    """A finite verb coordinated with an infinitive or gerund belongs to the finite verb above it."""
    governor = parse.tokens[token.head]
    finite = ("VBD", "VBZ", "VBP")
    if token.relation != "conj" or token.tag not in finite or governor.tag not in ("VB", "VBG"):
        return governor
    if parse.children(governor.index, "aux"):
        above = governor
        while above.head != above.index and above.tag not in finite:
            above = parse.tokens[above.head]
        return above if above.tag in finite and above.index != token.index else governor
    return governor


def _link_name(token: Token) -> str | None:
    names = {"dobj": "object", "obj": "object", "nsubj": "subject", "nsubjpass": "object", "pobj": None, "pcomp": None}
    return names.get(token.relation, token.relation)


def _with_shared_parts(parse: Parse, placed: list[Predication]) -> Iterable[Predication]:
    """Give each clause without a subject of its own the one it shares with the clause around it."""
    done: list[Predication] = list(placed)
    by_depth = sorted(range(len(done)), key=lambda position: _depth(placed, position))
    for position in by_depth:
        done[position] = _share(parse, done, done[position])
    return done


def _depth(placed: list[Predication], position: int) -> int:
    depth, parent = 0, placed[position].parent
    while parent is not None and depth < len(placed):
        depth, parent = depth + 1, placed[parent].parent
    return depth


def _share(parse: Parse, done: list[Predication], predication: Predication) -> Predication:
    if predication.kind == "noun":
        return predication
    predication = _share_relative(parse, predication)
    parent = done[predication.parent] if predication.parent is not None else None
    if parent is None:
        return predication
    if predication.link == "conj" and predication.kind == parent.kind:
        predication = _share_coordinated(parse, predication, parent)
    shared = _controller(parse, predication, parent)
    if not shared:
        return predication
    if predication.voice == "passive":
        return dataclasses.replace(predication, objects=predication.objects or shared, is_shared_subject=True)
    return dataclasses.replace(predication, subjects=shared, is_shared_subject=True)


def _whom(parse: Parse, token: Token) -> int | None:
    """Return "whom" where the parser took "men whom the police arrested" for police who were arrested."""
    if token.relation != "acl":
        return None
    return next((part.index for part in parse.children(token.head) if part.text.lower() == "whom"), None)


def _share_relative(parse: Parse, predication: Predication) -> Predication:
    """Put the noun that a relative clause is about into the place of the relative pronoun, or of the gap."""
    token = parse.tokens[predication.predicate]
    if token.relation not in ("relcl", "acl"):
        return predication
    whom = _whom(parse, token)
    if whom is not None and whom > 0:
        return predication  # who is who is not certain enough there: nothing is better than the wrong way round
    noun = parse.conjoined(token.head) if token.relation == "relcl" and _all_alike(parse, token) else [token.head]
    antecedent = tuple(noun)

    def fill(heads: tuple[int, ...]) -> tuple[int, ...]:
        if any(parse.tokens[head].text.lower() in RELATIVE_WORDS for head in heads):
            return antecedent
        return heads

    subjects, objects = fill(predication.subjects), fill(predication.objects)
    if token.relation == "acl" and predication.voice == "passive":
        objects = objects or antecedent
    elif token.relation == "acl" and token.tag == "VBG":
        subjects = subjects or antecedent
    obliques = tuple(Oblique(part.preposition, fill(part.heads)) for part in predication.obliques)
    return dataclasses.replace(predication, subjects=subjects, objects=objects, obliques=obliques)


def _all_alike(parse: Parse, token: Token) -> bool:
    """A relative clause in the plural behind coordinated nouns is about all of them."""
    return token.tag in ("VBP",) or any(child.tag == "VBP" for child in parse.children(token.index, "aux", "auxpass"))


def _share_coordinated(parse: Parse, predication: Predication, parent: Predication) -> Predication:
    """Carry modal and negation over to a coordinated verb that has neither subject nor auxiliary of its own."""
    if predication.subjects and not predication.is_shared_subject and predication.voice == "active":
        return predication
    if parse.children(predication.predicate, "aux", "auxpass"):
        return predication
    tag, parent_tag = (parse.tokens[part.predicate].tag for part in (predication, parent))
    if tag != parent_tag:
        return predication
    return dataclasses.replace(
        predication,
        modal=predication.modal or parent.modal,
        tense=parent.tense,
        is_negated=predication.is_negated or (parent.is_negated and parent.modal is not None),
    )


def _controller(parse: Parse, predication: Predication, parent: Predication) -> tuple[int, ...]:
    """Return the heads that a clause without its own subject takes from its parent, as grammatical subject."""
    own = predication.objects if predication.voice == "passive" else predication.subjects
    token = parse.tokens[predication.predicate]
    if own or token.relation in ("relcl", "ccomp", "parataxis", "dep"):
        return ()
    if predication.tense == "infinitive" and parse.tokens[token.head].lemma in ("first", "last", "only", "one"):
        return _copula_subject(parse, parse.tokens[token.head])
    parent_subject = parent.objects[:] if parent.voice == "passive" else parent.subjects
    if parent.kind == "noun":
        return _noun_controller(parse, parent)
    if predication.link == "xcomp":
        if parent.objects and parent.voice == "active" and parent.lemma not in SUBJECT_CONTROL:
            return parent.objects
        if parent.indirect_objects and parent.lemma not in SUBJECT_CONTROL:
            return parent.indirect_objects
        return parent_subject
    if predication.link in OBJECT_GERUNDS and parent.objects and parent.voice == "active":
        return parent.objects
    return parent_subject


def _copula_subject(parse: Parse, token: Token) -> tuple[int, ...]:
    """ "X was among the first to help": who helped is the subject of the copula."""
    while token.head != token.index and token.relation in ("attr", "pobj", "prep", "acomp"):
        token = parse.tokens[token.head]
    return parse.heads(token.index, "nsubj") if token.lemma in COPULAS else ()


def _noun_controller(parse: Parse, parent: Predication) -> tuple[int, ...]:
    """Who is to do what a noun plans or refuses: "Iran's refusal to sign", "the Iranian plan to sign"."""
    for place in ("poss", "by", "of", "modifier"):
        heads = parent.heads_after(place)
        if heads:
            return heads
    token = parse.tokens[parent.predicate]
    if token.relation == "dobj":  # "A has no intention to meet B"
        return parse.heads(token.head, "nsubj")
    return parent.subjects
