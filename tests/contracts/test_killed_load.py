"""``wijkweb load`` killed at any moment and repeated ends as if it had never been killed: graph, report, quarantine."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.conftest import Stores

ROOT = Path(__file__).resolve().parents[2]
MAPPING = """wijkweb: mapping
source: {id: source/lijst, name: Lijst}
nodes:
  initiative: {kind: Initiative, name: Naam, members: Leden}
  area: {kind: Area, called: Wijk}
  themes: {kind: Topic, scheme: {value: theme}, called: {column: Thema, split: ";"}}
relationships:
  - {type: ACTIVE_IN, from: initiative, to: area}
  - {type: ABOUT, from: initiative, to: themes}
leave_out: {Nr: volgnummer}
"""


def table(first: int, last: int) -> str:
    """Return a list with a row of no use in every thirty, and one name that returns."""
    rows = [f"{number};{'' if number % 30 == 7 else f'Initiatief {number}'};{number};Wijk {number % 9};"
            f"\"zorg;groen;spel {number % 5}\"" for number in range(first, last)]  # fmt: skip
    return "\n".join(("Nr;Naam;Leden;Wijk;Thema", *rows, ""))


class Commands:
    """Runs commands on one store, in a folder of their own."""

    def __init__(self, folder: Path, told: dict[str, Any]) -> None:
        self.folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), "WIJKWEB_LANG": "nl",
                             "WIJKWEB_STORE": told.get("uri") or f"sqlite:///{told['path']}",
                             "WIJKWEB_NEO4J_USER": told.get("user", ""),
                             "WIJKWEB_NEO4J_PASSWORD": told.get("password", ""),
                             "WIJKWEB_KEY_FILE": str(folder / "key")}  # fmt: skip
        (folder / "lijst.mapping.yaml").write_text(MAPPING)

    def run(self, *arguments: str, kill_at: int = 0) -> tuple[int, str]:
        """Run a command; return its end and what it answered, or said where it failed."""
        command = [sys.executable, "-m", "tests.contracts.killed_command", str(kill_at), *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self._environment, capture_output=True, text=True,
                              timeout=300, check=False)  # fmt: skip
        return done.returncode, done.stdout or done.stderr

    def whole(self) -> tuple[str, str, list[Any]]:
        """Return the graph, the quarantine, and the reports of all loads."""
        _, graph = self.run("export", "json", "-", "--as", "admin")
        loads = json.loads(self.run("loads", "--format", "json")[1])
        quarantine = (self.folder / "lijst.quarantine.csv").read_text("utf-8-sig")
        return graph, quarantine, [(one["load"], one["state"], one["report"]) for one in loads]


def load_two_versions(commands: Commands, moments: random.Random | None = None) -> int:
    """Load a list and then a newer version of it; return how often the command was killed before it came through."""
    kills = 0
    for first, last in ((0, 120), (60, 160)):
        (commands.folder / "lijst.csv").write_text(table(first, last))
        while True:
            kill_at = moments.randrange(10_000, 200_000 + 50_000 * kills) if moments else 0
            code, said = commands.run("load", "lijst.csv", kill_at=kill_at)
            if code == 0:
                break
            assert code == -signal.SIGKILL, said
            kills += 1
    return kills


@pytest.mark.load
def test_a_load_that_is_killed_again_and_again_ends_as_one_that_never_was(stores: Stores, tmp_path: Path) -> None:
    pictures: list[tuple[str, str, list[Any]]] = []
    for moments in (None, random.Random(4)):  # noqa: S311 - moments, no secrets
        stores.fresh()
        folder = tmp_path / f"{len(pictures)}"
        folder.mkdir()
        (folder / "key").write_text("0" * 64)
        commands = Commands(folder, stores.told())
        kills = load_two_versions(commands, moments)
        assert bool(moments) == (kills >= 3), kills
        pictures.append(commands.whole())
    assert pictures[0] == pictures[1]
