"""The tables of HSDS: columns of the specification, references that lead somewhere, nothing invented."""

from __future__ import annotations

import uuid

import pytest

from graph.network import Network
from graph.network.exports.hsds import TABLES
from graph.store.sqlite import SqliteStore
from tests.contracts.build import City, says
from tests.graph.network.exports.written import table, unzipped, written

REFERENCES = {
    ("services", "organization_id"): "organizations",
    ("service_areas", "service_id"): "services",
    ("organization_identifiers", "organization_id"): "organizations",
    ("organizations", "parent_organization_id"): "organizations",
    ("attributes", "taxonomy_term_id"): "taxonomy_terms",
    ("taxonomy_terms", "taxonomy_id"): "taxonomies",
}


def _tables(network: Network) -> dict[str, list[dict[str, str]]]:
    return {
        name.removesuffix(".csv"): table(content, ",") for name, content in unzipped(written(network, "hsds")).items()
    }


@pytest.mark.parametrize("town", ["den_haag", "small_city", "hostile"])
def test_every_identifier_is_a_uuid_and_every_reference_leads_somewhere(
    town: str, request: pytest.FixtureRequest
) -> None:
    tables = _tables(request.getfixturevalue(town))
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    assert list(tables) == list(TABLES)
    assert all(str(uuid.UUID(id_)) == id_ for known in ids.values() for id_ in known)
    assert all(len(ids[name]) == len(rows) for name, rows in tables.items())
    for (name, column), other in REFERENCES.items():
        assert {row[column] for row in tables[name] if row[column]} <= ids[other], (name, column)


def test_an_initiative_is_an_organization_and_its_service() -> None:
    store = SqliteStore(None)
    said = says("lijst").node("initiative/soep", name="De Soepbus", phase="running", kvk_number="12345678")
    said.node("area/wijk", name="Wijk").node("topic/eten", name="eten", scheme="activity")
    said.tie("ACTIVE_IN", "initiative/soep", "area/wijk").tie("OFFERS", "initiative/soep", "topic/eten")
    City(store).load(said)
    tables = _tables(Network(store))
    assert [(row["name"], row["description"]) for row in tables["organizations"]] == [("De Soepbus", "")]
    assert [(row["name"], row["status"]) for row in tables["services"]] == [("De Soepbus", "active")]
    assert [(row["name"], row["extent_type"]) for row in tables["service_areas"]] == [("Wijk", "")]
    assert [row["identifier_scheme"] for row in tables["organization_identifiers"]] == ["NL-KVK"]
    assert [(row["link_type"], row["link_entity"]) for row in tables["attributes"]] == [("offers", "service")]


def test_what_has_no_name_is_no_organization() -> None:
    store = SqliteStore(None)
    City(store).load(says("lijst").node("initiative/x", summary="Iets."))
    assert _tables(Network(store))["organizations"] == []
