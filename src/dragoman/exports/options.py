"""What an export is asked for beside its format, and what came of it.

In come a door's options; out go `ExportOptions`, checked, and at the end the `Written`.
"""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.errors import BadUse
from dragoman.exports.told import TEXTS
from dragoman.ontology import CLASS_MAPPINGS
from dragoman.records import Count, EventFilter


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write.

    `text` is none, span or sentence: how much of the article's words goes along.  `one_a_day` keeps the first event of
    one date, actor, recipient and code.  `both_ways` writes a reciprocal act in both directions.  `coarse_dates` takes
    dates coarser than a week where the format cannot tell how fine they are, `with_claims` claims where it cannot tell
    whose they are.  `mapping` names the classes' mapping.
    """

    wanted: EventFilter = field(default_factory=EventFilter)
    text: str = "sentence"
    stories: bool = False
    one_a_day: bool = False
    both_ways: bool = False
    coarse_dates: bool = False
    with_claims: bool = False
    mapping: str | None = None

    def __post_init__(self) -> None:
        if self.text not in TEXTS:
            raise BadUse(f"--text is one of {', '.join(TEXTS)}, not {self.text!r}")
        if self.mapping is not None and self.mapping not in CLASS_MAPPINGS:
            raise BadUse(f"--class-mapping is one of {', '.join(CLASS_MAPPINGS)}, not {self.mapping!r}")


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: events read, rows written, and what was left out, by reason."""

    events: int
    rows: int
    left_out: tuple[Count, ...]
    first_day: str | None
    last_day: str | None
    coders: tuple[str, ...]


class Tally:
    """Counts while an export is written."""

    def __init__(self) -> None:
        self.events = 0
        self.rows = 0
        self.first_day: str | None = None
        self.last_day: str | None = None
        self._left_out: Counter[str] = Counter()
        self._coders: set[str] = set()

    def leave_out(self, reason: str) -> None:
        """Count something that is not written."""
        self._left_out[reason] += 1

    def count_row(self, day: str | None, coder: str) -> None:
        """Count a row, its day, and the coder that made it."""
        self.rows += 1
        self._coders.add(coder)
        if day is not None:
            self.first_day = min(self.first_day or day, day)
            self.last_day = max(self.last_day or day, day)

    def result(self) -> Written:
        """Return the counts as a record."""
        left_out = tuple(Count(reason, number) for reason, number in sorted(self._left_out.items()))
        return Written(self.events, self.rows, left_out, self.first_day, self.last_day, tuple(sorted(self._coders)))
