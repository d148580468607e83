"""Phoenix: 26 columns, tab-separated, with a header.

In comes a `Row`; out goes one cell a column.  Several values of a cell are parted by semicolons, as Phoenix does.
"""

from collections.abc import Callable

from dragoman.exports import days
from dragoman.exports.cameo_actors import CameoActor, cameo_actor
from dragoman.exports.columns import Column
from dragoman.exports.parties import Party, Row

SideOf = Callable[[Row], Party | None]
UNKNOWN = "unknown, or the act has no such side"
NO_PLACE_TOLD = "no place as fine as this is told"


def _actor(row: Row) -> Party | None:
    return row.actor


def _recipient(row: Row) -> Party | None:
    return row.recipient


def _side_columns(name: str, side_of: SideOf, what: str) -> tuple[Column, ...]:
    def cameo(row: Row) -> CameoActor:
        return cameo_actor(side_of(row), row.codes) or CameoActor("", "", (), "")

    return (
        Column(
            f"{name}Full", "text", f"{what}: all CAMEO letters", lambda row: cameo(row).code or None, "CAMEO", UNKNOWN
        ),
        Column(
            f"{name}Root", "text", f"{what}: country or kind", lambda row: cameo(row).root or None, "CAMEO", UNKNOWN
        ),
        Column(
            f"{name}Agent",
            "text",
            f"{what}: the first role",
            lambda row: cameo(row).roles[0] if cameo(row).roles else None,
            "CAMEO",
            "no role is told",
        ),
        Column(
            f"{name}Others",
            "text",
            f"{what}: further roles and the group that CAMEO knows by name",
            lambda row: ";".join(part for part in (*cameo(row).roles[1:], cameo(row).group) if part) or None,
            "CAMEO",
            "none",
        ),
    )


def _placed(row: Row, *resolutions: str) -> str | None:
    return row.place.name or None if row.place.resolution in resolutions else None


PHOENIX_COLUMNS = (
    Column("EventID", "text", "the event's key, then the number of the row", lambda row: row.row_id),
    Column("Date", "whole", "first day of the event", lambda row: days.compact_day(row.event.date), "yyyymmdd"),
    Column("Year", "whole", "its year", lambda row: days.year_of(row.event.date), "yyyy"),
    Column("Month", "whole", "its month", lambda row: days.month_of(row.event.date), "1 to 12"),
    Column("Day", "whole", "its day of the month", lambda row: days.day_of_month(row.event.date), "1 to 31"),
    *_side_columns("Source", _actor, "actor"),
    *_side_columns("Target", _recipient, "recipient"),
    Column(
        "EventCode",
        "text",
        "the best CAMEO code",
        lambda row: row.cameo.code if row.cameo else None,
        "CAMEO; text: 010 is not 10",
    ),
    Column("EventRoot", "text", "its first two digits", lambda row: row.cameo.root if row.cameo else None, "CAMEO"),
    Column(
        "QuadClass",
        "whole",
        "class, by the mapping that the codebook names",
        lambda row: row.quad,
        "0 neutral, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column(
        "Goldstein",
        "number",
        "CAMEO's score of the code",
        lambda row: row.cameo.goldstein if row.cameo else None,
        "-10 conflict to +10 cooperation",
    ),
    Column("Issues", "text", "PLOVER contexts", lambda row: ";".join(row.event.context) or None, empty="no context"),
    Column("Lat", "number", "of the place's middle", lambda row: row.place.latitude, "degrees north", NO_PLACE_TOLD),
    Column("Lon", "number", "of the place's middle", lambda row: row.place.longitude, "degrees east", NO_PLACE_TOLD),
    Column("PlaceName", "text", "city or sea", lambda row: _placed(row, "city", "sea"), empty=NO_PLACE_TOLD),
    Column("StateName", "text", "province or region", lambda row: _placed(row, "region"), empty=NO_PLACE_TOLD),
    Column(
        "CountryName",
        "text",
        "country of the place",
        lambda row: row.codes.states.name(row.place.country, "phoenix") if row.place.country else None,
        empty="no place is told",
    ),
    Column(
        "SentenceIDs",
        "text",
        "the article's key, else the input's id, and the number of the paragraph",
        lambda row: f"{row.told.article or row.event.doc_id}_{row.event.text_info.sequence}",
    ),
    Column("URLs", "text", "the article's address", lambda row: row.event.cite_info.url, empty="not known"),
    Column("Sources", "text", "the outlet", lambda row: row.event.cite_info.publication, empty="not known"),
)
