"""Each format has exactly the columns of its field, and each says what it means."""

import pytest

from dragoman.exports.columns import KINDS
from dragoman.exports.formats import FORMATS

GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
POLECAT_SIDE = ["{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw"]
POLECAT_SIDE += ["Wikipedia {} ID"]
PHOENIX_SIDE = ["Full", "Root", "Agent", "Others"]
FIELD = {
    "gdelt": [
        *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
        *(f"Actor1{part}" for part in ACTOR),
        *(f"Actor2{part}" for part in ACTOR),
        *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
        *"NumMentions NumSources NumArticles AvgTone".split(),
        *(f"{name}Geo_{part}" for name in ("Actor1", "Actor2", "Action") for part in GEO),
        "DATEADDED",
        "SOURCEURL",
    ],
    "icews": [
        "Event ID",
        "Event Date",
        *(f"Source {part}" for part in ("Name", "Sectors", "Country")),
        "Event Text",
        "CAMEO Code",
        "Intensity",
        *(f"Target {part}" for part in ("Name", "Sectors", "Country")),
        "Story ID",
        "Sentence Number",
        "Publisher",
        *"City District Province Country Latitude Longitude".split(),
    ],
    "polecat": [
        *"Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts".split("|"),
        *(part.format("Actor") for part in POLECAT_SIDE),
        *(part.format("Recipient") for part in POLECAT_SIDE),
        *"Placename City District Province Country Latitude Longitude".split(),
        *"GeoNames ID|Raw Placename|Feature Type|Source|Publication Date".split("|"),
        *"Story People|Story Organizations|Story Locations|Language|Version".split("|"),
    ],
    "acled": (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type "
        "actor1 assoc_actor_1 inter1 "
        "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
        "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
    ).split(),
    "phoenix": [
        *"EventID Date Year Month Day".split(),
        *(f"Source{part}" for part in PHOENIX_SIDE),
        *(f"Target{part}" for part in PHOENIX_SIDE),
        *"EventCode EventRoot QuadClass Goldstein Issues Lat Lon PlaceName StateName CountryName".split(),
        *"SentenceIDs URLs Sources".split(),
    ],
}
NUMBERS = {"gdelt": 61, "icews": 20, "polecat": 40, "acled": 31, "phoenix": 26}


@pytest.mark.parametrize("name", FIELD)
def test_columns_are_the_fields(name):
    assert [column.name for column in FORMATS[name].columns] == FIELD[name]
    assert len(FIELD[name]) == NUMBERS[name]


@pytest.mark.parametrize("name", FORMATS)
def test_columns_say_what_they_mean(name):
    assert {column.kind for column in FORMATS[name].columns} <= set(KINDS)
    assert [column.name for column in FORMATS[name].columns if len(column.meaning) < 4] == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_two_columns_have_one_name(name):
    names = [column.name for column in FORMATS[name].columns]
    assert len(set(names)) == len(names)


def test_csv_and_parquet_hold_the_same():
    assert FORMATS["csv"].columns is FORMATS["parquet"].columns
