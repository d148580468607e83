"""Sheets of our own gold: what is read from them, which lines are refused, and that those of the project are whole."""

import pytest

from dragoman.ontology import load_ontology
from floors import digest_files, load_floors
from goldsheets import GoldDate, Option, Party, SheetError, article_from_sheet, find_sheets, read_sheet, read_sheets

ONTOLOGY = load_ontology()
HEAD = "title: Fiji and Tonga sign ferry pact\noutlet: Reef Wire\npublished: 2024-05-14\ngenre: news\n# ---\n"
TEXT = "\nFiji and Tonga signed a ferry pact.\n> {}\n"
GOOD = "SUPPORT | | FJI; TON | | yes | actual | 2024-05-14 | none"


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "01-ferry.txt"
        path.write_text(text, encoding="utf-8")
        return read_sheet(path, ONTOLOGY)

    return read_text


def read_row(read, row):
    return read(HEAD + TEXT.format(row)).events[0]


def test_sheet_holds_title_events_sentences_and_paragraphs(read):
    sheet = read(f"{HEAD}> {GOOD}\n\nOne.\n? {GOOD}\nTwo.\n\nThree.\n> {GOOD}\n> {GOOD}\n")
    assert (sheet.title, sheet.outlet, sheet.published) == ("Fiji and Tonga sign ferry pact", "Reef Wire", "2024-05-14")
    assert [(s.text, s.paragraph, len(s.events)) for s in sheet.sentences] == [
        (sheet.title, 0, 1),
        ("One.", 1, 1),
        ("Two.", 1, 0),
        ("Three.", 2, 2),
    ]
    assert [event.line for event in sheet.required] == [6, 13, 14]


def test_article_holds_the_text_and_nothing_of_the_gold(read):
    article = article_from_sheet(read(f"{HEAD}> {GOOD}\n\nOne.\n? {GOOD}\nTwo.\n\nThree.\n> {GOOD}\n"))
    assert article.paragraphs == ("One. Two.", "Three.")
    assert (article.title, article.day, article.outlet) == ("Fiji and Tonga sign ferry pact", "2024-05-14", "Reef Wire")
    assert article.genre is None


def test_parties_hold_alternatives_and_unknown_ones(read):
    event = read_row(read, "ASSAULT | drone | RUS MIL/RUS/? ; BLR | ?/? REF | no | actual | | ")
    assert event.actor == (
        Party((Option("RUS", "MIL"), Option("RUS", ""), Option(None, ""))),
        Party((Option("BLR", ""),)),
    )
    assert event.recipient == (Party((Option(None, ""), Option(None, "REF"))),)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        pytest.param("2024-05-14", GoldDate("2024-05-14", "2024-05-14"), id="day"),
        pytest.param("2024-02", GoldDate("2024-02-01", "2024-02-29"), id="month of a leap year"),
        pytest.param("1998", GoldDate("1998-01-01", "1998-12-31"), id="year"),
        pytest.param("2022..2024-03", GoldDate("2022-01-01", "2024-03-31"), id="range of a year and a month"),
        pytest.param("planned 2024-06-03", GoldDate("2024-06-03", "2024-06-03", is_planned=True), id="coming day"),
        pytest.param("", None, id="not scored"),
    ],
)
def test_date_is_read_as_days(read, told, date):
    assert read_row(read, f"AGREE | | FJI | TON | no | actual | {told} | none").date == date


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("SUPPORT | | FJI | TON | no | actual | none", "8 cells, not 7", id="a cell is missing"),
        pytest.param(f"{GOOD} |", "8 cells, not 9", id="a cell too many"),
        pytest.param("ASSALT | | FJI | TON | no | actual | | ", "no event type 'ASSALT'", id="no type"),
        pytest.param("ACCUSE | drone | FJI | TON | no | actual | | ", "no mode of ACCUSE 'drone'", id="another's mode"),
        pytest.param("ACCUSE | | FIJ | TON | no | actual | | ", "no code 'FIJ'", id="no code"),
        pytest.param("ACCUSE | | FJI; | TON | no | actual | | ", "no code ''", id="an empty party"),
        pytest.param("ACCUSE | | FJI NGO | TON | no | actual | | ", "no sector 'NGO' (of FJI)", id="no sector"),
        pytest.param("ACCUSE | | FJI GOV MIL | TON | no | actual | | ", "no sector 'GOV MIL'", id="two sectors"),
        pytest.param("ACCUSE | | | TON | no | actual | | ", "has an actor", id="no actor"),
        pytest.param("ACCUSE | | FJI | TON | | actual | | ", "no answer to reciprocal ''", id="no answer"),
        pytest.param("CONSULT | | FJI | | yes | actual | | ", "two parties", id="alone with itself"),
        pytest.param("CONSULT | | FJI; TON | WSM | yes | actual | | ", "no recipient", id="mutual with a recipient"),
        pytest.param("ACCUSE | | FJI | TON | no | planned | | ", "no status 'planned'", id="no status"),
        pytest.param("ACCUSE | | FJI | TON | no | actual | 2023-02-29 | ", "no date '2023-02-29'", id="no such day"),
        pytest.param("ACCUSE | | FJI | TON | no | actual | 2024-03..2024-02 | ", "no date", id="ends before it begins"),
        pytest.param("ACCUSE | | FJI | TON | no | actual | planned 2024-06 | ", "planned date", id="cannot be planned"),
    ],
)
def test_bad_event_line_is_told_by_file_and_line(read, row, told):
    with pytest.raises(SheetError) as caught:
        read_row(read, row)
    assert caught.value.problems == (caught.value.problems[0],)
    assert caught.value.problems[0].startswith("01-ferry.txt:8: ")
    assert told in caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        pytest.param(HEAD.replace("genre: news\n", "") + "\nOne.\n", 1, "no header `genre:`", id="header is missing"),
        pytest.param(HEAD.replace("genre", "kind") + "\nOne.\n", 4, "is no header", id="strange header"),
        pytest.param(HEAD.replace("05-14", "05-40") + "\nOne.\n", 3, "'2024-05-40'", id="no day of publication"),
        pytest.param(HEAD.replace("# ---\n", "") + "\nOne.\n", 1, "'# ---'", id="headers do not end"),
        pytest.param(HEAD + "One.\n", 6, "blank line", id="text right behind the headers"),
        pytest.param(f"{HEAD}\n> {GOOD}\nOne.\n", 7, "no blank line", id="event behind a blank line"),
        pytest.param(HEAD + "\nOne.\n# a note\n", 8, "begins with '#'", id="a note"),
        pytest.param(HEAD + "\nOne.\n>SUPPORT\n", 8, "`> `", id="no blank behind the mark"),
        pytest.param(HEAD, 5, "no sentence", id="no text"),
    ],
)
def test_bad_sheet_is_told_by_line(read, text, line, told):
    with pytest.raises(SheetError) as caught:
        read(text)
    assert any(problem.startswith(f"01-ferry.txt:{line}: ") and told in problem for problem in caught.value.problems)


def test_all_bad_lines_of_all_sheets_are_told_at_once(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(HEAD + TEXT.format("NIL") + "> NIL\n", encoding="utf-8")
    with pytest.raises(SheetError) as caught:
        read_sheets(find_sheets(tmp_path), ONTOLOGY)
    assert [problem.split(" ")[0] for problem in caught.value.problems] == [
        "a.txt:8:",
        "a.txt:9:",
        "b.txt:8:",
        "b.txt:9:",
    ]


# --- the project's own sheets: of the unseen half only problems are told, never its text --------------


@pytest.fixture(params=["seen", "unseen"])
def half(request, repo_root):
    paths = find_sheets(repo_root / "quality" / "gold" / request.param)
    if not paths:
        pytest.skip(f"no sheets in quality/gold/{request.param} yet")
    return paths


def test_sheets_of_the_project_keep_to_the_form(half):
    problems = []
    try:
        read_sheets(half, ONTOLOGY)
    except SheetError as problem:
        problems = problem.problems
    assert not problems


def test_no_article_stands_in_the_gold_twice(repo_root):
    sheets = read_sheets(sorted((repo_root / "quality" / "gold").glob("*/*.txt")), ONTOLOGY)
    assert len({sheet.name[:2] for sheet in sheets}) == len({sheet.title for sheet in sheets}) == len(sheets)


def test_unseen_half_is_the_one_that_was_pinned(repo_root):
    pinned = {
        floor.digest for floor in load_floors(repo_root / "quality" / "floors.toml") if floor.corpus == "gold_unseen"
    }
    here = digest_files(find_sheets(repo_root / "quality" / "gold" / "unseen"))
    assert pinned == {here}, (
        "the unseen half has changed: say why in the commit, and pin it with quality/gate.py --write"
    )
