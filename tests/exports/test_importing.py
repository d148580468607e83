"""Other coders' files as events: each format, each packing, every bad line by number, nothing without bounds."""

import gzip
import io
import json
import zipfile

import pytest
from export_events import EVENTS, make_event, side

from dragoman.errors import BadUse, InputError
from dragoman.exports import importing
from dragoman.exports.codes import load_codes
from dragoman.exports.formats import FORMATS
from dragoman.exports.importing import BadRow, read_events
from dragoman.exports.options import ExportOptions
from dragoman.exports.told import told_from_event
from dragoman.exports.writing import write_text_export

CODES = load_codes()
GDELT = [column.name for column in FORMATS["gdelt"].columns]
ICEWS = [column.name for column in FORMATS["icews"].columns]
POLECAT = [column.name for column in FORMATS["polecat"].columns]


def line_of(names, **cells):
    return "\t".join(cells.get(name.replace(" ", "_"), "") for name in names)


def gdelt_line(**cells):
    given = {
        "GLOBALEVENTID": "1170000001",
        "SQLDATE": "20240513",
        "Actor1Code": "PERCOP",
        "Actor1Name": "POLICE",
        "Actor1CountryCode": "PER",
        "Actor2Code": "BOLMED",
        "Actor2Name": "REPORTER",
        "EventCode": "173",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Lima, Lima, Peru",
        "ActionGeo_CountryCode": "PE",
        "ActionGeo_Lat": "-12.05",
        "ActionGeo_Long": "-77.05",
        "DATEADDED": "20240514120000",
        "SOURCEURL": "https://news.example/2",
    }
    return line_of(GDELT, **{**given, **cells})


def read(tmp_path, *lines, name="file", **options):
    path = tmp_path / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return list(read_events(path, coder="other", **options))


def test_gdelt_line_is_an_event_of_its_coder(tmp_path):
    (event,) = read(tmp_path, gdelt_line())
    assert (event.event, event.mode, event.quad_code, event.status) == (("COERCE",), ("arrest",), 4, "actual")
    assert [(party.code, party.sector) for party in (*event.actor, *event.recipient)] == [
        ("PER", "COP"),
        ("BOL", "JRN"),
    ]
    assert (event.date, event.cite_info.published) == ("2024-05-13", "2024-05-14")
    place = event.event_loc
    assert (place.name, place.country, place.resolution, place.latitude) == ("Lima", "PER", "city", -12.05)
    assert (event.coder.name, event.coder.rule, event.doc_id) == ("other", "cameo:173", "1170000001")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"Actor1Code": ""}, (None, "UNK", ()), id="nobody told"),
        pytest.param({"Actor1Code": "IGOUNOREFHCR"}, ("UNO", "REF", ()), id="an agency"),
        pytest.param({"Actor1Code": "ROMGOVLEG"}, ("ROU", "GOV", ("LEG",)), id="CAMEO's own country code"),
        pytest.param({"Actor1Code": "NGM"}, ("ISM", "", ()), id="a movement"),
        pytest.param({"Actor1Code": "CVL"}, (None, "CVL", ()), id="people of no country"),
        pytest.param({"Actor1Code": "PERHLH"}, ("PER", "MED", ()), id="health workers"),
    ],
)
def test_gdelt_actors_are_read_by_their_letters(tmp_path, cells, expected):
    (event,) = read(tmp_path, gdelt_line(**{"Actor1Name": "", **cells}))
    actor = event.actor[0]
    assert (actor.code, actor.sector, actor.other_sectors) == expected


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        pytest.param({"SQLDATE": "20241345"}, "no day", id="no day of the calendar"),
        pytest.param({"EventCode": "999"}, "no CAMEO code", id="no such code"),
        pytest.param({"EventCode": "10"}, "010 and not 10", id="a code that was taken for a number"),
        pytest.param({"GLOBALEVENTID": "x"}, "GLOBALEVENTID", id="no number"),
        pytest.param({"ActionGeo_Lat": "95"}, "between -90 and 90", id="beyond the pole"),
        pytest.param({"ActionGeo_Long": "nan"}, "between", id="not a number"),
        pytest.param({"ActionGeo_Type": ""}, "ActionGeo_Type", id="no kind of place"),
    ],
)
def test_malformed_line_is_named_and_the_rest_read(tmp_path, cells, problem):
    good, bad, after = read(tmp_path, gdelt_line(), gdelt_line(**cells), gdelt_line(GLOBALEVENTID="2"), name="a.CSV")
    assert (bad.file, bad.number, bad.is_whole) == ("a.CSV", 2, False)
    assert problem in bad.problem
    assert (good.doc_id, after.doc_id) == ("1170000001", "2")


def test_statement_is_set_aside_and_not_called_malformed(tmp_path):
    _, row = read(tmp_path, gdelt_line(), gdelt_line(EventCode="010"))
    assert (row.is_whole, "no event in PLOVER" in row.problem) == (True, True)


def test_icews_line_is_an_event(tmp_path):
    line = line_of(
        ICEWS,
        Event_ID="77",
        Event_Date="2014-05-13",
        Source_Name="Ministry",
        Source_Sectors="Government,Executive,Ecology",
        Source_Country="Russian Federation",
        CAMEO_Code="0331",
        Target_Name="Palestine",
        Target_Country="Occupied Palestinian Territory",
        Sentence_Number="4",
        Publisher="The Other",
        Province="Gaza",
        Country="Occupied Palestinian Territory",
    )
    (event,) = read(tmp_path, "\t".join(ICEWS), line)
    assert (event.event, event.context, event.date) == (("AGREE",), ("economic",), "2014-05-13")
    assert [(party.code, party.sector) for party in (*event.actor, *event.recipient)] == [("RUS", "GOV"), ("PSE", "")]
    assert (event.event_loc.country, event.event_loc.resolution, event.text_info.sequence) == ("PSE", "region", 4)


def test_polecat_line_is_an_event(tmp_path):
    cells = {
        "Event_ID": "e1",
        "Event_Date": "2022-02-24",
        "Event_Type": "ASSAULT",
        "Event_Mode": "aerial",
        "Contexts": "military; made_up",
        "Actor_Country": "RUS",
        "Primary_Actor_Sector": "MIL",
        "Actor_Sectors": "MIL;GOV",
        "Recipient_Country": "UKR",
        "City": "Kyiv",
        "Country": "Ukraine",
        "Publication_Date": "2022-02-25",
    }
    (event,) = read(tmp_path, "\t".join(POLECAT), line_of(POLECAT, **cells))
    assert (event.event, event.mode, event.context, event.event_scale) == (
        ("ASSAULT",),
        ("aerial",),
        ("military",),
        -9.5,
    )
    assert (event.actor[0].code, event.actor[0].sector, event.actor[0].other_sectors) == ("RUS", "MIL", ("GOV",))
    assert (event.event_loc.name, event.event_loc.country) == ("Kyiv", "UKR")


def test_dyads_of_one_foreign_event_have_ids_of_their_own(tmp_path):
    header, common = "\t".join(POLECAT), {"Event_ID": "e1", "Event_Date": "2022-02-24", "Event_Type": "AID"}
    lines = [line_of(POLECAT, **common, Actor_Country="NOR", Recipient_Country=code) for code in ("UKR", "MDA")]
    events = read(tmp_path, header, *lines)
    assert len({event.id for event in events}) == 2


def test_other_programs_plover_lines_may_lack_our_fields(tmp_path):
    line = {"id": "9", "event": "AID", "actor": [{"code": "NOR", "wiki": "x"}], "date": "2022-02-24", "more": 1}
    (event,) = read(tmp_path, json.dumps(line))
    assert (event.event, event.quad_code, event.actor[0].code, event.enddate) == (("AID",), 2, "NOR", "2022-02-24")
    assert (event.coder.name, len(event.key)) == ("other", 16)


@pytest.mark.parametrize(
    "line",
    ["{", '{"event": ["AID"]}', '{"event": ["FIGHT"], "actor": []}', '{"event": ["AID"], "actor": [3]}', "[" * 100_000],
    ids=["broken", "no actor", "unknown type", "no entity", "deeply nested"],
)
def test_broken_plover_line_is_named(tmp_path, line):
    (bad,) = read(tmp_path, line, layout="plover")
    assert isinstance(bad, BadRow)


@pytest.mark.parametrize("name", ["gdelt", "icews", "polecat"])
def test_our_own_exports_are_read_back(tmp_path, name):
    file = io.StringIO()
    told = [told_from_event(event) for event in EVENTS[:4]]
    written = write_text_export(told, FORMATS[name], ExportOptions(), codes=CODES, file=file)
    events = read(tmp_path, *file.getvalue().splitlines())
    assert len(events) == written.rows
    assert [event.event[0] for event in events] == ["ASSAULT", "CONSULT", *["AID"] * 4, "PROTEST"]
    assert [event.actor[0].code for event in events] == ["AZE", "CHL", "UNO", "UNO", "DEU", "DEU", "PER"]
    assert [event.date for event in events] == ["2024-05-13"] * 7


def test_gzip_and_zip_are_unpacked(tmp_path):
    content = f"{gdelt_line()}\n".encode()
    (tmp_path / "a.gz").write_bytes(gzip.compress(content))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.CSV", content)
        archive.writestr("two.CSV", gdelt_line(GLOBALEVENTID="2") + "\nbad\n")
    assert [event.doc_id for event in read_events(tmp_path / "a.gz", coder="other")] == ["1170000001"]
    first, second, bad = read_events(tmp_path / "a.zip", coder="other")
    assert (first.doc_id, second.doc_id, bad.file, bad.number) == ("1170000001", "2", "two.CSV", 2)


def test_file_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "SMALL", 100_000)
    monkeypatch.setattr(importing, "GROWTH", 10)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(f"{gdelt_line()}\n".encode() * 10_000))
    with pytest.raises(InputError, match="unpacks to more than 100000 bytes"):
        list(read_events(tmp_path / "bomb.gz", coder="other"))


@pytest.mark.parametrize("cut", [30, 200])
def test_broken_archive_is_one_clear_error(tmp_path, cut):
    noise = "".join(gdelt_line(GLOBALEVENTID=str(number * 7919)) + "\n" for number in range(50))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(noise.encode())[:cut])
    with pytest.raises(InputError, match=r"cut\.gz is broken"):
        list(read_events(tmp_path / "cut.gz", coder="other"))
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04" + b"x" * cut)
    with pytest.raises(InputError, match=r"cut\.zip is a broken zip"):
        list(read_events(tmp_path / "cut.zip", coder="other"))


def test_endless_line_is_named_and_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "LONGEST_LINE", 2_000)
    good, bad, after = read(tmp_path, gdelt_line(), "x" * 9_000, gdelt_line(GLOBALEVENTID="3"))
    assert (bad.number, "longer than" in bad.problem) == (2, True)
    assert (good.doc_id, after.doc_id) == ("1170000001", "3")


@pytest.mark.parametrize(
    ("lines", "options", "error"),
    [
        pytest.param(["hello"], {}, BadUse, id="no known format"),
        pytest.param(["a\tb"], {"layout": "icews"}, InputError, id="a header that lacks columns"),
        pytest.param([gdelt_line()], {"layout": "acled"}, BadUse, id="a format that is not read"),
    ],
)
def test_file_that_nobody_knows_is_refused(tmp_path, lines, options, error):
    with pytest.raises(error):
        read(tmp_path, *lines, **options)


def test_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(InputError, match=r"none\.CSV"):
        list(read_events(tmp_path / "none.CSV", coder="other"))


def test_columns_may_stand_in_another_order(tmp_path):
    names = list(reversed(ICEWS))
    cells = {"Event_ID": "1", "Event_Date": "2014-05-13", "CAMEO_Code": "042", "Source_Country": "Peru"}
    (event,) = read(tmp_path, "\t".join(names), line_of(names, **cells))
    assert (event.mode, event.actor[0].code) == (("visit",), "PER")


def test_organisation_without_a_country_survives_icews(tmp_path):
    file = io.StringIO()
    told = [told_from_event(make_event(actor=(side("EUR", "", "the Union"),)))]
    write_text_export(told, FORMATS["icews"], ExportOptions(), codes=CODES, file=file)
    (event,) = read(tmp_path, *file.getvalue().splitlines())
    assert event.actor[0].code == "EUR"
