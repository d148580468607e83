"""The ontology room: PLOVER 2.0, CAMEO and the codes of countries, as data, with their loaders.

It produces the frozen `Ontology` that tells which event types, modes, contexts, sectors, statuses and
country codes there are, and what they score; `CameoEvents`, which tells PLOVER in CAMEO's codes and back; and
`States`, which tells how the field's formats number and name countries.
"""

from dragoman.ontology.cameo import CLASS_MAPPINGS, CameoEvent, CameoEvents, load_cameo
from dragoman.ontology.loading import load_ontology
from dragoman.ontology.model import Country, EventType, Ontology
from dragoman.ontology.states import States, load_states

__all__ = [
    "CLASS_MAPPINGS",
    "CameoEvent",
    "CameoEvents",
    "Country",
    "EventType",
    "Ontology",
    "States",
    "load_cameo",
    "load_ontology",
    "load_states",
]
