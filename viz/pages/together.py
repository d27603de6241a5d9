"""Named together: in the same place of the same source. That is not yet working together, and the page says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store.answers import Node, Statement
from graph.store.citing import Citation
from graph.store.questions import NodeFilter
from viz.pages.citing import Cited
from viz.pages.lines import NodeLine, node_lines
from viz.pages.material import Material

MOST_SOURCES = 5
"""Sources of a node that are compared, the newest first."""
MOST_COMPARED = 40
"""Initiatives and organisations of one source that are compared; a list of more names them row by row anyway."""
MOST_TOGETHER = 8
"""Names in one place beyond which it is a list, and being in it together says nothing."""


@dataclass(frozen=True, slots=True)
class Together:
    """Who is named in one place, and where that is."""

    lines: tuple[NodeLine, ...]
    cited: tuple[Cited, ...]


def named_together(material: Material) -> list[Together]:
    """Return who is named where this node is, without those it works with already.

    Parameters
    ----------
    material
        The page; of an initiative or organisation.

    Notes
    -----
    Two questions for each source, at most `MOST_SOURCES` of them.
    """
    node = material.node
    if node.kind not in ("Initiative", "Organisation"):
        return []
    partners = {tie.other.id for group in material.sheet.ties if group.type == "PARTNERS_WITH" for tie in group.lines}
    found: list[Together] = []
    for source in reversed(node.reading.sources[-MOST_SOURCES:]):
        kinds = (node.kind,) if node.kind == "Initiative" else ("Initiative", "Organisation")
        others = material.view.find(NodeFilter(kinds=kinds, sources=(source,)), first=MOST_COMPARED)
        candidates = [one for one in others.items if one.id not in partners]
        if not others.more and len(candidates) > 1:
            found += _in_one_place(material, source, candidates)
    return found


def _in_one_place(material: Material, source: str, candidates: list[Node]) -> Iterable[Together]:
    """Yield the groups of a source that share a place with the page's node."""
    statements = material.view.statements([one.id for one in candidates])
    places = {one.id: _places(statements[one.id], source) for one in candidates}
    mine = places.pop(material.node.id, {})
    shared: dict[str, list[Node]] = {}
    for one in candidates:
        for place in places.get(one.id, {}):
            if place in mine and one.named:
                shared.setdefault(place, []).append(one)
    for place, nodes in shared.items():
        if len(nodes) <= MOST_TOGETHER:
            yield Together(
                tuple(node_lines(material.view, nodes, material.lang)),
                material.cite([_citation(material, mine[place], place)]),
            )


def _places(statements: Iterable[Statement], source: str) -> dict[str, Statement]:
    """Return the places in which a source names a thing."""
    return {
        place: one
        for one in statements
        if one.claim.source == source and one.claim.property in ("name", "aliases", "kind")
        for place in one.places
    }


def _citation(material: Material, statement: Statement, place: str) -> Citation:
    cited = material.sources.cite(statement)
    return cited if statement.places[:1] == (place,) else Citation(cited.source, cited.label, "", cited.stated_on)
