"""What an article may be: the sizes and languages that `read_article` lets through.

In: nothing.  Out: `ArticleLimits`, built once at the door and handed in.  To add a limit, give it a field with
its unit in the name and a default that says why, and enforce it in `reading.py` or in the reader of its form.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleLimits:
    """How small, how large and in which languages an article may be.

    `min_words` counts the body's words and holds for pages alone; a page that calls itself an article in its
    metadata may be a third as long, since news flashes are.  `max_characters` bounds the canonical text,
    `max_page_bytes` the document before it is read.  `languages` are ISO 639-1 codes.
    """

    min_words: int = 25
    max_characters: int = 1_000_000
    max_page_bytes: int = 20_000_000
    languages: tuple[str, ...] = ("en",)


DEFAULT_LIMITS = ArticleLimits()
