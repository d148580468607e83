"""What speakers do by speaking, what crowds do together, whom replies are to, and who is at home where."""

import pytest

from dragoman.records import Article, Event
from dragoman.runs.batch import shared_stages
from dragoman.runs.coding import code_article


def code(*paragraphs: str, title: str | None = None, published: str = "2024-05-14") -> tuple[Event, ...]:
    article = Article("a", title=title, published=published, paragraphs=paragraphs)
    return code_article(article, shared_stages()).events


def told(event: Event) -> str:
    actors, recipients = (";".join(str(party.code) for party in side) for side in (event.actor, event.recipient))
    return f"{event.event[0]} {actors}>{recipients} {event.status}"


SINGLE = [
    pytest.param(
        "Norway's envoy said Chile had violated the fishing treaty.", "ACCUSE NOR>CHL actual", id="charge in words"
    ),
    pytest.param(
        "Togo must open the bridge, Ghana's foreign minister said.", "REQUEST GHA>TGO actual", id="duty in words"
    ),
    pytest.param("Minsk called the Polish step absurd.", "ACCUSE BLR>POL actual", id="bad name"),
    pytest.param("Chad has no willingness to negotiate with Sudan.", "REJECT TCD>SDN actual", id="no intention"),
    pytest.param("Georgia expressed its readiness to hold talks with Armenia.", "AGREE GEO>ARM actual", id="readiness"),
    pytest.param(
        "Kenya decided to deport forty Ugandan workers.", "COERCE KEN>UGA actual", id="a deed decided is done"
    ),
    pytest.param(
        "Sudan ordered an air strike on Chadian rebels.", "ASSAULT SDN>TCD actual", id="a deed ordered is done"
    ),
    pytest.param(
        "Peruvian protesters demanded new elections.", "PROTEST PER>None actual", id="crowds demand in the street"
    ),
    pytest.param("Greek protesters tried to storm the Turkish embassy.", "PROTEST GRC>TUR actual", id="crowds storm"),
    pytest.param("Striking Bolivian workers blocked a bridge.", "PROTEST BOL>None actual", id="workers block"),
    pytest.param(
        "Oman and Qatar begin a naval drill on 20 May.", "AGREE OMN;QAT> actual", id="present tense, coming day"
    ),
    pytest.param(
        "In neighbouring Mali, police arrested ten students.", "COERCE MLI>MLI actual", id="where the sentence opens"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SINGLE)
def test_sentence_is_coded_as_one_event(text: str, expected: str) -> None:
    assert [told(event) for event in code(text)] == [expected]


def test_label_of_a_headline_accuses_the_only_other_state() -> None:
    assert [told(event) for event in code(title="Lima: illegal flights from Bolivia go on")] == [
        "ACCUSE PER>BOL actual"
    ]


def test_reply_is_to_the_side_that_spoke_just_before() -> None:
    events = code("Libya accused Tunisia of jamming its radios. Tunis rejected the charge.")
    assert [told(event) for event in events] == ["ACCUSE LBY>TUN actual", "REJECT TUN>LBY actual"]
    assert events[1].recipient[0].resolved_by == "the other side just before"


def test_reply_after_a_third_state_has_spoken_stays_open() -> None:
    events = code("Libya accused Tunisia of jamming its radios. Malta met Italy in Rome. Tunis rejected the charge.")
    assert told(events[-1]) == "REJECT TUN>None actual"


def test_dateline_of_a_town_lends_its_country_to_police_and_crowds() -> None:
    events = code("MOMBASA (Wire) - Police arrested ten protesters on Monday.")
    assert [told(event) for event in events] == ["COERCE KEN>KEN actual"]


def test_sentence_on_another_country_borrows_nothing_from_the_dateline() -> None:
    events = code("MOMBASA (Wire) - Kenya is calm.", "Police in Peru arrested ten students.")
    assert [told(event) for event in events] == ["COERCE PER>PER actual"]


def test_quoted_speaker_keeps_his_claim_and_a_told_refusal_is_nobodys_claim() -> None:
    quoted, refused = code(
        '"We condemn the Chilean raid," said Norway\'s foreign minister. Norway rejected the offer by Chile.'
    )
    assert quoted.attribution is not None
    assert quoted.attribution.code == "NOR"
    assert refused.attribution is None


def test_undated_clause_below_an_old_year_is_background_without_a_day() -> None:
    events = code("Kosovo joined the bank in 2009, years after NATO had bombed Serbia.")
    assert [(told(event), event.date) for event in events] == [("ASSAULT IGO>SRB historical", None)]


def test_since_reaches_to_the_day_of_the_report() -> None:
    (event,) = code("Malta and Italy have shared intelligence since Friday.")
    assert (event.date, event.enddate, event.date_precision) == ("2024-05-10", "2024-05-14", "range")
