"""A sentence and a place in it in, whether what stands there lies ahead or behind: "future", "past" or "".

The parse tells through the verb that governs the phrase; without one, the words around it.  To let another verb
point ahead ("plans to meet on Friday"), add its base form to AHEAD.
"""

import re

from dragoman.records import Sentence, Span, Token
from dragoman.spans.speech import words_of

AHEAD = words_of(
    """
    aim arrange be due expect hope intend need plan prepare prepared promise pledge ready schedule set slate vow
    want likely vote threaten agree decide offer urge order demand propose commit undertake
    """
)
FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "might", "should", "must"})
SENSES = frozenset({"see", "hear", "feel", "smell", "reach", "find"})  # "could hear" tells what was heard
# In the present these tell what is fixed for a day ahead: "the leaders meet on Friday".
TIMETABLE = words_of(
    """
    arrive attend begin close convene depart end expire face fly gather go head hold host kick launch leave meet open
    play receive resume start strike travel visit vote walk
    """
)
BESIDE = frozenset({"relcl", "advcl", "acl"})  # clauses beside the story
# "announced a stoppage for Friday": not for a date, which may be long past ("planned for 15 October").
FOR_A_DAY = re.compile(r"\bfor\s+(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b(?!['’])")
MARKER = (
    r"(?:(?<!would\s)will|'ll|’ll|shall|would(?!\shave)|(?:is|are)\s(?:due|set|scheduled|expected|planned|slated|likely|to)"
    r"|plans?\sto|planning\sto|due\s(?:on|in|to)|scheduled\s(?:for|on|to)|expected\s(?:on|in|to)|upcoming|ahead\sof|hopes?\sto"
    r"|wants?\sto|intends?\sto|until)"
)
BEFORE = re.compile(rf"\b{MARKER}\b(?:(?!\b(?:said|told|that)\b)[^;]){{0,90}}$")
BEHIND = re.compile(rf"^[^;]{{0,60}}?\b{MARKER}\b")
# These point ahead by themselves, whatever verb governs the phrase: "met ahead of the 9 May vote".
JUST_BEFORE = re.compile(
    r"\b(?:ahead of|upcoming|until|scheduled for|due (?:on|in))\s+(?:(?:the|a|an|its|their|on|in)\s+){0,2}$"
)
HEADLINE_PLAN = re.compile(r"\bto\s+[a-z]+\b[^;]{0,80}$")
MOST_ARCS = 8  # arcs climbed from a time phrase to its verb


def tense_at(sentence: Sentence, start: int, end: int) -> str:
    """Return the tense of what happens at the time phrase between two offsets of the sentence."""
    if JUST_BEFORE.search(sentence.text, 0, start):
        return "future"
    if sentence.is_headline:
        before = sentence.text[:start]
        return "future" if HEADLINE_PLAN.search(before) or BEFORE.search(before) else ""
    if not sentence.tokens:
        return _tense_by_words(sentence.text, start, end)
    if FOR_A_DAY.match(sentence.text, max(0, start - len("for "))):
        return "future"
    verb = _governing_verb(sentence, start, end)
    tense = _tense_of(sentence, verb) if verb is not None else ""
    if tense == "past" and _hangs_from_noun(sentence, start, end):
        return ""  # "gave notice of a stoppage on 14 February"
    return "future" if not tense and sentence.text[:start].endswith(" by ") else tense


def is_aside(sentence: Sentence, span: Span) -> bool:
    """Say whether a stretch stands in a clause beside the story: relative, adverbial, or told in the pluperfect."""
    token = next((token for token in sentence.tokens if span.start <= token.start < span.end), None)
    if token is None:
        return False
    for _ in range(MOST_ARCS):
        if token.relation in BESIDE:
            return True
        if token.pos == "VERB" and any(child.text.lower() == "had" for child in _helpers(sentence, token)):
            return True
        if token.head == token.index:
            return False
        token = sentence.tokens[token.head]
    return False


def _tense_by_words(text: str, start: int, end: int) -> str:
    if BEFORE.search(text, 0, start) or (start < 12 and BEHIND.search(text[end:])):
        return "future"
    return ""


def _governing_verb(sentence: Sentence, start: int, end: int) -> Token | None:
    inside = [token for token in sentence.tokens if start <= token.start - sentence.start < end]
    if not inside:
        return None
    token = inside[-1]
    for _ in range(MOST_ARCS):
        if token.pos in ("VERB", "AUX") and token.relation != "amod":
            return token
        if token.head == token.index:
            return None
        token = sentence.tokens[token.head]
    return None


def _hangs_from_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a time hangs from a noun by "on", "in", "for" or "at": it need not be when the verb's act was."""
    places = range(sentence.start + start, sentence.start + end)
    inside = {token.index for token in sentence.tokens if token.start in places}
    outside = [
        sentence.tokens[token.head] for token in sentence.tokens if token.index in inside and token.head not in inside
    ]
    if not outside or outside[0].pos != "ADP" or outside[0].text.lower() == "of":
        return False
    return sentence.tokens[outside[0].head].pos == "NOUN"


def _helpers(sentence: Sentence, verb: Token) -> list[Token]:
    return [child for child in sentence.children(verb.index) if child.relation in ("aux", "auxpass")]


def _tense_of(sentence: Sentence, verb: Token) -> str:
    words = {child.text.lower() for child in _helpers(sentence, verb)}
    if words & FUTURE_MODALS and "have" not in words:
        return "future"
    children = sentence.children(verb.index)
    if "could" in words and "have" not in words and verb.lemma not in SENSES:
        return "past" if any(child.relation == "neg" for child in children) else "future"
    if any(child.relation == "mark" and child.lemma.lower() in ("if", "unless") for child in children):
        return "future"
    if "to" in words:
        return _tense_of_plan(sentence, verb)
    if verb.tag in ("VBZ", "VBP") and _is_timetable(sentence, verb):
        return "future"
    if verb.tag == "VBD" or words & {"was", "were", "did", "had", "has", "have"}:
        return "past"
    return _tense_of_plan(sentence, verb) if verb.tag == "VBG" and verb.relation in ("pcomp", "xcomp") else ""


def _is_timetable(sentence: Sentence, verb: Token) -> bool:
    """Say whether a present tells what is fixed for a day ahead: "the leaders meet on Friday"."""
    return verb.lemma.lower() in TIMETABLE and verb.relation in ("ROOT", "conj") and not _helpers(sentence, verb)


def _tense_of_plan(sentence: Sentence, verb: Token) -> str:
    """Read "plans to meet on Friday" and "tried to enter on Friday" by the verb above the infinitive."""
    above = sentence.tokens[verb.head]
    if above.index == verb.index:
        return ""
    if above.lemma.lower() in AHEAD or above.text.lower() in AHEAD:
        return "future"
    if {child.text.lower() for child in _helpers(sentence, above)} & FUTURE_MODALS:
        return "future"
    return "past" if above.tag == "VBD" else ""
