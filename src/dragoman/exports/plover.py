"""PLOVER JSONL: one event record a line, just as `dragoman code` writes it; a story's line says how many tell it.

In comes a `Row`; out goes its line, and back: reading a line gives the same event.
"""

from dragoman.exports.jsonlines import json_line
from dragoman.exports.parties import Row
from dragoman.records import json_from_record


def plover_line(row: Row) -> str:
    """Return an event as a line of JSON, without its line end."""
    value = json_from_record(row.event)
    if row.told.is_story:
        value["story"] = {
            "key": row.told.story,
            "reports": row.told.reports,
            "reporters": row.told.reporters,
            "first_seen": row.told.first_seen,
            "last_seen": row.told.last_seen,
        }
    return json_line(value)
