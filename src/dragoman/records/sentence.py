"""Sentences, their tokens, and the predications in them: no parser object ever leaves `sentences/`.

Token indices count from 0 within the sentence; offsets are those of the article's canonical text.
"""

from dataclasses import dataclass

from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place in the canonical text and in the parse.

    `pos` is a universal part of speech, `tag` the parser's own; `head` is the index of the governing
    token, the token's own index at the root; `relation` is the parser's label (spaCy's English labels:
    nsubj, dobj, prep, pobj, poss, compound, amod, appos, conj …).
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: the preposition in lower case ("because of" joined) and the heads it governs."""

    preposition: str
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Predication:
    """One thing said: a predicate and who fills which place.

    `predicate` is a token index; `lemma` its lemma; `particle` a verb's particle ("call" + "off").
    `kind` is "verb", "noun" (an event noun with its possessor, of-phrase and prepositions) or "adjective"
    (what a copula says: "is ready to").  For a passive the grammatical subject stands in `objects` and
    the by-phrase in `subjects`, so that `subjects` always holds the doer.  Conjoined heads are all
    listed.  `is_shared_subject` tells that the subject came from a governing or conjoined clause.
    `parent` is the index, in the sentence's list, of the predication this one is embedded in, and
    `link` how: xcomp, ccomp, advcl, relcl, acl, pcomp, conj, object (an event noun that is the verb's
    object: "hold talks"), subject, or a preposition.
    `modal` is the modal verb in force ("may", "will", "would", "should" …; "to" for headline futures).
    """

    predicate: int
    lemma: str
    kind: str
    particle: str | None = None
    voice: str = "active"
    is_negated: bool = False
    modal: str | None = None
    tense: str | None = None  # "past", "present", "infinitive", "gerund"
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    indirect_objects: tuple[int, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    is_shared_subject: bool = False
    parent: int | None = None
    link: str | None = None

    def heads_after(self, *prepositions: str) -> tuple[int, ...]:
        """Return the heads that stand after any of these prepositions, in order."""
        return tuple(head for oblique in self.obliques if oblique.preposition in prepositions for head in oblique.heads)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    `section` and `sequence` are those of its block; `number` counts all sentences of the article from 0.
    `published` is the time that relative dates in it start from.  An unparsed sentence has no tokens.
    """

    number: int
    section: str
    sequence: int
    start: int
    end: int
    text: str
    published: str | None = None
    is_headline: bool = False
    tokens: tuple[Token, ...] = ()
    predications: tuple[Predication, ...] = ()

    @property
    def span(self) -> Span:
        """The sentence's place in the canonical text."""
        return Span(self.start, self.end)

    def children(self, index: int) -> tuple[Token, ...]:
        """Return the tokens governed directly by the token at `index`, in order."""
        return tuple(token for token in self.tokens if token.head == index and token.index != index)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indices of the token at `index` and all that hangs from it, in order."""
        inside = {index}
        grown = True
        while grown:
            more = {token.index for token in self.tokens if token.head in inside} - inside
            inside |= more
            grown = bool(more)
        return tuple(sorted(inside))

    def span_of(self, first: int, last: int) -> Span:
        """Return the canonical span from the token at `first` to the one at `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)
