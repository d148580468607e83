"""The canonical text: its blocks quote it, in order, with a blank line between."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import strategy_of

from dragoman.records import GAP, Article, ListedHeadline, Span

FULL = Article(
    "page",
    title="Ferry talks end",
    deck="Two ports, one line",
    published="2024-05-14T09:00",
    paragraphs=("First paragraph.", "Second paragraph."),
    related=(ListedHeadline("Older news", deck="Its deck", published="2024-05-01"),),
    latest=(ListedHeadline("Newer news"),),
)


@given(strategy_of(Article))
def test_blocks_quote_the_text_and_leave_only_gaps(article):
    blocks = article.blocks
    assert all(article.text[block.start : block.end] == block.text for block in blocks)
    assert GAP.join(block.text for block in blocks) == article.text


@given(strategy_of(Article))
def test_blocks_stand_in_order_and_never_overlap(article):
    blocks = article.blocks
    assert all(one.end + len(GAP) == other.start for one, other in itertools.pairwise(blocks))


def test_blocks_are_title_deck_paragraphs_then_listed_headlines():
    told = [(block.section, block.sequence, block.published) for block in FULL.blocks]
    assert told == [
        ("title", 1, "2024-05-14T09:00"),
        ("deck", 1, "2024-05-14T09:00"),
        ("body", 1, "2024-05-14T09:00"),
        ("body", 2, "2024-05-14T09:00"),
        ("related", 1, "2024-05-01"),
        ("related", 1, "2024-05-01"),
        ("latest", 1, "2024-05-14T09:00"),
    ]


@pytest.mark.parametrize(
    ("published", "day"), [(None, None), ("2024-05-14", "2024-05-14"), ("2024-05-14T09:00+02:00", "2024-05-14")]
)
def test_day_is_the_first_part_of_the_time(published, day):
    assert Article("page", published=published).day == day


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_span_covers_and_meets_itself_unless_empty(text, start, length):
    span = Span(start, start + length)
    assert span.quote(text) == text[start : start + length]
    assert span.covers(span)
    assert span.meets(span) is (length > 0)


@pytest.mark.parametrize(
    ("one", "other", "covers", "meets"),
    [
        pytest.param((0, 10), (2, 5), True, True, id="inside"),
        pytest.param((2, 5), (0, 10), False, True, id="around"),
        pytest.param((0, 5), (4, 8), False, True, id="overlapping"),
        pytest.param((0, 5), (5, 8), False, False, id="side by side"),
    ],
)
def test_spans_cover_and_meet(one, other, covers, meets):
    assert Span(*one).covers(Span(*other)) is covers
    assert Span(*one).meets(Span(*other)) is meets
