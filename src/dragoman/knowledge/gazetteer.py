"""From a name to the places that bear it: towns, provinces, countries, seas and places by hand, with coordinates.

In come `data/gazetteer.tsv.gz` (built by quality/build_gazetteer.py), `data/places.tsv` and `data/not_places.tsv`; out
goes a `Gazetteer`.  Nothing is read before the first name is asked for.  To add a place, a spelling or a name that is
no place, add a row to the two tables.
"""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.tables import read_table, split_cell

PLACE_COLUMNS = ("names", "code", "resolution", "latitude", "longitude", "source")
NOT_PLACE_COLUMNS = ("why", "names")
RESOLUTIONS = ("country", "region", "city", "sea")
EARTH_RADIUS_KM = 6371.0
LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class Place:
    """One place that bears a name.

    `country` is an alpha-3 code as in ontology/, None where it lies in none or is contested.  `province` is the
    province that a town lies in, "" where not known.  `people` is 0 where not known, and for a province what its towns
    hold.  `is_own_name` tells that the spelling asked for is the one shown; `is_by_hand` that places.tsv has it.
    """

    name: str
    country: str | None
    resolution: str
    latitude: float
    longitude: float
    people: int = 0
    province: str = ""
    is_capital: bool = False
    is_own_name: bool = True
    is_by_hand: bool = False

    def distance_km(self, other: "Place") -> float:
        """Return the distance to another place over the globe."""
        here, there = radians(self.latitude), radians(other.latitude)
        apart = radians(other.longitude - self.longitude)
        chord = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(apart / 2) ** 2
        return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


class Gazetteer:
    """The places by their names, read when first asked."""

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return the places that bear a name in any spelling known, places by hand first, then the most peopled."""
        key = key_of(name)
        found = [_read_place(line, key) for line in self._lines_by_key.get(key, "").split("\n") if line]
        found.sort(key=lambda place: (not place.is_by_hand, not place.is_own_name, -place.people))
        return tuple(found)

    def has_name(self, key: str) -> bool:
        """Say whether anything bears the name; `key` is as `key_of` makes it, so that a search need not fold twice."""
        return key in self._lines_by_key

    def is_no_place(self, key: str) -> bool:
        """Say whether a name is mostly something else: it is a place only where its country stands beside it."""
        return key in self._others

    def country(self, code: str) -> Place | None:
        """Return the middle of a country, by its code."""
        return self._countries.get(code)

    def neighbours(self, code: str) -> frozenset[str]:
        """Return the codes of the countries that border on a country."""
        return self._neighbours.get(code, frozenset())

    @cached_property
    def _lines_by_key(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for line in _read_lines():
            cells = line.split("\t")
            if cells[0] == "country":
                continue
            own = key_of(cells[1])
            for key in (own, *cells[7].split("|")) if cells[7] else (own,):
                found[key] = f"{found[key]}\n{line}" if key in found else line
        return MappingProxyType(found)

    @cached_property
    def _others(self) -> frozenset[str]:
        rows = read_table("not_places.tsv", NOT_PLACE_COLUMNS)
        return frozenset(key_of(name) for row in rows for name in split_cell(row["names"]))

    @cached_property
    def _country_lines(self) -> tuple[str, ...]:
        return tuple(line for line in _read_packed() if line.startswith("country\t"))

    @cached_property
    def _countries(self) -> Mapping[str, Place]:
        places = [_read_place(line, "") for line in self._country_lines]
        return MappingProxyType({place.country or "": replace(place, is_own_name=True) for place in places})

    @cached_property
    def _neighbours(self) -> Mapping[str, frozenset[str]]:
        rows = [line.split("\t") for line in self._country_lines]
        return MappingProxyType({cells[2]: frozenset(cells[7].split("|")) for cells in rows if cells[7]})


def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that the package ships; DataError, at the first question, where a table is broken."""
    return Gazetteer()


def key_of(name: str) -> str:
    """Return a name as the gazetteer looks it up: plain letters, small."""
    return name.lower() if name.isascii() else fold_text(name).lower()


def _read_lines() -> Iterator[str]:
    yield from _read_packed()
    for row in read_table("places.tsv", PLACE_COLUMNS):
        shown, *others = split_cell(row["names"])
        if row["resolution"] not in RESOLUTIONS:
            raise DataError(f"knowledge/data/places.tsv: {shown!r} is a {row['resolution']!r}, not of {RESOLUTIONS}")
        keys = "|".join(key_of(other) for other in others)
        yield "\t".join(
            (row["resolution"], shown, row["code"], row["latitude"], row["longitude"], "0", "", keys, "by hand")
        )


def _read_packed() -> Iterator[str]:
    try:
        packed = (files("dragoman.knowledge") / "data" / "gazetteer.tsv.gz").read_bytes()
    except OSError as problem:
        raise DataError(
            f"knowledge/data/gazetteer.tsv.gz cannot be read: {problem}; reinstall the package"
        ) from problem
    yield from gzip.decompress(packed).decode().splitlines()


def _read_place(line: str, key: str) -> Place:
    cells = line.split("\t")
    sort, name, code = cells[:3]
    return Place(
        name=name,
        country=code or None,
        resolution="city" if sort == "capital" else sort,
        latitude=float(cells[3]),
        longitude=float(cells[4]),
        people=int(cells[5]),
        province=cells[6],
        is_capital=sort == "capital",
        is_own_name=key_of(name) == key,
        is_by_hand=len(cells) > 8,
    )
