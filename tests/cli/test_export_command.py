"""`dragoman export` as its users meet it: from a store or a file, whole or not at all, with its codebook beside it."""

import csv
import io
import json

import pytest
from export_events import EVENTS, SENTENCE, make_story

from dragoman.exports.formats import FORMATS
from dragoman.records import Article, KeptDocument, KeptOutcome, json_from_record
from dragoman.stores import open_store

ARTICLE = Article(
    "page-1", "A title", published="2024-05-14", outlet="The Example", language="en", paragraphs=(SENTENCE,)
)


@pytest.fixture
def store(tmp_path):
    """A store that holds the invented events and one story."""
    address = f"sqlite:///{tmp_path / 'news.db'}"
    opened = open_store(address)
    with opened.writing() as writer:
        document = KeptDocument("document-1", "page-1", "digest-1", "test")
        writer.save(KeptOutcome(document, ARTICLE, EVENTS, None), run=1)
        writer.save_story(make_story())
    opened.close()
    return address


@pytest.fixture
def events_file(tmp_path):
    """What `dragoman code` would have written."""
    path = tmp_path / "events.jsonl"
    lines = (json.dumps(json_from_record(event), ensure_ascii=False) for event in EVENTS)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def table_of(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_from_a_store_with_its_extras(dragoman, store, tmp_path, name):
    out = tmp_path / f"out.{name}"
    ran = dragoman("export", "--format", name, "--store", store, "-o", out)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("dragoman: ")
    package = json.loads((tmp_path / f"out.{name}.datapackage.json").read_text(encoding="utf-8"))
    assert package["resources"][0]["bytes"] == out.stat().st_size > 0
    assert "## Cite" in (tmp_path / f"out.{name}.codebook.md").read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.part")) == []


def test_store_and_file_give_the_same_events(dragoman, store, events_file):
    from_store = dragoman("export", "--format", "plover", "--store", store, "-o", "-")
    from_file = dragoman("export", "--format", "plover", "--from", events_file, "-o", "-")
    assert sorted(from_store.out.splitlines()) == sorted(from_file.out.splitlines())


def test_plover_from_a_file_is_that_file(dragoman, events_file):
    ran = dragoman("export", "--format", "plover", "--from", events_file, "-o", "-")
    assert ran.out == events_file.read_text(encoding="utf-8")


def test_store_is_named_by_the_environment(dragoman, store, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_STORE", store)
    assert len(table_of(dragoman("export", "--format", "csv", "-o", "-").out)) == len(EVENTS)


def test_stories_have_one_row_each_with_their_counts(dragoman, store):
    (row,) = table_of(dragoman("export", "--format", "csv", "--stories", "--store", store, "-o", "-").out)
    assert (row["key"], row["reports"], row["reporters"], row["dead"]) == (make_story().key, "3", "2", "4")


@pytest.mark.parametrize("source", ["store", "file"])
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(["--dyad", "NOR", "CHL"], {"CONSULT"}, id="dyad in two words"),
        pytest.param(["--dyad", "chl-nor"], {"CONSULT"}, id="dyad in one, the other way around"),
        pytest.param(["--type", "AID,PROTEST"], {"AID", "PROTEST"}, id="two types"),
        pytest.param(["--type", "AID", "--status", "negation"], {"AID"}, id="type and status"),
        pytest.param(["--class", "1"], {"CONSULT"}, id="class"),
        pytest.param(["--until", "2023-12-31"], {"COERCE"}, id="until"),
        pytest.param(["--type", "ACCUSE", "--no-claims"], set(), id="no claims"),
        pytest.param(["--outlet", "The Other"], set(), id="another outlet"),
        pytest.param(["--genre", "news", "--section", "body", "--class", "3"], {"ACCUSE"}, id="genre and section"),
        pytest.param(["--sector", "CVL", "--type", "PROTEST"], {"PROTEST"}, id="sector"),
        pytest.param(["--min-confidence", "0.95"], set(), id="confidence"),
    ],
)
def test_filters_mean_the_same_on_store_and_file(dragoman, store, events_file, source, asked, expected):
    place = ["--store", store] if source == "store" else ["--from", events_file]
    ran = dragoman("export", "--format", "csv", *place, *asked, "-o", "-")
    assert ran.status == 0
    assert {row["event"] for row in table_of(ran.out)} == expected


def test_left_out_is_told_with_what_would_take_it(dragoman, events_file):
    ran = dragoman("export", "--format", "gdelt", "--from", events_file, "-o", "-")
    assert len(ran.out.splitlines()) == 7
    assert "left out: 1 a claim, which the format cannot tell from a fact (--claims takes it)" in ran.err
    more = dragoman("export", "--format", "gdelt", "--from", events_file, "--claims", "--coarse-dates", "-o", "-")
    assert len(more.out.splitlines()) == 9


@pytest.mark.parametrize(("text", "words"), [("none", set()), ("sentence", {event.text for event in EVENTS})])
def test_text_of_the_article_goes_along_only_as_far_as_allowed(dragoman, events_file, text, words):
    ran = dragoman("export", "--format", "plover", "--from", events_file, "--text", text, "-o", "-")
    assert {line["text"] for line in ran.json_lines} - {""} == words


def test_no_extras_and_standard_output_write_no_other_file(dragoman, events_file, tmp_path):
    before = set(tmp_path.iterdir())
    dragoman("export", "--format", "csv", "--from", events_file, "-o", "-")
    assert set(tmp_path.iterdir()) == before
    dragoman("export", "--format", "csv", "--from", events_file, "--no-extras", "-o", tmp_path / "out.csv")
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out.csv"}


def test_broken_input_leaves_no_output_at_all(dragoman, events_file, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("what was there before", encoding="utf-8")
    with events_file.open("a", encoding="utf-8") as file:
        file.write('{"id": "half an ev')
    ran = dragoman("export", "--format", "csv", "--from", events_file, "-o", out)
    assert (ran.status, "events.jsonl, line 9 is no event" in ran.err) == (1, True)
    assert out.read_text(encoding="utf-8") == "what was there before"
    assert not (tmp_path / "out.csv.codebook.md").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--format", "excel", "-o", "-"], "no export format 'excel'", id="format"),
        pytest.param(["--format", "csv", "-o", "-", "--type", "FIGHT"], "no event type 'FIGHT'", id="type"),
        pytest.param(["--format", "csv", "-o", "-", "--class", "5"], "--class is 1, 2, 3 or 4", id="class"),
        pytest.param(["--format", "csv", "-o", "-", "--dyad", "AZE"], "--dyad takes two codes", id="half a dyad"),
        pytest.param(["--format", "csv", "-o", "-", "--dyad", "AZE", "XXX"], "'XXX'", id="no such code"),
        pytest.param(["--format", "csv", "-o", "-", "more"], "'more' belongs to no option", id="a stray word"),
        pytest.param(["--format", "csv", "-o", "-", "--since", "May"], "YYYY-MM-DD", id="day"),
        pytest.param(["--format", "csv", "-o", "-", "--text", "all"], "none, span, sentence", id="text"),
        pytest.param(["--format", "csv", "-o", "-", "--stories"], "holds no stories", id="stories of a file"),
        pytest.param(
            ["--format", "csv", "-o", "-", "--coder", "x"], "leave --store and --coder out", id="coder of a file"
        ),
        pytest.param(["--format", "parquet", "-o", "-"], "is no text", id="bytes to standard output"),
        pytest.param(["--format", "csv", "-o", "none/out.csv"], "no such folder", id="folder"),
        pytest.param(["--format", "csv", "-o", "-", "--class-mapping", "x"], "plover, gdelt, phoenix", id="mapping"),
    ],
)
def test_bad_use_is_one_clear_line(dragoman, events_file, arguments, told):
    ran = dragoman("export", "--from", events_file, *arguments)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert told in ran.err


def test_output_that_is_the_input_is_refused(dragoman, events_file):
    ran = dragoman("export", "--format", "plover", "--from", events_file, "-o", events_file)
    assert (ran.status, "is the input too" in ran.err) == (2, True)


def test_missing_store_is_not_made(dragoman, tmp_path):
    ran = dragoman("export", "--format", "csv", "--store", f"sqlite:///{tmp_path / 'none.db'}", "-o", "-")
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)
    assert list(tmp_path.iterdir()) == []
