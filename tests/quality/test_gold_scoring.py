"""Scoring against our own gold: which coded events agree, how they are matched, what is checked, how sure it is."""

import pytest

from dragoman.ontology import load_ontology
from dragoman.records import Attribution, CiteInfo, Coder, Entity, Event, TextInfo
from goldsheets import read_sheet
from scoring import MERGED, figures_from_counts, find_intervals, score_article, sum_counts

TITLE, TEXT, OTHER = "Fiji and Tonga in row", "Fiji's navy fired on a Tongan boat.", "Tonga's minister was furious."
PAGE = "title: {}\noutlet: Reef Wire\npublished: 2024-05-14\ngenre: news\n# ---\n{}\n{}\n{}{}\n"
SUPPORTED = "SUPPORT | | FJI; TON | | yes | actual | | "


def rows(*told, mark=">"):
    return "".join(f"{mark} {row}\n" for row in told)


def entities(told):
    parts = [part.split() for part in told.split(";")] if told else []
    return tuple(
        Entity(None, None, "UNK") if code == "?" else Entity(None, code, sector[0] if sector else "")
        for code, *sector in parts
    )


def event(kind, actor, recipient="", *, text=TEXT, section="body", **told):
    day = told.pop("date", "2024-05-14")
    planned = told.pop("planned", None)
    speaker = told.pop("speaker", None)
    given = {"mode": (), "status": "actual", "reciprocal": False, "enddate": day, **told}
    return Event(
        id="",
        key="",
        doc_id="",
        date=day,
        date_precision="day",
        date_basis="text",
        planned_date=planned,
        planned_enddate=planned,
        event=(kind,),
        context=(),
        quad_code=1,
        event_scale=0.0,
        actor=entities(actor),
        recipient=entities(recipient),
        object=None,
        size=None,
        event_loc=None,
        attribution=Attribution(speaker, None, None, "", "reported") if speaker else None,
        confidence=1.0,
        text=text,
        text_info=TextInfo(1, 0, 0),
        cite_info=CiteInfo(section=section),
        coder=Coder("test", "0", "test.v1"),
        **given,
    )


@pytest.fixture
def score(tmp_path):
    def score_events(gold, *coded, title_gold="", merge=None):
        path = tmp_path / "01-row.txt"
        path.write_text(PAGE.format(TITLE, title_gold, TEXT, gold, OTHER), encoding="utf-8")
        return score_article(read_sheet(path, load_ontology()), coded, merge=merge or {})

    return score_events


def outcome(score):
    return tuple(score.counts[name] for name in ("required", "found", "extra"))


FOUND, WRONG = (1, 1, 0), (1, 0, 1)


@pytest.mark.parametrize(
    ("row", "coded", "expected"),
    [
        pytest.param("ASSAULT | | FJI MIL | TON", event("ASSAULT", "FJI MIL", "TON"), FOUND, id="same"),
        pytest.param("ASSAULT | | FJI MIL | TON", event("COERCE", "FJI MIL", "TON"), WRONG, id="another type"),
        pytest.param("CONCEDE | | FJI | TON", event("RETREAT", "FJI", "TON"), WRONG, id="yielding types stand apart"),
        pytest.param("ASSAULT | | FJI MIL | TON", event("ASSAULT", "FJI", "TON"), FOUND, id="sector is no side"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "TON", "FJI"), WRONG, id="turned round"),
        pytest.param("ASSAULT | | FJI/WSM | TON", event("ASSAULT", "WSM", "TON"), FOUND, id="alternative"),
        pytest.param("ASSAULT | | FJI; WSM | TON", event("ASSAULT", "WSM", "TON"), FOUND, id="one of a list"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "FJI; NZL", "TON"), WRONG, id="one too many"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "FJI; ?", "TON"), FOUND, id="an unknown one beside it"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "?", "TON"), WRONG, id="known is not unknown"),
        pytest.param("ASSAULT | | FJI/? | TON", event("ASSAULT", "?", "TON"), FOUND, id="unknown is right too"),
        pytest.param("ASSAULT | | ? | TON", event("ASSAULT", "?", "TON"), FOUND, id="unknown"),
        pytest.param("ASSAULT | | ? | TON", event("ASSAULT", "IMG REB", "TON"), FOUND, id="unknown without a state"),
        pytest.param("ASSAULT | | ? | TON", event("ASSAULT", "FJI", "TON"), WRONG, id="unknown made a state"),
        pytest.param("MOBILIZE | | FJI |", event("MOBILIZE", "FJI"), FOUND, id="no recipient"),
        pytest.param("MOBILIZE | | FJI |", event("MOBILIZE", "FJI", "?"), FOUND, id="none may be unknown"),
        pytest.param("MOBILIZE | | FJI |", event("MOBILIZE", "FJI", "TON"), WRONG, id="recipient made up"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "FJI"), WRONG, id="recipient is missing"),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "FJI; TON", reciprocal=True), WRONG, id="made mutual"),
        pytest.param("COERCE | | FJI COP | FJI CVL", event("COERCE", "FJI COP", "FJI CVL"), FOUND, id="at home"),
        pytest.param(
            "COERCE | | FJI COP | FJI CVL", event("COERCE", "FJI CVL", "FJI COP"), WRONG, id="swapped at home"
        ),
        pytest.param("ASSAULT | | FJI | TON", event("ASSAULT", "FJI", "TON", text=OTHER), WRONG, id="another sentence"),
        pytest.param(
            "ASSAULT | | FJI | TON", event("ASSAULT", "FJI", "TON", text=TEXT[:-6]), FOUND, id="part of the sentence"
        ),
        pytest.param(
            "ASSAULT | | FJI | TON", event("ASSAULT", "FJI", "TON", text=f"{TEXT} {OTHER}"), FOUND, id="two as one"
        ),
        pytest.param(
            "ASSAULT | | FJI | TON", event("ASSAULT", "FJI", "TON", text=f"{TEXT} {OTHER * 9}"), WRONG, id="whole page"
        ),
        pytest.param(
            "ASSAULT | | FJI | TON", event("ASSAULT", "FJI", "TON", text=TITLE, section="title"), WRONG, id="the title"
        ),
    ],
)
def test_event_agrees_by_sentence_type_and_sides(score, row, coded, expected):
    assert outcome(score(rows(f"{row} | no | actual | | "), coded)) == expected


@pytest.mark.parametrize(
    ("parties", "coded", "expected"),
    [
        pytest.param("FJI; TON", event("CONSULT", "TON; FJI", reciprocal=True), FOUND, id="one list"),
        pytest.param("FJI; TON", event("CONSULT", "TON", "FJI"), FOUND, id="one way"),
        pytest.param("FJI; TON", event("CONSULT", "TON"), WRONG, id="one alone"),
        pytest.param("FJI; TON", event("CONSULT", "TON", reciprocal=True), WRONG, id="one alone, mutual"),
        pytest.param("FJI; TON", event("CONSULT", "TON; FJI", "?"), WRONG, id="joint, not mutual"),
        pytest.param("FJI; TON", event("CONSULT", "TON; NZL", reciprocal=True), WRONG, id="with another"),
        pytest.param("FJI; TON; WSM", event("CONSULT", "WSM; FJI", reciprocal=True), FOUND, id="two of three"),
        pytest.param("FJI; ?", event("CONSULT", "FJI; ?", reciprocal=True), FOUND, id="with an unknown one"),
        pytest.param("FJI GOV; FJI REB", event("CONSULT", "FJI GOV; FJI REB", reciprocal=True), FOUND, id="at home"),
        pytest.param("FJI GOV; FJI REB", event("CONSULT", "FJI GOV", reciprocal=True), WRONG, id="alone at home"),
    ],
)
def test_mutual_event_agrees_either_way(score, parties, coded, expected):
    assert outcome(score(rows(f"CONSULT | | {parties} | | yes | actual | | "), coded)) == expected


def test_yielding_types_count_as_one_where_they_are_merged(score):
    gold = rows("CONCEDE | | FJI | TON | no | actual | | ")
    assert outcome(score(gold, event("RETREAT", "FJI", "TON"), merge=MERGED)) == FOUND


def test_title_event_is_found_in_the_title_alone(score):
    coded = event("SUPPORT", "FJI; TON", reciprocal=True, text=TITLE, section="title")
    assert outcome(score("", coded, title_gold=rows(SUPPORTED))) == FOUND
    assert outcome(score(rows(SUPPORTED), coded)) == WRONG


HIT = event("ASSAULT", "FJI", "TON")
ROW = "ASSAULT | | {} | {} | no | {} | | "


@pytest.mark.parametrize(
    ("gold", "coded", "expected"),
    [
        pytest.param(rows(ROW.format("FJI", "TON", "actual"), mark="?"), [HIT], (0, 0, 0), id="optional found"),
        pytest.param(rows(ROW.format("FJI", "TON", "actual"), mark="?"), [], (0, 0, 0), id="optional not found"),
        pytest.param(rows(ROW.format("FJI", "TON", "actual")), [HIT, HIT], (1, 1, 1), id="told twice"),
        pytest.param(
            rows(ROW.format("FJI", "TON", "actual"), mark="?") + rows(ROW.format("FJI", "TON", "actual")),
            [HIT],
            FOUND,
            id="required before optional",
        ),
        pytest.param(
            rows(ROW.format("FJI/WSM", "TON", "actual"), ROW.format("FJI", "TON", "actual")),
            [HIT, event("ASSAULT", "WSM", "TON")],
            (2, 2, 0),
            id="largest matching",
        ),
        pytest.param(
            rows(ROW.format("FJI; WSM", "TON", "actual")),
            [HIT, event("ASSAULT", "WSM", "TON")],
            FOUND,
            id="the list's other member is neutral",
        ),
        pytest.param(
            rows(ROW.format("FJI; WSM; NZL", "TON", "actual")),
            [HIT, event("ASSAULT", "WSM", "TON"), event("ASSAULT", "NZL", "TON")],
            (1, 1, 1),
            id="but once",
        ),
    ],
)
def test_matching_is_one_to_one(score, gold, coded, expected):
    assert outcome(score(gold, *coded)) == expected


def test_event_that_tells_more_rightly_is_matched_first(score):
    gold = rows(ROW.format("FJI", "TON", "negation"), ROW.format("FJI", "TON", "actual"))
    counts = score(gold, HIT, event("ASSAULT", "FJI", "TON", status="negation")).counts
    assert (counts["status right"], counts["status_right_non_actual right"]) == (2, 1)


@pytest.mark.parametrize(
    ("gold", "coded", "check", "right"),
    [
        pytest.param("{} | actual | | ", {}, "status", True, id="status"),
        pytest.param("{} | future | | ", {}, "status", False, id="plan told as done"),
        pytest.param(
            "{} | future | | ", {"status": "hypothetical"}, "status_right_non_actual", False, id="not that one"
        ),
        pytest.param(
            "{} | actual | | ", {"status": "future"}, "status_right_non_actual", None, id="actual is no matter"
        ),
        pytest.param("{} | actual | 2024-05-13 | ", {"date": "2024-05-13"}, "date_in_text", True, id="told day"),
        pytest.param("{} | actual | 2024-05-13 | ", {"date": "2024-05-14"}, "date_in_text", False, id="another day"),
        pytest.param("{} | actual | 2024-05-14 | ", {}, "date_in_text", None, id="day of publication"),
        pytest.param("{} | actual | 2024-05-14 | ", {}, "date", True, id="day of publication is a date"),
        pytest.param("{} | actual | | ", {}, "date", None, id="no day in gold"),
        pytest.param("{} | actual | 1998 | ", {"date": None, "enddate": None}, "date", False, id="no day coded"),
        pytest.param("{} | actual | 1998 | ", {"date": "1998-01-01", "enddate": "1998-12-31"}, "date", True, id="year"),
        pytest.param("{} | actual | 1998 | ", {"date": "1998-03-01", "enddate": "1998-03-31"}, "date", True, id="part"),
        pytest.param("{} | actual | 1998 | ", {"date": "1998-03-01"}, "date", False, id="a day nobody told"),
        pytest.param(
            "{} | actual | 2024-05 | ", {"date": "2024-04-30", "enddate": "2024-05-31"}, "date", False, id="over"
        ),
        pytest.param("{} | actual | | Vuki", {"speaker": "Mere Vuki"}, "attribution_found", True, id="speaker"),
        pytest.param("{} | actual | | Vuki", {"speaker": "Jo Lal"}, "attribution_found", False, id="another speaker"),
        pytest.param(
            "{} | actual | | minister Vuki", {"speaker": "the minister"}, "attribution_found", False, id="title"
        ),
        pytest.param(
            "{} | actual | | foreign ministry",
            {"speaker": "Fiji's foreign ministry"},
            "attribution_found",
            True,
            id="ministry",
        ),
        pytest.param("{} | actual | | Vuki", {}, "attribution_found", False, id="nobody"),
        pytest.param("{} | actual | | none", {}, "attribution_not_invented", True, id="outlet speaks"),
        pytest.param("{} | actual | | none", {"speaker": "Vuki"}, "attribution_not_invented", False, id="made up"),
        pytest.param("{} | actual | | ", {"speaker": "Vuki"}, "attribution_not_invented", None, id="not scored"),
    ],
)
def test_events_found_are_checked(score, gold, coded, check, right):
    counts = score(rows(gold.format("ASSAULT | | FJI | TON | no")), event("ASSAULT", "FJI", "TON", **coded)).counts
    assert (counts[f"{check} checked"], counts[f"{check} right"]) == (right is not None, right is True)


@pytest.mark.parametrize(("day", "right"), [("2024-06-03", 1), ("2024-06-04", 0), (None, 0)])
def test_commitment_is_dated_by_what_is_planned(score, day, right):
    gold = rows("AGREE | | FJI | TON | no | actual | planned 2024-06-03 | ")
    counts = score(gold, event("AGREE", "FJI", "TON", date="2024-06-03", planned=day)).counts
    assert (counts["date right"], counts["date_in_text checked"]) == (right, 1)


@pytest.mark.parametrize(
    ("actor", "coded", "right"),
    [
        pytest.param("FJI MIL", "FJI MIL", True, id="same"),
        pytest.param("FJI MIL", "FJI GOV", False, id="another"),
        pytest.param("FJI MIL/FJI", "FJI", True, id="or the country"),
        pytest.param("FJI MIL; WSM GOV", "FJI GOV", False, id="the other party's"),
        pytest.param("FJI", "FJI MIL", None, id="gold names none"),
        pytest.param("?/FJI MIL", "?", None, id="may be unknown"),
    ],
)
def test_sector_is_that_of_the_same_party(score, actor, coded, right):
    counts = score(rows(f"ASSAULT | | {actor} | TON | no | actual | | "), event("ASSAULT", coded, "TON")).counts
    assert (counts["sector checked"], counts["sector right"]) == (right is not None, right is True)


def test_mode_is_checked_where_gold_has_one(score):
    gold = rows("ASSAULT | drone | FJI | TON | no | actual | | ")
    assert score(gold, event("ASSAULT", "FJI", "TON", mode=("drone",))).counts["mode right"] == 1
    assert score(gold, event("ASSAULT", "FJI", "TON", mode=("aerial",))).counts["mode right"] == 0


def test_lines_tell_where_and_what(score):
    gold = rows("ASSAULT | | FJI MIL | TON | no | negation | | ", "AID | | FJI | TON | no | actual | | ")
    lines = score(gold, event("ASSAULT", "FJI MIL", "TON"), event("COERCE", "FJI", "TON")).lines
    assert lines == (
        f"WRONG  01-row.txt:8 status: ASSAULT FJI MIL > TON negation; coded ASSAULT FJI MIL > TON actual "
        f"2024-05-14..2024-05-14 by test.v1 :: {TEXT}",
        f"MISSED 01-row.txt:9 AID FJI > TON actual :: {TEXT}",
        f"EXTRA  01-row.txt:7 COERCE FJI > TON actual 2024-05-14..2024-05-14 by test.v1 :: {TEXT}",
    )


# --- figures -------------------------------------------------------------------------------------


def test_figures_are_made_of_the_counts():
    counts = {"required": 8, "found": 4, "extra": 1, "sentences": 50, "required AID": 2, "extra AID": 1}
    figures = figures_from_counts(counts, ["AID", "AGREE"])
    assert (figures["precision"], figures["recall"], figures["f1"]) == (0.8, 0.5, 0.6154)
    assert figures["extra_per_100_sentences"] == 2.0
    assert (figures["precision AID"], figures["recall AID"], figures["f1 AID"]) == (0.0, 0.0, 0.0)
    assert figures["f1 AGREE"] is None
    assert figures["status_right_non_actual"] is None


def test_interval_holds_the_figure_and_comes_out_the_same_again(score):
    gold = rows(ROW.format("FJI", "TON", "actual"))
    scores = [score(gold, HIT)] * 12 + [score(gold)] * 8
    low, high = find_intervals(scores, ["ASSAULT"])["recall ASSAULT"]
    assert low < figures_from_counts(sum_counts(scores), ())["recall"] < high
    assert find_intervals(scores, ["ASSAULT"])["recall ASSAULT"] == (low, high)


def test_articles_that_are_all_alike_leave_no_doubt(score):
    assert find_intervals([score(rows(ROW.format("FJI", "TON", "actual")), HIT)] * 5, [])["f1"] == (1.0, 1.0)
    assert find_intervals([], []) == {}
