"""Events as rows of a flat table, for spreadsheets.

Comes in: an `Event`.  Goes out: one cell per column, lists joined with "; ", and no cell that a
spreadsheet would take for a formula.  To add a column, add a line to `COLUMNS`.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence

from dragoman.records import Attribution, Entity, Event, Location, Size

Cell = str | int | float | bool | None
FORMULA_STARTS = tuple("=+-@＝＋－＠")  # the full-width forms count as formulas too in some spreadsheets
NO_ATTRIBUTION = Attribution(speaker="", entity_id=None, code=None, sector="", manner="")
NO_PLACE = Location(name="", country=None, resolution="")
NO_SIZE = Size()
BIDI_CONTROLS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))

COLUMNS: tuple[tuple[str, Callable[[Event], Cell]], ...] = (
    ("id", lambda event: event.id),
    ("key", lambda event: event.key),
    ("doc_id", lambda event: event.doc_id),
    ("date", lambda event: event.date),
    ("enddate", lambda event: event.enddate),
    ("date_precision", lambda event: event.date_precision),
    ("date_basis", lambda event: event.date_basis),
    ("planned_date", lambda event: event.planned_date),
    ("planned_enddate", lambda event: event.planned_enddate),
    ("event", lambda event: _joined(event.event)),
    ("mode", lambda event: _joined(event.mode)),
    ("context", lambda event: _joined(event.context)),
    ("quad_code", lambda event: event.quad_code),
    ("event_scale", lambda event: event.event_scale),
    ("status", lambda event: event.status),
    ("reciprocal", lambda event: event.reciprocal),
    ("actor_code", lambda event: _codes(event.actor)),
    ("actor_sector", lambda event: _sectors(event.actor)),
    ("actor_text", lambda event: _texts(event.actor)),
    ("actor_id", lambda event: _ids(event.actor)),
    ("recipient_code", lambda event: _codes(event.recipient)),
    ("recipient_sector", lambda event: _sectors(event.recipient)),
    ("recipient_text", lambda event: _texts(event.recipient)),
    ("recipient_id", lambda event: _ids(event.recipient)),
    ("object", lambda event: event.object),
    ("dead", lambda event: (event.size or NO_SIZE).dead),
    ("injured", lambda event: (event.size or NO_SIZE).injured),
    ("arrested", lambda event: (event.size or NO_SIZE).arrested),
    ("place", lambda event: (event.event_loc or NO_PLACE).name),
    ("place_country", lambda event: (event.event_loc or NO_PLACE).country),
    ("place_resolution", lambda event: (event.event_loc or NO_PLACE).resolution),
    ("latitude", lambda event: (event.event_loc or NO_PLACE).latitude),
    ("longitude", lambda event: (event.event_loc or NO_PLACE).longitude),
    ("speaker", lambda event: (event.attribution or NO_ATTRIBUTION).speaker),
    ("speaker_code", lambda event: (event.attribution or NO_ATTRIBUTION).code),
    ("speaker_sector", lambda event: (event.attribution or NO_ATTRIBUTION).sector),
    ("manner", lambda event: (event.attribution or NO_ATTRIBUTION).manner),
    ("confidence", lambda event: event.confidence),
    ("text", lambda event: event.text),
    ("sequence", lambda event: event.text_info.sequence),
    ("start", lambda event: event.text_info.start),
    ("end", lambda event: event.text_info.end),
    ("url", lambda event: event.cite_info.url),
    ("title", lambda event: event.cite_info.title),
    ("publication", lambda event: event.cite_info.publication),
    ("language", lambda event: event.cite_info.language),
    ("published", lambda event: event.cite_info.published),
    ("section", lambda event: event.cite_info.section),
    ("page_section", lambda event: event.cite_info.page_section),
    ("genre", lambda event: event.cite_info.genre),
    ("coder", lambda event: event.coder.name),
    ("coder_version", lambda event: event.coder.version),
    ("rule", lambda event: event.coder.rule),
    ("model", lambda event: event.coder.model),
    ("link", lambda event: event.link),
)


def csv_header() -> str:
    """Return the line of column names, without its line end."""
    return _csv_line([name for name, _ in COLUMNS])


def csv_row(event: Event) -> str:
    """Return the event's line of cells, without its line end."""
    return _csv_line([_safe(cell_of(event)) for _, cell_of in COLUMNS])


def _csv_line(cells: Sequence[Cell]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return str(cell).lower() if isinstance(cell, bool) else cell
    clean = "".join(" " if _is_risky(character) else character for character in cell)
    return f"'{clean}" if clean.lstrip().startswith(FORMULA_STARTS) or cell[:1] in ("\t", "\r", "\n") else clean


def _is_risky(character: str) -> bool:
    """Say whether a cell is better without this: control and direction characters, line ends, lone surrogates."""
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in BIDI_CONTROLS


def _joined(values: Sequence[str | None]) -> str:
    return "; ".join(value or "" for value in values)


def _codes(entities: Sequence[Entity]) -> str:
    return _joined([entity.code for entity in entities])


def _sectors(entities: Sequence[Entity]) -> str:
    return _joined([entity.sector for entity in entities])


def _texts(entities: Sequence[Entity]) -> str:
    return _joined([entity.entity_text for entity in entities])


def _ids(entities: Sequence[Entity]) -> str:
    return _joined([entity.entity_id for entity in entities])
