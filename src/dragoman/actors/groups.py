"""Definite phrases without a name: "the two sides", "the country", "the ministry", "the Armenian side".

In: a phrase, and what was named before it.  Out: readings of the parties that it takes up; none where
more than one answer fits.  The nouns stand in `words`.
"""

from collections import Counter
from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.owners import find_owners, owners_in_core, whole_state
from dragoman.actors.readings import Reading, Scene
from dragoman.actors.reference import taken_up
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase
from dragoman.records import Candidate

MAIN_SHARE = 0.8  # of all mentions of states: an article on two states, set by reading our own articles
PAIR_REACH = 2  # sentences back that "the two sides" may reach
KINDS_OF_NOUN = dict.fromkeys(words.STATE_NOUNS, frozenset({"state"})) | dict.fromkeys(
    words.GROUP_NOUNS, frozenset({"group", "organisation"})
)
ROLES = frozenset({"president", "minister", "leader", "premier", "king"})
SIDES = frozenset({"", "GOV", "MIL", "LEG", "REB", "COP", "PTY", "OPP"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def read_pair(scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
    """Return the two parties of "the two sides", () where they are not certain, None where the phrase is no pair."""
    noun = scope.view.lemma(phrase.head)
    said = {scope.view.word(index) for index in range(phrase.first, phrase.head)}
    is_counted = bool(said & words.PAIR_WORDS)
    is_sides = noun in ("side", "party") and phrase.determiner in DEFINITE and scope.view.is_plural(phrase.head)
    if noun not in words.PAIR_NOUNS or not (is_counted or is_sides) or owners_in_core(scope.view, phrase):
        return None
    if phrase.possessor is not None or phrase.objects_of("of"):
        return None
    pair = _last_pair(scope, phrase.head)
    if noun in ROLES and any(r.kind in ("agent", "person") and noun not in r.noun for r in pair):
        pair = _pair_of_article(scope, phrase.head)  # a diplomat and a state are no "two presidents"
    if any(reading.candidates and reading.candidates[0].sector not in SIDES for reading in pair):
        return ()  # a paper and an army are no two sides
    how = "the two named before"
    return tuple(_as_noun(reading, noun, how, phrase) for reading in taken_up(pair, phrase.head, how))


def read_side(scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
    """Return the country of "the Armenian side", None where the phrase is no such side."""
    if scope.view.lemma(phrase.head) != "side":
        return None
    owners = find_owners(scope, phrase)
    groups = [whole_state(owner.candidates, f"{owner.how} + side") for owner in owners if owner.kind != "region"]
    return tuple(Reading(phrase.head, phrase.first, phrase.head, "state", group) for group in groups if group)


def read_country(scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
    """Return the state of "the country", None where the phrase says more than that."""
    noun = scope.view.lemma(phrase.head)
    kinds = KINDS_OF_NOUN.get(noun, frozenset())
    is_bare = phrase.core == (phrase.head,) and phrase.possessor is None and not phrase.links
    if not kinds or not is_bare or phrase.determiner not in DEFINITE or scope.view.is_plural(phrase.head):
        return None
    scenes = scope.memory.scenes_before(scope.view.sentence, 1)
    for readings in (scope.before(phrase.head), *(scene.readings for scene in scenes)):
        options = {r.party_key: r for r in readings if r.kind in kinds and r.party_key}
        if options:
            only = tuple(options.values()) if len(options) == 1 else ()
            found = taken_up(only, phrase.head, f"the only {noun} before")
            settled = tuple(_as_noun(reading, noun, f"the only {noun} before", phrase) for reading in found)
            return settled or (_unknown(phrase, kinds),)
    return (_unknown(phrase, kinds),)


def _unknown(phrase: Phrase, kinds: frozenset[str]) -> Reading:
    """Return a state or organisation that is meant but not told: it keeps "it" from reaching past."""
    return Reading(phrase.head, phrase.first, phrase.head, "state" if "state" in kinds else "organisation")


def read_compass(scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
    """Return the state that "the North" is short for, where one so named stands before; else None."""
    word = scope.view.word(phrase.head)
    if word not in words.COMPASS_NAMES or phrase.determiner != "the" or phrase.core != (phrase.head,):
        return None
    told = [r for scene in scope.memory.all_before(scope.view.sentence) for r in scene.readings]
    told += scope.before(phrase.head)
    named = {r.code: r for r in told if r.kind == "state" and r.best and r.best.name.lower().startswith(f"{word} ")}
    only = tuple(named.values()) if len(named) == 1 else ()
    return taken_up(only, phrase.head, "short name")


def read_outlet(scope: Scope, phrase: Phrase) -> tuple[Reading, ...] | None:
    """Return the outlet that "the paper" takes up; None where none, or more than one, was just named."""
    noun = scope.view.lemma(phrase.head)
    is_bare = phrase.core == (phrase.head,) and phrase.possessor is None and not phrase.links
    if noun not in words.OUTLET_NOUNS or phrase.determiner not in DEFINITE or not is_bare:
        return None
    scenes = scope.memory.scenes_before(scope.view.sentence, PAIR_REACH)
    for readings in (scope.before(phrase.head), *(scene.readings for scene in scenes)):
        told = [reading for reading in readings if reading.best and reading.best.sector == "JRN"]
        if told:
            is_one = len({reading.code for reading in told}) == 1
            return taken_up(told[-1:], phrase.head, "outlet before") if is_one else None
    return None


def country_of_noun(scope: Scope, reading: Reading) -> Reading:
    """Give "the ministry" the country of the one such body, office or crowd that the article named before."""
    best = reading.best
    if best is not None and best.code and reading.office_kind == "office" and not best.entity_id:
        return _with_holder(scope, reading, best)
    if best is None or best.code is not None or not reading.noun:
        return reading
    return _from_same_noun(scope, reading, best) if reading.is_definite else at_home(scope, reading)


def at_home(scope: Scope, reading: Reading) -> Reading:
    """Give people and offices without a country the one country of a domestic article."""
    best, home = reading.best, scope.memory.homes.get(scope.view.sentence.number)
    if best is None or best.code or home is None or best.sector in words.ROOTLESS_SECTORS:
        return reading
    return replace(reading, candidates=(replace(best, code=home, resolved_by="country the text is from"),))


def _from_same_noun(scope: Scope, reading: Reading, best: Candidate) -> Reading:
    last = reading.noun.split()[-1]
    told = [r for scene in scope.memory.all_before(scope.view.sentence) for r in scene.readings]
    told += scope.before(reading.head)
    same = [r for r in told if r.noun.split()[-1:] == [last] and r.code and _may_be_same(reading, r)]
    if len({(r.code, r.kind if r.kind in ("group", "organisation") else "") for r in same}) != 1:
        return at_home(scope, reading)
    found = same[-1].candidates[0]
    settled = replace(best, code=found.code, sector=found.sector, other_sectors=found.other_sectors)
    settled = replace(settled, resolved_by="same noun before")
    return _with_holder(scope, replace(reading, candidates=(settled,)), settled)


def _may_be_same(reading: Reading, told: Reading) -> bool:
    """Say whether "the ministry" may be the one told of before: an interior ministry, but no former minister."""
    one, other = reading.best, told.best
    if one is None or other is None or "ELI" in (one.sector, other.sector):
        return one is not None and other is not None and one.sector == other.sector
    return one.sector == other.sector or reading.noun == told.noun.split()[-1]


def _with_holder(scope: Scope, reading: Reading, best: Candidate) -> Reading:
    """Give an office that is told without a name its holder, where the article names just one."""
    holder = scope.memory.find_holder(reading.noun, best.code)
    if holder is None or reading.is_plural or holder.candidate.sector != best.sector:
        return reading
    return replace(reading, candidates=(replace(best, entity_id=holder.candidate.entity_id), *reading.candidates[1:]))


def _last_pair(scope: Scope, index: int) -> tuple[Reading, ...]:
    scenes = scope.memory.scenes_before(scope.view.sentence, PAIR_REACH)
    here = Scene(scope.view.sentence, scope.before(index), pairs_of(scope, scope.before(index)))
    for scene in (here, *scenes):
        pairs = [pair for pair in scene.pairs if len(pair) == 2]
        if pairs:
            return pairs[-1]
        options = {r.party_key: r for r in _outermost(scene.readings) if r.party_key}
        if len(options) == 2:
            return tuple(options.values())
        if len(options) > 2:
            return ()
    return _pair_of_article(scope, index)


def _pair_of_article(scope: Scope, index: int) -> tuple[Reading, ...]:
    """Return the two states of an article that speaks of hardly any third before this."""
    told = [r for scene in scope.memory.all_before(scope.view.sentence) for r in scene.readings]
    states = [r for r in (*told, *scope.before(index)) if r.kind == "state" and r.code]
    counts = Counter(reading.code for reading in states)
    if len(counts) < 2 or sum(n for _, n in counts.most_common(2)) < MAIN_SHARE * len(states):
        return ()
    pair = [code for code, _ in counts.most_common(2)]
    return tuple(next(reading for reading in reversed(states) if reading.code == code) for code in pair)


def _outermost(readings: tuple[Reading, ...]) -> list[Reading]:
    """Return the readings that lie in no other's phrase: the minister, not the country in "minister of Peru"."""
    return [
        one
        for one in readings
        if not any(o.head != one.head and o.first <= one.head <= o.last and o.candidates for o in readings)
    ]


def pairs_of(scope: Scope, readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], ...]:
    """Return the groups of parties named side by side: conjoined, or under one noun."""
    groups: dict[int, dict[str, Reading]] = {}
    homes = {alias: reading.head for reading in readings for alias in reading.aliases}
    for reading in readings:
        if reading.role == "possessor" or not reading.party_key:
            continue
        root = _root_of(scope, reading.head, homes)
        groups.setdefault(root, {}).setdefault(reading.party_key, reading)
    return tuple(tuple(group.values()) for group in groups.values() if len(group) > 1)


def _root_of(scope: Scope, head: int, homes: dict[int, int]) -> int:
    """Return the head that others are conjoined to, an apposition's head standing for its noun."""
    for _ in scope.view.tokens:
        if scope.view.tokens[head].relation != "conj":
            break
        governor = scope.view.tokens[head].head
        head = homes.get(governor, governor)
    return head


def _as_noun(reading: Reading, noun: str, how: str, phrase: Phrase) -> Reading:
    """Return the taken-up party as the noun has it: "countries" are whole states, "armies" their armed forces."""
    kept = replace(reading, first=phrase.first, last=phrase.head)
    if reading.kind in ("group", "organisation") or noun in ("side", "party", "ally"):
        return kept
    if noun in ("army", "force", "military"):
        return replace(kept, kind="agent", candidates=tuple(_in_sector(item, "MIL") for item in reading.candidates))
    if noun in ("leader", "minister", "president", "government", "diplomat", "official"):
        if reading.kind == "person":
            return kept
        return replace(kept, kind="agent", candidates=tuple(_in_sector(item, "GOV") for item in reading.candidates))
    return replace(kept, kind="state", candidates=whole_state(reading.candidates, how))


def _in_sector(item: Candidate, sector: str) -> Candidate:
    return replace(item, sector=sector, other_sectors=(), entity_id=None, office=None)
