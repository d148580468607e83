"""No long functions, no long files, no long lists of parameters in shipped code."""

import pytest
from source import MODULES, functions_in, name_of

FUNCTION_LINES = 40
FILE_LINES = 500
POSITIONAL_PARAMETERS = 5


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_file_is_not_too_long(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES, f"{name_of(path)} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_not_too_long(path):
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions_in(path)}
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


def is_command(path, node):
    """A command of the command line, cli/NAME.py's function NAME, takes one parameter for each of its options."""
    return path.parent.name == "cli" and node.name == path.stem


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_do_not_take_too_many_positional_parameters(path):
    def count(node):
        names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]
        return len([name for name in names if name not in ("self", "cls")])

    counts = {node.name: count(node) for node in functions_in(path) if not is_command(path, node)}
    assert {name: number for name, number in counts.items() if number > POSITIONAL_PARAMETERS} == {}
