"""The nouns that every room speaks in: frozen, slotted records, standard library only.

To add one, write it in the file of its kind, name it here, and give it to the round-trip test.
"""

from dragoman.records.actor import Candidate, Mention
from dragoman.records.article import GAP, Article, Block, ListedHeadline, Rejection
from dragoman.records.codec import json_from_record, record_from_json
from dragoman.records.coded import CodedArticle, Step
from dragoman.records.document import Given, SourceDocument
from dragoman.records.event import (
    Attribution,
    CiteInfo,
    Coder,
    Entity,
    Event,
    Evidence,
    Location,
    Size,
    TextInfo,
)
from dragoman.records.identity import article_key, digest, event_key, event_version, normalise
from dragoman.records.sentence import Oblique, Predication, Sentence, Token
from dragoman.records.spans import PlaceMention, Quotation, Span, TimeExpression

__all__ = [
    "GAP",
    "Article",
    "Attribution",
    "Block",
    "Candidate",
    "CiteInfo",
    "CodedArticle",
    "Coder",
    "Entity",
    "Event",
    "Evidence",
    "Given",
    "ListedHeadline",
    "Location",
    "Mention",
    "Oblique",
    "PlaceMention",
    "Predication",
    "Quotation",
    "Rejection",
    "Sentence",
    "Size",
    "SourceDocument",
    "Span",
    "Step",
    "TextInfo",
    "TimeExpression",
    "Token",
    "article_key",
    "digest",
    "event_key",
    "event_version",
    "json_from_record",
    "normalise",
    "record_from_json",
]
