"""The search language: `words` that must all be there, "a phrase", -without, prefix*.

Comes in: what a user typed.  Goes out: `Asked`, terms of folded words that each back end turns into its own query and
that `find_hits` looks for in a text.  A word that folds to several ("U.S.", "non-state") is a phrase of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import BadUse
from dragoman.stores.folding import Word, find_words

MOST_TERMS = 50
_HINT = 'a search is words, "a phrase", -without and begin*'
_TERM = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one behind the other; with `is_prefix` the last one may go on."""

    words: tuple[str, ...]
    is_prefix: bool = False

    @property
    def is_phrase(self) -> bool:
        """Whether the order of words matters."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: the terms that must be there, at least one, and those that must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


def read_search(typed: str) -> Asked:
    """Return the search that a user typed; BadUse, with a hint, for what is none."""
    if typed.count('"') % 2:
        raise BadUse(f"the search {typed!r} has a quotation mark that is not closed; {_HINT}")
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for minus, phrase, word in _TERM.findall(typed):
        term = _term_of(phrase, is_prefix=False) if phrase else _term_of(word, is_prefix=word.endswith("*"))
        if term is not None:
            (unwanted if minus else wanted).append(term)
    if not wanted:
        missing = "only says what must not be there" if unwanted else "holds no word"
        raise BadUse(f"the search {typed!r} {missing}; {_HINT}")
    if len(wanted) + len(unwanted) > MOST_TERMS:
        raise BadUse(f"the search has more than {MOST_TERMS} terms; search for fewer words at once")
    return Asked(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def find_hits(asked: Asked, text: str) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of what was asked for in a text, in order; None where the search does not find the text."""
    words = find_words(text)
    spans: set[tuple[int, int]] = set()
    for term in asked.wanted:
        hits = _hits_of(term, words)
        if not hits:
            return None
        spans.update(hits)
    if any(_hits_of(term, words) for term in asked.unwanted):
        return None
    return tuple(sorted(spans))


def _term_of(typed: str, *, is_prefix: bool) -> Term | None:
    words = tuple(word.text for word in find_words(typed))
    return Term(words, is_prefix) if words else None


def _hits_of(term: Term, words: Sequence[Word]) -> list[tuple[int, int]]:
    size = len(term.words)
    return [
        (words[place].start, words[place + size - 1].end)
        for place in range(len(words) - size + 1)
        if _stands_at(term, words, place)
    ]


def _stands_at(term: Term, words: Sequence[Word], place: int) -> bool:
    *before, last = term.words
    if any(words[place + step].text != word for step, word in enumerate(before)):
        return False
    found = words[place + len(before)].text
    return found.startswith(last) if term.is_prefix else found == last
