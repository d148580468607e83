"""Blocks of an article in, unparsed sentences out.

A sentence ends at . ! ? … (and closing marks behind them) before white space and something that can
begin a sentence, unless the full stop belongs to an abbreviation, an initial or a number.  To teach it
an abbreviation, add it to ABBREVIATIONS (never ends a sentence) or WEAK_ABBREVIATIONS (may end one).
"""

import re
from collections.abc import Iterator

from dragoman.records import Article, Block, Sentence

ABBREVIATIONS = frozenset(
    """mr mrs ms messrs mx dr prof rev hon gen col lt maj capt sgt cpl cmdr adm brig gov sen rep pres amb sec st sr
    vs no nos art fig vol ed al op cf approx dept est min max sq ave blvd bros ft mt gens sens reps lts""".split()
)
WEAK_ABBREVIATIONS = frozenset(
    """jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp jr etc mon tue wed thu fri sat sun a.m p.m
    u.s u.k u.n e.u d.c u.a.e u.s.s.r""".split()
)
STARTERS = frozenset(
    """the a an in on at it its he she they we i you this that these those but and as after before when while however
    meanwhile according if for from by since during last earlier later both there his her their our some many most
    several what who why how yet so still also another one two""".split()
)
END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
OPENERS = "\"'“‘«([–—-"


def split_article(article: Article) -> tuple[Sentence, ...]:
    """Return all sentences of the article in order, unparsed, with the spans of the canonical text."""
    sentences: list[Sentence] = []
    for block in article.blocks:
        for start, end in _sentence_bounds(block):
            sentences.append(_sentence(len(sentences), block, start, end))
    return tuple(sentences)


def _sentence(number: int, block: Block, start: int, end: int) -> Sentence:
    return Sentence(
        number=number,
        section=block.section,
        sequence=block.sequence,
        start=block.start + start,
        end=block.start + end,
        text=block.text[start:end],
        published=block.published,
        is_headline=block.is_headline,
    )


def _sentence_bounds(block: Block) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in the block's text; a headline is one sentence."""
    text = block.text
    if block.is_headline:
        if text.strip():
            yield len(text) - len(text.lstrip()), len(text.rstrip())
        return
    start = 0
    for match in END.finditer(text):
        if _ends_sentence(text, match):
            yield start, match.end()
            start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if text[start:].strip():
        yield start, len(text.rstrip())


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Say whether the marks that `match` found end a sentence of `text`."""
    following = text[match.end() : match.end() + 60].lstrip()
    if not following:
        return False  # the tail of the block is yielded by the caller
    word = re.search(r"[\w.'’-]*$", text[max(0, match.start() - 24) : match.start()])
    before = word.group().lower().strip("'’-") if word else ""
    first = following.lstrip(OPENERS + " ")
    if not first or not (first[0].isupper() or first[0].isdigit()):
        return False
    if match.group()[0] != ".":
        return True
    if before in ABBREVIATIONS:
        return False
    next_word = re.match(r"[\w'’]+", first)
    is_starter = bool(next_word) and next_word.group().lower() in STARTERS if next_word else False
    if before in WEAK_ABBREVIATIONS or re.fullmatch(r"(?:\w\.)+\w", before):
        return is_starter or following[0] in '"“«'
    if len(before) == 1 and before.isalpha():
        return is_starter
    return not (before == "" and match.group() == ".")
