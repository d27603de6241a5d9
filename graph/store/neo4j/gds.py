"""The engine where the data are: Neo4j's Graph Data Science, over a projection of what one level may see.

A projection lives in the server's memory, outside transactions and roles. So each call makes one of its own, under a
name that nobody else has, of what the level sees, and drops it again, also when something goes wrong in between.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from graph.errors import StoreError, StoreFullError
from graph.store.computing import (
    DAMPING,
    Communities,
    CommunitySpec,
    GraphSpec,
    Measure,
    Ranking,
    RankSpec,
    grouped,
    ranked,
)
from graph.store.neo4j.driver import Statements
from graph.store.neo4j.gds_projection import build_likeness, build_network
from graph.store.neo4j.queries import Queries

NAME = "wijkweb-"
"""What the names of our projections begin with; the rest is drawn anew for each call."""

FORGOTTEN = "PT1H"
"""Age above which a projection of ours was left by a program that was killed: the next call drops it."""

PROCEDURES = ("gds.graph.drop", "gds.graph.list", "gds.leiden.stream", "gds.nodeSimilarity.filtered.stream",
              "gds.pageRank.stream")  # fmt: skip

_ROUNDS = 200
_TOLERANCE = 1e-9
# Enough for six decimals where a walk goes on with a chance of 0.85: that to the power of 130 is 1e-9.

_LEIDEN = """CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'weight', randomSeed: $seed, concurrency: 1})
             YIELD nodeId, communityId
             RETURN collect(gds.util.asNode(nodeId).id), collect(communityId)"""
# With one thread: with more, the seed would not decide.

_PAGERANK = """OPTIONAL MATCH (start:Thing {id: $start})
               WITH [one IN collect(start) WHERE $start <> ''] AS starts
               CALL gds.pageRank.stream($graph, {relationshipWeightProperty: 'weight', dampingFactor: $damping,
                    maxIterations: $rounds, tolerance: $tolerance, sourceNodes: starts})
               YIELD nodeId, score
               RETURN collect(gds.util.asNode(nodeId).id), collect(score)"""

_LIKENESS = """MATCH (start:Thing {id: $start})
               CALL gds.nodeSimilarity.filtered.stream($graph,
                    {sourceNodeFilter: start, targetNodeFilter: 'Member', topK: $most})
               YIELD node2, similarity
               RETURN collect(gds.util.asNode(node2).id), collect(similarity)"""

T = TypeVar("T")


class GdsEngine:
    """See `graph.store.computing.Engine`.

    Parameters
    ----------
    queries
        Of the viewer.

    Raises
    ------
    StoreError
        The server has no Graph Data Science, or none that knows what is asked here.

    Notes
    -----
    The projection takes memory of the server: some 100 bytes for each tie. Ties through something shared are pairs:
    what a thousand members share comes to half a million of them.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        there = queries.steadily(lambda: queries.rows(
            "SHOW PROCEDURES YIELD name WHERE name IN $names RETURN count(*)", names=list(PROCEDURES)))  # fmt: skip
        if there[0][0] < len(PROCEDURES):
            raise _absent(queries.url)

    def communities(self, spec: CommunitySpec) -> Communities:
        """Return groups, by Leiden.

        Raises
        ------
        StoreError
            The server cannot do its work.
        """
        found = self._on_network(spec.graph, "", lambda graph: self._columns(_LEIDEN, graph=graph, seed=spec.seed))
        return grouped(found)

    def rank(self, spec: RankSpec) -> Ranking:
        """Return an order, by PageRank or by node similarity.

        Raises
        ------
        StoreError
            The server cannot do its work.
        """
        return ranked(self._likeness(spec) if spec.by is Measure.LIKENESS else self._pagerank(spec), spec)

    def _pagerank(self, spec: RankSpec) -> dict[str, float]:
        asked = {"start": spec.start, "damping": DAMPING, "rounds": _ROUNDS, "tolerance": _TOLERANCE}
        found = self._on_network(spec.graph, spec.start, lambda graph: self._columns(_PAGERANK, graph=graph, **asked))
        whole = sum(found.values())  # theirs adds up to the number of nodes, or to one that is less than it
        return {id_: score / whole for id_, score in found.items()}

    def _likeness(self, spec: RankSpec) -> dict[str, float]:
        query, parameters = build_likeness(spec.graph, self._queries.level, spec.start)
        asked = {"start": spec.start, "most": 1_000_000}  # all: what is equal is put in order here
        return self._projected(query, parameters, lambda graph: self._columns(_LIKENESS, graph=graph, **asked))

    def _on_network(self, graph: GraphSpec, start: str, work: Callable[[str], dict[str, T]]) -> dict[str, T]:
        return self._projected(*build_network(graph, self._queries.level, start), work)

    def _columns(self, query: str, **parameters: Any) -> dict[str, Any]:
        """Return what a procedure streams, by id: gathered in the database, as two columns."""
        ids, values = self._queries.rows(query, **parameters)[0]
        return dict(zip(ids, values, strict=True))

    def _projected(self, query: str, parameters: dict[str, Any], work: Callable[[str], dict[str, T]]) -> dict[str, T]:
        """Return what a piece of work finds on a projection of its own; nothing where that has none of what it needs.

        All of it is one transaction, so that in a cluster one server has the projection and drops it.
        """
        left: set[str] = set()

        def once() -> dict[str, T]:
            graph = f"{NAME}{uuid.uuid4().hex}"
            left.add(graph)
            rows = self._queries.rows(query, graph=graph, **parameters)
            found = work(graph) if rows and rows[0][0] else {}
            _drop(self._queries.database, [graph])
            left.discard(graph)
            return found

        try:
            return self._queries.steadily(once)
        except StoreError as error:
            # Graph Data Science says that memory is too small in words only.
            if "memory" in str(error.__cause__):
                raise _too_small(self._queries.url) from error
            raise
        finally:
            if left:
                with suppress(StoreError):  # what counts was raised; the server may be away
                    self._queries.apart(lambda database: _drop(database, sorted(left)))


def _drop(database: Statements, graphs: list[str]) -> None:
    """Drop projections where they are there, and what programs that were killed left."""
    database.rows(
        f"""CALL gds.graph.list() YIELD graphName, creationTime
            WITH graphName WHERE graphName IN $graphs
                 OR graphName STARTS WITH '{NAME}' AND creationTime < datetime() - duration('{FORGOTTEN}')
            CALL gds.graph.drop(graphName, false) YIELD graphName AS dropped
            RETURN dropped""",
        graphs=graphs,
    )


def _absent(url: str) -> StoreError:
    return StoreError(
        f"De Neo4j op {url} heeft Graph Data Science niet. Zet dat erbij (op deze computer: ‘make neo4j-stop’ en dan "
        "‘make neo4j GDS=1’), of laat ‘--engine gds’ weg: dan rekent Wijkweb zelf.",
        f"The Neo4j at {url} has no Graph Data Science. Add it (on this computer: ‘make neo4j-stop’ and then "
        "‘make neo4j GDS=1’), or leave out ‘--engine gds’: Wijkweb then computes by itself.",
    )


def _too_small(url: str) -> StoreError:
    return StoreFullError(
        f"Neo4j op {url} heeft te weinig geheugen voor deze berekening. Geef het meer "
        "(server.memory.heap.max_size), of laat ‘--engine gds’ weg: dan rekent Wijkweb zelf.",
        f"Neo4j at {url} has too little memory for this computation. Give it more "
        "(server.memory.heap.max_size), or leave out ‘--engine gds’: Wijkweb then computes by itself.",
    )
