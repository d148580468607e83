"""The characters of canonical text: what is folded, what is dropped, what is kept as it came.

In: any string.  Out: the same words as they stand in an `Article`.  Kept on purpose: quotation marks of every
shape, grave accents used as apostrophes, a missing space after a comma; evidence must quote what the outlet
printed.  To fold one more character, add it to one of the patterns and to the table in the tests.
"""

import re
import unicodedata

# Soft hyphens, zero-width spaces and joiners, byte order marks, marks of writing direction: they hide inside
# words and would keep names from being found.  The joiners U+200C and U+200D mean something in Arabic and
# Indic scripts, so they stay after such letters.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
JOINER = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return `text` on one line as canonical text has it: composed letters, single spaces, nothing invisible."""
    visible = JOINER.sub("", INVISIBLE.sub("", CONTROL.sub("", text)))
    return SPACE.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def fold_or_none(text: str | None) -> str | None:
    """Return the folded text, or None where nothing is left of it."""
    return fold(text or "") or None


def count_words(text: str) -> int:
    """Return the number of words in `text`."""
    return len(WORD.findall(text))


def bare(text: str) -> str:
    """Return the words of `text` alone, lower case: for telling whether two lines say the same."""
    return " ".join(WORD.findall(text.casefold()))
