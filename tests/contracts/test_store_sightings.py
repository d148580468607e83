"""Every store: a listed headline is counted once, however many pages list it, and yields to the article itself."""

import dataclasses

import pytest
from invented import (
    ALL,
    change_event,
    headline,
    keys,
    make_article,
    make_event,
    make_outcome,
    make_story,
    recode,
    save,
    save_stories,
)

from dragoman.records import EventFilter, article_key

LISTED = headline("Peru sends tents to Chile", "2024-05-12")
PAGES = [make_article(f"Page {number}", related=(headline("Else"), LISTED)) for number in (1, 2)]
TOLD = [make_event(page, listed=("related", 2), actor=("PER GOV",)) for page in PAGES]
ITSELF = make_article("PERU sends tents, to Chile", "2024-05-12", paragraphs=("Peru sent tents.",))
OWN = make_event(ITSELF, actor=("PER GOV",))


def of(store, title):
    return next(sighting for sighting in store.sightings() if sighting.title == title)


def test_the_same_headline_has_the_same_event_on_every_page():
    assert TOLD[0].key == TOLD[1].key


def test_a_headline_on_two_pages_is_counted_once_and_seen_twice(store):
    assert save(store, make_outcome(PAGES[0], TOLD[0])) == [TOLD[0].key]
    assert save(store, make_outcome(PAGES[1], TOLD[1])) == []
    assert [kept.event for kept in store.events(ALL)] == [TOLD[0]]
    seen = of(store, LISTED.title)
    assert (seen.seen, seen.outlet, seen.published, seen.article) == (2, "Fjord Courier", "2024-05-12", None)
    assert seen.first_seen == "2024-05-15T06:00:00Z"
    assert len(list(store.sightings(since="2024-05-16"))) == 0


def test_a_headline_listed_twice_on_one_page_is_seen_once(store):
    page = make_article(related=(LISTED,), latest=(LISTED,))
    twice = change_event(make_event(page, listed=("latest", 1)), key="another key")
    save(store, make_outcome(page, make_event(page, listed=("related", 1)), twice))
    assert of(store, LISTED.title).seen == 1
    assert len(list(store.events(ALL))) == 1


def test_the_events_of_a_headline_yield_to_the_article_itself(store):
    save(store, make_outcome(PAGES[0], TOLD[0]))
    assert set(save(store, make_outcome(ITSELF, OWN))) == {TOLD[0].key, OWN.key}
    gone = store.event(TOLD[0].key)
    assert (gone.state, gone.reason) == ("retracted", "read as an article")
    assert store.versions(TOLD[0].key)[-1].end == "read as an article"
    assert of(store, LISTED.title).article == article_key(ITSELF)
    assert keys(store.events(EventFilter())) == [OWN.key]


def test_a_headline_whose_article_is_there_tells_nothing(store):
    save(store, make_outcome(ITSELF, OWN))
    assert save(store, make_outcome(PAGES[0], TOLD[0])) == []
    assert keys(store.events(ALL)) == [OWN.key]
    assert of(store, LISTED.title).article == article_key(ITSELF)


def test_an_article_of_another_outlet_takes_no_headline(store):
    save(store, make_outcome(PAGES[0], TOLD[0]))
    save(store, make_outcome(dataclasses.replace(ITSELF, outlet="Harbour Wire")))
    assert store.event(TOLD[0].key).state == "live"


def test_a_page_that_lists_itself_does_not_tell_twice(store):
    page = make_article(latest=(headline("Aid for Chile"),))
    save(store, make_outcome(page, make_event(page), make_event(page, listed=("latest", 1))))
    assert keys(store.events(ALL)) == [make_event(page).key]


def test_a_revision_leaves_listed_headlines_alone(store):
    save(store, make_outcome(PAGES[0], TOLD[0]))
    changed = dataclasses.replace(PAGES[0], paragraphs=("Something else.",), related=())
    assert save(store, make_outcome(changed, content="2")) == []
    assert store.event(TOLD[0].key).state == "live"


def test_a_new_list_under_a_known_body_is_seen(store):
    bare = dataclasses.replace(PAGES[0], related=())
    save(store, make_outcome(bare))
    listing = dataclasses.replace(bare, related=PAGES[0].related)
    assert save(store, make_outcome(listing, TOLD[0], content="2")) == [TOLD[0].key]
    assert store.article(article_key(bare)).revisions == 1


def test_coding_again_changes_a_headline_on_the_page_that_told_it_first(store):
    save(store, make_outcome(PAGES[0], TOLD[0]), make_outcome(PAGES[1], TOLD[1]))
    assert recode(store, PAGES[1]) == ()
    changed = change_event(TOLD[0], confidence=0.3)
    assert recode(store, PAGES[0], changed) == (changed.key,)
    assert store.event(changed.key).event == changed
    assert recode(store, PAGES[0]) == (changed.key,)
    assert store.event(changed.key).reason == "vanished"


def test_coding_again_does_not_bring_back_what_was_read_as_an_article(store):
    save(store, make_outcome(PAGES[0], TOLD[0]), make_outcome(ITSELF, OWN))
    assert recode(store, PAGES[0], TOLD[0]) == ()
    assert store.event(TOLD[0].key).state == "retracted"


def test_withdrawing_a_page_leaves_the_headlines_of_others(store):
    save(store, make_outcome(PAGES[0], TOLD[0]))
    with store.writing() as writer:
        assert writer.withdraw(article_key(PAGES[0]), reason="invented", run=1) == ()
    assert store.event(TOLD[0].key).state == "live"


@pytest.mark.parametrize("credit", [None, "Astra News"])
def test_the_report_of_a_headline_is_its_outlets(store, credit):
    save(store, make_outcome(PAGES[0], TOLD[0], credit=credit))
    save_stories(store, make_story(TOLD[0], articles=[article_key(PAGES[0])]))
    (telling,) = store.tellings(store.story_of(TOLD[0].key))
    assert (telling.report.reporter, telling.report.published) == ("Fjord Courier", "2024-05-12")
    assert store.event(TOLD[0].key).reporter == "Fjord Courier"
