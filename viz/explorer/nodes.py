"""Names on the map: what each is, where, in which words, and who says so."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from graph.store.answers import Node, Statement
from graph.store.base import View
from viz.explorer.linking import Links
from viz.explorer.network import DrawnNode
from viz.explorer.plan import Plan
from viz.explorer.sources import SourceTable, first_year
from viz.explorer.themes import themes_of
from viz.pages.lines import NodeLine, node_lines

SMALLEST, LARGEST = 8.0, 14.0
"""Radius of a sign in pixels at full size: large enough for its pictogram, small enough for its neighbours."""


def drawn_nodes(
    view: View, plan: Plan, chosen: Sequence[int], *, sources: SourceTable, links: Links, lang: str
) -> Iterator[DrawnNode]:
    """Yield the names of the map.

    Parameters
    ----------
    view
        Who looks.
    plan
        The network, laid out.
    chosen
        Positions of the nodes.
    sources
        Takes in who says so.
    links
        Where names lead.
    lang
        Language of the words.
    """
    ids = [plan.gathered.ids[node] for node in chosen]
    read = [node for start in range(0, len(ids), 1000) for node in view.nodes(ids[start : start + 1000])]
    there = [(place, node) for place, node in zip(chosen, read, strict=True) if node is not None]
    said = sources.statements(node.id for _, node in there)
    cited = sources.cite({node.id: _of_summary(said[node.id]) for _, node in there})
    themes = themes_of(plan.gathered)
    opening = set(plan.opening)
    lines = node_lines(view, [node for _, node in there], lang)
    for (place, node), line in zip(there, lines, strict=True):
        details = _details(node, line, plan, place) | {
            "opening": place in opening,
            "themes": sorted(plan.gathered.ids[theme] for theme in themes.get(place, ())),
            "says": cited[node.id],
            "year": first_year(said[node.id]),
            "url": links.node(node),
        }
        x, y = plan.points[place]
        yield DrawnNode(node.id, line.name, x, y, _size(plan.gathered.weight[place]), details)


def _of_summary(statements: Sequence[Statement]) -> list[Statement]:
    return [one for one in statements if one.claim.property == "summary" and one.counts]


def _details(node: Node, line: NodeLine, plan: Plan, place: int) -> dict[str, Any]:
    home = plan.homes.get(place)
    return {
        "kind": node.kind,
        "area": plan.gathered.ids[home] if home is not None else "",
        "links": plan.gathered.weight[place],
        "degree": len(plan.gathered.neighbours[place]),
        "named": line.named,
        "phase": str(node.value("phase") or ""),
        "sub": [(part.text, part.is_data) for part in line.parts],
        "summary": line.summary,
    }


def _size(weight: int) -> float:
    """Return the radius for how many a node is linked with: the area grows with the number, up to what fits."""
    return round(min(SMALLEST + 1.5 * math.sqrt(weight) - (1.5 if weight else 0.0), LARGEST), 1)
