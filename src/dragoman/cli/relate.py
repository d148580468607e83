"""`dragoman relate IN.jsonl -o OUT.jsonl`: which type of event a text tells between sides that are given."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from dragoman.cli.options import Effort, EffortOption
from dragoman.cli.terminal import complain, standard_output
from dragoman.errors import BadUse, InputError
from dragoman.runs.forms import json_line
from dragoman.runs.outputs import open_output
from dragoman.runs.settings import check_effort

HELP = """Tell which type of event a text reports between two sides that are given.

Each line of IN.jsonl names the sides by spans of characters, start included and end excluded; an empty
list means that the side is not named:

\b
  {"id": "1", "text": "Norway praised Chile.", "actor": [[0, 6]], "recipient": [[15, 20]]}

Each gets one line, in the same order:

\b
  {"id": "1", "event": ["SUPPORT"], "confidence": 0.8, "scores": {"SUPPORT": 0.8}, "rule": "support.praise.v1"}

\b
Examples:
  dragoman relate pairs.jsonl -o answers.jsonl
  dragoman relate - -o - < pairs.jsonl

A line that asks nothing that can be answered is named on standard error with its number; the others are
answered, and the exit status is 1.
"""


def relate(
    source: Annotated[str, typer.Argument(metavar="IN.jsonl", help="The questions; - is standard input.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="The answers; - is stdout.")],
    effort: EffortOption = Effort.STANDARD,
) -> None:
    """Answer a file of questions."""
    from dragoman.runs.answering import BadLine, answer_lines
    from dragoman.runs.batch import shared_stages

    check_effort(effort.value)
    if "-" not in (source, output) and Path(source).resolve() == Path(output).resolve():
        raise BadUse(f"{output} is the input too, and would be overwritten; name another output")
    bad_lines = 0
    lines = _lines(source)
    with ExitStack() as files:
        answers = standard_output() if output == "-" else files.enter_context(open_output(Path(output)))
        for answer in answer_lines(lines, shared_stages()):
            if isinstance(answer, BadLine):
                complain(f"line {answer.number} of {source} {answer.problem}")
                bad_lines += 1
            else:
                answers.write(f"{json_line(answer)}\n")
    sys.stdout.flush()
    if bad_lines:
        raise typer.Exit(1)


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        return iter(sys.stdin.buffer)
    try:
        opened = Path(source).open("rb")  # noqa: SIM115 - closed by the generator that reads it
    except OSError as problem:
        raise InputError(f"{source} cannot be read: {problem.strerror}") from problem
    return _lines_of(opened)


def _lines_of(opened: BinaryIO) -> Iterator[bytes]:
    with opened:
        yield from opened
