"""Areas on the map: patches behind the names, each with its own name and what sets it apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.schema.model import VOCABULARIES_BY_NAME
from graph.schema.words import Words
from graph.store.answers import Node
from graph.store.base import View
from viz.explorer.gathering import Gathered
from viz.explorer.linking import Links
from viz.explorer.plan import Plan
from viz.explorer.sources import SourceTable
from viz.explorer.themes import what_sets_apart

TINTS = 6
"""Grounds that patches take in turn; they carry no meaning, as the name stands beside."""
OUTSIDE = Words("buiten {}", "outside {}")
WHOLE = Words("hele stad", "whole city")


def area_documents(
    view: View, plan: Plan, chosen: Iterable[int], *, city: str, sources: SourceTable, links: Links, lang: str
) -> list[dict[str, Any]]:
    """Return the areas in which names of the map stand.

    Parameters
    ----------
    view
        Who looks.
    plan
        The network, laid out.
    chosen
        Positions of the nodes.
    city
        Name of the city: of areas elsewhere it is said that they are.
    sources
        Takes in who says so.
    links
        Where names lead.
    lang
        Language of the words.
    """
    areas = sorted({plan.homes[node] for node in chosen if node in plan.homes})
    nodes = view.nodes([plan.gathered.ids[area] for area in areas])
    inside = _areas_inside(plan.gathered, city)
    apart = what_sets_apart(plan.gathered, plan.homes)
    numbers = {area: number for number, area in enumerate(sorted(set(plan.homes.values())))}
    said = sources.statements(node.id for node in nodes if node)
    cited = sources.cite({id_: [one for one in found if one.claim.property == "name"] for id_, found in said.items()})
    found = []
    for area, node in zip(areas, nodes, strict=True):
        if node is not None:
            elsewhere = bool(inside) and area not in inside
            traits = _joined(apart.get(area, ()), lang)
            found.append(
                {
                    "id": node.id,
                    "name": node.name,
                    "level": _level(node, lang),
                    "apart": OUTSIDE.to(lang).format(city)
                    if elsewhere
                    else WHOLE.to(lang)
                    if node.name == city
                    else traits,
                    "elsewhere": elsewhere,
                    "tint": numbers[area] % TINTS + 1,
                    "summary": str(node.value("summary") or ""),
                    "says": cited[node.id],
                    "url": links.node(node),
                }
            )
    return found


def _level(node: Node, lang: str) -> str:
    level = str(node.value("level") or "")
    return VOCABULARIES_BY_NAME["AreaLevel"].words(level).to(lang) if level else ""


def _joined(names: Sequence[str], lang: str) -> str:
    return (" and " if lang == "en" else " en ").join(names)


def _areas_inside(gathered: Gathered, city: str) -> set[int]:
    """Return the city and the areas that are part of it, empty when no area has its name."""
    found = {
        number
        for number, (kind, name) in enumerate(zip(gathered.kinds, gathered.names, strict=True))
        if kind == "Area" and name == city and gathered.value("level", number) == "municipality"
    }
    parts: dict[int, list[int]] = {}
    for part, whole in gathered.ends_of(("PART_OF",), "Area"):
        parts.setdefault(whole, []).append(part)
    edge = list(found)
    while edge:
        edge = [part for whole in edge for part in parts.get(whole, ()) if part not in found]
        found.update(edge)
    # A work area is made of districts of the city, and nobody says of itself that it lies in it.
    found |= {whole for whole, its in parts.items() if found and all(part in found for part in its)}
    return found
