"""Columns: what every tabular format is made of, with all that its codebook says of each.

In comes a `Row`; out goes one cell a column.  A format is a tuple of columns; codebook, data package and the file
itself are made from it, so that none can tell what another does not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.exports.cells import Cell, csv_line
from dragoman.exports.parties import Row

KINDS = ("text", "whole", "number", "yes-no", "day", "list")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the kind of its values, what it means, how to fill it, and what an empty cell means.

    `kind` is one of KINDS; `unit` says the unit or which values there are.
    """

    name: str
    kind: str
    meaning: str
    cell_of: Callable[[Row], Cell]
    unit: str = ""
    empty: str = ""


def empty_column(name: str, meaning: str) -> Column:
    """Return a column that the format wants and that Dragoman has nothing for."""
    return Column(name, "text", meaning, _nothing, empty="always: Dragoman does not tell it")


def csv_header(columns: Sequence[Column]) -> str:
    """Return the line of column names, without its line end."""
    return csv_line([column.name for column in columns])


def csv_row(columns: Sequence[Column], row: Row) -> str:
    """Return the line of cells, without its line end."""
    return csv_line([column.cell_of(row) for column in columns])


def _nothing(_: Row) -> Cell:
    return None
