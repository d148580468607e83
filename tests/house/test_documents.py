"""README, tour, CHANGELOG and Makefile say what is true: commands, rooms, modules, version, targets."""

import re
from pathlib import Path

import pytest
from source import PACKAGE, ROOT

import dragoman
from dragoman.cli.main import build_app


def read_if_there(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


README = read_if_there(ROOT / "README.md")
TOUR = read_if_there(ROOT / "docs" / "tour.md")
MAKEFILE = read_if_there(ROOT / "Makefile")
DOCUMENTED = "\n".join([README, *(read_if_there(path) for path in sorted((ROOT / "docs").glob("*.md")))])
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__")
COMMANDS = sorted(command.name for command in build_app().registered_commands)
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)
CHECKS = ("ruff format --check", "ruff check", "mypy", "lint-imports")


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_readme_names_the_two_commands(command):
    assert re.search(rf"^\W*{command}\b", README, flags=re.MULTILINE)


def test_tour_is_there():
    assert TOUR


def test_there_are_commands_to_document():
    assert {"read", "code", "relate", "explain", "doctor"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented(command):
    assert f"dragoman {command}" in DOCUMENTED


def exists_in_package(told: str) -> bool:
    """Whether `room/`, `room/file.py` or `dragoman.room.file` (a name in it behind a dot, too) is there."""
    if told.startswith("dragoman."):
        path = PACKAGE.joinpath(*told.split(".")[1:])
        is_module = path.is_dir() or path.with_suffix(".py").is_file()
        return is_module or path.parent.is_dir() or path.parent.with_suffix(".py").is_file()
    return (PACKAGE / told.removeprefix("src/").removeprefix("dragoman/")).exists()


NAMED_IN_TOUR = sorted(set(re.findall(r"`(dragoman(?:\.\w+)+|(?:src/|dragoman/)*[a-z_]+/(?:[\w/]+\.\w+)?)`", TOUR)))


def test_tour_names_modules():
    assert len(NAMED_IN_TOUR) >= len(ROOMS)


@pytest.mark.parametrize("told", NAMED_IN_TOUR)
def test_what_the_tour_names_is_there(told):
    assert exists_in_package(told)


@pytest.mark.parametrize("room", ROOMS)
def test_tour_comes_through_every_room(room):
    assert re.search(rf"`(src/)?(dragoman[./])?{room}[/.`]", TOUR), f"docs/tour.md never names `{room}/`"


def test_changelog_opens_with_the_version_that_is_installed():
    first = re.search(r"^## (.+)$", read_if_there(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)
    assert first
    assert first[1].startswith("Unreleased") or dragoman.__version__ in first[1]


def test_makefile_has_the_targets_that_are_promised():
    assert {"help", "demo", "test", "check", "gate", "proof"} <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_make_target_has_a_line_of_help(target):
    assert re.search(rf"^{target}:.*## \S", MAKEFILE, flags=re.MULTILINE)


@pytest.mark.parametrize("command", CHECKS)
def test_make_check_runs(command):
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.MULTILINE)
    assert f"/{command}" in recipe[1]
