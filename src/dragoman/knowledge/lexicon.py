"""The lexicon of triggers: which words, in which construction, tell which type of event.

One TOML file per event type in `data/lexicon/<language>/`; each row names a rule, its words, the places
where the sides stand, and an example and a counter-example that the tests code.  To add a rule, add a
row; to add a language, add a folder.

Places of a verb: subject, object, indirect, or a preposition.  Places of a noun: poss ("Peru's"),
modifier ("Peruvian"), or a preposition.  "object+" is the object where it is a party, else the party
that the object belongs to ("condemned the attack by rebels", "backed Peru's plan").  In frames
"noun:X" is place X of the frame's noun, and "X.Y" place Y of the nouns that stand at X ("of.by": the release
of drivers by rebels).  Parties that stand nowhere have names of their own: speaker, crowd and number (a bare
number as subject and as object), dwellers (who lives where it is), there (the state of the town), border (whose
border it is), aim (against whom it is meant), bidden (who is to do what a noun asks), condition (on whom it depends),
own-state (the government of those who act), within (who is told in the object), front ("in front of").
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from dragoman.errors import DataError
from dragoman.knowledge.contexts import ContextTable, load_contexts

KINDS = ("verb", "noun", "adjective", "frame", "wrapper")
TUPLES = ("verbs", "nouns", "adjectives", "modifiers", "not_with", "needs", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """One rule of the lexicon.

    `rule` is its name with its version ("consult.meet.v1").  `kind` is verb, noun, adjective, frame
    (verb with an object noun) or wrapper (a verb, noun or adjective around another act).  `modifiers`,
    where given, must stand before the noun; `not_with` are words that must not hang from the trigger.
    `needs` lists what must be there: actor, recipient, party (two of them), violence, person.
    `is_mutual` tells that the parties act on each other.
    """

    rule: str
    event: str
    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    mode: str | None = None
    is_mutual: bool = False
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rows of one language, found by lemma and kind; `words` holds named word lists (light verbs …).

    `contexts` are PLOVER's contexts with the words that bring them.
    """

    language: str
    rows: tuple[LexiconRow, ...]
    words: Mapping[str, frozenset[str]]
    contexts: ContextTable
    _by_lemma: Mapping[tuple[str, str], tuple[LexiconRow, ...]]

    def rows_for(self, kind: str, lemma: str) -> tuple[LexiconRow, ...]:
        """Return the rows of a kind that a lemma (with particle: "call off") may trigger, in file order."""
        return self._by_lemma.get((kind, lemma), ())

    def knows_verb(self, lemma: str) -> bool:
        """Say whether any rule or shared list speaks of this verb."""
        if any((kind, lemma) in self._by_lemma for kind in ("verb", "frame", "wrapper")):
            return True
        return any(lemma in self.words[name] for name in ("light", "occur", "unreal", "aspect", "motion", "speech"))


def load_lexicon(language: str = "en") -> Lexicon:
    """Read the lexicon of a language from the package; DataError where a row is off."""
    folder = resources.files("dragoman.knowledge") / "data" / "lexicon" / language
    rows: list[LexiconRow] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml") and entry.name != "words.toml":
            event = entry.name.removesuffix(".toml").upper()
            table = tomllib.loads(entry.read_text(encoding="utf-8"))
            rows += [row_from_table(event, raw, entry.name) for raw in table["row"]]
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(_words(text)) for name, text in words["list"].items()}
    by_lemma = MappingProxyType(_index(rows))
    return Lexicon(language, tuple(rows), MappingProxyType(lists), load_contexts(language), by_lemma)


def row_from_table(event: str, raw: Mapping[str, Any], file: str) -> LexiconRow:
    """Return the row that a table of a lexicon file stands for; DataError, with file and rule, where it is off."""
    fields: dict[str, Any] = {name: _words(value) if name in TUPLES else value for name, value in raw.items()}
    try:
        row = LexiconRow(**{"event": event, **fields})
    except TypeError as problem:
        raise DataError(f"{file}: row {raw.get('rule', '?')!r} is off: {problem}") from problem
    if row.kind not in KINDS:
        raise DataError(f"{file}: row {row.rule!r} has kind {row.kind!r}; the kinds are {', '.join(KINDS)}")
    return row


def _words(text: str) -> tuple[str, ...]:
    """Split a row's word list; an underscore joins the words of one entry ("call_off")."""
    return tuple(word.replace("_", " ") for word in text.split())


def _index(rows: list[LexiconRow]) -> dict[tuple[str, str], tuple[LexiconRow, ...]]:
    found: dict[tuple[str, str], list[LexiconRow]] = {}
    for row in rows:
        for lemma in dict.fromkeys((*row.verbs, *(row.nouns if row.kind != "frame" else ()), *row.adjectives)):
            found.setdefault((row.kind, lemma), []).append(row)
    return {key: tuple(value) for key, value in found.items()}
