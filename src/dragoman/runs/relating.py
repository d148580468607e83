"""Given sides in, the type of what one does to the other out: always answered.

The rules code the text with the two given sides as its only parties; of the drafts, the one that holds
both sides best wins.  Where no rule fires, the words near the sides answer, and the confidence says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.events import Draft, Marks, Scene, find_drafts
from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Article, Candidate, Mention, Sentence, Span
from dragoman.runs.coding import Stages
from dragoman.sentences import split_article

ACTOR, RECIPIENT = "actor", "recipient"
# Shares of right answers on the casebook by how well a draft holds the two sides, and of bare words.
BOTH_SIDES, ONE_SIDE, NO_SIDE, NEAR_WORD, NOTHING = 0.85, 0.65, 0.45, 0.35, 0.1
DEFAULT = "ACCUSE"  # the commonest type between two named sides in our casebook


@dataclass(frozen=True, slots=True)
class RelateAnswer:
    """The type of the event between two given sides, how sure, every type's score, and the rule that told."""

    event: tuple[str, ...]
    confidence: float
    scores: Mapping[str, float]
    rule: str


@dataclass(frozen=True, slots=True)
class GivenCast:
    """A cast of two: whatever stands inside the given spans is a party, and nobody else is."""

    sentences: tuple[Sentence, ...]
    sides: tuple[tuple[str, Span], ...]

    def mentions_at(self, sentence_number: int, head: int) -> tuple[Mention, ...]:
        """Return the given side that the token at `head` stands in."""
        token = self.sentences[sentence_number].tokens[head]
        return tuple(
            _mention(sentence_number, head, side, span)
            for side, span in self.sides
            if span.meets(Span(token.start, token.end))
        )

    def mention_over(self, span: Span) -> Mention | None:
        """Return the given side that meets a span."""
        for side, given in self.sides:
            if given.meets(span):
                return _mention(0, 0, side, given)
        return None


def relate_sides(stages: Stages, text: str, actor: Sequence[Span], recipient: Sequence[Span]) -> RelateAnswer:
    """Return the type of what the actor does to the recipient; an empty side is not named."""
    sentences = stages.parser.parse(split_article(Article("text", paragraphs=(_one_line(text),))))
    sides = tuple((ACTOR, span) for span in actor) + tuple((RECIPIENT, span) for span in recipient)
    cast = GivenCast(sentences, sides)
    scores: dict[str, float] = {}
    rules: dict[str, str] = {}
    for event, score, rule in _proposals(stages.lexicon, cast, text):
        if score > scores.get(event, 0.0):
            scores[event], rules[event] = score, rule
    if not scores:
        return RelateAnswer((DEFAULT,), NOTHING, {DEFAULT: NOTHING}, "default.v1")
    best = max(scores, key=lambda event: scores[event])
    ranked = dict(sorted(scores.items(), key=lambda item: -item[1]))
    return RelateAnswer((best,), scores[best], ranked, rules[best])


def _one_line(text: str) -> str:
    """Keep the text one paragraph, character for character, so that given offsets hold."""
    return text.replace("\n", " ").replace("\r", " ")


def _mention(sentence: int, head: int, side: str, span: Span) -> Mention:
    reading = Candidate(code=side, sector="", name=side, entity_id=side, resolved_by="given")
    return Mention(sentence, head, span, span, "person", (reading,))


def _proposals(lexicon: Lexicon, cast: GivenCast, text: str) -> Iterator[tuple[str, float, str]]:
    for sentence in cast.sentences:
        scene = Scene(sentence, cast, lexicon, Marks(text))
        drafts, _ = find_drafts(scene)
        for order, draft in enumerate(drafts):
            yield draft.event, _fit(draft) - order / 1000, draft.row.rule
        yield from _near_words(scene)


def _fit(draft: Draft) -> float:
    """Return how well a draft holds the two given sides in their places."""
    actors, recipients = _sides_of(draft.actors), _sides_of(draft.recipients)
    if draft.is_mutual:
        actors, recipients = actors | recipients, actors | recipients
    right = (ACTOR in actors) + (RECIPIENT in recipients)
    wrong = (ACTOR in recipients - actors) + (RECIPIENT in actors - recipients)
    return (NO_SIDE, ONE_SIDE, BOTH_SIDES)[right] - 0.15 * wrong


def _sides_of(mentions: Sequence[Mention]) -> set[str | None]:
    return {mention.candidates[0].code for mention in mentions}


def _near_words(scene: Scene) -> Iterator[tuple[str, float, str]]:
    """Propose the types of the words that the lexicon knows, those nearest behind the actor first."""
    places = [
        token.index for token in scene.sentence.tokens if any(m.name == ACTOR for m in _readings(scene, token.index))
    ]
    start = max(places, default=0)
    for predication in scene.predications():
        kinds = ("wrapper", "verb", "noun") if predication.kind != "noun" else ("noun",)
        for kind in kinds:
            for row in scene.lexicon.rows_for(kind, predication.lemma)[:1]:
                distance = abs(predication.predicate - start) + (20 if predication.predicate < start else 0)
                yield row.event, NEAR_WORD - distance / 500, f"near-word:{row.rule}"


def _readings(scene: Scene, index: int) -> tuple[Candidate, ...]:
    return tuple(reading for mention in scene.mentions(index) for reading in mention.candidates)
