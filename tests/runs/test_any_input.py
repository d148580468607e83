"""Whatever comes in ends as coded, coded with no events, or rejected; and coding again gives the same."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman import Article, CodedArticle, Rejection
from dragoman.records import ListedHeadline, SourceDocument
from dragoman.runs.batch import code_document, shared_stages
from dragoman.runs.settings import Settings

WORDS = (
    "Norway Chile Peru Bolivia Chad Sudan the The foreign minister ministers president army troops of and on in to by "
    "with from praised condemned accused rejected attacked visited met talks agreement sent aid refused denied held "
    "said that not never will may would Tuesday May 2023 yesterday \" ' “ ” ’ , . ; : – ( ) Mr. U.S. who he they its"
)
PROSE = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)
ANY_TEXT = st.text(st.characters(), max_size=200) | PROSE
FORMS = st.sampled_from(["html", "page", "prose", "item", "no such form"])
SLOW_TO_LOAD = settings(suppress_health_check=[HealthCheck.too_slow])


def check_evidence(coded):
    """Every span quotes the canonical text: the sentence exactly, evidence words inside it."""
    text = coded.article.text
    for event in coded.events:
        place = event.text_info
        assert text[place.start : place.end] == event.text
        assert "event" in {evidence.field for evidence in place.evidence}
        for evidence in place.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert text[evidence.start : evidence.end].strip()


def ends_well(outcome):
    assert isinstance(outcome, CodedArticle | Rejection)
    if isinstance(outcome, Rejection):
        assert outcome.reason
        assert outcome.reason != "internal error", outcome.detail
    else:
        assert outcome.state == ("coded" if outcome.events else "coded with no events")
        check_evidence(outcome)


@SLOW_TO_LOAD
@given(body=st.binary(max_size=300) | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")), form=FORMS)
def test_any_bytes_in_any_form_end_in_one_of_three_states(body, form):
    ends_well(code_document(SourceDocument("any", body, form, "file"), shared_stages(), Settings()))


@SLOW_TO_LOAD
@given(text=ANY_TEXT, title=st.none() | ANY_TEXT)
def test_any_text_ends_in_one_of_three_states(text, title):
    ends_well(dragoman.code_text(text, title=title, date="2024-05-16"))


@SLOW_TO_LOAD
@given(paragraphs=st.lists(PROSE.filter(bool), max_size=3), headlines=st.lists(PROSE.filter(bool), max_size=3))
def test_same_article_gives_the_same_events_each_with_a_key_of_its_own(paragraphs, headlines):
    latest = tuple(ListedHeadline(headline) for headline in headlines)
    article = Article("a", language="en", published="2024-05-16", paragraphs=tuple(paragraphs), latest=latest)
    (first,), (again,) = (list(dragoman.code_texts([article])) for _ in range(2))
    ends_well(first)
    assert first == again
    keys = [event.key for event in first.events]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("body", [b"\x00\x01\x02" * 100, b"%PDF-1.7 " * 50, b"\xff\xfe", b""], ids=repr)
def test_bytes_that_are_no_text_are_rejected(body):
    outcome = code_document(SourceDocument("any", body, "html", "file"), shared_stages(), Settings())
    assert isinstance(outcome, Rejection)


def test_failure_inside_one_article_is_its_rejection():
    document = SourceDocument("bad", b"Norway praised Chile.", "prose", "text")
    broken_stages = dataclasses.replace(shared_stages(), parser=None)
    outcome = code_document(document, broken_stages, Settings())
    assert isinstance(outcome, Rejection)
    assert (outcome.doc_id, outcome.stage, outcome.reason) == ("bad", "events", "internal error")
    assert "AttributeError" in outcome.detail
