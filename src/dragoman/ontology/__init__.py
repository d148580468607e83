"""The ontology room: PLOVER 2.0 and the codes of countries, as data, with their one loader.

It produces the frozen `Ontology` that tells which event types, modes, contexts, sectors, statuses and
country codes there are, and what they score.
"""

from dragoman.ontology.loading import load_ontology
from dragoman.ontology.model import Country, EventType, Ontology

__all__ = ["Country", "EventType", "Ontology", "load_ontology"]
