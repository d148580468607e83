"""Copies of one text: wire copies under other headlines, with changed words, or cut short.

In comes an article's body, out goes a `Sketch`: a signature to compare, and bands to find likely copies by, so that
each new article is compared with the few that share a band and never with all.

The signature is a MinHash of the bottom-k kind (Broder's sketch): of all runs of three words, hashed, the
`KEPT` lowest.  Up to `KEPT` runs it is the whole set, so that both the share of common runs (Jaccard) and the share
of the shorter text that stands in the longer (containment) come out exact, and close to it beyond.
A band is a hashed run of three content words: words that every report has ("said", "on", "officials") are
passed over first, so that two reports share a band only where one has the other's words.  Half of the runs in the lead
are bands, which a text cut short keeps, and the lowest few of the rest.
"""

import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.folding import fold_text
from dragoman.stories.words import is_common_word

RUN = 3  # words in a run: DEPENDENCIES.md found that three part copies from unrelated texts

# How many hashes a signature keeps, 4 bytes each.  A report of 500 words is kept whole; of a longer one, 512 hashes
# tell a Jaccard of 0.2 to within 0.018 (one standard deviation).
KEPT = 512

# Jaccard from which two texts are copies.  Found on half A of quality/stories and on generated texts: copies with a
# fifth of the words changed at random have 0.25 and more, the most alike of distinct texts 0.08.  Run
# quality/measure_stories.py before touching it.
COPY_JACCARD = 0.18

# Share of the shorter text's runs that stand in the longer, from which it is that text cut short.  Texts cut short
# have 0.9 and more, with some of their words changed 0.5; the most alike of distinct texts 0.14.  Same measurement.
CLIP_CONTAINMENT = 0.45

# The fewest runs that copies have in common, so that neither a stock phrase nor a line of a few words makes a copy.
FEWEST_RUNS = 8

# Content words of the first sentence, all of whose runs are bands, and of the lead, half of whose runs are: a copy cut
# after thirty words still has a dozen bands.  Then the bands from behind the lead, for copies with a lead of their own.
# Found on half A: half of the opening's runs found 0.89 of the texts cut to thirty words with a fifth of these
# changed, all of them 0.95; an article of 110 words has 18 bands in the mean.
OPENING_WORDS = 18
LEAD_WORDS = 40
LEAD_SHARE = 2
REST_BANDS = 8

_WORD = re.compile(r"\w+")
_FIRST, _SECOND, _THIRD = (np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_SHIFT = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies: a signature to compare, and bands that copies share."""

    signature: bytes
    bands: tuple[str, ...]


def sketch_text(text: str) -> Sketch:
    """Return the sketch of an article's body, its headline left out."""
    words = words_of(text)
    telling = [word for word in words if not is_common_word(word)]
    opening, lead = _hash_runs(telling[:OPENING_WORDS]), _hash_runs(telling[OPENING_WORDS - RUN + 1 : LEAD_WORDS])
    rest = np.unique(_hash_runs(telling[LEAD_WORDS - RUN + 1 :]))[:REST_BANDS]
    chosen = np.unique(np.concatenate([opening, lead[lead % LEAD_SHARE == 0], rest]))
    return Sketch(_sign(words), tuple(f"{band:08x}" for band in chosen.tolist()))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text: small letters without accents."""
    return _WORD.findall(fold_text(text).casefold())


def are_copies(one: bytes, other: bytes) -> bool:
    """Say whether two signatures are those of one text: copied, copied with changed words, or cut short."""
    jaccard, contained, shared = compare_signatures(one, other)
    return shared >= FEWEST_RUNS and (jaccard >= COPY_JACCARD or contained >= CLIP_CONTAINMENT)


def compare_signatures(one: bytes, other: bytes) -> tuple[float, float, int]:
    """Return how alike two signatures are: Jaccard, containment of the shorter text, and the runs in common."""
    ours, theirs = _runs_of(one), _runs_of(other)
    if not ours.size or not theirs.size:
        return 0.0, 0.0, 0
    # Beyond the highest hash of a full signature nothing is known of its text.
    limit = min((runs[-1] for runs in (ours, theirs) if runs.size >= KEPT), default=max(ours[-1], theirs[-1]))
    ours, theirs = ours[ours <= limit], theirs[theirs <= limit]
    shared = int(np.intersect1d(ours, theirs, assume_unique=True).size)
    together = ours.size + theirs.size - shared
    return shared / max(together, 1), shared / max(min(ours.size, theirs.size), 1), shared


def _sign(words: list[str]) -> bytes:
    return np.unique(_hash_runs(words))[:KEPT].astype("<u4").tobytes()


def _runs_of(signature: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(signature, dtype="<u4")


def _hash_runs(words: list[str]) -> NDArray[np.uint32]:
    """Return the hash of every run of three words, in the order of the text; of a shorter text, that of all it has."""
    hashes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)
    if not hashes.size:
        return np.empty(0, dtype=np.uint32)
    padded = np.concatenate([hashes, np.zeros(max(0, RUN - hashes.size), dtype=np.uint64)])
    mixed = padded[:-2] * _FIRST ^ (padded[1:-1] * _SECOND << np.uint64(7)) ^ padded[2:] * _THIRD
    mixed = (mixed ^ (mixed >> _SHIFT)) * _FIRST
    return ((mixed ^ (mixed >> _SHIFT)) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
