"""An export's file itself: rows in, lines, cells or a graph out, never more of it in memory than the format needs.

In come `Told`s, a format and options; out goes the file's content and a `Written`.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from dragoman.exports.cells import csv_line, tab_line
from dragoman.exports.choosing_rows import choose_rows
from dragoman.exports.codes import Codes
from dragoman.exports.formats import Format
from dragoman.exports.graph_files import write_gexf, write_graphml
from dragoman.exports.graphs import draw_graph
from dragoman.exports.options import ExportOptions, Tally, Written
from dragoman.exports.parquet import write_parquet
from dragoman.exports.parties import Row
from dragoman.exports.plover import plover_line
from dragoman.exports.told import Told


def write_text_export(
    tellings: Iterable[Told], layout: Format, options: ExportOptions, *, codes: Codes, file: TextIO
) -> Written:
    """Write an export whose format is text."""
    tally = Tally()
    rows = choose_rows(tellings, layout, options, codes=codes, tally=tally)
    if layout.is_graph:
        graph = draw_graph(rows, codes, stories=options.stories)
        write = write_gexf if layout.layout == "gexf" else write_graphml
        write(graph, file)
    else:
        for line in _lines(rows, layout):
            file.write(f"{line}\n")
    return tally.result()


def write_binary_export(
    tellings: Iterable[Told], layout: Format, options: ExportOptions, *, codes: Codes, file: BinaryIO
) -> Written:
    """Write an export whose format is not text: Parquet."""
    tally = Tally()
    rows = choose_rows(tellings, layout, options, codes=codes, tally=tally)
    write_parquet(rows, layout.columns, file)
    return tally.result()


def lines_of_export(tellings: Iterable[Told], layout: Format, options: ExportOptions, *, codes: Codes) -> Iterator[str]:
    """Yield the lines of an export whose format is lines of text, without their ends, while they are made."""
    yield from _lines(choose_rows(tellings, layout, options, codes=codes, tally=Tally()), layout)


def _lines(rows: Iterable[Row], layout: Format) -> Iterator[str]:
    if layout.layout == "jsonl":
        yield from (plover_line(row) for row in rows)
        return
    line_of = csv_line if layout.layout == "csv" else tab_line
    if layout.layout != "bare tab":
        yield line_of([column.name for column in layout.columns])
    for row in rows:
        yield line_of([column.cell_of(row) for column in layout.columns])
