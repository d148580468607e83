"""What an act is about: the words of the goods, money or cause that it gives, withholds, asks for or backs.

A draft in, a span of the article's text out, or None.  Where the rules found no head for it, the places of the verb
that carry goods are looked through; a party to the act is never its goods.
"""

from collections.abc import Iterator

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, sector_of
from dragoman.records import Span, Token

# Acts of words, which may be about a plan, a deal or a right as well.
OF_CAUSES = frozenset({"SUPPORT", "REJECT"})
# Verbs and nouns that carry goods or money, by the types of act that move or stop them.
CARRYING = frozenset({"AID", "COOPERATE", "SANCTION", "COERCE", "REQUEST", "REJECT", "AGREE"})
TRADING = frozenset(
    """sell buy purchase export import supply ship deliver order lease acquire seize confiscate impound withhold
block freeze halt suspend cut stop cancel send give provide donate lend grant release receive get obtain
allocate approve pledge promise vow offer commit announce unveil pay transfer""".split()
)
ASKING = frozenset("ask appeal beg request plead call seek demand petition apply".split())
# Objects of those verbs that are no goods.
NO_GOODS = frozenset(
    """tie relation cooperation contact membership agreement treaty pact accord support talk negotiation meeting
visit dialogue plan project operation attack fighting war work process programme program flight service border crossing
station town village city area territory control power seat office post building headquarters initiative opportunity
right access permission visa asylum citizenship attention time chance information comment step measure action effort
activity exercise drill step government law ban sanction embargo penalty criticism violence group leader order deal
law bill resolution motion proposal request demand offer invitation""".split()
)
# What is turned down and says nothing of what it was about.
NO_CAUSE = frozenset(
    """request demand call appeal charge accusation allegation claim complaint criticism report visit protest
suggestion notion idea""".split()
)
MONEY = frozenset({"$", "€", "£", "¥"})
MONEY_WORDS = frozenset("million billion trillion dollar euro pound yuan yen rouble ruble franc krona".split())
LEFT_OUT = frozenset({"det", "poss", "relcl", "acl", "appos", "predet", "cc", "conj", "punct", "prep", "mark", "neg"})
INSIDE = frozenset({"of", "in", "worth"})


def words_of_thing(scene: Scene, draft: Draft) -> Span | None:
    """Return the words of what a draft's act is about, conjoined goods together, without clauses beside them."""
    head = _head(scene, draft)
    if head is None:
        return None
    words = _phrase(scene, head, keeps_owner=draft.event == "SUPPORT")
    return scene.sentence.span_of(words[0], words[-1])


def _head(scene: Scene, draft: Draft) -> int | None:
    if draft.thing is not None and not _is_nothing(scene, draft, draft.thing):
        return draft.thing
    inner = _head(scene, draft.wrapped) if draft.wrapped is not None else None
    if inner is not None:
        return inner
    if draft.event not in CARRYING:
        return None
    parties = {mention.head for mention in (*draft.actors, *draft.recipients) if mention.kind != "property"}
    for head in _places(draft):
        if head not in parties and _is_goods(scene, head, is_asked=draft.predication.lemma in ASKING, mode=draft.mode):
            return head
    return None


def _is_nothing(scene: Scene, draft: Draft, head: int) -> bool:
    """Say whether what the rules took for the thing is none: "handed over the men", "rejected the claim"."""
    if draft.event in OF_CAUSES:
        return scene.lemma(head) in NO_CAUSE
    people = [mention for mention in scene.mentions(head) if mention.kind in ("agent", "person", "pronoun")]
    return scene.lemma(head) in NO_GOODS or any(sector_of(mention) != "MED" for mention in people)


def _places(draft: Draft) -> Iterator[int]:
    """Yield the heads at the places of a draft's words where goods may stand."""
    predication = draft.predication
    if predication.kind == "noun":
        if draft.event in ("AID", "COOPERATE"):
            yield from predication.heads_after("of")
    elif predication.lemma in ASKING:
        yield from predication.heads_after("for")
        if draft.mode == "assist":
            yield from predication.objects
    elif predication.lemma in TRADING:
        yield from predication.objects
        yield from predication.heads_after("with")


def _is_goods(scene: Scene, head: int, *, is_asked: bool, mode: str | None) -> bool:
    token = scene.token(head)
    if _is_money(scene, token):
        return True
    if token.pos != "NOUN" or token.lemma.lower() in NO_GOODS or _is_party(scene, head) or scene.is_time(head):
        return False
    if is_asked:
        return mode == "assist" and not scene.mentions(head)
    return token.lemma.lower() not in scene.lexicon.words["intangible"]


def _is_party(scene: Scene, head: int) -> bool:
    """Say whether a party stands at a head; a ship or a tank that belongs to one is goods."""
    return any(mention.kind != "property" for mention in scene.known(head))


def _is_money(scene: Scene, token: Token) -> bool:
    signs = {child.text for child in scene.sentence.children(token.index)}
    return (
        bool(signs & MONEY)
        or (token.pos == "NUM" and token.lemma.lower() in MONEY_WORDS)
        or token.lemma.lower() == "money"
    )


def _phrase(scene: Scene, head: int, *, keeps_owner: bool) -> list[int]:
    """Return the unbroken run of tokens around a head that names the goods."""
    kept = {head}
    for child in scene.sentence.children(head):
        if child.relation == "prep" and _stays(scene, child, keeps_owner=keeps_owner):
            kept.add(child.index)
            for inner in scene.sentence.children(child.index):
                kept |= {*_phrase(scene, inner.index, keeps_owner=False), *_owner_of(scene, inner)}
        elif child.relation not in LEFT_OUT or _stays(scene, child, keeps_owner=keeps_owner):
            kept |= set(scene.sentence.subtree(child.index))
    kept |= _goods_beside(scene, head)
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return list(range(first, last + 1))


def _owner_of(scene: Scene, token: Token) -> set[int]:
    """Return the tokens of article and owner before a noun, which the inside of a phrase keeps."""
    beside = [child for child in scene.sentence.children(token.index) if child.relation in ("det", "poss")]
    return {index for child in beside for index in scene.sentence.subtree(child.index)}


def _stays(scene: Scene, child: Token, *, keeps_owner: bool) -> bool:
    if child.relation == "poss":
        return keeps_owner and child.pos == "PROPN"
    if child.relation != "prep" or child.text.lower() not in INSIDE:
        return False
    heads = scene.sentence.children(child.index)
    return not any(scene.is_time(part.index) or scene.known(part.index) or part.pos == "VERB" for part in heads)


def _goods_beside(scene: Scene, head: int) -> set[int]:
    """Return the tokens of goods that stand in a row with the head: "tents, blankets and medicine"."""
    found: set[int] = set()
    for child in scene.sentence.children(head):
        if child.relation == "conj" and child.pos in ("NOUN", "NUM") and not _is_party(scene, child.index):
            inner = set(_phrase(scene, child.index, keeps_owner=False))
            found |= inner | set(range(head + 1, min(inner)))
    return found
