"""From the tables of names to patterns: each spelling, folded and in capitals, with the names it may stand for.

In come `data/*.tsv`, out goes a mapping from pattern to `Spelling`s, the likeliest first.  To add a name, add
it to its table; one spelling for two things must be declared in `data/ambiguous.tsv`, which puts them in order.
Only a bare surname may be shared by persons undeclared: who held an office on the day is meant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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
    """One way to write a name: of `names`, which are readings of one thing, or of a `person`, or of nothing.

    `exactly` is the text that must stand there, accents and all, None where folding is fine; `is_wary` tells
    that the capitals are an English word too; `is_alone` that it is a person's bare surname.
    """

    names: tuple[KnownName, ...] = ()
    person: Person | None = None
    exactly: str | None = None
    is_wary: bool = False
    is_alone: bool = False

    def readings(self) -> tuple[KnownName, ...]:
        """Return whom or what it may name, the likeliest first; none for a phrase that is no name."""
        return self.names if self.person is None else self.person.readings()

    def first_names(self) -> frozenset[str]:
        """Return what may stand before a bare surname as the bearer's own: their other names, in small letters."""
        if self.person is None:
            return frozenset()
        words = {word for written in self.person.names for word in fold_text(written).split()}
        alone = {fold_text(written.lstrip(EXACTLY + WARILY)) for written in self.person.alone}
        return frozenset(word.lower().rstrip(".") for word in words - alone)


def read_patterns() -> Mapping[str, tuple[Spelling, ...]]:
    """Return every pattern with its spellings; DataError where two things share one without a declaration."""
    found: dict[str, tuple[Spelling, ...]] = {}
    shared: set[str] = set()
    for pattern, spelling in _walk_spellings():
        others = found.get(pattern, ())
        if others and spelling not in others:
            shared.add(pattern)
            found[pattern] = (*others, spelling)
        elif not others:
            found[pattern] = (spelling,)
    orders = _read_orders()
    found.update((pattern, _order(pattern, found[pattern], orders)) for pattern in shared)
    return found


def spell(written: str, spelling: Spelling) -> Iterator[tuple[str, Spelling]]:
    """Yield the patterns that find a name as it stands in a table, its mark before it."""
    mark, text = written[0], written.lstrip(EXACTLY + WARILY)
    folded = fold_text(text)
    if mark == EXACTLY:
        yield folded, replace(spelling, exactly=text)
        return
    marked = replace(spelling, is_wary=True) if mark == WARILY else spelling
    yield folded, marked
    if folded.upper() != folded:
        yield folded.upper(), marked


def _walk_spellings() -> Iterator[tuple[str, Spelling]]:
    for row in read_table("states.tsv", STATE_COLUMNS):
        yield from _spell_state(row)
    for table, kind in KINDS:
        for row in read_table(table, NAME_COLUMNS):
            written = split_cell(row["names"])
            yield from _spell_all(written, Spelling((_read_name(row, kind, written[0]),)))
    for row in read_table("not_names.tsv", ("why", "names")):
        yield from _spell_all(split_cell(row["names"]), Spelling())
    for person in read_persons():
        yield from _spell_all(person.names, Spelling(person=person))
        yield from _spell_all(person.alone, Spelling(person=person, is_alone=True))


def _spell_all(written: tuple[str, ...], spelling: Spelling) -> Iterator[tuple[str, Spelling]]:
    for one in written:
        yield from spell(one, spelling)


def _spell_state(row: Mapping[str, str]) -> Iterator[tuple[str, Spelling]]:
    shown = split_cell(row["names"])[0]
    for column, kind in (("names", "state"), ("adjectives", "adjective")):
        yield from _spell_all(split_cell(row[column]), Spelling((_read_name(row, kind, shown),)))
    for written in split_cell(row["capitals"]):
        sector = row["sector"] or "GOV"
        yield from spell(written, Spelling((_read_name({**row, "sector": sector}, "capital", written),)))


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


def _order(
    pattern: str, spellings: tuple[Spelling, ...], orders: Mapping[str, tuple[str, ...]]
) -> tuple[Spelling, ...]:
    if all(spelling.is_alone for spelling in spellings):
        return tuple(sorted(spellings, key=_last_office, reverse=True))
    ids = {_id_of(spelling) for spelling in spellings}
    declared = orders.get(pattern.upper(), ()) if len(ids) > 1 else tuple(ids)
    if not ids <= set(declared):
        raise DataError(
            f"knowledge/data: {pattern!r} names {', '.join(sorted(ids))}; declare their order in ambiguous.tsv"
        )
    return tuple(sorted(spellings, key=lambda spelling: (declared.index(_id_of(spelling)), _is_past(spelling))))


def _id_of(spelling: Spelling) -> str:
    if spelling.person is not None:
        return spelling.person.entity_id
    return spelling.names[0].entity_id if spelling.names else ""


def _is_past(spelling: Spelling) -> bool:
    return bool(spelling.names) and spelling.names[0].until is not None


def _last_office(spelling: Spelling) -> str:
    return spelling.person.rows[-1]["since"] if spelling.person is not None else ""
