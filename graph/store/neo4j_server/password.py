"""The server's password: made once, kept in one file, and set on the server as soon as it answers.

A new Neo4j knows the user ``neo4j`` with the password ``neo4j`` and lets that user do one thing only: choose another.
That stands open for the blink between its first answer and ours, to this computer alone; were somebody faster, our
start fails, because the server then refuses us.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import FileError, StoreAccessError, StoreAwayError, StoreError
from graph.store.neo4j_server.access import Neo4jAccess

if TYPE_CHECKING:
    from neo4j import Driver

_FIRST_PASSWORD = "neo4j"  # noqa: S105 - the one that every new Neo4j has, and lets nobody keep
# 24 random bytes are 32 characters: beyond guessing, and still short enough to paste into Neo4j Browser.
_RANDOM_BYTES = 24
# Neo4j refuses shorter ones.
_SHORTEST = 8
_POLL_SECONDS = 0.2


class _Answer(Enum):
    AWAY = auto()
    REFUSED = auto()
    ACCEPTED = auto()


def keep_password(file: Path) -> None:
    """Make a file with a password of its own, unless there is one already.

    Parameters
    ----------
    file
        A new file gets mode 0600. One that exists stays as it is.

    Raises
    ------
    FileError
        The file cannot be made, or what it holds cannot be a password.
    """
    try:
        # O_EXCL and the mode in one step: at no moment can another user open it, or have put it there for us.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(_RANDOM_BYTES) + "\n")
    except FileExistsError:
        read_password(file)
    except OSError as error:
        raise _build_file_error(file) from error


def read_password(file: Path) -> str:
    """Return the password that a file holds.

    Parameters
    ----------
    file
        One line of eight characters or more.

    Raises
    ------
    FileError
        The file cannot be read, or what it holds cannot be a password.
    """
    try:
        password = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _build_file_error(file) from error
    if len(password) >= _SHORTEST and password.isprintable():
        return password
    raise FileError(
        f"Het wachtwoordbestand {file} moet één regel bevatten van {_SHORTEST} tekens of meer.",
        f"The password file {file} must hold one line of {_SHORTEST} characters or more.",
        concerning=file,
    )


def _build_file_error(file: Path) -> FileError:
    return FileError(
        f"Het wachtwoordbestand {file} kan niet worden gemaakt of gelezen.",
        f"The password file {file} cannot be made or read.",
        concerning=file,
    )


def establish_password(access: Neo4jAccess, *, is_alive: Callable[[], bool], log: str, timeout: float) -> None:
    """Wait until a server answers, and make sure that it takes our password and no other.

    Parameters
    ----------
    access
        The server, and the password that it is to have.
    is_alive
        Whether the server's process or container is still there.
    log
        Where to read what the server said, for the sentence when it ends or stays silent.
    timeout
        Seconds to wait for the first answer.

    Raises
    ------
    StoreAwayError
        The server ended, or did not answer in time.
    StoreAccessError
        The server has another password, from an earlier start.
    StoreError
        The driver is not installed.

    Notes
    -----
    Asks five times a second. A fresh server is refused once before the change; Neo4j locks the account at the third.
    """
    deadline = time.monotonic() + timeout
    while (answer := _ask(access)) is _Answer.AWAY:
        alive = is_alive()
        if not alive or time.monotonic() > deadline:
            raise _build_silence(log, alive=alive)
        time.sleep(_POLL_SECONDS)
    if answer is _Answer.REFUSED:
        _change_first_password(access)


def is_answering(access: Neo4jAccess) -> bool:
    """Tell whether a server answers over Bolt, whatever it thinks of the password.

    Parameters
    ----------
    access
        The server.

    Raises
    ------
    StoreError
        The driver is not installed.
    """
    return _ask(access) is not _Answer.AWAY


def _ask(access: Neo4jAccess) -> _Answer:
    driver = _open_driver(access.uri, access.user, access.password)
    from neo4j.exceptions import AuthError, DriverError, Neo4jError  # noqa: PLC0415 - the driver is an extra

    with driver:
        try:
            driver.verify_connectivity()
        except AuthError:
            return _Answer.REFUSED
        except (DriverError, Neo4jError):
            return _Answer.AWAY
    return _Answer.ACCEPTED


def _change_first_password(access: Neo4jAccess) -> None:
    driver = _open_driver(access.uri, access.user, _FIRST_PASSWORD)
    from neo4j.exceptions import AuthError  # noqa: PLC0415 - the driver is an extra

    with driver, driver.session(database="system") as session:
        try:
            # As parameters: Neo4j keeps those of this statement out of its logs.
            session.run(
                "ALTER CURRENT USER SET PASSWORD FROM $first TO $ours", first=_FIRST_PASSWORD, ours=access.password
            ).consume()
        except AuthError as error:
            raise StoreAccessError(
                "Neo4j heeft een ander wachtwoord dan het wachtwoordbestand. Zet het juiste in dat bestand.",
                "Neo4j has another password than the password file. Put the right one in that file.",
            ) from error


def _open_driver(uri: str, user: str, password: str) -> Driver:
    try:
        from neo4j import GraphDatabase  # noqa: PLC0415 - the driver is an extra
    except ModuleNotFoundError as error:
        raise StoreError(
            "Het onderdeel voor Neo4j is niet geïnstalleerd: pip install 'wijkweb[neo4j]'.",
            "The part for Neo4j is not installed: pip install 'wijkweb[neo4j]'.",
        ) from error
    return GraphDatabase.driver(uri, auth=(user, password))


def _build_silence(log: str, *, alive: bool) -> StoreAwayError:
    if alive:
        return StoreAwayError(
            f"Neo4j antwoordt niet op tijd. Wat het meldde staat in {log}.",
            f"Neo4j does not answer in time. What it said stands in {log}.",
            concerning=log,
        )
    return StoreAwayError(
        f"Neo4j is tijdens het starten gestopt. Wat het meldde staat in {log}.",
        f"Neo4j ended while it started. What it said stands in {log}.",
        concerning=log,
    )
