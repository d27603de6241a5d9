"""What the page of the map gets: one JSON document for what opens, for everything, or for what lies around a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError, UnknownIdError
from graph.store.base import View
from viz.explorer.areas import area_documents
from viz.explorer.gathering import ON_FOCUS
from viz.explorer.lines import drawn_lines, line_words, lines_off_picture
from viz.explorer.linking import Links
from viz.explorer.network import build_network
from viz.explorer.nodes import drawn_nodes
from viz.explorer.opening import meetings_of, nodes_around
from viz.explorer.plan import Plan
from viz.explorer.sources import SourceTable

MOST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What part of the network is asked for.

    Parameters
    ----------
    around
        Id of the node or area in the middle; empty for the whole picture.
    steps
        How far around it, 1 to `MOST_STEPS`.
    everything
        All names instead of those that the map opens on.
    """

    around: str = ""
    steps: int = 1
    everything: bool = False


def explorer_document(
    view: View, plan: Plan, asked: Asked, *, city: str, links: Links, lang: str = "nl"
) -> dict[str, Any]:
    """Return the part of the network that is asked for.

    Parameters
    ----------
    view
        Who looks, and as of which day; nothing that it hides is in the answer.
    plan
        Of the same level, revision and day.
    asked
        Which part.
    city
        Name of the city.
    links
        Where names lead.
    lang
        Language of the words.

    Returns
    -------
    dict
        ``network`` (``nodes``, ``edges`` and ``options`` as pyvis builds them), ``ties`` (relationships with areas and
        topics), ``areas``, ``themes``, ``types`` (words of relationships), ``sources`` by id, and ``counts``.

    Raises
    ------
    InputError
        The number of steps is out of range.
    UnknownIdError
        There is no such name on the map, or none that the viewer may see.

    Notes
    -----
    A fixed number of questions for each five hundred names or lines.
    """
    chosen = _chosen(view, plan, asked)
    sources = SourceTable(view, links, lang)
    nodes = list(drawn_nodes(view, plan, chosen, sources=sources, links=links, lang=lang))
    lines = list(drawn_lines(view, plan, chosen, sources=sources, lang=lang))
    ties = lines_off_picture(view, plan, chosen, sources=sources, lang=lang)
    areas = area_documents(view, plan, chosen, city=city, sources=sources, links=links, lang=lang)
    types = [str(line.details["type"]) for line in lines] + [tie["type"] for tie in ties]
    themes = {theme for node in nodes for theme in node.details["themes"]}
    return {
        "revision": view.revision,
        "network": build_network(nodes, lines),
        "ties": ties,
        "areas": areas,
        "themes": [{"id": id_, "name": plan.gathered.names[plan.gathered.positions[id_]]} for id_ in sorted(themes)],
        "types": line_words(types, lang),
        "sources": sources.document(),
        "counts": {"names": sum(plan.gathered.kinds[node] != ON_FOCUS for node in plan.gathered.drawn)},
    }


def _chosen(view: View, plan: Plan, asked: Asked) -> Sequence[int]:
    gathered = plan.gathered
    if asked.everything:
        return gathered.drawn
    if not asked.around:
        return sorted({*plan.opening, *meetings_of(gathered, plan.opening)})
    if not 1 <= asked.steps <= MOST_STEPS:
        raise InputError(f"Het aantal stappen is 1 tot {MOST_STEPS}.", f"The number of steps is 1 to {MOST_STEPS}.")
    node = view.nodes([asked.around])[0]  # a name that was merged leads to the one it is now
    place = gathered.positions.get(node.id) if node else None
    if place is not None and gathered.kinds[place] == "Area":
        return [one for one in gathered.drawn if plan.homes.get(one) == place]
    if place is None or place not in plan.points:
        raise UnknownIdError(
            "Deze naam staat niet op de kaart.", "This name is not on the map.", concerning=asked.around
        )
    return nodes_around(gathered, place, asked.steps)
