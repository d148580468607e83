"""A line of ICEWS coded event data as an event.

In come 20 named cells; out goes an event whose coder is ICEWS, or BadLine.  Sectors that PLOVER has no word for are
lost.
"""

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
from dragoman.exports.sector_names import sector_of_word
from dragoman.records import CiteInfo, Entity, Event, Location


def event_from_icews(row: Cells, reader: Reader) -> Event:
    """Return the event that a line tells."""
    if not row["Event ID"].strip():
        raise BadLine("no Event ID")
    told = happening_of_cameo(
        reader, row["CAMEO Code"], number=row["Event ID"], day=day_of(row["Event Date"]), place=_place(row, reader)
    )
    sides = [_side(row, side, reader) for side in ("Source", "Target")]
    sentence = row["Sentence Number"]
    sequence = max(1, int(sentence)) if sentence.isdecimal() else 1
    return foreign_event(
        reader, told, sides=sides, cite=CiteInfo(publication=row["Publisher"] or None), sequence=sequence
    )


def _side(row: Cells, side: str, reader: Reader) -> Entity | None:
    words = row[f"{side} Sectors"].split(",")
    sectors = tuple(sector for sector in map(sector_of_word, words) if sector)
    return entity_of(code_of_country(row[f"{side} Country"], reader), sectors, row[f"{side} Name"])


def code_of_country(name: str, reader: Reader) -> str | None:
    """Return the code behind a country's name, or a kind of organisation's; None where nobody writes it so."""
    special = {told: code for code, told in reader.codes.ontology.special.items()}
    return reader.codes.states.code_of_name(name) or special.get(name)


def _place(row: Cells, reader: Reader) -> Location | None:
    country = code_of_country(row["Country"], reader)
    for name, resolution in ((row["City"], "city"), (row["Province"], "region"), (row["Country"], "country")):
        if name:
            return place_of(name, country, resolution, latitude=row["Latitude"], longitude=row["Longitude"])
    return None
