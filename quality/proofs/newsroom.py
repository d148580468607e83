"""Invented news by the thousand: articles of some 150 words from a stock of our own, the same for the same number.

In: how many, and which the first is.  Out: lines as `dragoman ingest` takes them, {"id", "text", "date", "title",
"outlet"}.  States are real, everything that happens is made up by lot.  One article in eight is another outlet's copy
of an earlier one with a few words changed, so that stories have copies to find.
"""

import datetime
import json
import random
from collections.abc import Iterator

FIRST_DAY = datetime.date(2022, 1, 3)
ARTICLES_A_DAY = 70
WORDS = 150
COPY_EVERY = 8

STATES = (
    "Norway Chile Peru Bolivia Kenya Uganda Ghana Togo Mali Niger Chad Sudan Egypt Jordan Iraq Oman Qatar Yemen India "
    "Nepal Japan Mongolia Laos Vietnam Malaysia Fiji Samoa Cuba Panama Ecuador Uruguay Paraguay Finland Estonia Latvia "
    "Poland Hungary Slovenia Croatia Malta Cyprus Armenia Georgia Moldova Iceland Ireland Portugal Benin Rwanda Zambia"
).split()
TOWNS = ("the capital", "the border town", "the port", "the northern province", "the old harbour", "the valley")
OUTLETS = tuple(
    f"{place} {name}" for place in ("Harbour", "Valley", "Northern", "Island") for name in ("Post", "Courier")
)
ACTS = (
    "{a} condemned {b} over {thing}.",
    "{a} signed an agreement with {b} on {thing} on {day}.",
    "The foreign minister of {a} met the foreign minister of {b} on {day} to discuss {thing}.",
    "{a} imposed sanctions on {b} because of {thing}.",
    "{a} sent food aid to {b} after the floods.",
    "Troops of {a} attacked a village in {b} on {day}, killing {number} people.",
    "{a} expelled two diplomats of {b} on {day}.",
    "{a} rejected a proposal of {b} on {thing}.",
    "{a} praised {b} for its work on {thing}.",
    "{a} accused {b} of breaking the rules on {thing}.",
    "Thousands of people protested in {a} against {thing} on {day}.",
    "{a} threatened to close its border with {b} if talks on {thing} fail.",
    "{a} urged {b} to return to talks on {thing}.",
)
THINGS = (
    "fishing rights", "the shared river", "grain prices", "the rail link", "border crossings", "mining licences",
    "the gas pipeline", "visa rules", "customs duties", "flood relief", "air routes", "the disputed islands",
)  # fmt: skip
# Sentences without an event, of words enough that two articles share hardly a row of three: copies must stand out.
FILLERS = (
    "The {adjective} {noun} near {town} was {adjective2} for {number} weeks, and the {noun2} of {thing} felt it.",
    "A {adjective} {noun} and a {adjective2} {noun2} stood beside {town} in those {number} days.",
    "Few remember the {noun} that made {thing} {adjective} in the time of the {adjective2} {noun2}.",
    "Older people of {town} speak of {number} {adjective} winters, a {adjective2} {noun2} and a {noun}.",
    "Since the {adjective} {noun} nobody had seen a {noun2} so {adjective2} in {town}, not in {number} years.",
)
NOUNS = (
    "road bridge market school field tower mill orchard ferry cellar garden quarry barn harvest library theatre lamp "
    "chapel fountain clock boat stable well forest meadow bakery kitchen letter ribbon kettle blanket ladder basket "
    "saddle candle mirror carpet window anchor compass violin drum painting poem statue museum archive ledger coin"
).split()
ADJECTIVES = (
    "narrow quiet wooden painted crowded empty famous forgotten green dusty bright heavy early late gentle broken "
    "golden cheap costly distant southern western cold warm dry wet steep flat loud silent patient curious modest "
    "splendid ordinary rusty polished hollow crooked tidy ancient modern familiar odd pale dark round square thin"
).split()
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def article_lines(count: int, *, first: int = 0) -> Iterator[str]:
    """Yield articles as JSON lines, by number."""
    for number in range(first, first + count):
        yield json.dumps(make_article(number)) + "\n"


def make_article(number: int) -> dict[str, str]:
    """Return the article of a number."""
    is_copy = number % COPY_EVERY == COPY_EVERY - 1
    told = number - _lot(number).randrange(1, COPY_EVERY) if is_copy else number
    title, sentences = _tell(_lot(told * 7919 + 1), told)
    if is_copy:
        sentences = _retell(sentences, _lot(number))
    day = FIRST_DAY + datetime.timedelta(days=number // ARTICLES_A_DAY)
    return {
        "id": f"made-{number:07}",
        "title": title,
        "date": day.isoformat(),
        "outlet": OUTLETS[number % len(OUTLETS)],
        "text": "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)),
    }


def _lot(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - lots for words, not for secrets


def _tell(lot: random.Random, number: int) -> tuple[str, list[str]]:
    sides = lot.sample(STATES, 3)
    thing = lot.choice(THINGS)
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < WORDS:
        form = lot.choice(ACTS if len(sentences) % 3 == 0 else FILLERS)
        sentences.append(form.format(**_words(lot, sides, thing)))
    return f"{sides[0]} and {sides[1]}: report {number} on {thing}", sentences


def _words(lot: random.Random, sides: list[str], thing: str) -> dict[str, object]:
    a, b = lot.sample(sides, 2)
    noun, noun2 = lot.sample(NOUNS, 2)
    adjective, adjective2 = lot.sample(ADJECTIVES, 2)
    return {
        "a": a,
        "b": b,
        "thing": thing,
        "day": lot.choice(DAYS),
        "number": lot.randrange(2, 40),
        "town": lot.choice(TOWNS),
        "noun": noun,
        "noun2": noun2,
        "adjective": adjective,
        "adjective2": adjective2,
    }


def _retell(sentences: list[str], lot: random.Random) -> list[str]:
    kept = [sentence for sentence in sentences if lot.random() > 0.1] or sentences
    return [sentence.replace(" was ", " had been ") if lot.random() < 0.2 else sentence for sentence in kept]
