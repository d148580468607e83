"""The real parser and the real knowledge, loaded once for all tests of this room."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dragoman.actors import Cast, cast_article
from dragoman.knowledge import load_knowledge
from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Article, Mention, Sentence
from dragoman.sentences import EnglishParser, split_article

Party = tuple[str | None, str, str]  # code, sector, entity_id or else kind


@dataclass(frozen=True)
class ReadText:
    """An article's text with its sentences and its cast."""

    text: str
    sentences: tuple[Sentence, ...]
    cast: Cast

    def at(self, word: str, *, sentence: int = 0, nth: int = 0) -> tuple[Mention, ...]:
        """Return the mentions at the nth token that reads `word`, counted within a sentence."""
        found = [token.index for token in self.sentences[sentence].tokens if token.text == word]
        return self.cast.mentions_at(sentence, found[nth])

    def parties(self, word: str, *, sentence: int = 0, nth: int = 0) -> list[Party]:
        """Return code, sector and entity (or else kind) of each mention at a word; a mention of nobody is left out."""
        found = self.at(word, sentence=sentence, nth=nth)
        return [party_of(mention) for mention in found if mention.candidates]


def party_of(mention: Mention) -> Party:
    best = mention.candidates[0]
    return best.code, best.sector, best.entity_id or mention.kind


@pytest.fixture(scope="session")
def read() -> Callable[..., ReadText]:
    """Return a function that reads paragraphs (and a title, a deck) as one article."""
    parser, knowledge = EnglishParser.load(load_lexicon()), load_knowledge()

    def read_text(*paragraphs: str, title: str | None = None, deck: str | None = None) -> ReadText:
        article = Article("test", title=title, deck=deck, paragraphs=paragraphs)
        sentences = parser.parse(split_article(article))
        return ReadText(article.text, sentences, cast_article(sentences, knowledge))

    return read_text
