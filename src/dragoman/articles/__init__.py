"""The room that makes articles: a `SourceDocument` goes in, an `Article` or a `Rejection` comes out.

`read_article` is pure and never raises; `ArticleLimits` holds what it lets through.  One file per form of document
(`html_page`, `plain_page`, `prose`), one per thing that is found on a page.
"""

from dragoman.articles.limits import ArticleLimits
from dragoman.articles.reading import read_article

__all__ = ["ArticleLimits", "read_article"]
