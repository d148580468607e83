"""All that a store says, times and numbers of runs apart, as text that can be compared line by line.

In: an open store.  Out: sorted lines of JSON.  Asked through the contract alone, so that the dumps of two back ends
compare too.
"""

import json
from collections.abc import Iterator

from dragoman.records import EventFilter, json_from_record
from dragoman.stores.contract import Store

TIMES = ("fetched", "first_seen", "at", "first_run", "run", "since_run", "until_run")
CODES_OF_ALL = EventFilter(with_retracted=True)
UNCOUNTED = ("runs",)  # how often somebody had to begin anew is not what the store says


def dump_store(store: Store) -> list[str]:
    """Return the store's content as sorted lines."""
    return sorted(_lines(store))


def _lines(store: Store) -> Iterator[str]:
    codes: set[str] = set()
    for article in store.articles():
        for revision in range(1, article.revisions + 1):
            yield _line("article", store.article(article.key, revision=revision))
        yield _line("raw page", article.key, (store.raw_page(article.key) or b"").hex())
    for kept in store.events(CODES_OF_ALL):
        yield _line("event", kept)
        yield from (_line("version", version) for version in store.versions(kept.event.key))
        codes |= {side.code for side in (*kept.event.actor, *kept.event.recipient) if side.code}
    for story in store.stories(CODES_OF_ALL):
        yield _line("story", story)
        yield from (_line("telling", story.key, telling) for telling in store.tellings(story.key))
    for code in sorted(codes):
        yield from (_line("dyads of", code, cell) for cell in store.dyad_counts([code], faces=63))
    yield from (_line("world", cell) for cell in store.world_counts())
    yield from (_line("outlet", cell) for cell in store.outlet_counts())
    yield from (_line("rejection", rejection) for rejection in store.rejections())
    yield from (_line("sighting", sighting) for sighting in store.sightings())
    yield from (_line("correction", correction) for correction in store.corrections())
    yield from (_line("count", count) for count in store.counts() if count.name not in UNCOUNTED)


def _line(kind: str, *values: object) -> str:
    return f"{kind} {json.dumps([_timeless(json_from_record(value)) for value in values], sort_keys=True)}"


def _timeless(value: object) -> object:
    """Leave out times and the numbers of runs; a story's first_seen is a day of its reports and stays."""
    if isinstance(value, list):
        return [_timeless(item) for item in value]
    if isinstance(value, dict):
        is_story = "tellings" in value
        return {
            name: _timeless(item)
            for name, item in value.items()
            if name not in TIMES or (is_story and name == "first_seen")
        }
    return value
