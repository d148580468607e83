"""Events as rows of a flat table, for `read --format csv`: the columns of the CSV export, without those of reports.

Comes in: an `Event`.  Goes out: one cell per column, and no cell that a spreadsheet would take for a formula.
To add a column, add it to `exports/flat.py`.
"""

import functools

from dragoman.exports import columns
from dragoman.exports.codes import Codes, load_codes
from dragoman.exports.flat import EVENT_COLUMNS as COLUMNS
from dragoman.exports.parties import whole_row
from dragoman.exports.told import told_from_event
from dragoman.records import Event

__all__ = ["COLUMNS", "csv_header", "csv_row"]


def csv_header() -> str:
    """Return the line of column names, without its line end."""
    return columns.csv_header(COLUMNS)


def csv_row(event: Event) -> str:
    """Return the event's line of cells, without its line end."""
    return columns.csv_row(COLUMNS, whole_row(told_from_event(event), _codes()))


@functools.cache
def _codes() -> Codes:
    return load_codes()
