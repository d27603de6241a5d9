"""A terminal for the tests of the command: a folder, a store in it, and the real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import orjson

from graph.network.exports.json_file import export_json
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore

COMMAND = (sys.executable, "-c", "from graph.cli import main; main()")

TOWN = """
wijkweb: document
source: {id: source/verslag, name: Verslag van de buurt, publisher: Buurthuis, published_on: 2025-03-14}
initiatives:
  soepbus: {name: De Soepbus, members: about 40 person, at: 3, active_in: molenbuurt, needs: vervoer}
  eetclub: {name: Eetclub Café Zuid, at: 9, active_in: molenbuurt, offers: vervoer}
areas:
  molenbuurt: {name: Molenbuurt, level: neighbourhood, at: 3}
topics:
  vervoer: {name: vervoer, scheme: capability, at: 3}
meetings:
  avond: {name: Avond in het buurthuis, meeting_kind: talk, held_on: 2025-03-12, attended_by: [soepbus, eetclub], at: 1}
people:
  anna: {name: Anna Alders, at: 4, involved_in: soepbus}
"""
"""A small town, of which one thing is known by one source."""


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the answer, which is to be JSON and nothing else."""
        return orjson.loads(self.out)


@dataclass
class Terminal:
    """Where a test types commands."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.environment = environment(self.folder) | self.environment

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file; text without its indent."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode())
        return path

    def run(self, *arguments: str | Path, lang: str = "nl", more: Mapping[str, str] | None = None) -> Done:
        """Type a command, and wait for it."""
        return self._wait([*COMMAND, *map(str, arguments)], {"WIJKWEB_LANG": lang, **(more or {})})

    def both(self, *arguments: str | Path) -> tuple[Done, Done]:
        """Type a command that is refused in Dutch and in English at once: a process each, side by side."""
        with ThreadPoolExecutor(2) as pool:
            nl, en = pool.map(lambda lang: self.run(*arguments, lang=lang), ("nl", "en"))
        return nl, en

    def program(self, program: str, *arguments: str) -> Done:
        """Run a program of Python in the folder."""
        return self._wait([sys.executable, "-c", program, *arguments], {})

    def _wait(self, command: list[str], more: Mapping[str, str]) -> Done:
        done = subprocess.run(command, cwd=self.folder, env=self.environment | dict(more), capture_output=True,
                              check=False, timeout=120)  # fmt: skip
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def export(self, name: str = "wijkweb.sqlite") -> bytes:
        """Return all that the store holds, in bytes that are equal for equal graphs."""
        store = SqliteStore(self.folder / name)
        try:
            with store.view(Viewer(Role.ADMIN)) as view:
                return b"".join(export_json(view))
        finally:
            store.close()


def environment(folder: Path) -> dict[str, str]:
    """Return what the command is to know of its surroundings: nothing of who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WIJKWEB_")}
    return kept | {"COLUMNS": "80", "WIJKWEB_KEY_FILE": str(folder / "key"), "PYTHONWARNINGS": "error"}
