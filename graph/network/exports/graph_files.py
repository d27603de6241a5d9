"""The graph for programs that draw and measure networks: GraphML and GEXF, by the writers of networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.network.exports.cells import NOT_IN_XML, cell_text
from graph.network.exports.things import iter_nodes, iter_ties, sources_of
from graph.schema.declaration import Property, ValueType
from graph.schema.model import RELATIONSHIPS_BY_NAME, properties_of_kind, properties_of_relationship
from graph.schema.values import Value
from graph.store.base import View

if TYPE_CHECKING:
    import networkx as nx

_LIST = "; "


def export_graphml(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as GraphML.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of the words of kinds and types.

    Notes
    -----
    All of it is in memory. Every edge is directed, because a file may not mix them for all readers; ``symmetric``
    says of which the direction has no meaning.
    """
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415 - slow to import, and few need it

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(_graph(view, lang))
    yield _head(view)
    yield f"{writer}\n".encode()


def export_gexf(view: View, lang: str = "nl") -> Iterator[bytes]:
    """Yield the graph as GEXF 1.2.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    lang
        Language of the words of kinds and types.

    Notes
    -----
    All of it is in memory. The day of writing, which the writer adds, is taken out.
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415 - as above

    graph = _graph(view, lang)
    for _, _, key, data in graph.edges(keys=True, data=True):
        data["id"] = key
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    for element in writer.xml.iter():
        element.attrib.pop("lastmodifieddate", None)
    yield _head(view)
    yield f"{writer}\n".encode()


def _head(view: View) -> bytes:
    """Return the declaration of XML, and a remark by which our own import knows the file and for whom it is."""
    level = view.viewer.level.value
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!-- Wijkweb export; level: {level} -->\n'.encode()


def _graph(view: View, lang: str) -> nx.MultiDiGraph[str]:
    import networkx as nx  # noqa: PLC0415 - as above

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, said in iter_nodes(view):
        values = _flat(node.reading.values, properties_of_kind(node.kind))
        shown = {"label": _clean(node.name), "kind": node.kind, "sources": _joined(sources_of(said))}
        graph.add_node(node.id, **values, **shown)
    for tie, said in iter_ties(view):
        type_ = RELATIONSHIPS_BY_NAME[tie.type]
        own: dict[str, Any] = {"label": type_.words.to(lang), "relationship": tie.type, "symmetric": type_.symmetric,
               "sources": _joined(sources_of(said))}  # fmt: skip
        values = _flat(tie.reading.values, properties_of_relationship(tie.type))
        graph.add_edge(tie.start, tie.end, key=tie.id, **values, **own)
    return graph


def _flat(values: Mapping[str, Value | tuple[Value, ...]], declared: Mapping[str, Property]) -> dict[str, Any]:
    """Return values as these formats can hold them: numbers, yes or no, and text, of one type for each property."""
    found: dict[str, Any] = {}
    for name, property_ in declared.items():
        value = values.get(name)
        if name in ("kind", "exists") or value is None or value == ():
            continue
        if isinstance(value, tuple):
            found[name] = _joined(_escaped(cell_text(property_, one)) for one in value)
        elif property_.type is ValueType.NUMBER:
            found[name] = float(value)
        elif property_.type in (ValueType.INTEGER, ValueType.YES_NO):
            found[name] = value
        else:
            found[name] = _clean(str(value))
    return found


def _escaped(text: str) -> str:
    """Return a part of a list in which the sign that divides parts stands behind a backslash."""
    return text.replace("\\", "\\\\").replace(";", "\\;")


def _joined(texts: Iterable[str]) -> str:
    return _LIST.join(_clean(text) for text in texts)


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold; a lone carriage return would come back as a line break."""
    return NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
