"""Copies of one text are found under any headline, changed or cut; reports of unlike things are kept apart."""

import random

import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from dragoman.stories.copies import KEPT, are_copies, compare_signatures, sketch_text, words_of

REPORT = """PORT AVEN, May 3 (Lantern Press) — Customs officers at the harbour of Port Aven opened nine containers of
frozen mackerel on Friday and found four hundred crates of rifle ammunition under the ice, the interior ministry said.

The vessel had sailed from the southern archipelago eleven days earlier and declared a cargo of fish for a cannery that
closed in 2019. Its master, a 58-year-old with two earlier convictions, told investigators that he never looked inside.

Three dockers who handled the crates were questioned and sent home. The owner, registered at a letterbox above a bakery,
did not answer calls, and the bakery said that nobody had collected the post since winter."""

OTHER = """PORT AVEN, May 3 (Lantern Press) — Fishermen blocked the harbour of Port Aven on Friday with sixty boats to
demand that the government lift a ban on night trawling, the interior ministry said.

The boats left after seven hours when a deputy minister promised talks for the following week. One engine caught fire
and was put out by the crew of a tug; nobody was hurt."""


def change(text, share, seed):
    chance = random.Random(seed)  # noqa: S311
    words = text.split()
    vocabulary = OTHER.split()
    for place in chance.sample(range(len(words)), int(len(words) * share)):
        words[place] = chance.choice(vocabulary)
    return " ".join(words)


def are_found(one, other):
    ours, theirs = sketch_text(one), sketch_text(other)
    return bool(set(ours.bands) & set(theirs.bands)) and are_copies(ours.signature, theirs.signature)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(REPORT, id="word for word"),
        pytest.param(REPORT.upper().replace("—", "-"), id="in capitals"),
        pytest.param(REPORT.split("\n\n")[0], id="first paragraph only"),
        pytest.param("\n\n".join(REPORT.split("\n\n")[:2]), id="two paragraphs"),
        pytest.param("From our own desk, with thanks to readers.\n\n" + REPORT, id="with a line before it"),
        pytest.param("\n\n".join(REPORT.split("\n\n")[1:]), id="without its lead"),
    ],
)
def test_copy_of_a_text_is_found(copy):
    assert are_found(REPORT, copy)


def test_copies_with_a_fifth_of_the_words_changed_are_found():
    assert sum(are_found(REPORT, change(REPORT, 0.2, seed)) for seed in range(100)) >= 98


def test_reports_on_two_happenings_in_one_place_are_no_copies():
    assert not are_found(REPORT, OTHER)


def test_report_that_repeats_a_stock_phrase_is_no_copy():
    stock = "the interior ministry said on Friday in a statement carried by state television"
    assert not are_found(f"Two men were held, {stock}.", f"A bridge was closed to lorries for a week, {stock}.")


@pytest.mark.parametrize("text", ["", "...", "Fire", "Two words"])
def test_text_of_a_word_or_none_is_no_copy_of_a_report(text):
    assert not are_found(text, REPORT)
    assert not are_copies(sketch_text("").signature, sketch_text("").signature)


def test_signature_of_a_long_text_is_bounded_and_still_tells_its_copy():
    long = " ".join(f"{word}{number}" for number in range(40) for word in REPORT.split())
    assert len(sketch_text(long).signature) == 4 * KEPT
    jaccard, _, _ = compare_signatures(sketch_text(long).signature, sketch_text(change(long, 0.2, 1)).signature)
    assert jaccard == pytest.approx(0.34, abs=0.1)


def test_likeness_agrees_with_an_independent_minhash():
    def minhash(text):
        words = words_of(text)
        runs = MinHash(num_perm=512)
        runs.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        return runs

    for seed in range(5):
        copy = change(REPORT, 0.2, seed)
        ours, _, _ = compare_signatures(sketch_text(REPORT).signature, sketch_text(copy).signature)
        assert ours == pytest.approx(minhash(REPORT).jaccard(minhash(copy)), abs=0.08)


@given(st.text(max_size=400))
def test_any_text_has_a_sketch_that_repeats(text):
    sketch = sketch_text(text)
    assert sketch == sketch_text(text)
    jaccard, contained, _ = compare_signatures(sketch.signature, sketch.signature)
    assert (jaccard, contained) == ((1.0, 1.0) if sketch.signature else (0.0, 0.0))
