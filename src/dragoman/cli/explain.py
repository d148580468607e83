"""`dragoman explain TEXT`: every step from the words to the event."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.actors import ActorsOption, checked_lists
from dragoman.cli.options import DateOption
from dragoman.cli.showing import INDENT, show_event
from dragoman.cli.terminal import clean, complain, open_console
from dragoman.records import Candidate, Mention, Predication, Rejection, Sentence, Span
from dragoman.runs.forms import reason_of
from dragoman.runs.settings import Settings

if TYPE_CHECKING:
    from dragoman.runs.explaining import Explanation, SentenceAccount

HELP = """Show every step from the words to the event, and why each rule fired or was dropped.

TEXT is the text itself, or - for standard input.

\b
Examples:
  dragoman explain "Norway praised Chile on Tuesday." --date 2024-05-16
  dragoman explain - < note.txt
"""


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text, in quotation marks; - is standard input.")],
    date: DateOption = None,
    actors: ActorsOption = None,
) -> None:
    """Explain the coding of a text."""
    from dragoman.runs.batch import shared_stages
    from dragoman.runs.explaining import explain_text

    settings = Settings(date=date, actors=checked_lists(actors))
    given = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if text == "-" else text
    explanation = explain_text(given, date, shared_stages(settings.actors))
    if isinstance(explanation, Rejection):
        complain(f"rejected: {reason_of(explanation)}")
        raise typer.Exit(1)
    _show(open_console(), explanation)


def _show(console: Console, explanation: "Explanation") -> None:
    for account in explanation.sentences:
        _show_account(console, account, explanation.article.text)


def _show_account(console: Console, account: "SentenceAccount", text: str) -> None:
    sentence = account.sentence
    console.print(Text(f"{sentence.number + 1}. {clean(sentence.text)}", style="bold"))
    _show_table(
        console, "tokens", ("no.", "word", "lemma", "part of speech", "governed by", "as"), _token_rows(sentence)
    )
    mentions = [_mention_row(mention, text) for mention in account.mentions]
    _show_table(console, "mentions", ("words", "kind", "may be", "because of"), mentions)
    _show_table(console, "quotations", ("words", "speaker", "cue", "manner"), [
        (quotation.span.quote(text), _quote(quotation.speaker, text), _quote(quotation.cue, text), quotation.manner)
        for quotation in account.quotations
    ])  # fmt: skip
    _show_table(console, "times", ("words", "first day", "last day", "precision", "basis"), [
        (time.span.quote(text), time.first_day, time.last_day, time.precision, time.basis) for time in account.times
    ])  # fmt: skip
    _show_table(console, "places", ("words", "place", "country", "resolution"), [
        (place.span.quote(text), place.name, place.country or "not told", place.resolution) for place in account.places
    ])  # fmt: skip
    predications = [_predication_row(one, sentence) for one in sentence.predications]
    _show_table(console, "predications", ("predicate", "kind", "who", "whom", "beside", "with"), predications)
    _show_table(console, "rules", ("words", "rule", "outcome", "why"), [
        (Span(step.start, step.end).quote(text), step.rule, step.outcome, step.why) for step in account.steps
    ])  # fmt: skip
    numbers = {event.key: number for number, event in enumerate(account.events, start=1)}
    console.print(Text(f"  events: {len(numbers) or 'none'}"))
    for event in account.events:
        show_event(console, event, numbers)
    console.print()


def _show_table(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table under its title; one without rows says so in one line."""
    table = Table(*columns, box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    console.print(Text(f"  {title}" if table.row_count else f"  {title}: none"))
    if table.row_count:
        console.print(Padding.indent(table, INDENT))


def _token_rows(sentence: Sentence) -> list[tuple[str, ...]]:
    return [
        (
            str(token.index),
            token.text,
            token.lemma,
            f"{token.pos} {token.tag}",
            "" if token.head == token.index else f"{token.head} {sentence.tokens[token.head].text}",
            token.relation,
        )
        for token in sentence.tokens
    ]


def _mention_row(mention: Mention, text: str) -> tuple[str, ...]:
    candidates = "; ".join(_candidate(candidate) for candidate in mention.candidates) or "nobody that can be named"
    reasons = ", ".join(dict.fromkeys(candidate.resolved_by for candidate in mention.candidates))
    return mention.span.quote(text), mention.kind, candidates, reasons


def _candidate(candidate: Candidate) -> str:
    code = " ".join(part for part in (candidate.code or "no country", candidate.sector) if part)
    days = f" from {candidate.since or '…'} to {candidate.until or '…'}" if candidate.since or candidate.until else ""
    return f"{code} ({candidate.name}){days}"


def _predication_row(predication: Predication, sentence: Sentence) -> tuple[str, ...]:
    particle = f" {predication.particle}" if predication.particle else ""
    kind = f"{predication.kind}, {predication.voice}" if predication.kind == "verb" else predication.kind
    marks = ["not" if predication.is_negated else "", predication.modal or "", predication.tense or ""]
    if predication.parent is not None:
        governor = sentence.tokens[sentence.predications[predication.parent].predicate].text
        marks.append(f"{predication.link} of {governor}")
    beside = [f"{oblique.preposition} {_words(oblique.heads, sentence)}" for oblique in predication.obliques]
    return (
        f"{predication.lemma}{particle}",
        kind,
        _words(predication.subjects, sentence),
        _words((*predication.objects, *predication.indirect_objects), sentence),
        ", ".join(beside),
        ", ".join(mark for mark in marks if mark),
    )


def _words(heads: Sequence[int], sentence: Sentence) -> str:
    return ", ".join(sentence.tokens[head].text for head in heads)


def _quote(span: Span | None, text: str) -> str:
    return span.quote(text) if span else "nobody named"
