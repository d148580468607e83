"""Which country a sentence is at home in: there "the government" and "protesters" go without their country.

In: the sentences of an article, seen.  Out: a country code by sentence number.  A sentence is at home where it
opens by saying so ("In neighbouring Niger, …"), else where its paragraph's dateline is, else where the
article's is, if the article speaks of that country more than of all others together, else in the country that
nearly all states and towns told are of.  A sentence that
names another country is at home nowhere.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.actors.view import View
from dragoman.knowledge import Knowledge, KnownName

DATELINE = re.compile(
    r"(?P<town>[A-Z][A-Z.'’ -]{2,30}?)(?:, [A-Z][\w.]+(?: \d{1,2})?)?(?: \([^)]{2,40}\))? ?(?:[-–—]{1,2} |: )"
)
FEWEST, SHARE = 3, 0.6  # mentions and their share: by reading our own articles, on which the gate measures it
MUCH_LARGER = 5  # times the people of the next town of that name: then it is the one meant
OWN_SECTIONS = ("title", "deck", "body")
PLACE_KINDS = frozenset({"state", "capital", "region"})
FRONTED = 4  # tokens: "In neighbouring northern Mali"


def home_countries(views: Sequence[View], knowledge: Knowledge, towns: Sequence[str] = ()) -> dict[int, str]:
    """Return the home of each sentence of the article's own text that has one; `towns` are their countries."""
    own = [view for view in views if view.sentence.section in OWN_SECTIONS]
    datelines = {view.sentence.sequence: code for view in own if (code := _dateline(view, knowledge))}
    article = _article_home(own, datelines, towns)
    items = datelines if len(datelines) > 1 else {}
    homes: dict[int, str] = {}
    for view in own:
        is_body = view.sentence.section == "body"
        home = _fronted(view) or (items.get(view.sentence.sequence) if is_body else None) or article
        if home is not None and {name.code for name in country_names(view)} <= {home}:
            homes[view.sentence.number] = home
    return homes


def country_names(view: View) -> list[KnownName]:
    """Return the names of states, capitals, regions and peoples in a sentence, once a token."""
    told = [name for index in range(len(view.tokens)) for name in view.names(index)[:1]]
    return [name for name in told if name.code and name.kind in (*PLACE_KINDS, "adjective")]


def _dateline(view: View, knowledge: Knowledge) -> str | None:
    """Return the country of the town that a body sentence's dateline names in capitals."""
    match = DATELINE.match(view.sentence.text) if view.sentence.section == "body" else None
    if match is None:
        return None
    name = match.group("town").strip().title()
    hits = knowledge.find_names(name)
    if hits and hits[0].names[0].kind == "capital":
        return hits[0].names[0].code
    places = [place for place in knowledge.gazetteer.candidates(name) if place.resolution == "city"]
    if not places or (len(places) > 1 and places[0].people < MUCH_LARGER * places[1].people):
        return None
    return places[0].country


def _article_home(own: Sequence[View], datelines: dict[int, str], towns: Sequence[str]) -> str | None:
    """Return the country of a lone dateline at the head of the text, else the one that nearly all is about.

    Several datelines part a text into items, which have no home in common.
    """
    told = Counter(name.code for view in own for name in country_names(view) if name.code)
    told.update(towns)
    if len(datelines) == 1 and min(datelines) == 1 and 2 * told[datelines[1]] >= told.total():
        return datelines[1]
    return None if len(datelines) > 1 else _dominant(told)


def _dominant(told: Counter[str]) -> str | None:
    """Return the country told far more often than all others together, towns counted with it."""
    if not told:
        return None
    country, count = told.most_common(1)[0]
    return country if count >= FEWEST and count >= SHARE * told.total() else None


def _fronted(view: View) -> str | None:
    """Return the country of "In X, …" at the head of a sentence."""
    if len(view.tokens) < FRONTED or view.word(0) != "in":
        return None
    for index in range(1, FRONTED + 1):
        names = view.names(index)
        if names and names[0].kind in PLACE_KINDS:
            last = max(i for i in range(len(view.tokens)) if view.hits[i] is view.hits[index])
            return names[0].code if view.word(last + 1) == "," else None
    return None
