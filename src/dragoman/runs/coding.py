"""The tour: one article through all stages, and the stages themselves.

An Article in, a CodedArticle out.  A local run maps `code_article` over an iterator, a cluster over
partitions; neither knows more.  To add a stage, give it a line in `prepare_article` or `code_article`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman import __version__
from dragoman.actors import Cast, cast_article
from dragoman.events import Draft, Drop, Marks, Scene, Settling, fill_other_sides, find_drafts, settle_events
from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.lexicon import Lexicon, load_lexicon
from dragoman.ontology import Ontology, load_ontology
from dragoman.records import (
    Article,
    CodedArticle,
    PlaceMention,
    Quotation,
    Sentence,
    Step,
    TimeExpression,
)
from dragoman.sentences import EnglishParser, split_article
from dragoman.spans import count_from_dateline, find_all_times, find_places, mark_quotations

PRONOUNS = frozenset("i we us our he him his she her they them their it its both who".split())


@dataclass(frozen=True, slots=True)
class Stages:
    """All that coding needs, loaded once: what we know, and the parser."""

    ontology: Ontology
    knowledge: Knowledge
    lexicon: Lexicon
    parser: EnglishParser


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as the rules see it: sentences, who is in them, who speaks, and what times and places are told."""

    sentences: tuple[Sentence, ...]
    cast: Cast
    quotations: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]


def load_stages(user_lists: Sequence[Path] = ()) -> Stages:
    """Load data files, users' own lists of actors and the parser: about two seconds.

    DataError where a data file is missing, BadUse where a list cannot be read.
    """
    lexicon = load_lexicon()
    return Stages(load_ontology(), load_knowledge(user_lists), lexicon, EnglishParser.load(lexicon))


def code_article(article: Article, stages: Stages) -> CodedArticle:
    """Return the article with its events, and why each rule fired or was dropped."""
    prepared = prepare_article(article, stages)
    marks = Marks(article.text, prepared.quotations, prepared.times, prepared.places)
    drafted: list[tuple[Scene, Draft]] = []
    dropped: list[tuple[Scene, Drop]] = []
    for sentence in prepared.sentences:
        if sentence.tokens:
            scene = Scene(sentence, prepared.cast, stages.lexicon, marks)
            drafts, drops = find_drafts(scene)
            drafted += [(scene, draft) for draft in drafts]
            dropped += [(scene, drop) for drop in drops]
    drafted = fill_other_sides(drafted)
    events = settle_events(Settling(article, stages.ontology, "dragoman", __version__), drafted)
    steps = [_step(scene, draft, "coded", draft.event) for scene, draft in drafted]
    steps += [_step(scene, drop, "dropped", drop.why) for scene, drop in dropped]
    return CodedArticle(article, events, tuple(sorted(steps, key=lambda step: (step.sentence, step.start))))


def prepare_article(article: Article, stages: Stages) -> Prepared:
    """Split, parse, cast and mark an article."""
    sentences = parse_telling(count_from_dateline(split_article(article)), stages)
    cast = cast_article(sentences, stages.knowledge, town_countries(sentences, stages.knowledge))
    countries = named_countries(cast)
    return Prepared(
        sentences=sentences,
        cast=cast,
        quotations=mark_quotations(article.blocks, sentences, stages.knowledge),
        times=find_all_times(sentences, stages.knowledge),
        places=tuple(place for sentence in sentences for place in find_places(sentence, stages.knowledge, countries)),
    )


def town_countries(sentences: Sequence[Sentence], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the countries of the towns and provinces that the article's own text tells, once a mention."""
    own = [sentence for sentence in sentences if sentence.section in ("title", "deck", "body")]
    places = [place for sentence in own for place in find_places(sentence, knowledge)]
    return tuple(p.country for p in places if p.country is not None and p.resolution in ("city", "region"))


def named_countries(cast: Cast) -> tuple[str, ...]:
    """Return the countries that an article speaks of more than in passing, the commonest first."""
    codes = Counter(mention.candidates[0].code for mention in cast.all_mentions if mention.candidates)
    return tuple(code for code, count in codes.most_common() if code is not None and count > 1)


def parse_telling(sentences: Sequence[Sentence], stages: Stages) -> tuple[Sentence, ...]:
    """Return all sentences, parsed where somebody could act in them: the rest cost only their splitting."""
    telling = [sentence for sentence in sentences if could_tell(sentence.text, stages.knowledge)]
    parsed = {sentence.number: sentence for sentence in stages.parser.parse(telling)}
    return tuple(parsed.get(sentence.number, sentence) for sentence in sentences)


def could_tell(text: str, knowledge: Knowledge) -> bool:
    """Say whether a sentence has anybody in it: a known name or person, an agent noun, or a pronoun for one."""
    words = re.findall(r"[a-z]+", text.lower())
    if any(word in PRONOUNS or word in knowledge.agents.agents for word in words):
        return True
    return bool(knowledge.find_names(text) or knowledge.find_persons(text))


def _step(scene: Scene, told: Draft | Drop, outcome: str, why: str) -> Step:
    token = scene.token(told.predication.predicate)
    return Step(scene.sentence.number, token.start, token.end, told.row.rule, outcome, why)
