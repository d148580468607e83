"""Phrases that name one party together: an office and its holder, a partner and the state that it is.

In: the readings of a phrase and the heads beside it.  Out: joined readings, whose aliases are the other
heads.  The parser calls the second phrase an apposition, a conjunct without "and", or misses it where
name follows office at once; each has its step.
"""

from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.agents import candidates_under, match_phrase
from dragoman.actors.owners import owners_in_core
from dragoman.actors.people import name_start, with_name
from dragoman.actors.readings import Reading
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase, View, phrase_at, phrase_end


def join_beside(scope: Scope, phrase: Phrase, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings with what stands in apposition to them joined in."""
    for other in _beside(scope, phrase, readings):
        if len(readings) > 1:
            return readings
        found = scope.read(other)
        if not found and len(readings) == 1:
            noun = next(iter(phrase_at(scope.view, other).objects_of("of")), other)
            readings = (_described(scope.view, readings[0], noun) or readings[0],)
        if len(found) != 1:
            continue
        joined = _join(scope.view, readings[0], found[0]) if readings else _name_of_noun(scope.view, phrase, found[0])
        if joined is not None:
            readings = (replace(joined, aliases=(*joined.aliases, other, *found[0].aliases)),)
    return readings


def holder_in_of_phrase(scope: Scope, phrase: Phrase, reading: Reading) -> Reading:
    """Join "the president of Peru Ana Vargas", which the parser takes for the president of a person."""
    if reading.kind != "agent" or reading.office_kind == "body" or reading.is_plural:
        return reading
    match = match_phrase(scope.view, scope.knowledge, phrase)
    for thing in phrase.objects_of("of"):
        inner = phrase_at(scope.view, thing)
        first = name_start(scope.view, scope.knowledge, inner)
        country = tuple(index for index in inner.core if first is not None and index < first)
        if match is None or first is None or not country or not all(scope.view.names(i) for i in country):
            continue
        owners = owners_in_core(scope.view, replace(inner, core=(*country, thing)))
        held = replace(phrase, links=(), core=tuple(i for i in phrase.core if i <= phrase.head))
        candidates = candidates_under(scope, held, match, owners[0]) if owners else ()
        office = replace(reading, candidates=candidates)
        person = Reading(thing, first, thing, "person", name=(first, thing))
        return replace(_named(scope.view, office, person), aliases=(*reading.aliases, thing))
    return reading


def _beside(scope: Scope, phrase: Phrase, readings: tuple[Reading, ...]) -> tuple[int, ...]:
    view = scope.view
    found = list(phrase.appositions)
    if len(readings) != 1:
        return tuple(found)
    for country in (thing for thing in phrase.objects_of("of") if view.names(thing)):
        found.extend(view.with_relation(country, "appos"))  # "the president of Peru, Ana Vargas": hung from Peru
        found.extend(child for child in view.with_relation(country, "conj") if _follows_comma(view, country, child))
    for child in view.with_relation(phrase.head, "conj"):
        if _follows_comma(view, phrase.head, child):
            found.append(child)
    if readings[0].kind == "agent" and not readings[0].is_plural:
        behind = (_name_right_behind(view, phrase), _name_behind_comma(view, readings[0]))
        found.extend(index for index in behind if index is not None)
    return tuple(dict.fromkeys(found))


def _follows_comma(view: View, head: int, child: int) -> bool:
    first = phrase_at(view, child).first
    joiners = [view.tokens[index] for index in range(head + 1, first) if view.tokens[index].pos == "CCONJ"]
    return view.word(first - 1) == "," and not any(token.head == head for token in joiners)


def _name_right_behind(view: View, phrase: Phrase) -> int | None:
    index = phrase.head + 1
    if index >= len(view.tokens) or view.tokens[index].pos != "PROPN" or view.hits[index] is not None:
        return None
    if view.word(index) in words.CALENDAR:
        return None
    while view.tokens[index].relation == "compound" and view.tokens[index].head > index:
        index = view.tokens[index].head
    token = view.tokens[index]
    is_own = token.pos == "PROPN" and view.hits[index] is None and token.relation not in ("poss",)
    return index if is_own and phrase_at(view, index).first == phrase.head + 1 else None


def _name_behind_comma(view: View, reading: Reading) -> int | None:
    """Return the name that follows an office and a comma, wherever the parser hangs it."""
    index = phrase_end(view, reading.head) + 1
    is_held = reading.best is not None and reading.best.office is not None
    if not is_held or view.word(index) != "," or index + 1 >= len(view.tokens):
        return None
    index += 1
    while view.tokens[index].relation == "compound" and view.tokens[index].head > index:
        index = view.tokens[index].head
    token = view.tokens[index]
    is_free = token.pos == "PROPN" and view.hits[index] is None and token.relation not in ("nsubj", "nsubjpass", "poss")
    return index if is_free and phrase_at(view, index).first == phrase_end(view, reading.head) + 2 else None


def _join(view: View, one: Reading, other: Reading) -> Reading | None:
    if one.kind == "person" and other.kind == "agent" and not other.is_plural:
        return _named(view, other, one, frame=one) if _tells_more(other, one) else one
    if one.kind == "agent" and other.kind == "person" and not one.is_plural and one.office_kind != "body":
        if _is_plain(other):
            return _named(view, one, other)
        return None
    if one.kind == "agent" and not one.is_plural and other.kind in ("state", "organisation", "group"):
        is_explained = view.lemma(one.head) in words.EXPLAINED
        return replace(other, head=one.head, first=one.first, last=other.last) if is_explained else None
    return None


def _is_plain(person: Reading) -> bool:
    """Say whether a name brings no office and country of its own, so that it can be the office's holder."""
    return person.code is None or not person.office_kind or person.office_kind == "people"


def _tells_more(agent: Reading, person: Reading) -> bool:
    best, known = agent.best, person.best
    if best is None or agent.office_kind == "body":
        return False
    return known is None or known.office is None or (known.code is None and best.code is not None)


def _named(view: View, office: Reading, person: Reading, *, frame: Reading | None = None) -> Reading:
    base = frame or office
    name = view.text(*person.name) if person.name else ""
    candidates = tuple(with_name(item, name) for item in office.candidates)
    return replace(
        base,
        kind="person",
        candidates=candidates,
        name=person.name,
        noun=office.noun,
        office_kind=office.office_kind,
        first=min(office.first, person.first),
        last=max(office.last, person.last),
    )


def _described(view: View, person: Reading, noun: int) -> Reading | None:
    """Return an unknown name with the country that its apposition gives: "Ana Vargas, a leading Peruvian voice"."""
    owners = owners_in_core(view, phrase_at(view, noun))
    if person.kind != "person" or person.candidates or len(owners) != 1 or owners[0].kind != "adjective":
        return None
    told = tuple(replace(item, sector="CVL", entity_id=None, resolved_by="apposition") for item in owners[0].candidates)
    name = view.text(*person.name) if person.name else ""
    return replace(person, candidates=tuple(with_name(item, name) for item in told))


def _name_of_noun(view: View, phrase: Phrase, other: Reading) -> Reading | None:
    """Return a state or organisation that a plain noun is explained by: "a partner - Azerbaijan"."""
    is_animate = view.lemma(phrase.head) in words.EXPLAINED
    if other.kind in ("state", "organisation", "group") and is_animate:
        return replace(other, head=phrase.head, first=phrase.first)
    return None
