"""`import dragoman`: texts, pages and iterables in, records out."""

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import Article, BadUse, CodedArticle, InputError, Rejection


def sides_of(coded):
    return [(event.event[0], event.actor[0].code, event.recipient[0].code) for event in coded.events]


def test_text_is_coded():
    coded = dragoman.code_text("Norway praised Chile on Tuesday.", date="2024-05-16")
    assert sides_of(coded) == [("SUPPORT", "NOR", "CHL")]
    assert coded.events[0].date == "2024-05-14"


@pytest.mark.parametrize(
    "text",
    [
        "Norway praised Chile.",
        "Baku rejects Yerevan's claim.",
        "Mali and Togo signed an accord in Lomé, Ouagadougou and N'Djamena on 3 May, officials of Bamako told Le Soir.",
    ],
    ids=["three words", "foreign names", "many foreign names"],
)
def test_short_english_text_is_not_taken_for_another_language(text):
    assert isinstance(dragoman.code_text(text), CodedArticle)


def test_text_in_another_script_is_rejected_with_its_article():
    rejected = dragoman.code_text("Министр прибыл в столицу и встретился там со своим коллегой из соседней страны.")
    assert isinstance(rejected, Rejection)
    assert rejected.reason == "language not coded"
    assert rejected.article is not None


def test_title_alone_is_coded_as_a_headline():
    coded = dragoman.code_text("", title="Norway, Chile sign fisheries accord", date="2024-05-16")
    assert coded.article.paragraphs == ()
    assert [event.cite_info.section for event in coded.events] == ["title"]


def test_nothing_at_all_is_a_rejection():
    assert isinstance(dragoman.code_text(" \n "), Rejection)


def test_lone_surrogates_are_survived():
    assert isinstance(dragoman.code_text("Norway praised \ud800 Chile."), CodedArticle)


def test_day_that_is_none_is_bad_use():
    with pytest.raises(BadUse, match=r"'14\.05\.2024'"):
        dragoman.code_text("Norway praised Chile.", date="14.05.2024")


def test_texts_may_be_strings_mappings_and_articles():
    items = [
        "Norway praised Chile.",
        {"id": "m", "text": "Peru condemned Bolivia.", "date": "2024-05-16", "title": "Lima is angry"},
        Article("made", language="en", paragraphs=("Kenya praised Uganda.",)),
        {"text": ""},
    ]
    results = list(dragoman.code_texts(items))
    assert [result.doc_id for result in results] == ["1", "m", "made", "4"]
    assert [sides_of(result) for result in results[:3]] == [
        [("SUPPORT", "NOR", "CHL")],
        [("ACCUSE", "PER", "BOL")],
        [("SUPPORT", "KEN", "UGA")],
    ]
    assert isinstance(results[3], Rejection)


def test_texts_are_coded_as_they_come():
    def endless():
        while True:
            yield "Norway praised Chile."

    assert isinstance(next(dragoman.code_texts(endless())), CodedArticle)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        pytest.param({"text": "Words.", "body": "x"}, "'body'", id="unknown field"),
        pytest.param({"text": 5}, "'text'", id="text that is no string"),
        pytest.param(5, "int", id="no text at all"),
    ],
)
def test_items_that_are_no_texts_are_bad_use(item, told):
    with pytest.raises(BadUse, match=told):
        list(dragoman.code_texts([item]))


def test_page_is_read_from_path_string_and_bytes(repo_root):
    path = repo_root / "samples" / "page.html"
    by_path, by_name, by_bytes = (dragoman.read_page(source) for source in (path, str(path), path.read_bytes()))
    assert by_path.events
    assert by_path == by_name
    assert by_bytes.article.paragraphs == by_path.article.paragraphs
    assert [event.event for event in by_bytes.events] == [event.event for event in by_path.events]


def test_missing_page_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"no-page\.html"):
        dragoman.read_page(tmp_path / "no-page.html")


def test_folder_is_no_page(repo_root):
    with pytest.raises(BadUse, match="folder"):
        dragoman.read_page(repo_root / "samples")


def test_feed_is_no_page(repo_root):
    with pytest.raises(BadUse, match="holds"):
        dragoman.read_page(repo_root / "samples" / "feed.xml")


def test_import_loads_no_heavy_library():
    heavy = "{'spacy', 'trafilatura', 'httpx', 'lxml', 'typer', 'rich'} & set(sys.modules)"
    script = f"import sys, dragoman; print({heavy})"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_every_public_name_is_there_and_documented():
    for name in dragoman.__all__:
        assert getattr(dragoman, name).__doc__, name


def test_package_says_that_it_is_typed():
    assert (Path(dragoman.__file__).parent / "py.typed").is_file()
