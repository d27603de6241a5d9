"""Settings: from the environment and one file, in one frozen object. Only the edges of the program read them.

The file is ``wijkweb.toml`` in the current folder, or the one that ``WIJKWEB_SETTINGS`` names; its keys are the field
names below. The environment goes before the file: ``WIJKWEB_`` and the name in capitals.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from graph.errors import FileError, InputError

PREFIX = "WIJKWEB_"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set.

    Parameters
    ----------
    store
        URL of the store; never with a password.
    practice_store
        URL of the practice city's store, served under ``/oefenstad/``; empty for none.
    neo4j_user
        User of a Neo4j store.
    neo4j_password, neo4j_password_file
        Its password, or the file that holds it. It is never shown.
    lang
        Language of the command: ``nl`` or ``en``.
    role
        Role that the command acts as; who holds the file may do all.
    city
        Id of the municipality that the store is about; empty to let the data tell.
    key_file
        File with the key of this installation, from which the ids of people are made.
    wait_seconds
        How long a writer waits for another.
    upload_folder
        Folder for files that are uploaded and not yet loaded; beside the store unless given.
    fairness
        How strongly initiatives that were seldom listed move up within one word of likelihood: 0 not at all, 1 wholly.
    host, port
        Where the site listens; only the loopback until there is sign-in.
    """

    store: str = "sqlite:///wijkweb.sqlite"
    practice_store: str = ""
    neo4j_user: str = "neo4j"
    neo4j_password: str = ""
    neo4j_password_file: str = ""
    lang: str = "nl"
    role: str = "admin"
    city: str = ""
    key_file: str = ""
    wait_seconds: float = 30.0
    upload_folder: str = ""
    fairness: float = 0.0
    host: str = "127.0.0.1"
    port: int = 8000

    def __repr__(self) -> str:
        """Return the settings without any secret."""
        shown = ", ".join(
            f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.name != "neo4j_password"
        )
        return f"Settings({shown})"

    def password(self) -> str:
        """Return the password of a Neo4j store.

        Raises
        ------
        FileError
            The file that should hold it cannot be read.
        """
        if self.neo4j_password or not self.neo4j_password_file:
            return self.neo4j_password
        try:
            return Path(self.neo4j_password_file).read_text("utf-8").rstrip("\r\n")
        except OSError as error:
            raise FileError(
                f"Het wachtwoordbestand {self.neo4j_password_file} kan niet worden gelezen.",
                f"The password file {self.neo4j_password_file} cannot be read.",
            ) from error

    def uploads(self) -> Path:
        """Return the folder for files that are uploaded to this store: beside its file, else with the key."""
        mark = hashlib.sha256(self.store.encode()).hexdigest()[:16]
        if self.upload_folder:
            return Path(self.upload_folder) / mark  # one folder may serve the practice city too
        if self.store.startswith("sqlite:///"):
            return Path(f"{self.store.removeprefix('sqlite:///')}-uploads")
        return _config_folder() / "uploads" / mark

    def key(self) -> bytes:
        """Return the key of this installation; it is made the first time.

        Raises
        ------
        FileError
            It can be neither read nor made.
        """
        import secrets  # noqa: PLC0415 - `wijkweb --help` needs no key, and is to be quick

        path = Path(self.key_file) if self.key_file else _config_folder() / "key"
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "w", encoding="ascii") as file:
                    file.write(secrets.token_hex(32))
            return path.read_text("ascii").strip().encode()
        except (OSError, UnicodeDecodeError) as error:
            raise FileError(
                f"De sleutel van deze installatie kan niet worden gelezen of gemaakt in {path}. Zet WIJKWEB_KEY_FILE.",
                f"The key of this installation can be neither read nor made in {path}. Set WIJKWEB_KEY_FILE.",
            ) from error


def _config_folder() -> Path:
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "wijkweb"


def read_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Return the settings of an environment and of the file in a folder.

    Parameters
    ----------
    environment
        The process's own unless given.
    folder
        Where ``wijkweb.toml`` may stand; the current one unless given.

    Raises
    ------
    FileError
        The file is no TOML, or holds an unknown name.
    InputError
        A value is of the wrong sort.
    """
    environment = os.environ if environment is None else environment
    given = environment.get(f"{PREFIX}SETTINGS")
    path = Path(given) if given else (folder or Path()) / "wijkweb.toml"
    values: dict[str, Any] = _read_file(path) if given or path.exists() else {}
    names = {one.name for one in fields(Settings)}
    unknown = sorted(set(values) - names)
    if unknown:
        raise FileError(
            f"{path}: ‘{unknown[0]}’ is geen instelling. Kies uit: {', '.join(sorted(names))}.",
            f"{path}: ‘{unknown[0]}’ is no setting. Choose from: {', '.join(sorted(names))}.",
        )
    values |= {name: environment[PREFIX + name.upper()] for name in names if PREFIX + name.upper() in environment}
    return replace(Settings(), **{name: _converted(name, value) for name, value in values.items()})


def _read_file(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most installations have no file of settings

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileError(
            f"{path} kan niet als TOML worden gelezen.", f"{path} cannot be read as TOML.", concerning=path
        ) from error


def _converted(name: str, value: Any) -> Any:
    kind = type(getattr(Settings(), name))
    try:
        converted = kind(value)
    except (TypeError, ValueError):
        converted = None
    if converted is None or isinstance(value, dict | list):
        raise InputError(
            f"De instelling {name} kan niet ‘{value}’ zijn.",
            f"The setting {name} cannot be ‘{value}’.",
            concerning=name,
        )
    return converted
