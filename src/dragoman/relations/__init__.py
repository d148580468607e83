"""Stories counted into dyads over time, with their statistics: cells of the roll-up in, series and summaries out.

Nothing is read or kept here: records come in, records go out.  `assembling.assemble` is the tour of a dyad.

    model.py        what is told: the records that go out
    periods.py      a span cut into days, ISO weeks, months or years
    figures.py      cells summed into counts, shares and scores; intervals.py gives their bands
    panel.py        volume on a fixed panel of outlets
    publication.py  how much was published, world.py what the world's dyads tell beforehand: both make norms.py,
                    and turning.py finds the weeks from which a dyad leaves its norm
    resampling.py   bands by bootstrap over stories within outlets
    lines.py        stories as lines; lists.py meetings, supplies, threats, clashes
    facts.py        standing facts, by the rows of fact_table.py
    partners.py     the partners of a state, ranked
    agreement.py    our stories beside another coder's events
    naming.py       states as people name them

docs/relations.md says of each figure what it counts, by which formula, and when it is not shown.
"""

from dragoman.relations.agreement import (
    ClassPair,
    Comparison,
    DyadAgreement,
    MonthPair,
    compare_dyads,
    count_foreign,
    count_own,
    find_top,
)
from dragoman.relations.assembling import Material, Wanted, assemble
from dragoman.relations.figures import sum_figures
from dragoman.relations.lines import day_of, goes_between, sum_switches
from dragoman.relations.model import (
    Change,
    Expected,
    Fact,
    Figures,
    Interval,
    Listing,
    Meeting,
    Norm,
    Partner,
    Partners,
    Period,
    PeriodFigures,
    Relation,
    Series,
    State,
    StoryLine,
    Supply,
    ThirdState,
    TurningPoint,
    Volume,
)
from dragoman.relations.naming import find_state, state_of
from dragoman.relations.partners import World, rank_partners, sort_partners
from dragoman.relations.periods import Calendar, cut_span, read_day
from dragoman.relations.publication import Publication, assume_even, measure_publication
from dragoman.relations.world import fit_prior

__all__ = [
    "Calendar",
    "Change",
    "ClassPair",
    "Comparison",
    "DyadAgreement",
    "Expected",
    "Fact",
    "Figures",
    "Interval",
    "Listing",
    "Material",
    "Meeting",
    "MonthPair",
    "Norm",
    "Partner",
    "Partners",
    "Period",
    "PeriodFigures",
    "Publication",
    "Relation",
    "Series",
    "State",
    "StoryLine",
    "Supply",
    "ThirdState",
    "TurningPoint",
    "Volume",
    "Wanted",
    "World",
    "assemble",
    "assume_even",
    "compare_dyads",
    "count_foreign",
    "count_own",
    "cut_span",
    "day_of",
    "find_state",
    "find_top",
    "fit_prior",
    "goes_between",
    "measure_publication",
    "rank_partners",
    "read_day",
    "sort_partners",
    "state_of",
    "sum_figures",
    "sum_switches",
]
