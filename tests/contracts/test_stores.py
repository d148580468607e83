"""Every store: documents, articles with their revisions, events with their versions."""

import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import (
    ALL,
    RUN,
    change_event,
    count_of,
    keys,
    make_article,
    make_document,
    make_event,
    make_outcome,
    make_rejection,
    recode,
    save,
)
from record_strategies import strategy_of

from dragoman.errors import BadUse
from dragoman.records import (
    Attribution,
    Count,
    Event,
    EventFilter,
    Location,
    article_key,
    json_from_record,
)

ARTICLE = make_article()
KEY = article_key(ARTICLE)
AID = make_event(ARTICLE)
TALKS = make_event(ARTICLE, actor=("NOR GOV", "CHL GOV"), recipient=(), event="CONSULT", reciprocal=True)


def live(store, **wanted):
    return keys(store.events(EventFilter(**wanted)))


# ---- documents, runs, rejections


def test_a_saved_document_is_known(store):
    outcome = make_outcome(ARTICLE, AID)
    save(store, outcome, make_rejection("shop.html"))
    asked = [outcome.document.key, make_document("shop.html").key, "never met"]
    assert store.known_documents(asked) == frozenset(asked[:2])


def test_thousands_of_documents_are_asked_for_at_once(store):
    save(store, make_outcome(ARTICLE))
    asked = [*map(str, range(3_000)), make_outcome(ARTICLE).document.key]
    assert store.known_documents(asked) == {asked[-1]}


def test_runs_come_back_newest_first_with_what_they_counted(store):
    with store.writing() as writer:
        first, second = writer.begin_run(RUN), writer.begin_run(RUN)
        writer.end_run(first, state="finished", counts=(Count("coded", 3),))
    newest, oldest = store.runs()
    assert (newest.number, newest.state, newest.ended) == (second, "running", None)
    assert (oldest.state, oldest.counts) == ("finished", (Count("coded", 3),))
    assert oldest.ended
    assert oldest.knowledge == RUN.knowledge


def test_a_run_that_never_began_does_not_end(store):
    with pytest.raises(BadUse, match="no run 7"), store.writing() as writer:
        writer.end_run(7, state="finished", counts=())


def test_rejections_are_kept_by_run_newest_first(store):
    save(store, make_rejection("a"), make_rejection("b"))
    save(store, make_rejection("c", reason="binary"))
    assert [(one.doc_id, one.reason, one.run) for one in store.rejections()] == [
        ("c", "binary", 2),
        ("a", "too short", 1),
        ("b", "too short", 1),
    ]
    assert [one.doc_id for one in store.rejections(run=1)] == ["a", "b"]


def test_raw_page_is_kept_only_when_given_and_until_its_day(store):
    other = make_article("Other")
    save(store, make_outcome(ARTICLE), raw=b"<html>" * 1000, raw_until="2024-06-01")
    save(store, make_outcome(other))
    assert store.raw_page(KEY) == b"<html>" * 1000
    assert store.raw_page(article_key(other)) is None
    with store.writing() as writer:
        assert writer.drop_raw("2024-06-01") == 0
        assert writer.drop_raw("2024-06-02") == 1
    assert store.raw_page(KEY) is None


def test_a_raw_page_without_a_day_stays_for_good(store):
    save(store, make_outcome(ARTICLE), raw=b"page")
    with store.writing() as writer:
        assert writer.drop_raw("9999-12-31") == 0
    assert store.raw_page(KEY) == b"page"


# ---- articles


def test_article_comes_back_as_it_was(store):
    article = make_article(
        deck="By sea.", section="World", genre="news", author="A. Writer", address="https://fjord.example/1"
    )
    save(store, make_outcome(article, credit="Astra News"))
    kept = store.article(article_key(article))
    assert kept.article == article
    assert (kept.revision, kept.revisions, kept.state, kept.first_run) == (1, 1, "live", 1)
    assert (kept.reporter, kept.copy_of, kept.fetched) == ("Astra News", None, "2024-05-15T06:00:00Z")
    assert store.article("unknown") is None


def test_articles_come_by_day_then_key_those_without_a_day_last(store):
    dated = [make_article(f"Title {number}", day) for number, day in enumerate(("2024-05-15", "2024-05-13") * 2)]
    undated = make_article("No day", None)
    save(store, make_outcome(undated), *map(make_outcome, dated))
    expected = sorted((article.day, article_key(article)) for article in dated)
    assert keys(store.articles()) == [*(key for _, key in expected), article_key(undated)]
    assert keys(store.articles(since="2024-05-14")) == [key for day, key in expected if day > "2024-05-14"]
    assert keys(store.articles(until="2024-05-13")) == [key for day, key in expected if day == "2024-05-13"]


def test_the_same_document_again_changes_nothing(store):
    assert save(store, make_outcome(ARTICLE, AID)) == [AID.key]
    before = store.counts()
    assert save(store, make_outcome(ARTICLE, AID)) == []
    assert [count for count in store.counts() if count.name != "runs"] == [
        count for count in before if count.name != "runs"
    ]


def test_the_same_body_in_another_document_is_no_revision(store):
    save(store, make_outcome(ARTICLE, AID))
    moved = dataclasses.replace(ARTICLE, doc_id="elsewhere.html")
    assert save(store, make_outcome(moved, make_event(moved))) == []
    assert count_of(store, "documents") == 2
    assert store.article(KEY).revisions == 1
    assert [kept.event.doc_id for kept in store.events(ALL)] == [ARTICLE.doc_id]


def test_another_body_is_a_revision_and_both_can_be_had(store):
    save(store, make_outcome(ARTICLE))
    changed = dataclasses.replace(ARTICLE, paragraphs=("Norway sent two field hospitals to Chile.",))
    save(store, make_outcome(changed, content="2"))
    kept = store.article(KEY)
    assert (kept.article, kept.revision, kept.revisions) == (changed, 2, 2)
    assert store.article(KEY, revision=1).article == ARTICLE
    assert store.article(KEY, revision=3) is None
    assert len(list(store.articles())) == 1


def test_an_older_body_met_again_changes_nothing(store):
    save(store, make_outcome(ARTICLE, AID))
    changed = dataclasses.replace(ARTICLE, paragraphs=("Nothing was sent.",))
    save(store, make_outcome(changed, content="2"))
    assert save(store, make_outcome(ARTICLE, AID, content="3")) == []
    assert store.article(KEY).article == changed
    assert store.event(AID.key).state == "retracted"


def test_a_rejection_of_a_known_article_changes_nothing_of_it(store):
    save(store, make_outcome(ARTICLE, AID))
    rejected = dataclasses.replace(make_rejection(ARTICLE.doc_id), document=make_document(ARTICLE.doc_id, "2"))
    save(store, dataclasses.replace(rejected, article=ARTICLE))
    assert store.article(KEY).revisions == 1
    assert store.event(AID.key).state == "live"
    assert count_of(store, "rejections") == 1


@pytest.mark.parametrize(
    ("outlet", "credit", "reporter"),
    [
        ("Fjord Courier", None, "Fjord Courier"),
        ("Fjord Courier", "Astra News", "Astra News"),
        ("www.fjord.example", None, "fjord.example"),
        (None, None, None),
    ],
    ids=["outlet", "agency", "mirror", "nobody"],
)
def test_reporter_is_the_agency_else_the_outlet_else_the_article(store, outlet, credit, reporter):
    article = make_article(outlet=outlet)
    save(store, make_outcome(article, make_event(article), credit=credit))
    key = article_key(article)
    expected = reporter or key
    assert store.article(key).reporter in (expected, "fjord")
    assert next(store.events(ALL)).reporter == store.article(key).reporter


# ---- events and their versions


def test_event_comes_back_as_it_was_with_its_article(store):
    assert save(store, make_outcome(ARTICLE, AID, TALKS)) == [AID.key, TALKS.key]
    kept = store.event(AID.key)
    assert kept.event == AID
    assert (kept.article, kept.story, kept.state, kept.versions) == (KEY, None, "live", 1)
    assert not kept.is_corrected
    assert not kept.is_confirmed
    assert store.event("unknown") is None


WRITTEN = dataclasses.replace(AID, event_loc=Location("Valparaíso", "CHL", "city", -33.05, -71.6))
WHOLE = strategy_of(Event).map(
    lambda drawn: dataclasses.replace(
        drawn, key=AID.key, quad_code=1, text=AID.text, cite_info=dataclasses.replace(drawn.cite_info, section="body")
    )
)


@pytest.mark.parametrize("event", [AID, TALKS, WRITTEN], ids=["aid", "talks", "placed"])
def test_stored_event_is_the_same_json(store, event):
    save(store, make_outcome(ARTICLE, event))
    told = json.dumps(json_from_record(store.event(event.key).event))
    assert told == json.dumps(json_from_record(event))


@settings(max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(event=WHOLE, text=st.text(max_size=20))
def test_any_event_comes_back_as_it_was(store, event, text):
    told = change_event(event, text=text, coder=AID.coder)
    with store.writing() as writer:
        number = writer.begin_run(RUN)
        writer.save(make_outcome(ARTICLE), run=number)
        writer.save_recoded(KEY, (told,), run=number)
    kept = store.event(AID.key)
    assert kept.event == told
    assert store.versions(AID.key)[-1].event == told
    assert next(iter(store.events(EventFilter()))).event == told


def test_coding_again_confirms_without_a_trace(store):
    save(store, make_outcome(ARTICLE, AID))
    assert recode(store, ARTICLE, AID) == ()
    (version,) = store.versions(AID.key)
    assert (version.since_run, version.until_run, version.end) == (1, None, None)


def test_a_changed_event_is_a_new_version(store):
    save(store, make_outcome(ARTICLE, AID))
    changed = change_event(AID, confidence=0.5)
    assert recode(store, ARTICLE, changed) == (AID.key,)
    first, second = store.versions(AID.key)
    assert (first.event, first.since_run, first.until_run, first.end) == (AID, 1, 2, "changed")
    assert (second.event, second.since_run, second.until_run, second.end) == (changed, 2, None, None)
    assert (store.event(AID.key).event, store.event(AID.key).versions) == (changed, 2)


def test_a_vanished_event_is_retracted_and_may_come_back(store):
    save(store, make_outcome(ARTICLE, AID, TALKS))
    assert recode(store, ARTICLE, TALKS) == (AID.key,)
    gone = store.event(AID.key)
    assert (gone.state, gone.reason, gone.event) == ("retracted", "vanished", AID)
    assert store.versions(AID.key)[-1].end == "vanished"
    assert live(store) == [TALKS.key]
    assert recode(store, ARTICLE, AID, TALKS) == (AID.key,)
    assert store.event(AID.key).state == "live"
    assert [version.until_run for version in store.versions(AID.key)] == [2, None]


def test_every_past_run_can_be_asked_for(store):
    save(store, make_outcome(ARTICLE, AID))
    changed = change_event(AID, confidence=0.5)
    recode(store, ARTICLE, changed, TALKS)
    recode(store, ARTICLE, TALKS)
    stood = [{event.id for event in store.events_at(run)} for run in (0, 1, 2, 3)]
    assert stood == [set(), {AID.id}, {changed.id, TALKS.id}, {TALKS.id}]


def test_a_revision_retracts_what_it_no_longer_tells(store):
    save(store, make_outcome(ARTICLE, AID, TALKS))
    changed = dataclasses.replace(ARTICLE, paragraphs=("They talked.",))
    again = change_event(TALKS, confidence=0.4)
    assert set(save(store, make_outcome(changed, again, content="2"))) == {AID.key, TALKS.key}
    assert store.event(AID.key).reason == "article corrected"
    assert store.event(TALKS.key).event == again
    assert live(store) == [TALKS.key]


def test_withdrawing_an_article_retracts_its_events(store):
    save(store, make_outcome(ARTICLE, AID, TALKS))
    with store.writing() as writer:
        assert set(writer.withdraw(KEY, reason="it was invented", run=1)) == {AID.key, TALKS.key}
    assert live(store) == []
    assert list(store.articles()) == []
    assert (store.article(KEY).state, store.article(KEY).reason) == ("withdrawn", "it was invented")
    assert store.event(AID.key).reason == "article withdrawn: it was invented"
    assert recode(store, ARTICLE, AID) == ()
    assert live(store) == []


def test_unknown_articles_are_neither_recoded_nor_withdrawn(store):
    with pytest.raises(BadUse, match="no article"), store.writing() as writer:
        writer.save_recoded("unknown", (), run=1)
    with pytest.raises(BadUse, match="no article"), store.writing() as writer:
        writer.withdraw("unknown", reason="because", run=1)


def test_what_fails_half_way_leaves_nothing_behind(store):
    def fail_half_way():
        with store.writing() as writer:
            writer.save(make_outcome(ARTICLE, AID), run=writer.begin_run(RUN))
            raise KeyError(*keys(writer.events(ALL)))

    with pytest.raises(KeyError, match=AID.key):
        fail_half_way()
    assert store.event(AID.key) is None
    assert store.runs() == ()
    assert save(store, make_outcome(ARTICLE, AID)) == [AID.key]


def test_the_writer_sees_its_changes_before_anybody_else(store):
    with store.writing() as writer:
        writer.save(make_outcome(ARTICLE, AID), run=writer.begin_run(RUN))
        assert keys(writer.events(ALL)) == [AID.key]
        assert keys(store.events(ALL)) == []
    assert keys(store.events(ALL)) == [AID.key]


# ---- filters

AIDED = make_article("Aid", "2024-05-14", genre="news", paragraphs=("Norway's premier sent tents to Chile.",))
STRUCK = make_article("Strike", "2024-05-16", "Harbour Wire", ("Rebels in Mali say troops hit Gao.",), genre="analysis")
MET = make_article("Talks", None, "Fjord Courier", ("Chile and Norway met.",))
FILTERED = {
    "aid": make_event(AIDED, actor=("NOR GOV person:ola Ola",), mode=()),
    "hit": make_event(
        STRUCK,
        actor=("MLI MIL",),
        recipient=("? REB",),
        event="ASSAULT",
        quad_code=4,
        date="2024-05-01",
        enddate="2024-05-31",
        attribution=Attribution("a rebel", None, "MLI", "REB", "reported"),
        event_loc=Location("Gao", "MLI", "city"),
        confidence=0.6,
    ),
    "met": make_event(
        MET,
        actor=("CHL GOV", "NOR GOV"),
        recipient=(),
        event="CONSULT",
        quad_code=1,
        reciprocal=True,
        date=None,
        enddate=None,
        status="historical",
    ),
}
NAMES = {event.key: name for name, event in FILTERED.items()}


@pytest.fixture(scope="module")
def filtered(shared_store):
    store = shared_store
    pairs = zip((AIDED, STRUCK, MET), FILTERED.values(), strict=True)
    save(store, *(make_outcome(article, event) for article, event in pairs))
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["hit", "aid", "met"]),
        ({"actor": ("NOR",)}, ["aid", "met"]),
        ({"recipient": ("CHL",)}, ["aid", "met"]),
        ({"actor": ("NOR",), "recipient": ("CHL",)}, ["aid", "met"]),
        ({"actor": ("CHL",), "recipient": ("NOR",)}, ["met"]),
        ({"actor": ("CHL",), "recipient": ("NOR",), "either_way": True}, ["aid", "met"]),
        ({"actor": ("CHL",), "recipient": ("CHL",)}, []),
        ({"recipient": ("NOR",), "either_way": True}, ["aid", "met"]),
        ({"actor": ("NOR", "MLI")}, ["hit", "aid", "met"]),
        ({"since": "2024-05-15"}, ["hit"]),
        ({"until": "2024-05-13"}, ["hit"]),
        ({"since": "2024-05-14", "until": "2024-05-14"}, ["hit", "aid"]),
        ({"seen_since": "2024-05-15"}, ["hit"]),
        ({"seen_until": "2024-05-14"}, ["aid"]),
        ({"types": ("AID", "CONSULT")}, ["aid", "met"]),
        ({"classes": (4,)}, ["hit"]),
        ({"statuses": ("historical",)}, ["met"]),
        ({"sections": ("body",)}, ["hit", "aid", "met"]),
        ({"sections": ("title",)}, []),
        ({"genres": ("news",)}, ["aid"]),
        ({"outlets": ("Fjord Courier",)}, ["aid", "met"]),
        ({"sectors": ("GOV", "")}, ["aid", "met"]),
        ({"sectors": ("MIL",)}, ["hit"]),
        ({"entities": ("person:ola",)}, ["aid"]),
        ({"countries": ("MLI",)}, ["hit"]),
        ({"claims": True}, ["hit"]),
        ({"claims": False}, ["aid", "met"]),
        ({"min_confidence": 0.9}, ["aid", "met"]),
        ({"article": article_key(MET)}, ["met"]),
        ({"words": "norw* -tents"}, ["met"]),
        ({"words": '"premier sent"'}, ["aid"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_filter_takes(filtered, wanted, found):
    assert [NAMES[key] for key in live(filtered, **wanted)] == found
    assert filtered.count_events(EventFilter(**wanted)) == len(found)


def test_events_are_paged_by_the_last_key(filtered):
    read, after = [], None
    while page := keys(filtered.events(EventFilter(), after=after, limit=1)):
        after = page[0]
        read.append(NAMES[after])
    assert read == ["hit", "aid", "met"]


def test_going_on_behind_an_unknown_event_is_bad_use(filtered):
    with pytest.raises(BadUse, match="unknown"):
        list(filtered.events(EventFilter(), after="unknown"))


def test_publication_counts_to_the_minute_and_then_by_arrival(store):
    articles = [
        make_article(f"T{number}", f"2024-05-14T{hour}:30+04:00") for number, hour in enumerate(("07", "09", "07"))
    ]
    events = [make_event(article) for article in articles]
    save(store, *map(make_outcome, articles, events))
    assert live(store) == [events[1].key, events[2].key, events[0].key]
    assert len(live(store, seen_until="2024-05-14")) == 3
    assert live(store, seen_since="2024-05-15") == []


def test_many_events_are_streamed_whole(store):
    article = make_article(paragraphs=tuple(f"Norway sent tent {number} to Chile." for number in range(1_100)))
    events = [make_event(article, text) for text in article.paragraphs]
    save(store, make_outcome(article, *events))
    assert live(store) == [event.key for event in reversed(events)]


def test_counts_name_what_the_store_holds(store):
    save(store, make_outcome(ARTICLE, AID, TALKS), make_rejection("x"))
    recode(store, ARTICLE, TALKS)
    counts = {count.name: count.number for count in store.counts()}
    assert counts["documents"] == 2
    assert counts["articles"] == counts["rejections"] == counts["retracted events"] == 1
    assert counts["events"] == counts["event versions"] == 2
    assert counts["sentences with events"] == 1


# ---- events of other coders


def test_foreign_events_are_kept_once_and_beside_ours(store):
    others = [change_event(AID, key=f"k{day}", date=day, enddate=day) for day in ("2024-05-02", "2024-05-01")]
    undated = change_event(AID, key="k", date=None, enddate=None)
    with store.writing() as writer:
        assert writer.save_foreign("icews", [*others, others[0], undated]) == 3
        assert writer.save_foreign("icews", others) == 0
        assert writer.save_foreign("gdelt", others[:1]) == 1
    assert list(store.foreign_events("icews")) == [others[1], others[0], undated]
    assert list(store.foreign_events("icews", since="2024-05-02")) == [others[0]]
    assert list(store.foreign_events("icews", until="2024-05-01")) == [others[1]]
    assert list(store.events(ALL)) == []


# ---- copies


def test_near_copies_share_a_band(store):
    other = make_article("Other")
    save(store, make_outcome(ARTICLE), make_outcome(other))
    with store.writing() as writer:
        writer.save_copy(KEY, bands=("a", "b"), signature=b"\x00\x01", copy_of=None)
        writer.save_copy(article_key(other), bands=("b", "c"), signature=b"\x02", copy_of=None)
    assert store.near_copies(["a", "x"]) == ((KEY, b"\x00\x01"),)
    assert dict(store.near_copies(["b"])) == {KEY: b"\x00\x01", article_key(other): b"\x02"}
    with store.writing() as writer:
        writer.save_copy(KEY, bands=("z",), signature=b"\x03", copy_of=None)
    assert store.near_copies(["a"]) == ()
    assert store.near_copies(["z"]) == ((KEY, b"\x03"),)


def test_a_copy_shares_the_reporter_of_what_it_copies(store):
    first, copy, credited = make_article("One"), make_article("Two", outlet="Bay"), make_article("Three", outlet="Cape")
    save(store, make_outcome(first), make_outcome(copy), make_outcome(credited, credit="Astra News"))
    with store.writing() as writer:
        for article in (copy, credited):
            writer.save_copy(article_key(article), bands=(), signature=b"", copy_of=article_key(first))
    assert store.article(article_key(copy)).copy_of == article_key(first)
    assert store.article(article_key(copy)).reporter == "Fjord Courier"
    assert store.article(article_key(credited)).reporter == "Astra News"
    with store.writing() as writer:
        writer.save_copy(article_key(copy), bands=(), signature=b"", copy_of=None)
    assert store.article(article_key(copy)).reporter == "Bay"
