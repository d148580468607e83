"""Words as searches compare them, searches as users type them, and records as columns hold them."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import strategy_of

from dragoman.errors import BadUse, StoreError
from dragoman.records import Article, Change, Count, Event
from dragoman.stores.asking import Asked, Term, find_hits, read_search
from dragoman.stores.folding import LONGEST_WORD, MOST_BYTES, find_words, fold_text
from dragoman.stores.packing import (
    changes_from_text,
    counts_from_text,
    pack_record,
    plain,
    record_from_text,
    text_from_changes,
    text_from_counts,
    text_from_record,
    unpack_bytes,
    unpack_record,
)

# ---- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Norway's 200 TENTS", "norway s 200 tents"),
        ("São Paulo", "sao paulo"),
        ("Straße ﬁve İstanbul", "strasse five istanbul"),
        ("snake_case", "snake case"),
        ("co\u00adoperate", "cooperate"),
        ("e\u0301te\u0301", "ete"),
        ("ℌ²½", "h21 2"),
        ("Осло 北京", "осло 北京"),
        ("!?—…", ""),
        ("x" * 100, "x" * LONGEST_WORD),
    ],
)
def test_words_are_folded(text, folded):
    assert fold_text(text) == folded


@given(text=st.text())
def test_words_quote_the_text_and_fold_to_themselves(text):
    words = find_words(text)
    assert " ".join(word.text for word in words) == fold_text(text)
    assert all(fold_text(text[word.start : word.end]).startswith(word.text.split()[0][:1]) for word in words)
    assert fold_text(fold_text(text)) == fold_text(text)


@given(text=st.text(max_size=30))
def test_folded_words_hold_letters_and_digits_alone(text):
    assert all(part.isalnum() and "'" not in part and "\\" not in part for part in fold_text(text).split())


def test_very_long_texts_are_cut_the_same_everywhere():
    folded = fold_text("word " * 200_000)
    assert len(folded) < MOST_BYTES
    assert len(find_words("word " * 200_000)) == len(folded.split())


# ---- asking


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("chile", Asked((Term(("chile",)),))),
        ("Chile chile", Asked((Term(("chile",)),))),
        ('"a b" c', Asked((Term(("a", "b")), Term(("c",))))),
        ("a -b", Asked((Term(("a",)),), (Term(("b",)),))),
        ('a -"b c"', Asked((Term(("a",)),), (Term(("b", "c")),))),
        ("pre*", Asked((Term(("pre",), True),))),
        ("non-sta*", Asked((Term(("non", "sta"), True),))),
        ("U.S.", Asked((Term(("u", "s")),))),
        ("a - b", Asked((Term(("a",)), Term(("b",))))),
        ("a ! b", Asked((Term(("a",)), Term(("b",))))),
        ('"pre* fix"', Asked((Term(("pre", "fix")),))),
    ],
)
def test_searches_are_read(typed, asked):
    assert read_search(typed) == asked


@pytest.mark.parametrize("typed", ["", '"', '""', "-a", "*", '"a', "--"])
def test_what_is_no_search_is_bad_use(typed):
    with pytest.raises(BadUse, match="a search is words"):
        read_search(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("b", ["B", "b"]),
        ("a b*", ["A", "B", "b", "bc"]),
        ('"a b"', ["A, B"]),
        ("bc", ["bc"]),
        ("b -c", ["B", "b"]),
        ("a -bc", None),
        ("z", None),
    ],
)
def test_hits_quote_the_text(typed, found):
    text = "A, B b bc."
    hits = find_hits(read_search(typed), text)
    assert (hits if hits is None else [text[start:end] for start, end in hits]) == found


# ---- packing


@pytest.mark.parametrize("kind", [Article, Event])
@given(data=st.data())
def test_packed_records_come_back(kind, data):
    record = data.draw(strategy_of(kind))
    assert record_from_text(kind, text_from_record(record)) == record
    assert unpack_record(kind, pack_record(record)) == record


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "a\udfffb", "ж", "\u2028"])
def test_any_text_can_be_a_column(odd):
    article = Article("x", title=odd)
    text = text_from_record(article)
    assert text.encode("utf-8")
    assert "\x00" not in text
    assert record_from_text(Article, text) == article
    assert plain(odd).encode("utf-8")
    assert "\x00" not in plain(odd)


def test_plain_text_stays_as_it_is():
    assert plain("Åse & co: 50 %") == "Åse & co: 50 %"
    assert plain("a\x00b") == "a\ufffdb"


def test_changes_and_counts_come_back():
    changes = (Change("actor", 'NOR "Ola"'), Change("event", ""))
    assert changes_from_text(text_from_changes(changes)) == changes
    assert counts_from_text(text_from_counts((Count("coded", 3),))) == (Count("coded", 3),)
    assert json.loads(text_from_changes(())) == []


def test_a_broken_value_is_told_as_such():
    with pytest.raises(StoreError, match="restore the back-up"):
        unpack_bytes(zlib.compress(b"x" * 100)[:-3])
