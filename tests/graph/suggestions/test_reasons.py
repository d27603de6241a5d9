"""Each reason of each pair, held against what the network states, read by another way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.network import Network
from graph.schema.values import Quantity
from graph.store.questions import Role, Viewer
from graph.suggestions.advice_types import Suggestion
from graph.suggestions.catalogue import REASONS
from tests.graph.suggestions.told import Told, filled

SHARED: dict[str, Callable[[Told, str], set[str]]] = {
    "shared_people": lambda told, one: told.into(one, "INVOLVED_IN"),
    "shared_meetings": lambda told, one: told.out(one, "ATTENDED"),
    "shared_programmes": lambda told, one: told.out(one, "PART_OF"),
    "shared_supporters": lambda told, one: told.into(one, "SUPPORTS"),
    "one_funder": lambda told, one: told.into(one, "SUPPORTS"),
    "shared_topics": lambda told, one: told.out(one, "ABOUT"),
    "shared_groups": lambda told, one: told.out(one, "SERVES"),
    "same_need": lambda told, one: told.out(one, "NEEDS"),
    "same_wish": lambda told, one: told.out(one, "NEEDS"),
    "same_district": lambda told, one: told.districts(one),
    "common_partner": lambda told, one: told.partners(one),
}
"""What both have, by code."""

READINGS = pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PUBLIC])


def _reasons(network: Network, viewer: Viewer) -> list[tuple[Suggestion, str, dict[str, str]]]:
    with network.view(viewer) as view:
        found = network.advice(view).suggestions
    return [(one, reason.code, filled(REASONS[reason.code].words, reason.text.nl))
            for one in found for reason in (*one.reasons_for, *one.reasons_against)]  # fmt: skip


@READINGS
def test_what_both_are_said_to_have_both_have(oefenstad: Network, role: Role) -> None:
    told = Told(oefenstad, Viewer(role))
    seen = set()
    for one, code, parts in _reasons(oefenstad, Viewer(role)):
        if code in SHARED:
            first, second = (SHARED[code](told, member.id) for member in one.members)
            assert told.unnamed(parts["what"], first & second) == "", (code, parts)
            seen.add(code)
    assert len(seen) >= 7


@READINGS
def test_what_one_seeks_and_the_other_offers_is_as_stated(oefenstad: Network, role: Role) -> None:
    told = Told(oefenstad, Viewer(role))
    for one, code, parts in _reasons(oefenstad, Viewer(role)):
        ids = {member.name: member.id for member in one.members}
        if code in ("need_met", "one_carries"):
            needs, offers = told.out(ids[parts["a"]], "NEEDS"), told.out(ids[parts["b"]], "OFFERS")
            assert told.unnamed(parts.get("what", ""), needs & offers) == ""
            assert code == "need_met" or needs <= offers
        if code == "few_volunteers":
            assert Quantity.parse(told.graph.nodes[ids[parts["a"]]]["volunteers"]).value <= 5


@READINGS
def test_who_is_reached_where_and_how_near_is_as_stated(oefenstad: Network, role: Role) -> None:
    told = Told(oefenstad, Viewer(role))
    for one, code, parts in _reasons(oefenstad, Viewer(role)):
        first, second = (member.id for member in one.members)
        assert second not in told.partners(first)
        if code == "reach":
            groups = [told.out(member.id, "SERVES") for member in one.members]
            assert not groups[0] & groups[1]
            assert told.unnamed(parts["what"], groups[0] | groups[1]) == ""
            assert all(any(told.names[group] in parts["what"] for group in found) for found in groups)
        if code == "adjacent_district":
            assert told.bordering(first) & told.districts(second)
            assert told.unnamed(parts["what"], told.districts(first) | told.districts(second)) == ""
        if code == "network_far":
            assert told.partners(first)
            assert told.partners(second)
