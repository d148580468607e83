"""A parsed sentence and a verb of speaking in, its subject and its clause out.

Only arcs that the parser draws reliably are used: subjects, clausal complements, conjuncts and participles.
To follow another arc from a verb to the one whose subject it shares, add its label to SHARED.
"""

from collections.abc import Sequence

from dragoman.records import Sentence, Span, Token
from dragoman.spans import speech
from dragoman.spans.speech import words_of

SHARED = frozenset({"conj", "xcomp", "advcl", "dep"})
LOOSE = frozenset({"relcl", "acl", "appos", "punct", "advcl"})
RELATIVES = frozenset({"who", "which", "that"})
# Nouns that carry somebody's words: "issued a statement saying that …" speaks for whoever issued it.
CARRIERS = words_of("commentary interview letter message post speech statement text tweet video")
FARTHEST = 4  # arcs followed from a verb to the subject it shares; beyond that the parse is not believed


def verb_at(sentence: Sentence, start: int) -> Token | None:
    """Return the token that begins at the canonical offset `start`, None where there is no parse."""
    return next((token for token in sentence.tokens if token.start == start), None)


def is_saying(token: Token) -> bool:
    """Say whether the parser read the token as a verb that says, not as a noun or a participle ("the claimed area")."""
    is_participle = token.tag == "VBN" and token.relation in ("amod", "acl")
    return token.pos == "VERB" and not is_participle and token.relation != "amod"


def subject_of(sentence: Sentence, verb: Token) -> Span | None:
    """Return the noun phrase that speaks through `verb`, own subject or shared, None where the parse shows none."""
    current = verb
    for _ in range(FARTHEST):
        own = [child for child in sentence.children(current.index) if child.relation == "nsubj"]
        if own:
            phrase = _joined([_phrase(sentence, _antecedent(sentence, subject, current)) for subject in own])
            return None if _is_parted(sentence, own[-1], current) else phrase
        if any(child.relation in ("nsubjpass", "csubj", "expl") for child in sentence.children(current.index)):
            return None
        governor = sentence.tokens[current.head]
        if current.relation == "pcomp":  # "won votes by saying …"
            governor = sentence.tokens[governor.head]
        elif current.relation == "acl":
            if governor.relation != "dobj" or governor.text.lower() not in CARRIERS:
                return _phrase(sentence, governor) if governor.pos in ("NOUN", "PROPN") else None
            governor = sentence.tokens[governor.head]
        elif current.relation not in SHARED or governor.index == current.index:
            return None
        current = governor
    return None


def _joined(phrases: Sequence[Span]) -> Span:
    """Take the last of several subjects, with those right before it: a title that the parser parts from its name.

    An earlier one is a dateline or a phrase in front.
    """
    first = last = phrases[-1]
    for phrase in reversed(phrases[:-1]):
        if not 0 <= first.start - phrase.end <= 1:
            break
        first = phrase
    return Span(first.start, last.end)


def _is_parted(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Say whether one lone comma parts a subject from its verb: "In Lima, Peru voted" misread as Lima voting."""
    if any(child.relation == "conj" for child in sentence.children(subject.index)):
        return False
    return [token.text for token in sentence.tokens[subject.index : verb.index]].count(",") == 1


def _antecedent(sentence: Sentence, subject: Token, verb: Token) -> Token:
    if subject.text.lower() in RELATIVES and verb.relation == "relcl":
        return sentence.tokens[verb.head]
    return subject


def _phrase(sentence: Sentence, head: Token) -> Span:
    """Return the core of a noun phrase: its modifiers, without clauses and without what a comma parts off."""
    inside = {head.index}
    for token in sentence.tokens:
        if token.index != head.index and _hangs_from(sentence, token, head):
            inside.add(token.index)
    first = last = head.index
    while first - 1 in inside and sentence.tokens[first - 1].text not in (",", ";", ":"):
        first -= 1
    while last + 1 in inside and sentence.tokens[last + 1].text not in (",", ";", ":"):
        last += 1
    joined = [token.index for token in sentence.tokens if token.relation == "conj" and token.head == head.index]
    last = max([last, *joined])  # "Peru, Chile and Bolivia": a comma inside a list parts nothing off
    name = _name_beside(sentence, head, last)
    return sentence.span_of(first, last if name is None else name)


def _hangs_from(sentence: Sentence, token: Token, head: Token) -> bool:
    for _ in range(len(sentence.tokens)):
        if token.index == head.index:
            return True
        if token.relation in LOOSE or token.head == token.index:
            return False
        token = sentence.tokens[token.head]
    return False


def _name_beside(sentence: Sentence, head: Token, last: int) -> int | None:
    """Return the last token of the name set beside a common noun: "the head of the agency, Ana Ruiz"."""
    if head.pos == "PROPN":
        return None
    for child in sentence.children(head.index):
        if child.relation != "appos" or child.pos != "PROPN" or child.index <= last:
            continue
        between = sentence.tokens[last + 1 : child.index]
        if all(token.text == "," or token.pos in ("PROPN", "NOUN", "ADJ") for token in between):
            return child.index
    return None


def clause_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of the clause that `verb` says, None where the parse shows none ("told them to leave")."""
    for child in sentence.children(verb.index):
        if child.relation not in ("ccomp", "parataxis"):
            continue
        is_order = any(
            token.relation == "aux" and token.text.lower() == "to" for token in sentence.children(child.index)
        )
        if not is_order:
            return child
    return None


def start_of_said(sentence: Sentence, verb: Token) -> int | None:
    """Return where the clause behind `verb` begins, past its "that"; None where none stands behind it."""
    clause = clause_of(sentence, verb)
    if clause is None or clause.start < verb.end:
        return None
    for child in sentence.children(clause.index):
        if child.relation == "mark" and child.text.lower() == "that" and child.start >= verb.end:
            return sentence.tokens[child.index + 1].start
    first = next(index for index in sentence.subtree(clause.index) if index > verb.index)
    between = sentence.tokens[verb.index + 1 : first]
    if any(token.relation in ("dobj", "relcl") and token.head != token.index for token in between) and not is_told(
        verb
    ):
        first = verb.index + 1  # the parser took the clause's subject for an object of the verb
    return sentence.tokens[first].start


def is_told(verb: Token) -> bool:
    """Say whether the verb takes its hearer as an object ("told reporters")."""
    return speech.base_of(verb.text) in speech.TO_HEARER


def is_conjunction(sentence: Sentence, end: int) -> bool:
    """Say whether the word that ends at `end`, an offset in the sentence, joins a clause ("that", not "that plan")."""
    return any(token.end - sentence.start == end and token.relation == "mark" for token in sentence.tokens)


def end_of_saying(sentence: Sentence, verb: Token, start: int) -> int | None:
    """Return where the words after `start` leave what `verb` says: a joined main clause, or a contrast to it."""
    for child in sentence.children(verb.index):
        if child.start <= start or child.relation not in ("conj", "advcl"):
            continue
        first = min(sentence.subtree(child.index))
        opening = sentence.tokens[first]
        is_contrast = opening.text.lower() in ("but", "while", "whereas", "although", "though")
        if child.relation == "advcl" and not is_contrast:
            continue
        return _before_joint(sentence, first)
    return None


def _before_joint(sentence: Sentence, first: int) -> int | None:
    """Step back over "," and "and" before the token at `first`; None where no joint parts it off."""
    edge = first
    while edge > 0 and sentence.tokens[edge - 1].text.lower() in (",", ";", "and", "but", "or", "yet", "so"):
        edge -= 1
    is_contrast = sentence.tokens[first].text.lower() in ("but", "while", "whereas", "although", "though")
    return sentence.tokens[edge - 1].end if edge > 0 and (edge < first or is_contrast) else None
