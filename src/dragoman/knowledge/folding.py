"""Makes spellings alike, character for character, so that offsets into the text stay true.

In comes any text, out goes one of the same length: Latin letters without accents, one apostrophe, one
hyphen, plain spaces.  Names and texts pass through the same door before they are compared.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

# Letters that Unicode does not decompose, though readers take the one for the other.
PLAIN_LETTERS = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
PUNCTUATION = {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"}
SPACES = "\n\r\t\u00a0\u2007\u2009\u202f"
LATIN_BLOCKS = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))


def _build_table() -> Mapping[int, str]:
    table = {ord(letter): plain for letter, plain in {**PLAIN_LETTERS, **PUNCTUATION}.items()}
    table.update({ord(space): " " for space in SPACES})
    for block in LATIN_BLOCKS:
        for point in block:
            base = [part for part in unicodedata.normalize("NFKD", chr(point)) if not unicodedata.combining(part)]
            if len(base) == 1 and base[0].isascii():
                table.setdefault(point, base[0])
    return MappingProxyType(table)


PLAIN = _build_table()
FOLDED_ASCII = re.compile("[`\n\r\t]")  # all that the table changes in plain ASCII, which most names are


def fold_text(text: str) -> str:
    """Return the text with plain letters, apostrophes, hyphens and spaces, of the same length."""
    if text.isascii() and FOLDED_ASCII.search(text) is None:
        return text
    return text.translate(PLAIN)
