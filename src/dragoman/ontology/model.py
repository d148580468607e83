"""What the ontology says, as frozen records: event types, modes, contexts, sectors, statuses, codes.

In comes what `loading` has read from `data/`; out go answers to "is this a code?" and "what does it score?".
To add a mode, a sector or a country, add its line to the data file: nothing here names one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import BadUse


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type: its quad class (1 to 4), its score (-10 to 10) and the scores of its modes."""

    name: str
    quad: int
    score: float
    definition: str
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country and its codes.  `part_of` is the state that events carry in a dependency's place."""

    alpha3: str
    alpha2: str
    name: str
    fips: str | None
    cow: int | None
    gw: int | None
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Ontology:
    """PLOVER 2.0 with its country codes.

    `sectors` holds the frequent ones first; `special` the codes that are no country (UNO, EUR, IGO …);
    `countries` every ISO code, dependencies included: `is_code` tells which of them an event may carry.
    """

    event_types: Mapping[str, EventType]
    statuses: Mapping[str, str]
    contexts: tuple[str, ...]
    sectors: Mapping[str, str]
    special: Mapping[str, str]
    countries: Mapping[str, Country]

    def event_type(self, name: str) -> EventType:
        """Return the event type of that name; BadUse where PLOVER has none."""
        if name not in self.event_types:
            raise BadUse(f"no event type {name!r}; PLOVER has {', '.join(self.event_types)}")
        return self.event_types[name]

    def quad(self, event_type: str) -> int:
        """Return the quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal, 4 material conflict."""
        return self.event_type(event_type).quad

    def score(self, event_type: str, mode: str | None = None) -> float:
        """Return the score of an event, from -10 (conflict) to 10: its mode's where one is given, else its type's."""
        kind = self.event_type(event_type)
        if mode is None:
            return kind.score
        if mode not in kind.modes:
            raise BadUse(f"{event_type} has no mode {mode!r}; its modes are {', '.join(kind.modes) or 'none'}")
        return kind.modes[mode]

    def modes(self, event_type: str) -> tuple[str, ...]:
        """Return the modes of an event type, none for most verbal ones."""
        return tuple(self.event_type(event_type).modes)

    def is_code(self, code: str) -> bool:
        """Say whether an event's entity may carry this code: a state of its own, or a special code."""
        country = self.countries.get(code)
        return code in self.special or (country is not None and country.part_of is None)

    def is_sector(self, sector: str) -> bool:
        """Say whether this is a PLOVER sector; "" (the country as a whole) is none."""
        return sector in self.sectors

    def fold(self, code: str) -> str:
        """Return the code that events carry for this one: a dependency's state, else the code itself."""
        country = self.countries.get(code)
        return country.part_of if country is not None and country.part_of is not None else code

    def name_of(self, code: str) -> str:
        """Return the English name behind a code; BadUse where there is no such code."""
        if code in self.special:
            return self.special[code]
        if code not in self.countries:
            raise BadUse(f"no country or special code {code!r}; codes are ISO 3166 alpha-3, as in countries.tsv")
        return self.countries[code].name
