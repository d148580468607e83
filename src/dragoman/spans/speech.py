"""The words of speaking: which verbs give words to a speaker, and in which company.

Verbs that are acts in themselves (accuse, condemn, urge, threaten, deny, promise, demand) are coded as events
and do not stand here.  To add a verb, put its base form into the set of the company it needs; its forms are built.
"""

import re


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list written as text."""
    return frozenset(text.split())


# These take a clause without "that": "officials said the talks had begun".
PLAIN = frozenset({"say", "tell"})
# These need "that", quotation marks, or a place behind the words: "the talks had begun, officials added".
WITH_THAT = words_of(
    """
    acknowledge add admit allege announce argue assert assure caution claim clarify complain conclude concede
    confirm contend declare disclose divulge emphasise emphasize estimate explain hint highlight indicate inform
    insist lament maintain mention note observe predict reaffirm recall recount reiterate remark repeat report
    reveal specify speculate state stress suggest summarise summarize testify underline underscore warn write
    tweet
    """
)
# These are speech only next to quotation marks: "…," the driver answered.
WITH_MARKS = words_of("answer ask comment continue joke post quip reply respond")
# These name whom they are said to: "told reporters that …".
TO_HEARER = frozenset({"tell", "inform", "assure"})
PHRASES = {
    r"(?:draws?|drew|drawn|drawing) attention to(?: the fact)?": "draw attention to",
    r"(?:points?|pointed|pointing) out": "point out",
    r"(?:makes?|made|making)(?: it)? clear": "make clear",
    r"(?:was|is|were|are|been) (?:quoted|cited)(?: by [^,;:]{1,60}?)? as saying": "quote as saying",
}
IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "reply": "replies replied replying",
    "admit": "admits admitted admitting",
    "quip": "quips quipped quipping",
    "testify": "testifies testified testifying",
    "specify": "specifies specified specifying",
    "clarify": "clarifies clarified clarifying",
}
# Forms that are nouns as often as verbs: they count only where a parse, or their place, says verb.
DOUBTFUL = words_of(
    """
    answer answers caution cautions claim claims comment comments complain estimate estimates highlight
    highlights hint hints joke jokes lament laments mention mentions note notes post posts remark remarks repeat
    report reports reply replies state states stress stresses tweet tweets quip quips alleged reported stated
    warning
    """
)


def _forms_of(base: str) -> tuple[str, ...]:
    if base in IRREGULAR:
        return (base, *IRREGULAR[base].split())
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    return base, base + ending, base + "ed", base + "ing"


BASE_OF = {form: base for base in sorted(PLAIN | WITH_THAT | WITH_MARKS) for form in _forms_of(base)}
CUE = re.compile(
    r"\b(?:" + "|".join([*PHRASES, *sorted(BASE_OF, key=len, reverse=True)]) + r")\b(?!['’-])",
)
ACCORDING = re.compile(r"\b[Aa]ccording to\s+|\b[Ii]n the (?:words|opinion|view) of\s+")
# What one can act according to without anybody saying anything.
NO_SPEAKER = re.compile(
    r"\b(?:plans?|law|laws|schedule|agreements?|deal|treaty|constitution|rules?|tradition|terms|which|"
    r"calendar|timetable|protocol|type|age|size|need|needs|whether|how|what|one's|standards?|principles?)\b"
)


def base_of(words: str) -> str | None:
    """Return the base form of a cue as written ("said" → "say"), None where it is not one."""
    lowered = words.lower()
    if lowered in BASE_OF:
        return BASE_OF[lowered]
    return next((base for pattern, base in PHRASES.items() if re.fullmatch(pattern, lowered)), None)
