"""Names of authors as pages print them.

In: a byline or a metadata value.  Out: the names alone, or None where it is no name.  To cut one more thing that
stands beside names, add it to `AROUND`.
"""

import re

from dragoman.articles.canonical import bare, count_words, fold
from dragoman.articles.dates import find_moment
from dragoman.articles.furniture import ADDRESS, BYLINE_OPENING

AROUND = re.compile(r"\s*[|•·]\s.*$|\s*\([^)]*\)|\s+(?:published|updated|posted)\b.*$|[,;|–—-]+\s*$", re.IGNORECASE)
NOBODY = frozenset(
    ("", "admin", "administrator", "editor", "web desk", "none", "null", "author", "guest", "root", "online desk", "by")
)
PARTICLE_WORDS = "al ap abu bin ben da dal de del della der di dos du el ibn la le van von zu y e and"
PARTICLES = frozenset(PARTICLE_WORDS.split())
NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def clean_author(text: str) -> str | None:
    """Return the names in a byline, or None."""
    line = BYLINE_OPENING.sub("", fold(text).strip(" :-–—|"), count=1)
    moment = find_moment(line)
    if moment:
        line = line[: moment.start]
    line = ADDRESS.sub("", AROUND.sub("", AROUND.sub("", line))).strip(" ,;:|-–—")
    if bare(line) in NOBODY or count_words(line) > 14 or len(line) < 3 or "/" in line:
        return None
    return _recase(line)


def looks_like_name(line: str) -> bool:
    """Say whether `line` could be a person's name: two to four capitalised words, particles aside."""
    words = line.split()
    if not 2 <= len(words) <= 5 or any(not NAME_WORD.fullmatch(word) for word in words):
        return False
    capitalised = [word for word in words if word.lower() not in PARTICLES]
    return 2 <= len(capitalised) <= 4 and all(word[0].isupper() for word in capitalised)


def _recase(line: str) -> str:
    """Return names printed in capitals as names; initials and agencies (AFP, TNN) stay."""
    capitals = sum(map(str.isupper, line))
    if count_words(line) < 2 or capitals < 0.7 * sum(map(str.isalpha, line)):
        return line
    return re.sub(r"\b[^\W\d_]{2,}", lambda match: match[0].capitalize() if match[0].isupper() else match[0], line)
