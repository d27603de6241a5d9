"""What one needs to speak to a Neo4j server."""

from __future__ import annotations

from dataclasses import dataclass, field


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
