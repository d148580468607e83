"""Our stories beside another coder's events: monthly counts, agreement, and who sees what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import CiteInfo, Coder, Entity, Event, TextInfo
from dragoman.relations import compare_dyads, count_foreign, count_own, cut_span, find_top
from dragoman.relations.agreement import cohen_kappa, correlate

HALF_YEAR = cut_span("2024-01-01", "2024-06-30", "month")
PAIR = ("CHL", "NOR")


@pytest.fixture
def make_event(ontology):
    def build(day, event="CONSULT", actor="NOR", recipient="CHL", sector="GOV"):
        return Event(
            id="i", key="k", doc_id="d", date=day, enddate=day, date_precision="day", date_basis="text",
            planned_date=None, planned_enddate=None, event=(event,), mode=(), context=(),
            quad_code=ontology.quad(event), event_scale=ontology.score(event), status="actual", reciprocal=False,
            actor=(Entity(None, actor, sector),), recipient=(Entity(None, recipient, "GOV"),), object=None, size=None,
            event_loc=None, attribution=None, confidence=1.0, text="", text_info=TextInfo(0, 0, 0),
            cite_info=CiteInfo(), coder=Coder("other", "1", "other"),
        )  # fmt: skip

    return build


def test_both_are_counted_by_month_and_class(make_cell, make_event, ontology):
    ours = [
        make_cell("NOR>CHL", "2024-01-05", stories=3),
        make_cell("CHL>NOR", "2024-01-20", "ACCUSE", stories=1),
        make_cell("NOR>CHL", "2024-02-01", "AID", stories=2),
    ]
    theirs = [make_event("2024-01-07"), make_event("2024-01-08", "ASSAULT"), make_event("2024-03-01", "ACCUSE")]
    (told,) = compare_dyads([PAIR], count_own(ours, ontology), count_foreign(theirs).counts, HALF_YEAR, ontology)
    assert (told.first.name, told.second.name, told.ours, told.theirs) == ("Chile", "Norway", 6, 3)
    assert [(pair.ours, pair.theirs) for pair in told.classes] == [(3, 1), (2, 0), (1, 1), (0, 1)]
    assert [(month.ours, month.theirs) for month in told.months] == [(4, 2), (2, 0), (0, 1), (0, 0), (0, 0), (0, 0)]
    assert [(month.ours_lead, month.theirs_lead) for month in told.months[:4]] == [
        ("cooperation", "even"),
        ("cooperation", "nothing"),
        ("nothing", "conflict"),
        ("nothing", "nothing"),
    ]
    assert (told.only_ours_months, told.only_theirs_months) == (("2024-02",), ("2024-03",))
    assert (told.only_ours_types, told.only_theirs_types) == (("AID",), ("ASSAULT",))
    # Either sees conflict in January and March, both in January alone.
    assert (told.both_conflict, told.both_cooperation) == (1 / 2, 1 / 2)


def test_same_months_agree_wholly(make_cell, make_event, ontology):
    counts = [3, 1, 4, 1, 5, 9]
    ours = [make_cell("NOR>CHL", f"2024-0{month}-10", stories=many) for month, many in enumerate(counts, start=1)]
    theirs = [make_event(f"2024-0{month}-11") for month, many in enumerate(counts, start=1) for _ in range(2 * many)]
    (told,) = compare_dyads([PAIR], count_own(ours, ontology), count_foreign(theirs).counts, HALF_YEAR, ontology)
    assert told.correlation == pytest.approx(1.0)
    assert told.conflict_correlation is None
    assert (told.both_conflict, told.both_cooperation) == (None, 1.0)
    assert told.kappa is None


def test_few_months_have_no_correlation(make_cell, make_event, ontology):
    months = cut_span("2024-01-01", "2024-05-31", "month")
    ours = count_own([make_cell("NOR>CHL", "2024-01-10")], ontology)
    (told,) = compare_dyads([PAIR], ours, count_foreign([make_event("2024-02-01")]).counts, months, ontology)
    assert (told.note, told.correlation, told.kappa) == ("too few months", None, None)


def test_only_what_would_count_of_theirs_is_counted(make_event):
    told = count_foreign(
        [
            make_event("2024-01-01"),
            make_event("2024-01-02", sector="REB"),
            make_event("2024-01-03", recipient="NOR"),
            make_event(None),
        ]
    )
    assert (told.events, sum(told.counts.values()), told.first, told.last) == (3, 1, "2024-01-01", "2024-01-03")


def test_only_plain_stories_of_ours_are_counted(make_cell, ontology):
    cells = [make_cell("NOR>CHL", "2024-01-01", face=1), make_cell("NOR>NOR", "2024-01-01")]
    assert not count_own(cells, ontology)


def test_top_dyads_weigh_both_coders_alike(make_cell, make_event, ontology):
    ours = count_own(
        [make_cell("NOR>CHL", "2024-01-01", stories=8), make_cell("NOR>PER", "2024-01-01", stories=2)], ontology
    )
    theirs = count_foreign([make_event("2024-01-01", recipient="PER") for _ in range(100)]).counts
    assert find_top(ours, theirs, 5) == [("NOR", "PER"), ("CHL", "NOR")]
    assert find_top(ours, theirs, 1) == [("NOR", "PER")]
    assert find_top(ours, theirs, 5, ["CHL"]) == [("CHL", "NOR")]


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        pytest.param("aabb", "aabb", 1.0, id="agree"),
        pytest.param("aabb", "bbaa", -1.0, id="disagree"),
        pytest.param("aabb", "abab", 0.0, id="as chance would"),
        pytest.param("aaab", "aabb", 0.5, id="three of four"),
        pytest.param("aaaa", "aaaa", None, id="chance alone agrees always"),
        pytest.param("", "", None, id="no months"),
    ],
)
def test_kappa_is_agreement_beyond_chance(first, second, kappa):
    assert cohen_kappa(first, second) == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=12))
def test_correlation_lies_between_minus_one_and_one_and_is_the_same_both_ways(rows):
    first, second = [one for one, _ in rows], [other for _, other in rows]
    told = correlate(first, second)
    if told is None:
        assert len(set(first)) < 2 or len(set(second)) < 2
    else:
        assert -1 - 1e-9 <= told <= 1 + 1e-9
        assert told == pytest.approx(correlate(second, first))
