"""Keys stay when the same is coded again; versions change when what an event says does."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import strategy_of

from dragoman.records import (
    Article,
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Evidence,
    Location,
    Size,
    TextInfo,
    article_key,
    digest,
    event_key,
    event_version,
    normalise,
)

ARTICLE = Article("a.html", title="Ferry talks end", published="2024-05-14T09:00", outlet="The Harbour Post")
EVENT = Event(
    id="v1",
    key="k1",
    doc_id="a.html",
    date="2024-05-13",
    enddate="2024-05-13",
    date_precision="day",
    date_basis="text",
    planned_date=None,
    planned_enddate=None,
    event=("CONSULT",),
    mode=("phone",),
    context=("economic",),
    quad_code=1,
    event_scale=1.5,
    status="actual",
    reciprocal=True,
    actor=(Entity(None, "NOR", "GOV"), Entity(None, "CHL", "GOV")),
    recipient=(),
    object=None,
    size=None,
    event_loc=None,
    attribution=None,
    confidence=0.9,
    text="The two spoke on Monday.",
    text_info=TextInfo(1, 100, 124, (Evidence("event", 108, 113),)),
    cite_info=CiteInfo(title="Ferry talks end"),
    coder=Coder("dragoman", "0.1.0", "consult.talks.v1"),
)
CHANGED = {
    "key": "k2",
    "doc_id": "b.html",
    "date": "2024-05-12",
    "enddate": "2024-05-19",
    "date_precision": "week",
    "date_basis": "context",
    "planned_date": "2024-06-01",
    "planned_enddate": "2024-06-30",
    "event": ("AGREE",),
    "mode": (),
    "context": (),
    "quad_code": 2,
    "event_scale": 2.5,
    "status": "historical",
    "reciprocal": False,
    "actor": (Entity(None, "NOR", "GOV"), Entity(None, "CHL", "MIL")),
    "recipient": (Entity(None, None, "UNK"),),
    "object": "ferries",
    "size": Size(dead=0),
    "event_loc": Location("Oslo", "NOR", "city"),
    "attribution": Attribution("Ana Solberg", None, "NOR", "GOV", "quoted"),
    "confidence": 0.8,
    "text": "The two spoke on Sunday.",
    "text_info": TextInfo(2, 100, 124, EVENT.text_info.evidence),
    "cite_info": CiteInfo(title="Ferry talks go on"),
    "link": "k0",
}
NOT_SAID = {"id", "coder"}


def test_table_of_changes_names_every_field_that_an_event_says():
    assert set(CHANGED) | NOT_SAID == {field.name for field in dataclasses.fields(Event)}


@pytest.mark.parametrize("field", CHANGED)
def test_changed_field_is_a_new_version(field):
    assert event_version(dataclasses.replace(EVENT, **{field: CHANGED[field]})) != event_version(EVENT)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"id": "v2"}, id="id"),
        pytest.param({"coder": Coder("dragoman", "9.9", "another.rule")}, id="coder"),
        pytest.param({"text_info": TextInfo(1, 7, 31)}, id="offsets and evidence"),
    ],
)
def test_coder_id_and_offsets_make_no_new_version(change):
    assert event_version(dataclasses.replace(EVENT, **change)) == event_version(EVENT)


@given(strategy_of(Event))
def test_any_event_has_one_version_and_it_comes_again(event):
    assert event_version(event) == event_version(dataclasses.replace(event))


@given(st.text(), st.text(), st.text(), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_same_words_give_the_same_key(article, sentence, trigger, ordinals):
    assert event_key(article, sentence, trigger, ordinals) == event_key(article, sentence, trigger, ordinals)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("b", "They met.", "met", (0, 0)), id="article"),
        pytest.param(("a", "They talked.", "met", (0, 0)), id="sentence"),
        pytest.param(("a", "They met.", "talked", (0, 0)), id="trigger"),
        pytest.param(("a", "They met.", "met", (1, 0)), id="second event of the trigger"),
        pytest.param(("a", "They met.", "met", (0, 1)), id="second time the sentence stands there"),
    ],
)
def test_keys_part_what_is_not_the_same(other):
    assert event_key(*other) != event_key("a", "They met.", "met", (0, 0))


def test_punctuation_case_and_soft_hyphens_make_no_new_key():
    plain = event_key("a", "The two ministers' talks ended", "talks", (0, 0))
    assert event_key("a", "The two min\u00adisters\u2019  TALKS ended.", "Talks", (0, 0)) == plain


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        pytest.param({"paragraphs": ("A longer body.",)}, True, id="body revised"),
        pytest.param({"doc_id": "b.html"}, True, id="met at another address"),
        pytest.param({"title": "FERRY TALKS END!"}, True, id="title in capitals"),
        pytest.param({"published": "2024-05-14T18:30"}, True, id="another hour of the day"),
        pytest.param({"published": "2024-05-15"}, False, id="another day"),
        pytest.param({"outlet": "The Lighthouse"}, False, id="another outlet"),
        pytest.param({"title": "Ferry talks go on"}, False, id="another title"),
    ],
)
def test_article_is_its_outlet_title_and_day(change, is_same):
    assert (article_key(dataclasses.replace(ARTICLE, **change)) == article_key(ARTICLE)) is is_same


@pytest.mark.parametrize("lacking", [{"title": None}, {"published": None}], ids=["no title", "no day"])
def test_article_without_title_or_day_is_its_body(lacking):
    bare = dataclasses.replace(ARTICLE, paragraphs=("One body.",), **lacking)
    assert article_key(bare) == article_key(dataclasses.replace(bare, outlet="The Lighthouse"))
    assert article_key(bare) != article_key(dataclasses.replace(bare, paragraphs=("Another body.",)))


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x1f")), min_size=2, max_size=4))
def test_digest_tells_where_one_part_ends(parts):
    assert digest(*parts) != digest("".join(parts))


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
