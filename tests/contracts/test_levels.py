"""Levels: what is internal is in no answer to the public; the most restrictive word wins unless a person decides."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.changes import Tie
from graph.errors import CursorError
from graph.schema.declaration import Level
from graph.store.base import View
from graph.store.questions import Direction, NodeFilter, NumberSpan, Order, RelationshipFilter, Role
from tests.contracts.build import City, person, says

A, B, SECRET = "initiative/a", "initiative/b", "initiative/secret"
TIE = Tie.between("PARTNERS_WITH", A, SECRET).id
WORD = "geheimpje"


@pytest.fixture
def guarded(city: City) -> City:
    """Give a city in which everything that is internal bears one word or one id."""
    city.load(says("one", "2016").node(A, name="Anna", phase="idea").node(B, name="Bert"))
    hidden = says("list", "2017", Level.INTERNAL).node(SECRET, name=WORD, phase="running", members="900 person")
    hidden.node("source/list", name=f"Lijst {WORD}").tie("PARTNERS_WITH", A, B, note=WORD).none(B, "NEEDS")
    hidden.about(A, summary=f"Dit is {WORD}.", aliases=f"Het {WORD}", members="12 person")
    city.load(hidden.about(A, website=f"https://{WORD}.example.org"))
    # Public in itself, yet its other end is hidden; the same for what lies in a hidden area.
    city.load(says("two", "2016").tie("PARTNERS_WITH", A, SECRET).tie("ACTIVE_IN", B, "area/secret"))
    city.load(says("list2", "2017", Level.INTERNAL).node("area/secret", name=WORD))
    return city


def everything(view: View) -> str:
    """Return every answer that a view gives to general questions, as text."""
    ids = [A, B, SECRET, "area/secret", "source/list", TIE]
    sources = ("source/one", "source/two", "source/list", "source/list2")
    answers: list[object] = [
        view.nodes(ids), view.find(NodeFilter()), view.count(NodeFilter()), view.facets(NodeFilter(), "kind"),
        view.facets(NodeFilter(), "phase"), view.search(WORD), view.search("het"), view.relationships_by_id([TIE]),
        view.relationships(ids, RelationshipFilter(with_denied=True)), view.relationship_counts(ids),
        view.adjacency(ids), view.statements(ids), view.snapshot(properties=("name", "summary", "aliases", "members")),
        view.snapshot(relationship_properties=("note",)), [view.history(id_) for id_ in ids],
        [view.statements_of_source(source) for source in sources], view.changes_since(0).items,
        view.find(NodeFilter(within=("area/secret",))), view.find(NodeFilter(sources=("source/list",))),
        view.find(NodeFilter(numbers={"members": NumberSpan(1)})), view.find(NodeFilter(), [Order("members")]),
        view.find(NodeFilter(known=("website",))), view.find(NodeFilter(text="gehei")),
        view.find(NodeFilter(related=(RelationshipFilter(others=(SECRET,)),))),
    ]  # fmt: skip
    return repr(answers)


def test_nothing_internal_is_in_any_answer_to_the_public(guarded: City) -> None:
    with guarded.view(Role.PUBLIC) as public, guarded.view(Role.STAFF) as staff:
        assert WORD in everything(staff)
        assert WORD not in everything(public)
        assert [one.id for one in public.find(NodeFilter()).items] == [A, B]


def test_ids_of_hidden_things_are_told_by_no_list(guarded: City) -> None:
    with guarded.view(Role.PUBLIC) as view:
        told = [view.find(NodeFilter()), view.snapshot(), view.changes_since(0), view.history(A), view.history(B),
                view.relationships([A, B]), view.adjacency([A, B]), view.statements([A, B]),
                view.statements_of_source("source/two"), view.history(TIE)]  # fmt: skip
    assert "secret" not in repr(told)


@pytest.mark.parametrize("role", [Role.STAFF, Role.FACILITATOR, Role.ADMIN])
def test_who_is_signed_in_reads_both_levels(guarded: City, role: Role) -> None:
    with guarded.view(role) as view:
        assert view.count(NodeFilter()) == 5
        assert view.search(WORD).items[0].id == "area/secret"
        assert [one.other(A) for one in view.relationships([A])[A].items] == [B, SECRET]
        assert view.viewer.role is role


def test_counts_facets_and_pages_are_of_one_level(guarded: City) -> None:
    with guarded.view(Role.PUBLIC) as public, guarded.view(Role.STAFF) as staff:
        assert (public.count(NodeFilter()), staff.count(NodeFilter())) == (2, 5)
        assert public.facets(NodeFilter(kinds=("Initiative",)), "phase") == [("idea", 1), (None, 1)]
        assert staff.facets(NodeFilter(kinds=("Initiative",)), "phase") == [("idea", 1), ("running", 1), (None, 1)]
        assert not public.find(NodeFilter(), first=2).more
        assert public.relationship_counts([A, B, SECRET]) == {A: 0, B: 0, SECRET: 0}


def test_hidden_values_do_not_filter_or_order(guarded: City) -> None:
    with guarded.view(Role.PUBLIC) as view:
        assert view.find(NodeFilter(unknown=("members", "website", "NEEDS"))).items == view.find(NodeFilter()).items
        assert view.find(NodeFilter(known=("PARTNERS_WITH",))).items == ()
        assert [one.id for one in view.find(NodeFilter(), [Order("members", descending=True)]).items] == [A, B]
        hidden = RelationshipFilter(types=("PARTNERS_WITH",), direction=Direction.EITHER)
        assert view.count(NodeFilter(unrelated=(hidden,))) == 2


def test_a_hidden_thing_is_no_cursor(guarded: City) -> None:
    with guarded.view(Role.PUBLIC) as view:
        with pytest.raises(CursorError):
            view.find(NodeFilter(), after=SECRET)
        with pytest.raises(CursorError):
            view.relationships([A], after=TIE)


def test_the_public_is_not_told_of_changes_that_it_cannot_see(city: City) -> None:
    city.load(says("one").node(A, name="Anna"))
    city.load(says("list", None, Level.INTERNAL).about(A, phase="idea").node(B))
    with city.view(Role.PUBLIC) as public, city.view(Role.STAFF) as staff:
        assert (public.changes_since(1).items, [one.id for one in staff.changes_since(1).items]) == ((), [A, B])
        assert [commit.revision for commit in public.history(A)] == [1]
        assert [commit.revision for commit in staff.history(A)] == [2, 1]
        assert (city.node(A, Role.PUBLIC).revision, city.node(A, Role.STAFF).revision) == (1, 2)


def test_what_is_hidden_stays_so_when_it_is_merged_into_what_is_not(guarded: City) -> None:
    guarded.decide("a", person(level=Level.INTERNAL).same(SECRET, A))
    assert guarded.node(A, Role.STAFF).former_ids == (SECRET,)
    with guarded.view(Role.PUBLIC) as view:
        told = [view.find(NodeFilter()), view.snapshot(), view.changes_since(0), view.history(A),
                view.relationships([A]), view.adjacency([A])]  # fmt: skip
    assert "secret" not in repr(told)
    assert guarded.node(A).former_ids == ()


def test_the_public_reads_no_claim_that_was_withdrawn(city: City) -> None:
    city.load(says("one").node(A, phase="idea"))
    city.load(says("one").node(A, phase="running"))
    with city.view(Role.PUBLIC) as view:
        assert [claim for commit in view.history(A) for claim in commit.withdrawn] == []
        assert all(claim.value != "idea" for commit in view.history(A) for claim in commit.added)


# ------------------------------------------------------------------------------------------------ who decides


def _reads(city: City, role: Role) -> tuple[object, Iterable[str]]:
    return city.value(A, "phase", role), [one.claim.source for one in city.statements(A, "phase", role)]


def test_a_value_that_one_source_marks_internal_is_internal_whoever_else_says_it(city: City) -> None:
    city.load(says("one", "2018").node(A, phase="idea"))
    assert city.value(A, "phase") == "idea"
    city.load(says("list", "2016", Level.INTERNAL).about(A, phase="idea"))
    assert _reads(city, Role.PUBLIC) == (None, [])
    assert _reads(city, Role.STAFF) == ("idea", ["source/one", "source/list"])


def test_what_is_internal_of_one_value_says_nothing_of_another(city: City) -> None:
    city.load(says("one", "2016").node(A, phase="idea"))
    city.load(says("list", "2018", Level.INTERNAL).about(A, phase="running"))
    assert _reads(city, Role.PUBLIC) == ("idea", ["source/one"])
    assert _reads(city, Role.STAFF) == ("running", ["source/list", "source/one"])
    assert (city.node(A).reading.disputed, city.node(A, Role.STAFF).reading.disputed) == ((), ("phase",))


def test_a_list_that_is_internal_does_not_hide_what_is_known_to_exist(city: City) -> None:
    city.load(says("one").node(A, name="Anna"))
    city.load(says("list", None, Level.INTERNAL).node(A))
    assert city.node(A, Role.PUBLIC).name == "Anna"
    assert city.node(A, Role.PUBLIC).reading.sources == ("source/one",)


def test_a_relationship_that_one_source_marks_internal_is_internal(city: City) -> None:
    city.load(says("one").node(A).node(B).tie("PARTNERS_WITH", A, B))
    city.load(says("list", None, Level.INTERNAL).tie("PARTNERS_WITH", A, B))
    assert city.ties(A, Role.PUBLIC) == []
    assert len(city.ties(A, Role.STAFF)) == 1


@pytest.mark.parametrize("level", list(Level))
def test_a_person_decides_the_level(city: City, level: Level) -> None:
    city.load(says("one").node(A, phase="idea"))
    city.load(says("list", None, Level.INTERNAL if level is Level.PUBLIC else Level.PUBLIC).about(A, phase="idea"))
    decision = city.decide("level", person(level=level).about(A, phase="idea"))
    assert (city.value(A, "phase", Role.PUBLIC) is not None) == (level is Level.PUBLIC)
    city.undo(decision)
    assert (city.value(A, "phase", Role.PUBLIC) is not None) == (level is Level.INTERNAL)


def test_of_two_decisions_the_newest_holds_and_of_one_day_the_most_restrictive(city: City) -> None:
    city.load(says("one").node(A, phase="idea"))
    city.decide("x", person("2018", Level.PUBLIC).about(A, phase="idea"))
    older = city.decide("y", person("2017", Level.INTERNAL).about(A, phase="idea"))
    assert city.value(A, "phase") == "idea"
    city.undo(older)
    city.decide("y", person("2018", Level.INTERNAL).about(A, phase="idea"))
    assert city.value(A, "phase") is None


# ------------------------------------------------------------------------------------------------ people


def test_a_person_is_shown_by_role_to_who_may_not_see_the_name(city: City) -> None:
    city.load(says("one").node("person/1f", public_role="oprichter, Moerwijk"))
    city.load(says("one", None, Level.INTERNAL).about("person/1f", name="Jo Pieters", aliases="Joke"), scope="names")
    public, staff = city.node("person/1f"), city.node("person/1f", Role.STAFF)
    assert (public.name, public.named, public.reading.values.get("aliases")) == ("oprichter, Moerwijk", False, None)
    assert (staff.name, staff.named) == ("Jo Pieters", True)
    with city.view() as view:
        assert view.search("pieters").items == ()
        assert [one.id for one in view.search("moerwijk").items] == ["person/1f"]


def test_a_name_given_with_a_public_role_is_public(city: City) -> None:
    city.load(says("one").node("person/1f", name="Karin de Wit", public_role="wethouder"))
    assert (city.node("person/1f").name, city.node("person/1f").named) == ("Karin de Wit", True)


def test_what_appears_to_the_public_and_what_goes_from_it_are_changes(city: City) -> None:
    city.load(says("list", None, Level.INTERNAL).node(A))
    city.load(says("one").node(A))
    city.load(says("one").node(B))
    with city.view() as view:
        assert [(one.id, one.removed) for one in view.changes_since(1).items] == [(A, True), (B, False)]
        assert [(one.id, one.removed) for one in view.changes_since(2).items] == [(A, True), (B, False)]
    assert city.sees(A, Role.STAFF)


def test_a_person_may_hide_a_node_that_a_list_may_not(city: City) -> None:
    city.load(says("one", "2018").node(A, name="Anna").node(B).tie("PARTNERS_WITH", A, B))
    decision = city.decide("hide", person(level=Level.INTERNAL).node(A))
    assert (city.sees(A), city.ties(B)) == (False, [])
    assert city.node(A, Role.STAFF).name == "Anna"
    city.undo(decision)
    assert (city.sees(A), len(city.ties(B))) == (True, 1)
