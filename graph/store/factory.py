"""Opens the store that a URL names. The environment is read elsewhere: this takes values."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit

from graph.errors import InputError, StoreError

if TYPE_CHECKING:
    from graph.store.base import Store

NEO4J_SCHEMES = ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")
"""One server or a cluster; ``+s`` encrypted, ``+ssc`` encrypted with a certificate that nobody else vouches for."""


class StoreSettings(Protocol):
    """What a store needs to know to be opened; `graph.settings.Settings` has it."""

    @property
    def store(self) -> str:
        """URL of the store, without a password."""

    @property
    def neo4j_user(self) -> str:
        """User of a Neo4j store."""

    @property
    def wait_seconds(self) -> float:
        """How long a writer waits for another."""

    def password(self) -> str:
        """Return the password of a Neo4j store."""


def open_store(settings: StoreSettings, *, create: bool = False) -> Store:
    """Open the store that settings name.

    Parameters
    ----------
    settings
        Where it is: ``sqlite:///file`` (relative) or ``sqlite:////file`` (absolute); ``bolt://host:port``,
        ``neo4j://host:port`` or one of their encrypted forms, with ``/name`` where the database is not the default
        one. How to get in: a user and a password.
    create
        Make a store where there is none.

    Raises
    ------
    InputError
        The URL is none of these, or holds a password.
    FileError
        There is no such file.
    StoreError
        The store cannot be opened, or the part that it takes is not installed.
    """
    url = settings.store
    scheme = url.partition("://")[0]
    if scheme == "sqlite":
        return _open_sqlite(url, settings, create=create)
    if scheme in NEO4J_SCHEMES:
        return _open_neo4j(url, settings, create=create)
    raise _unknown(url)


def _open_sqlite(url: str, settings: StoreSettings, *, create: bool) -> Store:
    from graph.store.sqlite import SqliteStore  # noqa: PLC0415 - only what is used is loaded

    # All after the slashes is the file, as it is typed: no part of a path has a meaning of its own here.
    path = url.removeprefix("sqlite:///")
    if path == url or not path:
        raise _unknown(url)
    return SqliteStore(Path(path), create=create, wait_seconds=settings.wait_seconds)


def _open_neo4j(url: str, settings: StoreSettings, *, create: bool) -> Store:
    address, database = _address(url)
    try:
        from graph.store.neo4j import Neo4jStore  # noqa: PLC0415 - the driver is an extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "neo4j":
            raise
        raise StoreError(
            "Het onderdeel voor Neo4j is niet geïnstalleerd: pip install 'wijkweb[neo4j]'.",
            "The part for Neo4j is not installed: pip install 'wijkweb[neo4j]'.",
        ) from error
    return Neo4jStore(
        address,
        user=settings.neo4j_user,
        password=settings.password(),
        database=database,
        wait_seconds=settings.wait_seconds,
        create=create,
    )


def _address(url: str) -> tuple[str, str | None]:
    """Return the address of a server and the name of a database, which may be none."""
    # Before anything is looked at: no sentence may repeat what stands here, not even that it is no port.
    if "@" in url:
        raise InputError(
            "In het adres van de opslag hoort geen naam of wachtwoord. Zet die in WIJKWEB_NEO4J_USER en "
            "WIJKWEB_NEO4J_PASSWORD, of het wachtwoord in een bestand dat WIJKWEB_NEO4J_PASSWORD_FILE noemt.",
            "The address of the store takes no name or password. Put these in WIJKWEB_NEO4J_USER and "
            "WIJKWEB_NEO4J_PASSWORD, or the password in a file that WIJKWEB_NEO4J_PASSWORD_FILE names.",
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # a port that is no number, or too high
        raise _unknown(url) from None
    if not parts.hostname or port == 0 or parts.query or parts.fragment:
        raise _unknown(url)
    return f"{parts.scheme}://{parts.netloc}", unquote(parts.path.strip("/")) or None


def _unknown(url: str) -> InputError:
    # At most the scheme is repeated: the rest may hold a password, however it was typed.
    scheme = re.match(r"([a-z][a-z+]{0,20}://)", url)
    shown = f"‘{scheme[1]}…’" if scheme else "Dit"
    shown_en = f"‘{scheme[1]}…’" if scheme else "This"
    return InputError(
        f"{shown} is geen adres van een opslag. Schrijf sqlite:///bestand.sqlite, bolt://computer:7687, "
        "neo4j://computer:7687, of versleuteld bolt+s:// of neo4j+s://.",
        f"{shown_en} is no address of a store. Write sqlite:///file.sqlite, bolt://computer:7687, "
        "neo4j://computer:7687, or encrypted bolt+s:// or neo4j+s://.",
    )
