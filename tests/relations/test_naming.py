"""States by code or name; what is none gets its nearest."""

import pytest

from dragoman.errors import BadUse
from dragoman.relations import State, find_state


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("NOR", "NOR"),
        ("nor", "NOR"),
        ("no", "NOR"),
        ("Norway", "NOR"),
        (" norway ", "NOR"),
        ("Turkey", "TUR"),
        ("Britain", "GBR"),
        ("GRL", "DNK"),
        ("Greenland", "DNK"),
        ("United Nations", "UNO"),
        ("KOS", "KOS"),
    ],
)
def test_state_is_found_by_code_or_name(ontology, asked, code):
    assert find_state(asked, ontology).code == code


def test_found_state_has_its_name(ontology):
    assert find_state("chl", ontology) == State("CHL", "Chile")


@pytest.mark.parametrize(("asked", "hint"), [("Norwey", r"Norway \(NOR\)"), ("Chille", r"Chile \(CHL\)")])
def test_slip_gets_the_nearest_name(ontology, asked, hint):
    with pytest.raises(BadUse, match=rf"no state '{asked}'; did you mean .*{hint}"):
        find_state(asked, ontology)


def test_what_is_near_nothing_is_told_what_to_write(ontology):
    with pytest.raises(BadUse, match="no state 'Qqqqqqq'; name a state or its three-letter code"):
        find_state("Qqqqqqq", ontology)
