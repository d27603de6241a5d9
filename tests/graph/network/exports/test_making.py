"""Exports: equal graphs give equal bytes, and nothing that the viewer may not see is in them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.network.exports.formats import FORMATS
from graph.network.exports.making import export
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from graph.store.questions import Viewer
from graph.store.sqlite import SqliteStore
from tests.graph.network.exports.written import STAFF, unzipped, written


def _text(network: Network, form: str, viewer: Viewer) -> str:
    content = written(network, form, viewer)
    return "\n".join(one.decode() for one in (unzipped(content).values() if form in ZIPS else [content]))


WHOLE = [name for name in FORMATS if name != "360giving"]  # that one needs grants, and has its own tests
SLOW = ("xlsx",)
ZIPS = ("csv-bundle", "xlsx", "hsds")


@pytest.fixture(scope="module")
def copied(den_haag: Network) -> Iterator[Network]:
    """Give the first city in another store."""
    other = SqliteStore(None)
    other.restore(den_haag.store.dump())
    yield Network(other)
    other.close()


@pytest.mark.parametrize("form", WHOLE)
def test_an_equal_graph_in_another_store_gives_equal_bytes(den_haag: Network, copied: Network, form: str) -> None:
    viewer = Viewer() if form in SLOW else STAFF
    assert written(copied, form, viewer) == written(den_haag, form, viewer)


@pytest.mark.neo4j
def test_the_same_graph_in_neo4j_gives_the_same_bytes(hostile: Network, empty_neo4j: Neo4jAccess) -> None:
    access = empty_neo4j
    store = Neo4jStore(access.uri, user=access.user, password=access.password)
    try:
        store.restore(hostile.store.dump())
        for form in WHOLE:
            assert written(Network(store), form) == written(hostile, form), form
    finally:
        store.close()


@pytest.mark.parametrize("form", WHOLE)
def test_nothing_private_is_in_a_public_export(small_city: Network, form: str) -> None:
    with small_city.view(STAFF) as view, small_city.view(Viewer()) as public:
        people = view.snapshot(kinds=["Person"], types=()).nodes
        shown = {node.name for node in public.nodes(people.ids) if node}
    private = {name for name in people.names if name not in shown}
    assert len(private) > 10
    text = _text(small_city, form, Viewer())
    assert not [name for name in private if name in text]


@pytest.mark.parametrize("form", WHOLE)
def test_of_hostile_names_the_private_one_is_for_staff(hostile: Network, form: str) -> None:
    assert "\x00" not in _text(hostile, form, STAFF)
    assert "Geheim Persoon" not in _text(hostile, form, Viewer())
    assert ("Geheim Persoon" in _text(hostile, form, STAFF)) == (form != "hsds")


def test_a_bare_store_gives_an_empty_file_of_each_format() -> None:
    network = Network(SqliteStore(None))
    for form in WHOLE:
        assert written(network, form)


def test_an_unknown_format_is_refused_with_the_known_ones(den_haag: Network) -> None:
    with den_haag.view() as view, pytest.raises(InputError, match="csv-bundle"):
        export(view, "pdf")


def test_naming_the_formats_imports_nothing_of_what_makes_them() -> None:
    program = (
        "import sys, graph.network.exports.formats\n"
        "print(sorted({'networkx', 'openpyxl', 'rdflib', 'graph.network.exports.making'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_no_revision_load_or_moment_is_in_json(den_haag: Network) -> None:
    document = json.loads(written(den_haag, "json"))
    keys = {key for node in document["nodes"] for key in node} | {
        key for node in document["nodes"] for claim in node["claims"] for key in claim
    }
    assert not keys & {"revision", "load", "loads", "at", "loaded_on"}
    assert document["nodes"] == sorted(document["nodes"], key=lambda node: node["id"])


def test_the_table_has_a_row_for_each_statement(den_haag: Network) -> None:
    document = json.loads(written(den_haag, "json"))
    claims = sum(len(thing["claims"]) for thing in (*document["nodes"], *document["relationships"]))
    rows = list(csv.reader(io.StringIO(written(den_haag, "csv").decode("utf-8-sig")), delimiter=";"))
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
