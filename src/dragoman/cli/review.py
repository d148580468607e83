"""`dragoman review`: walk a queue of events, one line of answer each; and how far two reviewers agree."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.people import WhoOption, name_of_person
from dragoman.cli.showing import INDENT, print_indented, show_event
from dragoman.cli.terminal import clean, complain, open_console, write_line
from dragoman.errors import BadUse
from dragoman.records import Change, Entity, Event

if TYPE_CHECKING:
    from dragoman.runs.reviewing import Agreement, FieldAgreement
    from dragoman.stores.contract import Store

HELP = """Look at coded events one by one, and confirm, correct or retract them.

\b
Examples:
  dragoman review                                      the least sure events first
  dragoman review --queue at-odds                      where rules or reports give several types
  dragoman review --queue claims                       claims that others deny or tell differently
  dragoman review --queue random --sample 50 --seed 7 --who ada
  dragoman review --agreement ada grace                how far two reviewers agree

\b
Answers, a line each:
  c [WHY]          confirm: the event is right
  r WHY            retract: there is no such event
  s FIELD=VALUE    set a field (type, mode, status, actor, recipient …); then further ones, then an empty line
  k                skip
  q                quit; every answer before is kept

A random sample is recorded when it is first drawn: whoever asks for the same --sample and --seed gets the
same events, as the coder gave them, so that two people judge the same thing. Answers go into the log that
`dragoman correct --log` shows, and --undo takes them back.
"""


class QueueName(StrEnum):
    """Which events to look at."""

    LOW_CONFIDENCE = "low-confidence"
    AT_ODDS = "at-odds"
    CLAIMS = "claims"
    RANDOM = "random"


def review(
    queue: Annotated[QueueName, typer.Option("--queue", help="Which events.")] = QueueName.LOW_CONFIDENCE,
    sample: Annotated[int, typer.Option("--sample", metavar="N", min=1, max=10_000, help="How many events.")] = 20,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="Which random sample.")] = 1,
    who: WhoOption = None,
    agreement: Annotated[
        tuple[str, str] | None, typer.Option("--agreement", metavar="NAME NAME", help="Compare two reviewers.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Review events."""
    from dragoman.runs.reviewing import Queue, events_to_review, measure_agreement
    from dragoman.stores import open_store

    name = "" if agreement else name_of_person(who)
    opened = open_store(store_address(store), create=False)
    try:
        if agreement:
            _show_agreement(measure_agreement(opened, *agreement))
            return
        events = tuple(events_to_review(opened, Queue(queue.value, sample, seed), name))
        _Sitting(opened, name, f"reviewed in the queue {queue.value}").walk(events)
    finally:
        opened.close()


@dataclass(slots=True)
class _Sitting:
    """One reviewer at one queue."""

    store: "Store"
    who: str
    reason: str
    console: Console = field(default_factory=open_console)
    answered: int = 0

    def walk(self, events: tuple[Event, ...]) -> None:
        """Show each event and do as the answers say, until the queue or the answers end."""
        for number, event in enumerate(events, start=1):
            self._show(event, number, len(events))
            if not self._ask(event):
                break
        complain(f"{self.answered} of {len(events)} events judged" if events else "nothing is left in this queue")

    def _show(self, event: Event, number: int, total: int) -> None:
        self.console.print(Text(f"\n{number} of {total} · {event.key}", style="dim"))
        show_event(self.console, event, {event.key: number})
        for line in _why_lines(event):
            print_indented(self.console, Text(line, style="dim"))

    def _ask(self, event: Event) -> bool:
        """Take answers until one settles the event; return False where the reviewer quits or the answers end."""
        while (line := _read_line("c)onfirm  r)etract  s)et  k)skip  q)uit > ")) is not None:
            letter, _, rest = line.strip().partition(" ")
            if letter == "q":
                return False
            if letter == "k":
                return True
            try:
                if self._answer(event, letter, rest.strip()):
                    self.answered += 1
                    return True
            except BadUse as problem:
                write_line(f"{' ' * INDENT}{clean(str(problem))}")
        return False

    def _answer(self, event: Event, letter: str, rest: str) -> bool:
        """Keep one answer; return False where it is none."""
        if letter == "c":
            return self._keep(event, "confirm", rest or self.reason)
        if letter == "r" and rest:
            return self._keep(event, "retract", rest)
        if letter == "s" and rest:
            return self._set(event, rest)
        write_line(f"{' ' * INDENT}answer with c, r WHY, s FIELD=VALUE, k or q; `dragoman review --help` says more")
        return False

    def _set(self, event: Event, first: str) -> bool:
        from dragoman.runs.correcting import changes_from_texts

        told = [first]
        while line := (_read_line("another FIELD=VALUE, or an empty line > ") or "").strip():
            told.append(line)
        changes = changes_from_texts(told)
        return self._keep(event, "set", self.reason, changes)

    def _keep(self, event: Event, action: str, why: str, changes: tuple[Change, ...] = ()) -> bool:
        from dragoman.runs.correcting import correct, entry

        number = correct(self.store, entry(event.key, action, who=self.who, why=why, changes=changes))
        write_line(f"{' ' * INDENT}entry {number}")
        return True


def _read_line(prompt: str) -> str | None:
    """Return the next line of standard input, None at its end; people see a prompt, pipes do not."""
    if sys.stdin.isatty():
        sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line if line else None


def _why_lines(event: Event) -> Iterator[str]:
    """Yield why the event is coded so: its words for the trigger, and each side with what it was resolved by."""
    for evidence in event.text_info.evidence:
        start = evidence.start - event.text_info.start
        words = event.text[start : start + evidence.end - evidence.start] if start >= 0 else ""
        if evidence.field == "event" and words:
            yield f"{event.event[0]} by {clean(words)!r}"
    for name, side in (("actor", event.actor), ("recipient", event.recipient)):
        for entity in side:
            yield f"{name}: {_party(entity)}"


def _party(entity: Entity) -> str:
    coded = " ".join(part for part in (entity.code or "?", entity.sector) if part)
    words = f" from {clean(entity.entity_text)!r}" if entity.entity_text else ""
    by = f", {clean(entity.resolved_by)}" if entity.resolved_by else ""
    return f"{coded}{words}{by}"


def _show_agreement(found: "Agreement") -> None:
    write_line(f"{found.verdict.n} events judged by both {clean(found.first)} and {clean(found.second)}")
    for one in (found.verdict, *found.fields):
        write_line(_agreement_line(one))
    for key, first, second in found.at_odds:
        write_line(f"at odds: {key}  {clean(found.first)}: {first}  {clean(found.second)}: {second}")


def _agreement_line(one: "FieldAgreement") -> str:
    if one.share is None:
        return f"{one.name:<20} nothing to compare"
    kappa = "not defined (one answer throughout)" if one.kappa is None else f"{one.kappa:.2f}"
    return f"{one.name:<20} {one.share:6.1%} the same of {one.n:<5} Cohen's kappa {kappa}"
