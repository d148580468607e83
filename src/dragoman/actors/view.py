"""One sentence with its names laid over its tokens, and the noun phrases in it.

In: a parsed `Sentence` and `Knowledge`.  Out: `View` (children by token, name hit by token) and
`Phrase` (what stands round a noun).  To read another construction, give `Phrase` the part it needs.
"""

from dataclasses import dataclass

from dragoman.actors import words
from dragoman.knowledge import Knowledge, KnownName, NameHit
from dragoman.records import Sentence, Token

# What belongs to a phrase as it is written, behind common nouns and behind names.
SPAN_PREPOSITIONS = frozenset({"of", "for", "from", "in", "at"})
SPAN_PREPOSITIONS_OF_NAMES = frozenset({"of"})
GOING_NOUNS = frozenset({"ambassador", "envoy", "adviser", "advisor", "representative", "delegate"})  # "envoy to Peru"
TRAILING = frozenset(
    {"relcl", "acl", "advcl", "punct", "cc", "conj", "appos", "advmod", "npadvmod", "dep", "parataxis"}
)
# What no noun phrase runs across: a dateline ("LIMA (Wire) -- Police …") is not part of the phrase behind it.
BREAKS = frozenset({"(", ")", "—", "--", ":", ";"})


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as this room sees it: `branches` lists each token's children, `hits` the name it lies in."""

    sentence: Sentence
    branches: tuple[tuple[int, ...], ...]
    hits: tuple[NameHit | None, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def word(self, index: int) -> str:
        """Return the token's text in lower case, "" outside the sentence."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def lemma(self, index: int) -> str:
        """Return the token's lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def text(self, first: int, last: int) -> str:
        """Return the words from token `first` to token `last` as written."""
        start = self.sentence.start
        return self.sentence.text[self.tokens[first].start - start : self.tokens[last].end - start]

    def with_relation(self, index: int, *relations: str) -> tuple[int, ...]:
        """Return the children of a token that hang from it by one of these relations."""
        return tuple(child for child in self.branches[index] if self.tokens[child].relation in relations)

    def names(self, index: int) -> tuple[KnownName, ...]:
        """Return the known names that the token lies in, all of the first one's kind."""
        hit = self.hits[index] if 0 <= index < len(self.hits) else None
        if hit is None:
            return ()
        return tuple(name for name in hit.names if name.kind == hit.names[0].kind)

    def hit_bounds(self, index: int) -> tuple[int, int]:
        """Return the first and the last token of the name that the token lies in."""
        first = last = index
        while first > 0 and self.hits[first - 1] is not None and self.hits[first - 1] == self.hits[index]:
            first -= 1
        while last + 1 < len(self.hits) and self.hits[last + 1] is not None and self.hits[last + 1] == self.hits[index]:
            last += 1
        return first, last

    def is_plural(self, index: int) -> bool:
        """Say whether the token is a plural noun."""
        return self.tokens[index].tag in ("NNS", "NNPS")

    def is_subject(self, index: int) -> bool:
        """Say whether the token heads a subject."""
        return self.tokens[index].relation in words.SUBJECTS

    def above(self, index: int) -> tuple[int, ...]:
        """Return the tokens that govern a token, the nearest first, each once."""
        found: list[int] = []
        while self.tokens[index].head not in (index, *found):
            index = self.tokens[index].head
            found.append(index)
        return tuple(found)

    def conjunction_root(self, index: int) -> int:
        """Return the first of the conjoined heads that a token is one of."""
        for governor in (index, *self.above(index)):
            if self.tokens[governor].relation != "conj":
                return governor
        return index

    def reach(self, index: int) -> tuple[int, int]:
        """Return the first and last token of the subtree under a token."""
        inside = {index}
        queue = [index]
        while queue:
            fresh = set(self.branches[queue.pop()]) - inside
            inside |= fresh
            queue.extend(fresh)
        return min(inside), max(inside)


def view_sentence(sentence: Sentence, knowledge: Knowledge) -> View:
    """Lay the known names over the tokens of a sentence."""
    branches: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head != token.index:
            branches[token.head].append(token.index)
    hits: list[NameHit | None] = [None] * len(sentence.tokens)
    for hit in knowledge.find_names(sentence.text, sentence.start):
        for token in sentence.tokens:
            if token.start < hit.span.end and hit.span.start < token.end:
                hits[token.index] = hit
    return View(sentence, tuple(tuple(group) for group in branches), tuple(hits))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands round a noun: `core` runs from its first modifier (possessor and determiner aside) to the head.

    `links` are (preposition, object head) pairs, conjoined objects each for themselves.
    """

    head: int
    first: int
    core: tuple[int, ...]
    possessor: int | None
    determiner: str | None
    links: tuple[tuple[str, int], ...]
    appositions: tuple[int, ...]

    def objects_of(self, *prepositions: str) -> tuple[int, ...]:
        """Return the heads that stand behind these prepositions."""
        return tuple(head for preposition, head in self.links if preposition in prepositions)


def phrase_at(view: View, head: int) -> Phrase:
    """Return the phrase round the noun at `head`; a noun that modifies another has what stands left of it."""
    token = view.tokens[head]
    if token.relation in ("compound", "nmod") and token.head > head:
        whole = phrase_at(view, token.head)
        if head in whole.core:
            core = tuple(index for index in whole.core if index <= head)
            return Phrase(head, whole.first, core, whole.possessor, whole.determiner, (), ())
    first = _first_of(view, head)
    possessor = next((child for child in view.with_relation(head, "poss") if child < head), None)
    start = first
    if possessor is not None:
        start = max((child for child in view.branches[possessor] if child < head), default=possessor)
        start = max(start, possessor) + 1
    core = tuple(i for i in range(start, head + 1) if view.tokens[i].relation != "det" or view.tokens[i].head != head)
    determiner = next((view.word(child) for child in view.with_relation(head, "det") if child < head), None)
    appositions = tuple(child for child in view.with_relation(head, "appos") if child > head)
    return Phrase(head, first, core, possessor, determiner, _links(view, head), appositions)


def conjoined(view: View, head: int) -> tuple[int, ...]:
    """Return a head and all heads conjoined to it, in order."""
    found = [head]
    for index in found:
        found.extend(child for child in view.with_relation(index, "conj") if child not in found)
    return tuple(found)


def _first_of(view: View, head: int) -> int:
    first = head
    for child in view.branches[head]:
        if child < head and view.tokens[child].relation in words.PREMODIFIERS:
            first = min(first, view.reach(child)[0])
    breaks = [index for index in range(first, head) if view.word(index) in BREAKS or _is_dash(view, index)]
    return max(breaks) + 1 if breaks else first


def _is_dash(view: View, index: int) -> bool:
    """Say whether a hyphen stands between blanks, as a dash does."""
    before, token = view.tokens[index - 1] if index else None, view.tokens[index]
    return token.text in ("-", "–") and before is not None and before.end < token.start


def _links(view: View, head: int) -> tuple[tuple[str, int], ...]:
    pairs: list[tuple[str, int]] = []
    behind = (head + 1,) if view.word(head + 1) in ("of", "from") else ()  # theirs, wherever the parser hangs it
    for preposition in dict.fromkeys((*behind, *view.with_relation(head, "prep"))):
        if preposition > head:
            pairs.extend(_objects(view, preposition))
    return tuple(pairs)


def _objects(view: View, preposition: int) -> list[tuple[str, int]]:
    pairs: list[tuple[str, int]] = []
    for thing in view.with_relation(preposition, "pobj"):
        pairs.extend((view.word(preposition), member) for member in conjoined(view, thing))
    return pairs


def phrase_end(view: View, head: int) -> int:
    """Return the last token of the phrase round `head`, without clauses and appositions behind it."""
    last = view.hit_bounds(head)[1] if view.hits[head] is not None else head
    allowed = SPAN_PREPOSITIONS if view.tokens[head].pos == "NOUN" else SPAN_PREPOSITIONS_OF_NAMES
    allowed = allowed | {"to"} if view.lemma(head) in GOING_NOUNS else allowed
    for preposition in view.with_relation(head, "prep"):
        if view.word(preposition) in allowed and preposition > head:
            last = max(last, _trimmed_end(view, preposition))
    return last


def _trimmed_end(view: View, index: int) -> int:
    """Return the last token under a preposition, clauses and what is beside it left out."""
    last = index
    is_object = view.tokens[index].relation == "pobj"
    for child in view.branches[index]:
        relation = view.tokens[child].relation
        if child < index:
            continue
        if relation not in TRAILING or (relation == "conj" and is_object):
            last = max(last, _trimmed_end(view, child))
    return last
