"""ACLED: 31 columns, comma-separated, with a header.

In comes a `Row`; out goes one cell a column.  ACLED tells political violence, protests and a few strategic moves: what
falls outside has no row.  Where ACLED's editors write 0 dead for "none reported", an untold number stays empty here.
"""

from collections.abc import Callable

from dragoman.exports import days
from dragoman.exports.acled_kinds import acled_actor, acled_kind, inter_label, is_against_civilians
from dragoman.exports.cells import Cell
from dragoman.exports.columns import Column, empty_column
from dragoman.exports.parties import Party, Row

SideOf = Callable[[Row], Party | None]
NO_SECOND = "no second side is told"
NO_PLACE_TOLD = "no place is told"
DAY, WEEK, MONTH = 1, 2, 3
PRECISE, NEAR, ROUGH = 1, 2, 3


def _kind(row: Row) -> tuple[str, str, str]:
    return acled_kind(row) or ("", "", "")


def _time_precision(row: Row) -> Cell:
    length = days.days_between(row.event.date, row.event.enddate)
    return DAY if length == 1 else WEEK if length <= days.WEEK else MONTH


def _geo_precision(row: Row) -> Cell:
    return {"city": PRECISE, "region": NEAR, "country": ROUGH, "sea": ROUGH}.get(row.place.resolution)


def _placed(row: Row, resolution: str) -> Cell:
    return row.place.name if row.place.resolution == resolution else None


def _named(row: Row, side_of: SideOf) -> Cell:
    party = side_of(row)
    return acled_actor(party, row) if party else None


def _interaction(row: Row) -> Cell:
    labels = [inter_label(party, row) for party in (row.actor, row.recipient) if party]
    return "-".join(labels) if len(labels) == 2 else f"{labels[0]} only" if labels else None


def _iso(row: Row) -> Cell:
    number = row.codes.states.number(row.place.country) if row.place.country else None
    return int(number) if number else None


WHAT_COLUMNS = (
    Column(
        "event_id_cnty",
        "text",
        "country of the place, then the number of the row",
        lambda row: f"{row.place.country or 'UNK'}{row.row_number}",
        "ISO 3166 alpha-3, UNK where no place is told",
    ),
    Column("event_date", "day", "first day of the event", lambda row: row.event.date, "yyyy-mm-dd"),
    Column("year", "whole", "its year", lambda row: days.year_of(row.event.date), "yyyy"),
    Column(
        "time_precision", "whole", "how fine the date is told", _time_precision, "1 day, 2 week, 3 month or coarser"
    ),
    Column("disorder_type", "text", "ACLED's disorder type", lambda row: _kind(row)[0]),
    Column("event_type", "text", "ACLED's event type", lambda row: _kind(row)[1]),
    Column("sub_event_type", "text", "ACLED's sub-event type", lambda row: _kind(row)[2]),
)
SIDE_COLUMNS = (
    Column("actor1", "text", "the actor", lambda row: _named(row, lambda row: row.actor), empty="unknown"),
    empty_column("assoc_actor_1", "who stands with the actor"),
    Column(
        "inter1",
        "text",
        "kind of actor",
        lambda row: inter_label(row.actor, row) if row.actor else None,
        "ACLED's labels",
        "unknown",
    ),
    Column("actor2", "text", "the recipient", lambda row: _named(row, lambda row: row.recipient), empty=NO_SECOND),
    empty_column("assoc_actor_2", "who stands with the recipient"),
    Column(
        "inter2",
        "text",
        "kind of recipient",
        lambda row: inter_label(row.recipient, row) if row.recipient else None,
        "ACLED's labels",
        NO_SECOND,
    ),
    Column("interaction", "text", "both kinds together", _interaction, "ACLED's labels", "nobody is known"),
    Column(
        "civilian_targeting",
        "text",
        "whether civilians are the target of violence",
        lambda row: "Civilian targeting" if is_against_civilians(row) else None,
        "Civilian targeting",
        "they are not",
    ),
)
PLACE_COLUMNS = (
    Column("iso", "whole", "country of the place", _iso, "ISO 3166 numeric", NO_PLACE_TOLD),
    Column(
        "region",
        "text",
        "ACLED's region of the place",
        lambda row: row.codes.states.region(row.place.country) if row.place.country else None,
        empty=NO_PLACE_TOLD,
    ),
    Column(
        "country",
        "text",
        "country of the place",
        lambda row: row.codes.states.name(row.place.country, "acled") if row.place.country else None,
        "ACLED's names",
        NO_PLACE_TOLD,
    ),
    Column("admin1", "text", "province", lambda row: _placed(row, "region"), empty="no province is told"),
    empty_column("admin2", "district"),
    empty_column("admin3", "sub-district"),
    Column("location", "text", "the place", lambda row: row.place.name or None, empty=NO_PLACE_TOLD),
    Column(
        "latitude", "number", "of the place's middle", lambda row: row.place.latitude, "degrees north", NO_PLACE_TOLD
    ),
    Column(
        "longitude", "number", "of the place's middle", lambda row: row.place.longitude, "degrees east", NO_PLACE_TOLD
    ),
    Column(
        "geo_precision",
        "whole",
        "how fine the place is told",
        _geo_precision,
        "1 town, 2 province, 3 country or sea",
        NO_PLACE_TOLD,
    ),
)
SOURCE_COLUMNS = (
    Column("source", "text", "the outlet", lambda row: row.event.cite_info.publication, empty="not known"),
    empty_column("source_scale", "reach of the outlet"),
    Column("notes", "text", "the sentence, as far as --text lets it go along", lambda row: row.event.text or None),
    Column(
        "fatalities",
        "whole",
        "people killed",
        lambda row: row.event.size.dead if row.event.size else None,
        "whole numbers from 0",
        "not told; ACLED itself writes 0 for none reported",
    ),
    Column("tags", "list", "PLOVER contexts", lambda row: row.event.context, empty="no context"),
    Column(
        "timestamp",
        "whole",
        "time of publication",
        lambda row: days.unix_time(row.event.cite_info.published),
        "seconds since 1970 in UTC",
        "not known",
    ),
)
ACLED_COLUMNS = (*WHAT_COLUMNS, *SIDE_COLUMNS, *PLACE_COLUMNS, *SOURCE_COLUMNS)
