"""The home of a Neo4j: the folder, and what it remembers between two commands."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from graph.errors import ConflictError, FileError

_FILE = "server.json"


class Engine(StrEnum):
    """In what way a Neo4j runs."""

    DOCKER = "docker"
    JARS = "jars"


@dataclass(frozen=True, slots=True)
class ServerState:
    """How the Neo4j of a home was last started.

    Parameters
    ----------
    engine
        Stays the same for the life of a home: the data of the one way are out of sight for the other.
    port
        On loopback.
    password_file
        Absolute path.
    pid
        Process id of the Java program; 0 for a container.
    """

    engine: Engine
    port: int
    password_file: Path
    pid: int = 0


def make_home(home: Path) -> None:
    """Make a home's folder, for its owner alone, where it does not exist.

    Parameters
    ----------
    home
        Folder of the server.

    Raises
    ------
    FileError
        The folder cannot be made.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise build_home_error(home) from error


def build_home_error(home: Path) -> FileError:
    """Return the error for a home that cannot be written.

    Parameters
    ----------
    home
        Folder of the server.
    """
    return FileError(
        f"De map {home} kan niet worden gemaakt of beschreven. Kies een andere met --home.",
        f"The folder {home} cannot be made or written. Choose another with --home.",
        concerning=home,
    )


def build_running_error(home: Path) -> ConflictError:
    """Return the error for a home whose server runs already.

    Parameters
    ----------
    home
        Folder of the server.
    """
    return ConflictError(f"De Neo4j van {home} draait al.", f"The Neo4j of {home} is running already.", concerning=home)


def write_state(home: Path, state: ServerState) -> None:
    """Remember how the Neo4j of a home was started.

    Parameters
    ----------
    home
        Folder of the server.
    state
        Replaces what was remembered, in one step.

    Raises
    ------
    FileError
        The folder cannot be written.
    """
    draft = home / f"{_FILE}.new"
    try:
        draft.write_text(json.dumps(asdict(state), default=str, indent=1) + "\n", encoding="utf-8")
        draft.replace(home / _FILE)
    except OSError as error:
        raise build_home_error(home) from error


def read_state(home: Path) -> ServerState | None:
    """Return how the Neo4j of a home was last started, or ``None`` where it never was.

    Parameters
    ----------
    home
        Folder of the server; need not exist.

    Raises
    ------
    FileError
        What is remembered is damaged.
    """
    file = home / _FILE
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        return ServerState(
            Engine(fields["engine"]), int(fields["port"]), Path(fields["password_file"]), int(fields["pid"])
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileError(
            f"Het bestand {file} is beschadigd of niet leesbaar. Stop Neo4j en verwijder het.",
            f"The file {file} is damaged or cannot be read. Stop Neo4j and remove it.",
            concerning=file,
        ) from error
