"""`dragoman withdraw ARTICLE --why TEXT`: take an article back, and all that was read in it."""

from typing import Annotated

import typer

from dragoman.cli.options import StoreOption, store_address
from dragoman.cli.people import WhyOption, reason_told
from dragoman.cli.terminal import write_line

HELP = """Withdraw an article that its outlet has taken back: its events are retracted, with the reason.

ARTICLE is the article's key or its address.

\b
Examples:
  dragoman withdraw https://example.org/news/1234 --why "the outlet has taken the report back"
  dragoman withdraw 5f0c9f0f7a1b2c3d --why "a hoax" --store sqlite:///news.db

The article and its events stay in the store, marked so; stories and relations no longer count them.
An article that its outlet has corrected needs no withdrawal: `dragoman ingest` reads the new text as a
revision, and what it no longer tells is retracted.
"""


def withdraw(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's key or address.")],
    why: WhyOption = None,
    store: StoreOption = None,
) -> None:
    """Withdraw an article."""
    from dragoman.runs.correcting import withdraw_article
    from dragoman.stores import open_store

    reason = reason_told(why)
    opened = open_store(store_address(store), create=False)
    try:
        key, events = withdraw_article(opened, article, why=reason)
    finally:
        opened.close()
    write_line(f"withdrawn: article {key}, {events} event{'' if events == 1 else 's'} retracted")
