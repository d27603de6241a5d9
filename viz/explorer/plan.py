"""What is the same for all who read one level of one revision: the network, where each node is, what opens first."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from graph.store.base import Derived, View
from viz.explorer.gathering import Gathered, gather
from viz.explorer.homes import find_homes
from viz.explorer.opening import opening_nodes
from viz.explorer.positions import Point, find_positions

KEPT = 6
"""Plans kept in memory: two levels, now and on a few earlier days."""


@dataclass(frozen=True)
class Plan:
    """The network of a level, laid out.

    Parameters
    ----------
    gathered
        The network.
    homes
        Area by drawn node.
    points
        Where each drawn node is, in pixels at full size.
    opened
        The document that the map opens on, by language, once somebody asked for it: everybody asks for it first.
    """

    gathered: Gathered
    homes: Mapping[int, int]
    points: Mapping[int, Point]
    opened: dict[str, dict[str, Any]] = field(default_factory=dict, compare=False)

    @cached_property
    def opening(self) -> list[int]:
        """The nodes that the map opens on."""
        return opening_nodes(self.gathered, self.homes, self.points)

    @property
    def revision(self) -> int:
        """Revision of the data."""
        return self.gathered.snapshot.revision


class Plans:
    """Makes plans, and keeps those of what people look at.

    Parameters
    ----------
    derived
        Where positions are kept from one process to the next.

    Notes
    -----
    May be shared between threads. A city of 1,000 initiatives takes about a second and a half the first time ever,
    a fifth of that when its positions were kept, and nothing while its revision stays.
    """

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, int, date | None], Plan] = {}

    def plan(self, view: View) -> Plan:
        """Return the plan for who looks."""
        key = (view.viewer.level.value, view.revision, view.as_of)
        with self._lock:
            if key not in self._kept:
                while len(self._kept) >= KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = make_plan(view, self._derived)
            return self._kept[key]


def make_plan(view: View, derived: Derived) -> Plan:
    """Return the network that a viewer may see, laid out.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    derived
        Where positions are kept.
    """
    gathered = gather(view)
    homes = find_homes(gathered)
    points = find_positions(gathered, homes, derived, level=view.viewer.level.value, keep=view.as_of is None)
    return Plan(gathered, homes, points)
