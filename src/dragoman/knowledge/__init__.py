"""The knowledge room: what the coder knows of the world before it reads.

It produces the names of states, organisations, armed groups and places found in a text (`NameHit`s of
`KnownName`s), and the `Agent` noun behind a phrase's words.  `load_knowledge` builds all of it once.
"""

from dragoman.knowledge.gazetteer import Gazetteer, Place, key_of
from dragoman.knowledge.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.nouns import Agent, KnownName, NameHit

__all__ = ["Agent", "Gazetteer", "Knowledge", "KnownName", "NameHit", "Place", "key_of", "load_knowledge"]
