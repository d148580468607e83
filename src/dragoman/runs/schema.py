"""The JSON Schema of the event record, which the package ships beside the record.

Nothing comes in; the schema goes out.  A field added to `Event` is added to `event.schema.json` too;
a test compares the two.
"""

import json
from importlib import resources
from typing import Any

from dragoman.errors import DataError


def event_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the event record."""
    try:
        text = resources.files("dragoman.records").joinpath("event.schema.json").read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError("event.schema.json is missing from the package; install dragoman again") from problem
    schema: dict[str, Any] = json.loads(text)
    return schema
