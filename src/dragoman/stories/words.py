"""The words that tell one happening from another, and how much each of them weighs.

In comes a sentence or a headline, out go its folded words with their weights: names and numbers weigh most, what
every report says weighs little, the grammar's own words nothing.  Commonness stands in `common_words.txt`, a list of
our own; to add a word, write it there.  No model, no counts: the same words weigh the same today and in ten years.
"""

import functools
import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.knowledge.folding import fold_text

# Weights of a word, in content words.  Set by hand and kept while half A of quality/stories did not ask for others:
# there F1 moves by less than 0.01 for weights half or twice as high.
PLAIN_WEIGHT = 1.0
NAME_WEIGHT = 1.5
NUMBER_WEIGHT = 1.5
COMMON_WEIGHT = 0.2

_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['-][^\W\d_]+)*")
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_TENS = {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
NUMBERS = {**{word: str(number) for number, word in enumerate(_NUMBER_WORDS)}, **_TENS, "dozen": "12"}
# Endings that one verb or noun takes in different reports, longest first, and what is left in their place.
ENDINGS = (
    *(("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ions", ""), ("ion", "")),
    *(("ies", "y"), ("ers", ""), ("ed", ""), ("er", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", "")),
)
STEM = 4  # letters that a word keeps whatever its ending


@functools.cache
def common_words() -> frozenset[str]:
    """Return the words that every report may have, folded."""
    return frozenset(stem_of(word) for word in _listed("common"))


@functools.cache
def grammar_words() -> frozenset[str]:
    """Return the words that belong to the grammar or the calendar and tell nothing of a happening."""
    return frozenset(_listed("grammar"))


@functools.cache
def _listed(kind: str) -> tuple[str, ...]:
    try:
        text = (files("dragoman.stories") / "common_words.txt").read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"stories/common_words.txt cannot be read: {problem}; reinstall the package") from problem
    sections = re.split(r"^\[(\w+)\]$", text, flags=re.MULTILINE)
    return tuple(dict(zip(sections[1::2], sections[2::2], strict=True))[kind].split())


@functools.cache
def _all_common() -> frozenset[str]:
    return frozenset((*_listed("common"), *_listed("grammar")))


def is_common_word(word: str) -> bool:
    """Say whether a folded word stands in the list of common words as it is."""
    return word in _all_common()


def stem_of(word: str) -> str:
    """Return a folded word without its ending, so that "shelled" and "shelling" are one."""
    for ending, left in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(left) >= STEM:
            return word[: -len(ending)] + left
    return word


# A telling is weighed against dozens that are near it, and each of them against dozens more: without a memory, half
# of an ingest's time goes into the same sentences' words.  8,192 sentences are those of some days of news, and 40 MB.
@functools.lru_cache(maxsize=8192)
def weigh_words(text: str) -> Mapping[str, float]:
    """Return the words of a sentence or headline, folded and without endings, each with its weight."""
    weights: dict[str, float] = {}
    folded = fold_text(text)
    for token in _TOKEN.finditer(folded):
        word = token.group().removesuffix("'s")
        stem, weight = _weigh(word, is_first=not folded[: token.start()].strip(" \"'(“"))
        if weight:
            weights[stem] = max(weight, weights.get(stem, 0.0))
    return MappingProxyType(weights)


def _weigh(word: str, *, is_first: bool) -> tuple[str, float]:
    small = word.casefold()
    if small in NUMBERS or small[0].isdigit():
        number = NUMBERS.get(small, small.replace(",", ""))
        return number, NUMBER_WEIGHT if number not in ("0", "1") else COMMON_WEIGHT
    if small in grammar_words() or len(small) == 1:
        return small, 0.0
    stem = stem_of(small)
    if stem in common_words():
        return stem, COMMON_WEIGHT
    return stem, NAME_WEIGHT if word[0].isupper() and not is_first else PLAIN_WEIGHT


def overlap_of(one: Mapping[str, float], other: Mapping[str, float], aside: frozenset[str] = frozenset()) -> float:
    """Return how much two bags of words have in common, 0 to 1: the cosine of their weights.

    `aside` are words that are compared elsewhere (places, countries) and count a quarter here.
    """

    def weight(bag: Mapping[str, float], word: str) -> float:
        return bag[word] * (0.25 if word in aside else 1.0)

    shared = sum(weight(one, word) * weight(other, word) for word in one.keys() & other.keys())
    norms = [sum(weight(bag, word) ** 2 for word in bag) for bag in (one, other)]
    return float(shared / (norms[0] * norms[1]) ** 0.5) if all(norms) else 0.0


def words_of_name(name: str) -> frozenset[str]:
    """Return the folded words of a name that are long enough to tell it by."""
    return frozenset(word for word in re.findall(r"\w+", fold_text(name).casefold()) if len(word) > 2)
