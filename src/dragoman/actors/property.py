"""What belongs to a state and is struck, seized or sent for it: "Iranian facilities", "Russian missiles".

In: a phrase whose head is a noun of property.  Out: a `Reading` of kind property under its owner; none
without an owner.  The nouns stand in `words.PROPERTY_SECTORS`.
"""

from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.owners import find_owners
from dragoman.actors.places import country_of_place
from dragoman.actors.readings import Reading
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase
from dragoman.records import Candidate

POLICE_WORDS = frozenset({"police", "coastguard", "gendarmerie"})
LEMMAS_MENDED = {"bases": "base"}  # the lemmatizer takes it for the plural of "basis"


def read_property(scope: Scope, phrase: Phrase) -> tuple[Reading, ...]:
    """Return the owned thing that a phrase names, once for each owner."""
    view = scope.view
    noun = LEMMAS_MENDED.get(view.word(phrase.head), view.lemma(phrase.head))
    is_thing = noun not in words.PLURAL_PROPERTY or view.is_plural(phrase.head)
    if noun not in words.PROPERTY_SECTORS or not is_thing:
        return ()
    said = {view.word(index) for index in phrase.core}
    sector = "MIL" if said & words.MILITARY_WORDS else words.PROPERTY_SECTORS[noun]
    sector = "COP" if said & POLICE_WORDS else sector
    text = view.text(phrase.core[0], phrase.head)
    groups = []
    owners = [owner for owner in find_owners(scope, phrase) if owner.candidates[0].code]
    for owner in owners:
        groups.append(tuple(_owned(item, owner.kind, sector, text) for item in owner.candidates))
    code = None if groups or noun in words.PROPERTY_ABROAD else country_of_place(view, phrase, is_local=False)
    if code:
        groups.append((Candidate(code, sector, text, resolved_by="place in text"),))
    return tuple(
        Reading(phrase.head, phrase.first, phrase.head, "property", group, is_plural=view.is_plural(phrase.head))
        for group in groups
    )


def _owned(item: Candidate, kind: str, sector: str, text: str) -> Candidate:
    if kind in ("group", "organisation"):
        return replace(item, name=text, resolved_by="property")
    own = item.sector if kind in ("agent", "house") and item.sector in words.STATE_SECTORS else ""
    kept = replace(item, name=text, entity_id=None, office=None, resolved_by="property")
    return replace(kept, sector=sector or own, other_sectors=())
