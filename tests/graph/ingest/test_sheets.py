from __future__ import annotations

from pathlib import Path

import pytest

from graph.ingest.sheets import sheet_names
from tests.uploads import HOSTILE, workbook


def test_the_sheets_of_a_workbook_are_named_in_order(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(workbook(("Voorblad", [["a"]]), ("Lijst & meer", [["b"]])))
    assert sheet_names(path) == ("Voorblad", "Lijst & meer")


@pytest.mark.parametrize(("name", "content", "sentence"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_what_is_no_sound_workbook_has_no_sheets(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert sheet_names(path) == ()
    assert sheet_names(tmp_path / "weg.xlsx") == ()
