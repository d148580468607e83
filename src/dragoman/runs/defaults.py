"""What a word tells by default between two given sides: the table `knowledge/data/relate_en.toml`, read and checked.

Comes in: the name of a language.  Goes out: `Defaults`, the words by type, the words around another act, and the
frames of verb and noun.  To teach `relate` a word, add it to the table; nothing here changes.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from dragoman.errors import DataError

AROUND = (
    "intending coming willing wanting refusing failing demanding ordering telling threatening ending going_on saying"
).split()
LISTS = (
    "light through purposeful papers drills together seas gear helping visiting leaving times occur amounts"
).split()
TABLES = ("verbs", "nouns", "adjectives", "around")


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb and a noun that tell a type only together."""

    event: str
    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Defaults:
    """The table of one language: types by word, classes by word around an act, word lists, frames by verb."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    around: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    frames: Mapping[str, tuple[Frame, ...]]

    def around_of(self, names: Sequence[str]) -> str | None:
        """Return the class of a word around acts, by the first of its names that has one."""
        return next((kind for name in names if (kind := self.around.get(name)) is not None), None)

    def framed(self, verbs: Sequence[str], nouns: Sequence[str]) -> str | None:
        """Return the type of the frame that a verb and a noun make, each under the first of its names that has one."""
        for verb in verbs:
            for noun in nouns:
                for frame in self.frames.get(verb, ()):
                    if noun in frame.nouns:
                        return frame.event
        return None


@functools.cache
def load_defaults(language: str = "en") -> Defaults:
    """Read a language's table from the package; DataError where a word stands twice or a part is missing."""
    name = f"relate_{language}.toml"
    try:
        text = (resources.files("dragoman.knowledge") / "data" / name).read_text(encoding="utf-8")
        return defaults_from_table(tomllib.loads(text), name)
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise DataError(f"knowledge/data/{name} cannot be read: {problem}; reinstall the package") from problem


def defaults_from_table(table: Mapping[str, Any], name: str) -> Defaults:
    """Return what a table holds; DataError, with the file's name, where it is off."""
    _check_parts(table, name)
    verbs, nouns, adjectives, around = (_types_by_word(table[part], f"{name}: {part}") for part in TABLES)
    frames = [
        Frame(raw["event"], *(frozenset(_words(raw[key])) for key in ("verbs", "nouns"))) for raw in table["frame"]
    ]
    return Defaults(
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        around=around,
        lists=MappingProxyType({key: frozenset(_words(table["lists"][key])) for key in LISTS}),
        frames=MappingProxyType(_frames_by_verb(frames)),
    )


def _check_parts(table: Mapping[str, Any], name: str) -> None:
    for part in (*TABLES, "lists", "frame"):
        if part not in table:
            raise DataError(f"{name}: [{part}] is missing")
    for part, keys in (("around", AROUND), ("lists", LISTS)):
        if set(table[part]) != set(keys):
            odd = sorted(set(table[part]) ^ set(keys))
            raise DataError(f"{name}: [{part}] holds {', '.join(keys)}; {odd[0]!r} is missing or too much")


def _types_by_word(types: Mapping[str, str], where: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for event, text in types.items():
        for word in _words(text):
            if word in found:
                raise DataError(f"{where}: {word!r} stands under {found[word]} and under {event}; keep one")
            found[word] = event
    return MappingProxyType(found)


def _frames_by_verb(frames: Sequence[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        for verb in frame.verbs:
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(here) for verb, here in found.items()}


def _words(text: str) -> Iterator[str]:
    return (word.replace("_", " ") for word in text.split())
