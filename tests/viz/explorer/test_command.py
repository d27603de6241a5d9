"""``wijkweb view``: one file, whole or not at all, public unless told otherwise."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from graph.cli.pages import view
from graph.errors import FileError
from graph.network import Network
from graph.schema.declaration import Level
from tests.contracts.build import City, says
from tests.viz.explorer.looking import small_town


@pytest.fixture
def url(city: City, network: Network) -> str:
    """Give the address of a store with a small town, of which one thing is internal."""
    city.load(small_town())
    city.load(says("intern", "2017-01-01", Level.INTERNAL).node("initiative/stil", name="Stille Kracht"))
    return network.store.url


def test_it_writes_one_file_that_holds_what_is_public(url: str, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    done = CliRunner().invoke(view, [str(file), "--store", url], catch_exceptions=False)
    assert done.output.startswith(f"{file} is geschreven: 6 namen, 5 lijnen")
    text = file.read_text("utf-8")
    assert "De Tuin" in text
    assert "Stille Kracht" not in text


def test_as_staff_it_holds_more_and_says_so(url: str, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    done = CliRunner().invoke(view, [str(file), "--store", url, "--as", "staff"], catch_exceptions=False)
    assert "niet openbaar" in done.stderr
    assert "Stille Kracht" in file.read_text("utf-8")


def test_programs_get_the_size_and_the_counts(url: str, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    done = CliRunner().invoke(view, [str(file), "--store", url, "--format", "json"], catch_exceptions=False)
    assert orjson.loads(done.stdout) == {"file": str(file), "bytes": file.stat().st_size, "names": 6, "lines": 5}


def test_where_nothing_can_be_written_nothing_is_left(url: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="kan niet worden geschreven"):
        CliRunner().invoke(view, [str(tmp_path / "geen" / "kaart.html"), "--store", url], catch_exceptions=False)
    assert not (tmp_path / "geen").exists()


def test_a_day_in_the_past_gives_the_map_of_then(url: str, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    CliRunner().invoke(view, [str(file), "--store", url, "--as-of", "2015"], catch_exceptions=False)
    assert "De Tuin" not in file.read_text("utf-8")
