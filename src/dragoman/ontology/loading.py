"""From the package's data files to an `Ontology`.

In come `data/plover.toml` and `data/countries.tsv`; out goes one frozen record.  A broken file is a
`DataError` that names the file and the line.
"""

import tomllib
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.ontology.model import Country, EventType, Ontology

COLUMNS = ("alpha3", "alpha2", "name", "fips", "cow", "gw", "part_of")


def load_ontology() -> Ontology:
    """Return PLOVER 2.0 with its country codes, as the package ships it."""
    try:
        plover = tomllib.loads(_read_data("plover.toml"))
    except tomllib.TOMLDecodeError as problem:
        raise DataError(f"ontology/data/plover.toml is no TOML: {problem}; reinstall the package") from problem
    try:
        return Ontology(
            event_types=MappingProxyType({name: _read_type(name, given) for name, given in plover["event"].items()}),
            statuses=MappingProxyType(plover["status"]),
            contexts=tuple(plover["context"]["codes"]),
            sectors=MappingProxyType({**plover["sector"]["frequent"], **plover["sector"]["other"]}),
            special=MappingProxyType(plover["special"]),
            countries=_read_countries(_read_data("countries.tsv")),
        )
    except KeyError as problem:
        raise DataError(f"ontology/data/plover.toml lacks {problem}; reinstall the package") from problem


def _read_data(name: str) -> str:
    try:
        return (files("dragoman.ontology") / "data" / name).read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"ontology/data/{name} cannot be read: {problem}; reinstall the package") from problem


def _read_type(name: str, given: dict[str, object]) -> EventType:
    modes = given.get("modes", {})
    quad, score = given["quad"], given["score"]
    if not (isinstance(quad, int) and isinstance(score, float) and isinstance(modes, dict)):
        raise DataError(f"ontology/data/plover.toml: {name} needs a whole quad, a decimal score and a table of modes")
    return EventType(name, quad, score, str(given["definition"]), MappingProxyType(modes))


def _read_countries(text: str) -> MappingProxyType[str, Country]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    countries: dict[str, Country] = {}
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or cells[0] in countries:
            raise DataError(f"ontology/data/countries.tsv, line {number}: not {len(COLUMNS)} cells, or a code twice")
        countries[cells[0]] = _read_country(cells)
    return MappingProxyType(countries)


def _read_country(cells: list[str]) -> Country:
    alpha3, alpha2, name, fips, cow, gw, part_of = cells
    return Country(
        alpha3, alpha2, name, fips or None, int(cow) if cow else None, int(gw) if gw else None, part_of or None
    )
