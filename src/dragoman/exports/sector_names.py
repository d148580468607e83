"""PLOVER sectors in the words of ICEWS, and back.

In comes a sector or a word; out goes the other.  ICEWS has more words than PLOVER has sectors: several lead to one.
"""

from types import MappingProxyType

ICEWS_WORD = MappingProxyType(
    {
        "GOV": "Government",
        "MIL": "Military",
        "COP": "Police",
        "JUD": "Judicial",
        "LEG": "Legislative / Parliamentary",
        "SPY": "Intelligence",
        "PTY": "Parties",
        "OPP": "Opposition Major Party (Out Of Government)",
        "REB": "Rebel",
        "PRM": "Organized Violent",
        "UAF": "Unidentified Forces",
        "CRM": "Criminals / Gangs",
        "CVL": "General Population / Civilian / Social",
        "BUS": "Business",
        "LAB": "Labor",
        "AGR": "Agricultural",
        "EDU": "Education",
        "JRN": "Media",
        "MED": "Medical / Health",
        "REF": "Refugees",
        "REL": "Religious",
        "SOC": "Nongovernmental Organizations",
        "ELI": "Elite",
        "PRE": "Partially Recognized",
    }
)
FURTHER_WORDS = MappingProxyType(
    {
        "executive": "GOV",
        "executive office": "GOV",
        "cabinet": "GOV",
        "ministry": "GOV",
        "army": "MIL",
        "navy": "MIL",
        "air force": "MIL",
        "upper house": "LEG",
        "lower house": "LEG",
        "insurgents": "REB",
        "separatists": "REB",
        "rebels": "REB",
        "dissident": "OPP",
        "protestors / popular opposition / mobs": "CVL",
        "civilian": "CVL",
        "social": "CVL",
        "ngos": "SOC",
        "human rights ngos": "SOC",
        "radicals / extremists / fundamentalists": "REB",
        "students": "EDU",
        "unions": "LAB",
    }
)


def icews_word(sector: str) -> str:
    """Return the word of ICEWS for a sector."""
    return ICEWS_WORD.get(sector, sector)


def sector_of_word(word: str) -> str | None:
    """Return the PLOVER sector behind a word of ICEWS; None where PLOVER has none."""
    folded = word.strip().casefold()
    known = {name.casefold(): sector for sector, name in ICEWS_WORD.items()}
    return known.get(folded) or FURTHER_WORDS.get(folded)
