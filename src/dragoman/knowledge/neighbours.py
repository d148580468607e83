"""Is "Biden" Joe Biden here?  What stands beside a bare surname tells: in "Hunter Biden" it is another's.

In come a text and the place of a surname, out goes yes or no.  A capitalised word right before the surname
makes it another person's, unless it is the bearer's own first name or one of the words of
`data/beside_surnames.tsv`: titles, offices, and what opens a sentence or fills a headline.  To let a word stand
there, add it to that table.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.knowledge.tables import read_table

WINDOW = 40  # characters looked at on either side: longer than any first name
PARTICLES = re.compile(
    r"(?:\b(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]n|[Aa]r|[Aa]s)-|\b(?:al|el|bin|ibn|ben|van|von|der|den|de|da|dos|di|la|le|du)\s)+$"
)
WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’&-]*)\s$")
POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
WORD_BEHIND = re.compile(r"\s([^\W\d_][\w.'’-]*)")
PARTICLE_BEHIND = re.compile(r"\s(?:(?:al|el)-|(?:al|el|bin|ibn|van|von)\s)")  # "Mishal al-Saleh"
POSSESSED = re.compile(r"['’]")
PLACED = re.compile(r"\b(?:in|near)\s$")  # "in Kerry", but "in Kerry's words"
LONG_WORDS = 4  # in fewer, capitals are names as likely as titles, and the stricter reading holds
TITLE_CASE_SHARE = 0.6  # of a line's longer words in capitals: titles have 0.8 and more, prose under 0.4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a surname stands, and whether another known name stands right before or behind it."""

    start: int
    end: int
    is_behind_name: bool = False
    is_before_name: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Words in small letters that may stand before a surname, behind it, and those that must not stand behind."""

    before: frozenset[str]
    behind: frozenset[str]
    refused: frozenset[str]

    @classmethod
    def load(cls, titles: Iterable[str]) -> "Neighbours":
        """Read the package's table; `titles` are nouns ("prime minister") whose last word may stand before."""
        words: dict[str, set[str]] = {"before": set(), "both": set(), "refused": set()}
        for row in read_table("beside_surnames.tsv", ("where", "why", "words")):
            words[row["where"]].update(row["words"].split())
        before = {title.split()[-1] for title in titles} | words["before"] | words["both"]
        return cls(frozenset(before), frozenset(words["both"]), frozenset(words["refused"]))

    def is_bearer(self, text: str, place: Place, first_names: frozenset[str]) -> bool:
        """Say whether the surname at this place may be that of the person with these first names."""
        if PLACED.search(text, max(0, place.start - WINDOW), place.start) and not POSSESSED.match(text, place.end):
            return False
        is_title_case = _is_title_case(text, place)
        is_fit_before = place.is_behind_name or self._fits_before(text, place.start, first_names, is_title_case)
        return is_fit_before and (place.is_before_name or self._fits_behind(text, place.end, is_title_case))

    def _fits_before(self, text: str, start: int, first_names: frozenset[str], is_title_case: bool) -> bool:
        """Read the capitalised words before the surname from right to left, until one says yes or no."""
        window = text[max(0, start - WINDOW) : start]
        initials: list[str] = []
        is_named = False
        while found := WORD_BEFORE.search(window := PARTICLES.sub("", window)):
            word, key = found[1], found[1].lower().rstrip(".")
            if not word.rpartition("-")[2][:1].isupper() or not word[0].isupper() or POSSESSIVE.search(word):
                break
            if key in first_names:
                is_named = True
            elif len(key) == 1:
                initials.append(key)
            elif is_title_case and key not in self.before:
                return key.endswith("ing") and len(key) > len("irving")
            elif key not in self.before and not word.isupper():  # "the GOP Trump leads"
                return False
            else:
                break
            window = window[: found.start()]
        return is_named or all(any(name.startswith(key) for name in first_names) for key in initials)

    def _fits_behind(self, text: str, end: int, is_title_case: bool) -> bool:
        if PARTICLE_BEHIND.match(text, end):
            return False
        found = WORD_BEHIND.match(text[end : end + WINDOW])
        if found is None or not found[1][0].isupper():
            return True
        word = found[1].lower().rstrip(".")
        if word in self.refused:
            return False
        return is_title_case or found[1].isupper() or word in self.behind


def _is_title_case(text: str, place: Place) -> bool:
    """Say whether the line that holds a name is written in capitals or with capitals throughout."""
    first = text.rfind("\n", 0, place.start) + 1
    last = text.find("\n", place.end)
    line = text[first : place.start] + text[place.end : last if last >= 0 else len(text)]
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", line) if len(word) > len("with")]
    return len(words) >= LONG_WORDS and sum(word[0].isupper() for word in words) >= TITLE_CASE_SHARE * len(words)
