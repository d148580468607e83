"""Actors: the noun phrases of parsed sentences become mentions, each with the parties it may stand for.

`cast_article` reads a whole article, since pronouns, bare surnames and "the ministry" need what was said before.
"""

from dragoman.actors.cast import Cast, cast_article

__all__ = ["Cast", "cast_article"]
