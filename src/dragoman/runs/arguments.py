"""What stands where around a predication: a parsed sentence in; names, clauses and nouns of its predications out.

The names of a verb are what the table of defaults may know it by: with its particle ("turn down"), with a
preposition ("call for"), bare.  The nouns that its act may be told by come in levels, the nearest first.  Nothing
here decides on a type.  To add a place where a telling noun may stand, add it to `levels`.
"""

from collections.abc import Iterator

from dragoman.records import Predication, Sentence, Token
from dragoman.runs.defaults import Defaults

CLAUSES = ("xcomp", "ccomp", "oprd", "parataxis")
NO_PREPOSITIONS = frozenset({*CLAUSES, "advcl", "acl", "relcl", "conj", "dep", "object", "subject", "appos", "csubj"})
PARTICLES = frozenset("in out off up down over away back aside".split())
PARTICLE_RELATIONS = ("prep", "advmod", "ccomp")  # what the parser takes a particle for when it misses it
CALLED = "as"  # stands in a verb's names where it calls its object something: "called it a provocation"


class Arguments:
    """The predications of one sentence with what belongs to them at hand."""

    def __init__(self, sentence: Sentence, defaults: Defaults) -> None:
        self.sentence = sentence
        self.parts = sentence.predications
        self._lists = defaults.lists
        self._verbs = defaults.verbs
        self._around_of = defaults.around_of
        self._at = {part.predicate: number for number, part in enumerate(sentence.predications)}
        self._children: list[list[Token]] = [[] for _ in sentence.tokens]
        for token in sentence.tokens:
            if token.head != token.index:
                self._children[token.head].append(token)
        self._embedded: list[list[int]] = [[] for _ in sentence.predications]
        for number, part in enumerate(sentence.predications):
            if part.parent is not None:
                self._embedded[part.parent].append(number)

    def number_at(self, index: int) -> int | None:
        """Return the number of the predication whose predicate is the token at an index."""
        return self._at.get(index)

    def embedded(self, number: int) -> list[int]:
        """Return the numbers of the predications directly embedded in one."""
        return self._embedded[number]

    def children(self, index: int) -> list[Token]:
        """Return the tokens governed directly by one."""
        return self._children[index]

    def lemma(self, index: int) -> str:
        """Return a token's lemma in lower case."""
        return self.sentence.tokens[index].lemma.lower()

    def is_any(self, heads: Iterator[int] | tuple[int, ...], words: str) -> bool:
        """Say whether any of these tokens is a word of a named list."""
        return any(self.lemma(head) in self._lists[words] for head in heads)

    # --- verbs -----------------------------------------------------------------------------------------------

    def names(self, number: int) -> tuple[str, ...]:
        """Return the names that the table may know a predicate by, the fullest first."""
        part = self.parts[number]
        words = [part.particle] if part.particle else []
        words += [token.text.lower() for token in self._children[part.predicate] if _is_missed_particle(token)]
        words += [CALLED] if self._calls(part) else []
        words += [oblique.preposition for oblique in part.obliques if not self._are_times(oblique.heads)]
        words += [link for inner in self._embedded[number] if (link := self.parts[inner].link) is not None]
        named = [f"{part.lemma} {word}" for word in words if word not in NO_PREPOSITIONS]
        return (*named, *self._hyphened(part.predicate), part.lemma)

    def is_light(self, number: int) -> bool:
        """Say whether a verb, under the first of its names that is known, only carries its noun."""
        for name in self.names(number):
            if name in self._lists["light"]:
                return True
            if name in self._verbs:
                return False
        return False

    def only_occurs(self, part: Predication) -> bool:
        """Say whether a verb says no more than that its subject came about, went on or came to an end."""
        names = {part.lemma, f"{part.lemma} {part.particle}"}
        names |= {f"{part.lemma} {self.lemma(head)}" for head in part.objects}
        is_known = not self._lists["occur"].isdisjoint(names)
        return is_known and (not part.objects or part.lemma == "take")  # "talks took place"

    def place(self, number: int) -> int:
        """Return the predication to ask in place of one: the word around it, or the verb that carries it."""
        part = self.parts[number]
        if part.parent is None:
            return number
        above = self.parts[part.parent]
        if part.kind == "noun" and above.kind == "verb":
            is_carried = part.link == "object" and self.is_light(part.parent)
            is_told_of = part.link == "subject" and self.only_occurs(above)
            return part.parent if is_carried or is_told_of else number
        is_wrapped = above.kind == "noun" and part.is_shared_subject and self._around_of((above.lemma,)) is not None
        return self.place(part.parent) if is_wrapped else number

    def clause(self, number: int) -> int | None:
        """Return the number of the clause inside a predication: its complement, else its gerund or infinitive."""
        inside = [n for n in self._embedded[number] if self.parts[n].kind != "noun"]
        objects = [n for n in self._embedded[number] if self.parts[n].kind == "noun" and self.parts[n].link == "object"]
        infinitives = [n for o in (number, *objects) for n in self._embedded[o] if self.parts[n].tense == "infinitive"]
        ways = (
            [n for n in inside if self.parts[n].link in CLAUSES],
            [n for n in inside if self.parts[n].tense == "gerund" and self.parts[n].link not in NO_PREPOSITIONS],
            [n for n in infinitives if self.parts[n].link in ("acl", "relcl", "advcl", "xcomp")],
        )
        return next((n for way in ways for n in way), None)

    def doers(self, clause: Predication) -> tuple[int, ...]:
        """Return the heads of a clause's grammatical subject."""
        return clause.objects if clause.voice == "passive" else clause.subjects

    def _calls(self, part: Predication) -> bool:
        """Say whether a verb gives its object a name; the parser may take the name for an apposition."""
        if any(child.relation == "oprd" for child in self._children[part.predicate]):
            return True
        names = [child for head in part.objects for child in self._children[head] if child.relation == "appos"]
        return any(word.text.lower() in ("a", "an") for name in names for word in self._children[name.index])

    def _are_times(self, heads: tuple[int, ...]) -> bool:
        """A preposition before a day tells nothing: "called on Monday"."""
        return all(self.sentence.tokens[head].pos == "NUM" or self.is_any((head,), "times") for head in heads)

    # --- nouns -----------------------------------------------------------------------------------------------

    def levels(self, part: Predication) -> list[list[int]]:
        """Return the heads that an act may be told by: objects, what those hold, other arguments, what those hold."""
        objects = self._objects(part)
        amounts = [head for head in objects if self._is_amount(head)]
        others = [head for oblique in part.obliques for head in oblique.heads]
        return [
            [*(inner for head in amounts for inner in self.held(head, "of", "modifier")), *objects],
            [inner for head in objects for inner in self.held(head, "of", "in", "on", "for")],
            others,
            [inner for head in others for inner in self.held(head, "of")],
        ]

    def held(self, head: int, *places: str) -> tuple[int, ...]:
        """Return the heads in these places of a noun; a word that is no predication has but an of-phrase."""
        number = self._at.get(head)
        if number is not None:
            return self.parts[number].heads_after(*places)
        if "of" not in places:
            return ()
        inner = [child.index for child in self._children[head] if child.text.lower() == "of"]
        return tuple(part.index for index in inner for part in self._children[index] if part.relation == "pobj")

    def noun_names(self, head: int) -> Iterator[str]:
        """Yield the names of a noun: with each word before it, with what a hyphen joins to it, bare."""
        for modifier in self._modifiers(head):
            yield f"{self.lemma(modifier)} {self.lemma(head)}"
        yield from self._hyphened(head)
        yield self.lemma(head)

    def _objects(self, part: Predication) -> list[int]:
        if self.only_occurs(part):
            return [*part.subjects]
        objects = [*part.objects]
        objects += [t.index for t in self._children[part.predicate] if t.relation in ("attr", "oprd")]
        if not part.objects:  # "gave them two days to leave": taken for an adverb, or for the one who leaves
            objects += [head for inner in self._own_clauses(part) for head in inner.subjects]
            objects += [t.index for t in self._children[part.predicate] if t.relation == "npadvmod"]
        return objects

    def _own_clauses(self, part: Predication) -> list[Predication]:
        """Return the infinitive clauses with a doer of their own that a verb governs."""
        inside = [self.parts[n] for n in self._embedded[self._at[part.predicate]]]
        return [p for p in inside if p.link == "ccomp" and p.tense == "infinitive" and not p.is_shared_subject]

    def _modifiers(self, head: int) -> tuple[int, ...]:
        if head in self._at:
            return self.held(head, "modifier")
        return tuple(t.index for t in self._children[head] if t.relation in ("compound", "amod", "nmod"))

    def _is_amount(self, head: int) -> bool:
        return self.sentence.tokens[head].pos in ("NUM", "SYM") or self.is_any((head,), "amounts")

    def _hyphened(self, index: int) -> Iterator[str]:
        """Yield the word that a hyphen makes of a token and the one before it: "sit-in", "test-fire"."""
        tokens = self.sentence.tokens
        if index > 1 and tokens[index - 1].text == "-" and tokens[index - 1].end == tokens[index].start:
            yield f"{self.lemma(index - 2)}-{self.lemma(index)}"


def _is_missed_particle(token: Token) -> bool:
    return token.text.lower() in PARTICLES and token.relation in PARTICLE_RELATIONS
