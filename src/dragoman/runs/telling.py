"""What a predication tells, by default: a predication of a sentence in, the type of its act out.

Whoever asks knows that something passed between two sides, so a bare word may answer.  Precedence is that of the
rules: words around another act (refuse, demand, threaten …), verb+noun frames, nouns under light verbs, bare verbs;
at last what stands inside a verb that tells nothing itself.  Then the type is folded by modality and negation.

To teach it a word, add the word to `knowledge/data/relate_en.toml`; to add a way of wrapping, add its class there
and a branch to `_around`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.records import Predication, Sentence
from dragoman.runs.defaults import Defaults

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
BY_PURPOSE = frozenset({"ACCUSE", "AID", "CONCEDE", "CONSULT", "SUPPORT"})
AHEAD = frozenset({"will", "shall", "to", "would"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
DUTY = frozenset({"should", "must", "ought", "need"})
CLAUSES = ("xcomp", "ccomp", "oprd", "parataxis")
PRONOUNS = frozenset("i we he she it they who which that this there".split())
DEPTH = 4  # layers of clauses that are looked through: "said it would refuse to agree to sell" has five


@dataclass(frozen=True, slots=True)
class Telling:
    """The type of an act, and by which kind of words it is told: wrapper, frame, noun, adjective or verb."""

    event: str
    means: str


class Teller:
    """Reads one sentence's predications; `recipient` are the tokens of the given recipient."""

    def __init__(self, sentence: Sentence, defaults: Defaults, recipient: frozenset[int]) -> None:
        self._sentence = sentence
        self._defaults = defaults
        self._recipient = recipient
        self._at = {part.predicate: number for number, part in enumerate(sentence.predications)}
        self._embedded: list[list[int]] = [[] for _ in sentence.predications]
        for number, part in enumerate(sentence.predications):
            if part.parent is not None:
                self._embedded[part.parent].append(number)

    def tell(self, number: int, depth: int = 0) -> Telling | None:
        """Return what the predication of this number tells; None where no word of it is known."""
        if depth > DEPTH:
            return None
        part = self._sentence.predications[number]
        read = {"noun": self._read_noun, "adjective": self._read_adjective}.get(part.kind, self._read_verb)
        told = read(number, part, depth)
        return None if told is None else fold(told, part)

    # --- kinds of predications ---------------------------------------------------------------------------------

    def _read_verb(self, number: int, part: Predication, depth: int) -> Telling | None:
        names = self._names(part, number)
        clause = self._clause(number, part)
        inner = None if clause is None else self.tell(clause, depth + 1)
        for told in (
            self._around(names, part, clause, inner),
            self._purpose(names, inner),
            self._framed(names, part),
            self._carried(names, part, depth),
            self._bare(names, part),
            inner,
        ):
            if told is not None:
                return told
        return next((told for other in self._embedded[number] if (told := self.tell(other, depth + 1))), None)
