"""Every store: tokens of those who write through the web, and lists read page by page while others write."""

import dataclasses

import pytest
from invented import make_article, make_event, make_outcome, make_story, save, save_stories
from sqlalchemy import create_engine, inspect, text

from dragoman.errors import BadUse
from dragoman.records import AccessToken, EventFilter
from dragoman.stores import open_store

DESK = AccessToken("desk", "d1", "2024-05-14T08:00:00+00:00")
NOW = "2024-05-15T08:00:00+00:00"


def keep(store, *tokens):
    with store.writing() as writer:
        for token in tokens:
            writer.save_token(token)


def revoke(store, name):
    with store.writing() as writer:
        writer.revoke_token(name, at=NOW)


# ---- tokens


def test_a_token_is_known_by_its_digest(store):
    keep(store, DESK, dataclasses.replace(DESK, name="night", digest="d2"))
    assert store.token("d2").name == "night"
    assert store.token("d3") is None
    assert [token.name for token in store.tokens()] == ["desk", "night"]


def test_a_revoked_token_opens_nothing_and_stays_in_the_list(store):
    keep(store, DESK)
    revoke(store, "desk")
    assert store.token("d1") is None
    assert store.tokens() == (dataclasses.replace(DESK, revoked=NOW),)


def test_a_name_is_taken_once_until_it_is_revoked(store):
    keep(store, DESK)
    again = dataclasses.replace(DESK, digest="d2")
    with pytest.raises(BadUse, match="'desk'"):
        keep(store, again)
    revoke(store, "desk")
    keep(store, again)
    assert store.token("d2") == again


def test_what_was_never_given_cannot_be_revoked(store):
    with pytest.raises(BadUse, match="no token 'desk' in force"):
        revoke(store, "desk")


def test_a_store_of_the_first_revision_is_given_its_table_of_tokens(store, address):
    made = describe(address)
    store.close()
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE tokens"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    opened = open_store(address)
    keep(opened, DESK)
    assert opened.token("d1") == DESK
    opened.close()
    assert describe(address) == made


def describe(address):
    """The table of tokens as the database has it."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    found = inspect(engine)
    columns = [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns("tokens")]
    unique = [constraint["column_names"] for constraint in found.get_unique_constraints("tokens")]
    indexes = sorted(index["name"] for index in found.get_indexes("tokens"))
    keys = found.get_pk_constraint("tokens")["constrained_columns"]
    engine.dispose()
    return columns, keys, unique, indexes


# ---- pages


def told_on(day, number):
    article = make_article(f"Aid {number}", day=day, paragraphs=(f"Norway sent {number} doctors to Chile.",))
    return article, make_event(article)


def read_all(read, get, *, limit, between=lambda: None):
    found, after = [], None
    while True:
        page = read(EventFilter(), after=after, limit=limit)
        found += get(page)
        if page.rest is None:
            return found
        after = page.rest
        between()


@pytest.fixture
def seven(store):
    """Events of seven articles on three days, each told in a story of its own."""
    told = [told_on(f"2024-05-{10 + number // 3}", number) for number in range(7)]
    save(store, *(make_outcome(article, event) for article, event in told))
    save_stories(store, *(make_story(event) for _, event in told))
    return [event for _, event in told]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_pages_of_events_are_the_list_cut_up(store, seven, limit):
    whole = list(store.events(EventFilter()))
    assert read_all(store.event_page, lambda page: page.events, limit=limit) == whole
    assert len(whole) == len(seven)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_pages_of_stories_are_the_list_cut_up(store, seven, limit):
    whole = list(store.stories(EventFilter()))
    assert read_all(store.story_page, lambda page: page.stories, limit=limit) == whole
    assert len(whole) == len(seven)


def test_no_event_is_lost_or_met_twice_while_others_come_in(store, seven):
    numbers = iter(range(100, 200))

    def ingest():
        for day in ("2024-05-09", "2024-05-11", "2024-05-20"):
            article, event = told_on(day, next(numbers))
            save(store, make_outcome(article, event))

    found = [kept.event.key for kept in read_all(store.event_page, lambda page: page.events, limit=2, between=ingest)]
    assert len(found) == len(set(found))
    assert {event.key for event in seven} <= set(found)


@pytest.mark.usefixtures("seven")
def test_no_story_is_met_twice_though_the_last_one_read_is_told_anew_or_gone(store):
    stories = {story.key: story for story in store.stories(EventFilter())}
    page = store.story_page(EventFilter(), limit=3)
    moved, gone = page.stories[-1], page.stories[-2]
    save_stories(store, dataclasses.replace(moved, last_seen="2024-06-01"))
    with store.writing() as writer:
        writer.drop_story(gone.key)
    rest = store.story_page(EventFilter(), after=page.rest, limit=50)
    assert {story.key for story in rest.stories} == set(stories) - {story.key for story in page.stories}
    assert rest.rest is None
