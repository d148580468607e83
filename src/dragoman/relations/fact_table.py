"""The standing facts that are looked for, one row each: by type, mode, context and words, with the reason why.

A row matches a story of one of its types (and modes and contexts, where it names some) whose object or sentence has
its words and not those of `unless`.  `example` and `counter` are sentences that it must and must not match;
tests/relations/test_facts.py tries each.  To add a fact, add its row, and one for its end if it has one.
"""

from dataclasses import dataclass

STANDS, ENDED = "stands", "ended"
ARMS = (
    r"\b(?:arms|weapon\w*|munitions?|ammunition|missiles?|rockets?|drones?|UAVs?|warships?|submarines?|frigates?"
    r"|corvettes?|fighter jets?|warplanes?|combat aircraft|tanks?|howitzers?|artillery|mortars?|air[ -]defen[cs]e"
    r"|anti-tank|interceptors?|radars?|armou?red vehicles?|military equipment|military hardware)\b"
)
ENERGY = r"\b(?:gas|oil|crude|LNG|petroleum|petrol|diesel|electricity|power|coal|uranium|fuel)\b"
BUYING = r"\b(?:buy|buys|bought|buying|purchas\w+|import(?:s|ed|ing)?|acquir\w+|procur\w+|receiv\w+|order(?:s|ed))\b"
LICENCE = r"\b(?:under (?:an? )?(?:\w+ )?licen[cs]e|licen[cs]ed production|co-produc\w+|joint(?:ly)? produc\w+)"
TREATY = r"\b(?:treaty|pact|alliance|allied relations|strategic partnership)\b"
TRADE = r"\b(?:free[ -]trade|trade (?:agreement|deal|pact|accord)|customs union|preferential trade)\b"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact and how it is told.

    `state` is what such a story tells of it: that it stands, or that it ended.  `is_mutual` facts hold both ways;
    of others the story's actor is the doer, or the recipient where `is_turned` (the one who sells to a buyer).
    """

    name: str
    label: str
    state: str
    types: tuple[str, ...]
    words: str
    reason: str
    example: str
    counter: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    unless: str = ""
    is_mutual: bool = False
    is_turned: bool = False


FACTS: tuple[FactRow, ...] = (
    FactRow(
        name="embassy",
        label="embassy or consulate",
        state=STANDS,
        types=("SUPPORT",),
        words=r"\b(?:open|inaugurat|re-?open|re-?establish)\w*\b.*\b(?:embassy|consulate|diplomatic mission)\b",
        reason="PLOVER codes the opening of a mission as SUPPORT; a promise to open one is AGREE and no evidence",
        example="Norway opened its embassy in Chile on Tuesday.",
        counter="Norway praised Chile for its help after the fire at the embassy.",
    ),
    FactRow(
        name="embassy",
        label="embassy or consulate",
        state=ENDED,
        types=("COERCE", "SANCTION", "RETREAT"),
        words=r"\b(?:clos|shut|suspend|withdr[ae]w)\w*\b.*\b(?:embassy|consulate|diplomatic mission)\b",
        unless=r"\b(?:road|street|area|gate)\w* (?:near|around|outside|by)\b",
        reason="closing a mission is a restriction or a reduction of relations, by the verb that tells it",
        example="Norway closed its embassy in Peru on Friday.",
        counter="Peruvian police closed the streets around the embassy of Norway; the road near it stays shut.",
    ),
    FactRow(
        name="diplomatic relations",
        label="diplomatic relations",
        state=STANDS,
        types=("SUPPORT",),
        words=r"\b(?:establish|restor|resum|re-?establish|normali[sz])\w*\b.*\b(?:ties|relations)\b",
        reason="relations taken up are SUPPORT; their mere praise has none of these verbs",
        example="Norway and Chile established diplomatic relations on Monday.",
        counter="Norway praised its good relations with Chile.",
        is_mutual=True,
    ),
    FactRow(
        name="diplomatic relations",
        label="diplomatic relations",
        state=ENDED,
        types=("SANCTION",),
        words=r"\b(?:sever|cut|broke|break|suspend)\w*\b.*\b(?:relations|ties)\b",
        reason="relations broken off are SANCTION",
        example="Norway severed diplomatic relations with Peru on Monday.",
        counter="Norway imposed sanctions on Peru over its relations with smugglers.",
        is_mutual=True,
    ),
    FactRow(
        name="ambassador withdrawn",
        label="ambassador recalled, or diplomats expelled",
        state=STANDS,
        types=("SANCTION",),
        words=r"\b(?:recall|expel|withdr[ae]w)\w*\b.*\b(?:ambassadors?|envoys?|diplomats?|attach[eé]s?)\b",
        reason="recall and expulsion are the modes of SANCTION that concern envoys",
        modes=("withdraw", "expel"),
        example="Norway recalled its ambassador from Peru on Monday.",
        counter="Norway withdrew from the fisheries accord with Peru.",
    ),
    FactRow(
        name="alliance or treaty",
        label="alliance, treaty or pact",
        state=STANDS,
        types=("SUPPORT", "COOPERATE"),
        words=r"\b(?:sign|ratif|conclud|seal|initial|form|enter)\w*\b.*" + TREATY,
        reason="signed and ratified treaties are SUPPORT; talks about one are CONSULT, a promise AGREE",
        example="Norway and Chile signed a mutual defence pact on Monday.",
        counter="Norway praised Chile for its stand on the climate treaty.",
        is_mutual=True,
    ),
    FactRow(
        name="alliance or treaty",
        label="alliance, treaty or pact",
        state=ENDED,
        types=("SANCTION", "REJECT"),
        words=r"\b(?:withdr[ae]w|quit|left|leav|suspend|terminat|annul|denounc|cancel)\w*\b.*" + TREATY,
        reason="leaving a treaty reduces relations",
        example="Norway withdrew from the defence pact with Chile.",
        counter="Norway refused to discuss the treaty with Chile.",
        is_mutual=True,
    ),
    FactRow(
        name="arms supply",
        label="supplies arms",
        state=STANDS,
        types=("AID", "COOPERATE"),
        words=ARMS,
        unless=BUYING + "|" + LICENCE + r"|\b(?:exercise|drill|manoeuvre|maneuver|patrol|humanitarian)",
        reason="arms as the object of help or trade; joint exercises and humanitarian convoys name arms by the way",
        contexts=("military",),
        example="Norway supplied Chile with air defence missiles.",
        counter="Norway and Chile held a joint exercise with drones.",
    ),
    FactRow(
        name="arms supply",
        label="supplies arms",
        state=STANDS,
        types=("COOPERATE", "AID"),
        words=BUYING + ".*" + ARMS,
        unless=LICENCE,
        reason="the buyer is told as the actor: the one who supplies is the other side",
        contexts=("military",),
        example="Chile bought missiles from Norway.",
        counter="Norway supplied Chile with missiles.",
        is_turned=True,
    ),
    FactRow(
        name="arms supply",
        label="supplies arms",
        state=ENDED,
        types=("SANCTION",),
        words=r"\b(?:arms|weapons?|military) (?:embargo|deliver|suppl|sale|export|shipment|aid)",
        reason="an embargo or a stop of deliveries is SANCTION with arms as what is stopped",
        example="Norway suspended arms deliveries to Chile.",
        counter="Norway imposed sanctions on the bank of Chile.",
    ),
    FactRow(
        name="licence production",
        label="arms made under licence or jointly",
        state=STANDS,
        types=("COOPERATE",),
        words=LICENCE + r"|\bassembl(?:e|es|ed|ing)\b.*" + ARMS,
        reason="work under licence is material cooperation; an agreement to begin it is AGREE and no evidence",
        example="Chile assembles Norwegian drones at a plant near its capital under a Norwegian licence.",
        counter="Chile revoked the licence of a Norwegian television channel.",
        is_mutual=True,
    ),
    FactRow(
        name="basing",
        label="forces or bases in the other state",
        state=STANDS,
        types=("AID", "COOPERATE", "MOBILIZE", "SUPPORT"),
        words=r"\b(?:military|air|naval|army) ?-?bases?\b|\bgarrisons?\b|\bbasing rights\b|\bbase in\b",
        unless=r"\b(?:attack|struck|shell|exercise|drill)",
        reason="a base is told with a deployment to it or with leave to use it; strikes on bases are ASSAULT",
        example="Norway deployed troops to its naval base in Chile.",
        counter="Norway sent relief to Chile after an earthquake.",
    ),
    FactRow(
        name="basing",
        label="forces or bases in the other state",
        state=ENDED,
        types=("RETREAT",),
        words=r"\b(?:bases?|garrisons?|troops|forces|peacekeepers)\b",
        reason="troops withdrawn are RETREAT withdraw",
        modes=("withdraw",),
        example="Norway withdrew its troops from its base in Chile.",
        counter="Norway withdrew its complaint against Chile.",
    ),
    FactRow(
        name="visa-free travel",
        label="visa-free travel",
        state=STANDS,
        types=("SUPPORT", "CONCEDE", "COOPERATE"),
        words=r"\bvisa[ -](?:free|waiver|exempt\w*|liberali[sz]ation)\b|\b(?:abolish|lift|scrap|waiv)\w*\b.*\bvisas?\b",
        unless=r"\b(?:suspend|end|revok|cancel)(?:s|ed|ing)?\b",
        reason="a requirement eased is CONCEDE, a signed waiver SUPPORT",
        example="Norway and Chile abolished visas for each other's citizens.",
        counter="Norway suspended visa-free travel for citizens of Peru.",
    ),
    FactRow(
        name="visa-free travel",
        label="visa-free travel",
        state=ENDED,
        types=("SANCTION", "COERCE", "REJECT"),
        words=r"\b(?:suspend|end|revok|cancel|introduc|impos)\w*\b.*\bvisas?\b",
        reason="a requirement brought back is a restriction",
        example="Norway suspended visa-free travel for citizens of Peru.",
        counter="Norway refused to extradite a Peruvian citizen.",
    ),
    FactRow(
        name="joint exercises",
        label="joint military exercises",
        state=STANDS,
        types=("COOPERATE",),
        words=r"\b(?:exercises?|drills?|manoeuvres|maneuvers|war games?)\b",
        reason="exercises of both are COOPERATE; own ones are MOBILIZE",
        contexts=("military",),
        example="Norway and Chile held joint military exercises on Monday.",
        counter="Norway and Chile signed a trade agreement.",
        is_mutual=True,
    ),
    FactRow(
        name="intelligence sharing",
        label="shared intelligence",
        state=STANDS,
        types=("COOPERATE", "AID"),
        words=r"\bintelligence\b",
        unless=r"\bartificial\b",
        reason="shared intelligence is COOPERATE",
        example="Norway shares intelligence with Chile.",
        counter="Norway and Chile study artificial intelligence together.",
        is_mutual=True,
    ),
    FactRow(
        name="energy supply",
        label="supplies energy",
        state=STANDS,
        types=("COOPERATE", "AID"),
        words=ENERGY,
        unless=BUYING,
        reason="energy as the object of trade or help, told of the seller",
        contexts=("natural_resource", "economic"),
        example="Norway delivers gas to Chile.",
        counter="Chile buys oil from Norway.",
    ),
    FactRow(
        name="energy supply",
        label="supplies energy",
        state=STANDS,
        types=("COOPERATE",),
        words=BUYING + ".*" + ENERGY,
        reason="the buyer is told as the actor: the one who supplies is the other side",
        contexts=("natural_resource", "economic"),
        example="Chile buys oil from Norway.",
        counter="Norway delivers gas to Chile.",
        is_turned=True,
    ),
    FactRow(
        name="energy supply",
        label="supplies energy",
        state=ENDED,
        types=("SANCTION",),
        words=r"\b(?:gas|oil|LNG|electricity|power|coal|fuel) (?:suppl|deliver|export|flow|shipment|embargo)",
        reason="a stop of deliveries is SANCTION discontinue",
        example="Norway halted gas supplies to Chile.",
        counter="Norway imposed sanctions on a Chilean bank.",
    ),
    FactRow(
        name="trade agreement",
        label="trade agreement",
        state=STANDS,
        types=("SUPPORT", "COOPERATE"),
        words=r"\b(?:sign|ratif|conclud|seal)\w*\b.*" + TRADE,
        reason="a signed agreement is SUPPORT",
        example="Norway and Chile signed a free trade agreement.",
        counter="Norway praised Chile in the talks on fishing.",
        is_mutual=True,
    ),
    FactRow(
        name="sanctions",
        label="sanctions in force",
        state=STANDS,
        types=("SANCTION",),
        words=r"\b(?:sanctions?|embargo|blacklist\w*|tariffs?)\b",
        unless=r"\b(?:lift|eas|remov|waiv)\w*\b",
        reason="sanctions and tariffs by name, not other reductions of relations",
        example="Norway imposed sanctions on Peru.",
        counter="Norway recalled its ambassador from Peru.",
    ),
    FactRow(
        name="sanctions",
        label="sanctions in force",
        state=ENDED,
        types=("CONCEDE", "RETREAT"),
        words=r"\b(?:lift|eas|remov|waiv|suspend)\w*\b.*\b(?:sanctions?|embargo|tariffs?)\b",
        reason="sanctions eased are CONCEDE",
        example="Norway lifted sanctions on Peru.",
        counter="Norway released two sailors of Peru.",
    ),
    FactRow(
        name="closed border",
        label="border or airspace closed",
        state=STANDS,
        types=("COERCE", "SANCTION"),
        words=r"\b(?:clos|shut|seal)\w*\b.*\b(?:borders?|airspace|crossings?)\b",
        reason="a closed border is COERCE restrict",
        example="Norway closed its border with Peru.",
        counter="Norway arrested two men at the border with Peru.",
    ),
    FactRow(
        name="closed border",
        label="border or airspace closed",
        state=ENDED,
        types=("CONCEDE", "RETREAT", "SUPPORT"),
        words=r"\b(?:re-?)?open(?:s|ed|ing)?\b.*\b(?:borders?|airspace|crossings?)\b",
        reason="a border opened again is CONCEDE",
        example="Norway reopened its border with Peru.",
        counter="Norway released two men at the border with Peru.",
    ),
    FactRow(
        name="ceasefire",
        label="ceasefire or peace treaty",
        state=STANDS,
        types=("CONCEDE", "RETREAT", "SUPPORT"),
        words=r"\b(?:ceasefire|cease-fire|truce|armistice|peace (?:treaty|agreement|accord|deal))\b",
        unless=r"\b(?:violat|breach|br[eo]k)\w*\b",
        reason="a ceasefire to come is CONCEDE, one kept RETREAT, a signed peace SUPPORT",
        example="Norway and Peru agreed a ceasefire on Monday.",
        counter="Norway released prisoners after Peru violated the ceasefire.",
        is_mutual=True,
    ),
)
