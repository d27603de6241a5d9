"""The graph as others find it: what Cypher, Neo4j Browser and a notebook read of what the store writes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.schema.declaration import Level
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_server import Neo4jAccess
from graph.store.questions import Role
from tests.contracts.build import City, person, says
from tests.graph.store.conftest import Ask

pytestmark = pytest.mark.neo4j

A, B, C, ESCAMP, JAN = "initiative/a", "initiative/b", "initiative/c", "area/escamp", "person/1f"
TIES = "MATCH (s)-[r]->(e) RETURN type(r), coalesce(r.type, ''), s.id, e.id ORDER BY type(r), s.id, e.id"
READ = "MATCH (n:Entity) RETURN n.id ORDER BY n.id"
LEFT = "MATCH (n) WHERE n:Thing OR n:PublicReading OR n:Key RETURN labels(n), n.id"


@pytest.fixture
def city(open_neo4j: Callable[..., Neo4jStore]) -> City:
    """Give an empty store with a quick way in and out."""
    return City(open_neo4j())


def ids(rows: list[list[Any]]) -> list[Any]:
    return [row[0] for row in rows]


def test_values_stand_under_their_declared_names(city: City, ask_neo4j: Ask) -> None:
    city.load(
        says("list").node(A, name="Anna’s Gedoe", members="about 45 person", started_on="2016-05", aliases=["Annas"])
    )
    labels, node = ask_neo4j("MATCH (n:Initiative {id: $id}) RETURN labels(n), properties(n)", id=A)[0]
    assert set(labels) == {"Thing", "Entity", "Reading", "Initiative"}
    assert (node["name"], node["members"], node["aliases"]) == ("Anna’s Gedoe", "about 45 person", ["Annas"])
    assert (node["members_number"], node["started_on_first"], node["started_on_last"]) == (
        45,
        "2016-05-01",
        "2016-05-31",
    )
    assert node["sources"] == ["source/list"]


def test_a_relationship_bears_its_type_and_its_values(city: City, ask_neo4j: Ask) -> None:
    said = says("list").node(A, name="A").node(ESCAMP, name="Escamp").tie("ACTIVE_IN", A, ESCAMP, since="2016")
    city.load(said.node(JAN, public_role="wethouder").tie("INVOLVED_IN", JAN, A, role="trekker"))
    found = ask_neo4j(
        "MATCH (:Person)-[r:INVOLVED_IN]->(i)-[s:ACTIVE_IN]->(:Area) RETURN i.name, r.role, s.since, s.since_last"
    )
    assert found == [["A", "trekker", "2016", "2016-12-31"]]


def test_one_who_is_not_named_is_shown_by_role_and_is_one_node_for_readers(city: City, ask_neo4j: Ask) -> None:
    city.load(
        says("list").node(JAN, public_role="wethouder"),
        says("list", level=Level.INTERNAL).about(JAN, name="Jan de Wit"),
    )
    assert ask_neo4j("MATCH (n:Person) RETURN n.name, n.audience") == [["Jan de Wit", "internal"]]
    public = ask_neo4j("MATCH (n:PublicReading) RETURN labels(n), n.name, properties(n), COUNT { (n)--() }")
    assert [(set(labels), name, ties) for labels, name, _, ties in public] == [
        ({"PublicReading", "Reading"}, "wethouder", 0)
    ]
    assert "Jan" not in repr(public)


def test_what_is_denied_stands_no_longer_and_is_kept(city: City, ask_neo4j: Ask) -> None:
    city.load(says("one", "2016").node(A).node(B).tie("PARTNERS_WITH", A, B))
    assert ask_neo4j(TIES) == [["PARTNERS_WITH", "", A, B]]
    denial = city.load(says("two", "2017").no_tie("PARTNERS_WITH", A, B))
    assert ask_neo4j(TIES) == [["KEPT", "PARTNERS_WITH", A, B]]
    assert [tie.denied for tie in city.ties(A, with_denied=True)] == [True]
    city.undo(denial)
    assert ask_neo4j(TIES) == [["PARTNERS_WITH", "", A, B]]


def test_a_merge_leaves_one_node_with_the_relationships_of_both(city: City, ask_neo4j: Ask) -> None:
    said = says("list").node(A, name="A").node(B, name="B").node(C, name="C")
    city.load(said.tie("PARTNERS_WITH", A, C).tie("PARTNERS_WITH", B, C))
    merge = city.decide("a", person().same(A, B))
    assert ids(ask_neo4j(READ)) == [B, C]
    assert ask_neo4j("MATCH (n:Merged) RETURN n.id, n.canonical, n:Initiative, COUNT { (n)--() }") == [[A, B, False, 0]]
    assert ask_neo4j(TIES) == [["KEPT", "PARTNERS_WITH", B, C], ["PARTNERS_WITH", "", B, C]]
    city.undo(merge)
    assert ask_neo4j(TIES) == [["PARTNERS_WITH", "", A, C], ["PARTNERS_WITH", "", B, C]]
    assert ids(ask_neo4j("MATCH (n:Initiative) RETURN n.id ORDER BY n.id")) == [A, B, C]


def test_a_relationship_waits_for_its_end(city: City, ask_neo4j: Ask) -> None:
    first = city.load(says("ties").tie("ACTIVE_IN", A, ESCAMP))
    assert ask_neo4j("MATCH (s:Dormant)-[:ACTIVE_IN]->(e:Dormant) RETURN s.id, e.id, s.claims") == [[A, ESCAMP, None]]
    nodes = city.load(says("nodes").node(A, name="A").node(ESCAMP, name="Escamp"))
    assert ask_neo4j("MATCH (s:Initiative)-[:ACTIVE_IN]->(e:Area) RETURN s.name, e.name") == [["A", "Escamp"]]
    assert len(city.ties(A)) == 1
    city.undo(nodes)
    assert (city.sees(A), ask_neo4j("MATCH (n:Dormant) RETURN count(n)")) == (False, [[2]])
    city.undo(first)
    assert ask_neo4j(LEFT) == []


def test_what_a_newer_version_leaves_out_sleeps_until_that_is_undone(city: City, ask_neo4j: Ask) -> None:
    city.load(says("list").node(A, name="A").node(B, name="B").tie("PARTNERS_WITH", A, B))
    newer = city.load(says("list").node(A, name="A"))
    assert ask_neo4j("MATCH (n:Dormant) RETURN n.id, n.claims IS NULL, n.name") == [[B, False, None]]
    assert ask_neo4j(TIES) == [["KEPT", "PARTNERS_WITH", A, B]]
    city.undo(newer)
    assert ids(ask_neo4j(READ)) == [A, B]
    assert ask_neo4j(TIES) == [["PARTNERS_WITH", "", A, B]]


def test_a_kind_that_a_source_corrects_moves_the_node_to_its_label(city: City, ask_neo4j: Ask) -> None:
    city.load(says("one", "2016").node(A, name="A"))
    city.load(says("two", "2017").about(A, kind="Organisation"))
    assert ask_neo4j("MATCH (n:Entity) RETURN n:Organisation, n:Initiative, n.kind") == [[True, False, "Organisation"]]


def test_everything_undone_leaves_no_trace_among_nodes(city: City, ask_neo4j: Ask) -> None:
    one = city.load(says("one").node(A, name="A").node(B).tie("PARTNERS_WITH", A, B, note="x"))
    two = city.load(says("two", level=Level.INTERNAL).about(A, name="Geheim").node(C).tie("PART_OF", C, A))
    merge = city.decide("a", person().same(B, A))
    for load in (one, merge, two):
        city.undo(load)
    assert ask_neo4j(LEFT) == []
    assert city.store.problems() == []


def test_a_text_too_long_for_the_index_is_found_all_the_same(city: City, ask_neo4j: Ask) -> None:
    labels = [f"{number} " + "ruimte " * 2_000 for number in range(4)]
    city.load(
        says("list")
        .node("topic/1", name="plek", resident_labels=[*labels, "zeldzaam woord"])
        .node("topic/2", name="zeldzaam")
    )
    assert ask_neo4j("MATCH (n:LongText) RETURN n.id, size(n.long_text) > 32000, n.search_text") == [
        ["topic/1", True, None]
    ]
    with city.view() as view:
        assert [node.id for node in view.search("zeldzaam").items] == ["topic/2", "topic/1"]
        assert [node.id for node in view.search("zeldzaam woord").items] == ["topic/1"]
    with city.view(Role.STAFF) as view:
        assert [node.id for node in view.search("zeldzaam").items] == ["topic/2", "topic/1"]


def test_a_notebook_reads_it_with_py2neo(city: City, empty_neo4j: Neo4jAccess) -> None:
    said = says("list").node(A, name="Anna’s Gedoe", phase="running").node(B, name="Bert")
    city.load(said.tie("PARTNERS_WITH", A, B, status="active").node(ESCAMP, name="Escamp").tie("ACTIVE_IN", A, ESCAMP))
    with warnings.catch_warnings():
        # Its last version is of 2021, and Python has moved on.
        warnings.simplefilter("ignore", DeprecationWarning)
        from py2neo import Graph, NodeMatcher

        graph = Graph(empty_neo4j.uri, auth=(empty_neo4j.user, empty_neo4j.password), name="neo4j")
        found = NodeMatcher(graph).match("Initiative", phase="running").first()
        partners = [(one.start_node["name"], one.end_node["name"], one["status"])
                    for one in graph.match(r_type="PARTNERS_WITH")]  # fmt: skip
        areas = [one.end_node["name"] for one in graph.match((found, None), r_type="ACTIVE_IN")]
        graph.service.connector.close()
    assert found["name"] == "Anna’s Gedoe"
    assert (partners, areas) == ([("Anna’s Gedoe", "Bert", "active")], ["Escamp"])


def test_the_questions_of_the_manual_are_answered(city: City, ask_neo4j: Ask) -> None:
    said = says("list").node("source/list", name="Lijst").node(A, name="Anna", members="40 person").node(B, name="Bert")
    said.node(ESCAMP, name="Escamp").node("area/bouwlust", name="Bouwlust").tie("PART_OF", "area/bouwlust", ESCAMP)
    said.tie("ACTIVE_IN", A, "area/bouwlust").tie("ACTIVE_IN", B, ESCAMP).tie("PARTNERS_WITH", A, B, status="active")
    said.node("topic/r", name="ruimte").node("topic/v", name="vrijwilligers").tie("NEEDS", A, "topic/r")
    said.tie("NEEDS", A, "topic/v").tie("OFFERS", B, "topic/v").node(JAN, name="Jan").node("meeting/1", name="Tafel 1")
    said.node("outcome/1", text="Begin klein.", outcome_kind="advice").tie("RESULTED_IN", "meeting/1", "outcome/1")
    city.load(said.tie("SAID", JAN, "outcome/1"), says("list", "2016").about(A, members="60 person"))
    manual = (Path(__file__).parents[3] / "docs" / "neo4j.md").read_text("utf-8")
    area, together, needs, meeting, disputed = (
        ask_neo4j(query) for query in re.findall(r"```cypher\n(.+?)```", manual, re.S)
    )
    assert area == [["Anna", None], ["Bert", None]]
    assert together == [["Anna", "Bert", "active", None, ["Lijst"]]]
    assert needs == [["ruimte", 1, ["Anna"]]]
    assert meeting == [["Tafel 1", None, "advice", "Begin klein.", ["Jan"]]]
    assert disputed == [["Anna", "members", "60 person", ["source/list"]]]


def test_the_notebook_of_the_manual_runs_as_it_stands(
    city: City, empty_neo4j: Neo4jAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    city.load(says("list").node(A, name="Anna", phase="running"))
    monkeypatch.setenv("WIJKWEB_NEO4J_PASSWORD", empty_neo4j.password)
    manual = (Path(__file__).parents[3] / "docs" / "neo4j.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.+?)```", manual, re.S)
    found: dict[str, Any] = {}
    exec(code.replace("bolt://127.0.0.1:7687", empty_neo4j.uri), found)  # noqa: S102 - our own manual
    assert [row.data() for row in found["rows"]] == [{"name": "Anna", "phase": "running"}]


def test_the_properties_that_the_manual_names_are_there(city: City, ask_neo4j: Ask) -> None:
    said = says("list", "2016").node(A, name="Anna", members="about 45 person", started_on="2016-06").none(A, "website")
    said.node("initiative/old", name="Anna").node(JAN, public_role="wethouder")
    english = says("other", "2017", language="en").about(A, summary="For the whole street.")
    city.load(said, says("other", "2017").about(A, members="50 person"))
    city.load(english, says("list", level=Level.INTERNAL).about(JAN, name="Jan de Wit"))
    city.decide("a", person().same("initiative/old", A))
    node = ask_neo4j("MATCH (n:Initiative {id: $id}) RETURN properties(n)", id=A)[0][0]
    assert (node["disputed"], node["none"], node["former_ids"]) == (["members"], ["website"], ["initiative/old"])
    assert (node["started_on_first"], node["started_on_last"], node["members_number"]) == (
        "2016-06-01",
        "2016-06-30",
        50,
    )
    assert ask_neo4j("MATCH (n:Initiative) RETURN n.`summary@en`") == [["For the whole street."]]
    rows = ask_neo4j("MATCH (n {id: $id}) RETURN n.audience, n.named, n.stand_in ORDER BY n.audience", id=JAN)
    assert rows == [["internal", None, None], ["public", False, True]]
