"""Our own gold, read: a sheet of quality/gold as a record, and its article as the coder gets it.

In: a text file in the form that quality/gold/README.md lays down.  Out: a `Sheet` of sentences with their gold events,
or SheetError that names every bad line by file and number.  Knows codes and modes from the ontology and nothing of
the coder.  To add a cell, name it in `CELLS`, read it in `_read_event` and check it in scoring.py.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.ontology import Ontology
from dragoman.records import Article

HEADERS = ("title", "outlet", "published", "genre")
END_OF_HEADERS = "# ---"
CELLS = ("event", "mode", "actor", "recipient", "reciprocal", "status", "date", "attribution")
REQUIRED, OPTIONAL = ">", "?"
NOT_JUDGED = "~ "
UNKNOWN = "?"
PLANNED = "planned "
PLANNABLE = ("AGREE", "CONCEDE")  # whose coming day stands apart from the day they were made
NOBODY = "none"
TITLE = 0  # the title's paragraph; those of the text count from 1


class SheetError(ValueError):
    """Sheets that do not keep to the form; `problems` has one line for each, with file and line number."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Option:
    """One right way to code a party: code None is an unknown one, sector "" the country as a whole."""

    code: str | None
    sector: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party to a gold event, with all the ways to code it that are right."""

    options: tuple[Option, ...]

    @property
    def codes(self) -> frozenset[str | None]:
        """The codes that are right."""
        return frozenset(option.code for option in self.options)


@dataclass(frozen=True, slots=True)
class GoldDate:
    """ISO days, both included; `is_planned` where they are those of the coming act."""

    first: str
    last: str
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that a careful human coder finds; no `mode`, `date` or `attribution`: it is not scored.

    `attribution` is "none" where the outlet speaks itself.  An optional event is neither missed nor wrong.
    """

    line: int
    is_optional: bool
    event: str
    mode: str | None
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    is_reciprocal: bool
    status: str
    date: GoldDate | None
    attribution: str | None


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence with its events; the title is the sentence of paragraph 0.

    One that is not judged stands there for its context only: whatever is coded in it counts neither way.
    """

    line: int
    paragraph: int
    text: str
    events: tuple[GoldEvent, ...] = ()
    is_judged: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article of our own with its gold; the first sentence is the title."""

    name: str
    outlet: str
    published: str
    genre: str
    sentences: tuple[GoldSentence, ...]

    @property
    def title(self) -> str:
        """The headline."""
        return self.sentences[0].text

    @property
    def body(self) -> tuple[GoldSentence, ...]:
        """All sentences but the title."""
        return self.sentences[1:]

    @property
    def events(self) -> tuple[GoldEvent, ...]:
        """All gold events, the optional ones too."""
        return tuple(event for sentence in self.sentences for event in sentence.events)

    @property
    def required(self) -> tuple[GoldEvent, ...]:
        """The gold events that a coder must find."""
        return tuple(event for event in self.events if not event.is_optional)


def article_from_sheet(sheet: Sheet) -> Article:
    """Return the article as the coder gets it: paragraphs of joined sentences, and no word of the gold."""
    paragraphs: dict[int, list[str]] = {}
    for sentence in sheet.body:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
    return Article(
        doc_id=sheet.name,
        title=sheet.title,
        published=sheet.published,
        language="en",
        outlet=sheet.outlet,
        paragraphs=tuple(" ".join(sentences) for sentences in paragraphs.values()),
    )


# --- files ---------------------------------------------------------------------------------------


def find_sheets(folder: Path) -> tuple[Path, ...]:
    """Return the sheets in a folder, in order; none where there is no such folder."""
    return tuple(sorted(folder.glob("*.txt")))


def read_sheets(paths: Sequence[Path], ontology: Ontology) -> tuple[Sheet, ...]:
    """Read sheets; SheetError with the bad lines of all of them."""
    sheets: list[Sheet] = []
    problems: list[str] = []
    for path in paths:
        try:
            sheets.append(read_sheet(path, ontology))
        except SheetError as problem:
            problems += problem.problems
    if problems:
        raise SheetError(problems)
    return tuple(sheets)


def read_sheet(path: Path, ontology: Ontology) -> Sheet:
    """Read one sheet; SheetError with all its bad lines."""
    reading = _Reading(path.name, ontology)
    lines = list(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    ends = [number for number, line in lines if line.rstrip() == END_OF_HEADERS]
    if not ends:
        raise SheetError([f"{path.name}:1: there is no line {END_OF_HEADERS!r} behind the headers"])
    headers = _read_headers(reading, lines[: ends[0] - 1])
    reading.open_sentence(headers["title"][0], headers["title"][1])
    for number, line in lines[ends[0] :]:
        _read_line(reading, number, line.strip())
    if len(reading.sentences) == 1:
        reading.problems.append(f"{path.name}:{len(lines)}: there is no sentence of text")
    if reading.problems:
        raise SheetError(reading.problems)
    rest = {name: headers[name][1] for name in HEADERS[1:]}
    return Sheet(path.name, **rest, sentences=tuple(sentence.close() for sentence in reading.sentences))


@dataclass(slots=True)
class _OpenSentence:
    line: int
    paragraph: int
    text: str
    is_judged: bool
    events: list[GoldEvent] = field(default_factory=list)

    def close(self) -> GoldSentence:
        return GoldSentence(self.line, self.paragraph, self.text, tuple(self.events), self.is_judged)


@dataclass(slots=True)
class _Reading:
    """What has been read of a sheet so far."""

    name: str
    ontology: Ontology
    paragraph: int = TITLE
    is_parted: bool = False
    sentences: list[_OpenSentence] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def open_sentence(self, line: int, text: str) -> None:
        is_judged = not text.startswith(NOT_JUDGED)
        bare = text if is_judged else text.removeprefix(NOT_JUDGED).lstrip()
        self.sentences.append(_OpenSentence(line, self.paragraph, bare, is_judged))

    def attempt(self, line: int, read: Callable[[], GoldEvent]) -> None:
        try:
            self.sentences[-1].events.append(read())
        except ValueError as problem:
            self.problems.append(f"{self.name}:{line}: {problem}")


def _read_headers(reading: _Reading, lines: Sequence[tuple[int, str]]) -> dict[str, tuple[int, str]]:
    headers: dict[str, tuple[int, str]] = {}
    for number, line in lines:
        name, colon, value = line.partition(":")
        if not colon or name not in HEADERS or name in headers or not value.strip():
            told = f"is no header, one each of {', '.join(HEADERS)} as `name: value`"
            reading.problems.append(f"{reading.name}:{number}: {line:.20}… {told}")
        headers.setdefault(name, (number, value.strip()))
    for name in HEADERS:
        if name not in headers:
            reading.problems.append(f"{reading.name}:1: there is no header `{name}:`")
            headers[name] = (1, "")
    number, day = headers["published"]
    if day and not _is_day(day):
        reading.problems.append(f"{reading.name}:{number}: published is a day as 2024-05-14, not {day!r}")
    return headers


def _read_line(reading: _Reading, number: int, line: str) -> None:
    if not line:
        reading.is_parted = True
    elif line[0] in (REQUIRED, OPTIONAL):
        if reading.is_parted:
            reading.problems.append(f"{reading.name}:{number}: no blank line parts an event from its sentence")
        elif not reading.sentences[-1].is_judged:
            reading.problems.append(
                f"{reading.name}:{number}: a sentence that is not judged ({NOT_JUDGED}) has no event"
            )
        else:
            reading.attempt(number, lambda: _read_event(number, line, reading.ontology))
    elif line[0] == "#":
        reading.problems.append(f"{reading.name}:{number}: no line of the text begins with '#'")
    else:
        if not reading.is_parted and reading.paragraph == TITLE:
            reading.problems.append(f"{reading.name}:{number}: a blank line parts the title's events from the text")
        if reading.is_parted or reading.paragraph == TITLE:
            reading.paragraph, reading.is_parted = reading.paragraph + 1, False
        reading.open_sentence(number, line)


# --- cells ---------------------------------------------------------------------------------------


def _read_event(number: int, line: str, ontology: Ontology) -> GoldEvent:
    """Return the event of a line; ValueError says which cell is off."""
    cells = [cell.strip() for cell in line[1:].split("|")]
    if len(cells) != len(CELLS) or line[1:2] != " ":
        raise ValueError(f"an event is `{line[0]} ` and {len(CELLS)} cells, not {len(cells)}: {' | '.join(CELLS)}")
    cell = dict(zip(CELLS, cells, strict=True))
    read = GoldEvent(
        line=number,
        is_optional=line[0] == OPTIONAL,
        event=_read_one_of(cell["event"], "event type", tuple(ontology.event_types)),
        mode=_read_mode(cell["event"], cell["mode"], ontology),
        actor=_read_parties(cell["actor"], ontology),
        recipient=_read_parties(cell["recipient"], ontology),
        is_reciprocal=_read_one_of(cell["reciprocal"], "answer to reciprocal", ("yes", "no")) == "yes",
        status=_read_one_of(cell["status"], "status", tuple(ontology.statuses)),
        date=_read_date(cell["date"]) if cell["date"] else None,
        attribution=cell["attribution"] or None,
    )
    _check_whole(read)
    return read


def _check_whole(event: GoldEvent) -> None:
    if not event.actor:
        raise ValueError("an event has an actor; an unknown one is `?`")
    if event.is_reciprocal and (len(event.actor) < 2 or event.recipient):
        raise ValueError("a reciprocal event has two parties or more in actor, and no recipient")
    if event.date and event.date.is_planned and event.event not in PLANNABLE:
        raise ValueError(f"only {' and '.join(PLANNABLE)} have a planned date, not {event.event}")


def _read_one_of(told: str, what: str, known: Sequence[str]) -> str:
    if told not in known:
        raise ValueError(f"no {what} {told!r}; there are {', '.join(known)}")
    return told


def _read_mode(event: str, told: str, ontology: Ontology) -> str | None:
    if not told or event not in ontology.event_types:
        return None
    return _read_one_of(told, f"mode of {event}", ontology.modes(event))


def _read_parties(told: str, ontology: Ontology) -> tuple[Party, ...]:
    return tuple(_read_party(part.strip(), ontology) for part in told.split(";")) if told else ()


def _read_party(told: str, ontology: Ontology) -> Party:
    return Party(tuple(_read_option(option.strip(), ontology) for option in told.split("/")))


def _read_option(told: str, ontology: Ontology) -> Option:
    code, *sectors = told.split()[:3] or [""]
    if code != UNKNOWN and not ontology.is_code(code):
        raise ValueError(f"no code {code!r}; parties are `CODE SECTOR; CODE SECTOR/CODE SECTOR`, an unknown one `?`")
    if len(sectors) > 1 or (sectors and not ontology.is_sector(sectors[0])):
        raise ValueError(f"no sector {' '.join(sectors)!r} (of {code}); there are {', '.join(ontology.sectors)}")
    return Option(None if code == UNKNOWN else code, sectors[0] if sectors else "")


def _read_date(told: str) -> GoldDate:
    days = told.removeprefix(PLANNED)
    first, dots, last = days.partition("..")
    bounds = _bounds(first), _bounds(last if dots else first)
    if bounds[0] is None or bounds[1] is None or bounds[0][0] > bounds[1][1]:
        raise ValueError(f"no date {told!r}; it is a day, month or year (2024-05-14, 2024-05, 2024), or A..B of them")
    return GoldDate(bounds[0][0], bounds[1][1], days != told)


def _bounds(told: str) -> tuple[str, str] | None:
    """Return the first and last day of a day, month or year, None where it is none."""
    if re.fullmatch(r"\d{4}", told):
        return f"{told}-01-01", f"{told}-12-31"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", told):
        return f"{told}-01", f"{told}-{calendar.monthrange(int(told[:4]), int(told[5:]))[1]:02d}"
    return (told, told) if _is_day(told) else None


def _is_day(told: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", told):
        return False
    try:
        datetime.date.fromisoformat(told)
    except ValueError:
        return False
    return True
