"""What field of life an act belongs to: up to three of PLOVER's contexts, best first.

A draft and its parties in, names of contexts out.  The words of the act's own clause decide, its trigger and its goods
before the rest, with the sectors of its parties and the kind of act; where they tell nothing, the rest of the sentence
may give one, if it speaks of one only.  Which words bring which context stands in the lexicon's `en_contexts.toml`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.events.drafts import Draft
from dragoman.events.extent import words_of_act
from dragoman.events.scene import Scene
from dragoman.knowledge.contexts import ContextRow
from dragoman.records import Entity, Mention, Span, Token

MOST = 3  # contexts an event may carry; more would tell a reader nothing
# What a telling is worth.  Who does a deed says less about it than what it is done with, and to whom; below SURE all
# are hints.  Found by reading the contexts of some 150 events of news pages; read them again before touching a figure.
WORTH = {"core": 3.0, "act": 2.5, "words": 2.0, "sector": 1.75, "doer": 1.5, "hint": 0.5}
SURE = 1.5
STATES_OWN = frozenset({"", "GOV"})
SKIPPED = frozenset({"-", "'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """One thing that speaks for a context: its name, what it is worth, and the token where it stands."""

    context: str
    worth: float
    index: int


def find_contexts(scene: Scene, draft: Draft, parties: Sequence[Entity]) -> tuple[str, ...]:
    """Return the contexts of a draft's act; `parties` are its actors and recipients as they are settled."""
    own = words_of_act(scene, draft)
    tellings = [*_from_words(scene, draft, own), *_from_the_act(scene, draft, parties)]
    found = _best(tellings)
    if found:
        return found
    if draft.event in _kinds_between_states(scene) and _is_between_states(parties):
        return tuple(row.context for row in scene.lexicon.contexts.rows if draft.event in row.between_states)
    rest = [token.index for token in scene.sentence.tokens if token.index not in own]
    aside = {telling.context for telling in _from_words(scene, draft, rest) if telling.worth >= SURE}
    return tuple(aside) if len(aside) == 1 else ()


def _best(tellings: list[_Telling]) -> tuple[str, ...]:
    """Return the contexts that most speaks for; hints only where nothing surer is told."""
    sure = [telling for telling in tellings if telling.worth >= SURE]
    worth: dict[str, float] = {}
    first: dict[str, int] = {}
    for telling in sure or tellings:
        worth[telling.context] = max(worth.get(telling.context, 0.0), telling.worth)
        first[telling.context] = min(first.get(telling.context, telling.index), telling.index)
    ranked = sorted(worth, key=lambda context: (-worth[context], first[context], context))
    return tuple(ranked[: MOST if sure else 1])


def _from_words(scene: Scene, draft: Draft, indices: Sequence[int]) -> Iterator[_Telling]:
    """Yield what the words at these tokens speak for."""
    kept = [index for index in indices if scene.token(index).text.lower() not in SKIPPED and not _is_name(scene, index)]
    core = set(draft.trigger) | ({draft.thing} if draft.thing is not None else set())
    if draft.wrapped is not None:
        core |= set(draft.wrapped.trigger)
    for run in _runs(kept, scene):
        words = [_forms(scene.token(index)) for index in run]
        for hit in scene.lexicon.contexts.find(words):
            covered = run[hit.first : hit.last + 1]
            kind = _kind_of(scene, draft, covered, core)
            if not (hit.is_hint and kind == "doer"):
                yield _Telling(hit.context, WORTH["hint" if hit.is_hint else kind], covered[0])


def _forms(token: Token) -> tuple[str, ...]:
    """Return the forms that a token may be looked up by; the parser leaves names in the plural."""
    text, lemma = token.text.lower(), token.lemma.lower()
    if token.pos == "PROPN" and lemma == text and text.endswith("s"):
        return text, text.removesuffix("ies") + "y" if text.endswith("ies") else text.removesuffix("s")
    return (lemma,) if lemma == text else (lemma, text)


def _kind_of(scene: Scene, draft: Draft, covered: Sequence[int], core: set[int]) -> str:
    """Say how near to the deed the words at some tokens are: its core, a party to it, or beside it."""
    if core & set(covered):
        return "core"
    token = scene.token(covered[-1])
    for mention in (*draft.actors, *draft.recipients):
        if mention.span.start <= token.start < mention.span.end:
            return "hint" if _is_office(mention) else "doer" if mention in draft.actors else "words"
    return "words"


def _is_office(mention: Mention) -> bool:
    """Say whether a mention is a person in office: what ministers speak about need not be their ministry's business."""
    return mention.kind == "person" or bool(mention.candidates and mention.candidates[0].office)


def _is_name(scene: Scene, index: int) -> bool:
    """Say whether a token belongs to the name of a person, state or place: Bishop, Rice, Solomon Islands."""
    token = scene.token(index)
    if token.pos != "PROPN":
        return False
    here = Span(token.start, token.end)
    if any(place.span.covers(here) for place in scene.marks.places):
        return True
    mention = scene.cast.mention_over(here)
    return mention is not None and mention.kind in ("person", "state") and mention.identifier.covers(here)


def _runs(indices: Sequence[int], scene: Scene) -> Iterator[list[int]]:
    """Yield the unbroken rows of tokens, hyphens and possessive endings between them passed over."""
    run: list[int] = []
    for index in indices:
        gap = range(run[-1] + 1, index) if run else range(0)
        if run and any(scene.token(between).text.lower() not in SKIPPED for between in gap):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _from_the_act(scene: Scene, draft: Draft, parties: Sequence[Entity]) -> Iterator[_Telling]:
    """Yield what the kind of act and the sectors of its parties speak for."""
    act = {draft.event, f"{draft.event}/{draft.mode}"}
    sectors = {entity.sector for entity in parties}
    place = draft.predication.predicate
    for row in scene.lexicon.contexts.rows:
        if row.acts & act:
            yield _Telling(row.context, WORTH["act"], place)
        if row.sectors & sectors:
            yield _Telling(row.context, WORTH["sector"], place)


def _kinds_between_states(scene: Scene) -> frozenset[str]:
    rows: tuple[ContextRow, ...] = scene.lexicon.contexts.rows
    return frozenset(event for row in rows for event in row.between_states)


def _is_between_states(parties: Sequence[Entity]) -> bool:
    """Say whether all parties are states or their governments, two of them at least."""
    codes = {entity.code for entity in parties if entity.code is not None and entity.sector in STATES_OWN}
    return len(codes) > 1 and all(entity.sector in STATES_OWN for entity in parties)
