"""Sentences with their cast and marks → Events: rules, wrappers, folding, dating, settling.

The rules are data (`knowledge/data/lexicon/`); this room walks predications with them.
"""

from dragoman.events.drafts import Draft, Drop
from dragoman.events.finding import find_drafts
from dragoman.events.othersides import fill_other_sides
from dragoman.events.scene import CastView, Marks, Scene
from dragoman.events.settling import Settling, settle_events

__all__ = [
    "CastView",
    "Draft",
    "Drop",
    "Marks",
    "Scene",
    "Settling",
    "fill_other_sides",
    "find_drafts",
    "settle_events",
]
