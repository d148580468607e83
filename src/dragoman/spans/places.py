"""A sentence in, the places out that it names as where something is: `find_places`.

`place_names` finds the names, `place_position` says which stand where a place stands, `place_choice` which of the
places of that name is meant.  What knowledge calls a state is a country and never its capital, and a name that may be
two places is neither: no place is better than an absurd one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge import Knowledge, Place
from dragoman.records import PlaceMention, Sentence, Span
from dragoman.spans.phrases import WEEKDAY
from dragoman.spans.place_choice import Support, choose_place, narrow
from dragoman.spans.place_names import Named, Told, read_names
from dragoman.spans.place_position import (
    THEN_TO,
    Position,
    find_position,
    is_between,
    is_part_of_name,
    is_strike_of_arms,
)

ALSO = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|\s+and in|,\s+in)\s+(?:in\s+|near\s+|the\s+)?(?:cities of\s+|nearby\s+)?")
# What stands between a town and the country or province behind it: "Tripoli in Lebanon", "Springfield, Illinois".
LIES_IN = re.compile(
    r"(?:,\s+(?:in\s+)?|\s+in\s+|\s+\()(?:the\s+)?(?:(?:far\s+)?(?:north|south|east|west|central)[a-z]*\s+){0,2}"
)
OFF = re.compile(r",?\s+off\s+(?:the\s+coast\s+of\s+)?(?:the\s+)?")  # "in the Red Sea off Yemen"
# What may stand behind a country in commas, or behind the last of a list: not a verb, whose subject it would be.
CLOSES = re.compile(
    rf"\s*(?:[.,;:)!?—–]|$)|\s+(?:{WEEKDAY}|(?:and|or|on|in|at|after|before|as|since|during|while|where|when|amid|for|with|by"
    r"|this|last|early|late|overnight|to|from|over|against|following|despite|province|region|state)\b)"
)
FARTHEST = 80  # characters between a place and the country before it that it belongs to
# Where a country stands behind these, it is a party, a neighbour or what lies on the other side.
NO_COUNTRY = frozenset(
    {"at", "near", "outside", "above", "verb", "strike", "over", "along", "via", "amid", "side", "from"}
)
# Behind these a capital's name may stand for its government.
NO_CAPITAL = frozenset({"at", "verb", "strike", "amid"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A name that stands as a place, with the places that the words beside it leave."""

    named: Named
    position: Position


def find_places(sentence: Sentence, knowledge: Knowledge, context: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """Return the places of a sentence in order, none finer than told.

    `context` are the countries that the article names elsewhere: they decide between towns of one name.  A country or
    province that only says where a town lies ("Lima, Peru") is no place beside it.  Coordinates are those of the
    place's middle.
    """
    text = sentence.text
    told = read_names(text, knowledge)
    placed = _place_names(text, told)
    if not placed:
        return ()
    support = Support(frozenset(code for *_, code in told.countries), frozenset(context))
    sure = _choose(placed, support, knowledge)
    support = replace(support, places=tuple(place for _, place in sure))
    return tuple(_mention(sentence, named, place) for named, place in _choose(placed, support, knowledge))


def _choose(placed: Sequence[Placed], support: Support, knowledge: Knowledge) -> list[tuple[Named, Place]]:
    """Return the places that can be told, with their names; those sure already decide between the others."""
    chosen: list[tuple[Named, Place]] = []
    for item in placed:
        place = choose_place(item.named, item.position.want, support, knowledge.gazetteer)
        if place is not None:
            chosen.append((item.named, place))
    return chosen


def _place_names(text: str, told: Told) -> list[Placed]:
    """Return the names that stand as places, each narrowed by the country or province that the text puts beside it."""
    names, behind = _narrow_names(text, told)
    demonyms = frozenset((start, end) for start, end, _ in told.countries)
    placed: list[Placed] = []
    reached = -1  # where the place before, with what says where it lies, ended
    for number, named in enumerate(names):
        if number in behind:
            reached = named.end if reached >= 0 else reached
            continue
        position = find_position(text, named.start, named.end, demonyms)
        if position is None and placed and reached >= 0:
            position = _continue(text, reached, named, placed[-1].position, demonyms=demonyms)
        if position is not None and named.places and _may_stand(text, named, position):
            placed.append(Placed(named, position))
            reached = named.end
    return placed


def _continue(
    text: str, reached: int, named: Named, position: Position, *, demonyms: frozenset[tuple[int, int]]
) -> Position | None:
    """Return the position of a name that goes on a list of places ("in Lima and Quito", "from Lima to Quito")."""
    words = text[reached : named.start]
    if is_part_of_name(text, named.start, named.end, demonyms):
        return None
    if position.cue in ("from", "move") and THEN_TO.fullmatch(words):
        return Position("move", None)
    if position.cue == "dateline" or ALSO.fullmatch(words) is None:
        return None
    return position if CLOSES.match(text, named.end) else None


def _may_stand(text: str, named: Named, position: Position) -> bool:
    """Say whether a country or a capital is a place there and no party."""
    if position.cue == "strike" and is_strike_of_arms(text[: named.start]):
        return True
    if named.state is not None and position.want is None:
        return position.cue not in NO_COUNTRY
    is_capital = any(place.is_capital for place in named.places)
    return not (is_capital and position.want is None and position.cue in NO_CAPITAL)


def _narrow_names(text: str, told: Told) -> tuple[list[Named], frozenset[int]]:
    """Return the names with the places left to them, and the numbers of those that only say where another lies."""
    names = list(told.names)
    behind: set[int] = set()
    for number in range(len(names) - 1, -1, -1):
        named = names[number]
        owner = _find_owner(text, named, told)
        if owner is not None:
            names[number] = _keep(named, tuple(place for place in named.places if place.country == owner))
            behind |= {other for other in range(number) if _owns(text, names[other], named)}
        elif number + 1 < len(names) and _says_where(text, named, names[number + 1]):
            if OFF.match(text, named.end):
                behind.add(number + 1)
                continue
            wider = names[number + 1].places
            wider = wider[:1] if narrow(named.places, wider[:1]) else wider  # Georgia is the state before the province
            left = narrow(named.places, wider)
            is_apart = text[named.end] == "," and CLOSES.match(text, names[number + 1].end) is not None
            if left:
                behind.add(number + 1)
                _narrow_list(text, names, number, wider)
            if left or (is_apart and named.state is None and not any(place.is_capital for place in named.places)):
                names[number] = _keep(named, left)
    return names, frozenset(behind)


def _keep(named: Named, places: tuple[Place, ...]) -> Named:
    is_state = any(place.resolution == "country" for place in places)
    return replace(named, places=places, state=named.state if is_state else None, is_wary=False)


def _narrow_list(text: str, names: list[Named], last: int, wider: tuple[Place, ...]) -> None:
    """Narrow the names before, where they are a list: "Birmingham and Montgomery in Alabama"."""
    for number in range(last - 1, -1, -1):
        left = narrow(names[number].places, wider)
        if not left or ALSO.fullmatch(text[names[number].end : names[number + 1].start]) is None:
            return
        names[number] = _keep(names[number], left)


def _find_owner(text: str, named: Named, told: Told) -> str | None:
    """Return the country that the words before a place make it belong to: "the Syrian city of", "Turkey's"."""
    before = [(end, code) for _, end, code in told.countries if named.start - FARTHEST <= end < named.start]
    return next((code for end, code in reversed(before) if is_between(text[end : named.start])), None)


def _owns(text: str, owner: Named, named: Named) -> bool:
    return owner.state is not None and owner.end >= named.start - FARTHEST and is_between(text[owner.end : named.start])


def _says_where(text: str, named: Named, wider: Named) -> bool:
    """Say whether the name behind tells where a place lies: it is a state, or a province before it is a town."""
    is_wider = wider.state is not None or _is_province(wider)
    words = text[named.end : wider.start]
    is_sea = bool(named.places) and named.places[0].resolution == "sea"
    return is_wider and bool(LIES_IN.fullmatch(words) or (is_sea and OFF.fullmatch(words)))


def _is_province(named: Named) -> bool:
    """Say whether a name is a province's first of all: no town of its country bears it that is worth a word."""
    if not named.places or named.places[0].resolution != "region":
        return False
    own = named.places[0]
    return not any(
        place.resolution == "city" and place.country == own.country and place.people * 10 > own.people
        for place in named.places
    )


def _mention(sentence: Sentence, named: Named, place: Place) -> PlaceMention:
    span = Span(sentence.start + named.start, sentence.start + named.end)
    return PlaceMention(span, place.name, place.country, place.resolution, place.latitude, place.longitude)
