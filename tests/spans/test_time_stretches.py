"""Parts of years, seasons, runs of days, feasts and named wars.  Publication is Wednesday 15 November 2023."""

import pytest

from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Sentence
from dragoman.sentences import EnglishParser
from dragoman.spans import find_times

WEDNESDAY = "2023-11-15"
Row = tuple[str, str, str, str, str]


def sentence_of(text: str, published: str | None = WEDNESDAY) -> Sentence:
    return Sentence(0, "body", 1, 0, len(text), text, published)


def read(sentence: Sentence, knowledge: Knowledge | None = None) -> list[tuple[str, str, str, str]]:
    return [
        (time.span.quote(sentence.text), time.first_day, time.last_day, time.precision)
        for time in find_times(sentence, knowledge)
    ]


STRETCHES = [
    ("It opened at the start of 2019.", "the start of 2019", "2019-01-01", "2019-05-01", "range"),
    ("It opened at the end of March.", "the end of March", "2023-03-22", "2023-03-31", "range"),
    ("It opened in the middle of May 2020.", "the middle of May 2020", "2020-05-11", "2020-05-21", "range"),
    ("It opened at the beginning of this month.", "the beginning of this month", "2023-11-01", "2023-11-10", "range"),
    ("It opened at the start of the week.", "the start of the week", "2023-11-13", "2023-11-14", "range"),
    ("It opened at the end of last week.", "the end of last week", "2023-11-09", "2023-11-12", "range"),
    ("It opened in the first half of 2019.", "the first half of 2019", "2019-01-01", "2019-06-30", "range"),
    ("It opened in the second half of last year.", "the second half of last year", "2022-07-01", "2022-12-31", "range"),
    ("It opened in the third quarter of 2021.", "the third quarter of 2021", "2021-07-01", "2021-09-30", "range"),
    ("It lost in the final quarter of 2020.", "the final quarter of 2020", "2020-10-01", "2020-12-31", "range"),
    ("It opened in the first half of March 2020.", "the first half of March 2020", "2020-03-01", "2020-03-15", "range"),
    ("It grew in the first six months of 2018.", "the first six months of 2018", "2018-01-01", "2018-06-30", "range"),
    ("It rained on the first three days of June.", "the first three days of June", "2023-06-01", "2023-06-03", "range"),
    ("It opened late last year.", "late last year", "2022-09-02", "2022-12-31", "range"),
    ("It opens early next year.", "early next year", "2024-01-01", "2024-05-01", "range"),
    ("It opened earlier in the week.", "earlier in the week", "2023-11-13", "2023-11-19", "week"),
    ("It opened earlier this year.", "earlier this year", "2023-01-01", "2023-12-31", "year"),
    ("It opened in mid-March.", "mid-March", "2023-03-11", "2023-03-21", "range"),
    ("It opened in March last year.", "March last year", "2022-03-01", "2022-03-31", "month"),
    ("It opens in late June next year.", "late June next year", "2024-06-21", "2024-06-30", "range"),
    ("It opened last winter.", "last winter", "2022-12-01", "2023-02-28", "range"),
    ("It opened this summer.", "this summer", "2023-06-01", "2023-08-31", "range"),
    ("It opens next spring.", "next spring", "2024-03-01", "2024-05-31", "range"),
    ("It opened in the spring of 2020.", "spring of 2020", "2020-03-01", "2020-05-31", "range"),
    ("It ran from March to June 2020.", "from March to June 2020", "2020-03-01", "2020-06-30", "range"),
    ("It ran between November and February.", "between November and February", "2022-11-01", "2023-02-28", "range"),
    ("It ran May-July 2019.", "May-July 2019", "2019-05-01", "2019-07-31", "range"),
    ("It rained from Friday to Sunday.", "from Friday to Sunday", "2023-11-10", "2023-11-12", "range"),
    ("It rained in recent weeks.", "in recent weeks", "2023-10-04", "2023-11-15", "range"),
    ("It rained over the past decade.", "over the past decade", "2013-11-15", "2023-11-15", "range"),
    ("It rained in the past two weeks.", "in the past two weeks", "2023-11-01", "2023-11-15", "range"),
    ("It rained over the last few months.", "over the last few months", "2023-05-15", "2023-11-15", "range"),
    ("It rains in the coming days.", "in the coming days", "2023-11-15", "2023-11-22", "range"),
    ("It lasts for the next three weeks.", "for the next three weeks", "2023-11-15", "2023-12-06", "range"),
    ("It opens in two weeks' time.", "in two weeks' time", "2023-11-27", "2023-12-03", "week"),
    ("It opens three days from now.", "three days from now", "2023-11-18", "2023-11-18", "day"),
    ("It will open in ten days.", "in ten days", "2023-11-25", "2023-11-25", "day"),
    ("It will open within two months.", "within two months", "2023-11-15", "2024-01-15", "range"),
    ("It opened a few days ago.", "a few days ago", "2023-11-08", "2023-11-13", "range"),
    ("It opened a couple of months ago.", "a couple of months ago", "2023-09-01", "2023-09-30", "month"),
    ("It opened twenty years ago.", "twenty years ago", "2003-01-01", "2003-12-31", "year"),
    ("It opened two decades ago.", "two decades ago", "2002-01-01", "2004-12-31", "range"),
    ("It opened three hours ago.", "three hours ago", "2023-11-15", "2023-11-15", "day"),
    ("It opened the week before last.", "the week before last", "2023-10-30", "2023-11-05", "week"),
    ("The shed burned down overnight.", "overnight", "2023-11-15", "2023-11-15", "day"),
    ("It opened on the third of March.", "the third of March", "2023-03-03", "2023-03-03", "day"),
    ("The log of 2016/12/01 is lost.", "2016/12/01", "2016-12-01", "2016-12-01", "day"),
    ("The log of 25/12/2016 is lost.", "25/12/2016", "2016-12-25", "2016-12-25", "day"),
    ("The log of 12/25/2016 is lost.", "12/25/2016", "2016-12-25", "2016-12-25", "day"),
    ("The 1998 raid is forgotten; the 2015 accord is not.", "2015", "2015-01-01", "2015-12-31", "year"),
    ("They cut the road on New Year's Eve.", "New Year's Eve", "2022-12-31", "2022-12-31", "day"),
    ("They cut the road on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25", "2019-12-25", "day"),
    ("They cut the road last Christmas.", "last Christmas", "2022-12-25", "2022-12-25", "day"),
    ("They marched on May Day.", "May Day", "2023-05-01", "2023-05-01", "day"),
    ("The towers fell on 9/11.", "9/11", "2001-09-11", "2001-09-11", "day"),
    ("The canal was dug in the 19th century.", "19th century", "1801-01-01", "1900-12-31", "range"),
]


@pytest.mark.parametrize(("text", "phrase", "first", "last", "precision"), STRETCHES, ids=[row[0] for row in STRETCHES])
def test_phrase_stands_for_a_run_of_days(text: str, phrase: str, first: str, last: str, precision: str) -> None:
    assert (phrase, first, last, precision) in read(sentence_of(text))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


WARS = [
    ("The ship sank during the Falklands war.", "Falklands war", "1982-04-02", "1982-06-14", "range"),
    ("He was killed in the Six-Day War.", "Six-Day War", "1967-06-05", "1967-06-10", "range"),
    ("He fled during the Rwandan genocide.", "Rwandan genocide", "1994-04-07", "1994-07-15", "range"),
    ("He was hurt in the brief Kargil war.", "Kargil war", "1999-05-03", "1999-07-26", "range"),
    ("It stood empty throughout the Korean War.", "Korean War", "1950-06-25", "1953-07-27", "range"),
    ("It was lost at the outbreak of the Gulf War.", "Gulf War", "1990-08-02", "1990-08-02", "day"),
    ("It was won at the end of the Korean War.", "Korean War", "1953-07-27", "1953-07-27", "day"),
    ("He died in the Lockerbie bombing.", "Lockerbie bombing", "1988-12-21", "1988-12-21", "day"),
    ("Flights stopped during the first karabakh war.", "first karabakh war", "1988-02-01", "1994-05-12", "range"),
]


@pytest.mark.parametrize(("text", "phrase", "first", "last", "precision"), WARS, ids=[row[0] for row in WARS])
def test_named_war_stands_for_its_days(
    text: str, phrase: str, first: str, last: str, precision: str, knowledge: Knowledge
) -> None:
    assert read(sentence_of(text), knowledge) == [(phrase, first, last, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "Veterans of the Gulf War marched.",
        "A book on the Korean War won.",
        "After the Six-Day War the border moved.",
        "It fell during the winter war games.",
        "Troops fought in the Twelve-Day War.",
        "Hundreds died in the war in Ukraine.",
    ],
    ids=["of", "on", "after", "another name", "a war still to come", "a war that goes on"],
)
def test_war_that_gives_no_day_is_left_alone(text: str, knowledge: Knowledge) -> None:
    assert read(sentence_of(text), knowledge) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The wall has stood since the Korean War.", "1953-07-27"),
        ("It has been closed since the Russian invasion of Ukraine.", "2022-02-24"),
        ("It has been closed since the start of this year.", "2023-01-01"),
        ("It has been closed since at least 2019.", "2019-01-01"),
    ],
)
def test_since_begins_where_the_phrase_says(text: str, first: str, knowledge: Knowledge) -> None:
    (time,) = find_times(sentence_of(text), knowledge)
    assert (time.first_day, time.is_since) == (first, True)


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser.load(load_lexicon())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("On Monday the two navies begin a drill.", "2023-11-20", id="a timetable"),
        pytest.param("The minister threatened to close the port from 15 May.", "2024-05-15", id="a threat"),
        pytest.param("The council could ship grain in April.", "2024-04-01", id="what could be"),
        pytest.param("The union announced a strike for Friday.", "2023-11-17", id="a plan for a day"),
        pytest.param("Villagers could hear shots on Friday.", "2023-11-10", id="what was heard"),
        pytest.param("The raid follows the arrests on Friday.", "2023-11-10", id="a present that looks back"),
    ],
)
def test_parse_tells_what_is_still_to_come(text: str, day: str, parser: EnglishParser) -> None:
    (sentence,) = parser.parse((sentence_of(text),))
    assert [time.first_day for time in find_times(sentence)] == [day]
