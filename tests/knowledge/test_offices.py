"""Persons met without a title: who they were on the day, and whose a bare surname is."""

from itertools import pairwise

import pytest

from dragoman.errors import DataError
from dragoman.knowledge import Knowledge, KnownName, load_knowledge
from dragoman.knowledge.days import day_after
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.offices import COLUMNS, Person, read_persons

PERSONS = tuple(read_persons())
BORNE_BY_MANY = """
Kim Lee Park Choi Jung Khan Ahmed Ahmad Ali Hassan Hussein Ibrahim Mohammed Mohamed Mahmoud Abdullah Rahman Singh
Kumar Sharma Patel Gandhi Wang Li Zhang Chen Liu Yang Huang Zhao Wu Zhou Sun Ma Nguyen Tran Pham Sato Suzuki Tanaka
Smith Jones Brown Johnson Williams Davis Miller Wilson Taylor Martin White Thompson Clark Lewis Walker Hall Young
Allen King Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans
Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera Gomez Diaz Cruz
Morales Silva Santos Oliveira Souza Costa Pereira Fernandez Alvarez Moreno Castillo Castro Vargas Rossi Müller
Schmidt Schneider Fischer Weber Meyer Ivanov Petrov Kuznetsov Popov Novak Horvat Kaya Demir Cohen Levi Traoré
""".split()


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def persons_in(knowledge: Knowledge, text: str) -> list[str]:
    return [hit.span.quote(text) for hit in knowledge.find_persons(text)]


def reading_on(knowledge: Knowledge, text: str, day: str | None) -> KnownName:
    names = knowledge.find_persons(text)[0].names
    return next(name for name in names if name.holds_on(day))


HELD = [
    ("Erdogan", "2005-06-01", "TUR", "GOV", "Prime Minister"),
    ("Recep Tayyip Erdoğan", "2016-07-15", "TUR", "GOV", "President"),
    ("Zelenskyy", "2023-03-01", "UKR", "GOV", "President"),
    ("Zelenskiy", "2023-03-01", "UKR", "GOV", "President"),
    ("Putin", "2010-01-01", "RUS", "GOV", "Prime Minister"),
    ("Putin", "2022-02-24", "RUS", "GOV", "President"),
    ("Netanyahu", "2022-01-10", "ISR", "OPP", "Leader of the Opposition"),
    ("Xi", "2024-01-01", "CHN", "GOV", "President"),
    ("Kim Jong-un", "2018-06-12", "PRK", "GOV", "Leader"),
    ("Angela Merkel", "2024-01-01", "DEU", "ELI", None),
    ("Ursula von der Leyen", "2018-05-05", "DEU", "GOV", "Defence Minister"),
    ("Ursula von der Leyen", "2024-05-05", "EUR", "GOV", "President of the European Commission"),
    ("Kofi Annan", "2003-03-20", "UNO", "GOV", "Secretary-General of the United Nations"),
    ("Mark Rutte", "2025-01-01", "IGO", "GOV", "Secretary General of NATO"),
    ("Hassan Nasrallah", "2006-07-12", "LBN", "REB", "Secretary General of Hezbollah"),
    ("Pope Francis", "2020-03-27", "VAT", "GOV", "Pope"),
    ("Ahmed al-Sharaa", "2020-01-01", "SYR", "REB", "Leader of Hayat Tahrir al-Sham"),
    ("Ahmed Al-Sharaa", "2025-06-01", "SYR", "GOV", "President"),
    ("Assad", "1995-01-01", "SYR", "GOV", "President"),
    ("Bush", "1991-01-17", "USA", "GOV", "President"),
    ("TRUMP", "2018-01-01", "USA", "GOV", "President"),
    ("Lula", "2015-01-01", "BRA", "ELI", None),
    ("Donald Trump", "2010-01-01", "USA", "UNK", None),
]


@pytest.mark.parametrize(
    ("name", "day", "code", "sector", "office"), HELD, ids=[f"{name} {day}" for name, day, *_ in HELD]
)
def test_who_a_person_was_depends_on_the_day(
    knowledge: Knowledge, name: str, day: str, code: str, sector: str, office: str | None
) -> None:
    reading = reading_on(knowledge, name, day)
    assert (reading.kind, reading.code, reading.sector, reading.office) == ("person", code, sector, office)


@pytest.mark.parametrize(
    ("name", "day", "entity"),
    [
        pytest.param("Bush", "1991-01-17", "person:george-h-w-bush", id="the father in his time"),
        pytest.param("Bush", "2003-03-20", "person:george-w-bush", id="the son in his"),
        pytest.param("Bush", None, "person:george-w-bush", id="without a day the later one"),
        pytest.param("Aliyev", "1998-01-01", "person:heydar-aliyev", id="Heydar before 2003"),
        pytest.param("Aliyev", "2020-10-01", "person:ilham-aliyev", id="Ilham since"),
    ],
)
def test_a_shared_surname_is_that_of_who_held_an_office_on_the_day(
    knowledge: Knowledge, name: str, day: str | None, entity: str
) -> None:
    assert reading_on(knowledge, name, day).entity_id == entity


def test_a_former_official_keeps_the_sector_of_the_office_beside(knowledge: Knowledge) -> None:
    assert reading_on(knowledge, "Leon Panetta", "2020-01-01").other_sectors == ("GOV", "MIL")


BARE = {
    "the bare surname": ("Putin spoke to reporters", ["Putin"]),
    "in capitals": ("PUTIN WARNS KYIV", ["PUTIN"]),
    "in the possessive": ("Erdogan's allies", ["Erdogan"]),
    "in a compound": ("the Trump-Putin summit", ["Trump", "Putin"]),
    "behind an office": ("President Macron and Chancellor Merz", ["Macron", "Merz"]),
    "behind a form of address": ("Mr. Putin and Mr Biden", ["Putin", "Biden"]),
    "behind a state": ("Russian leader Putin, France's Macron", ["Putin", "Macron"]),
    "behind a word that opens the sentence": ("But Putin refused.", ["Putin"]),
    "behind an acronym": ("and the GOP Trump leads", ["Trump"]),
    "behind an initial": ("Joseph R. Biden and D. Trump", ["Joseph R. Biden", "Trump"]),
    "behind a middle initial": ("Mikhail S. Gorbachev", ["Gorbachev"]),
    "the family": ("Hunter Biden, Jill Biden and Melania Trump", []),
    "another initial": ("H. Biden", []),
    "another with a particle": ("Maher al-Assad's men, Rifaat al-Assad", ["Maher al-Assad"]),
    "another with a first name of the same house": ("Yameen Abdul Gayoom", []),
    "the father of a party leader": ("Jean-Marie Le Pen and Marine Le Pen", ["Jean-Marie Le Pen", "Marine Le Pen"]),
    "the surname as a first name": ("Clinton Portis ran, Mishal al-Saleh said", []),
    "a thing named after one": ("at Trump Tower", []),
    "a firm named after one": ("the Trump Organization", []),
    "a county": ("a centre in Kerry", []),
    "a headline": ("Trump Meets Putin in Small Town Ahead of Talks", ["Trump", "Putin"]),
    "another in a headline": ("Federal Court Hears Hunter Biden in Weapons Case", []),
    "a verb in capitals": ("RUSSIA GAINS TRUMP WESTERN AID", []),
    "a surname that many bear": ("Kim and Lee met Khan", []),
    "a full name of such a surname": ("Kim Jong Un met Lee Jae-myung", ["Kim Jong Un", "Lee Jae-myung"]),
    "small letters": ("a trump card and the putin", []),
    "inside a word": ("Putinism, Trumpian", []),
    "no accents": ("Mevlut Cavusoglu", ["Mevlut Cavusoglu"]),
    "accents": ("Mevlüt Çavuşoğlu", ["Mevlüt Çavuşoğlu"]),
}


@pytest.mark.parametrize(("text", "expected"), BARE.values(), ids=BARE.keys())
def test_a_bare_surname_is_read_as_a_careful_reader_would(knowledge: Knowledge, text: str, expected: list[str]) -> None:
    assert persons_in(knowledge, text) == expected


def test_persons_and_other_names_are_told_apart(knowledge: Knowledge) -> None:
    text = "Israel Katz met Putin in Moscow"
    assert persons_in(knowledge, text) == ["Israel Katz", "Putin"]
    assert [hit.span.quote(text) for hit in knowledge.find_names(text)] == ["Moscow"]


def test_spans_of_persons_are_shifted_by_the_offset(knowledge: Knowledge) -> None:
    hit = knowledge.find_persons("to Putin", offset=100)[0]
    assert (hit.span.start, hit.span.end) == (103, 108)


def test_a_surname_that_many_bear_never_stands_alone() -> None:
    alone = {fold_text(name).lstrip("=?") for person in PERSONS for name in person.alone}
    assert alone & {fold_text(name) for name in BORNE_BY_MANY} == set()


def test_there_are_persons_of_all_states_that_the_news_tells_of_most() -> None:
    states = {row["code"] for person in PERSONS for row in person.rows}
    assert len(PERSONS) >= 900
    assert len(states) >= 150


def test_readings_of_a_person_cover_all_days_and_carry_their_source() -> None:
    for person in PERSONS:
        readings = person.readings()[::-1]
        assert (readings[0].since, readings[-1].until) == (None, None), person.entity_id
        for first, second in pairwise(readings):
            is_gap = second.since != day_after(first.until or "")
            is_coarse = second.since <= (first.until or "") and {first.precision, second.precision} != {"day"}
            assert is_coarse or not is_gap, person.entity_id
        assert all(reading.source for reading in readings if reading.office), person.entity_id


def row(**cells: str) -> dict[str, str]:
    return {**dict.fromkeys(COLUMNS, ""), "id": "person:ana-vargas", "code": "PER", **cells}


def person_of(*rows: dict[str, str]) -> Person:
    return Person("person:ana-vargas", ("Ana Vargas",), (), rows)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([row(office="President")], "a row without a source", id="an office without a source"),
        pytest.param([row(since="2001-02-03")], "a row without a source", id="a day without a source"),
        pytest.param([row(source="well known", since="2001-13")], "no day of the calendar", id="no such month"),
        pytest.param([row(source="well known", since="2001-2-3")], "is no day", id="days in another form"),
        pytest.param(
            [row(source="well known", since="2002", until="2001")], "the first day stands first", id="days reversed"
        ),
        pytest.param(
            [row(source="x", since="2002"), row(source="x", since="2004")], "is the last one", id="an end is missing"
        ),
        pytest.param(
            [row(source="x", since="2002", until="2003"), row(source="x", since="2001")],
            "in the order of their days",
            id="rows out of order",
        ),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(rows: list[dict[str, str]], told: str) -> None:
    with pytest.raises(DataError, match=told):
        person_of(*rows).readings()


def test_a_row_without_a_source_gives_the_state_and_nothing_else() -> None:
    (reading,) = person_of(row()).readings()
    assert (reading.code, reading.sector, reading.office, reading.since) == ("PER", "UNK", None, None)


@pytest.mark.parametrize(
    ("since", "until", "first", "last", "precision"),
    [
        pytest.param("2001-02-03", "2002-03-04", "2001-02-03", "2002-03-04", "day", id="days"),
        pytest.param("2001-02", "2002-02", "2001-02-01", "2002-02-28", "month", id="months are whole"),
        pytest.param("2001", "2002-03-04", "2001-01-01", "2002-03-04", "year", id="the coarser one is told"),
    ],
)
def test_days_are_as_precise_as_they_are_written(since: str, until: str, first: str, last: str, precision: str) -> None:
    cells = row(source="well known", sector="GOV", office="President", since=since, until=until)
    held = next(reading for reading in person_of(cells).readings() if reading.office)
    assert (held.since, held.until, held.precision) == (first, last, precision)
