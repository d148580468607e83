"""NOTICE credits what the project stands on: every dependency and every data file has its line."""

import re
import tomllib

import pytest
from source import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = [
    *PROJECT["dependencies"],
    *(name for group in PROJECT["optional-dependencies"].values() for name in group),
]
DATA_FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ("ontology", "knowledge", "exports", "stories")
    for path in (PACKAGE / room).rglob("*")
    if path.is_file() and path.suffix not in (".py", ".pyc")
)
CREDITED = dict(re.findall(r"^([\w./-]+): (.+)$", (ROOT / "NOTICE").read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_dependency_is_credited_with_its_licence(dependency):
    name = re.match(r"[\w.-]+", dependency)[0]
    assert re.search(r"\S+; \S+", CREDITED.get(name, "")), f"NOTICE has no line '{name}: LICENCE; WHO'"


@pytest.mark.parametrize("path", DATA_FILES)
def test_data_file_is_credited_with_its_licence(path):
    assert re.search(r"\S+; \S+", CREDITED.get(path, "")), f"NOTICE has no line '{path}: LICENCE; WHO'"


def test_notice_credits_nothing_that_is_gone():
    known = {re.match(r"[\w.-]+", dependency)[0] for dependency in DEPENDENCIES} | set(DATA_FILES)
    assert sorted(set(CREDITED) - known) == []


def test_licence_is_the_whole_of_apache_2():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
