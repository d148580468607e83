"""What stands above the body of a page saved as plain text: menu, section, title, deck, time, byline.

In: the article's own lines.  Out: a `Head` and the lines of the body.  The head ends where the first running text
begins, or behind the line of date or author where that follows a deck that is a sentence itself.  Where nothing but
one short line and a blank line stand above the text, that line is the title; without the blank line there is none.
"""

import re
from dataclasses import dataclass, replace

from dragoman.articles.byline import clean_author, looks_like_name
from dragoman.articles.canonical import bare, count_words
from dragoman.articles.dates import find_moment
from dragoman.articles.furniture import BYLINE_OPENING, SENTENCE_END, is_furniture, is_prose
from dragoman.articles.genre import genre_in
from dragoman.articles.metadata import PLAIN_SECTIONS
from dragoman.articles.plain_lines import PlainLine
from dragoman.articles.titles import SEPARATOR

BODY_WORDS = 12  # running text of so many words opens the body
LOOK_BEHIND_DECK = 3  # how many lines behind a deck the line of date or author may stand
MENU_WORDS, MENU_RUN = 3, 4  # a menu is a run of so many lines of at most so many words
TITLE_WORDS = 30
DATE_WORDS = re.compile(
    r"\b(first\s+|last\s+)?(published|posted|updated|modified|created|issued|date|time|on|at|local)\b\s*:?",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(updated|modified|edited)\b", re.IGNORECASE)
EDGES = " \t|·•,;:–—-/()[]"
CRUMBS = re.compile(r"\s+[|/>»›·•]\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body, None where it does not."""

    title: str | None = None
    deck: str | None = None
    section: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None


def part_head(lines: tuple[PlainLine, ...]) -> tuple[Head, tuple[PlainLine, ...]]:
    """Return the head of a page and the lines behind it."""
    start = _body_start(lines)
    head = Head()
    free: list[str] = []
    for text in without_menus([line.text for line in lines[:start]]):
        told = _read_marked_line(head, text, has_title=bool(free))
        if told is None:
            free.append(text)
        else:
            head = told
    return _with_free_lines(head, free), lines[start:]


def without_menus(texts: list[str]) -> list[str]:
    """Return the lines without runs of very short ones and without lines that are a row of labels."""
    kept: list[str] = []
    run: list[str] = []
    for text in [*texts, ""]:
        if text and count_words(text) <= MENU_WORDS and not SENTENCE_END.search(text) and not find_moment(text):
            run.append(text)
            continue
        kept += run if len(run) < MENU_RUN else _section_behind(run)
        run = []
        if text and not _is_row_of_labels(text):
            kept.append(text)
    return kept


def _section_behind(menu: list[str]) -> list[str]:
    """Return the last line of a menu where it alone stands in capitals: it names the section of what follows."""
    return menu[-1:] if menu[-1].isupper() and not any(line.isupper() for line in menu[:-1]) else []


def _body_start(lines: tuple[PlainLine, ...]) -> int:
    running = [number for number, line in enumerate(lines) if _opens_body(line.text)]
    if not running:
        return _lone_title(lines)
    start = running[0]
    for number in range(start + 1, min(start + 1 + LOOK_BEHIND_DECK, running[-1])):
        if _is_date_line(lines[number].text) or _is_byline(lines[number].text):
            start = number + 1
    start += start < running[-1] and start not in running and looks_like_name(lines[start].text)
    if any(_is_date_line(line.text) or _is_byline(line.text) for line in lines[:start]):
        return start
    return start if start > 1 else _lone_title(lines)


def _lone_title(lines: tuple[PlainLine, ...]) -> int:
    """Return 1 where a text opens with a title: a short line, no sentence, a blank line behind it."""
    if len(lines) < 2 or not lines[1].is_after_blank or count_words(lines[0].text) > TITLE_WORDS:
        return 0
    return 0 if lines[0].text.endswith((".", ",", ";", ":")) else 1


def _opens_body(line: str) -> bool:
    return (
        count_words(line) >= BODY_WORDS
        and is_prose(line)
        and SENTENCE_END.search(line) is not None
        and not is_furniture(line)
    )


def _read_marked_line(head: Head, text: str, *, has_title: bool) -> Head | None:
    """Return the head with what a line of date, author or section told, or None where it is none of these."""
    if _is_date_line(text):
        return _with_date_line(head, text)
    if _is_byline(text):
        return replace(head, author=head.author or clean_author(text))
    if head.section is None and _is_section(text):
        return replace(head, section=text)
    if is_furniture(text):
        return head
    if has_title and head.author is None and head.published and looks_like_name(text):
        return replace(head, author=text)
    return None


def _with_free_lines(head: Head, free: list[str]) -> Head:
    """Give title, deck and author their lines from those that nothing marks."""
    title, outlet, rest = _title_of(free)
    if rest and head.author is None and looks_like_name(rest[-1]):
        head = replace(head, author=rest.pop())
    deck = next((line for line in rest if count_words(line) >= 3), None)
    return replace(head, title=title, outlet=outlet, deck=deck)


def _title_of(free: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Return the title, the outlet where the window's title repeats the heading with it, and the other lines."""
    candidates = [line for line in free if count_words(line) >= 2] or free
    if not candidates:
        return None, None, []
    first = candidates[0]
    rest = [line for line in candidates[1:] if bare(line) != bare(first)]
    for line in rest:
        tail = first[len(line) :]
        if first.startswith(line) and count_words(line) >= 3 and SEPARATOR.match(tail):
            return line, tail.strip(EDGES) or None, [other for other in rest if other is not line]
    return first, None, rest


def _is_date_line(line: str) -> bool:
    """Say whether `line` is there to tell a date: little else stands in it."""
    moment = find_moment(line) if len(line) <= 160 else None
    if moment is None:
        return False
    left, right = _beside(line, moment.start, moment.end)
    if SENTENCE_END.search(right):
        return False
    return bool(UPDATED.search(left)) or (count_words(left) <= 6 and count_words(right) <= 6)


def _beside(line: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a date, without words like "Published"."""
    return (DATE_WORDS.sub("", line[:start]).strip(EDGES), DATE_WORDS.sub("", line[end:]).strip(EDGES))


def _with_date_line(head: Head, line: str) -> Head:
    moment = find_moment(line)
    if moment is None:
        return head
    is_update = UPDATED.search(line[: moment.start]) is not None and not re.search(
        r"\b(published|posted)\b", line, re.IGNORECASE
    )
    head = replace(head, published=head.published if is_update and head.published else moment.iso)
    for piece in (
        part for side in _beside(line, moment.start, moment.end) for part in re.split(r"\s+[|·•–—-]\s+|\s{2,}", side)
    ):
        if BYLINE_OPENING.match(piece) or looks_like_name(piece):
            head = replace(head, author=head.author or clean_author(piece))
        elif head.section is None and piece and (_is_section(piece) or count_words(piece) <= 3) and not piece.isdigit():
            head = replace(head, section=piece if not is_furniture(piece) else None)
    return head


def _is_byline(line: str) -> bool:
    return BYLINE_OPENING.match(line) is not None and count_words(line) <= 12 and clean_author(line) is not None


def _is_section(line: str) -> bool:
    """Say whether `line` names a section: a word outlets name sections with, or one or two words in capitals."""
    words = count_words(line)
    if words > 3 or SENTENCE_END.search(line):
        return False
    is_known = line.casefold().replace(" ", "-") in PLAIN_SECTIONS or (words == 1 and genre_in(line) is not None)
    return is_known or (words <= 2 and line.isupper() and len(line) > 2)


def _is_row_of_labels(line: str) -> bool:
    pieces = CRUMBS.split(line)
    return len(pieces) >= 3 and all(count_words(piece) <= 3 for piece in pieces) and find_moment(line) is None
