"""`dragoman relations` and `dragoman compare` on a small store: an invented half year of Norway, Chile and Peru."""

import csv
import io
import json
from datetime import date, timedelta

import pytest

from dragoman.ontology import load_ontology
from dragoman.records import (
    CLAIM,
    Article,
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    KeptDocument,
    KeptOutcome,
    Run,
    Story,
    StoryTelling,
    TextInfo,
    article_key,
    dyads_of,
    face_of,
)
from dragoman.stores import open_store

ONTOLOGY = load_ontology()
WEEKS = 24
MONDAY = date(2024, 1, 1)
TOLD = {
    "CONSULT": "{0} and {1} held talks on fishing in week {2}.",
    "ACCUSE": "{0} accused {1} of overfishing in week {2}.",
    "AID": "{0} supplied {1} with air defence missiles in week {2}.",
}


def day_of_week(week, day=0):
    return (MONDAY + timedelta(weeks=week, days=day)).isoformat()


def person(code, name):
    return Entity(f"person:{name}", code, "GOV", identifier_text=name, office="Minister of Fisheries")


def make_event(key, kind, day, sides, outlet=None, claim=False):
    actor, recipient = sides
    names = [ONTOLOGY.name_of(side[0].code) for side in (actor, recipient or actor[1:])]
    text = TOLD[kind].format(*names, key)
    return Event(
        id=f"version of {key}", key=key, doc_id=key, date=day, enddate=day, date_precision="day", date_basis="text",
        planned_date=None, planned_enddate=None, event=(kind,), mode=(),
        context=("military",) if kind == "AID" else (), quad_code=ONTOLOGY.quad(kind),
        event_scale=ONTOLOGY.score(kind), status="actual", reciprocal=not recipient, actor=actor,
        recipient=recipient, object="air defence missiles" if kind == "AID" else None, size=None, event_loc=None,
        attribution=Attribution("Ana Paz", None, "PER", "GOV", "quoted") if claim else None, confidence=1.0,
        text=text, text_info=TextInfo(1, 0, len(text)),
        cite_info=CiteInfo(title=key, publication=outlet, published=day, section="body"),
        coder=Coder("dragoman", "0", "rule"),
    )  # fmt: skip


def keep_story(writing, run, number, kind, day, sides, outlets, claim=False):
    """Save a story with one article of each outlet."""
    events, tellings = [], []
    for outlet in outlets:
        key = f"{number} {outlet}"
        event = make_event(key, kind, day, sides, outlet, claim)
        article = Article(key, title=key, published=day, language="en", outlet=outlet, paragraphs=(event.text,))
        document = KeptDocument(key=f"document {key}", doc_id=key, digest=key, via="test")
        writing.save(KeptOutcome(document, article, (event,), None), run=run)
        events.append(event)
        tellings.append(StoryTelling(key, article_key(article), outlet, "rule" if tellings else "founding"))
    first = events[0]
    writing.save_story(
        Story(
            key=f"story {number}", event=kind, mode=None, context=first.context, quad_code=first.quad_code,
            score=first.event_scale, status="actual", reciprocal=first.reciprocal, actor=first.actor,
            recipient=first.recipient,
            dyads=dyads_of(first.actor, first.recipient, is_reciprocal=first.reciprocal), date=day, enddate=day,
            date_precision="day", place=None, object=first.object, size=None, face=face_of(events), first_seen=day,
            last_seen=day, reports=len(outlets), reporters=tuple(outlets), best=first.key, line=first.text,
            differences=(), tellings=tuple(tellings),
        )
    )  # fmt: skip


def keep_half_year(writing):
    """Each week: talks of Norway and Chile, told by two; every fourth a supply, a charge, a claim; at times Peru."""
    run = writing.begin_run(Run(0, "ingest", "2024-07-01T00:00:00Z", None, "running", "0", "0", "0"))
    nor, chl, per = person("NOR", "Kari Dahl"), person("CHL", "Juan Soto"), person("PER", "Ana Paz")
    for week in range(WEEKS):
        both = ["Fjord Post", "Andes Daily"]
        keep_story(writing, run, f"{week} a", "CONSULT", day_of_week(week), ((chl, nor), ()), both)
        keep_story(writing, run, f"{week} b", "CONSULT", day_of_week(week, 2), ((nor,), (per,)), both[:1])
        if week % 4 == 0:
            keep_story(writing, run, f"{week} c", "AID", day_of_week(week, 1), ((nor,), (chl,)), both[:1])
            keep_story(writing, run, f"{week} d", "ACCUSE", day_of_week(week, 3), ((chl,), (nor,)), both[1:])
            keep_story(writing, run, f"{week} e", "ACCUSE", day_of_week(week, 3), ((chl,), (nor,)), both, claim=True)
    writing.end_run(run, state="finished", counts=())


def foreign_events():
    """Another coder's events: talks of Norway and Chile each month, a charge in March alone."""
    talks = [((person("NOR", "x"),), (person("CHL", "y"),))] * 6
    for month, sides in enumerate(talks, start=1):
        for number in range(month):
            yield make_event(f"{month} {number}", "CONSULT", f"2024-0{month}-02", sides)
    yield make_event("march", "ACCUSE", "2024-03-05", talks[0])
    yield make_event("end", "CONSULT", "2024-06-30", ((person("PER", "z"),), (person("BOL", "w"),)))


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = f"sqlite:///{tmp_path_factory.mktemp('relations') / 'news.db'}"
    store = open_store(path)
    with store.writing() as writing:
        keep_half_year(writing)
        writing.save_foreign("othercoder", foreign_events())
    store.close()
    return path


@pytest.fixture
def told(dragoman, address):
    def run(*arguments):
        ran = dragoman(*arguments, "--store", address)
        assert (ran.status, ran.err) == (0, "")
        return ran

    return run


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_two_states_are_told_there_back_and_together(told):
    (relation,) = told("relations", "Norway", "CHL", "--format", "json").json_lines
    counts = {series["way"]: (series["whole"]["stories"], series["whole"]["reports"]) for series in relation["series"]}
    assert counts == {"there": (30, 54), "back": (30, 54), "together": (36, 60)}
    assert (relation["since"], relation["until"], relation["switches"]) == ("2024-01-01", "2024-06-12", [])


def test_claims_count_where_they_are_switched_on(told):
    (relation,) = told("relations", "NOR", "CHL", "--with", "claims", "--format", "json").json_lines
    assert [series["whole"]["stories"] for series in relation["series"]] == [30, 36, 42]
    assert relation["switches"] == ["claims"]


def test_table_names_what_is_counted_and_what_is_not(told):
    out = told("relations", "NOR", "CHL", "--with", "claims").out
    assert "Norway (NOR) and Chile (CHL)" in out
    assert "counted: actual stories of what states do, in the outlets' own words, and with claims" in out
    assert "not counted: historical, not-actual, analysis, headlines, non-state (turn on with --with)" in out
    for heading in ("Stories by month", "Volume", "Norm", "Turning points", "Standing facts", "Meetings", "Goods"):
        assert heading in out


def test_table_tells_facts_meetings_and_goods_with_their_sentences(told):
    out = told("relations", "NOR", "CHL", "--most", "2").out
    assert "NOR → CHL  supplies arms · 6 stories, 6 reports" in out
    assert "“Norway supplied Chile with air defence missiles in week 0 c Fjord Post.”" in out
    assert "Meetings, visits and calls: 2 of 24, --most shows more" in out
    assert "with Juan Soto (Minister of Fisheries) of CHL, Kari Dahl (Minister of Fisheries) of NOR" in out
    assert "NOR → CHL  air defence missiles · 2024-01-02 to 2024-05-21 · 6 stories, 6 reports" in out


def test_sparkline_has_one_block_for_each_period(told):
    out = told("relations", "NOR", "CHL", "--by", "month").out
    (line,) = [line for line in out.splitlines() if line.startswith("together  ") and "stories, 0 to" in line]
    assert len(line.split()[1]) == 6


def test_csv_has_a_line_for_each_way_and_period(told):
    rows = rows_of(told("relations", "NOR", "CHL", "--by", "week", "--format", "csv"))
    assert len(rows) == 3 * WEEKS
    together = [row for row in rows if row["way"] == "together"]
    assert sum(int(row["stories"]) for row in together) == 36
    assert together[0]["panel_share"] != ""
    assert {row["panel_share"] for row in rows if row["way"] != "together"} == {""}


def test_volume_is_measured_on_the_panel_that_is_asked(told):
    (relation,) = told("relations", "NOR", "CHL", "--panel", "Andes Daily", "--format", "json").json_lines
    assert relation["volume"]["panel"] == ["Andes Daily"]
    # The Andes Daily told claims too, which are stories of everything but no plain ones of the dyad.
    shares = [period["outlet_stories"] / period["all_outlet_stories"] for period in relation["volume"]["periods"]]
    assert [period["share"] for period in relation["volume"]["periods"]] == pytest.approx(shares)
    assert 0.8 < sum(shares) / len(shares) < 0.9


def test_norm_rests_on_the_weeks_of_the_store(told):
    (relation,) = told("relations", "NOR", "CHL", "--since", "2024-06-01", "--format", "json").json_lines
    assert (relation["norm"]["note"], relation["norm"]["weeks"]) == (None, WEEKS - 1)
    (short,) = told("relations", "NOR", "CHL", "--until", "2024-02-29", "--format", "json").json_lines
    assert short["norm"]["note"] == "not enough history"


def test_table_sets_the_newest_week_against_the_norm(told):
    out = told("relations", "NOR", "CHL").out
    assert "a usual week brings" in out
    assert "newest week 2024-W24: 1 story," in out
    assert "against the 4 weeks before: 1 story to" in out
    assert "conflict share of the newest week: too few stories to set against the norm" in out
    assert "not enough history: 8 weeks of reports before the newest one, 12 are needed" in (
        told("relations", "NOR", "CHL", "--until", "2024-02-29").out
    )


def test_one_state_ranks_its_partners(told):
    (partners,) = told("relations", "Norway", "--format", "json").json_lines
    assert [(partner["state"]["code"], partner["figures"]["stories"]) for partner in partners["partners"]] == [
        ("CHL", 36),
        ("PER", 24),
    ]
    out = told("relations", "NOR", "--sort", "conflict").out
    assert "Partners of Norway (NOR)" in out
    assert out.index("Chile CHL") < out.index("Peru PER")
    rows = rows_of(told("relations", "NOR", "--format", "csv"))
    assert [(row["code"], row["rank_by_volume"], row["history_weeks"]) for row in rows] == [
        ("CHL", "1", str(WEEKS - 1)),
        ("PER", "2", str(WEEKS - 1)),
    ]


def test_third_state_stands_to_both(told):
    (relation,) = told("relations", "NOR", "CHL", "PER", "--format", "json").json_lines
    third = relation["third"]
    assert (third["to_first"]["whole"]["stories"], third["to_second"]["whole"]["stories"]) == (24, 0)
    out = told("relations", "NOR", "CHL", "PER").out
    assert "Third: Peru (PER)" in out


def test_bootstrap_is_the_same_each_time(told):
    first, again = (told("relations", "NOR", "CHL", "--bootstrap", "--format", "json").out for _ in range(2))
    assert first == again
    assert json.loads(first)["series"][-1]["whole"]["bootstrap"]["resamples"] == 2000


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(
            ("relations", "Norwey", "CHL"), "no state 'Norwey'; did you mean Norway (NOR)", id="unknown state"
        ),
        pytest.param(("relations", "NOR", "CHL", "PER", "BOL"), "4 states are too many", id="four states"),
        pytest.param(("relations", "NOR", "CHL", "NOR"), "names a state twice", id="a state twice"),
        pytest.param(("relations", "NOR", "CHL", "--with", "rumours"), "no switch 'rumours'", id="unknown switch"),
        pytest.param(("relations", "NOR", "CHL", "--since", "2024"), "'2024' is no day", id="no day"),
        pytest.param(
            ("relations", "NOR", "CHL", "--since", "2024-02-01", "--until", "2024-01-01"),
            "turn the two days",
            id="span",
        ),
        pytest.param(("relations", "NOR", "CHL", "--panel", "Nowhere"), "no outlet 'Nowhere'", id="unknown outlet"),
        pytest.param(("compare", "othercoder", "NOR", "CHL", "PER"), "no state, one or two", id="compare three"),
    ],
)
def test_bad_use_is_one_line_with_what_to_do(dragoman, address, arguments, line):
    ran = dragoman(*arguments, "--store", address)
    assert (ran.status, ran.out) == (2, "")
    assert line in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(("relations", "PER", "CHL"), "no story between Peru (PER) and Chile (CHL); widen", id="no story"),
        pytest.param(
            ("relations", "CHL", "NOR", "--since", "2025-01-01"),
            "since 2025-01-01; widen --since",
            id="outside the span",
        ),
        pytest.param(("relations", "NOR", "NOR"), "no domestic story of Norway (NOR)", id="nothing domestic"),
        pytest.param(("relations", "KEN"), "no story of Kenya (KEN) with another state", id="no partner"),
        pytest.param(("compare", "nobody"), "holds no events of coder 'nobody'", id="unknown coder"),
        pytest.param(
            ("compare", "othercoder", "--since", "2024-06-14"),
            "holds no reports of its own in this span",
            id="no reports",
        ),
    ],
)
def test_nothing_to_tell_is_one_line_with_what_to_do(dragoman, address, arguments, line):
    ran = dragoman(*arguments, "--store", address)
    assert (ran.status, ran.out) == (1, "")
    assert line in ran.err
    assert len(ran.err.splitlines()) == 1


def test_what_is_only_claimed_names_its_switch(dragoman, tmp_path):
    address = f"sqlite:///{tmp_path / 'claims.db'}"
    store = open_store(address)
    with store.writing() as writing:
        run = writing.begin_run(Run(0, "ingest", "2024-07-01T00:00:00Z", None, "running", "0", "0", "0"))
        sides = ((person("NOR", "Kari Dahl"),), (person("CHL", "Juan Soto"),))
        keep_story(writing, run, "claim", "ACCUSE", "2024-01-01", sides, ["Fjord Post"], claim=True)
    assert next(store.dyad_counts(["NOR", "CHL"], faces=CLAIM)).face == CLAIM
    store.close()
    ran = dragoman("relations", "NOR", "CHL", "--store", address)
    assert ran.status == 1
    assert "1 story would with --with claims" in ran.err


def test_empty_store_says_how_to_fill_it(dragoman, tmp_path):
    ran = dragoman("relations", "NOR", "CHL", "--store", f"sqlite:///{tmp_path / 'empty.db'}")
    assert ran.status == 1
    assert "holds no stories yet; fill it first: dragoman ingest INPUT" in ran.err


def test_compare_sets_months_side_by_side(told):
    (comparison,) = told("compare", "othercoder", "NOR", "CHL", "--format", "json").json_lines
    (dyad,) = comparison["dyads"]
    assert (comparison["since"], comparison["until"]) == ("2024-01-01", "2024-05-31")
    assert [(month["ours"], month["theirs"]) for month in dyad["months"]] == [(8, 1), (7, 2), (6, 4), (7, 4), (6, 5)]
    assert (dyad["note"], dyad["kappa"]) == ("too few months", None)
    assert dyad["only_ours_types"] == ["AID"]
    assert dyad["both_conflict"] == pytest.approx(1 / 5)


def test_compare_without_states_takes_the_top_dyads(told):
    rows = rows_of(told("compare", "othercoder", "--most", "2", "--format", "csv"))
    assert [(row["first"], row["second"]) for row in rows[::5]] == [("CHL", "NOR"), ("NOR", "PER")]
    out = told("compare", "othercoder").out
    assert "Dragoman beside othercoder" in out
    assert "CHL ⇄ NOR" in out


def test_store_may_be_named_by_the_environment(dragoman, address, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    assert dragoman("relations", "NOR", "CHL", "--format", "csv").status == 0
