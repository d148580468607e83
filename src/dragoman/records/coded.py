"""What comes out: an article with its events, and why each rule fired or was dropped."""

from dataclasses import dataclass

from dragoman.records.article import Article
from dragoman.records.event import Event


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the coder considered: at which words, what became of it, and why."""

    sentence: int
    start: int
    end: int
    rule: str
    outcome: str  # "coded" or "dropped"
    why: str


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article that was read through; `events` may be empty, which is a result too."""

    article: Article
    events: tuple[Event, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def doc_id(self) -> str:
        """The article's document id."""
        return self.article.doc_id

    @property
    def state(self) -> str:
        """Which of the two good ends this is: coded, or coded with no events."""
        return "coded" if self.events else "coded with no events"
