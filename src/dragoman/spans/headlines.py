"""A headline in, the claim it puts down to somebody out: "Kremlin: …", "… - Pentagon", "…, envoy says".

A label before a colon is as often the topic as the speaker, so it must be known to be one that can speak: a seat of
government, an organisation, an office, or a person whom the article names in full.  A state's name before a colon
is the place of the news.  To let another kind of label speak, add it to OFFICE.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.knowledge import Knowledge
from dragoman.records import Block, Quotation, Sentence, Span
from dragoman.spans import phrases

MOST_LABEL_WORDS = 6
FEWEST_CLAIM_WORDS = 3
SAYS = r"(?:says?|said)"
CLAIMS = (
    r"(?:says?|said|warns?|claims?|insists?|argues?|confirms?|reports?|announces?|alleges?|suggests?|shows?|finds?"
    r"|adds?)"
)
LABEL_FIRST = re.compile(r"(?P<label>[^:\"“”]{2,60}):\s+(?P<claim>\S.*)")
LABEL_LAST = re.compile(r"(?P<claim>.*[^\s,])(?::|\s+[-–—])\s+(?P<label>[^:\"“”]{2,60})")
SPEAKER_LAST = re.compile(
    rf"(?P<claim>.+),\s+(?:(?P<label>[^,]+?)\s+(?P<cue>{CLAIMS})|(?P<cue2>{SAYS})\s+(?P<label2>[^,]+))"
)
SPEAKER_FIRST = re.compile(rf"(?P<label>[^,:;]{{2,60}}?)\s+(?P<cue>{SAYS})\s+(?:that\s+)?(?P<claim>\S.*)")
# Words that head a person or a body that can speak, besides those that knowledge knows.
OFFICE = re.compile(
    r"\b(?:president|premier|pm|fm|mod|mfa|minister|ministry|chancellor|spokes(?:man|woman|person)|envoy|ambassador|official|officials|"
    r"chief|head|leader|commander|general|adviser|expert|experts|analyst|analysts|sources?|police|army|military|"
    r"government|diplomats?|report|media|lawmaker|senator|mp|mps|witness(?:es)?|prosecutors?|court|embassy|governor|mayor|"
    r"secretary|watchdog|agency|aide|association|council|committee|union|party|institute|bank|federation|foundation|"
    r"commission|movement|organi[sz]ation|authority|group)\b",
    re.IGNORECASE,
)
SPEAKING_KINDS = frozenset({"capital", "house", "organisation", "group"})
OUTLET = re.compile(
    r"\b(?:news|times|post|reuters|ap|afp|bbc|cnn|guardian|journal|herald|tribune|telegraph|press|tv|radio|today|daily|"
    r"online|gazette|magazine|observer|mirror|standard|review|opinion|analysis|video|photos?|live|updates?|explainer|watch|"
    r"interview|podcast|breaking|exclusive|\w+\.\w{2,4})\b",
    re.IGNORECASE,
)


def headline_claims(block: Block, sentences: Sequence[Sentence], knowledge: Knowledge | None) -> Iterator[Quotation]:
    """Yield the claim of a headline, at most one, with its speaker."""
    text = block.text.rstrip()
    for pattern, is_first in ((SPEAKER_LAST, False), (LABEL_FIRST, True), (LABEL_LAST, False), (SPEAKER_FIRST, False)):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        groups = match.groupdict()
        side = "label" if groups.get("label") else "label2"
        has_cue = pattern in (SPEAKER_LAST, SPEAKER_FIRST)
        if len(match["claim"].split()) < FEWEST_CLAIM_WORDS or not _is_speaker(
            match[side], _Judge(sentences, knowledge, has_cue=has_cue, is_first=is_first)
        ):
            continue
        cue = next((Span(*match.span(name)) for name in ("cue", "cue2") if groups.get(name)), None)
        yield Quotation(
            _at(block, Span(*match.span("claim"))),
            _at(block, Span(*match.span(side))),
            _at(block, cue) if cue else None,
            "headline",
        )
        return


def _at(block: Block, span: Span) -> Span:
    return Span(block.start + span.start, block.start + span.end)


class _Judge:
    """What helps to tell a speaker from a topic: the article's sentences, knowledge, and the label's place."""

    def __init__(
        self, sentences: Sequence[Sentence], knowledge: Knowledge | None, *, has_cue: bool, is_first: bool
    ) -> None:
        self.sentences = sentences
        self.knowledge = knowledge
        self.has_cue = has_cue
        self.is_first = is_first

    def kinds_of(self, label: str) -> frozenset[str]:
        """Return the kinds of names that the whole label is known as."""
        if self.knowledge is None:
            return frozenset()
        hits = self.knowledge.find_names(label)
        return frozenset(name.kind for hit in hits if hit.span == Span(0, len(label)) for name in hit.names)

    def names_person(self, label: str) -> bool:
        """Say whether the article's text names a person by this label, in full or behind a title."""
        if not re.fullmatch(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}", label):
            return False
        named = re.compile(
            rf"\b(?:{OFFICE.pattern}|Mr\.?|Mrs\.?|Ms\.?)\s+(?:[A-Z][\w’'-]+\s+){{0,2}}{re.escape(label)}\b",
            re.IGNORECASE,
        )
        return any(named.search(sentence.text) for sentence in self.sentences if not sentence.is_headline)


def _is_speaker(label: str, judge: _Judge) -> bool:
    words = label.split()
    if not words or len(words) > MOST_LABEL_WORDS or OUTLET.search(label) or not re.match(r"[A-Za-z]", label):
        return judge.has_cue and bool(words) and len(words) <= MOST_LABEL_WORDS and OFFICE.search(words[-1]) is not None
    kinds = judge.kinds_of(label)
    if judge.has_cue:
        return (
            (label[0].isupper() or OFFICE.search(words[-1]) is not None)
            and not phrases.FINITE.search(label)
            and not phrases.OUTSIDE.match(label)
        )
    if kinds & SPEAKING_KINDS:
        return True
    if kinds:
        return "state" in kinds and not judge.is_first
    return (OFFICE.search(words[-1]) is not None and _is_plain(words)) or judge.names_person(label)


def _is_plain(words: Sequence[str]) -> bool:
    """Say whether a label is one noun phrase: no verb's ending, no joining words."""
    return not any(re.fullmatch(r"(?:and|to|in|on|at|over|after|as|with|from|vs|\w+ing)", word) for word in words)
