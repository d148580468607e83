"""Docstrings everywhere, printing only at the door, no asserts and no bare excepts in shipped code."""

import ast

import pytest
from source import MODULES, PACKAGE, name_of, public_definitions_in, tree_of

NOT_CLI = [path for path in MODULES if PACKAGE / "cli" not in path.parents]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_says_what_it_is_for(path):
    assert ast.get_docstring(tree_of(path)), f"{name_of(path)} opens without a docstring"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_functions_and_classes_have_docstrings(path):
    assert [name for name, node in public_definitions_in(path) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", NOT_CLI, ids=name_of)
def test_only_the_command_line_prints(path):
    calls = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    assert [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_shipped_code_does_not_assert(path):
    assert [node.lineno for node in ast.walk(tree_of(path)) if isinstance(node, ast.Assert)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_except_names_what_it_catches(path):
    handlers = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    assert [node.lineno for node in handlers if node.type is None] == []


def test_no_room_is_empty():
    rooms = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert [room.name for room in rooms if not (room / "__init__.py").is_file()] == []
