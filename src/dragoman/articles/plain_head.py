"""What stands above the body of a page saved as plain text: section, title, deck, time, byline.

In: the article's own lines.  Out: a `Head` and the lines of the body.  The body is the stretch in which running text
outweighs other lines most, so that menus and teasers above it and notices below it stay out.  The lines just above
it are the head; a deck that is a sentence itself belongs there where a line of date or author follows it.  Where
nothing but one short line and a blank line stand above the text, that line is the title.
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

# What a line that is no running text costs the stretch it stands in, in words of running text.  Subheadings and
# captions are outweighed by the paragraphs around them; five lines of menu end the body before a notice of 40 words.
COST_OF_LABEL = 8
HEAD_WINDOW = 12  # lines above the body that may be its head; what stands higher is the page's
FEW_LINES = 4  # so many unmarked lines are all the article's; of more, those right above date and byline are
HEADLINE_WORDS = (4, 6)  # fewest of a title under many lines; fewest of one that a deck may follow there
DECK_WORDS = 45
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
    """Return the head of a page and the lines of its body."""
    first, behind = _find_body(lines)
    start = _behind_deck(lines, first, behind)
    texts = without_menus([line.text for line in lines[:start]])[-HEAD_WINDOW:]
    return _read_head(texts), lines[start:behind]


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


def _find_body(lines: tuple[PlainLine, ...]) -> tuple[int, int]:
    """Return the stretch with the greatest sum of words of running text less the cost of other lines."""
    best, first, behind = 0, 0, len(lines)
    total, start = 0, 0
    for number, line in enumerate(lines):
        is_text = is_prose(line.text) and not is_furniture(line.text)
        total += count_words(line.text) if is_text else -COST_OF_LABEL
        if total <= 0:
            total, start = 0, number + 1
        elif total > best:
            best, first, behind = total, start, number + 1
    return first, behind


def _behind_deck(lines: tuple[PlainLine, ...], first: int, behind: int) -> int:
    """Return where the body starts: behind a deck and its line of date or byline, or behind a lone title."""
    is_marked = any(map(_is_mark, lines[max(0, first - HEAD_WINDOW) : first]))
    start = first
    for number in range(first + 1, min(first + 1 + LOOK_BEHIND_DECK, behind - 1)):
        if not is_marked and _is_mark(lines[number]) and count_words(lines[first].text) <= DECK_WORDS:
            start = number + 1
    if first < start < behind - 1 and looks_like_name(lines[start].text):
        start += 1
    above, below = (sum(count_words(line.text) for line in part) for part in (lines[first:start], lines[start:behind]))
    start = start if above < below else first
    return start if is_marked or start > 1 or start > first else _lone_title(lines)


def _is_mark(line: PlainLine) -> bool:
    return _is_date_line(line.text) or _is_byline(line.text)


def _lone_title(lines: tuple[PlainLine, ...]) -> int:
    """Return 1 where a text opens with a title: a short line, no sentence, a blank line behind it."""
    if len(lines) < 2 or not lines[1].is_after_blank or count_words(lines[0].text) > TITLE_WORDS:
        return 0
    return 0 if lines[0].text.endswith((".", ",", ";", ":")) else 1


def _read_head(texts: list[str]) -> Head:
    marked = [_is_mark(PlainLine(text, True)) for text in texts]
    free = [
        number
        for number, text in enumerate(texts)
        if not marked[number] and not is_furniture(text) and not _is_section(text)
    ]
    place = _title_place(texts, free, anchor=max((at for at, mark in enumerate(marked) if mark), default=len(texts)))
    if place is None:
        return _read_marked(Head(), texts)
    title, outlet, repeats = _part_title(texts, place, free)
    above = [text for text in texts[:place] if _is_section(text)][-1:]
    below = [text for number, text in enumerate(texts) if number > place and number not in repeats]
    head = _read_marked(Head(title=title, outlet=outlet, section=above[0] if above else None), below)
    if head.published is None:
        dates = [text for text in texts[:place] if _is_date_line(text)]
        head = _with_date_line(head, dates[-1]) if dates else head
    return head


def _title_place(texts: list[str], free: list[int], *, anchor: int) -> int | None:
    """Return which line is the title: the first that nothing marks, or under many of them the one above the date."""
    if len(free) <= FEW_LINES:
        return next((number for number in free if count_words(texts[number]) >= 2), free[0] if free else None)
    before = [number for number in free if number < anchor]
    if not before:
        return free[0]
    last_two = [number for number in before[-2:] if count_words(texts[number]) >= HEADLINE_WORDS[0]]
    if len(last_two) == 2 and count_words(texts[last_two[0]]) < HEADLINE_WORDS[1]:
        return last_two[1]
    return last_two[0] if last_two else before[-1]


def _part_title(texts: list[str], place: int, free: list[int]) -> tuple[str, str | None, set[int]]:
    """Return the title, the outlet where the window's title repeats the heading with it, and where it is repeated."""
    title = texts[place]
    repeats = {number for number in free if bare(texts[number]) == bare(title)}
    for number in free:
        tail = title[len(texts[number]) :]
        if title.startswith(texts[number]) and count_words(texts[number]) >= 3 and SEPARATOR.match(tail):
            return texts[number], tail.strip(EDGES) or None, repeats | {number}
    return title, None, repeats


def _read_marked(head: Head, texts: list[str]) -> Head:
    """Return the head with what the lines below the title tell."""
    for number, text in enumerate(texts):
        is_last = number == len(texts) - 1
        if _is_date_line(text):
            head = _with_date_line(head, text)
        elif _is_byline(text):
            head = replace(head, author=head.author or clean_author(text))
        elif _is_section(text):
            head = replace(head, section=head.section or text)
        elif head.author is None and (head.published or is_last) and looks_like_name(text):
            head = replace(head, author=text)
        elif head.deck is None and head.title and count_words(text) >= 3 and not is_furniture(text):
            head = replace(head, deck=text)
    return head


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
        elif head.section is None and _is_section(piece):
            head = replace(head, section=piece)
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
