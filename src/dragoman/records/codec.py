"""Records to JSON values and back, by their own type hints: a round trip is the identity.

Tuples become lists, records become objects with their fields in order.  A missing field takes its
default; a field that the record does not know is refused, so that a typing slip never passes for data.
"""

import dataclasses
import types
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman.errors import DataError

Record = TypeVar("Record")
Json = Any  # a value of the json module: None, bool, int, float, str, list or dict


def json_from_record(value: object) -> Json:
    """Return the JSON value of a record, a tuple of records, or a plain value."""
    if dataclasses.is_dataclass(value):
        return {field.name: json_from_record(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [json_from_record(item) for item in value]
    return value


def record_from_json(kind: type[Record], value: Json) -> Record:
    """Return the record of type `kind` that `value` stands for; DataError where it does not fit."""
    if not isinstance(value, dict):
        raise DataError(f"a {kind.__name__} is a JSON object, not {value!r:.60}")
    hints = get_type_hints(kind)
    strange = sorted(set(value) - set(hints))
    if strange:
        raise DataError(f"a {kind.__name__} has no field {strange[0]!r}; its fields are {', '.join(hints)}")
    try:
        return kind(**{name: _convert(hints[name], item, name) for name, item in value.items()})
    except TypeError as problem:
        raise DataError(f"a {kind.__name__} lacks a field: {problem}") from problem


def _convert(hint: Any, value: Json, name: str) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        return _convert_choice(hint, value, name)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise DataError(f"field {name!r} is a list, not {value!r:.60}")
        return tuple(_convert(get_args(hint)[0], item, name) for item in value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record_from_json(hint, value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise DataError(f"field {name!r} is of type {hint.__name__}, not {value!r:.60}")


def _convert_choice(hint: Any, value: Json, name: str) -> object:
    if value is None:
        return None
    return _convert(next(choice for choice in get_args(hint) if choice is not type(None)), value, name)
