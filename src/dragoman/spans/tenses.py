"""A sentence and a place in it in, whether what stands there lies ahead or behind: "future", "past" or "".

The parse tells through the verb that governs the phrase; without one, the words around it.  To let another verb
point ahead ("plans to meet on Friday"), add its base form to AHEAD.
"""

import re

from dragoman.records import Sentence, Token
from dragoman.spans.speech import words_of

AHEAD = words_of(
    """
    aim arrange be due expect hope intend need plan prepare prepared promise pledge ready schedule set slate vow
    want likely vote
    """
)
FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "would"})
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
    if sentence.tokens:
        verb = _governing_verb(sentence, start, end)
        return _tense_of(sentence, verb) if verb is not None else ""
    return _tense_by_words(sentence.text, start, end)


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


def _tense_of(sentence: Sentence, verb: Token) -> str:
    helpers = [child for child in sentence.children(verb.index) if child.relation in ("aux", "auxpass")]
    words = {child.text.lower() for child in helpers}
    if words & FUTURE_MODALS and not (words & {"have"} and "would" in words):
        return "future"
    if "to" in words:
        return _tense_of_plan(sentence, verb)
    if verb.tag == "VBD" or words & {"was", "were", "did", "had", "has", "have"}:
        return "past"
    return _tense_of_plan(sentence, verb) if verb.tag == "VBG" and verb.relation in ("pcomp", "xcomp") else ""


def _tense_of_plan(sentence: Sentence, verb: Token) -> str:
    """Read "plans to meet on Friday" and "tried to enter on Friday" by the verb above the infinitive."""
    above = sentence.tokens[verb.head]
    if above.index == verb.index:
        return ""
    if above.lemma.lower() in AHEAD or above.text.lower() in AHEAD:
        return "future"
    helpers = {child.text.lower() for child in sentence.children(above.index) if child.relation in ("aux", "auxpass")}
    if helpers & FUTURE_MODALS:
        return "future"
    return "past" if above.tag == "VBD" else ""
