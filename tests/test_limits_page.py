"""The page about limits names every setting with its value."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from graph.files import limits as of_packages
from graph.ingest import limits as of_files
from graph.reports import limits as of_reports

PAGE = Path(__file__).parents[1] / "docs" / "limits.md"


@pytest.mark.parametrize("module", [of_packages, of_files, of_reports])
def test_every_limit_stands_on_the_page_with_its_value(module: ModuleType) -> None:
    path = f"{module.__name__.replace('.', '/')}.py"
    section = PAGE.read_text("utf-8").partition(f"(`{path}`)")[2].partition("\n## ")[0]
    told = {name: int(value.replace(",", "")) for name, value in re.findall(r"\| `([A-Z_]+)` \| ([\d,]+) \|", section)}
    assert told == {name: value for name, value in vars(module).items() if name.isupper()}
