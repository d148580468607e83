"""Which events are taken: what is asked for, what a format has room for, and that nothing is left out unsaid."""

import dataclasses

import pytest
from export_events import EVENTS, make_event, make_story, side

from dragoman.errors import BadUse
from dragoman.exports.choosing import check_filter, is_wanted
from dragoman.exports.choosing_rows import choose_rows
from dragoman.exports.codes import load_codes
from dragoman.exports.formats import FORMATS, format_named
from dragoman.exports.options import ExportOptions, Tally
from dragoman.exports.told import told_from_event, told_from_story, with_text
from dragoman.records import CLAIM, Attribution, EventFilter, KeptEvent

CODES = load_codes()
CLAIM_OF = Attribution("Eva Holm", None, "NOR", "GOV", "quoted")


def rows_and_tally(events, name, **options):
    tally = Tally()
    told = [told_from_event(event) for event in events]
    rows = list(choose_rows(told, FORMATS[name], ExportOptions(**options), codes=CODES, tally=tally))
    return rows, tally.result()


def reasons(written):
    return {item.name.split(",")[0]: item.number for item in written.left_out}


@pytest.mark.parametrize(
    ("asked", "fields", "expected"),
    [
        pytest.param({"types": ("AID",)}, {}, False, id="another type"),
        pytest.param({"types": ("AID", "ASSAULT")}, {}, True, id="one of two types"),
        pytest.param({"classes": (1, 2)}, {}, False, id="another class"),
        pytest.param({"statuses": ("negation",)}, {}, False, id="another status"),
        pytest.param({"outlets": ("The Example",)}, {}, True, id="the outlet"),
        pytest.param({"outlets": ("The Other",)}, {}, False, id="another outlet"),
        pytest.param({"genres": ("opinion",)}, {}, False, id="another genre"),
        pytest.param({"sections": ("body",)}, {}, True, id="the section"),
        pytest.param({"sectors": ("GOV",)}, {}, False, id="one side of another sector"),
        pytest.param({"sectors": ("GOV", "MIL")}, {}, True, id="both sides of these sectors"),
        pytest.param({"claims": False}, {"attribution": CLAIM_OF}, False, id="a claim where none is wanted"),
        pytest.param({"claims": True}, {}, False, id="no claim where one is wanted"),
        pytest.param({"min_confidence": 0.95}, {}, False, id="not sure enough"),
        pytest.param({"since": "2024-05-13", "until": "2024-05-13"}, {}, True, id="the very day"),
        pytest.param({"since": "2024-05-14"}, {}, False, id="the day after"),
        pytest.param({"since": "2024-05-14"}, {"enddate": "2024-05-20"}, True, id="still going on"),
        pytest.param({"until": "2024-05-14"}, {"date": None, "enddate": None}, False, id="undated"),
        pytest.param({"seen_since": "2024-05-14", "seen_until": "2024-05-14"}, {}, True, id="seen on that day"),
        pytest.param({"seen_since": "2024-05-15"}, {}, False, id="seen before"),
        pytest.param({"actor": ("AZE",), "recipient": ("ISR",)}, {}, True, id="the dyad"),
        pytest.param({"actor": ("ISR",), "recipient": ("AZE",)}, {}, False, id="the other way"),
        pytest.param({"actor": ("ISR",), "recipient": ("AZE",), "either_way": True}, {}, True, id="either way"),
        pytest.param({"actor": ("AZE",)}, {}, True, id="an actor"),
        pytest.param({"actor": ("ISR",)}, {}, False, id="no actor"),
        pytest.param({"actor": ("ISR",), "either_way": True}, {}, True, id="on either side"),
        pytest.param({"recipient": ("ISR",)}, {}, True, id="a recipient"),
        pytest.param(
            {"actor": ("AZE",), "recipient": ("AZE",)},
            {"actor": (side("AZE"), side("ISR")), "recipient": (), "reciprocal": True},
            False,
            id="nobody acts on itself by acting with another",
        ),
        pytest.param(
            {"actor": ("ISR",), "recipient": ("AZE",)},
            {"actor": (side("AZE"), side("ISR")), "recipient": (), "reciprocal": True},
            True,
            id="a reciprocal act goes both ways",
        ),
    ],
)
def test_event_is_held_against_the_filter(asked, fields, expected):
    assert is_wanted(make_event(**fields), EventFilter(**asked)) is expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param({"types": ("FIGHT",)}, "FIGHT.*ASSAULT", id="type"),
        pytest.param({"statuses": ("done",)}, "done.*actual", id="status"),
        pytest.param({"sections": ("sports",)}, "sports", id="section"),
        pytest.param({"genres": ("satire",)}, "satire", id="genre"),
        pytest.param({"sectors": ("ARMY",)}, "ARMY", id="sector"),
        pytest.param({"actor": ("AZ",)}, "'AZ'", id="code of two letters"),
        pytest.param({"recipient": ("GRL",)}, "DNK", id="a dependency, with the code to ask for"),
    ],
)
def test_what_no_event_can_have_is_refused_by_name(asked, told):
    with pytest.raises(BadUse, match=told):
        check_filter(EventFilter(**asked), CODES.ontology)


def test_format_without_status_and_speaker_leaves_out_what_it_would_make_a_fact():
    rows, written = rows_and_tally(EVENTS, "icews")
    assert {row.event.key for row in rows} == {event.key for event in EVENTS[:4]}
    assert sum(item.number for item in written.left_out) == 4
    assert set(reasons(written)) == {"a claim", "negation", "historical", "dated coarser than a week"}


def test_formats_with_room_for_everything_take_everything():
    for name in ("plover", "csv", "parquet"):
        rows, written = rows_and_tally(EVENTS, name)
        assert [row.event for row in rows] == list(EVENTS)
        assert written.left_out == ()


def test_claims_and_coarse_dates_go_along_when_asked_for():
    rows, written = rows_and_tally(EVENTS, "gdelt", with_claims=True, coarse_dates=True)
    assert {"ACCUSE", "COERCE"} <= {row.type for row in rows}
    assert set(reasons(written)) == {"negation", "historical"}


def test_denied_act_has_no_row_in_cameo_even_when_asked_for():
    wanted = EventFilter(statuses=("negation",))
    rows, written = rows_and_tally([EVENTS[5]], "gdelt", wanted=wanted)
    assert rows == []
    assert reasons(written) == {"no CAMEO code tells it": 1}


def test_acled_takes_months_since_it_tells_how_fine_a_date_is():
    rows, _ = rows_and_tally([EVENTS[7]], "acled")
    assert [row.type for row in rows] == ["COERCE"]


def test_dyad_leaves_the_events_other_dyads_out():
    event = make_event(recipient=(side("ISR"), side("IRN")))
    rows, written = rows_and_tally([event], "polecat", wanted=EventFilter(("AZE",), ("IRN",), either_way=True))
    assert [row.recipient.code for row in rows] == ["IRN"]
    assert reasons(written) == {"another dyad of the same event": 1}


@pytest.mark.parametrize("name", ["plover", "polecat", "gdelt"])
def test_one_a_day_keeps_the_first_of_date_actor_recipient_and_code(name):
    events = [
        make_event(key="first"),
        make_event(key="again"),
        make_event(key="another day", date="2024-05-14", enddate="2024-05-14"),
        make_event(key="another code", kind="COERCE"),
        make_event(key="another actor", actor=(side("ISR", "MIL"),)),
    ]
    rows, written = rows_and_tally(events, name, one_a_day=True)
    assert [row.event.key for row in rows] == [event.key for event in (events[0], *events[2:])]
    assert reasons(written) == {"one of its kind on that day is there": 1}
    assert len(rows_and_tally(events, name)[0]) == 5


def test_event_told_twice_under_one_key_is_written_once():
    rows, written = rows_and_tally([EVENTS[0], EVENTS[0]], "csv")
    assert len(rows) == 1
    assert reasons(written) == {"told twice under one key": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [("none", ""), ("span", "shelled"), ("sentence", EVENTS[0].text)],
)
def test_no_more_of_the_articles_words_go_along_than_allowed(text, words):
    start = EVENTS[0].text.index("shelled")
    info = EVENTS[0].text_info
    evidence = dataclasses.replace(info.evidence[0], start=info.start + start, end=info.start + start + len("shelled"))
    event = dataclasses.replace(EVENTS[0], text_info=dataclasses.replace(info, evidence=(evidence,)))
    assert with_text(told_from_event(event), text).event.text == words


def test_unknown_options_are_refused():
    with pytest.raises(BadUse, match="none, span, sentence"):
        ExportOptions(text="all")
    with pytest.raises(BadUse, match="plover, gdelt, phoenix"):
        ExportOptions(mapping="mine")
    with pytest.raises(BadUse, match="there is no export format 'excel'"):
        format_named("excel")


def test_story_is_told_as_one_event_with_its_counts():
    best = KeptEvent(EVENTS[0], "article-1", None, reporter="The Example")
    told = told_from_story(make_story(), best)
    assert (told.event.key, told.reports, told.reporters) == (make_story().key, 3, 2)
    assert (told.event.size.dead, told.event.cite_info.title, told.article) == (4, "A title", "article-1")


@pytest.mark.parametrize(("face", "is_claim"), [(0, False), (CLAIM, True)])
def test_story_is_a_claim_only_where_every_telling_is(face, is_claim):
    best = KeptEvent(dataclasses.replace(EVENTS[0], attribution=CLAIM_OF), "article-1", None)
    assert (told_from_story(make_story(face=face), best).event.attribution is not None) is is_claim


def test_story_without_its_best_event_still_has_what_it_says_itself():
    told = told_from_story(make_story(), None)
    assert (told.event.date, told.event.text, told.event.cite_info.url) == ("2024-05-13", make_story().line, None)
