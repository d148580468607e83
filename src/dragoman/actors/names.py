"""Known names as parties: a state, a people, a capital that stands for its government, an organisation, a group.

In: a token that lies in a known name.  Out: its `Reading`; none for regions, and none where a prefix or
a participle makes the name something else ("anti-Israeli", "US-backed").
"""

from dataclasses import replace

from dragoman.actors import words
from dragoman.actors.owners import candidates_from_names, owning_names, whole_state
from dragoman.actors.readings import Reading
from dragoman.actors.view import Phrase, View
from dragoman.records import Candidate

KINDS = {"adjective": "state", "capital": "state", "house": "state", "outlet": "organisation"}
NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "dative", "agent", "ROOT", "oprd"})
SUBJECT_PLACES = frozenset({"nsubj", "nsubjpass", "ROOT"})


def read_name(view: View, phrase: Phrase) -> tuple[Reading, ...]:
    """Return the party that the known name at a phrase's head stands for."""
    names = owning_names(view, phrase.head)
    if not names or names[0].kind == "region":
        return ()
    first, last = view.hit_bounds(phrase.head)
    kind = names[0].kind
    if kind == "adjective":
        return _read_people(view, phrase, candidates_from_names(names, "adjective"))
    how = kind if kind in ("capital", "house") else "name"
    candidates = candidates_from_names(names, how)
    start = phrase.first if view.word(phrase.first) in ("the", "a", "an") and phrase.first < first else first
    return (Reading(phrase.head, start, last, KINDS.get(kind, kind), candidates, (first, last)),)


def name_head(view: View, index: int) -> int:
    """Return the token that stands for a whole name in the parse: the last whose governor lies outside it."""
    first, last = view.hit_bounds(index)
    outside = [i for i in range(first, last + 1) if not first <= view.tokens[i].head <= last]
    rooted = [i for i in range(first, last + 1) if view.tokens[i].head == i]
    return max((*outside, *rooted), default=last)


def read_modifier(view: View, index: int) -> tuple[Reading, ...]:
    """Return the state, organisation or group that a name before a noun stands for, as a whole."""
    names = owning_names(view, index)
    if not names or names[0].kind == "region":
        return ()
    first, last = view.hit_bounds(index)
    kind = names[0].kind
    how = kind if kind not in ("state", "organisation", "group") else "name"
    candidates = candidates_from_names(names, how)
    if kind in ("adjective", "capital"):
        candidates = whole_state(candidates, how)
    return (Reading(index, first, last, KINDS.get(kind, kind), candidates, (first, last), role="modifier"),)


def is_modifier(view: View, index: int) -> bool:
    """Say whether a token stands before the noun that it belongs to, alone or conjoined to one that does."""
    token = view.tokens[view.conjunction_root(index)]
    if view.hits[index] is not None and _is_before_noun(view, view.hit_bounds(index)[1]):
        return True
    return token.relation in words.PREMODIFIERS - {"poss", "det"} and token.head > index


def _is_before_noun(view: View, last: int) -> bool:
    """Say whether an adjective of a people is followed at once by the noun that it describes."""
    names = view.names(last)
    if view.word(last + 1) == "-" and names and names[0].kind == "adjective":
        return True
    follower = view.tokens[last + 1] if last + 1 < len(view.tokens) else None
    if follower is None or not names or names[0].kind != "adjective":
        return False
    is_noun = follower.pos in ("NOUN", "ADJ") and view.tokens[last].tag not in ("NNS", "NNPS", "NNP")
    return is_noun and follower.relation != "acomp"


def _read_people(view: View, phrase: Phrase, candidates: tuple[Candidate, ...]) -> tuple[Reading, ...]:
    token = view.tokens[phrase.head]
    is_one = phrase.determiner in ("a", "an", "another", "one")
    is_shared = any(view.tokens[child].pos == "NOUN" for child in view.with_relation(phrase.head, "conj"))
    if is_one and is_shared:
        whole = whole_state(candidates, "adjective")  # "a Chinese and a Peruvian vessel": the noun comes later
        return (Reading(phrase.head, phrase.first, phrase.head, "state", whole, role="modifier"),)
    is_plural = view.is_plural(phrase.head) or (phrase.determiner == "the" and token.tag in ("JJ", "NNP", "NN"))
    is_one = is_one or bool(view.with_relation(phrase.head, "nummod"))
    if token.relation not in NOUN_PLACES and not is_plural:
        return ()
    if not (is_plural or is_one or token.relation in SUBJECT_PLACES):
        return ()
    people = tuple(
        replace(item, sector="CVL", entity_id=None, name=token.text, resolved_by="people") for item in candidates
    )
    return (
        Reading(phrase.head, phrase.first, phrase.head, "agent", people, noun=token.lemma.lower(), is_plural=is_plural),
    )
