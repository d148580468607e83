"""An article's sentences in, all their time expressions out: `find_all_times`.

It also reads the phrases that lean on another one ("a day later", "that October", "during the meeting").  They count
from the nearest expression before them: in their sentence, else in their paragraph or the three sentences before;
their basis is "context".  The phrases themselves stand in `links`.
"""

import dataclasses
from collections.abc import Sequence

from dragoman.knowledge import Knowledge
from dragoman.records import Sentence, TimeExpression
from dragoman.spans.cues import MOST_LETTERS
from dragoman.spans.datelines import LISTS, dateline_of, published_day
from dragoman.spans.links import LINKS, Standing, Told, read_since_then
from dragoman.spans.tenses import is_aside
from dragoman.spans.times import expression_at, find_times
from dragoman.spans.timewords import Match

WINDOW = 3  # sentences before


def find_all_times(sentences: Sequence[Sentence], knowledge: Knowledge | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article's sentences in order, those that lean on others included.

    A headline that the page lists stands alone: nothing in it leans on its neighbours.
    """
    trail: list[Told] = []  # all that was told, the latest last
    for sentence in sentences:
        own = tuple(Told(time, sentence, is_aside(sentence, time.span)) for time in find_times(sentence, knowledge))
        near = [] if sentence.section in LISTS else [told for told in trail if _is_near(told.sentence, sentence)]
        trail += _with_links(sentence, own, near)
    return tuple(told.time for told in trail)


def _is_near(earlier: Sentence, sentence: Sentence) -> bool:
    is_same_paragraph = (earlier.section, earlier.sequence) == (sentence.section, sentence.sequence)
    return earlier.section not in LISTS and (is_same_paragraph or sentence.number - earlier.number <= WINDOW)


def _with_links(sentence: Sentence, own: tuple[Told, ...], near: Sequence[Told]) -> list[Told]:
    """Return a sentence's own expressions and those that lean on others, in order.

    A leaning one that holds a piece read by itself ("October" of "that October") takes its place.
    """
    if len(sentence.text) > MOST_LETTERS:
        return []
    dateline = dateline_of(sentence.text)
    found = list(own)
    for pattern, reader in LINKS:
        for match in pattern.finditer(sentence.text, dateline.end if dateline else 0):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            inside = [told for told in found if told.time.span.start < end and start < told.time.span.end]
            if any(told.time.basis == "context" or not (start <= told.time.span.start) for told in inside):
                continue
            others = [told for told in found if told not in inside]
            days = reader(match, _standing(sentence, match, others, near))
            if days is None:
                continue
            time = expression_at(sentence, match.start(), match.end(), days, basis="context")
            if reader is read_since_then:
                time = dataclasses.replace(time, is_since=True)
            found = sorted(
                [*others, Told(time, sentence, is_aside(sentence, time.span))], key=lambda told: told.time.span.start
            )
    return found


def _standing(sentence: Sentence, match: Match, found: Sequence[Told], near: Sequence[Told]) -> Standing:
    place = sentence.start + match.start()
    before = [told for told in found if told.time.span.start < place]
    behind = tuple(told for told in found if told.time.span.start > place)
    return Standing(sentence, published_day(sentence), tuple(reversed([*near, *before])), behind)
