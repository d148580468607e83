"""Given sides in, the type of what one does to the other out: always answered.

Two readings are weighed against each other.  The rules code the text with the two given sides as its only parties.
And since both sides are given, so that something must have passed between them, the predications that govern them
are asked for the type that they tell by default (`governing.py`, `telling.py`), then any predication, then any word.
To change how much a reading counts, change its share in the tables below and measure again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.events import Draft, Marks, Scene, find_drafts
from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Article, Candidate, Mention, Sentence, Span
from dragoman.runs.coding import Stages
from dragoman.runs.composing import fold_status
from dragoman.runs.defaults import Defaults, load_defaults
from dragoman.runs.governing import find_told
from dragoman.runs.wording import find_word
from dragoman.sentences import split_article

ACTOR, RECIPIENT = "actor", "recipient"
# Shares of right answers by the words that tell, where the path leads from the actor: measured on the half of 1,050
# marked pairs whose errors were not looked at.  Adjectives are too few to measure; nouns were right in 0.64, but
# stand lower so that a draft of the rules that holds both sides outweighs them.
PATH_SHARES: Mapping[str, float] = MappingProxyType(
    {"frame": 0.87, "verb": 0.77, "wrapper": 0.76, "adjective": 0.76, "noun": 0.50}
)
ELSEWHERE, WORD, NOTHING = 0.35, 0.25, 0.1  # a path from elsewhere, bare words, nothing: too few to measure
NEXT = 0.1  # what later readings of the same sides count, beside the first
# What a draft of the rules adds, by how many of the given sides it holds in their places: chosen, not
# measured; where both readings agree, 0.87 of the answers are right, and they say 0.88 to 0.94.
DRAFT_SHARES = (0.1, 0.3, 0.52)
WRONG_SIDE = 0.04
DEFAULT = "ACCUSE"  # where nothing tells anything: a guess, and its share says so


@dataclass(frozen=True, slots=True)
class RelateAnswer:
    """The type of the event between two given sides, how sure, every type's score, and the rule that told."""

    event: tuple[str, ...]
    confidence: float
    scores: Mapping[str, float]
    rule: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A type that one reading proposes, the share of such proposals that are right, and the rule that made it."""

    event: str
    share: float
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
    line = _one_line(text)
    sentences = stages.parser.parse(split_article(Article("text", paragraphs=(line,))))
    defaults = load_defaults()
    read = list(_read_path(sentences, defaults, stages.lexicon, sides=(actor, recipient)))
    if not read:
        read = list(_read_words(line, defaults, sides=(actor, recipient)))
    drafted = list(_read_drafts(sentences, stages.lexicon, line, sides=(actor, recipient)))
    return _weigh(read, drafted)


def _one_line(text: str) -> str:
    """Keep the text one paragraph, character for character, so that given offsets hold."""
    return text.replace("\n", " ").replace("\r", " ")


def _mention(sentence: int, head: int, side: str, span: Span) -> Mention:
    reading = Candidate(code=side, sector="", name=side, entity_id=side, resolved_by="given")
    return Mention(sentence, head, span, span, "person", (reading,))


# --- the default reading ---------------------------------------------------------------------------------------------


def _read_path(
    sentences: Sequence[Sentence], defaults: Defaults, lexicon: Lexicon, *, sides: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Proposal]:
    """Yield what the predications around the sides tell, those that govern the actor first."""
    for order, (role, told) in enumerate(find_told(sentences, defaults, lexicon, sides=sides)):
        share = PATH_SHARES[told.means] if role == "path" else ELSEWHERE
        yield Proposal(told.event, share if order == 0 else NEXT / order, f"relate.{role}-{told.means}.v1")


def _read_words(text: str, defaults: Defaults, *, sides: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Proposal]:
    """Yield what the bare words between the sides tell, then those behind the actor, then all."""
    actor, recipient = sides
    start = min((span.end for span in actor), default=0)
    end = max((span.start for span in recipient), default=len(text))
    stretches = [text[start:end]] if actor and recipient and start < end else []
    told = (event for stretch in (*stretches, text[start:], text) for event in find_word(stretch, defaults))
    for order, event in enumerate(told, start=1):
        yield Proposal(event, WORD / order, "relate.word.v1")


# --- the rules -------------------------------------------------------------------------------------------------------


def _read_drafts(
    sentences: tuple[Sentence, ...], lexicon: Lexicon, text: str, *, sides: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Proposal]:
    """Yield the drafts that the rules make of the text, with the given sides as its only parties."""
    named = tuple((side, span) for side, spans in zip((ACTOR, RECIPIENT), sides, strict=True) for span in spans)
    cast = GivenCast(sentences, named)
    for sentence in sentences:
        drafts, _ = find_drafts(Scene(sentence, cast, lexicon, Marks(text)))
        for order, draft in enumerate(drafts):
            share = max(_share_of(draft) - order / 100, 0.01)
            yield Proposal(fold_status(draft.event, draft.status), share, draft.row.rule)


def _share_of(draft: Draft) -> float:
    """Return how often such a draft is right, by how well it holds the two given sides in their places."""
    actors, recipients = _sides_of(draft.actors), _sides_of(draft.recipients)
    if draft.is_mutual:
        actors, recipients = actors | recipients, actors | recipients
    right = (ACTOR in actors) + (RECIPIENT in recipients)
    wrong = (ACTOR in recipients - actors) + (RECIPIENT in actors - recipients)
    return DRAFT_SHARES[right] - WRONG_SIDE * wrong


def _sides_of(mentions: Sequence[Mention]) -> set[str | None]:
    return {mention.candidates[0].code for mention in mentions}


# --- weighing --------------------------------------------------------------------------------------------------------


def _weigh(read: Sequence[Proposal], drafted: Sequence[Proposal]) -> RelateAnswer:
    """Join both readings: each type is as sure as the best proposals for it, taken as independent, make it."""
    by_path, by_rules = _best_by_event(read), _best_by_event(drafted)
    events = dict.fromkeys([*by_path, *by_rules])
    if not events:
        return RelateAnswer((DEFAULT,), NOTHING, {DEFAULT: NOTHING}, "relate.default.v1")
    both = (by_path, by_rules)
    scores = {event: round(_joined([best[event].share for best in both if event in best]), 3) for event in events}
    ranked = dict(sorted(scores.items(), key=lambda item: -item[1]))
    winner = next(iter(ranked))
    is_whole = winner in by_rules and by_rules[winner].share > DRAFT_SHARES[1]  # the draft holds both sides
    told = by_rules[winner] if is_whole or winner not in by_path else by_path[winner]
    return RelateAnswer((winner,), ranked[winner], ranked, told.rule)


def _best_by_event(proposals: Sequence[Proposal]) -> dict[str, Proposal]:
    best: dict[str, Proposal] = {}
    for proposal in proposals:
        if proposal.event not in best or proposal.share > best[proposal.event].share:
            best[proposal.event] = proposal
    return best


def _joined(shares: Sequence[float]) -> float:
    wrong = 1.0
    for share in shares:
        wrong *= 1 - share
    return 1 - wrong
