"""`dragoman correct KEY …`: what a person says of an event, in a log on top of the events."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.people import WhoOption, WhyOption, name_of_person, reason_told
from dragoman.cli.terminal import clean, complain, write_line
from dragoman.errors import BadUse
from dragoman.records import Correction

if TYPE_CHECKING:
    from dragoman.stores.contract import Store

HELP = """Correct, retract or confirm an event; show the log of corrections, or write them as gold.

KEY is the event's key, as exports show it.

\b
Examples:
  dragoman correct 5f0c9f0f7a1b2c3d --set type=AID --why "food was sent, not promised"
  dragoman correct 5f0c9f0f7a1b2c3d --set "actor=NOR GOV; SWE GOV" --set reciprocal=no --why "a joint act"
  dragoman correct 5f0c9f0f7a1b2c3d --retract --why "a film is told, not an event"
  dragoman correct 5f0c9f0f7a1b2c3d --confirm --why "read with the page beside it"
  dragoman correct --undo 12 --why "entry 12 was meant for another event"
  dragoman correct --log
  dragoman correct --export gold/

Fields that can be set: type, mode, context, status, actor, recipient, reciprocal (yes, no), date, enddate,
place, object, attribution, dead, injured, arrested; "none" empties one. Parties are written CODE SECTOR,
joined by ";"; ? is an unknown country. docs/corrections.md has how each is written. Corrections are seen in every
view, stay when articles are coded again, and are taken back by --undo with the entry's number. --export
writes a sheet for each article with judged events, in the form of quality/gold, which `make gate` reads.
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the options ask for, exactly one of them."""

    key: str | None
    changes: tuple[str, ...]
    is_retract: bool
    is_confirm: bool
    undoes: int | None
    shows_log: bool
    export: str | None

    def check(self) -> None:
        asked = (bool(self.changes), self.is_retract, self.is_confirm, self.undoes is not None, self.shows_log)
        if sum((*asked, self.export is not None)) != 1:
            raise BadUse(
                "give exactly one of --set (as often as needed), --retract, --confirm, --undo, --log, --export"
            )
        needs_key = bool(self.changes) or self.is_retract or self.is_confirm
        if needs_key and self.key is None:
            raise BadUse("which event? give its KEY, as exports show it")
        if self.key is not None and (self.undoes is not None or self.export is not None):
            raise BadUse("--undo and --export take no KEY: an entry's number says which event it is on")


def correct(  # noqa: PLR0913 - typer reads the options from the parameters
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="The event's key.")] = None,
    changes: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Set a field. May be given again.")
    ] = None,
    is_retract: Annotated[bool, typer.Option("--retract", help="There is no such event.")] = False,
    is_confirm: Annotated[bool, typer.Option("--confirm", help="The event is right as it is.")] = False,
    undo: Annotated[int | None, typer.Option("--undo", metavar="NUMBER", help="Take back an entry of the log.")] = None,
    shows_log: Annotated[bool, typer.Option("--log", help="Show the log, of one event where KEY is given.")] = False,
    export: Annotated[
        str | None, typer.Option("--export", metavar="FOLDER", help="Write judged events as sheets of gold.")
    ] = None,
    who: WhoOption = None,
    why: WhyOption = None,
    store: StoreOption = None,
) -> None:
    """Correct an event by hand."""
    from dragoman.stores import open_store

    asked = _Asked(key, tuple(changes or ()), is_retract, is_confirm, undo, shows_log, export)
    asked.check()
    opened = open_store(store_address(store), create=False)
    try:
        if asked.shows_log:
            _show_log(opened.corrections(key=key))
        elif asked.export is not None:
            _export(opened, Path(asked.export))
        else:
            _correct(opened, asked, name_of_person(who), reason_told(why))
    finally:
        opened.close()


def _correct(store: "Store", asked: _Asked, who: str, why: str) -> None:
    from dragoman.runs import correcting

    entry = _entry(store, asked, who, why)
    number = correcting.correct(store, entry)
    write_line(
        f"entry {number}: {_told(entry)} {entry.key}, by {clean(who)}; `dragoman correct --undo {number}` undoes it"
    )


def _entry(store: "Store", asked: _Asked, who: str, why: str) -> Correction:
    from dragoman.runs.correcting import changes_from_texts, entry, entry_that_undoes
    from dragoman.stores.log import CONFIRM, RETRACT, SET

    if asked.undoes is not None:
        return entry_that_undoes(store, asked.undoes, who=who, why=why)
    key = asked.key or ""
    if asked.changes:
        return entry(key, SET, who=who, why=why, changes=changes_from_texts(asked.changes))
    return entry(key, RETRACT if asked.is_retract else CONFIRM, who=who, why=why)


def _show_log(log: Sequence[Correction]) -> None:
    from dragoman.runs.correcting import numbers_taken_back

    taken_back = numbers_taken_back(log)
    for entry in log:
        marks = ["orphaned: the coder no longer finds this event"] if entry.is_orphan else []
        if entry.number in taken_back:
            marks.append(f"taken back by entry {taken_back[entry.number]}")
        write_line(f"{entry.number:>5}  {entry.at}  {clean(entry.who)}: {_told(entry)} {entry.key}")
        told = f" ({'; '.join(marks)})" if marks else ""
        write_line(f"{'':>5}  {clean(entry.why)}{told}")
    if not log:
        complain("the log is empty")


def _told(entry: Correction) -> str:
    if entry.undoes is not None:
        return f"undo entry {entry.undoes} on"
    changes = ", ".join(f"{change.field} = {change.value or '(none)'}" for change in entry.changes)
    return clean(f"{entry.action} {changes} on" if changes else entry.action)


def _export(store: "Store", folder: Path) -> None:
    """Write the sheets into a folder, which is made; those that cannot be written are named."""
    from dragoman.runs.goldform import gold_sheets

    if folder.exists() and not folder.is_dir():
        raise BadUse(f"{folder} is a file; --export names a folder, and writes a sheet for each article into it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sheets = events = 0
        for sheet in gold_sheets(store):
            if sheet.problem:
                complain(f"article {sheet.name} has no sheet: {sheet.problem}")
                continue
            (folder / f"{sheet.name}.txt").write_text(sheet.text, encoding="utf-8", newline="\n")
            sheets, events = sheets + 1, events + sheet.events
    except OSError as problem:
        raise BadUse(f"{folder} cannot be written: {problem.strerror}") from problem
    complain(f"{sheets} sheet{'' if sheets == 1 else 's'} with {events} event{'' if events == 1 else 's'} in {folder}")
