"""A line of PLOVER JSON as an event.

In comes a line as `dragoman code` and `dragoman export --format plover` write it; out goes the same event, or BadLine.
Another program's line may lack our own fields, which then say nothing, and have others, which are not read; its coder
is the one that the reader names.
"""

import dataclasses
import json
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.exports.foreign import BadLine, Reader
from dragoman.records import Entity, Event, digest, record_from_json
from dragoman.records.codec import Json

NEEDED = ("event", "actor")
STORY = "story"  # what an export of stories adds to an event
FIELDS = tuple(field.name for field in dataclasses.fields(Event))
ENTITY_FIELDS = tuple(field.name for field in dataclasses.fields(Entity))
NOTHING_TOLD: MappingProxyType[str, Json] = MappingProxyType(
    {
        **dict.fromkeys(("date", "date_basis", "planned_date", "planned_enddate", "object", "size", "event_loc")),
        "attribution": None,
        "mode": [],
        "context": [],
        "status": "actual",
        "reciprocal": False,
        "confidence": 0.0,
        "text": "",
    }
)


def event_from_plover(line: str, reader: Reader) -> Event:
    """Return the event that a line tells."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"no JSON: {problem}") from problem
    if not isinstance(value, dict):
        raise BadLine("a line holds one JSON object")
    value.pop(STORY, None)
    lacking = [name for name in NEEDED if name not in value]
    if lacking:
        raise BadLine(f"no field {lacking[0]!r}")
    try:
        event = record_from_json(Event, _filled(value, line, reader) if "coder" not in value else value)
    except DataError as problem:
        raise BadLine(str(problem)) from problem
    if len(event.event) != 1 or event.event[0] not in reader.codes.ontology.event_types:
        raise BadLine(f"{'; '.join(event.event)!r:.60} is no PLOVER type")
    return event


def _filled(value: dict[str, Json], line: str, reader: Reader) -> dict[str, Json]:
    """Return another program's object with the fields of our record, those it lacks saying nothing."""
    kind = value["event"][0] if isinstance(value["event"], list) and value["event"] else value["event"]
    known = reader.codes.ontology.event_types.get(kind) if isinstance(kind, str) else None
    key = digest("foreign", reader.coder, str(value.get("id", line)))
    told = {name: value[name] for name in FIELDS if name in value}
    return {
        **NOTHING_TOLD,
        "doc_id": str(value.get("id", "")),
        "enddate": value.get("date"),
        "date_precision": "day" if value.get("date") else None,
        "quad_code": known.quad if known else 0,
        "event_scale": known.score if known else 0.0,
        "text_info": {"sequence": 1, "start": 0, "end": 0, "evidence": []},
        "cite_info": {},
        **told,
        "actor": _filled_side(value["actor"]),
        "recipient": _filled_side(value.get("recipient")),
        "key": key,
        "id": key,
        "event": [kind],
        "coder": {"name": reader.coder, "version": "", "rule": "plover"},
    }


def _filled_side(side: Json) -> Json:
    """Return the entities of a side with the fields of our record; anything else is refused where it is read."""
    entities = side if isinstance(side, list) else [side] if side else []
    return [
        {
            "entity_id": None,
            "code": None,
            "sector": "",
            **{name: entity[name] for name in ENTITY_FIELDS if name in entity},
        }
        if isinstance(entity, dict)
        else entity
        for entity in entities
    ]
