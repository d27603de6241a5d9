"""Finding: every filter, alone and together; counts and facets of the same nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from graph.errors import InputError
from graph.store.questions import LONGEST_PAGE, DateSpan, Direction, NodeFilter, NumberSpan, Order, RelationshipFilter
from tests.contracts.build import City, says

A, B, C, D = "initiative/a", "initiative/b", "initiative/c", "initiative/d"
ORG, TOPIC = "organisation/o", "topic/t"


@pytest.fixture
def town(city: City) -> City:
    """Give four initiatives of three districts of one city, an organisation, a topic, a meeting and an outcome."""
    one = says("one", "2016")
    one.node(A, name="Anna’s Gedoe", phase="idea", legal_form="foundation")
    one.about(A, started_on="2014-05", members="about 40 person")
    one.node(B, name="Buurtbus", phase="running", started_on="2016", members="120 member")
    one.about(B, website="https://b.example.org").node(D, name="Duinzicht")
    one.node(C, name="Coöp Zuid", phase="running", started_on="2016-09-01")
    for name in ("city", "west", "duin", "east"):
        one.node(f"area/{name}", name=name)
    for part, whole in (("west", "city"), ("duin", "west"), ("east", "city")):
        one.tie("PART_OF", f"area/{part}", f"area/{whole}")
    one.tie("ACTIVE_IN", A, "area/duin").tie("ACTIVE_IN", B, "area/west").tie("ACTIVE_IN", C, "area/east", until="2017")
    one.tie("PARTNERS_WITH", A, B, status="active").tie("PARTNERS_WITH", B, C, status="ended").tie("NEEDS", A, TOPIC)
    city.load(one)
    two = says("two", "2017").node(ORG, name="Gemeente", sector="municipality").node("agreement/g", status="signed")
    two.tie("SUPPORTS", ORG, B, support="funds", number="17").none(C, "NEEDS").about(D, phase="idea", denied=True)
    two.node("meeting/m", name="Tafel", held_on="2016-06-28").tie("CONCERNS", "meeting/m", "area/duin")
    two.node("outcome/x", text="Begin klein.", research=True, status="open")
    two.node("outcome/y", research=False, status="done").node(TOPIC, name="ruimte", scheme="capability")
    city.load(two)
    return city


def found(town: City, where: NodeFilter) -> list[str]:
    """Return the ids that a filter finds, in order of id; the count agrees."""
    with town.view() as view:
        ids = [node.id for node in view.find(where, first=LONGEST_PAGE).items]
        assert view.count(where) == len(ids)
        kinds = Counter(id_.partition("/")[0].capitalize() for id_ in ids)
        assert dict(view.facets(where, "kind")) == kinds
    return sorted(ids)


def tie(type_: str = "", **more: object) -> RelationshipFilter:
    """Return a filter of relationships of one type."""
    return RelationshipFilter(types=(type_,) if type_ else (), **more)  # type: ignore[arg-type]


INITIATIVES = ("Initiative",)
TODAY = date(2018, 1, 1)
BUS = NodeFilter(text="bus")
CASES: list[tuple[str, NodeFilter, list[str]]] = [
    ("one kind", NodeFilter(kinds=INITIATIVES), [A, B, C, D]),
    ("any of two kinds", NodeFilter(kinds=("Topic", "Organisation")), [ORG, TOPIC]),
    ("any of these ids", NodeFilter(ids=(B, TOPIC, "initiative/none")), [B, TOPIC]),
    ("none of no ids", NodeFilter(ids=()), []),
    ("words", NodeFilter(text="coop zuid"), [C]),
    ("a code", NodeFilter(codes={"phase": ("idea",)}), [A]),
    ("any of two codes", NodeFilter(codes={"phase": ("idea", "running")}), [A, B, C]),
    ("two codes of two properties", NodeFilter(codes={"phase": ("idea",), "legal_form": ("foundation",)}), [A]),
    ("a code of several kinds", NodeFilter(codes={"status": ("signed", "done")}), ["agreement/g", "outcome/y"]),
    ("yes", NodeFilter(codes={"research": (True,)}), ["outcome/x"]),
    ("no", NodeFilter(codes={"research": (False,)}), ["outcome/y"]),
    ("a date that can lie inside", NodeFilter(dates={"started_on": DateSpan(date(2016, 8, 1), date(2016, 8, 2))}), [B]),
    ("from a day", NodeFilter(dates={"started_on": DateSpan(first=date(2016, 9, 1))}), [B, C]),
    ("until a day", NodeFilter(dates={"started_on": DateSpan(last=date(2014, 5, 1))}), [A]),
    ("any date at all", NodeFilter(dates={"started_on": DateSpan()}), [A, B, C]),
    ("a number", NodeFilter(numbers={"members": NumberSpan(40, 40)}), [A]),
    ("at least, whatever the unit", NodeFilter(numbers={"members": NumberSpan(least=40)}), [A, B]),
    ("at most", NodeFilter(numbers={"members": NumberSpan(most=119.5)}), [A]),
    ("within an area and its parts' parts", NodeFilter(within=("area/city",), kinds=INITIATIVES), [A, B, C]),
    ("within a part", NodeFilter(within=("area/west",)), [A, B, "area/duin", "area/west", "meeting/m"]),
    ("within the smallest part", NodeFilter(within=("area/duin",)), [A, "area/duin", "meeting/m"]),
    ("within either", NodeFilter(within=("area/duin", "area/east"), kinds=INITIATIVES), [A, C]),
    ("within what is not there", NodeFilter(within=("area/none",)), []),
    ("related by a type", NodeFilter(related=(tie("PARTNERS_WITH"),)), [A, B, C]),
    ("related by each", NodeFilter(related=(tie("PARTNERS_WITH"), tie("SUPPORTS"))), [B]),
    ("related with a status", NodeFilter(related=(tie("PARTNERS_WITH", statuses=("active",)),)), [A, B]),
    ("related to one of these", NodeFilter(related=(tie(others=(C, TOPIC)),), kinds=INITIATIVES), [A, B]),
    ("related to a kind", NodeFilter(related=(tie(other_kinds=("Topic",)),)), [A]),
    ("related outward", NodeFilter(related=(tie("SUPPORTS", direction=Direction.OUT),)), [ORG]),
    ("related inward", NodeFilter(related=(tie("SUPPORTS", direction=Direction.IN),)), [B]),
    ("related by what may hold", NodeFilter(related=(tie("ACTIVE_IN", active_on=TODAY),), kinds=INITIATIVES), [A, B]),
    ("unrelated", NodeFilter(kinds=INITIATIVES, unrelated=(tie("PARTNERS_WITH"),)), [D]),
    ("unrelated to all of them", NodeFilter(kinds=INITIATIVES, unrelated=(tie("NEEDS"), tie("SUPPORTS"))), [C, D]),
    ("known", NodeFilter(known=("website",)), [B]),
    ("known relationship", NodeFilter(known=("NEEDS",)), [A, TOPIC]),
    ("known of each", NodeFilter(known=("phase", "members")), [A, B]),
    ("unknown: a denial of one value tells nothing", NodeFilter(kinds=INITIATIVES, unknown=("phase",)), [D]),
    ("unknown is not none", NodeFilter(kinds=INITIATIVES, unknown=("NEEDS",)), [B, D]),
    ("spoken of by a source", NodeFilter(sources=("source/two",), kinds=INITIATIVES), [C, D]),
    ("spoken of by either", NodeFilter(sources=("source/one", "source/two"), kinds=("Topic", "Area")),
     ["area/city", "area/duin", "area/east", "area/west", TOPIC]),
    ("any of", NodeFilter(any_of=(NodeFilter(kinds=("Topic",)), NodeFilter(codes={"phase": ("idea",)}))), [A, TOPIC]),
    ("any of, and", NodeFilter(kinds=INITIATIVES, any_of=(NodeFilter(text="bus"), NodeFilter(text="duin"))), [B, D]),
    ("without", NodeFilter(kinds=INITIATIVES, without=NodeFilter(codes={"phase": ("running",)})), [A, D]),
    ("without any of", NodeFilter(kinds=INITIATIVES, without=NodeFilter(any_of=(NodeFilter(ids=(A,)), BUS))), [C, D]),
    ("not not", NodeFilter(kinds=INITIATIVES, without=NodeFilter(without=NodeFilter(ids=(A,)))), [A]),
    ("nothing matches", NodeFilter(kinds=("Person",)), []),
]  # fmt: skip


@pytest.mark.parametrize(("where", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_filter_finds_and_counts_the_same_nodes(town: City, where: NodeFilter, expected: list[str]) -> None:
    assert found(town, where) == sorted(expected)


def test_an_empty_filter_holds_for_all(town: City) -> None:
    assert len(found(town, NodeFilter())) == 14


def test_values_that_look_like_a_query_are_values(town: City) -> None:
    for text in ("' OR 1=1 --", '") RETURN 1 //', "a'b\"c", "%", "*", "\\"):
        with town.view() as view:
            assert view.nodes([text]) == [None]
            assert view.count(NodeFilter(ids=(text,), kinds=(text,))) == 0
            assert view.count(NodeFilter(codes={"phase": (text,)}, sources=(text,))) == 0


@pytest.mark.parametrize("id_", ["initiative/a\0x", "initiative/\ud800", "\0"])
def test_what_is_no_text_is_not_there(town: City, id_: str) -> None:
    with town.view() as view:
        assert view.nodes([id_, A])[0] is None
        assert view.find(NodeFilter(ids=(id_,))).items == ()
        assert view.relationships([id_])[id_].items == ()
        assert view.relationships_by_id([id_]) == [None]


def test_nodes_come_in_the_order_asked(town: City) -> None:
    with town.view() as view:
        nodes = view.nodes([C, "initiative/none", A, C])
    assert [node.id if node else None for node in nodes] == [C, None, A, C]


@pytest.mark.parametrize(
    "where",
    [
        NodeFilter(codes={"members": ("x",)}),
        NodeFilter(codes={"nothing": ("x",)}),
        NodeFilter(dates={"phase": DateSpan()}),
        NodeFilter(numbers={"started_on": NumberSpan(1)}),
        NodeFilter(known=("nothing",)),
        NodeFilter(unknown=("nothing",)),
    ],
    ids=["codes of a quantity", "codes", "dates", "numbers", "known", "unknown"],
)
def test_a_property_that_cannot_be_filtered_by_is_named(town: City, where: NodeFilter) -> None:
    with town.view() as view, pytest.raises(InputError) as raised:
        view.find(where)
    assert "Choose from: " in raised.value.en


def test_facets_count_each_value_most_first_and_the_unknown(town: City) -> None:
    with town.view() as view:
        assert view.facets(NodeFilter(kinds=INITIATIVES), "phase") == [("running", 2), ("idea", 1), (None, 1)]
        assert view.facets(NodeFilter(kinds=INITIATIVES), "phase", first=1) == [("running", 2)]
        assert view.facets(NodeFilter(kinds=("Topic",)), "scheme") == [("capability", 1)]
        assert view.facets(NodeFilter(kinds=("Person",)), "phase") == []


def test_facets_of_yes_or_no_are_yes_and_no(town: City) -> None:
    with town.view() as view:
        facets = view.facets(NodeFilter(kinds=("Outcome",)), "research")
    assert sorted(facets, key=str) == [(False, 1), (True, 1)]
    assert {type(value) for value, _ in facets} == {bool}


@pytest.mark.parametrize("by", ["members", "name", "nothing", "started_on"])
def test_facets_are_of_vocabularies_only(town: City, by: str) -> None:
    with town.view() as view, pytest.raises(InputError, match=by):
        view.facets(NodeFilter(), by)


@pytest.mark.parametrize("first", [0, -1, LONGEST_PAGE + 1])
def test_a_page_has_a_length_within_bounds(town: City, first: int) -> None:
    with town.view() as view:
        asks: list[Callable[[], object]] = [
            lambda: view.find(NodeFilter(), first=first),
            lambda: view.search("a", first=first),
            lambda: view.relationships([A], first=first),
            lambda: view.facets(NodeFilter(), "kind", first=first),
            lambda: view.statements_of_source("source/one", first=first),
        ]
        for ask in asks:
            with pytest.raises(InputError, match=str(LONGEST_PAGE)):
                ask()
        assert len(view.find(NodeFilter(), first=LONGEST_PAGE).items) == 14


def test_parts_in_a_circle_end(city: City) -> None:
    one = says("one").node("area/x").tie("PART_OF", "area/x", "area/y")
    one.node("area/y").tie("PART_OF", "area/y", "area/x")
    city.load(one.node(A).tie("ACTIVE_IN", A, "area/x"))
    assert found(city, NodeFilter(within=("area/y",))) == ["area/x", "area/y", A]


def test_find_orders_by_name_where_nothing_else_is_asked(town: City) -> None:
    with town.view() as view:
        names = [node.name for node in view.find(NodeFilter(kinds=INITIATIVES)).items]
        assert names == [node.name for node in view.find(NodeFilter(kinds=INITIATIVES), [Order()]).items]
    assert names == ["Anna’s Gedoe", "Buurtbus", "Coöp Zuid", "Duinzicht"]
