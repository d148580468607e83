"""Sentences, cast and marks in; drafts and the reasons against the others out.

Precedence within a sentence: wrappers consume what stands inside them; then every other predication is
matched; at last, two drafts of one type with the same parties are one event, told by the stronger rule.
"""

import dataclasses

from dragoman.events.claims import find_branding, find_claim, find_label_claim, find_verdict
from dragoman.events.dating import is_still_to_come
from dragoman.events.drafts import Draft, Drop
from dragoman.events.folding import fold
from dragoman.events.marches import find_march, is_blockade, with_crowd
from dragoman.events.matching import match_predication
from dragoman.events.scene import Scene, code_of, sector_of
from dragoman.events.threats import as_threat, find_threat
from dragoman.events.wrapping import COOPERATIVE, match_wrapper

RANK = {"wrapper": 0, "frame": 1, "noun": 2, "adjective": 2, "verb": 3, "claim": 4}


def find_drafts(scene: Scene) -> tuple[list[Draft], list[Drop]]:
    """Return the drafts of one sentence in the order of their words, and what was dropped and why."""
    drafts, drops, consumed = _match_wrappers(scene)
    for predication in scene.predications():
        if predication.predicate in consumed:
            continue
        draft, against = match_predication(scene, predication)
        drops += against
        if is_blockade(scene, predication) and draft is not None and draft.event != "PROTEST":
            draft = None
        draft = draft or find_march(scene, predication) or find_branding(scene, predication)
        draft = draft or find_claim(scene, predication) or find_threat(scene, predication)
        draft = draft or find_verdict(scene, predication)
        if draft is not None:
            drafts.append(draft)
    label = find_label_claim(scene) if not drafts else None
    if label is not None:
        drafts.append(label)
    drafts = _without_parts([with_crowd(scene, draft) for draft in drafts])
    kept, repeated = _keep_distinct([fold(as_threat(scene, _ahead_of_its_day(scene, draft))) for draft in drafts])
    drops += repeated
    return sorted(kept, key=lambda draft: draft.trigger), drops


def _match_wrappers(scene: Scene) -> tuple[list[Draft], list[Drop], set[int]]:
    drafts: list[Draft] = []
    drops: list[Drop] = []
    consumed: set[int] = set()
    for predication in scene.predications():
        if predication.predicate in consumed:
            continue
        wrapping = match_wrapper(scene, predication)
        if wrapping is None:
            continue
        consumed |= wrapping.consumed | ({predication.predicate} if wrapping.is_final else set())
        if isinstance(wrapping.outcome, Draft):
            drafts.append(wrapping.outcome)
        else:
            drops.append(wrapping.outcome)
    return drafts, drops, consumed


def _ahead_of_its_day(scene: Scene, draft: Draft) -> Draft:
    """Put an act of cooperation ahead where its day is still to come though the verb stands in the present."""
    if draft.status != "actual" or draft.event not in COOPERATIVE or draft.is_ahead:
        return draft
    return dataclasses.replace(draft, status="future", is_ahead=True) if is_still_to_come(scene, draft) else draft


def _without_parts(drafts: list[Draft]) -> list[Draft]:
    """Leave out nouns that only help a verb to tell its deed: "suspended its aid" is no aid."""
    told = {index for draft in drafts if draft.row.kind == "frame" for index in draft.trigger}
    return [draft for draft in drafts if draft.row.kind != "noun" or draft.predication.predicate not in told]


def _keep_distinct(drafts: list[Draft]) -> tuple[list[Draft], list[Drop]]:
    """Keep one draft of each type and set of parties, the one of the stronger rule."""
    kept: list[Draft] = []
    drops: list[Drop] = []
    for draft in sorted(drafts, key=lambda item: (RANK[item.row.kind], item.trigger)):
        twin = next((other for other in kept if _tells_the_same(draft, other)), None)
        if twin is None:
            kept.append(draft)
        else:
            if twin.mode is None and draft.mode is not None and twin.row.event == draft.row.event:
                kept[kept.index(twin)] = dataclasses.replace(twin, mode=draft.mode)
            drops.append(Drop(draft.row, draft.predication, f"{twin.row.rule} tells the same act here"))
    return kept, drops


def _tells_the_same(one: Draft, other: Draft) -> bool:
    """Two drafts of one type tell the same act where each party of one is a party of the other."""
    theirs = _parties(other)
    return one.event == other.event and all(
        any(
            code == other_code and (sector == other_sector or not sector or not other_sector)
            for other_code, other_sector in theirs
        )
        for code, sector in _parties(one)
    )


def _parties(draft: Draft) -> frozenset[tuple[str | None, str]]:
    return frozenset((code_of(mention), sector_of(mention)) for mention in (*draft.actors, *draft.recipients))
