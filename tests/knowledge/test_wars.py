"""Named wars and crises are found by all their names, and every row says where its days come from."""

import pytest

from dragoman.knowledge.tables import read_table
from dragoman.knowledge.wars import COLUMNS, TABLE, WarTable


@pytest.fixture(scope="module")
def wars() -> WarTable:
    return WarTable.load()


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Falklands War", "1982-04-02", "1982-06-14"),
        ("falklands conflict", "1982-04-02", "1982-06-14"),
        ("44-day war", "2020-09-27", "2020-11-10"),
        ("44-day liberation war", "2020-09-27", "2020-11-10"),
        ("Six Day War", "1967-06-05", "1967-06-10"),
        ("Yom Kippur War", "1973-10-06", "1973-10-25"),
        ("Cuban Missile Crisis", "1962-10-16", "1962-10-28"),
        ("First Chechen War", "1994-12-11", "1996-08-31"),
        ("Second Chechen War", "1999-08-07", "2009-04-16"),
        ("Iran–Iraq War", "1980-09-22", "1988-08-20"),
        ("Orange Revolution", "2004-11-22", "2005-01-23"),
        ("Arab Spring", "2010-12-17", "2012-12-31"),
        ("Rwandan genocide", "1994-04-07", "1994-07-15"),
    ],
)
def test_war_is_known_by_each_of_its_names(name: str, first: str, last: str, wars: WarTable) -> None:
    found = wars.war_at(f"In the {name}, many fled.", len("In the "))
    assert found is not None
    assert (found[0].first_day, found[0].last_day, found[1]) == (first, last, len("In the ") + len(name))


@pytest.mark.parametrize("text", ["winter war games", "cold war lows of the market", "Gulf Warriors", "great war film"])
def test_small_letters_or_longer_words_make_no_name(text: str, wars: WarTable) -> None:
    assert wars.war_at(text, 0) is None


def test_at_least_150_wars_and_crises_are_known() -> None:
    rows = list(read_table(TABLE, COLUMNS))
    assert len(rows) >= 150
    assert [row["names"] for row in rows if not row["source"]] == []


def test_war_that_goes_on_has_no_last_day(wars: WarTable) -> None:
    found = wars.war_at("war in Ukraine", 0)
    assert found is not None
    assert found[0].last_day is None
