"""The count of a batch: how many inputs ended in which state, why, and how fast.

Comes in: outcomes one by one.  Goes out: `Tally`, and its summary in one line.
"""

import time
from collections import Counter
from dataclasses import dataclass, field

from dragoman.records import Rejection
from dragoman.runs.forms import Outcome


@dataclass(slots=True)
class Tally:
    """Counts while a batch runs; the one record here that changes."""

    coded: int = 0
    without_events: int = 0
    events: int = 0
    known: int = 0  # inputs that a store had already, and that were not read again
    rejected: Counter[str] = field(default_factory=Counter)
    started_s: float = field(default_factory=time.monotonic)

    @property
    def inputs(self) -> int:
        """How many inputs were read and counted."""
        return self.coded + self.without_events + self.rejected.total()

    @property
    def rate(self) -> float:
        """How many inputs a second were read."""
        return self.inputs / max(time.monotonic() - self.started_s, 1e-3)

    def count(self, outcome: Outcome) -> None:
        """Count one input."""
        if isinstance(outcome, Rejection):
            self.rejected[outcome.reason] += 1
        elif outcome.events:
            self.coded += 1
            self.events += len(outcome.events)
        else:
            self.without_events += 1

    def summary(self) -> str:
        """Return the counts in one line."""
        seconds = max(time.monotonic() - self.started_s, 1e-3)
        reasons = ", ".join(f"{reason} {number}" for reason, number in self.rejected.most_common())
        return (
            f"{_counted(self.inputs, 'input')}: {self.coded} coded ({_counted(self.events, 'event')}), "
            f"{self.without_events} coded with no events, "
            f"{self.rejected.total()} rejected{f' ({reasons})' if reasons else ''}; "
            f"{f'{self.known} already known; ' if self.known else ''}"
            f"{seconds:.1f} s, {self.inputs / seconds:.1f} inputs/s"
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
