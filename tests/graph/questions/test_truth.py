"""What answers claim beyond their facts, counted again from the store by another way."""

from __future__ import annotations

import networkx as nx

from graph.network import Network
from graph.questions.gap_types import GapKind
from graph.store.questions import NodeFilter, RelationshipFilter
from tests.graph.questions.truth import STAFF


def test_nobody_in_the_area_offers_what_is_said_to_be_missing(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        for area in view.snapshot(kinds=["Area"], types=()).nodes.ids[:10]:
            gaps = oefenstad.answers.gaps(view, [area], kinds=[GapKind.NEED])
            here = view.find(NodeFilter(kinds=("Initiative", "Organisation"), within=(area,)), first=1000).items
            running = [node.id for node in here if node.value("phase") != "ended"]
            offers = view.adjacency(running, RelationshipFilter(types=("OFFERS",))) if running else {}
            needs = view.adjacency(running, RelationshipFilter(types=("NEEDS",))) if running else {}
            for gap in gaps:
                meeting = [one for one in running if gap.topic.id in offers[one] and gap.topic.id not in needs[one]]
                assert not meeting, (area, gap.text.nl)


def test_who_is_said_to_come_loose_does(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        whole = oefenstad.to_networkx(view)
        found = oefenstad.answers.brokers(view)
        living = oefenstad.answers.ground(view).living
    kinds = ("PARTNERS_WITH", "SUPPORTS", "INVOLVED_IN")
    ties = [(one, other) for one, other, tie in whole.edges(data=True)
            if tie["type"] in kinds and tie.get("status") != "ended"]  # fmt: skip
    people = {id_ for id_, node in whole.nodes(data=True) if node["kind"] == "Person"}
    network = nx.Graph([(one, other) for one, other in ties if {one, other} <= living | people])
    for one in found:
        before = nx.node_connected_component(network, one.member.id)
        rest = nx.Graph(network)
        rest.remove_node(one.member.id)
        parts = sorted((part for part in nx.connected_components(rest) if part & before), key=len)
        loose = {id_ for part in parts[:-1] for id_ in part} & living
        assert {member.id for member in one.cut_off} == loose, one.when_gone.nl


def test_the_weakest_tie_of_strangers_is_nowhere_stated(oefenstad: Network) -> None:
    with oefenstad.view(STAFF) as view:
        for one in oefenstad.answers.alliances(view):
            first, second = (member.id for member in one.weakest.members)
            if "kennen ze elkaar nog niet" in one.weakest.text.nl:
                together = view.adjacency(
                    [first, second], RelationshipFilter(types=("PARTNERS_WITH", "ATTENDED", "INVOLVED_IN"))
                )
                assert second not in together[first]
                assert not set(together[first]) & {
                    id_ for id_ in together[second] if id_.startswith(("meeting/", "person/"))
                }
