"""The book of runs in a store: one begins, one ends, and one that was killed is noted as broken off.

Comes in: a store and what the run will do.  Goes out: the run's number.  To record a further setting of a command,
give it to `begin_run` as a `Change`.
"""

import functools
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dragoman.records import Change, Count, Run, digest
from dragoman.runs.versions import find_versions
from dragoman.stores.contract import Reading, Store, Writing

RUNNING, FINISHED, FAILED, BROKEN_OFF = "running", "finished", "failed", "broken off"
PROCESS = "process"  # the setting that tells which process a run is


def now_utc() -> str:
    """Return the present second as stores write it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin_run(store: Store, kind: str, settings: Sequence[Change], *, actors: Sequence[str] = ()) -> int:
    """Note that a run begins, those before it that died as broken off, and return its number."""
    with store.writing() as writer:
        return note_run(writer, kind, settings, actors=actors)


def note_run(writer: Writing, kind: str, settings: Sequence[Change], *, actors: Sequence[str] = ()) -> int:
    """Do the same inside a transaction that is open already."""
    versions = find_versions(actors)
    for dead in dead_runs(writer):
        writer.end_run(dead.number, state=BROKEN_OFF, counts=dead.counts)
    run = Run(
        number=0,
        kind=kind,
        started=now_utc(),
        ended=None,
        state=RUNNING,
        coder=versions.coder,
        parser=versions.parser,
        knowledge=versions.knowledge,
        settings=(*settings, Change(PROCESS, mark_of_process(os.getpid()))),
    )
    return writer.begin_run(run)


def end_run(store: Store, number: int, *, state: str, counts: Sequence[Count]) -> None:
    """Note how a run ended."""
    with store.writing() as writer:
        writer.end_run(number, state=state, counts=counts)


def dead_runs(reader: Reading) -> list[Run]:
    """Return the runs that are noted as running and whose process, of this machine, is gone."""
    return [run for run in reader.runs() if run.state == RUNNING and _is_gone(_process_of(run))]


def mark_of_process(number: int) -> str:
    """Return what tells a process from all others: the machine, its number there, and when it began, where known."""
    return f"{_machine()} {number} {_start_of(number)}"


def _process_of(run: Run) -> str:
    return next((setting.value for setting in run.settings if setting.field == PROCESS), "")


def _is_gone(mark: str) -> bool:
    """Say whether a process of this machine is gone; of another machine's nobody can know here."""
    machine, _, rest = mark.partition(" ")
    number = rest.partition(" ")[0]
    if machine != _machine() or not number.isdecimal():
        return False
    return not _is_alive(int(number)) or mark_of_process(int(number)) != mark


def _is_alive(number: int) -> bool:
    if sys.platform == "win32":
        return True  # the question would end the process there
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _stat_of(number)[:1] != ["Z"]


@functools.cache
def _machine() -> str:
    """Return a digest of the machine's name, which itself is nobody's business."""
    return digest("machine", platform.node())


def _start_of(number: int) -> str:
    """Return when a process began, in the system's own count, or "" where the system does not tell."""
    return next(iter(_stat_of(number)[19:20]), "")


def _stat_of(number: int) -> list[str]:
    """Return what Linux tells of a process behind its name, from its state on; nothing elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    try:
        told = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return told.rpartition(")")[2].split()
