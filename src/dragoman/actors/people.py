"""Named persons: where the name begins, which office stands before it, and what is known from elsewhere.

In: a phrase whose head is a proper noun that knowledge does not know.  Out: a `Reading` of kind person,
with candidates where the phrase itself tells a country, an office or a rank.
"""

from dataclasses import dataclass, replace

from dragoman.actors import words
from dragoman.actors.agents import AgentMatch, body_sector, candidates_under, match_agent
from dragoman.actors.owners import Owner, find_owners
from dragoman.actors.places import is_place_object
from dragoman.actors.readings import Reading, slug_from_name
from dragoman.actors.scope import Scope
from dragoman.actors.view import Phrase, View
from dragoman.knowledge import Knowledge, NameHit
from dragoman.records import Candidate


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: the office, a rank, or a bare form of address."""

    match: AgentMatch | None
    has_rank: bool
    is_addressed: bool


def read_person(scope: Scope, phrase: Phrase) -> tuple[Reading, ...]:
    """Return the person that a phrase names, without candidates where it tells no more than the name."""
    view = scope.view
    first = name_start(view, scope.knowledge, phrase)
    if first is None:
        return ()
    before = tuple(index for index in phrase.core if index < first)
    title = _title(view, scope.knowledge, before)
    bare = replace(phrase, core=(*before, phrase.head))
    candidates = _candidates_from_title(scope, bare, title)
    name = view.text(first, phrase.head)
    is_known = scope.memory.find_person(name) is not None
    if view.tokens[phrase.head].pos != "PROPN" and not is_known:
        return ()
    is_known = is_known or _world_hit(scope, first, phrase.head) is not None
    is_told = candidates or is_known or title.is_addressed or (phrase.appositions and first < phrase.head)
    if not is_told and not _may_be_person(view, phrase.head, first):
        return ()
    noun = title.match.agent.lemma if title.match else ""
    kind = title.match.agent.kind if title.match else ""
    sort = "organisation" if kind == "body" else "person"  # "the Swiss bank Helvia"
    named = tuple(with_name(item, name, sort) for item in candidates)
    return (Reading(phrase.head, phrase.first, phrase.head, sort, named, (first, phrase.head), noun, kind),)


def _may_be_person(view: View, head: int, first: int) -> bool:
    """Say whether a name of which nothing is known may be a person's: in full, or one word that does something."""
    root = view.conjunction_root(head)
    token = view.tokens[root]
    if is_place_object(view, root):
        return False
    is_met = token.relation == "pobj" and view.word(token.head) in ("with", "by", "to", "from", "between", "against")
    is_named = is_met or token.relation in ("dobj", "appos", "dative", "attr")
    is_bracketed = view.word(first - 1) == "," and view.word(head + 1) in (",", ".")
    is_named = is_named or is_bracketed
    return view.is_subject(root) or token.relation == "poss" or (first < head and is_named)


def with_name(candidate: Candidate, name: str, sort: str = "person") -> Candidate:
    """Return the candidate under a person's name; people of bodies of no one country keep those as their entity."""
    kept = candidate.entity_id
    is_of_body = kept is not None and (candidate.code is None or candidate.code in words.STATELESS_CODES)
    return replace(candidate, name=name, entity_id=kept if is_of_body else f"{sort}:{slug_from_name(name)}")


def name_start(view: View, knowledge: Knowledge, phrase: Phrase) -> int | None:
    """Return the token at which the name before a proper noun begins, None where there is no name."""
    head = phrase.head
    is_capital_noun = view.tokens[head].pos == "NOUN" and view.tokens[head].text[:1].isupper()  # headlines: "Vargas/NN"
    is_name = _is_name_word(view, head) or (is_capital_noun and view.hits[head] is None)
    if not is_name or view.word(head) in words.CALENDAR | words.NAME_ENDINGS_OF_THINGS:
        return None
    first = head
    while first - 1 in phrase.core:
        index = first - 1
        if not _belongs_to_name(view, knowledge, phrase, index):
            break
        first = index
    return first


def _belongs_to_name(view: View, knowledge: Knowledge, phrase: Phrase, index: int) -> bool:
    if view.word(index) in ("-", "'", "’"):
        return index - 1 in phrase.core and _is_name_word(view, index - 1)
    if _is_name_word(view, index):
        return not _ends_title(view, knowledge, phrase, index)
    return _is_first_name_of_state(view, knowledge, phrase, index)


def complete_person(scope: Scope, reading: Reading, name: str) -> Reading:
    """Fill in what the article tells of the person elsewhere, else what the world knows of the name."""
    person = scope.memory.find_person(name)
    if person is None or not (person.candidate.code or any(item.code for item in reading.candidates)):
        return _from_world(scope, reading)
    if not reading.candidates:
        seen = replace(person.candidate, resolved_by="surname seen before")
        return replace(reading, candidates=(seen,), noun=reading.noun or person.noun)
    known = person.candidate
    return replace(reading, candidates=tuple(_filled(item, known) for item in reading.candidates))


def _from_world(scope: Scope, reading: Reading) -> Reading:
    """Give a name that the article tells no country of the person known by it, as of the article's day."""
    if any(item.code for item in reading.candidates):
        return reading
    sentence = scope.view.sentence
    hit = _world_hit(scope, reading.first, reading.last)
    if hit is None:
        return reading
    day = (sentence.published or "")[:10]
    names = sorted(hit.names, key=lambda known: not known.holds_on(day) if day else False)
    found = tuple(
        Candidate(
            code=known.code,
            sector="" if known.sector == "UNK" else known.sector,
            name=known.name,
            entity_id=known.entity_id,
            other_sectors=known.other_sectors,
            office=known.office,
            since=known.since,
            until=known.until,
            resolved_by="known person",
        )
        for known in names
    )
    return replace(reading, kind="person", candidates=found)


def is_known_to_world(scope: Scope, reading: Reading) -> bool:
    """Say whether the phrase names a known person: he has his country, wherever the text is from."""
    return _world_hit(scope, reading.first, reading.last) is not None


def _world_hit(scope: Scope, first: int, last: int) -> NameHit | None:
    """Return the known person whose name lies between two tokens."""
    sentence = scope.view.sentence
    start, end = scope.view.tokens[first].start, scope.view.tokens[last].end
    hits = scope.knowledge.find_persons(sentence.text, sentence.start)
    return next((hit for hit in hits if start <= hit.span.start and hit.span.end <= end), None)


def _filled(item: Candidate, known: Candidate) -> Candidate:
    entity_id = known.entity_id if (item.entity_id or "person:").startswith("person:") else item.entity_id
    code = item.code
    if code is None and (not item.sector or item.sector == known.sector):
        code = known.code
    if code == known.code and not item.sector:
        return replace(known, entity_id=entity_id)
    return replace(item, entity_id=entity_id, code=code)


def _is_name_word(view: View, index: int) -> bool:
    token = view.tokens[index]
    if view.hits[index] is not None:
        return False
    is_capital = token.text[:1].isupper() or view.word(index - 1) == "-"  # "Min-ho"
    return (token.pos == "PROPN" and is_capital) or (
        token.text.lower() in words.NAME_PARTICLES and token.pos in ("PROPN", "ADP", "X", "DET", "NOUN")
        and token.relation == "compound"
    )  # fmt: skip


def _ends_title(view: View, knowledge: Knowledge, phrase: Phrase, index: int) -> bool:
    word = view.word(index)
    if word in words.RANKS or word in words.FORMS_OF_ADDRESS:
        return True
    return match_agent(view, knowledge, [i for i in phrase.core if i <= index]) is not None


def _is_first_name_of_state(view: View, knowledge: Knowledge, phrase: Phrase, index: int) -> bool:
    """Say whether a state's name is a person's first name here: "Foreign Minister Israel Katz"."""
    names = view.names(index)
    before = index - 1
    if not names or names[0].kind not in ("state", "capital") or view.hit_bounds(index) != (index, index):
        return False
    return before in phrase.core and _ends_title(view, knowledge, phrase, before)


def _title(view: View, knowledge: Knowledge, before: tuple[int, ...]) -> Title:
    is_addressed = bool(before) and view.word(before[-1]) in words.FORMS_OF_ADDRESS
    match = match_agent(view, knowledge, before)
    said = range(match.first, match.last + 1) if match is not None else range(0)
    if view.word(said[-1] if said else 0) in words.RANKS and any(view.word(i) not in words.RANKS for i in said):
        return Title(match, False, is_addressed)
    plain = list(before)
    while plain and view.word(plain[-1]) in words.RANKS | words.FORMS_OF_ADDRESS | {"elect", "-"}:
        plain.pop()
    has_rank = any(view.word(index) in words.RANKS for index in before[len(plain) :])
    return Title(match_agent(view, knowledge, plain), has_rank, is_addressed)


def _candidates_from_title(scope: Scope, phrase: Phrase, title: Title) -> tuple[Candidate, ...]:
    if title.match is not None:
        core = tuple(index for index in phrase.core if index <= title.match.last)
        titled = replace(phrase, head=title.match.last, core=core)
        owners = find_owners(scope, titled)
        found = candidates_under(scope, titled, title.match, owners[0] if owners else None)
        is_soldier = (
            title.has_rank
            and title.match.agent.lemma in words.RELATIONAL
            and not body_sector(scope, titled, title.match)
        )
        return tuple(replace(item, sector="MIL") for item in found) if is_soldier else found
    owner = _bare_owner(scope, phrase, title)
    if title.has_rank:
        codes = owner.candidates if owner else (Candidate(None, "MIL", "", resolved_by="rank"),)
        return tuple(replace(item, sector="MIL", entity_id=None, resolved_by="rank") for item in codes)
    if owner is None:
        return ()
    return tuple(replace(item, sector="", entity_id=None, resolved_by=owner.how) for item in owner.candidates)


def _bare_owner(scope: Scope, phrase: Phrase, title: Title) -> Owner | None:
    """Return the owner of a name without an office: a state's possessive ("Peru's Vargas"), or a rank's adjective."""
    if not title.has_rank and phrase.possessor is None:
        return None
    owners = find_owners(scope, phrase)
    if not owners or (not title.has_rank and owners[0].kind not in ("state", "capital", "adjective")):
        return None
    return owners[0]
