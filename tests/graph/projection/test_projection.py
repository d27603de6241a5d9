"""The projection gives what a viewer may see, in the order of ids."""

from __future__ import annotations

import numpy as np

from graph.network import Network
from graph.projection.projection import MEMBERS, project
from graph.store.questions import NodeFilter, RelationshipFilter, Role, Viewer


def test_members_stand_in_order_of_id(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        projection = project(view)
        assert list(projection.ids) == sorted(projection.ids)
        assert projection.n == view.count(NodeFilter(kinds=MEMBERS))


def test_partnerships_are_those_of_the_store(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        projection = project(view)
        ties = view.relationships_by_id(projection.partnership_ids)
    pairs = [(projection.ids[one], projection.ids[other]) for one, other in projection.partnerships.tolist()]
    assert pairs == [(tie.start, tie.end) for tie in ties if tie]
    assert all(tie is not None and tie.value("status") != "ended" for tie in ties)


def test_ended_partnerships_are_kept_apart(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        projection = project(view)
        one, other = projection.ended[0].tolist()
        where = RelationshipFilter(types=("PARTNERS_WITH",), others=(projection.ids[other],))
        ties = view.relationships([projection.ids[one]], where)[projection.ids[one]].items
    assert [tie.value("status") for tie in ties] == ["ended"]


def test_each_tie_names_the_relationship_that_states_it(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        projection = project(view)
        for sort, type_ in (("needs", "NEEDS"), ("people", "INVOLVED_IN"), ("meetings", "ATTENDED")):
            ties = projection.ties[sort]
            (row, column), id_ = next(iter(ties.ids.items()))
            tie = view.relationships_by_id([id_])[0]
            assert tie is not None and tie.type == type_
            assert {tie.start, tie.end} == {projection.ids[row], ties.others[column]}


def test_the_public_sees_no_more_than_it_may(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.PUBLIC)) as public, oefenstad.view(Viewer(Role.STAFF)) as staff:
        seen, everything = project(public), project(staff)
    assert set(seen.ties["people"].ids.values()) < set(everything.ties["people"].ids.values())


def test_coordinates_are_metres_between_known_places(den_haag: Network) -> None:
    with den_haag.view(Viewer(Role.STAFF)) as view:
        projection = project(view)
    places = projection.places
    bouwlust, duinoord = "area/wk051833", "area/wk051804"
    metres = places.distance(bouwlust, duinoord)
    assert places.distance(bouwlust, bouwlust) == 0
    assert metres is not None and 1_000 < metres < 10_000
    assert np.isnan(projection.coordinates[projection.ids.index("initiative/wijzelf-zorgcooperaties")]).all()


def test_a_district_lies_in_its_city(den_haag: Network) -> None:
    with den_haag.view(Viewer(Role.STAFF)) as view:
        places = project(view).places
    assert places.cities("area/wk051833") == {"area/gm0518"}
    assert places.districts("area/wk051833") == {"area/wk051833"}
