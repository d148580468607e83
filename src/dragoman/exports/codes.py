"""The codes that exports speak in, loaded once and handed to every column.

Nothing comes in but the package's data; out goes `Codes`: ontology, CAMEO, countries, groups that CAMEO knows by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.ontology import CameoEvents, Ontology, States, load_cameo, load_states


@dataclass(frozen=True, slots=True)
class Codes:
    """All code lists; `groups` has CAMEO's letters of a named organisation by its entity id."""

    states: States
    cameo: CameoEvents
    groups: Mapping[str, str]

    @property
    def ontology(self) -> Ontology:
        """PLOVER's types, modes, sectors and countries."""
        return self.states.ontology


def load_codes() -> Codes:
    """Return all code lists as the package ships them."""
    return Codes(load_states(), load_cameo(), MappingProxyType(_read_groups()))


def _read_groups() -> dict[str, str]:
    try:
        text = (files("dragoman.exports") / "data" / "cameo_groups.tsv").read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"exports/data/cameo_groups.tsv cannot be read: {problem}; reinstall the package") from problem
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(cells) != len(lines[0]) for cells in lines):
        raise DataError("exports/data/cameo_groups.tsv: each line has an id and a group; reinstall the package")
    return {cells[0]: cells[1] for cells in lines[1:]}
