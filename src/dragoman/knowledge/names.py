"""From the tables of names to patterns: each spelling, folded and in capitals, with the names it may stand for.

In come `data/*.tsv`, out goes a mapping from pattern to `Spelling`s, the likeliest first.  To add a name, add
it to its table; one spelling for two things must be declared in `data/ambiguous.tsv`, which puts them in order.
Only a bare surname may be shared by persons undeclared: who held an office on the day is meant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import DataError
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.nouns import KnownName
from dragoman.knowledge.offices import Person, read_persons
from dragoman.knowledge.tables import read_table, split_cell

STATE_COLUMNS = ("id", "code", "sector", "since", "until", "names", "adjectives", "capitals", "source")
NAME_COLUMNS = ("id", "code", "sector", "other_sectors", "since", "until", "names", "source")
KINDS = (
    ("houses.tsv", "house"),
    ("organisations.tsv", "organisation"),
    ("groups.tsv", "group"),
    ("peoples.tsv", "adjective"),
    ("regions.tsv", "region"),
    ("outlets.tsv", "outlet"),
)
EXACTLY, WARILY = "=", "?"  # marks before a name, explained at the head of each table


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name; `names` are the readings of one thing, none for a phrase that is none.

    `exactly` is the text that must stand there, accents and all, None where folding is fine; `is_wary` tells
    that the capitals are an English word too.  `first_names` is for a bare surname: the bearer's other names, in
    small letters, which alone may stand before it; None for all other spellings.
    """

    names: tuple[KnownName, ...]
    exactly: str | None = None
    is_wary: bool = False
    first_names: frozenset[str] | None = None


def read_patterns() -> Mapping[str, tuple[Spelling, ...]]:
    """Return every pattern with its spellings; DataError where two things share one without a declaration."""
    found: dict[str, list[Spelling]] = {}
    for pattern, spelling in _walk_spellings():
        spellings = found.setdefault(pattern, [])
        if spelling not in spellings:
            spellings.append(spelling)
    orders = _read_orders()
    return {pattern: _order(pattern, spellings, orders) for pattern, spellings in found.items()}


def spell(written: str, names: tuple[KnownName, ...]) -> Iterator[tuple[str, Spelling]]:
    """Yield the patterns that find a name as it stands in a table, its mark before it."""
    mark, text = written[0], written.lstrip(EXACTLY + WARILY)
    folded = fold_text(text)
    if mark == EXACTLY:
        yield folded, Spelling(names, exactly=text)
        return
    spelling = Spelling(names, is_wary=mark == WARILY)
    yield folded, spelling
    if folded.upper() != folded:
        yield folded.upper(), spelling


def _walk_spellings() -> Iterator[tuple[str, Spelling]]:
    for row in read_table("states.tsv", STATE_COLUMNS):
        yield from _spell_state(row)
    for table, kind in KINDS:
        for row in read_table(table, NAME_COLUMNS):
            written = split_cell(row["names"])
            names = (_read_name(row, kind, written[0]),)
            for one in written:
                yield from spell(one, names)
    for row in read_table("not_names.tsv", ("why", "names")):
        for phrase in split_cell(row["names"]):
            yield from spell(phrase, ())
    for person in read_persons():
        yield from _spell_person(person)


def _spell_state(row: Mapping[str, str]) -> Iterator[tuple[str, Spelling]]:
    shown = split_cell(row["names"])[0]
    for column, kind in (("names", "state"), ("adjectives", "adjective")):
        names = (_read_name(row, kind, shown),)
        for written in split_cell(row[column]):
            yield from spell(written, names)
    for written in split_cell(row["capitals"]):
        sector = row["sector"] or "GOV"
        yield from spell(written, (_read_name({**row, "sector": sector}, "capital", written),))


def _spell_person(person: Person) -> Iterator[tuple[str, Spelling]]:
    for written in person.names:
        yield from spell(written, person.readings)
    if not person.alone:
        return
    alone = {fold_text(written.lstrip(WARILY)) for written in person.alone}
    parts = {part for written in person.names for part in fold_text(written).split()}
    first_names = frozenset(part.lower().rstrip(".") for part in parts - alone)
    for written in person.alone:
        for pattern, spelling in spell(written, person.readings):
            yield pattern, Spelling(spelling.names, is_wary=spelling.is_wary, first_names=first_names)


def _read_name(row: Mapping[str, str], kind: str, shown: str) -> KnownName:
    return KnownName(
        entity_id=row["id"],
        name=shown.lstrip(EXACTLY + WARILY),
        kind=kind,
        code=row["code"] or None,
        sector=row["sector"],
        other_sectors=tuple(row.get("other_sectors", "").split()),
        since=row["since"] or None,
        until=row["until"] or None,
        source=row["source"],
    )


def _read_orders() -> Mapping[str, tuple[str, ...]]:
    rows = read_table("ambiguous.tsv", ("name", "ids", "why"))
    return {fold_text(row["name"]).upper(): split_cell(row["ids"]) for row in rows}


def _order(pattern: str, spellings: list[Spelling], orders: Mapping[str, tuple[str, ...]]) -> tuple[Spelling, ...]:
    if len(spellings) == 1:
        return tuple(spellings)
    if all(spelling.first_names is not None for spelling in spellings):
        return tuple(sorted(spellings, key=_last_office, reverse=True))
    ids = {_id_of(spelling) for spelling in spellings}
    declared = orders.get(pattern.upper(), ()) if len(ids) > 1 else tuple(ids)
    if not ids <= set(declared):
        raise DataError(
            f"knowledge/data: {pattern!r} names {', '.join(sorted(ids))}; declare their order in ambiguous.tsv"
        )
    return tuple(sorted(spellings, key=lambda spelling: (declared.index(_id_of(spelling)), _is_past(spelling))))


def _id_of(spelling: Spelling) -> str:
    return spelling.names[0].entity_id if spelling.names else ""


def _is_past(spelling: Spelling) -> bool:
    return bool(spelling.names) and spelling.names[0].until is not None


def _last_office(spelling: Spelling) -> str:
    return max((name.since or "" for name in spelling.names if name.office), default="")
