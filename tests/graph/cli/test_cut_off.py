"""Commands that are cut off: by Ctrl-C, by a reader that leaves, by a kill; and loads that go on afterwards."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.graph.cli.terminal import COMMAND, Terminal
from tests.graph.cli.test_disks import big_table


def start(terminal: Terminal, *arguments: str) -> subprocess.Popen[bytes]:
    # A shell lets what it runs in the background be deaf to Ctrl-C, and so all that this starts.
    heard = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return subprocess.Popen([*COMMAND, *arguments], cwd=terminal.folder, env=terminal.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, heard)


def begin(terminal: Terminal, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a command, and return when it has begun to write in the store."""
    log = terminal.folder / "wijkweb.sqlite-wal"
    process = start(terminal, *arguments)
    while process.poll() is None and not (log.exists() and log.stat().st_size > 20_000):
        time.sleep(0.002)
    return process


def test_ctrl_c_during_a_load_is_one_word_and_repeating_goes_on(terminal: Terminal) -> None:
    big_table(terminal, 12_000)  # so long that a busy machine does not end it before the signal comes
    process = begin(terminal, "load", "lijst.csv")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.decode().strip()) == (130, b"", "Onderbroken.")
    assert "afgebroken of bezig" in terminal.run("loads").out
    (report,) = terminal.run("load", "lijst.csv", "--format", "json").json
    # A batch that was cut off between its claims and its mark is repeated, and then finds nothing new.
    assert (report["used"] + report["unchanged"], report["unchanged"] <= 1_000, report["load"]) == (12_000, True, 2)


@pytest.mark.load
def test_a_load_that_is_killed_again_and_again_ends_as_if_it_never_was(terminal: Terminal) -> None:
    draw = random.Random(1)  # noqa: S311 - moments, no secrets
    big_table(terminal, 8_000)
    kills, longest = 0, 0.5
    while True:
        process = start(terminal, "load", "lijst.csv", "--format", "json")
        time.sleep(draw.uniform(0.2, longest))
        process.kill()
        out, _ = process.communicate(timeout=60)
        if process.returncode == 0:
            break
        kills, longest = kills + 1, longest * 1.1  # on a slow machine a batch takes longer
        assert kills < 50
    assert kills > 2
    killed = terminal.export()
    assert terminal.run("undo", "2").code == 0
    assert terminal.run("load", "lijst.csv").code == 0
    # The last kill may have come between the end of the load and its report: then nothing was left to read.
    (report,) = json.loads(out)
    assert (terminal.export() == killed, report["nothing_new"] or report["read"] == 8_000) == (True, True)
    assert terminal.run("doctor").code == 0


def test_a_reader_that_leaves_early_is_no_trouble(terminal: Terminal) -> None:
    for arguments in ("show initiative/de-soepbus", "export json -", "template initiatives", "--help"):
        piped = f"{' '.join(map(_quoted, COMMAND))} {arguments} | head -c 1"
        done = subprocess.run(piped, shell=True, cwd=terminal.folder, env=terminal.environment,  # noqa: S602
                              capture_output=True, timeout=60, check=False)  # fmt: skip
        assert (len(done.stdout), done.stderr) == (1, b"")


def _quoted(text: str) -> str:
    return f"'{text}'"


@pytest.mark.parametrize(
    "arguments", ["loads", "show initiative/de-soepbus --format json", "export json -", "loads --format json"]
)
def test_an_answer_that_cannot_be_written_is_one_sentence(terminal: Terminal, arguments: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *arguments.split()], cwd=terminal.folder, env=terminal.environment,
                              stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (1, "Lezen of schrijven lukt niet: er is geen ruimte meer.\n")
