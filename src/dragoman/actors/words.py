"""Closed lists of English function words and relational nouns that the reading of noun phrases turns on.

In: nothing.  Out: frozen sets, by the question that they answer.  Agent nouns and names themselves are
knowledge's; what stands here is grammar.  To add a word, put it into the set whose comment it fits.
"""

# "the former minister": the office is over.
FORMER = frozenset({"former", "ex", "erstwhile", "onetime", "late", "retired", "deposed", "ousted"})

# "a China-based company": the participle behind the hyphen makes the state the owner ...
OWNING_PARTICIPLES = frozenset({"based", "led", "owned", "run", "headquartered", "registered", "flagged"})

# ... while before these prefixes ("anti-Israeli protesters") a name is what the noun is about.
OPPOSING_PREFIXES = frozenset({"anti", "pro", "non", "post", "pre", "trans", "cross", "inter"})

# Nouns whose sector is that of the body they belong to ("head of the border service").
RELATIONAL = frozenset(
    {
        "head", "chief", "leader", "leadership", "representative", "official", "spokesman", "spokeswoman",
        "spokesperson", "member", "director", "deputy", "commander", "chairman", "chairwoman", "chairperson", "chair",
        "adviser", "advisor", "aide", "delegation", "delegate", "source", "employee", "staff", "boss", "team",
        "personnel", "operative", "agent", "command", "commandant", "unit", "side", "figure", "founder", "secretary",
        "press secretary", "vice chairman", "officer", "supporter", "authority", "committee", "commission", "council",
        "counterpart", "vehicle", "convoy", "group", "wing", "branch", "office", "general", "service", "agency", "man",
    }
)  # fmt: skip

# Those of them that one person holds, so that they make an office.
HELD = frozenset(
    {
        "head", "chief", "leader", "spokesman", "spokeswoman", "spokesperson", "director", "deputy", "commander",
        "chairman", "chairwoman", "chairperson", "adviser", "advisor", "secretary", "press secretary", "founder",
        "commandant", "representative", "ambassador", "envoy", "speaker",
    }
)  # fmt: skip

# A word before the noun that says whose it is: "rebel forces", "military officials".
SECTOR_BY_MODIFIER = {
    "opposition": "OPP", "rebel": "REB", "insurgent": "REB", "separatist": "REB", "guerrilla": "REB",
    "militant": "REB", "jihadist": "REB", "secessionist": "REB",
}  # fmt: skip

# The same, but only before nouns that have no sector of their own to lose.
SECTOR_BEFORE_RELATIONAL = {
    "military": "MIL", "army": "MIL", "naval": "MIL", "navy": "MIL", "intelligence": "SPY", "spy": "SPY",
    "parliamentary": "LEG", "legislative": "LEG", "congressional": "LEG", "senate": "LEG", "judicial": "JUD",
    "police": "COP", "border": "COP", "government": "GOV", "diplomatic": "GOV", "business": "BUS",
}  # fmt: skip

# Ranks: they make a soldier of a name only where no office stands beside it.
RANKS = frozenset(
    {
        "general", "gen", "gen.", "colonel", "col", "col.", "major", "maj", "maj.", "lieutenant", "lt", "lt.",
        "captain", "capt", "capt.", "sergeant", "sgt", "sgt.", "admiral", "adm", "adm.", "brigadier", "commodore",
        "marshal", "corporal", "commander", "cmdr", "cmdr.", "brig", "brig.", "rear", "vice",
    }
)  # fmt: skip
FORMS_OF_ADDRESS = frozenset(
    {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "sir", "lord",
        "lady", "sheikh", "sayyid", "ayatollah", "imam", "pope", "st.",
    }
)  # fmt: skip
NAME_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "van", "von", "der", "de", "la", "da", "dos", "du", "-"})

# "thousands of troops": the party is what stands behind "of".
QUANTITIES = frozenset(
    {
        "hundred", "thousand", "million", "dozen", "score", "ten", "number", "majority", "handful", "couple", "pair",
        "some", "most", "many", "several", "all", "none", "half", "part", "rest", "lot", "crowd", "group", "one",
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "both", "each", "other", "wave",
        "kind", "variety", "host", "series", "mass", "swarm", "range", "few", "any", "either", "neither", "plenty",
    }
)  # fmt: skip

# What belongs to a state and may be struck, seized or sent: its sector where the noun itself says it.
PROPERTY_SECTORS = {
    "target": "", "facility": "", "site": "", "territory": "", "airspace": "", "soil": "",
    "infrastructure": "", "city": "", "town": "", "village": "", "airport": "", "port": "", "plant": "", "refinery": "",
    "factory": "", "building": "", "hospital": "", "school": "", "vessel": "", "ship": "", "boat": "", "tanker": "",
    "aircraft": "", "plane": "", "airliner": "", "pipeline": "", "asset": "", "waters": "",
    "embassy": "GOV", "consulate": "GOV", "headquarters": "", "outpost": "MIL", "position": "MIL", "base": "MIL",
    "airbase": "MIL", "barracks": "MIL", "stronghold": "", "hideout": "", "depot": "MIL", "warship": "MIL",
    "frigate": "MIL", "destroyer": "MIL", "submarine": "MIL", "warplane": "MIL", "jet": "MIL", "fighter jet": "MIL",
    "bomber": "MIL", "helicopter": "MIL", "tank": "MIL", "artillery": "MIL", "missile": "MIL", "rocket": "MIL",
    "drone": "MIL", "trench": "MIL", "garrison": "MIL", "airfield": "MIL", "bunker": "MIL", "trawler": "",
    "carrier": "MIL", "radar": "MIL", "convoy": "", "vehicle": "", "car": "", "truck": "",
    "locality": "", "settlement": "", "district": "", "province": "", "region": "", "area": "", "land": "",
    "island": "", "capital": "", "church": "", "mosque": "", "website": "",
}  # fmt: skip
# These are things only in the plural: "its position on the dispute" is a view.
PLURAL_PROPERTY = frozenset({"position", "asset", "target"})
# Words before such a noun that hand it to the armed forces.
MILITARY_WORDS = frozenset({"military", "army", "naval", "air", "combat", "defence", "defense", "armed", "missile"})
# Property whose owner a mere "in" does not tell: a base in Syria need not be Syria's.
PROPERTY_ABROAD = frozenset(
    {
        "embassy", "consulate", "base", "airbase", "mission", "position", "outpost", "interest", "asset", "target",
        "vessel", "ship", "boat", "tanker", "aircraft", "plane", "jet", "missile", "rocket", "drone", "tank",
        "warship", "convoy", "vehicle", "car", "truck", "helicopter", "warplane", "region", "area", "border", "trench",
        "artillery", "bomber", "stronghold", "hideout", "network", "website", "headquarters", "radar", "carrier",
    }
)  # fmt: skip

# People who live where they are met: a place in the sentence tells their country.
LOCAL_SECTORS = frozenset({"CVL", "COP", "CRM", "LAB", "EDU", "REF", "UAF", "REL", "MED", "SOC"})
# People whom a place beside the noun tells nothing about: they travel.
TRAVELLING_SECTORS = frozenset({"MIL", "GOV", "JRN", "SPY", "BUS"})
# Bodies of a state that sit where they govern: "the government in Lima".
GOVERNING_BODIES = frozenset({"government", "parliament", "ministry", "junta", "regime", "authority", "court"})
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
# People whose country is not to be guessed even in a domestic article.
ROOTLESS_SECTORS = frozenset({"UAF", "JRN", "UNK", ""})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "across", "outside", "around", "throughout", "inside"})

# "the two sides", "both countries": nouns that a pair named before may be taken up with.
PAIR_NOUNS = frozenset(
    {"side", "country", "state", "nation", "party", "neighbour", "neighbor", "leader", "minister", "president",
     "government", "power", "ally", "diplomat", "official", "capital", "army", "force", "military"}
)  # fmt: skip
PAIR_WORDS = frozenset({"two", "both"})
STATE_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic"})
GROUP_NOUNS = frozenset({"group", "movement", "militia", "organisation", "organization", "bloc", "alliance"})
COMPASS_NAMES = frozenset({"north", "south"})  # "the North" for North Korea, once that is named

NEUTER_PRONOUNS = frozenset({"it", "its", "itself"})
PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER_PRONOUNS = frozenset({"we", "us", "our", "ours", "i", "me", "my", "you", "your"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})

CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas",
        "ramadan", "easter", "today", "tomorrow", "yesterday",
    }
)  # fmt: skip

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
PREMODIFIERS = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "npadvmod"})
NOMINAL = frozenset({"NOUN", "PROPN"})

# Codes that are no country: people of such bodies are told apart by the body.
STATELESS_CODES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG"})
# A capitalised phrase that ends in one of these is no person's name.
NAME_ENDINGS_OF_THINGS = frozenset(
    {
        "island", "islands", "sea", "river", "lake", "bay", "gulf", "strait", "street", "road", "avenue", "square",
        "museum", "theater", "theatre", "hotel", "stadium", "hall", "palace", "bridge", "station", "mountain",
        "mountains", "valley", "peninsula", "plan", "act", "treaty", "agreement", "accord", "summit", "forum",
        "festival", "day", "award", "prize", "cup", "games", "rights", "center", "centre", "airport", "port", "canal",
        "charter", "convention", "protocol", "resolution", "article", "region", "district", "oblast", "war",
        "exercise", "exercises", "operation", "initiative", "program", "programme", "project", "articles",
    }
)  # fmt: skip
# "The paper said": the outlet named just before.
OUTLET_NOUNS = frozenset({"paper", "newspaper", "daily", "outlet", "broadcaster", "channel", "agency", "magazine"})
# Agent nouns that newspapers use without article for the country's own: "detained by police".
BARE_DEFINITES = frozenset({"police", "government", "parliament", "army", "prosecutor"})
# Plain nouns that an apposition may name ("a strategic partner - Peru").
EXPLAINED = frozenset(
    {"partner", "ally", "neighbour", "neighbor", "country", "state", "nation", "power", "rival", "enemy", "foe",
     "organisation", "organization", "group", "member", "adversary", "bloc", "alliance", "movement", "republic"}
)  # fmt: skip
# Nouns that before another noun only describe it ("military cooperation", "party politics").
ADJECTIVAL = frozenset({"military", "party", "defence", "defense", "business", "people", "state", "company", "air"})
# Agent nouns that alone, without article, mean no party: "ruled out force", "in power", "under guard".
ABSTRACT_ALONE = frozenset(
    {"force", "power", "guard", "military", "company", "state", "command", "service", "office", "party"}
)
