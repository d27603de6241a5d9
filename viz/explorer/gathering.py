"""First stage of the map: what a viewer may see, read once, as one network whose nodes and lines can be drawn.

Meetings, outcomes and topics stand in the same graph; a map of all of it is a map of nothing. So initiatives,
organisations, people, agreements, programmes and meetings are nodes, areas are patches behind them, themes filters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.store.answers import Snapshot
from graph.store.base import View

DRAWN = ("Initiative", "Organisation", "Person", "Agreement", "Programme", "Meeting")
"""Kinds that are nodes of the map, in the order of the legend."""
ON_FOCUS = "Meeting"
"""The kind that shows when one looks closer: meetings link everybody with everybody."""
_AROUND = ("Area", "Topic")
_PROPERTIES = ("level", "centroid", "phase", "scheme", "broader")


@dataclass(frozen=True)
class Gathered:
    """The network of a viewer, by position in the columns of a snapshot.

    Parameters
    ----------
    snapshot
        Nodes of the kinds that are drawn, areas and topics, and all relationships among them.

    Notes
    -----
    Everything is computed on first use and kept; the object never changes, so that requests may share it.
    """

    snapshot: Snapshot

    @property
    def ids(self) -> list[str]:
        """Ids by position."""
        return self.snapshot.nodes.ids

    @property
    def kinds(self) -> list[str]:
        """Kinds by position."""
        return self.snapshot.nodes.kinds

    @property
    def names(self) -> list[str]:
        """Names by position."""
        return self.snapshot.nodes.names

    def value(self, property_: str, node: int) -> object:
        """Return a value of a node, None when nobody said it or its kind has no such property."""
        return self.snapshot.nodes.values[property_][node]

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Position of each id."""
        return {id_: number for number, id_ in enumerate(self.ids)}

    @cached_property
    def drawn(self) -> tuple[int, ...]:
        """Positions of the nodes that can be drawn."""
        return tuple(number for number, kind in enumerate(self.kinds) if kind in DRAWN)

    @cached_property
    def lines(self) -> tuple[tuple[int, int, int], ...]:
        """Relationships that can be drawn: position of the relationship, of its start and of its end."""
        ties = self.snapshot.relationships
        drawn = set(self.drawn)
        return tuple(
            (number, start, end)
            for number, (start, end) in enumerate(zip(ties.starts, ties.ends, strict=True))
            if start in drawn and end in drawn and start != end
        )

    @cached_property
    def neighbours(self) -> Mapping[int, frozenset[int]]:
        """Drawn nodes by the drawn node that they are linked with."""
        found: dict[int, set[int]] = {node: set() for node in self.drawn}
        for _, start, end in self.lines:
            found[start].add(end)
            found[end].add(start)
        return {node: frozenset(others) for node, others in found.items()}

    @cached_property
    def weight(self) -> Mapping[int, int]:
        """How many a drawn node is linked with, meetings left out: the size of its sign."""
        return {
            node: sum(self.kinds[other] != ON_FOCUS for other in others) for node, others in self.neighbours.items()
        }

    def ends_of(self, types: tuple[str, ...], kind: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of the relationships of some types that lead to a kind."""
        ties = self.snapshot.relationships
        for type_, start, end in zip(ties.types, ties.starts, ties.ends, strict=True):
            if type_ in types and self.kinds[end] == kind:
                yield start, end


def gather(view: View) -> Gathered:
    """Return the network that a viewer may see.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    One snapshot; about a tenth of a second for a city of 1,000 initiatives.
    """
    return Gathered(view.snapshot(kinds=(*DRAWN, *_AROUND), properties=_PROPERTIES))
