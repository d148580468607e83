"""Partners of a state: who is one, and the three ranks."""

import pytest

from dragoman.errors import BadUse
from dragoman.records import CLAIM, OutletCount
from dragoman.relations import World, cut_span, measure_publication, rank_partners, sort_partners
from dragoman.relations.model import Prior

DAYS = cut_span("2024-01-01", "2024-06-30", "month")


@pytest.fixture(scope="module")
def world(ontology):
    days = [period.first for period in cut_span("2024-01-01", "2024-06-30", "week").periods]
    publication = measure_publication([OutletCount("Fjord Post", day, 50, 50) for day in days])
    return World(publication, Prior(0, 0.5, 0.0, 0.5, 0.5), ontology)


@pytest.fixture
def rank(world):
    def build(cells):
        return rank_partners("NOR", cells, [cell for cell in cells if not cell.face], DAYS, world)

    return build


def test_partners_are_ranked_by_stories_both_ways(make_cell, rank):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", stories=2),
        make_cell("CHL>NOR", "2024-02-01", stories=2),
        make_cell("NOR>PER", "2024-02-01", stories=3, reports=90),
        make_cell("NOR>NOR", "2024-02-01", stories=9),
        make_cell("CHL>PER", "2024-02-01", stories=9),
    ]
    partners = rank(cells)
    assert [(partner.state.name, partner.figures.stories, partner.rank_by_volume) for partner in partners] == [
        ("Chile", 4, 1),
        ("Peru", 3, 2),
    ]
    assert partners[0].stories == (2, 2, 0, 0, 0, 0)


def test_too_few_stories_have_no_rank_by_conflict(make_cell, rank):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", stories=9),
        make_cell("NOR>PER", "2024-01-01", stories=3),
        make_cell("NOR>PER", "2024-01-01", "ACCUSE", stories=3),
        make_cell("NOR>BOL", "2024-01-01", "ASSAULT", stories=4),
    ]
    ranks = {partner.state.code: partner.rank_by_conflict for partner in rank(cells)}
    assert ranks == {"PER": 1, "CHL": 2, "BOL": None}


def test_rank_by_change_is_how_far_the_newest_week_is_from_the_norm_either_way(make_cell, rank):
    mondays = [period.first for period in cut_span("2024-01-01", "2024-06-30", "week").periods]
    cells = [make_cell(f"NOR>{code}", day, stories=10) for code in ("CHL", "PER", "BOL") for day in mondays[:-1]]
    cells += [make_cell("NOR>CHL", mondays[-1], stories=11), make_cell("NOR>PER", mondays[-1], stories=60)]
    partners = rank(cells)
    assert {partner.state.code: partner.rank_by_change for partner in partners} == {"PER": 1, "BOL": 2, "CHL": 3}
    assert {partner.state.code: partner.norm.week.position for partner in partners} == {
        "PER": "above",
        "BOL": "below",
        "CHL": "within",
    }


def test_norm_is_of_plain_stories_whatever_is_on(make_cell, rank):
    mondays = [period.first for period in cut_span("2024-01-01", "2024-06-30", "week").periods]
    plain = [make_cell("NOR>CHL", day, stories=2) for day in mondays]
    claims = [make_cell("NOR>CHL", day, stories=9, face=CLAIM) for day in mondays]
    (partner,) = rank([*plain, *claims])
    assert partner.figures.stories == 26 * 11
    assert partner.norm.week.observed == 2


@pytest.mark.parametrize(("order", "codes"), [("volume", ["CHL", "PER", "BOL"]), ("conflict", ["PER", "CHL", "BOL"])])
def test_partners_are_put_in_the_order_that_is_asked(make_cell, rank, order, codes):
    cells = [
        make_cell("NOR>CHL", "2024-01-01", stories=9),
        make_cell("NOR>PER", "2024-01-01", "ACCUSE", stories=6),
        make_cell("NOR>BOL", "2024-01-01", "ASSAULT", stories=4),
    ]
    assert [partner.state.code for partner in sort_partners(rank(cells), order)] == codes


def test_unknown_order_is_refused(make_cell, rank):
    with pytest.raises(BadUse, match="volume, conflict, change"):
        sort_partners(rank([make_cell("NOR>CHL", "2024-01-01")]), "beauty")
