"""A real Neo4j on this computer, for users who have none and for the tests.

Stands beside the flow: it starts and stops the server that the Neo4j store speaks to, and knows nothing of graphs.
Two ways lead to the same server: a container where a Docker engine answers, and otherwise Maven Central's jars with
Java. Both keep these promises:

- the server listens on loopback only;
- its password stands in one file that only its owner can read, never in an argument, an environment variable, a log
  or a message;
- a server that a user starts outlives the command that started it, and stops cleanly on request.

For a user: ``python -m graph.store.neo4j_server start|stop|status``. For a program: :class:`Neo4jServer`.
"""

from graph.store.neo4j_server.access import Neo4jAccess
from graph.store.neo4j_server.container import Neo4jContainer, is_engine_answering
from graph.store.neo4j_server.jars import GDS_VERSION, NEO4J_VERSION, fetch_gds_jars, fetch_jars, find_java
from graph.store.neo4j_server.server import QUICK_START, Neo4jServer

__all__ = [
    "GDS_VERSION",
    "NEO4J_VERSION",
    "QUICK_START",
    "Neo4jAccess",
    "Neo4jContainer",
    "Neo4jServer",
    "fetch_gds_jars",
    "fetch_jars",
    "find_java",
    "is_engine_answering",
]
