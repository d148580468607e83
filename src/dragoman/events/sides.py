"""Who stands in the places that a lexicon row names: a row and its predications in, mentions out.

The places are explained in `knowledge/lexicon.py`.  To add a kind of place, add it to `_heads_in` or,
where it names a party that stands at no head of its own, to `named_sides`.
"""

import dataclasses

from dragoman.events.named_sides import BORDERLESS, NAMED, WHERE, country_at
from dragoman.events.scene import Scene, code_of, is_known, is_same_party, sector_of
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Candidate, Mention, Predication

JOINING = frozenset({"participate", "engage", "take", "join", "enter", "attend", "come", "proceed"})
# Who is at home where nothing else is told; the unidentified (UAF) are not.
DOMESTIC = frozenset("CVL REB OPP JRN LAB EDU MED AGR CRM SOC REL PTY LEG JUD COP MIL GOV BUS ELI PRM".split())
# Whoever suffers, ends or faces a deed has not done it.
NO_DOERS = frozenset(
    {"suffer", "face", "end", "finish", "conclude", "stop", "announce", "mark", "receive", "see", "level"}
)
PARTS_OF_TOWNS = frozenset("street square centre center suburb outskirts capital city heart".split())
AMOUNTS = frozenset({"million", "billion", "trillion", "percent"})
AFLOAT = frozenset(
    """fisherman fisher sailor seaman crew crewman skipper trawler boat vessel ship tanker freighter ferry cargo migrant
    refugee tourist traveller pilgrim passenger hostage captive""".split()
)
GUESSES = frozenset({"the only country told", "country the text is from"})
ON_OCCASION = frozenset({"after", "following", "during", "before", "in", "at"})


def find_actors(
    scene: Scene, row: LexiconRow, predication: Predication, noun: Predication | None
) -> tuple[Mention, ...]:
    """Return the doers: the first of the row's places that holds a party."""
    for place in row.actor:
        found = _parties_in(scene, place, predication, noun)
        if found:
            return found
    if row.kind == "noun" or predication.kind == "noun":
        return light_doers(scene, predication, is_shared=row.is_mutual)
    return ()


def find_recipients(
    scene: Scene, row: LexiconRow, predication: Predication, noun: Predication | None
) -> tuple[Mention, ...]:
    """Return those it is done to: the first of the row's places that holds a party."""
    for place in row.recipient:
        found = _parties_in(scene, place, predication, noun)
        if found:
            return found
    if row.kind == "noun":
        verb = light_verb(scene, predication)
        if verb is not None:
            for place in row.recipient:
                found = scene.known_at(verb.heads_after(place.rstrip("+-")))
                if found:
                    return found
    return ()


def light_verb(scene: Scene, noun: Predication) -> Predication | None:
    """Return the verb that only carries this event noun ("held talks", "took part in the talks")."""
    verb = scene.parent(noun)
    while verb is not None and verb.kind == "noun" and noun.link in ("of", "conj"):
        noun, verb = verb, scene.parent(verb)  # "a series of talks", "talks and consultations"
    if verb is None or verb.kind != "verb":
        return None
    name = f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma
    if name not in scene.lexicon.words["light"] and not scene.lexicon.rows_for("wrapper", name):
        return None
    if noun.link == "object" or scene.lexicon.rows_for("wrapper", name):
        return verb
    return verb if verb.lemma in JOINING and noun.link in ("in", "at", "to", "into", "with") else None


def light_doers(scene: Scene, noun: Predication, *, is_shared: bool) -> tuple[Mention, ...]:
    """Return the subject of the verb that carries an event noun; talks (`is_shared`) are had by whoever ends them."""
    verb = light_verb(scene, noun)
    if verb is None:
        return _hosts_of_occasion(scene, noun)
    if (verb.lemma in NO_DOERS and not is_shared) or (verb.lemma == "come" and verb.particle is None):
        return ()  # who suffers an attack is not its doer
    return known_or_agents(scene, verb.subjects)


def _hosts_of_occasion(scene: Scene, noun: Predication) -> tuple[Mention, ...]:
    """ "after a meeting with B, A said …": who acts on the occasion took part in it."""
    verb = scene.parent(noun)
    if verb is None or verb.kind != "verb" or noun.link not in ON_OCCASION or not noun.heads_after("with"):
        return ()
    return scene.known_at(verb.subjects)


def known_or_agents(scene: Scene, heads: tuple[int, ...]) -> tuple[Mention, ...]:
    """Return the mentions at these heads, the known ones first of all, else agents nobody can name."""
    known = scene.known_at(heads)
    if known:
        return known
    found = [mention for head in heads for mention in scene.mentions(head) if mention.kind in ("agent", "person")]
    return tuple(found) or tuple(_counted_people(scene, head) for head in heads if _is_bare_number(scene, head))


def settle_at_home(
    scene: Scene, actors: tuple[Mention, ...], recipients: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Give people of no told country the one country that the sentence speaks of: police and their protesters.

    Nothing is given where the sentence names two countries, or where nobody in the act has one.
    """
    codes = {code_of(mention) for mention in (*actors, *recipients) if is_known(mention)}
    named = {code_of(mention) for token in scene.sentence.tokens for mention in scene.known(token.index)}
    if len(codes) != 1 or named - codes or any(sector_of(mention) == "MIL" for mention in actors):
        return actors, recipients  # armies fight abroad: their victims are at home only where that is told
    code = codes.pop()
    if code is None or code in BORDERLESS:
        return actors, recipients
    settled = tuple(_at_home(m, code) for m in actors), tuple(_at_home(m, code) for m in recipients)
    if any(is_same_party(one, other) for one in settled[0] for other in settled[1]):
        return actors, recipients  # an embassy that calls on "the government" calls on its host
    return settled


def settle_seized(scene: Scene, predication: Predication, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give people whom a country's police lay hands on that country: "Chadian police arrested ten who had marched"."""
    noun = scene.parent(predication)
    seizing = scene.parent(noun) if noun is not None and noun.kind == "noun" else None
    if predication.link not in ("relcl", "acl") or seizing is None or any(is_known(mention) for mention in actors):
        return actors
    codes = {code_of(m) for m in scene.known_at(seizing.subjects) if sector_of(m) in ("COP", "GOV", "JUD", "MIL")}
    code = codes.pop() if len(codes) == 1 else None
    return actors if code is None or code in BORDERLESS else tuple(_at_home(mention, code) for mention in actors)


def settle_where(scene: Scene, told: tuple[Predication, ...], actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give people of no told country that of the place of what they do: "thousands marched through Lima"."""
    if any(is_known(mention) for mention in actors):
        return actors
    heads = tuple(head for part in told for head in part.heads_after(*WHERE))
    heads += tuple(head for part in told if part.lemma in PARTS_OF_TOWNS for head in part.heads_after("of"))
    inner = [noun for head in heads if (noun := scene.noun_at(head)) is not None]
    heads += tuple(head for noun in inner for head in noun.heads_after("of", "in"))
    codes = {code for head in heads if (code := country_at(scene, head)) is not None} - BORDERLESS
    return tuple(_at_home(mention, min(codes)) for mention in actors) if len(codes) == 1 else actors


def without_guessed_seamen(scene: Scene, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Take away the country that boats and crews were only given: whom a state seizes at sea is seldom its own."""
    return tuple(_unrooted(m) if scene.lemma(m.head) in AFLOAT and _is_guessed(m) else m for m in mentions)


def _is_guessed(mention: Mention) -> bool:
    return mention.kind == "agent" and any(reading.resolved_by in GUESSES for reading in mention.candidates)


def _unrooted(mention: Mention) -> Mention:
    return dataclasses.replace(mention, candidates=tuple(dataclasses.replace(r, code=None) for r in mention.candidates))


def _at_home(mention: Mention, code: str) -> Mention:
    if is_known(mention) or mention.kind != "agent" or sector_of(mention) not in DOMESTIC:
        return mention
    readings = tuple(
        dataclasses.replace(reading, code=code, resolved_by="the only country told") for reading in mention.candidates
    )
    return dataclasses.replace(mention, candidates=readings)


def _is_bare_number(scene: Scene, head: int) -> bool:
    token = scene.token(head)
    return token.pos == "NUM" and token.lemma not in AMOUNTS and not scene.is_time(head)


def _counted_people(scene: Scene, head: int) -> Mention:
    """Who is detained or killed as a bare number is people: "France detains 850"."""
    span = scene.sentence.span_of(head, head)
    return Mention(scene.sentence.number, head, span, span, "agent", (Candidate(None, "CVL", "people"),))


def without_same(mentions: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that are no party of `others`, each party once."""
    kept: list[Mention] = []
    for mention in mentions:
        if not any(is_same_party(mention, other) for other in (*others, *kept)):
            kept.append(mention)
    return tuple(kept)


def _is_bare_it(scene: Scene, index: int) -> bool:
    return scene.token(index).text.lower() == "it"


def _parties_in(scene: Scene, place: str, predication: Predication, noun: Predication | None) -> tuple[Mention, ...]:
    if place in NAMED:
        return NAMED[place](scene, predication, noun)
    holder = predication
    if place.startswith("noun:"):
        if noun is None:
            return ()
        holder, place = noun, place.removeprefix("noun:")
    heads = _heads_in(scene, holder, place.rstrip("+-"))
    if holder.voice == "passive":  # "it was being investigated": whatever it is, it is seldom the last state named
        heads = tuple(head for head in heads if not _is_bare_it(scene, head))
    if place.endswith("-"):
        return tuple(mention for head in heads for mention in scene.owners(head))
    found = known_or_agents(scene, heads)
    if found or not place.endswith("+"):
        return found
    owners = tuple(dict.fromkeys(mention for head in heads for mention in scene.owners(head)))
    return owners or _owning_agents(scene, heads)


def _owning_agents(scene: Scene, heads: tuple[int, ...]) -> tuple[Mention, ...]:
    """Return whose a thing is where no country is told: "the resignation of the minister"."""
    nouns = [noun for head in heads if (noun := scene.noun_at(head)) is not None]
    return known_or_agents(scene, tuple(head for noun in nouns for head in noun.heads_after("poss", "of", "by")))


def _heads_in(scene: Scene, predication: Predication, place: str) -> tuple[int, ...]:
    if "." in place:
        outer, _, inner = place.partition(".")
        held = [scene.noun_at(head) for head in _heads_in(scene, predication, outer)]
        return tuple(head for noun in held if noun is not None for head in noun.heads_after(inner))
    if place == "between" and predication.kind in ("noun", "verb"):
        return _between(scene, predication)
    if place == "subject":
        return predication.subjects
    if place == "front":
        fronts = [scene.noun_at(head) for head in predication.heads_after("in") if scene.lemma(head) == "front"]
        return tuple(head for noun in fronts if noun is not None for head in noun.heads_after("of"))
    if place == "object":
        return predication.objects
    if place == "indirect":
        return predication.indirect_objects
    if place == "taker":
        return tuple(head for head in predication.objects if scene.known(head))
    return predication.heads_after(place)


def _between(scene: Scene, noun: Predication) -> tuple[int, ...]:
    """Return whom an event noun is between, though the parser hung the preposition from a word above it."""
    current: Predication | None = noun
    while current is not None:
        heads = tuple(head for head in current.heads_after("between") if head > noun.predicate)
        if heads or (current.kind == "verb" and current is not noun):
            return heads
        current = scene.parent(current)
    return ()
