"""The casebook's pages as cases, and what of a coded article differs from its case.

In: the Markdown pages beside this file, one per event type, in the form that README.md lays down.
Out: `Case` records, and for a case and its coded article the differences in words.  The test runner and the
quality gate both stand on this file, so it knows nothing of pytest.  To add a column, name it in `Row` and
compare it in `_differs_in`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.records import CodedArticle, Entity, Event, Rejection, is_claim

COLUMNS = ("event", "mode", "actor", "recipient", "reciprocal", "status", "date", "attribution")
NEEDED = ("event", "actor", "status")
KNOWN_GAP = "(known gap)"
NO_EVENT = "No event."
NONE = "none"
PUBLISHED = re.compile(r"published (\d{4}-\d{2}-\d{2})(, headline)?$")
DATES = re.compile(r"(planned )?(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$")


class CasebookError(ValueError):
    """A page that does not keep to the form; the message names page and line."""


@dataclass(frozen=True, slots=True)
class Party:
    """A cell's party: `code` None is an unknown party; `sector` None is not compared."""

    code: str | None
    sector: str | None

    def fits(self, entity: Entity) -> bool:
        """Say whether the coded entity is this party."""
        return entity.code == self.code and self.sector in (None, entity.sector)


@dataclass(frozen=True, slots=True)
class Row:
    """One expected event; None stands for what is not compared."""

    event: str
    actor: tuple[Party, ...]
    status: str
    recipient: tuple[Party, ...] = ()
    reciprocal: bool = False
    mode: frozenset[str] | None = None
    date: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the events that a careful human coder finds in it; no rows: there is none."""

    page: str
    name: str
    line: int
    is_known_gap: bool
    text: str = ""
    published: str | None = None
    is_headline: bool = False
    rows: tuple[Row, ...] = ()

    def code(self, code_text: Callable[..., CodedArticle | Rejection]) -> CodedArticle | Rejection:
        """Return what `code_text` (as `dragoman.code_text`) makes of the case's text."""
        if self.is_headline:
            return code_text("", title=self.text, date=self.published)
        return code_text(self.text, date=self.published)


# --- pages ---------------------------------------------------------------------------------------


def find_pages(folder: Path) -> tuple[Path, ...]:
    """Return the casebook's pages in a folder, in order."""
    return tuple(sorted(path for path in folder.glob("*.md") if path.name != "README.md"))


def read_page(path: Path) -> tuple[Case, ...]:
    """Return the cases of a page; CasebookError where it does not keep to the form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not re.match(rf"# {path.stem.upper()}(: .+)?$", lines[0]):
        raise CasebookError(f"{path.name}:1: the page opens with '# {path.stem.upper()}', with or without ': WORDS'")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    ends = [*starts[1:], len(lines)]
    return tuple(_read_case(path.name, start + 1, lines[start:end]) for start, end in zip(starts, ends, strict=True))


@dataclass(slots=True)
class _Parts:
    """The lines of one case, sorted by what they are."""

    text: list[str] = field(default_factory=list)
    table: list[tuple[str, ...]] = field(default_factory=list)
    published: re.Match[str] | None = None
    says_no_event: bool = False


def _read_case(page: str, line: int, lines: Sequence[str]) -> Case:
    heading = lines[0].removeprefix("## ").strip()
    where = f"{page}:{line}: case {heading!r}"
    parts = _sort_lines(lines[1:], where)
    if not parts.text or not parts.published:
        raise CasebookError(f"{where}: needs a text in '> ' lines and a line 'published YYYY-MM-DD'")
    if parts.says_no_event == bool(parts.table):
        raise CasebookError(f"{where}: needs either a table of events or the line '{NO_EVENT}'")
    return Case(
        page=page,
        name=heading.removesuffix(KNOWN_GAP).strip(),
        line=line,
        is_known_gap=heading.endswith(KNOWN_GAP),
        text="\n\n".join(paragraph for paragraph in _paragraphs(parts.text)),
        published=parts.published[1],
        is_headline=bool(parts.published[2]),
        rows=tuple(_read_rows(parts.table, where)),
    )


def _sort_lines(lines: Sequence[str], where: str) -> _Parts:
    parts = _Parts()
    for line in (line.strip() for line in lines):
        if line.startswith(">"):
            parts.text.append(line[1:].strip())
        elif line.startswith("|"):
            parts.table.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
        elif line.startswith("published"):
            parts.published = PUBLISHED.match(line)
            if not parts.published:
                raise CasebookError(f"{where}: {line!r} is not 'published YYYY-MM-DD' with or without ', headline'")
        elif line == NO_EVENT:
            parts.says_no_event = True
    return parts


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    for paragraph in "\n".join(lines).split("\n\n"):
        yield " ".join(paragraph.split())


def _read_rows(table: Sequence[tuple[str, ...]], where: str) -> Iterator[Row]:
    if not table:
        return
    names = table[0]
    strange = [name for name in names if name not in COLUMNS] or [name for name in NEEDED if name not in names]
    if strange:
        raise CasebookError(f"{where}: column {strange[0]!r}; the columns are {', '.join(COLUMNS)}")
    if len(table) < 3:
        raise CasebookError(f"{where}: the table has no row; write '{NO_EVENT}' instead")
    for cells in table[2:]:
        if len(cells) != len(names):
            raise CasebookError(f"{where}: a row of {len(cells)} cells under {len(names)} columns")
        yield _read_row(dict(zip(names, cells, strict=True)), where)


def _read_row(cells: dict[str, str], where: str) -> Row:
    if not cells["event"].isupper() or not cells["status"]:
        raise CasebookError(f"{where}: a row needs an event type in capitals and a status")
    if cells.get("reciprocal", "") not in ("", "yes", "no"):
        raise CasebookError(f"{where}: reciprocal is yes or no, not {cells['reciprocal']!r}")
    date = cells.get("date") or None
    if date not in (None, NONE) and not DATES.match(date):
        raise CasebookError(f"{where}: date {date!r} is not a day, DAY..DAY, 'planned DAY' or '{NONE}'")
    return Row(
        event=cells["event"],
        actor=_read_parties(cells["actor"], where),
        status=cells["status"],
        recipient=_read_parties(cells.get("recipient", ""), where),
        reciprocal=cells.get("reciprocal") == "yes",
        mode=_read_modes(cells.get("mode", "")),
        date=date,
        attribution=cells.get("attribution") or None,
    )


def _read_parties(cell: str, where: str) -> tuple[Party, ...]:
    parties = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        words = part.split()
        if len(words) > 2 or not (words[0] == "?" or re.fullmatch(r"[A-Z]{3}", words[0])):
            raise CasebookError(f"{where}: party {part!r} is not CODE, CODE SECTOR or ?")
        parties.append(Party(None if words[0] == "?" else words[0], words[1] if len(words) == 2 else None))
    return tuple(parties)


def _read_modes(cell: str) -> frozenset[str] | None:
    if not cell:
        return None
    return frozenset() if cell == NONE else frozenset(part.strip() for part in cell.split(";"))


# --- comparing -----------------------------------------------------------------------------------


def find_differences(case: Case, coded: CodedArticle | Rejection) -> list[str]:
    """Return what differs, in words: expected events not coded, coded events not expected; empty where all is right."""
    if isinstance(coded, Rejection):
        return [f"rejected by {coded.stage}: {coded.reason} ({coded.detail})"]
    taken = _match_rows(case.rows, coded.events)
    missed = [row for number, row in enumerate(case.rows) if number not in taken]
    extra = [event for number, event in enumerate(coded.events) if number not in taken.values()]
    lines = []
    for row in missed:
        near = [event for event in extra if event.event == (row.event,)]
        hint = f" (coded beside it: differs in {', '.join(_differs_in(row, near[0]))})" if near else ""
        lines.append(f"not coded: {_show_row(row)}{hint}")
    return lines + [f"not expected: {_show_event(event)}" for event in extra]


def _match_rows(rows: Sequence[Row], events: Sequence[Event]) -> dict[int, int]:
    """Return the largest one-to-one matching as {row number: event number}."""
    options = [[n for n, event in enumerate(events) if not _differs_in(row, event)] for row in rows]
    owner: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for event in options[row]:
            if event not in seen:
                seen.add(event)
                if event not in owner or place(owner[event], seen):
                    owner[event] = row
                    return True
        return False

    for row in range(len(rows)):
        place(row, set())
    return {row: event for event, row in owner.items()}


def _differs_in(row: Row, event: Event) -> list[str]:
    """Return the names of the columns in which the coded event differs from the row."""
    fits = {
        "event": event.event == (row.event,),
        "mode": row.mode is None or row.mode == frozenset(event.mode),
        "actor": _is_side(row.actor, event.actor),
        "recipient": _is_side(row.recipient, event.recipient),
        "reciprocal": row.reciprocal == event.reciprocal,
        "status": row.status == event.status,
        "date": _is_date(row.date, event),
        "attribution": _is_speaker(row.attribution, event),
    }
    return [name for name, is_same in fits.items() if not is_same]


def _is_side(parties: Sequence[Party], entities: Sequence[Entity]) -> bool:
    if not parties:
        return all(entity.code is None for entity in entities)
    left = list(entities)
    # Parties that name their sector choose first: a bare code fits more entities.
    for party in sorted(parties, key=lambda party: party.sector is None):
        entity = next((entity for entity in left if party.fits(entity)), None)
        if entity is None:
            return False
        left.remove(entity)
    return not left


def _is_date(cell: str | None, event: Event) -> bool:
    if cell is None:
        return True
    if cell == NONE:
        return event.date is None
    match = DATES.match(cell)
    if match is None:
        return False
    planned, first, last = match.groups()
    given = (event.planned_date, event.planned_enddate) if planned else (event.date, event.enddate)
    return given[0] == first and last in (None, given[1])


def _is_speaker(cell: str | None, event: Event) -> bool:
    if cell is None:
        return True
    if cell == NONE:
        return not is_claim(event)
    if event.attribution is None:
        return False
    return cell.casefold() in event.attribution.speaker.casefold()


def _show_row(row: Row) -> str:
    def show(parties: Sequence[Party]) -> str:
        return "; ".join(" ".join(filter(None, (party.code or "?", party.sector))) for party in parties) or "-"

    mark = " reciprocal" if row.reciprocal else ""
    return f"{row.event} {show(row.actor)} > {show(row.recipient)}{mark} {row.status} {row.date or ''}".rstrip()


def _show_event(event: Event) -> str:
    def show(entities: Sequence[Entity]) -> str:
        return "; ".join(f"{entity.code or '?'} {entity.sector}".strip() for entity in entities) or "-"

    mark = " reciprocal" if event.reciprocal else ""
    mode = f" ({', '.join(event.mode)})" if event.mode else ""
    said = f", says {event.attribution.speaker!r}" if event.attribution else ""
    sides = f"{show(event.actor)} > {show(event.recipient)}{mark}"
    return (
        f"{'/'.join(event.event)}{mode} {sides} {event.status} {event.date}..{event.enddate}{said} [{event.coder.rule}]"
    )
