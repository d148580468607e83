"""Hypothesis strategies for every record, drawn from the records' own type hints; a new record needs no line here."""

import dataclasses
import types
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from dragoman import records

RECORDS = tuple(
    kind
    for kind in (getattr(records, name) for name in records.__all__)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
)
PLAIN = {
    str: st.text(max_size=20),
    int: st.integers(-(2**63), 2**63),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
}


def strategy_of(hint: Any) -> st.SearchStrategy:
    """Values of a type hint: a record, a plain type, an optional one or a tuple of one type."""
    if hint in PLAIN:
        return PLAIN[hint]
    if hint is type(None):
        return st.none()
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([strategy_of(choice) for choice in get_args(hint)])
    if get_origin(hint) is tuple:
        item, *rest = get_args(hint)
        if rest == [...]:
            return st.lists(strategy_of(item), max_size=2).map(tuple)
        return st.tuples(*(strategy_of(item) for item in get_args(hint)))
    hints = get_type_hints(hint)
    return st.builds(hint, **{field.name: strategy_of(hints[field.name]) for field in dataclasses.fields(hint)})
