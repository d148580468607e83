"""Cells of text tables that no reader takes for something else: no formulas, no line ends, no changes of direction.

In comes a cell's value; out goes what stands in the file.  Comma-separated files quote as RFC 4180 has it;
tab-separated ones, which their readers take as they stand, hold no quotation marks at all.
"""

import csv
import io
import unicodedata
from collections.abc import Sequence

Cell = str | int | float | bool | tuple[str, ...] | None
FORMULA_STARTS = tuple("=+-@＝＋－＠")  # the full-width forms count as formulas too in some spreadsheets
BIDI_CONTROLS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
LIST_SEPARATOR = "; "


def csv_line(cells: Sequence[Cell]) -> str:
    """Return cells as a line of comma-separated values, without its line end."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([safe_cell(cell) for cell in cells])
    return written.getvalue()


def tab_line(cells: Sequence[Cell]) -> str:
    """Return cells as a line of tab-separated values, without its line end and without any quoting."""
    return "\t".join(_plain(safe_cell(cell)) for cell in cells)


def safe_cell(cell: Cell) -> str | int | float | None:
    """Return a cell that a spreadsheet takes for text where it is text; lists are joined."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, tuple):
        cell = LIST_SEPARATOR.join(cell)
    if not isinstance(cell, str):
        return cell
    clean = clean_text(cell)
    return f"'{clean}" if clean.lstrip().startswith(FORMULA_STARTS) or cell[:1] in ("\t", "\r", "\n") else clean


def clean_text(text: str) -> str:
    """Return text without control and direction characters, line ends and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if _is_risky(character) else character for character in text)


def _plain(cell: str | int | float | None) -> str:
    return "" if cell is None else str(cell).replace('"', "'")


def _is_risky(character: str) -> bool:
    """Say whether a cell is better without this: control and direction characters, line ends, lone surrogates."""
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in BIDI_CONTROLS
