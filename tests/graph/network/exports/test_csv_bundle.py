"""The bundle of tables: harmless in spreadsheets, and loaded again it is the same graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.ingest.pipeline import LoadOptions, files_to_load, load_file
from graph.network import Network
from graph.network.exports.cells import cell_text, number_text
from graph.schema.model import node_properties, relationship_properties
from graph.store.questions import Viewer
from graph.store.sqlite import SqliteStore
from tests.graph.network.exports.written import NAMES, STAFF, table, unpack, unzipped, written

OWN = "source/wijkweb-export-"
BOOKKEEPING = ("same_as", "source_key", "broader")  # what a table cannot say


def _loaded(folder: Path) -> Network:
    store = SqliteStore(None)
    for file in files_to_load(folder):
        report = load_file(store, file, LoadOptions(secret=b"other"))
        assert (report.refused, report.doubtful, [one.what.en for one in report.problems]) == (0, 0, []), file.name
    return Network(store, secret=b"other")


def _content(network: Network, viewer: Viewer) -> dict[str, Any]:
    """Return what an export says of things, without which source said it and how."""
    document = json.loads(written(network, "json", viewer))
    nodes = {
        node["id"]: (node["kind"], node["name"], node["named"], _values(node))
        for node in document["nodes"]
        if not node["id"].startswith(OWN)
    }
    ties = sorted((tie["type"], tie["from"], tie["to"], repr(_values(tie))) for tie in document["relationships"])
    return {"nodes": nodes, "ties": ties}


def _values(thing: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in thing["values"].items() if name not in BOOKKEEPING)


@pytest.mark.parametrize(("town", "viewer"), [("den_haag", Viewer()), ("small_city", STAFF)])
def test_loaded_again_it_is_the_same_graph(
    town: str, viewer: Viewer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    network: Network = request.getfixturevalue(town)
    again = _loaded(unpack(written(network, "csv-bundle", viewer), tmp_path))
    before, after = _content(network, viewer), _content(again, viewer)
    assert after["ties"] == before["ties"]
    assert after["nodes"] == before["nodes"]


def test_loaded_twice_it_changes_nothing(den_haag: Network, tmp_path: Path) -> None:
    again = _loaded(unpack(written(den_haag, "csv-bundle"), tmp_path))
    before = written(again, "json")
    for file in files_to_load(tmp_path):
        assert load_file(again.store, file, LoadOptions(secret=b"other")).nothing_new
    assert written(again, "json") == before


def test_what_only_staff_may_see_is_loaded_again_as_internal(hostile: Network, tmp_path: Path) -> None:
    content = written(hostile, "csv-bundle")
    unpack(content, tmp_path)
    (tmp_path / "nodes-initiatives.csv").unlink()  # names there that no file may bring in
    assert b"Geheim Persoon" in unzipped(content)["nodes-people.csv"]
    store = SqliteStore(None)
    for file in (tmp_path / "nodes-people.csv", tmp_path / "nodes-areas.csv"):
        load_file(store, file, LoadOptions(secret=b"other"))
    assert b"Geheim" not in written(Network(store), "json", Viewer())
    assert b"Geheim Persoon" in written(Network(store), "json")


def test_no_cell_is_a_formula(hostile: Network) -> None:
    for name, content in unzipped(written(hostile, "csv-bundle")).items():
        if name.endswith(".csv"):
            cells = [cell for row in table(content) for cell in row.values() if cell]
            assert not [cell for cell in cells if cell[0] in "=+-@\t\r"], name
    rows = {row["id"]: row for row in table(unzipped(written(hostile, "csv-bundle"))["nodes-initiatives.csv"])}
    assert rows["initiative/formula"]["name"] == "'" + NAMES["initiative/formula"]
    assert rows["initiative/lines"]["name"] == NAMES["initiative/lines"]


def test_lists_are_divided_by_a_mark_that_stands_in_none_of_them(hostile: Network) -> None:
    files = unzipped(written(hostile, "csv-bundle"))
    rows = {row["id"]: row for row in table(files["nodes-initiatives.csv"])}
    assert "split: ¦" in files["nodes-initiatives.mapping.yaml"].decode()
    assert rows["initiative/plus"]["aliases"].split(" ¦ ") == ["'+31 70 123 ook", "a|b; c"]


def test_numbers_are_read_as_they_were_written() -> None:
    assert [number_text(one) for one in (2.0, 2.125, 0.5, 1e-7, 1e15)] == [
        "2",
        "2.1250",
        "0.5",
        "0.0000001",
        "1" + "0" * 15,
    ]
    assert cell_text(node_properties()["amount"], "at least 1.125 EUR") == "at least 1.1250 EUR"
    assert cell_text(node_properties()["research"], value=False) == "no"
    assert cell_text(relationship_properties()["score"], 0.25) == "0.25"


def test_what_nobody_knows_has_no_column(den_haag: Network) -> None:
    rows = table(unzipped(written(den_haag, "csv-bundle"))["nodes-initiatives.csv"])
    assert "rsin" not in rows[0]
    assert all(any(row[header] for row in rows) for header in rows[0])
