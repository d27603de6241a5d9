"""Relationships: pages for many nodes at once, filters, direction, counts, what lies at the other end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.changes import Tie
from graph.errors import CursorError, InputError
from graph.store.answers import Relationship
from graph.store.questions import Direction, RelationshipFilter
from tests.contracts.build import City, person, says
from tests.contracts.test_order import in_steps

HUB, B, C = "initiative/hub", "initiative/b", "initiative/c"
AREA, ORG = "area/x", "organisation/o"


@pytest.fixture
def ring(city: City) -> City:
    """Give a hub with twelve partners, an area, an organisation that supports it twice, and a larger whole."""
    one = says("one", "2016").node(HUB, name="Hub").node(AREA, name="Aa").node(ORG, name="Zorg").node(B, name="Bert")
    one.node(C, name="cor").tie("ACTIVE_IN", HUB, AREA, since="2014", until="2016").tie("PART_OF", HUB, C)
    one.tie("SUPPORTS", ORG, HUB, support="funds", number="1").tie("SUPPORTS", ORG, HUB, support="advises", number="1")
    for number in range(12):
        one.node(f"initiative/{number:02}", name=f"Partner {11 - number:02}")
        one.tie("PARTNERS_WITH", HUB, f"initiative/{number:02}", status="active" if number % 2 else "ended")
    one.tie("PARTNERS_WITH", B, HUB, since="2015-06", form="visit").tie("PART_OF", C, B)
    one.node("meeting/m", name="Tafel").node("person/p", public_role="rol").tie(
        "ATTENDED", "person/p", "meeting/m", role="chair"
    )
    city.load(one.tie("ATTENDED", HUB, "meeting/m", role="host").tie("INVOLVED_IN", "person/p", HUB, role="Oprichter"))
    return city


def others(city: City, id_: str, **where: Any) -> list[str]:
    """Return the other ends of a node's relationships in order."""
    return [tie.other(id_) for tie in city.ties(id_, **where)]


def test_relationships_are_in_order_of_the_name_at_the_other_end_and_then_id(ring: City) -> None:
    expected = [
        AREA,
        B,
        C,
        *[f"initiative/{number:02}" for number in range(11, -1, -1)],
        "person/p",
        "meeting/m",
        ORG,
        ORG,
    ]
    assert others(ring, HUB) == expected
    supports = [tie.id for tie in ring.ties(HUB, types=("SUPPORTS",))]
    assert supports == sorted(supports)


def test_a_page_for_each_of_many_nodes_each_with_its_own_limit(ring: City) -> None:
    ids = [HUB, B, C, "initiative/00", "initiative/none"]
    with ring.view() as view:
        pages = view.relationships(ids, first=2)
    assert list(pages) == ids
    assert [(len(page.items), page.more) for page in pages.values()] == [
        (2, True),
        (2, False),
        (2, False),
        (1, False),
        (0, False),
    ]
    assert pages["initiative/00"].items[0].other("initiative/00") == HUB


@pytest.mark.parametrize("first", [1, 2, 5, 18, 19, 20])
def test_steps_give_each_relationship_exactly_once(ring: City, first: int) -> None:
    with ring.view() as view:
        steps = in_steps(lambda **page: view.relationships([HUB], **page)[HUB], first)
        assert steps == [tie.id for tie in ring.ties(HUB)]
        filtered = RelationshipFilter(types=("PARTNERS_WITH",), statuses=("active",))
        steps = in_steps(lambda **page: view.relationships([HUB], filtered, **page)[HUB], first)
    assert len(steps) == 6


def test_a_cursor_is_a_relationship_of_the_one_node_asked_about(ring: City) -> None:
    elsewhere = ring.ties(C, types=("PART_OF",), others=(B,))[0].id
    with ring.view() as view:
        for after in ("", "tie:none", elsewhere):
            with pytest.raises(CursorError):
                view.relationships([HUB], after=after)
        with pytest.raises(InputError):
            view.relationships([HUB, B], after=ring.ties(HUB)[0].id)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"types": ("SUPPORTS", "PART_OF")}, [C, ORG, ORG]),
        ({"direction": Direction.OUT, "types": ("PART_OF", "SUPPORTS", "ACTIVE_IN")}, [AREA, C]),
        ({"direction": Direction.IN, "types": ("PART_OF", "SUPPORTS", "ACTIVE_IN")}, [ORG, ORG]),
        ({"direction": Direction.OUT, "types": ("PARTNERS_WITH",), "others": (B,)}, [B]),
        ({"direction": Direction.IN, "types": ("PARTNERS_WITH",), "others": (B,)}, [B]),
        ({"others": (AREA, ORG)}, [AREA, ORG, ORG]),
        ({"other_kinds": ("Area", "Organisation")}, [AREA, ORG, ORG]),
        ({"statuses": ("active",), "others": ("initiative/01", "initiative/02")}, ["initiative/01"]),
        ({"roles": ("host", "Oprichter")}, ["person/p", "meeting/m"]),
        ({"types": ("ACTIVE_IN",), "active_on": date(2013, 12, 31)}, []),
        ({"types": ("ACTIVE_IN",), "active_on": date(2014, 1, 1)}, [AREA]),
        ({"types": ("ACTIVE_IN",), "active_on": date(2016, 12, 31)}, [AREA]),
        ({"types": ("ACTIVE_IN",), "active_on": date(2017, 1, 1)}, []),
        ({"others": (B,), "active_on": date(2015, 5, 31)}, []),
        ({"others": (B,), "active_on": date(2099, 1, 1)}, [B]),
        ({"others": ("initiative/none",)}, []),
        ({"types": ("NEEDS",)}, []),
    ],
    ids=str,
)  # fmt: skip
def test_filters_hold_for_pages_counts_and_neighbours_alike(
    ring: City, where: dict[str, Any], expected: list[str]
) -> None:
    assert others(ring, HUB, **where) == expected
    with ring.view() as view:
        assert view.relationship_counts([HUB, "initiative/none"], RelationshipFilter(**where)) == {
            HUB: len(expected), "initiative/none": 0,
        }  # fmt: skip
        assert view.adjacency([HUB], RelationshipFilter(**where)) == {HUB: sorted(set(expected))}


def test_the_role_is_read_as_key_whether_code_or_text(ring: City) -> None:
    assert {tie.value("role") for tie in ring.ties("person/p")} == {"chair", "Oprichter"}
    assert others(ring, "person/p", roles=("chair",)) == ["meeting/m"]


def test_neighbours_are_each_there_once_and_sorted(ring: City) -> None:
    with ring.view() as view:
        found = view.adjacency([ORG, B, "area/none"])
    assert found == {ORG: [HUB], B: [C, HUB], "area/none": []}


def test_denied_relationships_only_where_asked(ring: City) -> None:
    ring.load(says("two", "2017").no_tie("PARTNERS_WITH", HUB, B))
    assert B not in others(ring, HUB)
    assert [tie.denied for tie in ring.ties(HUB, others=(B,), with_denied=True)] == [True]
    with ring.view() as view:
        assert view.relationship_counts([B]) == {B: 1}
        assert view.relationship_counts([B], RelationshipFilter(with_denied=True)) == {B: 2}
        assert view.adjacency([B]) == {B: [C]}


def test_relationships_by_id_come_in_the_order_asked(ring: City) -> None:
    ids = [tie.id for tie in ring.ties(HUB)][:3]
    with ring.view() as view:
        found = view.relationships_by_id([ids[2], "tie:none", ids[0], ids[2]])
    assert [tie.id if tie else None for tie in found] == [ids[2], None, ids[0], ids[2]]


def test_a_relationship_tells_its_ends_values_and_key(ring: City) -> None:
    (tie,) = ring.ties(HUB, others=(B,))
    assert isinstance(tie, Relationship)
    assert (tie.id, tie.type) == (Tie.between("PARTNERS_WITH", HUB, B).id, "PARTNERS_WITH")
    assert (tie.start, tie.end, tie.other(B), tie.other(HUB)) == (B, HUB, HUB, B)
    assert (tie.value("since"), tie.value("form"), tie.value("status")) == ("2015-06", "visit", None)
    assert (tie.denied, tie.revision, tie.reading.sources) == (False, 1, ("source/one",))


def test_a_relationship_needs_both_its_ends(city: City) -> None:
    load = city.load(says("two").node(B))
    city.load(says("one").node(HUB).tie("PARTNERS_WITH", HUB, B).tie("PARTNERS_WITH", HUB, C))
    assert others(city, HUB) == [B]
    city.load(says("three").node(C))
    assert others(city, HUB) == [B, C]
    city.undo(load)
    assert others(city, HUB) == [C]
    with city.view() as view:
        assert view.relationships_by_id([Tie.between("PARTNERS_WITH", HUB, B).id]) == [None]
        assert view.statements([Tie.between("PARTNERS_WITH", HUB, B).id]).popitem()[1] == []


def test_parts_of_an_id_do_not_run_together(city: City) -> None:
    one = (
        says("one")
        .node("organisation/o:x")
        .node("organisation/o")
        .node("initiative/y")
        .node("initiative/x:initiative/y")
    )
    one.tie("SUPPORTS", "organisation/o", "initiative/x:initiative/y")
    one.tie("SUPPORTS", "organisation/o:x", "initiative/y", number="a:b")
    city.load(one.tie("SUPPORTS", "organisation/o:x", "initiative/y", support="funds"))
    found = {(tie.start, tie.value("number"), tie.value("support")) for tie in city.ties("initiative/y")}
    assert found == {("organisation/o:x", "a:b", None), ("organisation/o:x", None, "funds")}
    assert others(city, "initiative/x:initiative/y") == ["organisation/o"]


def test_a_person_may_end_a_partnership_without_denying_that_it_was(ring: City) -> None:
    tie = Tie.between("PARTNERS_WITH", HUB, B)
    ring.decide("ended", person("2018").about(tie, status="ended", until="2018"))
    (found,) = ring.ties(HUB, others=(B,), statuses=("ended",))
    assert (found.value("until"), found.denied) == ("2018", False)
    assert others(ring, HUB, others=(B,), active_on=date(2019, 1, 1)) == []
