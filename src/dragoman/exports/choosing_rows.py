"""From what is told to the rows that a format writes: what it has no room for is left out and counted.

In come `Told`s that were asked for, one at a time; out go `Row`s, one at a time, and a `Tally` of the rest.
"""

from collections.abc import Iterable, Iterator

from dragoman.exports.acled_kinds import acled_kind
from dragoman.exports.choosing import is_dyad_wanted
from dragoman.exports.codes import Codes
from dragoman.exports.days import is_week_or_finer
from dragoman.exports.formats import Format
from dragoman.exports.options import ExportOptions, Tally
from dragoman.exports.parties import Row, rows_of, whole_row
from dragoman.exports.seen import SeenKeys
from dragoman.exports.told import Told, with_text
from dragoman.records import Dyad, Event

TWICE = "told twice under one key"
SAME_DAY = "one of its kind on that day is there"
COARSE = frozenset({"month", "year"})


def choose_rows(
    tellings: Iterable[Told], layout: Format, options: ExportOptions, *, codes: Codes, tally: Tally
) -> Iterator[Row]:
    """Yield the rows of all events that the format can tell."""
    with SeenKeys() as keys, SeenKeys() as days:
        for told in tellings:
            tally.events += 1
            reason = _why_not(told.event, layout, options) or (None if keys.add(told.event.key) else TWICE)
            if reason:
                tally.leave_out(reason)
                continue
            for row in _rows(with_text(told, options.text), layout, options, codes):
                reason = _why_no_row(row, layout, options)
                if not reason and options.one_a_day and row.event.date and not days.add(_kind_of_day(row, layout)):
                    reason = SAME_DAY
                if reason:
                    tally.leave_out(reason)
                    continue
                tally.count_row(row.event.date, f"{row.event.coder.name} {row.event.coder.version}".strip())
                yield row


def _rows(told: Told, layout: Format, options: ExportOptions, codes: Codes) -> Iterator[Row]:
    if layout.is_dyadic and not layout.is_graph:
        yield from rows_of(told, codes, both_ways=options.both_ways, mapping=options.mapping or layout.mapping)
    else:
        yield whole_row(told, codes)


def _why_not(event: Event, layout: Format, options: ExportOptions) -> str | None:
    """Return why an event is not written; None where it is."""
    wanted = options.wanted
    if not wanted.statuses and layout.statuses and event.status not in layout.statuses:
        return f"{event.status}, which the format cannot tell (--status actual,{event.status} takes it)"
    if not layout.shows_claims and not options.with_claims and event.attribution is not None:
        return "a claim, which the format cannot tell from a fact (--claims takes it)"
    if "day" in layout.needs and event.date is None:
        return "without a date"
    if not layout.shows_precision and not layout.is_graph and not options.coarse_dates and _is_coarse(event):
        return "dated coarser than a week, which the format cannot tell (--coarse-dates takes it)"
    return None


def _why_no_row(row: Row, layout: Format, options: ExportOptions) -> str | None:
    """Return why one dyad of an event is not written; None where it is."""
    if "cameo" in layout.needs and row.cameo is None:
        return "no CAMEO code tells it"
    if "acled" in layout.needs and acled_kind(row) is None:
        return "outside what ACLED tells"
    if layout.is_dyadic and not layout.is_graph and options.wanted.actor and options.wanted.recipient:
        codes = [party.code if party and party.code else "" for party in (row.actor, row.recipient)]
        dyad = Dyad(codes[0], codes[1], row.event.reciprocal)
        return None if is_dyad_wanted(dyad, options.wanted) else "another dyad of the same event"
    return None


def _is_coarse(event: Event) -> bool:
    return event.date_precision in COARSE or not is_week_or_finer(event.date, event.enddate)


def _kind_of_day(row: Row, layout: Format) -> str:
    """Return what one event a day is kept of: its date, actor, recipient and code."""
    if layout.is_dyadic and not layout.is_graph:
        sides = [f"{party.code}{party.sectors}" if party else "" for party in (row.actor, row.recipient)]
    else:
        sides = [
            "|".join(f"{entity.code}{entity.sector}" for entity in side)
            for side in (row.event.actor, row.event.recipient)
        ]
    code = row.cameo.code if row.cameo and "cameo" in layout.needs else row.type
    return "\x1f".join((row.event.date or "", *sides, code))
