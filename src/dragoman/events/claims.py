"""What a speaker does by saying it: charges another side with wrong, or tells it what it must do.

"Baku has violated our airspace, the ministry said" accuses Baku; "Oslo must open its books, the Union said" asks it
of Oslo.  A predication inside somebody's words in, a draft of the speaker's own act out.  The words of
wrong stand in the lexicon's list `wrong`; a charge that the lexicon codes as an act of its own (an attack, an
arrest) stays that act, with the speaker as its attribution.
"""

from collections.abc import Sequence

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene, code_of, is_known, most_telling, sector_of
from dragoman.events.status import DUTY_MODALS, Standing, standing_of
from dragoman.knowledge.lexicon import LexiconRow
from dragoman.records import Mention, Predication, Span

CHARGE = LexiconRow("accuse.charge-in-words.v1", "ACCUSE", "claim", mode="allege")
BRAND = LexiconRow("accuse.bad-name.v1", "ACCUSE", "claim", mode="disapprove")
VERDICT = LexiconRow("accuse.verdict.v1", "ACCUSE", "claim", mode="disapprove")
DUTY = LexiconRow("request.duty-in-words.v1", "REQUEST", "claim", mode="change")
LAWS = frozenset({"law", "rule", "treaty", "convention", "charter", "agreement", "resolution", "norm"})
NO_DEEDS = frozenset("war conflict crisis situation violence famine people crowd problem history election".split())
SPOKESMEN = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY", "REB", "JRN", ""})


def find_claim(scene: Scene, predication: Predication) -> Draft | None:
    """Return what the speaker of these words does to the one they are about; None where it is nothing."""
    if predication.kind == "noun" or predication.is_negated:
        return None
    row = _row_for(scene, predication)
    if row is None:
        return None
    speaker = _speaker(scene, predication)
    doers = scene.known_at(predication.subjects) if predication.voice == "active" else ()
    charged = tuple(mention for mention in doers if speaker is not None and code_of(mention) != code_of(speaker))
    if speaker is None or not charged:
        return None
    return Draft(
        row=row,
        predication=predication,
        event=row.event,
        trigger=(predication.predicate,),
        actors=(speaker,),
        recipients=charged,
        mode=row.mode,
    )


def find_branding(scene: Scene, predication: Predication) -> Draft | None:
    """Return the charge in calling another side's doing by a bad name: "Minsk called the Polish step absurd"."""
    if predication.kind != "verb" or predication.lemma not in scene.lexicon.words["branding"]:
        return None
    if standing_of(scene, predication) != Standing():
        return None
    names = scene.lexicon.words["reproach"] | scene.lexicon.words["wrongful"]
    objects = set(predication.objects)
    named = {scene.lemma(index) for index in scene.sentence.subtree(predication.predicate) if index not in objects}
    actors = scene.known_at(predication.subjects)
    small = [child.index for child in scene.sentence.children(predication.predicate) if child.relation == "ccomp"]
    heads = list(predication.objects)  # the parser takes "called the step absurd" for a clause: its subject counts
    heads += [child.index for part in small for child in scene.sentence.children(part) if child.relation == "nsubj"]
    charged = scene.known_at(heads) or tuple(owner for head in heads for owner in scene.owners(head))
    charged = tuple(mention for mention in charged if actors and code_of(mention) != code_of(actors[0]))
    if not (named & names and actors and charged):
        return None
    return Draft(
        row=BRAND,
        predication=predication,
        event="ACCUSE",
        trigger=(predication.predicate,),
        actors=actors,
        recipients=charged,
        mode=BRAND.mode,
    )


def find_verdict(scene: Scene, predication: Predication) -> Draft | None:
    """Return the charge in a speaker's verdict on another's deed: "the Polish ban is a hostile act, Minsk said".

    The side must be told as the doer or owner of what is judged; whoever suffered it is charged with nothing.
    """
    if predication.is_negated or predication.modal is not None or not _is_verdict(scene, predication):
        return None
    speaker = _speaker(scene, predication)
    doers = _doers_of_subject(scene, predication)
    charged = tuple(mention for mention in doers if speaker is not None and code_of(mention) != code_of(speaker))
    if speaker is None or not charged:
        return None
    return Draft(
        row=VERDICT,
        predication=predication,
        event="ACCUSE",
        trigger=_verdict_words(scene, predication),
        actors=(speaker,),
        recipients=most_telling(charged),
        mode=VERDICT.mode,
    )


def _is_verdict(scene: Scene, predication: Predication) -> bool:
    if predication.kind == "adjective":
        return predication.lemma in scene.lexicon.words["wrongful"] | scene.lexicon.words["reproach"]
    return predication.lemma == "be" and bool(_verdict_words(scene, predication))


def _verdict_words(scene: Scene, predication: Predication) -> tuple[int, ...]:
    """Return the words that judge: "a provocation", "a hostile act", "against the law", or the adjective itself."""
    if predication.kind == "adjective":
        return (predication.predicate,)
    bad = scene.lexicon.words["wrongful"] | scene.lexicon.words["reproach"]
    for child in scene.sentence.children(predication.predicate):
        if child.relation == "attr" and scene.lemma(child.index) in bad:
            return (child.index,)
        if child.relation == "attr":
            judged = [part.index for part in scene.sentence.children(child.index) if part.relation == "amod"]
            judged = [index for index in judged if scene.lemma(index) in bad]
            if judged:
                return (judged[-1], child.index)
    heads = predication.heads_after("against")
    return tuple(head for head in heads if scene.lemma(head) in LAWS)


def _doers_of_subject(scene: Scene, predication: Predication) -> tuple[Mention, ...]:
    """Return whose deed or thing the subject is: whose it is, who does it in its relative clause, who did "what"."""
    for head in predication.subjects:
        clauses = [part for part in scene.predications() if part.predicate == head and part.kind == "verb"]
        noun = scene.noun_at(head)
        clauses += [part for part in scene.embedded(noun) if part.link == "relcl"] if noun is not None else []
        found = tuple(mention for part in clauses for mention in _known_or_there(scene, part.subjects))
        if not found and noun is not None:
            where = () if noun.lemma in NO_DEEDS else ("modifier",)
            found = scene.known_at(noun.heads_after("by", "poss")) or scene.known_at(noun.heads_after(*where))
        if found:
            return found
    return ()


def _known_or_there(scene: Scene, heads: Sequence[int]) -> tuple[Mention, ...]:
    """Return who stands at these heads, else the state they are said to be of: "the warmongers in Chad"."""
    nouns = [noun for head in heads if (noun := scene.noun_at(head)) is not None]
    return scene.known_at(heads) or scene.known_at([head for noun in nouns for head in noun.heads_after("in", "of")])


def find_label_claim(scene: Scene) -> Draft | None:
    """Return the charge that a headline's label makes: "Baku: illegal flights over the border from Armenia"."""
    if not scene.sentence.is_headline:
        return None
    for predication in scene.predications():
        quotation = scene.quotation_over(predication.predicate)
        if quotation is None or quotation.manner != "headline" or quotation.speaker is None:
            continue
        sign = _sign_of_wrong(scene, quotation.span)
        speaker = scene.cast.mention_over(quotation.speaker)
        if sign is None or speaker is None or not is_known(speaker) or sector_of(speaker) not in SPOKESMEN:
            return None
        inside = [token.index for token in scene.sentence.tokens if quotation.span.start <= token.start]
        charged = [m for m in scene.known_at(inside) if code_of(m) != code_of(speaker)]
        if len({code_of(mention) for mention in charged}) != 1:
            return None
        return Draft(
            row=CHARGE,
            predication=predication,
            event="ACCUSE",
            trigger=(sign,),
            actors=(speaker,),
            recipients=most_telling(tuple(charged))[:1],
            mode=CHARGE.mode,
        )
    return None


def _sign_of_wrong(scene: Scene, span: Span) -> int | None:
    words = scene.lexicon.words["wrong"] | scene.lexicon.words["wrongful"]
    for token in scene.sentence.tokens:
        if span.start <= token.start < span.end and token.lemma.lower() in words:
            return token.index
    return None


def _row_for(scene: Scene, predication: Predication) -> LexiconRow | None:
    if predication.modal in DUTY_MODALS:
        return DUTY
    if predication.modal is None and predication.lemma in scene.lexicon.words["wrong"]:
        return CHARGE
    return None


def _speaker(scene: Scene, predication: Predication) -> Mention | None:
    """Return the official or outlet of a state whose words these are."""
    quotation = scene.quotation_over(predication.predicate)
    if quotation is None or quotation.speaker is None:
        return None
    speaker = scene.cast.mention_over(quotation.speaker)
    if speaker is None or not is_known(speaker) or sector_of(speaker) not in SPOKESMEN:
        return None
    return speaker
