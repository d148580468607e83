"""The knowledge room: what the coder knows of the world before it reads.

It produces the names of states, organisations, armed groups, persons and places found in a text (`NameHit`s of
`KnownName`s), and the `Agent` noun behind a phrase's words.  `load_knowledge` builds all of it once, with users'
own lists of actors over it; `read_user_list` tells which of their lines are off.
"""

from dragoman.knowledge.entries import ListProblem, UserList
from dragoman.knowledge.gazetteer import Gazetteer, Place, key_of
from dragoman.knowledge.knowledge import Knowledge, load_knowledge
from dragoman.knowledge.nouns import Agent, KnownName, NameHit
from dragoman.knowledge.userlists import read_user_list

__all__ = [
    "Agent",
    "Gazetteer",
    "Knowledge",
    "KnownName",
    "ListProblem",
    "NameHit",
    "Place",
    "UserList",
    "key_of",
    "load_knowledge",
    "read_user_list",
]
