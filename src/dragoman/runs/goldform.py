"""Corrected and confirmed events → sheets of gold, in the form that the quality gate reads.

Comes in: a store.  Goes out: a `GoldSheet` of text for each article with an event that a person has looked at, or a
word on why there is none.  A sheet has the article's whole text, for the coder needs its context, but only sentences
in which every event was looked at are judged; all others are marked `~`.  The form is laid down in
quality/gold/README.md and read by quality/goldsheets.py.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Article, Event, EventFilter, KeptEvent, Sentence
from dragoman.runs.eventfields import text_of_parties
from dragoman.sentences import split_article
from dragoman.stores.contract import Reading
from dragoman.stores.log import entries_in_force

END_OF_HEADERS = "# ---"
NOT_JUDGED = "~ "
NOBODY = "none"
PLANNABLE = ("AGREE", "CONCEDE")
MARKS = (">", "?", "#", "~")  # signs that no line of a sheet's text begins with
LISTED = ("related", "latest")  # a sheet has the article's own text only


@dataclass(frozen=True, slots=True)
class GoldSheet:
    """An article as a sheet: its key as name, the text, how many events it has; `problem` where it cannot be one."""

    name: str
    text: str
    events: int
    problem: str | None = None


def gold_sheets(reader: Reading) -> Iterator[GoldSheet]:
    """Yield a sheet for each article with an event that was confirmed, corrected or retracted by hand."""
    judged = frozenset(entry.key for entry in entries_in_force(reader.corrections()) if not entry.is_orphan)
    events = (reader.event(key) for key in sorted(judged))
    for article in dict.fromkeys(kept.article for kept in events if kept is not None):
        found = reader.article(article)
        if found is not None:
            told = tuple(reader.events(EventFilter(article=article, with_retracted=True)))
            yield sheet_of_article(article, found.article, told, judged)


def sheet_of_article(key: str, article: Article, events: Sequence[KeptEvent], judged: Container[str]) -> GoldSheet:
    """Return the sheet of an article, its events, and the keys of those that a person has judged."""
    sentences = [one for one in split_article(article) if one.section not in LISTED]
    problem = _find_problem(article, sentences)
    if problem:
        return GoldSheet(key, "", 0, problem)
    told = {sentence.number: _Told.of(sentence, events, judged) for sentence in sentences}
    title = next(one for one in sentences if one.section == "title")
    lines = [
        f"title: {told[title.number].line}",
        f"outlet: {_one_line(article.outlet or 'unknown')}",
        f"published: {article.day}",
        f"genre: {article.genre or 'news'}",
        END_OF_HEADERS,
        *told[title.number].event_lines,
    ]
    place = None
    for sentence in sentences:
        if sentence.section == "title":
            continue
        if place != (sentence.section, sentence.sequence):
            lines.append("")
            place = (sentence.section, sentence.sequence)
        lines += [told[sentence.number].line, *told[sentence.number].event_lines]
    return GoldSheet(key, "\n".join(lines) + "\n", sum(len(one.event_lines) for one in told.values()))


def _find_problem(article: Article, sentences: Sequence[Sentence]) -> str | None:
    if not article.title or not article.day:
        return "it has no title or no day of publication, which a sheet needs"
    if not any(one.section != "title" for one in sentences):
        return "it has no text of its own"
    if any(one.text.lstrip().startswith(MARKS) for one in sentences):
        return "a sentence begins with a sign that a sheet cannot hold"
    return None


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence as its line in the sheet, and the lines of its gold events."""

    line: str
    event_lines: tuple[str, ...]

    @classmethod
    def of(cls, sentence: Sentence, events: Sequence[KeptEvent], judged: Container[str]) -> "_Told":
        """Judge a sentence by its events: it is gold where a person has looked at each that the coder still gives."""
        inside = [kept for kept in events if sentence.start <= kept.event.text_info.start < sentence.end]
        own = [kept for kept in inside if kept.event.cite_info.section not in LISTED]
        asked = [kept for kept in own if kept.state == "live" or kept.event.key in judged]
        if not asked or not all(kept.event.key in judged for kept in asked):
            return cls(NOT_JUDGED + _one_line(sentence.text), ())
        return cls(_one_line(sentence.text), tuple(_event_line(kept.event) for kept in asked if kept.state == "live"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _event_line(event: Event) -> str:
    cells = (
        event.event[0],
        event.mode[0] if event.mode else "",
        text_of_parties(event.actor),
        text_of_parties(event.recipient),
        "yes" if event.reciprocal else "no",
        event.status,
        _date_cell(event),
        _one_line(event.attribution.speaker).replace("|", " ") if event.attribution else NOBODY,
    )
    return f"> {' | '.join(cells)}"


def _date_cell(event: Event) -> str:
    if event.event[0] in PLANNABLE and event.planned_date:
        return f"planned {_days(event.planned_date, event.planned_enddate)}"
    return _days(event.date, event.enddate) if event.date else ""


def _days(first: str, last: str | None) -> str:
    return first if last in (None, first) else f"{first}..{last}"
