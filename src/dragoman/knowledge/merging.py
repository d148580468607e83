"""Puts users' own lists over what the package knows: where both name something, theirs is what counts.

In come patterns and `UserList`s, out go patterns in which a list's spellings stand alone.  A spelling that the
package knows keeps its kind (Hamas stays a group) and its entity; only code, sectors and days are the list's.
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.knowledge.agents import AgentTable
from dragoman.knowledge.entries import ActorCode, UserEntry, UserList, UserNoun
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.names import EXACTLY, WARILY, Spelling, spell
from dragoman.knowledge.nouns import KnownName
from dragoman.knowledge.offices import UNTOLD
from dragoman.ontology import Ontology, load_ontology

Patterns = Mapping[str, tuple[Spelling, ...]]
ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "ant", "eer", "ee")  # of agent nouns that no list says the kind of


def put_lists_over(patterns: Patterns, lists: Sequence[UserList]) -> Patterns:
    """Return the patterns with the lists' own in the place of those they share; the last list wins over others."""
    if not lists:
        return patterns
    merged = dict(patterns)
    maker = _Maker(patterns, load_ontology())
    for told in lists:
        own: dict[str, list[Spelling]] = {}
        for entry in told.entries:
            for pattern, spelling in maker.spell_entry(entry):
                own.setdefault(pattern, []).append(spelling)
        merged.update((pattern, (_joined(spellings),)) for pattern, spellings in own.items())
    return merged


def put_nouns_over(table: AgentTable, nouns: Sequence[UserNoun]) -> AgentTable:
    """Return the table of agent nouns with the lists' own in the place of those they share."""
    return table.with_nouns((noun, _kind_of_noun(table, noun)) for noun in nouns)


def _joined(spellings: list[Spelling]) -> Spelling:
    """Make one spelling of several rows about one name: dated readings first, for the undated is for other days."""
    names = [name for spelling in spellings for name in spelling.names]
    names.sort(key=lambda name: name.since is None and name.until is None)
    first = spellings[0]
    return Spelling(tuple(dict.fromkeys(names)), exactly=first.exactly, is_wary=first.is_wary)


class _Maker:
    """Makes known names of entries, with what the package knows of the same spelling."""

    def __init__(self, patterns: Patterns, ontology: Ontology) -> None:
        self.patterns = patterns
        self.ontology = ontology

    def spell_entry(self, entry: UserEntry) -> Iterator[tuple[str, Spelling]]:
        known = {written: self._known(written) for written in entry.spellings}
        owner = next((name for name in known.values() if name is not None), None)
        for written in entry.spellings:
            like = known[written] or owner
            names = tuple(self._make(entry, code, like, is_same=known[written] is not None) for code in entry.codes)
            yield from spell(written, Spelling(names))

    def _known(self, written: str) -> KnownName | None:
        text = fold_text(written.lstrip(EXACTLY + WARILY))
        found = self.patterns.get(text) or self.patterns.get(text.upper()) or ()
        readings = found[0].readings() if found else ()
        return readings[0] if readings else None

    def _make(self, entry: UserEntry, code: ActorCode, like: KnownName | None, *, is_same: bool) -> KnownName:
        kind = entry.kind or (like.kind if like and is_same else _guess_kind(entry, self.ontology))
        shown = entry.spellings[0].lstrip(EXACTLY + WARILY)
        is_place = kind in ("state", "adjective", "capital", "region")
        sector = code.sector or ("GOV" if kind == "capital" else "" if is_place or kind != "person" else UNTOLD)
        return KnownName(
            entity_id=entry.entity_id or (like.entity_id if like else self._make_id(kind, shown, code)),
            name=like.name if like and is_same else shown,
            kind=kind,
            code=code.code,
            sector=sector,
            other_sectors=code.other_sectors,
            since=code.since,
            until=code.until,
            source=f"{entry.file}, line {entry.line}",
            office=code.office,
            precision=code.precision,
        )

    def _make_id(self, kind: str, shown: str, code: ActorCode) -> str:
        if kind == "state" and code.code in self.ontology.countries:
            return f"state:{code.code}"
        slug = "-".join("".join(letter if letter.isalnum() else " " for letter in fold_text(shown).lower()).split())
        return f"{kind}:{slug}"


def _guess_kind(entry: UserEntry, ontology: Ontology) -> str:
    """Say what an entry names that the package does not know and the list gives no kind to.

    A country's code alone is the state; a code of those who bear arms a group; an office, or a code of state that
    holds for some days only, a person; all else an organisation.
    """
    codes = entry.codes
    if not codes:
        return "organisation"
    if any(code.office for code in codes):
        return "person"
    if all(code.code in ontology.countries and not code.sector for code in codes):
        return "state"
    if any(code.sector in ARMED for code in codes):
        return "group"
    return "person" if any(code.is_dated for code in codes) else "organisation"


def _kind_of_noun(table: AgentTable, noun: UserNoun) -> str:
    """Return the kind of an agent noun: the list's, else that of the noun that it ends in, else by its ending."""
    if noun.agent.kind:
        return noun.agent.kind
    known = table.find(noun.singulars[0].split())
    if known is not None:
        return known.kind
    return "people" if noun.singulars[0].endswith(PERSON_ENDINGS) else "body"
