"""A line of GDELT 2.0's event export as an event.

In come 61 cells; out goes an event whose coder is GDELT, or BadLine.  Ethnic groups, religions, counts of mentions and
tone have no field in an event and are lost.
"""

from collections.abc import Sequence

from dragoman.exports.foreign import (
    BadLine,
    Cells,
    Reader,
    day_of,
    entity_of,
    foreign_event,
    happening_of_cameo,
    place_of,
)
from dragoman.exports.gdelt import COUNTRY, GDELT_COLUMNS, US_STATE, WORLD_STATE
from dragoman.records import CiteInfo, Entity, Event, Location

NAMES = tuple(column.name for column in GDELT_COLUMNS)
MOVEMENT = "NGM"  # CAMEO's letters for movements, which PLOVER calls ISM


def event_from_gdelt(cells: Sequence[str], reader: Reader) -> Event:
    """Return the event that a line tells."""
    if len(cells) != len(NAMES):
        raise BadLine(f"{len(cells)} columns where GDELT 2.0 has {len(NAMES)}")
    row = dict(zip(NAMES, cells, strict=True))
    if not row["GLOBALEVENTID"].isdecimal():
        raise BadLine(f"GLOBALEVENTID is a number, not {row['GLOBALEVENTID']!r:.40}")
    told = happening_of_cameo(
        reader,
        row["EventCode"],
        number=row["GLOBALEVENTID"],
        day=day_of(row["SQLDATE"]),
        place=_place(row, reader),
    )
    added = row["DATEADDED"]
    cite = CiteInfo(url=row["SOURCEURL"] or None, published=day_of(added) if added else None)
    return foreign_event(reader, told, sides=[_side(row, side, reader) for side in ("Actor1", "Actor2")], cite=cite)


def _side(row: Cells, side: str, reader: Reader) -> Entity | None:
    written, name = row[f"{side}Code"], row[f"{side}Name"]
    if not written:
        return entity_of(None, (), name)
    if written.startswith(MOVEMENT):
        return entity_of("ISM", (), name)
    try:
        actor, _ = reader.actors.read(written)
    except ValueError:
        return entity_of(_country(row[f"{side}CountryCode"], reader), (), name or written)
    return entity_of(actor.code, tuple(part for part in (actor.sector, *actor.other_sectors) if part), name)


def _country(written: str, reader: Reader) -> str | None:
    try:
        return reader.actors.read(written)[0].code if written else None
    except ValueError:
        return None


def _place(row: Cells, reader: Reader) -> Location | None:
    kind = row["ActionGeo_Type"]
    if not kind.isdecimal():
        raise BadLine(f"ActionGeo_Type is a number, not {kind!r:.40}")
    resolution = {COUNTRY: "country", US_STATE: "region", WORLD_STATE: "region"}.get(int(kind), "city")
    if int(kind) == 0:
        return None
    full = row["ActionGeo_FullName"]
    return place_of(
        full if resolution == "country" else full.split(",")[0].strip(),
        reader.codes.states.code_of_fips(row["ActionGeo_CountryCode"]),
        resolution,
        latitude=row["ActionGeo_Lat"],
        longitude=row["ActionGeo_Long"],
    )
