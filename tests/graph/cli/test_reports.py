from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli.reports import report
from graph.errors import FileError

TEXT = "Verslag overleg, 3 mei 2020\n\nBesloten is om de zaal te huren. Mail naar post@zaal.example.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verslag.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_person_reads_groups_with_certainty_in_words(file: Path) -> None:
    shown = CliRunner().invoke(report, [str(file)]).stdout
    assert "Bijeenkomsten (1)" in shown
    assert "besluit: “Besloten is om de zaal te huren.”" in " ".join(shown.split())
    assert "1 e-mailadressen" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_program_reads_json(file: Path) -> None:
    document = json.loads(CliRunner().invoke(report, [str(file), "--format", "json"]).stdout)
    assert document["outcomes"][0]["kind"] == "decision"
    assert document["kept_out"] == {"email": 1}


def test_a_draft_says_how_to_load_it(file: Path) -> None:
    shown = CliRunner().invoke(report, [str(file), "--format", "yaml"]).stdout
    assert "wijkweb load verslag.yaml" in shown
    assert "wijkweb: document" in shown


def test_a_form_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pages"
    path.write_bytes(b"x")
    result = CliRunner().invoke(report, [str(path)])
    assert isinstance(result.exception, FileError)
