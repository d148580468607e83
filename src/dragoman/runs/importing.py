"""Another coder's files into a store: all of one call, or nothing.

In come paths, the other coder's name and perhaps a format; out goes how much was new.  Bad lines are told one by one
while the rest is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.exports.importing import BadRow, read_events
from dragoman.records import Change, Count, Event
from dragoman.runs.runbook import FINISHED, note_run
from dragoman.stores.contract import Store


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: events read, how many of them the store had not, bad lines, lines without an event."""

    events: int
    new: int
    bad: int
    set_aside: int

    def summary(self) -> str:
        """Return it in one line."""
        told = f"{self.events} events read, {self.new} of them new"
        if self.set_aside:
            told += f"; {self.set_aside} lines tell what is no event in PLOVER (statements)"
        return f"{told}; {self.bad} bad lines" if self.bad else told


class _Counted:
    """Counts what passes."""

    def __init__(self) -> None:
        self.events = 0
        self.bad = 0
        self.set_aside = 0

    def events_of(self, told: Iterable[Event | BadRow], on_bad: Callable[[BadRow], None]) -> Iterator[Event]:
        """Yield the events, and hand bad lines over."""
        for item in told:
            if isinstance(item, Event):
                self.events += 1
                yield item
            elif item.is_whole:
                self.set_aside += 1
            else:
                self.bad += 1
                on_bad(item)


def import_files(
    store: Store, paths: Sequence[Path], *, coder: str, layout: str | None, on_bad: Callable[[BadRow], None]
) -> Imported:
    """Keep the events of files as another coder's; InputError, and nothing kept, where they hold none at all."""
    counted = _Counted()
    told = (item for path in paths for item in read_events(path, coder=coder, layout=layout))
    with store.writing() as writer:
        settings = [Change("coder", coder), *(Change("file", path.name) for path in paths)]
        run = note_run(writer, "import", settings)
        new = writer.save_foreign(coder, counted.events_of(told, on_bad))
        if not counted.events:
            raise InputError(f"{', '.join(str(path) for path in paths)}: no line of it is an event; nothing was kept")
        done = Imported(counted.events, new, counted.bad, counted.set_aside)
        counts = (
            Count("events", done.events),
            Count("new", new),
            Count("bad", done.bad),
            Count("set aside", done.set_aside),
        )
        writer.end_run(run, state=FINISHED, counts=counts)
    return done
