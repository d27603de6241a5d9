"""Communities and brokers: stable, named, true."""

from __future__ import annotations

from graph.network import Network
from graph.projection.projection import project
from graph.store.questions import Role, Viewer
from graph.store.sqlite import SqliteStore
from graph.suggestions.grouping import LEAST_MEMBERS, LEAST_SHARE, find_communities, find_main_brokers

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
        community = oefenstad.advice(view).communities[0]
    figure = int(community.reason.nl.split()[0])
    assert LEAST_SHARE * len(community.members) <= figure <= len(community.members)
    assert f"van de {len(community.members)}" in community.reason.nl


def test_no_group_is_named_after_what_few_of_it_have(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        found = oefenstad.advice(view).communities
    shares = [int(part.split()[0]) / len(one.members) for one in found if "te maken" in one.reason.nl
              for part in one.reason.nl.split(" en ") if part[:1].isdigit()]  # fmt: skip
    assert shares
    assert min(shares) >= LEAST_SHARE


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
