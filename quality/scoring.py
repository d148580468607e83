"""Coded events scored against the sheets of our own gold, independently of the coder: pure functions.

In: a `Sheet` and the events that somebody coded in its article.  Out: an `ArticleScore` of counts, and of lines that
tell what was missed, made up or told wrongly; and of many of them figures with 95 % bootstrap intervals over articles.
An event agrees with gold where sentence, type and sides agree; the matching is the largest one-to-one, required gold
first.  To check a further field of the events found, write a check and name it in `CHECKS`.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.records import Entity, Event, is_claim
from goldsheets import NOBODY, GoldDate, GoldEvent, GoldSentence, Party, Sheet

APART: Mapping[str, str] = {}
MERGED: Mapping[str, str] = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # yielding in words or in deeds: often one act
# Codes that give an unknown side no state.
STATELESS = frozenset({None, "IMG", "ISM", "IGO", "NGO", "MNC"})
TITLES = frozenset(
    "president prime minister ministry foreign defence defense interior secretary general leader official officials "
    "government spokesman spokeswoman spokesperson statement".split()
)
SMALL = frozenset("a an and for of said says the s".split())
RESAMPLES = 500
SEED = 20240514  # any number will do: it makes the intervals repeatable
Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts by name ("required", "found", "extra ASSAULT", "status right" …) and what there is to read about them."""

    name: str
    counts: Counter[str]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A gold event and the coded event that was matched with it."""

    gold: GoldEvent
    coded: Event
    published: str


@dataclass(slots=True)
class _Settling:
    """One article's gold and coded events while they are matched."""

    sheet: Sheet
    gold: list[GoldEvent]
    coded: list[Event]
    agreeing: list[list[int]]
    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


# --- an article ----------------------------------------------------------------------------------


def score_article(sheet: Sheet, events: Iterable[Event], *, merge: Mapping[str, str] = APART) -> ArticleScore:
    """Score what was coded in a sheet's article; types that `merge` gives one name count as one."""
    coded, gold = [event for event in events if not _is_unjudged(event, sheet)], list(sheet.events)
    sentence_of = {event.line: sentence for sentence in sheet.sentences for event in sentence.events}
    places = [find_sentences(event, sheet) for event in coded]
    agreeing = [
        [j for j, event in enumerate(coded) if sentence_of[want.line] in places[j] and agrees(want, event, merge=merge)]
        for want in gold
    ]
    settling = _Settling(sheet, gold, coded, agreeing)
    settling.counts.update(articles=1, sentences=sum(sentence.is_judged for sentence in sheet.body))
    found = _match(settling)
    for i, want in enumerate(gold):
        if not want.is_optional:
            _count_required(settling, want, sentence_of[want.line], coded[found[i]] if i in found else None)
    _count_extra(settling, found, [place[0].line if place else None for place in places])
    return ArticleScore(sheet.name, settling.counts, tuple(settling.lines))


def _match(settling: _Settling) -> dict[int, int]:
    """Return the coded event of each gold event that has one: the largest matching, required gold first."""
    owner: dict[int, int] = {}
    options = [_sort_nearest(settling, i) for i in range(len(settling.gold))]

    def place(i: int, tried: set[int]) -> bool:
        for j in sorted(options[i], key=lambda j: j in owner):
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in sorted(range(len(options)), key=lambda i: settling.gold[i].is_optional):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _sort_nearest(settling: _Settling, i: int) -> list[int]:
    """Return the coded events that agree with a gold event, those first that tell the rest of it rightly."""

    def distance(j: int) -> tuple[bool, ...]:
        found = Found(settling.gold[i], settling.coded[j], settling.sheet.published)
        return tuple(check(found) is False for check in CHECKS.values())

    return sorted(settling.agreeing[i], key=distance)


def _count_required(settling: _Settling, want: GoldEvent, sentence: GoldSentence, coded: Event | None) -> None:
    counts, place = settling.counts, f"{settling.sheet.name}:{want.line}"
    counts.update({"required": 1, f"required {want.event}": 1, "required not actual": want.status != "actual"})
    if coded is None:
        settling.lines.append(f"MISSED {place} {tell_gold(want)} :: {sentence.text}")
        return
    counts.update({"found": 1, f"found {want.event}": 1})
    for name, check in CHECKS.items():
        is_right = check(Found(want, coded, settling.sheet.published))
        if is_right is not None:
            counts.update({f"{name} checked": 1, f"{name} right": is_right})
        if is_right is False and name not in PARTS:
            settling.lines.append(
                f"WRONG  {place} {name}: {tell_gold(want)}; coded {tell_coded(coded)} :: {sentence.text}"
            )


def _count_extra(settling: _Settling, found: Mapping[int, int], lines: Sequence[int | None]) -> None:
    """Count what was coded beyond the gold; the other direction or member of a list that was found is neutral, once."""
    taken, twinned = set(found.values()), set[int]()
    for j, event in enumerate(settling.coded):
        if j in taken:
            continue
        named = {pair for pair in pairs_of(event) if None not in pair}
        twins = [
            i
            for i, choices in enumerate(settling.agreeing)
            if i in found and i not in twinned and j in choices
            if named and named.isdisjoint(pairs_of(settling.coded[found[i]]))
        ]
        if twins:
            twinned.add(twins[0])
            continue
        settling.counts.update({"extra": 1, f"extra {event.event[0]}": 1})
        settling.lines.append(f"EXTRA  {settling.sheet.name}:{lines[j] or '?'} {tell_coded(event)} :: {event.text}")


# --- agreement -----------------------------------------------------------------------------------


def agrees(gold: GoldEvent, coded: Event, *, merge: Mapping[str, str] = APART) -> bool:
    """Say whether type and sides of a coded event are those of the gold event."""
    kind = coded.event[0]
    if merge.get(kind, kind) != merge.get(gold.event, gold.event):
        return False
    if gold.is_reciprocal:
        return _agrees_both_ways(gold, coded)
    if coded.reciprocal:
        return False
    return (
        side_agrees(gold.actor, codes_of(coded.actor))
        and side_agrees(gold.recipient, codes_of(coded.recipient))
        and not _is_swapped_at_home(gold, coded)
    )


def side_agrees(wanted: Sequence[Party], got: frozenset[str | None]) -> bool:
    """Say whether a wanted code is there, and no other; an unknown or absent side must not be given a state."""
    right = frozenset[str | None]().union(*(party.codes for party in wanted))
    if right - {None}:
        return bool(right & got) and not got - right - {None}
    return not got - STATELESS


def _agrees_both_ways(gold: GoldEvent, coded: Event) -> bool:
    """Say whether two parties of a mutual act or more are there, and no others: in one list, or split over two."""
    actors, recipients = codes_of(coded.actor), codes_of(coded.recipient)
    known = [party for party in gold.actor if None not in party.codes]
    if len(coded.actor) + len(coded.recipient) < min(2, len(known)):
        return False
    if sum(bool(party.codes & (actors | recipients | {None})) for party in gold.actor) < 2:
        return False
    if coded.reciprocal:
        return side_agrees(gold.actor, actors | recipients - {None})
    return side_agrees(gold.actor, actors) and side_agrees(gold.actor, recipients)


def _is_swapped_at_home(gold: GoldEvent, coded: Event) -> bool:
    """Say whether the sectors, which alone tell the sides apart within one country, stand the wrong way round."""
    source, target = sectors_of(gold.actor), sectors_of(gold.recipient)
    actor, recipient = {entity.sector for entity in coded.actor}, {entity.sector for entity in coded.recipient}
    return source.isdisjoint(target) and bool(actor & target and recipient & source)


def codes_of(entities: Iterable[Entity]) -> frozenset[str | None]:
    """Return the codes of a side; a side without a party is unknown."""
    return frozenset(entity.code for entity in entities) or frozenset({None})


def sectors_of(parties: Iterable[Party]) -> set[str]:
    """Return the sectors that gold names on a side."""
    return {option.sector for party in parties for option in party.options} - {""}


def pairs_of(event: Event) -> set[Pair]:
    """Return the directed pairs of codes that a coded event stands for."""
    actors, recipients = codes_of(event.actor), codes_of(event.recipient)
    if event.reciprocal:
        return {(one, other) for one in actors for other in actors if one != other} or {(a, a) for a in actors}
    return {(actor, recipient) for actor in actors for recipient in recipients}


# --- sentences -----------------------------------------------------------------------------------


def _is_unjudged(event: Event, sheet: Sheet) -> bool:
    """Say whether a coded event stands in a sentence on which nobody has judged."""
    places = find_sentences(event, sheet)
    return bool(places) and not any(sentence.is_judged for sentence in places)


def find_sentences(event: Event, sheet: Sheet) -> tuple[GoldSentence, ...]:
    """Return the sentences that a coded event may be of: its own words, else those that it overlaps."""
    if event.cite_info.section == "title":
        return sheet.sentences[:1]
    text = fold(event.text)
    same = tuple(sentence for sentence in sheet.body if fold(sentence.text) == text)
    near = (s for s in sheet.body if overlap(fold(s.text), text) and len(event.text) <= 2.2 * len(s.text) + 40)
    return same or tuple(near)


def fold(text: str) -> str:
    """Return the words of a text alone, in lower case."""
    return re.sub(r"[\W_]+", " ", text).lower().strip()


def overlap(one: str, other: str) -> bool:
    """Say whether one folded text holds the other, or most words are shared; with the shared scorer's bounds."""
    if not one or not other:
        return False
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return min(len(one), len(other)) > 12
    first, second = set(one.split()), set(other.split())
    return len(first & second) >= max(6, 0.8 * min(len(first), len(second)))


# --- checks of what was found: True, False, or None where gold says nothing ------------------------


def _check_mode(found: Found) -> bool | None:
    return found.gold.mode in found.coded.mode if found.gold.mode else None


def _check_sector(found: Found) -> bool | None:
    """Compare the actor's sector; of a mutual act, that of any party."""
    told = [party for party in found.gold.actor if None not in party.codes and sectors_of([party])]
    right = {(option.code, option.sector) for party in told for option in party.options}
    coded = found.coded
    entities = (*coded.actor, *coded.recipient) if found.gold.is_reciprocal else coded.actor
    return any((entity.code, entity.sector) in right for entity in entities) if right else None


def _check_status(found: Found) -> bool | None:
    return found.coded.status == found.gold.status


def _check_status_not_actual(found: Found) -> bool | None:
    return _check_status(found) if found.gold.status != "actual" else None


def _check_date(found: Found) -> bool | None:
    return _is_dated(found.gold.date, found.coded) if found.gold.date else None


def _check_date_in_text(found: Found) -> bool | None:
    date = found.gold.date
    is_fresh = date is not None and not date.is_planned and date.first == date.last == found.published
    return None if is_fresh else _check_date(found)


def _is_dated(gold: GoldDate, coded: Event) -> bool:
    """Say whether the days are gold's; for a week, month or year also a part of it, but no single day."""
    if gold.is_planned:
        first, last = coded.planned_date, coded.planned_enddate or coded.planned_date
    else:
        first, last = coded.date, coded.enddate or coded.date
    if first is None or last is None:
        return False
    is_same = (first, last) == (gold.first, gold.last)
    return is_same or (gold.first <= first < last <= gold.last)


def _check_attribution_found(found: Found) -> bool | None:
    said = found.gold.attribution
    if said is None or said == NOBODY:
        return None
    return bool(_words_that_name(said) & _words_that_name(_speaker_of(found.coded), is_coded=True))


def _check_attribution_not_invented(found: Found) -> bool | None:
    """Say whether nobody's claim is told where gold has "none", which covers verbal acts of the speaker's own too."""
    return not is_claim(found.coded) if found.gold.attribution == NOBODY else None


def _speaker_of(event: Event) -> str:
    return event.attribution.speaker if event.attribution else ""


def _words_that_name(speaker: str, *, is_coded: bool = False) -> set[str]:
    """Return the words that tell a speaker apart: those beside titles, or the titles where there is nothing else."""
    words = set(fold(speaker).split()) - SMALL
    return words if is_coded else words - TITLES or words


CHECKS: Mapping[str, Callable[[Found], bool | None]] = {
    "status_right_non_actual": _check_status_not_actual,
    "status": _check_status,
    "date_in_text": _check_date_in_text,
    "date": _check_date,
    "attribution_found": _check_attribution_found,
    "attribution_not_invented": _check_attribution_not_invented,
    "sector": _check_sector,
    "mode": _check_mode,
}

PARTS = frozenset({"status_right_non_actual", "date_in_text"})  # of status and date: told there already


# --- figures -------------------------------------------------------------------------------------


def sum_counts(scores: Iterable[ArticleScore]) -> Counter[str]:
    """Return the counts of many articles as one."""
    total = Counter[str]()
    for score in scores:
        total.update(score.counts)
    return total


def figures_from_counts(counts: Mapping[str, int], types: Iterable[str]) -> dict[str, float | None]:
    """Return precision, recall, F1, extra events per 100 sentences and the checks; then F1 and its parts by type."""
    figures = {
        **_accuracy(counts, ""),
        "extra_per_100_sentences": _ratio(100 * counts.get("extra", 0), counts.get("sentences", 0)),
        **{name: _ratio(counts.get(f"{name} right", 0), counts.get(f"{name} checked", 0)) for name in CHECKS},
    }
    for name in types:
        figures |= _accuracy(counts, f" {name}")
    return figures


def _accuracy(counts: Mapping[str, int], suffix: str) -> dict[str, float | None]:
    found, extra = counts.get(f"found{suffix}", 0), counts.get(f"extra{suffix}", 0)
    required = counts.get(f"required{suffix}", 0)
    return {
        f"precision{suffix}": _ratio(found, found + extra),
        f"recall{suffix}": _ratio(found, required),
        f"f1{suffix}": _ratio(2 * found, found + extra + required),
    }


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def find_intervals(
    scores: Sequence[ArticleScore], types: Sequence[str], *, resamples: int = RESAMPLES
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each figure, by drawing articles anew; repeatable, for the draw is seeded."""
    names = sorted({name for score in scores for name in score.counts})
    rows = [[score.counts[name] for name in names] for score in scores]
    drawn: dict[str, list[float]] = {}
    chance = random.Random(SEED)  # noqa: S311 (statistics, no secret)
    for _ in range(resamples if rows else 0):
        sums = map(sum, zip(*chance.choices(rows, k=len(rows)), strict=True))
        for name, figure in figures_from_counts(dict(zip(names, sums, strict=True)), types).items():
            if figure is not None:
                drawn.setdefault(name, []).append(figure)
    return {name: _middle(sorted(figures)) for name, figures in drawn.items()}


def _middle(figures: Sequence[float]) -> tuple[float, float]:
    """Return the bounds of the middle 95 %."""
    cut = int(0.025 * len(figures))
    return figures[cut], figures[-1 - cut]


# --- telling -------------------------------------------------------------------------------------


def tell_gold(gold: GoldEvent) -> str:
    """Return a gold event in a line."""
    date = gold.date
    days = f" {'planned ' if date.is_planned else ''}{date.first}..{date.last}" if date else ""
    said = f" ({gold.attribution})" if gold.attribution else ""
    sides = f"{_tell_parties(gold.actor)} {'<>' if gold.is_reciprocal else '>'} {_tell_parties(gold.recipient)}"
    return f"{gold.event}{_tell_mode(gold.mode)} {sides.strip()} {gold.status}{days}{said}"


def tell_coded(event: Event) -> str:
    """Return a coded event in a line, with the rule that made it."""
    days = f"{event.date}..{event.enddate}"
    planned = f" planned {event.planned_date}..{event.planned_enddate}" if event.planned_date else ""
    said = f" ({_speaker_of(event)})" if event.attribution else ""
    sides = f"{_tell_entities(event.actor)} {'<>' if event.reciprocal else '>'} {_tell_entities(event.recipient)}"
    told = f"{event.event[0]}{_tell_mode('/'.join(event.mode))} {sides.strip()} {event.status} {days}{planned}{said}"
    return f"{told} by {event.coder.rule}"


def _tell_mode(mode: str | None) -> str:
    return f".{mode}" if mode else ""


def _tell_parties(parties: Iterable[Party]) -> str:
    told = ("/".join(_tell_side(option.code, option.sector) for option in party.options) for party in parties)
    return "; ".join(told)


def _tell_entities(entities: Iterable[Entity]) -> str:
    return "; ".join(_tell_side(entity.code, entity.sector) for entity in entities)


def _tell_side(code: str | None, sector: str) -> str:
    return f"{code or '?'} {sector if code else ''}".strip()
