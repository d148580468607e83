"""Lines of questions with given sides → lines of answers.

Comes in: JSON lines `{"id","text","actor":[[start,end]…],"recipient":[[start,end]…]}`.  Goes out: for
each `{"id","event":["…"],"confidence","scores","rule"}`, or a `BadLine` that says which line is off and how.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.errors import DragomanError
from dragoman.records import Span
from dragoman.records.codec import Json
from dragoman.runs.coding import Stages
from dragoman.runs.relating import RelateAnswer, relate_sides

FIELDS = ("id", "text", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class Question:
    """A text, and where in it the two sides stand; an empty side is not named."""

    id: str | int
    text: str
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no question: its number, and what is wrong with it."""

    number: int
    problem: str


class UnfitError(ValueError):
    """What a line lacks to be a question."""


def answer_lines(lines: Iterable[bytes], stages: Stages) -> Iterator[Json | BadLine]:
    """Yield an answer for each line that is not blank, in order."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(number, line, stages)


def question_from_line(line: bytes) -> Question:
    """Return the question that a line asks; UnfitError, with what is off, where it asks none."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise UnfitError(f"is no JSON in UTF-8 ({problem})") from problem
    if not isinstance(value, dict):
        raise UnfitError(f"is a JSON object with {', '.join(FIELDS)}, not {value!r:.60}")
    missing = [name for name in FIELDS if name not in value]
    if missing:
        raise UnfitError(f"lacks the field {missing[0]!r}")
    text, name = value["text"], value["id"]
    if not isinstance(text, str) or not isinstance(name, str | int) or isinstance(name, bool):
        raise UnfitError("has an id and a text that are strings (a whole number will do as id)")
    return Question(name, text, _spans(value, "actor", text), _spans(value, "recipient", text))


def _spans(value: dict[str, Json], side: str, text: str) -> tuple[Span, ...]:
    given = value[side]
    if not isinstance(given, list):
        raise UnfitError(f"has {side!r} as a list of [start, end], not {given!r:.60}")
    for pair in given:
        numbers = isinstance(pair, list) and len(pair) == 2 and all(type(number) is int for number in pair)
        if not numbers or not 0 <= pair[0] < pair[1] <= len(text):
            raise UnfitError(
                f"has {pair!r:.60} in {side!r}, which is no [start, end] inside its {len(text)} characters"
            )
    return tuple(Span(start, end) for start, end in given)


def _answer(number: int, line: bytes, stages: Stages) -> Json | BadLine:
    try:
        question = question_from_line(line)
        answer = relate_sides(stages, question.text, question.actor, question.recipient)
    except UnfitError as problem:
        return BadLine(number, str(problem))
    except DragomanError:
        raise
    except Exception as problem:  # one odd line must not end a run of a million
        return BadLine(number, f"could not be answered, internal error: {type(problem).__name__}: {problem}"[:300])
    return _json_from_answer(question, answer)


def _json_from_answer(question: Question, answer: RelateAnswer) -> Json:
    return {
        "id": question.id,
        "event": list(answer.event),
        "confidence": answer.confidence,
        "scores": dict(answer.scores),
        "rule": answer.rule,
    }
