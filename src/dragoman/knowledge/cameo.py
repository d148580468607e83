"""From CAMEO's actor codes ("AZEMIL", "IGOUNOREFHCR") to a country and PLOVER sectors.

In comes a code, out goes an `ActorCode` and the groups of letters that nobody knows.  To teach it a group, add
it to `data/cameo.tsv`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge.entries import ActorCode
from dragoman.knowledge.tables import read_table
from dragoman.ontology import Ontology, load_ontology

COLUMNS = ("code", "place", "becomes", "what")
GROUP = 3  # letters
BEHIND_IGO = {"UNO": "UNO", "EEC": "EUR", "EUR": "EUR"}  # "IGOUNO": the United Nations have a code of their own
SECTOR_OF_SPECIAL = {"NGO": "SOC", "MNC": "BUS", "IMG": "REB"}  # what such an actor is where no role is told


@dataclass(frozen=True, slots=True)
class CameoCodes:
    """The groups of letters by their place in a code."""

    first: Mapping[str, str]
    roles: Mapping[str, str]
    faiths: Mapping[str, str]
    details: frozenset[str]
    ontology: Ontology

    @classmethod
    def load(cls) -> "CameoCodes":
        """Read the package's table."""
        places: dict[str, dict[str, str]] = {"first": {}, "role": {}, "faith": {}, "detail": {}}
        for row in read_table("cameo.tsv", COLUMNS):
            places[row["place"]][row["code"]] = row["becomes"]
        return cls(places["first"], places["role"], places["faith"], frozenset(places["detail"]), load_ontology())

    def read(self, written: str) -> tuple[ActorCode, tuple[str, ...]]:
        """Return what a code stands for and its unknown groups; ValueError where it says nothing that is known."""
        groups = [written[start : start + GROUP] for start in range(0, len(written), GROUP)]
        if not written.isalpha() or not written.isupper() or len(groups[-1]) < GROUP:
            raise ValueError(f"[{written}] is no CAMEO code; write groups of three capital letters, as in AZEMIL")
        code, rest = self._read_first(groups)
        unknown = tuple(group for group in rest if not self._is_known(group))
        roles = [self.roles[group] for group in rest if group in self.roles]
        if not roles and code in SECTOR_OF_SPECIAL:
            roles = [SECTOR_OF_SPECIAL[code]]
        sectors = tuple(dict.fromkeys((*roles, *(self.faiths[group] for group in rest if group in self.faiths))))
        if unknown and not sectors and code not in self.ontology.special:
            raise ValueError(f"[{written}]: nobody knows {', '.join(unknown)}, and without it this is no actor")
        return ActorCode(code, sectors[0] if sectors else "", sectors[1:]), unknown

    def _is_known(self, group: str) -> bool:
        return group in self.roles or group in self.faiths or group in self.details

    def _read_first(self, groups: list[str]) -> tuple[str | None, list[str]]:
        """Return the country or special code, and the groups that say more."""
        head = groups[0]
        if head == "IGO" and len(groups) > 1 and groups[1] in BEHIND_IGO:
            return BEHIND_IGO[groups[1]], groups[2:]
        if head in self.first:
            return self.first[head] or None, groups[1:]
        folded = self.ontology.fold(head)
        if self.ontology.is_code(folded):
            return folded, groups[1:]
        if head in self.roles or head in self.faiths:
            return None, groups
        raise ValueError(f"[{''.join(groups)}] opens with {head}, which is no code of a country or kind of actor")
