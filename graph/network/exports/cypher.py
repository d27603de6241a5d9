"""The graph as a Cypher script: run in an empty Neo4j, it makes the nodes and relationships with their values.

Source
------
Neo4j, Cypher Manual 5, "Parsing" (escape sequences of strings) and "Values and types".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from graph.network.exports.things import iter_nodes, iter_ties, node_ids, sources_of, tie_ids
from graph.schema.kinds import KINDS
from graph.schema.relationships import RELATIONSHIPS
from graph.schema.values import Value
from graph.store.answers import Node, Relationship, Statement
from graph.store.base import View

ROWS_AT_ONCE = 100
"""Things in one statement: few enough to be read, many enough to be quick."""

_HEAD = """// Wijkweb: run this in an empty database, for example with: cypher-shell -f FILE
CREATE CONSTRAINT wijkweb_export_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
"""

_NODES = "UNWIND {rows} AS row\nMERGE (n:Entity {{id: row.id}}) SET n:{kind}, n += row.values;\n"
_TIES = """UNWIND {rows} AS row
MATCH (a:Entity {{id: row.start}}), (b:Entity {{id: row.end}})
MERGE (a)-[r:{type} {{id: row.id}}]->(b) SET r += row.values;
"""

_NAMED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

T = TypeVar("T")


def export_cypher(view: View) -> Iterator[bytes]:
    """Yield the graph as a script.

    Parameters
    ----------
    view
        Who looks, and as of which day.

    Notes
    -----
    Run twice it changes nothing. ``sources`` holds the ids of the sources of a thing, ``sources_of_PROPERTY`` those of
    one of its values. Labels, types and names of properties are declared ones; all else stands between quotes.
    """
    yield _HEAD.encode()
    nodes, ties = node_ids(view), tie_ids(view)
    for kind in KINDS:
        rows = (_node_row(node, said) for node, said in iter_nodes(view, nodes.get(kind.name, [])))
        for part in _parts(rows):
            yield _NODES.format(rows=_list(part), kind=kind.name).encode()
    for type_ in RELATIONSHIPS:
        rows = (_tie_row(tie, said) for tie, said in iter_ties(view, ties.get(type_.name, [])))
        for part in _parts(rows):
            yield _TIES.format(rows=_list(part), type=type_.name).encode()


def _parts(rows: Iterator[T]) -> Iterator[list[T]]:
    while part := list(islice(rows, ROWS_AT_ONCE)):
        yield part


def _list(rows: Sequence[str]) -> str:
    return "[\n" + ",\n".join(rows) + "]"


def _node_row(node: Node, said: list[Statement]) -> str:
    return f"{{id: {_literal(node.id)}, values: {_map(_values(node.reading.values, said))}}}"


def _tie_row(tie: Relationship, said: list[Statement]) -> str:
    ends = f"start: {_literal(tie.start)}, end: {_literal(tie.end)}"
    return f"{{id: {_literal(tie.id)}, {ends}, values: {_map(_values(tie.reading.values, said))}}}"


def _values(values: Mapping[str, Value | tuple[Value, ...]], said: list[Statement]) -> dict[str, str]:
    found = {}
    for name, value in values.items():
        if name != "exists":
            found[name] = _literal(value)
            found[f"sources_of_{name}"] = _literal(tuple(sources_of(said, name)))
    return found | {"sources": _literal(tuple(sources_of(said)))}


def _map(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in sorted(values.items())) + "}"


def _literal(value: Value | tuple[Value, ...]) -> str:
    """Return a value as Cypher writes it; in a text, what is no plain sign is written by its number."""
    if isinstance(value, tuple):
        return "[" + ", ".join(_literal(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + "".join(_sign(sign) for sign in value) + "'"


def _sign(sign: str) -> str:
    if sign in _NAMED:
        return _NAMED[sign]
    # Marks that turn the direction of writing would show a script otherwise than it runs.
    return sign if sign.isprintable() or ord(sign) > 0xFFFF else f"\\u{ord(sign):04X}"
