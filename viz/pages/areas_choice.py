"""The areas that a filter offers: those where somebody works, and what they are part of, the widest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.schema.model import VOCABULARIES_BY_NAME
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import Direction, NodeFilter, RelationshipFilter

MOST_AREAS = 300
"""Areas of a filter: beyond it nobody finds theirs in a list, and searching is quicker."""
_STEPS_UP = 3
"""From a neighbourhood to its municipality."""

_LEVELS = VOCABULARIES_BY_NAME["AreaLevel"]


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """Areas of one level, by name."""

    label: str
    areas: tuple[Node, ...]


def area_groups(view: View, lang: str, *, kinds: Sequence[str] = ("Initiative",)) -> list[AreaGroup]:
    """Return the areas where somebody works, with those that they are part of, by level.

    Parameters
    ----------
    view
        Who looks.
    lang
        Language of the labels.
    kinds
        Who works there.

    Notes
    -----
    Three questions for each step up.
    """
    works = RelationshipFilter(types=("ACTIVE_IN",), direction=Direction.IN, other_kinds=tuple(kinds))
    found = {node.id: node for node in view.find(NodeFilter(kinds=("Area",), related=(works,)), first=MOST_AREAS).items}
    frontier = list(found)
    for _ in range(_STEPS_UP):
        if not frontier:
            break
        up = view.adjacency(frontier, RelationshipFilter(types=("PART_OF",), direction=Direction.OUT))
        frontier = sorted({end for ends in up.values() for end in ends} - found.keys())
        found.update((node.id, node) for node in (view.nodes(frontier) if frontier else ()) if node)
    by_level: dict[str, list[Node]] = {}
    for node in found.values():
        by_level.setdefault(str(node.value("level") or ""), []).append(node)
    return [
        AreaGroup(_LEVELS.words(code).to(lang), tuple(sorted(by_level[code], key=lambda node: node.name)))
        for code in (*_LEVELS.codes, "")
        if code in by_level
    ]
