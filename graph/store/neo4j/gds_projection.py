"""The Cypher that projects a network for Graph Data Science: what one level may see of it, and nothing more."""

from __future__ import annotations

from typing import Any

from graph.schema.declaration import Level
from graph.schema.model import RELATIONSHIPS_BY_NAME
from graph.store.computing import GraphSpec, TieSpec
from graph.store.neo4j.filters import Question, all_of
from graph.store.neo4j.layout import KEPT

Query = tuple[str, dict[str, Any]]
"""A statement that projects ``$graph`` and returns whether there is one that knows the start; its parameters."""


def build_network(graph: GraphSpec, level: Level, start: str = "") -> Query:
    """Return the statement that projects members and the ties between them, each pair once with its weight.

    Parameters
    ----------
    graph
        Which network.
    level
        Who looks.
    start
        Id of a member that must be in it; empty for none.

    Raises
    ------
    KeyError
        A type is not declared.

    Notes
    -----
    Linear in the ties, and in the pairs that share something. Sorted, so that equal data are numbered equally and a
    seed gives equal groups.
    """
    question = Question(level)
    parts = [_direct(question, one, graph.kinds) for one in graph.ties]
    parts += [_shared(question, one, graph.kinds) for one in graph.shared]
    query = f"""CALL () {{ {" UNION ALL ".join(parts)} }}
        WITH CASE WHEN a.id < b.id THEN a ELSE b END AS s, CASE WHEN a.id < b.id THEN b ELSE a END AS e,
             sum(weight) AS weight ORDER BY s.id, e.id
        WITH gds.graph.project($graph, s, e, {{relationshipProperties: {{weight: weight}}}},
                               {{undirectedRelationshipTypes: ['*']}}) AS projected,
             sum(CASE WHEN $start IN ['', s.id, e.id] THEN 1 ELSE 0 END) AS known
        RETURN projected IS NOT NULL AND known > 0"""
    return query, {**question.parameters, "start": start}


def build_likeness(graph: GraphSpec, level: Level, start: str) -> Query:
    """Return the statement that projects members and what they share, each member with a line to each thing once.

    Parameters
    ----------
    graph
        Of it, what is shared.
    level
        Who looks.
    start
        Id of the member that must be in it.

    Raises
    ------
    KeyError
        A type is not declared.
    """
    question = Question(level)
    parts = [f"{_held(question, one, graph.kinds)} RETURN m, x" for one in graph.shared]
    query = f"""CALL () {{ {" UNION ".join(parts)} }}
        WITH m, x ORDER BY m.id, x.id
        WITH gds.graph.project($graph, m, x, {{sourceNodeLabels: ['Member'], targetNodeLabels: ['Shared']}})
             AS projected, sum(CASE WHEN m.id = $start THEN 1 ELSE 0 END) AS known
        RETURN projected IS NOT NULL AND known > 0"""
    return query, {**question.parameters, "start": start}


def _direct(question: Question, tie: TieSpec, kinds: tuple[str, ...]) -> str:
    """Return the words for pairs of members ``a`` and ``b`` that a tie joins, each once in each direction."""
    conditions = [*_standing(question, tie.type), "a.id <> b.id", f"coalesce({question.tie('status')}, '') <> 'ended'"]
    conditions += [_is_read(question, end, kinds) for end in "ab"]
    return f"""MATCH (a)-[r:{_types(question, tie.type)}]->(b) WHERE {all_of(conditions)}
               WITH DISTINCT a, b RETURN a, b, {question.bind(tie.weight)} AS weight"""


def _shared(question: Question, tie: TieSpec, kinds: tuple[str, ...]) -> str:
    """Return the words for pairs of members that share something; what few share says more than what all do."""
    weight = question.bind(tie.weight)
    return f"""{_held(question, tie, kinds)}
               WITH x, collect(m) AS some
               WITH some, {weight} / log(1 + CASE WHEN size(some) < 2 THEN 2 ELSE size(some) END) AS weight
               UNWIND some AS a UNWIND some AS b WITH a, b, weight WHERE a.id < b.id RETURN a, b, weight"""


def _held(question: Question, tie: TieSpec, kinds: tuple[str, ...]) -> str:
    """Return the words for members ``m`` and what they are tied to, ``x``, each pair once."""
    arrow = f"-[r:{_types(question, tie.type)}]-"
    pattern = f"(m){arrow}>(x)" if tie.outgoing else f"(m)<{arrow}(x)"
    conditions = [*_standing(question, tie.type), _is_read(question, "m", kinds), _is_read(question, "x", tie.others)]
    return f"MATCH {pattern} WHERE {all_of(conditions)} WITH DISTINCT m, x"


def _types(question: Question, type_: str) -> str:
    """Return the types under which Neo4j may hold relationships of a declared type that a level reads."""
    declared = RELATIONSHIPS_BY_NAME[type_].name  # only declared names become words
    return f"{declared}|{KEPT}" if question.public else declared


def _standing(question: Question, type_: str) -> list[str]:
    """Return the conditions that a level reads a relationship; for who reads all, its bearing its type says so."""
    if not question.public:
        return []
    return [*question.standing(), f"NOT r:{KEPT} OR r.type = {question.bind(type_)}"]


def _is_read(question: Question, end: str, kinds: tuple[str, ...]) -> str:
    """Return the condition that a level reads a node as one of some kinds."""
    asked = question.bind(kinds)
    if question.public:
        read = "o.audience IN $audiences AND o.kind IN"
        return f"EXISTS {{ MATCH (o:Reading {{id: {end}.id}}) WHERE {read} {asked} }}"
    return f"{end}:Entity AND {end}.kind IN {asked}"
