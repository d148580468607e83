"""What the rules see of one sentence: its tokens and predications, who is in it, and what is marked in it.

A Scene only answers questions; nothing here decides.  The cast is anything that finds mentions by the
token index of their head, so that this room need not know how `actors/` does it.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Mention, PlaceMention, Predication, Quotation, Sentence, Span, TimeExpression, Token

FIRST_PERSON = frozenset({"i", "me", "my", "mine"})
WE = frozenset({"we", "us", "our", "ours"})
ORGANS = frozenset({"", "GOV", "MIL", "LEG", "JUD", "COP", "SPY"})  # through which a state acts
OWNERS = ("by", "poss", "from", "modifier", "of")
SHARED = frozenset(  # what is had with another
    "border frontier tie relation treaty agreement pact accord deal convention protocol contract truce".split()
)


class CastView(Protocol):
    """Finds the mentions of an article."""

    def mentions_at(self, sentence_number: int, head: int) -> tuple[Mention, ...]:
        """Return the parties that the noun phrase with this head stands for."""
        ...

    def mention_over(self, span: Span) -> Mention | None:
        """Return the mention that best covers a span."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """What `spans/` marked in the article, and the article's canonical text."""

    text: str = ""
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that the rules may ask of it."""

    sentence: Sentence
    cast: CastView
    lexicon: Lexicon
    marks: Marks

    def token(self, index: int) -> Token:
        """Return the token at an index."""
        return self.sentence.tokens[index]

    def lemma(self, index: int) -> str:
        """Return a token's lemma in lower case."""
        return self.sentence.tokens[index].lemma.lower()

    def predications(self) -> tuple[Predication, ...]:
        """Return the sentence's predications."""
        return self.sentence.predications

    def parent(self, predication: Predication) -> Predication | None:
        """Return the predication that this one is embedded in."""
        return None if predication.parent is None else self.sentence.predications[predication.parent]

    def embedded(self, predication: Predication) -> list[Predication]:
        """Return the predications directly embedded in this one, in order."""
        return [
            other
            for other in self.sentence.predications
            if other.parent is not None and self.sentence.predications[other.parent] is predication
        ]

    def noun_at(self, index: int) -> Predication | None:
        """Return the noun predication whose noun is the token at an index."""
        for predication in self.sentence.predications:
            if predication.predicate == index:
                return predication
        return None

    def quotation_over(self, index: int) -> Quotation | None:
        """Return the narrowest quotation around a token."""
        token = self.token(index)
        here = [
            quotation
            for quotation in self.marks.quotations
            if quotation.span.start <= token.start and token.end <= quotation.span.end
        ]
        return min(here, key=lambda quotation: quotation.span.end - quotation.span.start, default=None)

    def mentions(self, index: int) -> tuple[Mention, ...]:
        """Return who stands at a token; "we" in a quotation is the speaker's side."""
        found = self.cast.mentions_at(self.sentence.number, index)
        if self.token(index).pos == "PRON" and self.token(index).text.lower() in WE:
            quotation = self.quotation_over(index)
            speaker = self.cast.mention_over(quotation.speaker) if quotation and quotation.speaker else None
            return (_side_of(speaker),) if speaker is not None and speaker.candidates else ()
        if self.token(index).pos == "PRON" and self.token(index).text.lower() in FIRST_PERSON:
            quotation = self.quotation_over(index)
            speaker = self.cast.mention_over(quotation.speaker) if quotation and quotation.speaker else None
            return (speaker,) if speaker is not None else ()
        return found

    def known(self, index: int) -> tuple[Mention, ...]:
        """Return who stands at a token, where a code or a name is known for it."""
        return tuple(mention for mention in self.mentions(index) if is_known(mention))

    def owners(self, index: int) -> tuple[Mention, ...]:
        """Return whose the thing or deed at a token is: by X, X's, from X, the X-ish, of X."""
        noun = self.noun_at(index)
        if noun is None:
            return ()
        for place in OWNERS:
            found = self.known_at(noun.heads_after(place))
            if found:
                return most_telling(found)
        return self.known_at(noun.heads_after("with")) if noun.lemma in SHARED else ()

    def known_at(self, heads: Sequence[int]) -> tuple[Mention, ...]:
        """Return the known parties at these heads, each once, in order."""
        found = [mention for head in heads for mention in self.known(head)]
        return tuple(dict.fromkeys(found))

    def is_time(self, index: int) -> bool:
        """Say whether a token stands in a time expression."""
        token = self.token(index)
        return any(time.span.start <= token.start < time.span.end for time in self.marks.times)

    def words_below(self, index: int) -> frozenset[str]:
        """Return the lemmas of all that hangs from a token."""
        return frozenset(self.lemma(part) for part in self.sentence.subtree(index) if part != index)


def _side_of(speaker: Mention) -> Mention:
    """Return the speaker's side: "we" in a paper's or a scholar's mouth is the country as a whole."""
    readings = tuple(
        reading
        if reading.sector in ("GOV", "MIL")
        else dataclasses.replace(reading, sector="", entity_id=f"state:{reading.code}", office=None)
        for reading in speaker.candidates
    )
    return dataclasses.replace(
        speaker, candidates=tuple(dataclasses.replace(r, resolved_by="speaker's side") for r in readings)
    )


def is_known(mention: Mention) -> bool:
    """Say whether a mention's best reading has a code."""
    return bool(mention.candidates) and mention.candidates[0].code is not None


def most_telling(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Drop a country as a whole where the same words also name an organ of it: "a Saudi army post"."""
    organs = {code_of(mention) for mention in mentions if sector_of(mention)}
    return tuple(mention for mention in mentions if sector_of(mention) or code_of(mention) not in organs)


def sector_of(mention: Mention) -> str:
    """Return the sector of a mention's best reading, "" where there is none."""
    return mention.candidates[0].sector if mention.candidates else ""


def code_of(mention: Mention) -> str | None:
    """Return the code of a mention's best reading."""
    return mention.candidates[0].code if mention.candidates else None


def is_same_party(one: Mention, other: Mention) -> bool:
    """Say whether two mentions stand for the same party, as far as can be told."""
    if not (one.candidates and other.candidates):
        return one == other
    first, second = one.candidates[0], other.candidates[0]
    sectors = {first.sector, second.sector}
    if first.code is not None and first.code == second.code and "" in sectors and sectors <= ORGANS:
        return True  # a ministry and its country do nothing to each other
    if first.entity_id and second.entity_id:
        return first.entity_id == second.entity_id
    return (first.code, first.sector) == (second.code, second.sector)
