"""What happened when, where dates are known: about the node itself, about its area, and what was only expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.schema.values import PartialDate
from graph.store.answers import Node
from graph.store.questions import Direction, NodeFilter, RelationshipFilter
from viz.pages.counting import newest_source
from viz.pages.events import DATES, MOST_NEARBY, Event, Mark, date_events, decision_events, tie_events
from viz.pages.material import Material

MOST_EVENTS = 12
"""Events that a timeline shows; the oldest of the others are folded."""

_TOLD = ("Meeting", "Agreement", "Programme")
"""Kinds at the other end of a relationship whose dates tell of the node itself."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, and the day after which no source speaks, in words; empty when none has a date."""

    events: tuple[Event, ...]
    newest: str

    @property
    def earlier(self) -> tuple[Event, ...]:
        """The oldest events, where there are more than fit."""
        return self.events[: max(len(self.events) - MOST_EVENTS, 0)]

    @property
    def shown(self) -> tuple[Event, ...]:
        """The newest events."""
        return self.events[-MOST_EVENTS:]

    @property
    def tells(self) -> bool:
        """Whether it tells more than one date that the page gives as a value already."""
        return len(self.events) > 1 or any(event.node for event in self.events)


def make_timeline(material: Material) -> Timeline:
    """Return what happened when.

    Parameters
    ----------
    material
        The page.

    Notes
    -----
    Eight questions at most: what concerns the node's areas, which meeting a decision came from, and the statements
    behind all dates. A date on which sources differ gives an event for each.
    """
    areas = areas_of(material)
    near = _nearby(material, areas)
    own = {id_: node for id_, node in material.others.items() if node.kind in _TOLD}
    nodes = {material.node.id: material.node, **own, **near}
    dated = [node for node in nodes.values() if any(name in node.reading.values for name in DATES.get(node.kind, ()))]
    statements = material.view.statements([node.id for node in dated]) if dated else {}
    is_area = material.node.kind == "Area"
    events = [*tie_events(material), *decision_events(material, areas, Mark.OWN if is_area else Mark.NEARBY)]
    for node in dated:
        nearby = node.id in near and node.id not in own and node.id != material.node.id
        events += date_events(material, node, statements[node.id], Mark.NEARBY if nearby else Mark.OWN)
    events.sort(key=lambda event: event.order)
    newest = newest_source(material.view)
    return Timeline(tuple(events), PartialDate.parse(newest).label(material.lang) if newest else "")


def areas_of(material: Material) -> tuple[str, ...]:
    """Return the areas that a node is active in, or the node where it is an area."""
    if material.node.kind == "Area":
        return (material.node.id,)
    if material.node.kind not in ("Initiative", "Organisation"):
        return ()
    groups = [group for group in material.sheet.ties if group.type == "ACTIVE_IN" and group.outgoing]
    return tuple(tie.other.id for group in groups for tie in group.lines if not tie.denied)


def _nearby(material: Material, areas: tuple[str, ...]) -> Mapping[str, Node]:
    """Return meetings and agreements about areas."""
    if not areas:
        return {}
    about = RelationshipFilter(types=("CONCERNS",), direction=Direction.OUT, others=areas)
    where = NodeFilter(kinds=("Meeting", "Agreement"), related=(about,))
    return {node.id: node for node in material.view.find(where, first=MOST_NEARBY).items}
