"""What a predication tells by default: a predication of a sentence in, the type of its act out.

Whoever asks knows that something passed between two sides, so a bare word may answer.  Precedence is that of the
rules: words around another act (refuse, demand, threaten …), verb+noun frames, nouns under light verbs, bare verbs;
at last what stands inside a verb that tells nothing itself.  Modality and negation fold the type (`composing.py`).

To teach it a word, add the word to `knowledge/data/relate_en.toml`; to add a way of wrapping, add its class there
and to `composing.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.lexicon import Lexicon, LexiconRow
from dragoman.records import Predication, Sentence
from dragoman.runs.composing import DUTY, HOSTILE, Telling, fold, leave_open, wrap
from dragoman.runs.defaults import Defaults

BY_PURPOSE = frozenset({"ACCUSE", "AID", "CONCEDE", "CONSULT", "SUPPORT"})
SHARED = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
CLAUSES = ("xcomp", "ccomp", "oprd", "parataxis")
NO_PREPOSITIONS = frozenset({*CLAUSES, "advcl", "acl", "relcl", "conj", "dep", "object", "subject", "appos", "csubj"})
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


def _is_plain(row: LexiconRow) -> bool:
    """Say whether a row of the lexicon wants nothing but its words and parties, which are given here."""
    return not row.modifiers and PLAIN_NEEDS.issuperset(row.needs)


class Teller:
    """Reads one sentence's predications; `recipient` are the tokens of the given recipient."""

    def __init__(self, sentence: Sentence, defaults: Defaults, lexicon: Lexicon, recipient: frozenset[int]) -> None:
        self.sentence = sentence
        self._defaults = defaults
        self._lexicon = lexicon
        self._recipient = recipient
        self._at = {part.predicate: number for number, part in enumerate(sentence.predications)}
        self._attributes: dict[int, list[int]] = {}
        for token in sentence.tokens:
            if token.relation in ("attr", "oprd"):
                self._attributes.setdefault(token.head, []).append(token.index)
        self._embedded: list[list[int]] = [[] for _ in sentence.predications]
        for number, part in enumerate(sentence.predications):
            if part.parent is not None:
                self._embedded[part.parent].append(number)

    def tell(self, number: int, depth: int = 0) -> Telling | None:
        """Return what the predication of this number tells; None where no word of it is known."""
        if depth > DEPTH:
            return None
        act = self._act(number, depth)
        told = {"noun": self._tell_noun, "adjective": self._tell_adjective}.get(act.part.kind, self._tell_verb)(act)
        return None if told is None else fold(told, act.part)

    def embedded(self, number: int) -> list[int]:
        """Return the numbers of the predications directly embedded in one."""
        return self._embedded[number]

    def is_light(self, number: int) -> bool:
        """Say whether a verb, under the first of its names that is known, only carries its noun."""
        for name in self._names(number):
            if name in self._defaults.lists["light"]:
                return True
            if name in self._defaults.verbs:
                return False
        return False

    def place(self, number: int) -> int:
        """Return the predication to ask in place of one: the word around it, or the light verb that carries it."""
        part = self.sentence.predications[number]
        if part.parent is None:
            return number
        above = self.sentence.predications[part.parent]
        if part.kind == "noun" and above.kind == "verb":
            is_carried = part.link == "object" and self.is_light(part.parent)
            return part.parent if is_carried or (part.link == "subject" and self._only_occurs(above)) else number
        is_wrapped = above.kind == "noun" and part.is_shared_subject and self._defaults.around_of((above.lemma,))
        return self.place(part.parent) if is_wrapped else number

    def _only_occurs(self, part: Predication) -> bool:
        """Say whether a verb says no more than that its subject came about or came to an end."""
        names = {part.lemma, f"{part.lemma} {part.particle}"}
        names |= {f"{part.lemma} {self.sentence.tokens[head].lemma.lower()}" for head in part.objects}
        occurs = not self._defaults.lists["occur"].isdisjoint(names)
        return occurs and (not part.objects or part.lemma in ("take", "come"))

    def _act(self, number: int, depth: int) -> Act:
        part = self.sentence.predications[number]
        clause = self._clause(number)
        inner = None if clause is None else self.tell(clause, depth + 1)
        inside = None if clause is None else self.sentence.predications[clause]
        return Act(number, part, self._names(number), inside, inner, depth)

    # --- kinds of predications -------------------------------------------------------------------------------

    def _tell_verb(self, act: Act) -> Telling | None:
        levels = list(self._levels(act.part))
        told = self._visited(act) or self._framed(act, levels[0]) or self._wrapped(act) or self._by_purpose(act)
        for level in levels[:2]:
            told = told or self._framed(act, level) or self._carried(act, level)
        through = self._bare(act) is None or not self._defaults.lists["through"].isdisjoint(act.names)
        for level in levels[2:]:
            told = told or self._framed(act, level) or (self._carried(act, level) if through else None)
        told = told or self._bare(act) or act.inner or self._below(act)
        return self._side_by_side(act, told)

    def _tell_noun(self, act: Act) -> Telling | None:
        if act.clause is not None or any(True for level in self._levels(act.part) if level):
            told = self._wrapped(act)
            if told is not None:
                return told
        return self._named(act.part.predicate) or act.inner

    def _tell_adjective(self, act: Act) -> Telling | None:
        event = next((found for name in act.names if (found := self._defaults.adjectives.get(name))), None)
        if event == "AGREE" and act.inner is not None:
            return wrap("intending", act.inner.event)
        wrapped = self._wrapped(act) if event in (None, "ACCUSE") else None
        return wrapped or (Telling(event, "adjective") if event is not None else act.inner)

    # --- steps -----------------------------------------------------------------------------------------------

    def _wrapped(self, act: Act) -> Telling | None:
        """Return the type of a word around another act: refuse, demand, threaten, promise, say …"""
        kind = self._defaults.around_of(act.names)
        if kind is None:
            return None
        if kind == "telling":  # "told them to go" demands, "told them that …" says
            kind = "demanding" if act.clause is not None and act.clause.tense == "infinitive" else "saying"
        if kind == "wanting":
            kind = "demanding" if self._is_for_others(act) else "intending"
        if kind == "ordering":
            return self._ordered(act)
        if kind == "saying":
            return self._said(act)
        content = act.inner or self._content(act)
        if kind == "refusing" and act.part.is_negated and content is not None:
            return leave_open(content.event)
        return wrap(kind, content.event if content else None, has_clause=act.clause is not None)

    def _ordered(self, act: Act) -> Telling | None:
        """Return what an order does: a deed ordered is done; somebody ordered to do it is asked."""
        if act.clause is None or act.clause.voice == "passive":
            return act.inner or self._content(act)
        is_asked = not self._recipient.isdisjoint((*act.part.objects, *act.clause.subjects))
        if is_asked and act.clause.lemma in self._defaults.lists["leaving"]:
            return Telling("COERCE", "wrapper")
        is_done = act.inner is not None and act.inner.event in HOSTILE and not is_asked and bool(self._recipient)
        return act.inner if is_done else Telling("REQUEST", "wrapper")

    def _said(self, act: Act) -> Telling | None:
        """Return what a statement does: it asks, accuses, or reports a deed of the speaker's own."""
        if act.clause is None or act.inner is None:
            return None
        is_other = self._is_recipient(act.clause)
        if self._is_own(act.clause) and not is_other:
            return act.inner
        if act.clause.modal in DUTY:
            return Telling("REQUEST", "wrapper")
        return wrap("saying", act.inner.event) if is_other else act.inner

    def _by_purpose(self, act: Act) -> Telling | None:
        """Return what somebody came, called or sent people for: "called to congratulate"."""
        is_purpose = act.inner is not None and act.inner.event in BY_PURPOSE
        return act.inner if is_purpose and not self._defaults.lists["purposeful"].isdisjoint(act.names) else None

    def _visited(self, act: Act) -> Telling | None:
        """Return what a visit, call or mission is expressly for: "called on him to discuss", "sent a team to investigate"."""
        if act.clause is None or act.inner is None or self._defaults.lists["purposeful"].isdisjoint(act.names):
            return None
        is_visit = act.clause.lemma in self._defaults.lists["visiting"] and act.clause.tense == "infinitive"
        return act.inner if is_visit or (act.inner.event == "ACCUSE" and act.part.lemma != "call") else None

    def _framed(self, act: Act, level: list[int]) -> Telling | None:
        nouns = [name for head in level for name in self._noun_names(head)]
        event = self._defaults.framed(act.names, nouns) or self._framed_by_lexicon(act, nouns)
        if event == "MOBILIZE" and (self._is_given(act.part, nouns) or self._has_below(act.part, "helping")):
            event = "AID"  # troops and arms that are sent to help, or given
        if event == "ASSAULT" and self._is_into_sea(act.part):
            event = "MOBILIZE"
        return None if event is None else Telling(self._together(event, act, nouns), "frame")

    def _framed_by_lexicon(self, act: Act, nouns: list[str]) -> str | None:
        rows = (row for name in act.names for row in self._lexicon.rows_for("frame", name))
        return next((row.event for row in rows if _is_plain(row) and not set(row.nouns).isdisjoint(nouns)), None)

    def _carried(self, act: Act, level: list[int]) -> Telling | None:
        """Return what the noun tells that a light verb, or one that tells nothing itself, carries."""
        if not self.is_light(act.number) and self._bare(act) is not None:
            return None
        for head in level:
            number = self._at.get(head)
            told = (
                self._named(head)
                if number is None
                else self._paper(head, number, act) or self.tell(number, act.depth + 1)
            )
            if told is not None:
                event = self._together(told.event, act, list(self._noun_names(head)))
                return Telling(event, "noun" if told.means != "wrapper" else "wrapper")
        return None

    def _paper(self, head: int, number: int, act: Act) -> Telling | None:
        """Return what a letter or statement says in the clause that hangs from it."""
        if self.sentence.tokens[head].lemma.lower() not in self._defaults.lists["papers"]:
            return None
        parts = self.sentence.predications
        clauses = [n for n in self._embedded[number] if parts[n].link in ("acl", "relcl")]
        clauses += [n for n in self._embedded[act.number] if parts[n].link == "advcl" and parts[n].tense == "gerund"]
        return next((told for n in clauses if (told := self.tell(n, act.depth + 1)) is not None), None)

    def _together(self, event: str, act: Act, nouns: list[str]) -> str:
        """Drills are held alone, or together with the recipient."""
        if event != "MOBILIZE" or self._defaults.lists["drills"].isdisjoint(nouns):
            return event
        return "COOPERATE" if self._is_beside(act.part) else event

    def _is_beside(self, part: Predication) -> bool:
        """Say whether the recipient stands beside the doer: as a subject too, or behind "with"."""
        heads = {*part.subjects, *part.heads_after("with", "between", "by", "alongside")}
        heads |= {h for o in part.objects for h in self._held(o, "with", "between", "by", "of")}
        near = {h for head in heads for h in self._held(head, "poss", "modifier")}
        return not self._recipient.isdisjoint(heads | near)

    def _side_by_side(self, act: Act, told: Telling | None) -> Telling | None:
        """Whatever the two sides do together is cooperation, unless they talk, agree or turn against somebody."""
        if (told is not None and told.event not in SHARED) or not self._is_beside(act.part):
            return told
        words = self._defaults.lists["together"]
        below = {child.lemma.lower() for child in self.sentence.children(act.part.predicate)}
        below |= {self.sentence.tokens[h].lemma.lower() for o in act.part.objects for h in self._held(o, "modifier")}
        return told if words.isdisjoint(below) else Telling("COOPERATE", "frame")

    def _is_given(self, part: Predication, nouns: list[str]) -> bool:
        if part.indirect_objects:
            return True
        is_gear = not self._defaults.lists["gear"].isdisjoint(nouns) and part.lemma == "send"
        return is_gear and not self._recipient.isdisjoint(part.heads_after("to", "for"))

    def _is_into_sea(self, part: Predication) -> bool:
        heads = part.heads_after("into", "toward", "towards", "over", "off", "in")
        return any(self.sentence.tokens[head].lemma.lower() in self._defaults.lists["seas"] for head in heads)

    def _has_below(self, part: Predication, words: str) -> bool:
        known = self._defaults.lists[words]
        return any(self.sentence.tokens[i].lemma.lower() in known for i in self.sentence.subtree(part.predicate))

    def _bare(self, act: Act) -> Telling | None:
        for name in act.names:
            event = self._defaults.verbs.get(name)
            if event is not None:
                return Telling(event, "verb")
        rows = [row for name in act.names for row in self._lexicon.rows_for("verb", name)]
        return Telling(rows[0].event, "verb") if rows else None

    def _named(self, head: int) -> Telling | None:
        """Return the type of a noun by its name, with a modifier first, then bare."""
        for name in self._noun_names(head):
            event = self._defaults.nouns.get(name)
            if event is not None:
                return Telling(event, "noun")
        return None

    def _below(self, act: Act) -> Telling | None:
        if act.part.kind == "noun":
            return None
        inside = (n for n in self._embedded[act.number] if not act.part.is_negated or not self._is_subject(n))
        tellings = (self.tell(number, act.depth + 1) for number in inside)
        return next((told for told in tellings if told is not None), None)

    def _is_subject(self, number: int) -> bool:
        return self.sentence.predications[number].link == "subject"

    def _content(self, act: Act) -> Telling | None:
        """Return what the nouns inside a word around them tell: "offered talks", "a threat of war"."""
        levels = list(self._levels(act.part))[:2]
        for head in (*levels[0], *act.part.heads_after("to", "on", "of", "for"), *levels[1]):
            number = self._at.get(head)
            told = self._named(head) if number is None else self.tell(number, act.depth + 1)
            if told is not None:
                return told
        return None

    # --- what stands where -----------------------------------------------------------------------------------

    def _names(self, number: int) -> tuple[str, ...]:
        """Return the names that the table may know a predicate by: with particle, with a preposition, bare."""
        part = self.sentence.predications[number]
        words = [part.particle] if part.particle else []
        words += ["as"] if any(t.relation == "oprd" for t in self.sentence.children(part.predicate)) else []
        words += [oblique.preposition for oblique in part.obliques if not self._are_times(oblique.heads)]
        words += [link for n in self._embedded[number] if (link := self.sentence.predications[n].link) is not None]
        named = [f"{part.lemma} {word}" for word in words if word not in NO_PREPOSITIONS]
        return (*named, *self._hyphened(part.predicate), part.lemma)

    def _are_times(self, heads: tuple[int, ...]) -> bool:
        tokens = [self.sentence.tokens[head] for head in heads]
        return all(token.pos == "NUM" or token.lemma.lower() in self._defaults.lists["times"] for token in tokens)

    def _clause(self, number: int) -> int | None:
        """Return the number of the clause inside a predication: its complement, else its gerund or infinitive."""
        parts = self.sentence.predications
        inside = [n for n in self._embedded[number] if parts[n].kind != "noun"]
        objects = [n for n in self._embedded[number] if parts[n].kind == "noun" and parts[n].link == "object"]
        infinitives = [n for o in (number, *objects) for n in self._embedded[o] if parts[n].tense == "infinitive"]
        ways: tuple[Iterator[int], ...] = (
            (n for n in inside if parts[n].link in CLAUSES),
            (n for n in inside if parts[n].tense == "gerund" and parts[n].link not in NO_PREPOSITIONS),
            (n for n in infinitives if parts[n].link in ("acl", "relcl", "advcl", "xcomp")),
        )
        return next((n for way in ways for n in way), None)

    def _levels(self, part: Predication) -> Iterator[list[int]]:
        """Yield the heads that a verb's act may be told by: its objects, what those hold, its other arguments."""
        objects = [*part.objects, *self._attributes.get(part.predicate, ())]
        if self._only_occurs(part):
            objects = [*part.subjects]
        amounts = [head for head in objects if self._is_amount(head)]
        yield [*(inner for head in amounts for inner in self._held(head, "of", "modifier")), *objects]
        yield [inner for head in objects for inner in self._held(head, "of", "in", "on", "for")]
        others = [head for oblique in part.obliques for head in oblique.heads]
        yield others
        yield [inner for head in others for inner in self._held(head, "of")]

    def _held(self, head: int, *prepositions: str) -> tuple[int, ...]:
        number = self._at.get(head)
        if number is not None:
            return self.sentence.predications[number].heads_after(*prepositions)
        if "of" not in prepositions:
            return ()
        inner = [child.index for child in self.sentence.children(head) if child.text.lower() == "of"]
        return tuple(part.index for i in inner for part in self.sentence.children(i) if part.relation == "pobj")

    def _modifiers(self, head: int) -> tuple[int, ...]:
        if head in self._at:
            return self._held(head, "modifier")
        return tuple(t.index for t in self.sentence.children(head) if t.relation in ("compound", "amod", "nmod"))

    def _is_amount(self, head: int) -> bool:
        token = self.sentence.tokens[head]
        return token.pos in ("NUM", "SYM") or token.lemma.lower() in self._defaults.lists["amounts"]

    def _noun_names(self, head: int) -> Iterator[str]:
        lemma = self.sentence.tokens[head].lemma.lower()
        for modifier in self._modifiers(head):
            yield f"{self.sentence.tokens[modifier].lemma.lower()} {lemma}"
        yield from self._hyphened(head)
        yield lemma

    def _hyphened(self, index: int) -> Iterator[str]:
        """Yield the word that a hyphen makes of a token and the one before it: "sit-in", "test-fire"."""
        tokens = self.sentence.tokens
        if index > 1 and tokens[index - 1].text == "-" and tokens[index - 1].end == tokens[index].start:
            yield f"{tokens[index - 2].lemma.lower()}-{tokens[index].lemma.lower()}"

    def _is_own(self, clause: Predication) -> bool:
        """Say whether a clause's doer is the speaker himself, as far as can be told: a pronoun, or nobody."""
        heads = clause.objects if clause.voice == "passive" else clause.subjects
        return clause.is_shared_subject or all(self.sentence.tokens[h].text.lower() in OWN for h in heads)

    def _is_recipient(self, clause: Predication) -> bool:
        heads = clause.objects if clause.voice == "passive" else clause.subjects
        return any(
            not self._recipient.isdisjoint((head, *self._held(head, "poss", "modifier", "of"))) for head in heads
        )

    def _is_for_others(self, act: Act) -> bool:
        """Say whether what is wanted is another's deed: "wants Chad to go", "seeks Chad's support"."""
        if act.clause is None:
            return True
        return bool(act.part.objects) or not self._is_own(act.clause)
