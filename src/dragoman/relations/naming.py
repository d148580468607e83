"""States as people name them: codes, names and usual other names, turned into the code that events carry.

Comes in: what was typed.  Goes out: `State`; BadUse with the nearest names for what is none.
"""

from collections.abc import Mapping
from difflib import get_close_matches

from dragoman.errors import BadUse
from dragoman.knowledge.names import EXACTLY, STATE_COLUMNS, WARILY
from dragoman.knowledge.tables import read_table, split_cell
from dragoman.ontology import Ontology
from dragoman.relations.model import State

SUGGESTIONS = 3


def find_state(asked: str, ontology: Ontology) -> State:
    """Return the state, territory's state or organisation of a code or name, in any case."""
    code = asked.strip().upper()
    if code in ontology.special or code in ontology.countries:
        return state_of(ontology.fold(code), ontology)
    names = _names(ontology)
    found = names.get(asked.strip().casefold())
    if found is None:
        raise BadUse(f"no state {asked!r}{_hint(asked, names, ontology)}; name a state or its three-letter code")
    return state_of(found, ontology)


def state_of(code: str, ontology: Ontology) -> State:
    """Return the state of a code that events carry; a code that the ontology does not know is its own name."""
    is_known = code in ontology.special or code in ontology.countries
    return State(code, ontology.name_of(code) if is_known else code)


def _names(ontology: Ontology) -> Mapping[str, str]:
    names = {name.casefold(): code for code, name in ontology.special.items()}
    for row in read_table("states.tsv", STATE_COLUMNS):
        if row["code"]:
            for name in split_cell(row["names"]):
                names.setdefault(name.lstrip(EXACTLY + WARILY).casefold(), row["code"])
    for code, country in ontology.countries.items():
        names.setdefault(country.alpha2.casefold(), ontology.fold(code))
        names[country.name.casefold()] = ontology.fold(code)
    return names


def _hint(asked: str, names: Mapping[str, str], ontology: Ontology) -> str:
    near = get_close_matches(asked.strip().casefold(), names, n=SUGGESTIONS)
    codes = list(dict.fromkeys(names[name] for name in near))
    return f"; did you mean {', '.join(f'{ontology.name_of(code)} ({code})' for code in codes)}?" if codes else ""
