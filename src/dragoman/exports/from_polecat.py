"""A line of POLECAT as an event.

In come 40 named cells; out goes an event whose coder is POLECAT's, or BadLine.  Its types, modes, contexts and sectors
are PLOVER's; those that PLOVER 2.0 does not have are left out, an unknown type is refused.
"""

from dragoman.exports.foreign import BadLine, Cells, Happening, Reader, day_of, entity_of, foreign_event, place_of
from dragoman.exports.from_icews import code_of_country
from dragoman.records import CiteInfo, Entity, Event, Location

RESOLUTIONS = (("City", "city"), ("Province", "region"), ("Country", "country"))


def event_from_polecat(row: Cells, reader: Reader) -> Event:
    """Return the event that a line tells."""
    kind = row["Event Type"].strip().upper()
    if kind not in reader.codes.ontology.event_types:
        raise BadLine(f"{row['Event Type']!r:.40} is no PLOVER type")
    if not row["Event ID"].strip():
        raise BadLine("no Event ID")
    contexts = tuple(part.strip() for part in row["Contexts"].replace(",", ";").split(";") if part.strip())
    told = Happening(
        row["Event ID"],
        day_of(row["Event Date"]),
        kind,
        row["Event Mode"].strip() or None,
        contexts,
        _place(row, reader),
        "polecat",
        row["Version"],
    )
    published = row["Publication Date"]
    cite = CiteInfo(
        publication=row["Source"] or None,
        language=row["Language"] or None,
        published=day_of(published) if published else None,
    )
    return foreign_event(reader, told, sides=[_side(row, side, reader) for side in ("Actor", "Recipient")], cite=cite)


def _side(row: Cells, side: str, reader: Reader) -> Entity | None:
    told = (row[f"Primary {side} Sector"], *row[f"{side} Sectors"].replace(",", ";").split(";"))
    sectors = tuple(part.strip() for part in told if reader.codes.ontology.is_sector(part.strip()))
    country = row[f"{side} Country"].strip()
    known = reader.codes.ontology.fold(country)
    code = known if reader.codes.ontology.is_code(known) else code_of_country(country, reader)
    if sectors == ("UNK",) and not code:
        return None
    return entity_of(code, sectors, row[f"{side} Name"], office=row[f"{side} Title"], phrase=row[f"{side} Name Raw"])


def _place(row: Cells, reader: Reader) -> Location | None:
    written = row["Country"].strip()
    country = written if written in reader.codes.ontology.countries else code_of_country(written, reader)
    for column, resolution in RESOLUTIONS:
        name = row[column] or (row["Placename"] if column == "Country" else "")
        if name:
            return place_of(name, country, resolution, latitude=row["Latitude"], longitude=row["Longitude"])
    return None
