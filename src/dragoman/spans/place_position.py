"""Says whether a name in a sentence stands where a place stands, and what the words beside it tell of the place.

In come a sentence's text and where a name stands, out goes a `Position` or None.  What a name is there ("the
Lima-based bank", "Paris Agreement", "trust in Beijing") is judged by words alone, so that headlines and unparsed
sentences are read too.  To let other words place things, add them to the lists below.
"""

import re
from dataclasses import dataclass

from dragoman.spans.phrases import MONTH, WEEKDAY

DIRECTION = r"(?:far[- ])?(?:(?:north|south|mid)[- ]?)?(?:north|south|east|west|central|centre|center)(?:ern|ernmost)?"
AREA = (
    r"(?:autonomous\s+)?(?:province|region|state|oblast|governorate|republic|krai|territory|prefecture|department|peninsula"
    r"|islands?|archipelago|valley|enclave|exclave|heights|corridor|basin|desert|mountains|coast)"
)
DISTRICT = r"(?:district|county|area|subdistrict|raion|sector|belt|countryside|municipality|outskirts)"
TOWN = (
    r"(?:(?:port|border|market|mining|resort|oil|garrison|frontline|coastal|industrial|hill|holy)\s+)?"
    r"(?:city|cities|town|village|capital|port|harbou?r|suburb|settlement|hamlet|metropolis|neighbou?rhood|hub|stronghold"
    r"|(?:military |naval |air )?base|airbase|air\s?base|airport|airfield|(?:refugee |displacement )?camp)"
)
SITE = (
    r"(?:old\s+town|city\s+cent(?:re|er)|downtown|streets?|suburbs?|outskirts|main\s+\w+|central\s+\w+|international\s+airport"
    r"|airport|port|harbou?r|stock\s+exchange|prison|jail|hospital|university|cathedral|mosque|market|stadium|talks|summit"
    r"|meeting|conference|plant|refinery|station|border|capital|coast|waters|airspace|interior|heartland|army\s+base)"
)
DIRECTIONAL = rf"(?:{DIRECTION}|upper|lower|greater|inner|outer|coastal|mainland|rural|downtown)"
# Words that may stand between a preposition of place and the name.
BETWEEN = (
    rf"(?:the|an?|its|their|{DIRECTIONAL}|(?:nearby|neighbou?ring|occupied|besieged|restive|remote|historic|strategic|key"
    rf"|ancient|ruined|disputed|divided|oil-rich|impoverished|landlocked|volatile|troubled|sprawling|whole|entire|second|third"
    rf"|largest|biggest|main|self-declared|breakaway|semi-autonomous|[a-z]+-(?:held|controlled|occupied|torn|ravaged|run|hit"
    rf"|administered|majority))|(?:(?:coasts?|parts?|much|most|all|outskirts|suburbs|streets|cent(?:re|er)|heart|edge"
    rf"|(?:{TOWN})|(?:{AREA})|(?:{DISTRICT}))\s+of)|waters\s+off|(?:{TOWN}),?|(?:{AREA}),?)"
)
INTO = r"(?:in|inside|into|across|throughout|within|through|via|around|along|near|outside|off|at|above|amid)"
WHERE = re.compile(rf"(?<![\w-])(?P<word>{INTO})\s+(?:{BETWEEN}\s+){{0,7}}$", re.IGNORECASE)
# "the northern city of X", "the capital, X": a place wherever it stands.
SORTED = re.compile(
    rf"(?<![\w-])(?:(?P<town>{TOWN})|(?P<area>{AREA})|(?P<district>{DISTRICT}))(?P<link>\s+of|,)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
SIDE_OF = re.compile(
    rf"(?<![\w-])(?:{DIRECTION}|outskirts|suburbs?|streets|cent(?:re|er)|heart|edge|siege|capture|recapture|bombardment"
    r"|shelling|bombing|seizure|liberation|evacuation|airport|coast|skies over|(?:out|pulled out)|miles from|km from"
    rf"|kilomet(?:er|re)s from)\s+(?:of\s+)?(?:the\s+)?(?:{DIRECTIONAL}\s+)?$",
    re.IGNORECASE,
)
GO = (
    r"(?:travel\w*|fl(?:y|ies|ew|own|ying)|flights?|go(?:es|ing|ne)?|went|visits?|visited|visiting|trips?|tours?|journeys?"
    r"|arriv\w+|head(?:s|ed|ing)?|march(?:es|ed|ing)?|returns?|returned|returning|driv\w+|drove|sail\w*|walk(?:ed|s|ing)?"
    r"|fled|flee\w*|deploy\w*|mov(?:e|es|ed|ing)|advanc\w+|retreat\w*|withdr\w+|evacuat\w+|relocat\w+|transfer\w*|deport\w*"
    r"|extradit\w+|dispatch\w*|spread(?:s|ing)?|push(?:es|ed)?|troops|convoys?|rush(?:es|ed)?|bus(?:ed|sed))"
)
TO = re.compile(
    rf"(?<![\w-])(?:{GO}|c(?:a|o)mes?)\s+(?:[\w-]+\s+){{0,3}}?(?:(?:to|for|towards?|on|back\s+to)\s+)(?:{BETWEEN}\s+){{0,6}}$",
    re.IGNORECASE,
)
FROM = re.compile(rf"(?<![\w-]){GO}\s+(?:[\w-]+\s+){{0,4}}?(?:from|out\s+of)\s+(?:{BETWEEN}\s+){{0,6}}$", re.IGNORECASE)
FROM_TO = re.compile(rf"(?<![\w-])from\s+(?:{BETWEEN}\s+){{0,6}}$", re.IGNORECASE)
THEN_TO = re.compile(rf"\s+(?:back\s+)?to\s+(?:{BETWEEN}\s+){{0,6}}$", re.IGNORECASE)
OVER = re.compile(
    r"(?:fl(?:y|ew|own|ying|ight\w*)|shot\s+down|downed|intercept\w*|skies|airspace|explosions?|drones?|jets?|aircraft"
    rf"|destroyed|exploded|circl\w+|missiles?)\s+(?:[\w-]+\s+){{0,3}}?over\s+(?:{BETWEEN}\s+){{0,6}}$",
    re.IGNORECASE,
)
STRIKE_ON = re.compile(
    r"(?:strikes?|airstrikes?|raids?|attacks?|assaults?|offensives?|bombardments?|march|advance|barrages?|shelling|fire|bombs"
    rf"|rockets|missiles|shells)\s+(?:on|upon|against)\s+(?:{BETWEEN}\s+){{0,6}}$",
    re.IGNORECASE,
)
STRIKE_WORDS = re.compile(
    r"(?:missile|drone|rocket|air|artillery|mortar|bomb|gun|suicide|car|arson)\s+\w+\s+\w+\s+$|airstrikes?\s+on\s+$"
)
# Verbs whose object is where it happened.  The hard ones do it to a capital and a country too.
HARD_VERB = re.compile(
    r"(?<![\w-])(?:shell(?:ed|s|ing)|bomb(?:ed|s|ing|ards?|arded)|invad(?:e[ds]?|ing)|visit(?:ed|s|ing)?|tour(?:ed|s|ing)?"
    rf"|storm(?:ed|s|ing)|besieg(?:e[ds]?|ing)|reach(?:ed|es|ing)?|enter(?:ed|s|ing)?)\s+(?:{BETWEEN}\s+){{0,6}}$"
)
VERB = re.compile(
    r"(?<![\w-])(?:(?:re)?captur(?:e[ds]?|ing)|seiz(?:e[ds]?|ing)|retak(?:es?|ing|en)|retook|pound(?:ed|s|ing)|struck|strikes?"
    rf"|attack(?:ed|s|ing)?|raid(?:ed|s|ing)?|left|leav(?:es?|ing)|occup(?:y|ies|ied|ying)|hit|hits|ravaged|devastated|liberated)"
    rf"\s+(?:{BETWEEN}\s+){{0,6}}$"
)
LEFT = re.compile(r"(?:left|leav(?:es?|ing))\s+(?:\w+\s+){0,2}$")
AFTER_LEFT = re.compile(
    r"\s*(?:[.,;!?]|$|(?:on|in|at|for|after|before|early|late|yesterday|today|without|aboard|by)\b)|\s+" + WEEKDAY
)
NOT_WHERE = re.compile(
    r"\b(?:trust|faith|confidence|belief|believ(?:e|es|ed|ing)|interest(?:ed|s)?|disappoint(?:ed|ment)|pride|stakes?|invest(?:s|ed"
    r"|ing|ors?|ment|ments)?|role|hand|ang(?:ry|er)|furious|fury|aimed|directed|lash(?:ed|es|ing)?\s+out|hit(?:s|ting)?\s+back"
    r"|hitting\s+out|criticism|target(?:ed)?|level(?:l?ed)|look(?:s|ed|ing)?|point(?:s|ed|ing)?|swipe|dig|shout(?:ed|ing)?"
    r"|regime|governments?|leadership|rulers|born|raised|graduated|educated|rage|stud(?:ied|ies))\s+(?:in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?:\s*,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?(?:\s*,\s*(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,\s*\d{4})?)?"
    r"\s*(?:\([^)]{2,40}\)\s*(?:[-–—]{1,2}|:)|[-–—]{1,2})\s"
)
SHOUTED = re.compile(r"\s*(?:/[A-Z]+)?\s*(?::\s(?=[A-Z‘“\"'])|[-–—]{1,2}\s|,\s+[A-Z][a-z]+\.?\s+\d{1,2}\b)")
BEHIND_TYPE = re.compile(
    r"(?:\s+|-)(?:(?P<area>province|region|state|oblast|governorate|republic|krai|territory|prefecture|department|peninsula"
    r"|islands?|valley)|(?P<district>district|county|area|raion|countryside|suburbs)|(?P<town>(?:international\s+)?air\s?port"
    r"|airfield|air\s?base|(?:(?:military|naval|air)\s+)?base|city|town|village|port|harbou?r|(?:refugee\s+)?camp))\b(?!\s+of\b)",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"\s+[A-Z][\w’'-]*|\s*&\s*[A-Z]")
MAY_FOLLOW = re.compile(
    rf"\s+(?:{WEEKDAY}|{MONTH}|Province|Region|State|Oblast|Governorate|Prefecture|District|County|Island|Islands"
    r"|Republic|Territory|Peninsula|Airport|International\s+Airport|I|He|She|They|We|It)\b(?!\s+[A-Z])"
)
HYPHEN = re.compile(r"[-–](?=\w)|/\w|\w|@")
OWNS = re.compile(r"['’]s?(?!\w)")
STOPS = re.compile(
    r"\s*(?:[^\w\s'’]|$|['’](?!s)|\s(?:[a-z]+ly|(?:and|or|but|as|after|before|while|when|where|who|which|that|with"
    r"|without|on|in|at|by|for|from|to|of|over|under|during|since|until|till|amid|against|about|into|near|following|despite|because"
    r"|if|than|through|between|around|off|along|within|across|inside|outside|towards?|via|up|down|out|ago|nor|yet|still|just|only|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do"
    r"|said|says|say|saw|also|not|again|late|early|last|this|next|yesterday|today|tonight|now|then|earlier|later|ahead|where|so"
    r"|[a-z]+(?:ed|ing)|killed|left|fell|went|came|began|led|met|held|took|broke|hit|set|shot|lost|won|rose|ran|told|where)\b)|\s+\d|\s+[A-Z])"
)
MAY_PRECEDE = re.compile(
    r"(?:In|At|Near|Outside|Off|Across|Around|Inside|Within|Over|Into|Throughout|From|To|Of|On|Through|Along|The|And|Northern"
    r"|Southern|Eastern|Western|Central|Northeastern|Northwestern|Southeastern|Southwestern|North|South|East|West|Downtown|Upper"
    r"|Lower|Greater|City|Town|Port|Capital|Occupied|Visits?|Hits?|For|As|Shells?|Bombs?|Invades?)"
)
BESIDE_CAPITAL = re.compile(r"(?:^|\s|[(“\"‘'])([A-Z][\w’'.-]*)\s+$")


BELONGS = re.compile(rf"(?:['’]s?)?\s+(?:{BETWEEN}\s+){{0,6}}", re.IGNORECASE)

TITLE_VERB = re.compile(
    r"\s+(?:After|Amid|As|Over|On|For|To|And|From|With|By|In|At|Of|While|Before|Despite|During|Kills?|Killed|Leaves?|Hits?|Injures?"
    r"|Wounds?|Says?|Rejects?|Wants?|Seeks?|Is|Are|Was|Were|Dies?|Dead|Will|May)\b"
)
WINDOW = 200  # characters before a name that may tell how it stands
FEWEST_CAPITALS = 0.7  # share of a headline's words of four letters and more
SITES = rf"(?:{SITE}|{AREA}|{DISTRICT}|{TOWN}|{DIRECTION})\b"
SITE_BEHIND = re.compile(rf"\s+{SITES}")
OWNED_SITE = re.compile(rf"\s+(?:\w+\s+)?{SITES}")
DETERMINER = re.compile(r"(?:^|\s)(?:the|an?|this|that|its|their|his|her)\s+$", re.IGNORECASE)
TO_NAME = re.compile(r"\s+(?:back\s+)?to\s+(?:the\s+)?[A-Z]")
# Cues by their patterns, tried in this order behind WHERE.
CUES = (
    ("side", SIDE_OF),
    ("move", TO),
    ("move", FROM),
    ("over", OVER),
    ("strike", STRIKE_ON),
    ("hard verb", HARD_VERB),
    ("verb", VERB),
)


@dataclass(frozen=True, slots=True)
class Position:
    """How a name stands: by which words, and which sort of place they make of it.

    `cue` is the preposition, or one of: sort, side, move, over, strike, verb, hard verb, dateline, list.  `want` is
    city, region, district or None.
    """

    cue: str
    want: str | None = None


def find_position(text: str, start: int, end: int, demonyms: frozenset[tuple[int, int]]) -> Position | None:
    """Return how a name stands as a place, None where it does not; `demonyms` are where "Syrian" and the like stand."""
    want = _sort_behind(text, end)
    if start == 0 or not text[:start].strip(" \"'“‘("):
        is_dateline = DATELINE.match(text, end) or (text[start:end].isupper() and SHOUTED.match(text, end))
        if is_dateline:
            return Position("dateline", "city")
    if is_part_of_name(text, start, end, demonyms):
        return None
    before = _without_demonyms(text, start, demonyms)
    sorted_as = SORTED.search(before)
    if sorted_as is not None and (sorted_as["link"] or sorted_as["town"]):
        want = want or _group_of(sorted_as)
    if NOT_WHERE.search(before):
        return None
    return _read_cue(text, before, end=end, want=want, sorted_as=sorted_as)


def is_part_of_name(text: str, start: int, end: int, demonyms: frozenset[tuple[int, int]]) -> bool:
    """Say whether the name is a piece of a longer one, an attribute, or the owner of something that is no place."""
    if HYPHEN.match(text, end):
        return True
    before = BESIDE_CAPITAL.search(text[max(0, start - WINDOW) : start])
    if before is not None and not MAY_PRECEDE.fullmatch(before[1]):
        is_demonym = any(begin < start and stop > start - len(before.group()) for begin, stop in demonyms)
        is_owner = OWNS.search(before[1]) is not None
        if not (is_demonym or is_owner):
            return True
    owns = OWNS.match(text, end)
    if owns is not None:
        return OWNED_SITE.match(text, owns.end()) is None
    goes_on = GOES_ON.match(text, end)
    if goes_on is None or MAY_FOLLOW.match(text, end):
        return False
    return not is_title_case(text) or TITLE_VERB.match(text, end) is None


def is_title_case(text: str) -> bool:
    """Say whether a line is a headline Written Like This, where capitals tell nothing."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= FEWEST_CAPITALS * len(words)


def _without_demonyms(text: str, start: int, demonyms: frozenset[tuple[int, int]]) -> str:
    """Return what stands before the name with its demonyms and owners ("Syrian", "Turkey's") as plain adjectives."""
    first = max(0, start - WINDOW)
    before = text[first:start]
    for begin, stop in sorted(demonyms, reverse=True):
        if first <= begin and stop <= start:
            owns = OWNS.match(before, stop - first)
            before = before[: begin - first] + "nearby" + before[owns.end() if owns else stop - first :]
    return before


def is_between(words: str) -> bool:
    """Say whether the words between a country's name and a place make the place the country's ("Turkey's city of")."""
    return BELONGS.fullmatch(words) is not None


def _sort_behind(text: str, end: int) -> str | None:
    match = BEHIND_TYPE.match(text, end)
    return _group_of(match) if match else None


def _group_of(match: re.Match[str]) -> str | None:
    return next(
        (want for group, want in (("area", "region"), ("district", "district"), ("town", "city")) if match[group]), None
    )


def _read_cue(
    text: str, before: str, *, end: int, want: str | None, sorted_as: re.Match[str] | None
) -> Position | None:
    """Return the position that the words before the name give it."""
    if _is_attribute(text, before, end):
        return None
    where = WHERE.search(before)
    if where is not None:
        return Position(where["word"].lower(), want)
    if sorted_as is not None and (sorted_as["link"] == " of" or sorted_as["town"]) and sorted_as["link"] is not None:
        return Position("sort", want)
    for cue, pattern in CUES:
        match = pattern.search(before)
        if match is not None and not (LEFT.search(before[-40:]) and not AFTER_LEFT.match(text, end)):
            return Position(cue, want)
    if FROM_TO.search(before) and TO_NAME.match(text, end):
        return Position("from", want)
    return None


def _is_attribute(text: str, before: str, end: int) -> bool:
    """Say whether "the X something" tells of a thing and not of X."""
    if DETERMINER.search(before) is None:
        return False
    return not any(pattern.match(text, end) for pattern in (STOPS, OWNS, BEHIND_TYPE, SITE_BEHIND))


def is_strike_of_arms(before: str) -> bool:
    """Say whether the attack before a name is one of arms, so that a capital is the place and not the government."""
    return STRIKE_WORDS.search(before) is not None
