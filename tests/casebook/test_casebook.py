"""Every case of the casebook, coded and compared; pages and cases are found, so a new one needs no line here."""

from pathlib import Path

import pytest
from reading import Case, find_differences, find_pages, read_page

from dragoman import code_text

PAGES = find_pages(Path(__file__).parent)
CODED_TYPES = ("ACCUSE", "AGREE", "AID", "ASSAULT", "CONSULT", "REJECT", "SUPPORT")
CASES_AT_LEAST = 12
NO_EVENT_CASES_AT_LEAST = 4


def mark_gap(case: Case) -> object:
    marks = [pytest.mark.xfail(reason="known gap", strict=True)] if case.is_known_gap else []
    return pytest.param(case, id=f"{case.page}: {case.name}", marks=marks)


@pytest.mark.parametrize("case", [mark_gap(case) for page in PAGES for case in read_page(page)])
def test_case_is_coded_as_a_careful_coder_would(case):
    differences = find_differences(case, case.code(code_text))
    assert not differences, f"{case.page}:{case.line}\n{case.text}\n" + "\n".join(differences)


def test_every_type_that_the_rules_code_has_a_page():
    assert {page.stem.upper() for page in PAGES} >= set(CODED_TYPES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_has_enough_cases_and_enough_of_them_without_an_event(page):
    cases = read_page(page)
    assert len(cases) >= CASES_AT_LEAST
    assert sum(not case.rows for case in cases) >= NO_EVENT_CASES_AT_LEAST


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_two_cases_of_a_page_have_one_name(page):
    names = [case.name for case in read_page(page)]
    assert len(names) == len(set(names))
