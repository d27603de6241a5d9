"""What one needs to speak to a Neo4j server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from graph.store.neo4j_server.password import read_password
from graph.store.neo4j_server.process import LOOPBACK

# Neo4j's first and, in the Community edition, sufficient user.
USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Neo4jAccess:
    """Address, user and password of a Neo4j server.

    Parameters
    ----------
    uri
        ``bolt://127.0.0.1:PORT``, or any address that the driver knows.
    user, password
        The account. The password is left out of ``repr``, which ends up in logs and in the output of failed tests.
    """

    uri: str
    user: str
    password: str = field(repr=False)


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
