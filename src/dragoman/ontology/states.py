"""Countries as the field's formats write them: numbers by year, names by format, and back from those to our codes.

In comes what `data/country_styles.tsv` and `data/cow_years.tsv` hold beside the `Ontology`; out goes `States`.
To add a format's names, add a column to country_styles.tsv and its name to STYLES.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.ontology.loading import load_ontology
from dragoman.ontology.model import Ontology
from dragoman.ontology.tables import read_table

STYLES = ("icews", "polecat", "gdelt", "acled", "phoenix")
STYLE_COLUMNS = ("alpha3", "number", "cameo", "region", *STYLES)
COW_COLUMNS = ("alpha3", "cow", "abbrev", "first", "last")
FIPS_OF_GAZA = "GZ"
EAST_OF_GAZA = 34.6  # degrees: the Gaza Strip ends at 34.57 E, the West Bank begins at 34.88 E


@dataclass(frozen=True, slots=True)
class Membership:
    """A spell in the Correlates of War state system; `last` None while it goes on."""

    number: int
    letters: str
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """What formats write of a country beside its codes; `names` by format, where it is not the ontology's name."""

    number: str | None
    cameo: str
    region: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class States:
    """The countries of the ontology with their styles and their years."""

    ontology: Ontology
    styles: Mapping[str, Style]
    memberships: Mapping[str, tuple[Membership, ...]]
    by_name: Mapping[str, str]
    by_fips: Mapping[str, str]

    def cow(self, code: str, year: int) -> int | None:
        """Return the number that a country has in the Correlates of War list in a year; None where it has none."""
        spells = self.memberships.get(code, ())
        found = [spell.number for spell in spells if spell.first <= year and (spell.last is None or year <= spell.last)]
        return found[-1] if found else None

    def is_country(self, code: str | None) -> bool:
        """Say whether this is a country's code, and not that of an organisation."""
        return code is not None and code in self.ontology.countries

    def name(self, code: str, style: str = "") -> str:
        """Return a country's name as a format writes it; a special code's own name; any other code as it stands."""
        if code in self.ontology.special:
            return self.ontology.special[code]
        country = self.ontology.countries.get(code)
        if country is None:
            return code
        return self.styles[code].names.get(style, country.name)

    def number(self, code: str) -> str | None:
        """Return ISO's number of a country, three digits."""
        return self.styles[code].number if code in self.styles else None

    def cameo(self, code: str) -> str:
        """Return CAMEO's code of a country, which is ISO's but for a few."""
        return self.styles[code].cameo if code in self.styles else code

    def region(self, code: str) -> str | None:
        """Return ACLED's region of a country."""
        return self.styles[code].region if code in self.styles else None

    def fips(self, code: str, longitude: float | None = None) -> str | None:
        """Return the FIPS 10-4 code of a country; Palestine has two, and the longitude tells which."""
        if code == "PSE" and longitude is not None and longitude < EAST_OF_GAZA:
            return FIPS_OF_GAZA
        country = self.ontology.countries.get(code)
        return country.fips if country else None

    def code_of_name(self, name: str) -> str | None:
        """Return the code of a country by its name in any format; None where no format writes it so."""
        return self.by_name.get(_fold(name))

    def code_of_fips(self, fips: str) -> str | None:
        """Return the code of a country by FIPS 10-4."""
        return self.by_fips.get(fips.strip().upper())


def load_states() -> States:
    """Return the countries as the package ships them."""
    ontology = load_ontology()
    styles = {row["alpha3"]: _read_style(row) for row in read_table("country_styles.tsv", STYLE_COLUMNS)}
    spells: dict[str, tuple[Membership, ...]] = {}
    for row in read_table("cow_years.tsv", COW_COLUMNS):
        last = int(row["last"]) if row["last"] else None
        spell = Membership(int(row["cow"]), row["abbrev"], int(row["first"]), last)
        spells[row["alpha3"]] = (*spells.get(row["alpha3"], ()), spell)
    return States(
        ontology,
        MappingProxyType(styles),
        MappingProxyType(spells),
        MappingProxyType(_names(ontology, styles)),
        MappingProxyType(_fips(ontology)),
    )


def _read_style(row: Mapping[str, str]) -> Style:
    names = {style: row[style] for style in STYLES if row[style]}
    return Style(row["number"] or None, row["cameo"] or row["alpha3"], row["region"], MappingProxyType(names))


def _names(ontology: Ontology, styles: Mapping[str, Style]) -> dict[str, str]:
    found = {_fold(name): code for code, style in styles.items() for name in style.names.values()}
    return found | {_fold(country.name): code for code, country in ontology.countries.items()}


def _fips(ontology: Ontology) -> dict[str, str]:
    known = {country.fips: code for code, country in ontology.countries.items() if country.fips}
    return known | {FIPS_OF_GAZA: "PSE"}


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
