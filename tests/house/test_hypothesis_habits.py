"""`make proof` means 100 times the examples for every test: none writes down a number of its own."""

import re

import pytest
from source import ROOT, name_of

TESTS = sorted(path for path in (ROOT / "tests").rglob("test_*.py"))


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_number_of_examples_is_a_share_of_the_profiles(path):
    given = re.findall(r"max_examples=\s*(\w[\w.]*)", path.read_text(encoding="utf-8"))
    assert [value for value in given if value != "settings.default.max_examples"] == []
