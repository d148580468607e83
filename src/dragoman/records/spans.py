"""Stretches of an article's canonical text, and what `spans/` marks there.

All offsets are code points into `Article.text`, start included, end excluded.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the canonical text."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words put down to a speaker: between quotation marks, or in reported speech.

    `span` covers the quoted or reported words; it may run over several sentences and paragraphs.
    `speaker` covers the speaker's noun phrase where it stands ("Geng Shuang"), None where nobody is named.
    `cue` covers the verb or phrase that gives the words to the speaker ("said", "according to").
    """

    span: Span
    speaker: Span | None
    cue: Span | None
    manner: str  # "quoted", "reported" or "headline"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time phrase and the days it stands for, both included, as ISO days."""

    span: Span
    first_day: str
    last_day: str
    precision: str  # "day", "week", "month", "year" or "range"
    basis: str  # "text" where the phrase alone says it, "context" where another sentence had to help
    is_since: bool = False  # "since Friday": the days are where it began


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named as where something is: a country, a region or a city, never guessed finer than told."""

    span: Span
    name: str
    country: str | None  # ISO alpha-3, as in ontology/
    resolution: str  # "country", "region", "city", "sea"
    latitude: float | None = None
    longitude: float | None = None
