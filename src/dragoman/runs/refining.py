"""What circumstances make of a type: a verb with its noun and the type they tell in, the type that holds out.

Troops that are sent to help are aid, drills together with the other side cooperation, missiles fired into the sea a
show.  To add a circumstance, add its words to the lists of `knowledge/data/relate_en.toml` and a line to `refine`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.records import Predication
from dragoman.runs.arguments import Arguments

# What two sides may do side by side, and then cooperate; talking, agreeing or accusing stays what it is.
SHARED = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
SEAWARD = ("into", "toward", "towards", "over", "off", "in")


@dataclass(frozen=True, slots=True)
class Refiner:
    """Refines the types told in one sentence; `recipient` are the tokens of the given recipient."""

    arguments: Arguments
    lists: Mapping[str, frozenset[str]]
    recipient: frozenset[int]

    def refine(self, event: str, part: Predication, nouns: Sequence[str]) -> str:
        """Return the type of what a verb does with a noun, which the table knows under these names."""
        if event == "ASSAULT" and self.arguments.is_any(part.heads_after(*SEAWARD), "seas"):
            return "MOBILIZE"
        if event != "MOBILIZE":
            return event
        if not self.lists["drills"].isdisjoint(nouns):
            return "COOPERATE" if self._is_beside(part) else event
        is_help = self.arguments.is_any(self.arguments.sentence.subtree(part.predicate), "helping")
        return "AID" if is_help or self._is_given(part, nouns) else event

    def is_done_together(self, event: str | None, part: Predication) -> bool:
        """Say whether both sides do side by side what is told, or something that no word is known for."""
        if (event is not None and event not in SHARED) or not self._is_beside(part):
            return False
        beside = [child.index for child in self.arguments.children(part.predicate)]
        beside += [word for head in part.objects for word in self.arguments.held(head, "modifier")]
        return self.arguments.is_any(tuple(beside), "together")

    def is_recipient(self, heads: Sequence[int]) -> bool:
        """Say whether any of these heads stands for the recipient, or for what is the recipient's."""
        whose = {inner for head in heads for inner in self.arguments.held(head, "poss", "modifier", "of", "from")}
        return not self.recipient.isdisjoint({*heads, *whose})

    def _is_beside(self, part: Predication) -> bool:
        """Say whether the recipient stands beside the doer: as a subject too, or behind "with"."""
        heads = {*part.subjects, *part.heads_after("with", "between", "by", "alongside")}
        heads |= {head for o in part.objects for head in self.arguments.held(o, "with", "between", "by", "of")}
        near = {inner for head in heads for inner in self.arguments.held(head, "poss", "modifier")}
        return not self.recipient.isdisjoint(heads | near)

    def _is_given(self, part: Predication, nouns: Sequence[str]) -> bool:
        """Say whether arms are sent to the other side itself, not to a place of its."""
        if part.indirect_objects:
            return True
        if part.lemma != "send" or self.lists["gear"].isdisjoint(nouns):
            return False
        before = {word for head in part.objects for word in self.arguments.held(head, "modifier")}  # "sent Chad tanks"
        return not self.recipient.isdisjoint({*part.heads_after("to", "for"), *before})
