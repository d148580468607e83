"""What a rule proposes before it is settled: a Draft, or a Drop that says why there is none."""

from dataclasses import dataclass

from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Mention, Predication


@dataclass(frozen=True, slots=True)
class Draft:
    """An event in the making.

    `trigger` are the token indices of the words that tell it; `thing` is the head of the goods, money
    or cause that it is about.  `status` is a PLOVER status; `is_ahead` tells that the act is still to
    come.  `wrapped` is the act inside a refusal, promise or denial.
    `is_open` tells that it is an event only if its other side can be told from what stands before.
    """

    row: LexiconRow
    predication: Predication
    event: str
    trigger: tuple[int, ...]
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    mode: str | None = None
    is_mutual: bool = False
    status: str = "actual"
    is_ahead: bool = False
    thing: int | None = None
    wrapped: "Draft | None" = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """A rule that met its words and did not fire: why, in words for a reader."""

    row: LexiconRow
    predication: Predication
    why: str
