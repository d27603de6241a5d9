"""Names of groups: what many of them share, said once and counted; never what one or two do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scipy import sparse

from graph.network import Network
from graph.projection.projection import Projection, project
from graph.store.questions import Role, Viewer
from graph.suggestions.group_names import name_groups

MANY = 12


@pytest.fixture(scope="module")
def projection(oefenstad: Network) -> Projection:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        return project(view)


def having(projection: Projection, sort: str, rows: list[int]) -> Projection:
    """Return the projection with ties of a sort to one thing only, by these rows."""
    ties = projection.ties[sort]
    columns = [0] * len(rows)
    matrix = sparse.csr_array(([1.0] * len(rows), (rows, columns)), shape=(projection.n, len(ties.others)))
    return replace(projection, ties={**projection.ties, sort: replace(ties, matrix=matrix)})


def alone(projection: Projection, rows: list[int], *, about: list[int], areas: list[int]) -> tuple[str, str]:
    """Return the Dutch name and reason of a group of which these rows share a topic, and those an area."""
    changed = having(having(projection, "about", about), "areas", areas)
    ((name, reason),) = name_groups(changed, [rows])
    return name.nl, reason.nl


def test_a_topic_and_an_area_are_said_in_one_sentence(projection: Projection) -> None:
    rows = list(range(MANY))
    topic, area = (projection.others[projection.ties[sort].others[0]] for sort in ("about", "areas"))
    name, reason = alone(projection, rows, about=rows[:5], areas=rows)
    assert name == f"{topic[0].upper()}{topic[1:]} in {area}"
    assert reason == f"5 van de 12 houden zich bezig met {topic}, en alle 12 zijn actief in {area}."


def test_what_two_of_twelve_do_is_no_name(projection: Projection) -> None:
    rows = list(range(MANY))
    name, reason = alone(projection, rows, about=rows[:2], areas=[])
    assert name == f"Rond {projection.names[0]}"
    assert reason == "Deze 12 zijn vooral met elkaar verbonden."


def test_an_area_alone_is_named_with_the_centre(projection: Projection) -> None:
    rows = list(range(MANY))
    name, reason = alone(projection, rows, about=[], areas=rows[:6])
    area = projection.others[projection.ties["areas"].others[0]]
    assert name == f"{area}, rond {projection.names[0]}"
    assert reason == f"6 van de 12 zijn actief in {area}."


def test_what_everybody_does_sets_no_group_apart(projection: Projection) -> None:
    name, _ = alone(projection, list(range(MANY)), about=list(range(projection.n)), areas=[])
    assert name.startswith("Rond ")


def test_two_groups_of_one_sort_are_told_apart_by_their_centres(projection: Projection) -> None:
    rows = list(range(2 * MANY))
    changed = having(having(projection, "about", rows), "areas", [])
    one, other = (name.nl for name, _ in name_groups(changed, [rows[:MANY], rows[MANY:]]))
    assert one != other
    assert one.endswith(f", rond {projection.names[0]}")
    assert other.endswith(f", rond {projection.names[MANY]}")


def test_names_of_a_city_differ(oefenstad: Network) -> None:
    with oefenstad.view(Viewer(Role.STAFF)) as view:
        names = [community.name.nl for community in oefenstad.advice(view).communities]
    assert len(set(names)) == len(names) > 5
