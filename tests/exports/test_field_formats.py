"""What the field's formats say of an event, cell by cell."""

import pytest
from export_events import BAKU, EVENTS, make_event, make_story, side

from dragoman.exports.codes import load_codes
from dragoman.exports.formats import FORMATS
from dragoman.exports.parties import rows_of
from dragoman.exports.told import told_from_event, told_from_story
from dragoman.records import KeptEvent, Location, Size

CODES = load_codes()
SHELLING, MEETING, RELIEF, PROTEST = EVENTS[:4]


def cells(event, name, *, row=0, mapping=None):
    told = told_from_event(event) if not hasattr(event, "reports") else event
    rows = list(rows_of(told, CODES, mapping=mapping or FORMATS[name].mapping))
    return {column.name: column.cell_of(rows[row]) for column in FORMATS[name].columns}


def test_gdelt_row_holds_actors_codes_and_place():
    row = cells(SHELLING, "gdelt")
    assert {name: row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")} == {
        "SQLDATE": 20240513,
        "MonthYear": 202405,
        "Year": 2024,
        "FractionDate": 2024.4466,
    }
    assert [row[f"Actor1{part}"] for part in ("Code", "Name", "CountryCode", "Type1Code")] == [
        "AZEMIL",
        "AZERBAIJAN'S ARMY",
        "AZE",
        "MIL",
    ]
    assert [row[part] for part in ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale")] == [
        "194",
        "194",
        "19",
        4,
        -10.0,
    ]
    place = [row[f"ActionGeo_{part}"] for part in ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long")]
    assert place == [4, "Baku, Azerbaijan", "AJ", None, BAKU.latitude, BAKU.longitude]
    assert row["DATEADDED"] == 20240514063000


@pytest.mark.parametrize(
    ("place", "kind", "name", "fips"),
    [
        pytest.param(Location("Peru", "PER", "country"), 1, "Peru", "PE", id="country"),
        pytest.param(Location("Texas", "USA", "region"), 2, "Texas, United States", "US", id="US state"),
        pytest.param(Location("Houston", "USA", "city"), 3, "Houston, United States", "US", id="US city"),
        pytest.param(Location("Loreto", "PER", "region"), 5, "Loreto, Peru", "PE", id="province"),
        pytest.param(Location("Black Sea", None, "sea"), 0, "Black Sea", None, id="sea"),
        pytest.param(Location("Rafah", "PSE", "city", 31.3, 34.25), 4, "Rafah, Palestine", "GZ", id="Gaza"),
        pytest.param(None, 0, None, None, id="no place"),
    ],
)
def test_place_is_never_finer_than_told(place, kind, name, fips):
    row = cells(make_event(event_loc=place), "gdelt")
    assert [row[f"ActionGeo_{part}"] for part in ("Type", "FullName", "CountryCode")] == [kind, name, fips]


def test_agency_of_the_united_nations_is_no_country():
    row = cells(RELIEF, "gdelt")
    told = [row[f"Actor1{part}"] for part in ("Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")]
    assert told == ["IGOUNOREFHCR", None, "HCR", "IGO", "UNO"]


@pytest.mark.parametrize(
    ("kind", "mode", "mapping", "quad"),
    [
        pytest.param("PROTEST", "demo", "plover", 4, id="PLOVER: protest is material"),
        pytest.param("PROTEST", "demo", "gdelt", 3, id="GDELT: protest is verbal"),
        pytest.param("SANCTION", "withdraw", "gdelt", 4, id="GDELT: reduced relations are material"),
        pytest.param("SANCTION", "withdraw", "phoenix", 3, id="Phoenix: reduced relations are verbal"),
    ],
)
def test_class_follows_the_mapping_in_use(kind, mode, mapping, quad):
    assert cells(make_event(kind, mode=(mode,), quad_code=4), "gdelt", mapping=mapping)["QuadClass"] == quad


def test_story_counts_its_reports_and_reporters():
    row = cells(told_from_story(make_story(), KeptEvent(SHELLING, "article-1", None)), "gdelt")
    assert [row[name] for name in ("NumMentions", "NumSources", "NumArticles")] == [3, 2, 3]


def test_icews_row_speaks_icews_words():
    row = cells(RELIEF, "icews", row=1)
    assert [row[f"Source {part}"] for part in ("Name", "Sectors", "Country")] == ["UNHCR", "Refugees", "United Nations"]
    assert [row[f"Target {part}"] for part in ("Name", "Sectors", "Country")] == ["Sudan", None, "Sudan"]
    assert (row["Event Text"], row["CAMEO Code"], row["Intensity"]) == ("Provide humanitarian aid", "073", 7.4)
    assert cells(make_event(recipient=(side("PSE"),)), "icews")["Target Country"] == "Occupied Palestinian Territory"


def test_polecat_row_is_plovers_own_with_the_number_of_the_year():
    row = cells(make_event(actor=(side("DEU", "GOV", "Bonn", office="Chancellor"),), date="1970-01-02"), "polecat")
    assert (row["Event Type"], row["Event Mode"], row["Intensity"], row["Quad Code"]) == ("ASSAULT", None, -9.0, 4)
    assert (row["Actor Country"], row["Actor COW"], row["Actor Title"]) == ("DEU", 260, "Chancellor")
    assert cells(make_event(actor=(side("DEU"),)), "polecat")["Actor COW"] == 255
    assert cells(make_event(date="1980-01-01"), "polecat")["Actor COW"] is None


def test_phoenix_row_parts_the_letters():
    row = cells(RELIEF, "phoenix")
    assert [row[f"Source{part}"] for part in ("Full", "Root", "Agent", "Others")] == [
        "IGOUNOREFHCR",
        "IGO",
        "UNO",
        "REF;HCR",
    ]
    assert (row["Date"], row["Year"], row["Month"], row["Day"]) == (20240513, 2024, 5, 13)
    assert (row["EventCode"], row["EventRoot"], row["QuadClass"]) == ("073", "07", 2)


@pytest.mark.parametrize(
    ("fields", "kind", "actor", "label"),
    [
        pytest.param(
            {"mode": ("heavy-weapons",), "event_loc": BAKU},
            ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
            "Military Forces of Azerbaijan",
            "State forces",
            id="shelling at home",
        ),
        pytest.param(
            {"event_loc": Location("Haifa", "ISR", "city")},
            ("Political violence", "Battles", "Armed clash"),
            "Military Forces of Azerbaijan",
            "External/Other forces",
            id="forces abroad",
        ),
        pytest.param(
            {"recipient": (side("ISR", "CVL"),)},
            ("Political violence", "Violence against civilians", "Attack"),
            "Military Forces of Azerbaijan",
            "State forces",
            id="violence against civilians",
        ),
        pytest.param(
            {"event": ("PROTEST",), "mode": ("riot",), "actor": (side("PER", "CVL"),)},
            ("Demonstrations", "Riots", "Violent demonstration"),
            "Rioters (Peru)",
            "Rioters",
            id="riot",
        ),
        pytest.param(
            {"actor": (side("COL", "REB", "the front"),)},
            ("Political violence", "Battles", "Armed clash"),
            "the front",
            "Rebel group",
            id="rebels by name",
        ),
    ],
)
def test_acled_row_names_kind_and_actor(fields, kind, actor, label):
    row = cells(make_event(**fields), "acled")
    assert (row["disorder_type"], row["event_type"], row["sub_event_type"]) == kind
    assert (row["actor1"], row["inter1"]) == (actor, label)


def test_acled_row_tells_place_number_and_dead():
    row = cells(SHELLING, "acled")
    told = [
        row[name] for name in ("iso", "region", "country", "location", "geo_precision", "fatalities", "interaction")
    ]
    assert told == [31, "Caucasus and Central Asia", "Azerbaijan", "Baku", 1, 3, "State forces-External/Other forces"]
    assert row["event_id_cnty"].startswith("AZE")
    assert cells(make_event(size=Size(injured=2)), "acled")["fatalities"] is None


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [("2024-05-13", "2024-05-13", 1), ("2024-05-13", "2024-05-19", 2), ("2024-05-01", "2024-05-31", 3)],
    ids=["day", "week", "month"],
)
def test_acled_tells_how_fine_the_date_is(first, last, precision):
    assert cells(make_event(date=first, enddate=last), "acled")["time_precision"] == precision
