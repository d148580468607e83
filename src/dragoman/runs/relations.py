"""Relations asked of a store: what it tells of a dyad, of a state's partners, and of another coder's view.

Comes in: an open store and a request as people put it.  Goes out: `Relation`, `Partners` or `Comparison`.
The statistics are those of the room `relations/`; here they meet the store, and what is missing gets its line.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.errors import BadUse, InputError
from dragoman.ontology import Ontology, load_ontology
from dragoman.records import FACES, NOT_STATE, DyadCount, EventFilter, OutletCount, Story
from dragoman.relations import (
    Calendar,
    Comparison,
    Material,
    Partners,
    Period,
    Publication,
    Relation,
    State,
    Wanted,
    World,
    assemble,
    assume_even,
    compare_dyads,
    count_foreign,
    count_own,
    cut_span,
    day_of,
    find_state,
    find_top,
    fit_prior,
    goes_between,
    measure_publication,
    rank_partners,
    read_day,
    sort_partners,
    sum_figures,
    sum_switches,
)
from dragoman.stores import Reading

HISTORY_YEARS = 2  # read before a span begins, so that its first weeks have a norm of 52 weeks
MOST_STATES = 3
SPARE_DAYS = 3  # a month whose first or last days saw nothing for a long week-end is whole all the same
FILL = "fill it first: dragoman ingest INPUT…"
EVEN_NOTE = "reports name no outlet, so every week counts as equally much published, and there is no volume"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of relations: states by name or code, a span, how to cut it, and what to count.

    `since` None begins with the first story, `until` None ends with the last day of publication.  `most` is how
    many lines each list has; `order` how partners are ranked.  Without stories there are no facts, lists or bands by
    bootstrap, and a dyad is told from the roll-ups alone, at once however many stories it has.
    """

    states: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    by: str = "month"
    switches: tuple[str, ...] = ()
    panel: tuple[str, ...] = ()
    most: int = 10
    order: str = "volume"
    has_bootstrap: bool = False
    has_stories: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A request understood: its states, what is on, and what was read for all of them."""

    states: tuple[State, ...]
    request: Request
    flags: int
    cells: tuple[DyadCount, ...]
    outlets: tuple[OutletCount, ...]
    publication: Publication
    days: Calendar
    notes: tuple[str, ...]

    @property
    def counted(self) -> list[DyadCount]:
        """The cells that count."""
        return [cell for cell in self.cells if not cell.face & ~self.flags]


def tell_relation(store: Reading, request: Request) -> Relation:
    """Return what the store tells of two states, and of how a third stands to both.

    BadUse for what cannot be asked; InputError with what to do where there is no story.
    """
    ontology = load_ontology()
    states = _find_states(request.states, ontology)
    if len(states) < 2:
        raise BadUse("a relation has two states, and a third at most; name them or their codes")
    asked = _ask(store, states, request)
    first, second = states[0], states[1]
    wanted = Wanted(
        first=first,
        second=second,
        days=asked.days,
        by=request.by,
        switches=_ordered(request.switches),
        flags=asked.flags,
        panel=request.panel,
        most=request.most,
        has_bootstrap=request.has_bootstrap and request.has_stories,
        notes=asked.notes,
    )
    since, until = asked.days.since, asked.days.until
    material = Material(
        cells=asked.cells,
        dyad_outlets=tuple(store.dyad_outlet_counts(first.code, second.code, since=since, until=until)),
        outlets=asked.outlets,
        stories=_read_stories(store, states, until) if request.has_stories else (),
        third=states[2] if len(states) == MOST_STATES else None,
    )
    return assemble(material, wanted, _world(store, asked, ontology))


def tell_partners(store: Reading, request: Request) -> Partners:
    """Return the partners of a state, ranked; BadUse and InputError as `tell_relation` gives them."""
    ontology = load_ontology()
    states = _find_states(request.states, ontology)
    if len(states) != 1:
        raise BadUse("partners are those of one state; name it or its code")
    asked = _ask(store, states, request)
    code = states[0].code
    world = _world(store, asked, ontology)
    plain = [cell for cell in asked.cells if not cell.face]
    partners = rank_partners(code, asked.counted, plain, asked.days, world)
    inside = [cell for cell in asked.cells if asked.days.find(cell.day) is not None]
    return Partners(
        state=states[0],
        since=asked.days.since,
        until=asked.days.until,
        by=request.by,
        switches=_ordered(request.switches),
        partners=sort_partners(partners, request.order),
        domestic=sum_figures((cell for cell in inside if _is_domestic(cell) and _counts(cell, asked.flags)), ontology),
        non_state=sum_figures((cell for cell in inside if _is_apart(cell, asked.flags)), ontology),
        notes=asked.notes,
    )


def compare_coders(
    store: Reading,
    coder: str,
    states: Sequence[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    most: int = 10,
) -> Comparison:
    """Return our stories beside the events of an imported coder, for a dyad, a state's dyads, or the top dyads."""
    ontology = load_ontology()
    codes = [state.code for state in _find_states(states, ontology)]
    if len(codes) > 2:
        raise BadUse("a comparison takes no state, one or two; leave the others out")
    _check_days(since, until)
    foreign = count_foreign(store.foreign_events(coder, since=since, until=until))
    if foreign.first is None or foreign.last is None:
        raise InputError(
            f"the store holds no events of coder {coder!r} in this span; bring them in: dragoman import FILE"
        )
    published = measure_publication(store.outlet_counts(since=since, until=until))
    if published is None:
        raise InputError(f"the store holds no reports of its own in this span to set beside {coder}; {FILL}")
    begins, ends = max(foreign.first, published.first), min(foreign.last, published.last)
    if begins > ends:
        raise InputError(
            f"no month in common: ours are of {published.first} to {published.last}, "
            f"{coder}'s of {foreign.first} to {foreign.last}; import or ingest what is missing"
        )
    months, notes = _shared_months(begins, ends)
    ours = count_own(_own_cells(store, codes, months), ontology)
    pairs = [(min(codes), max(codes))] if len(codes) == 2 else find_top(ours, foreign.counts, most, codes)
    dyads = compare_dyads(pairs, ours, foreign.counts, months, ontology)
    return Comparison(coder, months.since, months.until, dyads, notes)


def _find_states(asked: Sequence[str], ontology: Ontology) -> tuple[State, ...]:
    if len(asked) > MOST_STATES:
        raise BadUse(f"{len(asked)} states are too many; name one, two, or two and a third")
    states = tuple(find_state(name, ontology) for name in asked)
    if len(states) == MOST_STATES and len(set(states)) < MOST_STATES:
        raise BadUse(f"{' '.join(asked)} names a state twice; name three different ones")
    return states


def _ask(store: Reading, states: tuple[State, ...], request: Request) -> Asked:
    """Read what every answer stands on, and settle the span; InputError where there is nothing to tell."""
    _check_days(request.since, request.until)
    flags = sum_switches(request.switches)
    before = _history_before(request.since)
    codes = [state.code for state in states]
    cells = tuple(store.dyad_counts(codes, since=before, until=request.until, faces=flags | NOT_STATE))
    outlets = tuple(store.outlet_counts(since=before, until=request.until))
    asked_cells = [cell for cell in cells if _is_asked(cell, states)]
    counted = [cell for cell in asked_cells if _counts(cell, flags)]
    publication = measure_publication(outlets)
    until = request.until or (publication.last if publication else max((cell.day for cell in counted), default=None))
    inside = sorted(cell.day for cell in counted if until and (request.since or "") <= cell.day <= until)
    if not inside or until is None:
        raise InputError(_nothing(store, states, request, flags))
    days = cut_span(request.since or inside[0], until, request.by)
    notes = [] if publication else [EVEN_NOTE]
    later = sum(cell.stories for cell in counted if cell.day > until)
    if later:
        notes.append(f"{later} stories are dated after {until}, the last day of publication, and left out")
    first_plain = min((cell.day for cell in cells if not cell.face), default=until)
    even = assume_even(min(first_plain, until), until)
    return Asked(states, request, flags, cells, outlets, publication or even, days, tuple(notes))


def _read_stories(store: Reading, states: tuple[State, ...], until: str) -> tuple[Story, ...]:
    """Return the stories between any two of the states, known by `until`; each once."""
    codes = [state.code for state in states]
    pairs = [(codes[0], codes[1]), *((codes[2], other) for other in codes[:2] if len(codes) == MOST_STATES)]
    found: dict[str, Story] = {}
    for first, second in pairs:
        wanted = EventFilter(actor=(first,), recipient=(second,), either_way=True)
        for story in store.stories(wanted):
            if goes_between(story, first, second) and (day_of(story) or "") <= until:
                found[story.key] = story
    return tuple(found.values())


def _world(store: Reading, asked: Asked, ontology: Ontology) -> World:
    publication = asked.publication
    since, until = _month_start(publication.first), asked.days.until
    weeks = publication.weigh(publication.first, until)
    return World(publication, fit_prior(store.world_counts(since=since, until=until), weeks, ontology), ontology)


def _nothing(store: Reading, states: tuple[State, ...], request: Request, flags: int) -> str:
    """Return the line that says why there is nothing to tell, and what to do."""
    if next(store.stories(EventFilter(), limit=1), None) is None:
        return f"the store holds no stories yet; {FILL}"
    named = " and ".join(f"{state.name} ({state.code})" for state in states[:2])
    where = f"no story between {named}" if len(states) > 1 else f"no story of {named} with another state"
    if len(states) > 1 and states[0] == states[1]:
        where = f"no domestic story of {states[0].name} ({states[0].code})"
    span = _span_words(request.since, request.until)
    every = sum(FACES.values())
    codes = [state.code for state in states]
    cells = store.dyad_counts(codes, since=request.since, until=request.until, faces=every)
    apart = [cell for cell in cells if _is_asked(cell, states) and cell.face & ~flags]
    if apart:
        names = [name for name, flag in FACES.items() if any(cell.face & flag & ~flags for cell in apart)]
        stories = sum(cell.stories for cell in apart)
        more = "1 story" if stories == 1 else f"{stories} stories"
        return f"{where}{span} counts as it is asked; {more} would with --with {','.join(names)}"
    return f"{where}{span}; widen --since and --until, or ingest more: dragoman ingest INPUT…"


def _span_words(since: str | None, until: str | None) -> str:
    told = [f"since {since}"] if since else []
    told += [f"until {until}"] if until else []
    return f" {' '.join(told)}" if told else ""


def _is_asked(cell: DyadCount, states: tuple[State, ...]) -> bool:
    """Say whether a cell is of the first two states, or of one state with another or itself."""
    sides = {cell.dyad.actor, cell.dyad.recipient}
    if len(states) == 1:
        return states[0].code in sides
    return sides == {states[0].code, states[1].code}


def _counts(cell: DyadCount, flags: int) -> bool:
    return not cell.face & ~flags


def _is_domestic(cell: DyadCount) -> bool:
    return cell.dyad.actor == cell.dyad.recipient


def _is_apart(cell: DyadCount, flags: int) -> bool:
    return not _is_domestic(cell) and bool(cell.face & NOT_STATE) and _counts(cell, flags | NOT_STATE)


def _ordered(switches: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in FACES if name in switches)


def _check_days(since: str | None, until: str | None) -> None:
    days = [read_day(day) for day in (since, until) if day]
    if len(days) == 2 and days[1] < days[0]:
        raise BadUse(f"the span ends on {until}, before it begins on {since}; turn the two days round")


def _history_before(since: str | None) -> str | None:
    if since is None:
        return None
    day = read_day(since)
    return date(max(1, day.year - HISTORY_YEARS), day.month, 1).isoformat()


def _month_start(day: str) -> str:
    return f"{day[:7]}-01"


def _own_cells(store: Reading, codes: Sequence[str], months: Calendar) -> Sequence[DyadCount]:
    if codes:
        return tuple(store.dyad_counts(codes, since=months.since, until=months.until))
    return tuple(store.world_counts(since=months.since, until=months.until))


def _shared_months(begins: str, ends: str) -> tuple[Calendar, tuple[str, ...]]:
    """Return the months that both cover whole, give or take a few days; the cut ones where none is whole."""
    months = cut_span(begins, ends, "month")
    whole = [period for period in months.periods if _is_nearly_whole(period)]
    if not whole:
        return months, (f"no month is covered whole by both: they share {begins} to {ends} alone",)
    return cut_span(_month_start(whole[0].first), whole[-1].last, "month"), ()


def _is_nearly_whole(period: Period) -> bool:
    first, last = read_day(period.first), read_day(period.last)
    length = monthrange(last.year, last.month)[1]
    return first.day - 1 <= SPARE_DAYS and length - last.day <= SPARE_DAYS
