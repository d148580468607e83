"""The genre of an article, where its page tells it.

In: JSON-LD kinds, section, address, title.  Out: news, analysis, opinion, interview, press release or None.
What the outlet says in words outweighs JSON-LD, where nearly everything is a NewsArticle.  To know one more
word, add it to `WORDS`.
"""

import re
from urllib.parse import urlsplit

WORDS = (
    ("press release", re.compile(r"\b(press[ -_]?releases?|news[ -_]?releases?|communiqu[eé]s?)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\b(interviews?|q ?& ?a|q-and-a)\b", re.IGNORECASE)),
    (
        "opinion",
        re.compile(
            r"\b(opinions?|op-?eds?|editorials?|comment(ary|aries|isfree)?|columns?|columnists?|blogs?|letters|viewpoints?|perspectives?|guest-essay)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "analysis",
        re.compile(
            r"\b(analys[ie]s|analytics?|analytical|explainers?|explained|in-depth|long-?reads?|features?|backgrounders?)\b",
            re.IGNORECASE,
        ),
    ),
)
KINDS = {
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "opinion",
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
}
TITLE_LABEL = re.compile(r"\s*(\w[\w &-]{2,20}?)\s*[:|]\s")


def judge_genre(kinds: tuple[str, ...], section: str | None, address: str | None, title: str | None) -> str | None:
    """Return the genre told by section, address, title's label or JSON-LD kind, in this order."""
    label = TITLE_LABEL.match(title or "")
    for place in (section, _folders(address), label[1] if label else None):
        found = genre_in(place)
        if found:
            return found
    return next((KINDS[kind] for kind in kinds if kind in KINDS), None)


def genre_in(words: str | None) -> str | None:
    """Return the genre named in a section's name, or None."""
    return next((genre for genre, pattern in WORDS if words and pattern.search(words)), None)


def _folders(address: str | None) -> str | None:
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return None
    return " / ".join(path.lower().split("/")[:-1])
