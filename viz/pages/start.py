"""The start page: one sentence, one search, three doors, and numbers that admit how little is known."""

from __future__ import annotations

from collections.abc import Iterator

from graph.schema.values import PartialDate
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import Direction, NodeFilter, RelationshipFilter
from viz.pages.counting import count_all, find_city
from viz.rendering import render
from viz.site import Shell

_LOOKED_AT = 100
"""Nodes of a kind that are looked at for an example: the best known of the first hundred is known enough."""


def start_page(view: View, shell: Shell) -> str:
    """Return the start page.

    Parameters
    ----------
    view
        Who looks.
    shell
        Site and language.
    """
    city = find_city(view, shell.site.city)
    numbers = count_all(view, shell.site.network, city)
    newest = PartialDate.parse(numbers.newest) if numbers.newest else None
    month = PartialDate("-".join(newest.value.split("-")[:2])).label(shell.lang) if newest else ""
    examples = list(_examples(view, city))
    return render("start.html", shell, numbers=numbers, newest=month, examples=examples, city=city)


def _examples(view: View, city: Node | None) -> Iterator[str]:
    """Yield names that a search finds much of: an initiative, an area, a topic."""
    within = (city.id,) if city else ()
    home = NodeFilter(kinds=("Initiative",), known=("name",), within=within)
    works_here = RelationshipFilter(types=("ACTIVE_IN",), direction=Direction.IN, other_kinds=("Initiative",))
    areas = NodeFilter(
        kinds=("Area",), codes={"level": ("district", "work_area")}, within=within, related=(works_here,)
    )
    topics = NodeFilter(kinds=("Topic",), codes={"scheme": ("theme",)})
    for where in (home, areas, topics):
        nodes = view.find(where, first=_LOOKED_AT).items
        if nodes:
            counts = view.relationship_counts([node.id for node in nodes])
            yield max(nodes, key=lambda node: counts[node.id]).name
