"""Names of groups: by what sets each apart from the rest, with the figures; where nothing does, by its centre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import xlogy

from graph.projection.projection import Projection
from graph.schema.words import Words

LEAST_SHARE = 1 / 3
"""Part of a group that has what the group is named by; what two of twenty do says nothing about the others."""

LEAST_COUNT = 2
"""What one does is no trait of a group."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What many of a group have.

    Parameters
    ----------
    name : of the topic or area
    count : how many of the group have it
    size : how many the group has
    """

    name: str
    count: int
    size: int

    def counted(self, *, again: bool = False) -> Words:
        """Return how many of the group have it; without the whole where that was just said."""
        if self.count == self.size:
            return Words(f"alle {self.size}", f"all {self.size}")
        if again:
            return Words(str(self.count), str(self.count))
        return Words(f"{self.count} van de {self.size}", f"{self.count} of the {self.size}")


def name_groups(projection: Projection, groups: Sequence[Sequence[int]]) -> list[tuple[Words, Words]]:
    """Return a name and its reason for each group; names that would be equal say the centres too.

    Parameters
    ----------
    projection
        The network.
    groups
        Rows of the members of each, its centre first.

    Raises
    ------
    Nothing.
    """
    traits = [(_most_above(projection, "about", rows), _most_above(projection, "areas", rows)) for rows in groups]
    often = Counter(_names(*pair) for pair in traits)
    return [
        (_name(*pair, projection.names[rows[0]], is_only=often[_names(*pair)] == 1), _reason(len(rows), *pair))
        for rows, pair in zip(groups, traits, strict=True)
    ]


def _names(*traits: Trait | None) -> tuple[str, ...]:
    return tuple(trait.name if trait else "" for trait in traits)


def _name(topic: Trait | None, area: Trait | None, centre: str, *, is_only: bool) -> Words:
    """Return what a topic and an area make; its centre stands for a topic, or tells it from another of that name."""
    name = " in ".join(trait.name for trait in (topic, area) if trait)
    if not name:
        return Words(f"Rond {centre}", f"Around {centre}")
    name = name[0].upper() + name[1:]
    return Words(name, name) if topic and is_only else Words(f"{name}, rond {centre}", f"{name}, around {centre}")


def _reason(size: int, topic: Trait | None, area: Trait | None) -> Words:
    """Return in one sentence how many of a group have what it is named by."""
    parts = []
    if topic:
        told = topic.counted()
        parts.append(Words(f"{told.nl} houden zich bezig met {topic.name}", f"{told.en} work on {topic.name}"))
    if area:
        told = area.counted(again=bool(parts))
        parts.append(Words(f"{told.nl} zijn actief in {area.name}", f"{told.en} are active in {area.name}"))
    if not parts:
        return Words(f"Deze {size} zijn vooral met elkaar verbonden.", f"These {size} are tied mostly to each other.")
    return Words(_sentence(", en ", [one.nl for one in parts]), _sentence(", and ", [one.en for one in parts]))


def _sentence(between: str, parts: list[str]) -> str:
    whole = between.join(parts)
    return f"{whole[0].upper()}{whole[1:]}."


def _most_above(projection: Projection, sort: str, rows: Sequence[int]) -> Trait | None:
    """Return what tells most of a group: had by a fair part of it, and by more than as many of all would have it."""
    ties = projection.ties[sort]
    if not ties.matrix.shape[1]:
        return None
    inside = np.asarray(ties.matrix[list(rows)].sum(axis=0)).reshape(-1)
    expected = np.asarray(ties.matrix.sum(axis=0)).reshape(-1) * len(rows) / projection.n
    fair = (inside >= max(LEAST_COUNT, LEAST_SHARE * len(rows))) & (inside > expected)
    if not fair.any():
        return None
    told = np.where(fair, xlogy(inside, inside / np.maximum(expected, np.finfo(float).tiny)), -np.inf)
    best = int(np.argmax(told))
    return Trait(projection.others[ties.others[best]], int(inside[best]), len(rows))
