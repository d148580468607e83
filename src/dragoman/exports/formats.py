"""The formats that exports know: what a row is, which columns there are, and what each cannot tell.

Nothing comes in; out go `Format`s by name.  To add one, write its columns in a file of its own, add its line to
FORMATS, its section to docs/exports.md, and nothing else: codebook, data package, command line and contract tests
follow.
"""

from dataclasses import dataclass
from types import MappingProxyType

from dragoman.errors import BadUse
from dragoman.exports.acled import ACLED_COLUMNS
from dragoman.exports.columns import Column
from dragoman.exports.flat import FLAT_COLUMNS
from dragoman.exports.gdelt import GDELT_COLUMNS
from dragoman.exports.icews import ICEWS_COLUMNS
from dragoman.exports.phoenix import PHOENIX_COLUMNS
from dragoman.exports.polecat import POLECAT_COLUMNS

DONE = ("actual",)


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `layout` is jsonl, tab, bare tab (no header), csv, parquet, graphml or gexf.  `statuses` are those taken where none
    are asked for, all if empty; a format that has no room for a speaker (`shows_claims`) or for how fine a date is
    (`shows_precision`) leaves claims, or dates coarser than a week, out unless they are asked for.
    `needs` names what a row must have: day, cameo, acled.  `lost` says what does not survive.
    """

    name: str
    title: str
    layout: str
    media_type: str
    row_is: str
    lost: str
    columns: tuple[Column, ...] = ()
    is_dyadic: bool = True
    statuses: tuple[str, ...] = DONE
    shows_claims: bool = False
    shows_precision: bool = False
    mapping: str = "plover"
    needs: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it can go to standard output."""
        return self.layout != "parquet"

    @property
    def is_graph(self) -> bool:
        """Whether it tells relations and not events."""
        return self.layout in ("graphml", "gexf")


A_DYAD = "one actor and one recipient of an event; an event with several parties has several rows"
AN_EVENT = "one event with all its parties"
A_RELATION = "nodes are states and organisations, an edge is what one did to the other; domestic events have none"
NO_STATUS = "status, attribution, confidence, evidence, how fine the date is, further parties' connection to one event"

FORMATS = MappingProxyType(
    {
        known.name: known
        for known in (
            Format(
                "plover",
                "PLOVER 2.0, one JSON object a line",
                "jsonl",
                "application/jsonl",
                AN_EVENT,
                "nothing",
                is_dyadic=False,
                statuses=(),
                shows_claims=True,
                shows_precision=True,
            ),
            Format(
                "polecat",
                "POLECAT",
                "tab",
                "text/tab-separated-values",
                A_DYAD,
                f"{NO_STATUS}, last day, size, object",
                POLECAT_COLUMNS,
                needs=("day",),
            ),
            Format(
                "gdelt",
                "GDELT 2.0 event export",
                "bare tab",
                "text/tab-separated-values",
                A_DYAD,
                f"{NO_STATUS}, last day, size, object, sentence, title, outlet",
                GDELT_COLUMNS,
                mapping="gdelt",
                needs=("day", "cameo"),
            ),
            Format(
                "icews",
                "ICEWS",
                "tab",
                "text/tab-separated-values",
                A_DYAD,
                f"{NO_STATUS}, last day, size, object, address",
                ICEWS_COLUMNS,
                needs=("day", "cameo"),
            ),
            Format(
                "acled",
                "ACLED",
                "csv",
                "text/csv",
                A_DYAD,
                "all but violence, protest and a few strategic moves; status, attribution, confidence, evidence",
                ACLED_COLUMNS,
                shows_precision=True,
                needs=("day", "acled"),
            ),
            Format(
                "phoenix",
                "Phoenix",
                "tab",
                "text/tab-separated-values",
                A_DYAD,
                f"{NO_STATUS}, last day, size, object, names",
                PHOENIX_COLUMNS,
                needs=("day", "cameo"),
            ),
            Format(
                "csv",
                "all fields as comma-separated values",
                "csv",
                "text/csv",
                AN_EVENT,
                "which words prove which field; resolution of each party",
                FLAT_COLUMNS,
                is_dyadic=False,
                statuses=(),
                shows_claims=True,
                shows_precision=True,
            ),
            Format(
                "parquet",
                "all fields as Parquet",
                "parquet",
                "application/vnd.apache.parquet",
                AN_EVENT,
                "which words prove which field; resolution of each party",
                FLAT_COLUMNS,
                is_dyadic=False,
                statuses=(),
                shows_claims=True,
                shows_precision=True,
            ),
            Format("graphml", "relations as GraphML", "graphml", "application/xml", A_RELATION, "single events"),
            Format("gexf", "relations by month as GEXF", "gexf", "application/xml", A_RELATION, "single events, days"),
        )
    }
)


def format_named(name: str) -> Format:
    """Return a format; BadUse where there is none of that name."""
    if name not in FORMATS:
        raise BadUse(f"there is no export format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]
