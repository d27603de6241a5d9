"""What people made of suggestions, as lessons for the model and as a mark on the suggestion."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.projection.projection import Projection
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import NodeFilter, Order, RelationshipFilter

WEIGHT = 3.0
"""How many known partnerships one judgement is worth: a person looked at this very pair."""

_LABELS = {"accepted": 1.0, "rejected": 0.0}


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements of pairs.

    Parameters
    ----------
    verdicts
        Pair of ids, sorted -> ids of judgements with their verdicts, newest first.
    rows
        Id of a member -> its row in the projection.
    """

    verdicts: dict[tuple[str, ...], list[tuple[str, str]]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def ids(self, members: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of what people made of some members, newest first."""
        return tuple(id_ for id_, _ in self.verdicts.get(tuple(sorted(members)), ()))

    def rejected(self, members: tuple[str, ...]) -> bool:
        """Return whether the newest verdict is: not now."""
        found = self.verdicts.get(tuple(sorted(members)), [])
        return bool(found) and found[0][1] == "rejected"

    def as_lessons(self) -> tuple[IntArray, FloatArray, FloatArray] | None:
        """Return pairs (j, 2), labels (j,) and weights (j,) for the model; None where nobody said yes or no."""
        found: list[tuple[list[int], float]] = []
        for members, verdicts in sorted(self.verdicts.items()):
            rows = [self.rows[id_] for id_ in members if id_ in self.rows]
            _, newest = verdicts[0]
            if len(rows) == 2 and len(members) == 2 and newest in _LABELS:
                found.append((rows, _LABELS[newest]))
        if not found:
            return None
        pairs = np.array([pair for pair, _ in found], dtype=np.int64)
        return pairs, np.array([label for _, label in found]), np.full(len(found), WEIGHT)


def find_judgements(view: View) -> list[Node]:
    """Return every judgement, newest first.

    Parameters
    ----------
    view
        Who looks.

    Notes
    -----
    One question for each thousand.
    """
    found: list[Node] = []
    after = None
    while True:
        page = view.find(
            NodeFilter(kinds=("Judgement",)), (Order("judged_on", descending=True),), first=1000, after=after
        )
        found += page.items
        if not page.more:
            return found
        after = page.items[-1].id


def judged_pairs(view: View, projection: Projection) -> Judged:
    """Return what people made of pairs, as this viewer may see it.

    Parameters
    ----------
    view
        Who looks.
    projection
        The network, for the rows of members.
    """
    judgements = find_judgements(view)
    ids = [node.id for node in judgements]
    concerns = view.adjacency(ids, RelationshipFilter(types=("CONCERNS",))) if ids else {}
    rows = {id_: row for row, id_ in enumerate(projection.ids)}
    verdicts: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for node in judgements:
        verdicts.setdefault(tuple(sorted(concerns[node.id])), []).append((node.id, str(node.value("verdict"))))
    return Judged(verdicts, rows)
