"""A text that no parse makes sense of in, the types that its bare words tell out.

Used where no predication tells anything: headlines in capitals, lists, sentences without end.  A word is
looked up as it stands and without its ending, first together with the next ("called for"), then alone; to teach it a
word, add the word to `knowledge/data/relate_en.toml`.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from dragoman.runs.defaults import Defaults

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""), ("d", ""), ("ing", ""), ("ing", "e"))
SHORTEST = 3  # letters that must be left of a word without its ending


def find_word(text: str, defaults: Defaults) -> Iterator[str]:
    """Yield the types of the words of a text that tell one: verbs first, then nouns, in order."""
    words = WORD.findall(text.lower())
    for table in (defaults.verbs, defaults.nouns):
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            forms = [f"{form} {following}" for form in _forms(word)] + list(_forms(word))
            event = next((found for form in forms if (found := table.get(form))), None)
            if event is not None:
                yield event


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, other in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield word.removesuffix(ending) + other
