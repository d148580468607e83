"""Tagged words of a headline in, the same words with heads and relations out, without the parser.

Headlines drop articles and auxiliaries, put the future as "to" and coordinate with commas, and a parser
trained on sentences misreads four in ten.  Here they are read left to right as phrases: the noun
phrases before the verb are its subjects, those after it its objects, and so on.  The relations are
named as the parser names them, so that `predications.py` and all that follows treat both alike.
"""

import dataclasses
from collections.abc import Sequence

from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X")
HEADS = ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X")
MODALS = frozenset("may might could can will would must should shall".split())
CLAUSE_OPENERS = frozenset("as after before while when amid following despite since because if until unless".split())
NOUN_PREPOSITIONS = frozenset("of between".split())
BE = frozenset("is are was were be been being".split())
FINITE = ("VBZ", "VBP", "VBD")
PASSIVE_FOLLOWERS = frozenset("in by at near over during after as on for amid off from outside with , ; .".split())
MONEY = frozenset({"$", "€", "£"})
QUOTES = frozenset("\"'“”‘’«»")
PREFIX_WORDS = 6  # "Foreign ministry spokesman: …": a longer stretch before a colon is a clause of its own


@dataclasses.dataclass(slots=True)
class Plan:
    """The heads and relations while they are being found; starts with every word on its own."""

    tokens: list[Token]
    lexicon: Lexicon

    def attach(self, index: int, head: int, relation: str) -> None:
        """Hang one token from another."""
        self.tokens[index] = dataclasses.replace(self.tokens[index], head=head, relation=relation)

    def retag(self, index: int, tag: str, pos: str) -> None:
        """Give a token another part of speech; its lemma follows where it is a verb's plain form in -s."""
        self.tokens[index] = dataclasses.replace(self.tokens[index], tag=tag, pos=pos)


@dataclasses.dataclass(slots=True)
class Reading:
    """Where the reader stands: the verb in force, what waits for a verb, and what a preposition hangs from."""

    verb: int | None = None
    waiting: list[int] = dataclasses.field(default_factory=list)
    last_noun: int | None = None
    preposition: int | None = None
    opener: int | None = None
    is_after_comma: bool = False
    main: int | None = None


def read_headline(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """Return a headline's tokens with heads and relations."""
    if not tokens:
        return ()
    plan = Plan([dataclasses.replace(token, head=token.index, relation="ROOT") for token in tokens], lexicon)
    start, end = core_bounds(tokens)
    _mend_tags(plan, start, end)
    _read_phrases(plan, start, end)
    return tuple(plan.tokens)


def core_bounds(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the token range of the headline proper, without "Speaker: " before it or " - Speaker" behind."""
    start, end = 0, len(tokens)
    for position, token in enumerate(tokens[: PREFIX_WORDS + 1]):
        if token.text == ":" and 0 < position < len(tokens) - 2:
            start = position + 1
            break
    for position in range(len(tokens) - 1, max(start + 2, len(tokens) - PREFIX_WORDS), -1):
        if tokens[position].text in ("-", "–", "—", "|") and _stands_free(tokens, position):
            end = position
            break
    return start, end


def _stands_free(tokens: Sequence[Token], position: int) -> bool:
    """A dash between spaces parts; one inside "live-fire" joins."""
    if position + 1 >= len(tokens):
        return False
    before, dash, after = tokens[position - 1 : position + 2]
    return before.end < dash.start and dash.end < after.start


def _mend_tags(plan: Plan, start: int, end: int) -> None:
    """Mend the tagger's slips that headlines provoke: verbs in -s read as nouns, participles as pasts."""
    for index in range(start, end):
        token = plan.tokens[index]
        before = plan.tokens[index - 1] if index > start else None
        after = plan.tokens[index + 1] if index + 1 < end else None
        if token.text.lower() == "to" and after is not None and _could_be_base(plan, after):
            plan.retag(index + 1, "VB", "VERB")
        elif token.tag == "VBD" and _is_passive_place(before, after):
            plan.retag(index, "VBN", "VERB")
    if not any(_leads_clause(plan, index, end) for index in range(start, end)):
        _find_hidden_verb(plan, start, end)


def _leads_clause(plan: Plan, index: int, end: int) -> bool:
    tag = plan.tokens[index].tag
    if tag in ("VBN", "VBG"):
        following = plan.tokens[index + 1] if index + 1 < end else None
        return following is None or following.pos not in ("NOUN", "PROPN", "ADJ")
    return tag in (*FINITE, "MD", "VB")


def _could_be_base(plan: Plan, token: Token) -> bool:
    if token.tag == "VB":
        return True
    return token.tag in ("NN", "VBP", "JJ") and plan.lexicon.knows_verb(token.lemma.lower())


def _is_passive_place(before: Token | None, after: Token | None) -> bool:
    """Say whether a bare past stands as in "three soldiers killed in …": behind a noun, no object after."""
    if before is None or before.pos not in ("NOUN", "PROPN", "NUM", "ADV"):
        return False
    return after is None or after.text.lower() in PASSIVE_FOLLOWERS


def _find_hidden_verb(plan: Plan, start: int, end: int) -> None:
    """Where no verb was tagged, take the first known verb in -s, or plain form behind a plural, as the verb."""
    for index in range(start + 1, end - 1):
        token, before = plan.tokens[index], plan.tokens[index - 1]
        if token.tag not in ("NNS", "NN", "JJ") or before.pos not in ("NOUN", "PROPN"):
            continue
        if token.text[:1].isupper() and before.text[:1].islower():
            continue
        if token.tag == "NNS" and before.tag in ("NNP", "NN") and plan.lexicon.knows_verb(token.lemma.lower()):
            plan.retag(index, "VBZ", "VERB")
            return
        if token.tag in ("NN", "JJ") and before.tag in ("NNS", "NNPS") and plan.lexicon.knows_verb(token.lemma.lower()):
            plan.retag(index, "VBP", "VERB")
            return


def _read_phrases(plan: Plan, start: int, end: int) -> None:
    reading = Reading()
    index = start
    while index < end:
        token = plan.tokens[index]
        lower = token.text.lower()
        if token.text in QUOTES:
            index += 1
        elif lower in CLAUSE_OPENERS and token.pos != "NOUN" and _opens_clause(plan, index, end):
            _open_clause(reading, index)
            index += 1
        elif _is_verb_group(plan, index, end):
            index = _take_verb(plan, reading, index, end)
        elif token.pos in ("ADP", "SCONJ") or (token.tag in ("IN", "TO") and lower != "that"):
            _take_preposition(plan, reading, index)
            index += 1
        elif token.pos in NOMINAL:
            index = _take_noun_phrase(plan, reading, index, end)
        else:
            reading.is_after_comma = token.text in (",", ";", "and", "&") or token.tag == "CC"
            if token.text in (",", ";"):
                reading.preposition = None
                _close_opened_clause(reading)
            index += 1
    if reading.verb is None:
        _join(plan, reading.waiting)


def _open_clause(reading: Reading, index: int) -> None:
    reading.opener, reading.preposition, reading.is_after_comma = index, None, False
    reading.main = reading.verb if reading.main is None else reading.main
    reading.verb, reading.waiting, reading.last_noun = None, [], None


def _close_opened_clause(reading: Reading) -> None:
    """A comma ends a clause that opened the headline: "As A talks to B, C offers …"."""
    if reading.opener is not None and reading.verb is not None and reading.main is None:
        reading.opener, reading.verb, reading.waiting, reading.last_noun = None, None, [], None


def _opens_clause(plan: Plan, index: int, end: int) -> bool:
    """Say whether a finite verb or participle follows: "after talks" is a phrase, "after A met B" a clause."""
    for later in range(index + 1, end):
        if plan.tokens[later].text in (",", ";"):
            return False
        if plan.tokens[later].tag in (*FINITE, "VBN", "VBG", "MD"):
            return True
    return False


def _is_verb_group(plan: Plan, index: int, end: int) -> bool:
    token = plan.tokens[index]
    if token.tag == "MD" or token.text.lower() in BE:
        return True
    if token.text.lower() == "to":
        return index + 1 < end and plan.tokens[index + 1].tag == "VB"
    if token.pos != "VERB":
        return False
    if token.tag in ("VBN", "VBG"):
        following = plan.tokens[index + 1] if index + 1 < end else None
        before = plan.tokens[index - 1] if index else None
        is_modifier = (
            following is not None
            and following.pos in ("NOUN", "PROPN", "ADJ")
            and (before is None or before.pos in ("ADJ", "DET", "ADP", "VERB", "NUM", "PUNCT", "PART"))
        )
        return not is_modifier
    return True


def _take_verb(plan: Plan, reading: Reading, index: int, end: int) -> int:
    """Read a verb with its auxiliaries, give it the subjects that wait, and hang it from the verb before."""
    auxiliaries: list[int] = []
    position = index
    while position < end and _is_auxiliary(plan, position, end):
        auxiliaries.append(position)
        position += 1
    if position >= end or plan.tokens[position].pos not in ("VERB", "AUX"):
        return max(position, index + 1)
    verb = position
    has_be = any(plan.tokens[part].text.lower() in BE for part in auxiliaries)
    is_passive = plan.tokens[verb].tag == "VBN" and (has_be or not _has_object(plan, verb, end))
    is_infinitive = bool(auxiliaries) and plan.tokens[auxiliaries[0]].text.lower() == "to"
    if plan.tokens[verb].tag == "VBN" and not is_passive:
        plan.retag(verb, "VBD", "VERB")
    for part in auxiliaries:
        relation = "auxpass" if is_passive and plan.tokens[part].text.lower() in BE else "aux"
        plan.attach(part, verb, "neg" if plan.tokens[part].text.lower() in ("not", "n't", "never") else relation)
    _place_verb(plan, reading, verb, is_passive=is_passive, is_infinitive=is_infinitive, auxiliaries=auxiliaries)
    reading.verb, reading.preposition, reading.last_noun, reading.is_after_comma = verb, None, None, False
    return verb + 1


def _is_auxiliary(plan: Plan, index: int, end: int) -> bool:
    token = plan.tokens[index]
    lower = token.text.lower()
    if token.tag == "MD" or lower in ("to", "not", "n't", "never", "has", "have", "had", "did", "does", "do"):
        return index + 1 < end and plan.tokens[index + 1].pos in ("VERB", "AUX", "PART", "ADV")
    return lower in BE and index + 1 < end and plan.tokens[index + 1].tag in ("VBN", "VBG", "RB")


def _has_object(plan: Plan, verb: int, end: int) -> bool:
    following = plan.tokens[verb + 1] if verb + 1 < end else None
    return following is not None and following.pos in (*HEADS, "ADJ", "DET")


def _place_verb(
    plan: Plan, reading: Reading, verb: int, *, is_passive: bool, is_infinitive: bool, auxiliaries: list[int]
) -> None:
    governor = reading.verb
    if governor is None:
        _join(plan, reading.waiting, head=verb, relation="nsubjpass" if is_passive else "nsubj")
        if is_infinitive:  # "A, B to hold talks": the headline's future
            plan.retag(auxiliaries[0], "MD", "AUX")
        if reading.main is not None:
            plan.attach(verb, reading.main, "advcl")
        reading.waiting = []
        return
    if is_infinitive:
        plan.attach(verb, governor, "xcomp")
    elif is_passive and reading.last_noun is not None and not reading.is_after_comma:
        plan.attach(verb, reading.last_noun, "acl")
    elif reading.is_after_comma and reading.waiting:
        _join(plan, reading.waiting, head=verb, relation="nsubj")
        plan.attach(verb, governor, "parataxis")
    else:
        plan.attach(verb, governor, "conj" if reading.is_after_comma else "ccomp")
    reading.waiting = []


def _take_preposition(plan: Plan, reading: Reading, index: int) -> None:
    """Hang a preposition from the event noun or the verb before it."""
    noun = reading.last_noun
    lower = plan.tokens[index].text.lower()
    is_event_noun = noun is not None and bool(plan.lexicon.rows_for("noun", plan.tokens[noun].lemma.lower()))
    if noun is not None and (lower in NOUN_PREPOSITIONS or is_event_noun or reading.verb is None):
        plan.attach(index, noun, "prep")
    elif reading.verb is not None:
        relation = "agent" if lower == "by" and plan.tokens[reading.verb].tag == "VBN" else "prep"
        plan.attach(index, reading.verb, relation)
    plan.retag(index, "IN", "ADP")
    reading.preposition, reading.is_after_comma = index, False


def _take_noun_phrase(plan: Plan, reading: Reading, index: int, end: int) -> int:
    """Read a noun phrase with possessors and modifiers, and put it where the words before call for it."""
    stop = index
    while stop < end and _goes_on(plan, index, stop, end):
        stop += 1
    head = _hang_modifiers(plan, index, stop)
    if head is None:
        return stop
    if _is_shared_modifier(plan, head, stop, end):
        reading.waiting.append(head)
        return stop
    adjectives = [other for other in reading.waiting if plan.tokens[other].pos == "ADJ" or _is_demonym(plan, other)]
    if reading.is_after_comma and adjectives and _is_modified(plan, index, head):
        for other in adjectives:  # "Russian, Turkish diplomats": the adjectives share the noun
            plan.attach(other, head, "amod")
            reading.waiting.remove(other)
    _place_noun_phrase(plan, reading, head)
    return stop


def _goes_on(plan: Plan, first: int, index: int, end: int) -> bool:
    token = plan.tokens[index]
    if token.text in QUOTES:
        return index > first
    if token.tag == "POS":
        return True
    if token.text in MONEY and index > first and plan.tokens[index - 1].pos == "PROPN":
        return False  # "gives Chad $3 million": two phrases, the taker and the gift
    if token.pos in NOMINAL or token.text in MONEY:
        return True
    if token.pos == "VERB" and token.tag in ("VBN", "VBG") and index + 1 < end:
        return not _is_verb_group(plan, index, end)
    return token.text in ("-", "–") and index > first and index + 1 < end and plan.tokens[index + 1].pos in NOMINAL


def _hang_modifiers(plan: Plan, start: int, stop: int) -> int | None:
    """Find the head of a noun phrase (its last noun) and hang the rest from it."""
    heads = [i for i in range(start, stop) if plan.tokens[i].pos in HEADS and plan.tokens[i].tag != "POS"]
    if not heads:
        adjectives = [i for i in range(start, stop) if plan.tokens[i].pos in ("ADJ", "DET")]
        return adjectives[-1] if adjectives else None
    head = heads[-1]
    owner: int | None = None
    for index in range(start, stop):
        token = plan.tokens[index]
        if token.tag == "POS" and index > start:
            owner = index - 1
            plan.attach(index, owner, "case")
            plan.attach(owner, head, "poss")
        elif index != head and token.text not in QUOTES:
            plan.attach(index, head, _modifier_relation(token))
    if owner is not None:
        for index in range(start, owner):
            if plan.tokens[index].head == head and plan.tokens[index].relation != "poss":
                plan.attach(index, owner, plan.tokens[index].relation)
    return head


def _modifier_relation(token: Token) -> str:
    return {"ADJ": "amod", "DET": "det", "NUM": "nummod", "VERB": "amod"}.get(token.pos, "compound")


def _is_shared_modifier(plan: Plan, head: int, stop: int, end: int) -> bool:
    """ "Russian, …": an adjective alone before a comma waits for the noun that it shares."""
    is_alone = plan.tokens[head].pos == "ADJ" or _is_demonym(plan, head)
    return is_alone and stop < end and plan.tokens[stop].text in (",", "and", "&")


def _is_demonym(plan: Plan, index: int) -> bool:
    """A capitalised word in -an, -ish, -ese … alone is read as an adjective of a people."""
    word = plan.tokens[index].text
    return word[:1].isupper() and word.endswith(("an", "ish", "ese", "ian", "ch", "qi", "li", "ni"))


def _is_modified(plan: Plan, start: int, head: int) -> bool:
    return head > start and (plan.tokens[start].pos == "ADJ" or _is_demonym(plan, start))


def _place_noun_phrase(plan: Plan, reading: Reading, head: int) -> None:
    if reading.preposition is not None:
        plan.attach(head, reading.preposition, "pobj")
        reading.last_noun = head
        reading.preposition = None
        return
    if reading.verb is None:
        reading.waiting.append(head)
        reading.last_noun = head
        return
    if reading.is_after_comma and reading.last_noun is not None:
        reading.waiting = [head]  # the subject of a clause to come, or one more object
        plan.attach(head, reading.last_noun, "conj")
    else:
        if reading.last_noun is not None and plan.tokens[reading.last_noun].relation == "dobj":
            plan.attach(reading.last_noun, reading.verb, "dative")  # the noun phrase before it was the taker
        plan.attach(head, reading.verb, "dobj" if plan.tokens[reading.verb].lemma != "be" else "attr")
    reading.last_noun = head
    reading.is_after_comma = False


def _join(plan: Plan, heads: list[int], *, head: int | None = None, relation: str = "ROOT") -> None:
    """Coordinate noun phrases: the first fills the place, the others hang from it."""
    if not heads:
        return
    if head is not None:
        plan.attach(heads[0], head, relation)
    for other in heads[1:]:
        plan.attach(other, heads[0], "conj")
