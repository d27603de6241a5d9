"""The graph for analysts' notebooks: as a networkx graph, with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.schema.model import node_properties, relationship_properties
from graph.store.base import View

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(view: View) -> nx.MultiDiGraph[str]:
    """Return all that a viewer may see as a networkx graph.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes by id with ``kind``, ``name`` and their values; edges keyed by the id of the relationship with ``type``
        and their values. Both carry ``sources``, a list of ids of Source nodes. Relationships without direction run
        from the smaller id.

    Notes
    -----
    One question for everything, and one for the sources of each five hundred things.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and few need it

    snapshot = view.snapshot(
        properties=tuple(node_properties()), relationship_properties=tuple(relationship_properties())
    )
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(revision=snapshot.revision)
    nodes, ties = snapshot.nodes, snapshot.relationships
    sources = _sources(view, [*nodes.ids, *ties.ids])
    for number, id_ in enumerate(nodes.ids):
        values = {name: column[number] for name, column in nodes.values.items() if column[number] is not None}
        graph.add_node(
            id_, **{**values, "kind": nodes.kinds[number], "name": nodes.names[number], "sources": sources[id_]}
        )
    for number, id_ in enumerate(ties.ids):
        values = {name: column[number] for name, column in ties.values.items() if column[number] is not None}
        attributes: dict[str, Any] = {**values, "type": ties.types[number], "sources": sources[id_]}
        graph.add_edge(nodes.ids[ties.starts[number]], nodes.ids[ties.ends[number]], key=id_, **attributes)
    return graph


def _sources(view: View, ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start in range(0, len(ids), 500):
        for id_, statements in view.statements(ids[start : start + 500]).items():
            found[id_] = sorted({one.claim.source for one in statements})
    return found
