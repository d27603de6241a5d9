"""The engine in this process: groups and orders in ids, for what a viewer may see."""

from __future__ import annotations

import pytest

from graph.network import Network
from graph.network.computing import rank
from graph.projection.projection import project
from graph.store.computing import CommunitySpec, Measure, RankSpec
from graph.store.questions import Role, Viewer
from graph.suggestions.local_engine import LocalEngine
from graph.suggestions.networks import HANGS_TOGETHER, IN_COMMON

STAFF = Viewer(Role.STAFF)


@pytest.fixture(scope="module")
def engine(oefenstad: Network) -> LocalEngine:
    with oefenstad.view(STAFF) as view:
        return LocalEngine(project(view))


def test_groups_are_disjoint_largest_first_and_the_same_again(engine: LocalEngine) -> None:
    groups = engine.communities(CommunitySpec(HANGS_TOGETHER)).groups
    members = [id_ for group in groups for id_ in group]
    assert len(members) == len(set(members)) > 100
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)
    assert engine.communities(CommunitySpec(HANGS_TOGETHER)).groups == groups


def test_an_order_goes_down_and_all_of_it_adds_up_to_one(engine: LocalEngine) -> None:
    found = engine.rank(RankSpec(HANGS_TOGETHER, first=1_000))
    assert list(found.scores) == sorted(found.scores, reverse=True)
    assert sum(found.scores) == pytest.approx(1, abs=1e-6)
    assert engine.rank(RankSpec(HANGS_TOGETHER, first=3)).ids == found.ids[:3]


def test_who_is_asked_about_is_not_in_the_answer(engine: LocalEngine) -> None:
    start = engine.rank(RankSpec(HANGS_TOGETHER, first=1)).ids[0]
    near = engine.rank(RankSpec(HANGS_TOGETHER, start=start))
    alike = engine.rank(RankSpec(IN_COMMON, Measure.LIKENESS, start))
    assert start not in (*near.ids, *alike.ids)
    assert len(near.ids) == len(alike.ids) == 20
    assert engine.rank(RankSpec(HANGS_TOGETHER, start="initiative/none")).ids == ()


def test_the_public_is_told_of_what_it_may_see(oefenstad: Network) -> None:
    with oefenstad.view() as view:
        found = rank(view, Measure.PAGERANK, first=200)
        seen = view.nodes([one.member.id for one in found])
    assert len(found) > 100
    assert [one.member.name for one in found] == [node.name for node in seen if node]
