"""GraphML and GEXF: the graph of relations as files for Gephi, networkx, igraph and the like.

In comes a `Graph`; out goes XML, every name escaped and without characters that XML forbids.  GEXF is dynamic: edges
hold their figures month by month.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr  # writes only; nothing foreign is parsed

from dragoman.exports.graphs import FIGURES, Edge, Graph, Weight

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MONTHLY = ("number", "conflict_share", "score_mean")  # what GEXF tells of each month


class XmlFile:
    """Writes elements; attributes and text are escaped.  An attribute's name may end in "_" to be no Python word."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        file.write('<?xml version="1.0" encoding="utf-8"?>\n')

    @contextmanager
    def element(self, name: str, **attributes: object) -> Iterator[None]:
        """Open an element; what is written inside stands in it."""
        self._file.write(f"<{_tag(name, attributes)}>\n")
        yield
        self._file.write(f"</{name}>\n")

    def leaf(self, name: str, text: object = "", **attributes: object) -> None:
        """Write an element that holds text at most."""
        opening, content = _tag(name, attributes), escape(_clean(text))
        self._file.write(f"<{opening}>{content}</{name}>\n" if content else f"<{opening}/>\n")


def write_graphml(graph: Graph, file: TextIO) -> None:
    """Write the graph as GraphML."""
    xml = XmlFile(file)
    with xml.element("graphml", xmlns=GRAPHML):
        xml.leaf("key", id="name", for_="node", **{"attr.name": "name", "attr.type": "string"})
        xml.leaf("key", id="counts", for_="graph", **{"attr.name": "counts", "attr.type": "string"})
        for name, kind, _ in FIGURES:
            xml.leaf("key", id=name, for_="edge", **{"attr.name": name, "attr.type": kind})
        with xml.element("graph", id="relations", edgedefault="directed"):
            xml.leaf("data", graph.counts, key="counts")
            for code, name in graph.names.items():
                with xml.element("node", id=code):
                    xml.leaf("data", name, key="name")
            for (actor, recipient), edge in graph.edges.items():
                with xml.element("edge", id=f"{actor}-{recipient}", source=actor, target=recipient):
                    for figure, value in edge.total.figures().items():
                        xml.leaf("data", value, key=figure)


def write_gexf(graph: Graph, file: TextIO) -> None:
    """Write the graph as GEXF 1.3, its edges by month."""
    xml = XmlFile(file)
    with xml.element("gexf", xmlns=GEXF, version="1.3"):
        with xml.element("meta"):
            xml.leaf("creator", "Dragoman")
            xml.leaf("description", f"relations; what is counted are {graph.counts}")
        with xml.element("graph", mode="dynamic", defaultedgetype="directed", timeformat="date", **_bounds(graph)):
            _write_gexf_columns(xml)
            with xml.element("nodes"):
                for code, name in graph.names.items():
                    xml.leaf("node", id=code, label=name)
            with xml.element("edges"):
                for way, edge in graph.edges.items():
                    _write_gexf_edge(xml, way, edge)


def _write_gexf_columns(xml: XmlFile) -> None:
    with xml.element("attributes", class_="edge", mode="static"):
        for name, kind, _ in FIGURES:
            xml.leaf("attribute", id=name, title=name, type=kind)
    with xml.element("attributes", class_="edge", mode="dynamic"):
        for name, kind, _ in FIGURES:
            if name in MONTHLY:
                xml.leaf("attribute", id=f"month_{name}", title=f"{name} of the month", type=kind)


def _write_gexf_edge(xml: XmlFile, way: tuple[str, str], edge: Edge) -> None:
    actor, recipient = way
    months = {month: edge.months[month] for month in sorted(edge.months)}
    with xml.element(
        "edge", id=f"{actor}-{recipient}", source=actor, target=recipient, weight=float(edge.total.number)
    ):
        with xml.element("attvalues"):
            for name, value in edge.total.figures().items():
                xml.leaf("attvalue", for_=name, value=value)
            for month, weight in months.items():
                _write_month(xml, month, weight)
        if months:
            with xml.element("spells"):
                for month in months:
                    xml.leaf("spell", **_span_of(month))


def _write_month(xml: XmlFile, month: str, weight: Weight) -> None:
    figures = weight.figures()
    for name in MONTHLY:
        xml.leaf("attvalue", for_=f"month_{name}", value=figures[name], **_span_of(month))


def _bounds(graph: Graph) -> Mapping[str, str]:
    months = sorted({month for edge in graph.edges.values() for month in edge.months})
    return {"start": _span_of(months[0])["start"], "end": _span_of(months[-1])["end"]} if months else {}


def _span_of(month: str) -> dict[str, str]:
    """Return the first and the last day of a month."""
    year, number = int(month[:4]), int(month[5:7])
    return {"start": f"{month}-01", "end": f"{month}-{calendar.monthrange(year, number)[1]:02}"}


def _tag(name: str, attributes: Mapping[str, object]) -> str:
    told = (f" {key.rstrip('_')}={quoteattr(_clean(value))}" for key, value in attributes.items())
    return name + "".join(told)


def _clean(value: object) -> str:
    return FORBIDDEN.sub(" ", str(value))
