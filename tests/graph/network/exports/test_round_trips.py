"""Every export that holds the graph, loaded into an empty store, makes the same things, values and relationships."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.ingest.pipeline import LoadOptions, load_file
from graph.network import Network
from graph.network.exports.formats import FORMATS
from graph.store.questions import Viewer
from graph.store.sqlite import SqliteStore
from tests.graph.network.exports.written import STAFF, written

OWN = "source/wijkweb-export-"
NEVER = ("same_as", "source_key")
LOST = {"kumu": ("boundary",), "xlsx": ()}
"""Properties that a format does not hold; docs/exports.md says so."""
WHOLE = ("json", "graphml", "gexf", "jsonld", "turtle", "xlsx", "kumu")


def loaded(path: Path) -> Network:
    """Load a file into an empty store, in which nothing of it may be refused."""
    store = SqliteStore(None)
    report = load_file(store, path, LoadOptions(secret=b"other"))
    assert (report.refused, report.doubtful, [one.what.en for one in report.problems]) == (0, 0, [])
    return Network(store, secret=b"other")


def content(network: Network, viewer: Viewer, without: tuple[str, ...]) -> dict[str, Any]:
    """Return what a network says of things, without which source said it and how."""
    document = json.loads(written(network, "json", viewer))
    nodes = {
        one["id"]: (one["kind"], one["named"] and one["name"], _values(one, without))
        for one in document["nodes"]
        if not one["id"].startswith(OWN)
    }
    ties = sorted(
        (one["type"], one["from"], one["to"], repr(_values(one, without))) for one in document["relationships"]
    )
    return {"nodes": nodes, "ties": ties}


def _values(thing: dict[str, Any], without: tuple[str, ...]) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in thing["values"].items() if name not in (*NEVER, *without))


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize(("town", "viewer"), [("den_haag", Viewer()), ("small_city", STAFF)])
def test_an_export_loaded_again_is_the_same_graph(
    form: str, town: str, viewer: Viewer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    network: Network = request.getfixturevalue(town)
    path = tmp_path / f"kopie.{FORMATS[form].ending}"
    path.write_bytes(written(network, form, viewer))
    again = loaded(path)
    before, after = (content(one, viewer, LOST.get(form, ())) for one in (network, again))
    assert after["ties"] == before["ties"]
    assert after["nodes"] == before["nodes"]
