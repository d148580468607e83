"""PLOVER's contexts by the words that bring them: one table per language, `data/lexicon/<language>_contexts.toml`.

In comes the table, out comes a ContextTable that finds entries in a row of words, the longest first.  To teach a
context another word, add it to the table; `hints` are for words that tell only where nothing stronger does.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from dragoman.errors import DataError

FIELDS = frozenset({"words", "hints", "sectors", "acts", "between_states", "example"})
Phrase = tuple[str, ...]
Word = tuple[str, ...]  # the forms that a word is looked up by, in lower case: its lemma and its text


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One context: words and hints as written in the table, sectors of parties, and acts that bring it."""

    context: str
    words: tuple[Phrase, ...]
    hints: tuple[Phrase, ...] = ()
    sectors: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    between_states: frozenset[str] = frozenset()
    example: str = ""


@dataclass(frozen=True, slots=True)
class ContextHit:
    """An entry found in a row of words: its context, whether it is but a hint, and its first and last place."""

    context: str
    is_hint: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ContextTable:
    """All contexts of one language; `_by_word` finds entries by their first word, longest first."""

    rows: tuple[ContextRow, ...]
    _by_word: Mapping[str, tuple[tuple[Phrase, tuple[tuple[str, bool], ...]], ...]]

    def find(self, words: Sequence[Word]) -> Iterator[ContextHit]:
        """Yield the entries in a row of words, in order and without overlap."""
        place = 0
        while place < len(words):
            length, contexts = self._longest_at(words, place)
            for context, is_hint in contexts:
                yield ContextHit(context, is_hint, place, place + length - 1)
            place += max(1, length)

    def _longest_at(self, words: Sequence[Word], place: int) -> tuple[int, tuple[tuple[str, bool], ...]]:
        best: tuple[int, tuple[tuple[str, bool], ...]] = (0, ())
        for form in words[place]:
            for phrase, contexts in self._by_word.get(form, ()):
                rest = words[place : place + len(phrase)]
                if len(phrase) > best[0] and len(rest) == len(phrase) and _reads(rest, phrase):
                    best = (len(phrase), contexts)
        return best


def load_contexts(language: str = "en") -> ContextTable:
    """Read the contexts of a language from the package; DataError where the table is off."""
    name = f"{language}_contexts.toml"
    file = resources.files("dragoman.knowledge") / "data" / "lexicon" / name
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    rows = tuple(_row(context, raw, name) for context, raw in table["context"].items())
    return ContextTable(rows, MappingProxyType(_index(rows, _phrases(table["plain"]["words"]))))


def _reads(words: Sequence[Word], phrase: Phrase) -> bool:
    return all(part in forms for part, forms in zip(phrase, words, strict=True))


def _row(context: str, raw: Mapping[str, Any], file: str) -> ContextRow:
    strange = sorted(set(raw) - FIELDS)
    if strange or not raw.get("words"):
        problem = f"has the field {strange[0]!r}" if strange else "has no words"
        raise DataError(f"{file}: context {context!r} {problem}; its fields are {', '.join(sorted(FIELDS))}")
    return ContextRow(
        context=context,
        words=_phrases(raw["words"]),
        hints=_phrases(raw.get("hints", "")),
        sectors=frozenset(raw.get("sectors", "").split()),
        acts=frozenset(raw.get("acts", "").split()),
        between_states=frozenset(raw.get("between_states", "").split()),
        example=raw.get("example", ""),
    )


def _phrases(text: str) -> tuple[Phrase, ...]:
    return tuple(tuple(entry.split("_")) for entry in text.split())


def _index(
    rows: tuple[ContextRow, ...], plain: tuple[Phrase, ...]
) -> dict[str, tuple[tuple[Phrase, tuple[tuple[str, bool], ...]], ...]]:
    told: dict[Phrase, dict[tuple[str, bool], None]] = {phrase: {} for phrase in plain}
    for row in rows:
        for phrase in row.words:
            told.setdefault(phrase, {})[row.context, False] = None
        for phrase in row.hints:
            told.setdefault(phrase, {})[row.context, True] = None
    found: dict[str, list[tuple[Phrase, tuple[tuple[str, bool], ...]]]] = {}
    for phrase, contexts in sorted(told.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(phrase[0], []).append((phrase, tuple(contexts)))
    return {word: tuple(entries) for word, entries in found.items()}
