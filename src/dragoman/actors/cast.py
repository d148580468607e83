"""The cast of an article: every mention of a possible party, found by its place in a sentence.

In: the parsed sentences of one article and `Knowledge`.  Out: `Cast`.  The article is read twice: the
first reading learns its named persons, so that a headline's bare surname finds the office that the body tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.homes import home_countries
from dragoman.actors.reader import Reader
from dragoman.actors.readings import Memory, Reading
from dragoman.actors.view import View, view_sentence
from dragoman.knowledge import Knowledge
from dragoman.records import Mention, Sentence, Span


@dataclass(frozen=True, slots=True)
class Cast:
    """All mentions of an article, in order, and the mentions at each head of a noun phrase."""

    all_mentions: tuple[Mention, ...]
    _at: dict[tuple[int, int], tuple[Mention, ...]]

    def mentions(self, sentence_number: int) -> tuple[Mention, ...]:
        """Return the mentions of one sentence, in order."""
        return tuple(mention for mention in self.all_mentions if mention.sentence == sentence_number)

    def mentions_at(self, sentence_number: int, head: int) -> tuple[Mention, ...]:
        """Return the parties that a head stands for: several for "the Russian and Syrian ministries", () for none."""
        return self._at.get((sentence_number, head), ())

    def mention_at(self, sentence_number: int, head: int) -> Mention | None:
        """Return the one party, or the first of several, that a head stands for."""
        return next(iter(self.mentions_at(sentence_number, head)), None)

    def mention_over(self, span: Span) -> Mention | None:
        """Return the mention that fits a stretch of text best: known before unknown, then the largest overlap."""
        meeting = [mention for mention in self.all_mentions if mention.span.meets(span)]
        return max(meeting, key=lambda mention: _fit(mention, span), default=None)


def cast_article(sentences: Sequence[Sentence], knowledge: Knowledge, towns: Sequence[str] = ()) -> Cast:
    """Find the parties that an article names: who each may be, and who a pronoun or bare surname stands for."""
    views = [view_sentence(sentence, knowledge) for sentence in sentences if sentence.tokens]
    homes = home_countries(views, knowledge, towns)
    first = Memory(homes=homes)
    for view in views:
        first.remember(Reader(view, knowledge, first).scene())
    memory = Memory(people=first.people, homes=homes)
    mentions: list[Mention] = []
    places: dict[tuple[int, int], tuple[Mention, ...]] = {}
    for view in views:
        reader = Reader(view, knowledge, memory)
        memory.remember(reader.scene())
        _collect(view, reader, mentions, places)
    return Cast(tuple(mentions), places)


def _collect(
    view: View, reader: Reader, mentions: list[Mention], places: dict[tuple[int, int], tuple[Mention, ...]]
) -> None:
    """Turn the readings of a sentence into mentions, one object for a party and all its heads."""
    made: dict[Reading, Mention] = {}
    for index in range(len(view.tokens)):
        found = reader.read(index)
        for reading in found:
            made.setdefault(reading, _mention(view, reading))
        if found:
            places[(view.sentence.number, index)] = tuple(made[reading] for reading in found)
    mentions.extend(made.values())


def _mention(view: View, reading: Reading) -> Mention:
    span = view.sentence.span_of(reading.first, reading.last)
    identifier = view.sentence.span_of(*reading.name) if reading.name else span
    return Mention(view.sentence.number, reading.head, span, identifier, reading.kind, reading.candidates)


def _fit(mention: Mention, span: Span) -> tuple[bool, int, int]:
    overlap = min(mention.span.end, span.end) - max(mention.span.start, span.start)
    excess = (mention.span.end - mention.span.start) - overlap
    return bool(mention.candidates), overlap, -excess
