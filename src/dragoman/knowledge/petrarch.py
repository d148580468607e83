"""Reads PETRARCH's dictionaries of actors and of agents, which users have put years of work into.

    ABU_SAYYAF_GROUP_ [PHLREB]          an actor: `_` joins words, [ ] holds its CAMEO code
    +ABU_SAYYAF_                        another spelling of it
    HAMID_KARZAI_
    +KARZAI_
    <tab>[AFGGOV 011222-140929]         codes with days: both included; <date: before, >date: from then on
    <tab>[AFGELI >140930]
    CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]    an agent noun, its plural in braces
    !PERSON! = MAN, WOMAN               a set, used as POLICE_!PERSON!

In come lines, out goes a `UserList`.  A line that cannot be read is a problem with its number; the rest loads.
The dictionaries are in capitals, news is not: `spellings_of_phrase` tells which spellings are looked for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.knowledge.cameo import CameoCodes
from dragoman.knowledge.days import bounds_of, day_before
from dragoman.knowledge.entries import ActorCode, ListProblem, UserEntry, UserList, UserNoun
from dragoman.knowledge.nouns import Agent

COMMENT = re.compile(r"[#;].*$")
SET = re.compile(r"!(?P<name>[^!]+)!\s*=\s*(?P<words>.+)")
ENTRY = re.compile(r"(?P<phrase>[^\[\]{}]*?)\s*(?:\{(?P<plural>[^{}]*)\})?\s*(?P<codes>(?:\[[^\[\]]*\]\s*)*)")
CODE = re.compile(r"\[\s*(?P<code>[^\s\]]*)\s*(?P<days>[^\]]*?)\s*\]")
DAYS = re.compile(r"(?P<since>[0-9]+)\s*-\s*(?P<until>[0-9]+)|<\s*(?P<before>[0-9]+)|>\s*(?P<from>[0-9]+)")
NOBODY = "---"  # "[---]": the phrase names nobody
PIVOT = 30  # years of two digits up to this one are 20xx, as in PETRARCH's own reader
SHORT = 3  # letters: a lone word that is no longer than this is looked for in capitals only
PARTICLES = frozenset(
    "al el as ash an ad bin ibn de del der den di da do dos du la le of the and for in on to van von y e".split()
)


@dataclass(slots=True)
class _Open:
    """The actor that is being read: more spellings and codes may follow on the next lines."""

    line: int
    phrase: str
    spellings: list[str]
    codes: list[ActorCode] = field(default_factory=list)
    is_nobody: bool = False
    is_told: bool = False  # a problem with its codes has been told


class PetrarchReader:
    """Reads one file line by line."""

    def __init__(self, file: str, cameo: CameoCodes) -> None:
        self.file = file
        self.cameo = cameo
        self.entries: list[UserEntry] = []
        self.nouns: list[UserNoun] = []
        self.problems: list[ListProblem] = []
        self.sets: dict[str, list[str]] = {}
        self.open: _Open | None = None

    def read(self, lines: Iterable[tuple[int, str]]) -> UserList:
        """Return all that the numbered lines hold."""
        plain = _without_marked_comments(lines)
        kept = [(number, text) for number, line in plain if (text := COMMENT.sub("", line).rstrip())]
        for _, text in kept:
            if (found := SET.fullmatch(text.strip())) is not None:
                words = (word.strip() for word in found["words"].split(","))
                self.sets[found["name"]] = [word.strip("_ ") for word in words if word]
        for number, text in kept:
            if SET.fullmatch(text.strip()) is None:
                self._read_line(number, text)
        self._close()
        return UserList(tuple(self.entries), tuple(self.nouns), tuple(self.problems))

    def _read_line(self, number: int, text: str) -> None:
        found = ENTRY.fullmatch(text.strip())
        if not text[0].isspace() and text[0] != "+":
            self._close()
        try:
            if found is None:
                raise ValueError(f"{text.strip()!r} is no entry; write PHRASE_ [CODE], and close every bracket")
            if "~" in found["codes"]:
                self._read_noun(number, found)
            elif text[0].isspace() and not found["phrase"]:
                self._add_codes(number, found["codes"])
            elif text[0] == "+":
                self._add_spelling(found)
            else:
                self.open = _Open(number, found["phrase"], list(_spellings(found["phrase"])))
                self._add_codes(number, found["codes"])
        except ValueError as problem:
            self._report(number, str(problem))
            if self.open is not None:
                self.open.is_told = True

    def _add_spelling(self, found: re.Match[str]) -> None:
        if self.open is None:
            raise ValueError("a line with + tells another spelling of the actor above it, and there is none")
        if found["codes"]:
            raise ValueError("a spelling (+) has no code of its own; put the code into the line of its actor")
        self.open.spellings += _spellings(found["phrase"].removeprefix("+"))

    def _add_codes(self, number: int, codes: str) -> None:
        if self.open is None:
            raise ValueError("a code stands in the line of an actor or below it, and there is no actor above")
        for found in CODE.finditer(codes):
            if found["code"] == NOBODY:
                self.open.is_nobody = True
                continue
            code, unknown = self.cameo.read(found["code"])
            if unknown:
                self._report(
                    number, f"[{found['code']}]: nobody knows {', '.join(unknown)}; the rest of the code counts"
                )
            self.open.codes.append(_date_code(code, found["days"]))

    def _read_noun(self, number: int, found: re.Match[str]) -> None:
        written = CODE.match(found["codes"])
        code, unknown = self.cameo.read((written["code"] if written else "").strip("~"))
        if unknown:
            self._report(number, f"{found['codes'].strip()}: nobody knows {', '.join(unknown)}; the rest counts")
        if not code.sector:
            raise ValueError(f"{found['codes'].strip()} tells no sector; an agent's code is a role, as in [~BUS]")
        singulars = tuple(word for phrase in self._fill_sets(found["phrase"]) for word in [_noun(phrase)])
        plurals = tuple(_noun(phrase) for phrase in self._fill_sets(found["plural"] or "") if phrase.strip("_ "))
        self.nouns.append(UserNoun(singulars, plurals, Agent(singulars[0], code.sector, code.other_sectors, "")))

    def _fill_sets(self, phrase: str) -> list[str]:
        found = re.search(r"!([^!]+)!", phrase)
        if found is None:
            return [phrase]
        if found[1] not in self.sets:
            raise ValueError(f"there is no set !{found[1]}!; write a line !{found[1]}! = WORD, WORD")
        filled = (phrase[: found.start()] + word + phrase[found.end() :] for word in self.sets[found[1]])
        return [whole for part in filled for whole in self._fill_sets(part)]

    def _close(self) -> None:
        """Put the actor that is being read among the entries."""
        done, self.open = self.open, None
        if done is None:
            return
        if not done.codes and not done.is_nobody:
            if not done.is_told:
                self._report(done.line, f"{done.phrase!r} has no code; write one behind it, as in [AZEMIL]")
            return
        codes = sorted(done.codes, key=lambda code: not code.is_dated)  # the undated one is for all other days
        self.entries.append(UserEntry(tuple(dict.fromkeys(done.spellings)), tuple(codes), self.file, done.line))

    def _report(self, line: int, what: str) -> None:
        self.problems.append(ListProblem(self.file, line, what))


def _without_marked_comments(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines without what stands between <!-- and -->, which may be lines apart."""
    is_inside = False
    for number, line in lines:
        kept = ""
        for part in re.split(r"(<!--|-->)", line):
            if part in ("<!--", "-->"):
                is_inside = part == "<!--"
            elif not is_inside:
                kept += part
        yield number, kept


def spellings_of_phrase(phrase: str) -> tuple[str, ...]:
    """Return how a phrase in capitals may be written: every word with a capital, and with particles small.

    "ABU_SAYYAF_" is looked for as "Abu Sayyaf" and (as every name) as "ABU SAYYAF", "AL-QAEDA_" as "Al-Qaeda"
    and "al-Qaeda"; a lone word of up to three letters only in capitals, as it stands.
    """
    words = phrase.replace("_", " ").split()
    if len(words) == 1 and len(words[0]) <= SHORT:
        return (f"?{words[0].upper()}",)
    capital = " ".join(_capitalise(word) for word in words)
    small = " ".join(_lower_particle(word, is_first=not place) for place, word in enumerate(words))
    plain = " ".join(word[:1].upper() + word[1:].lower() for word in words)
    return tuple(dict.fromkeys((small, capital, plain)))


def _spellings(phrase: str) -> tuple[str, ...]:
    text = phrase.replace("_", " ").strip()
    if len([letter for letter in text if letter.isalnum()]) < 2:
        raise ValueError(f"{phrase.strip()!r} names nobody: a name has two letters at least")
    return spellings_of_phrase(phrase)


def _noun(phrase: str) -> str:
    text = " ".join(phrase.replace("_", " ").split()).lower()
    if not text:
        raise ValueError("there is a code, but no noun before it")
    return text


def _capitalise(word: str) -> str:
    return "-".join(_capitalise_part(part) for part in word.split("-"))


def _capitalise_part(part: str) -> str:
    """Write "ONEILL" as "Oneill", "O'NEILL" as "O'Neill", "KATA'IB" as "Kata'ib", "MCCAIN" as "McCain"."""
    if part.startswith("MC") and len(part) > len("MCXX"):
        return f"Mc{part[2:].capitalize()}"
    first, mark, rest = part.partition("'")
    if mark and len(first) == 1:
        return f"{first.upper()}'{rest.capitalize()}"
    return part.capitalize()


def _lower_particle(word: str, *, is_first: bool) -> str:
    first, mark, rest = word.partition("-")
    if mark and first.lower() in PARTICLES:
        return f"{first.lower()}-{_capitalise(rest)}"
    if not is_first and word.lower() in PARTICLES:
        return word.lower()
    return _capitalise(word)


def _date_code(code: ActorCode, days: str) -> ActorCode:
    if not days:
        return code
    found = DAYS.fullmatch(days)
    if found is None:
        raise ValueError(f"{days!r} are no days; write 791227-861124, <791227 or >861124")
    since = _bounds(found["since"] or found["from"])[0] if found["since"] or found["from"] else None
    until = _bounds(found["until"])[1] if found["until"] else None
    until = day_before(_bounds(found["before"])[0]) if found["before"] else until
    if since and until and until < since:
        raise ValueError(f"{days!r}: the first day comes after the last")
    return replace(code, since=since, until=until)


def _bounds(written: str) -> tuple[str, str]:
    """Return the first and last day of 791227, 19791227 or 1979; ValueError where it is none."""
    if len(written) == len("791227"):
        century = 2000 if int(written[:2]) <= PIVOT else 1900
        written = f"{century + int(written[:2])}{written[2:]}"
    if len(written) == len("19791227"):
        return bounds_of(f"{written[:4]}-{written[4:6]}-{written[6:]}")
    return bounds_of(written)
