"""Which words of a sentence tell an act: its own clause, without the clauses that hang beside it.

A draft in, token indices out.  What an act of words is about ("urged X to end its siege") is part of it; a relative
clause, a circumstance and the next deed in a row are not.  To let another clause count, see `_belongs`.
"""

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene
from dragoman.records import Token

OF_WORDS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
CLAUSES = frozenset("ROOT advcl relcl ccomp conj csubj acl xcomp pcomp parataxis dep".split())
CARRIED = frozenset({"xcomp", "pcomp", "acl"})
TOLD = frozenset({"ccomp", "csubj"})


def words_of_act(scene: Scene, draft: Draft) -> tuple[int, ...]:
    """Return the indices of the tokens that tell a draft's act, in order."""
    anchors = set(draft.trigger) | ({draft.thing} if draft.thing is not None else set())
    if draft.wrapped is not None:
        anchors |= set(draft.wrapped.trigger)
    tops = anchors if _is_aside(scene, draft) else anchors | {_clause_of(scene, index) for index in anchors}
    return tuple(token.index for token in scene.sentence.tokens if _hangs_from(scene, token, tops, draft))


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Say whether a noun tells the act under a verb that tells another: "denounced the arrest of two reporters"."""
    if draft.predication.kind != "noun":
        return False
    verb = scene.token(_clause_of(scene, draft.predication.predicate))
    words = scene.lexicon.words
    lemma = verb.lemma.lower()
    return verb.index not in draft.trigger and lemma != "be" and lemma not in words["light"] | words["occur"]


def _clause_of(scene: Scene, index: int) -> int:
    """Return the head of the clause that a token stands in."""
    token = scene.token(index)
    while not _heads_clause(token) and token.head != token.index:
        token = scene.token(token.head)
    return token.index


def _heads_clause(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.relation in CLAUSES


def _hangs_from(scene: Scene, token: Token, tops: set[int], draft: Draft) -> bool:
    """Say whether a token hangs from one of the tops with no foreign clause between."""
    current = token
    while current.index not in tops:
        if current.head == current.index or not _belongs(scene, current, draft):
            return False
        current = scene.token(current.head)
    return True


def _belongs(scene: Scene, token: Token, draft: Draft) -> bool:
    """Say whether what a token heads belongs to the act above it."""
    if token.relation in ("relcl", "parataxis") or (token.relation == "conj" and _heads_clause(token)):
        return False
    if not _heads_clause(token) or token.relation in CARRIED:
        return True
    if token.relation in TOLD:
        return draft.event in OF_WORDS
    return token.relation == "advcl" and any(  # "met to discuss trade"
        child.relation == "aux" and child.text.lower() == "to" for child in scene.sentence.children(token.index)
    )
