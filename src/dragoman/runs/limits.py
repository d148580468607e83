"""How many documents of a run may be rejected before somebody has to look.

Comes in: `--max-rejected` as it was typed.  Goes out: a `RejectionLimit`, or `TooManyRejected` once it is passed.
"""

import re
from dataclasses import dataclass

from dragoman.errors import BadUse, DragomanError
from dragoman.runs.tally import Tally

LEAST_READ = 50  # a share is judged from here on, and at the end: of the first few any one may be bad
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%|(0?\.\d+|0\.0|1\.0)")


@dataclass(frozen=True, slots=True)
class RejectionLimit:
    """At most so many, or at most this share of those read; `told` is how the user wrote it."""

    told: str
    number: int | None = None
    share: float | None = None

    def is_passed(self, rejected: int, read: int, *, is_end: bool) -> bool:
        """Say whether more are rejected than allowed."""
        if self.number is not None:
            return rejected > self.number
        return (is_end or read >= LEAST_READ) and rejected > (self.share or 0.0) * read


class TooManyRejected(DragomanError):
    """More documents were rejected than allowed: something is wrong with the inputs as a whole."""

    def __init__(self, limit: RejectionLimit, tally: Tally) -> None:
        reasons = ", ".join(f"{reason} {number}" for reason, number in tally.rejected.most_common(5))
        super().__init__(
            f"stopped: {tally.rejected.total()} of {tally.inputs} documents were rejected ({reasons}), more than "
            f"--max-rejected {limit.told}; what was read is kept; look at the inputs or raise the limit, and go on"
        )


def limit_from_text(told: str) -> RejectionLimit:
    """Return the limit that "20" (a number), "5%" or "0.05" (a share) stands for; BadUse for anything else."""
    told = told.strip()
    if re.fullmatch(r"\d{1,9}", told):
        return RejectionLimit(told, number=int(told))
    found = _SHARE.fullmatch(told)
    share = (float(found[1]) / 100 if found[1] else float(found[2])) if found else -1.0
    if not 0.0 <= share <= 1.0:
        raise BadUse(f"--max-rejected is a number (20) or a share (5% or 0.05), not {told!r}")
    return RejectionLimit(told, share=share)
