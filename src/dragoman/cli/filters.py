"""Options that choose events, named and explained once; and what they ask for together.

In come option values as the user wrote them; out goes an `EventFilter`, or BadUse with the value that is off.
"""

from dataclasses import dataclass
from typing import Annotated

import typer

from dragoman.errors import BadUse
from dragoman.records import EventFilter
from dragoman.runs.settings import check_day

SEVERAL = "Several are parted by commas, or the option is repeated."

DyadOption = Annotated[
    str | None, typer.Option("--dyad", metavar="AZE ISR", help="Between these two, either way; AZE-ISR too.")
]
OtherArgument = Annotated[list[str] | None, typer.Argument(hidden=True, metavar="CODE")]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="Events of this day and later ones.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Events of this day and earlier ones.")
]
TypeOption = Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help=f"PLOVER types. {SEVERAL}")]
ClassOption = Annotated[list[str] | None, typer.Option("--class", metavar="1-4", help="PLOVER classes.")]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="actual, historical, future, …")
]
OutletOption = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME", help="Outlets; repeat it for several.")
]
SectionOption = Annotated[
    list[str] | None, typer.Option("--section", metavar="SECTION", help="title, deck, body, related, latest.")
]
GenreOption = Annotated[
    list[str] | None, typer.Option("--genre", metavar="GENRE", help="news, analysis, opinion, interview, …")
]
SectorOption = Annotated[
    list[str] | None, typer.Option("--sector", metavar="SECTOR", help="PLOVER sectors of every known side.")
]
ClaimsOption = Annotated[
    bool | None, typer.Option("--claims/--no-claims", help="Take somebody's claims too, or leave them out.")
]
ConfidenceOption = Annotated[
    float | None, typer.Option("--min-confidence", metavar="0-1", min=0, max=1, help="Least confidence.")
]


@dataclass(frozen=True, slots=True)
class Asked:
    """The values of all options that choose events.

    `other` is the second word of `--dyad AZE ISR`, which stands on the command line as an argument.
    """

    dyad: str | None
    other: list[str] | None
    since: str | None
    until: str | None
    types: list[str] | None
    classes: list[str] | None
    statuses: list[str] | None
    outlets: list[str] | None
    sections: list[str] | None
    genres: list[str] | None
    sectors: list[str] | None
    claims: bool | None
    min_confidence: float | None

    def wanted(self) -> EventFilter:
        """Return the filter; whether types, codes and the rest exist is the ontology's to say."""
        pair = self._pair()
        return EventFilter(
            actor=pair[:1],
            recipient=pair[1:],
            either_way=bool(pair),
            since=_day(self.since),
            until=_day(self.until),
            types=tuple(kind.upper() for kind in _listed(self.types)),
            classes=_classes(_listed(self.classes)),
            statuses=_listed(self.statuses),
            outlets=tuple(self.outlets or ()),
            sections=_listed(self.sections),
            genres=_listed(self.genres),
            sectors=tuple(sector.upper() for sector in _listed(self.sectors)),
            claims=False if self.claims is False else None,
            min_confidence=self.min_confidence,
        )

    def _pair(self) -> tuple[str, ...]:
        other = self.other or []
        if self.dyad is None:
            if other:
                raise BadUse(f"{other[0]!r} belongs to no option; a file of events is named with --from")
            return ()
        codes = [code for part in (self.dyad, *other) for code in part.upper().split("-")]
        if len(codes) != 2 or not all(codes):
            told = " ".join([self.dyad, *other])
            raise BadUse(f"--dyad takes two codes, as in --dyad AZE ISR or --dyad AZE-ISR, not {told!r}")
        return tuple(codes)


def _listed(told: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in told or [] for part in value.split(",") if part.strip())


def _classes(told: tuple[str, ...]) -> tuple[int, ...]:
    strange = [value for value in told if value not in ("1", "2", "3", "4")]
    if strange:
        raise BadUse(f"--class is 1, 2, 3 or 4, not {strange[0]!r}")
    return tuple(int(value) for value in told)


def _day(told: str | None) -> str | None:
    if told is None:
        return None
    check_day(told)
    return told[:10]
