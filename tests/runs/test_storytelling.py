"""Events saved in a store find their stories there, one by one, and stories follow when events change or go."""

import dataclasses
import random

import pytest

from dragoman.errors import BadUse
from dragoman.ontology import load_ontology
from dragoman.records import (
    Article,
    CiteInfo,
    Coder,
    Correction,
    Entity,
    Event,
    KeptDocument,
    KeptOutcome,
    Location,
    Run,
    Size,
    TextInfo,
    article_key,
    digest,
    event_key,
    event_version,
)
from dragoman.runs.storytelling import assign_stories, merge_stories, split_story
from dragoman.stores import open_store
from dragoman.stories.credits import find_credit

ONTOLOGY = load_ontology()
RUN = Run(0, "ingest", "2024-05-14T00:00:00Z", None, "running", "1", "1", "1")
LEAD = "A bomb in a rubbish bin exploded at the tram depot of Hamar on Tuesday, killing four people, police said."
REST = (
    "Windows broke as far as the cathedral square, and a shunting engine was thrown from its rails by the blast.",
    "The depot was to close in autumn. Two drivers had complained of strangers at the fence since the holidays.",
)


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path / 'news.db'}")
    yield opened
    opened.close()


def article(title="Bomb at depot", outlet="Fjord Courier", published="2024-05-14T10:00Z", paragraphs=(LEAD, *REST)):
    return Article(f"{outlet} {title}", title=title, outlet=outlet, published=published, paragraphs=paragraphs)


def event(of, text=LEAD, kind="ASSAULT", day="2024-05-14", dead=4, **given):
    left_open = {
        "actor": (Entity(None, None, "UNK"),),
        "recipient": (Entity(None, "NOR", "CVL"),),
        "event_loc": Location("Hamar", "NOR", "city"),
    }
    built = Event(
        id="",
        key=event_key(article_key(of), text, kind, (0, 0)),
        doc_id=of.doc_id,
        date=day,
        enddate=day,
        date_precision="day",
        date_basis="text",
        planned_date=None,
        planned_enddate=None,
        event=(kind,),
        mode=(),
        context=(),
        quad_code=ONTOLOGY.quad(kind),
        event_scale=ONTOLOGY.score(kind),
        status="actual",
        reciprocal=False,
        object=None,
        size=Size(dead),
        attribution=None,
        confidence=0.9,
        text=text,
        text_info=TextInfo(1, 0, len(text)),
        cite_info=CiteInfo(title=of.title, publication=of.outlet, published=of.published),
        coder=Coder("test", "1", "rule"),
        **{**left_open, **given},
    )
    return dataclasses.replace(built, id=event_version(built))


def outcome(of, *events):
    document = KeptDocument(digest("document", of.doc_id, *of.paragraphs), of.doc_id, digest(*of.paragraphs), "jsonl")
    return KeptOutcome(document, of, events, None, find_credit(of))


def keep(store, *outcomes):
    """Save outcomes in one transaction, each with its stories."""
    with store.writing() as writer:
        run = writer.begin_run(RUN)
        for one in outcomes:
            assign_stories(writer, writer.save(one, run=run))
        writer.end_run(run, state="finished", counts=())


def told(outlet, text=None, **given):
    hour = "09" if outlet == "Fjord Courier" else "11"  # the first to tell it
    body = (text, "Nothing more was known.") if text else (LEAD, *REST)
    of = article(outlet, outlet, f"2024-05-14T{hour}:00Z", body)
    return of, event(of, text or LEAD, **given)


def stories_in(store):
    from dragoman.records import EventFilter

    return {story.key: story for story in store.stories(EventFilter())}


def only_story(store):
    (story,) = stories_in(store).values()
    return story


def test_event_founds_a_story_that_the_store_finds_again(store):
    of, bomb = told("Fjord Courier")
    keep(store, outcome(of, bomb))
    story = only_story(store)
    assert (store.story_of(bomb.key), story.best, story.line) == (story.key, bomb.key, LEAD)
    assert (story.reports, story.reporters) == (1, ("Fjord Courier",))


def test_second_report_of_a_happening_joins_its_story(store):
    first, second = told("Fjord Courier"), told("Tide", "Four people died in an explosion at Hamar's tram depot.")
    keep(store, outcome(first[0], first[1]))
    keep(store, outcome(second[0], second[1]))
    story = only_story(store)
    assert (story.reports, story.reporters) == (2, ("Fjord Courier", "Tide"))
    assert [place.how for place in story.tellings] == ["founding", "rule"]


def test_another_happening_is_another_story(store):
    first, second = told("Fjord Courier"), told("Tide", "A mine hurt a ranger.", day="2024-05-24", dead=None)
    keep(store, outcome(first[0], first[1]), outcome(second[0], second[1]))
    assert len(stories_in(store)) == 2


def test_copies_of_an_agency_text_are_one_reporter(store):
    wire = "OSLO, May 14 (Lantern Press) — " + LEAD
    for outlet in ("Fjord Courier", "Tide", "Gazette"):
        of = article(f"{outlet}: bomb", outlet, paragraphs=(wire, *REST))
        keep(store, outcome(of, event(of, wire)))
    story = only_story(store)
    assert (story.reports, story.reporters) == (3, ("Lantern Press",))


def test_copy_without_a_credit_shares_the_reporter_of_the_earliest_text(store):
    original, copy = told("Fjord Courier"), told("Tide")
    keep(store, outcome(*original), outcome(*copy))
    story = only_story(store)
    assert (story.reports, story.reporters) == (2, ("Fjord Courier",))
    assert story.tellings[1].how == "copy"
    assert store.article(article_key(copy[0])).copy_of == article_key(original[0])


def test_earliest_text_is_the_original_though_it_is_read_last(store):
    late = article("Bomb", "Tide", "2024-05-14T19:00Z")
    early = article("Bomb", "Fjord Courier", "2024-05-14T08:00Z")
    keep(store, outcome(late, event(late)))
    keep(store, outcome(early, event(early)))
    assert store.article(article_key(late)).copy_of == article_key(early)
    assert store.article(article_key(early)).copy_of is None
    assert only_story(store).reporters == ("Fjord Courier",)


def test_vanished_event_leaves_its_story(store):
    first, second = told("Fjord Courier"), told("Tide", "Four people died in an explosion at Hamar's tram depot.")
    keep(store, outcome(*first), outcome(*second))
    key = only_story(store).key
    with store.writing() as writer:
        run = writer.begin_run(RUN)
        assign_stories(writer, writer.save_recoded(article_key(first[0]), (), run=run))
    story = only_story(store)
    assert (story.key, story.reports, story.best) == (key, 1, second[1].key)
    assert store.story_of(first[1].key) is None


def test_story_goes_with_its_last_event(store):
    of, bomb = told("Fjord Courier")
    keep(store, outcome(of, bomb))
    with store.writing() as writer:
        run = writer.begin_run(RUN)
        assign_stories(writer, writer.withdraw(article_key(of), reason="hoax", run=run))
    assert stories_in(store) == {}


def test_corrected_event_moves_to_where_it_belongs(store):
    first, second = told("Fjord Courier"), told("Tide", "Four people died in an explosion at Hamar's tram depot.")
    keep(store, outcome(*first), outcome(*second))
    changed = dataclasses.replace(second[1], date="2024-04-02", enddate="2024-04-02", size=None)
    changed = dataclasses.replace(changed, id=event_version(changed))
    with store.writing() as writer:
        run = writer.begin_run(RUN)
        assign_stories(writer, writer.save_recoded(article_key(second[0]), (changed,), run=run))
    assert len(stories_in(store)) == 2
    assert store.story_of(first[1].key) != store.story_of(changed.key)


def test_event_retracted_by_hand_leaves_its_story_and_comes_back(store):
    of, bomb = told("Fjord Courier")
    keep(store, outcome(of, bomb))
    retraction = Correction(0, bomb.key, "retract", "editor", "a drill", "2024-05-15T00:00:00Z")
    with store.writing() as writer:
        number = writer.correct(retraction)
        assign_stories(writer, [bomb.key])
    assert stories_in(store) == {}
    with store.writing() as writer:
        writer.correct(Correction(0, bomb.key, "undo", "editor", "no drill", "2024-05-16T00:00:00Z", undoes=number))
        assign_stories(writer, [bomb.key])
    assert only_story(store).best == bomb.key


def test_stories_do_not_hang_on_where_transactions_end(tmp_path):
    chance = random.Random(7)  # noqa: S311
    tellings = []
    for number in range(24):
        day, outlet = f"2024-05-{10 + number // 4}", f"Outlet {number}"
        text = (
            f"A {chance.choice(('bomb', 'grenade', 'fire'))} killed people at the {chance.choice(('depot', 'mill'))}."
        )
        of = article(f"News {number}", outlet, f"{day}T10:00Z", (text, f"Reporter {number} saw it."))
        tellings.append(outcome(of, event(of, text, day=day, dead=chance.randint(1, 3))))
    found = []
    for name, size in (("one", 1), ("five", 5), ("all", 24)):
        opened = open_store(f"sqlite:///{tmp_path / name}.db")
        for start in range(0, 24, size):
            keep(opened, *tellings[start : start + size])
        found.append(stories_in(opened))
        opened.close()
    assert 1 < len(found[0]) < 24
    assert found[0] == found[1] == found[2]


def test_lone_story_is_taken_in_when_a_later_telling_shows_that_it_is_the_same(store):
    anywhere = {"dead": None, "event_loc": None}
    lone = told("Tide", "Guards chased hooded men away from rails.", kind="COERCE", **anywhere)
    first = told("Gazette", "An engine shed blew up.", **anywhere)
    between = told("Post", "Hooded men whom guards chased from rails blew up an engine shed.", **anywhere)
    keep(store, outcome(*lone), outcome(*first))
    assert len(stories_in(store)) == 2
    keep(store, outcome(*between))
    assert only_story(store).reports == 3


def test_merging_by_hand_makes_one_story_and_is_kept(store):
    first, second = told("Fjord Courier"), told("Tide", "A mine hurt a ranger.", day="2024-05-24", dead=None)
    keep(store, outcome(*first), outcome(*second))
    keys = [store.story_of(bomb.key) for _, bomb in (first, second)]
    with store.writing() as writer:
        merged = merge_stories(writer, keys[0], keys[1], who="editor", why="one campaign")
    assert only_story(store) == merged
    assert [place.how for place in merged.tellings] == ["founding", "hand"]
    with store.writing() as writer:
        assign_stories(writer, [second[1].key])
    assert only_story(store).reports == 2


def test_splitting_by_hand_makes_two_stories_and_is_kept(store):
    tellings = [told("Fjord Courier"), told("Tide", "Four people died in an explosion at Hamar's tram depot.")]
    keep(store, *(outcome(*one) for one in tellings))
    with store.writing() as writer:
        split = split_story(writer, [tellings[1][1].key], who="editor", why="another depot")
    assert len(stories_in(store)) == 2
    assert split.tellings[0].how == "hand"
    with store.writing() as writer:
        assign_stories(writer, [one[1].key for one in tellings])
    assert len(stories_in(store)) == 2


def test_founding_event_can_be_split_off_its_own_story(store):
    tellings = [told("Fjord Courier"), told("Tide", "Four people died in an explosion at Hamar's tram depot.")]
    keep(store, *(outcome(*one) for one in tellings))
    old = only_story(store).key
    with store.writing() as writer:
        split = split_story(writer, [tellings[0][1].key], who="editor", why="another depot")
    assert split.key != old
    assert set(stories_in(store)) == {old, split.key}


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda writer, told: merge_stories(writer, told["story"], "nowhere", who="a", why="b"), "no story 'nowhere'"),
        (lambda writer, told: merge_stories(writer, told["story"], told["story"], who="a", why="b"), "with itself"),
        (lambda writer, told: split_story(writer, [told["event"]], who="a", why="b"), "leave at least one"),
        (lambda writer, _: split_story(writer, [], who="a", why="b"), "name events of a single story"),
        (lambda writer, told: split_story(writer, [told["event"], "gone"], who="a", why="b"), "not told in one story"),
    ],
    ids=["unknown story", "itself", "all events", "no event", "events of two stories"],
)
def test_impossible_merge_or_split_says_why_and_changes_nothing(store, act, message):
    of, bomb = told("Fjord Courier")
    keep(store, outcome(of, bomb))
    before = stories_in(store)
    with pytest.raises(BadUse, match=message), store.writing() as writer:
        act(writer, {"story": store.story_of(bomb.key), "event": bomb.key})
    assert stories_in(store) == before
