"""`dragoman recode` and `dragoman withdraw`: what changes is told, and what vanished stays to be asked for."""

import json

import pytest

from dragoman.records import EventFilter
from dragoman.stores import open_store

TEXTS = (
    {"id": "front", "title": "Attack in the east", "text": "The Blork Front attacked Bolivia on Monday."},
    {"id": "praise", "title": "A day in Oslo", "text": "Norway praised Chile on Tuesday."},
)


@pytest.fixture
def lists(tmp_path):
    """Two lists of actors that know the same group differently."""
    for name, code in (("one", "PERREB"), ("other", "ECUCRM")):
        (tmp_path / f"{name}.txt").write_text(f"BLORK_FRONT_ [{code}]\n", encoding="utf-8")
    return tmp_path / "one.txt", tmp_path / "other.txt"


@pytest.fixture
def store(dragoman, tmp_path, monkeypatch, lists):
    """A store of two articles, coded with the first list."""
    address = f"sqlite:///{tmp_path}/news.db"
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    monkeypatch.setenv("USER", "ada")
    lines = [{**text, "date": f"2024-05-{16 + number}"} for number, text in enumerate(TEXTS)]
    (tmp_path / "in.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert dragoman("ingest", tmp_path / "in.jsonl", "--actors", lists[0]).status == 0
    store = open_store(address)
    yield store
    store.close()


def event_of(store, doc_id):
    return next(kept for kept in store.events(EventFilter(with_retracted=True)) if kept.event.doc_id == doc_id)


def test_with_the_same_knowledge_everything_is_confirmed(dragoman, store, lists):
    ran = dragoman("recode", "--actors", lists[0])
    assert ran.status == 0
    assert ran.out.startswith(
        "2 articles coded again: 2 events confirmed, 0 new, 0 changed, 0 retracted; 0 corrections"
    )
    assert store.runs()[0].kind == "recode"
    assert store.runs()[0].state == "finished"


def test_a_changed_event_is_a_new_version_and_is_listed_with_old_and_new_values(dragoman, store, lists):
    key = event_of(store, "front").event.key
    ran = dragoman("recode", "--actors", lists[1], "--list")
    assert f"changed   {key}" in ran.out
    assert "actor: PER REB -> ECU CRM" in ran.out
    assert "1 events confirmed, 0 new, 1 changed" in ran.out
    assert [version.event.actor[0].code for version in store.versions(key)] == ["PER", "ECU"]
    first, second = sorted(run.number for run in store.runs())
    assert {event.actor[0].code for event in store.events_at(first) if event.key == key} == {"PER"}
    assert {event.actor[0].code for event in store.events_at(second) if event.key == key} == {"ECU"}


def test_stories_follow_the_new_coding(dragoman, store, lists):
    dragoman("recode", "--actors", lists[1])
    story = store.story(event_of(store, "front").story)
    assert [side.code for side in story.actor] == ["ECU"]


@pytest.mark.usefixtures("store")
def test_json_gives_changes_and_counts_a_line_each(dragoman, lists):
    changed, counts = dragoman("recode", "--actors", lists[1], "--list", "--format", "json").json_lines
    assert (changed["what"], changed["before"]["actor"][0]["code"]) == ("changed", "PER")
    assert {"field": "actor", "old": "PER REB", "new": "ECU CRM"} in changed["fields"]
    assert counts == {
        "articles": 2, "confirmed": 1, "new": 0, "changed": 1, "retracted": 0, "orphaned": 0, "failed": 0,
    }  # fmt: skip


def test_recoding_twice_is_recoding_once(dragoman, store, lists):
    dragoman("recode", "--actors", lists[1])
    before = [(kept.event, kept.versions, kept.story) for kept in store.events(EventFilter())]
    again = dragoman("recode", "--actors", lists[1])
    assert "2 events confirmed, 0 new, 0 changed, 0 retracted" in again.out
    assert [(kept.event, kept.versions, kept.story) for kept in store.events(EventFilter())] == before


@pytest.mark.parametrize(
    ("days", "articles"),
    [
        pytest.param(["--since", "2024-05-17"], 1, id="since"),
        pytest.param(["--until", "2024-05-16"], 1, id="until"),
        pytest.param(["--since", "2024-06-01"], 0, id="none"),
    ],
)
@pytest.mark.usefixtures("store")
def test_only_articles_of_these_days_are_coded_again(dragoman, lists, days, articles):
    assert dragoman("recode", "--actors", lists[0], *days).out.startswith(f"{articles} articles coded again")


def test_a_correction_stays_on_its_event(dragoman, store, lists):
    key = event_of(store, "front").event.key
    dragoman("correct", key, "--set", "type=COERCE", "--why", "a blockade")
    dragoman("recode", "--actors", lists[1])
    kept = store.event(key)
    assert (kept.event.event, kept.event.actor[0].code, kept.is_corrected) == (("COERCE",), "ECU", True)


def test_two_processes_come_to_the_same_end(dragoman, store, lists):
    assert "1 changed" in dragoman("recode", "--actors", lists[1], "--workers", "2").out
    assert event_of(store, "front").event.actor[0].code == "ECU"


def test_a_withdrawn_article_takes_its_events_and_stories_along(dragoman, store):
    praise = event_of(store, "praise")
    ran = dragoman("withdraw", praise.article, "--why", "a hoax")
    assert (ran.status, ran.out) == (0, f"withdrawn: article {praise.article}, 1 event retracted\n")
    kept = store.event(praise.event.key)
    assert kept.state == "retracted"
    assert "a hoax" in kept.reason
    assert [one.event.doc_id for one in store.events(EventFilter())] == ["front"]
    assert store.story(praise.story) is None
    assert list(store.dyad_counts(["NOR", "CHL"], faces=63)) == []


@pytest.mark.parametrize(
    ("article", "why", "told"),
    [
        pytest.param("nothing", "a hoax", "no live article 'nothing'", id="no such article"),
        pytest.param("https://harbour.example/1", "a hoax", "no live article", id="no such address"),
        pytest.param("nothing", None, "--why", id="no reason"),
    ],
)
@pytest.mark.usefixtures("store")
def test_what_cannot_be_withdrawn_is_bad_use(dragoman, article, why, told):
    ran = dragoman("withdraw", article, *(["--why", why] if why else []))
    assert ran.status == 2
    assert told in ran.err


def test_an_article_is_withdrawn_by_its_address_but_once(dragoman, store, tmp_path):
    line = {"id": "a", "url": "https://harbour.example/a", "text": "Peru condemned Bolivia.", "date": "2024-05-18"}
    (tmp_path / "more.jsonl").write_text(json.dumps(line), encoding="utf-8")
    dragoman("ingest", tmp_path / "more.jsonl")
    key = event_of(store, "a").article
    assert dragoman("withdraw", "https://harbour.example/a", "--why", "taken back").status == 0
    assert store.article(key).state == "withdrawn"
    assert "withdrawn already" in dragoman("withdraw", key, "--why", "taken back").err
