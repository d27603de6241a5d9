"""Communities and brokers: stable, named, true."""

from __future__ import annotations

from graph.network import Network
from graph.projection.projection import project
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from graph.suggestions.grouping import LEAST_MEMBERS, find_communities, find_main_brokers

STAFF = Viewer(Role.STAFF)


def test_groups_are_disjoint_and_large_enough(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        found = oefenstad.advice(view).communities
    members = [id_ for community in found for id_ in community.members]
    assert len(members) == len(set(members))
    assert all(len(community.members) >= LEAST_MEMBERS and 0 <= community.support <= 1 for community in found)
    assert [len(community.members) for community in found] == sorted((len(one.members) for one in found), reverse=True)


def test_a_second_computation_keeps_ids_and_names(oefenstad: Network) -> None:
    store = SqliteStore(None)
    with oefenstad.view(STAFF) as view:
        projection = project(view)
    first = find_communities(projection, store.derived, "internal")
    assert find_communities(projection, store.derived, "internal") == first


def test_the_reason_counts_what_is_there(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        projection, found = project(view), oefenstad.advice(view).communities
    community = next(one for one in found if " houden zich bezig met " in one.reason.nl)
    counted, rest = community.reason.nl.split(" houden zich bezig met ")
    topic = next(
        id_ for id_ in projection.ties["about"].others if projection.others[id_] == rest.strip(".").split(", en ")[0]
    )
    column = projection.ties["about"].others.index(topic)
    rows = [projection.ids.index(id_) for id_ in community.members]
    assert counted.startswith(str(int(projection.ties["about"].matrix[rows, :][:, [column]].sum())))


def test_brokers_come_most_first(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        brokers = find_main_brokers(project(view))
    assert brokers
    assert [broker.betweenness for broker in brokers] == sorted((one.betweenness for one in brokers), reverse=True)


def test_an_empty_network_has_none() -> None:
    network = Network(SqliteStore(None))
    with network.view(STAFF) as view:
        advice = network.advice(view)
    assert (len(advice.suggestions), len(advice.communities), len(advice.brokers)) == (0, 0, 0)
