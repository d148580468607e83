"""What a noun phrase was read as, and what the article has told so far.

In: readings in the order of the article.  Out: `Memory`, asked by persons' surnames, pronouns and definite
noun phrases.  To remember another thing, add a field to `Memory` and fill it in `remember`.
"""

import unicodedata
from dataclasses import dataclass, field, replace

from dragoman.records import Candidate, Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One party that a noun phrase may name: token bounds of the phrase and of the name in it.

    `noun` is the agent noun's lemma, "" for bare names.  `role` is subject, possessor, modifier or other.
    `aliases` are further heads that stand for the same party (an apposition's).
    """

    head: int
    first: int
    last: int
    kind: str
    candidates: tuple[Candidate, ...] = ()
    name: tuple[int, int] | None = None
    noun: str = ""
    office_kind: str = ""  # the agent noun's kind: office, body or people
    is_definite: bool = False
    is_plural: bool = False
    role: str = "other"
    aliases: tuple[int, ...] = ()

    @property
    def best(self) -> Candidate | None:
        """The first candidate, None where there is none."""
        return self.candidates[0] if self.candidates else None

    @property
    def code(self) -> str | None:
        """The first candidate's code."""
        return self.candidates[0].code if self.candidates else None

    @property
    def party_key(self) -> str | None:
        """What tells this party from others at the level of states, organisations and groups."""
        if not self.candidates:
            return None
        if self.kind in ("organisation", "group"):
            return self.candidates[0].entity_id
        return self.candidates[0].code


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: the name's words in lower case, and the best that was told of them."""

    words: tuple[str, ...]
    candidate: Candidate
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence named, in order, modifiers aside; `pairs` were named side by side."""

    sentence: Sentence
    readings: tuple[Reading, ...]
    pairs: tuple[tuple[Reading, ...], ...] = ()
    main_subject: int | None = None  # token index, a party or not


@dataclass(slots=True)
class Memory:
    """What has been read of one article; made anew for each."""

    people: list[Person] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)
    homes: dict[int, str] = field(default_factory=dict)  # sentence number → the country it is at home in

    def learn_person(self, name: str, candidate: Candidate, noun: str) -> None:
        """Add a named person, or what is now known of one who is there already."""
        parts = name_words(name)
        known = [person for person in self.people if is_same_name(person.words, parts)]
        if len(known) > 1 or not parts:
            return
        if not known:
            self.people.append(Person(parts, candidate, noun))
            return
        old = known[0]
        best = candidate if _weight(candidate) > _weight(old.candidate) else old.candidate
        longest = candidate if len(parts) > len(old.words) else old.candidate
        best = replace(best, name=longest.name, entity_id=longest.entity_id)
        better = noun if best.office == candidate.office and noun else old.noun
        longer = parts if len(parts) > len(old.words) else old.words
        self.people[self.people.index(old)] = Person(longer, best, better)

    def find_person(self, name: str) -> Person | None:
        """Return the one person of this article who bears the name, None where none or several do."""
        parts = name_words(name)
        known = [person for person in self.people if is_same_name(person.words, parts)]
        return known[0] if len(known) == 1 else None

    def find_holder(self, noun: str, code: str | None) -> Person | None:
        """Return the one person named with this office of this country, None where none or several were."""
        office = office_key(noun)
        same = [person for person in self.people if person.candidate.code == code and office_key(person.noun) == office]
        return same[0] if len(same) == 1 and code and office else None

    def remember(self, scene: Scene) -> None:
        """Add what one sentence named."""
        self.scenes.append(scene)

    def scenes_before(self, sentence: Sentence, reach: int) -> list[Scene]:
        """Return the nearest `reach` sentences before this one in its own running text, nearest first.

        A listed headline stands alone; what precedes it belongs to another article.
        """
        if sentence.section in ("related", "latest"):
            same = [s for s in self.scenes if s.sentence.section == sentence.section]
            same = [s for s in same if s.sentence.sequence == sentence.sequence]
        else:
            same = [s for s in self.scenes if s.sentence.section == sentence.section]
        before = [s for s in same if s.sentence.number < sentence.number]
        return before[::-1][:reach]

    def all_before(self, sentence: Sentence) -> list[Scene]:
        """Return all sentences of the article's own text (listed headlines aside) before this one."""
        if sentence.section in ("related", "latest"):
            return []
        own = [s for s in self.scenes if s.sentence.section not in ("related", "latest")]
        return [s for s in own if s.sentence.number < sentence.number]


def name_words(name: str) -> tuple[str, ...]:
    """Return a name's words, folded for comparison; initials and hyphens fall away."""
    plain = unicodedata.normalize("NFKD", name).replace("-", " ").casefold()
    kept = "".join(char for char in plain if char.isalnum() or char.isspace())
    parts = tuple(part for part in kept.split() if len(part) > 1)
    return parts or tuple(kept.split())


def office_key(noun: str) -> frozenset[str]:
    """Return what makes two names of an office the same: "Minister of Defense" is the "defence minister"."""
    spelled = noun.lower().replace("defense", "defence").replace("premier", "prime minister")
    if spelled == "pm":
        return frozenset({"prime", "minister"})
    return frozenset(spelled.replace("-", " ").split()) - {"of", "the", "for", "affairs"}


def slug_from_name(name: str) -> str:
    """Return a name as an ASCII slug: "Zakir Hasanov" → "zakir-hasanov"."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    kept = "".join(char if char.isalnum() else " " for char in plain.replace("'", "").lower())
    return "-".join(kept.split())


def is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names may be one person's: equal, or the shorter is the other's end or its one first word."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    is_same_first = long[0] == short[0] or (long[0][:3] == short[0][:3] and abs(len(long[0]) - len(short[0])) <= 1)
    return long[-len(short) :] == short or (long[-1] == short[-1] and is_same_first)


def _weight(candidate: Candidate) -> tuple[bool, bool, bool]:
    return candidate.code is not None, candidate.office is not None, bool(candidate.sector)


# Letters that do not fall apart into a base letter and an accent.
_LETTERS = str.maketrans({"ı": "i", "ə": "a", "Ə": "A", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss"})
