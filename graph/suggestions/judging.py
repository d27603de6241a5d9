"""What people made of suggestions, as lessons for the model and as a mark on the suggestion."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

import numpy as np

from graph.algorithms.edge_array import FloatArray, IntArray
from graph.projection.projection import Projection
from graph.schema.values import PartialDate
from graph.store.answers import Node
from graph.store.base import View
from graph.store.questions import NodeFilter, Order, RelationshipFilter

WEIGHT = 3.0
"""How many known partnerships one judgement is worth: a person looked at this very pair."""

REST_DAYS = {"rejected": 365, "later": 90}
"""How long what somebody put off is left alone: what held a year ago may have changed. Our judgement."""

_LABELS = {"accepted": 1.0, "rejected": 0.0}


class Verdict(NamedTuple):
    """What somebody made of a pair or a group: which judgement, the verdict, the day and why.

    The day is in its stored form, empty where it is not known; the reason too, and where the viewer may not read it.
    """

    id: str
    verdict: str
    on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements of pairs and groups.

    Parameters
    ----------
    verdicts
        Ids of the members, sorted -> verdicts, newest first.
    rows
        Id of a member -> its row in the projection.
    partners
        Pairs of rows, smaller first, that work together: no verdict on a group says that those do not fit.
    today
        The day, to know what was put off long ago; None takes every verdict as new.
    """

    verdicts: dict[tuple[str, ...], list[Verdict]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    partners: frozenset[tuple[int, int]] = frozenset()
    today: date | None = None

    def ids(self, members: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of what people made of some members, newest first."""
        return tuple(one.id for one in self.verdicts.get(tuple(sorted(members)), ()))

    def put_off(self, members: tuple[str, ...]) -> Verdict | None:
        """Return the newest verdict on these very members where it is "not now" or "later" and still holds."""
        found = self.verdicts.get(tuple(sorted(members)))
        return found[0] if found and self._holds(found[0]) else None

    def refusal(self, members: tuple[str, ...]) -> str:
        """Return the id of the newest verdict on these very members where it is "not now" and holds, or nothing."""
        found = self.put_off(members)
        return found.id if found is not None and found.verdict == "rejected" else ""

    def rejected(self, members: tuple[str, ...]) -> bool:
        """Return whether the newest verdict is: not now, and still holds."""
        return bool(self.refusal(members))

    def refusal_of(self, member: str, *, beside: tuple[str, ...]) -> tuple[tuple[str, ...], Verdict] | None:
        """Return with whom a member was told "not now" last, for a reason that the viewer may read; None without.

        Parameters
        ----------
        member
            Id of the member.
        beside
            The members that are spoken of; a verdict on those alone is told as their own.
        """
        found = [
            (newest, ids)
            for ids, (newest, *_) in self.verdicts.items()
            if member in ids and not set(ids) <= set(beside) and newest.verdict == "rejected" and newest.reason
            and self._holds(newest)
        ]  # fmt: skip
        if not found:
            return None
        newest, ids = max(found, key=lambda one: (one[0].on, one[1]))
        return tuple(id_ for id_ in ids if id_ != member), newest

    def as_lessons(self) -> tuple[IntArray, FloatArray, FloatArray] | None:
        """Return pairs (j, 2), labels (j,) and weights (j,) for the model; None where nobody said yes or no.

        A verdict on a group of k is one on each of its pairs, 1 / (k - 1) as heavy: all that it says of one member
        weighs as much as one verdict on a pair. What was said of a pair itself stands above it. "Later" teaches
        nothing: it is about when.
        """
        lessons: dict[tuple[int, int], tuple[float, float]] = {}
        for members, verdicts in sorted(self.verdicts.items(), key=lambda one: (-len(one[0]), one[1][0].on, one[0])):
            rows = sorted(self.rows[id_] for id_ in members if id_ in self.rows)
            label = _LABELS.get(verdicts[0].verdict)
            if label is None or len(rows) < len(members) or len(rows) < 2:
                continue
            for pair in combinations(rows, 2):
                if len(rows) == 2 or label or pair not in self.partners:
                    lessons[pair] = (label, WEIGHT / (len(rows) - 1))
        if not lessons:
            return None
        pairs = sorted(lessons)
        told = np.array([lessons[pair] for pair in pairs])
        return np.array(pairs, dtype=np.int64), told[:, 0], told[:, 1]

    def _holds(self, one: Verdict) -> bool:
        if one.verdict not in REST_DAYS:
            return False
        if self.today is None or not one.on:
            return True
        return self.today - PartialDate.parse(one.on).latest <= timedelta(days=REST_DAYS[one.verdict])


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


def judged_members(view: View, projection: Projection, today: date | None = None) -> Judged:
    """Return what people made of pairs and groups, as this viewer may see it.

    Parameters
    ----------
    view
        Who looks.
    projection
        The network, for the rows of members.
    today
        The day, to know what was put off long ago.
    """
    judgements = find_judgements(view)
    ids = [node.id for node in judgements]
    concerns = view.adjacency(ids, RelationshipFilter(types=("CONCERNS",))) if ids else {}
    rows = {id_: row for row, id_ in enumerate(projection.ids)}
    verdicts: dict[tuple[str, ...], list[Verdict]] = {}
    for node in judgements:
        said = (str(node.value(name) or "") for name in ("verdict", "judged_on", "reason"))
        verdicts.setdefault(tuple(sorted(concerns[node.id])), []).append(Verdict(node.id, *said))
    return Judged(verdicts, rows, frozenset((one, other) for one, other in projection.partnerships.tolist()), today)
