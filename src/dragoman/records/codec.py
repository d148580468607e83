"""Records to JSON values and back, by their own type hints: a round trip is the identity.

Tuples become lists, records become objects with their fields in order.  A missing field takes its
default; a field that the record does not know is refused, so that a typing slip never passes for data.
Hints are looked at once for each kind of record, as stores read records back by the million.
"""

import dataclasses
import functools
import types
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman.errors import DataError

Record = TypeVar("Record")
Json = Any  # a value of the json module: None, bool, int, float, str, list or dict
Converter = Callable[[Json, str], object]  # a JSON value and the name of its field → what stands in the record


def json_from_record(value: object) -> Json:
    """Return the JSON value of a record, a tuple of records, or a plain value."""
    kind: type = type(value)
    names = _field_names(kind)
    if names is not None:
        return {name: json_from_record(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [json_from_record(item) for item in value]
    return value


def record_from_json(kind: type[Record], value: Json) -> Record:
    """Return the record of type `kind` that `value` stands for; DataError where it does not fit."""
    if not isinstance(value, dict):
        raise DataError(f"a {kind.__name__} is a JSON object, not {value!r:.60}")
    looked_up: type = kind
    converters = _converters(looked_up)
    try:
        fields = {name: converters[name](item, name) for name, item in value.items()}
    except KeyError as problem:
        strange = min(set(value) - set(converters))
        told = f"a {kind.__name__} has no field {strange!r}; its fields are {', '.join(converters)}"
        raise DataError(told) from problem
    try:
        return kind(**fields)
    except TypeError as problem:
        raise DataError(f"a {kind.__name__} lacks a field: {problem}") from problem


@functools.cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a record, None for what is no record."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


@functools.cache
def _converters(kind: type) -> Mapping[str, Converter]:
    return {name: _converter(hint) for name, hint in get_type_hints(kind).items()}


def _converter(hint: Any) -> Converter:
    """Return what converts a value to this type hint."""
    if get_origin(hint) in (Union, types.UnionType):
        return _choice(_converter(next(choice for choice in get_args(hint) if choice is not type(None))))
    if get_origin(hint) is tuple:
        return _list_of(_converter(get_args(hint)[0]))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return functools.partial(_convert_record, hint)
    return functools.partial(_convert_plain, hint)


def _choice(convert: Converter) -> Converter:
    return lambda value, name: None if value is None else convert(value, name)


def _list_of(convert: Converter) -> Converter:
    def convert_list(value: Json, name: str) -> object:
        if not isinstance(value, list):
            raise DataError(f"field {name!r} is a list, not {value!r:.60}")
        return tuple(convert(item, name) for item in value)

    return convert_list


def _convert_record(kind: type, value: Json, _: str) -> object:
    return record_from_json(kind, value)


def _convert_plain(hint: type, value: Json, name: str) -> object:
    if type(value) is hint:
        return value
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise DataError(f"field {name!r} is of type {hint.__name__}, not {value!r:.60}")
