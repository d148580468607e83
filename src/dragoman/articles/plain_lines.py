"""A page saved as plain text, cut into its stretches: the article, and the lists of headlines behind a heading.

In: the text.  Out: `Stretch`es of lines, the first of them the article's own.  A list ends where its times end,
or where running text begins again: then the article goes on.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.articles.canonical import count_words, fold
from dragoman.articles.furniture import is_prose, is_time_line, list_opened_by

# A text whose lines were broken by hand or by a mail program: lines of about equal length that end mid-sentence.
WRAPPED_LENGTH = (45, 110)
MAX_GAP = 5  # lines between the times of two items of one list
HEAD_LINES = 6  # right above the text, never taken for a list
RUNNING_WORDS = 20  # a line of so many words in a list without times is the article going on


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A folded line, and whether a blank line stands before it."""

    text: str
    is_after_blank: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together: `kind` is article, related or latest."""

    kind: str
    lines: tuple[PlainLine, ...]


def cut_stretches(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of a page: all of the article's lines as the first, then each list."""
    page = _Page(_unwrapped(text))
    own: list[PlainLine] = []
    lists: list[Stretch] = []
    position = 0
    while position < len(page.lines):
        kind = page.kinds[position]
        end = page.list_end(position + 1) if kind else position
        if kind and end > position + 1:
            lists.append(Stretch(kind, tuple(page.lines[position + 1 : end])))
            position = end
        else:
            own.append(page.lines[position])
            position += 1
    return (Stretch("article", tuple(own)), *lists)


class _Page:
    """The lines of a page with what each is, told once."""

    def __init__(self, lines: list[PlainLine]) -> None:
        self.lines = lines
        self.kinds = [list_opened_by(line.text) for line in lines]
        self._headings = [number for number, kind in enumerate(self.kinds) if kind]
        self._times = [number for number, line in enumerate(lines) if is_time_line(line.text)]
        self._running = [number for number, line in enumerate(lines) if _is_running(line.text)]

    def list_end(self, start: int) -> int:
        """Return where the list that starts at `start` ends: behind its last time, or before running text.

        A list above the article leaves the article its head, whatever the lines right above the text look like.
        """
        end = _next(self._headings, start, len(self.lines))
        running = _next(self._running, start, len(self.lines))
        if self._running and start <= self._running[0]:
            end = min(end, max(start, running - HEAD_LINES))
        first_time = _next(self._times, start, end)
        if first_time < min(start + 5, running, end):
            return self._end_of_timed(start, end)
        return min(running, end)

    def _end_of_timed(self, start: int, end: int) -> int:
        """Return the end of a list whose items carry times; a gap of many lines between two times ends it too."""
        times = self._times[bisect_left(self._times, start) : bisect_left(self._times, end)]
        last = times[0]
        for at in times[1:]:
            if at - last > MAX_GAP:
                break
            last = at
        if times[0] > start:
            return last + 1
        behind = last + 2  # times lead: a title stands behind the last one, and a deck where no blank line parts them
        while behind < min(end, last + 3) and not self.lines[behind].is_after_blank:
            behind += 1
        return min(end, behind)


def _next(numbers: list[int], start: int, otherwise: int) -> int:
    """Return the first of the ordered numbers from `start` on."""
    at = bisect_left(numbers, start)
    return numbers[at] if at < len(numbers) else otherwise


def _is_running(line: str) -> bool:
    return count_words(line) >= RUNNING_WORDS and is_prose(line) and line.endswith((".", '."', ".”", ".'", "?", "!"))


def _unwrapped(text: str) -> list[PlainLine]:
    """Return the folded lines, hard-wrapped paragraphs joined again."""
    lines: list[PlainLine] = []
    for block in re.split(r"\n\s*\n", re.sub(r"\r\n?|\u2028|\u2029|\f", "\n", text)):
        folded = [line for line in map(fold, block.split("\n")) if line]
        if _is_wrapped(folded):
            folded = [" ".join(folded)]
        lines += [PlainLine(line, number == 0) for number, line in enumerate(folded)]
    return lines


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    inner = lines[:-1]
    shortest, longest = WRAPPED_LENGTH
    is_even = all(shortest <= len(line) <= longest for line in inner) and len(lines[-1]) <= longest
    broken = sum(
        1
        for line, following in zip(inner, lines[1:], strict=True)
        if line[-1] not in '.!?"”:' or following[:1].islower()
    )
    return is_even and broken * 2 >= len(inner) and any(following[:1].islower() for following in lines[1:])
