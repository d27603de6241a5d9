"""The server store: a graph in Neo4j 5 that anyone with Cypher, Neo4j Browser or a notebook can read."""

from graph.store.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
