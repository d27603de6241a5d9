"""Disks that are full or read-only: one sentence, nothing by halves, and going on where it was cut off."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.ingest.mapping import MARK
from tests.graph.cli.terminal import Terminal

MAPPING = """
wijkweb: mapping
source: {id: source/lijst, name: Lijst, published_on: 2025-12-01}
nodes:
  initiative: {kind: Initiative, name: Naam, members: Leden}
"""


pytestmark = pytest.mark.mount


def mount(*arguments: str) -> bool:
    return shutil.which("mount") is not None and not subprocess.run(["mount", *arguments], check=False,
                                                                    capture_output=True).returncode  # fmt: skip


def big_table(terminal: Terminal, rows: int) -> None:
    lines = [f"Initiatief nummer {number} van de stad;{number % 90 + 1}\n" for number in range(rows)]
    terminal.file("lijst.csv", "Naam;Leden\n" + "".join(lines))
    terminal.file("lijst.mapping.yaml", MAPPING)


@pytest.fixture
def disk(town: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a disk of two megabytes with the small town on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    assert mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder))
    shutil.copy2(town / "wijkweb.sqlite", folder)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.load
def test_a_full_disk_is_one_sentence_and_the_load_goes_on_when_there_is_room(terminal: Terminal, disk: Path) -> None:
    big_table(terminal, 3_000)
    there = ("--store", f"sqlite:///{disk / 'wijkweb.sqlite'}")
    full = terminal.run("load", "lijst.csv", *there)
    assert (full.code, full.out, full.err.count("\n"), "ruimte" in full.err) == (1, "", 1, True), full
    assert "room" in terminal.run("load", "lijst.csv", *there, lang="en").err
    assert mount("-o", "remount,size=60m", str(disk))
    again = terminal.run("load", "lijst.csv", *there, "--format", "json")
    (report,) = again.json
    assert (again.code, report["read"], report["used"] + report["unchanged"]) == (0, 3_000, 3_000)
    assert terminal.run("load", "lijst.csv").code == 0
    assert Terminal(disk).export() == terminal.export()


def test_a_full_disk_leaves_no_half_file(terminal: Terminal, disk: Path) -> None:
    with suppress(OSError), (disk / "vol").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1_000))
    for command in ("export json disk/uit.json", "backup disk/uit.gz", "practice disk/stad"):
        done = terminal.run(*command.split())
        assert (done.code, done.out, "Traceback" in done.err) == (1, "", False), done
        assert done.err.count("\n") == 1
    assert sorted(one.name for one in disk.glob("uit*")) == []


def test_a_read_only_disk_is_one_sentence(terminal: Terminal, disk: Path) -> None:
    before = Terminal(disk).export()
    terminal.file("lijst.mapping.yaml", MAPPING)
    terminal.file("lijst.csv", "Naam;Leden\nDe Kas;5\n;7\n")
    assert mount("-o", "remount,ro", str(disk))
    for arguments in (["load", "lijst.csv"], ["undo", "1"], ["correct", "initiative/de-soepbus", "members", "5"]):
        done = terminal.run(*arguments, "--store", f"sqlite:///{disk / 'wijkweb.sqlite'}")
        assert (done.code, done.out, done.err.count("\n"), "Traceback" in done.err) == (1, "", 1, False), done
    assert terminal.run("export", "json", disk / "uit.json").err.endswith("daar kan niets worden geschreven.\n")
    assert mount("-o", "remount,rw", str(disk))
    assert Terminal(disk).export() == before


def test_a_quarantine_that_cannot_be_kept_can_be_kept_elsewhere(terminal: Terminal, disk: Path) -> None:
    (disk / "lijst.mapping.yaml").write_text(MAPPING.lstrip(), "utf-8")
    (disk / "lijst.csv").write_text("Naam;Leden\nDe Kas;5\n;7\n", "utf-8")
    assert mount("-o", "remount,ro", str(disk))
    done = terminal.run("load", disk / "lijst.csv")
    assert (done.code, "Herhaal het met --quarantine" in done.err) == (1, True)
    again = terminal.run("load", disk / "lijst.csv", "--quarantine", "apart", "--format", "json")
    assert (again.code, again.json[0]["used"], again.json[0]["refused"]) == (0, 1, 1)
    assert [one.name for one in (terminal.folder / "apart").iterdir()] == [f"lijst{MARK}.csv"]
