"""What must be told of a deed before a rule may fire: that it is done, what is given, with what it is done.

Each need is one small function here, and stands in NEEDS_OF_DEEDS with what is said where it is not met.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.events.drafts import Draft
from dragoman.events.needs_of_sides import CUT, PAPERS, POWERS, has_parties, has_recipient
from dragoman.events.scene import Scene, is_known, sector_of
from dragoman.events.sides import light_verb
from dragoman.events.status import is_unreal
from dragoman.records import Predication

DRILLING = frozenset("train exercise drill patrol practise practice rehearse".split())
SENDING = frozenset("send dispatch rush".split())
MACHINES = frozenset(
    """jet aircraft plane helicopter tank ship submarine frigate missile drone launcher howitzer radar truck train bus
    vehicle vessel boat fighter rifle ferry tanker airliner bomber engine satellite weapon gun artillery
    rocket""".split()
)
COMPLETING = frozenset("complete finalise finalize conclude make announce close begin start resume".split())
ARISING = frozenset("enter spread erupt grow flare rage sweep paralyse paralyze rock break disrupt swell draw".split())
HOLDING = frozenset("hold last begin start continue come take enter".split())
COMPUTERS = frozenset("computer network server system database website email account mailbox portal".split())
ARMS = frozenset(
    """troop soldier force army battalion brigade tank missile warship fleet jet artillery reservist police battery
    regiment unit fighter frigate launcher submarine bomber""".split()
)
EMPTY_PLACES = frozenset("sea ocean water air space orbit desert range gulf bay".split())


def _has_with(draft: Draft, scene: Scene) -> bool:
    given = [
        *draft.predication.heads_after("with"),
        *(draft.predication.objects if draft.predication.indirect_objects else ()),
    ]
    words = {scene.lemma(head) for head in given}
    return bool(words) and not words & scene.lexicon.words["intangible"]


def _has_act(draft: Draft, _scene: Scene) -> bool:
    return draft.wrapped is not None


def _is_rejected(draft: Draft, _scene: Scene) -> bool:
    return bool(draft.predication.objects) or bool(draft.recipients)


def _is_call(draft: Draft, scene: Scene) -> bool:
    heads = draft.predication.heads_after("for", "on", "upon", "to")
    return any(not scene.is_time(head) for head in heads)


def _is_embassy(draft: Draft, scene: Scene) -> bool:
    return bool({"embassy", "consulate"} & scene.words_below(draft.predication.predicate))


def _is_deed(draft: Draft, scene: Scene) -> bool:
    """An event noun is told as a deed where it has its own sides, or a verb carries or happens to it."""
    if is_unreal(scene, draft.predication):
        return False
    if light_verb(scene, draft.predication) is not None:
        return True
    return bool(draft.recipients) or has_parties(draft, scene)


def _is_licence(draft: Draft, scene: Scene) -> bool:
    return bool({"licence", "license"} & scene.words_below(draft.predication.predicate))


def _is_about_matter(draft: Draft, scene: Scene) -> bool:
    """An agreement is on something, or with somebody; "they would not have agreed to" is neither."""
    return bool(draft.predication.heads_after("on", "to", "upon", "over", "about", "for")) or has_recipient(
        draft, scene
    )


def _is_entry(draft: Draft, scene: Scene) -> bool:
    return bool({"enter", "entry", "entering"} & scene.words_below(draft.predication.predicate))


def _is_ahead(draft: Draft, _scene: Scene) -> bool:
    return draft.is_ahead


def _is_ultimatum(draft: Draft, scene: Scene) -> bool:
    """Time is given *to do* something, by one who is no judge."""
    times = {draft.predication.predicate, *draft.trigger}
    is_told = any(part.tense == "infinitive" and part.predicate > min(times) for part in _clauses_under(scene, times))
    return is_told and not any(sector_of(mention) == "JUD" for mention in draft.actors)


def _is_together(draft: Draft, scene: Scene) -> bool:
    verb = draft.predication.predicate
    near = [token for token in scene.sentence.tokens if token.head == verb or token.index == verb + 1]
    is_with = bool(draft.recipients) and draft.predication.lemma in DRILLING
    return is_with or any(token.text.lower() in ("together", "jointly", "side") for token in near)


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


def _is_sentence(draft: Draft, scene: Scene) -> bool:
    """A court jails, or somebody is jailed for years."""
    if draft.predication.lemma not in ("jail", "imprison"):
        return False
    terms = {scene.lemma(head) for head in draft.predication.heads_after("for", "to")}
    if draft.actors:
        return any(sector_of(m) == "JUD" for m in draft.actors)
    return bool(terms & {"year", "month", "life", "decade"})


def _is_custody(draft: Draft, scene: Scene) -> bool:
    return not _is_sentence(draft, scene)


def _has_computers(draft: Draft, scene: Scene) -> bool:
    return bool(COMPUTERS & scene.words_below(draft.predication.predicate))


def _has_arms(draft: Draft, scene: Scene) -> bool:
    return bool(ARMS & scene.words_below(draft.predication.predicate))


def _is_happening(draft: Draft, scene: Scene) -> bool:
    """A deed is told where the noun is one, or where it is said to begin, go on or end."""
    verb = scene.parent(draft.predication)
    arising = scene.lexicon.words["occur"] | ARISING
    is_subject = verb is not None and draft.predication.link == "subject" and verb.lemma in arising
    return _is_deed(draft, scene) or (is_subject and not is_unreal(scene, draft.predication))


def _is_by_hackers(_draft: Draft, scene: Scene) -> bool:
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


def _is_done(draft: Draft, _scene: Scene) -> bool:
    return draft.status != "negation"


def _may_be_open(_draft: Draft, _scene: Scene) -> bool:
    """Whom it is done to may stand in the sentence before: such a draft is open (`othersides`)."""
    return True


def _is_counted(draft: Draft, scene: Scene) -> bool:
    """ "3,000 men" are soldiers where an army moves them; "men" alone may be anybody."""
    heads = draft.predication.objects
    return any(child.relation == "nummod" for head in heads for child in scene.sentence.children(head))


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


def _is_cut(draft: Draft, scene: Scene) -> bool:
    return bool(CUT & scene.words_below(draft.predication.predicate))


def _is_unopposed(draft: Draft, scene: Scene) -> bool:
    heads = draft.predication.heads_after("at", "on", "against", "into")
    return all(scene.is_time(head) or scene.lemma(head) in EMPTY_PLACES for head in heads)


def _is_alert(draft: Draft, scene: Scene) -> bool:
    return "alert" in scene.words_below(draft.predication.predicate)


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


NEEDS_OF_DEEDS: Mapping[str, tuple[Callable[[Draft, Scene], bool], str]] = MappingProxyType(
    {
        "with": (_has_with, "nothing is said to be given"),
        "act": (_has_act, "no act that the lexicon knows stands inside"),
        "rejected": (_is_rejected, "nothing is said to be rejected"),
        "call": (_is_call, "nothing is called for"),
        "embassy": (_is_embassy, "what is opened is not an embassy"),
        "deed": (_is_deed, "the noun is not told as a deed of anyone's"),
        "together": (_is_together, "nothing tells that they do it together"),
        "wares": (_is_trade, "no wares are told"),
        "holding": (_is_holding, "it is not told to hold"),
        "sentence": (_is_sentence, "no court and no term is told"),
        "custody": (_is_custody, "a court's sentence is told, no arrest"),
        "computers": (_has_computers, "no computers are told"),
        "arms": (_has_arms, "what is deployed is no force"),
        "told": (_is_happening, "the noun is not told as a deed of anyone's"),
        "command": (_has_command, "nobody in power is told to do anything"),
        "answer": (_may_be_open, ""),
        "counted": (_is_counted, "no number of them is told"),
        "own": (_is_own_move, "what is sent to another state may be a gift"),
        "hackers": (_is_by_hackers, "nothing tells of hackers"),
        "completed": (_is_completed, "it is not told as made"),
        "done": (_is_done, "it is told as not done"),
        "cut": (_is_cut, "what ends is nothing that states give each other"),
        "unopposed": (_is_unopposed, "the weapon is fired at someone"),
        "alert": (_is_alert, "no alert is told"),
        "denial": (_is_denial, "nothing is said to be denied"),
        "goods": (_is_goods, "nothing that helps is said to be given"),
        "entry": (_is_entry, "nobody is kept out"),
        "matter": (_is_about_matter, "nothing is agreed on"),
        "licence": (_is_licence, "no licence is told"),
        "ahead": (_is_ahead, "it is not told as still to come"),
        "ultimatum": (_is_ultimatum, "nothing is to be done within the time"),
    }
)
