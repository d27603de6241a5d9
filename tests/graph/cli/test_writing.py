"""A file is written whole or not at all, and what is no plain file is never replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.cli.writing import output_fails, write_whole
from graph.errors import FileError


def failing() -> Iterator[bytes]:
    yield b"half"
    raise KeyboardInterrupt


def test_a_file_is_written_with_its_size(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "x", [b"een ", b"twee"], mode=0o600) == 8
    assert (tmp_path / "x").read_bytes() == b"een twee"
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


def test_what_is_cut_off_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"oud")
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x", failing())
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x", b"oud")]


def test_a_device_or_pipe_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    reader = os.open(tmp_path / "pijp", os.O_RDONLY | os.O_NONBLOCK)
    assert write_whole(tmp_path / "pijp", [b"een"]) == 3
    assert (os.read(reader, 10), (tmp_path / "pijp").is_fifo()) == (b"een", True)
    os.close(reader)
    with pytest.raises(FileError, match="er is geen ruimte meer"):
        write_whole(Path("/dev/full"), [b"een"])
    assert Path("/dev/full").is_char_device()


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    write_whole(tmp_path / "link", [b"een"])
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "echt").read_bytes()) == (True, b"een")


@pytest.mark.parametrize(("name", "why"), [("weg/x", "de map bestaat niet"), ("bestand/x", "de map is geen map"),
                                           ("n" * 300, "de naam is te lang")])  # fmt: skip
def test_why_it_cannot_be_written_is_said(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(FileError, match=why):
        write_whole(tmp_path / name, [b"een"])


def test_another_failure_is_told_with_the_file_it_concerns() -> None:
    assert output_fails(OSError(5, "I/O", "/x")) == "Lezen of schrijven lukt niet (/x)."
    assert output_fails(OSError(28, "vol")) == "Lezen of schrijven lukt niet: er is geen ruimte meer."
