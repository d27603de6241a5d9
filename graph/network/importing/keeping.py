"""Keeps uploaded files apart from everything else, privately, for a while, with what was decided about them.

Each upload has a folder of its own under a name that nobody can guess; the file lies in it under its own name without
any path. What a load leaves to be fetched (its report, the rows set aside) lies under the number of the load.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from graph.errors import InputError, UnknownIdError
from graph.ingest.mapping import MARK
from graph.network.importing.limits import ImportLimits
from graph.store.loads import Document

_ID = re.compile(r"[a-f0-9]{32}")
_STATE, _FILE, _MAPPING, _REPORT, _ASIDE = "state.json", "file", "mapping.yaml", "report.json", "aside"
_COPY = re.compile(rf"({re.escape(MARK)}) ?\(\d+\)$")  # what browsers add to the name of a file that they fetch again


def safe_name(given: str, most: int) -> str:
    r"""Return the name under which an uploaded file is kept: its last part, plain, short, with its ending.

    Parameters
    ----------
    given
        What the sender calls it; it may hold a path, of this or another system.
    most
        Characters that it may have.

    Examples
    --------
    >>> safe_name("..\\..\\geheim/../lijst 2025.xlsx", 120), safe_name("/etc/", 120)
    ('lijst 2025.xlsx', 'etc')
    """
    last = PurePosixPath(given.replace("\\", "/").encode("utf-8", "replace").decode()).name
    plain = "".join(one if one.isprintable() and one not in '<>:"|?*' else "_" for one in last).strip(" .~$")
    path = PurePosixPath(plain or "bestand")
    ending = path.suffix[:12]
    stem = _COPY.sub(r"\1", path.name.removesuffix(path.suffix))
    return _cut(stem, most - len(ending)) + ending


def _cut(text: str, most: int) -> str:
    """Return as much of a text as a name of a file may have, in characters and in bytes."""
    return text[:most].encode()[:200].decode("utf-8", "ignore")


class Keeper:
    """The folder of one store's uploads.

    Parameters
    ----------
    folder
        Made when the first file comes, for its owner alone.
    limits
        How much is kept, and how long.
    """

    def __init__(self, folder: Path, limits: ImportLimits) -> None:
        self._folder = folder
        self._limits = limits

    # ------------------------------------------------------------------------------------------------ uploads

    def keep(self, name: str, pieces: Iterable[bytes], state: Document) -> str:
        """Keep a file, and return the id of the upload.

        Parameters
        ----------
        name
            What the sender calls it.
        pieces
            Its bytes.
        state
            What is known of it.

        Raises
        ------
        InputError
            It is larger than may be, or too many wait.
        """
        if sum((self._home(one) / _FILE).is_dir() for one in self.ids()) >= self._limits.uploads:
            raise InputError(
                f"Er staan al {self._limits.uploads} bestanden klaar. Lees er een in of gooi er een weg.",
                f"{self._limits.uploads} files are waiting already. Load one or throw one away.",
            )
        id_ = secrets.token_hex(16)
        home = self._home(id_)
        (home / _FILE).mkdir(parents=True, mode=0o700)
        for one in (self._folder, self._uploads, home):
            one.chmod(0o700)
        try:
            self._write(home / _FILE / safe_name(name, self._limits.name), pieces)
            self.note(id_, state)
        except BaseException:
            self.remove(id_)
            raise
        return id_

    def _write(self, target: Path, pieces: Iterable[bytes]) -> None:
        size = 0
        with target.open("xb") as file:
            target.chmod(0o600)
            for piece in pieces:
                size += len(piece)
                if size > self._limits.upload_bytes:
                    raise too_large(self._limits)
                file.write(piece)

    def ids(self) -> list[str]:
        """Return the ids of the uploads that are there."""
        found = self._uploads.iterdir() if self._uploads.is_dir() else iter(())
        return sorted(one.name for one in found if (one / _STATE).is_file())

    def file(self, id_: str) -> Path:
        """Return the uploaded file.

        Raises
        ------
        UnknownIdError
            There is no such upload, or it has been loaded or thrown away.
        """
        found = list((self._known(id_) / _FILE).glob("*"))
        if not found:
            raise gone(id_)
        return found[0]

    def place(self, id_: str) -> Path:
        """Return the folder that the uploaded file itself lies in."""
        return self._home(id_) / _FILE

    def mapping(self, id_: str) -> Path:
        """Return where the mapping of an upload stands or will stand."""
        return self._known(id_) / _MAPPING

    def aside(self, id_: str) -> Path:
        """Return the folder for the rows of an upload that cannot be used."""
        return self._known(id_) / _ASIDE

    def state(self, id_: str) -> Document:
        """Return what is known of an upload.

        Raises
        ------
        UnknownIdError
            There is no such upload.
        """
        try:
            return dict(json.loads((self._known(id_) / _STATE).read_text("utf-8")))
        except (OSError, ValueError) as error:
            raise gone(id_) from error

    def note(self, id_: str, state: Document) -> None:
        """Keep what is known of an upload, whole or not at all."""
        _put(self._known(id_) / _STATE, state)

    def remove(self, id_: str) -> None:
        """Throw an upload away; one that is not there is no error."""
        shutil.rmtree(self._home(id_), ignore_errors=True)

    # ------------------------------------------------------------------------------------------------ loads

    def file_away(self, id_: str, number: int, report: Document) -> None:
        """Keep what a load leaves under its number, and throw the uploaded file itself away."""
        home, target = self._known(id_), self._loads / str(number)
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._loads.chmod(0o700)
        if (home / _ASIDE).exists():
            _move(home / _ASIDE, target / _ASIDE)
        _put(target / _REPORT, report)
        self.drop_file(id_)

    def drop_file(self, id_: str) -> None:
        """Throw the uploaded file itself away; what is known of the upload stays for a while."""
        shutil.rmtree(self._known(id_) / _FILE, ignore_errors=True)

    def report(self, number: int) -> Document | None:
        """Return the report of a load, None where it was loaded elsewhere or too long ago."""
        try:
            return dict(json.loads((self._loads / str(int(number)) / _REPORT).read_text("utf-8")))
        except (OSError, ValueError):
            return None

    def quarantine(self, number: int) -> Path | None:
        """Return the file with the rows of a load that were set aside, None where there is none (any more)."""
        return next((self._loads / str(int(number)) / _ASIDE).glob("*"), None)

    def loads(self) -> Iterator[int]:
        """Yield the numbers of the loads that left something, newest first."""
        found = self._loads.iterdir() if self._loads.is_dir() else iter(())
        yield from sorted((int(one.name) for one in found if one.name.isdecimal()), reverse=True)

    # ------------------------------------------------------------------------------------------------ time

    def sweep(self, now: datetime, busy: Iterable[str] = ()) -> None:
        """Throw away what has been kept long enough, but what is being worked on."""
        kept = set(busy)
        for id_ in self.ids():
            if id_ not in kept and self._age(self._home(id_) / _STATE, now) > timedelta(
                hours=self._limits.upload_hours
            ):
                self.remove(id_)
        for number in self.loads():
            home = self._loads / str(number)
            if self._age(home, now) > timedelta(days=self._limits.report_days):
                shutil.rmtree(home, ignore_errors=True)

    @staticmethod
    def _age(path: Path, now: datetime) -> timedelta:
        with suppress(OSError):
            return now - datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
        return timedelta()

    @property
    def _uploads(self) -> Path:
        return self._folder / "uploads"

    @property
    def _loads(self) -> Path:
        return self._folder / "loads"

    def _home(self, id_: str) -> Path:
        """Return the folder of an upload; only what we made up ourselves becomes part of a path."""
        if not _ID.fullmatch(id_):
            raise gone(id_)
        return self._uploads / id_

    def _known(self, id_: str) -> Path:
        home = self._home(id_)
        if not home.is_dir():
            raise gone(id_)
        return home


def _move(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    source.replace(target)


def _put(target: Path, document: Document) -> None:
    part = target.with_name(f"{target.name}.part")
    part.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    part.chmod(0o600)
    part.replace(target)


def too_large(limits: ImportLimits) -> InputError:
    """Return the error for a file that is larger than may be uploaded."""
    most = limits.upload_bytes // 1_000_000
    return InputError(
        f"Dit bestand is groter dan {most} MB. Knip het in stukken, of lees het in met het commando: wijkweb load.",
        f"This file is larger than {most} MB. Cut it into parts, or load it with the command: wijkweb load.",
    )


def gone(id_: object) -> UnknownIdError:
    """Return the error for an upload that is not there."""
    return UnknownIdError(
        "Dit bestand staat niet (meer) klaar. Kies het opnieuw.",
        "This file is not waiting (any more). Choose it again.",
        concerning=id_,
    )
