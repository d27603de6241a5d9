"""Exports: equal graphs give equal bytes, and nothing that the viewer may not see is in them."""

from __future__ import annotations

import csv
import io
import json

from graph.network import Network
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore

STAFF = Viewer(Role.STAFF)


def _export(network: Network, form: str, viewer: Viewer = STAFF) -> bytes:
    with network.view(viewer) as view:
        return b"".join(network.export(view, form))


def test_an_equal_graph_in_another_store_gives_equal_bytes(den_haag: Network) -> None:
    other = SqliteStore(None)
    other.restore(den_haag.store.dump())
    for form in ("json", "csv"):
        assert _export(Network(other), form) == _export(den_haag, form)


def test_no_revision_load_or_moment_is_in_it(den_haag: Network) -> None:
    document = json.loads(_export(den_haag, "json"))
    keys = {key for node in document["nodes"] for key in node} | {
        key for node in document["nodes"] for claim in node["claims"] for key in claim
    }
    assert not keys & {"revision", "load", "loads", "at", "loaded_on"}
    assert document["nodes"] == sorted(document["nodes"], key=lambda node: node["id"])


def test_the_public_export_holds_no_private_name(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view, oefenstad.view(Viewer()) as public:
        people = view.snapshot(kinds=["Person"], types=()).nodes
        shown = {node.name for node in public.nodes(people.ids) if node}
    private = set(people.names) - shown
    text = _export(oefenstad, "json", Viewer()).decode() + _export(oefenstad, "csv", Viewer()).decode()
    assert private
    assert not [name for name in private if name in text]


def test_the_table_has_a_row_for_each_statement(den_haag: Network) -> None:
    document = json.loads(_export(den_haag, "json"))
    claims = sum(len(thing["claims"]) for thing in (*document["nodes"], *document["relationships"]))
    rows = list(csv.reader(io.StringIO(_export(den_haag, "csv").decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == claims + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_to_networkx_has_everything_with_sources(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        graph = den_haag.to_networkx(view)
        snapshot = view.snapshot()
    assert graph.number_of_nodes() == len(snapshot.nodes.ids)
    assert graph.number_of_edges() == len(snapshot.relationships.ids)
    assert graph.nodes["initiative/elcura-zorgt"]["sources"] == ["source/public-result-2016-12-19"]
    assert all(data["sources"] for _, _, data in graph.edges(data=True))
