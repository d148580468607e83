"""Common nouns that act: "the foreign minister of Peru", "Israeli companies", "gunmen", "three killed".

In: a phrase whose head is no name.  Out: `Reading`s with code and sector, one for each owner.  Agent
nouns come from knowledge; to add one, add it there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors import words
from dragoman.actors.owners import Owner, find_owners
from dragoman.actors.places import country_of_place
from dragoman.actors.readings import Reading
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase, View, phrase_at
from dragoman.knowledge import Agent, Knowledge
from dragoman.records import Candidate

SKIPPED = frozenset({"-", "'s", "’s", ",", "'", "’", '"', "“", "”"})


@dataclass(frozen=True, slots=True)
class AgentMatch:
    """An agent noun in a phrase: its first and last token, and what knowledge says of it.

    `last` lies behind the phrase's head where an of-phrase belongs to the office ("Minister of Defence").
    """

    agent: Agent
    first: int
    last: int

    @property
    def is_office(self) -> bool:
        """Say whether one person holds it."""
        return self.agent.kind == "office"


def match_agent(view: View, knowledge: Knowledge, indices: Sequence[int]) -> AgentMatch | None:
    """Return the agent noun that these tokens end in, the longest first."""
    plain = [i for i in indices if view.word(i) not in SKIPPED and view.word(i) not in words.FORMER]
    if not plain:
        return None
    last = plain[-1]
    for form in dict.fromkeys((view.word(last), view.lemma(last))):
        spelled = [*(view.word(index) for index in plain[:-1]), form.removeprefix("ex-")]
        agent = knowledge.find_agent(spelled)
        if agent is not None and not _ends_before(knowledge, spelled, agent):
            size = next(n for n in range(1, len(spelled) + 1) if knowledge.find_agent(spelled[-n:]) == agent)
            return AgentMatch(agent, plain[-size], last)
    if view.lemma(last) in words.RELATIONAL:
        return AgentMatch(Agent(view.lemma(last), "", (), "people"), last, last)
    return None


def _ends_before(knowledge: Knowledge, spelled: list[str], agent: Agent) -> bool:
    """Say whether the noun stands wholly before the last word ("secretary of state Kent")."""
    return knowledge.find_agent(spelled[-1:]) is None and knowledge.find_agent(spelled[:-1]) == agent


def match_phrase(view: View, knowledge: Knowledge, phrase: Phrase) -> AgentMatch | None:
    """Return the agent noun that a phrase is about, an office with its of-phrase first ("secretary of state")."""
    for thing in phrase.objects_of("of", "for"):
        if view.names(thing):
            continue
        alone = knowledge.find_agent([view.word(phrase.head)])
        inner = [index for index in phrase_at(view, thing).core if view.hits[index] is None]
        preposition = "of" if thing in phrase.objects_of("of") else "for"
        joined = knowledge.find_agent([view.word(phrase.head), preposition, *(view.word(i) for i in inner)])
        if joined is not None and joined not in (alone, knowledge.find_agent([view.word(i) for i in inner])):
            return AgentMatch(joined, phrase.head, thing)
        turned = match_agent(view, knowledge, (*inner, phrase.head))
        if turned is not None and turned.first < phrase.head and turned.agent != alone:
            return AgentMatch(turned.agent, phrase.head, thing)
    return match_agent(view, knowledge, phrase.core)


def read_agent(scope: Scope, phrase: Phrase) -> tuple[Reading, ...]:
    """Return the parties that a phrase with an agent noun names, one for each owner; none where it has no such noun."""
    match = match_phrase(scope.view, scope.knowledge, phrase)
    if match is None:
        return ()
    owners = find_owners(scope, phrase)
    if _is_abstract(scope.view, phrase):
        return ()
    is_vague = not match.agent.sector and not owners
    if is_vague and scope.view.lemma(phrase.head) in words.RELATIONAL and not body_sector(scope, phrase, match):
        return ()
    groups = [candidates_under(scope, phrase, match, owner) for owner in owners or (None,)]
    return tuple(_reading(scope.view, phrase, match, group) for group in groups)


def _is_abstract(view: View, phrase: Phrase) -> bool:
    """Say whether a noun is used without article for no party: "ruled out force", "military and trade ties"."""
    is_alone = phrase.determiner is None and phrase.possessor is None
    described = [index for index in phrase.core[:-1] if view.tokens[index].pos in ("NOUN", "PROPN", "ADJ")]
    return is_alone and not described and view.word(phrase.head) in words.ABSTRACT_ALONE


def read_number(view: View, phrase: Phrase) -> tuple[Reading, ...]:
    """Return the people that a number alone stands for ("three killed in Peru")."""
    token = view.tokens[phrase.head]
    follower = view.tokens[phrase.head + 1] if phrase.head + 1 < len(view.tokens) else None
    if token.pos != "NUM" or follower is None or follower.tag not in ("VBN", "VBD"):
        return ()
    code = country_of_place(view, phrase, is_local=True)
    how = "place in text" if code else "number of people"
    candidate = Candidate(code, "CVL", token.text, resolved_by=how)
    return (Reading(phrase.head, phrase.first, phrase.head, "agent", (candidate,), noun="people", is_plural=True),)


def office_words(view: View, phrase: Phrase, match: AgentMatch) -> str | None:
    """Return the office as written, without the country before it or at its end; None for crowds and bodies."""
    is_held = match.is_office or view.lemma(phrase.head) in words.HELD
    if not is_held or view.is_plural(phrase.head):
        return None
    first = match.first
    while first - 1 in phrase.core and _is_office_word(view, first - 1):
        first -= 1
    last = max(match.last, phrase.head)
    for thing in phrase.objects_of("of")[:1]:
        names = view.names(thing)
        if not (names and names[0].kind in ("state", "adjective", "capital", "region")):
            last = max(last, thing)
    return view.text(first, last)


def _is_office_word(view: View, index: int) -> bool:
    token = view.tokens[index]
    is_plain = token.pos in ("ADJ", "NOUN", "PROPN") or token.text == "-"
    return is_plain and view.hits[index] is None and view.word(index) not in words.FORMER


def _reading(view: View, phrase: Phrase, match: AgentMatch, candidates: tuple[Candidate, ...]) -> Reading:
    return Reading(
        head=phrase.head,
        first=phrase.first,
        last=phrase.head,
        kind="agent",
        candidates=candidates,
        noun=match.agent.lemma,
        office_kind=match.agent.kind,
        is_definite=_is_definite(phrase, match.agent.lemma),
        is_plural=view.is_plural(phrase.head),
    )


def _is_of_unknown_body(scope: Scope, phrase: Phrase) -> bool:
    """Say whether the noun belongs to a group or organisation that is meant but not told ("the group's leader")."""
    readings = scope.read(phrase.possessor) if phrase.possessor is not None else ()
    return any(reading.kind in ("organisation", "group") and not reading.candidates for reading in readings)


def _tells_whole(view: View, phrase: Phrase, owner: Owner) -> bool:
    """Say whether a body of no sector is its owner's: a "Peru-led coalition", "EU states"; not "Peru's alliance"."""
    is_led = any(view.word(index) in words.OWNING_PARTICIPLES for index in phrase.core)
    return is_led or owner.kind in ("organisation", "group")


def _is_definite(phrase: Phrase, noun: str) -> bool:
    if phrase.determiner is None and phrase.possessor is None:
        return noun.split()[-1] in words.BARE_DEFINITES
    return phrase.determiner in ("the", "this", "that", "these", "those")


def candidates_under(scope: Scope, phrase: Phrase, match: AgentMatch, owner: Owner | None) -> tuple[Candidate, ...]:
    """Return the candidates of an agent noun under one owner, or under none."""
    view = scope.view
    sector, others = settle_sector(scope, phrase, match, owner)
    office = office_words(view, phrase, match)
    how = "office in text" if office else "agent noun"
    noun = view.text(match.first, phrase.head)
    if owner is None:
        if not sector or _is_of_unknown_body(scope, phrase):
            return ()
        code = country_of_place(view, phrase, is_local=sector in words.LOCAL_SECTORS)
        is_rooted = view.lemma(phrase.head) in words.GOVERNING_BODIES
        is_placed = code is not None and (is_rooted or sector not in words.TRAVELLING_SECTORS)
        code = code if is_placed else None
        return (Candidate(code, sector, noun, None, others, office, resolved_by="place in text" if code else how),)
    if not sector and not _tells_whole(view, phrase, owner):
        return ()
    if owner.how == "adjective" and not office:
        how = "adjective + agent noun"
    return tuple(_put_under(item, owner, sector, others, (noun, office, how)) for item in owner.candidates)


def _put_under(
    item: Candidate, owner: Owner, sector: str, others: tuple[str, ...], told: tuple[str, str | None, str]
) -> Candidate:
    noun, office, how = told
    kept = replace(item, name=noun, office=office, resolved_by=how)
    if owner.kind in ("group", "organisation") or item.code in words.STATELESS_CODES:
        own = "MIL" if owner.kind != "group" and sector == "MIL" else item.sector
        return replace(kept, sector=own, other_sectors=tuple(other for other in item.other_sectors if other != own))
    standing = (*others, "PRE") if item.sector == "PRE" or "PRE" in item.other_sectors else others
    return replace(kept, entity_id=None, sector=sector, other_sectors=standing)


def settle_sector(scope: Scope, phrase: Phrase, match: AgentMatch, owner: Owner | None) -> tuple[str, tuple[str, ...]]:
    """Return the sector of an agent noun and its other sectors: its own, or that of the body it belongs to."""
    view = scope.view
    before = [index for index in phrase.core if index < match.first]
    said = [view.word(index) for index in before]
    sector, others = match.agent.sector, match.agent.other_sectors
    if view.lemma(phrase.head) in words.RELATIONAL and match.first == phrase.head:
        body = body_sector(scope, phrase, match)
        owned = owner.candidates[0].sector if owner and owner.kind not in ("state", "adjective", "capital") else ""
        sector = body or owned or sector or ("GOV" if owner and _speaks_for_state(view, phrase.head) else "")
    by_modifier = next((words.SECTOR_BY_MODIFIER[word] for word in said if word in words.SECTOR_BY_MODIFIER), None)
    sector = by_modifier or sector
    is_past = view.word(phrase.core[0] - 1) == "-" and view.word(phrase.core[0] - 2) == "ex"
    if is_past or any(word in words.FORMER for word in said) or view.word(phrase.head).startswith("ex-"):
        return "ELI", (sector,) if sector and sector != "ELI" else ()
    return sector, others


def _speaks_for_state(view: View, head: int) -> bool:
    return view.lemma(head) not in ("member", "group", "vehicle", "convoy", "man", "team", "unit", "figure")


def body_sector(scope: Scope, phrase: Phrase, match: AgentMatch) -> str:
    """Return the sector of the body before the noun ("army chief"), or behind it ("head of the army"), or ""."""
    view = scope.view
    before = [index for index in phrase.core if index < match.first]
    for index in reversed(before):
        if view.hits[index] is not None:
            break
        word = view.word(index)
        found = match_agent(view, scope.knowledge, [i for i in before if i <= index])
        if found is not None and found.agent.sector:
            return found.agent.sector
        if word in words.SECTOR_BEFORE_RELATIONAL:
            return words.SECTOR_BEFORE_RELATIONAL[word]
    heads = list(phrase.objects_of("of", "for", "from", "at", "in"))
    heads += [phrase.possessor] if phrase.possessor is not None else []
    for head in heads:
        for reading in scope.read(head):
            if reading.best is not None and reading.kind in ("agent", "group") and reading.best.sector:
                return reading.best.sector
    return ""
