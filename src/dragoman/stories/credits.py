"""Who answers for an article's words: the agency that it credits, else its outlet.

In comes an article, out goes the agency's name, or None where none is credited.  A credit stands where papers put it:
in the dateline ("LIMA, May 3 (Reuters) -", "BAKU, Azerbaijan, May 3. /Trend/"), in the byline, in a last line of its
own ("(AP)", "© AFP", "Source: Interfax"), or behind "Reporting by".  A mention in the text ("told Reuters") is none,
nor is "with agencies", which names none.  Known agencies stand in `agencies.tsv`; a name that is not there is believed
in a dateline, where nothing else stands in brackets between the place and the dash, and in brackets at the end where it
says itself that it is one.
"""

import functools
import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import DataError
from dragoman.records import Article, normalise

_NAME = r"(?P<name>[^\W\d_][\w.&' -]{0,38}[\w.])"
_DATELINE = re.compile(
    rf"^(?P<place>[^()\n/]{{0,60}}?)[\s,.]*(?:\({_NAME}\)|/(?P<slashed>[^/()\n]{{2,40}})/)\s*(?P<dash>[-–—:.]+)?\s*\S"
)
_DASHED = re.compile(rf"^(?P<place>[^()\n–—-]{{2,60}}?,? [^()\n–—-]{{0,20}}\d)\.? [-–—] {_NAME}\. ")
_LAST_LINE = (
    re.compile(rf"(?:^|[.!?\"”’]\s+)[(\[]{_NAME}[)\]]\.?$"),
    re.compile(rf"^(?:©|\(c\)|copyright)\s*(?:\d{{4}}\s*)?{_NAME}\.?$", re.IGNORECASE),
    re.compile(rf"^(?:source|agency|via|by|from)\s*:?\s+{_NAME}\.?$", re.IGNORECASE),
    re.compile(rf"^[-–—]+\s*{_NAME}\.?$"),
    re.compile(rf"^{_NAME}\.?$"),
)
_REPORTING = re.compile(
    rf"\(?\b(?:reporting|writing|editing) by\b[^()\n]*(?:[;,/]|\bfor\b)\s*{_NAME}\)?\.?$", re.IGNORECASE
)
_REPORTING_ALONE = re.compile(r"\(reporting by [^()]+; (?:writing|editing|compiled) by [^()]+\)$", re.IGNORECASE)
_SAYS_AGENCY = re.compile(r"\b(?:news|press|agency|wire|newswire|presse|agencia|agence)\b", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_HAS_DATE = re.compile(rf"\b{_MONTH}\.? \d|\d {_MONTH}\b")
_BYLINE_PARTS = re.compile(r"\s*(?:,|\||/|;| and | for | of | - | – |\(|\))\s*", re.IGNORECASE)
_LONGEST_LINE = 60  # characters of a last line that is a credit and nothing else


def find_credit(article: Article) -> str | None:
    """Return the agency that an article credits as its reporter, or is published by; None where there is none."""
    return (
        _credit_in_dateline(article.paragraphs[0] if article.paragraphs else "")
        or _credit_in_byline(article.author)
        or _credit_at_end(article.paragraphs)
        or known_agency(article.outlet)
    )


def known_agency(name: str | None) -> str | None:
    """Return the name to show of a known agency, given by any of its names or hosts; None for all others."""
    return _agencies().get(_fold_name(name)) if name else None


def _credit_in_dateline(text: str) -> str | None:
    found = _DATELINE.match(text)
    if found is None:
        found = _DASHED.match(text)
        return known_agency(found["name"]) if found else None
    name = (found["name"] or found["slashed"]).strip()
    known = known_agency(name)
    if known:
        return known if found["dash"] or found["slashed"] or not found["place"] else None
    is_dateline = found["dash"] not in (None, ".") and (
        _is_capitals(found["place"]) or _HAS_DATE.search(found["place"])
    )
    return name if is_dateline and (_SAYS_AGENCY.search(name) or _HAS_DATE.search(found["place"])) else None


def _is_capitals(place: str) -> bool:
    first = re.split(r"[,(]", place)[0].strip()
    return len(first) > 1 and first.isupper()


def _credit_in_byline(author: str | None) -> str | None:
    if not author:
        return None
    parts = _BYLINE_PARTS.split(re.sub(r"^by\s+", "", author.strip(), flags=re.IGNORECASE))
    return next((agency for part in parts if (agency := known_agency(part))), None)


def _credit_at_end(paragraphs: tuple[str, ...]) -> str | None:
    if not paragraphs:
        return None
    last = paragraphs[-1].strip()
    reporting = _REPORTING.search(last)
    if reporting and (agency := known_agency(reporting["name"])):
        return agency
    if _REPORTING_ALONE.search(last):  # the closing line in this form is Reuters' own
        return "Reuters"
    forms = _LAST_LINE if len(last) <= _LONGEST_LINE else _LAST_LINE[:1]
    for number, form in enumerate(forms):
        found = form.search(last)
        if found is None:
            continue
        known = known_agency(found["name"])
        if known or (number == 0 and len(last) <= _LONGEST_LINE and found.start() == 0 and _SAYS_AGENCY.search(last)):
            return known or found["name"]
    return None


def _fold_name(name: str) -> str:
    return normalise(re.sub(r"^(?:https?://)?(?:(?:www\d?|m|en|amp)\.|the\s+)?", "", name.strip().casefold()))


@functools.cache
def _agencies() -> Mapping[str, str]:
    try:
        text = (files("dragoman.stories") / "agencies.tsv").read_text(encoding="utf-8")
    except OSError as problem:
        raise DataError(f"stories/agencies.tsv cannot be read: {problem}; reinstall the package") from problem
    lines = [line for line in text.splitlines() if line and not line.startswith("#")][1:]
    known: dict[str, str] = {}
    for line in lines:
        shown, _, names = line.partition("\t")
        known |= {_fold_name(name): shown for name in names.split(" | ")}
    return MappingProxyType(known)
