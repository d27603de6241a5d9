"""Neo4j's settings, the same for both ways of running it."""

from __future__ import annotations

from collections.abc import Mapping

SETTINGS: Mapping[str, str] = {
    # Neo4j would take half of the computer's memory.
    "server.memory.pagecache.size": "256m",
    # Queries carry names of people, which no log may hold.
    "db.logs.query.enabled": "OFF",
    # Nothing leaves this computer.
    "dbms.usage_report.enabled": "false",
    # 256 MB a database, before the first node.
    "db.tx_log.preallocate": "false",
    # Two days' worth is the default: after some large loads that is gigabytes.
    "db.tx_log.rotation.retention_policy": "256M size",
}

GDS_SETTINGS: Mapping[str, str] = {
    # It works in the server's memory, outside transactions, which procedures may do only where a setting lets them.
    "dbms.security.procedures.unrestricted": "gds.*",
}
"""What Graph Data Science asks of a server besides."""


def render_settings(settings: Mapping[str, str]) -> str:
    """Return the text of a ``neo4j.conf``.

    Parameters
    ----------
    settings
        Values by name.
    """
    lines = ["# Written anew at every start.", *(f"{name}={value}" for name, value in settings.items())]
    return "\n".join(lines) + "\n"


def build_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings as the variables from which Neo4j's container reads them.

    Parameters
    ----------
    settings
        Values by name.

    Notes
    -----
    Source: Neo4j Operations Manual 5, Docker: a point becomes one underscore, an underscore two.

    Examples
    --------
    >>> build_environment({"db.tx_log.preallocate": "false"})
    {'NEO4J_db_tx__log_preallocate': 'false'}
    """
    return {"NEO4J_" + name.replace("_", "__").replace(".", "_"): value for name, value in settings.items()}
