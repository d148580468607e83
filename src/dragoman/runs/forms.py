"""Coded articles, rejections and events as JSON values and lines.

Comes in: `CodedArticle`, `Rejection`, `Event`.  Goes out: values of the json module in the contract's
shapes, and lines that are safe on a terminal and for readers that split at odd line ends.
To add a field to the article's form, add it to `json_from_article` and to its test.
"""

from dragoman.exports.jsonlines import RISKY as RISKY
from dragoman.exports.jsonlines import json_line as json_line
from dragoman.records import Article, CodedArticle, ListedHeadline, Rejection, json_from_record
from dragoman.records.codec import Json

Outcome = CodedArticle | Rejection


def state_of(outcome: Outcome) -> str:
    """Return which of the three ends this is: coded, coded with no events, or rejected."""
    return "rejected" if isinstance(outcome, Rejection) else outcome.state


def json_from_outcome(outcome: Outcome) -> Json:
    """Return what `read --format json` writes of one input."""
    if isinstance(outcome, Rejection):
        rejection = {"stage": outcome.stage, "reason": outcome.reason, "detail": outcome.detail}
        return {"doc_id": outcome.doc_id, "rejection": rejection}
    events = json_from_record(outcome.events)
    return {"doc_id": outcome.doc_id, "article": json_from_article(outcome.article), "events": events}


def json_from_article(article: Article) -> Json:
    """Return an article as `read --format json` shows it."""
    return {
        "title": article.title,
        "deck": article.deck,
        "section": article.section,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "outlet": article.outlet,
        "paragraphs": list(article.paragraphs),
        "related": [_json_from_headline(item) for item in article.related],
        "latest": [_json_from_headline(item) for item in article.latest],
    }


def json_from_state(outcome: Outcome) -> Json:
    """Return an input's line in `OUT.articles.jsonl`: its id, state, reason and number of events."""
    rejection = outcome if isinstance(outcome, Rejection) else None
    return {
        "doc_id": outcome.doc_id,
        "state": state_of(outcome),
        "reason": rejection.reason if rejection else None,
        "events": 0 if isinstance(outcome, Rejection) else len(outcome.events),
        "stage": rejection.stage if rejection else None,
        "detail": rejection.detail if rejection else None,
    }


def reason_of(rejection: Rejection) -> str:
    """Return stage, reason and detail of a rejection as one line."""
    told = f"{rejection.stage}: {rejection.reason}"
    return f"{told} ({rejection.detail})" if rejection.detail else told


def _json_from_headline(item: ListedHeadline) -> Json:
    return {"title": item.title, "deck": item.deck, "published": item.published}
