"""`dragoman correct`: a log on top of the events, undone by entries, exported as gold."""

import json

import pytest

from dragoman import code_texts
from dragoman.ontology import load_ontology
from dragoman.records import EventFilter
from dragoman.stores import open_store
from goldsheets import article_from_sheet, find_sheets, read_sheets
from scoring import score_article

TEXT = (
    "Norway praised Chile on Tuesday. The lake was calm.\n\n"
    "Peru condemned Bolivia on Monday. Kenya signed an agreement with Uganda on fishing rights on Monday."
)


@pytest.fixture
def store(dragoman, tmp_path, monkeypatch):
    """A store of one article with three events."""
    address = f"sqlite:///{tmp_path}/news.db"
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    monkeypatch.setenv("USER", "ada")
    line = {"id": "a", "title": "A week in words", "text": TEXT, "date": "2024-05-16", "outlet": "Harbour Post"}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert dragoman("ingest", tmp_path / "in.jsonl").status == 0
    store = open_store(address)
    yield store
    store.close()


def key_of(store, code):
    found = [kept.event for kept in store.events(EventFilter()) if kept.event.actor[0].code == code]
    return found[0].key


def test_a_type_that_is_set_is_seen_in_event_and_story_and_undone_again(dragoman, store):
    key = key_of(store, "NOR")
    before = store.event(key)
    ran = dragoman("correct", key, "--set", "type=AID", "--set", "recipient=CHL GOV; PER", "--why", "money was sent")
    assert (ran.status, ran.err) == (0, "")
    assert "entry 1" in ran.out
    kept = store.event(key)
    assert (kept.event.event, kept.is_corrected) == (("AID",), True)
    assert [(side.code, side.sector) for side in kept.event.recipient] == [("CHL", "GOV"), ("PER", "")]
    assert kept.event.quad_code == load_ontology().quad("AID")
    assert store.story(kept.story).event == "AID"
    assert store.versions(key)[-1].event == before.event
    dragoman("correct", "--undo", "1", "--why", "it was a loan")
    assert store.event(key) == before


def test_a_retracted_event_is_gone_from_views_and_stories_until_it_is_undone(dragoman, store):
    key = key_of(store, "PER")
    story = store.event(key).story
    dragoman("correct", key, "--retract", "--who", "grace", "--why", "a film")
    assert key not in {kept.event.key for kept in store.events(EventFilter())}
    assert store.story(story) is None
    dragoman("correct", "--undo", "1", "--why", "it was no film")
    assert store.event(key).state == "live"
    assert store.event(key).story is not None


def test_a_confirmed_event_is_marked(dragoman, store):
    key = key_of(store, "PER")
    assert dragoman("correct", key, "--confirm", "--why", "read").status == 0
    assert store.event(key).is_confirmed


def test_the_log_shows_who_why_and_what_was_taken_back(dragoman, store):
    first, second = key_of(store, "PER"), key_of(store, "NOR")
    dragoman("correct", first, "--set", "status=negation", "--who", "grace", "--why", "it was denied")
    dragoman("correct", second, "--confirm", "--why", "read")
    dragoman("correct", "--undo", "1", "--why", "it was not")
    log = dragoman("correct", "--log").out
    assert f"grace: set status = negation on {first}" in log
    assert "it was denied (taken back by entry 3)" in log
    assert f"ada: confirm {second}" in log
    assert second not in dragoman("correct", first, "--log").out


def test_a_correction_whose_event_is_gone_is_shown_as_orphaned(dragoman, store):
    key = key_of(store, "PER")
    dragoman("correct", key, "--confirm", "--why", "read")
    article = store.event(key).article
    dragoman("withdraw", article, "--why", "a hoax")
    assert "orphaned" in dragoman("correct", "--log").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["KEY"], "exactly one of", id="nothing asked"),
        pytest.param(["KEY", "--retract", "--confirm", "--why", "w"], "exactly one of", id="two things asked"),
        pytest.param(["--retract", "--why", "w"], "which event", id="no key"),
        pytest.param(["KEY", "--retract"], "--why", id="no reason"),
        pytest.param(["KEY", "--undo", "1", "--why", "w"], "take no KEY", id="a key beside an entry"),
        pytest.param(["none", "--retract", "--why", "w"], "no event 'none'", id="no such event"),
        pytest.param(["KEY", "--set", "type=HELP", "--why", "w"], "no event type 'HELP'", id="no such type"),
        pytest.param(["--undo", "7", "--why", "w"], "no entry 7", id="no such entry"),
    ],
)
def test_what_cannot_be_is_bad_use_and_changes_nothing(dragoman, store, arguments, told):
    key = key_of(store, "PER")
    ran = dragoman("correct", *(key if argument == "KEY" else argument for argument in arguments))
    assert ran.status == 2
    assert told in ran.err
    assert store.corrections() == ()


def test_nobody_corrects_without_a_name(dragoman, store, monkeypatch):
    monkeypatch.delenv("USER")
    monkeypatch.delenv("USERNAME", raising=False)
    ran = dragoman("correct", key_of(store, "PER"), "--confirm", "--why", "read")
    assert ran.status == 2
    assert "--who" in ran.err


def test_an_entry_is_taken_back_but_once_and_an_undoing_can_be_undone(dragoman, store):
    key = key_of(store, "PER")
    dragoman("correct", key, "--confirm", "--why", "read")
    dragoman("correct", "--undo", "1", "--why", "not read")
    assert dragoman("correct", "--undo", "1", "--why", "again").status == 2
    assert dragoman("correct", "--undo", "2", "--why", "read after all").status == 0
    assert store.event(key).is_confirmed


def test_judged_events_are_exported_as_sheets_that_the_gate_reads(dragoman, store, tmp_path):
    dragoman("correct", key_of(store, "NOR"), "--confirm", "--why", "read")
    dragoman("correct", key_of(store, "PER"), "--set", "type=REJECT", "--why", "it refused")
    ran = dragoman("correct", "--export", tmp_path / "gold")
    assert "1 sheet with 2 events" in ran.err
    (sheet,) = read_sheets(find_sheets(tmp_path / "gold"), load_ontology())
    assert (sheet.title, sheet.outlet, sheet.published) == ("A week in words", "Harbour Post", "2024-05-16")
    assert [(sentence.is_judged, [event.event for event in sentence.events]) for sentence in sheet.sentences] == [
        (False, []),
        (True, [store.event(key_of(store, "NOR")).event.event[0]]),
        (False, []),
        (True, ["REJECT"]),
        (False, []),
    ]
    assert article_from_sheet(sheet).paragraphs == tuple(TEXT.split("\n\n"))


def test_only_judged_sentences_count_when_the_gate_scores_a_sheet(dragoman, store, tmp_path):
    """The coder misses what was corrected, and what it finds in sentences that nobody judged counts neither way."""
    dragoman("correct", key_of(store, "NOR"), "--confirm", "--why", "read")
    dragoman("correct", key_of(store, "PER"), "--retract", "--why", "a film")
    dragoman("correct", "--export", tmp_path / "gold")
    (sheet,) = read_sheets(find_sheets(tmp_path / "gold"), load_ontology())
    (coded,) = code_texts([article_from_sheet(sheet)])
    assert len(coded.events) == 3
    counts = score_article(sheet, coded.events).counts
    assert {name: counts[name] for name in ("sentences", "required", "found", "extra")} == {
        "sentences": 2,
        "required": 1,
        "found": 1,
        "extra": 1,
    }


def test_articles_that_cannot_be_sheets_are_named(dragoman, store, tmp_path):
    line = {"id": "b", "text": "Ghana praised Togo on Tuesday."}
    (tmp_path / "more.jsonl").write_text(json.dumps(line), encoding="utf-8")
    dragoman("ingest", tmp_path / "more.jsonl")
    dragoman("correct", key_of(store, "GHA"), "--confirm", "--why", "read")
    ran = dragoman("correct", "--export", tmp_path / "gold")
    assert "has no sheet: it has no title or no day" in ran.err
    assert "0 sheets" in ran.err


@pytest.mark.usefixtures("store")
def test_sheets_go_into_a_folder(dragoman, tmp_path):
    (tmp_path / "gold").write_text("", encoding="utf-8")
    assert dragoman("correct", "--export", tmp_path / "gold").status == 2
