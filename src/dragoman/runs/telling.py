"""What a predication tells by default: a predication of a sentence in, the type of its act out.

Whoever asks knows that something passed between two sides, so a bare word may answer.  Precedence is that of the
rules: words around another act (refuse, demand, threaten …), verb+noun frames, nouns under light verbs, bare verbs;
at last what stands inside a verb that tells nothing itself.  Modality and negation fold the type (`composing.py`).

To teach it a word, add the word to `knowledge/data/relate_en.toml`; to add a way of wrapping, add its class there
and to `composing.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge.lexicon import Lexicon, LexiconRow
from dragoman.records import Predication, Sentence
from dragoman.runs.arguments import Arguments
from dragoman.runs.composing import DUTY, HOSTILE, Telling, fold, leave_open, wrap
from dragoman.runs.defaults import Defaults
from dragoman.runs.refining import Refiner

BY_PURPOSE = frozenset({"ACCUSE", "AID", "CONCEDE", "CONSULT", "SUPPORT"})
# What a row of the lexicon may want besides its words, since both parties are given here.
PLAIN_NEEDS = frozenset("actor recipient party someone side person official told deed goods".split())
OWN = frozenset("i we he she it they who which that".split())
DEPTH = 4  # layers of clauses that are looked through: "said it would refuse to agree to sell" has five


@dataclass(frozen=True, slots=True)
class Act:
    """A predication on its way to a type: its names in the table, the clause inside it, and what that tells."""

    number: int
    part: Predication
    names: tuple[str, ...]
    clause: Predication | None
    inner: Telling | None
    depth: int


class Teller:
    """Reads one sentence's predications; `recipient` are the tokens of the given recipient."""

    def __init__(self, sentence: Sentence, defaults: Defaults, lexicon: Lexicon, recipient: frozenset[int]) -> None:
        self.arguments = Arguments(sentence, defaults)
        self._defaults = defaults
        self._lexicon = lexicon
        self._refiner = Refiner(self.arguments, defaults.lists, recipient)
        self._has_recipient = bool(recipient)

    def tell(self, number: int, depth: int = 0) -> Telling | None:
        """Return what the predication of this number tells; None where no word of it is known."""
        if depth > DEPTH:
            return None
        act = self._act(number, depth)
        told = {"noun": self._tell_noun, "adjective": self._tell_adjective}.get(act.part.kind, self._tell_verb)(act)
        return None if told is None else fold(told, act.part)

    def _act(self, number: int, depth: int) -> Act:
        inside = self.arguments.clause(number)
        return Act(
            number=number,
            part=self.arguments.parts[number],
            names=self.arguments.names(number),
            clause=None if inside is None else self.arguments.parts[inside],
            inner=None if inside is None else self.tell(inside, depth + 1),
            depth=depth,
        )

    # --- kinds of predications -------------------------------------------------------------------------------

    def _tell_verb(self, act: Act) -> Telling | None:
        levels = self.arguments.levels(act.part)
        told = self._visited(act) or self._framed(act, levels[0]) or self._wrapped(act) or self._by_purpose(act)
        for level in levels[:2]:
            told = told or self._framed(act, level) or self._carried(act, level)
        goes_through = self._bare(act) is None or not self._defaults.lists["through"].isdisjoint(act.names)
        for level in levels[2:]:
            told = told or self._framed(act, level) or (self._carried(act, level) if goes_through else None)
        told = told or self._bare(act) or act.inner or self._below(act)
        if self._refiner.is_done_together(None if told is None else told.event, act.part):
            return Telling("COOPERATE", "frame")
        return told

    def _tell_noun(self, act: Act) -> Telling | None:
        return self._wrapped(act) or self._named(act.part.predicate) or act.inner

    def _tell_adjective(self, act: Act) -> Telling | None:
        event = next((found for name in act.names if (found := self._defaults.adjectives.get(name))), None)
        if event == "AGREE" and act.inner is not None:
            return wrap("intending", act.inner.event)
        wrapped = self._wrapped(act) if event in (None, "ACCUSE") else None
        return wrapped or (Telling(event, "adjective") if event is not None else act.inner)

    # --- words around another act ----------------------------------------------------------------------------

    def _wrapped(self, act: Act) -> Telling | None:
        """Return the type of a word around another act: refuse, demand, promise, say."""
        kind = self._defaults.around_of(act.names)
        is_infinitive = act.clause is not None and act.clause.tense == "infinitive"
        if kind == "telling":  # "told them to go" demands, "told them that …" says
            kind = "demanding" if is_infinitive else "saying"
        if kind == "wanting":
            kind = "demanding" if self._is_for_others(act) else "intending"
        if kind is None or (kind == "coming" and not is_infinitive):
            return None
        if kind == "ordering":
            return self._ordered(act)
        if kind == "saying":
            return self._said(act)
        content = act.inner or self._content(act)
        if kind == "refusing" and act.part.is_negated and content is not None:
            return leave_open(content.event)
        if kind in ("refusing", "threatening") and act.part.kind == "noun" and content is None:
            return None  # a bare noun tells what the table says of it
        return wrap(kind, content.event if content else None, has_clause=act.clause is not None)

    def _ordered(self, act: Act) -> Telling | None:
        """Return what an order does: a deed ordered is done; somebody ordered to do it is asked."""
        if act.clause is None or act.clause.voice == "passive":
            return act.inner or self._content(act)
        is_asked = self._refiner.is_recipient((*act.part.objects, *act.clause.subjects))
        if is_asked and act.clause.lemma in self._defaults.lists["leaving"]:
            return Telling("COERCE", "wrapper")
        is_done = act.inner is not None and act.inner.event in HOSTILE and not is_asked and self._has_recipient
        return act.inner if is_done else Telling("REQUEST", "wrapper")

    def _said(self, act: Act) -> Telling | None:
        """Return what a statement does: it asks, accuses, or reports a deed of the speaker's own."""
        if act.clause is None or act.inner is None:
            return None
        is_other = self._refiner.is_recipient(self.arguments.doers(act.clause))
        if self._is_own(act.clause) and not is_other:
            return act.inner
        if act.clause.modal in DUTY:
            return Telling("REQUEST", "wrapper")
        return wrap("saying", act.inner.event) if is_other else act.inner

    def _is_own(self, clause: Predication) -> bool:
        """Say whether a clause's doer is the speaker himself, as far as can be told: a pronoun, or nobody."""
        heads = self.arguments.doers(clause)
        return clause.is_shared_subject or all(self.arguments.lemma(head) in OWN for head in heads)

    def _is_for_others(self, act: Act) -> bool:
        """Say whether what is wanted is another's deed: "wants Chad to go", "seeks Chad's support"."""
        return act.clause is None or bool(act.part.objects) or not self._is_own(act.clause)

    def _visited(self, act: Act) -> Telling | None:
        """Return what a visit is expressly for: "called on him to discuss", "sent a team to investigate"."""
        if act.clause is None or act.inner is None or self._defaults.lists["purposeful"].isdisjoint(act.names):
            return None
        is_visit = act.clause.lemma in self._defaults.lists["visiting"] and act.clause.tense == "infinitive"
        return act.inner if is_visit or (act.inner.event == "ACCUSE" and act.part.lemma != "call") else None

    def _by_purpose(self, act: Act) -> Telling | None:
        """Return what somebody came or was sent for: "flew in to rescue them"."""
        is_purpose = act.inner is not None and act.inner.event in BY_PURPOSE
        return act.inner if is_purpose and not self._defaults.lists["purposeful"].isdisjoint(act.names) else None

    # --- verbs and nouns -------------------------------------------------------------------------------------

    def _framed(self, act: Act, level: list[int]) -> Telling | None:
        """Return what a verb and a noun of this level tell together, by the table or else by the lexicon."""
        nouns = [name for head in level for name in self.arguments.noun_names(head)]
        event = self._defaults.framed(act.names, nouns) or self._framed_by_lexicon(act, nouns)
        return None if event is None else Telling(self._refiner.refine(event, act.part, nouns), "frame")

    def _framed_by_lexicon(self, act: Act, nouns: Sequence[str]) -> str | None:
        rows = (row for name in act.names for row in self._lexicon.rows_for("frame", name))
        return next((row.event for row in rows if _is_plain(row) and not set(row.nouns).isdisjoint(nouns)), None)

    def _carried(self, act: Act, level: list[int]) -> Telling | None:
        """Return what the noun tells that a light verb, or one that tells nothing itself, carries."""
        is_carrier = self.arguments.is_light(act.number) or self._bare(act) is None
        for head in level:
            told = self._paper(act, head) or (self._noun(head, act.depth + 1) if is_carrier else None)
            if told is not None:
                event = self._refiner.refine(told.event, act.part, tuple(self.arguments.noun_names(head)))
                return Telling(event, "noun" if told.means != "wrapper" else "wrapper")
        return None

    def _paper(self, act: Act, head: int) -> Telling | None:
        """Return what a letter or statement says in the clause that hangs from it, or from the verb."""
        number = self.arguments.number_at(head)
        if number is None or self.arguments.lemma(head) not in self._defaults.lists["papers"]:
            return None
        parts = self.arguments.parts
        clauses = [n for n in self.arguments.embedded(number) if parts[n].link in ("acl", "relcl")]
        if self.arguments.is_light(act.number):
            adverbial = [n for n in self.arguments.embedded(act.number) if parts[n].link == "advcl"]
            clauses += [n for n in adverbial if parts[n].tense == "gerund"]
        return next((told for n in clauses if (told := self.tell(n, act.depth + 1)) is not None), None)

    def _noun(self, head: int, depth: int) -> Telling | None:
        number = self.arguments.number_at(head)
        return self._named(head) if number is None else self.tell(number, depth)

    def _content(self, act: Act) -> Telling | None:
        """Return what the nouns inside a word around them tell: "offered talks", "a threat of war"."""
        objects, held, *_ = self.arguments.levels(act.part)
        heads = (*objects, *act.part.heads_after("to", "on", "of", "for"), *held)
        return next((told for head in heads if (told := self._noun(head, act.depth + 1)) is not None), None)

    def _named(self, head: int) -> Telling | None:
        """Return the type of a noun by its names."""
        names = self.arguments.noun_names(head)
        return next((Telling(event, "noun") for name in names if (event := self._defaults.nouns.get(name))), None)

    def _bare(self, act: Act) -> Telling | None:
        """Return what a verb tells by itself, by the table or else by the lexicon."""
        for name in act.names:
            event = self._defaults.verbs.get(name)
            if event is not None:
                return Telling(event, "verb")
        rows = (row for name in act.names for row in self._lexicon.rows_for("verb", name))
        return next((Telling(row.event, "verb") for row in rows), None)

    def _below(self, act: Act) -> Telling | None:
        """Return what anything inside a verb tells; what its subject is, a negation does not deny."""
        inside = self.arguments.embedded(act.number)
        if act.part.is_negated:
            inside = [number for number in inside if self.arguments.parts[number].link != "subject"]
        return next((told for number in inside if (told := self.tell(number, act.depth + 1)) is not None), None)


def _is_plain(row: LexiconRow) -> bool:
    """Say whether a row of the lexicon wants nothing but its words and parties."""
    return not row.modifiers and PLAIN_NEEDS.issuperset(row.needs)
