"""Marked stretches of an article: quotations with their speakers, time expressions, places where something is."""

from dragoman.spans.datelines import count_from_dateline
from dragoman.spans.later import find_all_times
from dragoman.spans.places import find_places
from dragoman.spans.quotations import mark_quotations
from dragoman.spans.times import find_times

__all__ = ["count_from_dateline", "find_all_times", "find_places", "find_times", "mark_quotations"]
