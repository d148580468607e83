"""Article → Sentences: splitting, and per language the parser with its predications.

No parser object leaves this room.  A language is added as a file like `english.py` that fills the same
records; headlines have a reader of their own (`headlines.py`), without the parser.
"""

from dragoman.sentences.english import PARSER_DIGEST, EnglishParser, digest_of_parser
from dragoman.sentences.splitting import split_article

__all__ = ["PARSER_DIGEST", "EnglishParser", "digest_of_parser", "split_article"]
