"""A sign: one finding about a pair that speaks for or against its two being one."""

from __future__ import annotations

from typing import NamedTuple

from graph.resolution.catalogue import SIGNS


class Sign(NamedTuple):
    """One sign: its code in the catalogue, how strong it is, and what fills its sentence."""

    code: str
    strength: float = 1.0
    what: str = ""
    other: str = ""

    @property
    def weight(self) -> float:
        """What it adds to the log-odds."""
        return SIGNS[self.code].weight * self.strength
