"""Words in a row that a file shares with gold.

In: files of any text kind.  Out: for a file, the stretches of six words and more that stand in the gold too.
Words are folded: case, punctuation and soft hyphens do not hide a copy, nor do a page's tags or a JSON string's
escapes.  Numbers alone are no text, so at least four of the six words have to be words of letters.
To add a kind of file, add its suffix to `_pieces_of`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

IN_A_ROW = 6
LETTERS_AT_LEAST = 4
WORD = re.compile(r"[^\W_]+")
TEXT_KINDS = frozenset(
    {".cfg", ".css", ".csv", ".htm", ".html", ".ini", ".json", ".jsonl", ".md", ".py", ".rss", ".sh", ".svg"}
    | {".toml", ".tsv", ".txt", ".xml", ".yaml", ".yml"}
)
TEXT_NAMES = frozenset({"Makefile", "NOTICE", "LICENSE", "run", ".gitignore"})


class _PageText(HTMLParser):
    """Collects a page's visible text and telling attributes, and the JSON that its scripts hold (JSON-LD)."""

    HIDDEN = frozenset({"script", "style", "noscript", "template"})

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.scripts: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag in self.HIDDEN
        self.pieces += [value for name, value in attrs if name in ("content", "title", "alt") and value]

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in self.HIDDEN and self._depth > 0

    def handle_data(self, data: str) -> None:
        (self.scripts if self._depth else self.pieces).append(data)


def is_text(path: Path) -> bool:
    """Say whether the file is of a kind that can hold a sentence."""
    return path.suffix in TEXT_KINDS or path.name in TEXT_NAMES


def fold_words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return WORD.findall(text.replace("\u00ad", "").casefold())


def rows_in(words: list[str]) -> Iterator[tuple[int, str]]:
    """Return each six words in a row with the index of the first."""
    for index in range(len(words) - IN_A_ROW + 1):
        row = words[index : index + IN_A_ROW]
        if sum(word.isalpha() for word in row) >= LETTERS_AT_LEAST:
            yield index, " ".join(row)


def gather_rows(paths: Iterable[Path]) -> set[str]:
    """Return all rows of six words that stand in these files."""
    return {row for path in paths for piece in _pieces_of(path) for _, row in rows_in(fold_words(piece))}


def find_shared(path: Path, gold: set[str], *, allowed: set[str] = frozenset()) -> list[str]:
    """Return the stretches of the file's words that stand in the gold, rows that are allowed aside."""
    found = []
    for piece in _pieces_of(path):
        words, covered = fold_words(piece), -1
        for index, row in rows_in(words):
            if row not in gold or row in allowed:
                continue
            if index > covered:
                found.append(row)
            else:
                found[-1] += f" {words[index + IN_A_ROW - 1]}"
            covered = index + 1
    return found


def _pieces_of(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in (".htm", ".html", ".rss", ".xml"):
        parser = _PageText()
        parser.feed(text)
        # The visible text as one run of words, for a sentence may cross tags.
        return [" ".join(parser.pieces), *(piece for script in parser.scripts for piece in _strings_of_json(script))]
    if path.suffix in (".json", ".jsonl"):
        return list(_strings_of_json(text))
    return [text]


def _strings_of_json(text: str) -> Iterator[str]:
    """Return the strings of a JSON value or of JSON lines; a text that is neither, as it is."""
    try:
        values = _values_of_json(text)
    except ValueError:
        values = [text]
    while values:
        value = values.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            values += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            values += value


def _values_of_json(text: str) -> list[object]:
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
