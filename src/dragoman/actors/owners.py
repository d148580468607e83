"""Whose somebody is: the state, organisation or group that a noun phrase puts its noun under.

In: a phrase and the readings of its parts.  Out: `Owner`s; several where one noun has coordinated
modifiers ("the Russian and Syrian ministries").  To add another way of naming an owner, add a step to
`find_owners`, in the order of how sure it is.
"""

from dataclasses import dataclass, replace

from dragoman.actors import words
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase, View, phrase_at
from dragoman.knowledge import KnownName
from dragoman.records import Candidate

BLOCKED_OWNERS = frozenset(
    {
        "ally", "enemy", "critic", "opponent", "rival", "victim", "friend", "neighbour", "neighbor", "adversary",
        "foe", "observer", "expert", "analyst", "watcher", "partner",
    }
)  # fmt: skip
FOR_NOUNS = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "representative", "secretary", "minister"})
STATE_IDS = ("state:", "entity:", "territory:", "past:")  # what knowledge's tables call states and the like


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner: its candidates, what kind of name or noun told it, and in what words ("adjective", "of-phrase")."""

    candidates: tuple[Candidate, ...]
    kind: str
    how: str
    office_kind: str = ""


def find_owners(scope: Scope, phrase: Phrase) -> tuple[Owner, ...]:
    """Return the owners of the phrase's noun, from the surest sign that there is."""
    noun = scope.view.lemma(phrase.head)
    inside = owners_in_core(scope.view, phrase)
    if noun in BLOCKED_OWNERS and noun not in ("expert", "analyst", "observer"):
        return ()
    if inside:
        return inside
    if phrase.possessor is not None:
        owned = _owners_from_heads(scope, (phrase.possessor,), "possessor")
        if owned:
            return owned
    return _owner_by_person(scope, phrase) or _owners_behind(scope, phrase)


def _owner_by_person(scope: Scope, phrase: Phrase) -> tuple[Owner, ...]:
    """Return the country of the known person who stands before the head: "the Obama administration"."""
    sentence, tokens = scope.view.sentence, scope.view.tokens
    before = [index for index in phrase.core if index < phrase.head]
    if not before:
        return ()
    start, end = tokens[before[0]].start, tokens[before[-1]].end
    for hit in scope.knowledge.find_persons(sentence.text, sentence.start):
        if start <= hit.span.start and hit.span.end <= end and hit.names[0].code:
            known = hit.names[0]
            country = Candidate(known.code, "", known.name, f"state:{known.code}", resolved_by="known person")
            return (Owner((country,), "state", "known person"),)
    return ()


def owners_in_core(view: View, phrase: Phrase) -> tuple[Owner, ...]:
    """Return the owners that stand as adjectives or nouns right before the head."""
    groups: list[tuple[int, int]] = []
    for index in phrase.core:
        if index == phrase.head or not owning_names(view, index):
            continue
        bounds = view.hit_bounds(index)
        if bounds not in groups and not bounds[0] <= phrase.head <= bounds[1]:
            groups.append(bounds)
    told = [bounds for bounds in groups if any(name.code for name in view.names(bounds[0]))]
    groups = told or groups
    if not groups:
        return ()
    kept = [groups[0]]
    for bounds in groups[1:]:
        if all(_is_joint(view, index) for index in range(kept[-1][1] + 1, bounds[0])) and bounds[0] > kept[-1][1] + 1:
            kept.append(bounds)
    owners = [_owner_from_names(owning_names(view, first)) for first, _ in kept]
    others = [_owner_from_names(owning_names(view, first)) for first, _ in groups if (first, _) not in kept]
    group = next((owner for owner in others if owner.kind == "group"), None)
    return (group,) if group is not None and len(owners) == 1 else tuple(owners)


def owning_names(view: View, index: int) -> tuple[KnownName, ...]:
    """Return the names at a token, none where a prefix or a participle makes them something else than the owner."""
    names = view.names(index)
    if not names:
        return ()
    first, last = view.hit_bounds(index)
    before, after = view.word(first - 1), view.word(last + 1)
    if before == "-" and view.word(first - 2) in words.OPPOSING_PREFIXES:
        return ()
    if before in words.OPPOSING_PREFIXES and view.word(first - 1) not in ("post", "pre"):
        return ()
    if after == "-" and last + 2 < len(view.tokens) and not view.names(last + 2):
        follower = view.word(last + 2)
        is_verbal = view.tokens[last + 2].tag in ("VBN", "VBD", "VBG", "JJ") or view.tokens[last + 2].pos == "VERB"
        return () if is_verbal and follower not in words.OWNING_PARTICIPLES else names
    return names


def candidates_from_names(names: tuple[KnownName, ...], how: str) -> tuple[Candidate, ...]:
    """Return one candidate for each reading of a known name."""
    return tuple(
        Candidate(
            code=name.code,
            sector=name.sector,
            name=name.name,
            entity_id=name.entity_id,
            other_sectors=name.other_sectors,
            since=name.since,
            until=name.until,
            resolved_by=how,
        )
        for name in names
    )


def whole_state(candidates: tuple[Candidate, ...], how: str) -> tuple[Candidate, ...]:
    """Return the countries as a whole behind these candidates, one each."""
    seen: dict[tuple[str, str | None], Candidate] = {}
    for item in candidates:
        is_state = item.entity_id is not None and item.entity_id.startswith(STATE_IDS)
        sector = "PRE" if is_state and item.sector == "PRE" else ""
        entity_id = item.entity_id if is_state else f"state:{item.code}"
        whole = replace(item, sector=sector, other_sectors=(), office=None, entity_id=entity_id, resolved_by=how)
        if item.code:
            seen.setdefault((item.code, entity_id), whole)
    return tuple(seen.values())


def _owner_from_names(names: tuple[KnownName, ...]) -> Owner:
    kind = "organisation" if names[0].kind == "outlet" else names[0].kind
    return Owner(candidates_from_names(names, kind if kind != "state" else "name"), kind, kind)


def _is_joint(view: View, index: int) -> bool:
    return view.word(index) in (",", "/", "-", "–") or view.tokens[index].pos == "CCONJ"


def _owners_from_heads(scope: Scope, heads: tuple[int, ...], how: str) -> tuple[Owner, ...]:
    owners = []
    for head in heads:
        region = _owner_from_region(scope.view, head, how)
        owners.extend([region] if region else [])
        for reading in scope.read(head):
            if reading.candidates and reading.code is not None and reading.kind != "property":
                owners.append(Owner(reading.candidates, reading.kind, how, reading.office_kind))
    return tuple(owners)


def _owner_from_region(view: View, head: int, how: str) -> Owner | None:
    names = owning_names(view, head)
    if names and names[0].kind == "region" and names[0].code:
        return Owner(whole_state(candidates_from_names(names, how), how), "region", how)
    return None


def _owners_behind(scope: Scope, phrase: Phrase) -> tuple[Owner, ...]:
    for prepositions, how in ((("of",), "of-phrase"), (("for",), "for-phrase"), (("from",), "origin")):
        heads = phrase.objects_of(*prepositions)
        nested = [phrase_at(scope.view, head).objects_of("of") for head in heads if not scope.read(head)]
        heads = (*heads, *(thing for things in nested for thing in things))  # "ministry of trade of Peru"
        if not heads or (how == "for-phrase" and scope.view.lemma(phrase.head) not in FOR_NOUNS):
            continue
        owners = _owners_from_heads(scope, heads, how)
        if owners:
            is_many = scope.view.is_plural(phrase.head)
            return tuple(o for o in owners if o.kind == owners[0].kind) if is_many else owners[:1]
    return ()
