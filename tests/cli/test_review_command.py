"""`dragoman review`: a queue of events, answers line by line, and the agreement of two reviewers."""

import json

import pytest

from dragoman.records import EventFilter
from dragoman.stores import open_store

TEXTS = (
    ("a", "Harbour Post", "Norway praised Chile on Tuesday."),
    ("b", "Valley Courier", "Peru condemned Bolivia on Monday."),
    ("c", "Island Post", "Kenya signed an agreement with Uganda on fishing rights on Monday."),
    ("d", "Northern Post", "Ghana accused Togo of breaking the rules on visas on Monday."),
)


@pytest.fixture
def store(dragoman, tmp_path, monkeypatch):
    """A store of four articles with an event each."""
    address = f"sqlite:///{tmp_path}/news.db"
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    monkeypatch.setenv("USER", "ada")
    lines = [
        {"id": name, "outlet": outlet, "title": f"Report {name}", "text": text, "date": "2024-05-16"}
        for name, outlet, text in TEXTS
    ]
    (tmp_path / "in.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert dragoman("ingest", tmp_path / "in.jsonl").status == 0
    store = open_store(address)
    yield store
    store.close()


def keys_shown(out):
    return [
        line.split(" · ")[1].strip() for line in out.splitlines() if " · " in line and " of " in line.split(" · ")[0]
    ]


def live(store):
    return list(store.events(EventFilter()))


def test_the_least_sure_come_first_with_sentence_sides_and_rule(dragoman, store):
    ran = dragoman("review", stdin="k\nk\nk\nk\n")
    assert ran.status == 0
    by_confidence = sorted((kept.event.confidence, kept.event.key) for kept in live(store))
    assert keys_shown(ran.out) == [key for _, key in by_confidence]
    assert "*praised* " in ran.out
    assert "actor: NOR" in ran.out
    assert "confidence " in ran.out
    assert "0 of 4 events judged" in ran.err


def test_answers_are_kept_one_by_one(dragoman, store):
    keys = [key for _, key in sorted((kept.event.confidence, kept.event.key) for kept in live(store))]
    answers = "c\nr a film is told\ns type=AID\nstatus=future\n\nq\n"
    ran = dragoman("review", stdin=answers)
    assert "3 of 4 events judged" in ran.err
    log = store.corrections()
    assert [(entry.key, entry.action, entry.who) for entry in log] == [
        (keys[0], "confirm", "ada"),
        (keys[1], "retract", "ada"),
        (keys[2], "set", "ada"),
    ]
    assert log[1].why == "a film is told"
    assert [(change.field, change.value) for change in log[2].changes] == [("event", "AID"), ("status", "future")]
    assert store.event(keys[2]).event.event == ("AID",)


@pytest.mark.usefixtures("store")
def test_what_is_judged_is_not_asked_again(dragoman):
    first = keys_shown(dragoman("review", stdin="c\nq\n").out)[0]
    assert first not in keys_shown(dragoman("review", stdin="k\nk\nk\nk\n").out)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        pytest.param("x", "answer with c, r WHY", id="no answer"),
        pytest.param("r", "answer with c, r WHY", id="a retraction without a reason"),
        pytest.param("s type=HELP\n", "no event type 'HELP'", id="what cannot be set"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_for_again(dragoman, store, answer, told):
    ran = dragoman("review", "--sample", "1", stdin=f"{answer}\nc\n")
    assert told in ran.out
    assert [entry.action for entry in store.corrections()] == ["confirm"]


def test_the_end_of_the_answers_ends_the_review(dragoman, store):
    assert dragoman("review", stdin="c\n").status == 0
    assert len(store.corrections()) == 1


@pytest.mark.usefixtures("store")
def test_a_random_sample_is_the_same_for_everybody_however_the_store_grows(dragoman, tmp_path):
    asked = ("review", "--queue", "random", "--sample", "3", "--seed", "7")
    first = keys_shown(dragoman(*asked, "--who", "ada", stdin="c\nr no event\nk\n").out)
    line = {"id": "e", "title": "Report e", "text": "Fiji praised Samoa on Tuesday.", "date": "2024-05-17"}
    (tmp_path / "more.jsonl").write_text(json.dumps(line), encoding="utf-8")
    dragoman("ingest", tmp_path / "more.jsonl")
    assert keys_shown(dragoman(*asked, "--who", "grace", stdin="k\nk\nk\n").out) == first
    assert keys_shown(dragoman(*asked, "--who", "ada", stdin="q\n").out) == first[2:]


@pytest.mark.usefixtures("store")
def test_another_seed_is_another_order(dragoman):
    shown = [
        tuple(keys_shown(dragoman("review", "--queue", "random", "--sample", "4", "--seed", seed, stdin="k\n" * 4).out))
        for seed in range(6)
    ]
    assert len(set(shown)) > 1
    assert len({frozenset(keys) for keys in shown}) == 1


def test_the_second_reviewer_sees_what_the_coder_gave(dragoman, store):
    asked = ("review", "--queue", "random", "--sample", "1")
    key = keys_shown(dragoman(*asked, "--who", "ada", stdin="s type=AID\n\n").out)[0]
    kind = store.versions(key)[-1].event.event[0]
    assert kind != "AID"
    assert f"  {kind}" in dragoman(*asked, "--who", "grace", stdin="k\n").out


def test_claims_that_differ_within_a_story_are_contested(dragoman, store, tmp_path):
    told = (
        "Armenia says that Azerbaijani troops shelled an Armenian village on Monday. "
        "Azerbaijan says Armenian troops shelled an Azerbaijani village on Monday."
    )
    line = {"id": "x", "outlet": "Harbour Post", "title": "Clash at the border", "date": "2024-05-16", "text": told}
    (tmp_path / "more.jsonl").write_text(json.dumps(line), encoding="utf-8")
    dragoman("ingest", tmp_path / "more.jsonl")
    contested = {kept.event.key for kept in live(store) if kept.event.doc_id == "x"}
    assert len(contested) == 2
    assert set(keys_shown(dragoman("review", "--queue", "claims", stdin="k\n" * 9).out)) == contested


def test_a_story_told_as_several_types_is_at_odds(dragoman, store, tmp_path):
    same = {"title": "Quarrel over fish", "date": "2024-05-16"}
    lines = [
        {"id": "x", "outlet": "Harbour Post", "text": "Egypt accused Jordan over fishing rights on Tuesday.", **same},
        {"id": "y", "outlet": "Valley Courier", "text": "Egypt rejected Jordan's fishing rights on Tuesday.", **same},
    ]
    (tmp_path / "more.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    dragoman("ingest", tmp_path / "more.jsonl")
    told = {kept.event.key: kept.event.event for kept in live(store) if kept.event.doc_id in "xy"}
    assert sorted(told.values()) == [("ACCUSE",), ("REJECT",)]
    assert set(keys_shown(dragoman("review", "--queue", "at-odds", stdin="k\n" * 9).out)) == set(told)


@pytest.mark.usefixtures("store")
def test_an_empty_queue_says_so(dragoman):
    assert "nothing is left" in dragoman("review", "--queue", "claims").err


@pytest.mark.usefixtures("store")
def test_agreement_of_two_reviewers(dragoman):
    asked = ("review", "--queue", "random", "--sample", "4", "--seed", "1")
    dragoman(*asked, "--who", "ada", stdin="c\nc\ns type=AID\n\nr a film\n")
    ran = dragoman(*asked, "--who", "grace", stdin="c\nc\nc\nr a film\n")
    assert "4 of 4" in ran.err
    told = dragoman("review", "--agreement", "ada", "grace").out
    assert "4 events judged by both ada and grace" in told
    assert "type or retraction    75.0% the same of 4" in told
    assert "event                 66.7% the same of 3" in told
    assert "actor                100.0% the same of 3" in told
    assert "ada: AID  grace: " in told


@pytest.mark.usefixtures("store")
def test_agreement_with_somebody_who_judged_nothing_is_bad_use(dragoman):
    dragoman("review", "--sample", "1", stdin="c\n")
    ran = dragoman("review", "--agreement", "ada", "grace")
    assert ran.status == 2
    assert "nobody called 'grace'" in ran.err
    assert "there are ada" in ran.err
