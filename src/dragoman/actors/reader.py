"""One sentence read phrase by phrase: which parties each head stands for.

In: a `View`, `Knowledge` and the article's `Memory`.  Out: readings by token.  The order of the steps is
the order of how sure they are: a known name, a pair or side, a person, an agent noun, property.
"""

from collections.abc import Callable
from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.agents import read_agent, read_number
from dragoman.actors.groups import (
    at_home,
    country_of_noun,
    pairs_of,
    read_compass,
    read_country,
    read_outlet,
    read_pair,
    read_side,
)
from dragoman.actors.joining import holder_in_of_phrase, join_beside
from dragoman.actors.names import is_modifier, name_head, read_modifier, read_name
from dragoman.actors.people import complete_person, is_known_to_world, read_person
from dragoman.actors.property import read_property
from dragoman.actors.readings import Memory, Reading, Scene
from dragoman.actors.reference import read_pronoun
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase, View, phrase_at, phrase_end
from dragoman.knowledge import Knowledge


class Reader:
    """Reads the phrases of one sentence, each once, asking the others as needed."""

    def __init__(self, view: View, knowledge: Knowledge, memory: Memory) -> None:
        self.view = view
        self.scope = Scope(view, knowledge, memory, self.read, self.before)
        self._done: dict[int, tuple[Reading, ...]] = {}
        self._busy: set[int] = set()

    def read(self, index: int) -> tuple[Reading, ...]:
        """Return the parties that the phrase headed by a token stands for; () where it is no party."""
        if index in self._done:
            return self._done[index]
        if index in self._busy:
            return ()
        self._busy.add(index)
        readings = self._read_new(index)
        self._busy.discard(index)
        self._done[index] = readings
        for reading in readings:
            self._share(reading, readings)
        return self._done[index]

    def before(self, index: int) -> tuple[Reading, ...]:
        """Return all parties named before a token, modifiers aside, each once."""
        found: dict[tuple[int, str | None], Reading] = {}
        taken: set[int] = set()
        for other in range(index):
            if other in self._busy or other in taken or is_modifier(self.view, other):
                continue
            for reading in self.read(other):
                taken.update(reading.aliases)
                found.setdefault((reading.head, reading.party_key), reading)
        return tuple(found.values())

    def scene(self) -> Scene:
        """Read the whole sentence and return what it named."""
        for index in range(len(self.view.tokens)):
            self.read(index)
        readings = self.before(len(self.view.tokens))
        return Scene(self.view.sentence, readings, pairs_of(self.scope, readings), self._main_subject())

    def _main_subject(self) -> int | None:
        """Return the first subject of the main clause, or of what it reports ("… , the bureau said")."""
        root = next((token.index for token in self.view.tokens if token.head == token.index), None)
        if root is None:
            return None
        verbs = (root, *self.view.with_relation(root, "ccomp", "conj"))
        return min((i for verb in verbs for i in self.view.with_relation(verb, "nsubj", "nsubjpass")), default=None)

    def _share(self, reading: Reading, readings: tuple[Reading, ...]) -> None:
        for alias in reading.aliases:
            self._done[alias] = readings

    def _read_new(self, index: int) -> tuple[Reading, ...]:
        token = self.view.tokens[index]
        if token.pos == "PRON" or (token.pos == "DET" and token.relation == "poss"):
            return self._finish(index, read_pronoun(self.scope, index))
        if self.view.hits[index] is not None and name_head(self.view, index) != index:
            return self.read(name_head(self.view, index))
        if is_modifier(self.view, index):
            return self._read_modifier(index)
        if token.pos not in ("NOUN", "PROPN", "NUM") and self.view.hits[index] is None:
            return ()
        phrase = phrase_at(self.view, index)
        readings = self._read_phrase(phrase)
        readings = join_beside(self.scope, phrase, readings)
        if len(readings) == 1:
            readings = (holder_in_of_phrase(self.scope, phrase, readings[0]),)
        readings = tuple(self._complete(phrase, reading) for reading in readings)
        return self._finish(index, (*readings, *self._others_between(phrase, readings)))

    def _read_modifier(self, index: int) -> tuple[Reading, ...]:
        """Read a name before a noun as the whole that it names, an agent noun there ("police raid") as itself."""
        token = self.view.tokens[index]
        governors = self.read(self._modified(index))
        if any(r.name is not None and r.name[0] <= index <= r.name[1] for r in governors):
            return ()
        if self.view.hits[index] is not None:
            return read_modifier(self.view, index)
        is_noun = token.pos in words.NOMINAL and token.relation in ("compound", "nmod")
        if not is_noun or self.view.word(index) in words.ADJECTIVAL or any(r.kind != "property" for r in governors):
            return ()
        phrase = phrase_at(self.view, index)
        readings = read_agent(self.scope, phrase)
        if not readings and self.view.tokens[token.head].pos == "NOUN":
            people = tuple(self._complete_person(reading) for reading in read_person(self.scope, phrase))
            readings = tuple(r for r in people if r.best and r.best.resolved_by == "surname seen before")
        first = phrase.core[0]
        return tuple(replace(reading, role="modifier", first=first) for reading in readings if reading.candidates)

    def _modified(self, index: int) -> int:
        """Return the noun that a modifier belongs to, through the modifiers between."""
        top = index
        while self.view.tokens[top].head > top and self.view.tokens[top].relation in words.PREMODIFIERS - {"poss"}:
            top = self.view.tokens[top].head
        return top

    def _read_phrase(self, phrase: Phrase) -> tuple[Reading, ...]:
        if self.view.hits[phrase.head] is not None:
            return read_name(self.view, phrase)
        steps: tuple[Callable[[Scope, Phrase], tuple[Reading, ...] | None], ...] = (
            read_pair,
            read_side,
            read_country,
            read_compass,
            read_outlet,
            self._read_quantity,
            self._read_noun,
        )
        for step in steps:
            found = step(self.scope, phrase)
            if found is not None:
                return found
        return ()

    def _read_quantity(self, scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
        """Read "thousands of troops" as the troops."""
        things = phrase.objects_of("of")
        if scope.view.lemma(phrase.head) not in words.QUANTITIES or not things:
            return None
        found = scope.read(things[0])
        if not found and scope.view.tokens[phrase.head].pos == "NUM":
            return None
        return tuple(replace(r, head=phrase.head, first=phrase.first, aliases=(things[0],)) for r in found)

    def _read_noun(self, scope: Scope, phrase: Phrase) -> tuple[Reading, ...]:
        return (
            read_agent(scope, phrase)
            or read_person(scope, phrase)
            or read_property(scope, phrase)
            or read_number(scope.view, phrase)
        )

    def _others_between(self, phrase: Phrase, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """Return who stands beside the head of "between envoys of Peru and Ana Vargas", which the parser misses."""
        token = self.view.tokens[phrase.head]
        is_between = token.relation == "pobj" and self.view.word(token.head) == "between"
        if not is_between or len(readings) != 1 or self.view.with_relation(phrase.head, "conj"):
            return ()
        others = [reading for thing in phrase.objects_of("of")[1:] for reading in self.read(thing)]
        return tuple(replace(r, head=phrase.head, aliases=()) for r in others if r.kind in ("person", "agent"))

    def _complete(self, phrase: Phrase, reading: Reading) -> Reading:
        if reading.kind in ("agent", "person", "property"):
            reading = replace(reading, last=max(reading.last, phrase_end(self.view, phrase.head)))
        if reading.kind == "person":
            return self._complete_person(reading)
        if reading.kind == "agent" and reading.office_kind:
            reading = self._share_country(phrase, reading)
            return country_of_noun(self.scope, reading)
        return reading

    def _complete_person(self, reading: Reading) -> Reading:
        if reading.name is None:
            return reading
        name = self.view.text(*reading.name)
        reading = self._share_country(None, reading)
        if reading.noun and not is_known_to_world(self.scope, reading):
            reading = at_home(self.scope, reading)
        best = reading.best
        if best is not None and (best.code or best.sector):
            self.scope.memory.learn_person(name, best, reading.noun)
        return complete_person(self.scope, reading, name)

    def _share_country(self, phrase: Phrase | None, reading: Reading) -> Reading:
        """Give the second of "Israeli officials and diplomats" the country of the first."""
        token, best = self.view.tokens[reading.head], reading.best
        if token.relation != "conj" or best is None or best.code or best.sector not in words.STATE_SECTORS:
            return reading
        if phrase is not None and (phrase.determiner or phrase.possessor is not None):
            return reading
        first = self.read(token.head)
        known = first[0].best if len(first) == 1 else None
        if known is None or known.code is None or known.sector not in words.STATE_SECTORS:
            return reading
        shared = replace(best, code=known.code, resolved_by="shared modifier")
        return replace(reading, candidates=(shared,))

    def _finish(self, index: int, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        relation = self.view.tokens[index].relation
        is_by = relation == "pobj" and self.view.tokens[self.view.tokens[index].head].relation == "agent"
        role = "subject" if relation in words.SUBJECTS or is_by else "possessor" if relation == "poss" else "other"
        if role == "other" and self.view.is_subject(self.view.conjunction_root(index)):
            role = "subject"
        return tuple(replace(reading, role=role) for reading in readings)
