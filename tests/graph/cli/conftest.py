"""Gives the tests of the command a terminal: one with a small town in its store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.graph.cli.terminal import TOWN, Terminal


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of a small town, loaded by the command. Tests copy it."""
    terminal = Terminal(tmp_path_factory.mktemp("town"))
    terminal.file("verslag.yaml", TOWN)
    for arguments in (("init",), ("load", "verslag.yaml")):
        done = terminal.run(*arguments)
        assert done.code == 0, done.err
    return terminal.folder


@pytest.fixture
def terminal(town: Path, tmp_path: Path) -> Terminal:
    """Give a terminal in a folder of its own, with the small town in its store."""
    for file in town.iterdir():
        shutil.copy2(file, tmp_path)
    return Terminal(tmp_path)


@pytest.fixture
def empty(tmp_path: Path) -> Terminal:
    """Give a terminal in an empty folder, without a store."""
    return Terminal(tmp_path)
