"""Which predications govern the two given sides, and what they tell: sentences and spans in, tellings in order out.

First those that the actor does and that hold the recipient; then, climbing from the head of a side towards the
root, every predication passed on the way; then the same from the recipient; at last any predication at all.  To let
another predication answer in place of one (a light verb for its noun), see `Arguments.place`.
"""

from collections.abc import Iterator, Sequence

from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Sentence, Span
from dragoman.runs.composing import Telling
from dragoman.runs.defaults import Defaults
from dragoman.runs.telling import Teller

COPULAS = frozenset("be become remain stay seem appear stand look feel get".split())


def find_told(
    sentences: Sequence[Sentence], defaults: Defaults, lexicon: Lexicon, *, sides: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[tuple[str, Telling]]:
    """Yield what is told, with the role of the predication that tells it: path, recipient or any."""
    actor, recipient = sides
    parsed = [sentence for sentence in sentences if sentence.tokens]
    tellers = [Teller(sentence, defaults, lexicon, tokens_in(sentence, recipient)) for sentence in parsed]
    for role, side, other in (("path", actor, recipient), ("recipient", recipient, actor)):
        for teller in tellers:
            sentence = teller.arguments.sentence
            numbers = find_governing(sentence, tokens_in(sentence, side), tokens_in(sentence, other))
            if role == "recipient":  # of "called for talks with them" the verb tells
                numbers = nouns_last(sentence, numbers)
            yield from _told_by(teller, numbers, role)
    for teller in tellers:
        parts = teller.arguments.parts
        yield from _told_by(teller, nouns_last(teller.arguments.sentence, range(len(parts))), "any")


def nouns_last(sentence: Sentence, numbers: Sequence[int]) -> list[int]:
    """Return predications by number with verbs and adjectives before nouns, else in their order."""
    return sorted(numbers, key=lambda number: sentence.predications[number].kind == "noun")


def _told_by(teller: Teller, numbers: Sequence[int], role: str) -> Iterator[tuple[str, Telling]]:
    for number in dict.fromkeys(teller.arguments.place(number) for number in numbers):
        told = teller.tell(number)
        if told is not None:
            yield role, told


def tokens_in(sentence: Sentence, spans: Sequence[Span]) -> frozenset[int]:
    """Return the indices of the tokens that stand in any of the spans."""
    return frozenset(
        token.index for token in sentence.tokens if any(span.meets(Span(token.start, token.end)) for span in spans)
    )


def heads_of(sentence: Sentence, side: frozenset[int]) -> list[int]:
    """Return the heads of a side: its tokens whose governor stands outside of it."""
    heads = [i for i in sorted(side) if sentence.tokens[i].head not in side or sentence.tokens[i].head == i]
    return [i for i in heads if sentence.tokens[i].pos not in ("PUNCT", "SPACE", "ADP", "DET")] or heads


def find_governing(sentence: Sentence, side: frozenset[int], other: frozenset[int]) -> list[int]:
    """Return the numbers of the predications that govern a side, those first that it does and that hold the other."""
    heads = heads_of(sentence, side)
    done = [
        number
        for number, part in enumerate(sentence.predications)
        if part.predicate not in side and not side.isdisjoint(part.subjects)
    ]
    holding = [number for number in done if not other.isdisjoint(domain(sentence, number))]
    depth = {number: _depth(sentence, number) for number in holding}
    holding.sort(key=lambda number: depth[number])
    climbed = [number for head in heads for number in _climb(sentence, head, side | other)]
    return list(dict.fromkeys([*holding, *climbed, *done]))


def domain(sentence: Sentence, number: int) -> frozenset[int]:
    """Return the tokens below a predicate, without the clauses coordinated with it."""
    part = sentence.predications[number]
    inside = set(sentence.subtree(part.predicate))
    for other in sentence.predications:
        token = sentence.tokens[other.predicate]
        if token.relation == "conj" and token.head == part.predicate and other.kind == part.kind:
            inside -= set(sentence.subtree(other.predicate))
    return frozenset(inside)


def _depth(sentence: Sentence, number: int) -> int:
    depth, parent = 0, sentence.predications[number].parent
    while parent is not None and depth < len(sentence.predications):
        depth, parent = depth + 1, sentence.predications[parent].parent
    return depth


def _climb(sentence: Sentence, head: int, side: frozenset[int]) -> Iterator[int]:
    """Yield the numbers of the predications on the way from a head to the root."""
    at = {part.predicate: number for number, part in enumerate(sentence.predications)}
    current = head
    for _ in range(len(sentence.tokens)):
        governor = sentence.tokens[current].head
        if governor == current:
            return
        current = governor
        if current in side:
            continue
        if sentence.tokens[current].lemma in COPULAS:
            yield from _said_of(sentence, current)
        if current in at:
            yield at[current]


def _said_of(sentence: Sentence, copula: int) -> Iterator[int]:
    """Yield the predicative adjectives of a copula."""
    for number, part in enumerate(sentence.predications):
        if part.kind == "adjective" and sentence.tokens[part.predicate].head == copula:
            yield number
