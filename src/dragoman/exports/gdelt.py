"""GDELT 2.0 event export: 61 columns, tab-separated, no header.

In comes a `Row`; out goes one cell a column.  Names of actors are in capitals, geography in FIPS 10-4.  Where the
actors come from and how the article sounds is not coded: Actor1Geo, Actor2Geo and AvgTone stay empty.
"""

from collections.abc import Callable

from dragoman.exports import days
from dragoman.exports.cameo_actors import CameoActor, cameo_actor
from dragoman.exports.cells import Cell
from dragoman.exports.columns import Column, empty_column
from dragoman.exports.parties import Party, Row

SideOf = Callable[[Row], Party | None]
UNKNOWN = "unknown, or the act has no such side"
NO_PLACE_TOLD = "no place is told"
TYPES = 3  # kinds of actor that GDELT has room for
COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = 1, 2, 3, 4, 5


def _actor(row: Row) -> Party | None:
    return row.actor


def _recipient(row: Row) -> Party | None:
    return row.recipient


def _cameo(row: Row, side_of: SideOf) -> CameoActor:
    return cameo_actor(side_of(row), row.codes) or CameoActor("", "", (), "")


def _name(row: Row, side_of: SideOf) -> Cell:
    """Return a name in GDELT's capitals: the country's for what acts for it as a whole, else the first that is told."""
    party = side_of(row)
    if party is None:
        return None
    if not party.names and party.code:
        return row.codes.states.name(party.code, "gdelt").upper()
    return party.names[0].upper() if party.names else None


def _type(number: int, side_of: SideOf) -> Callable[[Row], Cell]:
    def cell_of(row: Row) -> Cell:
        types = _cameo(row, side_of).types
        return types[number] if number < len(types) else None

    return cell_of


def _actor_columns(number: int, side_of: SideOf, what: str) -> tuple[Column, ...]:
    name = f"Actor{number}"
    faith = "Dragoman does not code it"
    return (
        Column(
            f"{name}Code",
            "text",
            f"{what}: all CAMEO letters",
            lambda row: _cameo(row, side_of).code or None,
            "CAMEO",
            UNKNOWN,
        ),
        Column(f"{name}Name", "text", f"{what}: name, in capitals", lambda row: _name(row, side_of), empty=UNKNOWN),
        Column(
            f"{name}CountryCode",
            "text",
            f"{what}: country",
            lambda row: _cameo(row, side_of).country or None,
            "CAMEO, three letters",
            "unknown, or no country",
        ),
        Column(
            f"{name}KnownGroupCode",
            "text",
            f"{what}: organisation or armed group that CAMEO knows by name",
            lambda row: _cameo(row, side_of).group or None,
            empty="none that CAMEO knows",
        ),
        empty_column(f"{name}EthnicCode", f"{what}: ethnic group; {faith}"),
        empty_column(f"{name}Religion1Code", f"{what}: religion; {faith}"),
        empty_column(f"{name}Religion2Code", f"{what}: religion; {faith}"),
        *(
            Column(
                f"{name}Type{place + 1}Code", "text", f"{what}: kind", _type(place, side_of), "CAMEO", "no further kind"
            )
            for place in range(TYPES)
        ),
    )


def _geo_type(row: Row) -> Cell:
    """Return GDELT's kind of place; 0 for a sea, which GDELT has no kind for, and where no place is told."""
    is_us = row.place.country == "USA"
    kinds = {"country": COUNTRY, "region": US_STATE if is_us else WORLD_STATE, "city": US_CITY if is_us else WORLD_CITY}
    return kinds.get(row.place.resolution, 0)


def _geo_name(row: Row) -> Cell:
    country = row.codes.states.name(row.place.country, "gdelt") if row.place.country else ""
    if row.place.resolution == "country":
        return country or row.place.name
    return ", ".join(part for part in (row.place.name, country) if part) or None


def _geo_country(row: Row) -> Cell:
    return row.codes.states.fips(row.place.country, row.place.longitude) if row.place.country else None


def _geo_columns(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_Type", "whole", f"{what}: kind of place", lambda _: 0, "always 0: not coded"),
        *(
            empty_column(f"{name}_{part}", f"{what}: {meaning}")
            for part, meaning in (
                ("FullName", "name"),
                ("CountryCode", "country"),
                ("ADM1Code", "province"),
                ("ADM2Code", "district"),
                ("Lat", "latitude"),
                ("Long", "longitude"),
                ("FeatureID", "gazetteer number"),
            )
        ),
    )


def _is_root_event(row: Row) -> Cell:
    section = row.event.cite_info.section
    return int(section in ("title", "deck") or (section == "body" and row.event.text_info.sequence == 1))


def _code(row: Row, part: str) -> Cell:
    return str(getattr(row.cameo, part)) if row.cameo else None


DATE_COLUMNS = (
    Column("GLOBALEVENTID", "whole", "number of the row, the same in every export", lambda row: row.row_number),
    Column("SQLDATE", "whole", "first day of the event", lambda row: days.compact_day(row.event.date), "yyyymmdd"),
    Column(
        "MonthYear", "whole", "its month", lambda row: (days.compact_day(row.event.date) or 0) // 100 or None, "yyyymm"
    ),
    Column("Year", "whole", "its year", lambda row: days.year_of(row.event.date), "yyyy"),
    Column(
        "FractionDate",
        "number",
        "the day as a part of its year",
        lambda row: days.year_fraction(row.event.date),
        "year + (30 * month + day) / 365, as GDELT has it",
    ),
)
ACT_COLUMNS = (
    Column("IsRootEvent", "whole", "1 in title, deck or first paragraph", _is_root_event, "0, 1"),
    Column("EventCode", "text", "the best CAMEO code", lambda row: _code(row, "code"), "CAMEO; text: 010 is not 10"),
    Column("EventBaseCode", "text", "its first three digits", lambda row: _code(row, "base"), "CAMEO"),
    Column("EventRootCode", "text", "its first two digits", lambda row: _code(row, "root"), "CAMEO"),
    Column(
        "QuadClass",
        "whole",
        "class, by the mapping that the codebook names",
        lambda row: row.quad,
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column(
        "GoldsteinScale",
        "number",
        "CAMEO's score of the code",
        lambda row: row.cameo.goldstein if row.cameo else None,
        "-10 conflict to +10 cooperation",
    ),
    Column("NumMentions", "whole", "articles that tell it", lambda row: row.told.reports, "1, more for a story"),
    Column("NumSources", "whole", "independent reporters", lambda row: row.told.reporters, "1, more for a story"),
    Column("NumArticles", "whole", "articles that tell it", lambda row: row.told.reports, "1, more for a story"),
    empty_column("AvgTone", "tone of the article"),
)
PLACE_COLUMNS = (
    Column(
        "ActionGeo_Type",
        "whole",
        "kind of place",
        _geo_type,
        "0 none or a sea, 1 country, 2 US state, 3 US city, 4 world city, 5 world province",
    ),
    Column("ActionGeo_FullName", "text", "place, then country", _geo_name, empty=NO_PLACE_TOLD),
    Column("ActionGeo_CountryCode", "text", "country of the place", _geo_country, "FIPS 10-4", NO_PLACE_TOLD),
    Column(
        "ActionGeo_ADM1Code",
        "text",
        "the country's code where the place is a country",
        lambda row: _geo_country(row) if row.place.resolution == "country" else None,
        "FIPS 10-4",
        "finer places: no code is known",
    ),
    empty_column("ActionGeo_ADM2Code", "district"),
    Column("ActionGeo_Lat", "number", "latitude", lambda row: row.place.latitude, "degrees north", NO_PLACE_TOLD),
    Column("ActionGeo_Long", "number", "longitude", lambda row: row.place.longitude, "degrees east", NO_PLACE_TOLD),
    Column(
        "ActionGeo_FeatureID",
        "text",
        "the country's code where the place is a country",
        lambda row: _geo_country(row) if row.place.resolution == "country" else None,
        "FIPS 10-4",
        "finer places: no number is known",
    ),
)
SOURCE_COLUMNS = (
    Column(
        "DATEADDED",
        "whole",
        "time of publication",
        lambda row: days.utc_stamp(row.event.cite_info.published),
        "yyyymmddhhmmss, UTC",
        "not known",
    ),
    Column("SOURCEURL", "text", "the article's address", lambda row: row.event.cite_info.url, empty="not known"),
)
GDELT_COLUMNS = (
    *DATE_COLUMNS,
    *_actor_columns(1, _actor, "actor"),
    *_actor_columns(2, _recipient, "recipient"),
    *ACT_COLUMNS,
    *_geo_columns("Actor1Geo", "where the actor comes from"),
    *_geo_columns("Actor2Geo", "where the recipient comes from"),
    *PLACE_COLUMNS,
    *SOURCE_COLUMNS,
)
