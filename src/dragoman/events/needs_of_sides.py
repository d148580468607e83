"""What the sides of a draft must be before a rule may fire: known, armed, civilians, two of them.

Each need is one small function here, and stands in NEEDS_OF_SIDES with what is said where it is not met.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, code_of, is_known, is_same_party, sector_of
from dragoman.records import Mention

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI", ""})
ARMED = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "PRM", "SPY", "CRM", ""})
CROWDS = frozenset({"CVL", "LAB", "JRN", "AGR", "EDU", "OPP", "REF", "REL", "SOC", "MED"})
CUT = frozenset(
    """aid assistance delivery supply shipment funding relation tie trade export import support cooperation flight
    loan""".split()
)
GIVING_VERBS = frozenset("give send provide supply deliver donate grant ship award hand".split())
POWERS = frozenset("GOV MIL COP JUD LEG SPY PRM REB UAF PTY".split()) | {""}
STATESMEN = frozenset({"GOV", "MIL", "LEG", ""})
FIGHTERS = frozenset({"MIL", "REB", "COP", "PRM", "UAF"})
MANY = 2
RESIDENTS = frozenset("CVL REF LAB AGR EDU REL JRN SOC MED BUS".split())
ENVOYS = frozenset("diplomat envoy ambassador attaché consul official representative".split())
WORKING = frozenset({"LAB", "MED", "EDU", "AGR", "JRN"})
SEARCHING = frozenset({"COP", "GOV", "JUD", "SPY"})
CALLINGS = ("ist", "eer", "ian", "man", "woman", "worker")  # how nouns of persons end that no table has
PROTESTERS = frozenset("protester protestor demonstrator marcher activist striker campaigner dissident".split())
PAPERS = frozenset(
    "share stake bond stock asset debt ticket player right title story soul time insurance security".split()
)
THINGS = (
    CUT
    | PAPERS
    | frozenset("money resource capital market economy region territory area city town village land".split())
)
HOUSES = frozenset("house home office flat apartment newsroom shop headquarters school mosque church hotel".split())
POWERLESS = frozenset({"UNO", "IGO", "NGO", "MNC"})  # bodies that warn of what others do
HARM = frozenset(
    "consequence retaliation retaliate price response force revenge prison jail reprisal punishment".split()
)


def _has_actor(draft: Draft, scene: Scene) -> bool:
    """A doer is known, or a passive leaves him out and tells whom it was done to."""
    if any(is_known(mention) for mention in draft.actors):
        return True
    told = draft.predication
    if draft.event == "AID" and told.lemma not in GIVING_VERBS:
        return False  # "the crews were trained in Chad" does not tell of help
    if draft.status == "negation":
        return False  # what nobody has done is told of nobody
    return told.voice == "passive" and not told.subjects and not draft.actors and has_recipient(draft, scene)


def has_recipient(draft: Draft, scene: Scene) -> bool:
    """Say whether it is known whom it is done to; those who do it to each other are known where two are."""
    if draft.is_mutual and has_parties(draft, scene):
        return True
    return any(is_known(mention) for mention in draft.recipients)


def _has_side(draft: Draft, scene: Scene) -> bool:
    return _has_actor(draft, scene) or has_recipient(draft, scene)


def has_parties(draft: Draft, _scene: Scene) -> bool:
    """Say whether two known parties are told."""
    parties: list[Mention] = []
    if not any(is_known(mention) for mention in draft.actors):
        return False
    for mention in (*draft.actors, *draft.recipients):
        if is_known(mention) and not any(is_same_party(mention, other) for other in parties):
            parties.append(mention)
    return len(parties) >= MANY


def _is_person(draft: Draft, _scene: Scene) -> bool:
    side = draft.recipients if draft.row.actor == ("subject",) else draft.actors
    return any(mention.kind in ("person", "agent") for mention in side)


def _is_official(draft: Draft, _scene: Scene) -> bool:
    return any(sector_of(mention) in OFFICIAL and mention.kind not in ("property",) for mention in draft.actors)


def _is_violent(draft: Draft, scene: Scene) -> bool:
    here = {scene.lemma(token.index) for token in scene.sentence.tokens if token.index not in draft.trigger}
    return bool(here & scene.lexicon.words["violence"])


def _is_armed(draft: Draft, scene: Scene) -> bool:
    if any(sector_of(mention) in ARMED and mention.candidates for mention in draft.actors):
        return True
    return _is_violent(draft, scene)


def _is_accident(scene: Scene) -> bool:
    return any(scene.lemma(token.index) in scene.lexicon.words["accident"] for token in scene.sentence.tokens)


def _has_victim(draft: Draft, scene: Scene) -> bool:
    if any(mention.candidates for mention in draft.actors):
        return bool(draft.recipients) or _is_violent(draft, scene)
    if draft.actors and _is_accident(scene):
        return False  # "Storm Anna killed two"
    if draft.actors:
        return has_recipient(draft, scene)
    if not has_recipient(draft, scene) or draft.predication.subjects:
        return False
    is_fighter = any(sector_of(mention) in FIGHTERS for mention in draft.recipients)
    return _is_violent(draft, scene) or (is_fighter and not _is_accident(scene))


def _has_someone(draft: Draft, _scene: Scene) -> bool:
    return draft.is_mutual or any(is_known(m) or m.kind in ("agent", "person") for m in draft.recipients)


def _is_state(draft: Draft, _scene: Scene) -> bool:
    return any(mention.kind in ("state", "organisation") for mention in draft.recipients)


def _has_forces(draft: Draft, _scene: Scene) -> bool:
    return any(_may_be(mention, FIGHTERS) for mention in draft.actors)


def _may_be(mention: Mention, sectors: frozenset[str]) -> bool:
    """A side that is given without a sector (`dragoman relate`) may be of any."""
    return sector_of(mention) in sectors or (bool(mention.candidates) and mention.candidates[0].resolved_by == "given")


def _is_violent_side(draft: Draft, scene: Scene) -> bool:
    """One of those who use force attacks, or one who is known is attacked."""
    return _has_forces(draft, scene) or has_recipient(draft, scene)


def _is_statesman(draft: Draft, _scene: Scene) -> bool:
    return any(sector_of(mention) in STATESMEN and mention.kind != "property" for mention in draft.actors)


def _is_officer(draft: Draft, _scene: Scene) -> bool:
    return any(m.kind in ("person", "agent") and sector_of(m) in OFFICIAL - {""} for m in draft.actors)


def _is_crowd(draft: Draft, _scene: Scene) -> bool:
    """Civilians act together, and of one side it is known of which country it is."""
    is_one = draft.mode not in ("hunger", "boycott") and all(_is_one(mention) for mention in draft.actors)
    is_crowd = not is_one and any(mention.candidates and _may_be(mention, CROWDS) for mention in draft.actors)
    return is_crowd and any(is_known(mention) for mention in (*draft.actors, *draft.recipients))


def _is_one(mention: Mention) -> bool:
    """One person, whose country may be known, makes no crowd."""
    return mention.kind == "person" and not _may_be(mention, frozenset())


def _is_protesting(draft: Draft, scene: Scene) -> bool:
    """People who gather protest where they are called so, where they chant, or where it is against somebody."""
    words = {scene.lemma(mention.head) for mention in draft.actors}
    is_told = bool(words & PROTESTERS) or bool(draft.recipients) or draft.predication.lemma == "chant"
    return is_told and _is_crowd(draft, scene)


def _is_workforce(draft: Draft, scene: Scene) -> bool:
    told = [m for m in draft.actors if sector_of(m) in WORKING and scene.lemma(m.head) not in ("striker", "forward")]
    return bool(told) and not draft.predication.objects


def _is_between_bodies(draft: Draft, _scene: Scene) -> bool:
    """States, their organs and unions of states share what they know; tourists and cooks are no such bodies."""
    return all(sector_of(m) in OFFICIAL or m.kind == "organisation" for m in draft.actors)


def _are_residents(draft: Draft, scene: Scene) -> bool:
    """People are driven out of a country, who are no envoys of a state."""
    people = [m for m in draft.recipients if m.kind == "agent" and sector_of(m) in RESIDENTS]
    return bool(people) and not {scene.lemma(m.head) for m in people} & ENVOYS


def _is_member(draft: Draft, _scene: Scene) -> bool:
    left = [mention for mention in draft.recipients if mention.kind == "organisation" and is_known(mention)]
    return bool(left) and all(mention.kind == "state" for mention in draft.actors)


def _is_authority(draft: Draft, _scene: Scene) -> bool:
    return any(sector_of(m) in POWERS and m.kind != "property" for m in draft.actors) or not draft.actors


def _is_alone(draft: Draft, scene: Scene) -> bool:
    codes = {code_of(mention) for mention in draft.actors if is_known(mention)}
    nouns = [noun for head in draft.predication.objects if (noun := scene.noun_at(head)) is not None]
    beside = [head for part in (draft.predication, *nouns) for head in part.heads_after("with", "alongside")]
    return len(codes) == 1 and not any(scene.mentions(head) for head in beside)


def _is_captive(draft: Draft, scene: Scene) -> bool:
    if any(mention.kind in ("person", "agent") for mention in draft.recipients):
        return True
    told = draft.predication
    heads = told.objects if told.kind == "verb" else told.heads_after("of")
    if told.lemma in ("free", "set", "let", "liberate") and has_recipient(draft, scene):
        return not any(m.kind == "property" for m in draft.recipients) and not {scene.lemma(h) for h in heads} & THINGS
    return has_recipient(draft, scene) and any(scene.lemma(head).endswith(CALLINGS) for head in heads)


def _has_anyone(draft: Draft, scene: Scene) -> bool:
    return bool(draft.actors) or has_recipient(draft, scene)


def is_search(draft: Draft, scene: Scene) -> bool:
    """Police and officials who raid a house search it; soldiers do where the house is told."""
    sectors = {sector_of(mention) for mention in draft.actors if is_known(mention)}
    is_house = bool(HOUSES & scene.words_below(draft.predication.predicate))
    if draft.predication.lemma == "search" and not is_house:
        return False
    return bool(sectors & SEARCHING) or ("MIL" in sectors and is_house)


def _is_menace(draft: Draft, scene: Scene) -> bool:
    """Who warns threatens where he has power and warns another power, or warns of harm that he himself can do."""
    doers = [m for m in draft.actors if is_known(m) and sector_of(m) in POWERS and code_of(m) not in POWERLESS]
    warned = [m for m in draft.recipients if is_known(m) and sector_of(m) in POWERS]
    is_harm = draft.mode is not None or bool(HARM & scene.words_below(draft.predication.predicate))
    return bool(doers) and (is_harm or bool(warned))


NEEDS_OF_SIDES: Mapping[str, tuple[Callable[[Draft, Scene], bool], str]] = MappingProxyType(
    {
        "actor": (_has_actor, "nobody known stands as the doer"),
        "recipient": (has_recipient, "nobody known stands as the one it is done to"),
        "side": (_has_side, "neither side is known"),
        "party": (has_parties, "fewer than two known parties"),
        "person": (_is_person, "the one met or called is not a person"),
        "official": (_is_official, "the visitor is not an official"),
        "armed": (_is_armed, "nothing tells of arms"),
        "violence": (_is_violent, "nothing tells of violence"),
        "victim": (_has_victim, "neither a known victim nor violence is told"),
        "state": (_is_state, "what is recognised is not a state or an organisation"),
        "crowd": (_is_crowd, "those who act are no civilians"),
        "protesters": (_is_protesting, "those who act are no protesters"),
        "workers": (_is_workforce, "those who act are no workers"),
        "bodies": (_is_between_bodies, "those who share are no bodies of a state"),
        "residents": (_are_residents, "those who are sent away are no residents"),
        "member": (_is_member, "no state leaves an organisation"),
        "authority": (_is_authority, "those who act have no authority"),
        "searchers": (is_search, "those who come are no searchers"),
        "alone": (_is_alone, "not one state alone acts"),
        "captive": (_is_captive, "those let go are no persons"),
        "someone": (_has_someone, "nobody stands as the one it is done to"),
        "anyone": (_has_anyone, "nobody takes part in it"),
        "violent-side": (_is_violent_side, "neither fighters nor a known side are told"),
        "forces": (_has_forces, "those who act are no force"),
        "statesman": (_is_statesman, "who travels is no statesman"),
        "officer": (_is_officer, "who steps down holds no office"),
        "menace": (_is_menace, "who warns has no power to do harm, or warns of none"),
    }
)
