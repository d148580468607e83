"""Codebook and data package: every column, every count, the mapping in use, and how to cite."""

import json

import pytest

from dragoman.exports.codebook import Made, codebook_text, datapackage_text
from dragoman.exports.formats import FORMATS
from dragoman.exports.options import ExportOptions, Written
from dragoman.records import Count, EventFilter

WRITTEN = Written(8, 5, (Count("without a date", 3),), "2024-05-13", "2024-06-01", ("dragoman 0.1.0",))
ASKED = ExportOptions(EventFilter(types=("AID",)), text="span", one_a_day=True)


def made(name, options=ASKED):
    return Made(
        f"out.{name}", 1234, "ab" * 32, "2024-06-02T08:00:00+00:00", FORMATS[name], options, WRITTEN, "news.db", "9.9"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_codebook_explains_every_column_and_the_rest(name):
    text = codebook_text(made(name))
    rows = [line.split(" | ")[0].removeprefix("| ") for line in text.splitlines() if line.startswith("| ")]
    assert [column.name for column in FORMATS[name].columns] == [row for row in rows if row not in ("column", "---")][
        : len(FORMATS[name].columns)
    ]
    for told in ("rows: 5", "3: without a date", "Cite", "PLOVER 2.0", "2024-05-13 to 2024-06-01", FORMATS[name].lost):
        assert told in text


@pytest.mark.parametrize("name", FORMATS)
def test_datapackage_has_schema_licence_counts_version_and_filters(name):
    package = json.loads(datapackage_text(made(name)))
    (resource,) = package["resources"]
    assert [field["name"] for field in resource.get("schema", {"fields": []})["fields"]] == [
        column.name for column in FORMATS[name].columns
    ]
    assert (resource["path"], resource["bytes"], resource["rowcount"]) == (f"out.{name}", 1234, 5)
    assert package["counts"] == {
        "unit": "reports",
        "events": 8,
        "rows": 5,
        "left_out": {"without a date": 3},
        "first_day": "2024-05-13",
        "last_day": "2024-06-01",
    }
    assert {licence["name"] for licence in package["licenses"]} == {"CC-BY-SA-4.0", "CC-BY-4.0"}
    assert "Dragoman 9.9" in package["citation"]
    assert (package["coders"], package["exporter"]) == (["dragoman 0.1.0"], "dragoman 9.9")
    assert (package["filters"]["types"], package["filters"]["text"], package["filters"]["one_a_day"]) == (
        ["AID"],
        "span",
        True,
    )


@pytest.mark.parametrize(
    ("name", "mapping", "told"),
    [
        ("gdelt", None, "reduced relations (16) material conflict"),
        ("gdelt", "phoenix", "reduced relations (16) verbal conflict"),
        ("polecat", None, "protest (14) and reduced relations (16) are material conflict"),
    ],
)
def test_mapping_of_classes_is_named(name, mapping, told):
    options = ExportOptions(mapping=mapping)
    assert told in codebook_text(made(name, options))
    assert json.loads(datapackage_text(made(name, options)))["class_mapping"] == (mapping or FORMATS[name].mapping)


def test_every_format_says_what_is_lost():
    assert [name for name, known in FORMATS.items() if not known.lost] == []
