"""Articles and events as people read them: a line in plain words, and its sentence with the evidence marked.

Comes in: a `CodedArticle` or an `Event`.  Goes out: rich's `Text`, built from cleaned words only.
Where styles are seen, the trigger is bold and other evidence underlined; elsewhere they stand between
*stars* and _bars_.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from dragoman.cli.terminal import clean
from dragoman.records import Article, CodedArticle, Entity, Event, Evidence

CLASS_STYLES = {1: "#4aa39d", 2: "#1b7f79", 3: "#d9874f", 4: "#c2571a"}  # cooperation teal, conflict orange
NAMED_CODES = ("IGO", "NGO", "ISM", "IMG", "MNC", None)  # codes that many share: the name has to help
INDENT = 5  # columns, under the number of an event
LISTS = {"related": "related headlines", "latest": "latest headlines"}


def show_article(console: Console, coded: CodedArticle) -> None:
    """Print the article's head, its state, and its events, those of listed headlines in groups of their own."""
    _show_head(console, coded)
    retold = _tellings_after(coded.events)
    acts = [event for event in coded.events if event.link not in retold]
    numbers = {event.key: number for number, event in enumerate(acts, start=1)}
    for heading, events in _groups(acts):
        if heading:
            console.print(Text(f"\n{heading}", style="bold"))
        for event in events:
            show_event(console, event, numbers)
            for again in retold.get(event.key, ()):
                _show_again(console, event, again)
    console.print()


def show_event(console: Console, event: Event, numbers: dict[str, int]) -> None:
    """Print one event: its line, its sentence, and how sure the coder is by which rule."""
    line = Text.assemble((f"{numbers[event.key]:>3}  ", "dim"), event_line(event))
    console.print()
    console.print(line)
    print_indented(console, marked_sentence(event, has_styles=console.is_terminal))
    print_indented(console, Text(_footing(event, numbers), style="dim"))


def _tellings_after(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Return the later tellings of each act, by the key of its first telling."""
    keys = {event.key for event in events}
    retold: dict[str, list[Event]] = {}
    for event in events:
        if event.link in keys and event.link is not None:
            retold.setdefault(event.link, []).append(event)
    return retold


def _show_again(console: Console, first: Event, again: Event) -> None:
    """Print where and in which words an act is told once more, and what this telling adds to the first."""
    section, place = again.cite_info.section, again.text_info
    where = f"paragraph {place.sequence}" if section == "body" else section
    added = [fact for fact in (*again.mode, *_figures(again), _claim(again)) if fact and fact not in _told_by(first)]
    line = Text(f"told again ({clean(', '.join((where, *added)))}): ", style="dim")
    line.append_text(marked_sentence(again, has_styles=console.is_terminal))
    print_indented(console, line)


def _told_by(event: Event) -> tuple[str, ...]:
    return (*event.mode, *_figures(event), _claim(event))


def print_indented(console: Console, words: Text) -> None:
    """Print words under a numbered line, wrapped, without the trailing blanks that rich's padding leaves."""
    for line in words.wrap(console, console.width - INDENT):
        line.rstrip()
        console.print(Text(" " * INDENT).append_text(line))


def event_line(event: Event) -> Text:
    """Return the event in one line: who, whom, type, where, when, status, who says so."""
    faded = "dim" if event.status == "historical" else ""
    line = Text(style=faded)
    line.append(sides_of(event), style="bold")
    line.append("  ")
    line.append(" ".join((*event.event, *event.mode)), style=CLASS_STYLES.get(event.quad_code, ""))
    told = [_place(event), when(event), event.status, _claim(event)]
    line.append("".join(f" · {clean(words)}" for words in told if words))
    return line


def sides_of(event: Event) -> str:
    """Return the sides as "NOR → CHL", "NOR ⇄ CHL" where all act on each other, "NOR" where nobody receives."""
    if event.reciprocal:
        return " ⇄ ".join(map(_party, event.actor))
    actors = ", ".join(map(_party, event.actor))
    return f"{actors} → {', '.join(map(_party, event.recipient))}" if event.recipient else actors


def when(event: Event) -> str:
    """Return the event's days as far as they are told, and what is planned."""
    told = _days(event.date, event.enddate, event.date_precision) or "date not told"
    if event.date_basis == "published":
        told += " (day of publication)"
    planned = _days(event.planned_date, event.planned_enddate, None)
    return f"{told}, planned for {planned}" if planned else told


def marked_sentence(event: Event, *, has_styles: bool) -> Text:
    """Return the sentence with its evidence marked, by styles or, without them, by signs."""
    sentence = Text()
    for words, field in _pieces(event):
        if field is None:
            sentence.append(clean(words))
        elif has_styles:
            sentence.append(clean(words), style="bold" if field == "event" else "underline")
        else:
            sign = "*" if field == "event" else "_"
            sentence.append(f"{sign}{clean(words)}{sign}")
    return sentence


def _show_head(console: Console, coded: CodedArticle) -> None:
    article = coded.article
    console.print(Text(clean(article.title or "(no title)"), style="bold"))
    if article.deck:
        console.print(Text(clean(article.deck), style="italic"))
    if facts := _facts(article):
        console.print(Text(clean(" · ".join(facts)), style="dim"))
    count = f" · {_counted(len(coded.events), 'event')}" if coded.events else ""
    again = sum(map(len, _tellings_after(coded.events).values()))
    count += f" that tell {_counted(len(coded.events) - again, 'act')}" if again else ""
    console.print(Text(f"{clean(coded.doc_id)} · {coded.state}{count}"))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _facts(article: Article) -> list[str]:
    author = f"by {article.author}" if article.author else None
    facts = (article.outlet, article.section, article.genre, author, article.published or "no date of publication")
    return [fact for fact in facts if fact]


def _groups(events: Sequence[Event]) -> Iterator[tuple[str | None, list[Event]]]:
    yield None, [event for event in events if event.cite_info.section not in LISTS]
    for section, heading in LISTS.items():
        if listed := [event for event in events if event.cite_info.section == section]:
            yield heading, listed


def _party(entity: Entity) -> str:
    if entity.code is None and entity.sector == "UNK" and not entity.identifier_text:
        return "unknown"
    name = entity.identifier_text or entity.entity_text if entity.code in NAMED_CODES else None
    coded = " ".join(part for part in (entity.code, entity.sector) if part)
    return f"{clean(name)} ({coded})" if name else coded


def _days(first: str | None, last: str | None, precision: str | None) -> str:
    if not first or not last:
        return first or last or ""
    if precision == "year":
        return first[:4]
    if precision == "month":
        return first[:7]
    return first if first == last else f"{first} to {last}"


def _place(event: Event) -> str:
    return f"in {event.event_loc.name}" if event.event_loc else ""


def _claim(event: Event) -> str:
    return f"says {event.attribution.speaker}" if event.attribution else ""


def _footing(event: Event, numbers: dict[str, int]) -> str:
    facts = [f"confidence {event.confidence:.2f}", f"rule {event.coder.rule}", *event.context]
    if event.object:
        facts.append(f"object: {clean(event.object)}")
    facts += _figures(event)
    if event.link in numbers:
        facts.append(f"same act as {numbers[event.link]}")
    return " · ".join(facts)


def _figures(event: Event) -> list[str]:
    if event.size is None:
        return []
    counts = (("dead", event.size.dead), ("injured", event.size.injured), ("arrested", event.size.arrested))
    return [f"{number} {name}" for name, number in counts if number is not None]


def _pieces(event: Event) -> Iterator[tuple[str, str | None]]:
    """Cut the sentence at its evidence: words with the field that they prove, None between."""
    here = event.text_info.start
    for evidence in _apart(event.text_info.evidence, event):
        yield _cut(event, here, evidence.start), None
        yield _cut(event, evidence.start, evidence.end), evidence.field
        here = evidence.end
    yield _cut(event, here, event.text_info.end), None


def _apart(evidence: Sequence[Evidence], event: Event) -> list[Evidence]:
    """Return the evidence inside the sentence, in order, the trigger first served where spans overlap."""
    inside = [item for item in evidence if event.text_info.start <= item.start < item.end <= event.text_info.end]
    kept: list[Evidence] = []
    for item in sorted(inside, key=lambda item: item.field != "event"):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _cut(event: Event, start: int, end: int) -> str:
    return event.text[start - event.text_info.start : end - event.text_info.start]
