"""Which events a person should look at, and how far two people agree on them.

Comes in: a store, the name of a queue, and who reviews.  Goes out: events in the order in which to look at them; and
for two reviewers an `Agreement`.  To add a queue, write a function from `Reading` to keys and name it in `_QUEUES`.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.errors import BadUse
from dragoman.ontology import load_ontology
from dragoman.records import Change, Correction, Count, Event, EventFilter, KeptEvent, Story, digest
from dragoman.runs.eventfields import text_of_field
from dragoman.runs.recoding import event_as_coded
from dragoman.runs.runbook import FINISHED, note_run
from dragoman.stores.contract import Reading, Store
from dragoman.stores.correcting import apply_changes
from dragoman.stores.log import RETRACT, entries_in_force

RANDOM = "random"
RETRACTED = "retracted"
COMPARED = (
    *("event", "mode", "context", "status", "actor", "recipient", "reciprocal"),
    *("date", "enddate", "place", "object", "size", "attribution"),
)
_ALL = EventFilter()


@dataclass(frozen=True, slots=True)
class Queue:
    """What to review: which queue, how many events, and for a random sample by which seed."""

    name: str = "low-confidence"
    size: int = 20
    seed: int = 1


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How two people agree on one question: over `n` events the share of the same answers, and Cohen's kappa.

    `kappa` is None where it is not defined, because both gave one and the same answer throughout.
    """

    name: str
    n: int
    share: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers over the events that both have judged: the verdict (type, or retracted), then field by field."""

    first: str
    second: str
    verdict: FieldAgreement
    fields: tuple[FieldAgreement, ...]
    at_odds: tuple[tuple[str, str, str], ...]  # key, the first's verdict, the second's


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one person says of an event: how it should be, or that there is no such event."""

    event: Event
    is_retracted: bool

    @property
    def label(self) -> str:
        return RETRACTED if self.is_retracted else self.field("event")

    def field(self, name: str) -> str:
        return text_of_field(self.event, name)


def events_to_review(store: Store, queue: Queue, who: str) -> Iterator[Event]:
    """Yield the events of a queue that are still to be looked at.

    A random sample is recorded when it is first drawn: everyone who asks for its size and seed gets the same
    events, as they were coded, but for those that they have judged already.  The other queues hold what nobody has
    judged, as it stands.
    """
    if queue.name == RANDOM:
        yield from _of_sample(store, recorded_sample(store, queue), who)
        return
    if queue.name not in _QUEUES:
        raise BadUse(f"there is no queue {queue.name!r}; there are {', '.join((*_QUEUES, RANDOM))}")
    judged = {entry.key for entry in entries_in_force(store.corrections())}
    keys = (key for key in _QUEUES[queue.name](store, judged) if key not in judged)
    for _, key in zip(range(queue.size), dict.fromkeys(keys), strict=False):
        kept = store.event(key)
        if kept is not None:
            yield kept.event


def recorded_sample(store: Store, queue: Queue) -> tuple[str, ...]:
    """Return the keys of a random sample, drawn and recorded in the book of runs when it is first asked for."""
    told = {"review": RANDOM, "size": str(queue.size), "seed": str(queue.seed)}
    for run in store.runs():
        settings = {setting.field: setting.value for setting in run.settings}
        if all(settings.get(name) == value for name, value in told.items()):
            return tuple(settings.get("keys", "").split())
    keys = _draw(store, queue)
    noted = (*(Change(name, value) for name, value in told.items()), Change("keys", " ".join(keys)))
    with store.writing() as writer:
        number = note_run(writer, "correct", noted)
        writer.end_run(number, state=FINISHED, counts=(Count("sampled", len(keys)),))
    return keys


def measure_agreement(reader: Reading, first: str, second: str) -> Agreement:
    """Return how far two reviewers agree; BadUse where one of them has judged nothing."""
    one, other = (_verdicts_of(reader, who) for who in (first, second))
    for who, verdicts in ((first, one), (second, other)):
        if not verdicts:
            people = sorted({entry.who for entry in reader.corrections()})
            raise BadUse(f"nobody called {who!r} has judged an event; there are {', '.join(people) or 'none yet'}")
    both = sorted(one.keys() & other.keys())
    kept = [key for key in both if not (one[key].is_retracted or other[key].is_retracted)]
    verdict = agreement_on("type or retraction", [(one[key].label, other[key].label) for key in both])
    fields = [agreement_on(name, [(one[key].field(name), other[key].field(name)) for key in kept]) for name in COMPARED]
    odds = [(key, one[key].label, other[key].label) for key in both if one[key].label != other[key].label]
    return Agreement(first, second, verdict, tuple(fields), tuple(odds))


def agreement_on(name: str, answers: Sequence[tuple[str, str]]) -> FieldAgreement:
    """Return share and Cohen's kappa of two people's answers to one question."""
    n = len(answers)
    if not n:
        return FieldAgreement(name, 0, None, None)
    share = sum(one == other for one, other in answers) / n
    firsts, seconds = Counter(one for one, _ in answers), Counter(other for _, other in answers)
    by_chance = sum(firsts[answer] * seconds[answer] for answer in firsts) / n**2
    return FieldAgreement(name, n, share, None if by_chance == 1 else (share - by_chance) / (1 - by_chance))


def _verdicts_of(reader: Reading, who: str) -> dict[str, _Verdict]:
    """Return what a person says of each event, all their entries in force taken together; the last one decides."""
    ontology, entries = load_ontology(), dict[str, list[Correction]]()
    for entry in entries_in_force(reader.corrections()):
        if entry.who == who:
            entries.setdefault(entry.key, []).append(entry)
    verdicts: dict[str, _Verdict] = {}
    for key, said in entries.items():
        versions = reader.versions(key)
        if versions:
            changes = [change for entry in said for change in entry.changes]
            event = apply_changes(versions[-1].event, changes, ontology, is_strict=False)
            verdicts[key] = _Verdict(event, said[-1].action == RETRACT)
    return verdicts


def _of_sample(store: Store, keys: Iterable[str], who: str) -> Iterator[Event]:
    own = {entry.key for entry in entries_in_force(store.corrections()) if entry.who == who}
    for key in keys:
        event = event_as_coded(store, key) if key not in own else None
        if event is not None:
            yield event


def _draw(reader: Reading, queue: Queue) -> tuple[str, ...]:
    """Draw live events as lots: by a digest of seed and key, so that the order of the store does not matter."""
    seed = str(queue.seed)
    keys = (kept.event.key for kept in reader.events(_ALL))
    return tuple(heapq.nsmallest(queue.size, keys, key=lambda key: digest("sample", seed, key)))


# --- queues --------------------------------------------------------------------------------------

MOST = 10_000  # events that a queue sorts at most: more than anybody reviews in one sitting


def _least_sure(reader: Reading, judged: set[str]) -> Iterator[str]:
    """Yield events, the least sure first."""
    unjudged = (kept for kept in reader.events(_ALL) if kept.event.key not in judged)
    for kept in heapq.nsmallest(MOST, unjudged, key=lambda kept: (kept.event.confidence, kept.event.key)):
        yield kept.event.key


def _at_odds(reader: Reading, _: set[str]) -> Iterator[str]:
    """Yield events on which rules differ: one sentence's act between the same sides, or one story, of several types."""
    types: dict[str, set[str]] = {}
    for kept in reader.events(_ALL):
        types.setdefault(_place_of(kept), set()).update(kept.event.event)
    torn = {place for place, names in types.items() if len(names) > 1}
    if torn:
        yield from (kept.event.key for kept in reader.events(_ALL) if _place_of(kept) in torn)
    for story in reader.stories(_ALL):
        if any(difference.field == "event" for difference in story.differences):
            yield from (telling.key for telling in story.tellings)


def _place_of(kept: KeptEvent) -> str:
    """Return what two codings of the same words share: the trigger's place, and the sides."""
    event = kept.event
    trigger = next((item for item in event.text_info.evidence if item.field == "event"), None)
    start = trigger.start if trigger else event.text_info.start
    return digest(kept.article, str(start), text_of_field(event, "actor"), text_of_field(event, "recipient"))


def _contested(reader: Reading, _: set[str]) -> Iterator[str]:
    """Yield claims on happenings that others tell differently."""
    for story in reader.stories(_ALL):
        if any(difference.field == "claims" for difference in story.differences):
            yield from _claims_of(reader, story)


def _claims_of(reader: Reading, story: Story) -> Iterator[str]:
    for telling in story.tellings:
        kept = reader.event(telling.key)
        if kept is not None and kept.state == "live" and kept.event.attribution is not None:
            yield telling.key


_QUEUES: Mapping[str, Callable[[Reading, set[str]], Iterator[str]]] = MappingProxyType(
    {"low-confidence": _least_sure, "at-odds": _at_odds, "claims": _contested}
)
QUEUES = (*_QUEUES, RANDOM)
