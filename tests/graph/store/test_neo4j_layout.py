"""How the graph is laid out: derived from the declared model, made where it lacks, and only in a database of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.errors import StoreError, StoreVersionError
from graph.schema.declaration import ValueType
from graph.schema.model import (
    KINDS_BY_NAME,
    RELATIONSHIPS_BY_NAME,
    VERSION,
    node_properties,
    relationship_properties,
)
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j.layout import BESIDE, KEPT, statements
from graph.store.neo4j.properties import PUBLIC_COLUMNS
from tests.graph.store.conftest import Ask

Open = Callable[..., Neo4jStore]

OURS_OF_BOTH = {"id", "sources", "none", "disputed", "former_ids", "audience", "reading", "revision", "public_revision",
                "claims", "history", "canonical"}  # fmt: skip
OURS_OF_NODES = {*OURS_OF_BOTH, "id_key", "named", "stand_in", "sort_key", "long_sort_key", "search_text", "long_text"}
OURS_OF_TIES = {*OURS_OF_BOTH, "type", "tie", "denied", "public_reading", "public_denied",
                *(f"public_{name}" for name in PUBLIC_COLUMNS)}  # fmt: skip


def test_every_kind_and_type_has_ids_that_are_unique() -> None:
    made = "\n".join(statements().values())
    for kind in KINDS_BY_NAME:
        assert f"FOR (n:{kind}) REQUIRE n.id IS UNIQUE" in made
    for type_ in (*RELATIONSHIPS_BY_NAME, KEPT):
        assert f"FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE" in made


def test_no_declared_name_is_one_of_ours() -> None:
    assert not set(KINDS_BY_NAME) & set(BESIDE)
    assert KEPT not in RELATIONSHIPS_BY_NAME
    for declared, ours in ((node_properties(), OURS_OF_NODES), (relationship_properties(), OURS_OF_TIES)):
        names = set(declared)
        names |= {f"{name}_{end}" for name, one in declared.items() if one.type is ValueType.DATE
                  for end in ("first", "last")}  # fmt: skip
        names |= {f"{name}_number" for name, one in declared.items() if one.type is ValueType.QUANTITY}
        assert len(names) == len(declared) + sum(
            {ValueType.DATE: 2, ValueType.QUANTITY: 1}.get(one.type, 0) for one in declared.values()
        )
        assert not names & ours


@pytest.mark.neo4j
def test_the_database_has_exactly_what_is_derived(open_neo4j: Open, ask_neo4j: Ask) -> None:
    open_neo4j()
    names = {name for (name,) in ask_neo4j("SHOW CONSTRAINTS YIELD name")} | {
        name for (name,) in ask_neo4j("SHOW INDEXES YIELD name")
    }
    assert set(statements()) == {name for name in names if name.startswith("wijkweb_")}
    states = {
        state for (state,) in ask_neo4j("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'wijkweb_' RETURN state")
    }
    assert states == {"ONLINE"}


@pytest.mark.neo4j
def test_what_somebody_dropped_is_made_again(open_neo4j: Open, ask_neo4j: Ask) -> None:
    open_neo4j()
    ask_neo4j("DROP INDEX wijkweb_reading_text")
    ask_neo4j("DROP CONSTRAINT wijkweb_tie_part_of")
    open_neo4j()
    names = {name for (name,) in ask_neo4j("SHOW INDEXES YIELD name")}
    assert {"wijkweb_reading_text", "wijkweb_tie_part_of"} <= names


@pytest.mark.neo4j
def test_the_data_of_another_program_are_refused_and_left_alone(open_neo4j: Open, ask_neo4j: Ask) -> None:
    ask_neo4j("CREATE (:Film {title: 'Alles is liefde'})")
    with pytest.raises(StoreError) as caught:
        open_neo4j()
    assert "another program" in caught.value.en
    assert ask_neo4j("MATCH (n) RETURN labels(n)") == [[["Film"]]]


@pytest.mark.neo4j
def test_a_newer_layout_is_refused(open_neo4j: Open, ask_neo4j: Ask) -> None:
    open_neo4j()
    ask_neo4j("MATCH (w:Wijkweb {id: 'store'}) SET w.version = $newer", newer=VERSION + 1)
    with pytest.raises(StoreVersionError) as caught:
        open_neo4j()
    assert "newer" in caught.value.en


@pytest.mark.neo4j
def test_an_empty_database_is_made_a_store_only_where_asked(open_neo4j: Open, ask_neo4j: Ask) -> None:
    with pytest.raises(StoreError) as caught:
        open_neo4j(create=False)
    assert "wijkweb init" in caught.value.en
    assert ask_neo4j("MATCH (n) RETURN count(n)") == [[0]]
    open_neo4j(create=True)
    assert open_neo4j(create=False).loads() == []
