"""From the tables of names to patterns: each spelling, folded and in capitals, with the names it may stand for.

In come `data/*.tsv`, out goes a mapping from pattern to `Spelling`s, the likeliest first.  To add a name, add
it to its table; one spelling for two things must be declared in `data/ambiguous.tsv`, which puts them in order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import DataError
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.nouns import KnownName
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
    """One way to write a name; `name` None for a phrase that is none.

    `exactly` is the text that must stand there, accents and all, None where folding is fine; `is_wary` tells
    that the capitals are an English word too.
    """

    name: KnownName | None
    exactly: str | None = None
    is_wary: bool = False


def read_patterns() -> Mapping[str, tuple[Spelling, ...]]:
    """Return every pattern with its spellings; DataError where two things share one without a declaration."""
    found: dict[str, list[Spelling]] = {}
    for written, name in _walk_names():
        for pattern, spelling in _spell(written, name):
            spellings = found.setdefault(pattern, [])
            if spelling not in spellings:
                spellings.append(spelling)
    orders = _read_orders()
    return {pattern: _order(pattern, spellings, orders) for pattern, spellings in found.items()}


def _walk_names() -> Iterator[tuple[str, KnownName | None]]:
    for row in read_table("states.tsv", STATE_COLUMNS):
        yield from _read_state(row)
    for table, kind in KINDS:
        for row in read_table(table, NAME_COLUMNS):
            written = split_cell(row["names"])
            name = _read_name(row, kind, written[0])
            yield from ((spelling, name) for spelling in written)
    for row in read_table("not_names.tsv", ("why", "names")):
        yield from ((phrase, None) for phrase in split_cell(row["names"]))


def _read_state(row: Mapping[str, str]) -> Iterator[tuple[str, KnownName]]:
    shown = split_cell(row["names"])[0]
    for column, kind in (("names", "state"), ("adjectives", "adjective")):
        name = _read_name(row, kind, shown)
        yield from ((written, name) for written in split_cell(row[column]))
    for written in split_cell(row["capitals"]):
        sector = row["sector"] or "GOV"
        yield written, _read_name({**row, "sector": sector}, "capital", written)


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


def _spell(written: str, name: KnownName | None) -> Iterator[tuple[str, Spelling]]:
    mark, text = written[0], written.lstrip(EXACTLY + WARILY)
    folded = fold_text(text)
    if mark == EXACTLY:
        yield folded, Spelling(name, exactly=text)
        return
    spelling = Spelling(name, is_wary=mark == WARILY)
    yield folded, spelling
    if folded.upper() != folded:
        yield folded.upper(), spelling


def _read_orders() -> Mapping[str, tuple[str, ...]]:
    rows = read_table("ambiguous.tsv", ("name", "ids", "why"))
    return {fold_text(row["name"]).upper(): split_cell(row["ids"]) for row in rows}


def _order(pattern: str, spellings: list[Spelling], orders: Mapping[str, tuple[str, ...]]) -> tuple[Spelling, ...]:
    if len(spellings) == 1:
        return tuple(spellings)
    ids = {_id_of(spelling) for spelling in spellings}
    declared = orders.get(pattern.upper(), ()) if len(ids) > 1 else tuple(ids)
    if not ids <= set(declared):
        raise DataError(
            f"knowledge/data: {pattern!r} names {', '.join(sorted(ids))}; declare their order in ambiguous.tsv"
        )
    return tuple(sorted(spellings, key=lambda spelling: (declared.index(_id_of(spelling)), _is_past(spelling))))


def _id_of(spelling: Spelling) -> str:
    return spelling.name.entity_id if spelling.name else ""


def _is_past(spelling: Spelling) -> bool:
    return spelling.name is not None and spelling.name.until is not None
