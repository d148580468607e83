"""An act without a day of its own happened on the story's day; published Wednesday 15 November 2023."""

import pytest

import dragoman

PUBLISHED = "2023-11-15"
DEED = "Peru and Chile signed a fisheries treaty."


def days_of(text: str, title: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    coded = dragoman.code_text(text, date=PUBLISHED, title=title)
    return [(event.date, event.enddate, event.date_basis) for event in coded.events]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(f"Both presidents wore grey on Monday. {DEED}", ("2023-11-13", "context"), id="same paragraph"),
        pytest.param(
            f"Rain fell in Lima on Monday.\n\nIt was cold.\n\n{DEED}", ("2023-11-13", "context"), id="opening"
        ),
        pytest.param(DEED, ("2023-11-15", "published"), id="no day told"),
        pytest.param(f"The port was built in 1998. {DEED}", ("2023-11-15", "published"), id="a day long past"),
        pytest.param(f"Rain will fall on Friday. {DEED}", ("2023-11-15", "published"), id="a day still to come"),
        pytest.param(
            "Rain fell on Monday. Peru and Chile signed a fisheries treaty on Tuesday.",
            ("2023-11-14", "text"),
            id="a day of its own",
        ),
    ],
)
def test_act_without_a_day_takes_that_of_the_story(text: str, days: tuple[str, str]) -> None:
    ((first, last, basis),) = days_of(text)
    assert (first, last, basis) == (days[0], days[0], days[1])


def test_title_takes_the_day_of_the_opening() -> None:
    told = days_of("The pact of the two navies was signed on Monday.", title="Peru, Chile sign fisheries treaty")
    assert told[0] == ("2023-11-13", "2023-11-13", "context")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("Peru condemned Monday's coup in Chile.", "2023-11-15", "2023-11-15", id="the day of another act"),
        pytest.param("Peru condemned the coup in Chile on Monday.", "2023-11-13", "2023-11-13", id="its own day"),
        pytest.param("Peru condemned Chile in the 1998 summit.", "1998-01-01", "1998-12-31", id="the day of its frame"),
    ],
)
def test_day_that_hangs_from_another_act_is_not_taken(text: str, first: str, last: str) -> None:
    assert (first, last) in [(day[0], day[1]) for day in days_of(text)]


BACKGROUND = "Rain fell in Lima.\n\nIt was cold.\n\nSnow fell.\n\nIn 1998 a bridge fell. {}"


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        pytest.param("Chile expelled two Peruvian diplomats.", "1998-01-01", "historical", id="the past goes on"),
        pytest.param("Chile has expelled two Peruvian diplomats.", "2023-11-15", "actual", id="back to the present"),
    ],
)
def test_background_goes_on_in_the_next_sentence(text: str, day: str, status: str) -> None:
    coded = dragoman.code_text(BACKGROUND.format(text), date=PUBLISHED)
    assert [(event.date, event.status) for event in coded.events] == [(day, status)]


def test_month_frames_the_clause_beside_it() -> None:
    coded = dragoman.code_text(
        "In May 1988, after Chile had expelled two Peruvian diplomats, it rained.", date=PUBLISHED
    )
    assert [(event.date, event.enddate, event.status) for event in coded.events] == [
        ("1988-05-01", "1988-05-31", "historical")
    ]
