"""Everything that a view shows, thing by thing in order of id, with what sources say of it. First step of an export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from graph.store.answers import Node, Relationship, Statement
from graph.store.base import View

THINGS_AT_ONCE = 500
"""Things whose claims are read in one question."""

T = TypeVar("T", Node, Relationship)


def node_ids(view: View) -> dict[str, list[str]]:
    """Return the ids of all nodes by kind, each list in order of id."""
    nodes = view.snapshot(types=()).nodes
    return _grouped(nodes.kinds, nodes.ids)


def tie_ids(view: View) -> dict[str, list[str]]:
    """Return the ids of all relationships by type, each list in order of id; those that are denied are left out."""
    ties = view.snapshot().relationships
    return _grouped(ties.types, ties.ids)


def iter_nodes(view: View, ids: Sequence[str] | None = None) -> Iterator[tuple[Node, list[Statement]]]:
    """Yield nodes, each with its statements.

    Parameters
    ----------
    view
        Who looks, and as of which day.
    ids
        In the order to yield them; None for all, in order of id.

    Notes
    -----
    Memory is bounded by the ids, not by the claims.
    """
    every = view.snapshot(types=()).nodes.ids if ids is None else ids
    return _with_statements(view, every, view.nodes)


def iter_ties(view: View, ids: Sequence[str] | None = None) -> Iterator[tuple[Relationship, list[Statement]]]:
    """Yield relationships, each with its statements; as `iter_nodes` does."""
    every = view.snapshot().relationships.ids if ids is None else ids
    return _with_statements(view, every, view.relationships_by_id)


def iter_bare(ids: Sequence[str], read: Callable[[Sequence[str]], list[T | None]]) -> Iterator[T]:
    """Yield things without their statements; ``read`` is ``view.nodes`` or ``view.relationships_by_id``."""
    for start in range(0, len(ids), THINGS_AT_ONCE):
        for one in read(ids[start : start + THINGS_AT_ONCE]):
            if one is not None:
                yield one


def sources_of(said: Sequence[Statement], property_: str | None = None) -> list[str]:
    """Return the ids of the sources that speak of a thing, or of the value that counts of one property; sorted.

    A denial, or a value that does not count, is no source of the value that one reads.
    """
    return sorted(
        {
            one.claim.source
            for one in said
            if property_ is None or (one.claim.property == property_ and one.counts and not one.claim.denied)
        }
    )


def _with_statements(
    view: View, ids: Sequence[str], read: Callable[[Sequence[str]], list[T | None]]
) -> Iterator[tuple[T, list[Statement]]]:
    for start in range(0, len(ids), THINGS_AT_ONCE):
        part = ids[start : start + THINGS_AT_ONCE]
        statements = view.statements(part)
        for one in read(part):
            if one is not None:
                yield one, statements[one.id]


def _grouped(names: Sequence[str], ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, id_ in zip(names, ids, strict=True):
        found.setdefault(name, []).append(id_)
    return found
