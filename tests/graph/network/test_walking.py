"""Neighbours and paths: nearest first, shortest way, one question a step."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.network import Network
from graph.network.walking import MOST_STEPS
from graph.store.questions import RelationshipFilter, Role, Viewer

STAFF = Viewer(Role.STAFF)
ELCURA, ANNA = "initiative/elcura-zorgt", "initiative/annas-gedoe"


def test_neighbours_come_nearest_first(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        found = den_haag.neighbours(view, ELCURA, steps=2, first=1000).items
        direct = {id_ for ids in view.adjacency([ELCURA]).values() for id_ in ids}
    distances = [one.distance for one in found]
    assert distances == sorted(distances)
    assert {one.node.id for one in found if one.distance == 1} == direct


def test_pages_of_neighbours_cover_all_once(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        whole = [one.node.id for one in den_haag.neighbours(view, ELCURA, steps=2, first=1000).items]
        paged: list[str] = []
        more = True
        while more:
            page = den_haag.neighbours(view, ELCURA, steps=2, first=7, after=paged[-1] if paged else None)
            paged += [one.node.id for one in page.items]
            more = page.more
    assert paged == whole


def test_a_path_is_shortest_and_each_step_is_a_relationship(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        way = den_haag.path(view, ELCURA, ANNA)
    assert way is not None
    assert [way.nodes[0].id, way.nodes[-1].id] == [ELCURA, ANNA]
    assert len(way.nodes) == 3 and len(way.relationships) == 2
    for tie, one, other in zip(way.relationships, way.nodes, way.nodes[1:], strict=False):
        assert {tie.start, tie.end} == {one.id, other.id}


def test_a_path_keeps_to_the_types_asked(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        assert den_haag.path(view, ELCURA, ANNA, RelationshipFilter(types=("PARTNERS_WITH",))) is None
        way = den_haag.path(view, ELCURA, ANNA, RelationshipFilter(types=("ATTENDED",)))
    assert way is not None and {tie.type for tie in way.relationships} == {"ATTENDED"}


def test_from_a_thing_to_itself_is_no_step(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        way = den_haag.path(view, ELCURA, ELCURA)
    assert way is not None and len(way.nodes) == 1 and way.relationships == ()


@pytest.mark.parametrize("steps", [0, MOST_STEPS + 1])
def test_steps_are_bounded(den_haag: Network, steps: int) -> None:
    with den_haag.view(STAFF) as view, pytest.raises(InputError):
        den_haag.neighbours(view, ELCURA, steps=steps)


def test_what_is_not_there_has_no_neighbours(den_haag: Network) -> None:
    with den_haag.view(STAFF) as view:
        assert den_haag.neighbours(view, "initiative/bestaat-niet").items == ()
        assert den_haag.path(view, ELCURA, "initiative/bestaat-niet") is None
