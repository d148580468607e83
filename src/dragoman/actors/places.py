"""The country that a place in the sentence gives to people who are told no country.

In: a phrase.  Out: a country code or None.  Only what is clear counts: a place right behind the noun,
or, for people who live where they are met, a sentence in which all names are of one country.
"""

from dragoman.actors import words
from dragoman.actors.homes import PLACE_KINDS, country_names
from dragoman.actors.view import Phrase, View, phrase_at

PLACE_DISTANCE = 3  # tokens behind the preposition: "in the northern Peru"


def country_of_place(view: View, phrase: Phrase, *, is_local: bool) -> str | None:
    """Return the country that the phrase's own place tells; for local people the sentence's, where it has but one."""
    things = [*phrase.objects_of(*words.PLACE_PREPOSITIONS), *_place_right_behind(view, phrase.head)]
    things += _places_of_act(view, phrase.head) if is_local else ()
    codes = [code for code in (_code_at(view, thing) for thing in things) if code]
    return codes[0] if codes else (_only_country(view) if is_local else None)


def _places_of_act(view: View, head: int) -> tuple[int, ...]:
    """Return the places of what people do or suffer, where no other party is in it: "rallied in", "killed in"."""
    token = view.tokens[head]
    verbs = list(view.with_relation(head, "acl"))
    if token.relation in ("nsubj", "nsubjpass") and not view.with_relation(token.head, "dobj"):
        verbs.append(token.head)
    found: list[int] = []
    for verb in verbs:
        for preposition in view.with_relation(verb, "prep"):
            if view.word(preposition) in words.PLACE_PREPOSITIONS:
                found.extend(view.with_relation(preposition, "pobj"))
    return tuple(found)


def _place_right_behind(view: View, head: int) -> tuple[int, ...]:
    """Return the place that follows the noun at once, whatever the parser hangs it from."""
    if view.word(head + 1) not in words.PLACE_PREPOSITIONS:
        return ()
    near = range(head + 2, min(head + 2 + PLACE_DISTANCE, len(view.tokens)))
    return next(((index,) for index in near if view.hits[index] is not None), ())


def is_place_object(view: View, head: int) -> bool:
    """Say whether a noun stands behind a preposition of place."""
    token = view.tokens[head]
    return token.relation == "pobj" and view.word(token.head) in words.PLACE_PREPOSITIONS


def _only_country(view: View) -> str | None:
    codes = {name.code for name in country_names(view)}
    placed = [index for index in range(len(view.tokens)) if is_place_object(view, index) and _code_at(view, index)]
    return codes.pop() if len(codes) == 1 and placed else None


def _code_at(view: View, head: int) -> str | None:
    placed = [name for name in view.names(head) if name.kind in PLACE_KINDS]
    if placed:
        return placed[0].code
    before = phrase_at(view, head).core[:-1]
    owning = {name.code for index in before for name in view.names(index)[:1]}  # "at a Chilean mine"
    return owning.pop() if len(owning) == 1 else None
