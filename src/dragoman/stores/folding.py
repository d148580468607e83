"""Text → the words that a search compares: the same on every back end, as neither has a say in it.

Comes in: any text.  Goes out: words in small letters without accents, each with its place in the text.  A word is a
run of letters and digits; "_" parts words.  What is cut here is cut in texts and in searches alike.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

LONGEST_WORD = 64  # code points; PostgreSQL takes 2,046 bytes
# PostgreSQL keeps at most 1 MiB for one text; some 130,000 words of English.  What stands behind is not found.
MOST_BYTES = 1_000_000
_BYTES_BESIDE = 8  # what PostgreSQL may keep beside the letters of a word

_JOINERS = frozenset("\u00ad\u200c\u200d\u2060\ufeff")  # signs without width, which part no words
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its span in the text it was read in."""

    text: str
    start: int
    end: int


def fold_text(text: str) -> str:
    """Return the folded words of a text, one blank between two."""
    return " ".join(_cut(match.group()) for match in _matches(_fold(text)))


def find_words(text: str) -> list[Word]:
    """Return the folded words of a text with their spans in it."""
    folded = _fold(text)
    if len(folded) == len(text) and text.isascii():
        return [Word(_cut(match.group()), match.start(), match.end()) for match in _matches(folded)]
    # Each code point may become several: the folded place of every one, and back again.
    ends = list(accumulate(len(_fold_sign(sign)) for sign in text))
    origin = [place for place, sign in enumerate(text) for _ in _fold_sign(sign)]
    return [
        Word(_cut(match.group()), origin[match.start()], _end_of(text, ends, origin[match.end() - 1]))
        for match in _matches(folded)
    ]


def _end_of(text: str, ends: list[int], last: int) -> int:
    """Return the place behind a word's last sign and the accents that stand on it."""
    end = last + 1
    while end < len(text) and ends[end] == ends[last]:
        end += 1
    return end


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_sign, text))


@functools.lru_cache(maxsize=65536)
def _fold_sign(sign: str) -> str:
    """Return a code point in small letters and without accents; one by one, so that places can be told."""
    if sign in _JOINERS:
        return ""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    return "".join(part for part in small if not unicodedata.category(part).startswith("M"))


def _matches(folded: str) -> list[re.Match[str]]:
    kept = []
    size = 0
    for match in _WORDS.finditer(folded):
        size += len(match.group().encode()) + _BYTES_BESIDE
        if size > MOST_BYTES:
            break
        kept.append(match)
    return kept


def _cut(word: str) -> str:
    return word[:LONGEST_WORD]
