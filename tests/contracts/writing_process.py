"""A program that works on a store beside others; the tests start several.

In: what to do, the store's address, a name and a number.  Out: a line on standard output once it is at it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from invented import RUN, make_article, make_event, make_outcome, make_story

from dragoman.records import EventFilter, article_key
from dragoman.stores import open_store


def write(store, name, number):
    """Save so many articles with their stories, two in a transaction."""
    for start in range(0, number, 2):
        with store.writing() as writer:
            run = writer.begin_run(RUN)
            for place in range(start, min(start + 2, number)):
                article = make_article(f"{name} {place}")
                event = make_event(article)
                writer.save(make_outcome(article, event), run=run)
                writer.save_story(make_story(event, articles=[article_key(article)]))


def read(store, _name, number):
    """Read until so many articles are there; each state must be whole: an event, a story and a count for each."""
    seen = 0
    while seen < number:
        events = list(store.events(EventFilter()))
        cells = sum(cell.stories for cell in store.dyad_counts(["NOR", "CHL"]))
        stories = len(list(store.stories(EventFilter())))
        if not seen <= len(events) <= cells <= stories:
            raise SystemExit(f"{len(events)} events, then {cells} counted, then {stories} stories")
        seen = len(events)


def hold(store, name, _number):
    """Save an article, say so, and never end the transaction."""
    with store.writing() as writer:
        article = make_article(name)
        writer.save(make_outcome(article, make_event(article)), run=writer.begin_run(RUN))
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    what, address, name, number = sys.argv[1:]
    opened = open_store(address)
    {"write": write, "read": read, "hold": hold}[what](opened, name, int(number))
    opened.close()
