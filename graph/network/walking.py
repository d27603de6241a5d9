"""Walking the network: what lies within some steps, and the shortest way between two. One question a step."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graph.errors import InputError
from graph.store.answers import Node, Page, Relationship
from graph.store.base import View
from graph.store.questions import LONGEST_PAGE, RelationshipFilter

MOST_STEPS = 3
"""Steps that `neighbours` goes: beyond three a city's network is all of it."""
MOST_STEPS_OF_PATH = 8
MOST_REACHED = 20_000
"""Things that a walk may reach before it stops: a way through a whole country tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A node that a walk reached, and in how many steps."""

    node: Node
    distance: int


@dataclass(frozen=True, slots=True)
class Way:
    """A shortest way: its nodes in order of travel, and the relationships between each and the next."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def neighbours(
    view: View,
    start: str,
    where: RelationshipFilter = RelationshipFilter(),
    *,
    steps: int = 1,
    first: int = 20,
    after: str | None = None,
) -> Page[Reached]:
    """Return what lies within some steps, nearest first, then by id.

    Raises
    ------
    InputError
        The number of steps is not 1 to `MOST_STEPS`, or the page is too long.
    CursorError
        ``after`` is none of the things reached.
    """
    _check_steps(steps, MOST_STEPS)
    if not 1 <= first <= LONGEST_PAGE:
        raise InputError(f"Een bladzijde heeft 1 tot {LONGEST_PAGE} regels.", f"A page has 1 to {LONGEST_PAGE} rows.")
    node = view.nodes([start])[0]
    if node is None:
        return Page(())
    distance = _distances(view, node.id, where, steps)
    order = sorted((steps_, id_) for id_, steps_ in distance.items() if id_ != node.id)
    if after is not None:
        place = (distance.get(after, -1), after)
        if place not in order:
            raise InputError("Deze plek in de lijst bestaat niet meer.", "This place in the list no longer exists.")
        order = [one for one in order if one > place]
    shown = [id_ for _, id_ in order[:first]]
    found = [Reached(one, distance[one.id]) for one in view.nodes(shown) if one]
    return Page(tuple(found), more=len(order) > first)


def path(
    view: View, start: str, end: str, where: RelationshipFilter = RelationshipFilter(), *, most_steps: int = 6
) -> Way | None:
    """Return a shortest way between two nodes, None when there is none within the steps.

    Raises
    ------
    InputError
        The number of steps is not 1 to `MOST_STEPS_OF_PATH`.
    """
    _check_steps(most_steps, MOST_STEPS_OF_PATH)
    nodes = view.nodes([start, end])
    if nodes[0] is None or nodes[1] is None:
        return None
    ids = _shortest(view, nodes[0].id, nodes[1].id, where, most_steps)
    if ids is None:
        return None
    found = [node for node in view.nodes(ids) if node]
    ties = [_between(view, one, other, where) for one, other in pairwise(ids)]
    return Way(tuple(found), tuple(tie for tie in ties if tie))


def _distances(view: View, start: str, where: RelationshipFilter, steps: int) -> dict[str, int]:
    distance = {start: 0}
    frontier = [start]
    for step in range(1, steps + 1):
        reached = sorted({id_ for ids in view.adjacency(frontier, where).values() for id_ in ids} - distance.keys())
        frontier = reached[: MOST_REACHED - len(distance)]
        distance.update(dict.fromkeys(frontier, step))
        if not frontier:
            break
    return distance


def _shortest(view: View, start: str, end: str, where: RelationshipFilter, most: int) -> list[str] | None:
    """Breadth first from the start; the smallest id wins where ways are equally short."""
    if start == end:
        return [start]
    came_from = {start: start}
    frontier = [start]
    for _ in range(most):
        adjacent = view.adjacency(frontier, where)
        reached: list[str] = []
        for one in frontier:
            for other in adjacent[one]:
                if other not in came_from:
                    came_from[other] = one
                    reached.append(other)
        if end in came_from:
            return _traced(came_from, end)
        frontier = sorted(reached)
        if not frontier or len(came_from) > MOST_REACHED:
            return None
    return None


def _traced(came_from: dict[str, str], end: str) -> list[str]:
    way = [end]
    while came_from[way[-1]] != way[-1]:
        way.append(came_from[way[-1]])
    return way[::-1]


def _between(view: View, one: str, other: str, where: RelationshipFilter) -> Relationship | None:
    only = RelationshipFilter(where.types, where.direction, (other,), where.other_kinds, where.statuses, where.roles,
                              where.active_on)  # fmt: skip
    page = view.relationships([one], only, first=1)[one]
    return page.items[0] if page.items else None


def _check_steps(steps: int, most: int) -> None:
    if not 1 <= steps <= most:
        raise InputError(
            f"Het aantal stappen is 1 tot {most}.", f"The number of steps is 1 to {most}.", concerning=steps
        )
