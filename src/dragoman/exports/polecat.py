"""POLECAT: 40 columns, tab-separated, with a header.

In comes a `Row`; out goes one cell a column.  POLECAT speaks PLOVER, so type, mode, contexts and score are the event's
own.  Parties carry ISO's three letters and the Correlates of War number of the event's year.
"""

from collections.abc import Callable

from dragoman.exports import days
from dragoman.exports.cells import Cell
from dragoman.exports.columns import Column, empty_column
from dragoman.exports.parties import Party, Row

SideOf = Callable[[Row], Party | None]
UNKNOWN = "unknown, or the act has no such side"
NO_PLACE_TOLD = "no place as fine as this is told"
FEATURES = (("country", "PCLI"), ("region", "ADM1"), ("city", "PPL"), ("sea", "SEA"))


def _actor(row: Row) -> Party | None:
    return row.actor


def _recipient(row: Row) -> Party | None:
    return row.recipient


def _name(row: Row, side_of: SideOf) -> Cell:
    party = side_of(row)
    if party is None:
        return None
    if party.names:
        return "; ".join(party.names)
    return row.codes.states.name(party.code, "polecat") if party.code else None


def _cow(row: Row, side_of: SideOf) -> Cell:
    party, year = side_of(row), days.year_of(row.event.date)
    return row.codes.states.cow(party.code, year) if party and party.code and year else None


def _of_party(side_of: SideOf, cell_of: Callable[[Party], Cell]) -> Callable[[Row], Cell]:
    return lambda row: cell_of(party) or None if (party := side_of(row)) else None


def _side_columns(name: str, side_of: SideOf, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{name} Name", "text", f"{what}: name", lambda row: _name(row, side_of), empty=UNKNOWN),
        Column(
            f"{name} Country",
            "text",
            f"{what}: country, or kind of organisation",
            _of_party(side_of, lambda party: party.code),
            "ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, ISM, IMG, MNC",
            UNKNOWN,
        ),
        Column(
            f"{name} COW",
            "whole",
            f"{what}: Correlates of War number in the year of the event",
            lambda row: _cow(row, side_of),
            empty="no member of the state system in that year",
        ),
        *_role_columns(name, side_of, what),
    )


def _role_columns(name: str, side_of: SideOf, what: str) -> tuple[Column, ...]:
    whole = "the country as a whole, or unknown"
    primary = _of_party(side_of, lambda party: party.sector)
    sectors = _of_party(side_of, lambda party: party.sectors)
    offices = _of_party(side_of, lambda party: "; ".join(party.offices))
    phrases = _of_party(side_of, lambda party: "; ".join(party.phrases))
    return (
        Column(f"Primary {name} Sector", "text", f"{what}: primary sector", primary, "PLOVER", whole),
        Column(f"{name} Sectors", "list", f"{what}: all sectors", sectors, "PLOVER", whole),
        Column(f"{name} Title", "text", f"{what}: offices held", offices, empty="no office is told"),
        Column(f"{name} Name Raw", "text", f"{what}: the phrase of the text", phrases, empty=UNKNOWN),
        empty_column(f"Wikipedia {name} ID", f"{what}: page of Wikipedia"),
    )


def _placed(row: Row, resolution: str) -> Cell:
    return row.place.name if row.place.resolution == resolution else None


ACT_COLUMNS = (
    Column("Event ID", "text", "the event's key, then the number of the row", lambda row: row.row_id),
    Column("Event Date", "day", "first day of the event", lambda row: row.event.date, "yyyy-mm-dd"),
    Column("Event Type", "text", "PLOVER type", lambda row: row.type),
    Column("Event Mode", "text", "PLOVER mode", lambda row: row.mode, empty="no mode"),
    Column(
        "Intensity",
        "number",
        "PLOVER score of type and mode",
        lambda row: row.event.event_scale,
        "-10 conflict to +10 cooperation",
    ),
    Column(
        "Quad Code",
        "whole",
        "class, by the mapping that the codebook names",
        lambda row: row.quad,
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column("Contexts", "list", "PLOVER contexts", lambda row: row.event.context, empty="no context"),
)
PLACE_COLUMNS = (
    Column("Placename", "text", "where it happened", lambda row: row.place.name or None, empty="no place is told"),
    Column("City", "text", "where it happened", lambda row: _placed(row, "city"), empty=NO_PLACE_TOLD),
    empty_column("District", "district"),
    Column("Province", "text", "where it happened", lambda row: _placed(row, "region"), empty=NO_PLACE_TOLD),
    Column(
        "Country",
        "text",
        "country of the place",
        lambda row: row.codes.states.name(row.place.country, "polecat") if row.place.country else None,
        "names as GeoNames has them",
        "no place is told",
    ),
    Column(
        "Latitude", "number", "of the place's middle", lambda row: row.place.latitude, "degrees north", NO_PLACE_TOLD
    ),
    Column(
        "Longitude", "number", "of the place's middle", lambda row: row.place.longitude, "degrees east", NO_PLACE_TOLD
    ),
    empty_column("GeoNames ID", "number of the place in GeoNames"),
    Column(
        "Raw Placename",
        "text",
        "the place as it was found",
        lambda row: row.place.name or None,
        empty="no place is told",
    ),
    Column(
        "Feature Type",
        "text",
        "how fine the place is told",
        lambda row: dict(FEATURES).get(row.place.resolution),
        "GeoNames: PCLI country, ADM1 region, PPL city, SEA sea",
        "no place is told",
    ),
)
SOURCE_COLUMNS = (
    Column("Source", "text", "the outlet", lambda row: row.event.cite_info.publication, empty="not known"),
    Column(
        "Publication Date",
        "day",
        "day of publication",
        lambda row: row.event.cite_info.published[:10] if row.event.cite_info.published else None,
        "yyyy-mm-dd",
        "not known",
    ),
    empty_column("Story People", "persons named in the article"),
    empty_column("Story Organizations", "organisations named in the article"),
    empty_column("Story Locations", "places named in the article"),
    Column(
        "Language", "text", "the article's language", lambda row: row.event.cite_info.language, "ISO 639-1", "not known"
    ),
    Column("Version", "text", "what coded it", lambda row: f"{row.event.coder.name} {row.event.coder.version}".strip()),
)
POLECAT_COLUMNS = (
    *ACT_COLUMNS,
    *_side_columns("Actor", _actor, "actor"),
    *_side_columns("Recipient", _recipient, "recipient"),
    *PLACE_COLUMNS,
    *SOURCE_COLUMNS,
)
