"""What knowledge/ hands out: a known name, a place in the text where names were found, an agent noun.

All three are frozen and hold plain strings, so that they can be compared, cached and shown as they are.
"""

from dataclasses import dataclass

from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class KnownName:
    """One reading of a name.

    `kind` is state, adjective (of a state, as a people too), capital (a place that stands for the government),
    house (an institution by its building), organisation, group (armed), outlet, person, or region (a place,
    never an actor; `entity_id` tells which sort: continent, region, province, city, sea, river).
    `name` is the name to show; `code` None where no single country or special code fits; `sector` "" for the
    body as a whole.  `since` and `until` are ISO days, both included, None where there is no bound; `precision`
    (day, month, year) says how surely they are known: of a month, its first and last day stand there.
    `office` is what a person held in that time, None outside it.
    """

    entity_id: str
    name: str
    kind: str
    code: str | None
    sector: str = ""
    other_sectors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str = ""
    office: str | None = None
    precision: str = "day"

    def holds_on(self, day: str | None) -> bool:
        """Say whether the reading holds on an ISO day; on an unknown day every reading may."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found in a text: where, and whom it may name, the likeliest reading first."""

    span: Span
    names: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class Agent:
    """A common noun for a party.

    `kind` is office (one person holds it: president, spokesman), body (government, police, company) or people
    (soldiers, protesters, officials).  `sector` is "" where the noun stands for a country as a whole.
    """

    lemma: str
    sector: str
    other_sectors: tuple[str, ...]
    kind: str
