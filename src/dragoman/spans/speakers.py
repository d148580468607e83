"""Cues in reading order in, who speaks in each out: pronouns are followed to the speaker before them.

A pronoun is followed only where one speaker can be meant; otherwise the cue keeps nobody.  To let "it" stand for
another kind of speaker, add its noun to BODIES.
"""

import re
from dataclasses import dataclass, replace

from dragoman.records import Sentence, Span
from dragoman.spans import phrases
from dragoman.spans.cues import DATELINE, MASK, Cue

# Nouns that "it said" may stand for.
BODIES = re.compile(
    r"\b(?:ministry|government|army|agency|statement|command|committee|council|office|company|newspaper|paper|bureau|party|"
    r"police|union|commission|group|bank|court|embassy|military|department|report|service|parliament|organi[sz]ation|"
    r"administration|movement|force|navy|institute|fund|board|authority|press kit|ministers'? office)\b",
    re.IGNORECASE,
)
PERSON_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|President|Premier|Chancellor|Minister|Secretary|Spokesman|Spokeswoman|Spokesperson|General|Colonel|"
    r"Major|Captain|Admiral|Ambassador|Senator|Professor|King|Queen|Prince|Director|Chief|Envoy|official|leader)\b",
    re.IGNORECASE,
)
# A plural noun at the end of a phrase; a capitalised one may be a surname ("Reeves") and needs a plain ending.
PLURAL = re.compile(
    r"(?:^|\s)(?:[a-z-]+[a-rt-z]s|[a-z]+men|people|police|media|[A-Z]?[a-z]+(?:cials|lysts|perts|urces|mats|vers|tics|nesses"
    r"|dents|ians|ders|ters))$"
)
# A name at the head of a sentence: "Ana Ruiz", "Mr. Ruiz", "Foreign Minister Ana Ruiz".
HEAD_NAME = re.compile(
    r"(?:But\s+|And\s+|However,\s+|Meanwhile,\s+)?(?P<name>(?:[A-Z][\w’'-]*\.?\s+){0,6}[A-Z][\w’'-]+)(?=\s+[a-z]|,)"
)
ACRONYM = re.compile(r"[A-Z]{2,}\b")
NEAREST = 1  # paragraphs back in which the speaker before a pronoun may stand


@dataclass(frozen=True, slots=True)
class _Heard:
    speaker: Span
    words: str
    sentence: Sentence


class Speakers:
    """Who has spoken so far, in reading order; one per article."""

    def __init__(self) -> None:
        self._last: _Heard | None = None
        self._is_rivalled = False  # a later sentence put a name first that may or may not be the one meant
        self._surnames: set[str] = set()

    def hear(self, cue: Cue) -> Span | None:
        """Settle who speaks in `cue` and remember it; None where a pronoun leads to nobody certain."""
        if cue.speaker is None:
            return None
        if cue.pronoun is None:
            self._remember(_Heard(cue.speaker, cue.words_in(cue.speaker), cue.sentence))
            return cue.speaker
        heard = self._followed(cue)
        if heard is None:
            return None
        self._last = _Heard(heard.speaker, heard.words, cue.sentence)
        return heard.speaker

    def pass_by(self, sentence: Sentence, masked: str) -> None:
        """Take note of a sentence that says nothing itself but puts somebody else in front of the last speaker."""
        if self._last is not None and self._last.sentence is sentence:
            return
        if self._last is not None and not masked.strip(MASK + " .,;!?"):  # the last speaker goes on
            self._last = replace(self._last, sentence=sentence)
            return
        dateline = DATELINE.match(masked)
        head = HEAD_NAME.match(masked, dateline.end() if dateline else 0)
        if head is None or phrases.OUTSIDE.match(head["name"]) or phrases.ABOUT.match(head["name"]):
            return
        words = head["name"].split()
        if words[-1].endswith(("'s", "’s", "s'", "s’")) or (
            self._last is not None and words[-1] in self._last.words.split()
        ):
            return
        is_person = PERSON_TITLE.search(head["name"]) or masked[head.end() : head.end() + 1] == ","
        if words[-1] in self._surnames or (is_person and len(words) > 1):
            start = sentence.start + head.start("name")
            self._remember(_Heard(Span(start, start + len(head["name"])), head["name"], sentence))
        else:
            self._is_rivalled = True

    def _remember(self, heard: _Heard) -> None:
        self._last, self._is_rivalled = heard, False
        self._surnames.add(heard.words.split()[-1])

    def _followed(self, cue: Cue) -> _Heard | None:
        heard = self._last
        if heard is None or self._is_rivalled or cue.sentence.section != heard.sentence.section:
            return None
        if cue.sentence.sequence - heard.sentence.sequence > NEAREST:
            return None
        return heard if _may_be(cue.pronoun or "", heard.words) else None


def _may_be(pronoun: str, words: str) -> bool:
    """Say whether `pronoun` can stand for a speaker written so."""
    is_acronym = ACRONYM.fullmatch(words.rpartition(" ")[2]) is not None
    is_body = is_acronym or (BODIES.search(words) is not None and PERSON_TITLE.search(words) is None)
    core = re.split(r"\s(?:of|for|from|in|at|close to)\s", words)[0]
    is_plural = PLURAL.search(core) is not None or " and " in core
    if pronoun == "they":
        return is_plural
    if pronoun == "it":
        return is_body and not is_plural
    return not is_plural and not is_body
