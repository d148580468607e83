"""One act told several times within an article: title, deck, body.  Each later telling points at the first.

The article's tellings in the order of the text in, its events out, `link` filled.  Two tellings are of one act where
nothing that they say differs (type, sides, status, days, mode, figures, place) and their words meet often enough; what
is only like the act before ("another attack", "also accused") is none.  Headlines that a page lists beside the article
are other articles.  A missed link is no harm, a wrong one hides an event: in doubt there is none.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.events.drafts import Draft
from dragoman.events.extent import words_of_act
from dragoman.events.sameness import are_facts_compatible, sides_meet
from dragoman.events.scene import Scene
from dragoman.records import Event

OWN_SECTIONS = frozenset({"title", "deck", "body"})
HEADS = frozenset({"title", "deck"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
OTHERS = frozenset(
    "also again another separately separate second third further new fresh more similar likewise".split()
)
LEAD = 2  # paragraphs: what a title tells, they tell again
ENOUGH = 2  # shared words that two sentences of the body need, beside the parties


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what its words show of the act: its content words, and whether they point back or set it apart."""

    event: Event
    words: frozenset[str]
    is_pointing: bool = False
    is_another: bool = False


def telling_of(scene: Scene, draft: Draft, event: Event) -> Telling:
    """Return an event with the words that tell it, the names of its parties and its days left out."""
    own = words_of_act(scene, draft)
    parties = [mention.span for mention in (*draft.actors, *draft.recipients)]
    light = scene.lexicon.words["light"] | {"be", "say"}
    words = set()
    for index in own:
        token = scene.token(index)
        is_named = any(span.start <= token.start < span.end for span in parties)
        if token.pos in CONTENT and not is_named and not scene.is_time(index) and scene.lemma(index) not in light:
            words.add(scene.lemma(index))
    beside = {child.text.lower() for child in scene.sentence.children(draft.predication.predicate)}
    return Telling(
        event,
        frozenset(words),
        is_pointing=draft.predication.kind == "noun" and bool(beside & POINTING),
        is_another=bool(beside & OTHERS),
    )


def link_tellings(tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """Return the events in order, each later telling of an act with the key of its first telling as `link`."""
    firsts: dict[str, str] = {}  # the key of each telling so far, and the key of the first telling of its act
    linked: list[Event] = []
    for place, telling in enumerate(tellings):
        first = _first_of(telling, tellings[:place], firsts)
        firsts[telling.event.key] = first or telling.event.key
        linked.append(dataclasses.replace(telling.event, link=first))
    return tuple(linked)


def _first_of(telling: Telling, before: Sequence[Telling], firsts: dict[str, str]) -> str | None:
    """Return the key of the first telling of a telling's act among those before it; None where it is the first."""
    if telling.event.cite_info.section not in OWN_SECTIONS or telling.is_another:
        return None
    found: list[tuple[int, str]] = []
    for other in before:
        likeness = _likeness(other, telling)
        if likeness is not None and _fits_all(telling, firsts[other.event.key], before, firsts):
            found.append((likeness, firsts[other.event.key]))
    return max(found, key=lambda item: item[0])[1] if found else None


def _fits_all(telling: Telling, first: str, before: Sequence[Telling], firsts: dict[str, str]) -> bool:
    """Say whether a telling gainsays none of the tellings of an act."""
    same = [other.event for other in before if firsts[other.event.key] == first]
    return all(are_facts_compatible(event, telling.event) for event in same)


def _likeness(one: Telling, other: Telling) -> int | None:
    """Return how many words two tellings share where they are of one act; None where they are not."""
    first, later = one.event, other.event
    if first.cite_info.section not in OWN_SECTIONS or first.key == later.key:
        return None
    sides = sides_meet(first, later)
    if sides is None or not are_facts_compatible(first, later):
        return None
    shared = len(one.words & other.words)
    needed = _needed(one, other, is_open=sides == "open")
    return shared if shared >= needed else None


def _needed(one: Telling, other: Telling, *, is_open: bool) -> int:
    """Return how many words two tellings must share: the less, the more else speaks for one act."""
    first, later = one.event, other.event
    is_head = first.cite_info.section in HEADS
    if first.size is not None and later.size is not None and (is_head or first.size == later.size):
        return 0 if is_head else int(is_open)
    if is_head and (later.cite_info.section in HEADS or later.text_info.sequence <= LEAD):
        return int(is_open)
    return int(is_open) + (1 if is_head or other.is_pointing else ENOUGH)
