"""Users' own lists of actors: files in Dragoman's format or PETRARCH's, read line by line.

In comes a file, out goes a `UserList`.  Our format is a table, tab-separated, whose first line names its columns:
`name`, `code` and `sector`, and as wanted `other_sectors`, `kind`, `entity_id`, `office`, `since`, `until`.  Any
other file is read as a dictionary of PETRARCH.  A bad line is a problem with file and number; the rest loads.
docs/actors.md explains both to users.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dragoman.errors import BadUse
from dragoman.knowledge.cameo import CameoCodes
from dragoman.knowledge.days import period_of
from dragoman.knowledge.entries import ActorCode, ListProblem, UserEntry, UserList, UserNoun
from dragoman.knowledge.nouns import Agent
from dragoman.knowledge.petrarch import PetrarchReader
from dragoman.knowledge.tables import split_cell
from dragoman.ontology import Ontology

NEEDED = ("name", "code", "sector")
COLUMNS = (*NEEDED, "other_sectors", "kind", "entity_id", "office", "since", "until", "source")
NAME_KINDS = ("state", "adjective", "capital", "house", "organisation", "group", "outlet", "person", "region")
NOUN_KINDS = ("office", "body", "people")


def read_user_list(path: Path) -> UserList:
    """Return what a list holds; BadUse where the file cannot be read at all."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise BadUse(f"the list of actors {path} cannot be read: {problem.strerror}") from problem
    problems: list[ListProblem] = []
    lines = list(_decode(raw, str(path), problems))
    cameo = CameoCodes.load()
    head = next((line for _, line in lines if line.strip() and not line.startswith("#")), "")
    if "\t" in head and "name" in head.split("\t"):
        told = _TableReader(str(path), cameo.ontology).read(lines)
    else:
        told = PetrarchReader(str(path), cameo).read(lines)
    problems += (*told.problems, *_find_twins(told.entries))
    if not (told.entries or told.nouns or problems):
        problems.append(ListProblem(str(path), 1, "the file names no actor; docs/actors.md tells how to write one"))
    return UserList(told.entries, told.nouns, tuple(sorted(problems, key=lambda problem: problem.line)))


def _find_twins(entries: Sequence[UserEntry]) -> Iterator[ListProblem]:
    """Yield a problem for each spelling that has codes without days in two places: the first is what counts."""
    lines: dict[str, tuple[int, ActorCode]] = {}
    for entry in entries:
        for code in entry.codes:
            for spelling in entry.spellings if not code.is_dated else ():
                line, first = lines.setdefault(spelling, (entry.line, code))
                if code != first:
                    what = f"{spelling.strip('=?')!r} has another code in line {line}, which counts; keep one of them"
                    yield ListProblem(entry.file, entry.line, what)


def _decode(raw: bytes, file: str, problems: list[ListProblem]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            yield number, line.decode("utf-8")
        except UnicodeDecodeError:
            problems.append(ListProblem(file, number, "it is not in UTF-8; save the file as UTF-8"))


class _TableReader:
    """Reads a list in Dragoman's own format."""

    def __init__(self, file: str, ontology: Ontology) -> None:
        self.file = file
        self.ontology = ontology
        self.entries: list[UserEntry] = []
        self.nouns: list[UserNoun] = []
        self.problems: list[ListProblem] = []

    def read(self, lines: list[tuple[int, str]]) -> UserList:
        kept = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
        columns = tuple(cell.strip() for cell in kept[0][1].split("\t"))
        self._check_header(kept[0][0], columns)
        for number, line in kept[1:] if set(NEEDED) <= set(columns) else ():
            cells = [cell.strip() for cell in line.split("\t")]
            try:
                if len(cells) > len(columns):
                    raise ValueError(f"it has {len(cells)} cells where {len(columns)} belong")
                self._read_row(number, dict(zip(columns, cells, strict=False)))
            except ValueError as problem:
                self.problems.append(ListProblem(self.file, number, str(problem)))
        return UserList(tuple(self.entries), tuple(self.nouns), tuple(self.problems))

    def _check_header(self, number: int, columns: tuple[str, ...]) -> None:
        lacking = [column for column in NEEDED if column not in columns]
        strange = [column for column in columns if column not in COLUMNS]
        if lacking:
            what = f"the first line names no column {', '.join(lacking)}; nothing is read without it"
            self.problems.append(ListProblem(self.file, number, what))
        if strange:
            what = f"nobody knows the column {', '.join(strange)}; the columns are {', '.join(COLUMNS)}"
            self.problems.append(ListProblem(self.file, number, what))

    def _read_row(self, number: int, row: Mapping[str, str]) -> None:
        spellings = split_cell(row.get("name", ""))
        if not spellings or any(len(name.strip("=? ")) < 2 for name in spellings):
            raise ValueError("the cell `name` holds no name of two letters or more")
        kind = row.get("kind", "")
        sectors = tuple(
            sector for cell in (row.get("sector", ""), row.get("other_sectors", "")) for sector in cell.split()
        )
        for sector in sectors:
            if not self.ontology.is_sector(sector):
                raise ValueError(f"{sector!r} is no sector; PLOVER has {', '.join(self.ontology.sectors)}")
        if kind in NOUN_KINDS:
            self._add_noun(spellings, sectors, kind)
            return
        if kind and kind not in NAME_KINDS:
            raise ValueError(f"{kind!r} is no kind; the kinds are {', '.join((*NAME_KINDS, *NOUN_KINDS))}")
        code = self._read_code(row.get("code", ""))
        since, until, precision = period_of(row.get("since", ""), row.get("until", ""))
        told = ActorCode(
            code, sectors[0] if sectors else "", sectors[1:], since, until, precision, row.get("office") or None
        )
        self.entries.append(UserEntry(spellings, (told,), self.file, number, kind, row.get("entity_id", "")))

    def _add_noun(self, spellings: tuple[str, ...], sectors: tuple[str, ...], kind: str) -> None:
        singulars = tuple(name.strip("=? ").lower() for name in spellings)
        sector = sectors[0] if sectors else ""
        self.nouns.append(UserNoun(singulars, (), Agent(singulars[0], sector, sectors[1:], kind)))

    def _read_code(self, written: str) -> str | None:
        code = self.ontology.fold(written)
        if written and not self.ontology.is_code(code):
            raise ValueError(
                f"{written!r} is no code; codes are ISO 3166 alpha-3 (AZE), or {', '.join(self.ontology.special)}"
            )
        return code or None
