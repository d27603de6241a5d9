"""Among whom a set for a goal is chosen: what each brings, as tables for the integer programme.

Only what a source says counts. "About" and "at least" count as the number said; "at most" and silence count nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.algorithms.edge_array import FloatArray
from graph.questions.composition_types import Goal
from graph.questions.ground import Ground
from graph.schema.values import Bound, Quantity
from graph.schema.words import normalise

CLIENTS = ("client", "clients", "clienten")
"""What clients are called, as unit or topic: what an initiative offers of it is how many clients it has."""

_COST_OF_PHASE = {"rooted": 0.0, "running": 0.0, "starting": 0.4, "idea": 0.7}
"""Among sets of one size, those that run already go first: what exists is a smaller step (R3)."""

_COST_UNKNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a member brings, and what says so.

    Parameters
    ----------
    quantity
        How much.
    thing, property
        What states it: a node or relationship, and which of its properties.
    """

    quantity: Quantity
    thing: str
    property: str


class Candidates:
    """Initiatives to choose from.

    Parameters
    ----------
    ground
        What the viewer may see.
    goal
        What is to be reached.
    areas
        Where they work; empty for anywhere.
    """

    def __init__(self, ground: Ground, goal: Goal, areas: tuple[str, ...]) -> None:
        self._ground = ground
        self._goal = goal
        inside = ground.active_within(areas) if areas else sorted(ground.living)
        may = {one for one in inside if ground.kind(one) == "Initiative" and one in ground.living}
        self.rows = sorted((may | set(goal.include)) - set(goal.exclude))
        self.wanted = {
            sort: float(number) for sort, number in (("members", goal.members), ("clients", goal.clients)) if number
        }

    @cached_property
    def goals(self) -> list[float]:
        """How much is wanted of each amount."""
        return list(self.wanted.values())

    @cached_property
    def brought(self) -> dict[str, dict[str, Amount]]:
        """What sources say that each brings of each amount; who says nothing is not in it."""
        return {sort: {row: amount for row in self.rows if (amount := self._amount(row, sort))} for sort in self.wanted}

    @cached_property
    def amounts(self) -> FloatArray:
        """(n, k) how much each brings."""
        found = np.zeros((len(self.rows), len(self.wanted)))
        for column, amounts in enumerate(self.brought.values()):
            for row, id_ in enumerate(self.rows):
                found[row, column] = amounts[id_].quantity.value if id_ in amounts else 0.0
        return found

    @cached_property
    def providers(self) -> dict[str, dict[str, str]]:
        """Who provides each topic, in the city and beyond, with the relationship that says so."""
        return {topic: self._ground.providers(topic) for topic in self._goal.topics}

    @cached_property
    def covers(self) -> FloatArray:
        """(n, t) who provides which topic."""
        found = np.zeros((len(self.rows), len(self._goal.topics)))
        for column, providers in enumerate(self.providers.values()):
            found[:, column] = [row in providers for row in self.rows]
        return found

    @cached_property
    def required(self) -> list[int]:
        """Rows of who is in it for sure."""
        return [row for row, id_ in enumerate(self.rows) if id_ in self._goal.include]

    @cached_property
    def costs(self) -> list[float]:
        """What to avoid among sets of one size."""
        return [_COST_OF_PHASE.get(str(self._ground.value(id_, "phase")), _COST_UNKNOWN) for id_ in self.rows]

    def _amount(self, id_: str, sort: str) -> Amount | None:
        """Return what sources say that a member brings of an amount, None where they say nothing firm."""
        if sort == "members":
            said = self._ground.value(id_, "members")
            return _firm(said, id_, "members") if said else None
        for bond in self._ground.bonds(id_, "OFFERS"):
            said = bond.values.get("quantity")
            if said and {Quantity.parse(said).unit, normalise(self._ground.name(bond.other))} & set(CLIENTS):
                return _firm(said, bond.id, "quantity")
        return None


def _firm(said: str, thing: str, property_: str) -> Amount | None:
    """Return a number that counts; "at most" says that there may be none."""
    quantity = Quantity.parse(said)
    return None if quantity.bound is Bound.AT_MOST or quantity.value <= 0 else Amount(quantity, thing, property_)
