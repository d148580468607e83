"""What a correction says, read and put on an event.

Comes in: an event and `Change`s as text ("actor": "NOR GOV; SWE GOV").  Goes out: the event as corrected, its class and
score following its type and mode.  BadUse says what may stand there.  To let another field be corrected, write how it
is read and name it in `_READERS`.
"""

import dataclasses
import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from dragoman.errors import BadUse
from dragoman.ontology import Ontology
from dragoman.records import Attribution, Change, Entity, Event, Location, Size, event_version

NONE = "none"
PRECISIONS = ("day", "week", "month", "year", "range")
RESOLUTIONS = ("country", "region", "city", "sea")
_SIDES = 'write sides as "NOR GOV; SWE" (a code, its sector where it has one), "? REB" for an unknown country, "UNK"'
_BY_HAND = "correction"


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """What a value is read against: the ontology, and the event as it was before any of the changes."""

    ontology: Ontology
    before: Event


Reader = Callable[[Event, str, Ground], Event]


def apply_changes(event: Event, changes: Sequence[Change], ontology: Ontology, *, is_strict: bool) -> Event:
    """Return the event with changes made.

    Strict: BadUse for what cannot be.  Otherwise, when an event was coded anew, what no longer fits it is left out.
    """
    changed, ground = event, Ground(ontology, event)
    for change in _in_order(changes):
        try:
            changed = _reader_of(change.field)(changed, change.value.strip(), ground)
        except BadUse:
            if is_strict:
                raise
    changed = _settle_sides(event, changed, changes, is_strict=is_strict)
    changed = _score(changed, ontology)
    return dataclasses.replace(changed, id=event_version(changed)) if changed != event else event


def _in_order(changes: Sequence[Change]) -> list[Change]:
    """Return the type first, as modes hang on it, and the last day behind the first."""
    late = {"event": 0, "type": 0, "enddate": 2, "date_precision": 3}
    return sorted(changes, key=lambda change: late.get(change.field, 1))


def _reader_of(field: str) -> Reader:
    if field not in _READERS:
        raise BadUse(f"no field {field!r} can be corrected; those that can are {', '.join(_READERS)}")
    return _READERS[field]


def _set_type(event: Event, value: str, ground: Ground) -> Event:
    modes = ground.ontology.event_type(value).modes
    return dataclasses.replace(event, event=(value,), mode=tuple(mode for mode in event.mode if mode in modes))


def _set_mode(event: Event, value: str, ground: Ground) -> Event:
    if _is_none(value):
        return dataclasses.replace(event, mode=())
    ground.ontology.score(_type_of(event), value)
    return dataclasses.replace(event, mode=(value,))


def _set_context(event: Event, value: str, ground: Ground) -> Event:
    contexts = () if _is_none(value) else tuple(dict.fromkeys(re.split(r"[\s,;]+", value)))
    strange = next((context for context in contexts if context not in ground.ontology.contexts), None)
    if strange is not None:
        raise BadUse(f"no context {strange!r}; contexts are {', '.join(ground.ontology.contexts)}")
    return dataclasses.replace(event, context=contexts)


def _set_status(event: Event, value: str, ground: Ground) -> Event:
    if value not in ground.ontology.statuses:
        raise BadUse(f"no status {value!r}; statuses are {', '.join(ground.ontology.statuses)}")
    return dataclasses.replace(event, status=value)


def _set_date(event: Event, value: str, _: Ground) -> Event:
    if _is_none(value):
        return dataclasses.replace(event, date=None, enddate=None, date_precision=None, date_basis=None)
    first, last, precision = _read_days(value)
    basis = event.date_basis or "text"
    return dataclasses.replace(event, date=first, enddate=last, date_precision=precision, date_basis=basis)


def _set_last_day(event: Event, value: str, _: Ground) -> Event:
    if _is_none(value):
        precision = event.date_precision if event.date is None else "day"
        return dataclasses.replace(event, enddate=event.date, date_precision=precision)
    last = _read_days(value)[1]
    if event.date is None or last < event.date:
        raise BadUse(f"the last day {last} lies before the first, {event.date or 'which is not known'}; give date too")
    precision = "day" if last == event.date else "range"
    return dataclasses.replace(event, enddate=last, date_precision=precision)


def _set_precision(event: Event, value: str, _: Ground) -> Event:
    if value not in PRECISIONS:
        raise BadUse(f"no date_precision {value!r}; it is one of {', '.join(PRECISIONS)}")
    return dataclasses.replace(event, date_precision=value)


def _set_reciprocal(event: Event, value: str, _: Ground) -> Event:
    said = {"true": True, "yes": True, "false": False, "no": False}.get(value.lower())
    if said is None:
        raise BadUse(f"reciprocal is yes or no, not {value!r}")
    return dataclasses.replace(event, reciprocal=said)


def _set_actor(event: Event, value: str, ground: Ground) -> Event:
    actor = _read_sides(value, ground)
    if not actor:
        raise BadUse(f"an event has an actor; {_SIDES}")
    return dataclasses.replace(event, actor=actor)


def _set_recipient(event: Event, value: str, ground: Ground) -> Event:
    recipient = () if _is_none(value) else _read_sides(value, ground)
    return dataclasses.replace(event, recipient=recipient)


def _set_object(event: Event, value: str, _: Ground) -> Event:
    return dataclasses.replace(event, object=None if _is_none(value) else value)


def _set_place(event: Event, value: str, ground: Ground) -> Event:
    if _is_none(value):
        return dataclasses.replace(event, event_loc=None)
    parts = [part.strip() for part in value.split(";")]
    if len(parts) == 1 and parts[0] in ground.ontology.countries:
        place = Location(ground.ontology.name_of(parts[0]), parts[0], "country")
    elif (
        len(parts) == 3
        and parts[0]
        and parts[2] in RESOLUTIONS
        and (not parts[1] or parts[1] in ground.ontology.countries)
    ):
        place = Location(parts[0], parts[1] or None, parts[2])
    else:
        raise BadUse(f'no place {value!r}; write "NOR" or "Bergen; NOR; city" ({", ".join(RESOLUTIONS)})')
    return dataclasses.replace(event, event_loc=place)


def _set_attribution(event: Event, value: str, ground: Ground) -> Event:
    if _is_none(value):
        return dataclasses.replace(event, attribution=None)
    speaker, side = (value + ";").split(";")[:2]
    speaker, side = speaker.strip(), side.strip()
    if not speaker:
        raise BadUse(f'no speaker in {value!r}; write "Name; NOR GOV"')
    entity = _read_side(side, ground.ontology) if side else Entity(None, None, "UNK")
    manner = event.attribution.manner if event.attribution else "reported"
    said = Attribution(speaker, None, entity.code, entity.sector, manner)
    return dataclasses.replace(event, attribution=said)


def _count_setter(name: str) -> Reader:
    def set_count(event: Event, value: str, _: Ground) -> Event:
        if not _is_none(value) and not (value.isascii() and value.isdigit()):
            raise BadUse(f"{name} is a number of people or none, not {value!r}")
        size = dataclasses.replace(event.size or Size(), **{name: None if _is_none(value) else int(value)})
        return dataclasses.replace(event, size=None if size == Size() else size)

    return set_count


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "event": _set_type,
        "type": _set_type,
        "mode": _set_mode,
        "context": _set_context,
        "status": _set_status,
        "date": _set_date,
        "enddate": _set_last_day,
        "date_precision": _set_precision,
        "actor": _set_actor,
        "recipient": _set_recipient,
        "reciprocal": _set_reciprocal,
        "object": _set_object,
        "place": _set_place,
        "attribution": _set_attribution,
        "dead": _count_setter("dead"),
        "injured": _count_setter("injured"),
        "arrested": _count_setter("arrested"),
    }
)
FIELDS = tuple(_READERS)


def _settle_sides(before: Event, event: Event, changes: Sequence[Change], *, is_strict: bool) -> Event:
    """Put the parties where reciprocal acts have them: all in `actor`."""
    if event.reciprocal and event.recipient:
        return dataclasses.replace(event, actor=tuple(dict.fromkeys((*event.actor, *event.recipient))), recipient=())
    is_turned = before.reciprocal and not event.reciprocal
    if is_turned and is_strict and not any(change.field == "recipient" for change in changes):
        raise BadUse("an act that is no longer reciprocal needs its sides: set actor and recipient too")
    return event


def _score(event: Event, ontology: Ontology) -> Event:
    if _type_of(event) not in ontology.event_types:
        return event
    mode = event.mode[0] if event.mode and event.mode[0] in ontology.modes(_type_of(event)) else None
    quad, score = ontology.quad(_type_of(event)), ontology.score(_type_of(event), mode)
    return dataclasses.replace(event, quad_code=quad, event_scale=score)


def _type_of(event: Event) -> str:
    return event.event[0] if event.event else ""


def _is_none(value: str) -> bool:
    return value.lower() in ("", NONE)


def _read_sides(value: str, ground: Ground) -> tuple[Entity, ...]:
    """Return the parties, those that the event names already with what it knows of them."""
    known = [*ground.before.actor, *ground.before.recipient]
    sides = []
    for part in value.split(";"):
        if part.strip():
            side = _read_side(part.strip(), ground.ontology)
            sides.append(_known_side(side, known))
    return tuple(sides)


def _known_side(side: Entity, known: list[Entity]) -> Entity:
    """Return a party as the event knows it, and take it from `known`; its sector is as it is given now."""
    if side.entity_text is not None or side.code is None:
        return side
    for is_same in (lambda one: one.sector == side.sector, lambda _: True):
        for one in known:
            if one.code == side.code and is_same(one):
                known.remove(one)
                how = one.resolved_by if one.sector == side.sector else _BY_HAND
                return dataclasses.replace(one, sector=side.sector, resolved_by=how)
    return side


def _read_side(text: str, ontology: Ontology) -> Entity:
    match = re.fullmatch(r'([A-Z]{3}|\?|UNK)(?:\s+([A-Z]{3}))?(?:\s+"([^"]+)")?', text)
    if match is None:
        raise BadUse(f"no side {text!r}; {_SIDES}")
    code, sector, name = match[1], match[2] or "", match[3]
    if code in ("?", "UNK"):
        code, sector = None, sector or "UNK"
    elif not ontology.is_code(code):
        instead = f"; events carry {ontology.fold(code)} for it" if ontology.fold(code) != code else ""
        raise BadUse(f"no code {code!r} in the side {text!r}{instead}; {_SIDES}")
    if sector not in ("", "UNK") and not ontology.is_sector(sector):
        raise BadUse(f"no sector {sector!r} in the side {text!r}; sectors are {', '.join(ontology.sectors)}")
    return Entity(None, code, sector, entity_text=name, identifier_text=name, resolved_by=_BY_HAND)


def _read_days(value: str) -> tuple[str, str, str]:
    """Return first day, last day and precision of "2024", "2024-05", "2024-05-13" or "2024-05-13/2024-05-16"."""
    first, _, last = (part.strip() for part in value.partition("/"))
    if last:
        start, end = _read_day(first, value), _read_day(last, value)
        if end < start:
            raise BadUse(f"the last day {end} lies before the first, {start}; turn them round")
        return start, end, "day" if start == end else "range"
    if re.fullmatch(r"\d{4}", value):
        return _read_day(f"{value}-01-01", value), _read_day(f"{value}-12-31", value), "year"
    if re.fullmatch(r"\d{4}-\d\d", value):
        start = _read_day(f"{value}-01", value)
        return start, f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}", "month"
    day = _read_day(value, value)
    return day, day, "day"


def _read_day(text: str, value: str) -> str:
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    if day != text:
        raise BadUse(f"no date {value!r}; write 2024-05-13, 2024-05, 2024, 2024-05-13/2024-05-16 or none")
    return day
