"""Our stories beside another coder's events, as people read them: a row for each dyad, then each in its own lines.

Comes in: `Comparison`.  Goes out: lines on a console, built from cleaned words only.
"""

from rich.console import Console
from rich.text import Text

from dragoman.cli import figures as told
from dragoman.cli.terminal import clean
from dragoman.relations import Comparison, DyadAgreement


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Print how far both agree, dyad by dyad."""
    _print(console, f"Dragoman beside {comparison.coder}", style="bold")
    _print(console, f"{comparison.since} to {comparison.until}, the months that both cover", style="dim")
    _print(console, "ours: actual stories of states; theirs: events alike, each counted", style="dim")
    for note in comparison.notes:
        _print(console, f"note: {note}")
    console.print()
    heads = ("dyad", "ours", "theirs", "r all", "r conflict", "r coop.", "both conflict", "both coop.", "kappa")
    rows = [heads, *(_row(dyad) for dyad in comparison.dyads)]
    for place, line in enumerate(told.rows(rows)):
        _print(console, line, style="" if place else "dim")
    _print(console, "r: correlation of monthly counts · both: share of the months in which either sees it", style="dim")
    _print(console, "kappa: agreement on what leads in a month, beyond chance", style="dim")
    console.print()
    for dyad in comparison.dyads:
        _show_dyad(console, dyad, comparison.coder, is_alone=len(comparison.dyads) == 1)


def _row(dyad: DyadAgreement) -> tuple[str, ...]:
    return (
        f"{dyad.first.code} ⇄ {dyad.second.code}",
        f"{dyad.ours:,}",
        f"{dyad.theirs:,}",
        told.number(dyad.correlation),
        told.number(dyad.conflict_correlation),
        told.number(dyad.cooperation_correlation),
        told.share(dyad.both_conflict),
        told.share(dyad.both_cooperation),
        dyad.note or told.number(dyad.kappa),
    )


def _show_dyad(console: Console, dyad: DyadAgreement, coder: str, *, is_alone: bool) -> None:
    first, second = dyad.first, dyad.second
    _print(console, f"{first.name} ({first.code}) and {second.name} ({second.code})", style="bold")
    ours = told.sparkline([float(month.ours) for month in dyad.months])
    theirs = told.sparkline([float(month.theirs) for month in dyad.months])
    _print(console, f"ours {ours}  theirs {theirs}")
    classes = ", ".join(f"{pair.name} {pair.ours} to {pair.theirs}" for pair in dyad.classes)
    _print(console, f"stories to events: {classes}")
    for name, months, types in (
        ("ours", dyad.only_ours_months, dyad.only_ours_types),
        (coder, dyad.only_theirs_months, dyad.only_theirs_types),
    ):
        _print(console, f"only {name}: months {told.some(months)}; types {told.some(types)}")
    if is_alone:
        heads = ("month", "ours", "theirs", "ours leads", "theirs leads")
        rows = [
            (month.month, str(month.ours), str(month.theirs), month.ours_lead, month.theirs_lead)
            for month in dyad.months
        ]
        for line in told.rows([heads, *rows]):
            _print(console, line)
    console.print()


def _print(console: Console, words: str, *, style: str = "") -> None:
    console.print(Text(clean(words), style=style), soft_wrap=True)
