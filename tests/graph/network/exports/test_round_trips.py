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
from tests.contracts.build import City, says
from tests.graph.network.exports.written import NAMES, STAFF, written

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


HSDS_TIES = ("ABOUT", "SERVES", "OFFERS", "NEEDS", "ACTIVE_IN")
HSDS_VALUES = ("name", "summary", "website", "kvk_number", "rsin", "charity_number", "scheme")


def test_a_directory_of_services_loaded_again_has_the_same_things(small_city: Network, tmp_path: Path) -> None:
    path = tmp_path / "gids.zip"
    path.write_bytes(written(small_city, "hsds", STAFF))
    before, after = (_of_directory(one) for one in (small_city, loaded(path)))
    assert len(before["nodes"]) > 40
    assert after == before


def _of_directory(network: Network) -> dict[str, Any]:
    """Return what the specification has room for: organisations, initiatives with their areas, topics."""
    document = json.loads(written(network, "json", STAFF))
    kinds = {one["id"]: one["kind"] for one in document["nodes"]}
    nodes = {
        one["id"]: (one["kind"], [(name, one["values"].get(name)) for name in HSDS_VALUES])
        for one in document["nodes"]
        if one["kind"] in ("Initiative", "Organisation", "Topic") and one["named"]
    }
    ties = {(one["type"], one["from"], one["to"]) for one in document["relationships"]
            if one["type"] in HSDS_TIES and kinds[one["from"]] in ("Initiative", "Organisation")
            and (one["type"] != "ACTIVE_IN" or kinds[one["from"]] == "Initiative")}  # fmt: skip
    return {"nodes": nodes, "ties": ties}


def test_grants_loaded_again_are_the_same(tmp_path: Path) -> None:
    store = SqliteStore(None)
    said = says("lijst", "2025-01-02").node("organisation/fonds", name="Fonds").node("initiative/kas", name="De Kas")
    said.node("agreement/a", name="Keuken", agreement_kind="grant", signed_on="2024-03-01", amount="5000 EUR",
              summary="Voor koken")  # fmt: skip
    said.tie("SUPPORTS", "organisation/fonds", "agreement/a", support="funds")
    said.tie("PARTY_TO", "initiative/kas", "agreement/a", role="party")
    City(store).load(said)
    first = written(Network(store), "360giving", Viewer())
    (tmp_path / "subsidies.json").write_bytes(first)
    again = json.loads(written(loaded(tmp_path / "subsidies.json"), "360giving", Viewer()))
    for one in (before := json.loads(first)["grants"]) + again["grants"]:
        for party in one["fundingOrganization"] + one["recipientOrganization"]:
            del party["id"]
        del one["id"]
    assert again["grants"] == before


def test_what_was_internal_does_not_come_back_public(hostile: Network, tmp_path: Path) -> None:
    for form in WHOLE:
        path = tmp_path / f"kopie.{FORMATS[form].ending}"
        path.write_bytes(written(hostile, form, STAFF))
        store = SqliteStore(None)
        load_file(store, path, LoadOptions(secret=b"other"))
        assert "Geheim" not in written(Network(store), "json", Viewer()).decode(), form


@pytest.mark.parametrize("form", ["json", "graphml", "gexf", "jsonld", "turtle"])
def test_hostile_names_come_back_as_they_are(form: str, hostile: Network, tmp_path: Path) -> None:
    path = tmp_path / f"kopie.{FORMATS[form].ending}"
    path.write_bytes(written(hostile, form, STAFF))
    store = SqliteStore(None)
    load_file(store, path, LoadOptions(secret=b"other"))
    found = content(Network(store), STAFF, ())["nodes"]
    assert found["initiative/plus"][2][0] == ("aliases", ["+31 70 123 ook", "a|b; c"])
    assert found["initiative/quotes"][1] == NAMES["initiative/quotes"]
