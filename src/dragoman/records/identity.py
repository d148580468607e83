"""Digests that tell articles, events and their versions apart.

An article is its outlet, normalised title and day of first publication; without title or day, the
digest of its body.  An event's key digests article, normalised sentence, trigger words and ordinal, so
that coding again gives the same keys; its version digests all that it says.
"""

import dataclasses
import hashlib
import json
import re

from dragoman.records.article import Article
from dragoman.records.codec import json_from_record
from dragoman.records.event import Event, TextInfo

DIGITS = 16  # hexadecimal digits kept: 64 bits, one chance collision in some four billion events


def digest(*parts: str) -> str:
    """Return the digest of these strings, in order, as hexadecimal digits."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:DIGITS]


def normalise(text: str) -> str:
    """Return the words of `text` alone: lower case, punctuation and white space folded away."""
    return " ".join(re.findall(r"\w+", text.replace("\u00ad", "").casefold()))


def article_key(article: Article) -> str:
    """Return what tells this article from all others, whatever body it was met with."""
    if article.title and article.day:
        return digest("article", normalise(article.outlet or ""), normalise(article.title), article.day)
    return digest("body", *(normalise(paragraph) for paragraph in (article.title or "", *article.paragraphs)))


def sighting_key(outlet: str | None, title: str, published: str | None) -> str:
    """Return what tells a listed headline from all others, on whatever page it was met; `published` is its own time."""
    return digest("sighting", normalise(outlet or ""), normalise(title), published or "")


def event_key(article: str, sentence: str, trigger: str, ordinals: tuple[int, int]) -> str:
    """Return the key of an event.

    `article` is the article's key, or the sighting's for a listed headline; `ordinals` count the events of that
    trigger in the sentence, then the earlier repeats of the same sentence in the article.
    """
    return digest("event", article, normalise(sentence), normalise(trigger), *(str(number) for number in ordinals))


def reporter_of(credit: str | None, outlet: str | None, article: str) -> str:
    """Return who answers for an article's words: the agency it credits, else its outlet, else the article's key.

    Mirrors of an outlet are one reporter: "www.", "m." and the end of a host's name are left out, and so is "The".
    """
    if credit:
        return credit
    decked = r"^(?:https?://)?(?:(?:www\d?|m|en|amp|mobile|edition)\.|the\s+)?"
    name = re.sub(decked, "", (outlet or "").strip(), flags=re.IGNORECASE)
    if " " not in name:
        name = re.sub(r"(?:\.(?:com|co|org|net|gov|ac))?\.[a-z]{2,6}/?$", "", name, flags=re.IGNORECASE)
    return name or article


def event_version(event: Event) -> str:
    """Return the digest of all that an event says, save its coder, its id and its offsets."""
    bare = dataclasses.replace(event, id="", text_info=TextInfo(event.text_info.sequence, 0, 0))
    fields = json_from_record(bare)
    del fields["coder"]
    return digest("version", json.dumps(fields, sort_keys=True, ensure_ascii=False))
