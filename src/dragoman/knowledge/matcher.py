"""The one matcher: finds every known name of a text in one pass.

In comes a text, out come `NameHit`s in order, the longest at each place, none inside a word.  All matches are
looked at, not only the automaton's own longest ones: a long pattern that ends inside a word must not hide the
short one that does not.  Case matters, so that "turkey", "us" and "who" are no names.
To make a phrase be read past, add it to `data/not_names.tsv`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.names import Spelling
from dragoman.knowledge.neighbours import Neighbours, Place
from dragoman.knowledge.nouns import KnownName, NameHit
from dragoman.records import Span

LINE_WINDOW = 30  # characters on either side that tell whether a line is all in capitals
REFUSED_BEFORE = ("non-", "Non-", "NON-", "un-", "Un-", "University of ", "University of the ", "@")
REFUSED_AFTER = ("-language", "-speaking", "-style", " University", "$")
PLACES_THAT_MOVE = ("capital", "state", "region")  # "London, Ontario", "Lebanon, Pennsylvania"


@dataclass(frozen=True, slots=True)
class NameMatcher:
    """The automaton, the spellings behind each of its patterns, and what may stand beside a bare surname."""

    automaton: AhoCorasick
    spellings: tuple[tuple[Spelling, ...], ...]
    neighbours: Neighbours

    @classmethod
    def build(cls, patterns: Mapping[str, tuple[Spelling, ...]], neighbours: Neighbours) -> "NameMatcher":
        """Return a matcher of these patterns."""
        automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard)
        return cls(automaton, tuple(patterns.values()), neighbours)

    def find(self, text: str, offset: int = 0) -> tuple[NameHit, ...]:
        """Return the names in `text` in order; spans are shifted by `offset`."""
        hits = _join_towns(text, list(self._choose(text)))
        return tuple(
            NameHit(Span(hit.span.start + offset, hit.span.end + offset), hit.names) for hit in hits if hit.names
        )

    def _choose(self, text: str) -> Iterator[NameHit]:
        """Yield the longest hit at each place, phrases that are no name included, as hits without names."""
        folded = fold_text(text)
        found = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        matches = sorted(found, key=lambda match: (match[1], -match[2]))
        reached = 0
        for pattern, start, end in matches:
            if start < reached or not _stands_alone(folded, start, end):
                continue
            fitting = [item for item in self.spellings[pattern] if _fits(item, text, start, end)]
            if any(item.is_alone for item in fitting):
                is_before_name = any(
                    first == end + 1 and _stands_alone(folded, first, last) for _, first, last in matches
                )
                place = Place(start, end, is_behind_name=0 < reached == start - 1, is_before_name=is_before_name)
                fitting = [item for item in fitting if not item.is_alone or self._is_bearer(text, place, item)]
            if fitting:
                yield NameHit(Span(start, end), _readings(fitting))
                reached = end

    def _is_bearer(self, text: str, place: Place, spelling: Spelling) -> bool:
        return self.neighbours.is_bearer(text, place, spelling.first_names())


def _readings(fitting: list[Spelling]) -> tuple[KnownName, ...]:
    """Return the readings of all spellings in order; where persons share a surname, those in office come first."""
    names = [name for spelling in fitting for name in spelling.readings()]
    if len(fitting) > 1:
        names.sort(key=lambda name: name.kind == "person" and name.office is None)
    return tuple(names)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether the match is a word of its own, and no part of an address, a currency or a university's name."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    after = text[end : end + 2]
    if after and (after[0].isalnum() or after[0] == "_" or (after[0] == "." and after[1:].islower())):
        return False
    return not (text[:start].endswith(REFUSED_BEFORE) or text.startswith(REFUSED_AFTER, end))


def _fits(spelling: Spelling, text: str, start: int, end: int) -> bool:
    if spelling.exactly is not None:
        return text[start:end] == spelling.exactly
    return not spelling.is_wary or _is_no_word(text, start, end)


def _is_no_word(text: str, start: int, end: int) -> bool:
    """Say whether capitals that could be a word ("US", "WHO") are the name.

    They are beside small letters.  In a line of capitals they are where a subject stands, at the beginning or
    behind a comma: a headline does not begin with "us".
    """
    before, after = text[max(0, start - LINE_WINDOW) : start], text[end : end + LINE_WINDOW]
    if not any(letter.isalpha() for letter in before + after):
        return True
    if any(letter.islower() for letter in before + after):
        return True
    return not before.strip() or before.endswith(", ")


def _join_towns(text: str, hits: list[NameHit]) -> Iterable[NameHit]:
    """Make one place of a town and the province behind its comma: London, Ontario is no government."""
    joined: list[NameHit] = []
    for hit in hits:
        previous = joined[-1] if joined else None
        if previous and _is_town_of(text, previous, hit):
            joined[-1] = _join(text, previous, hit)
        else:
            joined.append(hit)
    return joined


def _is_town_of(text: str, town: NameHit, province: NameHit) -> bool:
    if not (town.names and province.names) or text[town.span.end : province.span.start] != ", ":
        return False
    first, second = town.names[0], province.names[0]
    is_elsewhere = first.kind in PLACES_THAT_MOVE and first.code != second.code
    return is_elsewhere and second.entity_id.startswith("province:")


def _join(text: str, town: NameHit, province: NameHit) -> NameHit:
    span = Span(town.span.start, province.span.end)
    return NameHit(span, (_town_name(span.quote(text), province.names[0]),))


def _town_name(written: str, province: KnownName) -> KnownName:
    return replace(province, name=written)
