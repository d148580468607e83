"""Who is given which words.  Each row is read twice, on the text alone and with a parse, and must come out alike."""

from collections.abc import Sequence
from functools import cache

import pytest

from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Article, ListedHeadline
from dragoman.sentences import EnglishParser, split_article
from dragoman.spans import mark_quotations

Row = tuple[str, str | None, str]


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser.load(load_lexicon())


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def read(article: Article, parser: EnglishParser | None = None) -> list[Row]:
    """Return manner, speaker and words of each quotation."""
    sentences = split_article(article)
    if parser is not None:
        sentences = parser.parse(sentences)
    marked = mark_quotations(article.blocks, sentences, knowledge())
    text = article.text
    return [
        (quotation.manner, quotation.speaker.quote(text) if quotation.speaker else None, quotation.span.quote(text))
        for quotation in marked
    ]


def page(*paragraphs: str) -> Article:
    return Article("test", published="2023-11-15", paragraphs=paragraphs)


MARKED: list[tuple[str, tuple[str, ...], list[Row]]] = [
    (
        "cue behind, straight marks",
        ('"The bridge is closed for good," the mayor said on Monday.',),
        [("quoted", "the mayor", "The bridge is closed for good,")],
    ),
    (
        "cue behind, curly marks, title and name",
        ("“The bridge is closed for good,” Peruvian police chief Ana Ruiz said.",),
        [("quoted", "Peruvian police chief Ana Ruiz", "The bridge is closed for good,")],
    ),
    (
        "cue behind, guillemets",
        ("«The bridge is closed for good», said Ana Ruiz.",),
        [("quoted", "Ana Ruiz", "The bridge is closed for good")],
    ),
    (
        "curly opens and straight closes",
        ('“The bridge is closed for good," said Ana Ruiz.',),
        [("quoted", "Ana Ruiz", "The bridge is closed for good,")],
    ),
    (
        "inverted, with an office behind the name",
        ('"The bridge is closed for good," said Ana Ruiz, the minister of transport.',),
        [("quoted", "Ana Ruiz", "The bridge is closed for good,")],
    ),
    (
        "inverted, an office before the name",
        ('"The bridge is closed for good," said the head of the port, Luis Vega.',),
        [("quoted", "the head of the port, Luis Vega", "The bridge is closed for good,")],
    ),
    (
        "cue before, colon",
        ('Ana Ruiz said: "We will not pay."',),
        [("quoted", "Ana Ruiz", "We will not pay.")],
    ),
    (
        "cue before, comma",
        ("Speaking in Lima, Ruiz said, “We will not pay.”",),
        [("quoted", "Ruiz", "We will not pay.")],
    ),
    (
        "cue before, hearer and colon",
        ('Ana Ruiz told reporters in Lima: "We will not pay."',),
        [("quoted", "Ana Ruiz", "We will not pay.")],
    ),
    (
        "hearer behind is not the speaker",
        ('"We will not pay," Ana Ruiz told the Daily Herald.',),
        [("quoted", "Ana Ruiz", "We will not pay,")],
    ),
    (
        "cue in the middle",
        ('"We will not pay," Ana Ruiz said, "and we will not leave."',),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", "Ana Ruiz", "and we will not leave.")],
    ),
    (
        "the same speaker goes on",
        ('"We will not pay," Ana Ruiz said. "They know where to find us."',),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", "Ana Ruiz", "They know where to find us.")],
    ),
    (
        "several sentences, cue right behind",
        ('"The army shelled us. Then it shelled the port. Nobody came to help," summarised Ana Ruiz.',),
        [("quoted", "Ana Ruiz", "The army shelled us. Then it shelled the port. Nobody came to help,")],
    ),
    (
        "question mark before the closing mark",
        ('"Who gave that order?" asked Ana Ruiz.',),
        [("quoted", "Ana Ruiz", "Who gave that order?")],
    ),
    (
        "left open and taken up in the next paragraph",
        ('Ana Ruiz said: "The army shelled us.', '"Then it shelled the port."'),
        [("quoted", "Ana Ruiz", 'The army shelled us.\n\n"Then it shelled the port.')],
    ),
    (
        "pronoun follows the last speaker",
        ('"We will not pay," Ana Ruiz said.', '"They know where to find us," she added.'),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", "Ana Ruiz", "They know where to find us,")],
    ),
    (
        "pronoun follows a person put first",
        ("Mr. Vega, a farmer, lost his house.", '"Soldiers burned everything," he said.'),
        [("quoted", "Mr. Vega", "Soldiers burned everything,")],
    ),
    (
        "pronoun that may be another is nobody",
        ('"We will not pay," Ana Ruiz said.', "Chile Norte cut the cable.", '"That was theft of our wire," she said.'),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", None, "That was theft of our wire,")],
    ),
    (
        "a plural pronoun is not one person",
        ('"We will not pay," Ana Ruiz said.', '"They know where to find us," they said.'),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", None, "They know where to find us,")],
    ),
    (
        "speaker introduced in the paragraph before",
        (
            "Historian Ana Ruiz, commenting on the treaty for our paper, pointed out that the border had been open.",
            '"The army closed it in May. Nobody was told."',
        ),
        [
            ("reported", "Historian Ana Ruiz", "the border had been open"),
            ("quoted", "Historian Ana Ruiz", "The army closed it in May. Nobody was told."),
        ],
    ),
    (
        "left open, and closed a paragraph later without a mark at its head",
        ('Ana Ruiz said: "The army shelled us.', 'Then it shelled the port."'),
        [("quoted", "Ana Ruiz", "The army shelled us.\n\nThen it shelled the port.")],
    ),
    (
        "a broken-off fragment goes on for nobody",
        ('"We will not pay," Ana Ruiz said.', '"… and the closing of the whole port by force"'),
        [("quoted", "Ana Ruiz", "We will not pay,"), ("quoted", None, "… and the closing of the whole port by force")],
    ),
    (
        "two speakers before leave it open whose words go on",
        ("Ana Ruiz said that the port was safe, and Luis Vega said that it was lost.", '"Nobody knows who fired."'),
        [
            ("reported", "Ana Ruiz", "the port was safe"),
            ("reported", "Luis Vega", "it was lost"),
            ("quoted", None, "Nobody knows who fired."),
        ],
    ),
    (
        "a nickname in marks is no quotation",
        ('The "iron brigade" movement blocked the port.',),
        [],
    ),
    (
        "a title of a work is no quotation",
        ('Its film "The Long Road to Quito" won a prize.',),
        [],
    ),
    (
        "a nickname in marks before a cue is not what was said",
        ('Soldiers stormed the "iron house", officials said.',),
        [("reported", "officials", 'Soldiers stormed the "iron house"')],
    ),
    (
        "apostrophes are no marks",
        ("The workers' union and the states' envoys signed in the '90s; it's over.",),
        [],
    ),
    (
        "single marks",
        ("'We will not pay the states' debts,' Ana Ruiz said.",),
        [("quoted", "Ana Ruiz", "We will not pay the states' debts,")],
    ),
    (
        "marks within marks",
        ("“They shouted ‘go home’ and fired,” Ana Ruiz said.",),
        [("quoted", "Ana Ruiz", "They shouted ‘go home’ and fired,")],
    ),
    (
        "a mark never closed holds nothing",
        ('The army "took the port on Monday and left.',),
        [],
    ),
    (
        "a whole quotation with nobody near",
        ('"The army took the port on Monday."',),
        [("quoted", None, "The army took the port on Monday.")],
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
@pytest.mark.parametrize("is_parsed", [False, True], ids=["text alone", "parsed"])
def test_marked_words_go_to_their_speaker(
    paragraphs: Sequence[str], expected: list[Row], is_parsed: bool, parser: EnglishParser
) -> None:
    assert read(page(*paragraphs), parser if is_parsed else None) == expected


REPORTED: list[tuple[str, tuple[str, ...], list[Row]]] = [
    (
        "said that",
        ("Officials said that the army had taken the port.",),
        [("reported", "Officials", "the army had taken the port")],
    ),
    (
        "said without that",
        ("The mayor of Lima said the army had taken the port.",),
        [("reported", "The mayor of Lima", "the army had taken the port")],
    ),
    (
        "said on a day",
        ("The mayor said on Monday that the army had taken the port.",),
        [("reported", "The mayor", "the army had taken the port")],
    ),
    (
        "told reporters that",
        ("Ana Ruiz told reporters that the army had taken the port.",),
        [("reported", "Ana Ruiz", "the army had taken the port")],
    ),
    (
        "clause in front",
        ("The army has taken the port, officials said.",),
        [("reported", "officials", "The army has taken the port")],
    ),
    (
        "clause in front, in a statement",
        ("The army has taken the port, the transport ministry said in a statement.",),
        [("reported", "the transport ministry", "The army has taken the port")],
    ),
    (
        "clause in front, inverted",
        ("The army has taken the port, said Ana Ruiz.",),
        [("reported", "Ana Ruiz", "The army has taken the port")],
    ),
    (
        "according to, behind",
        ("The army has taken the port, according to a customs clerk.",),
        [("reported", "a customs clerk", "The army has taken the port")],
    ),
    (
        "according to, before",
        ("According to Ana Ruiz, the army has taken the port.",),
        [("reported", "Ana Ruiz", "the army has taken the port")],
    ),
    (
        "according to a plan nobody speaks",
        ("The army will leave according to the agreement.",),
        [],
    ),
    (
        "on both sides of the cue",
        ("The army, officials said, has taken the port.",),
        [("reported", "officials", "The army"), ("reported", "officials", "has taken the port")],
    ),
    (
        "an apposition before the cue",
        ("Ana Ruiz, the minister of transport, said the army had taken the port.",),
        [("reported", "Ana Ruiz", "the army had taken the port")],
    ),
    (
        "an office, then a name, before the cue",
        ("The minister of transport, Ana Ruiz, said that the army had taken the port.",),
        [("reported", "The minister of transport, Ana Ruiz", "the army had taken the port")],
    ),
    (
        "behind a time and a place",
        ("On Monday in Lima, Ana Ruiz warned that the army would take the port.",),
        [("reported", "Ana Ruiz", "the army would take the port")],
    ),
    (
        "behind a dateline",
        ("LIMA, Nov. 14 (Agency) -- The army has taken the port, officials said Monday.",),
        [("reported", "officials", "The army has taken the port")],
    ),
    (
        "a contrast is the outlet's own",
        ("Lima has said that the port is safe, but Quito has closed its own.",),
        [("reported", "Lima", "the port is safe")],
    ),
    (
        "a contrast that goes on saying",
        ("Officials said that the port was safe, but that ships had left.",),
        [("reported", "Officials", "the port was safe, but that ships had left")],
    ),
    (
        "adding that",
        ("Ana Ruiz said that the port was safe, adding that ships had left.",),
        [("reported", "Ana Ruiz", "the port was safe"), ("reported", "Ana Ruiz", "ships had left")],
    ),
    (
        "a fragment in marks belongs to what is reported",
        ('Ana Ruiz said the port was "on the brink of utter ruin" and would close.',),
        [("reported", "Ana Ruiz", 'the port was "on the brink of utter ruin" and would close')],
    ),
    (
        "a mark-bound fragment and a cue at the end",
        ('"We came to keep the peace" along the border, Ana Ruiz added.',),
        [("reported", "Ana Ruiz", '"We came to keep the peace" along the border')],
    ),
    (
        "quoted as saying",
        ("Ana Ruiz was quoted by the Daily Herald as saying that the port was safe.",),
        [("reported", "Ana Ruiz", "the port was safe")],
    ),
    (
        "a pronoun follows the ministry",
        ("The ministry said that the port was safe.", "It said the ships had left."),
        [("reported", "The ministry", "the port was safe"), ("reported", "The ministry", "the ships had left")],
    ),
    ("nothing was said: declined", ("Officials declined to say that the port was safe.",), []),
    ("nothing was said: negated", ("Officials did not say that the port was safe.",), []),
    ("nothing was said: to come", ("Officials will say that the port is safe.",), []),
    ("nothing was said: impersonal", ("It was announced that the port was safe.",), []),
    ("a deed is no saying: accused", ("Peru accused Chile of shelling the port.",), []),
    ("a deed is no saying: denied", ("Peru denied that it had shelled the port.",), []),
    ("a deed is no saying: urged", ("Peru urged that the port be closed.",), []),
    ("an object is no clause: added troops", ("Peru added two brigades to its garrison.",), []),
    ("an object is no clause: recalled an envoy", ("Peru recalled its ambassador from Chile.",), []),
    ("an order is no claim", ("Peru told Chile to close the port.",), []),
    ("a participle is no cue", ("The announced closure of the claimed islands went ahead.",), []),
]


@pytest.mark.parametrize(("paragraphs", "expected"), [row[1:] for row in REPORTED], ids=[row[0] for row in REPORTED])
@pytest.mark.parametrize("is_parsed", [False, True], ids=["text alone", "parsed"])
def test_reported_words_go_to_their_speaker(
    paragraphs: Sequence[str], expected: list[Row], is_parsed: bool, parser: EnglishParser
) -> None:
    assert read(page(*paragraphs), parser if is_parsed else None) == expected


PARSED: list[tuple[str, str, list[Row]]] = [
    (
        "a participle shares the verb's subject",
        "The daily mocked Chile on Tuesday, warning that its ports would stand empty.",
        [("reported", "The daily", "its ports would stand empty")],
    ),
    (
        "a statement saying",
        "A spokesman for the army put out a statement on Friday, saying the port was safe.",
        [("reported", "A spokesman for the army", "the port was safe")],
    ),
    (
        "a noun is no cue",
        "Amid reports that the port was safe, ships returned.",
        [],
    ),
    (
        "a dateline is no subject",
        "LIMA, Nov. 14 (Agency) -- The daily mocked Chile on Tuesday, warning that its ports would stand empty.",
        [("reported", "The daily", "its ports would stand empty")],
    ),
    (
        "a subject inside what is said does not speak for itself",
        "Ana Ruiz suggested local firms had already shown their interest, without naming any, and insisted that "
        "they would gain.",
        [
            (
                "reported",
                "Ana Ruiz",
                "local firms had already shown their interest, without naming any, and insisted that they would gain",
            )
        ],
    ),
    (
        "that with a noun is no clause",
        "For years Peru had maintained that stance in its talks with Chile.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PARSED], ids=[row[0] for row in PARSED])
def test_parse_tells_what_the_text_cannot(text: str, expected: list[Row], parser: EnglishParser) -> None:
    assert read(page(text), parser) == expected


HEADLINES: list[tuple[str, str, list[Row]]] = [
    (
        "house before",
        "Kremlin: Troops will stay in the north",
        [("headline", "Kremlin", "Troops will stay in the north")],
    ),
    ("capital before", "Lima: Border fires are out", [("headline", "Lima", "Border fires are out")]),
    (
        "house behind",
        "More tanks may go north - Pentagon",
        [("headline", "Pentagon", "More tanks may go north")],
    ),
    (
        "state behind",
        "Both sides should talk to each other: China",
        [("headline", "China", "Both sides should talk to each other")],
    ),
    (
        "says behind",
        "Drought will last all year, minister says",
        [("headline", "minister", "Drought will last all year")],
    ),
    (
        "says before the speaker",
        "Drought will last all year, says former envoy",
        [("headline", "former envoy", "Drought will last all year")],
    ),
    ("says in the middle", "Ruiz says the port is safe", [("headline", "Ruiz", "the port is safe")]),
    ("office before", "Foreign ministry: The port is safe", [("headline", "Foreign ministry", "The port is safe")]),
    ("state before is the place", "Syria: Gunmen kill four at market", []),
    ("topic before", "Brexit: Lawmakers vote on new deal", []),
    ("crisis before", "Ukraine war: Drones hit oil depot", []),
    ("section label", "LIVE: Troops enter the port city", []),
    ("explainer", "Explainer: How the port was lost", []),
    ("opinion", "Opinion: The port was never ours", []),
    ("outlet behind", "Troops enter the port city - Daily Times", []),
    ("hyphen", "Peru-Chile border talks end", []),
    ("clock", "At 10:30 the port falls silent", []),
    ("a state's own act", "Peru skips talks, says settle debts first", []),
]


@pytest.mark.parametrize(("title", "expected"), [row[1:] for row in HEADLINES], ids=[row[0] for row in HEADLINES])
def test_headline_gives_a_claim_to_a_speaker_and_never_to_a_topic(title: str, expected: list[Row]) -> None:
    assert read(Article("test", title=title, paragraphs=("The port was quiet.",))) == expected


def test_surname_before_a_colon_speaks_where_the_article_names_the_person() -> None:
    article = Article("test", title="Ruiz: The port is safe", paragraphs=("President Ana Ruiz flew to Lima.",))
    assert read(article) == [("headline", "Ruiz", "The port is safe")]


def test_surname_before_a_colon_that_nobody_explains_is_a_topic() -> None:
    article = Article("test", title="Ruiz: The port is safe", paragraphs=("The port was quiet.",))
    assert read(article) == []


def test_listed_headline_is_read_as_a_headline() -> None:
    article = Article(
        "test", paragraphs=("The port was quiet.",), latest=(ListedHeadline("Kremlin: Troops will stay"),)
    )
    assert read(article) == [("headline", "Kremlin", "Troops will stay")]


def test_cue_covers_the_verb() -> None:
    article = page('"We will not pay," Ana Ruiz told reporters.')
    (quotation,) = mark_quotations(article.blocks, split_article(article))
    assert quotation.cue is not None
    assert quotation.cue.quote(article.text) == "told"


def test_quotation_does_not_run_on_into_a_paragraph_without_marks() -> None:
    article = page('Ana Ruiz said: "The army shelled us.', "The port burned all night.")
    assert [row for row in read(article) if "burned" in row[2]] == []


def test_article_without_sentences_has_no_quotations() -> None:
    assert mark_quotations((), ()) == ()


def test_many_unpaired_marks_are_read_in_bounded_time() -> None:
    article = page('said "and, ' * 400 + "that X said, " * 400)
    assert isinstance(mark_quotations(article.blocks, split_article(article)), tuple)
