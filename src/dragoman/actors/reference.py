"""Pronouns and definite phrases that take up a party named before: simple and certain ones only.

In: a token or phrase, the parties before it in its sentence, and the article's memory.  Out: the
antecedent's readings under the new head; a `pronoun` without candidates where it is not certain.
`resolved_by` says how.  To add a kind of reference, write its function and call it where the reader does.
"""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.readings import Reading, Scene
from dragoman.actors.scope import Scope
from dragoman.actors.view import View

PERSON_REACH = 2  # sentences back that "he" may reach: further off, a wrong person is likelier than the right one


def read_pronoun(scope: Scope, index: int) -> tuple[Reading, ...]:
    """Return the party that a pronoun stands for, or an unresolved pronoun."""
    word = scope.view.word(index)
    if scope.view.tokens[index].tag in ("WDT", "WP", "WP$") and word in words.RELATIVE_PRONOUNS:
        return _relative(scope, index)
    if word in words.NEUTER_PRONOUNS:
        found, how = _neuter(scope, index)
    elif word in words.PERSON_PRONOUNS:
        found, how = _person(scope, index)
    elif word in words.PLURAL_PRONOUNS:
        found, how = _plural(scope, index)
    elif word in words.SPEAKER_PRONOUNS:
        found, how = (), ""
    else:
        return ()
    found = tuple(reading for reading in found if reading.candidates)
    if not found:
        return (Reading(index, index, index, "pronoun", is_plural=word in words.PLURAL_PRONOUNS),)
    return taken_up(found, index, f"pronoun: {how}")


def taken_up(found: Iterable[Reading], index: int, how: str) -> tuple[Reading, ...]:
    """Return the readings again at another token of another phrase, saying how they came there."""
    return tuple(
        replace(
            reading,
            head=index,
            first=index,
            last=index,
            name=None,
            aliases=(),
            candidates=tuple(replace(item, resolved_by=how) for item in reading.candidates),
        )
        for reading in found
    )


def _relative(scope: Scope, index: int) -> tuple[Reading, ...]:
    """Find the noun that the relative clause hangs from."""
    clauses = [i for i in scope.view.above(index) if scope.view.tokens[i].relation == "relcl"]
    noun = scope.view.tokens[clauses[0]].head if clauses else index
    return taken_up(scope.read(noun), index, "relative pronoun") if noun != index else ()


def _neuter(scope: Scope, index: int) -> tuple[tuple[Reading, ...], str]:
    if _is_empty_it(scope.view, index):
        return (), ""
    options = {reading.head: reading for reading in scope.before(index) if _is_neuter(reading)}
    own_subject = _own_subject(scope.view, index)
    subject = _subject_before(scope.view, index, own_subject)
    if subject is None:
        keys = {reading.party_key for head, reading in options.items() if head != own_subject}
        if not options:
            return _from_sentence_before(scope)
        return ((list(options.values())[-1],), "only party before") if len(keys) == 1 else ((), "")
    found = options.get(subject)
    if found is None or not found.candidates:
        return (), ""
    rivals = {reading.party_key for head, reading in options.items() if head > subject and head != own_subject}
    others = rivals - {found.party_key}
    is_clear = not others or scope.view.tokens[index].relation in words.SUBJECTS
    return ((found,), "last subject") if is_clear else ((), "")


def _from_sentence_before(scope: Scope) -> tuple[tuple[Reading, ...], str]:
    previous = scope.memory.scenes_before(scope.view.sentence, 1)
    found = _at_main_subject(previous, _is_neuter)
    is_one = len(found) == 1 and bool(found[0].candidates)
    return (found, "subject of the sentence before") if is_one else ((), "")


def _subject_before(view: View, index: int, own_subject: int | None) -> int | None:
    """Return the nearest subject before a pronoun that is a noun, party or not, and not the pronoun's own."""
    for other in range(index - 1, -1, -1):
        token = view.tokens[other]
        is_noun = token.pos != "PRON" and token.relation in ("nsubj", "nsubjpass")
        has_verb = view.tokens[token.head].pos in ("VERB", "AUX")  # not "considers the island part of"
        if is_noun and has_verb and other != own_subject and not _is_inside(view, index, other):
            return other
    return None


def _is_inside(view: View, index: int, other: int) -> bool:
    """Say whether a token hangs, however deep, from another."""
    return other in view.above(index)


def _person(scope: Scope, index: int) -> tuple[tuple[Reading, ...], str]:
    own_subject = None if scope.view.tokens[index].relation == "poss" else _own_subject(scope.view, index)
    beside = {key for i in scope.view.with_relation(index, "conj") for key in map(_person_key, scope.read(i))}
    options = [r for r in scope.before(index) if _is_person(r) and r.head != own_subject]
    found = _one_person(options)
    if found or options:
        return found, "last person"
    for scene in scope.memory.scenes_before(scope.view.sentence, PERSON_REACH):
        people = [r for r in scene.readings if _is_person(r) and _person_key(r) not in beside]
        if people:
            main = _at_main_subject([scene], _is_person)
            return (main if len(main) == 1 else _one_person(people)), "last person"
    return (), ""


def _one_person(people: list[Reading]) -> tuple[Reading, ...]:
    if len({_person_key(reading) for reading in people}) == 1:
        return (people[-1],)
    subjects = [reading for reading in people if reading.role == "subject"]
    return (subjects[-1],) if len({_person_key(reading) for reading in subjects}) == 1 else ()


def _plural(scope: Scope, index: int) -> tuple[tuple[Reading, ...], str]:
    own_subject = _own_subject(scope.view, index) if scope.view.tokens[index].relation != "poss" else None
    options = [r for r in scope.before(index) if _is_crowd(r) and r.head != own_subject]
    heads = {reading.head for reading in options}
    if len(heads) == 1:
        return tuple(options), "only people before"
    if options:
        return (), ""
    return _at_main_subject(scope.memory.scenes_before(scope.view.sentence, 1), _is_crowd), "people before"


def _at_main_subject(scenes: list[Scene], is_wanted: object) -> tuple[Reading, ...]:
    if not scenes or not callable(is_wanted):
        return ()
    scene = scenes[0]
    return tuple(r for r in scene.readings if scene.main_subject in (r.head, *r.aliases) and is_wanted(r))


def _is_neuter(reading: Reading) -> bool:
    is_body = reading.kind == "agent" and reading.office_kind == "body" and not reading.is_plural
    return reading.kind in ("state", "organisation", "group") or is_body


def _is_person(reading: Reading) -> bool:
    is_holder = reading.kind == "agent" and reading.office_kind == "office" and not reading.is_plural
    return reading.kind == "person" or is_holder


def _is_crowd(reading: Reading) -> bool:
    return reading.kind == "agent" and reading.is_plural and bool(reading.candidates)


def _person_key(reading: Reading) -> tuple[str | None, str | None, str | None]:
    best = reading.best
    if best is None:
        return None, str(reading.name), None
    return (best.entity_id, None, None) if best.entity_id else (None, best.code, best.sector)


def _own_subject(view: View, index: int) -> int | None:
    """Return the subject of the clause in which a pronoun is no subject itself: it cannot stand for that."""
    token = view.tokens[index]
    if token.relation in words.SUBJECTS or token.relation == "poss":
        return None
    subjects = (view.with_relation(governor, "nsubj", "nsubjpass") for governor in view.above(index))
    return next((found[0] for found in subjects if found), None)


def _is_empty_it(view: View, index: int) -> bool:
    """Say whether "it" stands for a fact ("it is clear that"), not for a party."""
    token = view.tokens[index]
    if token.relation == "expl":
        return True
    governor = view.tokens[token.head]
    if token.relation not in ("nsubj", "nsubjpass"):
        return False
    return governor.lemma in ("be", "seem", "appear") or _has_that(view, governor.index)


def _has_that(view: View, verb: int) -> bool:
    is_passive = bool(view.with_relation(verb, "auxpass"))
    return is_passive and bool(view.with_relation(verb, "ccomp"))
