"""What sources say differently around a node: of the meetings, agreements and areas that it has to do with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.store.answers import Node
from viz.pages.lines import NodeLine, node_lines
from viz.pages.material import Material, property_of, statement_line
from viz.pages.rows import Box, statement_boxes
from viz.rendering import upper_first

_AROUND = ("Meeting", "Agreement", "Area", "Programme")
"""Kinds around a node that are told of; what is disputed of an initiative stands on its own page."""
_OF = ("Meeting", "Agreement", "Area", "Programme", "Initiative", "Organisation")
"""Kinds whose pages show what is disputed around them; around a topic or a source that would be the whole city."""
_TELLING = ("summary", "aliases", "name")
"""Properties that sources put in other words without meaning something else."""
MOST_AROUND = 8
"""Nodes of which differences are shown; beyond that the page is no longer about its own node."""


@dataclass(frozen=True, slots=True)
class Difference:
    """On what sources differ about a node near this one, and what each says."""

    about: NodeLine
    label: str
    boxes: tuple[Box, ...]


def differences_around(material: Material, nearby: Iterable[Node] = ()) -> list[Difference]:
    """Return on what sources differ around a node.

    Parameters
    ----------
    material
        The page.
    nearby
        More nodes that have to do with it, such as those of its timeline.

    Notes
    -----
    One question for the statements, a few for the names.
    """
    if material.node.kind not in _OF:
        return []
    around: Mapping[str, Node] = {**material.others, **{node.id: node for node in nearby}}
    found = [
        node for node in around.values() if node.kind in _AROUND and node.id != material.node.id and _disputed(node)
    ][:MOST_AROUND]
    if not found:
        return []
    statements = material.view.statements([node.id for node in found])
    differences = []
    for node, line in zip(found, node_lines(material.view, found, material.lang), strict=True):
        for name in _disputed(node):
            property_ = property_of(node, name)
            said = [
                statement_line(property_, one, material.sources, material.lang)
                for one in statements[node.id]
                if one.claim.property == name
            ]
            label = upper_first(property_.words.to(material.lang))
            differences.append(Difference(line, label, statement_boxes(said, property_, material, node.id)))
    return differences


def _disputed(node: Node) -> list[str]:
    return [name for name in node.reading.disputed if name not in _TELLING and "@" not in name]
