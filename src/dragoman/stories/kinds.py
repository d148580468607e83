"""Which event types two reports of one happening may give it.

In come two types, out goes how well they go together, 1 for the same and 0 for types that no outlet takes for
each other.  `RELATED` is the whole table, each group with its reason; to add one, write it there with its own.
"""

from collections.abc import Mapping
from itertools import combinations
from types import MappingProxyType

# (types, how well they go together, why)
RELATED: tuple[tuple[tuple[str, ...], float, str], ...] = (
    (("ASSAULT", "COERCE"), 0.6, "a raid is an attack to one outlet and an arrest or a seizure to the next"),
    (("ACCUSE", "REJECT"), 0.5, "an answer that refuses and blames is told by either half"),
    (("ACCUSE", "REQUEST"), 0.4, "a letter that condemns and demands is told by either half"),
    (("ACCUSE", "THREATEN"), 0.4, "a warning is told as blame"),
    (("REQUEST", "THREATEN"), 0.4, "an ultimatum asks and threatens"),
    (("REQUEST", "REJECT"), 0.2, "a call to stop is a refusal to the other side"),
    (("REJECT", "COERCE"), 0.4, "turning someone away is a refusal in the capital and force at the border"),
    (("REJECT", "SANCTION"), 0.3, "a refusal to go on with something ends it"),
    (("SANCTION", "COERCE"), 0.5, "a ban and a seizure are one measure"),
    (("SANCTION", "ACCUSE"), 0.2, "a recall of envoys comes with its blame"),
    (("AGREE", "SUPPORT"), 0.6, "a signed paper is an accord or an act of support"),
    (("AGREE", "COOPERATE"), 0.6, "what is agreed is told as done"),
    (("AGREE", "CONSULT"), 0.4, "talks are told by what they led to"),
    (("AGREE", "CONCEDE"), 0.6, "an offer that is taken up is a concession and a deal"),
    (("CONSULT", "COOPERATE"), 0.4, "a joint commission meets and works"),
    (("CONSULT", "SUPPORT"), 0.3, "a visit is told by the backing voiced at it"),
    (("COOPERATE", "SUPPORT"), 0.5, "a ratified treaty is either"),
    (("COOPERATE", "AID"), 0.5, "goods that are shared are given"),
    (("COOPERATE", "MOBILIZE"), 0.4, "joint drills are told as one side's march"),
    (("AID", "SUPPORT"), 0.4, "a pledge made good is help or backing"),
    (("CONCEDE", "RETREAT"), 0.6, "letting go is a concession carried out"),
    (("CONCEDE", "SUPPORT"), 0.3, "a gesture is either"),
    (("RETREAT", "AGREE"), 0.3, "an exchange is a release and a deal"),
    (("MOBILIZE", "THREATEN"), 0.5, "drills at a border are a threat to those beyond it"),
    (("MOBILIZE", "ASSAULT"), 0.2, "a weapon fired is a test or an attack"),
    (("PROTEST", "ASSAULT"), 0.3, "a riot is a protest and an attack"),
    (("PROTEST", "REQUEST"), 0.3, "a march is told by what it demands"),
    (("PROTEST", "ACCUSE"), 0.2, "a march is told by whom it blames"),
)


def _pair_up() -> Mapping[frozenset[str], float]:
    pairs: dict[frozenset[str], float] = {}
    for types, likeness, _ in RELATED:
        pairs |= {frozenset(pair): likeness for pair in combinations(types, 2)}
    return MappingProxyType(pairs)


_PAIRS = _pair_up()


def likeness_of_types(one: str, other: str) -> float:
    """Return how well two event types go together as tellings of one happening, 0 to 1."""
    return 1.0 if one == other else _PAIRS.get(frozenset({one, other}), 0.0)
