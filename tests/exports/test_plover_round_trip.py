"""PLOVER out, in and out again: the same bytes, whatever the events hold."""

import dataclasses
import io

from export_events import EVENTS, make_story
from hypothesis import given
from hypothesis import strategies as st
from record_strategies import strategy_of

from dragoman.exports.codes import load_codes
from dragoman.exports.foreign import Reader
from dragoman.exports.formats import FORMATS
from dragoman.exports.from_plover import event_from_plover
from dragoman.exports.importing import read_events
from dragoman.exports.options import ExportOptions
from dragoman.exports.told import told_from_event, told_from_story
from dragoman.exports.writing import write_text_export
from dragoman.knowledge.cameo import CameoCodes
from dragoman.records import Event, KeptEvent

READER = Reader("other", load_codes(), CameoCodes.load())
TYPES = st.sampled_from(sorted(READER.codes.ontology.event_types)).map(lambda name: (name,))
ANY_EVENTS = st.lists(
    st.builds(lambda event, kind: dataclasses.replace(event, event=kind), strategy_of(Event), TYPES),
    max_size=3,
    unique_by=lambda event: event.key.encode("utf-8", "replace"),
)


def plover_of(tellings):
    file = io.StringIO()
    write_text_export(tellings, FORMATS["plover"], ExportOptions(), codes=READER.codes, file=file)
    return file.getvalue()


@given(ANY_EVENTS)
def test_any_events_come_back_the_same(events):
    text = plover_of(told_from_event(event) for event in events)
    again = [event_from_plover(line, READER) for line in text.splitlines()]
    assert again == events
    assert plover_of(map(told_from_event, again)) == text


def test_file_comes_back_as_the_same_bytes(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text(plover_of(map(told_from_event, EVENTS)), encoding="utf-8", newline="\n")
    again = list(read_events(path, coder="other"))
    assert again == list(EVENTS)
    assert plover_of(map(told_from_event, again)).encode() == path.read_bytes()


def test_stories_line_says_how_many_tell_it_and_reads_back_as_an_event():
    told = told_from_story(make_story(), KeptEvent(EVENTS[0], "article-1", None))
    line = plover_of([told])
    assert '"story": {"key": ' in line
    assert '"reports": 3' in line
    assert event_from_plover(line, READER) == told.event
