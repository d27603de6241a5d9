"""Packed files: one that swells is refused before it is unpacked, and a lock is told from an old form."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.errors import FileError
from graph.files import packages
from graph.files.packages import OLD_OR_LOCKED, check_package, is_locked


def packed(folder: Path, size: int) -> Path:
    path = folder / "lijst.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deel.xml", b"0" * size)
    return path


def test_a_part_is_taken_at_its_bound_and_refused_one_past_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_SMALL", 1_000)
    assert check_package(packed(tmp_path, 1_000)) == ["deel.xml"]
    with pytest.raises(FileError, match="te groot"):
        check_package(packed(tmp_path, 100_000))


def test_all_parts_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED_BYTES", 500)
    assert check_package(packed(tmp_path, 500))
    with pytest.raises(FileError, match="te groot"):
        check_package(packed(tmp_path, 501))


def test_a_locked_file_is_no_old_one() -> None:
    assert is_locked(OLD_OR_LOCKED + "EncryptedPackage".encode("utf-16-le"))
    assert not is_locked(OLD_OR_LOCKED + "Workbook".encode("utf-16-le"))
    assert not is_locked("EncryptedPackage".encode("utf-16-le"))
