"""JSON lines: one text with its id on each line.

Comes in: a stream of lines such as `{"id": "a1", "text": "…", "date": "2024-05-14", "title": "…"}`;
also read, where present: published (in place of date), author, section, outlet, language and url.
Goes out: a document a line in form "prose", or a rejection that names the line; one bad line costs
nothing but itself.  To read a further field, add it to `_STRINGS` and to `Given`.
"""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.documents.origin import Origin, Outcome, printable
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.sniffing import has_utf16_mark
from dragoman.documents.streams import read_ahead
from dragoman.documents.times import iso_from_iso
from dragoman.records import Given

_STRINGS = ("title", "author", "section", "outlet", "language", "url")


class _BadLineError(Exception):
    """A line that is no document: a fixed reason, and the particulars; it never leaves this module."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def read_jsonl(stream: BinaryIO, origin: Origin, settings: DocumentSettings) -> Iterator[Outcome]:
    """Yield a document or a rejection for each line that is not blank, holding one line at a time."""
    first_lines: dict[str, int] = {}
    for number, line in _number_lines(stream, settings.max_bytes):
        within = f":{number}"
        if line is None:
            yield origin.reject_size(settings.max_bytes, within=within)
            continue
        if not line.strip():
            continue
        yield _read_line(line, origin, within, first_lines=first_lines)


def _read_line(line: str, origin: Origin, within: str, *, first_lines: dict[str, int]) -> Outcome:
    try:
        value = _parse_line(line)
        doc_id = _find_id(value)
        text = _find_text(value)
        given = _find_given(value)
        if doc_id in first_lines:
            raise _BadLineError("duplicate id", f"id {doc_id!r} was used in line {first_lines[doc_id]} already")
    except _BadLineError as bad:
        return origin.reject(bad.reason, bad.detail, within=within)
    first_lines[doc_id] = int(within[1:])
    return origin.inner_document(doc_id, text, form="prose", address=_find_string(value, "url"), given=given)


def _number_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, str | None]]:
    """Yield each line with its number from 1; None stands for one that is too long."""
    head, stream = read_ahead(stream, 2)
    encoding, errors = ("utf-16", "replace") if has_utf16_mark(head) else ("utf-8-sig", "surrogateescape")
    lines = io.TextIOWrapper(stream, encoding, errors, newline="\n")
    number = 0
    while line := lines.readline(max_bytes + 1):
        number += 1
        is_long = len(line) > max_bytes
        while line and not line.endswith("\n") and is_long:
            line = lines.readline(max_bytes + 1)
        yield number, None if is_long else line


def _parse_line(line: str) -> dict[str, Any]:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise _BadLineError("not JSON", f"character {problem.start + 1} of the line is not UTF-8") from problem
    try:
        value = json.loads(line)
    except ValueError as problem:
        raise _BadLineError("not JSON", f"{problem}: {line.strip()[:60]!r}") from problem
    except RecursionError as problem:
        raise _BadLineError("not JSON", "brackets are nested too deep") from problem
    if not isinstance(value, dict):
        raise _BadLineError("not an object", f'a line is an object {{"id": …, "text": …}}, not {line.strip()[:60]!r}')
    return value


def _find_id(value: dict[str, Any]) -> str:
    found = value.get("id")
    if found is None or found == "":
        raise _BadLineError("no id", 'the line has no "id"')
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        raise _BadLineError("bad id", f"id is a string or a number, not {found!r:.60}")
    return printable(str(found))


def _find_text(value: dict[str, Any]) -> str:
    found = value.get("text")
    if found is None:
        raise _BadLineError("no text", 'the line has no "text"')
    if not isinstance(found, str):
        raise _BadLineError("no text", f"text is a string, not {found!r:.60}")
    if not found.strip() and not _find_string(value, "title"):
        raise _BadLineError("empty", "text is empty, and there is no title")
    return found


def _find_given(value: dict[str, Any]) -> Given:
    strings = {name: _find_string(value, name) for name in _STRINGS if name != "url"}
    return Given(published=_find_time(value), **strings)


def _find_string(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    if found is None:
        return None
    if not isinstance(found, str):
        raise _BadLineError("bad field", f"{name} is a string, not {found!r:.60}")
    return printable(found.strip()) or None


def _find_time(value: dict[str, Any]) -> str | None:
    name = "date" if value.get("date") is not None else "published"
    found = value.get(name)
    if found is None or found == "":
        return None
    time = iso_from_iso(found) if isinstance(found, str) else None
    if time is None:
        raise _BadLineError("bad date", f"{name} is an ISO day or time such as 2024-05-14, not {found!r:.60}")
    return time
