"""Invented articles, events and stories for the store's tests, each with as little said as a test needs."""

import dataclasses

from dragoman.records import (
    Article,
    CiteInfo,
    Coder,
    Dyad,
    Entity,
    Event,
    EventFilter,
    KeptDocument,
    KeptOutcome,
    ListedHeadline,
    Rejection,
    Run,
    Story,
    StoryTelling,
    TextInfo,
    article_key,
    digest,
    dyads_of,
    event_key,
    event_version,
    sighting_key,
)

RUN = Run(0, "ingest", "2024-05-01T08:00:00+00:00", None, "running", "coder 1", "parser 1", "knowledge 1")
ALL = EventFilter(with_retracted=True)


def make_article(title="Aid for Chile", day="2024-05-14", outlet="Fjord Courier", paragraphs=None, **fields):
    body = ("Norway sent a field hospital to Chile.",) if paragraphs is None else paragraphs
    return Article(f"{title}.html", title, published=day, outlet=outlet, paragraphs=body, language="en", **fields)


def entity(text):
    """ "NOR GOV" → a party; "NOR GOV person:x Name" → with its id and name."""
    code, sector, entity_id, *name = (*text.split(), "", "")[: max(3, len(text.split()))]
    words = " ".join(name) or None
    return Entity(entity_id or None, None if code == "?" else code, sector, entity_text=words, identifier_text=words)


def make_event(article, text=None, actor=("NOR GOV",), recipient=("CHL",), event="AID", listed=None, **fields):
    """An event of an article; `listed` is the section and number of the headline that it stands in."""
    text = text or article.paragraphs[0]
    told_in, section, sequence, published = article_key(article), "body", 1, article.published
    if listed is not None:
        section, sequence = listed
        item = getattr(article, section)[sequence - 1]
        told_in = sighting_key(article.outlet, item.title, item.published)
        text, published = item.title, item.published or article.published
    made = Event(
        id="",
        key=event_key(told_in, text, event, (0, 0)),
        doc_id=article.doc_id,
        date=article.day,
        enddate=article.day,
        date_precision="day" if article.day else None,
        date_basis="published" if article.day else None,
        planned_date=None,
        planned_enddate=None,
        event=(event,),
        mode=(),
        context=(),
        quad_code=2,
        event_scale=10.0,
        status="actual",
        reciprocal=False,
        actor=tuple(map(entity, actor)),
        recipient=tuple(map(entity, recipient)),
        object=None,
        size=None,
        event_loc=None,
        attribution=None,
        confidence=0.9,
        text=text,
        text_info=TextInfo(sequence, 0, len(text)),
        cite_info=CiteInfo(
            title=article.title,
            publication=article.outlet,
            language=article.language,
            published=published,
            section=section,
            genre=article.genre,
        ),
        coder=Coder("dragoman", "1", "rule"),
    )
    return change_event(made, **fields)


def change_event(event, **fields):
    """The event with fields changed, its version with them."""
    changed = dataclasses.replace(event, **fields)
    return dataclasses.replace(changed, id=event_version(changed))


def make_document(name, content=""):
    key = digest(name, content)
    return KeptDocument(key, name, key, "file", address=f"https://news.example/{name}", fetched="2024-05-15T06:00:00Z")


def make_outcome(article, *events, content="", credit=None):
    """The outcome of a document with this article; other `content`, another document."""
    return KeptOutcome(make_document(article.doc_id, content), article, events, None, credit)


def make_rejection(name, reason="too short"):
    return KeptOutcome(make_document(name), None, (), Rejection(name, "articles", reason, "12 words"))


def headline(title, published=None):
    return ListedHeadline(title, published=published)


def save(store, *outcomes, run=None, **raw):
    """Save outcomes in one transaction and a new run; return the keys that it gave back."""
    with store.writing() as writer:
        number = writer.begin_run(RUN) if run is None else run
        return [key for outcome in outcomes for key in writer.save(outcome, run=number, **raw)]


def recode(store, article, *events):
    with store.writing() as writer:
        return writer.save_recoded(article_key(article), events, run=writer.begin_run(RUN))


def make_story(*events, key=None, articles=None, **fields):
    """A story told by events, in their order, as the first one tells it."""
    first = events[0]
    days = sorted(event.cite_info.published[:10] for event in events if event.cite_info.published)
    told_in = articles or [digest(event.doc_id) for event in events]
    tellings = [
        StoryTelling(event.key, article, event.cite_info.publication or article, "founding")
        for event, article in zip(events, told_in, strict=True)
    ]
    made = Story(
        key=key or digest("story", first.key),
        event=first.event[0],
        mode=None,
        context=(),
        quad_code=first.quad_code,
        score=first.event_scale,
        status=first.status,
        reciprocal=first.reciprocal,
        actor=first.actor,
        recipient=first.recipient,
        dyads=dyads_of(first.actor, first.recipient, is_reciprocal=first.reciprocal),
        date=first.date,
        enddate=first.enddate,
        date_precision=first.date_precision,
        place=first.event_loc,
        object=None,
        size=None,
        face=0,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        reports=len(set(told_in)),
        reporters=tuple(dict.fromkeys(telling.reporter for telling in tellings)),
        best=first.key,
        line=first.text,
        differences=(),
        tellings=tuple(tellings),
    )
    return dataclasses.replace(made, **fields)


def save_stories(store, *stories):
    with store.writing() as writer:
        for story in stories:
            writer.save_story(story)


def keys(kept):
    """The keys of events or stories, in their order."""
    return [one.event.key if hasattr(one, "event") and hasattr(one, "article") else one.key for one in kept]


def count_of(store, name):
    return next(count.number for count in store.counts() if count.name == name)


def way(actor, recipient, *, is_reciprocal=False):
    return Dyad(actor, recipient, is_reciprocal)
