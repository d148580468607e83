"""The one function that derives dyads from an event's sides, and what a story needs switched on to count."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from dragoman.records.event import Attribution, Entity, Event
from dragoman.records.story import ANALYSIS, CLAIM, HEADLINE, HISTORICAL, NOT_ACTUAL, NOT_STATE, Dyad

STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", ""})  # what a state does: its organs and itself
VERBAL_CLASSES = frozenset({1, 3})
ANALYTIC_GENRES = frozenset({"analysis", "opinion", "interview"})
HEADLINE_SECTIONS = frozenset({"title", "related", "latest"})


def dyads_of(actor: Sequence[Entity], recipient: Sequence[Entity], *, is_reciprocal: bool) -> tuple[Dyad, ...]:
    """Return the dyads of an event or a story, each once, in order.

    Reciprocal: every two different codes among the actors, or the one code with itself.  Directed: every actor's
    code with every recipient's.  Parties without a code make no dyad; nor does an act without a recipient.
    """
    doers = _codes(actor)
    if is_reciprocal:
        pairs: Iterable[tuple[str, str]] = combinations(sorted(doers), 2)
        if len(doers) == 1 and len(actor) > 1:
            pairs = [(doers[0], doers[0])]
        return tuple(Dyad(first, second, True) for first, second in pairs)
    return tuple(Dyad(doer, other) for doer in doers for other in _codes(recipient))


def face_of(events: Sequence[Event]) -> int:
    """Return what must be switched on before the happening that these events tell counts; 0: nothing."""
    face = 0
    for flag, is_so in _FLAGS:
        if all(is_so(event) for event in events):
            face |= flag
    return face


def acts_for_state(event: Event) -> bool:
    """Say whether every side that is known acts for a state."""
    known = [entity for entity in (*event.actor, *event.recipient) if entity.code is not None]
    return bool(known) and all(entity.sector in STATE_SECTORS for entity in known)


def is_claim(event: Event) -> bool:
    """Say whether an event rests on somebody's word alone.

    It does where a speaker is named, save for a verbal act of the speaker's own: who condemns in his own words has
    condemned, and the outlet vouches for it.
    """
    said = event.attribution
    if said is None:
        return False
    return not (event.quad_code in VERBAL_CLASSES and any(_speaks_for(said, actor) for actor in event.actor))


def _speaks_for(said: Attribution, actor: Entity) -> bool:
    if said.speaker == actor.entity_text or (said.entity_id is not None and said.entity_id == actor.entity_id):
        return True
    is_official = said.sector in STATE_SECTORS and actor.sector in STATE_SECTORS
    return said.code is not None and said.code == actor.code and is_official


def _codes(entities: Sequence[Entity]) -> list[str]:
    return list(dict.fromkeys(entity.code for entity in entities if entity.code is not None))


_FLAGS = (
    (CLAIM, is_claim),
    (HISTORICAL, lambda event: event.status == "historical"),
    (NOT_ACTUAL, lambda event: event.status in ("future", "hypothetical", "negation")),
    (ANALYSIS, lambda event: event.cite_info.genre in ANALYTIC_GENRES),
    (HEADLINE, lambda event: event.cite_info.section in HEADLINE_SECTIONS),
    (NOT_STATE, lambda event: not acts_for_state(event)),
)
