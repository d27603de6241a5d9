from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.ingest.contents import files_to_load
from graph.ingest.report_files import is_report, open_report


@pytest.mark.parametrize(("name", "text", "report"), [
    ("a.md", "# Overleg\n", True),
    ("a.txt", "Overleg van 3 mei.\n\nBesloten is te huren, en te bouwen.\n", True),
    ("a.txt", "name;members\nDe Soepbus;40\nEetclub;12\n", False),
    ("a.txt", "name\tmembers\nDe Soepbus\t40\n", False),
    ("a.txt", "name,members\nDe Soepbus,40\nEetclub,12\nBus,3\n", False),
    ("a.txt", "Beste mensen,\nTot morgen, groet\n", True),
    ("a.csv", "Overleg van 3 mei.\n", False),
    ("a.txt", "", False),
])  # fmt: skip
def test_a_report_is_told_from_a_table(tmp_path: Path, name: str, text: str, report: bool) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert is_report(path) is report


def test_a_text_with_a_mapping_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Overleg van 3 mei.\n", encoding="utf-8")
    (tmp_path / "a.mapping.yaml").write_text("wijkweb: mapping\n", encoding="utf-8")
    assert not is_report(path)
    assert not is_report(tmp_path / "b.txt", tmp_path / "a.mapping.yaml")


def test_a_folder_gives_its_reports_and_not_what_explains_it(tmp_path: Path) -> None:
    for name in ("notulen.md", "LEESMIJ.md", "README.md", "verslag.txt"):
        (tmp_path / name).write_text("Overleg van 3 mei.\n", encoding="utf-8")
    assert [file.name for file in files_to_load(tmp_path)] == ["notulen.md", "verslag.txt"]


def test_a_report_with_a_mapping_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Overleg", encoding="utf-8")
    open_report(tmp_path / "a.md")
    with pytest.raises(MappingError, match="verslag"):
        open_report(tmp_path / "a.md", tmp_path / "m.yaml")
