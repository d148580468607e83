"""Every store: a log of corrections on top of the events, in force in every view."""

import pytest
from invented import (
    ALL,
    change_event,
    keys,
    make_article,
    make_event,
    make_outcome,
    make_story,
    recode,
    save,
    save_stories,
)

from dragoman.errors import BadUse
from dragoman.records import Change, Correction, EventFilter, article_key

ARTICLE = make_article()
AID = make_event(ARTICLE, actor=("NOR GOV person:ola Ola",))
AT = "2024-05-20T10:00:00+00:00"


@pytest.fixture
def told(store):
    save(store, make_outcome(ARTICLE, AID))
    save_stories(store, make_story(AID, articles=[article_key(ARTICLE)]))
    return store


def correct(store, action, key=AID.key, undoes=None, **changes):
    made = tuple(Change(field, value) for field, value in changes.items())
    with store.writing() as writer:
        return writer.correct(Correction(0, key, action, "ada", "she read it", AT, made, undoes))


def found(store, **wanted):
    return keys(store.events(EventFilter(**wanted)))


def test_a_correction_holds_in_every_view(told):
    correct(told, "set", type="ASSAULT", mode="aerial", actor="SWE MIL", date="2024-05-10", status="historical")
    kept = told.event(AID.key)
    assert kept.is_corrected
    event = kept.event
    assert (event.event, event.mode, event.quad_code, event.event_scale) == (("ASSAULT",), ("aerial",), 4, -9.5)
    assert [(side.code, side.sector) for side in event.actor] == [("SWE", "MIL")]
    assert found(told, types=("AID",)) == found(told, actor=("NOR",)) == found(told, entities=("person:ola",)) == []
    assert found(told, types=("ASSAULT",), actor=("SWE",), classes=(4,), until="2024-05-10") == [AID.key]
    assert found(told, statuses=("historical",)) == [AID.key]
    assert told.tellings(kept.story)[0].event == event
    assert [one.event for one in told.events(ALL)] == [event]


def test_the_versions_stay_as_coded(told):
    correct(told, "set", type="AGREE")
    assert [version.event for version in told.versions(AID.key)] == [AID]
    assert list(told.events_at(1)) == [AID]


def test_the_id_of_a_corrected_event_is_of_what_it_says_now(told):
    correct(told, "set", status="future")
    assert told.event(AID.key).event == change_event(AID, status="future")


def test_a_retraction_by_hand_and_its_undoing(told):
    number = correct(told, "retract")
    kept = told.event(AID.key)
    assert (kept.state, kept.reason, kept.is_corrected) == ("retracted", "correction: she read it", True)
    assert found(told) == []
    assert told.tellings(kept.story) == ()
    correct(told, "undo", undoes=number)
    assert told.event(AID.key).state == "live"
    assert not told.event(AID.key).is_corrected
    assert found(told) == [AID.key]


def test_confirming_changes_nothing_but_says_so(told):
    correct(told, "confirm")
    kept = told.event(AID.key)
    assert (kept.event, kept.is_confirmed, kept.is_corrected) == (AID, True, False)


def test_later_entries_stand_on_earlier_ones(told):
    first = correct(told, "set", type="AGREE", date="2024-05-01")
    correct(told, "set", type="REQUEST")
    correct(told, "undo", undoes=first)
    event = told.event(AID.key).event
    assert (event.event, event.date) == (("REQUEST",), AID.date)


def test_an_undoing_can_be_undone(told):
    first = correct(told, "set", type="AGREE")
    second = correct(told, "undo", undoes=first)
    correct(told, "undo", undoes=second)
    assert told.event(AID.key).event.event == ("AGREE",)


def test_the_log_tells_all_in_order(told):
    first = correct(told, "set", type="AGREE")
    second = correct(told, "undo", undoes=first)
    log = told.corrections()
    assert log == told.corrections(key=AID.key)
    assert log == (
        Correction(first, AID.key, "set", "ada", "she read it", AT, (Change("type", "AGREE"),)),
        Correction(second, AID.key, "undo", "ada", "she read it", AT, (), first),
    )
    assert told.corrections(key="unknown") == ()


def test_a_correction_is_put_on_what_is_coded_again(told):
    correct(told, "set", type="AGREE")
    recode(told, ARTICLE, change_event(AID, confidence=0.5))
    event = told.event(AID.key).event
    assert (event.event, event.confidence) == (("AGREE",), 0.5)


def test_a_mode_that_no_longer_fits_is_left_out_when_coded_again(told):
    correct(told, "set", type="CONSULT")
    correct(told, "set", mode="phone")
    correct(told, "undo", undoes=1)
    event = told.event(AID.key).event
    assert (event.event, event.mode, event.event_scale) == (("AID",), (), 10.0)


def test_a_correction_whose_event_vanished_is_an_orphan_until_it_is_back(told):
    correct(told, "set", type="AGREE")
    recode(told, ARTICLE)
    (orphan,) = told.corrections()
    assert orphan.is_orphan
    recode(told, ARTICLE, AID)
    assert not told.corrections()[0].is_orphan
    assert told.event(AID.key).event.event == ("AGREE",)


def test_entities_are_found_as_corrected(told):
    assert [hit.text for hit in told.search("ola", where="entities")] == ["Ola"]
    number = correct(told, "set", actor="SWE GOV")
    assert told.search("ola", where="entities") == ()
    correct(told, "undo", undoes=number)
    assert [hit.text for hit in told.search("ola", where="entities")] == ["Ola"]


@pytest.mark.parametrize(
    ("action", "fields", "says"),
    [
        ("set", {"type": "PICNIC"}, "PICNIC"),
        ("set", {}, "says what"),
        ("set", {"colour": "red"}, "'colour'"),
        ("undo", {"undoes": 9}, "no entry 9"),
        ("undo", {}, "no entry None"),
        ("praise", {}, "praise"),
        ("set", {"key": "unknown", "type": "AID"}, "no event 'unknown'"),
    ],
    ids=["type", "nothing", "field", "undo what", "undo nothing", "action", "event"],
)
def test_what_cannot_be_is_bad_use_and_leaves_no_entry(told, action, fields, says):
    with pytest.raises(BadUse, match=says):
        correct(told, action, **fields)
    assert told.corrections() == ()


def test_an_anonymous_correction_is_bad_use(told):
    with pytest.raises(BadUse, match="who"), told.writing() as writer:
        writer.correct(Correction(0, AID.key, "confirm", " ", "because", AT))
