"""Graph Data Science beside this process: the same network and orders, as good groups; nothing hidden, nothing left."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

import igraph
import networkx as nx
import numpy as np
import pytest

from graph.errors import StoreError
from graph.network import Network
from graph.network.computing import communities_by_store
from graph.projection.projection import project
from graph.schema.declaration import Level
from graph.store.computing import Communities, CommunitySpec, Measure, RankSpec
from graph.store.neo4j import Neo4jStore, gds
from graph.store.neo4j.gds_projection import build_likeness, build_network
from graph.store.neo4j_server import Neo4jAccess
from graph.store.questions import Role, Viewer
from graph.suggestions.local_engine import LocalEngine, weighted_edges
from graph.suggestions.networks import HANGS_TOGETHER, IN_COMMON
from tests.contracts.build import City, person, says

if TYPE_CHECKING:
    from neo4j import Driver

pytestmark = pytest.mark.neo4j

ROLES = pytest.mark.parametrize("role", [Role.PUBLIC, Role.STAFF])
A, B, C, D, SECRET = (f"initiative/{name}" for name in ("a", "b", "c", "d", "secret"))
ORDERS = (
    (HANGS_TOGETHER, Measure.PAGERANK, False),
    (HANGS_TOGETHER, Measure.PAGERANK, True),
    (IN_COMMON, Measure.LIKENESS, True),
)


@pytest.fixture(scope="module")
def driver(gds_server: Neo4jAccess) -> Iterator[Driver]:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(gds_server.uri, auth=(gds_server.user, gds_server.password)) as opened:
        yield opened


@pytest.fixture
def store(gds_server: Neo4jAccess, driver: Driver) -> Iterator[Neo4jStore]:
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    opened = Neo4jStore(gds_server.uri, user=gds_server.user, password=gds_server.password)
    yield opened
    opened.close()


@pytest.fixture
def practice(store: Neo4jStore, oefenstad: Network) -> Neo4jStore:
    """Give the practice city."""
    store.restore(oefenstad.store.dump())
    return store


@pytest.fixture
def awkward(store: Neo4jStore) -> City:
    """Give a city of which much is hidden, denied, ended, merged or said twice."""
    city = City(store)
    open_ = says("one", "2016").node("person/p", public_role="trekker").node("meeting/m", name="Avond")
    for id_ in (A, B, C, D):
        open_.node(id_, name=id_).tie("ATTENDED", id_, "meeting/m")
    open_.tie("PARTNERS_WITH", A, B).tie("PARTNERS_WITH", B, C, status="ended").tie("PARTNERS_WITH", C, D)
    open_.tie("INVOLVED_IN", "person/p", A, role="x").tie("INVOLVED_IN", "person/p", A, role="y")
    city.load(open_.tie("INVOLVED_IN", "person/p", B, role="x").tie("PARTNERS_WITH", A, SECRET))
    hidden = says("list", "2017", Level.INTERNAL).node(SECRET, name="Geheim").node("person/q", name="Q")
    hidden.tie("PARTNERS_WITH", A, C).tie("INVOLVED_IN", "person/q", C).tie("INVOLVED_IN", "person/q", D)
    city.load(hidden.tie("PARTNERS_WITH", B, SECRET))
    city.load(
        says("two", "2018").no_tie("PARTNERS_WITH", C, D).node("initiative/b2").tie("PARTNERS_WITH", "initiative/b2", D)
    )
    city.load(says("desk", "2018").tie("ATTENDED", SECRET, "meeting/m"))
    city.decide("same", person().same("initiative/b2", B))
    return city


def projected(city: City, driver: Driver, role: Role) -> dict[tuple[str, str], float]:
    """Return what Graph Data Science itself says that the projection for a role holds, by smaller and larger id."""
    query, parameters = build_network(HANGS_TOGETHER, Viewer(role).level)
    name = f"looked-at-{role}"
    driver.execute_query(query, {**parameters, "graph": name}, database_="neo4j")
    found = driver.execute_query(
        """CALL gds.graph.relationshipProperty.stream($graph, 'weight') YIELD sourceNodeId, targetNodeId, propertyValue
           RETURN gds.util.asNode(sourceNodeId).id, gds.util.asNode(targetNodeId).id, propertyValue""",
        graph=name, database_="neo4j",
    ).records  # fmt: skip
    driver.execute_query("CALL gds.graph.drop($graph) YIELD graphName RETURN graphName", graph=name, database_="neo4j")
    return {(start, end): weight for start, end, weight in (one.values() for one in found) if start < end}


def in_process(city: City, role: Role) -> dict[tuple[str, str], float]:
    with city.view(role) as view:
        projection = project(view)
    edges, weights = weighted_edges(projection, HANGS_TOGETHER)
    named = [(projection.ids[start], projection.ids[end]) for start, end in edges.tolist()]
    return dict(zip(named, weights.tolist(), strict=True))


def left_behind(driver: Driver) -> list[str]:
    found = driver.execute_query("CALL gds.graph.list() YIELD graphName RETURN graphName", database_="neo4j").records
    return [one["graphName"] for one in found]


def test_what_the_public_may_not_see_is_in_no_projection(awkward: City, driver: Driver) -> None:
    seen = projected(awkward, driver, Role.PUBLIC)
    assert set(seen) == {(A, B), (A, C), (A, D), (B, C), (B, D), (C, D)}, "who all came to the public evening"
    evening = seen[C, D]
    assert seen[A, C] == pytest.approx(evening), "neither a hidden partnership nor a hidden person adds to it"
    assert (seen[A, B], seen[B, D]) == pytest.approx((evening + 1 + 0.5 / np.log(3), evening + 1))
    assert any(SECRET in pair for pair in projected(awkward, driver, Role.STAFF))


@ROLES
def test_the_network_is_that_of_this_process(awkward: City, driver: Driver, role: Role) -> None:
    assert projected(awkward, driver, role) == pytest.approx(in_process(awkward, role))


def test_who_is_hidden_later_is_in_no_projection_either(awkward: City, driver: Driver) -> None:
    awkward.decide("hide", person(level=Level.INTERNAL).node(A))
    awkward.decide("hide too", person(level=Level.INTERNAL).node("meeting/m"))
    assert set(projected(awkward, driver, Role.PUBLIC)) == {(B, D)}
    assert A in {id_ for pair in projected(awkward, driver, Role.STAFF) for id_ in pair}


def test_what_is_hidden_makes_nobody_alike(awkward: City) -> None:
    about = says("list", "2019", Level.INTERNAL).node("topic/t", name="geheim onderwerp")
    awkward.load(about.tie("ABOUT", A, "topic/t").tie("ABOUT", C, "topic/t"))
    query, parameters = build_likeness(IN_COMMON, Level.PUBLIC, A)
    assert "topic/t" not in repr(parameters)
    with awkward.view(Role.PUBLIC) as public, awkward.view(Role.STAFF) as staff:
        spec = RankSpec(IN_COMMON, Measure.LIKENESS, A)
        assert public.engine().rank(spec) == LocalEngine(project(public)).rank(spec)
        assert staff.engine().rank(spec) == LocalEngine(project(staff)).rank(spec)
        assert staff.engine().rank(spec) != public.engine().rank(spec)
    assert query.startswith("CALL")


def test_orders_are_those_of_this_process(practice: Neo4jStore) -> None:
    for role, (graph, by, with_start) in itertools.product((Role.PUBLIC, Role.STAFF), ORDERS):
        with practice.view(Viewer(role)) as view:
            projection, engine = project(view), view.engine()
        start = projection.ids[projection.partnerships[0, 0]] if with_start else ""
        spec = RankSpec(graph, by, start, first=1_000)
        here, there = LocalEngine(projection).rank(spec), engine.rank(spec)
        assert len(here.ids) > 50
        scores = dict(zip(there.ids, there.scores, strict=True))
        assert scores == pytest.approx(dict(zip(here.ids, here.scores, strict=True)), abs=1e-6)


def test_planted_groups_are_found_as_well_as_by_this_process(store: Neo4jStore) -> None:
    graph = nx.planted_partition_graph(6, 15, 0.5, 0.02, seed=1)
    said = says("one")
    for node in graph:
        said.node(f"initiative/{node:02}", name=f"Naam {node}")
    for start, end in graph.edges:
        said.tie("PARTNERS_WITH", f"initiative/{start:02}", f"initiative/{end:02}")
    City(store).load(said)
    with store.view() as view:
        here, there = (one.communities(CommunitySpec(HANGS_TOGETHER))
                       for one in (LocalEngine(project(view)), view.engine()))  # fmt: skip
    assert igraph.compare_communities(labels(there), np.repeat(np.arange(6), 15).tolist(), method="nmi") > 0.95
    assert modularity(graph, there) > modularity(graph, here) - 0.01


def labels(found: Communities) -> list[int]:
    label = {id_: number for number, group in enumerate(found.groups) for id_ in group}
    return [label[id_] for id_ in sorted(label)]


def modularity(graph: nx.Graph[Any], found: Communities) -> float:
    groups = [{int(id_.partition("/")[2]) for id_ in group} for group in found.groups]
    return float(nx.community.modularity(graph, groups))


def test_a_seed_gives_the_same_groups_which_are_named_and_not_kept(practice: Neo4jStore) -> None:
    with practice.view(Viewer(Role.STAFF)) as view:
        engine = view.engine()
        assert engine.communities(CommunitySpec(HANGS_TOGETHER)) == engine.communities(CommunitySpec(HANGS_TOGETHER))
        found, brokers = communities_by_store(view, practice.derived)
    assert len(found) > 3
    assert all("van de" in one.reason.nl for one in found)
    assert brokers
    assert practice.derived.get("communities", ["internal"]) == [None]


def test_who_has_no_ties_or_is_not_there_gives_no_order(awkward: City) -> None:
    awkward.load(says("three").node("initiative/alone"))
    with awkward.view() as view:
        for start in ("initiative/alone", "initiative/none", SECRET):
            for graph, by in ((HANGS_TOGETHER, Measure.PAGERANK), (IN_COMMON, Measure.LIKENESS)):
                assert view.engine().rank(RankSpec(graph, by, start)).ids == ()


def test_an_empty_network_has_no_groups_and_no_order(store: Neo4jStore) -> None:
    with store.view() as view:
        assert view.engine().communities(CommunitySpec(HANGS_TOGETHER)).groups == ()
        assert view.engine().rank(RankSpec(HANGS_TOGETHER)).ids == ()


def test_nothing_is_left_in_memory_also_when_it_fails(awkward: City, driver: Driver) -> None:
    with awkward.view() as view:
        view.engine().communities(CommunitySpec(HANGS_TOGETHER))
        assert left_behind(driver) == []
        with pytest.raises(StoreError):
            view.engine().communities(CommunitySpec(HANGS_TOGETHER, seed=cast("int", "no seed")))
    assert left_behind(driver) == []


def test_what_a_program_that_was_killed_left_is_dropped_and_what_is_of_others_stays(
    awkward: City, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("wijkweb-old", "of-another"):
        driver.execute_query("MATCH (a)-->(b) RETURN gds.graph.project($name, a, b)", name=name, database_="neo4j")
    with awkward.view() as view:
        view.engine().rank(RankSpec(HANGS_TOGETHER))
        assert sorted(left_behind(driver)) == ["of-another", "wijkweb-old"], "it may be at work"
        monkeypatch.setattr(gds, "FORGOTTEN", "PT0S")
        view.engine().rank(RankSpec(HANGS_TOGETHER))
    assert left_behind(driver) == ["of-another"]
    driver.execute_query("CALL gds.graph.drop('of-another') YIELD graphName RETURN graphName", database_="neo4j")
