"""Relations as a graph: who did how much of what to whom, in all and by month.

In come rows, one at a time; out goes a `Graph`, whose size is that of the dyads and months, not of the events.
A reciprocal act stands on both of its edges, since each party does it to the other.  Domestic events have no edge.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.exports.codes import Codes
from dragoman.exports.parties import Row
from dragoman.records import Dyad, dyads_of
from dragoman.relations.intervals import share_interval

CLASS_NAMES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
CONFLICT = (3, 4)


@dataclass(slots=True)
class Weight:
    """What one did to the other: counts by class, sum of scores, reports, how much of it was done to each other."""

    by_class: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    score: float = 0.0
    reports: int = 0
    reciprocal: int = 0

    @property
    def number(self) -> int:
        """How many events or stories there are."""
        return sum(self.by_class)

    @property
    def conflicts(self) -> int:
        """How many of them are conflict."""
        return sum(self.by_class[quad - 1] for quad in CONFLICT)

    def add(self, row: Row, dyad: Dyad) -> None:
        """Count one event."""
        self.by_class[row.event.quad_code - 1] += 1
        self.score += row.event.event_scale
        self.reports += row.told.reports
        self.reciprocal += dyad.is_reciprocal

    def figures(self) -> dict[str, int | float]:
        """Return all figures by name, those that cannot be told left out."""
        told: dict[str, int | float] = {"number": self.number, "reports": self.reports, "reciprocal": self.reciprocal}
        told |= dict(zip(CLASS_NAMES, self.by_class, strict=True))
        told["conflict_share"] = round(self.conflicts / self.number, 6)
        band = share_interval(self.conflicts, self.number)
        if band is not None:
            told |= {"conflict_low": round(band.low, 6), "conflict_high": round(band.high, 6)}
        return told | {"score_sum": round(self.score, 6), "score_mean": round(self.score / self.number, 6)}


@dataclass(slots=True)
class Edge:
    """One direction of a dyad, in all and by month ("2024-05")."""

    total: Weight = field(default_factory=Weight)
    months: dict[str, Weight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by code with their names, and edges by their two codes."""

    names: dict[str, str]
    edges: dict[tuple[str, str], Edge]
    counts: str  # what is counted: reports or stories


FIGURES = (
    ("number", "long", "how many stories or reports"),
    ("reports", "long", "articles that tell them"),
    ("reciprocal", "long", "how many of them both did to each other"),
    *((name, "long", f"how many are {name.replace('_', ' ')}") for name in CLASS_NAMES),
    ("conflict_share", "double", "share of conflict, 0 to 1"),
    ("conflict_low", "double", "lower end of its 95 % band; not told under five"),
    ("conflict_high", "double", "upper end of its 95 % band; not told under five"),
    ("score_sum", "double", "sum of PLOVER scores"),
    ("score_mean", "double", "mean PLOVER score, -10 conflict to +10 cooperation"),
)


def draw_graph(rows: Iterable[Row], codes: Codes, *, stories: bool) -> Graph:
    """Return the graph of all dyads between two different codes."""
    edges: dict[tuple[str, str], Edge] = {}
    for row in rows:
        for way, dyad in _ways(row):
            edge = edges.setdefault(way, Edge())
            edge.total.add(row, dyad)
            if row.event.date:
                edge.months.setdefault(row.event.date[:7], Weight()).add(row, dyad)
    names = {code: codes.states.name(code) for way in sorted(edges) for code in way}
    return Graph(dict(sorted(names.items())), dict(sorted(edges.items())), "stories" if stories else "reports")


def _ways(row: Row) -> Iterator[tuple[tuple[str, str], Dyad]]:
    for dyad in dyads_of(row.event.actor, row.event.recipient, is_reciprocal=row.event.reciprocal):
        if dyad.actor == dyad.recipient:
            continue
        yield (dyad.actor, dyad.recipient), dyad
        if dyad.is_reciprocal:
            yield (dyad.recipient, dyad.actor), dyad
