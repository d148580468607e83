"""Who does what in a parsed sentence, whatever the construction."""

import pytest

from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Article, Predication, Sentence
from dragoman.sentences import PARSER_DIGEST, EnglishParser, digest_of_parser, split_article


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser.load(load_lexicon())


def parse(parser: EnglishParser, text: str, *, is_headline: bool = False) -> Sentence:
    article = Article("a", title=text) if is_headline else Article("a", paragraphs=(text,))
    return parser.parse(split_article(article))[0]


def find(sentence: Sentence, lemma: str) -> Predication:
    return next(part for part in sentence.predications if part.lemma == lemma)


def words(sentence: Sentence, heads: tuple[int, ...]) -> str:
    return " ".join(sentence.tokens[head].text for head in heads)


SIDES = [
    pytest.param("Kenya attacked Ghana.", "attack", "Kenya", "Ghana", id="active"),
    pytest.param("Ghana was attacked by Kenya.", "attack", "Kenya", "Ghana", id="passive"),
    pytest.param("Kenya and Togo attacked Ghana.", "attack", "Kenya Togo", "Ghana", id="two doers"),
    pytest.param("Kenya attacked Ghana and Togo.", "attack", "Kenya", "Ghana Togo", id="two done to"),
    pytest.param("Kenya met Togo and attacked Ghana.", "attack", "Kenya", "Ghana", id="shared subject"),
    pytest.param("Kenya refused to visit Ghana.", "visit", "Kenya", "Ghana", id="infinitive"),
    pytest.param("Kenya urged Togo to visit Ghana.", "visit", "Togo", "Ghana", id="object control"),
    pytest.param("Kenya accused Togo of shelling Ghana.", "shell", "Togo", "Ghana", id="gerund of the object"),
    pytest.param("Kenya, which attacked Ghana, left.", "attack", "Kenya", "Ghana", id="relative subject"),
    pytest.param("Kenya left after attacking Ghana.", "attack", "Kenya", "Ghana", id="gerund of the subject"),
    pytest.param("The troops attacked by Ghana fled.", "attack", "Ghana", "troops", id="reduced relative"),
    pytest.param("Kenya promised Togo to visit Ghana.", "visit", "Kenya", "Ghana", id="subject control"),
]


@pytest.mark.parametrize(("text", "lemma", "doers", "done_to"), SIDES)
def test_sides_stand_in_their_places(parser: EnglishParser, text: str, lemma: str, doers: str, done_to: str) -> None:
    sentence = parse(parser, text)
    predication = find(sentence, lemma)
    assert (words(sentence, predication.subjects), words(sentence, predication.objects)) == (doers, done_to)


HEADLINES = [
    pytest.param("Kenya, Ghana to hold talks", "hold", "Kenya Ghana", "talks", "to", id="comma and future"),
    pytest.param("Six soldiers killed in Mali", "kill", "", "soldiers", None, id="participle as passive"),
    pytest.param("Kenya may send tanks to Togo - ministry", "send", "Kenya", "tanks", "may", id="modal and dash"),
    pytest.param("Togo: Kenya attacks Ghana", "attack", "Kenya", "Ghana", None, id="speaker before colon"),
    pytest.param("Peruvian, Chilean envoys discuss fishing", "discuss", "envoys", "fishing", None, id="shared noun"),
]


@pytest.mark.parametrize(("text", "lemma", "doers", "done_to", "modal"), HEADLINES)
def test_headlines_are_read_in_their_own_grammar(
    parser: EnglishParser, text: str, lemma: str, doers: str, done_to: str, modal: str | None
) -> None:
    sentence = parse(parser, text, is_headline=True)
    predication = find(sentence, lemma)
    assert (words(sentence, predication.subjects), words(sentence, predication.objects)) == (doers, done_to)
    assert predication.modal == modal


def test_negation_and_modality_are_told(parser: EnglishParser) -> None:
    sentence = parse(parser, "Kenya will not visit Ghana.")
    predication = find(sentence, "visit")
    assert predication.is_negated
    assert predication.modal == "will"


def test_event_noun_knows_possessor_prepositions_and_the_verb_that_carries_it(parser: EnglishParser) -> None:
    sentence = parse(parser, "Ghana condemned Kenya's attack on Togo.")
    noun = find(sentence, "attack")
    assert words(sentence, noun.heads_after("poss")) == "Kenya"
    assert words(sentence, noun.heads_after("on")) == "Togo"
    assert noun.parent is not None
    assert sentence.predications[noun.parent].lemma == "condemn"
    assert noun.link == "object"


def test_curly_and_grave_apostrophes_keep_their_offsets(parser: EnglishParser) -> None:
    sentence = parse(parser, "Russia`s envoy met Peru’s minister.")
    assert [token.text for token in sentence.tokens][:2] == ["Russia", "`s"]
    assert all(sentence.text[t.start : t.end] == t.text for t in sentence.tokens)


def test_a_list_of_hundreds_of_words_stays_unparsed(parser: EnglishParser) -> None:
    sentence = parse(parser, "Peru " * 400)
    assert sentence.tokens == ()


def test_installed_parser_is_the_known_one() -> None:
    assert digest_of_parser() == PARSER_DIGEST
