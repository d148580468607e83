"""A sentence in, the places out that it names as where something is: `find_places`.

Only a name that knowledge has, behind a preposition of place, and not part of a longer name.  What knowledge calls a
state is a country and never its capital.  To let another preposition place things, add it to WHERE.
"""

import re

from dragoman.knowledge import Knowledge, KnownName, NameHit
from dragoman.records import PlaceMention, Sentence, Span
from dragoman.spans.phrases import WEEKDAY

WHERE = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|off|inside|across|throughout|around|within|along)\s+"
    r"(?:(?:the|(?:north|south|east|west)(?:ern)?|central|(?:north|south)-?(?:east|west)(?:ern)?|neighbou?ring|nearby"
    r"|(?:the\s)?coast of|downtown|occupied|rural|parts of|the city of|the capital,?)\s+){0,4}$",
    re.IGNORECASE,
)
# Capitalised words that may stand before a place without being part of its name.
BESIDE = re.compile(
    r"Northern|Southern|Eastern|Western|Central|The|In|At|Near|Outside|Off|Across|Around|Inside|Within|Over"
)
ALSO = re.compile(r"\s*(?:,|,?\s+and|\s+or)\s+(?:in\s+|the\s+)?")  # "in Lima and Quito", "in Lima, Peru"
# Knowledge kinds that are places, finest last; a region's id tells a town or a sea from a stretch of land.
RESOLUTIONS = {"state": "country", "capital": "city", "region": "region"}
SORTS = {"sea": "sea", "city": "city"}


def find_places(sentence: Sentence, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """Return the places of a sentence in order, none finer than told; coordinates stay empty."""
    found: list[PlaceMention] = []
    last_end = -1  # where the place before ended, in the sentence
    for hit in knowledge.find_names(sentence.text):
        place = _place_of(hit)
        start, end = hit.span.start, hit.span.end
        if place is None or _is_part_of_name(sentence.text, start, end):
            continue
        is_joined = last_end >= 0 and ALSO.fullmatch(sentence.text[last_end:start]) is not None
        if is_joined or WHERE.search(sentence.text, max(0, start - 80), start):
            found.append(_mention(sentence, hit, place))
            last_end = end
    return tuple(found)


def _place_of(hit: NameHit) -> KnownName | None:
    """Return the name's reading as a place; the likeliest where it has several."""
    return next((name for name in hit.names if name.kind in RESOLUTIONS), None)


def _is_part_of_name(text: str, start: int, end: int) -> bool:
    """Say whether a hit is a piece of a longer name ("Peru Street"), a possessor, or an attribute ("Lima-based")."""
    is_owner = re.match(r"['’]s?\b|-\w", text[end:]) is not None
    is_begun = re.match(rf"\s+(?!{WEEKDAY}\b)[A-Z][a-z]", text[end:]) is not None
    before = re.search(r"(?:\w-|(?:^|\s)[A-Z][\w’'-]*\s)$", text[:start])
    is_ended = before is not None and not BESIDE.fullmatch(before.group().strip())
    return is_owner or is_begun or is_ended


def _mention(sentence: Sentence, hit: NameHit, place: KnownName) -> PlaceMention:
    resolution = RESOLUTIONS[place.kind]
    if place.kind == "region":
        resolution = SORTS.get(place.entity_id.split(":")[0], resolution)
    span = Span(sentence.start + hit.span.start, sentence.start + hit.span.end)
    return PlaceMention(span, place.name, place.code, resolution)
