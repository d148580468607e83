"""A text that no parse makes sense of in, the types that its bare words tell out.

Used only where no predication tells anything: headlines in capitals, lists, sentences without end.  A word is looked
up as it stands and without its ending; to teach it a word, add the word to `knowledge/data/relate_en.toml`.
"""

import re
from collections.abc import Iterator

from dragoman.runs.defaults import Defaults

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""), ("d", ""), ("ing", ""), ("ing", "e"))
SHORTEST = 3  # letters that must be left of a word without its ending


def find_word(text: str, start: int, defaults: Defaults) -> Iterator[str]:
    """Yield the types of the words behind `start` that tell one, verbs first; then those of the words before it."""
    behind, before = WORD.findall(text[start:]), WORD.findall(text[:start])
    for words in (behind, before):
        for table in (defaults.verbs, defaults.nouns):
            for word in words:
                event = next((found for form in _forms(word.lower()) if (found := table.get(form))), None)
                if event is not None:
                    yield event


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, other in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield word.removesuffix(ending) + other
