"""The network as pyvis builds it: nodes, edges and options for vis-network. The only file that imports pyvis.

Of pyvis's defaults nothing is left. Its physics settles a thousand nodes in two minutes, so positions are given and
physics is off. Undirected it drops parallel edges and compares each new one with all, so it is directed with the
arrows off. Its titles can run script, so there are none. Its page loads from other hosts, so ours is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pyvis.network import Network

OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"smooth": False, "chosen": False},
    # The page moves and zooms the picture itself, as an image while the hand moves: see camera.js.
    "interaction": {
        "dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": False,
        "keyboard": {"enabled": False}, "navigationButtons": False, "tooltipDelay": 0,
    },
}  # fmt: skip
"""How vis-network draws."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node of the picture.

    Parameters
    ----------
    id, name
        As the viewer reads them.
    x, y
        Middle, in pixels at full size.
    size
        Radius, in pixels at full size.
    details
        What the page knows besides, as JSON values.
    """

    id: str
    name: str
    x: float
    y: float
    size: float
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of the picture; ``details`` as of `DrawnNode`."""

    id: str
    start: str
    end: str
    details: Mapping[str, Any]


class _Ids(list[str]):
    """A list that knows at once what it holds: pyvis looks through all nodes for each one, and for ends of lines."""

    def __init__(self) -> None:
        super().__init__()
        self._held: set[str] = set()

    def append(self, id_: str) -> None:
        super().append(id_)
        self._held.add(id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._held


def build_network(nodes: Iterable[DrawnNode], lines: Iterable[DrawnLine]) -> dict[str, Any]:
    """Return the data and options that vis-network draws.

    Parameters
    ----------
    nodes
        Each id once.
    lines
        Between those nodes; several may join the same two.

    Returns
    -------
    dict
        ``nodes``, ``edges`` and ``options``, as JSON values.

    Notes
    -----
    Linear in nodes and lines.
    """
    network = Network(directed=True)
    network.node_ids = _Ids()
    network.set_options(json.dumps(OPTIONS))
    for node in nodes:
        # pyvis calls a node without a label by its id; a blank stays a blank.
        place = {"x": node.x, "y": node.y, "size": node.size}
        network.add_node(node.id, label=node.name or " ", shape="custom", color=None, **place, **node.details)
    for line in lines:
        network.add_edge(line.start, line.end, id=line.id, arrows="", **line.details)
    drawn, edges, *_, options = network.get_network_data()
    for node_document in drawn:
        node_document.pop("color", None)  # colours are the style sheet's, light and dark
    return {"nodes": drawn, "edges": edges, "options": json.loads(options)}


def vis_script() -> bytes:
    """Return vis-network as the pyvis wheel brings it (9.1.2; MIT or Apache-2.0), so that no other host is asked."""
    return (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_bytes()
