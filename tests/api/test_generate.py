from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from api import generate


def test_what_is_checked_in_is_what_the_declaration_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api.generate", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["KINDS_FILE", "SCHEMA_FILE"])
def test_a_file_that_was_edited_by_hand_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = tmp_path / "api" / "edited"
    edited.parent.mkdir()
    edited.write_text(getattr(generate, name).read_text("utf-8") + "# by hand\n", "utf-8")
    monkeypatch.setattr(generate, name, edited)
    monkeypatch.setattr(generate, "FOLDER", edited.parent)
    monkeypatch.setattr(sys, "argv", ["generate", "--check"])
    assert generate.main() == 1
    assert "api/edited is not what the declaration says: run python -m api.generate" in capsys.readouterr().err


def test_writing_twice_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = {file: file.read_text("utf-8") for file in (*generate.modules(), generate.SCHEMA_FILE)}
    for name in ("VOCABULARIES_FILE", "KINDS_FILE", "SCHEMA_FILE"):
        monkeypatch.setattr(generate, name, tmp_path / getattr(generate, name).name)
    monkeypatch.setattr(sys, "argv", ["generate"])
    assert generate.main() == 0
    assert {file.name: (tmp_path / file.name).read_text("utf-8") for file in before} == {
        file.name: text for file, text in before.items()
    }
