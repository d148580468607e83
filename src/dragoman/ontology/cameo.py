"""CAMEO and PLOVER, each told in the other's codes.

In comes what `data/cameo_events.tsv`, `plover_to_cameo.tsv` and `cameo_classes.tsv` hold; out goes `CameoEvents`:
what a CAMEO code is in PLOVER, and which CAMEO code tells best what a PLOVER event tells.  CAMEO codes are text.
To change a mapping, change its line in the data: nothing here names a code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.errors import BadUse
from dragoman.ontology.tables import read_table

EVENT_COLUMNS = ("code", "goldstein", "type", "mode", "context", "name")
RULE_COLUMNS = ("type", "mode", "context", "sectors", "status", "code")
CLASS_COLUMNS = ("root", "gdelt", "phoenix")
CLASS_MAPPINGS = ("plover", "gdelt", "phoenix")
TOLD_AS_FACT = frozenset({"actual", "historical"})
ROOT = 2  # digits
BASE = 3  # digits


@dataclass(frozen=True, slots=True)
class CameoEvent:
    """A CAMEO code: its name, its Goldstein score, and what it is in PLOVER.

    `event` is None for statements, which are no event in PLOVER; `mode` None where the type has none that fits.
    """

    code: str
    name: str
    goldstein: float
    event: str | None
    mode: str | None
    context: tuple[str, ...]

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:ROOT]

    @property
    def base(self) -> str:
        """The first three digits."""
        return self.code[:BASE]


@dataclass(frozen=True, slots=True)
class CameoRule:
    """When a CAMEO code stands for a PLOVER event; empty conditions ask nothing."""

    event: str
    mode: str
    context: str
    sectors: frozenset[str]
    status: str
    code: str


@dataclass(frozen=True, slots=True)
class CameoEvents:
    """All CAMEO codes and the rules that lead from PLOVER to them."""

    codes: Mapping[str, CameoEvent]
    rules: Mapping[str, tuple[CameoRule, ...]]
    classes: Mapping[str, Mapping[str, int]]

    def get(self, code: str) -> CameoEvent | None:
        """Return what a CAMEO code means, None where there is no such code; 010 and 10 are not one."""
        return self.codes.get(code)

    def best(
        self, event: str, mode: str | None, *, context: Sequence[str] = (), status: str = "actual", sector: str = ""
    ) -> CameoEvent | None:
        """Return the CAMEO code that tells a PLOVER event best; None where CAMEO has no way to tell it.

        CAMEO tells what happens: what is denied, feared or supposed has no code in it.
        """
        ranked = [
            (_weight(rule, context), rule.code)
            for rule in self.rules.get(event, ())
            if _fits(rule, mode or "", context, sector) and _fits_status(rule, status)
        ]
        return self.codes[max(ranked)[1]] if ranked else None

    def quad(self, code: str, mapping: str) -> int:
        """Return the class of a CAMEO code by a mapping of `cameo_classes.tsv`; BadUse where there is no such one."""
        if mapping not in self.classes:
            raise BadUse(f"no mapping {mapping!r} of CAMEO's roots to classes; there are {', '.join(self.classes)}")
        return self.classes[mapping][code[:ROOT]]


def load_cameo() -> CameoEvents:
    """Return CAMEO's event codes as the package ships them."""
    codes = {row["code"]: _read_event(row) for row in read_table("cameo_events.tsv", EVENT_COLUMNS)}
    rules: dict[str, tuple[CameoRule, ...]] = {}
    for row in read_table("plover_to_cameo.tsv", RULE_COLUMNS):
        sectors = frozenset(row["sectors"].split())
        rule = CameoRule(row["type"], row["mode"], row["context"], sectors, row["status"], row["code"])
        rules[rule.event] = (*rules.get(rule.event, ()), rule)
    classes = {
        mapping: MappingProxyType(
            {row["root"]: int(row[mapping]) for row in read_table("cameo_classes.tsv", CLASS_COLUMNS)}
        )
        for mapping in CLASS_COLUMNS[1:]
    }
    return CameoEvents(MappingProxyType(codes), MappingProxyType(rules), MappingProxyType(classes))


def _read_event(row: Mapping[str, str]) -> CameoEvent:
    context = tuple(row["context"].split())
    return CameoEvent(
        row["code"], row["name"], float(row["goldstein"]), row["type"] or None, row["mode"] or None, context
    )


def _fits(rule: CameoRule, mode: str, context: Sequence[str], sector: str) -> bool:
    return (
        rule.mode in ("", mode)
        and (not rule.context or rule.context in context)
        and (not rule.sectors or sector in rule.sectors)
    )


def _fits_status(rule: CameoRule, status: str) -> bool:
    return rule.status == status if rule.status else status in TOLD_AS_FACT


def _weight(rule: CameoRule, context: Sequence[str]) -> tuple[bool, bool, int, bool]:
    """Return how much a rule says: the mode first, then a context, the event's own first one before others."""
    place = -context.index(rule.context) if rule.context else -len(context)
    return bool(rule.mode), bool(rule.context), place, bool(rule.sectors)
