"""What every reader of a phrase is handed: the sentence, the names, the article so far, and the other phrases.

In: one `View`, `Knowledge`, `Memory`.  Out: `Scope`, whose `read` gives the parties of another head of the
same sentence and whose `before` gives all parties named before a token.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.actors.readings import Memory, Reading
from dragoman.actors.view import View
from dragoman.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Scope:
    """The sentence being read and all that a phrase in it may turn to."""

    view: View
    knowledge: Knowledge
    memory: Memory
    read: Callable[[int], tuple[Reading, ...]]
    before: Callable[[int], tuple[Reading, ...]]
