"""What must be there before a rule may fire: a draft in, None or the reason why not out.

Each need of a lexicon row ("needs") is one small function here; to add a need, add a function and
name it in NEEDS.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, code_of, is_known, is_same_party, sector_of
from dragoman.events.sides import light_verb
from dragoman.events.status import is_unreal
from dragoman.records import Mention, Predication

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI", ""})
ARMED = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "PRM", "SPY", "CRM", ""})
CROWDS = frozenset({"CVL", "LAB", "JRN", "AGR", "EDU", "OPP", "REF", "REL", "SOC", "MED"})
CUT = frozenset(
    """aid assistance delivery supply shipment funding relation tie trade export import support cooperation flight
    loan""".split()
)
GIVING_VERBS = frozenset("give send provide supply deliver donate grant ship award hand".split())
PUBLIC = frozenset("GOV MIL LEG JUD COP SPY REB PTY ELI OPP".split()) | {""}
HELD = frozenset({"COERCE", "SANCTION", "MOBILIZE"})  # types that take an office, arms or a state
POWERS = frozenset("GOV MIL COP JUD LEG SPY PRM REB UAF PTY".split()) | {""}
PLAYED = frozenset({"ASSAULT", "CONSULT", "THREATEN", "RETREAT"})
STATESMEN = frozenset({"GOV", "MIL", "LEG", ""})
FIGHTERS = frozenset({"MIL", "REB", "COP", "PRM", "UAF"})
MANY = 2
WORKING = frozenset({"LAB", "MED", "EDU", "AGR", "JRN"})
SEARCHING = frozenset({"COP", "GOV", "JUD", "SPY"})
CALLINGS = ("ist", "eer", "ian", "man", "woman", "worker")  # how nouns of persons end that no table has
PROTESTERS = frozenset("protester protestor demonstrator marcher activist striker campaigner dissident".split())
PAPERS = frozenset(
    "share stake bond stock asset debt ticket player right title story soul time insurance security".split()
)
DRILLING = frozenset("train exercise drill patrol practise practice rehearse".split())
FORCES_OF = frozenset("army legion brigade battalion squad squadron regiment horde".split())
SENDING = frozenset("send dispatch rush".split())
MACHINES = frozenset(
    """jet aircraft plane helicopter tank ship submarine frigate missile drone launcher howitzer radar truck train bus
    vehicle vessel boat fighter rifle ferry tanker airliner bomber engine satellite weapon gun artillery rocket""".split()
)
THINGS = (
    CUT
    | PAPERS
    | frozenset("money resource capital market economy region territory area city town village land".split())
)
COMPLETING = frozenset("complete finalise finalize conclude make announce close begin start resume".split())
ARISING = frozenset(
    "enter spread erupt grow flare rage sweep paralyse paralyze rock break disrupt swell turn draw".split()
)
HOLDING = frozenset("hold last begin start continue come take enter".split())
COMPUTERS = frozenset("computer network server system database website email account mailbox portal".split())
HOUSES = frozenset("house home office flat apartment newsroom shop headquarters school mosque church hotel".split())
ARMS = frozenset(
    """troop soldier force army battalion brigade tank missile warship fleet jet artillery reservist police battery
    regiment unit fighter frigate launcher submarine bomber""".split()
)
EMPTY_PLACES = frozenset("sea ocean water air space orbit desert range gulf bay".split())
POWERLESS = frozenset({"UNO", "IGO", "NGO", "MNC"})  # bodies that warn of what others do
HARM = frozenset(
    "consequence retaliation retaliate price response force revenge prison jail reprisal punishment".split()
)


def unmet_need(draft: Draft, scene: Scene) -> str | None:
    """Return the first need of the draft's row that is not met, in words, or None."""
    words = scene.words_below(draft.predication.predicate) if draft.row.not_with else frozenset()
    stop = words.intersection(draft.row.not_with)
    if stop:
        return f"the word {min(stop)!r} tells another meaning"
    sides = (*draft.actors, *draft.recipients)
    if draft.event == "SUPPORT" and sides and not any(sector_of(m) in PUBLIC for m in sides):
        return "neither side holds an office"
    if (
        draft.event in HELD
        and draft.mode != "cyber"
        and draft.actors
        and not any(sector_of(m) in POWERS for m in draft.actors)
    ):
        return "those who act hold no such power"
    if draft.event == "ASSAULT" and any(scene.lemma(i) == "raid" for i in draft.trigger) and _is_search(draft, scene):
        return "officials who raid a house search it"
    if draft.event == "ASSAULT" and {scene.lemma(head) for head in draft.predication.objects} & COMPUTERS:
        return "computers are attacked by wire"
    if any(_is_figure(mention, scene) for mention in draft.actors):
        return "the force that acts is a figure of speech"
    if draft.event == "PROTEST" and draft.actors and not any(sector_of(m) in (*CROWDS, "") for m in draft.actors):
        return "those who act are no civilians"
    if draft.event == "PROTEST" and not _has_recipient(draft, scene) and is_told_of(scene, "contest"):
        return "the sentence tells of sport"
    if draft.event in PLAYED and is_told_of(scene, "art"):
        return "the sentence tells of a work of art"
    if not any(sector_of(mention) for mention in draft.actors) and is_told_of(scene, "contest"):
        return "the sentence tells of sport"
    for need in draft.row.needs:
        check = NEEDS[need]
        if not check(draft, scene):
            return WHY[need]
    return None


def is_told_of(scene: Scene, topic: str) -> bool:
    """Say whether the sentence has a word of sport or the arts, where states meet and attack each other in play."""
    words = scene.lexicon.words[topic]
    return any(token.pos == "NOUN" and scene.lemma(token.index) in words for token in scene.sentence.tokens)


def _has_actor(draft: Draft, scene: Scene) -> bool:
    """A doer is known, or a passive leaves him out and tells whom it was done to."""
    if any(is_known(mention) for mention in draft.actors):
        return True
    told = draft.predication
    if draft.event == "AID" and told.lemma not in GIVING_VERBS:
        return False  # "the crews were trained in Chad" does not tell of help
    return told.voice == "passive" and not told.subjects and not draft.actors and _has_recipient(draft, scene)


def _has_recipient(draft: Draft, scene: Scene) -> bool:
    if draft.is_mutual and _has_parties(draft, scene):
        return True
    return any(is_known(mention) for mention in draft.recipients)


def _has_side(draft: Draft, scene: Scene) -> bool:
    return _has_actor(draft, scene) or _has_recipient(draft, scene)


def _has_parties(draft: Draft, scene: Scene) -> bool:
    parties: list[Mention] = []
    if not any(is_known(mention) for mention in draft.actors):
        return False
    for mention in (*draft.actors, *draft.recipients):
        if is_known(mention) and not any(is_same_party(mention, other) for other in parties):
            parties.append(mention)
    return len(parties) >= MANY


def _is_person(draft: Draft, scene: Scene) -> bool:
    side = draft.recipients if draft.row.actor == ("subject",) else draft.actors
    return any(mention.kind in ("person", "agent") for mention in side)


def _is_official(draft: Draft, scene: Scene) -> bool:
    return any(sector_of(mention) in OFFICIAL and mention.kind not in ("property",) for mention in draft.actors)


def _is_armed(draft: Draft, scene: Scene) -> bool:
    if any(sector_of(mention) in ARMED and mention.candidates for mention in draft.actors):
        return True
    return _is_violent(draft, scene)


def _is_violent(draft: Draft, scene: Scene) -> bool:
    here = {scene.lemma(token.index) for token in scene.sentence.tokens if token.index not in draft.trigger}
    return bool(here & scene.lexicon.words["violence"])


def _has_victim(draft: Draft, scene: Scene) -> bool:
    if any(mention.candidates for mention in draft.actors):
        return bool(draft.recipients) or _is_violent(draft, scene)
    if draft.actors and _is_accident(scene):
        return False  # "Storm Anna killed two"
    if draft.actors:
        return _has_recipient(draft, scene)
    if not _has_recipient(draft, scene) or draft.predication.subjects:
        return False
    is_fighter = any(sector_of(mention) in FIGHTERS for mention in draft.recipients)
    return _is_violent(draft, scene) or (is_fighter and not _is_accident(scene))


def _is_accident(scene: Scene) -> bool:
    return any(scene.lemma(token.index) in scene.lexicon.words["accident"] for token in scene.sentence.tokens)


def _has_someone(draft: Draft, scene: Scene) -> bool:
    return draft.is_mutual or any(is_known(m) or m.kind in ("agent", "person") for m in draft.recipients)


def _has_with(draft: Draft, scene: Scene) -> bool:
    given = [
        *draft.predication.heads_after("with"),
        *(draft.predication.objects if draft.predication.indirect_objects else ()),
    ]
    words = {scene.lemma(head) for head in given}
    return bool(words) and not words & scene.lexicon.words["intangible"]


def _has_act(draft: Draft, scene: Scene) -> bool:
    return draft.wrapped is not None


def _is_rejected(draft: Draft, scene: Scene) -> bool:
    return bool(draft.predication.objects) or bool(draft.recipients)


def _is_call(draft: Draft, scene: Scene) -> bool:
    heads = draft.predication.heads_after("for", "on", "upon", "to")
    return any(not scene.is_time(head) for head in heads)


def _is_state(draft: Draft, scene: Scene) -> bool:
    return any(mention.kind in ("state", "organisation") for mention in draft.recipients)


def _is_embassy(draft: Draft, scene: Scene) -> bool:
    return bool({"embassy", "consulate"} & scene.words_below(draft.predication.predicate))


def _is_deed(draft: Draft, scene: Scene) -> bool:
    """An event noun is told as a deed where it has its own sides, or a verb carries or happens to it."""
    if is_unreal(scene, draft.predication):
        return False
    if light_verb(scene, draft.predication) is not None:
        return True
    return bool(draft.recipients) or _has_parties(draft, scene)


def _is_violent_side(draft: Draft, scene: Scene) -> bool:
    """One of those who use force attacks, or one who is known is attacked."""
    return _has_forces(draft, scene) or _has_recipient(draft, scene)


def _has_forces(draft: Draft, scene: Scene) -> bool:
    return any(_may_be(mention, FIGHTERS) for mention in draft.actors)


def _may_be(mention: Mention, sectors: frozenset[str]) -> bool:
    """A side that is given without a sector (`dragoman relate`) may be of any."""
    return sector_of(mention) in sectors or (bool(mention.candidates) and mention.candidates[0].resolved_by == "given")


def _is_statesman(draft: Draft, scene: Scene) -> bool:
    return any(sector_of(mention) in STATESMEN and mention.kind != "property" for mention in draft.actors)


def _is_officer(draft: Draft, scene: Scene) -> bool:
    return any(m.kind in ("person", "agent") and sector_of(m) in OFFICIAL - {""} for m in draft.actors)


def _is_licence(draft: Draft, scene: Scene) -> bool:
    return bool({"licence", "license"} & scene.words_below(draft.predication.predicate))


def _is_about_matter(draft: Draft, scene: Scene) -> bool:
    """An agreement is on something, or with somebody; "they would not have agreed to" is neither."""
    return bool(draft.predication.heads_after("on", "to", "upon", "over", "about", "for")) or _has_recipient(
        draft, scene
    )


def _is_entry(draft: Draft, scene: Scene) -> bool:
    return bool({"enter", "entry", "entering"} & scene.words_below(draft.predication.predicate))


def _is_menace(draft: Draft, scene: Scene) -> bool:
    """Who warns threatens where he has power and warns another power, or warns of harm that he himself can do."""
    doers = [m for m in draft.actors if is_known(m) and sector_of(m) in POWERS and code_of(m) not in POWERLESS]
    warned = [m for m in draft.recipients if is_known(m) and sector_of(m) in POWERS]
    is_harm = draft.mode is not None or bool(HARM & scene.words_below(draft.predication.predicate))
    return bool(doers) and (is_harm or bool(warned))


def _is_ahead(draft: Draft, scene: Scene) -> bool:
    return draft.is_ahead


def _is_ultimatum(draft: Draft, scene: Scene) -> bool:
    """Time is given *to do* something, by one who is no judge."""
    times = {draft.predication.predicate, *draft.trigger}
    is_told = any(part.tense == "infinitive" and part.predicate > min(times) for part in _clauses_under(scene, times))
    return is_told and not any(sector_of(mention) == "JUD" for mention in draft.actors)


def _is_protesting(draft: Draft, scene: Scene) -> bool:
    """People who gather protest where they are called so, where they chant, or where it is against somebody."""
    words = {scene.lemma(mention.head) for mention in draft.actors}
    is_told = bool(words & PROTESTERS) or bool(draft.recipients) or draft.predication.lemma == "chant"
    return is_told and _is_crowd(draft, scene)


def _is_workforce(draft: Draft, scene: Scene) -> bool:
    told = [m for m in draft.actors if sector_of(m) in WORKING and scene.lemma(m.head) not in ("striker", "forward")]
    return bool(told) and not draft.predication.objects


def _is_together(draft: Draft, scene: Scene) -> bool:
    verb = draft.predication.predicate
    near = [token for token in scene.sentence.tokens if token.head == verb or token.index == verb + 1]
    is_with = bool(draft.recipients) and draft.predication.lemma in DRILLING
    return is_with or any(token.text.lower() in ("together", "jointly") for token in near)


def _is_between_bodies(draft: Draft, scene: Scene) -> bool:
    """States, their organs and unions of states share what they know; tourists and cooks are no such bodies."""
    return all(sector_of(m) in OFFICIAL or m.kind == "organisation" for m in draft.actors)


def _is_trade(draft: Draft, scene: Scene) -> bool:
    """Something is sold that is a thing, and neither a person nor a paper of the stock market."""
    things = [head for head in draft.predication.objects if not any(m.head == head for m in draft.recipients)]
    if not things or scene.lemma(things[0]) in PAPERS:
        return False
    is_machine = scene.lemma(things[0]) in MACHINES
    return is_machine or not any(mention.kind in ("person", "agent") for mention in scene.mentions(things[0]))


def _is_holding(draft: Draft, scene: Scene) -> bool:
    verb = scene.parent(draft.predication)
    return verb is not None and draft.predication.link == "subject" and verb.lemma in HOLDING


def _is_member(draft: Draft, scene: Scene) -> bool:
    left = [mention for mention in draft.recipients if mention.kind == "organisation" and is_known(mention)]
    return bool(left) and all(mention.kind == "state" for mention in draft.actors)


def _is_sentence(draft: Draft, scene: Scene) -> bool:
    """A court jails, or somebody is jailed for years."""
    if draft.predication.lemma not in ("jail", "imprison"):
        return False
    terms = {scene.lemma(head) for head in draft.predication.heads_after("for", "to")}
    return any(sector_of(m) == "JUD" for m in draft.actors) or bool(terms & {"year", "month", "life", "decade"})


def _is_custody(draft: Draft, scene: Scene) -> bool:
    return not _is_sentence(draft, scene)


def _is_authority(draft: Draft, scene: Scene) -> bool:
    return any(sector_of(m) in POWERS and m.kind != "property" for m in draft.actors) or not draft.actors


def _has_computers(draft: Draft, scene: Scene) -> bool:
    return bool(COMPUTERS & scene.words_below(draft.predication.predicate))


def _is_search(draft: Draft, scene: Scene) -> bool:
    """Police and officials who raid a house search it; soldiers do where the house is told."""
    sectors = {sector_of(mention) for mention in draft.actors if is_known(mention)}
    is_house = bool(HOUSES & scene.words_below(draft.predication.predicate))
    if draft.predication.lemma == "search" and not is_house:
        return False
    return bool(sectors & SEARCHING) or ("MIL" in sectors and is_house)


def _has_arms(draft: Draft, scene: Scene) -> bool:
    return bool(ARMS & scene.words_below(draft.predication.predicate))


def _is_figure(mention: Mention, scene: Scene) -> bool:
    """ "An army of ants" is no army."""
    noun = scene.noun_at(mention.head)
    if noun is None or noun.lemma not in FORCES_OF:
        return False
    heads = noun.heads_after("of")
    return bool(heads) and all(scene.token(h).pos == "NOUN" and not scene.mentions(h) for h in heads)


def _is_happening(draft: Draft, scene: Scene) -> bool:
    """A deed is told where the noun is one, or where it is said to begin, go on or end."""
    verb = scene.parent(draft.predication)
    arising = scene.lexicon.words["occur"] | ARISING
    is_subject = verb is not None and draft.predication.link == "subject" and verb.lemma in arising
    return _is_deed(draft, scene) or (is_subject and not is_unreal(scene, draft.predication))


def _is_by_hackers(draft: Draft, scene: Scene) -> bool:
    words = {scene.lemma(token.index) for token in scene.sentence.tokens}
    return bool(words & {"hacker", "cyber", "malware", "ransomware", "hacking", "cyberattack", "virus"})


def _is_completed(draft: Draft, scene: Scene) -> bool:
    """A sale is told where it is said to be made, and not where it is only spoken of."""
    verb = scene.parent(draft.predication)
    return verb is not None and draft.predication.link in ("subject", "object") and verb.lemma in COMPLETING


def _has_command(draft: Draft, scene: Scene) -> bool:
    """Somebody in power is told *to do* something."""
    orders = [
        p for p in scene.embedded(draft.predication) if p.kind == "verb" and p.tense == "infinitive" and not p.modal
    ]
    return bool(orders) and any(sector_of(m) in POWERS and is_known(m) for m in draft.recipients)


def _is_done(draft: Draft, scene: Scene) -> bool:
    return draft.status != "negation"


def _is_own_move(draft: Draft, scene: Scene) -> bool:
    """What is sent to another state may be a gift: only what no state gives away is a move of one's own."""
    others = scene.known_at((*draft.predication.heads_after("to"), *draft.predication.indirect_objects))
    goods = (
        {scene.lemma(index) for index in draft.trigger} - scene.lexicon.words["intangible"] - {draft.predication.lemma}
    )
    return draft.predication.lemma not in SENDING or not others or not goods


def _clauses_under(scene: Scene, heads: set[int]) -> list[Predication]:
    return [
        part
        for part in scene.predications()
        if part.kind == "verb" and (above := scene.parent(part)) is not None and above.predicate in heads
    ]


def _has_anyone(draft: Draft, scene: Scene) -> bool:
    return bool(draft.actors) or _has_recipient(draft, scene)


def _is_crowd(draft: Draft, scene: Scene) -> bool:
    """Civilians act together, and of one side it is known of which country it is."""
    is_crowd = any(mention.candidates and _may_be(mention, CROWDS) for mention in draft.actors)
    return is_crowd and any(is_known(mention) for mention in (*draft.actors, *draft.recipients))


def _is_cut(draft: Draft, scene: Scene) -> bool:
    return bool(CUT & scene.words_below(draft.predication.predicate))


def _is_unopposed(draft: Draft, scene: Scene) -> bool:
    heads = draft.predication.heads_after("at", "on", "against", "into")
    return all(scene.is_time(head) or scene.lemma(head) in EMPTY_PLACES for head in heads)


def _is_alone(draft: Draft, scene: Scene) -> bool:
    codes = {code_of(mention) for mention in draft.actors if is_known(mention)}
    nouns = [noun for head in draft.predication.objects if (noun := scene.noun_at(head)) is not None]
    beside = [head for part in (draft.predication, *nouns) for head in part.heads_after("with", "alongside")]
    return len(codes) == 1 and not any(scene.mentions(head) for head in beside)


def _is_alert(draft: Draft, scene: Scene) -> bool:
    return "alert" in scene.words_below(draft.predication.predicate)


def _is_captive(draft: Draft, scene: Scene) -> bool:
    if any(mention.kind in ("person", "agent") for mention in draft.recipients):
        return True
    told = draft.predication
    heads = told.objects if told.kind == "verb" else told.heads_after("of")
    if told.lemma in ("free", "set", "let", "liberate") and _has_recipient(draft, scene):
        return not any(m.kind == "property" for m in draft.recipients) and not {scene.lemma(h) for h in heads} & THINGS
    return _has_recipient(draft, scene) and any(scene.lemma(head).endswith(CALLINGS) for head in heads)


def _is_goods(draft: Draft, scene: Scene) -> bool:
    """Something is given that is a thing: no word, no soldier, no envoy, and not the other side itself."""
    objects = draft.predication.objects
    if draft.predication.voice == "passive" and not objects:
        return False
    things = [head for head in objects if not any(m.head == head for m in draft.recipients)]
    if not things:
        return False
    first = scene.noun_at(things[0])
    words = {scene.lemma(things[0])}
    words |= {scene.lemma(part) for part in first.heads_after("of")} if first is not None else set()
    parties = [mention for head in things for mention in scene.known(head) if mention.kind != "property"]
    return not words & scene.lexicon.words["intangible"] and not parties


def _is_denial(draft: Draft, scene: Scene) -> bool:
    return bool(draft.predication.objects) or draft.wrapped is not None or bool(scene.embedded(draft.predication))


NEEDS: Mapping[str, Callable[[Draft, Scene], bool]] = MappingProxyType(
    {
        "actor": _has_actor,
        "recipient": _has_recipient,
        "side": _has_side,
        "party": _has_parties,
        "person": _is_person,
        "official": _is_official,
        "armed": _is_armed,
        "violence": _is_violent,
        "victim": _has_victim,
        "with": _has_with,
        "act": _has_act,
        "rejected": _is_rejected,
        "call": _is_call,
        "state": _is_state,
        "embassy": _is_embassy,
        "deed": _is_deed,
        "crowd": _is_crowd,
        "protesters": _is_protesting,
        "workers": _is_workforce,
        "together": _is_together,
        "bodies": _is_between_bodies,
        "wares": _is_trade,
        "holding": _is_holding,
        "member": _is_member,
        "sentence": _is_sentence,
        "custody": _is_custody,
        "authority": _is_authority,
        "computers": _has_computers,
        "searchers": _is_search,
        "arms": _has_arms,
        "told": _is_happening,
        "command": _has_command,
        "own": _is_own_move,
        "hackers": _is_by_hackers,
        "completed": _is_completed,
        "done": _is_done,
        "cut": _is_cut,
        "unopposed": _is_unopposed,
        "alone": _is_alone,
        "alert": _is_alert,
        "captive": _is_captive,
        "denial": _is_denial,
        "goods": _is_goods,
        "someone": _has_someone,
        "anyone": _has_anyone,
        "violent-side": _is_violent_side,
        "forces": _has_forces,
        "statesman": _is_statesman,
        "entry": _is_entry,
        "matter": _is_about_matter,
        "officer": _is_officer,
        "licence": _is_licence,
        "menace": _is_menace,
        "ahead": _is_ahead,
        "ultimatum": _is_ultimatum,
    }
)
WHY: Mapping[str, str] = MappingProxyType(
    {
        "actor": "nobody known stands as the doer",
        "recipient": "nobody known stands as the one it is done to",
        "side": "neither side is known",
        "party": "fewer than two known parties",
        "person": "the one met or called is not a person",
        "official": "the visitor is not an official",
        "armed": "nothing tells of arms",
        "violence": "nothing tells of violence",
        "victim": "neither a known victim nor violence is told",
        "with": "nothing is said to be given",
        "act": "no act that the lexicon knows stands inside",
        "rejected": "nothing is said to be rejected",
        "call": "nothing is called for",
        "state": "what is recognised is not a state or an organisation",
        "embassy": "what is opened is not an embassy",
        "deed": "the noun is not told as a deed of anyone's",
        "crowd": "those who act are no civilians",
        "protesters": "those who act are no protesters",
        "workers": "those who act are no workers",
        "cut": "what ends is nothing that states give each other",
        "unopposed": "the weapon is fired at someone",
        "alone": "not one state alone acts",
        "alert": "no alert is told",
        "violent-side": "neither fighters nor a known side are told",
        "forces": "those who act are no force",
        "statesman": "who travels is no statesman",
        "officer": "who steps down holds no office",
        "licence": "no licence is told",
        "together": "nothing tells that they do it together",
        "bodies": "those who share are no bodies of a state",
        "wares": "no wares are told",
        "holding": "it is not told to hold",
        "member": "no state leaves an organisation",
        "sentence": "no court and no term is told",
        "custody": "a court's sentence is told, no arrest",
        "authority": "those who act have no authority",
        "computers": "no computers are told",
        "searchers": "those who come are no searchers",
        "arms": "what is deployed is no force",
        "told": "the noun is not told as a deed of anyone's",
        "command": "nobody in power is told to do anything",
        "done": "it is told as not done",
        "hackers": "nothing tells of hackers",
        "completed": "it is not told as made",
        "own": "what is sent to another state may be a gift",
        "menace": "who warns has no power to do harm, or warns of none",
        "ahead": "it is not told as still to come",
        "ultimatum": "nothing is to be done within the time",
        "matter": "nothing is agreed on",
        "entry": "nobody is kept out",
        "anyone": "nobody takes part in it",
        "someone": "nobody stands as the one it is done to",
        "goods": "nothing that helps is said to be given",
        "denial": "nothing is said to be denied",
        "captive": "those let go are no persons",
    }
)
