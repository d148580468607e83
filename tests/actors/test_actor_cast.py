"""The cast as the event rules ask it: by head, by sentence, by a speaker's span."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.actors import cast_article
from dragoman.actors.readings import is_same_name, name_words, slug_from_name
from dragoman.knowledge import load_knowledge
from dragoman.records import Sentence, Span, Token

Read = Callable[..., Any]
TEXT = "Ana Quispe, Peru's interior minister, rejected the plan of Chilean officials, and Luis Paz agreed."


def test_office_and_holder_share_one_mention(read: Read) -> None:
    found = read(TEXT)
    assert found.at("Quispe")[0] is found.at("minister")[0]


def test_mentions_come_in_order_and_once(read: Read) -> None:
    found = read(TEXT)
    mentions = found.cast.mentions(0)
    assert len({id(mention) for mention in mentions}) == len(mentions)
    assert [mention.head for mention in mentions] == sorted(mention.head for mention in mentions)
    assert found.cast.mentions(1) == ()


def test_head_without_a_party_has_no_mention(read: Read) -> None:
    found = read(TEXT)
    plan = next(token.index for token in found.sentences[0].tokens if token.text == "plan")
    assert found.cast.mention_at(0, plan) is None
    assert found.cast.mention_at(7, 0) is None


SPEAKERS = [
    ("Ana Quispe", ("PER", "GOV", "person:ana-quispe")),
    ("Peru's interior minister", ("PER", "GOV", "person:ana-quispe")),
    ("Chilean officials", ("CHL", "GOV", None)),
]


@pytest.mark.parametrize(("words", "expected"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_mention_over_a_span_is_the_one_that_fits_best(read: Read, words: str, expected: tuple[Any, ...]) -> None:
    found = read(TEXT)
    start = found.text.index(words)
    mention = found.cast.mention_over(Span(start, start + len(words)))
    best = mention.candidates[0]
    assert (best.code, best.sector, best.entity_id) == expected


def test_no_mention_lies_over_other_text(read: Read) -> None:
    found = read(TEXT)
    start = found.text.index("rejected")
    assert found.cast.mention_over(Span(start, start + 8)) is None


def test_spans_are_those_of_the_canonical_text(read: Read) -> None:
    found = read("Nothing happened.", "The Omani sultan left.", title="Calm day")
    mention = found.at("sultan", sentence=2)[0]
    assert mention.span.quote(found.text) == "The Omani sultan"


def test_sentence_without_tokens_has_no_mentions() -> None:
    bare = Sentence(0, "body", 1, 0, 9, "Peru won.")
    assert cast_article([bare], load_knowledge()).all_mentions == ()


def test_hand_built_sentence_without_structure_still_names_states() -> None:
    words = [("Peru", "NNP", "PROPN", 0, 4), ("attacks", "VBZ", "VERB", 5, 12), ("Chile", "NNP", "PROPN", 13, 18)]
    tokens = tuple(
        Token(i, text, start, end, text.lower(), pos, tag, i, "ROOT")
        for i, (text, tag, pos, start, end) in enumerate(words)
    )
    sentence = Sentence(0, "title", 1, 0, 18, "Peru attacks Chile", is_headline=True, tokens=tokens)
    cast = cast_article([sentence], load_knowledge())
    assert [mention.candidates[0].code for mention in cast.mentions(0)] == ["PER", "CHL"]


NAMES = [
    ("Ana Vargas", "Vargas", True),
    ("Ana Vargas", "Ana María Vargas", True),
    ("Lin Hao", "Lin", True),
    ("Yuri Lomov", "Yury Lomov", True),
    ("Ana Vargas", "Luis Vargas", False),
    ("Ana Vargas", "Ana Soto", False),
    ("Omar al-Hadi", "Hadi", True),
]


@pytest.mark.parametrize(("one", "other", "is_same"), NAMES, ids=[f"{row[0]} / {row[1]}" for row in NAMES])
def test_names_of_one_person_are_told_from_others(one: str, other: str, is_same: bool) -> None:
    assert is_same_name(name_words(one), name_words(other)) is is_same


SLUGS = [
    ("Zakir Həsənov", "zakir-hasanov"),
    ("Raúl D'Ávila-Pino", "raul-davila-pino"),
    ("Øystein Dørum", "oystein-dorum"),
]


@pytest.mark.parametrize(("name", "slug"), SLUGS, ids=[row[1] for row in SLUGS])
def test_slug_is_plain_letters(name: str, slug: str) -> None:
    assert slug_from_name(name) == slug
