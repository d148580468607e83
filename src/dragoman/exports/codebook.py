"""The two files that go with every export: a codebook for people and a data package for programs.

In comes what was made; out go Markdown and JSON (Frictionless data package).  Both are made from the columns that
write the file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.exports import citing
from dragoman.exports.columns import Column
from dragoman.exports.formats import Format
from dragoman.exports.graphs import FIGURES
from dragoman.exports.options import ExportOptions, Written
from dragoman.records import json_from_record
from dragoman.records.codec import Json

FRICTIONLESS = MappingProxyType(
    {"text": "string", "whole": "integer", "number": "number", "yes-no": "boolean", "day": "date", "list": "string"}
)
MAPPINGS = MappingProxyType(
    {
        "plover": "PLOVER 2.0: by PLOVER type; protest (14) and reduced relations (16) are material conflict",
        "gdelt": "GDELT: by CAMEO root; protest (14) is verbal conflict, reduced relations (16) material conflict",
        "phoenix": "Phoenix: by CAMEO root; appeals (02) are neutral, reduced relations (16) verbal conflict",
    }
)
RECORD = "every field of the event record; `dragoman.event_schema()` gives its JSON Schema"


@dataclass(frozen=True, slots=True)
class Made:
    """An export that is done: its file's name, size and digest, when and how it was made."""

    name: str
    size: int
    digest: str
    created: str  # ISO 8601, UTC
    layout: Format
    options: ExportOptions
    written: Written
    source: str
    version: str  # of Dragoman


def codebook_text(made: Made) -> str:
    """Return the codebook as Markdown."""
    layout, written = made.layout, made.written
    lines = [
        f"# {made.name}: {layout.title}",
        "",
        f"A row is {layout.row_is}." if layout.layout != "jsonl" else f"A line is {layout.row_is}.",
        f"{citing.WARNING}",
        "",
        *(f"- {name}: {value}" for name, value in _facts(made)),
        "",
        "## Columns" if layout.columns else "## Fields",
        "",
        *_tables(layout),
        "",
        "## Left out",
        "",
        *([f"- {item.number}: {item.name}" for item in written.left_out] or ["- nothing"]),
        f"- not part of the format: {layout.lost}",
        "",
        "## Cite",
        "",
        f"- {citing.citation(layout, version=made.version, created=made.created, coders=written.coders)}",
        *(f"- {scheme}" for scheme in citing.schemes(layout)),
        "",
        citing.RIGHTS,
    ]
    return "\n".join((*lines, ""))


def datapackage_text(made: Made) -> str:
    """Return the Frictionless data package as JSON."""
    layout, written = made.layout, made.written
    package: Json = {
        "profile": "tabular-data-package" if layout.columns and layout.layout != "parquet" else "data-package",
        "name": f"dragoman-{layout.name}",
        "title": f"Political events as {layout.title}",
        "description": citing.WARNING,
        "created": made.created,
        "licenses": [{"name": name, "title": title, "path": path} for name, title, path in citing.LICENCES],
        "rights": citing.RIGHTS,
        "citation": citing.citation(layout, version=made.version, created=made.created, coders=written.coders),
        "references": list(citing.schemes(layout)),
        "sources": [{"title": made.source}],
        "coders": list(written.coders),
        "exporter": f"dragoman {made.version}",
        "class_mapping": made.options.mapping or layout.mapping,
        "counts": _counts(made),
        "filters": _filters(made.options),
        "resources": [_resource(made)],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n"


def _facts(made: Made) -> list[tuple[str, object]]:
    written, options = made.written, made.options
    mapping = options.mapping or made.layout.mapping
    return [
        ("rows", written.rows),
        ("made from", f"{written.events} {'stories' if options.stories else 'events'} of {made.source}"),
        ("days", f"{written.first_day or '?'} to {written.last_day or '?'}"),
        ("coded by", ", ".join(written.coders) or "nobody: there is no row"),
        ("exported", f"{made.created} by Dragoman {made.version}"),
        ("what is counted", "stories, each happening once" if options.stories else "reports, not stories"),
        ("words of the article", options.text),
        ("classes", MAPPINGS[mapping]),
        ("filters", json.dumps(_filters(options), ensure_ascii=False)),
        ("SHA-256", made.digest),
    ]


def _counts(made: Made) -> Json:
    written = made.written
    return {
        "unit": "stories" if made.options.stories else "reports",
        "events": written.events,
        "rows": written.rows,
        "left_out": {item.name: item.number for item in written.left_out},
        "first_day": written.first_day,
        "last_day": written.last_day,
    }


def _filters(options: ExportOptions) -> Json:
    """Return what was asked for, defaults left out."""
    asked = {name: value for name, value in json_from_record(options.wanted).items() if value not in ([], None, False)}
    for name in ("text", "stories", "one_a_day", "both_ways", "coarse_dates", "with_claims"):
        asked[name] = getattr(options, name)
    return asked


def _resource(made: Made) -> Json:
    layout = made.layout
    resource: Json = {
        "name": layout.name,
        "path": made.name,
        "format": made.name.rpartition(".")[2].lower() or layout.layout,
        "mediatype": layout.media_type,
        "bytes": made.size,
        "hash": f"sha256:{made.digest}",
        "rowcount": made.written.rows,
    }
    if layout.is_text:
        resource["encoding"] = "utf-8"
    if layout.columns and layout.is_text:
        resource["profile"] = "tabular-data-resource"
        resource["dialect"] = _dialect(layout)
    if layout.columns:
        resource["schema"] = {"fields": [_field(column) for column in layout.columns], "missingValues": [""]}
    return resource


def _dialect(layout: Format) -> Json:
    if layout.layout == "csv":
        return {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return {"delimiter": "\t", "lineTerminator": "\n", "quoteChar": "", "header": layout.layout == "tab"}


def _field(column: Column) -> Json:
    field: Json = {"name": column.name, "type": FRICTIONLESS[column.kind], "description": column.meaning}
    if column.unit:
        field["unit"] = column.unit
    if column.empty:
        field["empty"] = column.empty
    return field


def _tables(layout: Format) -> list[str]:
    if layout.columns:
        return _table(
            ("column", "kind", "meaning", "unit or values", "empty means"),
            [(column.name, column.kind, column.meaning, column.unit, column.empty) for column in layout.columns],
        )
    if layout.is_graph:
        return _table(("figure of an edge", "type", "meaning"), FIGURES)
    return [f"A line holds {RECORD}. A story's line has `story` beside them: its key, reports, reporters and days."]


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    ruled = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in ruled]
