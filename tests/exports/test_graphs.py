"""Relations as graphs: directed edges with counts by class, month by month in GEXF, and no name that breaks the XML."""

import io
from xml.etree import ElementTree

import pytest
from export_events import EVENTS, make_event, side

from dragoman.exports.codes import load_codes
from dragoman.exports.formats import FORMATS
from dragoman.exports.options import ExportOptions
from dragoman.exports.told import told_from_event
from dragoman.exports.writing import write_text_export

CODES = load_codes()
ML = "{http://graphml.graphdrawing.org/xmlns}"
GX = "{http://gexf.net/1.3}"


def tree_of(name, events):
    file = io.StringIO()
    told = [told_from_event(event) for event in events]
    write_text_export(told, FORMATS[name], ExportOptions(), codes=CODES, file=file)
    return ElementTree.fromstring(file.getvalue())  # noqa: S314 - our own file


def edges_of(tree):
    return {
        (edge.get("source"), edge.get("target")): {data.get("key"): float(data.text) for data in edge.iter(f"{ML}data")}
        for edge in tree.iter(f"{ML}edge")
    }


def test_dyads_are_directed_edges_with_counts_by_class():
    calm = make_event("AID", key="calm", quad_code=2, event_scale=10.0)
    edges = edges_of(tree_of("graphml", [make_event(), make_event(key="again"), calm]))
    assert set(edges) == {("AZE", "ISR")}
    edge = edges["AZE", "ISR"]
    assert (edge["number"], edge["material_conflict"], edge["material_cooperation"]) == (3, 2, 1)
    assert edge["conflict_share"] == pytest.approx(2 / 3, abs=1e-6)
    assert edge["score_mean"] == pytest.approx(-8 / 3, abs=1e-6)
    assert "conflict_low" not in edge


def test_five_events_have_a_band():
    edge = edges_of(tree_of("graphml", [make_event(key=str(number)) for number in range(5)]))["AZE", "ISR"]
    assert 0.4 < edge["conflict_low"] < edge["conflict_high"] == 1.0


def test_reciprocal_act_stands_on_both_edges_and_a_domestic_one_on_none():
    home = make_event(key="home", recipient=(side("AZE", "CVL"),))
    edges = edges_of(tree_of("graphml", [EVENTS[1], home]))
    assert set(edges) == {("CHL", "NOR"), ("NOR", "CHL")}
    assert edges["CHL", "NOR"]["reciprocal"] == 1


def test_nodes_have_names():
    names = {node.get("id"): node[0].text for node in tree_of("graphml", [make_event()]).iter(f"{ML}node")}
    assert names == {"AZE": "Azerbaijan", "ISR": "Israel"}


def test_gexf_tells_months():
    june = make_event(key="june", date="2024-06-02", enddate="2024-06-02")
    tree = tree_of("gexf", [make_event(), june])
    graph = tree.find(f"{GX}graph")
    assert (graph.get("mode"), graph.get("start"), graph.get("end")) == ("dynamic", "2024-05-01", "2024-06-30")
    spells = [(spell.get("start"), spell.get("end")) for spell in tree.iter(f"{GX}spell")]
    assert spells == [("2024-05-01", "2024-05-31"), ("2024-06-01", "2024-06-30")]
    monthly = [value for value in tree.iter(f"{GX}attvalue") if value.get("for") == "month_number"]
    assert [(value.get("start"), value.get("value")) for value in monthly] == [("2024-05-01", "1"), ("2024-06-01", "1")]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_strange_codes_are_escaped(name):
    tree = tree_of(name, [make_event(actor=(side('<a b="c">&\x00\x1b\ud800'),))])
    ids = {node.get("id") for node in tree.iter() if node.tag.endswith("}node")}
    assert ids == {'<a b="c">&   ', "ISR"}
