"""What the tellings of one happening say differently, and who says which.

In come tellings, out go `Difference`s: a field, its values as words, and the reporters behind each value.  What a
telling leaves open differs from nothing; a week does not differ from a day in it, nor a country from its town.
Claims stand in a field of their own: "AZE GOV says: ARM MIL ASSAULT AZE MIL", and where one is denied, "… denies: …".
To compare a further field, write how its value is told and add it to `_FIELDS`.
"""

from collections.abc import Callable, Sequence

from dragoman.records import Difference, Entity, Event, Telling

Value = Callable[[Event], str | None]
UNKNOWN = "?"


def find_differences(told: Sequence[Telling]) -> tuple[Difference, ...]:
    """Return the fields on which reporters differ, values in the order in which they were first told."""
    found = (_compare(name, value_of, told) for name, value_of in _FIELDS)
    return tuple(difference for difference in (*found, _compare_claims(told)) if difference is not None)


def _compare(field: str, value_of: Value, told: Sequence[Telling]) -> Difference | None:
    reporters = _reporters_by_value(value_of, told)
    return _difference(field, reporters) if len(reporters) > 1 else None


def _reporters_by_value(value_of: Value, told: Sequence[Telling]) -> dict[str, dict[str, None]]:
    reporters: dict[str, dict[str, None]] = {}
    for telling in told:
        value = value_of(telling.event)
        if value is not None:
            reporters.setdefault(value, {})[telling.report.reporter] = None
    return reporters


def _difference(field: str, reporters: dict[str, dict[str, None]]) -> Difference:
    return Difference(field, tuple(reporters), tuple(tuple(names) for names in reporters.values()))


def _compare_claims(told: Sequence[Telling]) -> Difference | None:
    """Return who claims and who denies what, where claims are not all alike; the outlet's own word has no speaker."""
    reporters = _reporters_by_value(_claim_of, told)
    claims = {value.split(" says: ")[-1] for value in reporters}
    is_denied = any(" denies: " in value for value in reporters)
    return _difference("claims", reporters) if is_denied or len(claims) > 1 else None


def _claim_of(event: Event) -> str | None:
    if event.attribution is None:
        return None
    speaker = event.attribution
    who = f"{speaker.code} {speaker.sector}".strip() if speaker.code else speaker.speaker
    return f"{who} {'denies' if event.status == 'negation' else 'says'}: {_deed_of(event)}"


def _deed_of(event: Event) -> str:
    if event.reciprocal:
        return f"{' and '.join(_told(event.actor))} {event.event[0]}"
    return " ".join(
        (", ".join(_told(event.actor)) or UNKNOWN, event.event[0], ", ".join(_told(event.recipient)))
    ).strip()


def _told(side: Sequence[Entity]) -> list[str]:
    told = dict.fromkeys(f"{entity.code} {entity.sector}".strip() if entity.code else UNKNOWN for entity in side)
    return list(told)


def _codes(side: Sequence[Entity]) -> str | None:
    codes = sorted({entity.code for entity in side if entity.code})
    return " ".join(codes) or None


def _actor(event: Event) -> str | None:
    return _codes(event.actor)


def _recipient(event: Event) -> str | None:
    return _codes(event.actor if event.reciprocal else event.recipient)


def _day(event: Event) -> str | None:
    return event.date if event.date_precision == "day" and event.date_basis != "published" else None


def _town(event: Event) -> str | None:
    place = event.event_loc
    return place.name if place and place.resolution == "city" else None


def _number(name: str) -> Value:
    def number_of(event: Event) -> str | None:
        value: int | None = getattr(event.size, name, None)
        return None if value is None else str(value)

    return number_of


_FIELDS: tuple[tuple[str, Value], ...] = (
    ("event", lambda event: event.event[0]),
    ("status", lambda event: "actual" if event.status == "historical" else event.status),
    ("actor", _actor),
    ("recipient", _recipient),
    ("date", _day),
    ("place", _town),
    ("dead", _number("dead")),
    ("injured", _number("injured")),
    ("arrested", _number("arrested")),
)
