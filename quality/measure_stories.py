"""How well reports are told apart from events: the figures of `stories/` on the test set of quality/stories.

In: both halves of quality/stories.  Out: per half, B-cubed precision, recall and F1 over its hand-coded tellings,
beside two baselines (every report alone; the same sides, day and type), the same over what the coder itself reads in
the texts, and how well wire copies are found.  Every report goes the product's way: into a SQLite store in a folder of
its own, in the order of publication, with `assign_stories`.

Half a was read while `stories/` was made.  Of half b only figures are ever shown: `--misses` tells those of half a.
To ask more of the figures, add a condition to `judge_stories`.
"""

import argparse
import itertools
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "quality")]

from dragoman import Rejection, code_texts  # noqa: E402  (the folder must be on the path first)
from dragoman.records import (  # noqa: E402
    Event,
    KeptDocument,
    KeptOutcome,
    Run,
    article_key,
    digest,
    normalise,
)
from dragoman.runs.storytelling import assign_stories  # noqa: E402
from dragoman.stores import open_store  # noqa: E402
from dragoman.stores.contract import Store  # noqa: E402
from dragoman.stories.copies import Sketch, are_copies, sketch_text  # noqa: E402
from dragoman.stories.credits import find_credit  # noqa: E402
from floors import Figures, digest_files  # noqa: E402
from owngold import Condition, is_failure, show_condition  # noqa: E402
from storyreports import HALVES, ReadReport, find_files, read_reports  # noqa: E402

MIN_F1 = 0.90
MIN_MARGIN = 0.15  # above the better of the two baselines
MIN_FOUND = 0.98  # of the wire copies with up to a fifth of their words changed
MAX_FALSE = 0.0001  # false joins among pairs of distinct texts
CHANGED_SHARE = 0.2
MADE_TEXTS = 500  # generated texts: 124,750 pairs
MADE_WORDS = 150
SEED = 20240501

Groups = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Grouping:
    """B-cubed precision, recall and F1 of a grouping of tellings."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """The tellings of a half as a store has placed them: their events, gold happenings and stories, by key."""

    events: Mapping[str, Event]
    happenings: Mapping[str, str]
    stories: Mapping[str, str]


def score_groups(found: Groups, gold: Groups) -> Grouping:
    """Return B-cubed: per telling, how much of its group is of its happening, and how much of that is in its group."""
    ours, theirs = _members(found, gold), _members(gold, gold)
    precision = [len(ours[found[key]] & theirs[gold[key]]) / len(ours[found[key]]) for key in gold]
    recall = [len(ours[found[key]] & theirs[gold[key]]) / len(theirs[gold[key]]) for key in gold]
    return Grouping(sum(precision) / max(len(gold), 1), sum(recall) / max(len(gold), 1))


def _members(groups: Groups, keys: Iterable[str]) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = defaultdict(set)
    for key in keys:
        members[groups[key]].add(key)
    return members


def group_plainly(events: Mapping[str, Event]) -> Groups:
    """Return the second baseline's groups: the same sides, day and type."""
    return {
        key: (
            event.event,
            event.date,
            frozenset(party.code for party in event.actor),
            frozenset(party.code for party in event.recipient),
        )
        for key, event in events.items()
    }


# --- reports into a store ------------------------------------------------------------------------


def tell_by_hand(reports: Sequence[ReadReport], store: Store) -> Told:
    """Feed the hand-coded tellings into a store, report by report."""
    for report in reports:
        _feed(store, report, report.events)
    pairs = [
        (event, label) for report in reports for event, label in zip(report.events, report.happenings, strict=True)
    ]
    return _read_stories(store, pairs)


def tell_by_coder(reports: Sequence[ReadReport], store: Store) -> Told:
    """Code the texts and feed what was read into a store; only events that a hand-coded telling matches are scored."""
    pairs: list[tuple[Event, str]] = []
    for report, coded in zip(reports, code_texts(report.article for report in reports), strict=True):
        if isinstance(coded, Rejection):
            continue
        _feed(store, report, coded.events)
        pairs += _match(report, coded.events)
    return _read_stories(store, pairs)


def _feed(store: Store, report: ReadReport, events: Sequence[Event]) -> None:
    article = report.article
    document = KeptDocument(digest("document", article.doc_id), article.doc_id, article_key(article), "jsonl")
    run = Run(0, "ingest", "2024-01-01T00:00:00Z", None, "running", "test set", "none", "none")
    with store.writing() as writer:
        number = writer.begin_run(run)
        keys = writer.save(KeptOutcome(document, article, tuple(events), None, find_credit(article)), run=number)
        assign_stories(writer, keys)


def _read_stories(store: Store, pairs: Iterable[tuple[Event, str]]) -> Told:
    told = list(pairs)
    return Told(
        {event.key: event for event, _ in told},
        {event.key: label for event, label in told},
        {event.key: store.story_of(event.key) or event.key for event, _ in told},
    )


def _match(report: ReadReport, events: Sequence[Event]) -> list[tuple[Event, str]]:
    """Return the coded events that are a hand-coded telling (its sentence and type), each once, with its happening."""
    left, pairs = list(events), []
    for telling, label in zip(report.events, report.happenings, strict=True):
        alike = [event for event in left if event.event == telling.event and _is_one_sentence(event, telling)]
        if alike:
            best = max(alike, key=lambda event: len(_codes(event) & _codes(telling)))
            left.remove(best)
            pairs.append((best, label))
    return pairs


def _is_one_sentence(one: Event, other: Event) -> bool:
    ours, theirs = normalise(one.text), normalise(other.text)
    return ours in theirs or theirs in ours


def _codes(event: Event) -> set[str | None]:
    return {party.code for party in (*event.actor, *event.recipient)}


def tell_half(half: str, *, by_coder: bool = False) -> Told:
    """Return a half's tellings as the product places them."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'stories.db'}")
        try:
            return (tell_by_coder if by_coder else tell_by_hand)(read_reports(half), store)
        finally:
            store.close()


# --- wire copies ---------------------------------------------------------------------------------


def measure_copies(reports: Sequence[ReadReport]) -> dict[str, float | None]:
    """Return the shares of copies that are found, of the test set's and of made ones, and of false joins."""
    sketches = {report.id: sketch_text("\n\n".join(report.article.paragraphs)) for report in reports}
    heads = _heads(reports)
    pairs = list(itertools.combinations(sketches, 2))
    copies = [_is_found(sketches[one], sketches[other]) for one, other in pairs if heads[one] == heads[other]]
    distinct = [_is_found(sketches[one], sketches[other]) for one, other in pairs if heads[one] != heads[other]]
    texts = [" ".join(report.article.paragraphs) for report in reports if report.copy_of is None]
    made = [sketch_text(text) for text in make_texts(texts)]
    joined = [_is_found(one, other) for one, other in itertools.combinations(made, 2)]
    changed = [_is_found(sketch_text(text), sketch_text(change)) for text, change in change_texts(texts)]
    return {
        "copies_found": _share(copies),
        "changed_found": _share(changed),
        "false_joins": _share(distinct),
        "false_joins_made": _share(joined),
    }


def _is_found(one: Sketch, other: Sketch) -> bool:
    return not set(one.bands).isdisjoint(other.bands) and are_copies(one.signature, other.signature)


def _heads(reports: Sequence[ReadReport]) -> dict[str, str]:
    copied = {report.id: report.copy_of for report in reports}
    heads = {}
    for report in reports:
        head = report.id
        while copied.get(head):
            head = str(copied[head])
        heads[report.id] = head
    return heads


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


def change_texts(texts: Sequence[str], *, times: int = 5) -> list[tuple[str, str]]:
    """Return each text with copies of it in which a fifth of the words are others of the same vocabulary."""
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    vocabulary = [word for text in texts for word in text.split()]
    return [(text, _change(text, vocabulary, chance)) for text in texts for _ in range(times)]


def _change(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    words = text.split()
    for place in chance.sample(range(len(words)), int(len(words) * CHANGED_SHARE)):
        words[place] = chance.choice(vocabulary)
    return " ".join(words)


def make_texts(texts: Sequence[str]) -> list[str]:
    """Return texts made of the vocabulary of these, each word followed by one that follows it somewhere in them."""
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    following: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for one, other in itertools.pairwise(text.split()):
            following[one].append(other)
    starts = sorted(following)
    made = []
    for _ in range(MADE_TEXTS if texts else 0):
        words = [chance.choice(starts)]
        while len(words) < MADE_WORDS:
            words.append(chance.choice(following.get(words[-1]) or starts))
        made.append(" ".join(words))
    return made


# --- figures -------------------------------------------------------------------------------------


def measure_half(half: str) -> Figures | None:
    """Return all figures of a half, None where it has no reports."""
    files = find_files(half)
    if not files:
        return None
    reports = read_reports(half)
    told, coded = tell_half(half), tell_half(half, by_coder=True)
    ours = score_groups(told.stories, told.happenings)
    alone = score_groups({key: key for key in told.happenings}, told.happenings)
    plain = score_groups(group_plainly(told.events), told.happenings)
    end_to_end = score_groups(coded.stories, coded.happenings)
    plain_coded = score_groups(group_plainly(coded.events), coded.happenings)
    figures: dict[str, float | None] = {
        "reports": len(reports),
        "happenings": len(set(told.happenings.values())),
        "tellings": len(told.happenings),
        "precision": ours.precision,
        "recall": ours.recall,
        "f1": ours.f1,
        "f1_alone": alone.f1,
        "f1_same_sides_day_type": plain.f1,
        "margin": ours.f1 - max(alone.f1, plain.f1),
        "coded_tellings": len(coded.happenings),
        "coded_precision": end_to_end.precision,
        "coded_recall": end_to_end.recall,
        "coded_f1": end_to_end.f1,
        "coded_f1_same_sides_day_type": plain_coded.f1,
        "credits_right": _share([find_credit(report.article) == report.credit for report in reports]),
        **measure_copies(reports),
    }
    rounded = {name: None if value is None else round(value, 4) for name, value in figures.items()}
    return Figures(f"stories_{half}", digest_files(files), rounded)


def measure_stories() -> list[Figures]:
    """Return the figures of both halves, of those that are there."""
    return [figures for half in HALVES if (figures := measure_half(half)) is not None]


def judge_stories(measured: Sequence[Figures]) -> list[Condition]:
    """Return what is asked of the figures of each half."""
    return [condition for figures in measured for condition in _judge(figures)]


def _judge(figures: Figures) -> list[Condition]:
    name, metrics = figures.corpus, figures.metrics
    least = (("f1", MIN_F1), ("margin", MIN_MARGIN), ("copies_found", MIN_FOUND), ("changed_found", MIN_FOUND))
    most = (("false_joins", MAX_FALSE), ("false_joins_made", MAX_FALSE))
    return [
        *(_condition(name, metric, metrics[metric], limit, is_least=True) for metric, limit in least),
        *(_condition(name, metric, metrics[metric], limit, is_least=False) for metric, limit in most),
    ]


def _condition(name: str, metric: str, figure: float | None, limit: float, *, is_least: bool) -> Condition:
    if figure is None:
        return Condition(f"{name} has no {metric}", None)
    told = f"{name} {metric} is {figure:g} (at {'least' if is_least else 'most'} {limit:g})"
    return Condition(told, figure >= limit if is_least else figure <= limit)


def show_figures(measured: Sequence[Figures]) -> list[str]:
    """Return the table of figures, a column per half."""
    names = list(dict.fromkeys(name for figures in measured for name in figures.metrics))
    head = f"{'':<30}" + "".join(f"{figures.corpus:>12}" for figures in measured)
    return [head, *(f"{name:<30}" + "".join(_cell(figures.metrics[name]) for figures in measured) for name in names)]


def _cell(value: float | None) -> str:
    return f"{'-' if value is None else f'{value:g}':>12}"


def list_misses(*, by_coder: bool) -> list[str]:
    """Return the happenings of half a that were told in several stories, and stories that tell several happenings."""
    told = tell_half("a", by_coder=by_coder)
    lines = []
    for title, groups, others in (
        ("one happening, several stories", told.happenings, told.stories),
        ("one story, several happenings", told.stories, told.happenings),
    ):
        for group, keys in sorted(_members(groups, groups).items(), key=str):
            parts = _members(others, keys)
            if len(parts) > 1:
                lines.append(f"{title}: {group}")
                lines += [
                    f"    {others[key]} {told.events[key].event[0]}: {told.events[key].text}" for key in sorted(keys)
                ]
    return lines


def main() -> int:
    """Print the figures, or the misses of half a; return the exit status."""
    parser = argparse.ArgumentParser(description="Measure how well tellings of one happening are joined.")
    parser.add_argument("--misses", choices=("hand", "coder"), help="list what went wrong in half a, and stop")
    given = parser.parse_args()
    if given.misses:
        print(*list_misses(by_coder=given.misses == "coder"), sep="\n")
        return 0
    measured = measure_stories()
    conditions = judge_stories(measured)
    print(*show_figures(measured), "", *map(show_condition, conditions), sep="\n")
    return 1 if any(map(is_failure, conditions)) else 0


if __name__ == "__main__":
    sys.exit(main())
