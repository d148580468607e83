"""Relations and partners as people read them: tables, sparklines, and stories with their sentences.

Comes in: `Relation` or `Partners`.  Goes out: lines on a console, built from cleaned words only.  Every count says
whether it counts stories or reports; every list says how many there are in all.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from dragoman.cli import figures as told
from dragoman.cli.showing import print_indented
from dragoman.cli.terminal import clean
from dragoman.records import FACES
from dragoman.relations import (
    Expected,
    Fact,
    Figures,
    Listing,
    Norm,
    Partners,
    Relation,
    Series,
    StoryLine,
    TurningPoint,
    Volume,
)

LONGEST = 60  # periods that a table or a sparkline shows; CSV and JSON have all
MOST_MARKS = 6  # lines that tell of changes of the panel
CLASS_HEADS = ("VC", "MC", "VX", "MX")
NORM_HEADS = ("usual week", "newest", "4 wk", "52 wk", "")
PARTNER_HEADS = ("#", "partner", "stories", "reports", "conflict share", "mean score", *NORM_HEADS)
CLASS_LEGEND = "VC verbal and MC material cooperation, VX verbal and MX material conflict, in stories"


def show_relation(console: Console, relation: Relation) -> None:
    """Print all that is told of a dyad."""
    first, second = relation.first, relation.second
    other = f" and {second.name} ({second.code})" if first != second else ", domestic"
    _print(console, f"{first.name} ({first.code}){other}", style="bold")
    _show_span(console, relation)
    _show_ways(console, relation)
    _show_periods(console, relation)
    _show_volume(console, relation.volume)
    _show_norm(console, relation.norm)
    _show_points(console, relation.turning_points)
    if relation.third:
        _show_third(console, relation)
    _show_facts(console, relation.facts)
    _show_lists(console, relation)


def show_partners(console: Console, partners: Partners) -> None:
    """Print the partners of a state, ranked."""
    _print(console, f"Partners of {partners.state.name} ({partners.state.code})", style="bold")
    _show_span(console, partners)
    lines: list[tuple[str, ...]] = [PARTNER_HEADS]
    for place, partner in enumerate(partners.partners, start=1):
        figures, norm = partner.figures, partner.norm
        lines.append(
            (
                str(place),
                f"{clean(partner.state.name)[:18]} {partner.state.code}",
                f"{figures.stories:,}",
                f"{figures.reports:,}",
                told.share_band(figures),
                told.number(figures.score_mean, digits=1),
                *_norm_cells(norm),
                told.sparkline(partner.stories[-12:]),
            )
        )
    _print_rows(console, lines, left=2)
    _print(
        console,
        "usual week: stories expected in the newest week; 4 wk, 52 wk: the newest week to both norms",
        style="dim",
    )
    _print(console, f"domestic, apart: {_counts(partners.domestic)}")
    _print(console, f"with sides that are no states, apart: {_counts(partners.non_state)}")
    console.print()


def story_words(story: StoryLine) -> str:
    """Return a story as one line: who, what, where, when, how many told it, what it is besides plain."""
    day = story.date or (f"day not told, first report {story.told}" if story.told else "day not told")
    deed = " ".join(part for part in (story.event, story.mode) if part)
    outlets = f"{told.counted(story.outlets, 'outlet')}, {told.counted(story.reports, 'report')}"
    words = (f"{story.sides}  {deed}", story.place or "place not told", day, outlets, *story.marks)
    return clean(" · ".join(words))


def _show_span(console: Console, asked: Relation | Partners) -> None:
    off = [name for name in FACES if name not in asked.switches]
    on = f", and with {', '.join(asked.switches)}" if asked.switches else ""
    _print(console, f"{asked.since} to {asked.until}, by {asked.by}", style="dim")
    _print(console, f"counted: actual stories of what states do, in the outlets' own words{on}", style="dim")
    if off:
        _print(console, f"not counted: {', '.join(off)} (turn on with --with)", style="dim")
    for note in asked.notes:
        _print(console, f"note: {note}")
    console.print()


def _show_ways(console: Console, relation: Relation) -> None:
    rows: list[tuple[str, ...]] = [
        ("", "stories", "reports", *CLASS_HEADS, "conflict share", "score sum", "mean score")
    ]
    for series in relation.series:
        rows.append((_way(series), *_figure_cells(series.whole)))
    rows.append(("not only states, apart", *_figure_cells(relation.non_state)))
    _print_rows(console, rows)
    _print(console, CLASS_LEGEND, style="dim")
    for series in relation.series:
        if series.whole.bootstrap:
            _print(console, _bootstrap(series))
    types = ", ".join(f"{count.event} {count.stories}" for count in relation.series[-1].whole.types)
    _print(console, f"types of stories, {_way(relation.series[-1])}: {types or 'none'}")
    console.print()


def _show_periods(console: Console, relation: Relation) -> None:
    together = relation.series[-1]
    ways = relation.series[:-1]
    volumes = {volume.period.label: volume for volume in relation.volume.periods}
    heads = (relation.by, *(_way(series) for series in ways), _way(together), "reports", *CLASS_HEADS)
    rows = [(*heads, "conflict share", "mean score", "volume")]
    hidden = max(0, len(together.periods) - LONGEST)
    for place in range(hidden, len(together.periods)):
        period, figures = together.periods[place].period, together.periods[place].figures
        volume = volumes.get(period.label)
        share = told.share(volume.share) if volume and volume.share is not None else "–"
        rows.append(
            (
                f"{period.label}{' (cut)' if period.is_partial else ''}",
                *(str(series.periods[place].figures.stories) for series in ways),
                str(figures.stories),
                str(figures.reports),
                *(str(count.stories) for count in figures.classes),
                told.share_band(figures),
                told.number(figures.score_mean, digits=1),
                f"{share}{'*' if volume and volume.missing else ''}",
            )
        )
    _print(console, f"Stories by {relation.by}", style="bold")
    if hidden:
        _print(console, f"{told.counted(hidden, 'earlier period')} not shown; --format csv has all", style="dim")
    _print_rows(console, rows)
    for line in _sparklines(relation):
        _print(console, line)
    console.print()


def _sparklines(relation: Relation) -> Iterator[str]:
    names = [*(_way(series) for series in relation.series), "conflict share", "volume"]
    width = max(map(len, names))
    top = max((period.figures.stories for series in relation.series for period in series.periods), default=0)
    for series in relation.series:
        counts = [float(period.figures.stories) for period in series.periods[-LONGEST:]]
        yield f"{_way(series).ljust(width)}  {told.sparkline(counts, top=top)}  stories, 0 to {top}"
    shares = [_sure_share(period.figures) for period in relation.series[-1].periods[-LONGEST:]]
    yield f"{'conflict share'.ljust(width)}  {told.sparkline(shares, top=1.0)}  0 to 100%, blank under five stories"
    volumes = {volume.period.label: volume.share for volume in relation.volume.periods}
    if volumes:
        values = [volumes.get(period.period.label) for period in relation.series[-1].periods[-LONGEST:]]
        most = max((value for value in values if value is not None), default=0.0)
        yield f"{'volume'.ljust(width)}  {told.sparkline(values)}  of the panel's stories, 0 to {told.share(most)}"


def _show_volume(console: Console, volume: Volume) -> None:
    _print(console, "Volume: part of all that the panel told, each story once for each outlet", style="bold")
    if volume.note:
        _print(console, volume.note)
    else:
        outlets = told.counted(len(volume.panel), "outlet")
        _print(console, f"panel: {outlets}, {volume.rule}: {told.some(volume.panel)}")
        if volume.left_out:
            _print(console, f"not in it: {told.counted(len(volume.left_out), 'outlet')}")
        changed = [period for period in volume.periods if period.missing]
        for period in changed[-MOST_MARKS:]:
            _print(console, f"* {period.period.label}: the panel changes, nothing from {told.some(period.missing)}")
        if len(changed) > MOST_MARKS:
            earlier = told.counted(len(changed) - MOST_MARKS, "earlier period")
            _print(console, f"* and in {earlier}; --format csv names all")
    console.print()


def _show_norm(console: Console, norm: Norm) -> None:
    _print(console, "Norm: actual stories of states, both ways together, against publication", style="bold")
    if norm.note or norm.rate is None or norm.prior is None:
        _print(
            console, f"{norm.note}: {told.counted(norm.weeks, 'week')} of reports before the newest one, 12 are needed"
        )
        console.print()
        return
    drawn = f"{norm.own_rate:.2f} by itself, drawn to the rate of {told.counted(norm.prior.dyads, 'dyad')} of the world"
    _print(console, f"a usual week brings {norm.rate:.2f} stories ({drawn}; {told.counted(norm.weeks, 'week')})")
    for name, expected in (("newest week", norm.week), ("newest period", norm.period)):
        if expected:
            _print(console, f"{name} {_against(expected)}")
    for change in norm.changes:
        seen, usual = int(change.against.observed), change.against.expected
        _print(
            console,
            f"against the {told.counted(change.weeks, 'week')} before: {told.counted(seen, 'story')} to "
            f"{usual:.1f} expected, × {change.ratio:.1f}, {change.against.position} the range",
        )
    if norm.share:
        share = norm.share
        band = f"{share.low:.0%} to {share.high:.0%}"
        _print(console, f"conflict share of the newest week {share.observed:.0%}, usual {band}: {share.position}")
    else:
        _print(console, "conflict share of the newest week: too few stories to set against the norm")
    console.print()


def _show_points(console: Console, points: Sequence[TurningPoint]) -> None:
    _print(console, f"Turning points: {len(points) or 'none'}", style="bold")
    for point in points:
        first = point.first
        is_share = point.what != "stories"
        values = (first.observed, first.low, first.high)
        shown = [f"{value:.0%}" if is_share else f"{value:.0f}" for value in values]
        lasts = f"{told.counted(point.weeks, 'week')}{' so far' if point.is_open else ''}"
        _print(
            console,
            f"{first.period.label} ({first.period.first}): {point.what} {point.direction} for {lasts}; "
            f"{shown[0]} where {shown[1]} to {shown[2]} was usual",
        )
        _show_stories(console, point.stories)
    console.print()


def _show_third(console: Console, relation: Relation) -> None:
    third = relation.third
    if third is None:
        return
    _print(console, f"Third: {third.state.name} ({third.state.code})", style="bold")
    rows: list[tuple[str, ...]] = [
        ("", "stories", "reports", *CLASS_HEADS, "conflict share", "score sum", "mean score")
    ]
    for series in (third.to_first, third.to_second, relation.series[-1]):
        rows.append((f"{series.actor} ⇄ {series.recipient}", *_figure_cells(series.whole)))
    _print_rows(console, rows)
    for series in (third.to_first, third.to_second):
        counts = [float(period.figures.stories) for period in series.periods[-LONGEST:]]
        shares = [_sure_share(period.figures) for period in series.periods[-LONGEST:]]
        name = f"{series.actor} ⇄ {series.recipient}"
        _print(console, f"{name}  stories {told.sparkline(counts)}  conflict share {told.sparkline(shares, top=1.0)}")
    _show_listing(console, "Stories that name all three", third.joint)


def _show_facts(console: Console, facts: Sequence[Fact]) -> None:
    _print(console, f"Standing facts, as far as stories tell them: {len(facts) or 'none'}", style="bold")
    for fact in facts:
        way = f"{fact.actor} {'⇄' if fact.is_mutual else '→'} {fact.recipient}"
        counts = f"{told.counted(fact.stories, 'story')}, {told.counted(fact.reports, 'report')}"
        background = f", {fact.background} as background" if fact.background else ""
        ended = " (told as ended)" if fact.state != "stands" else ""
        _print(console, f"{way}  {fact.label}{ended} · {counts}{background}")
        lines = (fact.first,) if fact.first == fact.last else (fact.first, fact.last)
        for name, line in zip(("first", "last"), lines, strict=False):
            _print_under(console, f"{name}: {story_words(line)}")
            _print_under(console, f"“{clean(line.sentence)}”")
    console.print()


def _show_lists(console: Console, relation: Relation) -> None:
    lists = relation.lists
    _print(console, _head("Meetings, visits and calls", len(lists.meetings), lists.meetings_total), style="bold")
    for meeting in lists.meetings:
        people = [
            f"{who.name}{f' ({who.office})' if who.office and who.office != who.name else ''} of {who.code}"
            for who in meeting.attendees
        ]
        _print(console, story_words(meeting.story))
        _print_under(console, clean(f"with {', '.join(people)}" if people else "nobody named"))
        _print_under(console, f"“{clean(meeting.story.sentence)}”")
    console.print()
    _print(console, _head("Goods and help", len(lists.supplies), lists.supplies_total), style="bold")
    for supply in lists.supplies:
        way = f"{supply.actor} {'⇄' if supply.is_mutual else '→'} {supply.recipient}"
        days = f"{supply.first or 'day not told'} to {supply.last}" if supply.first != supply.last else supply.first
        counts = f"{told.counted(supply.stories, 'story')}, {told.counted(supply.reports, 'report')}"
        _print(console, clean(f"{way}  {supply.what} · {days or 'day not told'} · {counts}"))
        _print_under(console, f"“{clean(supply.story.sentence)}”")
    console.print()
    _show_listing(console, "Threats and shows of force", lists.threats)
    _show_listing(console, "Clashes and coercion", lists.clashes)
    _show_listing(console, "Most telling stories", lists.telling)


def _show_listing(console: Console, name: str, listing: Listing) -> None:
    _print(console, _head(name, len(listing.stories), listing.total), style="bold")
    _show_stories(console, listing.stories, indent=False)
    console.print()


def _show_stories(console: Console, stories: Sequence[StoryLine], *, indent: bool = True) -> None:
    for story in stories:
        if indent:
            _print_under(console, story_words(story))
        else:
            _print(console, story_words(story))
        _print_under(console, f"“{clean(story.sentence)}”")


def _head(name: str, shown: int, total: int) -> str:
    if not total:
        return f"{name}: none"
    return f"{name}: {total}" if shown == total else f"{name}: {shown} of {total}, --most shows more"


def _figure_cells(figures: Figures) -> tuple[str, ...]:
    return (
        f"{figures.stories:,}",
        f"{figures.reports:,}",
        *(str(count.stories) for count in figures.classes),
        told.share_band(figures),
        f"{figures.score_sum:+.1f}",
        told.mean_band(figures),
    )


def _norm_cells(norm: Norm) -> tuple[str, str, str, str]:
    if norm.week is None:
        return "–", "–", "–", norm.note or "–"
    mark = {"above": " ▲", "below": " ▼"}.get(norm.week.position, "")
    ratios = [f"× {change.ratio:.1f}" for change in norm.changes]
    return f"{norm.week.expected:.1f}", f"{norm.week.observed:.0f}{mark}", ratios[0], ratios[-1]


def _against(expected: Expected) -> str:
    return (
        f"{expected.period.label}: {told.counted(int(expected.observed), 'story')}, {expected.expected:.1f} expected, "
        f"range {expected.low:.0f} to {expected.high:.0f}: {expected.position}"
    )


def _bootstrap(series: Series) -> str:
    bands = series.whole.bootstrap
    if bands is None or bands.conflict_share is None or bands.score_mean is None:
        return f"by bootstrap, {_way(series)}: too few"
    return (
        f"by bootstrap, {_way(series)}: conflict share {told.share_range(bands.conflict_share)}, mean score "
        f"{told.mean_range(bands.score_mean)} ({told.counted(bands.outlets, 'outlet')}, {bands.resamples:,} draws)"
    )


def _way(series: Series) -> str:
    return f"{series.actor} → {series.recipient}" if series.way in ("there", "back") else series.way


def _sure_share(figures: Figures) -> float | None:
    return None if figures.note else figures.conflict_share


def _counts(figures: Figures) -> str:
    if not figures.stories:
        return "no stories"
    counts = f"{told.counted(figures.stories, 'story')} from {told.counted(figures.reports, 'report')}"
    return f"{counts}, conflict share {told.share_band(figures)}"


def _print_rows(console: Console, rows: Sequence[Sequence[str]], *, left: int = 1) -> None:
    lines = told.rows(rows, left=left)
    _print(console, lines[0], style="dim")
    for line in lines[1:]:
        _print(console, line)


def _print(console: Console, words: str, *, style: str = "") -> None:
    console.print(Text(clean(words) if not words.startswith(" ") else words, style=style), soft_wrap=True)


def _print_under(console: Console, words: str) -> None:
    print_indented(console, Text(words, style="dim"))
