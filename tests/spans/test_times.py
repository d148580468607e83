"""What days a phrase stands for.  Publication is Wednesday 15 November 2023 unless a row says otherwise."""

import pytest

from dragoman.knowledge.lexicon import load_lexicon
from dragoman.records import Sentence, Span
from dragoman.sentences import EnglishParser
from dragoman.spans import find_times

WEDNESDAY = "2023-11-15"


def read(text: str, published: str | None = WEDNESDAY, *, is_headline: bool = False) -> list[tuple[str, str, str, str]]:
    sentence = Sentence(0, "title" if is_headline else "body", 1, 0, len(text), text, published, is_headline)
    return [(time.span.quote(text), time.first_day, time.last_day, time.precision) for time in find_times(sentence)]


DAYS = [
    ("The treaty was signed on 9 November 2021.", "9 November 2021", "2021-11-09"),
    ("The treaty was signed on Nov. 9, 2021.", "Nov. 9, 2021", "2021-11-09"),
    ("It was signed on Tuesday, 9 November 2021, in Oslo.", "Tuesday, 9 November 2021", "2021-11-09"),
    ("It was signed on the 9th of November 2021.", "9th of November 2021", "2021-11-09"),
    ("The record of 2016-12-01 was lost.", "2016-12-01", "2016-12-01"),
    ("The record of 01.12.2016 was lost.", "01.12.2016", "2016-12-01"),
    ("The ferry sank on 29 February 2020.", "29 February 2020", "2020-02-29"),
    ("The two spoke on 9 November.", "9 November", "2023-11-09"),
    ("The two spoke on February 1.", "February 1", "2023-02-01"),
    ("The two spoke on January 28.", "January 28", "2023-01-28"),
    ("The November 20 summit drew protests.", "November 20", "2023-11-20"),
    ("The two will speak on February 1.", "February 1", "2024-02-01"),
    ("The vote is scheduled for 3 March.", "3 March", "2024-03-03"),
    ("Troops left the town today.", "today", "2023-11-15"),
    ("Troops left the town yesterday.", "yesterday", "2023-11-14"),
    ("Troops leave the town tomorrow.", "tomorrow", "2023-11-16"),
    ("Troops left the town this morning.", "this morning", "2023-11-15"),
    ("Troops left the town last night.", "last night", "2023-11-14"),
    ("Troops left the day before yesterday.", "the day before yesterday", "2023-11-13"),
    ("Troops leave the day after tomorrow.", "the day after tomorrow", "2023-11-17"),
    ("Envoys met on Tuesday.", "Tuesday", "2023-11-14"),
    ("Envoys met on Wednesday.", "Wednesday", "2023-11-15"),
    ("Envoys met on Thursday.", "Thursday", "2023-11-09"),
    ("Envoys will meet on Thursday.", "Thursday", "2023-11-16"),
    ("Envoys will meet on Wednesday.", "Wednesday", "2023-11-15"),
    ("Envoys are due to meet on Friday.", "Friday", "2023-11-17"),
    ("On Friday, the envoys will meet again.", "Friday", "2023-11-17"),
    ("Monday's raid killed two.", "Monday", "2023-11-13"),
    ("Envoys met late Thursday.", "late Thursday", "2023-11-09"),
    ("Envoys met on Friday evening.", "Friday evening", "2023-11-10"),
    ("Envoys met last Wednesday.", "last Wednesday", "2023-11-08"),
    ("Envoys meet next Monday.", "next Monday", "2023-11-20"),
    ("Envoys meet next Thursday.", "next Thursday", "2023-11-23"),
    ("Envoys meet this Friday.", "this Friday", "2023-11-17"),
    ("Envoys met on Friday last week.", "Friday last week", "2023-11-10"),
    ("Talks run until Tuesday next week.", "Tuesday next week", "2023-11-21"),
    ("Shelling began two days ago.", "two days ago", "2023-11-13"),
    ("Shelling began 10 days ago.", "10 days ago", "2023-11-05"),
]


@pytest.mark.parametrize(("text", "phrase", "day"), DAYS, ids=[row[0][:40] for row in DAYS])
def test_phrase_stands_for_one_day(text: str, phrase: str, day: str) -> None:
    assert read(text) == [(phrase, day, day, "day")]


PERIODS = [
    ("The pact dates from December 2016.", "December 2016", "2016-12-01", "2016-12-31", "month"),
    ("The pact was signed in 2016.", "2016", "2016-01-01", "2016-12-31", "year"),
    ("The pact of the 1990s is dead.", "1990s", "1990-01-01", "1999-12-31", "range"),
    ("In the mid-1990s the port closed.", "mid-1990s", "1993-05-02", "1996-08-31", "range"),
    ("In the early 1990s the port closed.", "early 1990s", "1990-01-01", "1993-05-01", "range"),
    ("The port closed in late 2014.", "late 2014", "2014-09-02", "2014-12-31", "range"),
    ("The port closed in early March.", "early March", "2023-03-01", "2023-03-10", "range"),
    ("The port closed in the summer of 2008.", "summer of 2008", "2008-06-01", "2008-08-31", "range"),
    ("The port closed in March.", "March", "2023-03-01", "2023-03-31", "month"),
    ("The port closed in December.", "December", "2022-12-01", "2022-12-31", "month"),
    ("The port will close in March.", "March", "2024-03-01", "2024-03-31", "month"),
    ("The port closed last October.", "last October", "2023-10-01", "2023-10-31", "month"),
    ("The port closed last November.", "last November", "2022-11-01", "2022-11-30", "month"),
    ("The port closes next May.", "next May", "2024-05-01", "2024-05-31", "month"),
    ("The port closed this week.", "this week", "2023-11-13", "2023-11-19", "week"),
    ("The port closed last week.", "last week", "2023-11-06", "2023-11-12", "week"),
    ("The port closed earlier this month.", "earlier this month", "2023-11-01", "2023-11-30", "month"),
    ("The port closes next month.", "next month", "2023-12-01", "2023-12-31", "month"),
    ("The port closed last year.", "last year", "2022-01-01", "2022-12-31", "year"),
    ("The port closed three weeks ago.", "three weeks ago", "2023-10-23", "2023-10-29", "week"),
    ("The port closed exactly a month ago.", "a month ago", "2023-10-01", "2023-10-31", "month"),
    ("The port closed 14 months ago.", "14 months ago", "2022-09-01", "2022-09-30", "month"),
    ("The port closed over the weekend.", "the weekend", "2023-11-11", "2023-11-12", "range"),
    ("The port reopens next weekend.", "next weekend", "2023-11-18", "2023-11-19", "range"),
    ("Drills ran between October 11 and 13.", "between October 11 and 13", "2023-10-11", "2023-10-13", "range"),
    ("Drills ran from 3 to 5 May.", "from 3 to 5 May", "2023-05-03", "2023-05-05", "range"),
    ("Drills ran October 2-4, off the coast.", "October 2-4", "2023-10-02", "2023-10-04", "range"),
    ("Drills ran 2–4 October 2019.", "2–4 October 2019", "2019-10-02", "2019-10-04", "range"),
    ("Drills ran from May 30 to June 2, 2019.", "from May 30 to June 2, 2019", "2019-05-30", "2019-06-02", "range"),
    ("Drills ran from 30 December to 2 January.", "from 30 December to 2 January", "2022-12-30", "2023-01-02", "range"),
    ("He ruled from 1998 to 2004.", "from 1998 to 2004", "1998-01-01", "2004-12-31", "range"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last", "precision"), PERIODS, ids=[row[0][:40] for row in PERIODS]
)
def test_phrase_stands_for_a_stretch_of_days(text: str, phrase: str, first: str, last: str, precision: str) -> None:
    assert read(text) == [(phrase, first, last, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May met reporters.",
        "They may march again.",
        "In May's view the plan failed.",
        "August Strand directed the play.",
        "The April sisters sang.",
        "It happened recently, and within days.",
        "He ruled for nearly 20 years.",
        "They shelled the town for hours.",
        "The truce held for two weeks.",
        "They dug 40 wells in two weeks.",
        "The band sang on Christmas Island.",
        "It fell on 05/06/2020.",
        "Ramadan begins soon.",
        "It was the worst attack of the past few years.",
        "In the last year of the war the town burned.",
        "A day later, the bridge fell.",
        "On the same day, the bridge fell.",
        "About 2016 soldiers marched.",
        "It fell on 31 February 2020.",
        "The pre-August 5 line is gone.",
        "Today's society knows no borders.",
        "Flight 1945-B left in 2300 seconds.",
        "Sunday-school teachers protested.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert read(text) == []


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    text = "Since 9 November 2021 and again on Tuesday, 3 May and last week, and in 2016."
    assert [row[0] for row in read(text, None)] == ["9 November 2021", "2016"]


def test_publication_known_to_the_month_counts_as_unknown() -> None:
    assert read("Envoys met on Tuesday.", "2023-11") == []


def test_publication_with_time_and_zone_counts_by_its_day() -> None:
    assert read("Envoys met yesterday.", "2023-11-15T01:30+04:00") == [("yesterday", "2023-11-14", "2023-11-14", "day")]


@pytest.mark.parametrize(
    ("text", "is_since"),
    [
        ("Shelling has gone on since Friday.", True),
        ("Shelling has gone on since the 1990s.", True),
        ("Shelling began on Friday.", False),
    ],
    ids=["since a day", "since a decade", "on a day"],
)
def test_since_marks_where_it_began(text: str, is_since: bool) -> None:
    (time,) = find_times(Sentence(0, "body", 1, 0, len(text), text, WEDNESDAY))
    assert time.is_since is is_since


def test_headline_plan_points_ahead() -> None:
    assert read("Peru, Chile to hold drills on Friday", is_headline=True)[0][1] == "2023-11-17"


def test_headline_act_points_back() -> None:
    assert read("Peru, Chile held drills on Friday", is_headline=True)[0][1] == "2023-11-10"


def test_what_lies_ahead_of_an_act_is_not_behind_it() -> None:
    assert read("Leaders met on Monday ahead of the 3 December election.") == [
        ("Monday", "2023-11-13", "2023-11-13", "day"),
        ("3 December", "2023-12-03", "2023-12-03", "day"),
    ]


def test_day_of_the_dateline_is_not_a_day_of_the_act() -> None:
    assert [row[0] for row in read("LIMA, Nov. 14 (Agency) -- Miners blocked the road on Monday.")] == ["Monday"]


def test_spans_are_those_of_the_canonical_text() -> None:
    text = "Envoys met yesterday."
    (time,) = find_times(Sentence(3, "body", 2, 100, 100 + len(text), text, WEDNESDAY))
    assert time.span == Span(111, 120)


def test_what_is_no_sentence_is_not_searched() -> None:
    assert read("that 5 May " * 3000) == []


def test_long_sentence_without_dates_is_read_in_bounded_time() -> None:
    assert isinstance(read("late early between from the on May " * 110), list)


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser.load(load_lexicon())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two spoke on December 28.", "2022-12-28"),
        ("The two will speak on December 28.", "2023-12-28"),
        ("Activists tried to enter the hall on Friday.", "2023-11-10"),
        ("The mayor plans to open the bridge on Friday.", "2023-11-17"),
        ("Officials said on Friday that the port would close.", "2023-11-10"),
        ("Officials said the port would close on Friday.", "2023-11-17"),
    ],
)
def test_parse_tells_what_lies_ahead(text: str, day: str, parser: EnglishParser) -> None:
    (sentence,) = parser.parse((Sentence(0, "body", 1, 0, len(text), text, WEDNESDAY),))
    assert [time.first_day for time in find_times(sentence)] == [day]
