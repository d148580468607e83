"""A dyad's volume on a fixed panel of outlets.

Comes in: `OutletCount`s of everything and of the dyad, by day of publication.  Goes out: `Volume`.  Each story counts
once for each panel outlet that tells it (an outlet-story), in the dyad as in all: reports count nowhere.
"""

from collections.abc import Iterable, Sequence

from dragoman.errors import BadUse
from dragoman.records import OutletCount
from dragoman.relations.model import Period, PeriodVolume, Volume
from dragoman.relations.periods import Calendar

EVERY = "outlets that report in every period of the span"
MOST = "outlets that report in at least nine of ten periods of the span, as none does in every one"
ASKED = "outlets as asked for"
MOST_SHARE = 0.9
NO_REPORTS = "no outlet reports in this span"
NO_PANEL = "no outlet reports through the span; shorten it with --since and --until, or name outlets with --panel"

Counts = dict[str, list[int]]  # outlet-stories of an outlet, period by period


def measure_volume(
    dyad: Iterable[OutletCount], everything: Iterable[OutletCount], days: Calendar, *, asked: Sequence[str] = ()
) -> Volume:
    """Return the dyad's share of a panel's stories, period by period.

    The panel is `asked`, else the outlets that report in every period between the first and the last one that
    has any report; where there is none, those in nine of ten.  Periods that the span cuts short decide nothing, unless
    there are no others.  BadUse for an asked outlet that never reports.
    """
    counts = _count(everything, days)
    if not counts:
        return Volume((), EVERY, (), (), NO_REPORTS)
    covered = [place for place in range(len(days.periods)) if any(told[place] for told in counts.values())]
    span = range(covered[0], covered[-1] + 1)
    whole = [place for place in span if not days.periods[place].is_partial]
    panel, rule = choose_panel(counts, whole or span, asked)
    left_out = tuple(sorted(set(counts) - set(panel)))
    if not panel:
        return Volume((), rule, left_out, (), NO_PANEL)
    told = _count(dyad, days)
    periods = tuple(_period(days.periods[place], place, (counts, told), panel) for place in span)
    return Volume(panel, rule, left_out, periods)


def choose_panel(counts: Counts, span: Sequence[int], asked: Sequence[str] = ()) -> tuple[tuple[str, ...], str]:
    """Return the panel in order of the alphabet, and the rule that chose it."""
    if asked:
        strange = sorted(set(asked) - set(counts))
        if strange:
            known = ", ".join(sorted(counts, key=lambda outlet: -sum(counts[outlet]))[:5])
            raise BadUse(f"no outlet {strange[0]!r} reports in this span; those that report most are {known}")
        return tuple(sorted(set(asked))), ASKED
    reporting = {outlet: sum(1 for place in span if told[place]) for outlet, told in counts.items()}
    steady = sorted(outlet for outlet, number in reporting.items() if number == len(span))
    if steady:
        return tuple(steady), EVERY
    return tuple(sorted(outlet for outlet, number in reporting.items() if number >= MOST_SHARE * len(span))), MOST


def _count(told: Iterable[OutletCount], days: Calendar) -> Counts:
    counts: Counts = {}
    places: dict[str, int | None] = {}
    for count in told:
        if count.day not in places:
            places[count.day] = days.find(count.day)
        place = places[count.day]
        if place is not None:
            counts.setdefault(count.outlet, [0] * len(days.periods))[place] += count.stories
    return {outlet: sums for outlet, sums in counts.items() if any(sums)}


def _period(period: Period, place: int, told: tuple[Counts, Counts], panel: tuple[str, ...]) -> PeriodVolume:
    everything, dyad = told
    ours = sum(dyad[outlet][place] for outlet in panel if outlet in dyad)
    every = sum(everything[outlet][place] for outlet in panel)
    return PeriodVolume(
        period=period,
        outlet_stories=ours,
        all_outlet_stories=every,
        share=ours / every if every else None,
        missing=tuple(outlet for outlet in panel if not everything[outlet][place]),
        outlets=sum(1 for sums in everything.values() if sums[place]),
    )
