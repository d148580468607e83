"""The quality gate's comparisons: a figure under its floor fails, a changed corpus is told, no floor is lowered."""

from dataclasses import replace

import pytest

from floors import (
    CHANGED,
    FAILURES,
    HELD,
    MISSING,
    SKIPPED,
    UNDER,
    Figures,
    Floor,
    LowerFloorError,
    digest_files,
    judge_figures,
    load_floors,
    raise_floors,
    save_floors,
)
from gate import FLOORS, read_score
from prove import Proof, render_report

FLOOR = Floor("pages", "precision", 0.5, "abc")


def figures(value, digest="abc"):
    return Figures("pages", digest, {"precision": value})


@pytest.mark.parametrize(
    ("measured", "outcome"),
    [
        pytest.param([figures(0.6)], HELD, id="over"),
        pytest.param([figures(0.5)], HELD, id="at the floor"),
        pytest.param([figures(0.4999)], UNDER, id="just under"),
        pytest.param([figures(None)], MISSING, id="nothing was coded"),
        pytest.param([Figures("pages", "abc", {"recall": 1.0})], MISSING, id="metric is gone"),
        pytest.param([figures(0.1, "xyz")], CHANGED, id="another corpus"),
        pytest.param([], SKIPPED, id="not measured"),
    ],
)
def test_figure_is_judged_by_its_floor(measured, outcome):
    assert [verdict.outcome for verdict in judge_figures([FLOOR], measured)] == [outcome]
    assert (outcome in FAILURES) is (outcome in (UNDER, MISSING))


@pytest.mark.parametrize(
    ("measured", "pinned"),
    [
        pytest.param([figures(0.6)], replace(FLOOR, value=0.6), id="better is pinned"),
        pytest.param([figures(0.5)], FLOOR, id="equal stays"),
        pytest.param([], FLOOR, id="not measured stays"),
        pytest.param([figures(0.3, "xyz")], Floor("pages", "precision", 0.3, "xyz"), id="another corpus starts anew"),
    ],
)
def test_floors_are_raised_to_what_was_reached(measured, pinned):
    assert raise_floors([FLOOR], measured) == [pinned]


@pytest.mark.parametrize("value", [0.4999, None])
def test_floor_is_never_lowered(value):
    with pytest.raises(LowerFloorError, match="pages precision"):
        raise_floors([FLOOR], [figures(value)])


def test_floors_survive_the_file(tmp_path):
    floors = [FLOOR, Floor("pages", "recall", 0.25, "abc"), Floor("casebook", "right", 84)]
    save_floors(tmp_path / "floors.toml", floors)
    assert load_floors(tmp_path / "floors.toml") == floors


def test_pinned_floors_can_be_read_and_fail_something():
    floors = load_floors(FLOORS)
    assert {floor.corpus for floor in floors} >= {"seed", "pages", "pairs", "casebook"}
    assert all(floor.digest for floor in floors if floor.corpus != "casebook")


def test_digest_tells_a_changed_file(tmp_path):
    (tmp_path / "a").write_text("one", encoding="utf-8")
    before = digest_files([tmp_path / "a"])
    assert digest_files([tmp_path / "a"]) == before
    (tmp_path / "a").write_text("two", encoding="utf-8")
    assert digest_files([tmp_path / "a"]) != before


def test_scores_are_read_from_the_last_line():
    printed = 'MISSED x\n{"kind": "seed", "precision": 0.5, "recall": null, "recall_by_root": {"AID": 1.0}}\n'
    assert read_score(printed) == {"precision": 0.5, "recall": None}


def test_proof_report_tells_machine_commit_and_failure():
    proof = Proof("all", "abc123", True, "2024-05-14", 61.7, "3 failed in 61.7s", 1)
    report = render_report(proof, "x86_64, 2 cores")
    for told in ("FAILED (exit status 1)", "3 failed", "abc123, with changes not committed", "2 cores", "62 s"):
        assert told in report
