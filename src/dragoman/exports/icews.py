"""ICEWS: 20 columns, tab-separated, with a header.

In comes a `Row`; out goes one cell a column.  Countries and sectors are told in ICEWS's words.
"""

from collections.abc import Callable

from dragoman.exports.cells import Cell
from dragoman.exports.columns import Column, empty_column
from dragoman.exports.parties import Party, Row
from dragoman.exports.sector_names import icews_word

SideOf = Callable[[Row], Party | None]
UNKNOWN = "unknown, or the act has no such side"
NO_PLACE_TOLD = "no place as fine as this is told"


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
    return row.codes.states.name(party.code, "icews") if party.code else None


def _sectors(row: Row, side_of: SideOf) -> Cell:
    party = side_of(row)
    return ",".join(icews_word(sector) for sector in party.sectors) or None if party else None


def _country(row: Row, side_of: SideOf) -> Cell:
    party = side_of(row)
    return row.codes.states.name(party.code, "icews") if party and party.code else None


def _side_columns(name: str, side_of: SideOf, what: str) -> tuple[Column, Column, Column]:
    return (
        Column(f"{name} Name", "text", f"{what}: name", lambda row: _name(row, side_of), empty=UNKNOWN),
        Column(
            f"{name} Sectors",
            "text",
            f"{what}: sectors",
            lambda row: _sectors(row, side_of),
            "ICEWS's words, comma-separated",
            "the country as a whole, or unknown",
        ),
        Column(
            f"{name} Country",
            "text",
            f"{what}: country, or kind of organisation",
            lambda row: _country(row, side_of),
            "ICEWS's names",
            UNKNOWN,
        ),
    )


def _placed(row: Row, resolution: str) -> Cell:
    return row.place.name if row.place.resolution == resolution else None


ICEWS_COLUMNS = (
    Column("Event ID", "whole", "number of the row, the same in every export", lambda row: row.row_number),
    Column("Event Date", "day", "first day of the event", lambda row: row.event.date, "yyyy-mm-dd"),
    *_side_columns("Source", _actor, "actor"),
    Column("Event Text", "text", "what the code means", lambda row: row.cameo.name if row.cameo else None),
    Column(
        "CAMEO Code",
        "text",
        "the best CAMEO code",
        lambda row: row.cameo.code if row.cameo else None,
        "CAMEO; text: 010 is not 10",
    ),
    Column(
        "Intensity",
        "number",
        "Goldstein's score of the code",
        lambda row: row.cameo.goldstein if row.cameo else None,
        "-10 conflict to +10 cooperation",
    ),
    *_side_columns("Target", _recipient, "recipient"),
    Column(
        "Story ID", "text", "the article's key, else the input's id", lambda row: row.told.article or row.event.doc_id
    ),
    Column(
        "Sentence Number",
        "whole",
        "number of the paragraph in its section, from 1",
        lambda row: row.event.text_info.sequence,
    ),
    Column("Publisher", "text", "the outlet", lambda row: row.event.cite_info.publication, empty="not known"),
    Column("City", "text", "where it happened", lambda row: _placed(row, "city"), empty=NO_PLACE_TOLD),
    empty_column("District", "district"),
    Column("Province", "text", "where it happened", lambda row: _placed(row, "region"), empty=NO_PLACE_TOLD),
    Column(
        "Country",
        "text",
        "country of the place",
        lambda row: row.codes.states.name(row.place.country, "icews") if row.place.country else None,
        "ICEWS's names",
        "no place is told",
    ),
    Column(
        "Latitude", "number", "of the place's middle", lambda row: row.place.latitude, "degrees north", NO_PLACE_TOLD
    ),
    Column(
        "Longitude", "number", "of the place's middle", lambda row: row.place.longitude, "degrees east", NO_PLACE_TOLD
    ),
)
