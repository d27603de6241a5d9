"""A Neo4j on this computer, whichever way it runs: where it is and how one gets in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.store.neo4j_server.access import Neo4jAccess
from graph.store.neo4j_server.password import read_password
from graph.store.neo4j_server.process import LOOPBACK

# Neo4j's first and, in the Community edition, sufficient user.
USER = "neo4j"


@dataclass(slots=True)
class LocalNeo4j:
    """A Neo4j on this computer, however it runs.

    Parameters
    ----------
    home
        Its folder, absolute.
    port
        On loopback.
    password_file
        Where the password of the user ``neo4j`` stands.
    """

    home: Path
    port: int
    password_file: Path

    @property
    def uri(self) -> str:
        """The address for the driver."""
        return f"bolt://{LOOPBACK}:{self.port}"

    @property
    def user(self) -> str:
        """The account that may do everything."""
        return USER

    @property
    def password(self) -> str:
        """The password, read from its file; raises ``FileError`` where that is gone."""
        return read_password(self.password_file)

    @property
    def access(self) -> Neo4jAccess:
        """Address, user and password in one value; raises ``FileError`` as ``password`` does."""
        return Neo4jAccess(self.uri, self.user, self.password)
