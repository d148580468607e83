"""The headlines of one list on a page saved as plain text.

In: the lines behind a list's heading.  Out: `ListedHeadline`s.  Each item is a title, perhaps a deck on a line of
its own, and a time behind it (or before all titles); lists without times have one title a line, or, where blank lines
part the items, a title and a deck.
"""

from collections.abc import Iterable, Iterator

from dragoman.articles.canonical import count_words
from dragoman.articles.dates import find_moment
from dragoman.articles.furniture import is_furniture, is_time_line
from dragoman.articles.plain_lines import PlainLine
from dragoman.records import ListedHeadline

MIN_WORDS = 3  # a shorter line in a list without times is a menu's, not a headline
MAX_LINES = 3  # of one item: title, deck, and one that came in by mistake


def read_headlines(lines: tuple[PlainLine, ...]) -> tuple[ListedHeadline, ...]:
    """Return the headlines of a list."""
    if any(is_time_line(line.text) for line in lines):
        return tuple(_timed_items(lines, is_time_first=is_time_line(lines[0].text)))
    return tuple(_untimed_items(lines))


def _timed_items(lines: Iterable[PlainLine], *, is_time_first: bool) -> Iterator[ListedHeadline]:
    waiting: list[str] = []
    time: str | None = None
    for line in lines:
        if not is_time_line(line.text):
            if not is_furniture(line.text):
                waiting.append(line.text)
            continue
        moment = find_moment(line.text)
        told = moment.iso if moment else None
        if waiting:
            yield _item(waiting, time if is_time_first else told)
        time, waiting = told, []
    if is_time_first and waiting:
        yield _item(waiting, time)


def _item(lines: list[str], published: str | None) -> ListedHeadline:
    title, *rest = lines[-MAX_LINES:]
    return ListedHeadline(title, deck=rest[0] if rest else None, published=published)


def _untimed_items(lines: tuple[PlainLine, ...]) -> Iterator[ListedHeadline]:
    groups: list[list[str]] = []
    for line in lines:
        if line.is_after_blank or not groups:
            groups.append([])
        if count_words(line.text) >= MIN_WORDS and not is_furniture(line.text):
            groups[-1].append(line.text)
    groups = [group for group in groups if group]
    are_pairs = len(groups) > 1 and all(len(group) <= 2 for group in groups)
    for group in groups:
        if are_pairs:
            yield ListedHeadline(group[0], deck=group[1] if len(group) == 2 else None)
        else:
            yield from map(ListedHeadline, group)
