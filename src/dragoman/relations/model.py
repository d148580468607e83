"""What this room says of dyads: figures by period, volume, norm, turning points, facts and lists, as frozen records.

A figure that cannot honestly be shown is None, and a `note` beside it says why ("too few", "not enough history").
Days are ISO days, both ends included; shares run from 0 to 1; scores from -10 (conflict) to 10 (cooperation).
To add a figure, add its field here and its line to docs/relations.md.
"""

from dataclasses import dataclass

CLASSES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
CONFLICT = (3, 4)  # the classes that the conflict share counts
TOO_FEW = "too few"
NO_STORIES = "no stories"
SHORT_HISTORY = "not enough history"
LEAST_STORIES = 5  # stories under which no band is shown, as DESIGN.md has it


@dataclass(frozen=True, slots=True)
class Period:
    """A day, ISO week, month or year of a span; `is_partial` where the span cuts it."""

    label: str
    first: str
    last: str
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a band, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ClassCount:
    """Stories and reports of one of the four classes."""

    quad_code: int
    name: str
    stories: int
    reports: int


@dataclass(frozen=True, slots=True)
class TypeCount:
    """Stories and reports of one event type."""

    event: str
    stories: int
    reports: int


@dataclass(frozen=True, slots=True)
class Resampled:
    """Bands by bootstrap over stories within outlets, None under five stories; `resamples` draws from `seed`."""

    conflict_share: Interval | None
    score_mean: Interval | None
    stories: int
    outlets: int
    resamples: int
    seed: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What stories say together: counts, conflict share and scores, each with its 95 % band.

    `classes` always holds all four, `types` only those that occur.  `note` is "too few" under five stories,
    where no band is shown, and "no stories" where there are none.
    """

    stories: int
    reports: int
    classes: tuple[ClassCount, ...]
    types: tuple[TypeCount, ...]
    conflict_share: float | None
    share_interval: Interval | None
    score_sum: float
    score_mean: float | None
    mean_interval: Interval | None
    note: str | None
    bootstrap: Resampled | None = None


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """The figures of one period."""

    period: Period
    figures: Figures


@dataclass(frozen=True, slots=True)
class Series:
    """One way of a dyad over time; `way` is "there" (actor to recipient), "back", "together" or "domestic".

    A reciprocal story counts there and back, and once together.
    """

    way: str
    actor: str
    recipient: str
    whole: Figures
    periods: tuple[PeriodFigures, ...]


@dataclass(frozen=True, slots=True)
class PeriodVolume:
    """How much of a panel's reporting a dyad took in one period.

    `outlet_stories` counts stories once for each panel outlet that told them, for the dyad; `all_outlet_stories`
    the same for everything.  `missing` are outlets of the panel that told nothing in this period: the panel
    changed.  `outlets` counts all that told anything, in the panel or not.
    """

    period: Period
    outlet_stories: int
    all_outlet_stories: int
    share: float | None
    missing: tuple[str, ...]
    outlets: int


@dataclass(frozen=True, slots=True)
class Volume:
    """A dyad's share of what a fixed panel of outlets told, period by period.

    `rule` says how the panel was chosen, `left_out` which outlets are not in it; `note` why there is no volume.
    """

    panel: tuple[str, ...]
    rule: str
    left_out: tuple[str, ...]
    periods: tuple[PeriodVolume, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """What the world's dyads tell of a dyad before it is looked at, fitted to `dyads` of them.

    Stories per usual week: gamma with `shape` and `weeks`.  Conflict share: beta with `conflict` and
    `cooperation`, both in stories.
    """

    dyads: int
    shape: float
    weeks: float
    conflict: float
    cooperation: float


@dataclass(frozen=True, slots=True)
class Expected:
    """What was seen in a period against what its norm makes one expect, with the 95 % range.

    `position` is "within", "above" or "below"; `surprise` how many standard deviations away.  For stories the
    values count stories, for the conflict share they are shares.
    """

    period: Period
    observed: float
    expected: float
    low: float
    high: float
    position: str
    surprise: float


@dataclass(frozen=True, slots=True)
class Change:
    """The newest week against the norm of the `weeks` before it: `ratio` is observed to expected."""

    weeks: int
    ratio: float
    against: Expected


@dataclass(frozen=True, slots=True)
class Norm:
    """What is usual in a dyad: plain stories of states, both ways together, in a week of usual publication.

    `weeks` is the history it rests on, `rate` the stories a usual week brings after shrinkage to the world's rate,
    `own_rate` before; `burstiness` how much its weeks differ beyond chance (0: not at all).  `week` and
    `period` set the newest week and period against it, `share` the newest week's conflict share (None where
    that week has under five stories); `changes` the newest week against 4 and 52 weeks.  Everything but
    `weeks` is empty with the note "not enough history" under 12 weeks.
    """

    weeks: int
    rate: float | None = None
    own_rate: float | None = None
    burstiness: float | None = None
    week: Expected | None = None
    period: Expected | None = None
    share: Expected | None = None
    changes: tuple[Change, ...] = ()
    prior: Prior | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a line: who did what to whom, where, when, told by how many, and its sentence.

    `sides` reads "NOR → CHL" or "CHL ⇄ NOR".  `date` is as far as it is told ("2024-05-14", "2016"), None where it
    is not; `told` the day of its first report.  `marks` say what it is besides plain: "claim", "background" and so on.
    """

    key: str
    date: str | None
    told: str | None
    sides: str
    event: str
    mode: str | None
    score: float
    place: str | None
    outlets: int
    reports: int
    marks: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A week from which `what` ("stories" or "conflict share") stays outside the norm for two weeks or more.

    `direction` is "up" or "down"; `weeks` how long it stays, `is_open` whether it still does; `first` the first
    week against the norm of the weeks before.  `stories` are the ones that tell most of these weeks.
    """

    what: str
    direction: str
    weeks: int
    is_open: bool
    first: Expected
    stories: tuple[StoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A standing fact of a dyad, as far as stories tell it: first and last evidence.

    `name` is that of its row ("embassy"), `state` "stands" or "ended" for what the evidence tells.  `actor` and
    `recipient` give its way, for a mutual one in order of the alphabet.  `background` counts the stories among
    `stories` that tell it as background only.
    """

    name: str
    label: str
    state: str
    is_mutual: bool
    actor: str
    recipient: str
    stories: int
    reports: int
    background: int
    first: StoryLine
    last: StoryLine


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at a meeting: for which code, by which name and office, as far as told."""

    code: str
    name: str
    office: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, visit or call, with those named."""

    story: StoryLine
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """Goods, money or help that one side gave the other: one line per thing and way."""

    what: str
    actor: str
    recipient: str
    is_mutual: bool
    stories: int
    reports: int
    first: str | None
    last: str | None
    story: StoryLine


@dataclass(frozen=True, slots=True)
class Listing:
    """The stories of one kind: how many there are in all, and the first of them."""

    total: int
    stories: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What a dyad's stories tell one by one; `total` counts what the list was cut from."""

    meetings_total: int
    meetings: tuple[Meeting, ...]
    supplies_total: int
    supplies: tuple[Supply, ...]
    threats: Listing
    clashes: Listing
    telling: Listing


@dataclass(frozen=True, slots=True)
class State:
    """A state or other party to a dyad: its code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ThirdState:
    """How a third state stands to both of a dyad: its own series with each, and the stories that name all three."""

    state: State
    to_first: Series
    to_second: Series
    joint: Listing


@dataclass(frozen=True, slots=True)
class Relation:
    """All that is told of a dyad over a span.

    `switches` are the ones on ("claims", …): nothing else but plain stories of states is counted.  `non_state` are
    the stories in which a side is no state, always apart.  `notes` are to be read before the figures.
    """

    first: State
    second: State
    since: str
    until: str
    by: str
    switches: tuple[str, ...]
    series: tuple[Series, ...]
    non_state: Figures
    volume: Volume
    norm: Norm
    turning_points: tuple[TurningPoint, ...]
    facts: tuple[Fact, ...]
    lists: Lists
    third: ThirdState | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner of a state: figures both ways together, norm, and its ranks (None where it cannot be ranked).

    `rank_by_change` follows how far the newest week is from the dyad's own 52-week norm, either way.
    `stories` are the counts period by period.
    """

    state: State
    figures: Figures
    norm: Norm
    stories: tuple[int, ...]
    rank_by_volume: int
    rank_by_conflict: int | None
    rank_by_change: int | None


@dataclass(frozen=True, slots=True)
class Partners:
    """The partners of a state, ranked; its domestic stories stand apart."""

    state: State
    since: str
    until: str
    by: str
    switches: tuple[str, ...]
    partners: tuple[Partner, ...]
    domestic: Figures
    non_state: Figures
    notes: tuple[str, ...]
