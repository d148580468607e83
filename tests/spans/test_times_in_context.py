"""Phrases that count from another time, and datelines.  Publication is Wednesday 15 November 2023."""

import pytest

from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Sentence
from dragoman.sentences import EnglishParser
from dragoman.spans import count_from_dateline, find_all_times

WEDNESDAY = "2023-11-15"


def sentences_of(texts: list[str], *, section: str = "body", published: str | None = WEDNESDAY) -> tuple[Sentence, ...]:
    made, start = [], 0
    for number, text in enumerate(texts):
        made.append(Sentence(number, section, 1, start, start + len(text), text, published))
        start += len(text) + 1
    return tuple(made)


def read(sentences: tuple[Sentence, ...]) -> list[tuple[str, str, str, str]]:
    text = " ".join(sentence.text for sentence in sentences)
    return [
        (time.span.quote(text), time.first_day, time.last_day, time.precision)
        for time in find_all_times(sentences)
        if time.basis == "context"
    ]


LINKS = [
    (
        "Rebels took the mine on Friday.",
        "A day later, the army came.",
        "A day later",
        "2023-11-11",
        "2023-11-11",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "Two days earlier they had asked for food.",
        "Two days earlier",
        "2023-11-08",
        "2023-11-08",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "The next morning the army came.",
        "The next morning",
        "2023-11-11",
        "2023-11-11",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "The army came the following day.",
        "the following day",
        "2023-11-11",
        "2023-11-11",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "The army came the same evening.",
        "the same evening",
        "2023-11-10",
        "2023-11-10",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "The army came later that day.",
        "later that day",
        "2023-11-10",
        "2023-11-10",
        "day",
    ),
    ("Rebels took the mine on Friday.", "The army came hours later.", "hours later", "2023-11-10", "2023-11-10", "day"),
    (
        "Rebels took the mine on Friday.",
        "They left in the evening.",
        "in the evening",
        "2023-11-10",
        "2023-11-10",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "They had come the previous day.",
        "the previous day",
        "2023-11-09",
        "2023-11-09",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "They had come the day before.",
        "the day before",
        "2023-11-09",
        "2023-11-09",
        "day",
    ),
    (
        "Rebels took the mine on Friday.",
        "They left the following Sunday.",
        "the following Sunday",
        "2023-11-12",
        "2023-11-12",
        "day",
    ),
    ("Rebels took the mine on 3 May.", "They left a week later.", "a week later", "2023-05-10", "2023-05-10", "day"),
    (
        "Rebels took the mine on 3 May.",
        "They left two weeks after that.",
        "two weeks after",
        "2023-05-17",
        "2023-05-17",
        "day",
    ),
    (
        "Rebels took the mine on 3 May.",
        "They left the following week.",
        "the following week",
        "2023-05-08",
        "2023-05-14",
        "week",
    ),
    (
        "Rebels took the mine on 3 May.",
        "They left a month later.",
        "a month later",
        "2023-06-01",
        "2023-06-30",
        "month",
    ),
    (
        "Rebels took the mine on 3 May.",
        "That week three villages burned.",
        "That week",
        "2023-05-01",
        "2023-05-07",
        "week",
    ),
    (
        "Rebels took the mine on 3 May.",
        "They had come the previous month.",
        "the previous month",
        "2023-04-01",
        "2023-04-30",
        "month",
    ),
    ("Rebels took the mine on 3 May.", "They left weeks later.", "weeks later", "2023-05-17", "2023-06-14", "range"),
    ("Rebels took the mine in 2012.", "A year later they left it.", "A year later", "2013-01-01", "2013-12-31", "year"),
    (
        "Rebels took the mine in 2012.",
        "The following year they left it.",
        "The following year",
        "2013-01-01",
        "2013-12-31",
        "year",
    ),
    (
        "Rebels took the mine in 2012.",
        "That October they left it.",
        "That October",
        "2012-10-01",
        "2012-10-31",
        "month",
    ),
    (
        "Rebels took the mine in 2012.",
        "In October of that year they left it.",
        "October of that year",
        "2012-10-01",
        "2012-10-31",
        "month",
    ),
    (
        "Rebels took the mine in 2012.",
        "They left it on 5 May that year.",
        "5 May that year",
        "2012-05-05",
        "2012-05-05",
        "day",
    ),
    (
        "Rebels took the mine in May 2012.",
        "The following February they left it.",
        "The following February",
        "2013-02-01",
        "2013-02-28",
        "month",
    ),
    (
        "Rebels took the mine in May 2012.",
        "Nine days later they left it.",
        "Nine days later",
        "2012-05-10",
        "2012-06-09",
        "range",
    ),
    (
        "Rebels took the mine in May 2012.",
        "They left it that winter.",
        "that winter",
        "2012-12-01",
        "2013-02-28",
        "range",
    ),
    (
        "The two ministers met on Friday.",
        "During the talks they traded maps.",
        "During the talks",
        "2023-11-10",
        "2023-11-10",
        "day",
    ),
    (
        "The envoy visited Lima on Friday.",
        "After his visit the road was opened.",
        "After his visit",
        "2023-11-10",
        "2023-11-10",
        "day",
    ),
    (
        "Rebels raided the mine on Friday.",
        "Two days after the attack the army came.",
        "Two days after",
        "2023-11-12",
        "2023-11-12",
        "day",
    ),
    ("Rebels took the mine on Friday.", "It has since been closed.", "has since", "2023-11-10", "2023-11-10", "day"),
    (
        "Nothing moved.",
        "The army came two days before Monday's vote.",
        "two days before",
        "2023-11-11",
        "2023-11-11",
        "day",
    ),
    (
        "Nothing moved.",
        "The army came on the eve of the 3 November vote.",
        "on the eve of",
        "2023-11-02",
        "2023-11-02",
        "day",
    ),
    ("Nothing moved.", "Peru spoke on Monday and Chile a day later.", "a day later", "2023-11-14", "2023-11-14", "day"),
    ("Nothing moved.", "The port closes later in the day.", "later in the day", "2023-11-15", "2023-11-15", "day"),
]


@pytest.mark.parametrize(
    ("before", "text", "phrase", "first", "last", "precision"), LINKS, ids=[f"{row[0][-12:]} {row[1]}" for row in LINKS]
)
def test_phrase_counts_from_the_time_before_it(
    before: str, text: str, phrase: str, first: str, last: str, precision: str
) -> None:
    assert read(sentences_of([before, text])) == [(phrase, first, last, precision)]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Nothing moved.", "A day later, the army came."], id="no time before it"),
        pytest.param(["Rebels took the mine in 2012.", "Two days later the army came."], id="a base too coarse"),
        pytest.param(["Rebels came on Friday.", "It took a day longer than planned."], id="another word"),
        pytest.param(["Rebels came on Friday.", "Rain fell two days later than usual."], id="a comparison"),
        pytest.param(["Rebels came on Friday.", "He said that Monday's plan was dead."], id="that as a conjunction"),
        pytest.param(["Rebels came on Friday.", "At dawn on Sunday the army came."], id="a day of its own"),
        pytest.param(["Rebels took the mine on Friday.", "During the meeting he slept."], id="an act not told before"),
    ],
)
def test_phrase_without_a_fitting_time_before_it_is_left_alone(texts: list[str]) -> None:
    assert read(sentences_of(texts)) == []


def test_time_more_than_three_sentences_above_in_another_paragraph_is_no_base() -> None:
    texts = ["Rebels came on Friday.", "It rained.", "It rained.", "It rained.", "A day later the army came."]
    sentences = sentences_of(texts)
    last = sentences[-1]
    elsewhere = Sentence(last.number, "body", 2, last.start, last.end, last.text, last.published)
    assert read((*sentences[:-1], elsewhere)) == []
    assert len(read(sentences)) == 1


def test_listed_headline_leans_on_nothing() -> None:
    assert read(sentences_of(["Rebels came on Friday", "A day later army came"], section="latest")) == []


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser.load(load_lexicon())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army left on Tuesday, a week after bombs had killed six men.", "2023-11-07"),
        ("The army left on Tuesday, two days before rebels took the town.", "2023-11-16"),
    ],
)
def test_clause_behind_a_count_has_its_own_day(text: str, day: str, parser: EnglishParser) -> None:
    assert [row[1] for row in read(parser.parse(sentences_of([text])))] == [day]


def test_background_in_a_side_clause_is_no_base(parser: EnglishParser) -> None:
    texts = ["Troops came on Friday to a town that rebels had held since Monday.", "A day later they left."]
    assert [row[1] for row in read(parser.parse(sentences_of(texts)))] == ["2023-11-11"]


DATELINES = [
    ("LIMA, Nov. 13 (Agency) -- Miners left today.", "2023-11-13"),
    ("LIMA, 13 November 2023 - Miners left today.", "2023-11-13"),
    ("LIMA, Peru, November 13. /Agency/. Miners left today.", "2023-11-13"),
    ("Lima, Monday, November 13 – Miners left today.", "2023-11-13"),
    ("(Lima, November 13, 2023) – Miners left today.", "2023-11-13"),
    ("LIMA (Agency) -- Miners left today.", "2023-11-15"),
    ("LIMA: Miners left today.", "2023-11-15"),
    ("LIMA, May 13 (Agency) -- Miners left today.", "2023-11-15"),
]


@pytest.mark.parametrize(("text", "day"), DATELINES, ids=[row[0][:24] for row in DATELINES])
def test_days_count_from_a_fresh_dateline(text: str, day: str) -> None:
    sentences = count_from_dateline(sentences_of([text, "The road opened today."]))
    assert [time.first_day for time in find_all_times(sentences)] == [day, day]


def test_dateline_with_its_year_tells_the_day_where_the_page_does_not() -> None:
    sentences = count_from_dateline(sentences_of(["LIMA, 13 November 2023 - Miners left today."], published=None))
    assert [time.first_day for time in find_all_times(sentences)] == ["2023-11-13"]


def test_listed_headlines_keep_their_own_day_under_a_dateline() -> None:
    body = sentences_of(["LIMA, Nov. 13 (Agency) -- Miners left."])
    listed = sentences_of(["Chile votes today"], section="latest")
    assert [sentence.published for sentence in count_from_dateline((*body, *listed))] == ["2023-11-13", WEDNESDAY]
