"""Our own gold in the gate: what is asked of it, when the gate fails by it, and that the unseen half is not shown."""

from collections import Counter

import pytest

from gate import main
from owngold import (
    REFUSAL,
    GoldError,
    Half,
    is_failure,
    judge_counts,
    judge_gap,
    judge_gold,
    judge_status,
    list_misses,
    list_types,
    measure_half,
    show_halves,
)
from scoring import ArticleScore

ENOUGH = {"articles": 60, "sentences": 1200, "required not actual": 80, **{f"required {t}": 40 for t in list_types()}}
STORY = "Samoa's parliament ratified the reef treaty with Niue on Monday."
SHEET = f"title: Reef treaty\noutlet: Reef Wire\npublished: 2024-05-14\ngenre: news\n# ---\n\n{STORY}\n"


def make_half(name, articles, *, extra=0):
    counts = Counter({key: number for key, number in ENOUGH.items() if key != "articles"})
    counts.update({"articles": 1, "required": 10, "found": 10, "extra": extra})
    scores = tuple(ArticleScore(f"{number}.txt", counts, (f"MISSED {STORY}",)) for number in range(articles))
    return Half(name, "", scores, scores)


@pytest.mark.parametrize(
    ("seen", "unseen", "is_met"),
    [(0.5, 0.4, True), (0.5, 0.3999, False), (0.4, 0.6, True), (None, 0.4, None), (0.4, None, None)],
)
def test_unseen_half_may_not_stand_far_below_the_seen_one(seen, unseen, is_met):
    condition = judge_gap(seen, unseen)
    assert condition.is_met is is_met
    assert is_failure(condition) is (is_met is False)


@pytest.mark.parametrize(("share", "is_met"), [(0.8, True), (0.7999, False), (None, None)])
def test_status_of_what_is_not_actual_must_be_right(share, is_met):
    assert judge_status(share).is_met is is_met


@pytest.mark.parametrize("name", list(ENOUGH))
def test_too_small_gold_is_told_and_fails_once_it_is_complete(name):
    short = {**ENOUGH, name: ENOUGH[name] - 1}
    assert [is_failure(condition) for condition in judge_counts(short, is_binding=True)] == [True]
    assert [(c.is_met, is_failure(c)) for c in judge_counts(short, is_binding=False)] == [(False, False)]
    assert [condition.is_met for condition in judge_counts(ENOUGH, is_binding=True)] == [True]


@pytest.mark.parametrize(
    ("articles", "is_binding"),
    [pytest.param((30, 30), True, id="both whole"), pytest.param((31, 29), False, id="one is not")],
)
def test_gold_is_complete_with_thirty_articles_in_each_half(articles, is_binding):
    halves = [make_half(name, count) for name, count in zip(("seen", "unseen"), articles, strict=True)]
    assert judge_gold(halves)[-1].is_binding is is_binding


def test_missing_half_leaves_no_gap_to_judge():
    assert judge_gold([make_half("unseen", 2)])[0].is_met is None


def test_table_has_a_column_for_both_halves_together():
    lines = show_halves([make_half("seen", 3), make_half("unseen", 2, extra=10)])
    assert lines[0].split()[2] == "seen:"
    assert "all: 5 articles" in lines[0]
    assert lines[1].split() == [
        "precision",
        "1.00",
        "[1.00",
        "1.00]",
        "0.50",
        "[0.50",
        "0.50]",
        "0.71",
        *lines[1].split()[-2:],
    ]


def test_misses_of_the_seen_half_are_listed():
    assert list_misses(make_half("seen", 2)) == [f"MISSED {STORY}"] * 2


def test_unseen_half_is_never_listed():
    with pytest.raises(PermissionError, match=REFUSAL):
        list_misses(make_half("unseen", 2))


def test_gate_refuses_to_show_the_unseen_half(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["gate.py", "--misses", "unseen"])
    assert main() == 2
    told = capsys.readouterr()
    assert (told.out, told.err.strip()) == ("", REFUSAL)


def test_half_without_sheets_is_not_measured(tmp_path):
    assert measure_half("seen", folder=tmp_path) is None


def test_bad_sheets_are_told_without_their_text(tmp_path):
    (tmp_path / "unseen").mkdir()
    (tmp_path / "unseen" / "01-reef.txt").write_text(f"{SHEET}> NIL\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"1 bad line.*\n  unseen/01-reef.txt:8: ") as caught:
        measure_half("unseen", folder=tmp_path)
    assert STORY not in str(caught.value)


def test_sheets_are_coded_and_scored(tmp_path):
    (tmp_path / "seen").mkdir()
    row = "> CONSULT | visit | FJI/FJI GOV | TON | no | actual | 2024-05-13 | none\n"
    text = SHEET.replace(STORY, "The foreign minister of Fiji visited Tonga on Monday.")
    (tmp_path / "seen" / "01-visit.txt").write_text(text + row, encoding="utf-8")
    half = measure_half("seen", folder=tmp_path)
    metrics = half.figures().metrics
    assert half.figures().corpus == "gold_seen"
    assert (metrics["precision"], metrics["recall"], metrics["f1_merged"], metrics["date_in_text"]) == (
        1.0,
        1.0,
        1.0,
        1.0,
    )
    assert half.intervals()["f1_merged"] == (1.0, 1.0)
