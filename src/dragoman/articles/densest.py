"""The main text of a page whose markup says nothing: the box that most of its running text stands in.

In: the tree.  Out: lines.  It steps from the body into whichever child holds most of the running text, until the
text parts over several children.  Used where trafilatura gives up and returns the whole page, menus and all.
"""

from collections import Counter

from lxml.html import HtmlElement

from dragoman.articles.canonical import count_words
from dragoman.articles.furniture import is_prose
from dragoman.articles.markup import Line, lines_of

# A child must hold this share of its parent's running text for the search to step into it.  Found on the stored
# pages: at 0.5 it loses halves of articles that an advertisement parts, at 0.8 it stops outside comment sections.
STEP_SHARE = 0.6
MAX_LINK_SHARE = 0.5
PROSE_WORDS = 10


def find_densest(root: HtmlElement) -> tuple[Line, ...]:
    """Return the lines of the densest box, from its first to its last line of running text."""
    lines = [line for line in lines_of(root) if line.link_share < MAX_LINK_SHARE]
    words: Counter[HtmlElement] = Counter()
    for line in lines:
        if _is_running(line):
            for element in (line.block, *line.block.iterancestors()):
                words[element] += count_words(line.text)
    box = root
    while True:
        child = max(box, key=lambda one: words[one], default=None)
        if child is None or not words[child] or words[child] < words[box] * STEP_SHARE or child.tag == "p":
            break
        box = child
    inside = [line for line in lines if line.block is box or any(one is box for one in line.block.iterancestors())]
    running = [number for number, line in enumerate(inside) if _is_running(line)]
    return tuple(inside[running[0] : running[-1] + 1]) if running else ()


def _is_running(line: Line) -> bool:
    return count_words(line.text) >= PROSE_WORDS and is_prose(line.text)
