"""Groups and orders of members, by the engine that one chooses: this process, or the store's own."""

from __future__ import annotations

from dataclasses import dataclass

from graph.projection.projection import project
from graph.store.base import Derived, View
from graph.store.computing import Engine, EngineName, Measure, RankSpec
from graph.suggestions.advice_types import Broker, Community, Member
from graph.suggestions.grouping import find_communities, find_main_brokers
from graph.suggestions.local_engine import LocalEngine
from graph.suggestions.networks import HANGS_TOGETHER, IN_COMMON


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member in an order, with its score, 0..1."""

    member: Member
    score: float


def communities_by_store(view: View, derived: Derived) -> tuple[list[Community], list[Broker]]:
    """Return what hangs together as the store's own engine finds it, and who holds it together.

    Parameters
    ----------
    view
        Who looks.
    derived
        Where the last labels are kept: groups are named as they were.

    Raises
    ------
    StoreError
        The store has no engine, or it cannot do its work.

    Notes
    -----
    The engine finds the groups; their names and the brokers are worked out here, from the projection.
    """
    engine = view.engine()
    projection = project(view)
    return find_communities(projection, derived, view.viewer.level.value, engine), find_main_brokers(projection)


def rank(
    view: View, by: Measure, *, start: str = "", first: int = 20, engine: EngineName = EngineName.LOCAL
) -> list[Ranked]:
    """Return initiatives and organisations in an order, highest score first.

    Parameters
    ----------
    view
        Who looks.
    by
        What they are ranked by.
    start
        Id of the one that is looked from, or compared with; empty for none.
    first
        How many at most.
    engine
        What computes.

    Raises
    ------
    StoreError
        The store has no such engine, or it cannot do its work.
    """
    found = _engine(view, engine).rank(
        RankSpec(IN_COMMON if by is Measure.LIKENESS else HANGS_TOGETHER, by, _canonical(view, start), first)
    )
    nodes = view.nodes(list(found.ids))
    return [
        Ranked(Member(node.id, node.name, node.kind), score)
        for node, score in zip(nodes, found.scores, strict=True)
        if node is not None
    ]


def _engine(view: View, name: EngineName) -> Engine:
    return view.engine() if name is EngineName.GDS else LocalEngine(project(view))


def _canonical(view: View, id_: str) -> str:
    """Return the id under which the viewer reads a thing; as it is where there is none: that is tied to nobody."""
    node = view.nodes([id_])[0] if id_ else None
    return node.id if node else id_
