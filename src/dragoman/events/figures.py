"""Numbers in words or digits, as they stand before a noun: "at least 12", "twenty-one", "two dozen", "1.2 million".

A sentence and a place in it go in, a Figure or None comes out.  What only bounds a number from above, or names a
range or an unclear multitude ("up to 12", "10 to 15", "dozens"), is no figure.
"""

import re
from dataclasses import dataclass

from dragoman.records import Sentence, Token

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = {
    word: 10 * place for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
DIGITS = re.compile(r"\d{1,9}(?:,\d{3}){0,2}(?:\.\d{1,3})?", re.ASCII)
JOINTS = frozenset({"-", "and"})
ARTICLES = frozenset({"a", "an", "another"})
RANGING = frozenset({"to", "or", "-", "–", "between", "and"})
CEILINGS = frozenset({"up to", "many as", "fewer than", "less than", "under", "below", "most"})
# Nouns of many: "a family" killed is no count.
COLLECTIVE = frozenset(
    """family group number crowd couple pair crew convoy handful series lot dozen hundred thousand score majority
population generation village town city team unit patrol squad platoon battalion gang force army police
company staff part quarter third half total militia tribe community base post position building plan proposal
deal bill career""".split()
)
LOOK_BACK = 6  # tokens between a figure and the state that it counts: "12 of them were seriously wounded"
STEPPING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "AUX"})
OF_THEM = frozenset({"of", "them", "whom", "those"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the token indices, both included, of the words that tell it."""

    value: int
    first: int
    last: int


def figure_at(sentence: Sentence, head: int) -> Figure | None:
    """Return how many a noun phrase counts, by the index of its head; None where it gives no number."""
    if _is_numeral(sentence.tokens[head]):
        return _read_around(sentence, head)
    inside = set(sentence.subtree(head))
    index = head - 1
    while index in inside:
        if _is_numeral(sentence.tokens[index]) and not _is_age(sentence.tokens, index):
            return _read_around(sentence, index)
        index -= 1
    return _inner_figure(sentence, head) or _one(sentence, head)


def figure_before(sentence: Sentence, index: int) -> Figure | None:
    """Return the number that stands shortly before a word of state: "nine others injured", "at least 12 dead"."""
    for place in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        token = sentence.tokens[place]
        if _is_numeral(token):
            return _read_around(sentence, place)
        if token.pos not in STEPPING and token.text.lower() not in OF_THEM:
            return None
    return None


def numbers_in(text: str) -> frozenset[int]:
    """Return the numbers that a text tells in one word, digits or letters."""
    words = [word.strip(".,;:()\"'") for word in text.casefold().replace("-", " ").split()]
    named = {word: number for number, word in enumerate(UNITS)} | TENS
    digits = {int(word.replace(",", "")) for word in words if DIGITS.fullmatch(word) and "." not in word}
    return frozenset(digits | {named[word] for word in words if word in named})


def _inner_figure(sentence: Sentence, head: int) -> Figure | None:
    """ "a total of 14 people", "more than 30": the number stands behind the head."""
    if sentence.tokens[head].lemma.lower() not in ("total", "more"):
        return None
    for child in sentence.children(head):
        if child.text.lower() in ("of", "than"):
            for inner in sentence.children(child.index):
                return figure_at(sentence, inner.index)
    return None


def _one(sentence: Sentence, head: int) -> Figure | None:
    """ "a soldier" is one."""
    token = sentence.tokens[head]
    if token.tag not in ("NN", "NNP") or token.lemma.lower() in COLLECTIVE:
        return None
    for child in sentence.children(head):
        if child.relation == "det" and child.text.lower() in ARTICLES and child.index < head:
            return Figure(1, child.index, head)
    return None


def _is_numeral(token: Token) -> bool:
    word = token.text.lower()
    return word in UNITS or word in TENS or word in SCALES or DIGITS.fullmatch(word) is not None


def _read_around(sentence: Sentence, index: int) -> Figure | None:
    """Read the whole number that the token at an index is part of."""
    tokens = sentence.tokens
    first = last = index
    while first > 0 and (_is_numeral(tokens[first - 1]) or _joins(tokens, first - 1)):
        first -= 1
    while last + 1 < len(tokens) and (_is_numeral(tokens[last + 1]) or _joins(tokens, last + 1)):
        last += 1
    if _is_bounded(tokens, first) or _is_part_of_word(tokens, last):
        return None
    words = [token.text.lower() for token in tokens[first : last + 1]]
    if words[0] in SCALES:
        return _round_figure(tokens, first, last)
    value = _value(words)
    return None if value is None else Figure(value, first, last)


def _round_figure(tokens: tuple[Token, ...], first: int, last: int) -> Figure | None:
    """ "a dozen", "half a dozen", "a hundred and five"; "few dozen" and "several hundred" are no numbers."""
    before = [token.text.lower() for token in tokens[max(0, first - 2) : first]]
    if not before or before[-1] not in ARTICLES | {"half"}:
        return None
    value = _value(["one", *(token.text.lower() for token in tokens[first : last + 1])])
    is_half = "half" in before
    if value is None:
        return None
    return Figure(value // 2, first - len(before), last) if is_half else Figure(value, first - 1, last)


def _joins(tokens: tuple[Token, ...], index: int) -> bool:
    return (
        tokens[index].text.lower() in JOINTS
        and 0 < index < len(tokens) - 1
        and _is_numeral(tokens[index - 1])
        and _is_numeral(tokens[index + 1])
    )


def _is_bounded(tokens: tuple[Token, ...], first: int) -> bool:
    """Say whether the words before a number make it the end of a range, or no more than a ceiling."""
    before = [token.text.lower() for token in tokens[max(0, first - 2) : first]]
    if not before:
        return False
    if before[-1] in ("to", "or", "–", "-") and first > 1 and _is_numeral(tokens[first - 2]):
        return True
    return before[-1] in ("$", "€", "£", "between") or before[-1] in CEILINGS or " ".join(before) in CEILINGS


def _is_age(tokens: tuple[Token, ...], index: int) -> bool:
    """ "a 12-year-old boy" is one boy."""
    return [token.text.lower() for token in tokens[index + 1 : index + 3]] == ["-", "year"]


def _is_part_of_word(tokens: tuple[Token, ...], last: int) -> bool:
    """ "10 to 15", "40%", "12m": not a count of its own."""
    after = [token.text.lower() for token in tokens[last + 1 : last + 3]]
    if not after:
        return False
    is_range = after[0] in RANGING and len(after) > 1 and _is_numeral(tokens[last + 2]) and after[0] != "and"
    return is_range or after[0] in ("-", "%", "percent", "per", "m", "bn") or after[0].startswith("year")


def _value(words: list[str]) -> int | None:
    """Return what number words say; None where they say none, or two ("10 and 15", "20-30")."""
    total, current, previous = 0.0, 0.0, ""
    for word in words:
        if word in JOINTS:
            if (word == "-" and previous not in TENS) or (word == "and" and previous not in SCALES):
                return None
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            total, current = (total + current, 0) if SCALES[word] >= SCALES["thousand"] else (total, current)
        elif previous and not (previous in SCALES or previous in ("-", "and") or previous in TENS):
            return None
        else:
            current += _unit(word)
        previous = word
    number = round(total + current, 3)  # 2.3 million is a whole number, whatever floats make of it
    return int(number) if number == int(number) else None


def _unit(word: str) -> float:
    if word in UNITS:
        return UNITS.index(word)
    return TENS[word] if word in TENS else float(word.replace(",", ""))
