"""Our own gold measured: the coder on both halves of quality/gold, and what must be true of gold and figures.

In: the sheets of quality/gold/seen and quality/gold/unseen.  Out: per half the scores of its articles and their table,
`Conditions` that hold or do not, and the lines that tell what went wrong in the seen half.  Nothing here ever shows
the unseen half's articles.  To ask more of the gold, add its minimum to `MINIMA` or a condition to `judge_gold`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman import Rejection, code_texts
from dragoman.ontology import load_ontology
from floors import Figures, digest_files
from goldsheets import Sheet, SheetError, article_from_sheet, find_sheets, read_sheets
from scoring import APART, CHECKS, MERGED, ArticleScore, figures_from_counts, find_intervals, score_article, sum_counts

GOLD = Path(__file__).resolve().parent / "gold"
SEEN, UNSEEN, ALL = "seen", "unseen", "all"
HALVES = (SEEN, UNSEEN)
REFUSAL = "the unseen half is not read while rules are made"
MAX_GAP = 0.10  # how far the unseen half's F1 may stand under the seen half's before rules count as fitted to sheets
MIN_STATUS = 0.8
MIN_ARTICLES = 60  # half of them in each half: from there on the gold is complete, and the other minima are demands
MIN_OF_TYPE = 40
MINIMA: Mapping[str, int] = {"articles": MIN_ARTICLES, "sentences": 1200, "required not actual": 80}
GENERAL = ("precision", "recall", "f1", "f1_merged", "extra_per_100_sentences", *CHECKS)


class GoldError(Exception):
    """The gold could not be measured: sheets that cannot be read, or an article that the coder broke on."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the gold, or both: its scores by article, with types apart and with the yielding ones merged."""

    name: str
    digest: str
    scores: tuple[ArticleScore, ...]
    merged: tuple[ArticleScore, ...]

    @property
    def counts(self) -> Counter[str]:
        """What was counted in all its articles."""
        return sum_counts(self.scores)

    def figures(self) -> Figures:
        """Return the metrics, those by type too, under the name that floors.toml knows them by."""
        metrics = figures_from_counts(self.counts, list_types())
        merged = figures_from_counts(sum_counts(self.merged), ())
        return Figures(f"gold_{self.name}", self.digest, {**metrics, "f1_merged": merged["f1"]})

    def intervals(self) -> dict[str, tuple[float, float]]:
        """Return the 95 % intervals of the metrics."""
        merged = find_intervals(self.merged, ())
        return find_intervals(self.scores, list_types()) | ({"f1_merged": merged["f1"]} if merged else {})


@dataclass(frozen=True, slots=True)
class Condition:
    """Something asked of gold or figures; `is_met` None where there is nothing to judge it by yet."""

    told: str
    is_met: bool | None
    is_binding: bool = True


def list_types() -> tuple[str, ...]:
    """Return PLOVER's event types."""
    return tuple(load_ontology().event_types)


# --- measuring -----------------------------------------------------------------------------------


def measure_half(name: str, *, folder: Path = GOLD) -> Half | None:
    """Code and score one half; None where it has no sheets, GoldError where it cannot be measured."""
    paths = find_sheets(folder / name)
    if not paths:
        return None
    try:
        sheets = read_sheets(paths, load_ontology())
    except SheetError as problem:
        told = "".join(f"\n  {name}/{line}" for line in problem.problems)
        raise GoldError(f"{len(problem.problems)} bad lines in quality/gold:{told}") from problem
    return score_sheets(name, sheets, digest_files(paths))


def score_sheets(name: str, sheets: Sequence[Sheet], digest: str) -> Half:
    """Code and score sheets; GoldError where the coder broke on one."""
    scores, merged = [], []
    for sheet, coded in zip(sheets, code_texts(map(article_from_sheet, sheets)), strict=True):
        if isinstance(coded, Rejection):
            raise GoldError(f"{sheet.name} was not coded: {coded.stage}, {coded.reason}: {coded.detail}")
        scores.append(score_article(sheet, coded.events, merge=APART))
        merged.append(score_article(sheet, coded.events, merge=MERGED))
    return Half(name, digest, tuple(scores), tuple(merged))


def join_halves(halves: Sequence[Half]) -> Half:
    """Return the halves as one."""
    scores, merged = [s for half in halves for s in half.scores], [s for half in halves for s in half.merged]
    return Half(ALL, "", tuple(scores), tuple(merged))


# --- judging -------------------------------------------------------------------------------------


def judge_gold(halves: Sequence[Half]) -> list[Condition]:
    """Return what is asked of the gold's size, of the gap between the halves, and of the events that are not actual."""
    by_name = {half.name: half for half in halves}
    whole = join_halves(halves)
    is_complete = all(name in by_name and len(by_name[name].scores) >= MIN_ARTICLES // 2 for name in HALVES)
    return [
        judge_gap(*(by_name[name].figures().metrics["f1"] if name in by_name else None for name in HALVES)),
        judge_status(whole.figures().metrics["status_right_non_actual"]),
        *judge_counts(whole.counts, is_binding=is_complete),
    ]


def judge_gap(seen: float | None, unseen: float | None) -> Condition:
    """Judge the unseen half's F1 against the seen half's."""
    if seen is None or unseen is None:
        missing = SEEN if seen is None else UNSEEN
        return Condition(f"the {missing} half has no F1 yet: no gap between the halves to judge", None)
    gap = round(seen - unseen, 4)
    return Condition(f"unseen F1 {unseen:g} is {gap:g} below seen F1 {seen:g} (at most {MAX_GAP:g})", gap <= MAX_GAP)


def judge_status(share: float | None) -> Condition:
    """Judge the share of found events that are not actual whose status is right."""
    if share is None:
        return Condition("no gold event that is not actual was found: no status to judge", None)
    return Condition(f"status_right_non_actual is {share:g} (at least {MIN_STATUS:g})", share >= MIN_STATUS)


def judge_counts(counts: Mapping[str, int], *, is_binding: bool) -> list[Condition]:
    """Judge how large and varied the gold is; binding once both halves have their articles."""
    short = [f"{counts.get(t, 0)} {t} of {least}" for t, least in MINIMA.items() if counts.get(t, 0) < least]
    types = [(name, counts.get(f"required {name}", 0)) for name in list_types()]
    short += [f"{count} {name} of {MIN_OF_TYPE}" for name, count in types if count < MIN_OF_TYPE]
    told = ", ".join(f"{counts.get(name, 0)} {name}" for name in MINIMA)
    if not short:
        return [Condition(f"the gold is large enough: {told}", True, is_binding)]
    return [Condition(f"the gold is too small: {line}", False, is_binding) for line in short]


# --- showing -------------------------------------------------------------------------------------


def show_halves(halves: Sequence[Half]) -> list[str]:
    """Return the table of figures: a column per half and one for both, intervals in brackets."""
    columns = [*halves, join_halves(halves)] if len(halves) > 1 else list(halves)
    figures, intervals = [half.figures().metrics for half in columns], [half.intervals() for half in columns]
    heads = [
        f"{half.name}: {half.counts['articles']} articles, {half.counts['sentences']} sentences" for half in columns
    ]
    rows = [["own gold", *heads]]
    for name in GENERAL:
        rows.append([name, *(_show_figure(f, i, name) for f, i in zip(figures, intervals, strict=True))])
    rows.append(["by type", *("precision recall F1 [interval] of events" for _ in columns)])
    for name in list_types():
        cells = zip(columns, figures, intervals, strict=True)
        rows.append([name, *(_show_type(h.counts[f"required {name}"], f, i, name) for h, f, i in cells)])
    return [f"{row[0]:<24}" + "".join(f" {cell:<42}" for cell in row[1:]).rstrip() for row in rows]


def _show_figure(figures: Mapping[str, float | None], intervals: Mapping[str, tuple[float, float]], name: str) -> str:
    return f"{_show_number(figures[name])} {_show_interval(intervals, name)}"


def _show_type(
    count: int, figures: Mapping[str, float | None], intervals: Mapping[str, tuple[float, float]], name: str
) -> str:
    shown = " ".join(_show_number(figures[f"{metric} {name}"]) for metric in ("precision", "recall", "f1"))
    return f"{shown} {_show_interval(intervals, f'f1 {name}')} of {count}"


def _show_number(figure: float | None) -> str:
    return "   -" if figure is None else f"{figure:.2f}"


def _show_interval(intervals: Mapping[str, tuple[float, float]], name: str) -> str:
    return f"[{intervals[name][0]:.2f} {intervals[name][1]:.2f}]" if name in intervals else "[-]"


def show_condition(condition: Condition) -> str:
    """Return a condition as a line."""
    failed = "FAILED " if condition.is_binding else "not yet"
    return f"{'-      ' if condition.is_met is None else 'holds  ' if condition.is_met else failed} {condition.told}"


def is_failure(condition: Condition) -> bool:
    """Say whether the gate fails by this condition."""
    return condition.is_binding and condition.is_met is False


def list_misses(half: Half) -> list[str]:
    """Return what was missed, made up or told wrongly, article by article; PermissionError for the unseen half."""
    if half.name != SEEN:
        raise PermissionError(REFUSAL)
    return [line for score in half.scores for line in score.lines]
