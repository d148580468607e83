"""A sentence's text in, the names in it that some place bears out, and what the sentence says of countries beside.

No position is judged here: "Paris" of "Paris Hilton" comes out too, and `place_position` throws it away.  Names of
organisations, outlets, buildings and persons hold no place.  To add a name, add it to knowledge's tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge import Gazetteer, Knowledge, KnownName, NameHit, Place, key_of

# One word of a name, with its apostrophes, hyphens and dots inside ("N'Djamena", "Port-au-Prince", "St.").
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`-][^\W\d_]+)*(?:(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z])\.(?:[A-Z]\.)*)?")
ARTICLE = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az|ain)[- ]", re.IGNORECASE)
OWNER = re.compile(r"['’]s?$")
MOST_WORDS = 6
PLACE_KINDS = ("state", "capital", "region")
STATES_OF_TODAY = ("state:",)
# An adjective that knowledge has among the parts of the world ("European", "Latin Americans").
ADJECTIVE = re.compile(r".*(?:ans?|ern)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: where it stands in the sentence's text, and the places that may bear it.

    `state` is the state that bears it, None where none does.  `known` are the countries for which knowledge has the
    name: its capitals and regions are in the news; `is_capital` that it has it as a capital.  `is_wary` tells that the
    name is mostly something else.
    """

    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    state: KnownName | None = None
    known: frozenset[str] = frozenset()
    is_capital: bool = False
    is_wary: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of places: its names in order, and each country that it names as (start, end, code)."""

    names: tuple[Named, ...]
    countries: tuple[tuple[int, int, str], ...]


def read_names(text: str, knowledge: Knowledge) -> Told:
    """Return the names that places bear, the longest at each place, and the countries named."""
    hits = _split_towns(text, knowledge)
    blocked = [(hit.span.start, hit.span.end) for hit in knowledge.find_persons(text)]
    blocked += [(hit.span.start, hit.span.end) for hit in hits if not _is_place(hit)]
    found = [named for hit in hits if _is_place(hit) for named in _read_hit(hit, text, knowledge.gazetteer)]
    known = {(named.start, named.end): named for named in found}
    for start, end in _walk_spelled(text, knowledge.gazetteer):
        beside = known.get((start, end))
        if beside is None and not any(begin <= start and end <= stop for begin, stop in blocked):
            found.append(_read_spelled(start, end, text, knowledge.gazetteer))
    return Told(tuple(_keep_longest(found)), tuple(_walk_countries(hits)))


def _split_towns(text: str, knowledge: Knowledge) -> tuple[NameHit, ...]:
    """Return knowledge's hits, of a town with its country or province ("Victoria, Seychelles") only the latter."""
    hits: list[NameHit] = []
    for hit in knowledge.find_names(text):
        town, comma, wider = hit.span.quote(text).partition(", ")
        offset = hit.span.start + len(town) + len(comma)
        hits += knowledge.find_names(wider, offset) if comma else (hit,)
    return tuple(hits)


def _is_place(hit: NameHit) -> bool:
    return any(name.kind in PLACE_KINDS for name in hit.names)


def _walk_countries(hits: tuple[NameHit, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield the countries that are named outright or by their people; a capital may be a place or a government."""
    for hit in hits:
        name = hit.names[0]
        if name.kind in ("state", "adjective", "house") and name.code is not None:
            yield hit.span.start, hit.span.end, name.code


def _read_hit(hit: NameHit, text: str, gazetteer: Gazetteer) -> Iterator[Named]:
    start, end = hit.span.start, hit.span.end
    written = text[start:end]
    if hit.names[0].entity_id.startswith("continent:") and ADJECTIVE.fullmatch(written):
        yield Named(start, end, written, ())
        return
    name = next(name for name in hit.names if name.kind in PLACE_KINDS)
    places = gazetteer.candidates(written)
    known = frozenset(name.code or "" for name in hit.names if name.kind in PLACE_KINDS)
    if name.kind == "state" and name.entity_id.startswith(STATES_OF_TODAY):
        country = gazetteer.country(name.code or "")
        if country is not None:
            others = tuple(place for place in places if place.resolution == "region")
            own = replace(country, name=name.name)
            yield Named(start, end, written, (own, *others), state=name, known=known)
    elif name.kind != "state" or not name.entity_id.startswith("past:"):
        yield Named(start, end, written, places, known=known, is_capital=name.kind == "capital")


def _walk_spelled(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield where the gazetteer's names stand, the longest at each word."""
    words = [(match.start(), match.end()) for match in WORD.finditer(text)]
    for first, (start, _) in enumerate(words):
        if not (text[start].isupper() or ARTICLE.match(text, start)):
            continue
        for last in range(min(first + MOST_WORDS, len(words)) - 1, first - 1, -1):
            end = next(
                (end for end in _ends(text, start, words[last][1]) if _is_name(text[start:end], gazetteer)), None
            )
            if end is not None:
                yield start, end
                break


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a name may end: behind its last word, or before the word's 's or its dot."""
    yield end
    owner = OWNER.search(text[start:end])
    if owner is not None:
        yield start + owner.start()
    if text[end - 1] == ".":
        yield end - 1


def _is_name(written: str, gazetteer: Gazetteer) -> bool:
    return "  " not in written and gazetteer.has_name(key_of(written))


def _read_spelled(start: int, end: int, text: str, gazetteer: Gazetteer) -> Named:
    written = text[start:end]
    places = gazetteer.candidates(written)
    return Named(start, end, written, places, is_wary=gazetteer.is_no_place(key_of(written)))


def _keep_longest(found: list[Named]) -> Iterator[Named]:
    reached = 0
    for named in sorted(found, key=lambda named: (named.start, -named.end)):
        if named.start >= reached:
            if named.places:
                yield named
            reached = named.end
