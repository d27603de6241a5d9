"""Totals over wholes: outcomes of a meeting with its tables, initiatives of an area with its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.store.base import View
from graph.store.questions import Direction, RelationshipFilter

_DEEPEST = 4
"""From a municipality to its neighbourhoods, or from a conference to what is part of a table."""

_PARTS = RelationshipFilter(types=("PART_OF",), direction=Direction.IN)
_OUTCOMES = RelationshipFilter(types=("RESULTED_IN",), direction=Direction.OUT)
_INITIATIVES = RelationshipFilter(types=("ACTIVE_IN",), direction=Direction.IN, other_kinds=("Initiative",))


def wholes(view: View, ids: Sequence[str]) -> dict[str, set[str]]:
    """Return each id with all that is part of it, and itself.

    Notes
    -----
    One question for each step down.
    """
    found = {id_: {id_} for id_ in ids}
    frontier = {id_: {id_} for id_ in ids}
    for _ in range(_DEEPEST):
        asked = sorted({one for ends in frontier.values() for one in ends})
        if not asked:
            break
        below = view.adjacency(asked, _PARTS)
        frontier = {id_: {part for one in ends for part in below[one]} - found[id_] for id_, ends in frontier.items()}
        for id_, parts in frontier.items():
            found[id_] |= parts
    return found


def outcome_totals(view: View, meetings: Sequence[str]) -> Mapping[str, int]:
    """Return how many outcomes meetings and their parts had; one that two of them had counts once."""
    return _reached(view, meetings, _OUTCOMES)


def initiative_totals(view: View, areas: Sequence[str]) -> Mapping[str, int]:
    """Return how many initiatives work in areas and their parts, each once."""
    return _reached(view, areas, _INITIATIVES)


def _reached(view: View, ids: Sequence[str], where: RelationshipFilter) -> dict[str, int]:
    whole = wholes(view, ids)
    everything = sorted({one for parts in whole.values() for one in parts})
    reached = view.adjacency(everything, where) if everything else {}
    return {id_: len({end for part in parts for end in reached[part]}) for id_, parts in whole.items()}
