"""How an export is cited, and under which terms its parts stand.

In come a format and what was written; out go the words for codebook and data package.
"""

from types import MappingProxyType

from dragoman.exports.formats import Format

SCHEMES = MappingProxyType(
    {
        "plover": "Open Event Data Alliance: PLOVER 2.0, the Political Language Ontology for Verifiable Event Records.",
        "cameo": "Schrodt, P. A., Yilmaz, O. and Gerner, D. J.: CAMEO, Conflict and Mediation Event Observations.",
        "gdelt": "Leetaru, K. and Schrodt, P. A.: GDELT, Global Data on Events, Location and Tone (file format).",
        "icews": "Boschee, E. and others: ICEWS Coded Event Data, Harvard Dataverse (file format).",
        "polecat": "Halterman, A. and others (2023): POLECAT, Harvard Dataverse (file format).",
        "acled": "Raleigh, C. and others: ACLED, Armed Conflict Location and Event Data (file format and labels).",
        "phoenix": "Open Event Data Alliance: Phoenix data set (file format).",
        "cow": "Correlates of War Project: State System Membership List, version 2016.",
    }
)
LICENCES = (
    (
        "CC-BY-SA-4.0",
        "event types, modes and contexts after PLOVER 2.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    ("CC-BY-4.0", "coordinates and names of places after GeoNames", "https://creativecommons.org/licenses/by/4.0/"),
)
RIGHTS = "Titles and sentences are quotations of the outlets named, and stay theirs."
WARNING = "Coded by a machine from news reports: reports are claims, and counting reports is not counting events."


def citation(layout: Format, *, version: str, created: str, coders: tuple[str, ...]) -> str:
    """Return how this export is cited, in one line."""
    made = " and ".join(coders) or f"dragoman {version}"
    return f"Events coded by {made}, exported as {layout.title} by Dragoman {version} on {created[:10]}."


def schemes(layout: Format) -> tuple[str, ...]:
    """Return the works whose scheme or format the export speaks, which are to be cited with it."""
    names = ["plover"]
    if "cameo" in layout.needs:
        names.append("cameo")
    if layout.name == "polecat":
        names.append("cow")
    if layout.name in SCHEMES and layout.name not in names:
        names.append(layout.name)
    return tuple(SCHEMES[name] for name in names)
