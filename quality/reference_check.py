"""Holds our tables of CAMEO, countries and Correlates of War years against the reference beside the checkout.

    python quality/reference_check.py

Comes in: ../shared/reference, where it is there.  Goes out: every difference that has no reason written down here, and
exit status 1; without the reference, one line and 0.  Neither the product nor `make test` needs it.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.ontology import CameoEvent, load_cameo, load_states

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
LAST_YEAR = 2016  # of the reference's membership list; members of that year still are
OLD_MODES = frozenset(
    "ban political return ease pro_autocracy massacre cleansing assassinate boycott heavy-weapons".split()
)
# Codes whose type differs, and why: the reference was mapped to an older PLOVER.
TYPE_REASONS = {
    **dict.fromkeys("016 018 019 109 0357 1641 1642 1643".split(), "the reference maps none of these"),
    **dict.fromkeys(("055", "056"), "PLOVER 2.0: apologies and pardons are CONCEDE"),
    "116": "PLOVER 2.0: a verdict is SANCTION",
    "163": "PLOVER 2.0: an embargo is SANCTION",
    "0831": "PLOVER 2.0: resigning is RETREAT",
}
MODE_REASONS = {
    **dict.fromkeys(("045", "09", "11", "084", "1823"), "the reference gives no mode"),
    **dict.fromkeys(("105", "124", "1241", "1242"), "asking to yield and refusing to are `yield`"),
    **dict.fromkeys(("128", "129"), "defying law and vetoing refuse nobody's demand to yield"),
    **dict.fromkeys(("183",), "a bomb is not told to be of a suicide"),
    **dict.fromkeys(("133", "139"), "neither breaks relations"),
    **dict.fromkeys(("087", "0874"), "falling back is not disarming"),
    "112": "accusing is `allege`",
    "114": "complaining officially is `disapprove`",
    "1712": "destroying is not seizing",
}
# States of the list that have no ISO code of today, and one year on which two numbers meet.
GONE = frozenset("AUH BAD BAV GDR HAN HSE HSG KOR MEC MOD PAP PMA RVN SAX SIC TUS WRT YPR ZAN".split())
YEAR_REASONS = {("YAR", 1990): "from 1990 Yemen has the number of the united state"}


def main() -> int:
    """Print what differs without a reason, and return the exit status."""
    if not REFERENCE.is_dir():
        print("no ../shared/reference beside the checkout; nothing was checked")
        return 0
    found = [*check_cameo(), *check_years(), *check_numbers()]
    for line in found:
        print(line)
    print(f"{len(found)} differences without a reason")
    return 1 if found else 0


def check_cameo() -> Iterator[str]:
    """Yield codes that are missing, scored otherwise, or mapped otherwise without a reason."""
    cameo = load_cameo()
    for row in read_reference("cameo.tsv"):
        ours = cameo.get(row["cameo"])
        if ours is None:
            yield f"CAMEO {row['cameo']} is missing"
            continue
        if row["goldstein"] and float(row["goldstein"]) != ours.goldstein:
            yield f"CAMEO {ours.code}: Goldstein {ours.goldstein}, reference {row['goldstein']}"
        yield from check_mapping(ours, row)


def check_mapping(ours: CameoEvent, row: dict[str, str]) -> Iterator[str]:
    """Yield a type or mode that differs without a reason; appeals and promises to yield are PLOVER 2.0's own."""
    is_appeal = ours.root == "02" and not row["plover"]
    is_promise = ours.base == "035" and row["plover"] == "AGREE"
    if (ours.event or "") != row["plover"]:
        if not (is_appeal or is_promise or ours.code in TYPE_REASONS):
            yield f"CAMEO {ours.code}: {ours.event}, reference {row['plover'] or 'nothing'}"
    elif (ours.mode or "") != row["mode"] and row["mode"] not in OLD_MODES and ours.code not in MODE_REASONS:
        yield f"CAMEO {ours.code}: mode {ours.mode}, reference {row['mode'] or 'none'}"


def check_years() -> Iterator[str]:
    """Yield spells of membership in the Correlates of War list that differ."""
    states = load_states()
    ours = {
        (spell.letters, spell.number, year)
        for spells in states.memberships.values()
        for spell in spells
        for year in range(spell.first, (spell.last or LAST_YEAR) + 1)
    }
    theirs = {
        (row["cow_abbrev"], int(row["cow_number"]), year)
        for row in read_reference("cow_membership.tsv")
        if row["cow_abbrev"] not in GONE
        for year in range(int(row["first_year"]), int(row["last_year"]) + 1)
    }
    for letters, number, year in sorted(ours ^ theirs):
        if (letters, year) not in YEAR_REASONS:
            whose = "ours" if (letters, number, year) in ours else "the reference's"
            yield f"COW {letters} {number} in {year}: only {whose}"


def check_numbers() -> Iterator[str]:
    """Yield countries whose ISO number differs."""
    states = load_states()
    for row in read_reference("country_codes.tsv"):
        ours = states.number(row["iso3"])
        if row["iso3"] in states.styles and row["m49"] and int(ours or 0) != int(row["m49"]):
            yield f"{row['iso3']}: number {ours}, reference {row['m49']}"


def read_reference(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the reference."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


if __name__ == "__main__":
    sys.exit(main())
