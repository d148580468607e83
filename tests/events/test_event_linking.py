"""One act told several times in an article: which tellings point at the first, and which do not."""

import dataclasses

import pytest

from dragoman.events.linking import Telling, link_tellings
from dragoman.records import CiteInfo, Coder, Entity, Event, Location, Size, TextInfo

NORWAY = Entity("state:nor", "NOR", "GOV")
MINISTER = Entity("person:kari-lund", "NOR", "GOV", office="Foreign Minister")
OTHER_MINISTER = Entity("person:ola-berg", "NOR", "GOV", office="Defence Minister")
CHILE = Entity("state:chl", "CHL", "")
CHILEAN_FIRM = Entity(None, "CHL", "BUS")
CHILEAN_REBELS = Entity(None, "CHL", "REB")
PERU = Entity("state:per", "PER", "")
NATO = Entity("igo:nato", "IGO", "")
COURT = Entity("igo:icc", "IGO", "")
UNKNOWN = Entity(None, None, "UNK")
WORDS = frozenset({"fish", "quota", "river"})

FIRST = Event(
    id="",
    key="1" * 16,
    doc_id="page.html",
    date="2024-05-14",
    enddate="2024-05-14",
    date_precision="day",
    date_basis="published",
    planned_date=None,
    planned_enddate=None,
    event=("ACCUSE",),
    mode=("allege",),
    context=(),
    quad_code=3,
    event_scale=-3.5,
    status="actual",
    reciprocal=False,
    actor=(NORWAY,),
    recipient=(CHILE,),
    object=None,
    size=None,
    event_loc=None,
    attribution=None,
    confidence=0.85,
    text="Norway accuses Chile of overfishing.",
    text_info=TextInfo(1, 0, 36),
    cite_info=CiteInfo(section="title"),
    coder=Coder("dragoman", "0.1.0", "accuse.accuse.v1"),
)


def told(section="body", paragraph=1, **fields):
    place = {"cite_info": CiteInfo(section=section), "text_info": TextInfo(paragraph, 100, 136)}
    return dataclasses.replace(FIRST, **{"key": "2" * 16, **place, **fields})


def links_of(*events, words=(WORDS, WORDS), **telling):
    first = Telling(events[0], words[0])
    linked = link_tellings([first, *(Telling(event, words[1], **telling) for event in events[1:])])
    return [event.link for event in linked]


ASSAULT = {"event": ("ASSAULT",), "mode": ()}

SAME = [
    pytest.param(told(), id="all the same"),
    pytest.param(told(date="2024-05-13", enddate="2024-05-13", date_basis="text"), id="the body tells the day"),
    pytest.param(told(mode=()), id="the mode is left open"),
    pytest.param(told(actor=(MINISTER,)), id="the state's minister for the state"),
    pytest.param(told(recipient=(CHILEAN_FIRM,)), id="a firm for its country"),
    pytest.param(told(recipient=(CHILE, PERU)), id="one more recipient"),
    pytest.param(told(section="deck"), id="in the deck"),
    pytest.param(told(event_loc=Location("Oslo", "NOR", "city")), id="one place told"),
    pytest.param(told(recipient=(UNKNOWN,)), id="a side left out"),
]

OTHER = [
    pytest.param(told(event=("REJECT",), mode=()), id="another type"),
    pytest.param(told(recipient=(PERU,)), id="another recipient"),
    pytest.param(told(actor=(CHILE,), recipient=(NORWAY,)), id="the other way round"),
    pytest.param(told(recipient=(CHILEAN_REBELS,)), id="rebels for their country"),
    pytest.param(told(status="negation"), id="denied"),
    pytest.param(told(status="historical", date="1998-01-01", enddate="1998-12-31"), id="long ago"),
    pytest.param(told(date="2024-04-02", enddate="2024-04-02", date_basis="text"), id="weeks before"),
    pytest.param(told(date="2024-05-20", enddate="2024-05-20", date_basis="text"), id="after the report"),
    pytest.param(told(mode=("investigate",)), id="another mode"),
    pytest.param(told(section="related"), id="a related headline"),
    pytest.param(told(section="latest"), id="a listed headline"),
]


@pytest.mark.parametrize("later", SAME)
def test_later_telling_of_one_act_points_at_the_first(later):
    assert links_of(FIRST, later) == [None, FIRST.key]


@pytest.mark.parametrize("later", OTHER)
def test_telling_of_another_act_points_at_nothing(later):
    assert links_of(FIRST, later) == [None, None]


def test_title_links_to_nothing_that_a_page_lists_beside_it():
    listed = told(section="latest")
    assert links_of(listed, told(key="3" * 16)) == [None, None]


@pytest.mark.parametrize(
    ("shared", "is_pointing", "link"),
    [
        pytest.param({"fish", "quota"}, False, FIRST.key, id="two words"),
        pytest.param({"fish"}, False, None, id="one word"),
        pytest.param({"fish"}, True, FIRST.key, id="one word, and it points back"),
        pytest.param(set(), True, None, id="no word"),
    ],
)
def test_sentences_of_the_body_must_share_words(shared, is_pointing, link):
    first = dataclasses.replace(FIRST, cite_info=CiteInfo(section="body"))
    later = told(paragraph=5)
    linked = links_of(first, later, words=(WORDS, frozenset(shared | {"letter"})), is_pointing=is_pointing)
    assert linked == [None, link]


def test_what_is_called_another_act_is_one():
    assert links_of(FIRST, told(), is_another=True) == [None, None]


@pytest.mark.parametrize(
    ("first", "later", "text", "is_one"),
    [
        pytest.param(Size(dead=14), Size(dead=14), "14 dead", True, id="the same"),
        pytest.param(Size(dead=14), Size(dead=16), "14 soldiers and two nurses died", True, id="a part of it"),
        pytest.param(Size(dead=14), Size(dead=3), "three dead", False, id="fewer"),
        pytest.param(Size(dead=14), Size(dead=20), "20 dead", False, id="more"),
        pytest.param(Size(dead=14), Size(injured=3), "three hurt", True, id="of another kind"),
        pytest.param(Size(dead=14), None, "many dead", True, id="not told"),
    ],
)
def test_figures_must_not_gainsay_each_other(first, later, text, is_one):
    one = dataclasses.replace(FIRST, size=first, text="14 dead", **ASSAULT)
    assert (links_of(one, told(size=later, text=text, **ASSAULT))[1] is not None) == is_one


@pytest.mark.parametrize(
    ("first", "later", "is_one"),
    [
        pytest.param(Location("Oslo", "NOR", "city"), Location("Bergen", "NOR", "city"), False, id="two towns"),
        pytest.param(
            Location("Norway", "NOR", "country"), Location("Bergen", "NOR", "city"), True, id="town in country"
        ),
        pytest.param(Location("Chile", "CHL", "country"), Location("Bergen", "NOR", "city"), False, id="two countries"),
        pytest.param(Location("North Sea", None, "sea"), Location("Bergen", "NOR", "city"), True, id="a sea"),
    ],
)
def test_places_must_not_gainsay_each_other(first, later, is_one):
    one = dataclasses.replace(FIRST, event_loc=first)
    assert (links_of(one, told(event_loc=later))[1] is not None) == is_one


@pytest.mark.parametrize(
    ("first", "later"),
    [
        pytest.param(MINISTER, OTHER_MINISTER, id="two ministers"),
        pytest.param(NATO, COURT, id="two organisations of one code"),
    ],
)
def test_parties_of_one_code_are_told_apart_by_name(first, later):
    assert links_of(dataclasses.replace(FIRST, actor=(first,)), told(actor=(later,))) == [None, None]


def test_coming_meeting_is_one_act_as_plan_and_as_meeting():
    plan = {"planned_date": "2024-05-20", "planned_enddate": "2024-05-20", "mode": ()}
    first = dataclasses.replace(FIRST, event=("AGREE",), **plan)
    meeting = {"event": ("CONSULT",), "mode": (), "date_basis": "text"}
    same_day = told(date="2024-05-20", enddate="2024-05-20", **meeting)
    assert links_of(first, same_day) == [None, FIRST.key]
    assert links_of(first, told(date="2024-05-13", enddate="2024-05-13", **meeting)) == [None, None]


def test_third_telling_points_at_the_first_and_gainsays_none_before_it():
    second = told(size=Size(dead=3), text="three dead", **ASSAULT)
    third = told(key="3" * 16, size=Size(dead=9), text="nine dead", **ASSAULT)
    fourth = told(key="4" * 16, **ASSAULT)
    first = dataclasses.replace(FIRST, **ASSAULT)
    assert links_of(first, second, third, fourth) == [None, FIRST.key, None, FIRST.key]


def test_title_and_lead_of_an_article_tell_one_act(events_of):
    events = events_of(
        "Norway on Monday accused Chile of overfishing in the Barents Sea.\n\n"
        "Norway also accused Chile of bribing an inspector.\n\n"
        "Chile rejected the accusation.",
        title="Norway accuses Chile of overfishing",
    )
    title, lead, also, rejection = events
    assert [event.event for event in events] == [("ACCUSE",), ("ACCUSE",), ("ACCUSE",), ("REJECT",)]
    assert lead.link == title.key
    assert also.link is rejection.link is title.link is None


def test_link_is_part_of_what_an_event_says(events_of):
    lead = "Norway on Monday accused Chile of overfishing in the Barents Sea."
    alone, linked = events_of(lead)[0], events_of(lead, title="Norway accuses Chile of overfishing")[1]
    assert alone.link is None
    assert linked.link is not None
    assert alone.id != linked.id
