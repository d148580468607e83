"""How types compose: a type inside a word around it in, the type of the whole out; and what modality makes of it.

PLOVER's folds: an act of cooperation to come is AGREE, a yielding to come CONCEDE, an act of conflict to come
THREATEN; a cooperation that is not to be is REJECT.  To add a class of words around acts, add it to `wrap`.
"""

from dataclasses import dataclass, replace

from dragoman.records import Predication

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
AHEAD = frozenset({"will", "shall", "to", "would"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
DUTY = frozenset({"should", "must", "ought", "need"})


@dataclass(frozen=True, slots=True)
class Telling:
    """The type of an act, and by which kind of words it is told: wrapper, frame, noun, adjective or verb."""

    event: str
    means: str
    is_settled: bool = False  # modality and negation have had their say


def wrap(kind: str, inner: str | None, *, has_clause: bool = True) -> Telling | None:
    """Return what a class of words makes of the type inside it; None where the words alone tell nothing."""
    if kind == "saying":  # of the other side: a hostile deed of theirs is alleged
        return Telling("ACCUSE" if inner in HOSTILE else str(inner), "wrapper")
    if kind == "going_on":
        return None if inner is None else Telling(inner, "wrapper")
    if kind == "failing":
        return Telling("REJECT", "wrapper") if inner in COOPERATIVE | YIELDING else None
    if kind == "ending":
        kept = {"CONSULT": "CONSULT", **dict.fromkeys(COOPERATIVE - {"CONSULT"}, "SANCTION")}
        event = None if inner is None else kept.get(inner, "RETREAT")
        return None if event is None else Telling(event, "wrapper")
    if kind == "willing" and inner in HOSTILE:
        return Telling("THREATEN" if has_clause and inner != "MOBILIZE" else "AGREE", "wrapper")
    if kind == "coming" and (not has_clause or inner is None):
        return None
    if kind in ("intending", "willing", "coming"):
        event = _intended(inner) if inner is not None else "AGREE" if has_clause else None
        return None if event is None else Telling(event, "wrapper")
    if kind == "demanding":
        return Telling("REQUEST", "wrapper") if has_clause else None
    return Telling({"refusing": "REJECT", "threatening": "THREATEN"}[kind], "wrapper")


def leave_open(inner: str) -> Telling:
    """Return what it tells not to refuse an act: "did not rule out an attack"."""
    return Telling(_intended(inner), "wrapper", is_settled=True)


def _intended(inner: str) -> str:
    """Return the type of a commitment to an act."""
    if inner in COOPERATIVE:
        return "AGREE"
    if inner in YIELDING:
        return "CONCEDE"
    return "THREATEN" if inner in HOSTILE else inner


def fold(told: Telling, part: Predication) -> Telling:
    """Return the type as the act's modality and negation make it."""
    if told.is_settled:
        return replace(told, is_settled=False)
    is_ahead = part.modal in AHEAD or (part.kind == "verb" and part.tense == "infinitive" and part.modal is None)
    if part.is_negated:
        return replace(told, event=_denied(told.event, part, is_ahead=is_ahead))
    if (part.modal in AHEAD or part.modal in POSSIBLE) and part.tense != "past":  # "may have launched" is no plan
        return replace(told, event=_intended(told.event))
    return told


def _denied(event: str, part: Predication, *, is_ahead: bool) -> str:
    if part.kind == "adjective" and event == "SUPPORT":
        return "ACCUSE"  # "is not satisfied with"
    if event in COOPERATIVE | YIELDING | {"REQUEST"}:
        return "REJECT"
    if event in HOSTILE:
        return "AGREE" if is_ahead else "REJECT"
    return "AGREE" if event == "REJECT" and is_ahead else event


def fold_status(event: str, status: str) -> str:
    """Return the type of an act that is told with a PLOVER status other than actual."""
    if status == "negation":
        return "REJECT" if event in COOPERATIVE | YIELDING else event
    return _intended(event) if status in ("future", "hypothetical") else event
