"""Which of the places that bear a name is meant, and how finely that can be said: `choose_place`.

In come the name, what the words beside it want, and the countries and places that speak for one reading; out goes a
place, the country alone, or None.  The figures below were set on tests/spans/place_sentences.tsv and looked at on news
pages; run `pytest tests/spans/test_place_sentences.py` again before touching one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge import Gazetteer, Place
from dragoman.spans.place_names import Named

# A place's weight is its people; a capital, and a name that knowledge lists, are named more often than its people say.
CAPITAL, LISTED, REGION, ALIAS = 5.0, 6.0, 0.2, 0.1
LISTED_CAPITAL = 8e6  # the least weight of a capital that knowledge lists: Washington is no province
BY_HAND, BY_HAND_ANYWHERE = 1e6, 1e8  # the weight of a place that places.tsv has, in a country and in none
SURE = 8.0  # times as weighty as the next: that one is meant, where nothing speaks for another
SURE_CAPITAL = 2.0  # the same for a capital among other places of its own country
OUTSHINES = 100.0  # times as weighty: that one is meant, though its country is not named and the other's is
BLURS = 40.0  # from here up to OUTSHINES both may be meant
NEAR_KM = 300.0
LARGE_TOWN = 150_000  # people: below, the bare name of a town and its province may as well be the province's
KNOWN_TOWN = 500_000  # people: below, a town in a country that nobody speaks of is likelier a namesake not known here
KNOWN_ALIAS = 300_000
SHORTEST = 4  # letters: a shorter name is a town only where its country is named

Group = tuple[str | None, str]  # a country, and a province where the country has several towns of the name


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a country: `told` in the sentence, `context` in the article; and the places sure already."""

    told: frozenset[str]
    context: frozenset[str]
    places: tuple[Place, ...] = ()


def choose_place(named: Named, want: str | None, support: Support, gazetteer: Gazetteer) -> Place | None:
    """Return the place meant, as fine as is sure; None where even the country is not."""
    if named.is_wary:
        return None
    if named.state is not None:
        return _choose_state(named, want, support)
    groups = _group(_fitting(named, want))
    if not groups:
        return None
    weights = {key: max(weigh(place, named) for place in places) for key, places in groups.items()}
    key = _choose_group(weights, support) or _choose_nearest(groups, support.places)
    if key is not None:
        chosen = _choose_sort(groups[key], want)
        is_alone = len({country for country, _ in groups}) == 1
        return chosen if _is_credible(chosen, named, support, gazetteer, is_alone=is_alone) else None
    countries = {country for country, _ in groups}
    only = next(iter(countries)) if len(countries) == 1 else None
    return gazetteer.country(only) if only else None


def _choose_state(named: Named, want: str | None, support: Support) -> Place | None:
    """Return the state, or the province of another that bears its name, where a place of that other stands beside."""
    state, others = named.places[0], [place for place in named.places[1:] if place.country != named.places[0].country]
    if want == "region" and others:
        return others[0]
    beside = {place.country for place in support.places if place.resolution in ("city", "region")}
    other = next((place for place in others if place.country in beside and state.country not in beside), None)
    if other is not None:
        return other
    is_blurred = any(place.country in support.context for place in others) and state.country not in support.context
    return None if is_blurred else state


def narrow(places: Iterable[Place], qualifier: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places that lie in any of the qualifier's countries or regions."""
    wider = [place for place in qualifier if place.resolution in ("country", "region")]
    return tuple(place for place in places if any(_lies_in(place, other) for other in wider))


def weigh(place: Place, named: Named) -> float:
    """Return how likely a place is meant by its bare name, in people."""
    if place.is_by_hand:
        return max(BY_HAND if place.country else BY_HAND_ANYWHERE, float(place.people))
    weight = max(float(place.people), 1.0)
    if place.resolution == "region":
        weight *= REGION
    if place.is_capital:
        weight = max(weight * CAPITAL, LISTED_CAPITAL if place.country in named.known else 0.0)
    elif place.country in named.known and not named.is_capital:
        weight *= LISTED
    is_short_form = place.name.lower().startswith(named.text.lower())
    return weight if place.is_own_name or is_short_form else weight * ALIAS


def _lies_in(place: Place, other: Place) -> bool:
    if place.country != other.country or place is other or place.resolution == "country":
        return False
    return other.resolution == "country" or (
        place.resolution == "city" and (place.province == other.name or place.distance_km(other) < NEAR_KM / 2)
    )


def _fitting(named: Named, want: str | None) -> tuple[Place, ...]:
    """Return the places of the sort that the words beside the name want, in each country those by hand alone."""
    places = named.places
    if want in ("region", "city"):
        wanted = tuple(place for place in places if place.resolution == want)
        places = wanted or (() if want == "region" and not any(place.is_by_hand for place in places) else places)
    by_hand = {place.country for place in places if place.is_by_hand}
    return tuple(place for place in places if place.is_by_hand or place.country not in by_hand)


def _group(places: Iterable[Place]) -> Mapping[Group, tuple[Place, ...]]:
    """Return the places by country, and by province where a country has several towns of the name."""
    groups: dict[Group, tuple[Place, ...]] = {}
    for place in places:
        region = place.name if place.resolution == "region" else place.province
        is_capital_area = place.is_capital or place.is_by_hand
        key = place.country, "" if is_capital_area else region
        groups[key] = (*groups.get(key, ()), place)
    return _merge_namesakes(groups)


def _merge_namesakes(
    groups: Mapping[Group, tuple[Place, ...]],
) -> Mapping[Group, tuple[Place, ...]]:
    """Return the groups with a capital's own province in the capital's group."""
    merged: dict[Group, tuple[Place, ...]] = {}
    for (country, region), places in groups.items():
        own = groups.get((country, ""), ())
        is_own = any(place.province == region and place.is_capital for place in own)
        key = (country, "") if is_own else (country, region)
        merged[key] = (*merged.get(key, ()), *places)
    return merged


def _choose_group(weights: Mapping[Group, float], support: Support) -> Group | None:
    """Return the group that outweighs the others, those of supported countries first."""
    ranked = sorted(weights, key=lambda key: -weights[key])
    if ranked[0][1] == "" and len({country for country, _ in ranked}) == 1:
        return ranked[0]  # a capital, or a place by hand, among its own namesakes
    for codes in (support.told, support.context):
        backed = [key for key in ranked if key[0] in codes]
        if not backed:
            continue
        best, rival = backed[0], next((key for key in ranked if key[0] not in codes), None)
        ratio = weights[rival] / weights[best] if rival else 0.0
        if rival is not None and ratio >= OUTSHINES:
            return rival
        return best if ratio < BLURS and _is_sure(backed, weights) else None
    return ranked[0] if _is_sure(ranked, weights) else None


def _is_sure(ranked: Sequence[Group], weights: Mapping[Group, float]) -> bool:
    """Say whether the first of the groups outweighs the second enough."""
    if len(ranked) == 1:
        return True
    first, second = ranked[:2]
    is_capital = first[1] == "" and first[0] == second[0]
    return weights[first] >= (SURE_CAPITAL if is_capital else SURE) * weights[second]


def _choose_nearest(groups: Mapping[Group, tuple[Place, ...]], sure: tuple[Place, ...]) -> Group | None:
    """Return the one group that has a place near one that is sure already."""
    near = [
        key
        for key, places in groups.items()
        if any(
            place.distance_km(other) < NEAR_KM
            for place in places
            for other in sure
            if other.resolution in ("city", "region")
        )
    ]
    return near[0] if len(near) == 1 else None


def _choose_sort(places: tuple[Place, ...], want: str | None) -> Place:
    """Return the town or its province: where the bare name may be either, the wider."""
    towns = [place for place in places if place.resolution == "city"]
    towns.sort(key=lambda place: (not place.is_own_name, -place.people))
    regions = [place for place in places if place.resolution != "city"]
    if want == "district" and towns and not regions:
        return replace(towns[0], resolution="region")
    if not (towns and regions):
        return (towns or regions)[0]
    by_hand = next((place for place in places if place.is_by_hand), None)
    if by_hand is not None:
        return by_hand
    is_town = want == "city" or (want is None and (towns[0].is_capital or towns[0].people >= LARGE_TOWN))
    return towns[0] if is_town else regions[0]


def _is_credible(place: Place, named: Named, support: Support, gazetteer: Gazetteer, *, is_alone: bool) -> bool:
    """Say whether a place may be named without its country: not a small town that nobody speaks of.

    `is_alone` tells that no other country has a place of the name.
    """
    codes = support.told | support.context
    if place.is_by_hand or place.is_capital or place.country in codes or place.country in named.known:
        return True
    if len(named.text) < SHORTEST or (codes and not is_alone):
        return False
    if any(place.country in gazetteer.neighbours(code) for code in support.told):
        return True
    if not place.is_own_name:
        return place.people >= KNOWN_ALIAS
    return not codes or place.people >= KNOWN_TOWN
