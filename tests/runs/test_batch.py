"""Many documents: order, laziness, workers."""

import pytest

from dragoman.errors import BadUse
from dragoman.records import Given, Rejection, SourceDocument
from dragoman.runs.batch import CHUNK, code_documents
from dragoman.runs.settings import Settings

TEXTS = ("Norway praised Chile.", "The lake was calm.", "Peru condemned Bolivia.", "")


def documents(number):
    for count in range(number):
        if count % 5 == 4:
            yield Rejection(f"d{count}", "documents", "binary", "a picture")
        else:
            given = Given(published="2024-05-16", language="en")
            yield SourceDocument(f"d{count}", TEXTS[count % 4].encode(), "prose", "jsonl", given=given)


def test_workers_keep_order_and_give_what_one_process_gives():
    number = 3 * CHUNK + 1
    alone = [
        (outcome.doc_id, getattr(outcome, "events", None)) for outcome in code_documents(documents(number), Settings())
    ]
    pooled = [
        (outcome.doc_id, getattr(outcome, "events", None))
        for outcome in code_documents(documents(number), Settings(), workers=2)
    ]
    assert pooled == alone
    assert [doc_id for doc_id, _ in alone] == [f"d{count}" for count in range(number)]


def test_documents_are_asked_for_one_by_one():
    asked = []

    def watched():
        for document in documents(100):
            asked.append(document.doc_id)
            yield document

    next(code_documents(watched(), Settings()))
    assert asked == ["d0"]


def test_pool_takes_no_more_than_a_bounded_number_ahead():
    asked = []

    def watched():
        for document in documents(100 * CHUNK):
            asked.append(document.doc_id)
            yield document

    outcomes = code_documents(watched(), Settings(), workers=2)
    assert next(outcomes).doc_id == "d0"
    outcomes.close()
    assert len(asked) <= 6 * CHUNK


def test_no_documents_give_no_outcomes():
    assert list(code_documents([], Settings(), workers=2)) == []


def test_no_workers_is_bad_use():
    with pytest.raises(BadUse, match="--workers"):
        code_documents([], Settings(), workers=0)
